"""Time zones and countries to choose from, by their names in the reader's language."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from zoneinfo import available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location

from app.kit.folding import sortable
from app.web.language import N_, Language

Option = tuple[str, str]

AREAS = {
    "Africa": N_("Africa"),
    "America": N_("America"),
    "Antarctica": N_("Antarctica"),
    "Arctic": N_("Arctic"),
    "Asia": N_("Asia"),
    "Atlantic": N_("Atlantic Ocean"),
    "Australia": N_("Australia"),
    "Europe": N_("Europe"),
    "Indian": N_("Indian Ocean"),
    "Pacific": N_("Pacific Ocean"),
}

# Countries that are larger than one time zone, and where their trade shows nearly all are.
USUAL = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """Whether the IANA database has a zone of this name."""
    return name in _zones()


def zone_of_country(code: str) -> str | None:
    """The time zone of a country, where its name is enough to know it."""
    zones = get_global("territory_zones").get(code, [])
    return zones[0] if len(zones) == 1 else USUAL.get(code)


@cache
def zones_by_area(language: Language) -> Mapping[str, Sequence[Option]]:
    """Every zone with its city's name, under the names of the areas."""
    found: dict[str, list[Option]] = defaultdict(list)
    for zone in get_global("zone_territories"):
        area = zone.split("/")[0]
        if area in AREAS and is_zone(zone):
            city = get_timezone_location(zone, locale=language.locale, return_city=True)
            found[language.gettext(AREAS[area])].append((zone, city))
    return {area: _sorted(found[area]) for area in map(language.gettext, AREAS.values())}


@cache
def countries(language: Language) -> Sequence[Option]:
    """ISO codes of all countries with their names."""
    known = get_global("territory_zones")
    names = language.locale.territories
    return _sorted([(code, names[code]) for code in known if _is_country(code) and code in names])


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code != "ZZ"


def _sorted(options: list[Option]) -> list[Option]:
    return sorted(options, key=lambda option: sortable(option[1]))
