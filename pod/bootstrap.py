"""Settings become services. The only place that picks real things: database, files, queue, providers, partners, clock."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import entry_points
from typing import Any

import fulfillment
import fulfillment.shops
import pod.post
import pod.providers
from fulfillment.routingrules import routing_book
from fulfillment.shops.base import Keep
from fulfillment.shops.listings import Lists
from pod.failpoints import fail_at
from pod.jobs.child import ChildOffload
from pod.jobs.embedded import EmbeddedRunner, Recurring
from pod.jobs.tasks import Workers, tasks
from pod.model.clock import Clock
from pod.model.errors import NotConfigured, PodError
from pod.paths import templates_dir
from pod.services.accounts import Accounts
from pod.services.addresses import Addresses
from pod.services.aftercare import ClaimReminders, Claims, Erasing, Reprints, catch_up
from pod.services.approving import Approvals
from pod.services.audit import PartnerAudit
from pod.services.books import Books
from pod.services.callbacks import Callbacks
from pod.services.designs import Designs
from pod.services.desk import Desk
from pod.services.editing import EditBatches, Edits, Sweeping
from pod.services.erasures import Memory
from pod.services.filelinks import FileLinks
from pod.services.freshness import Freshness
from pod.services.gangsheets import Gangs
from pod.services.generation import Generation
from pod.services.handoff import HandOffs
from pod.services.houserules import Rules
from pod.services.imageservices import ImageServices
from pod.services.intake import Intake
from pod.services.listings import read_template
from pod.services.messages import Delivering, Reminders, Telling
from pod.services.mockups import Mockups
from pod.services.orders import Orders
from pod.services.partnernews import PartnerNews
from pod.services.pictures import Pictures
from pod.services.preparation import Preparation
from pod.services.publishing import Publishing
from pod.services.queue import Queue
from pod.services.recalling import Recalling
from pod.services.redrawing import Redrawing
from pod.services.restoring import Restoring
from pod.services.routing import Routes
from pod.services.shopdesk import ShopDesk
from pod.services.shopnews import ShopNewsDesk
from pod.services.showroom import Showroom
from pod.services.toolbox import NoDispatcher, Toolbox
from pod.services.turnouts import Statistics
from pod.services.upkeep import Upkeep
from pod.services.words import Offers, Rosters, Words
from pod.settings import Settings, SettingsWrong
from pod.settings.adapters import adapter_settings, adapter_variables
from pod.settings.variables import Variable
from pod.store.catalogue import FileCatalogue
from pod.store.erased_list import FileErasedList
from pod.store.local_files import LocalFiles
from pod.store.shopkeys import ShopKeys
from pod.store.sql import SqlStore

_PRELOADED = ("pod.services.picturework", "pod.providers.embedded.designer")
"""What the children's server process loads once: the heavy picture libraries are behind these."""

_CHECKPOINT_S = 60
_SHOPS_S = 120
_UPKEEP_S = 3600
"""How often it is looked whether the day's upkeep, and the day's comparison with each partner, have been asked for."""


