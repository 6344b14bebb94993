"""Hand-offs as a machine that anything may happen to, in any order: shops' messages, payments, mishaps, crashes, cancels, holds,
news, restores, and time.

Whatever it was: a paid order is made at most once, nothing is made that was not paid for, or that was cancelled before it left,
no move is made that the tables do not allow, parcels are a set, and when everybody has had time, everything is settled or waits
for a person with a sentence.

`POD_MACHINE_STEPS` sets how many steps are played in all.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fulfillment.base import Capability, Parcel
from pod import failpoints
from pod.failpoints import ON_THE_WAY
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import Conflict
from pod.model.handoff import HANDOFF_MOVES, HandOff, HandOffState
from pod.model.listing import History
from pod.model.order import ORDER_MOVES, Order, OrderState
from pod.model.readdress import AddressState
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.services.intake import Intake
from pod.services.partnernews import PartnerNews
from pod.services.restoring import Restoring
from tests.crash.selling import Spread
from tests.doubles.printshop import SIGNATURE, Fault
from tests.doubles.storefront import GENUINE
from tests.services.bench import ADDRESS, OPERATOR, Bench, copied, open_bench

ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
STEPS_OF_ONE = 30
STEPS = int(os.environ.get("POD_MACHINE_STEPS", "300"))

SETTLED = {
    HandOffState.ACCEPTED,
    HandOffState.CONFIRMED,
    HandOffState.IN_PRODUCTION,
    HandOffState.PARTLY_SHIPPED,
    HandOffState.SHIPPED,
    HandOffState.DELIVERED,
    HandOffState.CANCELLED,
    HandOffState.CANCEL_REFUSED,
    HandOffState.RETURNED,
}
WITH_A_PERSON = {HandOffState.ON_HOLD, HandOffState.REJECTED}
NEWS = (
    HandOffState.IN_PRODUCTION,
    HandOffState.PARTLY_SHIPPED,
    HandOffState.SHIPPED,
    HandOffState.DELIVERED,
    HandOffState.ON_HOLD,
)


SOLD = ("1001", "1002")
POINTS = [p for p in ON_THE_WAY if p.startswith(("address", "claim", "handoff", "news", "paid", "order", "shop"))]


class Killed(BaseException):
    """Where a process would have been killed: it is caught by nothing but the machine."""


class Mortal:
    """`os` as it is, but for `kill`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def kill(self, _pid: int, _signal: int) -> None:
        raise Killed


@contextmanager
def killed_at(point: str) -> Iterator[None]:
    """Whatever is done within is broken off at the point, as a process is by SIGKILL: what was not committed is not there."""
    failpoints.os, failpoints._ARMED, failpoints._passed = Mortal(), point, itertools.count(1)
    try:
        with suppress(Killed):
            yield
    finally:
        failpoints.os, failpoints._ARMED = os, ""


