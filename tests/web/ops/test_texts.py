"""The words of the pages, and what strangers write into them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from pod.model.caller import DEFAULT_TENANT, Role
from pod.model.design import CandidateState, Design, DesignState
from pod.model.handoff import HandOffState
from pod.model.ledger import LedgerState
from pod.model.order import OrderState, ShipTo
from pod.web.pages.ops import words
from pod.web.strings import catalogue
from tests.web.ops.desk import (
    HOSTILE,
    OPERATOR,
    Desk,
    order_of,
)
from tests.web.ops.planted import design_of_order, lost_row
from tests.web.shop import OWNER


@pytest.mark.parametrize(
    ("kind", "states"),
    [
        ("design", DesignState),
        ("order", OrderState),
        ("handoff", HandOffState),
        ("candidate", CandidateState),
        ("ledger", LedgerState),
    ],
)
def test_every_state_has_words(kind, states):
    assert [s.value for s in states if f"ops_states.{kind}.{s.value}" not in catalogue()] == []


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (999_999, "1000 kB"),
        (4_200_000, "4.2 MB"),
        (3_000_000_000, "3.0 GB"),
    ],
)
def test_sizes_are_readable(count, text):
    assert words.size(count) == text


# --- hostile text


def test_hostile_text_stays_text_on_every_page(both):
    shop = both.shop
    order = order_of(
        shop,
        "shop-1",
        to=ShipTo(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            "GB",
            postcode=HOSTILE[:100],
            line2=HOSTILE,
            region=HOSTILE,
            email=HOSTILE,
            phone=HOSTILE,
        ),
    )
    design_id = design_of_order(shop, order)
    plant_in_design(shop, design_id)
    held = shop.services.orders.hold(OPERATOR, order.id, HOSTILE)
    shop.services.orders.release(OPERATOR, order.id)
    shop.services.orders.mark_paid(OPERATOR, order.id)
    shop.services.runner.drain()
    [handoff] = shop.services.orders.handoffs(OPERATOR, order.id)
    with shop.services.store.writing() as tx:
        tx.orders.move_handoff(handoff, HandOffState.ON_HOLD, OPERATOR, HOSTILE)
    lost_row(shop, design_id)
    shop.services.accounts.add_api_key(OWNER, HOSTILE, Role.VIEWER)
    admin = Desk(shop, Role.ADMIN)
    pages = [
        "/ops", "/ops/designs", "/ops/orders", "/ops/jobs", "/ops/ledger", "/ops/people",
        f"/ops/orders/{order.id}", f"/ops/designs/{design_id}",
        f"/ops/orders/act/hold?pick={order.id}:{held.revision}", f"/ops/designs/act/approve?pick={design_id}:0",
    ]  # fmt: skip
    for page in pages:
        assert_harmless(admin.get(page), page)
    for page in ("/ops", "/ops/orders", "/ops/designs"):
        for name in ("q", "state", "product", "order"):
            assert_harmless(admin.get(page, query_string={name: HOSTILE}), f"{page}?{name}")
    for name in ("reason", "prepared", "back"):
        answer = admin.get("/ops/orders/act/hold", query_string={"pick": f"{order.id}:0", name: HOSTILE})
        assert_harmless(answer, name)
    assert_harmless(admin.get("/ops/sign-in", 302, query_string={"next": HOSTILE}), "next")
    assert_harmless(shop.browser().get("/ops/sign-in", query_string={"next": HOSTILE}), "next")


def plant_in_design(shop, design_id):
    """The same text in every field of a design that a stranger or a provider can fill."""
    with shop.services.store.writing() as tx:
        design: Design = tx.designs.get(DEFAULT_TENANT, design_id)
        brief = replace(
            design.brief, subject=HOSTILE, lettering=HOSTILE, style=HOSTILE, palette_name=HOSTILE, provider=HOSTILE
        )
        evil = replace(design, id="e" * 32, brief=brief, reason=HOSTILE, state=DesignState.FAILED, candidates=())
        tx.designs.add(evil)
        tx.bench.connection.execute(
            sa.text(
                "UPDATE designs SET brief = (SELECT brief FROM designs WHERE id = :evil), reason = :reason WHERE id = :id"
            ),
            {"evil": "e" * 32, "reason": HOSTILE, "id": design_id},
        )


def assert_harmless(answer, where):
    text = answer.get_data(as_text=True)
    assert "<script>alert(1)" not in text, where
    assert "49" not in re.findall(r"'(\d+)", text), where
    assert not re.search(r'(?:value|href|action|alt|title)="[^"]*"><script', text), where


def test_no_page_carries_style_or_script_of_its_own():
    for path in sorted((Path(__file__).parents[3] / "templates" / "web" / "ops").glob("*.html")):
        text = path.read_text()
        assert " style=" not in text, path
        assert not re.search(r"\son\w+=", text), path
        assert "<style" not in text, path
        assert re.findall(r"<script(?![^>]*src=)", text) == [], path
