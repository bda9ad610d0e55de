import pytest
from pydantic import ValidationError

from app.config import BadSettings, Settings, read_settings


def test_nothing_needs_to_be_set() -> None:
    assert read_settings({}) == Settings()


def test_a_setting_is_read_from_its_variable() -> None:
    assert read_settings({"SHOWFLOOR_PORT": "9000"}).port == 9000


def test_a_setting_nobody_knows_stops_the_start_and_is_named() -> None:
    with pytest.raises(BadSettings, match="SHOWFLOOR_PROT is not a setting"):
        read_settings({"SHOWFLOOR_PROT": "9000"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SHOWFLOOR_PORT", "http"),
        ("SHOWFLOOR_PORT", "0"),
        ("SHOWFLOOR_DATABASE_URL", "mysql://localhost/leads"),
        ("SHOWFLOOR_PUBLIC_URL", "leads.example.com"),
        ("SHOWFLOOR_SIGN_IN_DAYS", "-1"),
    ],
)
def test_an_unusable_setting_stops_the_start_and_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=f"{name} is not usable"):
        read_settings({name: value})


def test_variables_of_other_programs_are_left_alone() -> None:
    assert read_settings({"PATH": "/bin", "SHOW": "x"}) == Settings()


def test_settings_do_not_change_once_they_are_read() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_another_port_is_in_the_address_that_phones_are_told() -> None:
    assert read_settings({"SHOWFLOOR_PORT": "9000"}).origin == "http://localhost:9000"


def test_an_address_that_is_set_is_told_whatever_the_port() -> None:
    given = {"SHOWFLOOR_PORT": "9000", "SHOWFLOOR_PUBLIC_URL": "https://leads.example.com"}

    assert read_settings(given).origin == "https://leads.example.com"


def test_addresses_are_built_on_the_public_url_without_its_slash() -> None:
    assert (
        read_settings({"SHOWFLOOR_PUBLIC_URL": "https://a.example/"}).origin == "https://a.example"
    )
