"""``/designs/{id}/personal``: whether a design is sold with its buyers' own words, and whose yes these need."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask import Response, make_response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import ConfigDict, Field

from pod.model.personal import Cover, PersonalOffer
from pod.web.api.design_shapes import DesignPath
from pod.web.api.shapes import Answer, Asked, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import WORK, limited

api = APIBlueprint("personal", __name__, url_prefix="/api/v1/designs", abp_tags=[Tag(name="shop orders")])


class PersonalAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"cover": "pattern"}]})

    cover: Cover = Field(
        Cover.EACH,
        description="`each`: an operator says yes to every buyer's words. `pattern`: the yes that this design has covers them"
        " where nothing else differs, in pixels, and letters, inks and checks are within its measures.",
    )


class PersonalOut(Answer):
    design: str
    cover: Cover
    opened_at: datetime

    @classmethod
    def of(cls, offer: PersonalOffer) -> Self:
        return cls(design=offer.design_id, cover=offer.cover, opened_at=offer.created_at)


@api.post("/<design_id>/personal", responses={200: PersonalOut})
@allow("operator")
@limited(WORK)
def open_to_buyers_words(path: DesignPath, body: PersonalAsked) -> Response:
    """Opens the design to its buyers' own words: what it says itself is a sample, and is never printed unasked."""
    return answered(PersonalOut.of(services().offers.open(caller(), path.design_id, body.cover)))


@api.get("/<design_id>/personal", responses={200: PersonalOut})
@allow("operator")
def show_buyers_words(path: DesignPath) -> Response:
    """Whether it is open to them, and whose yes they need."""
    return answered(PersonalOut.of(services().offers.get(caller(), path.design_id)))


@api.delete("/<design_id>/personal", responses={204: None})
@allow("operator")
def close_to_buyers_words(path: DesignPath) -> Response:
    """Closes it: it is sold with the words that it has."""
    services().offers.close(caller(), path.design_id)
    return make_response("", 204)
