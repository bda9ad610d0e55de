"""A visitor's badge, and what staff type, is text and nothing else on every page."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from tests import cast
from tests.cast import Person
from tests.phone import capture, sync

Browsers = Callable[[Person], TestClient]

SCRIPT = """</script><script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}<!--"""
HOSTILE = (
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{SCRIPT};{SCRIPT}\r\nFN:{SCRIPT}\r\nORG:{SCRIPT}\r\n"
    f"TITLE:{SCRIPT}\r\nADR:;;{SCRIPT};{SCRIPT};;;{SCRIPT}\r\nNOTE:{SCRIPT}\r\nUID:{SCRIPT}\r\n"
    f"TEL:+86 138 0013 8000{SCRIPT}\r\nURL:javascript:alert(3)\r\nURL:data:text/html,{SCRIPT}\r\n"
    "X-WECHAT:javascript:alert(4)\r\nEND:VCARD"
)
NOTHING = "data:,"  # what an image has for an address before a script gives it one
PARTS = ("", "?part=details", "?part=answers", "/edit", "/duplicates")


class Danger(HTMLParser):
    """What in a page a browser would run, and the JSON that scripts read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip().lower() for name, value in attrs}
        self._in_data = given.get("type") == "application/json"
        self.data += [""] if self._in_data else []
        if tag == "script" and not self._in_data and not given.get("src", "").startswith("/static"):
            self.found.append(f"<{tag} {given}>")
        for name, value in given.items():
            runs = value.startswith(("javascript:", "data:", "vbscript:")) and value != NOTHING
            if name.startswith("on") or (runs and name in ("href", "src", "action", "formaction")):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False


@pytest.fixture
def lead(browser_of: Browsers) -> UUID:
    """Met by a hostile badge, with hostile words of the staff."""
    answers = {str(cast.ROLE_QUESTION): SCRIPT}
    step = {"what": SCRIPT, "owner_id": str(cast.SAM.member_id), "due_on": "2026-12-01"}
    (verdict,) = sync(
        browser_of(cast.SAM), capture(HOSTILE, note=SCRIPT, answers=answers, next_step=step)
    )
    return UUID(verdict["lead"]["id"])


@pytest.mark.parametrize("part", PARTS)
def test_nothing_of_a_badge_runs_on_the_page_of_its_lead(
    browser_of: Browsers, lead: UUID, part: str
) -> None:
    answer = browser_of(cast.MEI).get(f"/leads/{lead}{part}")

    assert answer.status_code == 200
    assert Danger(answer.text).found == []
    assert "alert(1)" in answer.text


@pytest.mark.parametrize("path", ["/leads", "/captures", "/captures/new"])
def test_nothing_that_is_set_up_or_captured_runs_on_a_list(
    browser_of: Browsers, lead: UUID, path: str
) -> None:
    show = f"/shows/{cast.CANTON}"
    manager = browser_of(cast.MEI)
    manager.post(f"{show}/products/{cast.XT200}", data={"name": SCRIPT[:80]})
    manager.post(f"{show}/chips/{cast.CHIPS['demo']}", data={"label": SCRIPT[:40]})
    manager.post(f"{show}/consent", data={"text_en": SCRIPT, "text_zh": SCRIPT})

    phone = browser_of(cast.SAM)
    phone.cookies.set("show", str(cast.CANTON))

    answer = phone.get(path)
    seen = Danger(answer.text)

    assert answer.status_code == 200
    assert seen.found == []
    assert [json.loads(block) for block in seen.data] or path != "/captures/new"


def test_an_address_on_a_badge_writes_to_nobody_else(browser_of: Browsers) -> None:
    email = "a@b.example?bcc=all@rival.example&body=Hello"
    (verdict,) = sync(browser_of(cast.SAM), capture(None, fields={"name": "Ann", "email": email}))

    page = browser_of(cast.SAM).get(f"/leads/{verdict['lead']['id']}?part=details").text

    assert "mailto:a@b.example%3Fbcc%3Dall@rival.example%26body%3DHello" in page
    assert "mailto:a@b.example?" not in page


def test_the_way_to_wechat_leads_to_nobody_else(browser_of: Browsers) -> None:
    payload = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Li\r\nX-WECHAT:https://evil.example/\r\nEND:VCARD"
    (verdict,) = sync(browser_of(cast.SAM), capture(payload))

    page = browser_of(cast.LIN).get(verdict["lead"]["url"]).text

    assert 'href="https://evil.example/"' not in page
    assert 'href="weixin://"' in page
