"""Everything that is done to a design or an order: one at a time, and many at once."""

from __future__ import annotations

import re

import pytest

from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import DesignState
from pod.model.order import OrderState
from pod.model.proof import ApprovalRole
from pod.web.pages.ops.acts import ACTS, Reason
from pod.web.strings import catalogue
from tests.web.ops.desk import (
    OPERATOR,
    UNKNOWN,
    design_of,
    order_of,
    pick,
    said,
)
from tests.web.ops.planted import failed_design


def test_every_act_has_its_words_and_its_verb(shop):
    for acts in ACTS.values():
        for act in acts:
            for section in ("name", "title", "what"):
                assert f"ops_act.{section}.{act.name}" in catalogue()
            assert f"ops_done.{act.name}" in catalogue()
            assert (f"ops_act.reason.{act.name}" in catalogue()) == (act.reason is not Reason.NONE)
            prepared = [key for key in catalogue() if key.startswith(f"ops_reasons.{act.name}_")]
            assert len(prepared) == act.prepared
            assert callable(act.verb(shop.services))
        keys = [act.key for act in acts if act.key]
        assert len(keys) == len(set(keys))


def test_a_design_is_approved_and_the_page_says_by_whom(both):
    design = design_of(both.shop, both.shop.proofed())
    both.shop.services.approvals.approve(both_shopper(), design.id, ApprovalRole.SHOPPER)
    design = both.shop.services.designs.get(OPERATOR, design.id)
    answer = both.act("designs", "approve", pick(design), back=f"/ops/designs/{design.id}")
    text = both.told(answer)
    assert "the shop's approval is recorded" in text
    assert "✓" not in text
    assert "Approved" in text
    [approval] = [
        a for a in both.shop.services.designs.approvals(OPERATOR, design.current_version_id) if a.role == "shop"
    ]
    assert approval.actor == "user:operator"
    assert approval.print_files[0][1][:16] in both.get(f"/ops/designs/{design.id}").text


def both_shopper():
    return Caller(DEFAULT_TENANT, "shopper", Role.SHOPPER, "link")


def test_a_stale_page_does_nothing_and_says_who_was_first(desk):
    order = order_of(desk.shop)
    shown = pick(order)
    desk.shop.services.orders.hold(Caller(DEFAULT_TENANT, "user:bob", Role.OPERATOR), order.id, "bob was here")
    text = said(desk.act("orders", "mark-paid", shown, status=409))
    assert "This order has changed since the page was loaded; nothing was done." in text
    assert re.search(r"Last change: bob, .* UTC: On hold\.", text)
    assert desk.shop.services.orders.get(OPERATOR, order.id).state is OrderState.ON_HOLD


def test_pressing_twice_approves_once(both):
    design = design_of(both.shop, both.shop.proofed())
    both.act("designs", "approve", pick(design))
    text = said(both.act("designs", "approve", pick(design), status=409))
    assert re.search(r"Last change: operator \(you\)", text)


def test_a_reason_that_is_missing_is_asked_for_with_everything_else_kept(desk):
    order = order_of(desk.shop)
    page = desk.act("orders", "hold", pick(order), reason="  ", back="/ops/orders?q=x", status=422)
    assert "A hold needs a reason." in said(page)
    assert 'name="back" value="/ops/orders?q=x"' in page.text
    assert f'value="{pick(order)}"' in page.text


def test_a_prepared_reason_and_ones_own_words_go_together(desk):
    order = order_of(desk.shop)
    desk.act("orders", "hold", pick(order), prepared="3", reason="Until Tuesday.")
    held = desk.shop.services.orders.get(OPERATOR, order.id)
    assert held.reason == "The cloth is out of stock. Until Tuesday."


def test_a_prepared_reason_that_does_not_exist_is_none(desk):
    order = order_of(desk.shop)
    desk.act("orders", "hold", pick(order), prepared="99", status=422)


@pytest.mark.parametrize(
    ("kind", "word", "state"),
    [("orders", "mark-paid", "paid"), ("orders", "hold", "on_hold"), ("orders", "cancel", "cancelled")],
)
def test_a_received_order_is_marked_paid_held_or_cancelled(desk, kind, word, state):
    order = order_of(desk.shop)
    form = said(desk.get(f"/ops/orders/act/{word}?pick={pick(order)}"))
    assert catalogue()[f"ops_act.what.{word.replace('-', '_')}"] in form
    answer = desk.act(kind, word, pick(order), reason="because")
    assert answer.headers["Location"] == f"/ops/orders/{order.id}"
    assert order.external_ref in desk.told(answer)
    assert desk.shop.services.orders.get(OPERATOR, order.id).state == state


def test_an_order_is_released_handed_off_and_reprinted(desk):
    shop, order = desk.shop, order_of(desk.shop)
    held = shop.services.orders.hold(OPERATOR, order.id, "why")
    desk.act("orders", "release", pick(held))
    released = shop.services.orders.get(OPERATOR, order.id)
    desk.act("orders", "mark-paid", pick(released))
    shop.services.runner.drain()
    out = shop.services.orders.get(OPERATOR, order.id)
    assert "Everything of this order is at its partner already." in said(
        desk.act("orders", "hand-off", pick(out), status=409)
    )
    answer = desk.act("orders", "reprint", pick(out), prepared="1", back=f"/ops/orders/{order.id}")
    assert answer.headers["Location"] != f"/ops/orders/{order.id}", "the new order is shown, not the old one"
    text = desk.told(answer)
    assert "Mark it paid to start it." in text
    assert "It arrived damaged." in text
    assert "a reprint of this order" in text


