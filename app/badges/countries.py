"""Countries: any usual way to write one, as its ISO 3166-1 alpha-2 code."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from app.badges.listed import listed
from app.badges.tidy import fold

LANGUAGES = listed(
    """
    en zh_Hans zh_Hant de fr es it pt nl pl ru uk cs sk sv da nb fi hu ro el tr ar he fa hi th
    vi id ja ko bg hr sr sl et lv lt ca
    """
)
ALIASES = {
    "GB": "UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Grossbritannien"
    "|Großbritannien|英格兰|苏格兰|United Kingdom of Great Britain and Northern Ireland",
    "US": "U.S.|U.S.A.|United States of America|America|Estados Unidos|EE.UU.|EEUU|Etats-Unis"
    "|美国|美國|Vereinigte Staaten von Amerika|США",
    "CN": "PRC|P.R.C.|P.R. China|PR China|P.R.China|People's Republic of China|Mainland China"
    "|China mainland|中国大陆|中华人民共和国|中國大陸|VR China|China, P.R.",
    "HK": "Hong Kong|Hongkong|Hong Kong SAR|HKSAR|香港|中国香港",
    "MO": "Macau|Macao|Macau SAR|澳门|澳門|中国澳门",
    "TW": "Taiwan|Taiwan, Province of China|Chinese Taipei|Taiwan R.O.C.|中国台湾|台湾|台灣|臺灣",
    "KR": "Korea|South Korea|Korea, Republic of|Republic of Korea|Korea (South)|S. Korea|한국|남한",
    "KP": "North Korea|Korea, Democratic People's Republic of|DPRK",
    "TR": "Turkey|Türkiye|Turkiye|Republic of Türkiye",
    "RU": "Russia|Russian Federation|РФ|Российская Федерация",
    "CZ": "Czech Republic|Tschechische Republik|Česká republika|République tchèque",
    "NL": "Holland|The Netherlands|Niederlande|Pays-Bas",
    "AE": "UAE|U.A.E.|Emirates|阿联酋|Dubai|Abu Dhabi",
    "VN": "Viet Nam|Vietnam",
    "IR": "Iran, Islamic Republic of|Islamic Republic of Iran",
    "SY": "Syrian Arab Republic",
    "MD": "Moldova, Republic of|Republic of Moldova",
    "MK": "Macedonia|FYROM",
    "LA": "Lao People's Democratic Republic",
    "BO": "Bolivia, Plurinational State of",
    "VE": "Venezuela, Bolivarian Republic of",
    "TZ": "Tanzania, United Republic of",
    "CI": "Ivory Coast|Cote d'Ivoire",
    "CD": "DR Congo|DRC|Democratic Republic of the Congo",
    "CG": "Congo|Republic of the Congo",
    "CV": "Cape Verde",
    "SZ": "Swaziland",
    "MM": "Burma|Myanmar",
    "PS": "Palestine|State of Palestine",
    "VA": "Vatican|Holy See",
    "BN": "Brunei Darussalam",
    "IE": "Republic of Ireland|Eire",
    "MY": "马来西亚|West Malaysia",
    "SA": "KSA|Kingdom of Saudi Arabia",
    "BA": "Bosnia|Bosnia and Herzegovina",
}
ISO_CODE = re.compile(r"[A-Z]{2}")


def country_code(text: str) -> str:
    """ "" for what is no country; a code is believed in capitals only ("de" is a word)."""
    text = text.strip()
    if ISO_CODE.fullmatch(text):
        return text if text in codes() else {"UK": "GB"}.get(text, "")
    if len(text) == 3 and text.isascii() and text.isupper() and text in three_letter_codes():
        return three_letter_codes()[text]
    if not 2 <= len(text) <= 60 or text.isdecimal():
        return ""
    return names().get(fold(text.removeprefix("the ").removeprefix("The ")), "")


def country_name(code: str, language: str) -> str:
    """The name to show; an unknown code stands for itself."""
    return str(territories(language).get(code.upper(), code))


@cache
def territories(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return dict(Locale("en").territories)


@cache
def codes() -> frozenset[str]:
    """Regions of the world and made-up codes (EU, UN, ZZ ...) are in CLDR, but are no countries."""
    no_country = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    return frozenset(c for c in territories("en") if ISO_CODE.fullmatch(c)) - no_country


@cache
def names() -> dict[str, str]:
    known: dict[str, str] = {}
    for name, code in (*aliases(), *translated()):
        known.setdefault(fold(name), code)
    known.pop("", None)
    return {name: code for name, code in known.items() if len(name) > 1}


def aliases() -> Iterator[tuple[str, str]]:
    for code, written in ALIASES.items():
        yield from ((name, code) for name in written.split("|"))


@cache
def three_letter_codes() -> dict[str, str]:
    replaced = get_global("territory_aliases")
    return {
        alias: current[0]
        for alias, current in replaced.items()
        if len(alias) == 3 and alias.isalpha() and current[0] in codes()
    }


def translated() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for code, name in territories(language).items():
            if code in codes():
                yield name, code
