"""What was bought in a shop becomes an order here: once, paid where the shop says so, and never a blank shirt.

A shop's message only says that there is something to look at. The job reads the order from the shop again, where it can be asked, and
brings ours in line with it: placed, marked paid, held because it was changed there, cancelled because it was cancelled there. A
line that says nothing of what it is printed with is kept for an operator to repair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from fulfillment.shops.base import Shop, retry_after_s
from fulfillment.shops.written import orders_from_csv
from pod.failpoints import fail_at
from pod.model.caller import DEFAULT_TENANT, Caller, shop_caller
from pod.model.erasure import Stage, of_shop_order
from pod.model.errors import Conflict, InputRefused, NotFound, NotSignedIn, PartnerFailed
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob, Retry
from pod.model.order import Order
from pod.model.shoporder import NewsKind, ShopNews, ShopOrder, TakenOrder, anonymous, fingerprint
from pod.services.following import Following
from pod.services.intakejobs import intake_job
from pod.services.orders import Orders
from pod.services.ports import Tx
from pod.services.shoplines import ShopLines
from pod.services.shopnews import PRIVACY, privacy_job, telling_job
from pod.services.toolbox import Toolbox, must_operate

WRITTEN = "csv"
"""What an order's shop is called when a person has brought it in a file."""

_MAX_ID = 48
_ID = re.compile(rf"(?=.*\w)[\w.:#-]{{1,{_MAX_ID}}}")
"""It stands in addresses: a slash, or dots alone, would lead elsewhere."""

_LOOKED_BACK = timedelta(minutes=15)
"""How far behind its mark a shop is read once more: shops list a change some time after it was made, and in the same second
another may have been."""

_FIRST_LOOK = timedelta(hours=1)
"""How far back a shop is read that was never read before: what was sold before that was somebody else's to print."""


