"""What the shopper's pages show, put together from the services: templates only lay it out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from flask import url_for

import prompts
from pod.model.artwork import Artwork
from pod.model.design import Candidate, CandidateState, Design, DesignState, Version
from pod.model.findings import Finding, Findings, Severity
from pod.model.handoff import RANK, HandOff, HandOffState
from pod.model.lettering import LetteringLook
from pod.model.money import Money
from pod.model.order import Order, OrderItem, OrderState
from pod.model.pricing import HOUSE_CURRENCY, price_for
from pod.model.product import Kind, Product
from pod.model.proof import ApprovalRole, Proof
from pod.model.shipment import Shipment
from pod.services.preparation import OF_THE_CLOTH
from pod.services.recipes import offers_black, own_words
from pod.services.variations import told_alike
from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.pages import ownshown, repairs, wording
from pod.web.pages.edits import ChangeShown, EditShown, before, change_of, last_edit, root_of
from pod.web.pages.mockupshown import MockupShown, mockups
from pod.web.pages.ownshown import OwnShown, SideShown
from pod.web.pages.repairs import RepairShown
from pod.web.pages.reworded import RewordedShown, reworded
from pod.web.strings import section_of, text

# --- products and styles


@dataclass(frozen=True, slots=True)
class SizeShown:
    name: str
    price: Money | None
    price_text: str


@dataclass(frozen=True, slots=True)
class ProductShown:
    sku: str
    name: str
    kind: Kind
    mockup: str
    cloths: tuple[tuple[str, str], ...]
    sizes: tuple[SizeShown, ...]
    price_text: str

    @staticmethod
    def of(product: Product, cloth: str = "", areas: tuple[str, ...] = ()) -> ProductShown:
        """With today's prices of `cloth`, printed on `areas`; or over all cloths, with one print."""
        return _priced(product, cloth, areas, caller().tenant_id, services().clock.now().date())


def shelves(products: Sequence[Product]) -> tuple[tuple[Kind, tuple[ProductShown, ...]], ...]:
    """The shop window: every kind that there is, with its products, the widest choice first, then the smallest size."""
    widest = sorted((p for p in products if p.listed), key=lambda p: (-len(p.variants), p.areas[0].width_mm))
    of_kind = {kind: tuple(ProductShown.of(p) for p in widest if p.kind is kind) for kind in Kind}
    return tuple((kind, shown) for kind, shown in of_kind.items() if shown)


@functools.lru_cache(maxsize=512)
def _priced(product: Product, cloth: str, areas: tuple[str, ...], tenant: str, on: date) -> ProductShown:
    """Kept: every visit of the shop window asks for the price of each of its variants."""
    prices = {v: price_for(product, v.sku, areas, tenant, HOUSE_CURRENCY, on) for v in product.variants}
    of_size = {v.size: price for v, price in prices.items() if v.cloth == (cloth or product.cloths[0].name)}
    return ProductShown(
        product.sku,
        product.name,
        product.kind,
        product.mockup,
        tuple((c.name, c.rgb) for c in product.cloths),
        tuple(SizeShown(size, price, wording.money(price) if price else "") for size, price in of_size.items()),
        wording.money_range(price for v, price in prices.items() if price and cloth in ("", v.cloth)),
    )


@dataclass(frozen=True, slots=True)
class StyleShown:
    name: str
    title: str
    picture: str
    not_on: tuple[str, ...]


def styles(static_folder: Path) -> tuple[StyleShown, ...]:
    """Every style; `picture` is "" for one that has none in the static folder."""
    return tuple(
        StyleShown(s.name, s.title, _style_picture(static_folder, s.name), s.forbidden_products)
        for s in prompts.styles()
    )


def _style_picture(static_folder: Path, name: str) -> str:
    file = f"styles/{name}.webp"
    return file if (static_folder / file).is_file() else ""


# --- a design


class Phase(StrEnum):
    """What the page is for, at a glance."""

    DRAWING = "drawing"
    PICKING = "picking"
    MAKING = "making"
    DECIDING = "deciding"
    BLOCKED = "blocked"
    ORDERING = "ordering"
    STOPPED = "stopped"


