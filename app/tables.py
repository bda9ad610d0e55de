"""Every table there is: imported where all of them must be known (migrations, demo removal)."""

from app.accounts import models as accounts
from app.booth import models as booth
from app.capture import models as capture
from app.consent import models as consent
from app.directory import models as directory
from app.leads import models as leads
from app.photos import models as photos
from app.qualifiers import models as qualifiers
from app.shows import models as shows

__all__ = [
    "accounts",
    "booth",
    "capture",
    "consent",
    "directory",
    "leads",
    "photos",
    "qualifiers",
    "shows",
]