CallbackAddress = Callable[[str], str]
"""The address at which a provider's service or a partner may call back; "" where it cannot."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """An adapter that was found: `state` is ready, not set up, or broken; `adapter` is there when it is ready.

    `callback_url` is where its service may call back, if it does and can.
    """

    name: str
    state: str
    summary: str
    reason: str = ""
    adapter: Any = None
    variables: tuple[Variable, ...] = ()
    callback_url: str = ""


@dataclass(slots=True)
class Services:
    settings: Settings
    clock: Clock
    store: SqlStore
    files: LocalFiles
    catalogue: FileCatalogue
    providers: tuple[Found, ...]
    partners: tuple[Found, ...]
    shops: tuple[Found, ...]
    designs: Designs
    edits: Edits
    words: Words
    rosters: Rosters
    offers: Offers
    sweeping: Sweeping
    batches: EditBatches
    pictures: Pictures
    approvals: Approvals
    generation: Generation
    preparation: Preparation
    orders: Orders
    addresses: Addresses
    recalling: Recalling
    redrawing: Redrawing
    handoffs: HandOffs
    routes: Routes
    freshness: Freshness
    gangs: Gangs
    accounts: Accounts
    books: Books
    statistics: Statistics
    imageservices: ImageServices
    rules: Rules
    callbacks: Callbacks
    partnernews: PartnerNews
    desk: Desk
    queue: Queue
    restoring: Restoring
    showroom: Showroom
    intake: Intake
    shopdesk: ShopDesk
    publishing: Publishing
    messages: Delivering
    mockups: Mockups
    reprints: Reprints
    claims: Claims
    erasing: Erasing
    post: tuple[Found, ...]
    runner: EmbeddedRunner
    links: FileLinks

    def close(self) -> None:
        """Stops the runner, gives back its leases, closes the database."""
        self.runner.stop()
        self.store.close()


@dataclass(frozen=True, slots=True)
class _Outside:
    """Everybody else that is found, set up or not."""

    providers: tuple[Found, ...]
    partners: tuple[Found, ...]
    shops: tuple[Found, ...]
    post: tuple[Found, ...]

    @property
    def open_shops(self) -> dict[str, Any]:
        return {f.name: f.adapter for f in self.shops if f.adapter}


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is there before any verb is: settings, real things, and the toolbox that verbs are given."""

    settings: Settings
    clock: Clock
    store: SqlStore
    files: LocalFiles
    catalogue: FileCatalogue
    outside: _Outside
    offload: ChildOffload
    tools: Toolbox


class _Shared:
    """Verbs that other verbs are made of."""

    def __init__(self, tools: Toolbox) -> None:
        self.designs, self.orders = Designs(tools), Orders(tools)
        self.pictures, self.reprints = Pictures(tools), Reprints(tools)
        self.edits = Edits(tools, self.designs)
        self.sweeping = Sweeping(tools, self.designs, self.edits)


def build(
    settings: Settings, *, clock: Clock | None = None, catalogue: FileCatalogue | None = None, known: str = ""
) -> Services:
    """Everything put together, the schema brought up to date; nothing runs until `runner.start()`. `known` is the address
    of a database that holds what several Pods know of the image services together."""
    on = _ground(settings.with_kept_key(), clock or SystemClock(), catalogue or FileCatalogue(templates_dir()), known)
    shared = _Shared(on.tools)
    work = _workers(on, shared)
    recurring, abandon = _recurring(on.store, work), on.offload.abandon
    runner = EmbeddedRunner(on.store, tasks(work), on.settings.lock_file, recurring=recurring, abandon=abandon)
    on.tools.dispatcher = runner
    return _services(on, shared, work, runner)


def _ground(settings: Settings, clock: Clock, catalogue: FileCatalogue, known: str) -> _Ground:
    store = SqlStore(settings.database_url, clock, _opened(known, clock))
    store.migrate()
    memory = memory_of(settings, clock)
    catch_up(store, memory)
    files, offload, outside = LocalFiles(settings.files_dir), ChildOffload(_PRELOADED), _outside(settings)
    _give_keep(outside.open_shops.values(), ShopKeys(store, settings.secret_key))
    tools = _tools(settings, clock, store, memory, files, catalogue, offload, outside)
    return _Ground(settings, clock, store, files, catalogue, outside, offload, tools)


def _outside(settings: Settings) -> _Outside:
    return _Outside(
        providers=found_providers(settings.environ, settings.callback_address),
        partners=found_partners(settings.environ, settings.webhook_address),
        shops=found_shops(settings.environ, settings.webhook_address),
        post=found_post(settings.environ),
    )


