"""Slowing down who guesses passwords."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.accounts.throttle import WINDOW, free_again_at, password_subjects, sign_in_subjects

NOON = datetime(2026, 10, 16, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_below_the_limit_the_next_try_is_free() -> None:
    assert free_again_at([NOON, NOON - MINUTE], allowed=3) is None


def test_at_the_limit_the_next_try_waits_for_the_oldest_to_run_out() -> None:
    tries = [NOON - MINUTE, NOON, NOON - 2 * MINUTE]

    assert free_again_at(tries, allowed=3) == NOON - 2 * MINUTE + WINDOW


@given(st.lists(st.integers(0, 899)), st.integers(1, 20))
def test_when_the_wait_is_over_there_is_room_for_a_try(seconds: list[int], allowed: int) -> None:
    tries = [NOON - timedelta(seconds=ago) for ago in seconds]

    free_at = free_again_at(tries, allowed) or NOON

    assert len([at for at in tries if at > free_at - WINDOW]) < allowed


def test_a_subject_is_a_hash_and_holds_neither_e_mail_nor_address() -> None:
    subjects = "".join(sign_in_subjects("hana@kogyo.example", "203.0.113.9", 10))

    assert len(subjects) == 128
    assert set(subjects) <= set("0123456789abcdef")


def test_an_address_may_have_more_tries_than_an_e_mail_for_a_booth_shares_it() -> None:
    email, address = sign_in_subjects("hana@kogyo.example", "203.0.113.9", 10).values()

    assert (email, address) == (10, 100)


def test_a_whole_network_of_the_newer_internet_counts_as_one_address() -> None:
    one = sign_in_subjects("a@b.example", "2001:db8::1", 10)
    other = sign_in_subjects("a@b.example", "2001:db8::ffff", 10)

    assert one == other


def test_another_network_is_another_subject() -> None:
    one = sign_in_subjects("a@b.example", "2001:db8::1", 10)
    other = sign_in_subjects("a@b.example", "2001:db8:0:1::1", 10)

    assert one != other


def test_what_is_no_address_still_counts() -> None:
    assert len(sign_in_subjects("a@b.example", "unix:", 10)) == 2


def test_the_present_password_of_each_member_is_counted_apart() -> None:
    assert password_subjects(1, 10) != password_subjects(2, 10)


def test_an_older_address_dressed_as_a_newer_one_counts_as_itself() -> None:
    plain = sign_in_subjects("a@b.example", "192.0.2.1", 10)

    assert sign_in_subjects("a@b.example", "::ffff:192.0.2.1", 10) == plain
    assert sign_in_subjects("a@b.example", "::ffff:192.0.2.2", 10) != plain
