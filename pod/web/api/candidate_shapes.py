"""Drawings to pick from, as the API shows them: what was found in each, and what was done about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import Field

from pod.model.artwork import Artwork, FileRef
from pod.model.design import Candidate
from pod.model.repair import Repair
from pod.web.api.shapes import Answer, FileOut, FindingsOut


class RepairOut(Answer):
    """A better picture that was asked for by itself, because of what the checks found."""

    way: str = Field(examples=["edit"], description="edit, reroll, elsewhere or embedded.")
    reasons: tuple[str, ...] = Field(examples=[["cut_by_edge"]])
    told: str = Field(description="What was said beside the prompt.")
    before: dict[str, str] = Field(
        examples=[{"cut_by_edge": "69 %"}], description="What was left to find, as measured."
    )
    after: dict[str, str] = Field(description="What is found in the picture that came.")
    worse: tuple[str, ...] = Field(description="The checks that only the new picture fails.")
    kept: bool = Field(description="Whether the new picture took the other's place.")
    outcome: str
    before_picture: FileOut | None
    after_picture: FileOut | None

    @classmethod
    def of(cls, repair: Repair, pictures: Mapping[str, FileRef | None]) -> Self:
        before, after = (pictures.get(name) for name in (repair.before, repair.after))
        return cls(
            way=repair.way.value,
            reasons=repair.reasons,
            told=repair.told,
            before=dict(repair.left),
            after=dict(repair.found),
            worse=repair.worse,
            kept=repair.kept,
            outcome=repair.outcome,
            before_picture=FileOut.of(before) if before else None,
            after_picture=FileOut.of(after) if after else None,
        )


class CandidateOut(Answer):
    n: int
    state: str = Field(examples=["ready"])
    style: str
    outcome: str
    reason: str
    checks: FindingsOut | None
    picture: FileOut | None = Field(description="A small picture of it, mended.")
    worded: FileOut | None = Field(description="The same with its own `words` set as they will be, where it has some.")
    artwork: FileOut | None = Field(description="The master as it was drawn.")
    vector: FileOut | None = Field(description="Its SVG, where the provider drew one.")
    width_px: int
    height_px: int
    credits: tuple[str, ...]
    notes: tuple[str, ...] = Field(description="What could not be drawn as asked, and what was done instead.")
    words: str = Field(
        description="Words that nobody asked for and that are set when it is chosen: a saying, or a sentence that nothing shows."
    )
    repairs: tuple[RepairOut, ...] = Field(
        description="How often it was asked for again by itself, and what came of it."
    )

    @classmethod
    def of(cls, candidate: Candidate, artworks: Mapping[str, Artwork], *, own_words: bool, worded: bool) -> Self:
        """`artworks` are its own and those of its repairs; `own_words`: whether it is chosen with those that it was made
        for, `worded`: whether its small picture shows them as they would be."""
        artwork = artworks.get(candidate.artwork_id)
        pictures = {name: drawn.preview for name, drawn in artworks.items()}
        return cls(
            n=candidate.n,
            state=candidate.state.value,
            style=candidate.prompt.style if candidate.prompt else "",
            outcome=candidate.outcome,
            reason=candidate.reason,
            checks=FindingsOut.of(candidate.findings) if artwork else None,
            picture=FileOut.of(artwork.preview) if artwork and artwork.preview else None,
            worded=FileOut.of(artwork.worded) if artwork and artwork.worded and worded else None,
            artwork=FileOut.of(artwork.file) if artwork else None,
            vector=FileOut.of(artwork.vector) if artwork and artwork.vector else None,
            width_px=artwork.width_px if artwork else 0,
            height_px=artwork.height_px if artwork else 0,
            credits=artwork.provenance.credits if artwork else (),
            notes=artwork.provenance.notes if artwork else (),
            words=artwork.facts.get("words", "") if artwork and own_words else "",
            repairs=tuple(RepairOut.of(r, pictures) for r in candidate.repairs if not r.under_way),
        )
