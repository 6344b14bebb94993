"""A backup of yesterday is brought back: what was sent and bought since then is found, and nothing of it twice.

Pod's own books end at the backup. The partner, the image service and the shop, whose memories are their own, have gone on.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from fulfillment.base import Capability
from fulfillment.manual import Manual, ManualSettings
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import CandidateState
from pod.model.errors import InputRefused, NotAllowed
from pod.model.handoff import HandOffState
from pod.model.ledger import LedgerState
from pod.model.order import Order, OrderState
from pod.model.restore import WATCHED
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.services.audit import PartnerAudit
from pod.services.handoffsteps import BY_POD
from pod.services.intake import Intake
from pod.services.restoring import Restoring
from pod.store.backup import back_up
from tests.crash.selling import Spread
from tests.doubles.house import House
from tests.services.bench import ADDRESS, OPERATOR, Bench, place_of, restored_in

ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
BEFORE, SINCE, A_FEW = range(1, 4), range(4, 24), range(4, 7)
"""The shop's orders: before the backup, and since."""


def selling_by(bench: Bench, partner: str) -> Bench:
    """What is bought in its shop goes to this partner."""
    bench.orders = Spread(bench.tools, (partner,))
    bench.intake = Intake(bench.tools, {"storefront": bench.storefront}, bench.orders)
    return bench


def buy(bench: Bench, numbers: range) -> None:
    design, _ = bench.approved()
    line = ShopLine("1", "sticker-4in/4in/white", 1, "A sticker", design.id)
    for n in numbers:
        now = bench.clock.now()
        bench.storefront.orders[str(n)] = ShopOrder(str(n), f"#{n}", Payment.PAID, now, (line,), ADDRESS)
        bench.clock.forward(60)
    bench.clock.forward(900)  # shops are asked each quarter of an hour
    bench.intake.schedule()
    bench.run()


@pytest.fixture
def restored(open_a_shop, open_a_bench, tmp_path) -> Callable[..., Bench]:
    """Plays the day of a shop, brings back its backup in another folder, and gives everybody a day."""

    def played(
        partner: str = "printshop",
        since: range = A_FEW,
        *,
        as_if_new: bool = False,
        then: Callable[[Bench], object] = lambda _: None,
        before: Callable[[Bench], object] = lambda _: None,
        since_then: Callable[[Bench], object] = lambda _: None,
        at_once: Callable[[Bench], object] = lambda _: None,
        **choices: object,
    ) -> Bench:
        old = selling_by(open_a_shop(**choices), partner)
        buy(old, BEFORE)
        old.paid("queued")
        before(old)
        made = back_up(place_of(tmp_path / "shop"), tmp_path / "backups", old.clock)
        since_then(old)
        old.run()
        buy(old, since)
        then(old)
        restored_in(made, tmp_path / "new", old.clock)
        for kept in ("printshop", "studio", "hot"):
            if (tmp_path / "shop" / kept).exists():
                shutil.copytree(tmp_path / "shop" / kept, tmp_path / "new" / kept)
        new = selling_by(open_a_bench(tmp_path / "new", **choices), partner)
        new.clock.time, new.storefront.orders = old.clock.time, old.storefront.orders
        if as_if_new:
            with new.store.database.writing() as connection:
                connection.exec_driver_sql("DELETE FROM restores")
        at_once(new)
        new.clock.forward(900)
        new.intake.schedule()
        new.wait(700)
        return new

    return played


def made_of(bench: Bench) -> Counter[str]:
    return Counter(order["reference"] for order in bench.printshop.orders)


@pytest.mark.parametrize(
    ("capability", "since"),
    [(Capability.LOOKUP_ONLY, SINCE), (Capability.DRAFT_THEN_CONFIRM, A_FEW), (Capability.IDEMPOTENT_CREATE, A_FEW)],
)
def test_what_was_handed_off_since_the_backup_is_found_and_not_sent_again(restored, capability, since):
    bench = restored(since=since, printshop={"capability": capability})
    made = made_of(bench)
    assert len(made) == len(BEFORE) + 1 + len(since)
    assert set(made.values()) == {1}
    orders = bench.orders.page(OPERATOR, limit=200).items
    assert {order.external_ref for order in orders} == {"queued", *(f"storefront:{n}" for n in (*BEFORE, *since))}
    assert {order.state for order in orders} == {OrderState.IN_PROGRESS}
    assert {bench.handoff(order).reference for order in orders} == set(made)
    assert bench.parked() == []


def test_control_without_the_mode_everything_since_the_backup_is_sent_again(restored):
    made = made_of(restored(as_if_new=True, printshop={"capability": Capability.LOOKUP_ONLY}))
    assert sum(times > 1 for times in made.values()) == 1 + len(A_FEW)


def test_what_a_folder_remembers_is_found_in_it(restored, tmp_path):
    hot = {"more_partners": {"manual": Manual(ManualSettings(str(tmp_path / "press")))}}
    bench = restored("manual", **hot)
    handoffs = [bench.handoff(order) for order in bench.orders.page(OPERATOR, limit=200).items]
    assert {h.state for h in handoffs} == {HandOffState.ACCEPTED}
    assert len(list((tmp_path / "press").glob("job*"))) == len(BEFORE) + len(A_FEW)


