"""Passwords and tokens as they are stored."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep
from unittest.mock import patch

from argon2 import PasswordHasher

from app.accounts.secrets import AT_ONCE, hashed_password, hashed_token, password_matches


def test_a_password_matches_its_own_hash_only() -> None:
    stored = hashed_password("correct horse battery")

    assert password_matches("correct horse battery", stored)
    assert not password_matches("correct horse batterz", stored)


def test_a_hash_is_salted_and_does_not_hold_the_password() -> None:
    one, other = hashed_password("correct horse battery"), hashed_password("correct horse battery")

    assert one != other
    assert one.startswith("$argon2id$")
    assert "horse" not in one


def test_nobody_signs_in_without_a_stored_password() -> None:
    assert not password_matches("nobody's password", None)


def test_a_damaged_hash_matches_nothing() -> None:
    assert not password_matches("correct horse battery", "not a hash")


def test_an_unknown_member_costs_as_much_work_as_a_known_one() -> None:
    known = hashed_password("correct horse battery")
    password_matches("warm up", None)

    with patch.object(PasswordHasher, "verify", autospec=True, return_value=False) as verify:
        password_matches("guess", known)
        password_matches("guess", None)

    of_known, of_unknown = (call.args[1] for call in verify.call_args_list)
    assert of_known.rsplit("$", 2)[0] == of_unknown.rsplit("$", 2)[0]


def test_a_token_is_stored_as_its_hash() -> None:
    assert hashed_token("token") == hashed_token("token") != "token"
    assert len(hashed_token("token")) == 64


def test_few_passwords_are_hashed_at_once_however_many_sign_in() -> None:
    under_way: list[None] = []
    most: list[int] = []

    def slow(_: PasswordHasher, password: str) -> str:
        under_way.append(None)
        most.append(len(under_way))
        sleep(0.02)
        under_way.pop()
        return password

    with patch.object(PasswordHasher, "hash", slow), ThreadPoolExecutor(20) as threads:
        list(threads.map(hashed_password, ["correct horse battery"] * 20))

    assert max(most) == AT_ONCE
