"""The verbs on a real store and real files, with a scripted image service, a scripted print shop, and a clock in the hand.

Jobs run when a test says so, in the test's own thread, exactly as a runner's threads would run them.
"""

from __future__ import annotations

import math
import os
import shutil
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fulfillment.base import Partner
from fulfillment.routingrules import routing_book
from pod.jobs.claim import Tasks, run_one
from pod.jobs.tasks import Workers, tasks
from pod.model.brief import DesignBrief
from pod.model.budget import Budgets
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import Candidate, Design, DesignState, Version
from pod.model.handoff import HandOff
from pod.model.job import Lane
from pod.model.ledger import LedgerRow
from pod.model.message import Channel
from pod.model.money import Money
from pod.model.order import Order, OrderItem, ShipTo
from pod.model.proof import ApprovalRole
from pod.paths import templates_dir
from pod.providers.base import Provider
from pod.services.addresses import Addresses
from pod.services.aftercare import ClaimReminders, Claims, Erasing, Reprints, catch_up
from pod.services.approving import Approvals
from pod.services.audit import PartnerAudit
from pod.services.designs import Designs
from pod.services.editing import EditBatches, Edits, Sweeping
from pod.services.erasures import Memory
from pod.services.filelinks import FileLinks
from pod.services.freshness import Freshness
from pod.services.gangsheets import Gangs
from pod.services.generation import Generation
from pod.services.handoff import HandOffs
from pod.services.intake import Intake
from pod.services.listings import read_template
from pod.services.messages import Delivering, Reminders, Telling
from pod.services.mockups import Mockups
from pod.services.orders import Orders
from pod.services.pictures import Pictures
from pod.services.ports import Carrier
from pod.services.preparation import Preparation
from pod.services.publishing import Publishing
from pod.services.routing import Routes
from pod.services.shopnews import ShopNewsDesk
from pod.services.toolbox import NoDispatcher, Toolbox
from pod.services.turnouts import Statistics
from pod.services.upkeep import Upkeep
from pod.services.words import Offers, Rosters, Words
from pod.store.backup import Backup, Place, bring_back
from pod.store.catalogue import FileCatalogue
from pod.store.erased_list import FileErasedList
from pod.store.local_files import LocalFiles
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock
from tests.doubles.printshop import Printshop, PrintshopSettings
from tests.doubles.storefront import Storefront
from tests.doubles.studio import Studio, StudioSettings

SHOPPER = Caller(DEFAULT_TENANT, "shopper", Role.SHOPPER)
OPERATOR = Caller(DEFAULT_TENANT, "user:ada", Role.OPERATOR)
VIEWER = Caller(DEFAULT_TENANT, "user:vic", Role.VIEWER)

KEY = "4fd5a1c0-7d0e-4a53"
"""An Idempotency-Key as a client makes one."""

BRIEF = DesignBrief("a fox under the moon", "sticker-4in", style="minimal", candidates=1, seed=7)
AMPLE = Money(10_000_000)
ADDRESS = ShipTo("Test Recipient", "1 Test Street", "Leeds", "GB", "LS1 4AB")


class Here:
    """Picture work in the test's own process. What stands in `breaks` is raised instead, call by call."""

    def __init__(self) -> None:
        self.breaks: deque[Exception] = deque()

    def call(self, work: Callable[[Any], Any], argument: Any, *, timeout_s: float, memory_mb: int) -> Any:
        if self.breaks:
            raise self.breaks.popleft()
        return work(argument)


