"""What the desk shows: rows of lists, and everything about one design or one order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from pod.model.artwork import Artwork, FileRef
from pod.model.design import Candidate, Design, Version
from pod.model.findings import Findings
from pod.model.freshness import OfferSeen
from pod.model.handoff import HandOff
from pod.model.ledger import LedgerRow
from pod.model.listing import History
from pod.model.money import Money
from pod.model.order import Order, OrderItem
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.readdress import AddressChange
from pod.model.recall import StillOpen
from pod.model.routing import Routing
from pod.model.shipment import Shipment
from pod.services.queue import Parked

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Look:
    """A picture to know a design by, and the cloth that it lies on."""

    picture: FileRef | None
    product: str
    cloth: str
    cloth_rgb: str


@dataclass(frozen=True, slots=True)
class DesignRow:
    """`findings` are those of the print files, or of the artwork while there are none; None when nothing was measured."""

    design: Design
    look: Look
    version: Version | None
    lettering: str
    findings: Findings | None
    proofs: tuple[Proof, ...]
    approvals: tuple[Approval, ...]
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """`lacks` are the approvals without which this line is not handed off."""

    item: OrderItem
    design: Design
    version: Version
    look: Look
    size: str
    lettering: str
    findings: Findings
    lacks: frozenset[ApprovalRole]


@dataclass(frozen=True, slots=True)
class OrderRow:
    """`total` is None where a line has no price."""

    order: Order
    lines: tuple[OrderLine, ...]
    handoffs: tuple[HandOff, ...]
    total: Money | None
    may: frozenset[str]

    @property
    def findings(self) -> Findings:
        return sum((line.findings for line in self.lines), Findings())

    @property
    def lacks(self) -> frozenset[ApprovalRole]:
        return frozenset().union(*(line.lacks for line in self.lines))


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """The first few of what waits for the same thing, and how many there are."""

    name: str
    rows: tuple[T, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the shop, oldest first."""

    designs: tuple[Group[DesignRow], ...]
    orders: tuple[Group[OrderRow], ...]
    parked: tuple[Parked, ...]
    unknown_calls: int
    claims: int
    undelivered: int


@dataclass(frozen=True, slots=True)
class CandidateCase:
    """A candidate, and the calls that were made for it."""

    candidate: Candidate
    artwork: Artwork | None
    calls: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class DesignCase:
    """Everything about one design; `shown` is the version whose files and proofs are looked at. `offers` are what partners
    that are set up said last of the product in its cloth, where they have it not or were asked too long ago."""

    row: DesignRow
    candidates: tuple[CandidateCase, ...]
    versions: tuple[Version, ...]
    approvals: tuple[Approval, ...]
    shown: Version | None
    files: tuple[PrintFile, ...]
    proofs: tuple[Proof, ...]
    own_prints: tuple[OwnPrint, ...]
    own_approvals: tuple[OwnApproval, ...]
    orders: tuple[Order, ...]
    history: tuple[History, ...]
    offers: tuple[OfferSeen, ...]
    now: datetime

    @property
    def missing(self) -> tuple[OfferSeen, ...]:
        return tuple(offer for offer in self.offers if offer.unavailable(self.now))

    @property
    def not_verified(self) -> tuple[str, ...]:
        """Partners whose sizes nobody has read for long."""
        return tuple(dict.fromkeys(offer.partner for offer in self.offers if not offer.verified(self.now)))


@dataclass(frozen=True, slots=True)
class HandOffCase:
    """`change` is what its partner was asked about the address; `open` what can still be undone, as far as is known."""

    handoff: HandOff
    place: str
    shipments: tuple[Shipment, ...]
    may: frozenset[str]
    open: StillOpen
    change: AddressChange | None


@dataclass(frozen=True, slots=True)
class OrderCase:
    """`routings` are the decisions of where it goes, the newest first."""

    row: OrderRow
    handoffs: tuple[HandOffCase, ...]
    routings: tuple[Routing, ...]
    history: tuple[History, ...]
