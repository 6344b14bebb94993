"""Designs with other words than the one that they were made from: for a list of names, or for a buyer of a shop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PersonalDesign:
    """`parent_id` and `version_id` are the design and the version whose words were changed. `batch` and `place` say what it
    was made for, and nothing is made for the same place twice: a list of names and its row, or a shop's order and its line."""

    design_id: str
    tenant_id: str
    parent_id: str
    version_id: str
    batch: str
    place: str
    actor: str
    created_at: datetime


class Cover(StrEnum):
    """Whose yes a buyer's words need: each a yes of its own; or, within what is measured, the yes that the pattern has."""

    EACH = "each"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class PersonalOffer:
    """A design whose words are its buyers' own: what it says itself is a sample, and is sold to nobody unasked."""

    design_id: str
    tenant_id: str
    cover: Cover
    actor: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One row of a list of names: what is to be read, what its files are called, and as what and how often it is wanted."""

    row: int
    words: str
    name: str
    sku: str = ""
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of names for a version of a design. `stopped` says why no further row of it is begun."""

    id: str
    tenant_id: str
    actor: str
    created_at: datetime
    design_id: str
    version_id: str
    lines: tuple[RosterLine, ...]
    stopped: str = ""


class RowState(StrEnum):
    WAITING = "waiting"
    PREPARING = "preparing"
    READY = "ready"
    APPROVED = "approved"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """What became of one row, for a report; `reason` where a person is needed."""

    row: int
    words: str
    name: str
    sku: str
    quantity: int
    state: RowState = RowState.WAITING
    design: str = ""
    version: str = ""
    reason: str = ""
