"""Paid once, handed off once, held until released: what the operators' verbs do and what they refuse."""

from __future__ import annotations

import pytest

from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import Conflict, InputRefused, PartnerFailed
from pod.model.handoff import HandOffState
from pod.model.order import ORDER_MOVES, OrderItem, OrderState, ShipTo
from pod.model.proof import ApprovalRole

OPERATOR = Caller(DEFAULT_TENANT, "user:ada", Role.OPERATOR, "page 192.0.2.7")
VIEWER = Caller(DEFAULT_TENANT, "user:vera", Role.VIEWER)
ADDRESS = ShipTo("Ada Planted", "7 Secret Street", "London", "GB")


def ordered(shop, external_ref="shop-1001", **asked):
    """An order of one approved version, received and unpaid."""
    version_id = shop.approved(**asked)["current_version_id"]
    line = OrderItem("", version_id, "tee", "tee/M/navy", 2)
    order, new = shop.services.orders.place(OPERATOR, external_ref, ADDRESS, [line])
    assert new
    return order


def handed_off(shop, order):
    """The order paid and its one hand-off accepted by the hot folder."""
    shop.services.orders.mark_paid(OPERATOR, order.id)
    shop.services.runner.drain()
    [handoff] = shop.services.orders.handoffs(OPERATOR, order.id)
    assert handoff.state is HandOffState.ACCEPTED, handoff.reason
    return handoff


def hot_folder(shop):
    return shop.services.settings.manual_folder


def in_the_hot_folder(shop):
    return sorted(p.name for p in hot_folder(shop).glob("job*"))


def refused_by_the_press(shop, handoff, words="the letters are too thin"):
    """What a printer does who will not print it: moves the folder aside and leaves a note."""
    aside = hot_folder(shop) / "rejected"
    aside.mkdir()
    (hot_folder(shop) / handoff.reference).rename(aside / handoff.reference)
    (aside / handoff.reference / "note.txt").write_text(words)


# --- paid and held


def test_a_held_order_is_not_marked_paid_past_its_hold(shop):
    order = ordered(shop)
    shop.services.orders.hold(OPERATOR, order.id, "the address is unclear")
    # the table alone would let it through: a release goes the same way
    assert OrderState.PAID in ORDER_MOVES[OrderState.ON_HOLD]
    with pytest.raises(Conflict, match="on hold") as refused:
        shop.services.orders.mark_paid(OPERATOR, order.id)
    assert refused.value.hint == "Release it first."
    assert shop.services.orders.handoffs(OPERATOR, order.id) == []


def test_a_held_order_that_was_paid_gets_no_second_hand_off(shop):
    order = ordered(shop)
    handed_off(shop, order)
    shop.services.orders.hold(OPERATOR, order.id, "the customer called")
    with pytest.raises(Conflict):
        shop.services.orders.mark_paid(OPERATOR, order.id)
    assert len(shop.services.orders.handoffs(OPERATOR, order.id)) == 1


def test_a_hold_before_the_money_ends_where_it_began(shop):
    order = ordered(shop)
    shop.services.orders.hold(OPERATOR, order.id, "odd quantity")
    assert shop.services.orders.release(OPERATOR, order.id).state is OrderState.RECEIVED
    handed_off(shop, order)


@pytest.mark.parametrize("verb", ["mark_paid", "release", "hand_off", "cancel"])
def test_a_viewer_changes_nothing(shop, verb):
    order = ordered(shop)
    with pytest.raises(Exception, match="operators"):
        getattr(shop.services.orders, verb)(VIEWER, order.id)
    assert shop.services.orders.get(VIEWER, order.id).state is OrderState.RECEIVED


@pytest.mark.parametrize(
    ("verb", "more"),
    [
        ("mark_paid", ()),
        ("hold", ("why",)),
        ("release", ()),
        ("hand_off", ()),
        ("cancel", ("why",)),
        ("reprint", ("why",)),
    ],
)
def test_what_has_changed_behind_the_page_is_not_acted_upon(shop, verb, more):
    order = ordered(shop)
    shop.services.orders.hold(OPERATOR, order.id, "first")
    with pytest.raises(Conflict, match="changed since the page was loaded"):
        getattr(shop.services.orders, verb)(OPERATOR, order.id, *more, seen=order.revision)
    assert shop.services.orders.get(OPERATOR, order.id).reason == "first"


@pytest.mark.parametrize("verb", ["hold", "reprint"])
def test_a_hold_and_a_reprint_need_a_reason(shop, verb):
    order = ordered(shop)
    with pytest.raises(InputRefused, match="needs a reason"):
        getattr(shop.services.orders, verb)(OPERATOR, order.id, "  ")


# --- handing off


