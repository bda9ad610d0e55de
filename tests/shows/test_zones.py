import pytest

from app.shows.zones import countries, is_zone, zone_of_country, zones_by_area
from app.web.language import Language

ENGLISH, CHINESE = Language.named("en"), Language.named("zh-Hans")


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("JP", "Asia/Tokyo"),
        ("CN", "Asia/Shanghai"),
        ("DE", "Europe/Berlin"),
        ("IN", "Asia/Kolkata"),
        ("US", None),
        ("BR", None),
        ("", None),
        ("XX", None),
    ],
)
def test_a_country_says_its_time_zone_where_it_has_one(country: str, zone: str | None) -> None:
    assert zone_of_country(country) == zone


@pytest.mark.parametrize(("name", "known"), [("Asia/Shanghai", True), ("Mars/Base", False)])
def test_only_names_of_the_iana_database_are_time_zones(name: str, known: bool) -> None:
    assert is_zone(name) is known


def test_every_zone_on_offer_is_one_that_a_form_takes() -> None:
    offered = [zone for options in zones_by_area(ENGLISH).values() for zone, _ in options]

    assert len(offered) > 300
    assert all(is_zone(zone) for zone in offered)


def test_zones_stand_under_their_area_with_the_city_in_the_reader_s_language() -> None:
    assert ("Asia/Shanghai", "Shanghai") in zones_by_area(ENGLISH)["Asia"]
    assert ("Asia/Shanghai", "上海") in [
        option for options in zones_by_area(CHINESE).values() for option in options
    ]


def test_countries_are_sorted_as_their_readers_expect() -> None:
    english = [name for _, name in countries(ENGLISH)]
    chinese = [name for _, name in countries(CHINESE)]

    assert english[:2] == ["Afghanistan", "Åland Islands"]
    assert chinese[0] == "阿尔巴尼亚"


def test_every_country_has_a_code_of_two_letters() -> None:
    codes = [code for code, _ in countries(ENGLISH)]

    assert {"CN", "DE", "US"} <= set(codes)
    assert all(len(code) == 2 and code.isalpha() for code in codes)
