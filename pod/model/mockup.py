"""A mock-up: one side of a version as a partner draws it on one of its variants. It is looked at beside the proof, and is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.artwork import FileRef
from pod.model.states import table


class MockupState(StrEnum):
    ASKED = "asked"
    ASKING = "asking"  # committed before the call: whoever finds it does not know whether the partner has begun one
    DRAWING = "drawing"
    DRAWN = "drawn"
    FAILED = "failed"


MOCKUP_MOVES = table(
    {
        MockupState.ASKED: (MockupState.ASKING, MockupState.FAILED),
        MockupState.ASKING: (MockupState.ASKING, MockupState.ASKED, MockupState.DRAWING, MockupState.FAILED),
        MockupState.DRAWING: (MockupState.DRAWN, MockupState.FAILED),
        MockupState.DRAWN: (),
        MockupState.FAILED: (MockupState.ASKED,),
    }
)


@dataclass(frozen=True, slots=True)
class Mockup:
    """`variant` is ours, `task_id` the partner's. `asks` counts the calls that may have begun a task there."""

    id: str
    tenant_id: str
    version_id: str
    partner: str
    area: str
    variant: str
    asked_at: datetime
    actor: str
    state: MockupState = MockupState.ASKED
    revision: int = 1
    asks: int = 0
    task_id: str = ""
    reason: str = ""
    picture: FileRef | None = None
    drawn_at: datetime | None = None

    @property
    def ended(self) -> bool:
        return self.state in (MockupState.DRAWN, MockupState.FAILED)


def mockup_id(tenant_id: str, version_id: str, partner: str, area: str, variant: str) -> str:
    """One for each of them, whoever asks and how often."""
    told = "\n".join((tenant_id, version_id, partner, area, variant))
    return hashlib.sha256(told.encode()).hexdigest()[:32]
