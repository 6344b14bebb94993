"""A listing: approved designs become one product of a shop, in every size and cloth that was approved, with their proofs as pictures.

The same artwork on another product, or on another cloth, is a design of its own with an approval of its own: so each sku is of the
design that was approved for exactly this, and its orders come back to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import prompts
from pod.model.caller import Caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import InputRefused, NotConfigured, PodError, Problems
from pod.model.pricing import price_for
from pod.model.product import Product, Variant
from pod.model.publication import Listing, ListingLimits, ListingPicture, ListingVariant
from pod.model.shopsku import sold_as
from pod.services.approving import why_not_approved
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

_FIELDS = ("design", "products", "product_list", "cloths", "sizes", "style")
_MOST_DESIGNS = 60
_MOST_PARAGRAPH_CHARS = 500
Wrong = list[tuple[str, PodError]]


@dataclass(frozen=True, slots=True)
class Words:
    """What was written for a listing; what is empty comes from the template. `with_designs` are sold in the same product."""

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    with_designs: tuple[str, ...] = ()
    on_sale: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    title: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]


def read_template(path: Path) -> Template:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        read = Template(str(found["title"]), tuple(map(str, found["paragraphs"])), tuple(map(str, found["tags"])))
        blank = dict.fromkeys(_FIELDS, "")
        for text in (read.title, *read.paragraphs, *read.tags):
            text.format_map(blank)
    except (OSError, ValueError, KeyError, TypeError, tomllib.TOMLDecodeError) as e:
        known = ", ".join(_FIELDS)
        raise NotConfigured("listings", f"{path.name} cannot be used: {e!r}.", f"In braces it may say: {known}.") from e
    return read


@dataclass(frozen=True, slots=True)
class _Member:
    design: Design
    version: Version
    product: Product

    @property
    def cloth(self) -> str:
        return self.version.recipe.cloth

    @property
    def variants(self) -> Sequence[Variant]:
        return [v for v in self.product.variants if v.cloth == self.cloth]


class Listings:
    def __init__(self, tools: Toolbox, template: Template) -> None:
        self._tools = tools
        self._template = template

    def compose(
        self, tx: Tx, caller: Caller, design_id: str, handle: str, words: Words, limits: ListingLimits
    ) -> Listing:
        """Everything that speaks against it at once (`Problems`)."""
        wrong: Wrong = []
        members = list(self._members(tx, caller, (design_id, *words.with_designs), wrong))
        options, values = _options(members, limits)
        variants = tuple(self._variants(caller, members, values, limits.currency, wrong))
        title, paragraphs, tags = self._said(members, words, limits) if members else ("", (), ())
        pictures = tuple(p for member in members for p in _pictures(tx, caller, member))
        wrong += _beyond(limits, title, tags, len(variants))
        wrong += _screened(tx, caller, title, paragraphs, tags)
        if wrong:
            raise Problems("listing", "This cannot be put on sale yet.", wrong)
        most = limits.pictures or len(pictures)
        return Listing(
            handle,
            title,
            paragraphs,
            tags,
            members[0].product.kind.value,
            options,
            variants,
            pictures[:most],
            words.on_sale,
        )

    def siblings(self, tx: Tx, caller: Caller, design: Design) -> list[Design]:
        """Approved designs of the same artwork, or of the same sentence: what might be sold in the same product."""
        approved = tx.designs.page(caller.tenant_id, state=DesignState.APPROVED, limit=200).items
        ids = [d.current_version_id for d in (design, *approved) if d.current_version_id]
        art = {v: found.recipe.artwork.sha256 for v, found in tx.designs.versions_named(caller.tenant_id, ids).items()}
        mine = art.get(design.current_version_id, "")
        return [
            d for d in approved if d.id != design.id and (_same_wish(d, design) or art[d.current_version_id] == mine)
        ]

    def _members(self, tx: Tx, caller: Caller, ids: Sequence[str], wrong: Wrong) -> Iterator[_Member]:
        for n, design_id in enumerate(dict.fromkeys(ids[: _MOST_DESIGNS + 1])):
            where = f"with_designs[{n}]" if n else "design"
            try:
                design = tx.designs.get(caller.tenant_id, design_id)
                if not design.current_version_id:
                    raise InputRefused("nothing_chosen", "No candidate has been chosen.", "Choose and approve one.")
                version = tx.designs.version(caller.tenant_id, design.current_version_id)
                member = _Member(design, version, self._tools.catalogue.product(version.recipe.product))
            except PodError as e:
                wrong.append((where, e))
                continue
            against = list(why_not_approved(tx, caller, version, self._tools.approvals))
            wrong += [(where, e) for e in against]
            if not against:
                yield member
        if len(ids) > _MOST_DESIGNS:
            words = f"{len(ids)} designs in one product are too many."
            wrong.append(("with_designs", InputRefused("too_many", words, f"Up to {_MOST_DESIGNS} fit.")))

    def _variants(
        self,
        caller: Caller,
        members: Sequence[_Member],
        values: dict[str, tuple[str, ...]],
        currency: str,
        wrong: Wrong,
    ) -> Iterator[ListingVariant]:
        today, seen = self._tools.clock.now().date(), dict[str, str]()
        for member in members:
            for variant in member.variants:
                areas = member.version.recipe.areas
                price = price_for(member.product, variant.sku, areas, caller.tenant_id, currency, today)
                if price is None:
                    words = f"{variant.sku} has no price in {currency}."
                    wrong.append(("price", InputRefused("no_price", words, "Add a price row to its product.")))
                    continue
                if variant.sku in seen:
                    words = f"{variant.sku} would be sold twice: in {seen[variant.sku]} and in {member.design.id}."
                    wrong.append(("with_designs", InputRefused("sold_twice", words, "Leave one of the two out.")))
                    continue
                seen[variant.sku] = member.design.id
                sku = sold_as(member.design.id, variant.sku)
                yield ListingVariant(sku, variant.sku, member.version.id, values[variant.sku], price)

    def _said(
        self, members: Sequence[_Member], words: Words, limits: ListingLimits
    ) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        told = _told(members)
        title = words.title.strip() or self._template.title.format_map(told)[: limits.title_chars].strip()
        paragraphs = words.paragraphs or tuple(p.format_map(told) for p in self._template.paragraphs)
        made = [tag.format_map(told).strip().lower() for tag in self._template.tags]
        fitting = tuple(tag for tag in dict.fromkeys(made) if tag and len(tag) <= limits.tag_chars)[: limits.tags]
        given = tuple(dict.fromkeys(tag.strip() for tag in words.tags if tag.strip()))
        return title, paragraphs, given or fitting


def _same_wish(one: Design, other: Design) -> bool:
    """Another cloth is another drawing where the ink has to stand out from it."""
    asked = (one.brief.subject.strip().lower(), one.brief.lettering.strip())
    return bool(asked[0]) and asked == (other.brief.subject.strip().lower(), other.brief.lettering.strip())


def _told(members: Sequence[_Member]) -> dict[str, str]:
    first = members[0].design.brief
    said = first.subject.strip() or first.lettering.strip() or "An original design"
    products = list(dict.fromkeys(m.product.name for m in members))
    return {
        "design": said[:1].upper() + said[1:],
        "products": products[0] if len(products) == 1 else ", ".join(products),
        "product_list": ", ".join(products),
        "cloths": ", ".join(dict.fromkeys(m.cloth for m in members)),
        "sizes": ", ".join(dict.fromkeys(size for m in members for size in m.product.sizes)),
        "style": first.style,
    }


def _options(members: Sequence[_Member], limits: ListingLimits) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The options by which a buyer chooses, and their values of each variant. Where a shop has too few, product and colour are one."""
    rows = {v.sku: (m.product.name, v.cloth, v.size) for m in members for v in m.variants}
    names = ("Product", "Colour", "Size")
    if limits.options < len(names) and len({row[0] for row in rows.values()}) > 1:
        names = ("Product", "Size")  # type: ignore[assignment]
        rows = {sku: (f"{product}, {cloth}", size) for sku, (product, cloth, size) in rows.items()}  # type: ignore[misc]
    kept = [n for n in range(len(names)) if len({row[n] for row in rows.values()}) > 1] or [len(names) - 1]
    return tuple(names[n] for n in kept), {sku: tuple(row[n] for n in kept) for sku, row in rows.items()}


