"""``/statistics``: how pictures turn out, by style, by model, and by what was wrong with them."""

from __future__ import annotations

from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import Field

from pod.model.turnout import Fault, Turnout
from pod.web.api.shapes import Answer, Asked, MoneyOut, answered
from pod.web.auth import allow
from pod.web.context import caller, services

api = APIBlueprint("statistics", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="ledger")])


class StatisticsAsked(Asked):
    days: int = Field(30, ge=1, le=366, description="How far back from now.")


class TurnoutOut(Answer):
    name: str = Field(examples=["badge"])
    pictures: int
    passed: int = Field(description="Could be used as they came, with what is mended for nothing.")
    rate: float = Field(examples=[0.82])
    poor: bool = Field(description="Under 60 % of at least 20 pictures.")
    repairs: int = Field(description="How many better pictures were asked for.")
    rejected: MoneyOut = Field(description="What pictures have cost that nobody uses.")

    @classmethod
    def of(cls, turnout: Turnout) -> Self:
        return cls(
            name=turnout.name,
            pictures=turnout.pictures,
            passed=turnout.passed,
            rate=round(turnout.rate, 4),
            poor=turnout.poor,
            repairs=turnout.repairs,
            rejected=MoneyOut.of(turnout.rejected),
        )


class FaultOut(Answer):
    rule: str = Field(examples=["cut_by_edge"])
    pictures: int = Field(description="How many came with it.")
    repairs: int
    mended: int = Field(description="How many are rid of it.")
    rejected: MoneyOut

    @classmethod
    def of(cls, fault: Fault) -> Self:
        return cls(
            rule=fault.rule,
            pictures=fault.pictures,
            repairs=fault.repairs,
            mended=fault.mended,
            rejected=MoneyOut.of(fault.rejected),
        )


class StatisticsOut(Answer):
    days: int
    styles: tuple[TurnoutOut, ...] = Field(description="The most drawn first.")
    models: tuple[TurnoutOut, ...]
    faults: tuple[FaultOut, ...]


@api.get("/statistics", responses={200: StatisticsOut})
@allow("viewer")
def show_statistics(query: StatisticsAsked) -> Response:
    """How the drawings of the last days turned out."""
    found = services().statistics.turnouts(caller(), days=query.days)
    return answered(
        StatisticsOut(
            days=found.days,
            styles=tuple(map(TurnoutOut.of, found.styles)),
            models=tuple(map(TurnoutOut.of, found.models)),
            faults=tuple(map(FaultOut.of, found.faults)),
        )
    )
