"""What the verbs need from the outside, as Protocols. `pod.bootstrap` picks the real things.

A `Store` hands out transactions. Inside one, each repository speaks in values of `pod.model`; states move only with
compare-and-set, and every move is a history row. No transaction is open across a network call or image work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pod.model.account import ApiKey, Session, Upload, User
from pod.model.artwork import Artwork, FileRef
from pod.model.caller import Caller
from pod.model.clock import Clock
from pod.model.design import Candidate, CandidateState, Design, DesignState, Standing, Version
from pod.model.handoff import HandOff, HandOffState
from pod.model.health import Health, Pace
from pod.model.job import Job, Lane, NewJob
from pod.model.ledger import Cost, LedgerRow, LedgerState
from pod.model.listing import History, Needs, Page
from pod.model.message import Message, StoredAnswer
from pod.model.money import Money
from pod.model.order import Order, OrderState
from pod.model.printfile import PrintFile
from pod.model.product import ProcessLimits, Product
from pod.model.proof import Approval, Proof
from pod.model.shipment import Shipment
from pod.services.screening_port import Screenings
from pod.services.shopports import ShopOrders

A = TypeVar("A")
R = TypeVar("R")


class Files(Protocol):
    """A content-addressed store. A file is written beside, fsynced, renamed; it is never overwritten."""

    def put(self, data: bytes, media_type: str) -> FileRef: ...

    def put_file(self, path: Path, media_type: str) -> FileRef:
        """Takes the file's content; `path` may be removed afterwards."""
        ...

    def open(self, ref: FileRef | str) -> bytes:
        """The bytes of a ref or key. Missing or of another length: `NotFound`."""
        ...

    def path(self, ref: FileRef | str) -> Path:
        """A readable local path; a remote store downloads to its cache first."""
        ...

    def verify(self, ref: FileRef) -> bool:
        """Reads it whole and compares size and SHA-256: done before a file leaves for a partner."""
        ...

    def exists(self, ref: FileRef | str) -> bool: ...

    def workspace(self) -> AbstractContextManager[Path]:
        """A temporary folder on the store's own file system, removed afterwards."""
        ...

    def sweep(self, in_use: Container[str]) -> int:
        """Removes what crashed writes left behind, and files that are not in use; nothing younger than a day. How many."""
        ...

    def free_bytes(self) -> int:
        """How much more can be kept."""
        ...


class Catalogue(Protocol):
    """Products and processes from the data files, checked when they are loaded."""

    def products(self) -> Sequence[Product]: ...

    def product(self, sku: str) -> Product:
        """`InputRefused("unknown_product")` names the nearest SKUs."""
        ...

    def process(self, name: str) -> ProcessLimits: ...


