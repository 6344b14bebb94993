"""After a restore: orders of several lines that are split otherwise than they were, and reprints that are asked for once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from fulfillment.manual import Manual, ManualSettings
from pod.model.claim import ClaimKind, Payer
from pod.model.errors import InputRefused
from pod.model.handoff import HandOffState, new_reference
from pod.model.order import Order, OrderItem, OrderState
from pod.services import handoff
from pod.services.orders import Orders
from pod.services.placedsince import MOST_LINES
from pod.services.restoring import Restoring
from tests.doubles.house import House
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench
from tests.services.test_restoring import ADMIN, made_of, restored

__all__ = ["restored"]

VARIANT = "sticker-4in/4in/white"
ONE = range(4, 5)
NOBODY = InputRefused("not_offered", "Not made here.", "Ask another.")


@pytest.fixture(autouse=True)
def no_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are drawn for each send, and nobody here reads them."""
    monkeypatch.setattr(handoff, "drawn_papers", lambda payload, folder: ())


def bought(bench: Bench, lines: int, ref: str = "many") -> Order:
    """Each line is of another quantity: by that the houses tell them apart."""
    version = bench.approved()[1]
    items = [OrderItem("", version.id, "sticker-4in", VARIANT, n) for n in range(1, lines + 1)]
    return Orders(bench.tools).place(SHOPPER, ref, ADDRESS, items)[0]


def paid(bench: Bench, lines: int) -> Order:
    order = bench.orders.mark_paid(OPERATOR, bought(bench, lines).id)
    bench.run()
    return order


def houses(folder, makes: Mapping[str, set[int]]) -> dict[str, House]:
    return {name: House(folder, name, makes=lambda i, name=name: i.quantity in makes[name]) for name in makes}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"northern": {1, 2}, "southern": {3, 4}}, {"northern": {1, 3}, "southern": {2, 4}}),
        ({"northern": {1, 2, 3}, "southern": {4, 5}}, {"northern": {1, 5}, "southern": {2, 3, 4}}),
    ],
    ids=["four lines, asked for by name", "five lines, looked for in the list"],
)
def test_lines_that_were_split_otherwise_since_the_backup_are_not_made_twice(restored, tmp_path, before, after):
    makes, lines = dict(before), max(before["southern"])
    there = houses(tmp_path / "houses", makes)

    def since(old: Bench) -> None:
        old.printshop.validate = lambda _: [NOBODY]
        paid(old, lines)
        makes.update(after)

    new = restored(since=ONE, then=since, more_partners=there)
    assert [len(house.orders) for house in there.values()] == [1, 1]
    new.printshop.validate = lambda _: [NOBODY]
    order = paid(new, lines)
    new.wait(7200)
    assert [len(house.orders) for house in there.values()] == [1, 1]
    held = new.order(order)
    assert held.state is OrderState.ON_HOLD
    assert f"northern has {there['northern'].orders[0]['reference']} of it since the backup" in held.reason


def test_more_parts_than_can_be_asked_for_are_a_persons_to_look_for_once(open_a_shop, tmp_path):
    shop = open_a_shop(more_partners={"manual": Manual(ManualSettings(str(tmp_path / "press")))})
    order = bought(shop, 6)
    shop.clock.forward(1)
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.clock.forward(700)
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    held = shop.order(order)
    assert held.state is OrderState.ON_HOLD
    assert "this order of 6 lines may have gone to manual in more parts than can be asked for" in held.reason
    shop.routes.choose(OPERATOR, order.id, shop.printshop.name, "They have nothing of it.")
    shop.orders.release(OPERATOR, order.id)
    shop.wait(60)
    assert [o["reference"] for o in shop.printshop.orders] == [shop.handoff(order).reference]


def test_an_order_of_very_many_lines_waits_while_its_partner_has_what_nobody_knows(open_a_shop, tmp_path):
    shop = open_a_shop(more_partners=houses(tmp_path / "houses", {"northern": set()}))
    order, strange = bought(shop, MOST_LINES + 1), new_reference("anything")
    known = shop.sent()
    shop.printshop._write([*shop.printshop._book(), {**shop.printshop._book()[0], "id": strange, "reference": strange}])
    shop.clock.forward(1)
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.clock.forward(700)
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    reason = shop.order(order).reason
    assert f"printshop has {strange} since the backup" in reason
    assert shop.handoff(known).reference not in reason
    shop.printshop.forgets(strange)
    shop.orders.release(OPERATOR, order.id)
    shop.wait(60)
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_an_order_that_is_surely_new_is_not_doubted(open_a_shop, tmp_path):
    shop = open_a_shop(more_partners={"manual": Manual(ManualSettings(str(tmp_path / "press")))})
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.clock.forward(700)
    order = paid(shop, 6)
    assert shop.order(order).state is OrderState.IN_PROGRESS


# --- printed again


def printed_again(bench: Bench, ref: str = "storefront:1") -> Order:
    first = bench.orders.numbered(OPERATOR, ref)
    again = bench.reprints.reprint(OPERATOR, first.id, "smudged")
    bench.orders.mark_paid(OPERATOR, again.id)
    bench.wait(700)
    return again


def test_a_reprint_without_a_key_that_is_asked_for_again_is_found_under_its_name(restored):
    bench = restored(since=ONE, then=printed_again)
    made = made_of(bench)
    again = printed_again(bench)
    assert made_of(bench) == made
    assert bench.handoff(again).state is HandOffState.ACCEPTED
    other = printed_again(bench)
    assert other.external_ref != again.external_ref, "the next one is another reprint"
    assert made_of(bench) == made + Counter([bench.handoff(other).reference])


def claimed(bench: Bench) -> None:
    """For an order that came in since the backup: the shop has brought it again."""
    first = bench.orders.numbered(OPERATOR, "storefront:4")
    claim = bench.claims.report(SHOPPER, first.id, ClaimKind.LOST, "It never came.", item_ids=[first.items[0].id])
    bench.claims.reprint(OPERATOR, claim.id, Payer.SHOP)
    bench.wait(700)


def test_a_claim_that_is_reported_again_is_not_printed_again(restored):
    bench = restored(since=ONE, then=claimed)
    made = made_of(bench)
    claimed(bench)
    assert made_of(bench) == made