class RunningClock(HandClock):
    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Bench:
    store: SqlStore
    files: LocalFiles
    clock: HandClock
    offload: Here
    tools: Toolbox
    studio: Studio
    printshop: Printshop
    designs: Designs
    edits: Edits
    words: Words
    rosters: Rosters
    offers: Offers
    batches: EditBatches
    pictures: Pictures
    approvals: Approvals
    orders: Orders
    addresses: Addresses
    handoffs: HandOffs
    storefront: Storefront
    intake: Intake
    shopnews: ShopNewsDesk
    routes: Routes
    freshness: Freshness
    publishing: Publishing
    telling: Telling
    delivering: Delivering
    reprints: Reprints
    claims: Claims
    statistics: Statistics

    # --- jobs

    def run(self) -> None:
        """Every job that is due, and what becomes due by it; nothing that has to wait."""
        work = self.work()
        while due := self._due():
            for lane in Lane:
                if lane in due:
                    run_one(self.store, work, lane, "bench")
                    due = self._due()

    def work(self) -> Tasks:
        """The verb of every kind of job."""
        return tasks(
            Workers(
                generation=Generation(self.tools),
                preparation=Preparation(self.tools),
                handoffs=self.handoffs,
                upkeep=Upkeep(self.tools),
                intake=self.intake,
                shopnews=self.shopnews,
                audit=PartnerAudit(self.tools),
                batches=self.batches,
                rosters=self.rosters,
                routes=self.routes,
                freshness=self.freshness,
                gangs=Gangs(self.tools),
                publishing=self.publishing,
                telling=self.telling,
                delivering=self.delivering,
                reminders=Reminders(self.tools),
                claim_reminders=ClaimReminders(self.tools),
                erasing=Erasing(self.tools),
                mockups=Mockups(self.tools),
            )
        )

    def wait(self, seconds: float) -> None:
        """Time passes, and every job runs at the moment it becomes due."""
        left_s = seconds
        while (due_s := self._next_due_s()) <= left_s:
            self.clock.forward(max(0.0, due_s))
            left_s -= max(0.0, due_s)
            self.run()
        self.clock.forward(left_s)

    def _next_due_s(self) -> float:
        """Seconds until the next job that waits is due, or the next lease lapses."""
        return min(self._due_in_s().values(), default=math.inf)

    def _due(self) -> set[Lane]:
        return {lane for lane, left_s in self._due_in_s().items() if left_s <= 0}

    def _due_in_s(self) -> dict[Lane, float]:
        """Of each lane in which anything waits. A lane is claimed from only when it is due: to look is cheaper."""
        when = "CASE state WHEN 'ready' THEN run_at ELSE lease_until + 1 END"
        query = f"SELECT lane, min({when}) FROM jobs WHERE state IN ('ready', 'running') GROUP BY lane"
        with self.store.database.reading() as connection:
            rows = connection.exec_driver_sql(query).all()
        now = self.clock.now().timestamp()
        return {Lane(lane): first / 1e6 - now for lane, first in rows}

    # --- looking

    def design(self, design: Design) -> Design:
        return self.designs.get(OPERATOR, design.id)

    def candidate(self, design: Design, n: int = 1) -> Candidate:
        return next(c for c in self.design(design).candidates if c.n == n)

    def ledger(self, design: Design) -> list[LedgerRow]:
        """Oldest first."""
        with self.store.reading() as tx:
            return sorted(
                tx.ledger.page(DEFAULT_TENANT, design_id=design.id, limit=200).items,
                key=lambda r: (r.job_key, r.attempt),
            )

    def states(self, design: Design) -> list[str]:
        return [row.state.value for row in self.ledger(design)]

    def spent(self) -> Money:
        with self.store.reading() as tx:
            return tx.ledger.spent(DEFAULT_TENANT, self.clock.now().replace(hour=0))

    def parked(self) -> list[str]:
        with self.store.reading() as tx:
            return [job.last_error for job in tx.jobs.parked(DEFAULT_TENANT)]

    def waiting(self) -> list[str]:
        """Why each job that is not over is not run."""
        query = "SELECT kind, state, last_error FROM jobs WHERE state <> 'done'"
        with self.store.database.reading() as connection:
            return [" ".join(map(str, row)) for row in connection.exec_driver_sql(query).all()]

    def order(self, order: Order) -> Order:
        return self.orders.get(OPERATOR, order.id)

    def handoff(self, order: Order) -> HandOff:
        """Its newest hand-off."""
        return self.orders.handoffs(OPERATOR, order.id)[-1]

    # --- the steps that many tests begin with

    def asked(self, **changes: Any) -> Design:
        return self.designs.request_design(SHOPPER, replace(BRIEF, **changes))

    def drawn(self, **changes: Any) -> Design:
        design = self.asked(**changes)
        self.run()
        return self.design(design)

    def proofed(self, **changes: Any) -> Design:
        """The design of the store that this bench began with, or one that is made now."""
        there = self.designs.page(OPERATOR, state=DesignState.PROOF_READY).items
        return there[0] if there and not changes else self._proofed_now(**changes)

    def _proofed_now(self, **changes: Any) -> Design:
        design = self.drawn(**changes)
        self.designs.choose(SHOPPER, design.id, 1)
        self.run()
        return self.design(design)

    def approved(self) -> tuple[Design, Version]:
        """The design of the store that this bench began with, or one that is made now."""
        there = self.designs.page(OPERATOR, state=DesignState.APPROVED).items
        design = there[0] if there else self._approved_now()
        return design, self.designs.version(OPERATOR, design.id, design.current_version_id)

    def _approved_now(self) -> Design:
        design = self.proofed()
        assert design.state is DesignState.PROOF_READY, design.reason
        self.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
        return self.design(design)

    def placed(self, external_ref: str = "shop-1", **changes: Any) -> Order:
        _, version = self.approved()
        item = replace(OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 2), **changes)
        order, _ = self.orders.place(SHOPPER, external_ref, ADDRESS, [item], self.printshop.name)
        return order

    def paid(self, external_ref: str = "shop-1") -> Order:
        return self.orders.mark_paid(OPERATOR, self.placed(external_ref).id)

    def sent(self) -> Order:
        order = self.paid()
        self.run()
        return self.order(order)