class Machine(RuleBasedStateMachine):
    template: Path

    @initialize(capability=st.sampled_from(list(Capability)), changes_addresses=st.booleans())
    def open(self, capability: Capability, changes_addresses: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="machine"))
        shop = {"capability": capability, "settle_s": 30.0}
        self.shop: Bench = open_bench(copied(self.template, self.folder / "shop"), printshop=shop)
        self.shop.printshop.tells_of_delivery = True
        self.shop.printshop.changes_addresses = changes_addresses
        self.shop.orders = Spread(self.shop.tools, (self.shop.printshop.name,))
        self.shop.intake = Intake(self.shop.tools, {"storefront": self.shop.storefront}, self.shop.orders)
        self.design_id = self.shop.approved()[0].id
        self.orders: list[Order] = []
        self.events = 0

    def teardown(self) -> None:
        if hasattr(self, "shop"):
            self._let_everything_end()
            self.shop.store.close()
            shutil.rmtree(self.folder)

    # --- what people do

    @rule()
    def buy(self) -> None:
        if len(self.orders) < 3:
            self.orders.append(self.shop.paid(f"shop-{len(self.orders)}"))

    @rule(sold=st.sampled_from(SOLD), payment=st.sampled_from(Payment), cancelled=st.booleans())
    def change_in_the_shop(self, sold: str, payment: Payment, cancelled: bool) -> None:
        line = ShopLine("1", "sticker-4in/4in/white", 1, "A sticker", self.design_id)
        now = self.shop.clock.now()
        self.shop.storefront.orders[sold] = ShopOrder(sold, sold, payment, now, (line,), ADDRESS, cancelled=cancelled)

    @rule(sold=st.sampled_from(SOLD), again=st.booleans())
    def the_shop_tells_of_it(self, sold: str, again: bool) -> None:
        self.events += not again
        told = json.dumps({"event": f"s{self.events}", "order": sold}).encode()
        self.shop.intake.hear("storefront", GENUINE, told)

    @rule(n=st.integers(0, 2), verb=st.sampled_from(["hold", "release", "cancel", "hand_off"]))
    def ask(self, n: int, verb: str) -> None:
        if n >= len(self.orders):
            return
        reason = () if verb in ("release", "hand_off") else ("a reason",)
        with suppress(Conflict):  # what cannot be done now is refused
            getattr(self.shop.orders, verb)(OPERATOR, self.orders[n].id, *reason)

    @rule(n=st.integers(0, 2), street=st.sampled_from(["1 Test Street", "2 Other Street", "3 Third Street"]))
    def move(self, n: int, street: str) -> None:
        if n < len(self.orders):
            with suppress(Conflict):
                self.shop.addresses.change(OPERATOR, self.orders[n].id, replace(ADDRESS, line1=street))

    # --- what goes wrong

    @rule(fault=st.sampled_from(list(Fault)), what=st.sampled_from(["submits", "confirms", "cancels", "changes"]))
    def break_next(self, fault: Fault, what: str) -> None:
        getattr(self.shop.printshop, what).append(fault)

    @rule(away=st.booleans())
    def go_away(self, away: bool) -> None:
        self.shop.printshop.away = away

    @rule(point=st.sampled_from(POINTS))
    def crash(self, point: str) -> None:
        """In the midst of whatever is due; the lease of what was being done lapses later."""
        with killed_at(point):
            self.shop.run()

    @rule()
    def restore(self) -> None:
        """Nobody knows any more what has been sent of what is not."""
        self.shop.clock.forward(1)
        Restoring(self.shop.tools).begin(ADMIN, self.shop.clock.now())

    # --- what the partner does and says

    @rule(n=st.integers(0, 2), state=st.sampled_from(NEWS), again=st.booleans())
    def make(self, n: int, state: HandOffState, again: bool) -> None:
        made = [o for o in self.shop.printshop.orders if o["reference"] in self.shop.printshop.to_be_made]
        if n >= len(made) or HandOffState(made[n]["state"]) in (HandOffState.DELIVERED, HandOffState.SHIPPED):
            return
        reference = made[n]["reference"]
        self.shop.printshop.parcels = (Parcel("p1", "UPS", "1Z"),)
        self.shop.printshop.says(reference, state)
        self.events += not again
        told = json.dumps({"event": f"e{self.events}", "reference": reference}).encode()
        PartnerNews(self.shop.tools).hear("printshop", {"X-Printshop": SIGNATURE}, told)

    @rule(seconds=st.sampled_from([0, 20, 60, 600, 7200]))
    def wait(self, seconds: int) -> None:
        self.shop.wait(seconds)

    # --- what is always so

    def _orders(self) -> Sequence[Order]:
        return self.shop.orders.page(OPERATOR, limit=200).items if hasattr(self, "shop") else ()

    @invariant()
    def nothing_is_made_that_was_not_paid_for(self) -> None:
        made = {o["reference"] for o in self.shop.printshop.orders} if hasattr(self, "shop") else set()
        ours = {h.reference: order for order in self._orders() for h in self.shop.orders.handoffs(OPERATOR, order.id)}
        assert made <= ours.keys()
        assert all(ours[reference].paid_at for reference in made)

    @invariant()
    def parcels_are_a_set(self) -> None:
        for order in self._orders():
            sent = [(p.reference, p.tracking_number) for p in self.shop.orders.shipments(OPERATOR, order.id)]
            assert len(sent) == len(set(sent)) <= 1

    @invariant()
    def no_order_is_made_twice(self) -> None:
        made = Counter(self.shop.printshop.to_be_made) if hasattr(self, "shop") else Counter()
        assert all(times == 1 for times in made.values()), made
        for order in self._orders():
            references = {h.reference for h in self.shop.orders.handoffs(OPERATOR, order.id)}
            assert len(references & set(made)) <= 1, "one hand-off's successor is made only where the first is not"

    @invariant()
    def what_was_cancelled_is_not_made(self) -> None:
        for order in self._orders():
            if self.shop.order(order).state is OrderState.CANCELLED:
                references = {h.reference for h in self.shop.orders.handoffs(OPERATOR, order.id)}
                assert not references & set(self.shop.printshop.to_be_made)

    @invariant()
    def every_hold_and_refusal_has_a_sentence(self) -> None:
        for order in self._orders():
            for handoff in self.shop.orders.handoffs(OPERATOR, order.id):
                assert handoff.state not in WITH_A_PERSON or handoff.reason or handoff.held_by == "printshop"

    def _let_everything_end(self) -> None:
        """Nothing more goes wrong: after two hours all is settled, held by a person's word, or a person's to decide."""
        shop = self.shop
        shop.printshop.away = False
        asked = shop.printshop
        for script in (asked.submits, asked.confirms, asked.cancels, asked.changes):
            script.clear()
        shop.wait(7200)
        self.no_order_is_made_twice()
        self._every_move_was_allowed()
        for order in self._orders():
            if order.state is OrderState.RECEIVED:
                continue  # nobody has paid for it
            state = shop.order(order).state
            for handoff in shop.orders.handoffs(OPERATOR, order.id):
                waits = state is OrderState.ON_HOLD or handoff.state in WITH_A_PERSON
                assert waits or handoff.state in SETTLED, (state, handoff)
                if not waits:
                    self._goes_where_it_should(order, handoff)

    def _goes_where_it_should(self, order: Order, handoff: HandOff) -> None:
        """Or the partner's refusal is there to be read."""
        made = [o["to"] for o in self.shop.printshop.orders if o["reference"] == handoff.reference]
        changes = {c.reference: c.state for c in self.shop.addresses.of_order(OPERATOR, order.id)}
        refused = changes.get(handoff.reference) is AddressState.REFUSED
        assert (
            handoff.state is HandOffState.CANCELLED or refused or made[:1] == [asdict(self.shop.order(order).ship_to)]
        )

    def _every_move_was_allowed(self) -> None:
        for order in self._orders():
            for move in self.shop.orders.history(OPERATOR, order.id):
                _allowed(ORDER_MOVES, OrderState, move)
            for handoff in self.shop.orders.handoffs(OPERATOR, order.id):
                for move in self.shop.orders.history(OPERATOR, handoff.reference):
                    _allowed(HANDOFF_MOVES, HandOffState, move)


def _allowed(table: Mapping[Any, Collection[Any]], state: Any, move: History) -> None:
    stays = move.came_from == move.became
    assert not move.came_from or stays or state(move.became) in table[state(move.came_from)], move


@pytest.mark.timeout(3600)
def test_whatever_happens_an_order_is_made_at_most_once_and_nothing_is_stuck(approved_template):
    Machine.template = approved_template
    many = settings(
        max_examples=max(1, STEPS // STEPS_OF_ONE),
        stateful_step_count=STEPS_OF_ONE,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Machine, settings=many)
