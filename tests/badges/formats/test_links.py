"""Links: what is kept of an address, and what never becomes one."""

import pytest

from app.badges.emails import emails_in, is_email, name_in_email
from app.badges.links import profile_link
from app.badges.parse import parse_badge


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://u.wechat.com/kABC", ("wechat", "https://u.wechat.com/kABC")),
        ("https://wa.me/4915155501001?text=Hi", ("whatsapp", "+4915155501001")),
        ("https://wa.me/qr/ABC", ("whatsapp", "https://wa.me/qr/ABC")),
        ("https://de.linkedin.com/in/anna", ("linkedin", "https://de.linkedin.com/in/anna")),
        ("https://x.com/anna", ("x", "https://x.com/anna")),
        ("tg://resolve?domain=anna", ("telegram", "tg://resolve?domain=anna")),
        ("https://www.linkedin.com/company/zink", None),
        ("https://x.com/intent/post?text=hi", None),
        ("https://t.me/", None),
        ("https://linkedin.com.evil.example/in/anna", None),
        ("https://mp.weixin.qq.com/s/abc", None),
    ],
)
def test_a_profile_is_told_from_any_other_page(url: str, link: tuple[str, str] | None) -> None:
    assert profile_link(url) == link


@pytest.mark.parametrize(
    "payload",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        '{"website":"javascript:alert(1)","name":"Anna Weber"}',
        "BEGIN:VCARD\nFN:A B\nURL:javascript:alert(1)//x.example\nEND:VCARD",
        "1042|javascript:alert(1)|Anna|Weber",
    ],
)
def test_a_script_is_never_a_link(payload: str) -> None:
    badge = parse_badge(payload)

    assert badge.urls == ()
    assert not any("javascript" in link.casefold() for link in badge.links.values())


@pytest.mark.parametrize("written", ["a@b.example", "o'neil+x@mail.b.example", "müller@x.example"])
def test_a_valid_address_is_valid(written: str) -> None:
    assert is_email(written)


@pytest.mark.parametrize(
    "written",
    ["", "a@b", "a#b.example", ".a@b.example", "a..b@c.example", "a b@c.example", "x|a@b.c"],
)
def test_an_invalid_address_is_dropped(written: str) -> None:
    assert not is_email(written)


def test_addresses_are_found_in_a_text_only_around_their_sign() -> None:
    assert emails_in("write to (a@b.example), or <c@d.example>.") == ["a@b.example", "c@d.example"]
    assert emails_in("@" * 5000) == []


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("mary.smith@x.example", "Mary Smith"),
        ("jean-luc.picard@x.example", "Jean-Luc Picard"),
        ("info@x.example", ""),
        ("sales.team@x.example", ""),
        ("m.smith@x.example", ""),
        ("msmith@x.example", ""),
    ],
)
def test_a_name_is_guessed_from_two_plain_words_only(email: str, name: str) -> None:
    assert name_in_email(email) == name
