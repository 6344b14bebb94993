"""What partners behind HTTP share: the way to the outside, everything that is refused before they are called, and honest
defaults of the port.

An adapter builds its body (pure), sends it, and reads the answer (pure). What an answer means is in `fulfillment.verdicts`,
what a partner calls our variants in `fulfillment.catalogue`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffFile,
    HandOffItem,
    HandOffOrder,
    NotReady,
    NotSent,
    PartnerOrder,
    PrintSpec,
    Rejected,
    Unknown,
    payload_sha256,
)
from fulfillment.catalogue import Offer, Offers, offers_of
from fulfillment.fitting import fits
from fulfillment.recall import RecallRules
from fulfillment.terms import CLAIM_DAYS, Terms, terms_of
from fulfillment.tickets import problems
from fulfillment.verdicts import AT_THE_DOOR, not_cancelled, not_confirmed, not_created, retry_after_s
from pod.http import Client, Reply, Timeouts, Verdict, is_loopback
from pod.model.errors import InputRefused, NotConfigured, PartnerFailed, PodError
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import ShipTo
from pod.model.recall import StillOpen

SHORT_SHA = 16
"""So many characters of the payload's hash go where a partner's field has room for few."""

_STILL_WORKING_S = 30.0
"""How long a partner may go on working on what it was sent, after our call has ended."""

_COSTS_RETRY_S = 30.0
"""How soon it is asked again whether a draft is ready: prices take seconds."""

_ENDED = (HandOffState.CANCELLED, HandOffState.REJECTED)

_MAX_ANSWER_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Outside:
    """How the outside is reached: an argument of every adapter and never a setting."""

    timeouts: Timeouts = Timeouts(connect_s=5.0, read_s=45.0, total_s=60.0)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


def key_setting(help_text: str) -> Any:
    return field(metadata={"help": help_text, "secret": True})


def address_setting(default: str) -> Any:
    return field(default=default, metadata={"help": "Address of the service, or of one that is like it."})


@dataclass(frozen=True, slots=True, kw_only=True)
class RemotePartnerSettings:
    """What every adapter of this kind can be told; its own dataclass adds its key and its address."""

    base_url: str = address_setting("")
    live: str = field(default="no", metadata={"help": "`yes`: what is sent is really made and charged for."})
    catalogue: str = field(
        default="", metadata={"help": "A file of the shop's own with the partner's names for its variants."}
    )
    shipping: str = field(default="", metadata={"help": "The partner's own word for how parcels are sent."})
    claim_days: str = field(default="", metadata=CLAIM_DAYS)


WITH_STATE_CODE = ("US", "CA", "AU")
"""Where partners ask for the state, and as a code."""


@dataclass(frozen=True, slots=True)
class AddressRule:
    """By the partner's own field names: which may not be empty, and how many characters fit. `state_as` is the field that
    is required in some countries."""

    required: tuple[str, ...] = ()
    state_as: str = ""
    longest: Mapping[str, int] = field(default_factory=dict)


class RemotePartner:
    """`places_art`: the order can say where on its area a picture lies; elsewhere it fills the area.

    `formats` are those that it takes, in our order of preference. Where a partner publishes no limit, one call in a second
    is not too many.
    """

    name: str
    capability: Capability
    needs_confirm = False
    fetches_files = True
    tells_of_delivery = True
    calls_per_minute = 60
    places_art = False
    formats: tuple[str, ...] = ("png", "jpg", "pdf")
    address_rule = AddressRule()
    recall = RecallRules()
    max_quantity = 1000

    def __init__(
        self, settings: RemotePartnerSettings, outside: Outside, headers: Mapping[str, str], secret: str
    ) -> None:
        self._settings = settings
        self._outside = outside
        self._client = self._client_of(settings.base_url, headers, secret)
        self._offers: Offers = offers_of(self.name, settings.catalogue)
        self.settle_s = outside.timeouts.total_s + _STILL_WORKING_S
        self.terms: Terms = terms_of(self.name).as_agreed(self.name, settings.claim_days)

    def _client_of(self, address: str, headers: Mapping[str, str], secret: str) -> Client:
        """The way to one of the partner's hosts."""
        return Client(
            address,
            headers=headers,
            secrets=(secret,),
            timeouts=self._outside.timeouts,
            max_bytes=_MAX_ANSWER_BYTES,
            clock=self._outside.now,
        )

    # --- the port

    def print_spec(self, sku: str, variant: str, area: str) -> PrintSpec | None:  # noqa: ARG002 - the port's signature
        return None

    def validate(self, order: HandOffOrder) -> list[PodError]:
        found = [*self._not_live(), *problems(order), *self.address_problems(order.ship_to)]
        for item in order.items:
            found += self._item_problems(item)
        return found

    def submit(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        refused = self.validate(order)
        return Rejected(" ".join(str(e) for e in refused)) if refused else self._create(order)

    def confirm(self, reference: str, known_as: str = "") -> Accepted | Rejected | NotReady | Unknown:
        """Looks first: what is confirmed counts as confirmed, and what is not ready yet would be refused."""
        try:
            there = self.find(reference, known_as)
        except PartnerFailed as e:
            return NotReady(str(e))
        if there is None:
            return self._nothing_there(reference)
        if there.state in _ENDED:
            return Rejected(there.note or f"{self.name} has {there.state.value} it.", there.raw, name_used=True)
        if self.needs_confirm and there.state is HandOffState.WAITING_PARTNER:
            return NotReady(there.note or f"{self.name} is still at work on it.", _COSTS_RETRY_S)
        if self.needs_confirm and there.state is HandOffState.READY_TO_CONFIRM:
            return self._confirm(there)
        return Accepted(there.partner_order_id, there.state, note=there.note)

    def cancel(self, reference: str, known_as: str = "") -> Accepted | Rejected | Unknown:
        try:
            there = self.find(reference, known_as)
        except PartnerFailed as e:
            return Unknown(str(e), self.settle_s)
        if there is None:
            return self._nothing_there(reference)
        if there.state is HandOffState.CANCELLED:
            return Accepted(there.partner_order_id, HandOffState.CANCELLED)
        return self._cancel(there)

    def open_in(self, state: HandOffState) -> StillOpen:
        return self.recall.open_in(state, self.terms)

    def still_open(self, there: PartnerOrder) -> StillOpen:
        return self.open_in(there.state)

    def address_problems(self, to: ShipTo) -> list[PodError]:
        return list(self._address_problems(to))

    def goes_to(self, there: PartnerOrder, to: ShipTo) -> bool:  # noqa: ARG002 - the port's signature
        return False

    def change_address(self, there: PartnerOrder, to: ShipTo) -> Accepted | Rejected | Unknown:  # noqa: ARG002
        return Rejected(f"{self.name} has no way to change the address of an order.")

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        raise NotImplementedError

    def get(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        return self.find(reference, known_as)

    def recent(self, since: datetime) -> Sequence[PartnerOrder] | None:  # noqa: ARG002 - the port's signature
        return None

    def place_of(self, reference: str) -> str:  # noqa: ARG002 - the port's signature
        return ""

    def sold(self) -> Sequence[tuple[str, ...]]:
        return ()

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:  # noqa: ARG002 - the port's signature
        return ()

    def check_account(self) -> str:
        reply = self._look_at_account()
        if reply.verdict is Verdict.OK:
            return ""
        return f"{reply.reason or self._words(reply)} See POD_{self.name.upper()}_… in the settings."

    # --- what an adapter says

    def _create(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        raise NotImplementedError

    def _confirm(self, there: PartnerOrder) -> Accepted | Rejected | NotReady | Unknown:
        raise NotImplementedError

    def _cancel(self, there: PartnerOrder) -> Accepted | Rejected | Unknown:
        raise NotImplementedError

    def _look_at_account(self) -> Reply:
        """Something of the account that costs nothing."""
        raise NotImplementedError

    def _address(self, to: ShipTo) -> Mapping[str, Any]:
        """The address in the partner's own fields."""
        raise NotImplementedError

    def _words(self, reply: Reply) -> str:
        """The partner's own sentence in an answer that refuses something."""
        return reply.reason

    # --- what it is helped with: when it is asked what has become of our variants

    def _sold_by(self, key: Callable[[Offer], str], most: int) -> tuple[tuple[str, ...], ...]:
        """What is asked for by one call, or by a few: at most so many variants of the same thing."""
        groups: dict[str, list[str]] = {}
        for variant, offer in self._by_variant().items():
            groups.setdefault(key(offer), []).append(variant)
        return tuple(tuple(some[n : n + most]) for some in groups.values() for n in range(0, len(some), most))

    def _by_variant(self) -> dict[str, Offer]:
        return {"/".join(key): offer for key, offer in self._offers.items()}

    def _as_seen(
        self, variant: str, stock: Stock, areas: Iterable[AreaSeen] = (), price: Money | None = None
    ) -> OfferSeen:
        now = self._outside.now()
        return OfferSeen(self.name, variant, now, stock, tuple(areas), price, now if price else None)

    # --- what it is helped with: before the call

    def offer(self, item: HandOffItem) -> Offer:
        """Only of an item that has passed `validate`."""
        return self._offers[item.sku, item.size, item.cloth]

    def chosen(self, item: HandOffItem) -> list[HandOffFile]:
        """One file for each area: of several formats the one that the partner likes best."""
        best: dict[str, HandOffFile] = {}
        for file in sorted((f for f in item.files if f.format in self.formats), key=self._liking):
            best.setdefault(file.area, file)
        return list(best.values())

    def _liking(self, file: HandOffFile) -> int:
        return self.formats.index(file.format)

    def _is_sandbox(self) -> bool:
        return False

    def _not_live(self) -> Iterator[PodError]:
        if self._settings.live != "yes" and not self._is_sandbox():
            variable = f"POD_{self.name.upper()}_LIVE"
            yield NotConfigured(
                "not_live",
                f"What {self.name} is sent is really made and charged for, and {variable} is “{self._settings.live}”.",
                f"Set {variable}=yes when that is meant.",
                measured=self._settings.live,
                required="yes",
            )

    def _address_problems(self, to: ShipTo) -> Iterator[PodError]:
        told, rule = self._address(to), self.address_rule
        with_state = rule.state_as and to.country in WITH_STATE_CODE
        for name in (*rule.required, *((rule.state_as,) if with_state else ())):
            if not str(told.get(name) or "").strip():
                yield InputRefused(
                    "address_incomplete", f"{self.name} needs the address's {name}.", "Ask the buyer, and complete it."
                )
        for name, longest in rule.longest.items():
            length = len(str(told.get(name) or ""))
            if length > longest:
                yield InputRefused(
                    "address_too_long",
                    f"The address's {name} has {length} characters; {self.name} takes {longest}.",
                    "Ask the buyer how it may be shortened: nothing is cut off silently.",
                    measured=length,
                    required=longest,
                )

    def _item_problems(self, item: HandOffItem) -> Iterator[PodError]:
        where = f"Line {item.line} ({item.variant})"
        if item.quantity > self.max_quantity:
            yield InputRefused(
                "quantity",
                f"{where} asks for {item.quantity} pieces; {self.name} takes {self.max_quantity} of one line.",
                "Split the order.",
                measured=item.quantity,
                required=self.max_quantity,
            )
        offer = self._offers.get((item.sku, item.size, item.cloth))
        if offer is None:
            yield InputRefused(
                "not_offered",
                f"{where}: Pod does not know what {self.name} calls it.",
                f"Add it to the file that POD_{self.name.upper()}_CATALOGUE names, or choose another partner.",
            )
            return
        if offer.discontinued:
            instead = offer.replacement or "another variant"
            yield InputRefused(
                "discontinued",
                f"{where}: {self.name} does not make it any more.",
                f"Offer the buyer {instead} instead.",
            )
        yield from self._file_problems(where, item, offer)

    def _file_problems(self, where: str, item: HandOffItem, offer: Offer) -> Iterator[PodError]:
        chosen = self.chosen(item)
        for area in {f.area for f in item.files} - {f.area for f in chosen}:
            hint = f"Prepare it as {' or '.join(self.formats)}."
            yield InputRefused("format", f"{where}: {self.name} takes no file of {area} in its format.", hint)
        for file in chosen:
            if file.area not in offer.places:
                yield InputRefused(
                    "no_placement",
                    f"{where}: {self.name} prints nothing on {file.area}: it would be left out.",
                    f"It prints on {', '.join(offer.places)}. Choose another partner for this order.",
                    measured=file.area,
                    required=", ".join(offer.places),
                )
            yield from fits(where, self.name, file, places_art=self.places_art, may_turn=offer.may_turn)
            yield from self._link_problems(where, file)

    def _link_problems(self, where: str, file: HandOffFile) -> Iterator[PodError]:
        """A test server on this machine may fetch from this machine; nobody else can."""
        link, near = urlsplit(file.url), is_loopback(urlsplit(self._settings.base_url).hostname or "")
        if link.scheme != "https" and not (near and is_loopback(link.hostname or "")):
            yield NotConfigured(
                "no_public_address",
                f"{where}: {self.name} fetches {file.area} by itself, and Pod has no https address for it.",
                "Set POD_PUBLIC_URL to the https address under which Pod is reached from outside.",
                measured=f"{link.scheme}://{link.hostname}" if link.hostname else "no address",
                required="https",
            )

    # --- and after it

    def _read(self, path: str, params: Mapping[str, str] | None = None) -> Any:
        """The answer to a question, or None for a 404. Anything else says nothing: `PartnerFailed`."""
        reply = self._client.send("GET", path, params=params)
        return self._answer_to(reply)

    def _answer_to(self, reply: Reply) -> Any:
        if reply.status == 404:
            return None
        told = readable(reply) if reply.verdict is Verdict.OK else None
        if told is None:
            why = reply.reason or f"{self.name} answered with something that cannot be read."
            hint = AT_THE_DOOR.get(reply.status, "It is asked again; if this goes on, look at the partner's own page.")
            raise PartnerFailed("partner_away", why, hint, status=reply.status, **self._asked_to_wait(reply))
        return told

    def _priced(self, path: str, body: Mapping[str, Any]) -> Any:
        """The answer to a question for a price. `InputRefused` in the partner's words where it would refuse the order too;
        `PartnerFailed` where nobody could say."""
        reply = self._client.send("POST", path, json=body)
        if reply.verdict is Verdict.REJECTED and reply.status not in AT_THE_DOOR:
            hint = "Mend what it names, or choose another partner."
            raise InputRefused("refused_by_partner", self._words(reply), hint, status=reply.status)
        told = readable(reply) if reply.verdict is Verdict.OK else None
        if told is None:
            raise self._no_price(reply.reason, **self._asked_to_wait(reply))
        return told

    def _no_price(self, reason: str = "", **details: Any) -> PartnerFailed:
        why = reason or f"{self.name} gave no price."
        return PartnerFailed("no_quote", why, "It is asked again; nothing was ordered.", **details)

    def _asked_to_wait(self, reply: Reply) -> dict[str, float]:
        throttled = reply.verdict is Verdict.THROTTLED
        return {"retry_after_s": retry_after_s(reply, self._outside.now())} if throttled else {}

    def _not_created(self, reply: Reply) -> Rejected | NotSent | Unknown:
        return not_created(reply, self._words, self.settle_s, self._outside.now())

    def _not_confirmed(self, reply: Reply) -> Rejected | NotReady | Unknown:
        return not_confirmed(reply, self._words, self.settle_s, self._outside.now())

    def _not_cancelled(self, reply: Reply) -> Rejected | Unknown:
        return not_cancelled(reply, self._words, self.settle_s, self._outside.now())

    def _unreadable(self) -> Unknown:
        return Unknown(f"{self.name} took it, and answered with something that cannot be read.", self.settle_s)

    def _nothing_there(self, reference: str) -> Rejected:
        return Rejected(f"{self.name} has no order {reference}.")

    def _already_there(self, order: HandOffOrder) -> Accepted | Rejected | Unknown:
        """What stands under our reference, when the partner says that it is taken."""
        try:
            there = self.find(order.reference)
        except PartnerFailed as e:
            return Unknown(str(e), self.settle_s)
        if there is None:
            return Unknown(f"{self.name} says that {order.reference} is taken, and does not find it.", self.settle_s)
        return same_order(there, order)


def same_order(there: PartnerOrder, order: HandOffOrder) -> Accepted | Rejected:
    """Ours, adopted; or something else or something ended, which uses the name up."""
    if there.state in _ENDED:
        reason = f"{order.reference} was {there.state.value} there: its name is used up. Hand the order off anew."
        return Rejected(reason, there.raw, name_used=True)
    if not there.is_of(payload_sha256(order)):
        reason = f"{order.reference} is already there with other content; it is never replaced."
        return Rejected(reason, there.raw, name_used=True)
    return Accepted(there.partner_order_id, there.state, there.raw)


def readable(reply: Reply) -> Any:
    """The answer as JSON, or None."""
    try:
        return reply.json()
    except ValueError:
        return None


def event_body(raw: bytes) -> dict[str, Any] | None:
    """A webhook's JSON object, or None."""
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def header(headers: Mapping[str, str], name: str) -> str:
    return next((value for told, value in headers.items() if told.lower() == name.lower()), "")


def moment(text: Any) -> datetime | None:
    """A time as services write it: ISO 8601, or seconds since 1970."""
    try:
        if isinstance(text, (int, float)) and not isinstance(text, bool):
            return datetime.fromtimestamp(text, UTC)
        found = datetime.fromisoformat(str(text))
    except (ValueError, OverflowError, OSError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def money(amount: Any, currency: Any) -> Money | None:
    """An amount as text or number, in units of the currency."""
    try:
        return Money(int((Decimal(str(amount)) * 1_000_000).to_integral_value()), str(currency or "USD"))
    except (InvalidOperation, ValueError):
        return None
