"""Group commit: one thread writes what all requests of this process hand in."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import islice
from queue import SimpleQueue
from time import sleep
from typing import Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, OperationalError

from app.db.engine import Database

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Connection, Sequence[Item]], Sequence[Result]]
Job = tuple[list[Item], Future[list[Result | Exception]]]


class LostRace(Exception):
    """What was read before a lock was taken holds no longer: the work is done again."""


class Writer(Generic[Item, Result]):
    """One thread that writes what all requests of this process hand in, many in one commit.

    A group is written in one transaction. When that fails, its halves are tried, down to single
    items, so one bad item never takes another down with it; a race lost to another process is
    repeated. An item's result is given out only after the commit.
    """

    MOST = 500
    TRIES = 4

    def __init__(self, database: Database, work: Work[Item, Result]) -> None:
        self._database = database
        self._work = work
        self._queue: SimpleQueue[Job[Item, Result] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, items: list[Item]) -> Future[list[Result | Exception]]:
        """Hand in items; the future holds, for each, its result or why it could not be written."""
        answer: Future[list[Result | Exception]] = Future()
        self._queue.put((items, answer))
        return answer

    def close(self) -> None:
        """Write what was handed in, then stop."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        running = True
        while running:
            jobs, running = self._take()
            items = [item for job, _ in jobs for item in job]
            results = iter(self._write(items)) if items else iter(())
            for job, answer in jobs:
                answer.set_result(list(islice(results, len(job))))

    def _take(self) -> tuple[list[Job[Item, Result]], bool]:
        """All that waits, up to MOST items; whether more may come."""
        jobs: list[Job[Item, Result]] = []
        count = 0
        while count < self.MOST and (not jobs or not self._queue.empty()):
            job = self._queue.get()
            if job is None:
                return jobs, False
            items, answer = job
            if answer.set_running_or_notify_cancel():  # else nobody waits for it any more
                jobs.append(job)
                count += len(items)
        return jobs, True

    def _write(self, items: list[Item]) -> list[Result | Exception]:
        try:
            return list(self._committed(items))
        except Exception as problem:  # noqa: BLE001  (the request that handed it in decides)
            if len(items) == 1:
                return [problem]
            middle = len(items) // 2
            return self._write(items[:middle]) + self._write(items[middle:])

    def _committed(self, items: list[Item]) -> Sequence[Result]:
        for left in reversed(range(self.TRIES)):
            try:
                with self._database.turn_to_write() as engine, engine.begin() as connection:
                    return self._work(connection, items)
            except (IntegrityError, OperationalError, LostRace):
                if not left:
                    raise
                sleep(0.01 * (self.TRIES - left))
        raise AssertionError
