"""Which addresses lead back to us, and which a browser trusts."""

import pytest

from app.accounts.addresses import is_insecure, opens_on_phones, own_path


@pytest.mark.parametrize("path", ["/", "/sign-in", "/leads?show=1&q=a%20b", "/join/abc#x"])
def test_a_path_of_this_site_is_kept(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize(
    "address",
    [
        "",
        "leads",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: x=1",
        " //evil.example",
    ],
)
def test_what_could_lead_anywhere_else_is_no_path(address: str) -> None:
    assert own_path(address) == ""


@pytest.mark.parametrize(
    ("scheme", "host", "trusted", "insecure"),
    [
        ("https", "leads.example", False, False),
        ("http", "leads.example", False, True),
        ("http", "192.168.1.5", False, True),
        ("http", "localhost", False, False),
        ("http", "127.0.0.1", False, False),
        ("http", "::1", False, False),
        ("http", "leads.example", True, False),
        ("http", "localhost.evil.example", False, True),
    ],
)
def test_plain_http_is_insecure_but_on_this_machine_or_where_the_browser_says_otherwise(
    scheme: str, host: str, trusted: bool, insecure: bool
) -> None:
    assert is_insecure(scheme, host, browser_trusts=trusted) == insecure


@pytest.mark.parametrize(
    ("origin", "opens"),
    [
        ("https://leads.example", True),
        ("https://leads.example:8443", True),
        ("http://leads.example", False),
        ("http://localhost:8000", False),
        ("https://localhost", False),
    ],
)
def test_phones_need_an_encrypted_address_that_they_can_reach(origin: str, opens: bool) -> None:
    assert opens_on_phones(origin) == opens
