"""What shops are told, and what their customers may ask for: parcels that are on their way, and data that has to go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fulfillment.shops.base import Shop, retry_after_s
from pod.failpoints import fail_at
from pod.model.caller import Caller, shop_caller
from pod.model.errors import NotFound, PartnerFailed
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, NewJob, Retry
from pod.model.order import Order
from pod.model.shipment import Shipment
from pod.model.shoporder import NewsKind, ShopNews, ShopParcel, TakenOrder
from pod.services.aftercare.erasing import ENDED, asked_to_erase, erase_in_shop, erase_order, erase_waiting
from pod.services.intakejobs import references_of
from pod.services.orders import Orders
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

PRIVACY = (NewsKind.WANTS_DATA, NewsKind.ERASE_CUSTOMER, NewsKind.ERASE_SHOP)
_ERASE_AGAIN_S = 24 * 3600.0
_NOT_SET_UP_S = 3600.0


class ShopNewsDesk:
    def __init__(self, tools: Toolbox, shops: Mapping[str, Shop], orders: Orders) -> None:
        self._tools = tools
        self._shops = shops
        self._orders = orders

    # --- telling the shops

    def tell(self, job: Job) -> JobOutcome:
        """Job `shop_tell`: each parcel once, by the shop's own word for it."""
        name, order_id = str(job.payload["shop"]), str(job.payload["id"])
        caller, shop = shop_caller(name), self._shops.get(name)
        if shop is None:
            return Later(_NOT_SET_UP_S, f"The shop {name} is not set up (any more).")
        with self._tools.store.reading() as tx:
            taken = tx.shops.get(caller.tenant_id, name, order_id)
            told = tx.shops.told(name, order_id)
        order = self._orders.get(caller, taken.order_id)
        for shipment in self._orders.shipments(caller, order.id):
            if shipment.id in told:
                continue
            try:
                told_as = shop.ship(order_id, _parcel(taken, order, shipment))
            except PartnerFailed as e:
                return Retry(str(e), after_s=max(60.0, retry_after_s(e)))
            fail_at("shop_told")
            with self._tools.fenced(job) as tx:
                tx.shops.note_told(caller, name, order_id, shipment.id, told_as)
        return Done()

    # --- privacy

    def keep_private(self, job: Job) -> JobOutcome:
        """Job `shop_privacy`. Addresses go as soon as nothing is sent to them any more."""
        name, asked = str(job.payload["shop"]), [o for o in str(job.payload["orders"]).split() if o]
        if job.payload["kind"] == NewsKind.WANTS_DATA.value:
            return NeedsHuman(f"A customer of {name} asks for their data: {', '.join(asked) or 'see the shop'}.")
        everything = job.payload["kind"] == NewsKind.ERASE_SHOP.value
        caller = shop_caller(name)
        with self._tools.fenced(job) as tx:
            wanted = list(self._of_shop(tx, caller, name)) if everything else list(self._known(tx, caller, name, asked))
            under_way = [taken for taken in wanted if not self._erased(tx, caller, taken)]
        return Later(_ERASE_AGAIN_S, f"{len(under_way)} are still on their way") if under_way else Done()

    def _erased(self, tx: Tx, caller: Caller, taken: TakenOrder) -> bool:
        """All that was placed for it, and its reprints, which went to the same address; whether nothing of them is under way."""
        memory, name = self._tools.erasures, (taken.shop, taken.order.id)
        if taken.order_id:
            erase_in_shop(tx, caller, *name)
        else:
            erase_waiting(memory, tx, caller, *name)
        orders = list(_placed(tx, caller, taken))
        under_way = [order for order in orders if order.state not in ENDED]
        for order in orders:
            if order in under_way:
                asked_to_erase(memory, tx, caller, order)
            else:
                erase_order(memory, tx, caller, order.id)
        return not under_way

    def _known(self, tx: Tx, caller: Caller, name: str, ids: Sequence[str]) -> Iterator[TakenOrder]:
        for order_id in ids:
            try:
                yield tx.shops.get(caller.tenant_id, name, order_id)
            except NotFound:
                continue

    def _of_shop(self, tx: Tx, caller: Caller, name: str) -> Iterator[TakenOrder]:
        cursor = ""
        while True:
            page = tx.shops.page(caller.tenant_id, cursor=cursor, limit=200)
            yield from (taken for taken in page.items if taken.shop == name)
            cursor = page.next_cursor
            if not cursor:
                return


def _placed(tx: Tx, caller: Caller, taken: TakenOrder) -> Iterator[Order]:
    """What was cancelled before it was taken anew has the address as well."""
    named = (tx.orders.by_external_ref(caller.tenant_id, reference) for reference in references_of(taken))
    # somebody else may have ordered under such a name
    first = {taken.order_id, *(order.id for order in named if order and order.actor == caller.actor)} - {""}
    for order_id in sorted(first):
        every = (order_id, *tx.customers.reprints_of(order_id))
        yield from tx.orders.many(caller.tenant_id, every).values()


def telling_job(taken: TakenOrder, told: int) -> NewJob:
    """Another one for every parcel more: one that could not be told keeps the next from being asked for again and again."""
    subject = f"{taken.shop}:{taken.order.id}"
    named: dict[str, str | int] = {"shop": taken.shop, "id": taken.order.id}
    return NewJob("shop_tell", Lane.UPKEEP, f"shop_tell:{subject}:{told}", subject, named)


def privacy_job(shop: str, news: ShopNews) -> NewJob:
    asked: dict[str, str | int] = {"shop": shop, "kind": news.kind.value, "orders": " ".join(news.order_ids)}
    return NewJob("shop_privacy", Lane.UPKEEP, f"shop_privacy:{shop}:{news.event_id}"[:160], shop, asked)


def _parcel(taken: TakenOrder, order: Order, shipment: Shipment) -> ShopParcel:
    pairs = zip(order.items, taken.made_of, strict=False)
    sent = {line_id: item.quantity for item, line_id in pairs if not shipment.item_ids or item.id in shipment.item_ids}
    return ShopParcel(shipment.id, shipment.carrier, shipment.tracking_number, sent)
