"""``/screenings``: what was decided about every sentence, and an operator who decides otherwise."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from pod.model.screening import Hit, Screening
from pod.web.api.shapes import Answer, Asked, Word, Words, answered
from pod.web.auth import allow
from pod.web.context import caller, services

api = APIBlueprint("screening", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="screening")])


class ScreeningPath(BaseModel):
    screening_id: str


class ScreeningsAsked(Asked):
    verdict: Word = Field("", description="`passed`, `refused` or `overruled`.")
    cursor: Word = Field("", description="`next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=200)


class OverruleAsked(Asked):
    reason: Words = Field(description="Why it may be printed. Kept with the decision.")


class HitOut(Answer):
    words: str = Field(examples=["Mickey Mouse"], description="As they were typed.")
    category: str = Field(examples=["character"])
    reason: str

    @classmethod
    def of(cls, hit: Hit) -> Self:
        return cls(words=hit.words, category=hit.category, reason=hit.reason)


class ScreeningOut(Answer):
    id: str
    sentence: str
    verdict: str = Field(examples=["refused"])
    hits: tuple[HitOut, ...] = Field(description="A sentence that passed has some only where it was overruled before.")
    list_version: str = Field(description="Names the lists that were in force, the shop's own words included.")
    design_id: str = Field(description="The design that goes on, or whose words were to be changed; may be empty.")
    reason: str = Field(description="The operator's, where one has decided.")
    actor: str
    created_at: datetime

    @classmethod
    def of(cls, decision: Screening) -> Self:
        return cls(
            id=decision.id,
            sentence=decision.sentence,
            verdict=decision.verdict.value,
            hits=tuple(HitOut.of(hit) for hit in decision.hits),
            list_version=decision.list_version,
            design_id=decision.design_id,
            reason=decision.reason,
            actor=decision.actor,
            created_at=decision.at,
        )


class ScreeningsOut(Answer):
    items: tuple[ScreeningOut, ...]
    next_cursor: str


class OverruledOut(Answer):
    design_id: str = Field(description="The design that was asked for and is begun now, or whose words are set now.")


@api.get("/screenings", responses={200: ScreeningsOut})
@allow("viewer")
def list_screenings(query: ScreeningsAsked) -> Response:
    """What was decided about every sentence, the newest first."""
    page = services().rules.decisions(caller(), verdict=query.verdict, cursor=query.cursor, limit=query.limit)
    return answered(
        ScreeningsOut(items=tuple(ScreeningOut.of(one) for one in page.items), next_cursor=page.next_cursor)
    )


@api.post("/screenings/<screening_id>/overrule", responses={200: OverruledOut})
@allow("operator")
def overrule(path: ScreeningPath, body: OverruleAsked) -> Response:
    """Lets a refused sentence through, to the letter, and does what was asked for with it. The same again changes nothing."""
    design = services().rules.overrule(caller(), path.screening_id, body.reason)
    return answered(OverruledOut(design_id=design.id))
