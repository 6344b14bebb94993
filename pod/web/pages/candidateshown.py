"""A drawing among those that a shopper picks from."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.artwork import Artwork
from pod.model.design import Candidate, Design
from pod.model.findings import Finding
from pod.services.recipes import own_words
from pod.web.files import file_url
from pod.web.pages import repairs, wording
from pod.web.pages.checkshown import unmeasured, worst_first
from pod.web.pages.edits import root_of
from pod.web.pages.repairs import RepairShown
from pod.web.strings import text


@dataclass(frozen=True, slots=True)
class CandidateShown:
    """`mending`: a better picture than the one that came is being asked for. `words` nobody asked for are set in it when it
    is chosen; `notes` say why, and what was not drawn."""

    n: int
    state: str
    picture: str
    alt: str
    style: str
    reason: str
    findings: tuple[Finding, ...]
    unmeasured: tuple[str, ...]
    repairs: tuple[RepairShown, ...]
    mending: bool
    chosen: bool
    notes: tuple[str, ...]
    words: str


def candidate_shown(
    found: Design, candidate: Candidate, artwork: Artwork | None, *, with_words: bool, worded: bool
) -> CandidateShown:
    return CandidateShown(
        n=candidate.n,
        state=candidate.state.value,
        picture=_picture(artwork, worded=worded) if artwork else "",
        alt=wording.candidate_alt(candidate, artwork),
        style=_title(found, candidate, artwork),
        reason=candidate.reason,
        findings=worst_first(candidate.findings.found),
        unmeasured=unmeasured(candidate.findings),
        repairs=repairs.shown(candidate.repairs),
        mending=candidate.repair is not None,
        chosen=candidate.n == root_of(found),
        notes=artwork.provenance.notes if artwork and not found.brief.upload_id else (),
        words=own_words(artwork) if artwork and with_words else "",
    )


def _picture(artwork: Artwork, *, worded: bool) -> str:
    shown = (artwork.worded if worded else None) or artwork.preview
    return file_url(shown) if shown else ""


def _title(found: Design, candidate: Candidate, artwork: Artwork | None) -> str:
    if found.brief.upload_id:
        return text("design.own_picture")
    return wording.style_title(candidate, artwork) or text("design.drawing", n=candidate.n)
