"""Screening a request: what is refused, by which words, and the decision that is kept of it.

A sentence that an operator has overruled passes from then on, to the letter; the lists stay as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import prompts
from pod.model.brief import MAX_LETTERING_CHARS, MAX_SUBJECT_CHARS, DesignBrief
from pod.model.caller import Caller
from pod.model.clock import Clock
from pod.model.errors import PodError, Problems
from pod.model.screening import Hit, HouseWords, Screening, Verdict
from pod.services.toolbox import Toolbox

NO_HOUSE_WORDS = HouseWords()

Refused = tuple[tuple[str, PodError], ...]
"""(field, error) for every word that is refused."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a sentence. `refused` is empty where nothing was, or where an operator has let it through."""

    refused: Refused
    decision: Screening

    def passing(self, design_id: str) -> Screening:
        """The decision about a design that goes on."""
        return _named(self.decision, Verdict.PASSED, design_id)


def judged(
    tools: Toolbox,
    caller: Caller,
    subject: str,
    lettering: str,
    *,
    brief: DesignBrief | None = None,
    design_id: str = "",
) -> Judged:
    """Looks at both fields and keeps a refusal, with the `brief` it was about, or the design whose words it was about."""
    sha256 = _sentence_sha256(subject, lettering)
    with tools.store.reading() as tx:
        house = tx.screenings.house(caller.tenant_id)
        let_through = tx.screenings.overruled(caller.tenant_id, [sha256])
    found = screened(subject, lettering, house)
    decision = _decision(tools.clock, caller, subject, lettering, sha256, house, found)
    if let_through or not found:
        return Judged((), decision)
    kept = _named(decision, Verdict.REFUSED, design_id, brief)
    with tools.store.writing() as tx:
        tx.screenings.keep(kept)
    return Judged(tuple((field, _numbered(e, kept)) for field, e in found), kept)


def screened(subject: str, lettering: str, house: HouseWords = NO_HOUSE_WORDS) -> Refused:
    """Every word that is refused and its field; then both fields as they stand together.

    What is too long is refused for that, and not looked at: that would take the longer the more there is to read.
    """
    if len(subject) > MAX_SUBJECT_CHARS or len(lettering) > MAX_LETTERING_CHARS:
        return ()
    fields = (("subject", subject), ("lettering", lettering))
    refused = tuple((field, e) for field, text in fields for e in prompts.screen(text, house))
    return refused or tuple(("subject", e) for e in prompts.screen(f"{subject}\n{lettering}", house))


def decisions_in(refused: Iterable[PodError]) -> tuple[str, ...]:
    """Ids of the decisions by which something was refused, among whatever else was."""
    each = (one for e in refused for one in ([inner for _, inner in e.problems] if isinstance(e, Problems) else [e]))
    return tuple(dict.fromkeys(str(one.details["decision"]) for one in each if "decision" in one.details))


def lists_by(house: HouseWords) -> str:
    """Names the lists that a decision was made by, the shop's own included."""
    if house == NO_HOUSE_WORDS:
        return prompts.list_version()
    return f"{prompts.list_version()}-{hashlib.sha256(repr(house).encode()).hexdigest()[:8]}"


def _sentence_sha256(subject: str, lettering: str) -> str:
    return hashlib.sha256(f"{prompts.plain(subject)}\0{prompts.plain(lettering)}".encode()).hexdigest()


def _decision(
    clock: Clock, caller: Caller, subject: str, lettering: str, sha256: str, house: HouseWords, found: Refused
) -> Screening:
    return Screening(
        id="",
        tenant_id=caller.tenant_id,
        sentence="\n".join(text for text in (prompts.plain(subject), prompts.plain(lettering)) if text),
        sentence_sha256=sha256,
        verdict=Verdict.PASSED,
        list_version=lists_by(house),
        hits=tuple(Hit(e.details["words"], e.details["category"], e.details["reason"]) for _, e in found),
        actor=caller.actor,
        at=clock.now(),
    )


def _named(decision: Screening, verdict: Verdict, design_id: str, brief: DesignBrief | None = None) -> Screening:
    """The same sentence refused by the same lists for the same design is one decision, however often it comes."""
    parts = (decision.tenant_id, decision.sentence_sha256, decision.list_version, verdict.value, design_id)
    name = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
    return replace(decision, id=name, verdict=verdict, design_id=design_id, brief=brief)


def _numbered(error: PodError, kept: Screening) -> PodError:
    """With the decision's number, by which a shopper can ask the shop to look at it again."""
    return type(error)(error.code, error.message, error.hint, decision=kept.id, **error.details)
