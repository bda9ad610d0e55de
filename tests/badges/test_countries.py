"""Countries: any usual way of writing one gives its ISO code."""

import pytest

from app.badges.countries import codes, country_code, country_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("DE", "DE"),
        ("Germany", "DE"),
        ("Deutschland", "DE"),
        ("德国", "DE"),
        ("Allemagne", "DE"),
        ("Alemania", "DE"),
        ("UK", "GB"),
        ("England", "GB"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("中国", "CN"),
        ("P.R. China", "CN"),
        ("Hong Kong", "HK"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Korea, Republic of", "KR"),
        ("대한민국", "KR"),
        ("日本", "JP"),
        ("the Netherlands", "NL"),
        ("Österreich", "AT"),
        ("ITA", "IT"),
    ],
)
def test_a_country_is_known_by_all_its_names(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize("written", ["", "de", "and", "EU", "ZZ", "world", "12", "Acme", "Europe"])
def test_what_is_no_country_has_no_code(written: str) -> None:
    assert country_code(written) == ""


def test_every_country_is_found_again_by_its_english_and_chinese_name() -> None:
    lost = {
        (code, language)
        for code in codes()
        for language in ("en", "zh_Hans", "de")
        if country_code(country_name(code, language)) != code
    }

    assert lost == set()


def test_a_country_is_named_in_the_readers_language() -> None:
    assert country_name("DE", "zh_Hans") == "德国"
    assert country_name("de", "en") == "Germany"
    assert country_name("QQ", "en") == "QQ"
    assert country_name("DE", "no such language") == "Germany"
