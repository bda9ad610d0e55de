"""What no browser of ours would send."""

import pytest
from starlette.testclient import TestClient


def _form_in(charset: str, value: bytes) -> dict[str, object]:
    """A form of one field, in a character set of the sender's choice."""
    part = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n' + value + b"\r\n--x--\r\n"
    said = f"multipart/form-data; boundary=x; charset={charset}"
    return {"content": part, "headers": {"Content-Type": said.encode()}}


@pytest.mark.parametrize("charset", ["undefined", "a\x00b"])
def test_a_form_in_a_character_set_that_reads_nothing_is_a_bad_request(
    client: TestClient, charset: str
) -> None:
    answer = client.post("/sign-in", **_form_in(charset, b"\xff@"))

    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("charset", "half_a_character"), [("unicode_escape", b"a\\ud800b"), ("utf-7", b"a+2AA-b")]
)
def test_half_a_character_in_a_form_is_shown_again_as_a_question_mark(
    client: TestClient, charset: str, half_a_character: bytes
) -> None:
    answer = client.post("/sign-in", **_form_in(charset, half_a_character))

    assert answer.status_code == 422
    assert 'value="a?b"' in answer.text


@pytest.mark.parametrize("path", ["/leads/", "/sign-in/", "/join/abc/"])
def test_nobody_is_led_to_the_host_that_a_request_names(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "evil.test"})

    assert answer.status_code == 404
    assert "evil.test" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/x/..%2f..%2fpyproject.toml",
        "/static/x/%2e%2e/%2e%2e/pyproject.toml",
        "/static/x//etc/passwd",
        "/static/x/base/page.js/more",
        "/static/x/base",
        "/static/x/%00",
        "/static/x/" + "a" * 400,
        "/static/",
    ],
)
def test_only_what_is_published_can_be_fetched(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "notice",
    ["%%%", "A" * 6000, "//79", "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", '"><script>', "\xff"],
)
def test_a_notice_that_somebody_else_wrote_is_at_most_text(client: TestClient, notice: str) -> None:
    answer = client.get("/sign-in", headers={"Cookie": f"notice={notice}".encode("latin-1")})

    assert answer.status_code == 200
    assert "<script>" not in answer.text


@pytest.mark.parametrize("language", ["../../etc/passwd", "zh-Hans'\"><script>", "", "x" * 5000])
def test_a_language_that_is_none_is_english(client: TestClient, language: str) -> None:
    answer = client.get("/sign-in", headers={"Cookie": f"language={language}"})

    assert '<html lang="en">' in answer.text