def _pictures(tx: Tx, caller: Caller, member: _Member) -> Iterator[ListingPicture]:
    words = member.version.recipe.lettering
    said = _told([member])["design"] + (f", with the words “{' '.join(words.text.split())}”" if words else "")
    for proof in tx.designs.proofs(caller.tenant_id, member.version.id):
        alt = f"{said}, printed on the {proof.area.replace('-', ' ')} of a {member.product.name}, {member.cloth}"
        yield ListingPicture(proof.picture, alt[:400])


def _beyond(limits: ListingLimits, title: str, tags: Sequence[str], variants: int) -> Iterator[tuple[str, PodError]]:
    measured = (
        ("title", "The title", len(title), limits.title_chars, "characters"),
        ("tags", "The list of tags", len(tags), limits.tags, "tags"),
        *(("tags", f"The tag “{tag[:40]}”", len(tag), limits.tag_chars, "characters") for tag in tags),
        ("variants", "The product", variants, limits.variants, "variants"),
    )
    for where, what, found, most, unit in measured:
        if most and found > most:
            words = f"{what} has {found} {unit}; this shop takes {most}."
            yield where, InputRefused("listing_limit", words, "Make it shorter.", measured=found, required=most)


def _screened(
    tx: Tx, caller: Caller, title: str, paragraphs: Sequence[str], tags: Sequence[str]
) -> Iterator[tuple[str, PodError]]:
    """What a shop's buyers read is held to what may be printed; each refusal says what would pass."""
    house = tx.screenings.house(caller.tenant_id)
    texts = (("title", (title,)), ("tags", tags), ("description", paragraphs))
    for where, text in ((where, text) for where, found in texts for text in found):
        if len(text) > _MOST_PARAGRAPH_CHARS:
            words = f"A paragraph has {len(text)} characters."
            yield where, InputRefused("listing_limit", words, f"Write up to {_MOST_PARAGRAPH_CHARS} in each.")
            continue
        yield from ((where, e) for e in prompts.screen(text, house))
