"""A lean HTTP client, so that the server is what is measured."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from time import perf_counter

from app.kit.ids import new_id
from bench.stage import Stage

NUMBERS = count(1)
PHONES = count()
KINDS = ({"kind": "demo"}, {"kind": "brochure"})


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds a request took, over `seconds` of wall time."""

    latencies: list[float]
    seconds: float
    captures: int

    @property
    def rate(self) -> float:
        return self.captures / self.seconds

    def percentile(self, share: float) -> float:
        """In milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def request(stage: Stage, size: int) -> bytes:
    """One POST with `size` captures of people met for the first time."""
    sent = {
        "device_time": datetime.now(UTC).isoformat(),
        "captures": [_capture(stage) for _ in range(size)],
    }
    body = json.dumps(sent, ensure_ascii=False).encode()
    token = stage.tokens[next(PHONES) % len(stage.tokens)]
    head = (
        "POST /captures/sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _capture(stage: Stage) -> dict[str, object]:
    number = next(NUMBERS)
    badge = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber{number};Anna;;;\r\nFN:Anna Weber{number}\r\n"
        "ORG:Brückner Maschinenbau GmbH\r\nTITLE:Head of Procurement\r\n"
        f"TEL;TYPE=CELL:+49891{number:07d}\r\n"
        f"EMAIL:anna.weber{number}@brueckner.example\r\nUID:R-{number}\r\nEND:VCARD"
    )
    return {
        "capture_id": str(new_id()),
        "show_id": str(stage.show_id),
        "member_id": str(stage.member_id),
        "captured_at": datetime.now(UTC).isoformat(),
        "source": "camera",
        "symbology": "qr_code",
        "payload_b64": b64encode(badge.encode()).decode(),
        "rating": "warm",
        "interactions": KINDS,
        "note": "Wants the line by spring, replaces two presses." if number % 2 else "",
    }


async def closed_loop(port: int, requests: Sequence[bytes], clients: int, size: int) -> Measured:
    """Every client sends its next request when the last was answered."""
    waiting, latencies = iter(requests), []

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for prepared in waiting:
            start = perf_counter()
            await _ask(reader, writer, prepared)
            latencies.append(perf_counter() - start)
        writer.close()

    start = perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    return Measured(latencies, perf_counter() - start, len(requests) * size)


async def open_loop(port: int, requests: Sequence[bytes], clients: int, rate: float) -> Measured:
    """Requests start at their appointed time, answered or not; a late start counts as waiting."""
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(clients):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    latencies: list[float] = []
    begin = perf_counter()

    async def one(prepared: bytes, appointed: float) -> None:
        connection = await free.get()
        await _ask(*connection, prepared)
        latencies.append(perf_counter() - appointed)
        free.put_nowait(connection)

    async with asyncio.TaskGroup() as group:
        for place, prepared in enumerate(requests):
            appointed = begin + place / rate
            await asyncio.sleep(max(0.0, appointed - perf_counter()))
            group.create_task(one(prepared, appointed))
    return Measured(latencies, perf_counter() - begin, len(requests))


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, prepared: bytes) -> None:
    writer.write(prepared)
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    body = await reader.readexactly(length)
    if not head.startswith(b"HTTP/1.1 200") or b'"recorded"' not in body:
        raise RuntimeError(head + body)
