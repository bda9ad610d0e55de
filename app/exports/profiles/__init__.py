"""One file a target: `PROFILE`, which says what a file for it is made of.

One more CRM is one more file here: it is found by being here.
"""

from importlib import import_module
from pkgutil import iter_modules

from app.exports.profile import Profile

PROFILES: dict[str, Profile] = {
    module.PROFILE.name: module.PROFILE
    for module in (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
}