_PHASES = {
    DesignState.BRIEFED: Phase.DRAWING,
    DesignState.GENERATING: Phase.DRAWING,
    DesignState.ARTWORK_READY: Phase.PICKING,
    DesignState.PREPARING: Phase.MAKING,
    DesignState.PROOF_READY: Phase.DECIDING,
    DesignState.APPROVED: Phase.ORDERING,
    DesignState.WAITING_CUSTOMER: Phase.BLOCKED,
    DesignState.REJECTED: Phase.BLOCKED,
    DesignState.REFUSED: Phase.STOPPED,
    DesignState.FAILED: Phase.STOPPED,
}


@dataclass(frozen=True, slots=True)
class CandidateShown:
    """`mending`: a better picture than the one that came is being asked for. `words` nobody asked for are set in it when it
    is chosen; `notes` say why, and what was not drawn."""

    n: int
    state: str
    picture: str
    alt: str
    style: str
    reason: str
    findings: tuple[Finding, ...]
    unmeasured: tuple[str, ...]
    repairs: tuple[RepairShown, ...]
    mending: bool
    chosen: bool
    notes: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version as it can be looked at. `approved` by the shopper; `findings` are the worst first. `wrap` is "" where
    nothing goes round an edge, `black` where black is printed in any case."""

    id: str
    n: int
    words: str
    look: LetteringLook
    cloth: str
    cloth_rgb: str
    wrap: str
    black: str
    made_on: str
    proof: str
    large: str
    area: str
    print_file: str
    trim_mm: tuple[float, float]
    size_text: str
    findings: tuple[Finding, ...]
    unmeasured: tuple[str, ...]
    approved: bool
    credits: tuple[str, ...]
    change: ChangeShown | None
    repairs: tuple[RepairShown, ...]
    sides: tuple[SideShown, ...]
    own: tuple[OwnShown, ...]
    mockups: tuple[MockupShown, ...]
    picture: str

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The ids of own prints that an approval has not covered, as nobody had seen them."""
        return tuple(o.id for o in self.own if self.approved and not o.approved)


@dataclass(frozen=True, slots=True)
class DesignShown:
    """`version` is the one that is looked at: the current one, or an older one that was asked for by name."""

    id: str
    state: str
    phase: Phase
    reason: str
    subject: str
    style: str
    own_picture: bool
    product: ProductShown
    area: str
    cloth_rgb: str
    revision: int
    done: int
    total: int
    progress: str
    next_poll_s: float
    candidates: tuple[CandidateShown, ...]
    version: VersionShown | None
    is_current: bool
    versions: tuple[VersionShown, ...]
    edit: EditShown | None
    undo: str
    reworded: RewordedShown | None

    @property
    def failed(self) -> bool:
        return any(c.state == CandidateState.FAILED.value for c in self.candidates)


def design(found: Design, version_id: str = "") -> DesignShown:
    """`NotFound` for a version that is not this design's."""
    designs, me = services().designs, caller()
    product = services().catalogue.product(found.brief.product)
    versions = designs.versions(me, found.id)
    wanted = version_id or found.current_version_id
    looked_at = designs.version(me, found.id, wanted) if wanted else None
    progress = designs.progress(found)
    artworks = {c.artwork_id: designs.artwork(me, c.artwork_id) for c in found.drawings if c.artwork_id}
    with_words = designs.sets_own_words(me, found)
    return DesignShown(
        id=found.id,
        state=found.state.value,
        phase=_PHASES[found.state],
        reason=found.reason,
        subject=found.brief.subject,
        style=found.brief.style,
        own_picture=bool(found.brief.upload_id),
        product=_as_asked(product, found, looked_at),
        area=looked_at.recipe.placements[0].area if looked_at else found.brief.placements[0].area,
        cloth_rgb=_rgb(product, looked_at.recipe.cloth if looked_at else found.brief.cloth),
        revision=found.revision,
        done=progress.done,
        total=progress.total,
        progress=progress.text,
        next_poll_s=progress.next_poll_s,
        candidates=tuple(
            _candidate(found, c, artworks.get(c.artwork_id), with_words=with_words)
            for c in told_alike(found.drawings, artworks)
        ),
        version=_version(found, looked_at, product) if looked_at else None,
        is_current=wanted == found.current_version_id,
        versions=tuple(_version(found, v, product) for v in reversed(versions)) if len(versions) > 1 else (),
        edit=last_edit(found),
        undo=before(versions, found.current_version_id),
        reworded=reworded(versions, looked_at),
    )