def _services(on: _Ground, shared: _Shared, work: Workers, runner: EmbeddedRunner) -> Services:
    tools, designs, orders = on.tools, shared.designs, shared.orders
    return Services(
        settings=on.settings,
        clock=on.clock,
        store=on.store,
        files=on.files,
        catalogue=on.catalogue,
        providers=on.outside.providers,
        partners=on.outside.partners,
        shops=on.outside.shops,
        designs=designs,
        edits=shared.edits,
        words=Words(tools, designs),
        rosters=work.rosters,
        offers=Offers(tools, designs),
        sweeping=shared.sweeping,
        batches=work.batches,
        pictures=shared.pictures,
        approvals=Approvals(tools),
        generation=work.generation,
        preparation=work.preparation,
        orders=orders,
        addresses=Addresses(tools),
        recalling=Recalling(tools),
        redrawing=Redrawing(tools),
        handoffs=work.handoffs,
        routes=work.routes,
        freshness=work.freshness,
        gangs=work.gangs,
        accounts=Accounts(tools, on.settings.first_password_file),
        books=Books(tools, designs),
        statistics=Statistics(tools),
        imageservices=ImageServices(tools),
        rules=Rules(tools, designs),
        callbacks=Callbacks(tools),
        partnernews=PartnerNews(tools),
        desk=Desk(tools),
        queue=Queue(tools, designs, orders),
        restoring=Restoring(tools),
        showroom=Showroom(tools, templates_dir() / "mockups" / "example.svg"),
        intake=work.intake,
        shopdesk=ShopDesk(tools),
        publishing=work.publishing,
        messages=work.delivering,
        mockups=work.mockups,
        reprints=shared.reprints,
        erasing=work.erasing,
        claims=Claims(tools, orders, shared.reprints, shared.pictures),
        post=on.outside.post,
        runner=runner,
        links=tools.links,
    )


def _workers(on: _Ground, shared: _Shared) -> Workers:
    tools, shops = on.tools, on.outside.open_shops
    carriers = {f.adapter.channel: f.adapter for f in on.outside.post if f.adapter}
    intake = Intake(tools, shops, shared.orders)
    return Workers(
        generation=Generation(tools),
        preparation=Preparation(tools),
        handoffs=HandOffs(tools, intake.confirm),
        upkeep=Upkeep(tools),
        intake=intake,
        shopnews=ShopNewsDesk(tools, shops, shared.orders),
        audit=PartnerAudit(tools),
        batches=EditBatches(tools, shared.sweeping),
        rosters=Rosters(tools, shared.designs),
        routes=Routes(tools),
        freshness=Freshness(tools),
        gangs=Gangs(tools),
        publishing=Publishing(tools, listing_shops(shops), read_template(templates_dir() / "listings.toml")),
        telling=Telling(tools, carriers, on.settings.public_url),
        delivering=Delivering(tools, carriers),
        reminders=Reminders(tools),
        claim_reminders=ClaimReminders(tools),
        erasing=Erasing(tools),
        mockups=Mockups(tools),
    )


def _recurring(store: SqlStore, work: Workers) -> tuple[Recurring, ...]:
    return (
        Recurring("checkpoint", _CHECKPOINT_S, store.checkpoint),
        Recurring("upkeep", _UPKEEP_S, work.upkeep.schedule),
        Recurring("partners", _UPKEEP_S, work.audit.schedule),
        Recurring("freshness", _UPKEEP_S, work.freshness.schedule),
        Recurring("shops", _SHOPS_S, work.intake.schedule),
        Recurring("reminders", _UPKEEP_S, work.reminders.schedule),
        Recurring("claims", _UPKEEP_S, work.claim_reminders.schedule),
    )


def listing_shops(shops: Mapping[str, Any]) -> dict[str, Lists]:
    """Those of the shops in which designs can be put on sale."""
    return {name: shop.listings for name, shop in shops.items() if hasattr(shop, "listings")}


def _give_keep(shops: Iterable[Any], keep: Keep) -> None:
    for shop in shops:
        if hasattr(shop, "keep"):
            shop.keep = keep


def memory_of(settings: Settings, clock: Clock) -> Memory:
    """What was erased here, whatever a restore has brought back."""
    return Memory(FileErasedList(settings.erased_list, settings.secret_key), clock)


def _opened(url: str, clock: Clock) -> SqlStore | None:
    if not url:
        return None
    store = SqlStore(url, clock)
    store.migrate()
    return store


def _tools(
    settings: Settings,
    clock: Clock,
    store: SqlStore,
    memory: Memory,
    files: LocalFiles,
    catalogue: FileCatalogue,
    offload: ChildOffload,
    outside: _Outside,
) -> Toolbox:
    """The real things behind the ports, and the rules of the shop. Jobs wait until there is a runner to dispatch them."""
    return Toolbox(
        store=store,
        files=files,
        catalogue=catalogue,
        offload=offload,
        clock=clock,
        providers=_in_order(outside.providers, settings.providers),
        partners={f.name: f.adapter for f in outside.partners if f.adapter},
        budgets=settings.budgets,
        press_profile=settings.cmyk_profile,
        approvals=settings.approvals,
        on_unknown=settings.on_unknown,
        on_wrong_size=settings.on_wrong_size,
        repairs=settings.repairs,
        route=settings.route,
        dispatcher=NoDispatcher(),
        links=FileLinks(settings.public_url, settings.secret_key, clock),
        routing=routing_book(settings.routing),
        erasures=memory,
    )


