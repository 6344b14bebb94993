"""``/designs/{id}/edits``: change a picture by a sentence, its words, its cloth; and what has been changed so far."""

from __future__ import annotations

from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import ConfigDict, Field

from pod.model.artwork import Artwork
from pod.model.design import Candidate
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.product import BlackInk, Wrap
from pod.services.editing import Edited, Wish
from pod.web.api.design_shapes import DesignPath, links
from pod.web.api.shapes import (
    Answer,
    Asked,
    BoxOut,
    FileOut,
    FindingsOut,
    IdempotencyHeader,
    Word,
    Words,
    answered,
)
from pod.web.api.version_shapes import VersionOut
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import replayed
from pod.web.limits import WORK, limited

api = APIBlueprint("edits", __name__, url_prefix="/api/v1/designs", abp_tags=[Tag(name="designs")])


class RegionAsked(Asked):
    """A part of the artwork, as `artwork` of a candidate shows it, in shares of its sides."""

    x: float = Field(ge=0, le=1, examples=[0.4], description="Of the width, from the left.")
    y: float = Field(ge=0, le=1, examples=[0.1], description="Of the height, from the top.")
    width: float = Field(gt=0, le=1, examples=[0.2])
    height: float = Field(gt=0, le=1, examples=[0.15])

    def box(self) -> Box:
        return Box(self.x, self.y, self.width, self.height)


class EditAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"instruction": "make the fox blue"}]})

    instruction: Words | None = Field(
        None,
        examples=["make the fox blue"],
        description="What should change, in a sentence of at most 500 characters. Words, cloth, a clear background, a drop"
        " shadow and an outline are done here; the rest is drawn by a provider.",
    )
    lettering: Words | None = Field(
        None, examples=["READ MORE"], description="Other words; an empty text takes them off."
    )
    font: Word = Field("", description="Another face for the words, a kind of face or a mood, from `GET /lettering`.")
    layout: LetteringLayout | None = None
    effect: LetteringEffect | None = None
    cloth: Word | None = None
    wrap: Wrap | None = None
    region: RegionAsked | None = Field(
        None, description="The only part that is drawn anew, by an image service; everything around it stays as it is."
    )
    black: BlackInk | None = Field(
        None, description="`cloth` leaves black art out on black cloth, where the product offers it: the cloth shows."
    )

    def wish(self) -> Wish:
        region = self.region.box() if self.region else None
        look = LetteringLook(self.font, self.layout, self.effect)
        return Wish(self.instruction or "", self.lettering, self.cloth, self.wrap, region, self.black, look)


class EditOut(Answer):
    """What an edit has come to. `made`: it is a version, whose print files follow. `drawing`: the candidate is being drawn, and
    becomes the next version by itself."""

    state: str = Field(examples=["made"])
    version: VersionOut | None
    candidate: int | None = Field(description="Its number among the design's candidates.")
    links: dict[str, str]

    @classmethod
    def of(cls, design_id: str, edited: Edited) -> Self:
        return cls(
            state="drawing" if edited.candidate else "made",
            version=VersionOut.of(edited.version, ()) if edited.version else None,
            candidate=edited.candidate.n if edited.candidate else None,
            links=links(design_id),
        )


_MEASURED = ("registered", "changed", "elsewhere", "shift_right", "shift_down", "scale", "turn_degrees")


class ChangeOut(Answer):
    """How a picture differs from the one that it was made from, once both are laid over each other."""

    candidate: int
    instruction: str
    state: str = Field(examples=["ready"])
    reason: str = Field(description="Why it did not work, and the way out.")
    from_version: str
    registered: bool | None = Field(description="Whether the two show the same drawing at all.")
    changed: float | None = Field(description="Share of all that is drawn whose colour is another.")
    elsewhere: float | None = Field(description="The same outside the region of the change.")
    shift_right: float | None = Field(description="How far the drawing has moved, as a share of the picture's width.")
    shift_down: float | None = None
    scale: float | None = None
    turn_degrees: float | None = None
    region: BoxOut | None = Field(
        description="The box around the change, or the one that was asked for, in shares of the picture's sides."
    )
    put_back: bool | None = Field(
        None, description="Whether what had changed outside the region was taken from the picture before."
    )
    beside: FileOut | None = Field(description="Before and after beside each other, the region outlined.")
    checks: FindingsOut | None

    @classmethod
    def of(cls, candidate: Candidate, artwork: Artwork | None) -> Self:
        edit, change = candidate.edit, artwork.change if artwork else None
        measured = (*_MEASURED, "put_back")
        return cls(
            candidate=candidate.n,
            instruction=edit.instruction if edit else "",
            state=candidate.state.value,
            reason=candidate.reason,
            from_version=edit.version_id if edit else "",
            region=BoxOut.of(change.region) if change and change.region else None,
            beside=FileOut.of(artwork.beside) if artwork and artwork.beside else None,
            checks=FindingsOut.of(candidate.findings) if artwork else None,
            **{name: getattr(change, name) if change else None for name in measured},
        )


class ChangesOut(Answer):
    items: tuple[ChangeOut, ...]


@api.post("/<design_id>/edits", responses={202: EditOut})
@allow("link")
@limited(WORK)
def edit_design(path: DesignPath, header: IdempotencyHeader, body: EditAsked) -> Response:
    """Changes the current version: by a sentence, or its words, cloth and wrap. The change needs its own approval."""
    edited = services().edits.ask(caller(), path.design_id, body.wish(), idempotency_key=header.key)
    response = answered(EditOut.of(path.design_id, edited), 202)
    return response if edited.new else replayed(response)


@api.get("/<design_id>/edits", responses={200: ChangesOut})
@allow("link")
def list_edits(path: DesignPath) -> Response:
    """Every change of the picture that was asked for, the newest first, and how far it drifted."""
    designs, me = services().designs, caller()
    found = designs.get(me, path.design_id)
    edits = [c for c in reversed(found.candidates) if c.edit]
    items = tuple(ChangeOut.of(c, designs.artwork(me, c.artwork_id) if c.artwork_id else None) for c in edits)
    return answered(ChangesOut(items=items))