def doubts(seen: DesignShown) -> Mapping[str, tuple[str, ...]]:
    """The sizes that may have to be waited for, are made no more, or may have changed, before anybody says yes to one."""
    if seen.version is None:
        return {}
    product = services().catalogue.product(seen.product.sku)
    size = {v.sku: v.size for v in product.variants if v.cloth == seen.version.cloth}
    found = services().freshness.doubts(size)
    told = {"out": set(found.out) - set(found.gone), "gone": set(found.gone), "not_verified": set(found.not_verified)}
    return {what: tuple(size[sku] for sku in size if sku in skus) for what, skus in told.items() if skus}


def _as_asked(product: Product, found: Design, version: Version | None) -> ProductShown:
    if version:
        return ProductShown.of(product, version.recipe.cloth, version.recipe.areas)
    return ProductShown.of(product, found.brief.cloth, tuple(wanted.area for wanted in found.brief.placements))


def _rgb(product: Product, cloth: str) -> str:
    return (product.cloth(cloth) or product.cloths[0]).rgb


def _candidate(found: Design, candidate: Candidate, artwork: Artwork | None, *, with_words: bool) -> CandidateShown:
    return CandidateShown(
        n=candidate.n,
        state=candidate.state.value,
        picture=file_url(artwork.preview) if artwork and artwork.preview else "",
        alt=wording.candidate_alt(candidate, artwork),
        style=_title(found, candidate, artwork),
        reason=candidate.reason,
        findings=_worst_first(candidate.findings.found),
        unmeasured=_unmeasured(candidate.findings),
        repairs=repairs.shown(candidate.repairs),
        mending=candidate.repair is not None,
        chosen=candidate.n == root_of(found),
        notes=artwork.provenance.notes if artwork and not found.brief.upload_id else (),
        words=own_words(artwork) if artwork and with_words else "",
    )


def _title(found: Design, candidate: Candidate, artwork: Artwork | None) -> str:
    if found.brief.upload_id:
        return text("design.own_picture")
    return wording.style_title(candidate, artwork) or text("design.drawing", n=candidate.n)


def _version(found: Design, version: Version, product: Product) -> VersionShown:
    designs, me = services().designs, caller()
    files, proofs = designs.files(me, found.id, version.id)
    cloth = product.cloth(version.recipe.cloth) or product.cloths[0]
    proof = proofs[0] if proofs else None
    made = next((f for f in files if f.format == "png"), None)
    drawn = _checks_of(found, version)
    checked = (drawn.without(OF_THE_CLOTH) if files else drawn) + sum((f.findings for f in files), Findings())
    artwork = designs.artwork(me, version.recipe.artwork.artwork_id)
    approvals = designs.approvals(me, version.id)
    return VersionShown(
        id=version.id,
        n=version.n,
        words=version.recipe.lettering.text if version.recipe.lettering else "",
        look=version.recipe.lettering.look if version.recipe.lettering else LetteringLook(),
        cloth=cloth.name,
        cloth_rgb=cloth.rgb,
        wrap=_wrap(version, product),
        black=_black(version, product),
        made_on=wording.day(version.created_at),
        proof=_light(proof) if proof else "",
        large=file_url(proof.picture, name=f"proof-{version.n}.png", download=True) if proof else "",
        area=version.recipe.placements[0].area,
        print_file=file_url(made.file) if made else "",
        trim_mm=(made.trim_mm.width, made.trim_mm.height) if made else (0.0, 0.0),
        size_text=wording.size_cm(made) if made else "",
        findings=_worst_first(checked.found),
        unmeasured=_unmeasured(checked),
        approved=any(a.role is ApprovalRole.SHOPPER for a in approvals),
        credits=artwork.provenance.credits,
        change=change_of(found.drawn_as(artwork.id), artwork),
        repairs=repairs.shown(version.recipe.repairs),
        sides=ownshown.sides(files, proofs),
        own=ownshown.own(version, product, files),
        mockups=mockups(version.id, product.name),
        picture=file_url(artwork.preview) if artwork.preview else "",
    )


def _wrap(version: Version, product: Product) -> str:
    has_edge = any(area.wrap_mm for area in product.areas if area.name in version.recipe.areas)
    return version.recipe.wrap.value if has_edge else ""


def _black(version: Version, product: Product) -> str:
    """ "" where there is nothing to choose."""
    recipe = version.recipe
    return recipe.black.value if offers_black(product, recipe.areas, recipe.cloth) else ""


