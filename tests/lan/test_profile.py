"""What phones install, and which way they are shown."""

import plistlib

import pytest
from cryptography import x509

from app.lan.authority import name_of
from app.lan.profile import certificate_of, profile_of
from app.lan.ways import Way, way_of, ways_from
from tests.lan.certificates import a_signer

AUTHORITY = a_signer().authority


def test_a_profile_holds_the_authority_and_nothing_else() -> None:
    profile = plistlib.loads(profile_of(AUTHORITY, "What it is for"))
    [payload] = profile["PayloadContent"]

    assert profile["PayloadType"] == "Configuration"
    assert profile["PayloadDescription"] == "What it is for"
    assert payload["PayloadType"] == "com.apple.security.root"
    assert x509.load_der_x509_certificate(payload["PayloadContent"]) == AUTHORITY


def test_a_profile_is_listed_under_the_name_that_the_page_says() -> None:
    assert plistlib.loads(profile_of(AUTHORITY, ""))["PayloadDisplayName"] == name_of(AUTHORITY)


def test_a_profile_can_be_removed() -> None:
    assert plistlib.loads(profile_of(AUTHORITY, ""))["PayloadRemovalDisallowed"] is False


def test_the_same_authority_is_the_same_profile_in_every_language() -> None:
    english = plistlib.loads(profile_of(AUTHORITY, "Trust"))
    chinese = plistlib.loads(profile_of(AUTHORITY, "信任"))
    another = plistlib.loads(profile_of(a_signer().authority, "Trust"))

    assert english["PayloadUUID"] == chinese["PayloadUUID"]
    assert english["PayloadIdentifier"] == chinese["PayloadIdentifier"]
    assert another["PayloadIdentifier"] != english["PayloadIdentifier"]


def test_the_certificate_is_the_authority() -> None:
    assert x509.load_der_x509_certificate(certificate_of(AUTHORITY)) == AUTHORITY


@pytest.mark.parametrize(
    ("agent", "way"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari", Way.IPHONE),
        ("Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) CriOS/141 Safari", Way.IPHONE),
        ("Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/141 Mobile Safari", Way.ANDROID),
        ("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 Mobile", Way.ANDROID),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/141 Safari", Way.COMPUTER),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/141", Way.COMPUTER),
        ("", Way.COMPUTER),
    ],
)
def test_a_phone_is_shown_its_own_way(agent: str, way: Way) -> None:
    assert way_of(agent) == way


def test_the_other_ways_follow_one_s_own() -> None:
    assert ways_from("Android 15") == (Way.ANDROID, Way.IPHONE, Way.COMPUTER)
