"""Where an import stands."""

from datetime import datetime, timedelta

UNDER_WAY = "under_way"
# Every chunk is a heartbeat. Without one the server was stopped: somebody may begin again.
LONGEST_PAUSE = timedelta(minutes=2)


def is_under_way(state: str, beat_at: datetime, at: datetime) -> bool:
    return state == UNDER_WAY and at - beat_at < LONGEST_PAUSE


def was_cut_off(state: str, beat_at: datetime, at: datetime) -> bool:
    return state == UNDER_WAY and not is_under_way(state, beat_at, at)
