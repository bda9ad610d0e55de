"""Everything, for people: all columns under headers in the reader's language."""

from app.exports.columns import columns
from app.exports.profile import Profile

PROFILE = Profile(name="plain", columns=columns)
