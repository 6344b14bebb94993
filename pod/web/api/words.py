"""``/designs/{id}/words``: other words in the place of those that are there; the picture stays as it is."""

from __future__ import annotations

from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import ConfigDict, Field

from pod.printprep import WordsLaid
from pod.services.words import Changed
from pod.web.api.design_shapes import DesignPath, links
from pod.web.api.shapes import Answer, Asked, BoxOut, IdempotencyHeader, Words, answered
from pod.web.api.version_shapes import VersionOut
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import replayed
from pod.web.limits import WORK, limited

api = APIBlueprint("words", __name__, url_prefix="/api/v1/designs", abp_tags=[Tag(name="designs")])


class WordsAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"words": "THE MILLERS"}]})

    words: Words = Field(description="What is to be read there instead; a line break begins a new line.")


class WordsLaidOut(Answer):
    """How the words come out on one print area, in mm."""

    area: str = Field(examples=["front"])
    box_mm: BoxOut = Field(description="From the left upper corner of the trim.")
    x_height_mm: float = Field(description="Of the small letters.")
    min_x_height_mm: float = Field(description="Below this they fill in, by the product's process.")
    lines: tuple[str, ...]

    @classmethod
    def of(cls, laid: WordsLaid) -> Self:
        return cls(
            area=laid.area,
            box_mm=BoxOut.of(laid.box_mm),
            x_height_mm=laid.x_height_mm,
            min_x_height_mm=laid.min_x_height_mm,
            lines=laid.lines,
        )


class WordsOut(Answer):
    version: VersionOut
    before: str = Field(description="The version whose words were changed: it stays, and `restore` goes back to it.")
    words_before: str
    laid: tuple[WordsLaidOut, ...] = Field(description="Empty when the same key brought back an earlier change.")
    links: dict[str, str]

    @classmethod
    def of(cls, design_id: str, changed: Changed) -> Self:
        old = changed.before.recipe.lettering
        return cls(
            version=VersionOut.of(changed.version, ()),
            before=changed.before.id,
            words_before=old.text if old else "",
            laid=tuple(WordsLaidOut.of(laid) for laid in changed.laid),
            links=links(design_id),
        )


@api.post("/<design_id>/words", responses={202: WordsOut})
@allow("link")
@limited(WORK)
def change_words(path: DesignPath, header: IdempotencyHeader, body: WordsAsked) -> Response:
    """Sets other words in the place of those that are there.

    The picture around them prints as before, to the pixel; nothing is drawn, and nothing is charged. The new version needs
    its own approval.
    """
    changed = services().words.change(caller(), path.design_id, body.words, idempotency_key=header.key)
    response = answered(WordsOut.of(path.design_id, changed), 202)
    return response if changed.new else replayed(response)
