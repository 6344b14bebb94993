"""The whole job as a persistent client and a worker do it: repeated from its beginning, it ends once.

The client asks again for what it got no answer to, under the same key and the same reference, as any client does whose
connection broke; the worker takes up what it finds.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from fulfillment.base import Capability, HandOffOrder, NotSent, Parcel
from fulfillment.manual import Manual, ManualSettings
from fulfillment.shops.etsy import Etsy, EtsySettings, Pace
from fulfillment.shops.listings import Lists
from fulfillment.shops.shopify import Shopify, ShopifySettings
from pod.failpoints import fail_at
from pod.http import Timeouts, any_address
from pod.jobs.claim import run_one
from pod.model.caller import DEFAULT_TENANT, shop_caller, system_caller
from pod.model.design import Design, DesignState
from pod.model.handoff import HandOffState
from pod.model.job import Done, Lane
from pod.model.ledger import LedgerState
from pod.model.message import Channel, MessageState
from pod.model.order import Order, OrderItem, OrderState
from pod.model.proof import ApprovalRole
from pod.model.shipment import Shipment
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.paths import templates_dir
from pod.providers.base import Capabilities, Provider
from pod.providers.comfyui import ComfyUi, ComfyUiSettings
from pod.providers.evolink import Evolink, EvolinkSettings
from pod.providers.fal import Fal, FalSettings
from pod.providers.gemini import Gemini, GeminiSettings
from pod.providers.gemini_batch import GeminiBatch, GeminiBatchSettings
from pod.providers.remote import Outside
from pod.services import generation
from pod.services.editing import Wish
from pod.services.handoff import HandOffs
from pod.services.intake import Intake
from pod.services.listings import Words, read_template
from pod.services.messages import Delivering
from pod.services.orders import Orders
from pod.services.partnercare import Verdict
from pod.services.partnernews import PartnerNews
from pod.services.provider_call import How
from pod.services.publishing import Publishing
from tests.contracts.store_contract import NOON
from tests.doubles.carrier import Mailbox
from tests.doubles.printshop import SIGNATURE, Fault
from tests.doubles.storefront import GENUINE
from tests.servers import etsy, evolink, fal, gemini, shopify
from tests.services.bench import ADDRESS, BRIEF, KEY, OPERATOR, SHOPPER, Bench, open_bench
from tests.web.shop import a_picture

MOVED = replace(ADDRESS, line1="2 Other Street")
VARIANT = "sticker-4in/4in/white"
SMALL = "gemini-3.1-flash-lite-image"
"""The model with the smallest pictures: their size is not the point."""

ADAPTERS: Mapping[str, Callable[[str, Outside], Provider]] = {
    "gemini": lambda url, outside: Gemini(GeminiSettings(api_key=gemini.KEY, base_url=url, model=SMALL), outside),
    "gemini_batch": lambda url, outside: GeminiBatch(
        GeminiBatchSettings(api_key=gemini.KEY, base_url=url, model=SMALL), outside
    ),
    "evolink": lambda url, outside: Evolink(
        EvolinkSettings(api_key=evolink.KEY, base_url=url, files_url=url, model=SMALL), outside
    ),
    "comfyui": lambda url, outside: ComfyUi(ComfyUiSettings(base_url=url), outside),
    "fal": lambda url, outside: Fal(FalSettings(api_key=fal.KEY, base_url=url, model="fal-ai/flux/dev"), outside),
}
"""One of every flow. An answer at once, and tasks: of one that can be found by its name among others, of one that takes the
same key as the same call, of one that is known by an id of ours, and of one that nobody can ask about before it has an id."""


LISTS: Mapping[str, Callable[[str], Lists]] = {
    "shopify": lambda url: (
        Shopify(
            ShopifySettings(domain=shopify.DOMAIN, token=shopify.TOKEN, secret=shopify.SECRET, base_url=url)
        ).listings
    ),
    "etsy": lambda url: (
        Etsy(
            EtsySettings(
                shop_id=str(etsy.SHOP_ID),
                keystring=etsy.KEYSTRING,
                shared_secret=etsy.SHARED_SECRET,
                refresh_token=etsy.REFRESH,
                taxonomy="482",
                shipping_profile="11",
                processing_profile="12",
                base_url=url,
            ),
            pace=Pace(sleep=lambda _: None),
        ).listings
    ),
}


@dataclass(frozen=True)
class Kind:
    """What the shop is made of, and how far it is to go. `naive` leaves out what is under test: the control.

    What `sells` takes its order from a shop, and tells it of the parcel; what `polls` finds two that nobody told it of. What
    `hears` is told by its partner that there is news. What `tells` has its partner ship, and tells the shop's own program of
    that.
    """

    studio: dict[str, Any] = field(default_factory=lambda: {"finds_by_key": True})
    capability: Capability = Capability.WRITE_ONLY
    on_unknown: str = "ask"
    cancels: bool = False
    moves: bool = False
    """Its customer moves when the partner has it already."""
    moves_unsent: bool = False
    """Its customer moves while it is sent for the first time, which surely does not arrive."""
    sells: bool = False
    polls: bool = False
    lists: dict[str, str] = field(default_factory=dict)
    """Shops in which the design is put on sale, with real adapters: the name of each, and where its test server listens."""
    hears: bool = False
    routes: bool = False
    """The order names no partner. The print shop refuses it whenever it is asked, and the hot folder is the second choice."""
    tells: bool = False
    naive: bool = False
    answers_first: bool = False
    """Its shop and its partner are answered, and then heard: the other control."""
    services: dict[str, str] = field(default_factory=dict)
    """Image services with real adapters: the name of each, and where its test server listens."""
    pictures: int = 0
    """So many are asked for, of the services in turn, and nothing is done but drawing."""
    edits: bool = False
    """A picture of one's own, which costs nothing, is changed by the only service, and nothing else is done."""
    life_s: float = 300.0
    """How long a process lives that is not killed."""

    @property
    def partner(self) -> str:
        """The hot folder itself where that is the kind; a print shop for those that Pod has no adapter of yet."""
        return "manual" if self.capability == Capability.WRITE_ONLY else "printshop"


