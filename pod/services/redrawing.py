"""A person asks once more for pictures that came and cannot be printed: one better picture each, by the same ladder."""

from __future__ import annotations

from dataclasses import replace

from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, DesignState
from pod.model.errors import Conflict
from pod.model.job import Lane
from pod.services.asking import generate_job, provider_for, request_for, reserve
from pod.services.ports import Tx
from pod.services.repairing import asked_again
from pod.services.toolbox import Toolbox, design_as_seen, must_operate

_UNDECIDED = (DesignState.ARTWORK_READY, DesignState.WAITING_CUSTOMER)


class Redrawing:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def redraw(self, caller: Caller, design_id: str, *, seen: int | None = None) -> Design:
        """Its cost is reserved before anybody is told that it will be drawn; where the budget does not hold it, or nobody can be
        asked, nothing changes. Asked for again while it is under way it is refused, so that nothing is paid twice for one click."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            # jobs are locked before their design
            blocked = to_be_redrawn(tx.designs.get(caller.tenant_id, design_id))
            jobs = [tx.jobs.wake(caller.tenant_id, generate_job(design_id, c.n)) for c in blocked]
            design = design_as_seen(tx, caller, design_id, seen)
            blocked = to_be_redrawn(design)
            if not blocked:
                raise Conflict(
                    "nothing_blocked",
                    "None of its drawings is one that came and cannot be printed.",
                    "What has failed is tried again; a drawing that prints is changed by an edit.",
                )
            moved = tx.designs.move(design, DesignState.GENERATING, caller, "asked for once more, for a better picture")
            for candidate in blocked:
                self._ask(tx, caller, moved, candidate)
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.MODEL)
        return moved

    def _ask(self, tx: Tx, caller: Caller, design: Design, candidate: Candidate) -> None:
        step = asked_again(self._tools, tx, caller, design, candidate)
        if step is None:
            raise Conflict(
                "no_way_left",
                f"Nobody is left who could draw picture {candidate.n} better.",
                "Ask for another sentence or style, set up another service, or use a picture of your own.",
            )
        again = replace(candidate, repairs=(*candidate.repairs, step))
        drawing = tx.designs.move_candidate(caller.tenant_id, again, CandidateState.DRAWING)
        provider = provider_for(self._tools, tx, design, drawing)
        request = request_for(self._tools, design, drawing, provider)
        reserve(self._tools, tx, caller, drawing, provider, request)


def to_be_redrawn(design: Design) -> tuple[Candidate, ...]:
    """Drawings that came, and that no check lets pass, while none of the design's has been chosen."""
    if design.state not in _UNDECIDED or design.current_version_id or design.brief.upload_id:
        return ()
    return tuple(c for c in design.drawings if c.state is CandidateState.READY and c.findings.blocked)
