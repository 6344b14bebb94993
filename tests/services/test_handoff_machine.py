"""Hand-offs as a machine that anything may happen to, in any order: shops' messages, payments, mishaps, crashes, cancels, holds,
news, restores, reprints, and time. Orders of several lines go to three partners, by the rules or by somebody's word.

Whatever it was: each line of a paid order is made at most once, nothing is made that was not paid for, or that was cancelled before
it left, no move is made that the tables do not allow, parcels are a set, and when everybody has had time, everything is settled or
waits for a person with a sentence.

`POD_MACHINE_STEPS` sets how many steps are played in all, and `POD_MACHINE_SEED` plays others than the ones that are always played.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from fulfillment.base import Capability, Parcel
from pod.failpoints import ON_THE_WAY
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import Conflict
from pod.model.handoff import HANDOFF_MOVES, HandOff, HandOffState
from pod.model.listing import History
from pod.model.money import Money
from pod.model.order import ORDER_MOVES, Order, OrderItem, OrderState
from pod.model.readdress import AddressDecision, AddressState
from pod.model.shipment import Shipment
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.services import handoff
from pod.services.partnernews import PartnerNews
from pod.services.routing import WAYS
from pod.store.backup import Backup, back_up
from tests.crash.broken_off import killed_at
from tests.doubles.house import House
from tests.doubles.printshop import SIGNATURE, Fault, Printshop, PrintshopSettings
from tests.doubles.storefront import GENUINE
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench, copied, open_bench, place_of, restored_in

ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
STEPS_OF_ONE = 50
MEAN = 2 / 3
"""A run is shorter now and then: so much of it is played at the least."""

SETTLES_S = 1800
MOST_ORDERS = 5
STEPS = int(os.environ.get("POD_MACHINE_STEPS", "300"))
SEED = os.environ.get("POD_MACHINE_SEED", "")

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


TOLD_OF = (AddressState.REFUSED, AddressState.FORMER)
"""It goes to the former address, and that can be read."""

SOLD = ("1001", "1002")
POINTS = [
    p for p in ON_THE_WAY if p.startswith(("address", "claim", "handoff", "news", "paid", "order", "route", "shop"))
]
VARIANT = "sticker-4in/4in/white"

MAKES = {"northern": {1, 3}, "southern": {2, 3}}
"""The quantities that they print. What neither does alone is split, or goes to the print shop, which is dearer and makes anything."""

PARTNERS = ("printshop", *MAKES)
LINES = ((1,), (2,), (3,), (1, 2), (3, 3), (1, 2, 3), (1, 1, 2, 2))


class Seen(NamedTuple):
    """An order, as our books have it."""

    order: Order
    handoffs: Sequence[HandOff]
    shipments: Sequence[Shipment]

    @property
    def references(self) -> set[str]:
        return {h.reference for h in self.handoffs}


class Known(NamedTuple):
    """What the world remembers of a hand-off, whatever becomes of our books: its lines by the order's number and their places."""

    lines: tuple[tuple[str, int], ...]
    paid: bool

    @classmethod
    def of(cls, order: Order, handoff: HandOff) -> Known:
        lines = tuple((order.external_ref, n) for n, i in enumerate(order.items) if i.id in handoff.item_ids)
        return cls(lines, order.paid_at is not None)


