"""Looking up together: what many requests ask at the same moment is asked once."""

import threading
from asyncio import wrap_future
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Generic, TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


class Lookup(Generic[Key, Found]):
    """Finds by key, for all who wait, in one question to the database, on a thread of its own.

    While a question is under way, those who come meanwhile gather for the next. So nobody gets an
    answer that is older than their request, and nothing is kept.
    """

    def __init__(self, ask: Callable[[Collection[Key]], Mapping[Key, Found]]) -> None:
        self._ask = ask
        self._queue: SimpleQueue[tuple[Key, Future[Found | None]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="lookup", daemon=True)
        self._thread.start()

    async def find(self, key: Key) -> Found | None:
        """What this key leads to, or None. Raises what the question raised."""
        answer: Future[Found | None] = Future()
        self._queue.put((key, answer))
        return await wrap_future(answer)

    def close(self) -> None:
        """Answer who asked already, then stop."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        running = True
        while running:
            waiting, running = self._take()
            if waiting:
                self._answer(waiting)

    def _take(self) -> tuple[list[tuple[Key, Future[Found | None]]], bool]:
        """All who wait; whether more may come."""
        waiting: list[tuple[Key, Future[Found | None]]] = []
        while not waiting or not self._queue.empty():
            asked = self._queue.get()
            if asked is None:
                return waiting, False
            if asked[1].set_running_or_notify_cancel():  # else nobody waits for it any more
                waiting.append(asked)
        return waiting, True

    def _answer(self, waiting: list[tuple[Key, Future[Found | None]]]) -> None:
        try:
            found = self._ask({key for key, _ in waiting})
        except Exception as problem:  # noqa: BLE001  (each request that asked decides)
            for _, answer in waiting:
                answer.set_exception(problem)
        else:
            for key, answer in waiting:
                answer.set_result(found.get(key))
