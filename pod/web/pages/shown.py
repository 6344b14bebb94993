"""A design as its page shows it, put together from the services: templates only lay it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pod.model.design import CandidateState, Design, DesignState, Version
from pod.model.findings import Finding, Findings
from pod.model.lettering import LetteringLook
from pod.model.product import Product
from pod.model.proof import ApprovalRole
from pod.services.preparation import OF_THE_CLOTH
from pod.services.recipes import offers_black
from pod.services.variations import told_alike
from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.pages import ownshown, repairs, wording
from pod.web.pages.candidateshown import CandidateShown, candidate_shown
from pod.web.pages.checkshown import unmeasured, worst_first
from pod.web.pages.edits import ChangeShown, EditShown, before, change_of, last_edit
from pod.web.pages.mockupshown import MockupShown, mockups
from pod.web.pages.ownshown import OwnShown, SideShown
from pod.web.pages.repairs import RepairShown
from pod.web.pages.reworded import RewordedShown, reworded
from pod.web.pages.shopwindow import ProductShown


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
    worded = with_words and designs.on_its_first_cloth(me, found)
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
            candidate_shown(found, c, artworks.get(c.artwork_id), with_words=with_words, worded=worded)
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
        proof=file_url(proof.light) if proof else "",
        large=file_url(proof.picture, name=f"proof-{version.n}.png", download=True) if proof else "",
        area=version.recipe.placements[0].area,
        print_file=file_url(made.file) if made else "",
        trim_mm=(made.trim_mm.width, made.trim_mm.height) if made else (0.0, 0.0),
        size_text=wording.size_cm(made) if made else "",
        findings=worst_first(checked.found),
        unmeasured=unmeasured(checked),
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


def _checks_of(found: Design, version: Version) -> Findings:
    """The composition checks of the candidate that the version was made of."""
    artwork_id = version.recipe.artwork.artwork_id
    return next((c.findings for c in found.candidates if c.artwork_id == artwork_id), Findings())