class Machine(RuleBasedStateMachine):
    template: Path
    played: ClassVar[Counter[str]] = Counter()
    """How often each rule, and what it has come to."""

    @initialize(capability=st.sampled_from(list(Capability)), changes_addresses=st.booleans())
    def open(self, capability: Capability, changes_addresses: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="machine"))
        settings = PrintshopSettings(str(self.folder / "printshop"))
        houses = {
            name: House(self.folder, name, makes=lambda i, name=name: i.quantity in MAKES[name], capability=capability)
            for name in MAKES
        }
        self.partners: dict[str, Printshop] = {"printshop": Printshop(settings, capability=capability), **houses}
        for partner in self.partners.values():
            partner.settle_s, partner.tells_of_delivery = 30.0, True
            partner.changes_addresses = changes_addresses
        self.partners["printshop"].price = Money(90_000_000)
        self.sold: dict[str, ShopOrder] = {}
        self._begin(copied(self.template, self.folder / "shop-0"))
        self.design_id, self.version_id = (found.id for found in self.shop.approved())
        self.orders: list[Order] = []
        self.forgotten: list[Order] = []
        self.moved_since: set[str] = set()
        self.known: dict[str, Known] = {}
        self.backup: Backup | None = None
        self.events = self.bought = self.restores = 0

    def _begin(self, folder: Path) -> None:
        """Pod at work on a data folder. Partners and shops are outside of it."""
        self.shop_folder = folder
        self.shop: Bench = open_bench(folder)
        self.shop.tools.partners.clear()
        self.shop.tools.partners.update(self.partners)
        self.shop.printshop = self.partners["printshop"]
        self.shop.storefront.orders, self.shop.storefront.book = self.sold, self.folder / "storefront.jsonl"
        for partner in self.partners.values():
            partner.now = self.shop.clock.now

    def teardown(self) -> None:
        if hasattr(self, "shop"):
            self._let_everything_end()
            self.shop.store.close()
            shutil.rmtree(self.folder)

    # --- what people do

    @rule(lines=st.sampled_from(LINES), partner=st.sampled_from(["", "", "printshop"]))
    def buy(self, lines: Sequence[int], partner: str) -> None:
        if len(self.orders) < MOST_ORDERS:
            items = [OrderItem("", self.version_id, "sticker-4in", VARIANT, quantity) for quantity in lines]
            ref, self.bought = f"shop-{self.bought}", self.bought + 1
            order, _ = self.shop.orders.place(SHOPPER, ref, ADDRESS, items, partner)
            self.orders.append(self.shop.orders.mark_paid(OPERATOR, order.id))

    @rule()
    def ask_again_for_what_was_forgotten(self) -> None:
        """By the program that had it ordered before a backup was brought back."""
        for order in (o for o in self.forgotten if not o.reprint_of):
            again, _ = self.shop.orders.place(SHOPPER, order.external_ref, ADDRESS, order.items, order.partner)
            self.orders.append(self.shop.orders.mark_paid(OPERATOR, again.id))
        self.forgotten = [o for o in self.forgotten if o.reprint_of]

    @rule(sold=st.sampled_from(SOLD), payment=st.sampled_from(Payment), cancelled=st.booleans())
    def change_in_the_shop(self, sold: str, payment: Payment, cancelled: bool) -> None:
        line = ShopLine("1", VARIANT, 1, "A sticker", self.design_id)
        now = self.shop.clock.now()
        self.sold[sold] = ShopOrder(sold, sold, payment, now, (line,), ADDRESS, cancelled=cancelled)

    @rule(sold=st.sampled_from(SOLD), again=st.booleans())
    def the_shop_tells_of_it(self, sold: str, again: bool) -> None:
        self.events += not again
        told = json.dumps({"event": f"s{self.events}", "order": sold}).encode()
        self.shop.intake.hear("storefront", GENUINE, told)

    @rule(n=st.integers(0, MOST_ORDERS - 1), verb=st.sampled_from(["hold", "release", "cancel", "hand_off"]))
    def ask(self, n: int, verb: str) -> None:
        if n >= len(self.orders):
            return
        reason = () if verb in ("release", "hand_off") else ("a reason",)
        with suppress(Conflict):  # what cannot be done now is refused
            getattr(self.shop.orders, verb)(OPERATOR, self.orders[n].id, *reason)

    @rule(n=st.integers(0, MOST_ORDERS - 1), to=st.sampled_from([*PARTNERS, *WAYS]))
    def choose_where_it_goes(self, n: int, to: str) -> None:
        if n < len(self.orders):
            with suppress(Conflict):
                self.shop.routes.choose(OPERATOR, self.orders[n].id, to, "a reason")

    @rule(n=st.integers(0, MOST_ORDERS - 1), key=st.sampled_from(["", "k1"]), pays=st.booleans())
    def print_again(self, n: int, key: str, pays: bool) -> None:
        if n >= len(self.orders) or (len(self.orders) == MOST_ORDERS and not key):
            return
        again = self.shop.reprints.reprint(OPERATOR, self.orders[n].id, "smudged", key=key)
        if all(again.id != order.id for order in self.orders):
            self.orders.append(again)
        if pays:
            with suppress(Conflict):
                self.shop.orders.mark_paid(OPERATOR, again.id)

    @rule(
        n=st.integers(0, MOST_ORDERS - 1), street=st.sampled_from(["1 Test Street", "2 Other Street", "3 Third Street"])
    )
    def move(self, n: int, street: str) -> None:
        if n < len(self.orders):
            with suppress(Conflict):
                self.shop.addresses.change(OPERATOR, self.orders[n].id, replace(ADDRESS, line1=street))

    @rule(n=st.integers(0, MOST_ORDERS - 1), decision=st.sampled_from(AddressDecision))
    def decide_where(self, n: int, decision: AddressDecision) -> None:
        """About whatever partner does not answer, or has refused."""
        if n < len(self.orders):
            for change in self.shop.addresses.of_order(OPERATOR, self.orders[n].id):
                with suppress(Conflict):
                    self.shop.addresses.decide(OPERATOR, self.orders[n].id, change.reference, decision)

    # --- what goes wrong

    @rule(
        at=st.sampled_from(PARTNERS),
        fault=st.sampled_from(list(Fault)),
        what=st.sampled_from(["submits", "confirms", "cancels", "changes"]),
    )
    def break_next(self, at: str, fault: Fault, what: str) -> None:
        getattr(self.partners[at], what).append(fault)

    @rule(at=st.sampled_from(PARTNERS), away=st.booleans())
    def go_away(self, at: str, away: bool) -> None:
        self.partners[at].away = away

    @rule(point=st.sampled_from(POINTS))
    def crash(self, point: str) -> None:
        """In the midst of whatever is due; the lease of what was being done lapses later."""
        with killed_at(point):
            self.shop.run()

    @rule()
    def back_up(self) -> None:
        self.shop.clock.forward(1)  # each has a second of its own, and its name from it
        self.backup = back_up(place_of(self.shop_folder), self.folder / "backups", self.shop.clock)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def bring_back(self) -> None:
        """Our books end where the backup was taken, and everybody else has gone on."""
        self.whatever_has_happened()
        before, now = {s.order.external_ref: s.order for s in self._books()}, self.shop.clock.now()
        self.shop.store.close()
        self.restores += 1
        folder = self.folder / f"shop-{self.restores}"
        restored_in(self.backup, folder, self.shop.clock)
        shutil.rmtree(self.shop_folder)
        self._begin(folder)
        self.shop.clock.time = now
        after = {s.order.external_ref: s.order for s in self._books()}
        self.forgotten += [o for o in self.orders if o.external_ref not in after]
        self.orders = [o for o in self.orders if o.external_ref in after]
        self.moved_since |= {ref for ref in after if before[ref].ship_to != after[ref].ship_to}
        self.played["restores"] += 1
        self.played["forgotten"] += len(before) - len(after)

    # --- what the partners do and say

    @rule(at=st.sampled_from(PARTNERS), n=st.integers(0, 2), state=st.sampled_from(NEWS), again=st.booleans())
    def make(self, at: str, n: int, state: HandOffState, again: bool) -> None:
        partner = self.partners[at]
        to_be_made = partner.to_be_made
        made = [o for o in partner.orders if o["reference"] in to_be_made]
        if n >= len(made) or HandOffState(made[n]["state"]) in (HandOffState.DELIVERED, HandOffState.SHIPPED):
            return
        reference = made[n]["reference"]
        partner.parcels = (Parcel("p1", "UPS", "1Z"),)
        partner.says(reference, state)
        self.events += not again
        told = json.dumps({"event": f"e{self.events}", "reference": reference}).encode()
        PartnerNews(self.shop.tools).hear(at, {"X-Printshop": SIGNATURE}, told)

    @rule(seconds=st.sampled_from([0, 20, 60, 600, 7200]))
    def wait(self, seconds: int) -> None:
        self.shop.wait(seconds)

    # --- what is always so

    @invariant()
    def whatever_has_happened(self) -> None:
        if hasattr(self, "shop"):
            self.played["steps"] += 1
            seen, made = self._books(), self._made()
            self.known |= {h.reference: Known.of(s.order, h) for s in seen for h in s.handoffs}
            nothing_is_made_that_was_not_paid_for(self.known, made)
            no_line_is_made_twice(self.known, made)
            what_was_cancelled_is_not_made(seen, made)
            parcels_are_a_set(seen)
            every_hold_and_refusal_has_a_sentence(seen)

    def _made(self) -> Counter[str]:
        return Counter(reference for partner in self.partners.values() for reference in partner.to_be_made)

    def _books(self) -> list[Seen]:
        with self.shop.store.reading() as tx:
            orders = tx.orders.page(DEFAULT_TENANT, limit=200).items
            handoffs = {order.id: tx.orders.handoffs(DEFAULT_TENANT, order.id) for order in orders}
            return [
                Seen(
                    order,
                    handoffs[order.id],
                    [p for h in handoffs[order.id] for p in tx.orders.shipments(DEFAULT_TENANT, h.reference)],
                )
                for order in orders
            ]

    def _let_everything_end(self) -> None:
        """Nothing more goes wrong: after two hours all is settled, held by a person's word, or a person's to decide."""
        for partner in self.partners.values():
            partner.away = False
            for script in (partner.submits, partner.confirms, partner.cancels, partner.changes):
                script.clear()
        self.shop.wait(SETTLES_S)
        if not all(settled_or_with_a_person(seen, self._made()) for seen in self._books()):
            self.shop.wait(7200 - SETTLES_S)
        self.whatever_has_happened()
        self.played["runs"] += 1
        for seen in self._books():
            self.played.update(_come_to(seen))
            self._every_move_was_allowed(seen)
            assert settled_or_with_a_person(seen, self._made()), seen
            self._goes_where_it_should(seen)

    def _goes_where_it_should(self, seen: Seen) -> None:
        """Or the partner's refusal is there to be read."""
        if seen.order.state is OrderState.ON_HOLD or seen.order.external_ref in self.moved_since:
            return
        made = {o["reference"]: o["to"] for partner in self.partners.values() for o in partner.orders}
        changes = {c.reference: c.state for c in self.shop.addresses.of_order(OPERATOR, seen.order.id)}
        for one in seen.handoffs:
            refused = changes.get(one.reference) in TOLD_OF
            sent = one.state in SETTLED and one.state is not HandOffState.CANCELLED
            assert not sent or refused or made.get(one.reference) == asdict(seen.order.ship_to), (seen, made)

    def _every_move_was_allowed(self, seen: Seen) -> None:
        for move in self.shop.orders.history(OPERATOR, seen.order.id):
            _allowed(ORDER_MOVES, OrderState, move)
        for reference in seen.references:
            for move in self.shop.orders.history(OPERATOR, reference):
                _allowed(HANDOFF_MOVES, HandOffState, move)