class Designs(Protocol):
    """Every read is by tenant; another tenant's design is `NotFound`."""

    def add(self, design: Design) -> None: ...

    def get(self, tenant_id: str, design_id: str) -> Design: ...

    def lock(self, tenant_id: str, design_id: str) -> Design:
        """As `get`, its revision raised, and nobody else changes the design until this transaction ends."""
        ...

    def standing(self, tenant_id: str, design_id: str) -> Standing:
        """One short query."""
        ...

    def move(self, design: Design, to: DesignState, caller: Caller, reason: str = "") -> Design:
        """Compare-and-set from `design.state`; `Conflict` when someone else was first. Writes history."""
        ...

    def choose(self, design: Design, n: int, version_id: str) -> Design:
        """Records the chosen candidate and the current version."""
        ...

    def many(self, tenant_id: str, design_ids: Sequence[str]) -> Mapping[str, Design]:
        """By id; ids that are not there are left out. Like every read of many, a fixed number of queries."""
        ...

    def page(
        self,
        tenant_id: str,
        *,
        state: str = "",
        product: str = "",
        q: str = "",
        needs: Needs | None = None,
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[Design]:
        """`q` looks in sentence, words and id, and in the number and the customer of the design's orders."""
        ...

    def add_candidate(self, tenant_id: str, candidate: Candidate) -> None: ...

    def move_candidate(self, tenant_id: str, candidate: Candidate, to: CandidateState, **changes: Any) -> Candidate:
        """Compare-and-set on the candidate's state; `changes` are other fields of `Candidate`. Raises the design's revision."""
        ...

    def add_artwork(self, tenant_id: str, artwork: Artwork) -> None: ...

    def artwork(self, tenant_id: str, artwork_id: str) -> Artwork: ...

    def artworks(self, tenant_id: str, artwork_ids: Sequence[str]) -> Mapping[str, Artwork]: ...

    def add_version(self, tenant_id: str, version: Version) -> None: ...

    def version(self, tenant_id: str, version_id: str) -> Version: ...

    def versions(self, tenant_id: str, design_id: str) -> Sequence[Version]: ...

    def versions_named(self, tenant_id: str, version_ids: Sequence[str]) -> Mapping[str, Version]: ...

    def add_print_set(
        self, tenant_id: str, version_id: str, files: Sequence[PrintFile], proofs: Sequence[Proof]
    ) -> None:
        """All of a version's files and proofs, or none: the set becomes visible in one commit. A second call for the same version replaces nothing and is ignored."""
        ...

    def print_files(self, tenant_id: str, version_id: str) -> Sequence[PrintFile]: ...

    def print_files_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[PrintFile]: ...

    def proofs(self, tenant_id: str, version_id: str) -> Sequence[Proof]: ...

    def proofs_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[Proof]: ...

    def note(self, design: Design, caller: Caller, text: str) -> None:
        """A history row of something that moved no state."""
        ...

    def add_approval(self, tenant_id: str, approval: Approval) -> None: ...

    def approvals(self, tenant_id: str, version_id: str) -> Sequence[Approval]: ...

    def approvals_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[Approval]: ...

    def history(self, tenant_id: str, *subjects: str) -> Sequence[History]: ...

    def files_in_use(self) -> set[str]:
        """Keys of every file that a design, an upload or an order may still need, over all tenants."""
        ...


class Orders(Protocol):
    def add(self, order: Order) -> None: ...

    def get(self, tenant_id: str, order_id: str) -> Order: ...

    def lock(self, tenant_id: str, order_id: str) -> Order:
        """As `get`, and nobody else moves the order until this transaction ends: what is decided by its state stays true.

        Whoever also wakes or renews a hand-off's job does that first: two who take both in one order never wait in a ring.
        """
        ...

    def many(self, tenant_id: str, order_ids: Sequence[str]) -> Mapping[str, Order]: ...

    def by_external_ref(self, tenant_id: str, external_ref: str) -> Order | None: ...

    def of_design(self, tenant_id: str, design_id: str) -> Sequence[Order]: ...

    def move(self, order: Order, to: OrderState, caller: Caller, reason: str = "", **changes: Any) -> Order:
        """Compare-and-set; moving to `on_hold` remembers `held_from`; `changes` are other fields of `Order`."""
        ...

    def page(
        self,
        tenant_id: str,
        *,
        state: str = "",
        product: str = "",
        q: str = "",
        needs: Needs | None = None,
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[Order]:
        """`q` looks in the order's number, the customer's name and mail, and the words and ids of its designs."""
        ...

    def hold_longer(self, order: Order, caller: Caller, reason: str) -> Order:
        """Another reason for the hold there is. Whoever looked at it before has to look again."""
        ...

    def erase_address(self, order_id: str, caller: Caller) -> None: ...

    def add_handoff(self, handoff: HandOff) -> None: ...

    def handoff(self, tenant_id: str, reference: str) -> HandOff: ...

    def handoffs(self, tenant_id: str, order_id: str) -> Sequence[HandOff]: ...

    def handoffs_of(self, tenant_id: str, order_ids: Sequence[str]) -> Sequence[HandOff]: ...

    def handoffs_named(self, tenant_id: str, references: Sequence[str]) -> Sequence[HandOff]: ...

    def handoffs_since(self, partner: str, since: datetime) -> Sequence[HandOff]:
        """Of all tenants, made since then."""
        ...

    def handoff_at(self, partner: str, reference: str, partner_order_id: str) -> HandOff | None:
        """Of any tenant, by our reference or else by the partner's own id: its account is the whole shop's."""
        ...

    def move_handoff(
        self, handoff: HandOff, to: HandOffState, caller: Caller, reason: str = "", **changes: Any
    ) -> HandOff: ...

    def page_handoffs(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[HandOff]: ...

    def add_shipment(self, tenant_id: str, shipment: Shipment) -> None: ...

    def shipments(self, tenant_id: str, reference: str) -> Sequence[Shipment]: ...


class Ledger(Protocol):
    def reserve(self, row: LedgerRow) -> LedgerRow:
        """Inserts it in `reserved`; the same (`job_key`, `attempt`) again returns the row that is there."""
        ...

    def move(self, row: LedgerRow, to: LedgerState, caller: Caller, note: str = "", **changes: Any) -> LedgerRow:
        """`note` is for the history only; without one, the row's reason stands there."""
        ...

    def for_job(self, tenant_id: str, job_key: str) -> Sequence[LedgerRow]: ...

    def spent(self, tenant_id: str, since: datetime) -> Money:
        """Reserved, submitted, unknown and settled together: what may have been spent since then.

        Whoever asks keeps others who ask the same waiting until the transaction ends; so do the three below.
        """
        ...

    def costs(self, tenant_id: str) -> Sequence[Cost]:
        """Of every service that was ever called for this tenant, the dearest first. Locks nothing."""
        ...

    def spent_by_all(self, since: datetime) -> Money: ...

    def spent_with(self, provider: str, since: datetime) -> Money:
        """By all tenants."""
        ...

    def spent_on(self, visitor: str, since: datetime) -> Money:
        """Without what came to nothing or was lost: that is the shop's loss, and not the visitor's."""
        ...

    def get(self, tenant_id: str, row_id: str) -> LedgerRow: ...

    def of_task(self, provider: str, task: str, since: datetime) -> LedgerRow | None:
        """The newest row of any tenant whose task a service calls by this name: it stands before the ``|`` of the task id."""
        ...

    def page(
        self, tenant_id: str, *, design_id: str = "", state: str = "", cursor: str = "", limit: int = 50
    ) -> Page[LedgerRow]: ...


class ProviderHealth(Protocol):
    """What all workers know of the image services; of no tenant, as the accounts are the whole shop's."""

    def of(self, providers: Collection[str]) -> Mapping[str, Health]:
        """One for each name, also for services that nobody has asked yet."""
        ...

    def take_turn(self, provider: str, pace: Pace) -> float:
        """0, and the turn is taken; or in how many seconds there may be one. Holds until the transaction ends."""
        ...

    def change(self, provider: str, change: Callable[[Health], Health]) -> None:
        """No other transaction changes it meanwhile. Its turns are counted by `take_turn` alone."""
        ...

    def bury(self, caller: Caller, provider: str, model: str, reason: str) -> None:
        """The model is gone, and is not asked any more."""
        ...

    def revive(self, provider: str) -> int:
        """Its models count as there again; how many were gone."""
        ...

    def dead(self) -> Mapping[tuple[str, str], str]:
        """Provider and model, and what was said when it was gone."""
        ...


class Jobs(Protocol):
    def enqueue(self, tenant_id: str, job: NewJob) -> int:
        """The job's id; the same key again is the same job, whatever has become of it."""
        ...

    def wake(self, tenant_id: str, job: NewJob) -> int:
        """The job of this key, due now: made if it is new, ready again if it had ended, run once more if it is running.

        A thing that goes on after a person's word keeps its one job, so that two workers never have it in hand.
        """
        ...

    def claim(self, lane: Lane, owner: str, lease_s: float) -> Job | None:
        """The next due job of the lane, fairly over tenants: `ready` and due, or `running` with a lapsed lease.

        Counts the attempt and raises the fence in the same statement. With more attempts than `max_attempts` it has ended
        its worker every time, and is claimed to be parked.
        """
        ...

    def renew(self, job: Job, lease_s: float) -> None:
        """A whole lease from now; `LostLease` when a newer claim holds it, who waits until this transaction ends."""
        ...

    def finish(self, job: Job) -> None: ...

    def again(self, job: Job, delay_s: float, error: str = "", *, counts: bool) -> None:
        """Back to `ready`, due in `delay_s`; `counts=False` gives the attempt back."""
        ...

    def park(self, job: Job, reason: str) -> None: ...

    def release(self, owner: str) -> int:
        """Gives back every lease of `owner` at an orderly stop."""
        ...

    def archive(self, before: datetime) -> int:
        """Puts finished jobs that were made before then out of the table that is worked on; returns how many."""
        ...

    def retry_parked(self, tenant_id: str, job_id: int, caller: Caller) -> Lane:
        """The lane in which it is ready again; `Conflict` when it is not parked."""
        ...

    def parked(self, tenant_id: str) -> Sequence[Job]:
        """Oldest first, at most two hundred."""
        ...

    def counts(self) -> dict[str, dict[str, int]]:
        """{lane: {state: number}}."""
        ...

    def due_within(self, seconds: float) -> bool:
        """Whether any job is running or will be due in that time."""
        ...

    def oldest_ready_s(self) -> dict[str, float]:
        """{lane: age in seconds of the oldest due job}."""
        ...


class Idempotency(Protocol):
    """`scope` is the caller: a key is its own."""

    def answer(self, tenant_id: str, scope: str, key: str) -> StoredAnswer | None: ...

    def begin(self, tenant_id: str, scope: str, key: str, request_sha256: str) -> StoredAnswer | None:
        """None: this is the first arrival, and it is recorded in the caller's transaction."""
        ...

    def finish(self, tenant_id: str, scope: str, key: str, status: int, body: str) -> None: ...

    def forget(self, tenant_id: str, scope: str, key: str) -> None:
        """What was refused before anything was done is not kept: the same key may come again with a better request."""
        ...

    def forget_before(self, moment: datetime) -> int: ...


class Accounts(Protocol):
    """Every change of a user or a key is a history row of ``user:<name>`` or ``key:<id>``."""

    def add_user(self, user: User, caller: Caller) -> None: ...

    def user(self, name: str) -> User | None: ...

    def users(self, tenant_id: str) -> Sequence[User]: ...

    def set_password(self, user: User, password_hash: str, caller: Caller) -> None: ...

    def set_role(self, user: User, role: str, caller: Caller) -> None:
        """Compare-and-set on the role that `user` has."""
        ...

    def remove_user(self, user: User, caller: Caller) -> None:
        """The account and its sessions; its name stays in the history."""
        ...

    def add_session(
        self, session_id_sha256: str, user: User, caller: Caller, expires_at: datetime, idle_until: datetime
    ) -> None: ...

    def session(self, session_id_sha256: str, now: datetime) -> Session | None:
        """None when it is gone, has been idle too long or is too old."""
        ...

    def keep_session(self, session_id_sha256: str, idle_until: datetime) -> None: ...

    def end_session(self, session_id_sha256: str) -> None: ...

    def end_sessions(self, user: User) -> None: ...

    def end_lapsed_sessions(self, now: datetime) -> int: ...

    def add_api_key(self, key: ApiKey, caller: Caller) -> None: ...

    def api_key(self, key_id: str) -> ApiKey | None:
        """None for one that has been revoked."""
        ...

    def api_keys(self, tenant_id: str) -> Sequence[ApiKey]:
        """Newest first, the revoked ones too."""
        ...

    def use_api_key(self, key_id: str) -> None: ...

    def revoke_api_key(self, tenant_id: str, key_id: str, caller: Caller) -> None: ...


class Uploads(Protocol):
    def add(self, upload: Upload) -> None: ...

    def get(self, tenant_id: str, upload_id: str) -> Upload: ...


class Messages(Protocol):
    """Outbox and inbox. An inbox event is unique by (source, event_id): a repeat changes nothing."""

    def send(self, message: Message) -> None: ...

    def unsent(self, limit: int = 50) -> Sequence[Message]: ...

    def mark_sent(self, message_id: str) -> None: ...

    def receive(self, tenant_id: str, source: str, event_id: str, headers: dict[str, str], body: bytes) -> bool:
        """False when this event is already here."""
        ...

    def forget_received(self, before: datetime) -> int:
        """How many events were older and are forgotten."""
        ...


class Tx(Protocol):
    """One transaction. Leaving its `with` block normally commits; an exception rolls all of it back."""

    @property
    def designs(self) -> Designs: ...
    @property
    def orders(self) -> Orders: ...
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
    def messages(self) -> Messages: ...
    @property
    def shops(self) -> ShopOrders: ...


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
    "Catalogue",
    "Clock",
    "Designs",
    "Dispatcher",
    "Files",
    "Idempotency",
    "Jobs",
    "Ledger",
    "Messages",
    "Offload",
    "Orders",
    "Store",
    "Tx",
    "Uploads",
]
