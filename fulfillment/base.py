"""The partner port: a hand-off in, a verdict out, and the effect happens once.

An adapter never repeats a call by itself. "No answer" is `Unknown`, a verdict of its own: the caller looks the
reference up before anything is sent again. What a partner can do is said in `Capability`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from pod.model.errors import PodError
from pod.model.freshness import OfferSeen
from pod.model.geometry import Box, Size
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import ShipTo
from pod.model.shipment import PartnerEvent


class Capability(StrEnum):
    """How a partner keeps one hand-off from becoming two orders."""

    IDEMPOTENT_CREATE = "idempotent_create"
    DRAFT_THEN_CONFIRM = "draft_then_confirm"
    LOOKUP_ONLY = "lookup_only"
    WRITE_ONLY = "write_only"


@dataclass(frozen=True, slots=True)
class HandOffFile:
    """One print file to deliver. `path` is a readable local copy; `url` where partners fetch it themselves.

    `place_px` at `place_ppi` is the partner's own area for it, where the product's file names one.
    """

    area: str
    format: str
    sha256: str
    bytes: int
    width_px: int
    height_px: int
    ppi: float
    trim_mm: Size
    bleed_mm: float
    art_mm: Box
    colour: str
    path: Path | None = None
    url: str = ""
    place_px: tuple[int, int] | None = None
    place_ppi: int = 0

    @property
    def size_mm(self) -> Size:
        """Of the whole file, bleed included."""
        return Size(self.trim_mm.width + 2 * self.bleed_mm, self.trim_mm.height + 2 * self.bleed_mm)


_HOW_IT_ARRIVES = ("path", "url", "place_px", "place_ppi")
"""Fields of a file that say nothing of what is ordered."""


@dataclass(frozen=True, slots=True)
class HandOffItem:
    """`thumbnail` is a small PNG of the proof for the job ticket; `approved_by` and `checks` are printed on it."""

    line: int
    sku: str
    product_name: str
    variant: str
    size: str
    cloth: str
    cloth_rgb: str
    quantity: int
    design_id: str
    version: int
    lettering: str
    files: tuple[HandOffFile, ...]
    thumbnail: Path | None = None
    approved_by: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOffDocument:
    """A paper that goes with the files: the packing slip, a job ticket. Drawn before the adapter is called."""

    name: str
    media_type: str
    path: Path


@dataclass(frozen=True, slots=True)
class HandOffOrder:
    """Everything a partner is told. Frozen when the hand-off is prepared: a retry sends the same payload."""

    reference: str
    order_ref: str
    created_at: datetime
    ship_to: ShipTo
    items: tuple[HandOffItem, ...]
    shipping_method: str = "standard"
    revision: int = 1
    documents: tuple[HandOffDocument, ...] = ()


def payload_sha256(order: HandOffOrder) -> str:
    """Names what is ordered: the same for every attempt, whatever local paths the files are at and however the papers look."""
    told = asdict(replace(order, documents=()))
    # when it was taken says nothing of what is ordered, and is another time once it was taken anew after a restore
    del told["created_at"]
    for item in told["items"]:
        item["thumbnail"] = None
        for file in item["files"]:
            for name in _HOW_IT_ARRIVES:
                del file[name]
            # as hand-offs have been named from the first release on
            file.update(path=None, url="")
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


# Verdicts of `submit`, `confirm` and `cancel`. `busy`: the partner asks everybody to wait, and not only for this order.


@dataclass(frozen=True, slots=True)
class Accepted:
    """The partner has it; `state` is where it stands there, and `note` what the partner says about it."""

    partner_order_id: str
    state: HandOffState
    raw: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Our input was refused; the partner's own words are kept. Never repeated by itself.

    `name_used`: the partner has something else, or something ended, under this reference. It takes a new one.
    """

    reason: str
    raw: Mapping[str, Any] = field(default_factory=dict)
    name_used: bool = False


@dataclass(frozen=True, slots=True)
class NotSent:
    """Surely never arrived (no route, no free disk before the rename): safe to repeat after `retry_after_s`."""

    reason: str
    retry_after_s: float = 30.0
    busy: bool = False