def test_where_the_folder_is_gone_nothing_leaves_before_a_person_has_said_so(restored, tmp_path):
    choices = {"more_partners": {"manual": Gone(tmp_path)}}
    bench = restored("manual", **choices)
    held = [h for h in bench.handoffs.page(OPERATOR, state="on_hold").items if "Ask manual" in h.reason]
    assert len(held) == len(A_FEW), "all that the shop has brought again"
    assert all(h.held_until for h in held), "somebody should have looked by then"
    bench.orders.hand_off(OPERATOR, held[0].order_id)
    bench.run()
    [sent] = bench.orders.handoffs(OPERATOR, held[0].order_id)
    assert sent.state is HandOffState.ACCEPTED, "and once is enough"


def test_what_one_partner_has_is_not_sent_to_another_that_is_better_now(restored, tmp_path):
    """The order is routed anew by what holds today."""
    houses = {"northern": Dearer(tmp_path, 9.0, 9.0), "southern": Dearer(tmp_path, 8.0, 20.0)}
    for name, house in houses.items():
        house.name = name
    bench = restored("", more_partners=houses)
    assert [len(house.orders) for house in houses.values()] == [0, len(BEFORE) + len(A_FEW)]
    held = bench.orders.page(OPERATOR, state="on_hold").items
    assert len(held) == len(A_FEW)
    assert "southern has job" in held[0].reason
    bench.routes.choose(OPERATOR, held[0].id, "southern", "It is there.")
    bench.orders.release(OPERATOR, held[0].id)
    bench.run()
    assert bench.handoff(held[0]).state is HandOffState.ACCEPTED
    assert [len(house.orders) for house in houses.values()] == [0, len(BEFORE) + len(A_FEW)]


class Dearer(House):
    """Its price is another one after the restore."""

    def __init__(self, folder: Path, before: float, after: float) -> None:
        super().__init__(folder / "houses", f"at-{before}", each=before)
        self._after, self._restored = after, folder / "new" / "pod.db"

    def quote(self, order):
        self.each = self._after if self._restored.exists() else self.each
        return super().quote(order)


class Gone(Manual):
    """Its folder is another one after the restore."""

    def __init__(self, folder: Path) -> None:
        super().__init__(ManualSettings(str(folder / "press")))
        self._after = folder / "press-anew"
        self._restored = folder / "new" / "pod.db"

    def __getattribute__(self, name):
        if name == "root" and object.__getattribute__(self, "_restored").exists():
            return object.__getattribute__(self, "_after")
        return object.__getattribute__(self, name)


def test_nothing_is_asked_before_the_shops_have_been_read_again(shop):
    """What was cancelled there since the backup is not handed off."""
    shop.paid()
    Restoring(shop.tools).begin(ADMIN, shop.clock.now() - timedelta(days=1))
    shop.wait(590)
    assert shop.printshop.orders == []
    shop.wait(20)
    assert len(shop.printshop.orders) == 1


def test_a_look_up_that_fails_sends_nothing(shop):
    order = shop.paid()
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.printshop.away = True
    shop.wait(7200)
    assert (shop.printshop.orders, shop.handoff(order).state) == ([], HandOffState.WAITING)
    shop.printshop.away = False
    shop.wait(120)
    assert len(shop.printshop.orders) == 1


def test_another_order_of_that_name_is_a_persons_to_look_at(shop):
    order = shop.paid()
    shop.printshop._write(
        [
            {
                "id": "x",
                "reference": shop.handoff(order).reference,
                "payload_sha256": "f" * 64,
                "note": "",
                "state": "accepted",
            }
        ]
    )
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.wait(7200)
    assert shop.handoff(order).state is HandOffState.ON_HOLD
    assert "another order under this reference" in shop.handoff(order).reason


def test_a_month_later_nobody_is_asked_any_more(shop):
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.clock.forward(WATCHED.total_seconds())
    shop.printshop.away = True
    shop.paid()
    shop.run()
    assert len(shop.printshop.orders) == 1


def test_the_time_of_a_backup_is_not_tomorrow_and_an_administrator_says_it(shop):
    with pytest.raises(InputRefused, match="The backup was taken at"):
        Restoring(shop.tools).begin(ADMIN, shop.clock.now() + timedelta(days=1))
    with pytest.raises(NotAllowed):
        Restoring(shop.tools).begin(OPERATOR, shop.clock.now())


def test_a_partners_list_is_read_as_far_back_as_the_backup(shop):
    """What it has, and no book of ours: the orders of a day that nobody brings again."""
    strange = {"id": "x1", "reference": "job" + "0" * 20, "payload_sha256": "", "note": "", "state": "accepted"}
    shop.printshop._write([strange])
    Restoring(shop.tools).begin(ADMIN, shop.clock.now() - timedelta(days=20))
    PartnerAudit(shop.tools).schedule()
    shop.wait(2 * 3600)
    assert any("none of ours" in why for why in shop.parked())