def _come_to(seen: Seen) -> Iterator[str]:
    """What a run must come by now and then, to say anything."""
    live = [h for h in seen.handoffs if h.state is not HandOffState.CANCELLED]
    yield "orders"
    yield from ("made again" for _ in range(bool(seen.order.reprint_of)))
    yield from ("split" for _ in range(len({h.partner for h in live}) > 1))
    yield from ("sent elsewhere" for _ in range(len(seen.handoffs) > len(live) > 0))
    yield from ("cancelled" for _ in range(seen.order.state is OrderState.CANCELLED))
    yield from ("with a person" for _ in range(any(h.state in WITH_A_PERSON for h in live)))


def nothing_is_made_that_was_not_paid_for(known: Mapping[str, Known], made: Mapping[str, int]) -> None:
    assert made.keys() <= known.keys()
    assert all(known[reference].paid for reference in made)


def no_line_is_made_twice(known: Mapping[str, Known], made: Mapping[str, int]) -> None:
    """One hand-off's successor is made only where the first is not, at whichever partner, whether or not our books still know
    the first."""
    lines = Counter(line for reference, times in made.items() for line in known[reference].lines * times)
    assert all(times == 1 for times in lines.values()), (lines, known)


def what_was_cancelled_is_not_made(books: Sequence[Seen], made: Mapping[str, int]) -> None:
    for seen in books:
        assert seen.order.state is not OrderState.CANCELLED or not seen.references & made.keys(), seen


