"""Taking in what a phone could not send: on the path that every capture takes."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.accounts.actor import Actor
from app.capture.arrival import Arrival, understood
from app.capture.batch import Refusal, read_batch
from app.capture.queries import capture_with_id
from app.capture.setting import Setting
from app.capture.verdict import Verdict
from app.db import Database, Writer
from app.photos.picture import reason_to_refuse
from app.photos.service import keep_photo
from app.photos.verdict import PhotoVerdict, refused
from app.rescue.armour import RescueFile
from app.rescue.contents import Content, Photo
from app.rescue.problem import Unreadable

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: a verdict for each capture, in their order, and photos by verdict."""

    content: Content
    verdicts: Sequence[Verdict]
    photos: Mapping[str, int]


def checked_owner(file: RescueFile, actor: Actor) -> None:
    if file.exhibitor_id != actor.exhibitor_id:
        raise Unreadable("other_exhibitor")


def take_in(
    database: Database,
    actor: Actor,
    setting: Setting,
    writer: Writer[Arrival, Verdict],
    *,
    content: Content,
    at: datetime,
) -> Taken:
    """Record captures, then keep their photos. What is here already is known: repeatable."""
    verdicts = [
        verdict
        for batch in content.batches()
        for verdict in _recorded(actor, setting, writer, batch, at)
    ]
    photos = Counter(_kept(database, actor, photo, at).verdict for photo in content.photos)
    return Taken(content, verdicts, photos)


def _recorded(
    actor: Actor,
    setting: Setting,
    writer: Writer[Arrival, Verdict],
    batch: Sequence[Any],
    at: datetime,
) -> Iterator[Verdict]:
    """How far the phone's clock is off nobody can tell from a file: its times are taken as said."""
    sent = {"device_time": at.isoformat(), "captures": list(batch)}
    items = read_batch(json.dumps(sent).encode())[1]
    arrivals = [
        understood(item, actor, setting, received_at=at, skew=timedelta(0))
        for item in items
        if not isinstance(item, Refusal)
    ]
    written = iter(writer.submit(arrivals).result(PATIENCE))
    for item in items:
        if isinstance(item, Refusal):
            yield Verdict("refused", item.reason, item.field)
        else:
            result = next(written)
            yield Verdict("refused", "unexpected") if isinstance(result, Exception) else result


def _kept(database: Database, actor: Actor, photo: Photo, at: datetime) -> PhotoVerdict:
    if photo.form is None:
        return refused("not_a_picture")
    if reason := reason_to_refuse(photo.content):
        return refused(reason)
    with database.writing() as session:
        if capture_with_id(session, actor, photo.form.capture_id) is None:
            return refused("capture_missing")
        return keep_photo(session, actor, photo.form, photo.content, at)
