"""What can still be undone of an order that is at a partner: whether it can be called off, and sent to another address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Chance(StrEnum):
    """`ANEW`: not over there, but it costs nothing yet, so that it is withdrawn and sent once more. `MAYBE`: nobody says
    before it is asked for. The last three are of what has been asked for already."""

    YES = "yes"
    ANEW = "anew"
    MAYBE = "maybe"
    NO = "no"
    REQUESTED = "requested"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class May:
    """`why` goes on from the chance: until when, why not, or what was answered."""

    chance: Chance
    why: str = ""


@dataclass(frozen=True, slots=True)
class StillOpen:
    cancel: May
    address: May