def open_shop(folder: Path, kind: Kind) -> Bench:
    opened: list[Bench] = []
    # the adapter's clock is the shop's, which is in the test's hand
    now = partial(_now, opened)
    outside = Outside(Timeouts(5.0, 30.0, 60.0), links=any_address, link_schemes=("http",), now=now)
    bench = open_bench(
        folder,
        studio=kind.studio,
        printshop={"capability": Capability(kind.capability)},
        more_providers={name: ADAPTERS[name](address, outside) for name, address in kind.services.items()},
        more_partners={"manual": Manual(ManualSettings(str(folder / "hot")), at=fail_at)},
        on_unknown=kind.on_unknown,
        carriers={Channel.WEBHOOK: Mailbox(folder / "told.jsonl", Channel.WEBHOOK)} if kind.tells else {},
    )
    bench.printshop.parcels = (Parcel("p1", "Royal Mail", "RM1"),) if kind.tells else ()
    opened.append(bench)
    if kind.moves_unsent:
        bench.printshop.submit = partial(_moves_and_is_not_sent, bench, bench.printshop.submit)  # type: ignore[method-assign]
    if kind.routes:
        bench.printshop.submits.extend([Fault.REFUSED] * 9)
    shops = {name: LISTS[name](address) for name, address in kind.lists.items()}
    bench.publishing = Publishing(bench.tools, shops, read_template(templates_dir() / "listings.toml"))
    if kind.naive:
        _make_naive(bench)
        for shop in shops.values():
            shop._found = lambda *_: {}  # type: ignore[attr-defined]
    return bench


def _now(opened: Sequence[Bench]) -> datetime:
    return opened[0].clock.now() if opened else NOON


def _moves_and_is_not_sent(bench: Bench, submit: Callable[[HandOffOrder], Verdict], order: HandOffOrder) -> Verdict:
    tried = bench.printshop.folder / "tried"
    if tried.exists():
        return submit(order)
    bench.addresses.change(OPERATOR, the_order(bench).id, MOVED)
    tried.touch()
    return NotSent("No route to the print shop.")


