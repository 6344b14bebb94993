"""Listings and histories, as stores answer them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a listing; `next_cursor` is "" on the last. `counts` is per state over the whole filter."""

    items: tuple[T, ...]
    next_cursor: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class History:
    """One move of one thing: who, when, from what, to what, why, and through which door."""

    subject: str
    came_from: str
    became: str
    actor: str
    at: datetime
    note: str = ""
    origin: str = ""


class Needs(StrEnum):
    """What a design or an order waits for, where its state alone does not say it."""

    APPROVAL = "approval"
    """A proof that the shop has not said yes to."""
    REPAIR = "repair"
    """A design that failed, or that a check has stopped."""
    PARTNER = "partner"
    """An order with a hand-off that is on hold, refused, or without an answer."""