def parcels_are_a_set(books: Sequence[Seen]) -> None:
    for seen in books:
        sent = [(p.reference, p.tracking_number) for p in seen.shipments]
        assert len(sent) == len(set(sent)) <= len(seen.handoffs)


def every_hold_and_refusal_has_a_sentence(books: Sequence[Seen]) -> None:
    for one in (h for seen in books for h in seen.handoffs):
        assert one.state not in WITH_A_PERSON or one.reason or one.held_by in PARTNERS
        assert one.state is not HandOffState.ON_HOLD or one.held_by in PARTNERS or one.held_until, one


def settled_or_with_a_person(seen: Seen, made: Collection[str]) -> bool:
    if seen.order.state is OrderState.RECEIVED:
        return True  # nobody has paid for it
    if seen.order.state is OrderState.ON_HOLD:
        return bool(seen.order.reason)
    placed = {item for h in seen.handoffs for item in h.item_ids}
    all_of_it = seen.order.state is OrderState.CANCELLED or placed == {i.id for i in seen.order.items}
    # one that takes its time, and needs no further word, is making it all the same
    return all_of_it and all(
        h.state in WITH_A_PERSON | SETTLED or (h.state is HandOffState.WAITING_PARTNER and h.reference in made)
        for h in seen.handoffs
    )


