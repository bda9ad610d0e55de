"""The whole of LAN mode, as a process: what a phone sees that trusts the laptop, or does not."""

import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from app.lan.authority import fingerprint
from tests import cast
from tests.lan.certificates import a_signer
from tests.lan.laptop import Running, serving_lan
from tests.phone import batch, capture

pytestmark = pytest.mark.database  # a process each, with a database: not for the quick round


@pytest.fixture(scope="module")
def laptop(sqlite_stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("laptop")
    shutil.copy(sqlite_stage, folder / "showfloor.db")
    with serving_lan(folder) as running:
        yield running


def test_a_booth_works_by_its_laptop_alone(laptop: Running) -> None:
    phone = laptop.phone()
    phone.cookies.set("sign_in", cast.SAM.token)

    sent = phone.post("/captures/sync", json=batch(capture()))

    assert phone.get("/health").json()["database"] == "ok"
    assert [verdict["verdict"] for verdict in sent.json()["verdicts"]] == ["recorded"]
    assert "strict-transport-security" not in sent.headers


def test_a_joining_code_that_was_made_on_the_laptop_opens_on_a_phone(laptop: Running) -> None:
    manager = laptop.browser(laptop.local)
    manager.cookies.set("sign_in", cast.MEI.token)
    made = manager.post("/join-codes", data={"role": "booth", "hours": "24"}).text
    found = re.search(r'id="join-address">([^<]+)<', made)
    assert found

    joining = laptop.phone().post(found[1], data={"name": "Ivy Lau"})

    assert found[1].startswith(laptop.origin)
    assert joining.status_code == 303
    assert "Secure" in joining.headers["set-cookie"]


def test_a_phone_that_does_not_trust_the_laptop_gets_nothing(
    laptop: Running, tmp_path: Path
) -> None:
    stranger = tmp_path / "stranger.crt"
    stranger.write_bytes(a_signer().authority.public_bytes(Encoding.PEM))

    with pytest.raises(httpx.ConnectError, match="certificate verify failed"):
        laptop.phone(trusts=stranger).get("/health")


def test_the_door_lets_nobody_in_and_gives_the_certificate_away(laptop: Running) -> None:
    phone = laptop.browser(laptop.door, cookies={"sign_in": cast.SAM.token})

    given = x509.load_der_x509_certificate(phone.get("/showfloor.crt").content)

    assert given == x509.load_pem_x509_certificate(laptop.authority.read_bytes())
    assert phone.get("/leads").headers["location"] == "/"
    assert phone.post("/captures/sync", json={}).status_code in (403, 405)


def test_the_terminal_says_where_to_begin_and_whom_to_trust(laptop: Running) -> None:
    authority = x509.load_pem_x509_certificate(laptop.authority.read_bytes())
    said = laptop.said()

    assert "█" in said
    assert said.index(laptop.door) < said.index(laptop.origin) < said.index(laptop.local)
    assert " ".join(fingerprint(authority).split()[:16]) in said
    assert "Ctrl-C stops it" in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_asked_even_with_a_phone_connected(tmp_path: Path, number: int) -> None:
    with serving_lan(tmp_path) as laptop:
        laptop.phone().get("/health")

        laptop.process.send_signal(number)

        assert laptop.process.wait(10) == 0


def test_after_a_restart_elsewhere_phones_still_trust_it(tmp_path: Path) -> None:
    with serving_lan(tmp_path, LAN_ADDRESS="192.168.77.7") as before:
        trusted = before.authority.read_bytes()
        assert "192.168.77.7" in before.said()

    with serving_lan(tmp_path) as after:
        assert after.authority.read_bytes() == trusted
        assert after.phone().get("/health").status_code == 200
        assert "Phones joined at https://192.168.77.7" in after.said()
