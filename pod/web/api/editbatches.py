"""``/edits/batches``: many pictures changed by one sentence, and what has become of each, as JSON or as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, ConfigDict, Field

from pod.model.editbatch import BatchRow, EditBatch, ItemState, Sweep
from pod.services.editing import BatchAsked, as_csv, counted
from pod.services.editing.batches import MAX_PICTURES
from pod.web.api.shapes import Answer, Asked, IdempotencyHeader, Word, Words, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import replayed
from pod.web.limits import WORK, limited

api = APIBlueprint("edit_batches", __name__, url_prefix="/api/v1/edits/batches", abp_tags=[Tag(name="designs")])

_EXAMPLE: dict[str, Any] = {"instruction": "remove the background", "uploads": ["0f4ad1c07d0e4a53b0a1c2d3e4f50617"]}


class EditBatchAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    instruction: Words = Field(
        description="What should change in each of them, in a sentence of at most 500 characters."
    )
    uploads: list[Word] = Field(
        [], max_length=MAX_PICTURES, description="Ids of `POST /uploads`: each becomes a design."
    )
    designs: list[Word] = Field([], max_length=MAX_PICTURES, description="Or ids of designs: each gets a next version.")
    product: Word = Field("", examples=["tee"], description="What the uploads are printed on; `tee` where empty.")
    provider: Word = Field("", description="The only image service to ask for the uploads, where it should be one.")

    def asked(self) -> BatchAsked:
        sweep = Sweep(self.instruction, self.product, self.provider)
        return BatchAsked(sweep, tuple(self.uploads), tuple(self.designs))


class BatchPath(BaseModel):
    batch_id: Word


class BatchAccepted(Answer):
    id: str
    pictures: int
    links: dict[str, str]

    @classmethod
    def of(cls, batch: EditBatch) -> Self:
        return cls(id=batch.id, pictures=len(batch.items), links=_links(batch))


class BatchRowOut(Answer):
    upload: str
    design: str = Field(description="The design that holds the picture; empty until there is one.")
    state: ItemState = Field(examples=["done"])
    version: str = Field(description="The version that the edit has made.")
    reason: str = Field(description="Why it did not work, or what to look at.")
    provider: str = Field(examples=["openai"])
    cost_usd: float = Field(description="What was booked for it, also where it failed.")
    changed: float | None = Field(description="Share of the drawing whose colour is another.")
    elsewhere: float | None = Field(description="The same outside the region of the change.")

    @classmethod
    def of(cls, row: BatchRow) -> Self:
        return cls(**{name: getattr(row, name) for name in cls.model_fields})


class BatchOut(BatchAccepted):
    instruction: str
    created_at: datetime
    counts: dict[str, int] = Field(examples=[{"waiting": 0, "drawing": 0, "done": 3, "failed": 1}])
    next_poll_s: float = Field(description="Seconds until it is worth asking again; 0 when all have ended.")
    items: tuple[BatchRowOut, ...]

    @classmethod
    def whole(cls, batch: EditBatch, rows: Sequence[BatchRow]) -> Self:
        counts = counted(rows)
        return cls(
            id=batch.id,
            pictures=len(batch.items),
            links=_links(batch),
            instruction=batch.sweep.instruction,
            created_at=batch.created_at,
            counts=counts,
            next_poll_s=2.0 if counts[ItemState.WAITING] + counts[ItemState.DRAWING] else 0.0,
            items=tuple(BatchRowOut.of(row) for row in rows),
        )


def _links(batch: EditBatch) -> dict[str, str]:
    here = f"/api/v1/edits/batches/{batch.id}"
    return {"self": here, "report": f"{here}/report.csv", "retry": f"{here}/retry"}


@api.post("", responses={202: BatchAccepted})
@allow("operator")
@limited(WORK)
def change_many_pictures(header: IdempotencyHeader, body: EditBatchAsked) -> Response:
    """Changes uploads, or designs, by one sentence: each on its own, with its own version and its own rows in the ledger."""
    batch, new = services().batches.begin_once(caller(), body.asked(), header.key)
    response = answered(BatchAccepted.of(batch), 202)
    response.headers["Location"] = _links(batch)["self"]
    return response if new else replayed(response)


@api.get("/<batch_id>", responses={200: BatchOut})
@allow("operator")
def show_batch(path: BatchPath) -> Response:
    """What has become of each picture, and how many are in which state."""
    batch, rows = _found(path.batch_id)
    return answered(BatchOut.whole(batch, rows))


@api.get("/<batch_id>/report.csv", responses={200: {"description": "A table.", "content": {"text/csv": {}}}})
@allow("operator")
def download_batch_report(path: BatchPath) -> Response:
    """The same as a table, one line for each picture."""
    _, rows = _found(path.batch_id)
    response = Response(as_csv(BatchRow, rows), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="edits-{path.batch_id[:8]}.csv"'
    return response


@api.post("/<batch_id>/retry", responses={202: BatchAccepted})
@allow("operator")
@limited(WORK)
def retry_batch(path: BatchPath) -> Response:
    """Asks again for what has failed; not for what is done, and not for what was lost and may have been paid for."""
    return answered(BatchAccepted.of(services().batches.try_again(caller(), path.batch_id)), 202)


def _found(batch_id: str) -> tuple[EditBatch, tuple[BatchRow, ...]]:
    batches, me = services().batches, caller()
    batch = batches.get(me, batch_id)
    return batch, batches.report(me, batch)