class Intake:
    def __init__(self, tools: Toolbox, shops: Mapping[str, Shop], orders: Orders) -> None:
        self._tools = tools
        self._shops = shops
        self._lines = ShopLines(tools)
        self._following = Following(tools, orders)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._shops)

    # --- news

    def hear(self, name: str, headers: Mapping[str, str], body: bytes) -> None:
        """Checks the signature, notes that there is something to look at, and is done: a shop waits for seconds only."""
        shop = self._shops.get(name)
        if shop is None:
            raise NotFound("unknown_shop", "This shop is not set up here.", "See `pod shops`.")
        news = shop.read_webhook(headers, body)
        if news is None:
            raise NotSignedIn(
                "webhook_not_genuine",
                "This message is not signed as it should be.",
                "Check the secret that signs the shop's webhooks.",
            )
        caller, jobs = shop_caller(name), list[int]()
        with self._tools.store.writing() as tx:
            for one in news:
                # neither headers nor body are kept: they are hints, and full of names and streets
                if tx.messages.receive(caller.tenant_id, f"shop:{name}", one.event_id, {}, b""):
                    jobs += self._noted(tx, caller, name, one)
            fail_at("shop_heard_before_commit")
        fail_at("shop_heard_after_commit")
        self._kick(jobs)

    def _noted(self, tx: Tx, caller: Caller, name: str, news: ShopNews) -> list[int]:
        if news.kind is NewsKind.ORDER:
            if news.order:
                _refuse_id(news.order.id)
                self._record(tx, caller, name, news.order)
            return [
                tx.jobs.wake(caller.tenant_id, intake_job(name, o, caller.tenant_id))
                for o in news.order_ids
                if _ID.fullmatch(o)
            ]
        return [tx.jobs.enqueue(caller.tenant_id, privacy_job(name, news))] if news.kind in PRIVACY else []

    def take_file(self, caller: Caller, data: bytes) -> Sequence[str]:
        """A CSV file's orders, by their numbers; the same rows again change nothing, other rows are a change."""
        must_operate(caller)
        orders = orders_from_csv(data, self._tools.clock.now())
        for order in orders:
            _refuse_id(order.id)
        jobs = list[int]()
        with self._tools.store.writing() as tx:
            for order in orders:
                if self._differs(tx, caller, order):
                    self._kept(tx, caller, WRITTEN, order)
                    jobs.append(tx.jobs.wake(caller.tenant_id, intake_job(WRITTEN, order.id, caller.tenant_id)))
        self._kick(jobs)
        return [order.number for order in orders]

    def _differs(self, tx: Tx, caller: Caller, order: ShopOrder) -> bool:
        try:
            known = tx.shops.get(caller.tenant_id, WRITTEN, order.id)
        except NotFound:
            return True
        return (known.order.lines, known.order.payment, known.told_to) != (
            order.lines,
            order.payment,
            fingerprint(order),
        )

    # --- reading the shops again

    def schedule(self) -> None:
        """Asks each shop what has changed, and tells it what was shipped: whatever became of its messages."""
        now = self._tools.clock.now()
        quarter = int(now.timestamp()) // 900
        with self._tools.store.writing() as tx:
            for name, shop in self._shops.items():
                if shop.rereads:
                    tx.jobs.enqueue(
                        DEFAULT_TENANT, NewJob("shop_poll", Lane.UPKEEP, f"shop_poll:{name}:{quarter}", name)
                    )
            for taken in tx.shops.untold(DEFAULT_TENANT, self.names):
                tx.jobs.enqueue(taken.tenant_id, telling_job(taken, len(tx.shops.told(taken.shop, taken.order.id))))

    def poll(self, job: Job) -> JobOutcome:
        """Job `shop_poll`: every order changed since the last look is looked at, as if the shop had just told of it."""
        name, caller = job.subject, shop_caller(job.subject)
        shop, now = self._shops.get(name), self._tools.clock.now()
        if shop is None:
            return Done()
        since = self._read_from(job, caller, name)
        seen, jobs = since, list[int]()
        try:
            for order in shop.changed_since(since):
                with self._tools.fenced(job) as tx:
                    if self._record(tx, caller, name, order, present=True):
                        jobs.append(tx.jobs.wake(caller.tenant_id, intake_job(name, order.id, caller.tenant_id)))
                fail_at("shop_order_polled")
                seen = max(seen, order.changed_at)
        except PartnerFailed as e:
            return Retry(str(e), after_s=retry_after_s(e))
        fail_at("shop_polled")
        with self._tools.fenced(job) as tx:
            tx.shops.note_read(caller, name, min(seen, now))
        self._kick(jobs)
        return Done()

    def _read_from(self, job: Job, caller: Caller, name: str) -> datetime:
        """A first look is noted before it begins: one that comes to nothing for hours must not begin later for that."""
        with self._tools.fenced(job) as tx:
            read_until = tx.shops.read_until(name)
            if read_until is None:
                read_until = self._tools.clock.now() - _FIRST_LOOK + _LOOKED_BACK
                tx.shops.note_read(caller, name, read_until)
        return read_until - _LOOKED_BACK

    def _record(self, tx: Tx, caller: Caller, name: str, order: ShopOrder, *, present: bool = False) -> bool:
        """Orders without anything of ours are not kept: their buyers are no business of ours."""
        try:
            tx.shops.get(caller.tenant_id, name, order.id)
        except NotFound:
            if not _ID.fullmatch(order.id) or not self._lines.ours(order):
                return False
        return self._kept(tx, caller, name, order, present=present)

    def _kept(self, tx: Tx, caller: Caller, name: str, order: ShopOrder, *, present: bool = False) -> bool:
        """Of one whose buyer was erased, and that a restore knows nothing of, neither address nor words are written down."""
        if not self._tools.erasures.knows(tx, of_shop_order(caller.tenant_id, name, order.id, Stage.ERASED)):
            return tx.shops.record(caller, name, order, present=present)
        news = tx.shops.record(caller, name, anonymous(order), present=present)
        tx.shops.erase(caller.tenant_id, name, order.id)
        return news

    # --- bringing ours in line

    def take_in(self, job: Job) -> JobOutcome:
        """Job `intake`."""
        name, order_id = str(job.payload["shop"]), str(job.payload["id"])
        caller, shop = shop_caller(name, job.tenant_id), self._shops.get(name)
        asked = shop if shop and shop.rereads else None
        try:
            fresh = asked.order(order_id) if asked else None
        except PartnerFailed as e:
            return Retry(str(e), after_s=retry_after_s(e))
        with self._tools.fenced(job) as tx:
            taken = self._as_it_is(tx, caller, name, order_id, fresh)
        if taken is None:
            return Done()
        fail_at("shop_order_recorded")
        try:
            self._following.told(caller, taken, gone=bool(asked) and fresh is None)
        except Conflict as e:
            # somebody else moved it at this moment: what is to be done is decided anew
            return Later(2.0, str(e))
        return self._following.waiting(caller, name, order_id)

    def confirm(self, order: Order) -> None:
        """The last look before it is handed off: what changed in the shop, or went there, is acted upon first.

        `PartnerFailed` when the shop could not be asked.
        """
        with self._tools.store.reading() as tx:
            known = tx.shops.placed_as(order.tenant_id, order.id)
        shop = self._shops.get(known.shop) if known else None
        if known is None or shop is None or not shop.rereads:
            return
        caller, fresh = shop_caller(known.shop, order.tenant_id), shop.order(known.order.id)
        with self._tools.store.writing() as tx:
            taken = self._as_it_is(tx, caller, known.shop, known.order.id, fresh)
        try:
            if taken:
                self._following.told(caller, taken, gone=fresh is None)
        except Conflict as e:
            raise PartnerFailed("shop_order_moving", str(e), "It is looked at again by itself.") from e

    def _as_it_is(self, tx: Tx, caller: Caller, name: str, order_id: str, fresh: ShopOrder | None) -> TakenOrder | None:
        if fresh:
            self._record(tx, caller, name, fresh, present=True)
        try:
            return tx.shops.get(caller.tenant_id, name, order_id)
        except NotFound:
            return None

    def _kick(self, jobs: Sequence[int]) -> None:
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)


def _refuse_id(order_id: str) -> None:
    if not _ID.fullmatch(order_id):
        raise InputRefused(
            "shop_order_id",
            f"“{order_id[:60]}” cannot be a shop's order.",
            f"Use 1 to {_MAX_ID} letters, digits and . : # - _.",
        )