def flow(bench: Bench, kind: Kind) -> None:
    """From a sentence to a hand-off, and to its cancellation where the kind says so."""
    if kind.pictures or kind.edits:
        (_only_draw if kind.pictures else _only_edit)(bench, kind)
        return
    design = bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    _sell(bench, kind, design.id)
    _settle(bench)
    if not bench.design(design).current_version_id:
        bench.designs.choose(SHOPPER, design.id, 1)
    _settle(bench)
    version_id = bench.design(design).current_version_id
    if bench.design(design).state is DesignState.PROOF_READY:
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER, version_id=version_id)
    for name in kind.lists:
        _put_on_sale(bench, design.id, name)
    if kind.lists:
        return
    if kind.sells or kind.polls:
        (_buy if kind.sells else _poll)(bench, kind)
        return
    item = OrderItem("", version_id, "sticker-4in", VARIANT, 2)
    order, _ = bench.orders.place(SHOPPER, "crash-1", ADDRESS, [item], "" if kind.routes else kind.partner)
    if order.state is OrderState.RECEIVED:
        bench.orders.mark_paid(OPERATOR, order.id)
    _settle(bench)
    if kind.hears:
        _hear(bench, kind, order)
    if kind.tells:
        _ship(bench, order)
    if kind.moves:
        bench.addresses.change(OPERATOR, order.id, MOVED)
        _settle(bench)
    if kind.cancels and bench.order(order).state is not OrderState.CANCELLED:
        bench.orders.cancel(OPERATOR, order.id, "changed my mind")
        _settle(bench)


def _until_answered(bench: Bench, kind: Kind, hear: Callable[[], None]) -> None:
    """Whoever sends a message sends it again until it has been answered, and never after that."""
    answered = bench.printshop.folder / "answered"
    if not answered.exists():
        if kind.answers_first:
            answered.touch()
        hear()
        answered.touch()


def _hear(bench: Bench, kind: Kind, order: Order) -> None:
    """The partner makes it, and says so."""
    reference = bench.handoff(order).reference
    bench.printshop.says(reference, HandOffState.IN_PRODUCTION)
    told = json.dumps({"event": "e1", "reference": reference}).encode()
    signed = {"X-Printshop": SIGNATURE}
    _until_answered(bench, kind, lambda: PartnerNews(bench.tools).hear(bench.printshop.name, signed, told))
    _settle(bench)


def _put_on_sale(bench: Bench, design_id: str, shop: str) -> None:
    """An operator asks for it once more when no answer came."""
    if not bench.publishing.of_design(OPERATOR, design_id):
        bench.publishing.publish(OPERATOR, design_id, shop, Words())
    _settle(bench)


def _ship(bench: Bench, order: Order) -> None:
    reference = bench.handoff(order).reference
    bench.printshop.says(reference, HandOffState.SHIPPED)
    bench.handoffs.look_up(OPERATOR, reference)
    _settle(bench)


def _sell(bench: Bench, kind: Kind, design_id: str) -> None:
    """What its shop has sold, whether or not anybody has told of it: a shop knows that when Pod is killed, too."""
    line = ShopLine("1", VARIANT, 2, "A sticker", design_id)
    for n in range(1001, 1001 + kind.sells + 2 * kind.polls):
        at = NOON + timedelta(hours=1, seconds=n - 1001)
        bench.storefront.orders[str(n)] = ShopOrder(str(n), f"#{n}", Payment.PAID, at, (line,), ADDRESS)


def _buy(bench: Bench, kind: Kind) -> None:
    """The shop tells of it; one parcel is sent."""
    told = b'{"event": "paid", "order": "1001"}'
    _until_answered(bench, kind, lambda: bench.intake.hear(bench.storefront.name, GENUINE, told))
    _settle(bench)
    if kind.naive or kind.answers_first:
        return
    [handoff] = bench.orders.handoffs(OPERATOR, the_order(bench).id)
    with bench.store.writing() as tx:
        tx.orders.add_shipment(DEFAULT_TENANT, Shipment("p1", handoff.reference, "Royal Mail", "RM1", ()))
    bench.intake.schedule()
    _settle(bench)


def _poll(bench: Bench, _kind: Kind) -> None:
    """The shop tells nobody: it is asked on the timer."""
    bench.clock.forward(1800)
    bench.intake.schedule()
    _settle(bench, 4000.0)
    # by the second look both are behind the mark and its overlap: what the first one lost is lost
    bench.clock.forward(4 * 3600)
    bench.intake.schedule()
    _settle(bench)


def _only_draw(bench: Bench, kind: Kind) -> None:
    for n in range(kind.pictures):
        brief = replace(BRIEF, subject=subject(n), provider=asked(kind, n))
        bench.designs.request_design(OPERATOR, brief, idempotency_key=f"{KEY}-{n}")
    _settle(bench, kind.life_s)


def _only_edit(bench: Bench, kind: Kind) -> None:
    own = bench.pictures.upload_once(SHOPPER, a_picture(), "own.png", f"{KEY}-upload")[0]
    brief = replace(BRIEF, subject="", upload_id=own.id, provider=next(iter(kind.services)))
    design = bench.designs.request_design(SHOPPER, brief, idempotency_key=KEY)
    _draw(bench, design)
    if not bench.design(design).current_version_id:
        bench.designs.choose(SHOPPER, design.id, 1)
    bench.edits.ask(SHOPPER, design.id, Wish("give it a hat"), idempotency_key=f"{KEY}-edit")
    _draw(bench, design)


