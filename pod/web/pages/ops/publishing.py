"""A design before it is put on sale: what the shop's buyers will see, sku by sku, and what has become of it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.design import Design
from pod.model.errors import PodError
from pod.model.publication import Listing, Publication, PublicationState
from pod.services.deskviews import DesignRow
from pod.services.listings import Words
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell, watched
from pod.web.pages.ops.personal import offered
from pod.web.problems import STATUS

_MOVING = (PublicationState.WAITING, PublicationState.PUBLISHING, PublicationState.WITHDRAWING)


@dataclass(frozen=True, slots=True)
class Shelf:
    """`preview` is what would be put on sale in `shop`, or `against` says why nothing can be."""

    row: DesignRow
    publications: Sequence[Publication]
    siblings: Sequence[Design]
    shops: Sequence[str]
    shop: str
    words: Words
    preview: Listing | None
    against: PodError | None
    personal: str
    """Whose yes its buyers' own words need; "no" where it is not open to them, "" where it has none that are type."""


@ops.get("/designs/<design_id>/publish")
@allow("viewer")
def publishing(design_id: str) -> ResponseReturnValue:
    shelf = _shelf(design_id, Words(), request.args.get("shop", ""))
    return watched("ops/publish.html", shelf, **_seen(shelf))


@ops.post("/designs/<design_id>/publish")
@allow("operator")
def publish(design_id: str) -> ResponseReturnValue:
    words, shop = _typed_words(), request.form.get("shop", "")
    try:
        services().publishing.publish(caller(), design_id, shop, words)
    except PodError as e:
        shelf = _shelf(design_id, words, shop)
        return render_template("ops/publish.html", shown=shelf, error=e, **_seen(shelf)), STATUS[e.kind]
    tell("ops_publish.done.publish", shop=shop)
    return redirect(url_for("ops.publishing", design_id=design_id, shop=shop), 303)


@ops.post("/designs/<design_id>/publish/<shop>/withdraw")
@allow("operator")
def withdraw(design_id: str, shop: str) -> ResponseReturnValue:
    try:
        services().publishing.withdraw(caller(), design_id, shop)
        tell("ops_publish.done.withdraw", shop=shop)
    except PodError as e:
        tell("ops_publish.failed", why=e)
    return redirect(url_for("ops.publishing", design_id=design_id, shop=shop), 303)


def _shelf(design_id: str, typed: Words, wanted: str) -> Shelf:
    verbs, me = services().publishing, caller()
    row = services().desk.design(me, design_id).row
    publications = verbs.of_design(me, design_id)
    shop = wanted if wanted in verbs.names else next(iter(verbs.names), "")
    there = next((p for p in publications if p.shop == shop), None)
    words = typed if typed != Words() or there is None else _words_of(there)
    preview, against = None, None
    try:
        preview = verbs.preview(me, design_id, shop, words) if shop else None
    except PodError as e:
        against = e
    siblings = {d.id: d for d in verbs.siblings(me, design_id)}
    chosen = {d: services().designs.get(me, d) for d in words.with_designs if d not in siblings}
    designs = [*siblings.values(), *chosen.values()]
    return Shelf(row, publications, designs, verbs.names, shop, words, preview, against, offered(row.design))


def _seen(shelf: Shelf) -> dict[str, object]:
    return {
        "there": next((p for p in shelf.publications if p.shop == shelf.shop), None),
        "moving": any(p.state in _MOVING for p in shelf.publications),
    }


def _words_of(publication: Publication) -> Words:
    """What was said the last time, to be changed: its other designs too."""
    listing, own = publication.listing, publication.design_id
    versions = dict.fromkeys(v.version_id for v in listing.variants)
    others = (services().designs.made_as(caller(), version)[0].id for version in versions)
    with_designs = tuple(dict.fromkeys(other for other in others if other != own))
    return Words(listing.title, listing.paragraphs, listing.tags, with_designs, listing.on_sale)


def _typed_words() -> Words:
    paragraphs = request.form.get("description", "").replace("\r\n", "\n").split("\n\n")
    return Words(
        title=request.form.get("title", "").strip(),
        paragraphs=tuple(p.strip() for p in paragraphs if p.strip()),
        tags=tuple(tag.strip() for tag in request.form.get("tags", "").split(",") if tag.strip()),
        with_designs=tuple(request.form.getlist("with")),
        on_sale=request.form.get("on_sale") == "yes",
    )