def _nowhere(_name: str) -> str:
    return ""


def found_providers(environ: Mapping[str, str], callback_address: CallbackAddress = _nowhere) -> tuple[Found, ...]:
    """Every image provider in `pod.providers` and in outside packages, with what it lacks."""
    return tuple(_found(pod.providers.__path__, "pod.providers", "PROVIDER", environ, callback_address))


def found_partners(environ: Mapping[str, str], webhook_address: CallbackAddress = _nowhere) -> tuple[Found, ...]:
    """Every fulfillment partner in `fulfillment` and in outside packages, with what it lacks."""
    return tuple(_found(fulfillment.__path__, "fulfillment", "PARTNER", environ, webhook_address))


def found_shops(environ: Mapping[str, str], webhook_address: CallbackAddress = _nowhere) -> tuple[Found, ...]:
    """Every kind of shop in `fulfillment.shops` and in outside packages, with what it lacks."""
    return tuple(_found(fulfillment.shops.__path__, "fulfillment.shops", "SHOP", environ, webhook_address))


def found_post(environ: Mapping[str, str]) -> tuple[Found, ...]:
    """Every carrier of messages in `pod.post` and in outside packages, with what it lacks."""
    return tuple(_found(pod.post.__path__, "pod.post", "CARRIER", environ, _nowhere))


_GROUPS = {"PROVIDER": "pod.providers", "PARTNER": "pod.partners", "SHOP": "pod.shops", "CARRIER": "pod.carriers"}
"""What an adapter's module ends in, to the entry points by which outside packages join."""


def _found(
    path: Any, package: str, ending: str, environ: Mapping[str, str], callback_address: CallbackAddress
) -> Iterator[Found]:
    outside = [e.module for e in entry_points(group=_GROUPS[ending])]
    for name in (*(f"{package}.{m.name}" for m in pkgutil.iter_modules(path)), *outside):
        try:
            factory = getattr(importlib.import_module(name), ending, None)
            if factory is not None:
                called_back = getattr(factory, "called_back", False)
                yield _built(factory, environ, callback_address(factory.name) if called_back else "")
        except Exception as e:  # noqa: BLE001 - an adapter that fails to import or start is reported and stops nothing else
            yield Found(name.rsplit(".", 1)[-1], "broken", "", f"{type(e).__name__}: {e}")


def _built(factory: Any, environ: Mapping[str, str], callback_url: str) -> Found:
    variables = adapter_variables(factory.name, factory.settings)
    found = Found(factory.name, "ready", factory.summary, variables=variables, callback_url=callback_url)
    try:
        adapter = factory.build(adapter_settings(factory.name, factory.settings, environ, callback_url))
    except PodError as e:
        return replace(found, state="not set up", reason=str(e))
    if hasattr(adapter, "at"):
        adapter.at = fail_at
    return replace(found, adapter=adapter)


def wrong_providers(found: Iterable[Found], wanted: Iterable[str]) -> list[tuple[str, PodError]]:
    """What POD_PROVIDERS names that cannot draw here, each with the reason."""
    reasons = {f.name: f.reason for f in found if not f.adapter}
    ready = [f.name for f in found if f.adapter]
    return [
        (
            "POD_PROVIDERS",
            NotConfigured(
                "provider_not_ready",
                f"POD_PROVIDERS names {name}: {reasons.get(name, 'there is no such provider.')}",
                f"Ready are: {', '.join(ready)}.",
            ),
        )
        for name in wanted
        if name not in ready
    ]


def _in_order(found: tuple[Found, ...], wanted: tuple[str, ...]) -> dict[str, Any]:
    """The providers of the setting, in its order, and `embedded` last: it can always draw."""
    if wrong := wrong_providers(found, wanted):
        raise SettingsWrong(wrong)
    ready = {f.name: f.adapter for f in found if f.adapter}
    return {name: ready[name] for name in (*(n for n in wanted if n != "embedded"), "embedded") if name in ready}
