"""What a sentence was screened for, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.brief import DesignBrief


@dataclass(frozen=True, slots=True)
class HouseWord:
    """A shop's own word: refused, with what to say `instead`, or allowed, with `why`."""

    words: str
    instead: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class HouseWords:
    refused: tuple[HouseWord, ...] = ()
    allowed: tuple[HouseWord, ...] = ()


class Rule(StrEnum):
    """What a shop says of a word of its own."""

    REFUSE = "refuse"
    ALLOW = "allow"


class Verdict(StrEnum):
    PASSED = "passed"
    REFUSED = "refused"
    OVERRULED = "overruled"


@dataclass(frozen=True, slots=True)
class Hit:
    words: str
    category: str
    reason: str


@dataclass(frozen=True, slots=True)
class Screening:
    """One decision, kept for ever: nothing of it is changed, an overrule is a decision of its own.

    `design_id` is the design that goes on, or whose words were to be changed; `brief` is what was asked for and refused,
    so that it can be taken up again. `reason` is the operator's.
    """

    id: str
    tenant_id: str
    sentence: str
    sentence_sha256: str
    verdict: Verdict
    list_version: str
    hits: tuple[Hit, ...]
    actor: str
    at: datetime
    design_id: str = ""
    reason: str = ""
    brief: DesignBrief | None = None
