"""``/designs/{id}/names`` and ``/names``: a list of names on a design, a design of its own for each row."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from pod.model.personal import Roster, RosterRow, RowState
from pod.services.editing import as_csv
from pod.services.words import RosterShown
from pod.web.api.design_shapes import DesignPath
from pod.web.api.pictures import FileAsked
from pod.web.api.shapes import Answer, IdempotencyHeader, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import replayed
from pod.web.limits import UPLOADS, WORK, limited

api = APIBlueprint("names", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="designs")])


class NamesAsked(FileAsked):
    """CSV with a column `words`, or `line1` to `line6`; and, where wanted, `name`, `sku` and `quantity`."""


class NamesPath(BaseModel):
    names_id: Word


class NamesAccepted(Answer):
    id: str
    rows: int
    links: dict[str, str]

    @classmethod
    def of(cls, roster: Roster) -> Self:
        return cls(id=roster.id, rows=len(roster.lines), links=_links(roster))


class NameRowOut(Answer):
    row: int = Field(description="As a spreadsheet counts: the first has the names of the columns.")
    words: str
    name: str
    sku: str
    quantity: int
    state: RowState = Field(examples=["ready"])
    design: str = Field(description="The design that was made for it; empty until there is one.")
    version: str
    reason: str = Field(description="Why it has stopped, and what to look at.")

    @classmethod
    def of(cls, row: RosterRow) -> Self:
        return cls(**{name: getattr(row, name) for name in cls.model_fields})


class NamesOut(NamesAccepted):
    design: str = Field(description="The design whose words were changed.")
    version: str
    created_at: datetime
    counts: dict[str, int] = Field(examples=[{"waiting": 0, "preparing": 0, "ready": 2, "approved": 0, "stopped": 0}])
    next_poll_s: float = Field(description="Seconds until it is worth asking again; 0 when nothing is at work.")
    items: tuple[NameRowOut, ...]

    @classmethod
    def whole(cls, shown: RosterShown) -> Self:
        roster, counts = shown.roster, shown.counts
        return cls(
            id=roster.id,
            rows=len(roster.lines),
            links=_links(roster),
            design=roster.design_id,
            version=roster.version_id,
            created_at=roster.created_at,
            counts=counts,
            next_poll_s=2.0 if counts[RowState.WAITING] + counts[RowState.PREPARING] else 0.0,
            items=tuple(NameRowOut.of(row) for row in shown.rows),
        )


class NamesApproved(Answer):
    approved: int = Field(description="How many rows have got the shop's yes now.")


def _links(roster: Roster) -> dict[str, str]:
    here = f"/api/v1/names/{roster.id}"
    return {"self": here, **{name: f"{here}/{name}" for name in ("report.csv", "approve", "retry")}}


@api.post("/designs/<design_id>/names", responses={202: NamesAccepted})
@allow("operator")
@limited(UPLOADS)
def letter_names(path: DesignPath, header: IdempotencyHeader, form: NamesAsked) -> Response:
    """Makes a design of its own for each row of a list of names.

    Everything that is wrong with any row is said at once, by row and column, and then nothing is made. Nothing is drawn, and
    nothing is charged; each design needs its own approval.
    """
    roster, new = services().rosters.begin_once(caller(), path.design_id, form.file.read(), header.key)
    response = answered(NamesAccepted.of(roster), 202)
    response.headers["Location"] = _links(roster)["self"]
    return response if new else replayed(response)


@api.get("/names/<names_id>", responses={200: NamesOut})
@allow("operator")
def show_names(path: NamesPath) -> Response:
    """What has become of each row, and how many are in which state."""
    return answered(NamesOut.whole(services().rosters.show(caller(), path.names_id)))


@api.get("/names/<names_id>/report.csv", responses={200: {"description": "A table.", "content": {"text/csv": {}}}})
@allow("operator")
def download_names_report(path: NamesPath) -> Response:
    """The same as a table, one line for each row."""
    response = Response(as_csv(RosterRow, services().rosters.show(caller(), path.names_id).rows), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="names-{path.names_id[:8]}.csv"'
    return response


@api.post("/names/<names_id>/approve", responses={200: NamesApproved})
@allow("operator")
@limited(WORK)
def approve_names(path: NamesPath) -> Response:
    """Gives the shop's yes to every row whose proof is there."""
    return answered(NamesApproved(approved=services().rosters.approve(caller(), path.names_id)))


@api.post("/names/<names_id>/retry", responses={202: NamesAccepted})
@allow("operator")
@limited(WORK)
def retry_names(path: NamesPath) -> Response:
    """Begins the rows that were not begun, where the work had stopped; nothing is made twice."""
    return answered(NamesAccepted.of(services().rosters.try_again(caller(), path.names_id)), 202)
