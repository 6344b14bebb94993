"""A design: a brief, its candidates, its versions, and the states it passes through."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.brief import DesignBrief, Prompt
from pod.model.edit import Edit
from pod.model.findings import Findings
from pod.model.recipe import Recipe
from pod.model.repair import Repair
from pod.model.states import table

DESIGN_ID = re.compile(r"^[0-9a-f]{32}$")


def new_design_id() -> str:
    """128 random bits: the link is the right to see the design, and nothing else."""
    return secrets.token_hex(16)


class DesignState(StrEnum):
    BRIEFED = "briefed"
    GENERATING = "generating"
    ARTWORK_READY = "artwork_ready"
    PREPARING = "preparing"
    PROOF_READY = "proof_ready"
    APPROVED = "approved"
    WAITING_CUSTOMER = "waiting_customer"
    REJECTED = "rejected"
    REFUSED = "refused"
    FAILED = "failed"
    ARCHIVED = "archived"


_D = DesignState
DESIGN_MOVES = table(
    {
        _D.BRIEFED: (_D.GENERATING, _D.REFUSED, _D.FAILED, _D.ARCHIVED),
        _D.GENERATING: (_D.ARTWORK_READY, _D.REFUSED, _D.FAILED, _D.ARCHIVED),
        # an edit that needs the provider goes back to generating; choosing a candidate makes version 1
        _D.ARTWORK_READY: (_D.PREPARING, _D.GENERATING, _D.WAITING_CUSTOMER, _D.REJECTED, _D.ARCHIVED),
        # a preflight that needs a choice asks the customer; nothing slips through to a proof; an edit overtakes
        _D.PREPARING: (_D.PREPARING, _D.PROOF_READY, _D.WAITING_CUSTOMER, _D.FAILED, _D.ARCHIVED),
        _D.PROOF_READY: (
            _D.APPROVED,
            _D.PREPARING,
            _D.GENERATING,
            _D.WAITING_CUSTOMER,
            _D.REJECTED,
            _D.ARCHIVED,
        ),
        # an edit after approval makes a new version, which starts at preparing
        _D.APPROVED: (_D.PREPARING, _D.GENERATING, _D.ARCHIVED),
        _D.WAITING_CUSTOMER: (
            _D.PREPARING,
            _D.GENERATING,
            _D.PROOF_READY,
            _D.ARTWORK_READY,
            _D.REJECTED,
            _D.ARCHIVED,
        ),
        _D.REJECTED: (_D.PREPARING, _D.GENERATING, _D.ARCHIVED),
        _D.FAILED: (_D.GENERATING, _D.PREPARING, _D.ARCHIVED),
        _D.REFUSED: (_D.ARCHIVED,),
        # words that a buyer wants again: the design that was made for them, and none beside it
        _D.ARCHIVED: (_D.PREPARING,),
    }
)


class CandidateState(StrEnum):
    QUEUED = "queued"
    DRAWING = "drawing"
    READY = "ready"
    FAILED = "failed"


_C = CandidateState
CANDIDATE_MOVES = table(
    {
        _C.QUEUED: (_C.DRAWING, _C.FAILED),
        # a picture that its checks found wanting is kept, and drawn again
        _C.DRAWING: (_C.DRAWING, _C.READY, _C.FAILED, _C.QUEUED),
        # a picture that no check lets pass is drawn once more when a person asks for it
        _C.READY: (_C.DRAWING,),
        _C.FAILED: (_C.QUEUED,),
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One drawing of the brief. `outcome` is the provider outcome's name, or the code of what kept it from being asked;
    `reason` the sentence when it failed. `round` counts how often a person has asked for it again. `edit` is there where it
    is no drawing of the brief but a change of a version, which becomes the next version by itself.

    `repairs` are the times that its picture was asked for again because of what was found in it. While one is under way the
    artwork is the best so far.
    """

    design_id: str
    n: int
    state: CandidateState
    seed: int
    artwork_id: str = ""
    outcome: str = ""
    reason: str = ""
    findings: Findings = Findings()
    prompt: Prompt | None = None
    round: int = 0
    edit: Edit | None = None
    repairs: tuple[Repair, ...] = ()

    @property
    def repair(self) -> Repair | None:
        """The one that is under way."""
        return self.repairs[-1] if self.repairs and self.repairs[-1].under_way else None

    @property
    def artworks(self) -> frozenset[str]:
        """The ids of its own picture, and of those that its repairs began with and brought."""
        steps = ((repair.before, repair.after) for repair in self.repairs)
        return frozenset({self.artwork_id, *(name for step in steps for name in step)} - {""})

    @property
    def at_work(self) -> bool:
        return self.state in (CandidateState.QUEUED, CandidateState.DRAWING)


@dataclass(frozen=True, slots=True)
class Version:
    """A frozen recipe of a design. An edit makes the next one; an approval belongs to exactly one."""

    id: str
    design_id: str
    n: int
    recipe: Recipe
    recipe_sha256: str
    created_at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class Standing:
    """As little of a design as tells whether anything of it has changed: what a page that waits asks for all the time."""

    state: DesignState
    revision: int


@dataclass(frozen=True, slots=True)
class Design:
    """`revision` rises with every change to anything under the design: it is the ETag."""

    id: str
    tenant_id: str
    brief: DesignBrief
    state: DesignState
    actor: str
    created_at: datetime
    revision: int = 0
    reason: str = ""
    chosen: int | None = None
    current_version_id: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def drawings(self) -> tuple[Candidate, ...]:
        """The candidates that the brief asked for, without later edits."""
        return tuple(c for c in self.candidates if c.edit is None)

    @property
    def edit_at_work(self) -> Candidate | None:
        return next((c for c in self.candidates if c.edit and c.at_work), None)

    def drawn_as(self, artwork_id: str) -> Candidate | None:
        return next((c for c in self.candidates if c.artwork_id == artwork_id), None)
