import pytest
from fastapi import FastAPI, Response
from jinja2 import ChoiceLoader, DictLoader, UndefinedError
from starlette.testclient import TestClient

from app.web.page import Page, environment

TEMPLATE = """<h1>{{ _("Leads") }}</h1>{% block part %}<p id="part">{{ name }}</p>{% endblock %}
<b>{{ notice }}</b>"""


@pytest.fixture
def showing(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """The app with a page of one block, and a write that goes to it."""
    theirs = environment().loader
    assert theirs
    both = ChoiceLoader([DictLoader({"tests/page.html": TEMPLATE}), theirs])
    monkeypatch.setattr(environment(), "loader", both)

    @app.get("/page")
    def show_test_page(page: Page, name: str = "Anna") -> Response:
        return page("tests/page.html", "part", name=name)

    @app.get("/forgetful")
    def show_without_a_name(page: Page) -> Response:
        return page("tests/page.html")

    @app.post("/page")
    def update_test_page(page: Page) -> Response:
        return page.redirect("show_test_page", notice=page.say("Saved."), query="name=Aiko")

    return app


def test_a_browser_gets_the_whole_page(showing: FastAPI, client: TestClient) -> None:
    assert client.get("/page").text.startswith("<h1>")


def test_a_part_is_given_where_a_part_is_asked_for(showing: FastAPI, client: TestClient) -> None:
    answer = client.get("/page", headers={"HX-Request-Type": "partial"})

    assert answer.text == '<p id="part">Anna</p>'


def test_caches_tell_the_part_from_the_page(showing: FastAPI, client: TestClient) -> None:
    assert "HX-Request-Type" in client.get("/page").headers["vary"]


def test_what_a_visitor_wrote_shows_as_text(showing: FastAPI, client: TestClient) -> None:
    answer = client.get("/page", params={"name": "<script>alert(1)</script>"})

    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_a_value_that_a_page_was_not_given_is_an_error(
    showing: FastAPI, client: TestClient
) -> None:
    with pytest.raises(UndefinedError, match="name"):
        client.get("/forgetful")


def test_after_a_write_the_browser_goes_to_a_page(showing: FastAPI, client: TestClient) -> None:
    answer = client.post("/page")

    assert (answer.status_code, answer.headers["location"]) == (303, "/page?name=Aiko")


def test_a_notice_is_shown_once(showing: FastAPI, client: TestClient) -> None:
    client.post("/page")

    assert "<b>Saved.</b>" in client.get("/page").text
    assert "<b></b>" in client.get("/page").text


def test_a_part_leaves_the_notice_to_the_page(showing: FastAPI, client: TestClient) -> None:
    client.post("/page")

    client.get("/page", headers={"HX-Request-Type": "partial"})

    assert "<b>Saved.</b>" in client.get("/page").text


@pytest.mark.parametrize("cookie", ["!", "4pyT", "PGI+", "A" * 4000])
def test_a_notice_that_we_did_not_write_does_no_harm(
    showing: FastAPI, client: TestClient, cookie: str
) -> None:
    client.cookies.set("notice", cookie)

    answer = client.get("/page")

    assert answer.status_code == 200
    assert "<b><b>" not in answer.text
