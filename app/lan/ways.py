"""Which way of trusting the laptop a phone has to go."""

from enum import StrEnum

IPHONES = ("iPhone", "iPad", "iPod")
ANDROIDS = ("Android", "HarmonyOS", "OpenHarmony")


class Way(StrEnum):
    """What the settings of a phone look like."""

    IPHONE = "iphone"
    ANDROID = "android"
    COMPUTER = "computer"


def way_of(user_agent: str) -> Way:
    """The way of whoever asks, as far as the browser says."""
    if any(mark in user_agent for mark in IPHONES):
        return Way.IPHONE
    if any(mark in user_agent for mark in ANDROIDS):
        return Way.ANDROID
    return Way.COMPUTER


def ways_from(user_agent: str) -> tuple[Way, ...]:
    """All ways, one's own first."""
    own = way_of(user_agent)
    return (own, *(way for way in Way if way != own))
