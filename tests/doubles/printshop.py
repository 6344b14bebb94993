"""A fulfillment partner of the tests' own, with a memory on disk that outlives a killed process.

It is honest. It does what its capability says and no more: one that can only be looked up makes a second order of a second
request, and an answer that it loses was acted on all the same. What it does next can be scripted, call by call.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffOrder,
    NotReady,
    NotSent,
    Parcel,
    PartnerFactory,
    PartnerOrder,
    PrintSpec,
    Quote,
    Rejected,
    Unknown,
    payload_sha256,
)
from fulfillment.recall import DRAFTS, RecallRules
from fulfillment.terms import terms_of
from fulfillment.tickets import problems
from pod.model.errors import InputRefused, PartnerFailed, PodError
from pod.model.freshness import OfferSeen
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import ShipTo
from pod.model.recall import Chance, StillOpen
from pod.model.shipment import EventKind, PartnerEvent

_TOO_LATE = (HandOffState.IN_PRODUCTION, HandOffState.PARTLY_SHIPPED, HandOffState.SHIPPED, HandOffState.DELIVERED)


SIGNATURE = "printshop-signed-this"

LONGEST_LINE = 60
"""How long a street it takes."""

LATE_S = 20.0
"""How long after a call it may still be acted on."""


class Fault(Enum):
    """What goes wrong with a call."""

    ANSWER_LOST = "acted on, and the answer never arrives"
    LATE = "acted on only when the line has long been cut"
    REQUEST_LOST = "never arrives, and looks the same from outside"
    NOT_SENT = "surely never leaves"
    NOT_READY = "acted on, and not finished with"
    REFUSED = "refused with the partner's words"
    CRASH = "the adapter itself breaks while it is called"


@dataclass(frozen=True, slots=True)
class PrintshopSettings:
    folder: str = field(metadata={"help": "Where the partner keeps its orders."})


class Printshop:
    def __init__(
        self,
        settings: PrintshopSettings,
        *,
        name: str = "printshop",
        capability: Capability = Capability.IDEMPOTENT_CREATE,
        settle_s: float = 0.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.name = name
        self.capability = capability
        self.needs_confirm = capability is Capability.DRAFT_THEN_CONFIRM
        self.settle_s = settle_s
        self.now = now
        self.fetches_files = False
        self.tells_of_delivery = False
        self.calls_per_minute = 0
        self.terms = replace(terms_of(name), told_at="on its own page")
        self.changes_addresses = True
        self.folder = Path(settings.folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.away = False
        self.price: Money | None = None
        self.parcels: tuple[Parcel, ...] = ()
        self.submits: deque[Fault | None] = deque()
        self.confirms: deque[Fault | None] = deque()
        self.cancels: deque[Fault | None] = deque()
        self.changes: deque[Fault | None] = deque()

    # --- what a test looks at and meddles with, without the adapter

    @property
    def orders(self) -> list[dict[str, Any]]:
        """Every order that the partner has, drafts among them."""
        now = self.now().isoformat()
        return [order for order in self._book() if order.get("since", "") <= now]

    def _book(self) -> list[dict[str, Any]]:
        """With those that it has not got round to yet."""
        book = self.folder / "orders.json"
        return json.loads(book.read_text(encoding="utf-8")) if book.exists() else []

    @property
    def to_be_made(self) -> list[str]:
        """The reference of everything that it is going to print."""
        made = {HandOffState.CONFIRMED, *_TOO_LATE} if self.needs_confirm else {HandOffState.ACCEPTED, *_TOO_LATE}
        return [order["reference"] for order in self.orders if order["state"] in {s.value for s in made}]

    def says(self, reference: str, state: HandOffState, note: str = "") -> None:
        """From now on the partner says this of its order."""
        self._write(
            [{**o, "state": state.value, "note": note} if o["reference"] == reference else o for o in self._book()]
        )

    def is_silent_about(self, call: str) -> list[int]:
        """From now on no answer to `call` ("cancel", "change_address") arrives; those that were made are counted."""
        asked: list[int] = []

        def nothing(*_: object) -> Unknown:
            asked.append(1)
            return Unknown("The connection was cut.")

        setattr(self, call, nothing)
        return asked

    def answers(self, call: str) -> None:
        """Again."""
        delattr(self, call)

    def forgets(self, reference: str) -> None:
        self._write([o for o in self._book() if o["reference"] != reference])

    # --- the port

    def print_spec(self, sku: str, variant: str, area: str) -> PrintSpec | None:
        return None

    def quote(self, order: HandOffOrder) -> Quote:
        return Quote(self.price, None)

    def validate(self, order: HandOffOrder) -> list[PodError]:
        return problems(order)

    def submit(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        wrong = self.validate(order)
        if wrong:
            return Rejected(" ".join(str(e) for e in wrong))
        script = self.submits.popleft() if self.submits else None
        if script in _BEFORE:
            return _before(script)
        refused = self._taken_on(order, LATE_S if script is Fault.LATE else 0.0)
        if refused:
            return refused
        if script in _NO_ANSWER:
            return Unknown("The connection was cut.", settle_s=self.settle_s)
        if script is Fault.NOT_READY:
            return NotReady("The files are being fetched.", retry_after_s=60.0)
        return Accepted(order.reference, HandOffState.ACCEPTED)

    def _taken_on(self, order: HandOffOrder, late_s: float) -> Accepted | Rejected | None:
        sha256 = payload_sha256(order)
        there = [o for o in self._book() if o["reference"] == order.reference]
        if there and self.capability is not Capability.LOOKUP_ONLY:
            if there[0]["payload_sha256"] != sha256:
                return Rejected(f"{order.reference} is another order.", name_used=True)
            return Accepted(order.reference, HandOffState(there[0]["state"]))
        name = f"{order.reference}-{len(there) + 1}" if there else order.reference
        new = {"id": name, "reference": order.reference, "payload_sha256": sha256, "note": ""}
        new["to"] = asdict(order.ship_to)
        since = self.now() + timedelta(seconds=late_s)
        self._write([*self._book(), {**new, "since": since.isoformat(), "state": HandOffState.ACCEPTED.value}])
        return None

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        if self.away:
            raise PartnerFailed("printshop_away", "The print shop does not answer.", "Try again later.")
        ours = [o for o in self.orders if o["reference"] == reference]
        if not ours:
            return None
        found = next((o for o in ours if o["id"] == known_as), ours[0])
        extras = [o["id"] for o in ours if o is not found and o["state"] != HandOffState.CANCELLED.value]
        return PartnerOrder(
            reference,
            found["id"],
            HandOffState(found["state"]),
            found["payload_sha256"],
            raw={"to": found.get("to")},
            note=found["note"],
            cost=self.price,
            parcels=self.parcels,
            extras=tuple(extras),
        )

    def get(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        return self.find(reference)

    def confirm(self, reference: str, known_as: str = "") -> Accepted | Rejected | NotReady | Unknown:
        script = self.confirms.popleft() if self.confirms else None
        if script in _BEFORE:
            return _before(script)
        there = self.find(reference)
        if there is None:
            return Rejected(f"There is no order {reference}.")
        if script is Fault.NOT_READY:
            return NotReady("Its cost is being calculated.", retry_after_s=60.0)
        if self.needs_confirm and there.state is HandOffState.ACCEPTED:
            self.says(reference, HandOffState.CONFIRMED)
        if script in _NO_ANSWER:
            return Unknown("The connection was cut.", settle_s=self.settle_s)
        return Accepted(reference, HandOffState.CONFIRMED if self.needs_confirm else there.state)

    def cancel(self, reference: str, known_as: str = "") -> Accepted | Rejected | Unknown:
        script = self.cancels.popleft() if self.cancels else None
        if script in _BEFORE:
            return _before(script)
        there = self.find(reference, known_as)
        if there is None:
            return Rejected(f"There is no order {reference}.")
        if there.state in _TOO_LATE:
            return Rejected("It is on the press already.")
        ended = {"state": HandOffState.CANCELLED.value}
        self._write([{**o, **ended} if o["id"] == there.partner_order_id else o for o in self._book()])
        if script in _NO_ANSWER:
            return Unknown("The connection was cut.", settle_s=self.settle_s)
        return Accepted(reference, HandOffState.CANCELLED)

    def address_problems(self, to: ShipTo) -> list[PodError]:
        if len(to.line1) <= LONGEST_LINE:
            return []
        return [InputRefused("address_too_long", f"The street has {len(to.line1)} characters.", "Shorten it.")]

    def open_in(self, state: HandOffState) -> StillOpen:
        there = (*DRAFTS, HandOffState.CONFIRMED, HandOffState.ON_HOLD)
        address = Chance.YES if self.changes_addresses else Chance.ANEW
        drafts = DRAFTS if self.needs_confirm or not self.changes_addresses else there
        rules = RecallRules(dict.fromkeys(there, Chance.YES), dict.fromkeys(drafts, address))
        return rules.open_in(state, self.terms)

    def still_open(self, there: PartnerOrder) -> StillOpen:
        return self.open_in(there.state)

    def goes_to(self, there: PartnerOrder, to: ShipTo) -> bool:
        return bool(there.raw["to"] == asdict(to))

    def change_address(self, there: PartnerOrder, to: ShipTo) -> Accepted | Rejected | Unknown:
        script = self.changes.popleft() if self.changes else None
        if script in _BEFORE:
            return _before(script)
        now = {"to": asdict(to)}
        self._write([{**o, **now} if o["id"] == there.partner_order_id else o for o in self._book()])
        if script in _NO_ANSWER:
            return Unknown("The connection was cut.", settle_s=self.settle_s)
        return Accepted(there.partner_order_id, there.state)

    def place_of(self, reference: str) -> str:
        return f"https://printshop.example/orders/{reference}"

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:
        """Signed with a word; the body says which order and which event."""
        if headers.get("X-Printshop") != SIGNATURE:
            return None
        told = json.loads(raw)
        return [
            PartnerEvent(
                EventKind.UNKNOWN,
                told.get("reference", ""),
                datetime.now(UTC),
                told["event"],
                partner_order_id=told.get("order", ""),
            )
        ]

    def recent(self, since: datetime) -> list[PartnerOrder] | None:
        if self.away:
            raise PartnerFailed("printshop_away", "The print shop does not answer.", "Try again later.")
        return [
            PartnerOrder(o["reference"], o["id"], HandOffState(o["state"]), o["payload_sha256"]) for o in self.orders
        ]

    def sold(self) -> Sequence[tuple[str, ...]]:
        return ()

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:
        return ()

    def check_account(self) -> str:
        return "The print shop does not answer." if self.away else ""

    def _write(self, orders: list[dict[str, Any]]) -> None:
        beside = self.folder / "orders.new"
        beside.write_text(json.dumps(orders), encoding="utf-8")
        beside.replace(self.folder / "orders.json")


_NO_ANSWER = (Fault.ANSWER_LOST, Fault.LATE)
"""What is confirmed or cancelled is so at once."""

_BEFORE = (Fault.REQUEST_LOST, Fault.NOT_SENT, Fault.REFUSED, Fault.CRASH)


def _before(script: Fault | None) -> Any:
    """What is answered when nothing was acted on."""
    if script is Fault.CRASH:
        raise RuntimeError("planted-secret-4711")
    if script is Fault.NOT_SENT:
        return NotSent("No route to the print shop.", retry_after_s=30.0)
    if script is Fault.REFUSED:
        return Rejected("We do not print unicorns.")
    return Unknown("The connection was cut.")


PARTNER = PartnerFactory(
    name="printshop",
    settings=PrintshopSettings,
    build=Printshop,
    capability=Capability.IDEMPOTENT_CREATE,
    summary="A print shop for tests, with its orders on disk",
)
