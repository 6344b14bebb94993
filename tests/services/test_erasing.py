"""A customer's data goes, everywhere; what is on its way goes when it has ended; and others' data stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fulfillment.base import Rejected
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.claim import ClaimKind
from pod.model.errors import InputRefused, NotAllowed
from pod.model.handoff import HandOffState
from pod.model.message import Channel, MessageState
from pod.model.order import Order, OrderItem
from pod.services.aftercare import Erasing
from tests.doubles.carrier import Mailbox
from tests.doubles.house import House
from tests.doubles.printshop import Fault
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench
from tests.web.shop import a_picture

ADMIN = Caller(DEFAULT_TENANT, "user:root", Role.ADMIN)
READER = replace(ADDRESS, name="Zoë Planted", line1="7 Secret Street", email="zoe@home.example")
TRACES = ("Planted", "7 Secret Street", "zoe@home.example", "LS1 4AB")


@pytest.fixture
def shop(open_a_shop: Callable[..., Bench], tmp_path: Path) -> Bench:
    return open_a_shop(carriers={Channel.MAIL: Mailbox(tmp_path / "mail.jsonl", shop="desk@shop.example")})


def ordered(shop: Bench, ref: str = "shop-1", to: object = READER) -> Order:
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 1)
    order, _ = shop.orders.place(SHOPPER, ref, to, [item], shop.printshop.name)
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    return order


def ended(shop: Bench, order: Order) -> None:
    shop.printshop.says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference)
    shop.run()


def database(shop: Bench) -> str:
    """Every row of every table, as text: a row's own text leaves the middle of long values out."""
    with shop.store.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return "\n".join(
            str(tuple(row)) for name in names for row in connection.exec_driver_sql(f"SELECT * FROM {name}")
        )


def traces(shop: Bench) -> list[str]:
    said = database(shop)
    return [trace for trace in TRACES if trace in said]


@pytest.mark.parametrize("wanted", ["shop-1", "ZOE@home.example", "7 Secret Street, LS1 4AB"])
def test_an_ended_order_forgets_its_customer_everywhere(shop, wanted):
    order = ordered(shop)
    shop.orders.hold(OPERATOR, order.id, "Zoë Planted of 7 Secret Street has called.")
    shop.orders.release(OPERATOR, order.id)
    claim = shop.claims.report(SHOPPER, order.id, ClaimKind.LOST, "I am Zoë Planted.", pictures=[a_picture()])
    ended(shop, order)
    assert "7 Secret Street" in database(shop)
    report = Erasing(shop.tools).erase(ADMIN, wanted)
    assert [(o.external_ref, o.state, o.partners) for o in report.orders] == [("shop-1", "erased", ("printshop",))]
    assert report.removed["claims"] == 1
    assert traces(shop) == []
    assert shop.order(order).ship_to.line1 == "(erased)"
    with shop.store.reading() as tx:
        assert claim.pictures[0].key not in tx.designs.files_in_use()
        assert "(name) of (street) has called." in [h.note for h in tx.designs.history("main", order.id)]


def test_what_is_on_its_way_is_erased_when_it_has_ended(shop):
    order = ordered(shop)
    report = Erasing(shop.tools).erase(ADMIN, "zoe@home.example")
    assert [o.state for o in report.orders] == ["in progress"]
    shop.wait(86_400)
    assert shop.order(order).ship_to == READER, "the parcel has to get there"
    ended(shop, order)
    shop.wait(86_400)
    assert traces(shop) == []


def test_a_message_that_waits_for_them_is_not_sent(shop):
    order = ordered(shop)
    with shop.store.writing() as tx:
        tx.jobs.archive(shop.clock.now())
    shop.claims.report(SHOPPER, order.id, ClaimKind.LOST, "It never came.")
    ended(shop, order)
    Erasing(shop.tools).erase(ADMIN, "shop-1")
    assert {m.recipient for m in shop.delivering.page(OPERATOR).items} <= {""}
    assert {m.state for m in shop.delivering.page(OPERATOR).items} <= {MessageState.SENT, MessageState.DROPPED}


def test_another_customers_data_stays(shop):
    other = ordered(shop, "shop-2", ADDRESS)
    ended(shop, other)
    assert Erasing(shop.tools).erase(ADMIN, "zoe@home.example").orders == ()
    assert shop.order(other).ship_to == ADDRESS


def test_only_an_administrator_erases_and_only_what_names_somebody(shop):
    with pytest.raises(NotAllowed):
        Erasing(shop.tools).erase(OPERATOR, "shop-1")
    with pytest.raises(InputRefused):
        Erasing(shop.tools).erase(ADMIN, " a ")


def test_a_partners_words_are_stored_without_the_address(shop, monkeypatch):
    words = "400 {'address1': '7 Secret Street', 'zip': 'LS1 4AB'} is unknown to Zoë  Planted"
    monkeypatch.setattr(shop.printshop, "submit", lambda _: Rejected(words))
    order = ordered(shop)
    kept = "400 {'address1': '(street)', 'zip': '(postcode)'} is unknown to (name)"
    assert shop.handoff(order).reason == kept
    assert shop.parked() == [kept]
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM addresses")
    assert traces(shop) == [], "in no other table"


def test_what_was_said_of_the_choice_of_a_partner_is_cleaned_too(open_a_shop, tmp_path):
    """What each partner has said of the order, and why an operator has chosen."""
    houses = {name: House(tmp_path / "houses", name) for name in ("northern", "southern")}
    shop = open_a_shop(more_partners=houses)
    wrong = InputRefused("address", "7 Secret Street, LS1 4AB is no address.", "Correct it.")
    houses["southern"].validate = lambda _: [wrong]
    shop.printshop.validate = houses["southern"].validate
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 1)
    order, _ = shop.orders.place(SHOPPER, "shop-1", READER, [item])
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    assert "(street), (postcode) is no address" in str(shop.routes.of(OPERATOR, order.id)), "a partner's words"
    houses["northern"].says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.wait(7200)
    again, _ = shop.orders.place(SHOPPER, "shop-2", READER, [item])
    houses["northern"].submits.extend([Fault.NOT_SENT] * 99)
    shop.orders.mark_paid(OPERATOR, again.id)
    shop.run()
    shop.routes.choose(OPERATOR, again.id, "northern", "Zoë Planted has asked for it.")
    shop.run()
    shop.orders.cancel(OPERATOR, again.id)
    shop.wait(7200)
    Erasing(shop.tools).erase(ADMIN, "zoe@home.example")
    assert traces(shop) == []


def test_an_order_that_is_named_by_its_number_goes_with_its_reprints(shop):
    order = ordered(shop)
    again = shop.reprints.reprint(OPERATOR, order.id, "It came torn.")
    ended(shop, order)
    shop.orders.cancel(OPERATOR, again.id)
    Erasing(shop.tools).erase(ADMIN, "shop-1")
    assert traces(shop) == []
