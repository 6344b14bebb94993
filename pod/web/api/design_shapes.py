"""Designs, as the API asks for them and shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from pod.model.brief import DesignBrief, Wanted
from pod.model.design import Design, DesignState
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.listing import Page
from pod.model.product import Wrap
from pod.services.designs import Progress
from pod.web.api.candidate_shapes import CandidateOut
from pod.web.api.shapes import Answer, Asked, Listing, Text, Word, Words
from pod.web.api.version_shapes import FilesOut, VersionOut

_EXAMPLE: dict[str, Any] = {
    "subject": "a fox reading a book under the moon",
    "product": "tee",
    "cloth": "navy",
    "lettering": "READ ON",
}


class DesignAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    subject: Text = Field("", description="What should be seen, in a sentence of at most 500 characters.")
    product: Word
    style: Word = ""
    lettering: Text = ""
    font: Word = Field("", description="A face, a kind of face or a mood, from `GET /lettering`.", examples=["retro"])
    layout: LetteringLayout | None = Field(
        None, description="How the words are laid; as the picture keeps a place for them."
    )
    effect: LetteringEffect | None = Field(None, description="What is done to their letters.")
    palette: Word | list[Word] = Field("", max_length=200, description="A palette's name, or inks as #rrggbb.")
    placements: list[Word] = Field(
        [], max_length=20, description="Names of print areas; the product's first where empty."
    )
    wrap: Wrap = Field(Wrap.MIRROR, description="What goes round the edge of a canvas.")
    cloth: Word = ""
    candidates: int = 4
    provider: Word = ""
    seed: int | None = Field(None, ge=0, lt=2**31)
    artwork: Word = Field("", description="The id of an upload: your own picture instead of a drawing.")
    reference: Word = Field(
        "", description="The id of an upload: a picture as a guide, for image services that take one along."
    )
    customer: Word = Field(
        "", description="Whom your program asks for, as it calls them: whose budget of the day this counts towards."
    )

    def brief(self) -> DesignBrief:
        named = isinstance(self.palette, str)
        return DesignBrief(
            subject=self.subject,
            product=self.product,
            style=self.style,
            placements=tuple(Wanted(area) for area in self.placements),
            wrap=self.wrap,
            lettering=self.lettering,
            palette=() if named else tuple(self.palette),
            palette_name=str(self.palette) if named else "",
            cloth=self.cloth,
            candidates=self.candidates,
            provider=self.provider,
            seed=self.seed,
            upload_id=self.artwork,
            reference_id=self.reference,
            look=LetteringLook(self.font, self.layout, self.effect),
        )


class DesignPath(BaseModel):
    design_id: Word


class ChoiceAsked(Asked):
    candidate: int = Field(examples=[1], description="The candidate's number `n`.")


class ApprovalAsked(Asked):
    role: Literal["shopper", "shop"] = Field("shopper", description="`shop` is for operators.")
    version: Text = Field("", description="The version that was looked at: refused where another has taken its place.")
    own_prints: list[Text] | None = Field(
        None,
        max_length=200,
        description="Ids of the own prints whose proofs were looked at; left out, it is a yes to all that there are.",
    )


class LookAsked(Asked):
    lettering: Words | None = Field(None, examples=["READ MORE"])
    font: Word = ""
    layout: LetteringLayout | None = None
    effect: LetteringEffect | None = None
    cloth: Text | None = None
    wrap: Wrap | None = None
    layer: bool = Field(default=False, description="The art alone, to be laid over the empty product in any cloth.")


class RestoreAsked(Asked):
    version: Text = Field(description="The id of an older version of this design.")


class ReasonAsked(Asked):
    reason: Words = Field(examples=["The moon should be smaller."])


class DesignListing(Listing):
    state: Literal[""] | DesignState = ""
    product: Word = ""


class DesignAccepted(Answer):
    id: str
    state: str = Field(examples=["briefed"])
    links: dict[str, str]


class ProgressOut(Answer):
    done: int
    total: int
    text: str = Field(examples=["Drawing 2 of 4"])


class DesignRow(Answer):
    """A design in a list."""

    id: str
    state: str = Field(examples=["proof_ready"])
    reason: str
    subject: str
    product: str
    cloth: str
    style: str
    lettering: str
    created_at: datetime
    revision: int
    chosen: int | None
    current_version_id: str

    @classmethod
    def of(cls, design: Design) -> Self:
        return cls(**_row(design))


class DesignOut(DesignRow):
    """Everything a page or a program needs to show a design and go on with it."""

    progress: ProgressOut
    next_poll_s: float = Field(description="Seconds until it is worth asking again; 0 when a person is needed.")
    candidates: tuple[CandidateOut, ...]
    version: VersionOut | None
    files: FilesOut | None
    links: dict[str, str]

    @classmethod
    def whole(
        cls,
        design: Design,
        progress: Progress,
        candidates: tuple[CandidateOut, ...],
        version: VersionOut | None,
        files: FilesOut | None,
    ) -> Self:
        return cls(
            **_row(design),
            progress=ProgressOut(done=progress.done, total=progress.total, text=progress.text),
            next_poll_s=progress.next_poll_s,
            candidates=candidates,
            version=version,
            files=files,
            links=links(design.id),
        )


class DesignsOut(Answer):
    items: tuple[DesignRow, ...]
    next_cursor: str
    counts: dict[str, int] = Field(description="How many there are in each state, over the whole filter.")

    @classmethod
    def of(cls, page: Page[Design]) -> Self:
        return cls(items=tuple(DesignRow.of(d) for d in page.items), next_cursor=page.next_cursor, counts=page.counts)


def links(design_id: str) -> dict[str, str]:
    """Where a design is looked at and changed."""
    here = f"/api/v1/designs/{design_id}"
    return {"self": here, **{name: f"{here}/{name}" for name in _WAYS}}


_WAYS = ("choose", "edits", "words", "looks", "restore", "retry", "approve", "reject", "versions", "files")


def _row(design: Design) -> dict[str, Any]:
    brief = design.brief
    return {
        "id": design.id,
        "state": design.state.value,
        "reason": design.reason,
        "subject": brief.subject,
        "product": brief.product,
        "cloth": brief.cloth,
        "style": brief.style,
        "lettering": brief.lettering,
        "created_at": design.created_at,
        "revision": design.revision,
        "chosen": design.chosen,
        "current_version_id": design.current_version_id,
    }
