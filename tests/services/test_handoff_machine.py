"""Hand-offs as a machine that anything may happen to, in any order: payments, mishaps, cancels, holds, news, and time.

Whatever it was: a paid order is made at most once, nothing is made that was cancelled before it left, no state is left that
the tables do not allow, and when everybody has had time, everything is settled or waits for a person with a sentence.

`POD_MACHINE_STEPS` sets how many steps are played in all.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fulfillment.base import Capability, Parcel
from pod.model.errors import Conflict
from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderState
from pod.services.partnernews import PartnerNews
from tests.doubles.printshop import SIGNATURE, Fault
from tests.services.bench import OPERATOR, Bench, copied, open_bench

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


class Machine(RuleBasedStateMachine):
    template: Path

    @initialize(capability=st.sampled_from(list(Capability)))
    def open(self, capability: Capability) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="machine"))
        shop = {"capability": capability, "settle_s": 30.0}
        self.shop: Bench = open_bench(copied(self.template, self.folder / "shop"), printshop=shop)
        self.shop.printshop.tells_of_delivery = True
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

    @rule(n=st.integers(0, 2), verb=st.sampled_from(["hold", "release", "cancel", "hand_off"]))
    def ask(self, n: int, verb: str) -> None:
        if n >= len(self.orders):
            return
        reason = () if verb in ("release", "hand_off") else ("a reason",)
        with suppress(Conflict):  # what cannot be done now is refused
            getattr(self.shop.orders, verb)(OPERATOR, self.orders[n].id, *reason)

    # --- what goes wrong

    @rule(fault=st.sampled_from(list(Fault)), what=st.sampled_from(["submits", "confirms", "cancels"]))
    def break_next(self, fault: Fault, what: str) -> None:
        getattr(self.shop.printshop, what).append(fault)

    @rule(away=st.booleans())
    def go_away(self, away: bool) -> None:
        self.shop.printshop.away = away

    # --- what the partner does and says

    @rule(n=st.integers(0, 2), state=st.sampled_from(NEWS), again=st.booleans())
    def make(self, n: int, state: HandOffState, again: bool) -> None:
        made = [o for o in self.shop.printshop.orders if o["reference"] in self.shop.printshop.to_be_made]
        if n >= len(made) or HandOffState(made[n]["state"]) in (HandOffState.DELIVERED, HandOffState.SHIPPED):
            return
        reference = made[n]["reference"]
        self.shop.printshop.parcels = (Parcel(f"p-{reference}", "UPS", "1Z"),)
        self.shop.printshop.says(reference, state)
        self.events += not again
        told = json.dumps({"event": f"e{self.events}", "reference": reference}).encode()
        PartnerNews(self.shop.tools).hear("printshop", {"X-Printshop": SIGNATURE}, told)

    @rule(seconds=st.sampled_from([0, 20, 60, 600, 7200]))
    def wait(self, seconds: int) -> None:
        self.shop.wait(seconds)

    # --- what is always so

    @invariant()
    def no_order_is_made_twice(self) -> None:
        made = Counter(self.shop.printshop.to_be_made) if hasattr(self, "shop") else Counter()
        assert all(times == 1 for times in made.values()), made
        for order in getattr(self, "orders", []):
            references = {h.reference for h in self.shop.orders.handoffs(OPERATOR, order.id)}
            assert len(references & set(made)) <= 1, "one hand-off's successor is made only where the first is not"

    @invariant()
    def what_was_cancelled_is_not_made(self) -> None:
        for order in getattr(self, "orders", []):
            if self.shop.order(order).state is OrderState.CANCELLED:
                references = {h.reference for h in self.shop.orders.handoffs(OPERATOR, order.id)}
                assert not references & set(self.shop.printshop.to_be_made)

    @invariant()
    def every_hold_and_refusal_has_a_sentence(self) -> None:
        for order in getattr(self, "orders", []):
            for handoff in self.shop.orders.handoffs(OPERATOR, order.id):
                assert handoff.state not in WITH_A_PERSON or handoff.reason or handoff.held_by == "printshop"

    def _let_everything_end(self) -> None:
        """Nothing more goes wrong: after a day all is settled, held by a person's word, or a person's to decide."""
        shop = self.shop
        shop.printshop.away = False
        for script in (shop.printshop.submits, shop.printshop.confirms, shop.printshop.cancels):
            script.clear()
        shop.wait(86_400)
        self.no_order_is_made_twice()
        for order in self.orders:
            state = shop.order(order).state
            for handoff in shop.orders.handoffs(OPERATOR, order.id):
                waits = state is OrderState.ON_HOLD or handoff.state in WITH_A_PERSON
                assert waits or handoff.state in SETTLED, (state, handoff)


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
