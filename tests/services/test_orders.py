"""Orders: taken once, nothing made before it is paid and approved, held until released, cancelled without a lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fulfillment.base import Capability
from pod.model.brief import Wanted
from pod.model.errors import Conflict, InputRefused, NotAllowed, Problems
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import OrderItem, OrderState
from pod.model.proof import ApprovalRole
from tests.doubles.printshop import Fault
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, VIEWER

# --- taking


def test_the_same_reference_is_the_same_order(shop):
    first = shop.placed()
    assert shop.placed().id == first.id
    with pytest.raises(Conflict, match="other lines"):
        shop.placed(quantity=3)
    assert len(shop.orders.page(VIEWER).items) == 1


def test_everything_that_is_wrong_with_an_order_is_said_at_once(shop):
    _, version = shop.approved()
    lines = [
        OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 0),
        OrderItem("", version.id, "tee", "tee/M/navy", 1),
        OrderItem("", "no-such-version", "sticker-4in", "sticker-4in/4in/white", 1),
        OrderItem("", version.id, "sticker-4in", "sticker-4in/9in/white", 10_001),
    ]
    nobody = replace(ADDRESS, name="", country="Britain", city="x" * 121)
    with pytest.raises(Problems) as refused:
        shop.orders.place(SHOPPER, "a reference with spaces", nobody, lines, "nobody")
    where = [where for where, _ in refused.value.problems]
    assert set(where) >= {
        "external_ref",
        "partner",
        "ship_to.name",
        "ship_to.country",
        "ship_to.city",
        "items[1]",
        "items[2]",
        "items[3]",
        "items[4]",
    }
    assert shop.orders.page(VIEWER).items == ()


def test_a_version_that_an_edit_has_overtaken_cannot_be_ordered(shop):
    design, _ = shop.approved()
    item = OrderItem("", design.current_version_id, "sticker-4in", "sticker-4in/4in/white", 1)
    shop.designs.edit(SHOPPER, design.id, lettering="HELLO")
    with pytest.raises(Problems, match="changed since version 1 was approved"):
        shop.orders.place(SHOPPER, "shop-1", ADDRESS, [item], "printshop")


def test_a_version_whose_approval_is_incomplete_cannot_be_ordered(with_a_proof):
    bench = with_a_proof(approvals="both")
    design = bench.proofed()
    bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    item = OrderItem("", design.current_version_id, "sticker-4in", "sticker-4in/4in/white", 1)
    with pytest.raises(Problems, match="not been approved by the shop"):
        bench.orders.place(SHOPPER, "shop-1", ADDRESS, [item], "printshop")


def test_a_deleted_design_cannot_be_ordered(shop):
    design, _ = shop.approved()
    item = OrderItem("", design.current_version_id, "sticker-4in", "sticker-4in/4in/white", 1)
    shop.designs.delete(SHOPPER, design.id)
    with pytest.raises(Problems, match="The design was deleted"):
        shop.orders.place(SHOPPER, "shop-1", ADDRESS, [item], "printshop")


# --- paying


def test_nothing_is_handed_off_before_it_is_paid(shop):
    order = shop.placed()
    shop.wait(600)
    assert (shop.order(order).state, shop.printshop.orders) == (OrderState.RECEIVED, [])
    with pytest.raises(Conflict, match="before it is paid"):
        shop.orders.hand_off(OPERATOR, order.id)


def test_a_paid_order_is_handed_off_once_and_paying_again_is_refused(shop):
    order = shop.sent()
    assert order.state is OrderState.IN_PROGRESS
    assert (order.paid_by, order.paid_at) == ("user:ada", shop.clock.now())
    with pytest.raises(Conflict):
        shop.orders.mark_paid(OPERATOR, order.id)
    shop.wait(600)
    assert shop.printshop.to_be_made == [shop.handoff(order).reference]


@pytest.mark.parametrize("verb", ["mark_paid", "hold", "release", "hand_off", "cancel", "reprint"])
def test_only_operators_run_the_shop(shop, verb):
    order = shop.placed()
    more = ("why",) if verb in ("hold", "reprint") else ()
    for caller in (SHOPPER, VIEWER):
        with pytest.raises(NotAllowed):
            getattr(shop.reprints if verb == "reprint" else shop.orders, verb)(caller, order.id, *more)
    assert shop.order(order) == order


def test_an_edit_after_the_order_does_not_change_what_is_printed(shop):
    order = shop.paid()
    design, version = shop.approved()
    shop.designs.edit(SHOPPER, design.id, lettering="HELLO")
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED
    files, _ = shop.designs.files(SHOPPER, design.id, version.id)
    assert files
    assert len(shop.printshop.to_be_made) == 1


def test_a_deleted_design_is_still_printed_where_it_was_ordered_and_its_files_are_kept(shop):
    order = shop.paid()
    design, _ = shop.approved()
    shop.designs.delete(SHOPPER, design.id)
    with shop.store.reading() as tx:
        shop.files.sweep(tx.designs.files_in_use())
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED


# --- holding


def test_a_held_order_never_leaves_however_long_it_is_held(shop):
    order = shop.paid()
    shop.orders.hold(OPERATOR, order.id, "the address is unclear")
    shop.wait(7 * 24 * 3600)
    assert (shop.order(order).state, shop.printshop.orders) == (OrderState.ON_HOLD, [])
    shop.orders.release(OPERATOR, order.id)
    shop.run()
    assert len(shop.printshop.to_be_made) == 1


def test_paying_a_held_order_does_not_end_its_hold(shop):
    order = shop.placed()
    shop.orders.hold(OPERATOR, order.id, "the address is unclear")
    with pytest.raises(Conflict, match="on hold") as refused:
        shop.orders.mark_paid(OPERATOR, order.id)
    assert "Release it first" in refused.value.hint
    shop.run()
    assert (shop.order(order).state, shop.printshop.orders) == (OrderState.ON_HOLD, [])
    shop.orders.release(OPERATOR, order.id)
    assert shop.order(order).state is OrderState.RECEIVED


def test_a_hold_between_check_and_send_stops_the_send(shop):
    order = shop.paid()
    hand_off = shop.handoffs._send

    def held_first(*args):
        shop.orders.hold(OPERATOR, order.id, "wait")
        return hand_off(*args)

    shop.handoffs._send = held_first
    shop.run()
    assert (shop.order(order).state, shop.printshop.orders) == (OrderState.ON_HOLD, [])
    assert shop.handoff(order).state is HandOffState.PREPARED
    shop.handoffs._send = hand_off
    shop.orders.release(OPERATOR, order.id)
    shop.run()
    assert len(shop.printshop.to_be_made) == 1


def test_a_hand_off_with_an_open_end_is_looked_up_even_while_its_order_is_held(shop):
    shop.printshop.submits.append(Fault.ANSWER_LOST)
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED
    other = shop.paid("shop-2")
    shop.printshop.submits.append(Fault.REQUEST_LOST)
    shop.run()
    assert shop.handoff(other).state is HandOffState.UNKNOWN
    shop.orders.hold(OPERATOR, other.id, "wait")
    shop.wait(60)
    assert shop.handoff(other).state is HandOffState.PREPARED, "known to be absent, and not sent"
    assert len(shop.printshop.to_be_made) == 1


def test_a_hold_and_its_release_want_their_due_form(shop):
    order = shop.placed()
    with pytest.raises(InputRefused, match="reason"):
        shop.orders.hold(OPERATOR, order.id, "  ")
    with pytest.raises(Conflict, match="nothing to release"):
        shop.orders.release(OPERATOR, order.id)


# --- the end of an order


def test_an_order_is_done_when_all_of_it_has_been_shipped(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    for state in (HandOffState.CONFIRMED, HandOffState.IN_PRODUCTION, HandOffState.PARTLY_SHIPPED):
        shop.printshop.says(reference, state)
        shop.wait(120)
        assert (shop.handoff(order).state, shop.order(order).state) == (state, OrderState.IN_PROGRESS)
    shop.printshop.says(reference, HandOffState.SHIPPED)
    shop.wait(120)
    assert (shop.handoff(order).state, shop.order(order).state) == (HandOffState.SHIPPED, OrderState.DONE)
    with pytest.raises(Conflict):
        shop.orders.cancel(OPERATOR, order.id)


def test_an_order_that_is_shipped_while_it_is_held_is_done_when_it_is_released(shop):
    order = shop.sent()
    shop.orders.hold(OPERATOR, order.id, "a question")
    shop.printshop.says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.wait(120)
    assert shop.order(order).state is OrderState.ON_HOLD
    assert shop.orders.release(OPERATOR, order.id).state is OrderState.DONE


def test_a_reprint_of_an_order_whose_address_was_erased_is_refused(shop):
    order = shop.sent()
    with shop.store.writing() as tx:
        tx.orders.erase_address(order.id, OPERATOR)
    with pytest.raises(Problems, match="no address any more"):
        shop.reprints.reprint(OPERATOR, order.id, "smudged")
    assert len(shop.orders.page(OPERATOR).items) == 1


def test_a_reprint_is_a_new_order_with_the_same_lines_and_its_reason(shop):
    order = shop.sent()
    with pytest.raises(InputRefused, match="reason"):
        shop.reprints.reprint(OPERATOR, order.id, "")
    again = shop.reprints.reprint(OPERATOR, order.id, "smudged")
    assert (again.state, again.reprint_of, again.reason, again.paid_by) == (
        OrderState.RECEIVED,
        order.id,
        "smudged",
        "",
    )
    shop.run()
    assert len(shop.printshop.to_be_made) == 1
    shop.orders.mark_paid(OPERATOR, again.id)
    shop.run()
    assert len(set(shop.printshop.to_be_made)) == 2


# --- cancelling


def test_what_has_not_left_is_cancelled_at_once(shop):
    for ref, order in (("a", shop.placed("shop-a")), ("b", shop.paid("shop-b"))):
        cancelled = shop.orders.cancel(OPERATOR, order.id, f"changed my mind {ref}")
        assert (cancelled.state, cancelled.reason) == (OrderState.CANCELLED, f"changed my mind {ref}")
    shop.wait(60)
    assert shop.printshop.orders == []


def test_what_the_partner_has_is_asked_back_and_the_order_is_cancelled_when_he_agrees(shop):
    order = shop.sent()
    asked = shop.orders.cancel(OPERATOR, order.id, "changed my mind")
    assert (asked.state, shop.handoff(order).state) == (OrderState.IN_PROGRESS, HandOffState.CANCEL_REQUESTED)
    shop.run()
    assert (shop.order(order).state, shop.order(order).reason) == (OrderState.CANCELLED, "changed my mind")
    assert shop.printshop.to_be_made == []


def test_a_cancel_that_a_partner_refuses_when_it_is_asked_says_why_in_its_words(shop):
    order = shop.sent()
    shop.printshop.cancels.append(Fault.REFUSED)
    shop.orders.cancel(OPERATOR, order.id)
    shop.run()
    refused = shop.handoff(order)
    assert (refused.state, refused.reason) == (HandOffState.CANCEL_REFUSED, "We do not print unicorns.")
    assert shop.printshop.to_be_made == [refused.reference]


def test_a_refused_cancel_says_so_and_the_order_goes_on_until_it_is_done(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    shop.printshop.says(reference, HandOffState.IN_PRODUCTION)
    shop.orders.cancel(OPERATOR, order.id)
    shop.run()
    refused = shop.handoff(order)
    assert refused.state is HandOffState.CANCEL_REFUSED
    assert "takes no cancel of it any more" in refused.reason, "it says so before it is asked"
    assert shop.order(order).state is OrderState.IN_PROGRESS
    shop.wait(600)
    assert shop.handoff(order).state is HandOffState.CANCEL_REFUSED, "it stays to be seen until something has left"
    shop.printshop.says(reference, HandOffState.SHIPPED)
    shop.wait(600)
    assert shop.order(order).state is OrderState.DONE


def test_a_lost_answer_to_a_cancel_is_asked_again(shop):
    order = shop.sent()
    shop.printshop.cancels.extend([Fault.ANSWER_LOST, Fault.REQUEST_LOST])
    shop.orders.cancel(OPERATOR, order.id)
    shop.wait(120)
    assert shop.order(order).state is OrderState.CANCELLED


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST])
def test_a_cancel_while_it_is_being_sent_is_decided_by_a_look_up(shop, fault):
    """The wish arrives during the call. Whether it arrived there or not, nothing of it is made."""
    order = shop.paid()
    submit = shop.printshop.submit

    def cancelled_meanwhile(payload):
        shop.orders.cancel(OPERATOR, order.id, "changed my mind")
        return submit(payload)

    shop.printshop.submits.append(fault)
    shop.printshop.submit = cancelled_meanwhile
    shop.run()
    shop.wait(60)
    assert (shop.order(order).state, shop.handoff(order).state) == (OrderState.CANCELLED, HandOffState.CANCELLED)
    assert shop.printshop.to_be_made == []


def test_a_partner_that_cannot_be_asked_keeps_the_wish_to_cancel_open(shop):
    order = shop.sent()
    shop.printshop.away = True
    shop.orders.cancel(OPERATOR, order.id)
    shop.wait(600)
    assert shop.handoff(order).state is HandOffState.CANCEL_REQUESTED
    shop.printshop.away = False
    shop.wait(60)
    assert shop.order(order).state is OrderState.CANCELLED


def test_what_has_been_shipped_cannot_be_cancelled(shop):
    order = shop.sent()
    shop.printshop.says(shop.handoff(order).reference, HandOffState.PARTLY_SHIPPED)
    shop.wait(120)
    with pytest.raises(Conflict, match="can no longer be cancelled"):
        shop.orders.cancel(OPERATOR, order.id)
    assert shop.order(order).state is OrderState.IN_PROGRESS


def test_a_draft_is_cancelled_before_it_was_confirmed(open_a_shop):
    shop = open_a_shop(printshop={"capability": Capability.DRAFT_THEN_CONFIRM})
    shop.printshop.confirms.extend([Fault.NOT_READY] * 9)
    order = shop.sent()
    assert shop.handoff(order).state is HandOffState.READY_TO_CONFIRM
    shop.orders.cancel(OPERATOR, order.id)
    shop.run()
    assert (shop.order(order).state, shop.printshop.to_be_made) == (OrderState.CANCELLED, [])


# --- several prints on one thing


def test_what_is_printed_on_several_areas_is_one_order_at_the_price_of_all(bench):
    """Files, proofs and the price follow the areas that were asked for, in their order; one print is in the price."""
    areas = ("front", "back")
    design = bench.proofed(product="greeting-card-4x6", placements=tuple(Wanted(area) for area in areas))
    files, proofs = bench.designs.files(OPERATOR, design.id)
    assert [proof.area for proof in proofs] == [*areas], "the front first, whatever the alphabet says"
    assert [file.area for file in files] == ["front", "front", "back", "back"]
    bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    item = OrderItem("", design.current_version_id, "greeting-card-4x6", "greeting-card-4x6/4x6/white", 3)
    order, _ = bench.orders.place(SHOPPER, "cards-1", ADDRESS, [item], bench.printshop.name)
    assert order.items[0].price == Money(4_500_000)  # 4.00 and 0.50 for the second print
    bench.orders.mark_paid(OPERATOR, order.id)
    bench.run()
    sent = bench.handoff(order)
    assert sent.state is HandOffState.ACCEPTED, sent.reason
    assert bench.printshop.to_be_made == [sent.reference]