def test_what_lacks_the_shops_approval_is_held_and_not_printed(open_shop):
    shop = open_shop(POD_APPROVALS="both")
    order = ordered(shop)
    shop.services.orders.mark_paid(OPERATOR, order.id)
    shop.services.runner.drain()
    [held] = shop.services.orders.handoffs(OPERATOR, order.id)
    assert (held.state, held.reason) == (HandOffState.ON_HOLD, "tee lacks the approval of the shop.")
    assert in_the_hot_folder(shop) == []

    design = shop.services.desk.order(OPERATOR, order.id).row.lines[0].design
    shop.services.designs.approve(OPERATOR, design.id, ApprovalRole.SHOP)
    shop.services.runner.drain()
    assert in_the_hot_folder(shop) == [], "a hold never releases itself"
    shop.services.orders.hand_off(OPERATOR, order.id)
    shop.services.runner.drain()
    assert in_the_hot_folder(shop) == [held.reference]


def test_a_hold_of_a_hand_off_is_one_row_and_no_parked_job_beside_it(open_shop):
    shop = open_shop(POD_APPROVALS="both")
    order = ordered(shop)
    shop.services.orders.mark_paid(OPERATOR, order.id)
    shop.services.runner.drain()
    assert list(shop.services.queue.parked(OPERATOR)) == []


def test_what_the_press_refused_is_seen_with_its_words(shop):
    order = ordered(shop)
    handoff = handed_off(shop, order)
    refused_by_the_press(shop, handoff)
    seen = shop.services.handoffs.look_up(OPERATOR, handoff.reference)
    assert (seen.state, seen.reason) == (HandOffState.REJECTED, "the letters are too thin")


def test_what_the_press_cancelled_by_itself_counts_as_refused(shop):
    handoff = handed_off(shop, ordered(shop))
    aside = hot_folder(shop) / "cancelled"
    aside.mkdir()
    (hot_folder(shop) / handoff.reference).rename(aside / handoff.reference)
    seen = shop.services.handoffs.look_up(OPERATOR, handoff.reference)
    assert (seen.state, seen.reason) == (HandOffState.REJECTED, "The partner says: cancelled.")


def test_looking_up_what_has_no_news_changes_nothing(shop):
    handoff = handed_off(shop, ordered(shop))
    assert shop.services.handoffs.look_up(OPERATOR, handoff.reference) == handoff


def test_a_hand_off_that_has_vanished_is_said_so(shop):
    handoff = handed_off(shop, ordered(shop))
    (hot_folder(shop) / handoff.reference).rename(hot_folder(shop).parent / "taken-away")
    with pytest.raises(PartnerFailed, match="knows nothing"):
        shop.services.handoffs.look_up(OPERATOR, handoff.reference)


def test_a_refused_name_is_used_up_and_the_order_goes_out_under_another(shop):
    order = ordered(shop)
    first = handed_off(shop, order)
    refused_by_the_press(shop, first)
    shop.services.handoffs.look_up(OPERATOR, first.reference)
    shop.services.orders.hand_off(OPERATOR, order.id)
    shop.services.runner.drain()
    old, new = shop.services.orders.handoffs(OPERATOR, order.id)
    assert (old.reference, old.state) == (first.reference, HandOffState.CANCELLED)
    assert new.reference in old.reason
    assert (new.state, new.item_ids) == (HandOffState.ACCEPTED, first.item_ids)
    assert in_the_hot_folder(shop) == [new.reference]


def test_handing_off_what_is_out_already_says_so(shop):
    order = ordered(shop)
    handed_off(shop, order)
    with pytest.raises(Conflict, match="at its partner already"):
        shop.services.orders.hand_off(OPERATOR, order.id)


def test_a_cancelled_order_cannot_be_cancelled_again_and_no_partner_is_asked(shop, monkeypatch):
    order = ordered(shop)
    shop.services.orders.cancel(OPERATOR, order.id, "twice ordered")
    monkeypatch.setattr(type(shop.services.orders), "_cancel_handoff", lambda *_: pytest.fail("a partner was asked"))
    with pytest.raises(Conflict, match="cancelled"):
        shop.services.orders.cancel(OPERATOR, order.id)


def test_where_a_hand_off_lies_is_said(shop):
    order = ordered(shop)
    handoff = handed_off(shop, order)
    [shown] = shop.services.desk.order(OPERATOR, order.id).handoffs
    assert shown.place == str(hot_folder(shop) / handoff.reference)


def test_the_history_says_who_when_what_and_from_where(shop):
    order = ordered(shop)
    handed_off(shop, order)
    rows = shop.services.desk.order(OPERATOR, order.id).history
    marked = next(h for h in rows if h.became == "paid")
    assert (marked.actor, marked.came_from, marked.origin) == ("user:ada", "received", "page 192.0.2.7")
    accepted = next(h for h in rows if h.became == "accepted")
    assert (accepted.actor, accepted.origin) == ("job:hand_off", "worker")