def _draw(bench: Bench, design: Design) -> None:
    """Its pictures, and no print files."""
    for _ in range(_LOOKS):
        if not any(c.at_work for c in bench.design(design).candidates):
            return
        while run_one(bench.store, bench.work(), Lane.MODEL, "bench"):
            """Until none is due."""
        bench.clock.forward(5)


_LOOKS = 240


def subject(n: int) -> str:
    """By which a picture is known in the service's books."""
    return f"a fox with {n} stars"


def asked(kind: Kind, n: int) -> str:
    """Whose picture it is; "" leaves it to the shop."""
    names = list(kind.services) or [""]
    return names[n % len(names)]


def _settle(bench: Bench, life_s: float = 300.0) -> None:
    bench.run()
    bench.wait(life_s)


def the_order(bench: Bench) -> Order:
    [order] = bench.orders.page(OPERATOR).items
    return order


def hot_folders(bench_folder: Path) -> list[Path]:
    """What a printer sees."""
    hot = bench_folder / "hot"
    return sorted(p for p in hot.iterdir() if not p.name.startswith(".")) if hot.exists() else []


def checksums_hold(folder: Path) -> bool:
    lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return bool(lines) and all(
        hashlib.sha256((folder / name).read_bytes()).hexdigest() == wanted
        for wanted, name in (line.split("  ", 1) for line in lines)
    )


def look_into(folder: Path, kind: Kind) -> Bench:
    """What has become of it, in the test's own process, where nothing of the control may stay behind."""
    return open_shop(folder, replace(kind, naive=False))


# --- the control: what a plain retried task does


def _make_naive(bench: Bench) -> None:
    """Posts, then saves; and when it was cut off in between, posts again."""
    bench.handoffs = NaiveHandOffs(bench.tools)
    bench.intake = NaiveIntake(bench.tools, {bench.storefront.name: bench.storefront}, bench.orders)
    bench.delivering = NaiveDelivering(bench.tools, bench.delivering._carriers)
    generation.how_to_ask = _asked_naively  # type: ignore[assignment]


def _asked_naively(found: LedgerState, _can: Capabilities) -> How:
    return How.POLL if found is LedgerState.SUBMITTED else How.SUBMIT


class NaiveHandOffs(HandOffs):
    def _found_unsure(self, job, me, order, handoff):  # type: ignore[no-untyped-def]
        partner, lines = self._partner(handoff), self._payloads.lines(order, handoff)
        payload = self._payloads.payload(partner, order, handoff, lines)
        return self._conclude(job, me, handoff, partner.submit(payload))

    def _withdraw_extras(self, partner, handoff, found):  # type: ignore[no-untyped-def]
        """Nor does anybody look whether it was sent twice."""
        return ""


class NaiveIntake(Intake):
    def hear(self, name, headers, body):  # type: ignore[no-untyped-def]
        """Takes each message for an order."""
        with self._tools.store.reading() as tx:
            [design] = tx.designs.page(DEFAULT_TENANT).items
        item = OrderItem("", design.current_version_id, "sticker-4in", VARIANT, 2)
        Orders(self._tools).place(shop_caller(name), f"message-{secrets.token_hex(8)}", ADDRESS, [item])
        fail_at("shop_heard_after_commit")

    def _read_from(self, job, caller, name):  # type: ignore[no-untyped-def]
        """Notes how far it will have read, and reads."""
        since = super()._read_from(job, caller, name)
        with self._tools.store.writing() as tx:
            tx.shops.note_read(caller, name, self._tools.clock.now())
        return since


class NaiveDelivering(Delivering):
    def deliver(self, job):  # type: ignore[no-untyped-def]
        """Saves that it has been sent, and then sends it."""
        me = system_caller(job.tenant_id, "deliver")
        with self._tools.fenced(job) as tx:
            message = tx.messages.get(job.tenant_id, job.subject)
            if message.state is MessageState.SENT:
                return Done()
            sending = tx.messages.move(message, MessageState.SENDING, me, attempts=1)
            tx.messages.move(sending, MessageState.SENT, me)
        fail_at("message_after_send")
        self._carriers[message.channel].deliver(message, "")
        return Done()
