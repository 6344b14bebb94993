"""The ladder: a picture that its checks found wanting is kept, and asked for again, as the shop's rules allow.

Free repairs have been made by then. What is left is looked up in a table (`prompts.wanting`): an edit, another drawing by the
same service with the rule said more strongly, another service, this machine, and then a person. Each try is a call like
any other, with ledger rows of its own, and whatever becomes of it, the picture that is there is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import prompts
from pod.model.artwork import Artwork
from pod.model.brief import Prompt
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, DesignState
from pod.model.findings import Findings
from pod.model.repair import Repair, Way, left_in
from pod.providers.base import Capabilities, OutcomeKind
from pod.services.asking import chances
from pod.services.candidates import close_rows, complete
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

_SEEDS = 2**31
_NEXT_SEED = 7919
"""A prime: candidates' own seeds follow each other, and none of theirs is drawn again."""


def taken(
    tools: Toolbox,
    tx: Tx,
    me: Caller,
    candidate: Candidate,
    artwork: Artwork,
    findings: Findings,
    prompt: Prompt,
) -> bool:
    """A drawing that came, as the candidate's picture or beside the one that it was to improve on. True where it is asked
    for once more."""
    tx.designs.add_artwork(me.tenant_id, artwork)
    new = replace(candidate, artwork_id=artwork.id, findings=findings, prompt=prompt)
    if candidate.repair is None:
        return _go_on(tools, tx, me, new)
    step = candidate.repair.compared(artwork.id, candidate.findings, findings)
    return _go_on(tools, tx, me, _with(new if step.kept else candidate, step))


def went_without(tools: Toolbox, tx: Tx, me: Caller, candidate: Candidate, repair: Repair, why: str) -> bool:
    """The repair brought no picture. True where another way is tried."""
    close_rows(tx, me, candidate, why)
    return _go_on(tools, tx, me, _with(candidate, repair.ended(why)))


def broken_off(tx: Tx, me: Caller, candidate: Candidate, repair: Repair, why: str) -> None:
    """No further way is tried: the best that there is stays."""
    close_rows(tx, me, candidate, why)
    _finish(tx, me, _with(candidate, repair.ended(why)))


def _with(candidate: Candidate, step: Repair) -> Candidate:
    return replace(candidate, repairs=(*candidate.repairs[:-1], step))


def _go_on(tools: Toolbox, tx: Tx, me: Caller, candidate: Candidate) -> bool:
    step = _next(tools, tx, me, candidate)
    if step is None:
        _finish(tx, me, candidate)
        return False
    again = replace(candidate, repairs=(*candidate.repairs, step))
    tx.designs.move_candidate(me.tenant_id, again, CandidateState.DRAWING)
    return True


def _finish(tx: Tx, me: Caller, candidate: Candidate) -> None:
    tx.designs.move_candidate(me.tenant_id, candidate, CandidateState.READY, outcome=OutcomeKind.OK.value)
    complete(tx, me, candidate.design_id)


# --- which way is next


def _next(tools: Toolbox, tx: Tx, me: Caller, candidate: Candidate) -> Repair | None:
    """The first way that has not been tried, is there for everything that is left, and that somebody can go."""
    design = tx.designs.get(me.tenant_id, candidate.design_id)
    prompt = candidate.prompt
    if prompt is None or design.state is not DesignState.GENERATING:
        return None
    rules = prompts.wanting(candidate.findings.found, cut_out=bool(prompt.key_rgb))
    tried = {repair.way for repair in candidate.repairs}
    for way in prompts.ways_for(rules):
        if way in tried:
            continue
        step = _step(candidate, way, rules, prompt)
        among = _able(tools, tx, design, candidate, step)
        if among:
            return replace(step, among=among)
    return None


def asked_again(tools: Toolbox, tx: Tx, caller: Caller, design: Design, candidate: Candidate) -> Repair | None:
    """The step that a person asks for: a way that has not been tried, or else one that is tried anew; None where nobody can go
    any."""
    if candidate.prompt is None:
        return None
    rules = prompts.wanting(candidate.findings.found, cut_out=bool(candidate.prompt.key_rgb))
    tried = {repair.way for repair in candidate.repairs}
    for way in sorted(prompts.ways_for(rules), key=tried.__contains__):
        step = replace(_step(candidate, way, rules, candidate.prompt), asked_by=caller.actor)
        if among := _able(tools, tx, design, candidate, step):
            return replace(step, among=among)
    return None


def _step(candidate: Candidate, way: Way, rules: tuple[str, ...], prompt: Prompt) -> Repair:
    nth = len(candidate.repairs) + 1
    return Repair(
        nth=nth,
        way=way,
        reasons=rules,
        among=(),
        seed=(candidate.seed + _NEXT_SEED * nth) % _SEEDS,
        told=prompts.told_by(rules, way, prompt),
        before=candidate.artwork_id,
        left=left_in(candidate.findings),
    )


_GOES: Mapping[Way, Callable[[Capabilities, bool, bool], bool]] = {
    Way.EDIT: lambda can, drew, _: drew and can.edits and not can.redraws,
    Way.REROLL: lambda _can, drew, _: drew,
    Way.ELSEWHERE: lambda can, _, asked: not asked and not can.local_cpu,
    Way.EMBEDDED: lambda can, _, asked: not asked and can.local_cpu,
}
"""Who goes a way: what it can, whether it drew the picture that is to be better, and whether it drew any before."""


def _able(tools: Toolbox, tx: Tx, design: Design, candidate: Candidate, step: Repair) -> tuple[str, ...]:
    """The names of those who can be asked, and paid where they cost anything."""
    drew, asked = _who_drew(tx, design.tenant_id, candidate)
    goes = _GOES[step.way]
    among = tuple(n for n, p in tools.providers.items() if goes(p.capabilities, n == drew, n in asked))
    asking = replace(candidate, repairs=(*candidate.repairs, replace(step, among=among)))
    return tuple(chance.provider.name for chance in chances(tools, tx, design, asking) if not chance.unfit)


def _who_drew(tx: Tx, tenant_id: str, candidate: Candidate) -> tuple[str, frozenset[str]]:
    """Who drew the picture that there is, and who any before it."""
    drawn = tx.designs.artworks(tenant_id, sorted(candidate.artworks))
    return drawn[candidate.artwork_id].provenance.provider, frozenset(a.provenance.provider for a in drawn.values())
