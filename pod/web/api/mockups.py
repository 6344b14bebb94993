"""``/designs/{id}/mockups``: a version as a partner draws it on its own products, beside the proof."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import ConfigDict, Field

from pod.model.mockup import Mockup, MockupState
from pod.services.mockups import MockupWish
from pod.web.api.design_shapes import DesignPath
from pod.web.api.shapes import Answer, Asked, FileOut, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import WORK, limited

api = APIBlueprint("mockups", __name__, url_prefix="/api/v1/designs", abp_tags=[Tag(name="designs")])


class MockupAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"size": "M"}]})

    version: Word = Field("", description="The current one where empty.")
    partner: Word = Field("", description="The one that draws, where only one does.", examples=["printful"])
    size: Word = Field("", description="The first that the partner sells where empty; the cloth is the version’s.")
    areas: list[Word] = Field([], max_length=20, description="Every one that is printed where empty.")

    def wish(self) -> MockupWish:
        return MockupWish(self.version, self.partner, self.size, tuple(self.areas))


class MockupOut(Answer):
    id: str
    version: str
    partner: str
    area: str
    variant: str = Field(examples=["tee/M/navy"])
    state: MockupState
    reason: str = Field(description="Why it waits or has failed, or that it was asked for more than once.")
    asked_at: datetime
    drawn_at: datetime | None
    picture: FileOut | None = Field(description="Drawn by the partner. It is no proof: nothing is approved by it.")

    @classmethod
    def of(cls, mockup: Mockup) -> Self:
        same = {name: getattr(mockup, name) for name in cls.model_fields if name not in ("version", "picture")}
        picture = FileOut.of(mockup.picture) if mockup.picture else None
        return cls(version=mockup.version_id, picture=picture, **same)


class MockupsOut(Answer):
    items: tuple[MockupOut, ...]
    partners: tuple[str, ...] = Field(description="Those that are set up and draw.")

    @classmethod
    def of(cls, found: tuple[Mockup, ...]) -> Self:
        return cls(items=tuple(map(MockupOut.of, found)), partners=services().mockups.partners)


@api.post("/<design_id>/mockups", responses={202: MockupsOut})
@allow("operator")
@limited(WORK)
def ask_mockups(path: DesignPath, body: MockupAsked) -> Response:
    """Asks a partner to draw this design on its product, once for each area.

    What was asked for before is not asked for again, unless it has failed. Nothing waits for it.
    """
    return answered(MockupsOut.of(tuple(services().mockups.ask(caller(), path.design_id, body.wish()))), 202)


@api.get("/<design_id>/mockups", responses={200: MockupsOut})
@allow("operator")
def list_mockups(path: DesignPath) -> Response:
    """Those of all versions, the oldest first, and how far each is."""
    return answered(MockupsOut.of(tuple(services().mockups.of_design(caller(), path.design_id))))