# --- pictures


def test_a_picture_that_may_have_been_bought_since_is_not_bought_again_by_itself(open_a_bench):
    bench = open_a_bench()
    design = bench.asked()
    bench.clock.forward(1)
    Restoring(bench.tools).begin(ADMIN, bench.clock.now())
    bench.run()
    assert (bench.studio.charged, bench.states(design)) == ([], ["unknown"])
    assert bench.candidate(design).state is CandidateState.FAILED
    bench.designs.try_again(OPERATOR, design.id)
    bench.run()
    assert bench.states(design) == ["unknown", "settled"]
    assert len(bench.studio.charged) == 1


def test_control_without_the_mode_it_is_bought_at_once(open_a_bench):
    bench = open_a_bench()
    bench.asked()
    bench.run()
    assert len(bench.studio.charged) == 1


def test_a_picture_that_was_asked_for_after_the_restore_is_drawn_as_ever(open_a_bench):
    bench = open_a_bench()
    Restoring(bench.tools).begin(ADMIN, bench.clock.now())
    bench.clock.forward(1)
    assert bench.states(bench.drawn()) == ["settled"]


def test_a_call_that_was_reserved_is_looked_up_by_its_key(open_a_bench):
    """Its row is that of the backup, and so is the key under which it may have been called since."""
    bench = open_a_bench(studio={"finds_by_key": True})
    design = bench.asked()
    bench.studio.away = True
    bench.run()
    _back_to_reserved(bench, design)
    bench.studio.away = False
    bench.clock.forward(1)
    Restoring(bench.tools).begin(ADMIN, bench.clock.now())
    bench.wait(600)
    assert len(bench.studio.charged) == 1
    notes = [row.state for row in bench.ledger(design)]
    assert notes.count(LedgerState.SETTLED) == 1


def _back_to_reserved(bench: Bench, design) -> None:
    with bench.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE ledger SET state = 'reserved'")
        connection.exec_driver_sql("UPDATE jobs SET state = 'ready', run_at = 0")


def one_of(bench: Bench, number: str) -> Order:
    [order] = [o for o in bench.orders.page(OPERATOR, limit=200).items if o.external_ref == number]
    return order


def cancels(bench: Bench, number: str) -> None:
    bench.orders.cancel(OPERATOR, one_of(bench, number).id, "changed my mind")


def test_what_was_sent_since_the_backup_and_is_cancelled_before_it_was_looked_for_is_asked_back(restored):
    bench = restored(at_once=lambda pod: cancels(pod, "queued"))
    order = one_of(bench, "queued")
    assert order.state is OrderState.CANCELLED
    assert bench.handoff(order).reference in made_of(bench), "it had been sent"
    assert bench.handoff(order).reference not in bench.printshop.to_be_made


def test_what_was_held_at_the_backup_and_sent_since_is_asked_back_too(restored):
    def held_and_let_go(old: Bench) -> None:
        with old.store.writing() as tx:
            order = one_of(old, "queued")
            handoff = tx.orders.handoffs(DEFAULT_TENANT, order.id)[0]
            tx.orders.move_handoff(handoff, HandOffState.ON_HOLD, ADMIN, "look at it", held_by=BY_POD)

    bench = restored(
        before=held_and_let_go,
        since_then=lambda old: old.orders.hand_off(OPERATOR, one_of(old, "queued").id),
        at_once=lambda pod: cancels(pod, "queued"),
    )
    order = one_of(bench, "queued")
    assert order.state is OrderState.CANCELLED
    assert bench.handoff(order).reference in made_of(bench)
    assert bench.handoff(order).reference not in bench.printshop.to_be_made


def test_what_was_routed_since_the_backup_is_not_cancelled_here_while_it_is_made_there(restored, tmp_path):
    """No book here has a hand-off of it."""

    def not_routed(old: Bench) -> None:
        order = old.placed("unrouted")
        with old.store.writing() as tx:
            tx.orders.change(tx.orders.get(order.tenant_id, order.id), OPERATOR, "nobody is named", partner="")
        old.orders.mark_paid(OPERATOR, order.id)

    house = House(tmp_path, "northern", each=1.0)
    cancel = partial(cancels, number="unrouted")
    bench = restored(before=not_routed, at_once=cancel, more_partners={"northern": house})
    held = one_of(bench, "unrouted")
    partner, reference = re.search(r"(\w+) has (job\w+) of it since the backup", held.reason).groups()
    assert held.state is OrderState.ON_HOLD
    bench.routes.choose(OPERATOR, held.id, partner, "It is there.")
    bench.orders.release(OPERATOR, held.id)
    bench.run()
    made = [o["reference"] for o in (*house.orders, *bench.printshop.orders)]
    assert made.count(reference) == 1, "it was found there by its name, and taken for ours"
    cancels(bench, "unrouted")
    bench.run()
    assert one_of(bench, "unrouted").state is OrderState.CANCELLED
    assert reference not in [*house.to_be_made, *bench.printshop.to_be_made]
