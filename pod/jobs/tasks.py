"""Which verb runs a job of which kind."""

from __future__ import annotations

from pod.jobs.claim import Tasks
from pod.services.generation import Generation
from pod.services.handoff import HandOffs
from pod.services.preparation import Preparation


def tasks(generation: Generation, preparation: Preparation, handoffs: HandOffs) -> Tasks:
    return {
        "generate": generation.generate,
        "prepare": preparation.prepare,
        "hand_off": handoffs.advance,
    }
