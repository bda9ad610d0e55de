from time import time

from app.kit.ids import new_id


def test_an_id_is_a_uuid_of_version_seven() -> None:
    made = new_id()

    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_ids_sort_by_the_time_they_were_made() -> None:
    made = [new_id() for _ in range(1000)]

    assert made == sorted(made)


def test_an_id_carries_the_milliseconds_it_was_made_at() -> None:
    before = int(time() * 1000)
    made = new_id()
    after = int(time() * 1000)

    assert before <= made.int >> 80 <= after


def test_no_two_ids_are_alike() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000
