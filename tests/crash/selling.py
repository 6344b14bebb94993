"""A shop that sells: its customers' orders go from the shop's message to the parcel, by real adapters, until it is killed.

Everything that is not Pod is another process (`tests.crash.world`), which goes on while this one is dead. Both have one clock:
Pod says what time it is, and is told by the world what has come in by then.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

from fulfillment.base import Capability, HandOffOrder, Partner
from fulfillment.manual import Manual, ManualSettings
from fulfillment.shops.shopify import Shopify, ShopifySettings
from pod.failpoints import fail_at
from pod.http import Timeouts
from pod.jobs.claim import run_one
from pod.model.caller import Caller
from pod.model.errors import Conflict
from pod.model.handoff import HandOffState
from pod.model.job import Lane
from pod.model.order import Order, OrderItem, ShipTo
from pod.paths import templates_dir
from pod.services.filelinks import FileLinks
from pod.services.intake import Intake
from pod.services.orders import Orders
from pod.services.partnernews import PartnerNews
from pod.services.shopnews import ShopNewsDesk
from tests.crash.flow import NaiveHandOffs
from tests.doubles.printshop import Fault
from tests.fulfillment.fates import SETTINGS, OneSizeForAll
from tests.servers.shopify import DOMAIN, SECRET, TOKEN
from tests.services.bench import OPERATOR, Bench, open_bench

PARTNERS = (*SETTINGS, "manual", "printshop")
"""All that Pod has an adapter of, and one that can only be looked up."""

LINK_SECRET = "k" * 32
_LOOKED_AFTER_S = 600.0
_PATIENT = Timeouts(5.0, 30.0, 60.0)
"""A busy machine is no time-out."""


@dataclass(frozen=True)
class Selling:
    """What the shop is told of the world, and how long it lives. `naive` and `settle_s` of nothing are the controls.

    `mishaps` are those of the print shop that is no server: by name, in the order in which they strike.
    """

    world: str
    addresses: Mapping[str, str]
    partners: Sequence[str] = PARTNERS
    mishaps: Sequence[str] = ()
    settle_s: float = 60.0
    naive: bool = False
    life_s: float = 120.0
    step_s: float = 20.0
    """How often the world is asked what is new."""
    operator: bool = False
    """Somebody looks every ten minutes at what is held, and hands it off once more."""


def open_selling(folder: Path, selling: Selling) -> Bench:
    printshop = {"capability": Capability.LOOKUP_ONLY, "settle_s": selling.settle_s}
    bench = open_bench(folder, printshop=printshop, more_partners=_partners(folder, selling))
    bench.tools.catalogue = OneSizeForAll(templates_dir())
    bench.tools.links = FileLinks(selling.world, LINK_SECRET, bench.clock)
    bench.printshop.submits.extend(Fault[name] for name in selling.mishaps)
    shopify = Shopify(
        ShopifySettings(domain=DOMAIN, token=TOKEN, secret=SECRET, base_url=selling.addresses["shopify"]), _PATIENT
    )
    bench.orders = Spread(bench.tools, selling.partners)
    bench.intake = Intake(bench.tools, {shopify.name: shopify}, bench.orders)
    bench.shopnews = ShopNewsDesk(bench.tools, {shopify.name: shopify}, bench.orders)
    if selling.naive:
        bench.handoffs = NaiveHandOffs(bench.tools)
    # nobody here reads them; of this shop only: whoever looks into one later sends papers of their own
    bench.handoffs._with_papers = _no_papers  # type: ignore[method-assign]
    return bench


def _no_papers(payload: HandOffOrder, _folder: Path) -> HandOffOrder:
    return payload


def _partners(folder: Path, selling: Selling) -> dict[str, Partner]:
    found: dict[str, Partner] = {"manual": Manual(ManualSettings(str(folder / "hot")), at=fail_at)}
    for name in selling.partners:
        if name in SETTINGS:
            found[name] = SETTINGS[name].adapter(selling.addresses[name], folder)
    return found


class Spread(Orders):
    """Half of its orders go to all partners alike, each by its number; for the others its own rules choose among several."""

    def __init__(self, tools: Any, partners: Sequence[str]) -> None:
        super().__init__(tools)
        self._partners = partners

    def place(
        self, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str = ""
    ) -> tuple[Order, bool]:
        lot, at = divmod(crc32(external_ref.encode()), len(self._partners))
        chosen = len(self._partners) > 1 and lot % 2
        return super().place(caller, external_ref, ship_to, items, partner or ("" if chosen else self._partners[at]))


def sell(bench: Bench, selling: Selling) -> None:
    """Hears what has come in, does what is due, and lets time pass."""
    news, ends_at = PartnerNews(bench.tools), bench.clock.now().timestamp() + selling.life_s
    answered, looked_at = list[int](), 0.0
    while (now := bench.clock.now().timestamp()) < ends_at:
        answered = [_heard(bench, news, told) for told in _told(selling.world, now, answered)]
        bench.intake.schedule()
        if selling.operator and now - looked_at >= _LOOKED_AFTER_S:
            looked_at = now
            _hand_off_what_is_held(bench)
        _do_what_is_due(bench)
        bench.clock.forward(max(0.5, min(selling.step_s, bench._next_due_s())))


def _do_what_is_due(bench: Bench) -> None:
    work = bench.work()
    while any(run_one(bench.store, work, lane, "bench") for lane in (Lane.HANDOFF, Lane.UPKEEP, Lane.MESSAGES)):
        """Until nothing is due."""


def _told(world: str, now: float, answered: Sequence[int]) -> Sequence[dict[str, Any]]:
    """What has come in by now, and what came and was never answered."""
    connection = HTTPConnection(urlsplit(world).netloc, timeout=60)
    try:
        connection.request("POST", "/now", json.dumps({"now": now, "answered": answered}))
        told: list[dict[str, Any]] = json.loads(connection.getresponse().read())
        return told
    finally:
        connection.close()


def _heard(bench: Bench, news: PartnerNews, told: Mapping[str, Any]) -> int:
    hear = bench.intake.hear if told["to"] == "shopify" else news.hear
    hear(told["to"], told["headers"], b64decode(told["body"]))
    return int(told["id"])


def _hand_off_what_is_held(bench: Bench) -> None:
    for state in (HandOffState.ON_HOLD, HandOffState.REJECTED):
        for held in bench.handoffs.page(OPERATOR, state=state, limit=200).items:
            try:
                bench.orders.hand_off(OPERATOR, held.order_id)
            except Conflict:
                continue
