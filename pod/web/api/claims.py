"""``/orders/{id}/claims`` and ``/claims``: what is wrong with what was made, and what came of it."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, ConfigDict, Field

from pod.model.claim import Claim, ClaimKind, ClaimState, Payer
from pod.model.errors import InputRefused
from pod.model.listing import Page
from pod.model.money import Money
from pod.services.aftercare import ClaimShown
from pod.services.aftercare.claims import MAX_PICTURES, MAX_WORDS
from pod.web.api.shapes import Answer, Asked, FileOut, MoneyOut, Text, Word, Words, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import UPLOADS, limited

api = APIBlueprint("claims", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="claims")])

_EXAMPLE: dict[str, Any] = {"kind": "damaged", "words": "A corner is torn.", "pictures": []}


class OrderPath(BaseModel):
    order_id: Word


class ClaimPath(BaseModel):
    claim_id: Word


class ClaimAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    kind: ClaimKind
    words: Text = Field(max_length=MAX_WORDS)
    items: list[Word] = Field(
        [], max_length=200, description="Ids of the order's lines that it is about; none for all."
    )
    pictures: list[str] = Field([], max_length=50, description=f"At most {MAX_PICTURES} pictures as base64.")


class AnswerAsked(Asked):
    answer: Words


class RefundAsked(Asked):
    amount: str = Field(pattern=r"^\d{1,7}(\.\d{1,2})?$", examples=["12.50"])
    currency: str = Field(pattern="^[A-Z]{3}$", examples=["GBP"])
    payer: Literal["partner", "shop"]
    answer: Words = ""


class ReprintAsked(Asked):
    payer: Payer
    answer: Words = ""


class ClaimListing(Asked):
    state: Literal[""] | ClaimState = ""
    cursor: Word = Field("", description="`next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=200)


class ClaimOut(Answer):
    """`closes_at` is when the partner's window closes, null where it is not known; `answer` is what was said of it."""

    id: str
    order_id: str
    kind: str = Field(examples=["damaged"])
    state: str = Field(examples=["reported"])
    words: str
    items: tuple[str, ...]
    pictures: tuple[FileOut, ...]
    answer: str
    paid_back: MoneyOut | None
    payer: str | None
    reprint_id: str
    created_at: datetime
    closes_at: datetime | None
    days_left: int | None
    revision: int

    @classmethod
    def of(cls, shown: ClaimShown) -> Self:
        claim = shown.claim
        return cls(
            id=claim.id,
            order_id=claim.order_id,
            kind=claim.kind.value,
            state=claim.state.value,
            words=claim.words,
            items=claim.item_ids,
            pictures=tuple(FileOut.of(picture) for picture in claim.pictures),
            answer=claim.answer,
            paid_back=MoneyOut.of(claim.cost) if claim.cost else None,
            payer=claim.payer.value if claim.payer else None,
            reprint_id=claim.reprint_id,
            created_at=claim.created_at,
            closes_at=shown.window.closes_at if shown.window else None,
            days_left=shown.days_left,
            revision=claim.revision,
        )


class ClaimsOut(Answer):
    items: tuple[ClaimOut, ...]
    next_cursor: str = ""
    counts: dict[str, int] = Field(default_factory=dict, description="How many there are in each state.")

    @classmethod
    def of(cls, page: Page[ClaimShown]) -> Self:
        return cls(items=tuple(ClaimOut.of(c) for c in page.items), next_cursor=page.next_cursor, counts=page.counts)


@api.post("/orders/<order_id>/claims", responses={201: ClaimOut})
@allow("link")
@limited(UPLOADS)
def report_claim(path: OrderPath, body: ClaimAsked) -> Response:
    """Says that something is wrong with what has arrived, or that it has not. The same again is the same claim."""
    pictures = [_picture(n, text) for n, text in enumerate(body.pictures, 1)]
    claim = services().claims.report(
        caller(), path.order_id, body.kind, body.words, item_ids=body.items, pictures=pictures
    )
    return _shown(claim, 201)


@api.get("/orders/<order_id>/claims", responses={200: ClaimsOut})
@allow("link")
def show_claims(path: OrderPath) -> Response:
    """What was reported about an order, and what came of it."""
    services().orders.get(caller(), path.order_id)
    found = services().claims.of_order(caller(), path.order_id)
    return answered(ClaimsOut.of(Page(found, "", {})))


@api.get("/claims", responses={200: ClaimsOut})
@allow("viewer")
def list_claims(query: ClaimListing) -> Response:
    """Claims, newest first."""
    page = services().claims.page(caller(), state=query.state, cursor=query.cursor, limit=query.limit)
    return answered(ClaimsOut.of(page))


@api.post("/claims/<claim_id>/hand-on", responses={200: ClaimOut})
@allow("operator")
def hand_on_claim(path: ClaimPath) -> Response:
    """Says that the partner has been told."""
    return _shown(services().claims.hand_on(caller(), path.claim_id))


@api.post("/claims/<claim_id>/refuse", responses={200: ClaimOut})
@allow("operator")
def refuse_claim(path: ClaimPath, body: AnswerAsked) -> Response:
    """Ends it with a reason, which the customer reads."""
    return _shown(services().claims.refuse(caller(), path.claim_id, body.answer))


@api.post("/claims/<claim_id>/reopen", responses={200: ClaimOut})
@allow("operator")
def reopen_claim(path: ClaimPath) -> Response:
    """Looks again at what was refused."""
    return _shown(services().claims.reopen(caller(), path.claim_id))


@api.post("/claims/<claim_id>/refund", responses={200: ClaimOut})
@allow("operator")
def refund_claim(path: ClaimPath, body: RefundAsked) -> Response:
    """Books what was paid back, and who bears it. Pod itself pays nobody."""
    cost = Money(int(Decimal(body.amount) * 1_000_000), body.currency)
    return _shown(services().claims.refund(caller(), path.claim_id, cost, Payer(body.payer), body.answer))


@api.post("/claims/<claim_id>/reprint", responses={200: ClaimOut})
@allow("operator")
def reprint_claim(path: ClaimPath, body: ReprintAsked) -> Response:
    """Makes its lines again, once, as a new order. What the customer does not pay for goes out at once."""
    return _shown(services().claims.reprint(caller(), path.claim_id, body.payer, body.answer))


def _shown(claim: Claim, status: int = 200) -> Response:
    found = services().claims.of_order(caller(), claim.order_id)
    return answered(ClaimOut.of(next(one for one in found if one.claim.id == claim.id)), status)


def _picture(n: int, text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as e:
        raise InputRefused("no_base64", f"pictures[{n}] is not base64.", "Send the file's bytes as base64.") from e