def _light(proof: Proof) -> str:
    return file_url(proof.shown or proof.picture)


def _checks_of(found: Design, version: Version) -> Findings:
    """The composition checks of the candidate that the version was made of."""
    artwork_id = version.recipe.artwork.artwork_id
    return next((c.findings for c in found.candidates if c.artwork_id == artwork_id), Findings())


_SEVERITIES = tuple(reversed(Severity))


def _worst_first(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each once: the files of one area are measured alike."""
    once = {(f.rule, f.message, f.measured): f for f in found}.values()
    return tuple(sorted(once, key=lambda f: _SEVERITIES.index(f.severity)))


def _unmeasured(checked: Findings) -> tuple[str, ...]:
    """What nobody has looked at, by the catalogue's name."""
    known = section_of("unmeasured")
    return tuple(n for n in dict.fromkeys(checked.not_measured) if n in known)


# --- an order


class Step(StrEnum):
    """How far an order is, in the shopper's words."""

    RECEIVED = "received"
    PAID = "paid"
    MAKING = "making"
    SHIPPED = "shipped"
    DELIVERED = "delivered"


_STEP_OF_HANDOFF = {
    HandOffState.ACCEPTED: Step.MAKING,
    HandOffState.PARTLY_SHIPPED: Step.SHIPPED,
    HandOffState.DELIVERED: Step.DELIVERED,
}
"""From which rank of its hand-off on an order has come so far."""


@dataclass(frozen=True, slots=True)
class LineShown:
    id: str
    name: str
    size: str
    cloth: str
    quantity: int
    price_text: str
    picture: str
    words: str
    again: str


@dataclass(frozen=True, slots=True)
class OrderShown:
    id: str
    reference: str
    state: str
    step: Step
    reason: str
    placed_on: str
    lines: tuple[LineShown, ...]
    total_text: str
    parcels: tuple[Shipment, ...]


def order(found: Order) -> OrderShown:
    """Without the address: a link may be passed on."""
    handoffs = services().orders.handoffs(caller(), found.id)
    return OrderShown(
        id=found.id,
        reference=found.external_ref,
        state=found.state.value,
        step=_step(found, handoffs),
        reason=found.reason,
        placed_on=wording.day(found.created_at),
        lines=tuple(_line(item) for item in found.items),
        total_text=_total(found.items),
        parcels=tuple(services().orders.shipments(caller(), found.id)),
    )


def _step(found: Order, handoffs: Sequence[HandOff]) -> Step:
    reached = Step.RECEIVED if found.paid_at is None else Step.PAID
    rank = max((RANK.get(h.state, -1) for h in handoffs), default=-1)
    for state, step in _STEP_OF_HANDOFF.items():
        if rank >= RANK[state]:
            reached = step
    return Step.DELIVERED if found.state is OrderState.DONE and reached is Step.SHIPPED else reached


def _line(item: OrderItem) -> LineShown:
    made, version = services().designs.made_as(caller(), item.version_id)
    _, proofs = services().designs.files(caller(), made.id, version.id)
    product = services().catalogue.product(item.sku)
    _, size, cloth = item.variant.split("/", 2)
    gone = made.state is DesignState.ARCHIVED
    return LineShown(
        id=item.id,
        name=product.name,
        size=size if len(product.sizes) > 1 else "",
        cloth=cloth,
        quantity=item.quantity,
        price_text=wording.money(item.price.times(item.quantity)) if item.price else "",
        picture=_light(proofs[0]) if proofs else "",
        words=version.recipe.lettering.text if version.recipe.lettering else "",
        again="" if gone else _again(made, version, size, item.quantity),
    )


def _again(made: Design, version: Version, size: str, quantity: int) -> str:
    """The order form of the very same version, filled in but for the address, which a link does not bring back."""
    return url_for("pages.design", design_id=made.id, version=version.id, size=size, quantity=quantity, _anchor="order")


def _total(items: Sequence[OrderItem]) -> str:
    prices = list(_prices(items))
    if len(prices) < len(items) or not prices:
        return ""
    return wording.money(sum(prices[1:], prices[0]))


def _prices(items: Sequence[OrderItem]) -> Iterator[Money]:
    for item in items:
        if item.price:
            yield item.price.times(item.quantity)
