"""Claims: reported with words and pictures, counted down, told to the partner, and what comes of each; reprints, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fulfillment.base import Parcel
from fulfillment.terms import terms_of
from pod.model.claim import Claim, ClaimKind, ClaimState, Payer
from pod.model.errors import Conflict, IllegalMove, InputRefused, NotAllowed, Problems
from pod.model.handoff import HandOffState
from pod.model.message import Channel
from pod.model.money import Money
from pod.model.order import Order, OrderItem, OrderState
from pod.services.aftercare import ClaimReminders
from pod.services.aftercare.reminders import due
from tests.doubles.carrier import Mailbox
from tests.doubles.printshop import Printshop, PrintshopSettings
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, VIEWER, Bench
from tests.web.shop import a_picture

READER = "reader@home.example"
PAID_BACK = Money(12_500_000, "GBP")


@pytest.fixture
def mail(tmp_path: Path) -> Mailbox:
    return Mailbox(tmp_path / "mail.jsonl", shop="desk@shop.example")


@pytest.fixture
def gelato(tmp_path: Path) -> Printshop:
    """A print shop under the name of a partner whose terms are known."""
    return Printshop(PrintshopSettings(str(tmp_path / "gelato")), name="gelato")


@pytest.fixture
def shop(open_a_shop: Callable[..., Bench], mail: Mailbox, gelato: Printshop) -> Bench:
    return open_a_shop(carriers={Channel.MAIL: mail}, more_partners={"gelato": gelato})


def shipped(shop: Bench, gelato: Printshop, ref: str = "shop-1") -> Order:
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 2)
    lines = [item, replace(item, quantity=1)]
    order, _ = shop.orders.place(SHOPPER, ref, replace(ADDRESS, email=READER), lines, "gelato")
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    gelato.parcels = (Parcel("p1", "Royal Mail", "RM1", shipped_at=shop.clock.now()),)
    tell(shop, gelato, order, HandOffState.SHIPPED)
    return shop.order(order)


def tell(shop: Bench, gelato: Printshop, order: Order, state: HandOffState) -> None:
    gelato.says(shop.handoff(order).reference, state)
    shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference)


def reported(shop: Bench, order: Order, **changes: object) -> Claim:
    return shop.claims.report(SHOPPER, order.id, ClaimKind.DAMAGED, "A corner is torn.", **changes)


# --- reporting


def test_a_customer_reports_with_words_and_pictures_and_the_shop_is_told(shop, gelato, mail):
    order = shipped(shop, gelato)
    claim = reported(shop, order, item_ids=[order.items[1].id], pictures=[a_picture()])
    assert (claim.state, claim.partner, claim.reference) == (
        ClaimState.REPORTED,
        "gelato",
        shop.handoff(order).reference,
    )
    assert claim.item_ids == (order.items[1].id,)
    assert shop.files.verify(claim.pictures[0])
    shop.run()
    [told] = [m for m in mail.brought if m["event"] == "claim_reported"]
    assert (told["to"], told["kind"], told["order"]) == ("desk@shop.example", "damaged", "shop-1")
    assert "corner" not in str(told), "a customer's words stay on the page"


def test_the_same_report_again_is_the_same_claim(shop, gelato):
    order = shipped(shop, gelato)
    first, again = (reported(shop, order, pictures=[a_picture()]) for _ in range(2))
    assert first == again
    assert shop.claims.page(OPERATOR).counts == {"reported": 1}
    assert reported(shop, order).id != first.id, "without the picture it is another report"


def test_all_that_is_wrong_with_a_report_is_said_at_once(shop, gelato):
    order = shipped(shop, gelato)
    with pytest.raises(Problems) as refused:
        shop.claims.report(SHOPPER, order.id, ClaimKind.LATE, " ", item_ids=["0" * 32], pictures=[b""] * 7)
    assert [where for where, _ in refused.value.problems] == ["words", "items", "pictures"]


def test_a_file_that_is_no_picture_is_named_and_nothing_is_reported(shop, gelato):
    order = shipped(shop, gelato)
    with pytest.raises(Problems) as refused:
        reported(shop, order, pictures=[a_picture(), b"<script>"])
    assert [where for where, _ in refused.value.problems] == ["pictures[2]"]
    assert shop.claims.of_order(SHOPPER, order.id) == ()


def test_what_has_not_gone_out_cannot_be_claimed(shop):
    order = shop.placed()
    with pytest.raises(Conflict, match="Nothing of this order has been made"):
        reported(shop, order)


def test_pictures_of_a_claim_are_kept_by_the_sweep(shop, gelato):
    claim = reported(shop, shipped(shop, gelato), pictures=[a_picture()])
    with shop.store.reading() as tx:
        assert claim.pictures[0].key in tx.designs.files_in_use()


# --- the window


def test_the_window_is_counted_down_from_the_day_on_which_it_left(shop, gelato):
    order = shipped(shop, gelato)
    reported(shop, order)
    [shown] = shop.claims.of_order(SHOPPER, order.id)
    assert shown.window.terms == replace(terms_of("gelato"), told_at=gelato.terms.told_at)
    assert (shown.days_left, shown.window.from_delivery) == (30, False)
    shop.clock.forward(10.5 * 86_400)
    assert shop.claims.of_order(SHOPPER, order.id)[0].days_left == 19
    shop.clock.forward(30 * 86_400)
    assert shop.claims.of_order(SHOPPER, order.id)[0].days_left < 0


def test_a_reported_delivery_begins_the_window(shop, gelato):
    order = shipped(shop, gelato)
    shop.clock.forward(5 * 86_400)
    tell(shop, gelato, order, HandOffState.DELIVERED)
    reported(shop, order)
    [shown] = shop.claims.of_order(SHOPPER, order.id)
    assert (shown.days_left, shown.window.from_delivery) == (30, True)


def test_where_nothing_is_known_of_the_terms_nothing_is_counted(shop):
    order = shop.sent()
    reported(shop, order)
    [shown] = shop.claims.of_order(SHOPPER, order.id)
    assert (shown.window, shown.days_left) == (None, None)


@pytest.mark.parametrize(
    ("left", "number"), [(None, 0), (30, 0), (7, 0), (6, 7), (3, 7), (2, 3), (1, 3), (0, 1), (-1, 0)]
)
def test_reminders_come_before_the_window_closes(left, number):
    assert due(left) == number


def test_a_claim_is_reminded_of_until_the_partner_has_been_told(shop, gelato, mail):
    claim = reported(shop, shipped(shop, gelato))
    for day in range(30):
        shop.clock.forward(86_400)
        if day == 29:
            shop.claims.hand_on(OPERATOR, claim.id)
        ClaimReminders(shop.tools).schedule()
        shop.run()
    told = [m["days_left"] for m in mail.brought if m["event"] == "claim_closing"]
    assert told == ["6", "2"], "and none for the last day: the partner knows"


def test_every_term_has_a_source_and_a_date():
    for name in ("printful", "printify", "gelato"):
        terms = terms_of(name)
        assert terms.claim_days > 0
        assert terms.source
        assert terms.told_at.startswith("https://")
        assert terms.window == timedelta(days=terms.claim_days)
    assert (terms_of("prodigi").window, terms_of("sftp").window) == (None, None), "nobody has said"


# --- what comes of it


def test_money_that_went_back_is_booked_with_who_bears_it_and_the_customer_is_told(shop, gelato, mail):
    order = shipped(shop, gelato)
    claim = reported(shop, order)
    shop.claims.hand_on(OPERATOR, claim.id)
    done = shop.claims.refund(OPERATOR, claim.id, PAID_BACK, Payer.PARTNER, "They agreed.")
    assert (done.state, done.cost, done.payer) == (ClaimState.REFUNDED, PAID_BACK, Payer.PARTNER)
    other = reported(shop, order, item_ids=[order.items[0].id])
    shop.claims.refund(OPERATOR, other.id, PAID_BACK, Payer.PARTNER)
    assert shop.claims.costs(OPERATOR) == {Payer.PARTNER: [PAID_BACK + PAID_BACK]}
    shop.run()
    told = [m for m in mail.brought if m["event"] == "claim_settled"]
    assert [(m["to"], m["paid_back"]) for m in told] == [(READER, "12.50 GBP")] * 2
    assert {m["answer"] for m in told} == {"They agreed.", ""}


def test_a_refusal_has_a_reason_and_may_be_looked_at_again(shop, gelato):
    claim = reported(shop, shipped(shop, gelato))
    with pytest.raises(InputRefused, match="reason"):
        shop.claims.refuse(OPERATOR, claim.id, " ")
    shop.claims.refuse(OPERATOR, claim.id, "It is a crease, not a tear.")
    assert shop.claims.reopen(OPERATOR, claim.id).state is ClaimState.REPORTED
    assert [h.became for h in shop.claims.history(OPERATOR, claim.id)] == ["reported", "refused", "reported"]


def test_nothing_is_paid_back_twice_or_by_whom_it_is_due_to(shop, gelato):
    claim = reported(shop, shipped(shop, gelato))
    for cost, payer in ((Money(0, "GBP"), Payer.SHOP), (PAID_BACK, Payer.CUSTOMER)):
        with pytest.raises(InputRefused):
            shop.claims.refund(OPERATOR, claim.id, cost, payer)
    shop.claims.refund(OPERATOR, claim.id, PAID_BACK, Payer.SHOP)
    with pytest.raises(IllegalMove):
        shop.claims.refund(OPERATOR, claim.id, PAID_BACK, Payer.SHOP)
    with pytest.raises(Conflict):
        shop.claims.reprint(OPERATOR, claim.id, Payer.SHOP)


def test_whoever_looked_before_somebody_else_decided_is_told(shop, gelato):
    claim = reported(shop, shipped(shop, gelato))
    shop.claims.hand_on(OPERATOR, claim.id, seen=0)
    with pytest.raises(Conflict, match="changed since"):
        shop.claims.refund(OPERATOR, claim.id, PAID_BACK, Payer.SHOP, seen=0)


def test_only_operators_decide_and_shoppers_see_no_list(shop, gelato):
    claim = reported(shop, shipped(shop, gelato))
    for caller in (SHOPPER, VIEWER):
        with pytest.raises(NotAllowed):
            shop.claims.hand_on(caller, claim.id)
        with pytest.raises(NotAllowed):
            shop.claims.reprint(caller, claim.id, Payer.SHOP)
    with pytest.raises(NotAllowed):
        shop.claims.page(SHOPPER)


# --- printed again


def test_a_claim_is_printed_again_once_with_its_lines_and_the_very_same_files(shop, gelato):
    order = shipped(shop, gelato)
    claim = reported(shop, order, item_ids=[order.items[1].id])
    done = shop.claims.reprint(OPERATOR, claim.id, Payer.PARTNER)
    with pytest.raises(Conflict):
        shop.claims.reprint(OPERATOR, claim.id, Payer.PARTNER)
    shop.run()
    again = shop.orders.get(OPERATOR, done.reprint_id)
    assert (again.reprint_of, again.payer, [i.quantity for i in again.items]) == (order.id, "partner", [1])
    assert [i.version_id for i in again.items] == [order.items[1].version_id]
    assert again.state is OrderState.IN_PROGRESS, "there is no money to wait for"
    assert len(gelato.orders) == 2
    first, second = (o["reference"] for o in gelato.orders)
    assert first != second


def test_what_the_customer_pays_for_waits_for_their_money(shop, gelato):
    claim = reported(shop, shipped(shop, gelato))
    done = shop.claims.reprint(OPERATOR, claim.id, Payer.CUSTOMER)
    shop.run()
    assert shop.orders.get(OPERATOR, done.reprint_id).state is OrderState.RECEIVED
    assert len(gelato.orders) == 1


def test_a_second_click_is_no_second_reprint(shop, gelato):
    order = shipped(shop, gelato)
    shop.reprints.reprint(OPERATOR, order.id, "smudged", seen=order.revision)
    with pytest.raises(Conflict, match="changed since"):
        shop.reprints.reprint(OPERATOR, order.id, "smudged", seen=order.revision)
    assert shop.orders.page(OPERATOR).counts == {"done": 1, "received": 1}
    assert any("printed again as" in h.note for h in shop.orders.history(OPERATOR, order.id))


def test_what_cannot_be_printed_as_it_was_is_refused_and_says_which_file(shop, gelato):
    order = shipped(shop, gelato)
    files, _ = shop.designs.files(SHOPPER, shop.approved()[0].id)
    path = shop.files.path(files[0].file)
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(Problems) as refused:
        shop.reprints.reprint(OPERATOR, order.id, "smudged")
    assert {e.code for _, e in refused.value.problems} == {"not_the_same"}
    assert f"{files[0].format} for {files[0].area}" in str(refused.value)
    assert len(shop.orders.page(OPERATOR).items) == 1


def test_lines_of_another_order_are_not_printed_again(shop, gelato):
    order = shipped(shop, gelato)
    with pytest.raises(InputRefused, match="no such line"):
        shop.reprints.reprint(OPERATOR, order.id, "smudged", item_ids=["0" * 32])
