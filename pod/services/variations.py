"""Drawings of one brief that are nearly the same: told beside the later one, and counted. It follows from their pictures each
time that it is asked, so that one which was mended or drawn anew is never told by what it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pod.composition.likeness import ALIKE_BITS, BITS, bits_apart
from pod.model.artwork import Artwork
from pod.model.design import Candidate, CandidateState
from pod.model.findings import Finding, Findings, Severity

ALIKE = "alike"


def told_alike(candidates: Iterable[Candidate], artworks: Mapping[str, Artwork]) -> tuple[Candidate, ...]:
    """`candidates` of one design, each with a finding where it is nearly an earlier one. An edit is meant to be."""
    before: list[tuple[Candidate, str]] = []
    told = []
    for candidate in candidates:
        artwork = artworks.get(candidate.artwork_id)
        mark = artwork.likeness if artwork and not candidate.edit and candidate.state is CandidateState.READY else ""
        told.append(_told(candidate, mark, before))
        if mark:
            before.append((candidate, mark))
    return tuple(told)


def _told(candidate: Candidate, mark: str, before: list[tuple[Candidate, str]]) -> Candidate:
    if not mark:
        return candidate
    apart, first = min(((bits_apart(mark, other), c.n) for c, other in before), default=(BITS, 0))
    if apart > ALIKE_BITS:
        return candidate
    return replace(candidate, findings=candidate.findings + Findings((_finding(first, apart),)))


def _finding(first: int, apart: int) -> Finding:
    return Finding(
        ALIKE,
        Severity.CHOOSE,
        f"This drawing is nearly the same as drawing {first}.",
        f"{apart} of {BITS} features differ",
        f"more than {ALIKE_BITS}",
        way_out="Choose either of them, or ask for other drawings in other words.",
    )