@pytest.mark.parametrize(
    ("word", "state"),
    [("send-back", "waiting_customer"), ("reject", "rejected")],
)
def test_a_proof_is_sent_back_or_rejected_with_the_words_the_customer_reads(desk, word, state):
    design = design_of(desk.shop, desk.shop.proofed())
    desk.act("designs", word, pick(design), reason="Larger letters, please.")
    after = desk.shop.services.designs.get(OPERATOR, design.id)
    assert (after.state, after.reason) == (state, "Larger letters, please.")


def test_a_question_is_taken_back(desk):
    design = design_of(desk.shop, desk.shop.proofed())
    asked = desk.shop.services.approvals.send_back(OPERATOR, design.id, "Which cloth?")
    desk.act("designs", "take-back", pick(asked))
    assert desk.shop.services.designs.get(OPERATOR, design.id).state is DesignState.PROOF_READY


def test_what_failed_is_tried_again(desk):
    failed = failed_design(desk.shop)
    desk.act("designs", "try-again", pick(failed))
    assert desk.shop.services.designs.get(OPERATOR, failed.id).state is DesignState.GENERATING


def test_many_are_shown_first_then_done_each_on_its_own(desk):
    shop = desk.shop
    one, two, held = order_of(shop, "o-1"), order_of(shop, "o-2"), order_of(shop, "o-3")
    held = shop.services.orders.hold(OPERATOR, held.id, "why")
    picks = [pick(order) for order in (one, two, held)]
    form = said(desk.get("/ops/orders/act/mark-paid", query_string={"pick": picks}))
    assert "2 will be done. 1 will be left as they are, for the reason beside them." in form
    assert "Not possible while it is: On hold." in form
    assert shop.services.orders.get(OPERATOR, one.id).state is OrderState.RECEIVED, "a dry run does nothing"
    results = said(desk.act("orders", "mark-paid", *picks, status=200))
    assert "2 done. 1 not done, for the reason beside them." in results
    assert "only one that is received can be marked paid. Release it first." in results
    states = [shop.services.orders.get(OPERATOR, order.id).state for order in (one, two, held)]
    assert states == ["paid", "paid", "on_hold"]


def test_nothing_selected_is_said_and_nothing_happens(desk):
    assert "Nothing is selected." in said(desk.get("/ops/orders/act/hold"))
    assert "Nothing is selected." in said(desk.act("orders", "hold", status=422))


def test_more_than_can_be_looked_at_are_refused(desk):
    picks = [f"{n:032x}:0" for n in range(201)]
    assert "201 were picked." in said(desk.get("/ops/orders/act/hold", 422, query_string={"pick": picks}))
    assert "201 were picked." in said(desk.act("orders", "hold", *picks, status=422))
    assert "too old to send that" in said(desk.post("/ops/orders/act/hold", 403, token=False, pick=picks))


def test_a_page_that_is_too_old_keeps_what_was_typed(desk):
    order = order_of(desk.shop)
    page = desk.post("/ops/orders/act/hold", 403, token=False, pick=pick(order), reason="call them first")
    assert ">call them first</textarea>" in page.text
    assert order.external_ref in said(page)


def test_a_pick_that_is_none_picks_nothing(desk):
    for bad in ("", ":", "x:y", "a" * 500, f"{UNKNOWN}:-1", f"{UNKNOWN}:²"):
        assert "Nothing is selected." in said(desk.act("orders", "hold", bad, status=422, reason="why")), bad


def test_an_act_that_does_not_exist_is_not_there(desk):
    for address in ("/ops/orders/act/nonsense", "/ops/designs/act/hold"):
        desk.get(address, 404)
        desk.post(address, 404)


def test_going_back_leads_nowhere_else(desk):
    order = order_of(desk.shop)
    answer = desk.act("orders", "hold", pick(order), reason="why", back="https://evil.example/")
    assert answer.headers["Location"] == "/ops"


def test_a_hand_off_is_looked_up_at_its_partner(desk):
    shop, order = desk.shop, order_of(desk.shop)
    shop.services.orders.mark_paid(OPERATOR, order.id)
    shop.services.runner.drain()
    [handoff] = shop.services.orders.handoffs(OPERATOR, order.id)
    text = desk.told(desk.post(f"/ops/orders/{order.id}/look-up/{handoff.reference}"))
    assert f"manual has {handoff.reference}: accepted." in text
    [ticket] = (shop.services.settings.data_dir / "handoff" / handoff.reference).glob("*.json")
    ticket.write_text("{}")
    text = desk.told(desk.post(f"/ops/orders/{order.id}/look-up/{handoff.reference}"))
    assert f"The folder of hand-off {handoff.reference} is not as it was written" in text
    assert "look at the folder before anything is sent again." in text
