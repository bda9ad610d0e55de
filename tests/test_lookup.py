"""Looking up together."""

import asyncio
from collections.abc import Collection
from threading import Event

import pytest

from app.db import Lookup


def test_those_who_ask_while_a_question_is_under_way_share_the_next() -> None:
    questions: list[set[str]] = []
    busy, go = Event(), Event()

    def ask(keys: Collection[str]) -> dict[str, str]:
        questions.append(set(keys))
        busy.set()
        go.wait(10)
        return {key: key.upper() for key in keys}

    async def ask_for_many() -> list[str | None]:
        first = asyncio.create_task(lookup.find("a"))
        await asyncio.to_thread(busy.wait, 10)
        others = [asyncio.create_task(lookup.find(key)) for key in "bcbd"]
        await asyncio.sleep(0)
        go.set()
        return [await each for each in (first, *others)]

    lookup = Lookup(ask)

    answers = asyncio.run(ask_for_many())

    lookup.close()
    assert answers == ["A", "B", "C", "B", "D"]
    assert questions == [{"a"}, {"b", "c", "d"}]


def test_what_is_not_found_is_none() -> None:
    lookup: Lookup[str, str] = Lookup(lambda _: {})

    answer = asyncio.run(lookup.find("a"))

    lookup.close()
    assert answer is None


def test_a_question_that_fails_is_told_to_who_asked_and_to_nobody_after() -> None:
    problems = [OSError("gone")]

    def ask(keys: Collection[str]) -> dict[str, str]:
        if problems:
            raise problems.pop()
        return dict.fromkeys(keys, "found")

    lookup = Lookup(ask)

    with pytest.raises(OSError, match="gone"):
        asyncio.run(lookup.find("a"))

    assert asyncio.run(lookup.find("a")) == "found"
    lookup.close()


def test_who_gave_up_waiting_stops_nobody_else() -> None:
    busy, go = Event(), Event()

    def ask(keys: Collection[str]) -> dict[str, str]:
        busy.set()
        go.wait(10)
        return dict.fromkeys(keys, "found")

    async def give_up() -> str | None:
        first = asyncio.create_task(lookup.find("first"))
        await asyncio.to_thread(busy.wait, 10)
        leaving = asyncio.create_task(lookup.find("leaving"))
        staying = asyncio.create_task(lookup.find("staying"))
        await asyncio.sleep(0)
        leaving.cancel()
        first.cancel()
        await asyncio.sleep(0)
        go.set()
        return await staying

    lookup = Lookup(ask)

    assert asyncio.run(give_up()) == "found"
    lookup.close()