@dataclass(frozen=True, slots=True)
class NotReady:
    """The partner is still at work on it; ask again later. Not an error."""

    reason: str
    retry_after_s: float = 60.0
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not be there. Look it up; do not send again."""

    reason: str
    settle_s: float = 30.0
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel, by the partner's own name for it. `lines` are those of the hand-off that are in it; none where the
    partner does not say."""

    id: str
    carrier: str = ""
    tracking_number: str = ""
    tracking_url: str = ""
    lines: tuple[int, ...] = ()
    shipped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PartnerOrder:
    """What a look-up found, in our words, with the partner's raw answer kept; `note` is what the partner says about it.

    `payload_sha256` may be its beginning only, where the partner's field is short. `cost` is all that the partner takes
    for it, and `before_tax` what of that a quote would have said, where it is told apart. `each` is what a piece of a line
    costs, where its price is first said by an order. `extras` are the partner's ids of further live orders under the same reference: a send that was doubled.
    """

    reference: str
    partner_order_id: str
    state: HandOffState
    payload_sha256: str = ""
    raw: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    cost: Money | None = None
    parcels: tuple[Parcel, ...] = ()
    extras: tuple[str, ...] = ()
    before_tax: Money | None = None
    each: Mapping[int, Money] = field(default_factory=dict)

    def is_of(self, payload: str) -> bool:
        """Whether it is the order that was sent with this payload, as far as the partner tells."""
        return payload.startswith(self.payload_sha256)


@dataclass(frozen=True, slots=True)
class PrintSpec:
    """What this partner wants for one area: its own pixels and resolution, with source and date."""

    area: str
    width_px: int
    height_px: int
    ppi: int
    source: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Quote:
    """`days` from the order to the door and the countries it is `made_in`, where the partner says so with its price."""

    cost: Money | None
    shipping: Money | None
    note: str = ""
    days: tuple[int, int] | None = None
    made_in: tuple[str, ...] = ()

    @property
    def total(self) -> Money | None:
        return self.cost + self.shipping if self.cost and self.shipping else self.cost


class Partner(Protocol):
    """`calls_per_minute` is what the partner bears of all workers together; 0 is as many as one likes. `fetches_files`: each file needs an address that the partner can reach. `tells_of_delivery`: it has news of a parcel
    after it was shipped. `known_as` is the partner's own id of an order, where we have it.
    """

    name: str
    capability: Capability
    needs_confirm: bool
    settle_s: float
    fetches_files: bool
    tells_of_delivery: bool
    calls_per_minute: int

    def print_spec(self, sku: str, variant: str, area: str) -> PrintSpec | None:
        """None: this partner takes Pod's own print areas."""
        ...

    def quote(self, order: HandOffOrder) -> Quote:
        """What it would cost now. `PartnerFailed` where nobody could say."""
        ...

    def validate(self, order: HandOffOrder) -> list[PodError]:
        """Everything this partner would refuse, found locally, all at once. No network."""
        ...

    def submit(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown: ...

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        """None means surely absent, or that a second send would be refused. A look-up that failed raises `PartnerFailed`:
        it is not an absence."""
        ...

    def confirm(self, reference: str, known_as: str = "") -> Accepted | Rejected | NotReady | Unknown: ...

    def get(self, reference: str, known_as: str = "") -> PartnerOrder | None: ...

    def cancel(self, reference: str, known_as: str = "") -> Accepted | Rejected | Unknown:
        """`Accepted` with state `cancelled`, or `Rejected` with the reason it is too late."""
        ...

    def place_of(self, reference: str) -> str:
        """Where a person finds this hand-off: a folder, the partner's own page for it; "" where there is none."""
        ...

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:
        """The events of a genuine message; None when its signature is wrong."""
        ...

    def recent(self, since: datetime) -> Sequence[PartnerOrder] | None:
        """Every order of the account since then, in any state; None where the partner has no list of them."""
        ...

    def sold(self) -> Sequence[tuple[str, ...]]:
        """Our variants of which it can be asked what has become of them, as many together as are asked for at once; none
        where nobody can be asked."""
        ...

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:
        """Areas, stock and price of these, as the partner says now. `PartnerFailed` where it does not."""
        ...

    def check_account(self) -> str:
        """ "" where the account answers to its key, or the sentence that says what is wrong. Orders nothing."""
        ...


@dataclass(frozen=True, slots=True)
class PartnerFactory:
    """What an adapter module ends in: ``PARTNER = PartnerFactory("manual", ManualSettings, Manual)``.

    `settings` is a frozen dataclass of ``POD_<NAME>_<FIELD>`` variables. `called_back`: the partner sends news to Pod's
    address for it.
    """

    name: str
    settings: type
    build: Any
    capability: Capability
    summary: str = ""
    called_back: bool = False
