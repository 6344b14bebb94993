"""What the verbs need from the outside, as Protocols. `pod.bootstrap` picks the real things.

A `Store` hands out transactions. Inside one, each repository speaks in values of `pod.model`; states move only with
compare-and-set, and every move is a history row. No transaction is open across a network call or image work.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from pod.model.clock import Clock
from pod.model.job import Lane
from pod.services.ports.batches import EditBatches
from pod.services.ports.claims import Claims
from pod.services.ports.customers import Customers
from pod.services.ports.designs import Designs
from pod.services.ports.erasures import ErasedList, Erasures
from pod.services.ports.files import Catalogue, Files
from pod.services.ports.gangsheets import GangSheets
from pod.services.ports.jobs import Jobs
from pod.services.ports.messages import Carrier, Messages
from pod.services.ports.mockups import Mockups
from pod.services.ports.money import Ledger, ProviderHealth
from pod.services.ports.offers import Offers
from pod.services.ports.orders import Orders
from pod.services.ports.ownprints import OwnPrints
from pod.services.ports.people import Accounts, Idempotency, Uploads
from pod.services.ports.personal import Personal
from pod.services.ports.publications import Publications
from pod.services.ports.readdress import AddressChanges
from pod.services.ports.restores import Restores
from pod.services.ports.screening import Screenings
from pod.services.ports.shops import ShopOrders

A = TypeVar("A")
R = TypeVar("R")


class Tx(Protocol):
    """One transaction. Leaving its `with` block normally commits; an exception rolls all of it back."""

    @property
    def designs(self) -> Designs: ...
    @property
    def gang_sheets(self) -> GangSheets: ...
    @property
    def orders(self) -> Orders: ...
    @property
    def offers(self) -> Offers: ...
    @property
    def own_prints(self) -> OwnPrints: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def health(self) -> ProviderHealth: ...
    @property
    def screenings(self) -> Screenings: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def idempotency(self) -> Idempotency: ...
    @property
    def accounts(self) -> Accounts: ...
    @property
    def uploads(self) -> Uploads: ...
    @property
    def address_changes(self) -> AddressChanges: ...
    @property
    def claims(self) -> Claims: ...
    @property
    def customers(self) -> Customers: ...
    @property
    def erasures(self) -> Erasures: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def mockups(self) -> Mockups: ...
    @property
    def edit_batches(self) -> EditBatches: ...
    @property
    def shops(self) -> ShopOrders: ...
    @property
    def restores(self) -> Restores: ...
    @property
    def personal(self) -> Personal: ...
    @property
    def publications(self) -> Publications: ...


class Store(Protocol):
    def writing(self) -> AbstractContextManager[Tx]:
        """A writing transaction: one at a time on SQLite, row locks on PostgreSQL."""
        ...

    def reading(self) -> AbstractContextManager[Tx]: ...


class Offload(Protocol):
    """Image work in a child process with a time and a memory limit: whatever happens there, the service lives on."""

    def call(self, work: Callable[[A], R], argument: A, *, timeout_s: float, memory_mb: int) -> R:
        """`work` is a module-level function; argument and result are pickled. A `PodError` in the child is raised here.

        A child that reached its limit, or died, raises `TooMuchWork`.
        """
        ...


class Dispatcher(Protocol):
    def kick(self, job_id: int, lane: Lane) -> None:
        """A hint that a job is due. May be lost, doubled or late; nothing may depend on it."""
        ...


__all__ = [
    "Accounts",
    "AddressChanges",
    "Carrier",
    "Catalogue",
    "Claims",
    "Clock",
    "Customers",
    "Designs",
    "Dispatcher",
    "EditBatches",
    "ErasedList",
    "Erasures",
    "Files",
    "GangSheets",
    "Idempotency",
    "Jobs",
    "Ledger",
    "Messages",
    "Mockups",
    "Offers",
    "Offload",
    "Orders",
    "OwnPrints",
    "Personal",
    "ProviderHealth",
    "Screenings",
    "ShopOrders",
    "Store",
    "Tx",
    "Uploads",
]