def _allowed(table: Mapping[Any, Collection[Any]], state: Any, move: History) -> None:
    stays = move.came_from == move.became
    assert not move.came_from or stays or state(move.became) in table[state(move.came_from)], move


@pytest.mark.timeout(0)
def test_whatever_happens_an_order_is_made_at_most_once_and_nothing_is_stuck(approved_template, monkeypatch):
    # papers are drawn for each send, and nobody here reads them
    monkeypatch.setattr(handoff, "drawn_papers", lambda payload, folder: ())
    Machine.template = approved_template
    many = settings(
        max_examples=max(1, round(STEPS / STEPS_OF_ONE / MEAN)),
        stateful_step_count=STEPS_OF_ONE,
        deadline=None,
        derandomize=not SEED,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(int(SEED))(Machine) if SEED else Machine, settings=many)
    played = ", ".join(f"{times} {name}" for name, times in Machine.played.items())
    sys.stdout.write(f"\n{played}; seed {SEED or 'none'}\n")


def test_control_where_nobody_looks_after_a_restore_the_machine_finds_what_is_made_twice(approved_template):
    Machine.template = approved_template
    machine = Machine()
    machine.open(capability=Capability.LOOKUP_ONLY, changes_addresses=True)
    machine.back_up()
    machine.buy(lines=(1,), partner="printshop")
    machine.wait(seconds=600)
    machine.bring_back()
    with machine.shop.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM restores")
    machine.ask_again_for_what_was_forgotten()
    machine.wait(seconds=20)  # by the first news a doubled order is found, and its second cancelled
    with pytest.raises(AssertionError):
        machine.whatever_has_happened()
    machine.shop.store.close()
    shutil.rmtree(machine.folder)
