import pytest
from starlette.testclient import TestClient

from app.web.assets import FOR_EVER, asset, version


def test_a_static_file_is_kept_for_ever_at_the_address_of_its_version(client: TestClient) -> None:
    answer = client.get(asset("base/tokens.css"))

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == FOR_EVER


def test_an_old_address_gets_the_present_file_but_does_not_keep_it(client: TestClient) -> None:
    answer = client.get("/static/0123456789ab/base/tokens.css")

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["../pyproject.toml", "..%2f..%2fpyproject.toml", "base/nothing.css", ""]
)
def test_nothing_but_static_files_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"/static/{version()}/{path}").status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("base/page.js", "text/javascript"),
        ("base/tokens.css", "text/css"),
        ("base/mark.svg", "image/svg+xml"),
        ("vendor/zxing_reader.wasm", "application/wasm"),
    ],
)
def test_a_file_says_what_it_is(client: TestClient, path: str, kind: str) -> None:
    assert client.get(asset(path)).headers["content-type"].startswith(kind)


def test_the_styles_of_every_page_come_as_one_file(client: TestClient) -> None:
    answer = client.get(asset("showfloor.css"))

    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.text.index("@layer reset, tokens") < answer.text.index(".timeline")