RULES = {"approvals": "shopper", "on_unknown": "ask", "on_wrong_size": "keep", "repairs": 1, "route": "order"}
"""Of the shop, where a test does not choose others."""


def open_bench(
    folder: Path,
    *,
    url: str = "",
    studio: Mapping[str, Any] | None = None,
    more_providers: Mapping[str, Provider] | None = None,
    printshop: Mapping[str, Any] | None = None,
    more_partners: Mapping[str, Partner] | None = None,
    budget: Money = AMPLE,
    carriers: Mapping[Channel, Carrier] | None = None,
    **rules: Any,
) -> Bench:
    """`rules` are the toolbox's own fields."""
    folder.mkdir(parents=True, exist_ok=True)
    # PostgreSQL compares leases with a clock of its own, which is in nobody's hand
    clock = RunningClock() if url else HandClock()
    store = SqlStore(url or f"sqlite:///{folder / 'pod.db'}", clock)
    store.migrate()
    service = Studio(StudioSettings(str(folder / "studio")), **(studio or {}))
    partner = Printshop(PrintshopSettings(str(folder / "printshop")), now=clock.now, **(printshop or {}))
    tools = Toolbox(
        store=store,
        files=LocalFiles(folder / "files"),
        catalogue=FileCatalogue(templates_dir()),
        offload=Here(),
        clock=clock,
        providers={service.name: service, **(more_providers or {})},
        partners={partner.name: partner, **(more_partners or {})},
        dispatcher=NoDispatcher(),
        links=FileLinks("http://127.0.0.1:8080", "k" * 32, clock),
        erasures=memory_beside(folder, clock),
        **{"budgets": Budgets(budget), "routing": routing_book(), **RULES, **rules},
    )
    return _at_work(folder, tools, service, partner, carriers or {})


def _at_work(
    folder: Path, tools: Any, service: Studio, partner: Printshop, carriers: Mapping[Channel, Carrier]
) -> Bench:
    designs, orders, storefront = Designs(tools), Orders(tools), Storefront(folder / "storefront.jsonl")
    edits, reprints, shops = Edits(tools, designs), Reprints(tools), {storefront.name: storefront}
    intake = Intake(tools, shops, orders)
    return Bench(
        tools.store,
        tools.files,
        tools.clock,
        tools.offload,
        tools,
        service,
        partner,
        designs,
        edits,
        Words(tools, designs),
        Rosters(tools, designs),
        Offers(tools, designs),
        EditBatches(tools, Sweeping(tools, designs, edits)),
        Pictures(tools),
        Approvals(tools),
        orders,
        Addresses(tools),
        HandOffs(tools, intake.confirm),
        storefront,
        intake,
        ShopNewsDesk(tools, shops, orders),
        Routes(tools),
        Freshness(tools),
        Publishing(tools, {}, read_template(templates_dir() / "listings.toml")),
        Telling(tools, carriers, "http://127.0.0.1:8080"),
        Delivering(tools, carriers),
        reprints,
        Claims(tools, orders, reprints, Pictures(tools)),
        Statistics(tools),
    )


def memory_beside(folder: Path, clock: HandClock) -> Memory:
    return Memory(FileErasedList(erased_beside(folder), "k" * 64), clock)


def erased_beside(folder: Path) -> Path:
    return folder.parent / "pod-erased.list"


def place_of(folder: Path) -> Place:
    """What of a bench's folder is backed up."""
    return Place(folder / "pod.db", folder / "files", folder / "secret.key", erased_beside(folder))


def restored_in(made: Backup, folder: Path, clock: HandClock) -> None:
    """A backup brought back, by an administrator."""
    admin = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
    bring_back(made, place_of(folder), admin, clock, lambda store: catch_up(store, memory_beside(folder, clock)))


def copied(template: Path, folder: Path) -> Path:
    """A store of one's own that begins where another ended: rows copied, stored files, which never change, linked."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("pod.db", "studio", "printshop"):
        source = template / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    shutil.copytree(template / "files", folder / "files", copy_function=os.link)
    return folder
