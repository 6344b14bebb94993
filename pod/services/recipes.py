"""From a candidate to a recipe: the artwork layer, its mending, the lettering in its slot, the placements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from pod import printprep
from pod.lettering import letter
from pod.model.artwork import Artwork, LetteringSlot, SlotKind
from pod.model.brief import DesignBrief
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.printfile import PrintFile
from pod.model.product import BlackInk, PrintArea, Product, Wrap
from pod.model.proof import Proof
from pod.model.recipe import ArtworkLayer, LetteringLayer, Placement, Recipe
from pod.model.repair import Repair
from pod.providers.base import Picture

BELOW = LetteringSlot("below", SlotKind.BLOCK, Box(0.08, 1.03, 0.84, 0.2), max_lines=2, cap_height=0.1)
"""Where words go under artwork that keeps no place for them."""

_AS_IT_IS = LetteringLook()


def recipe_for(brief: DesignBrief, product: Product, artwork: Artwork, repairs: tuple[Repair, ...]) -> Recipe:
    """Version 1's recipe of a chosen candidate."""
    return Recipe(
        artwork=layer_of(artwork),
        product=product.sku,
        cloth=brief.cloth,
        placements=tuple(_placement(product, wanted.area, brief.wrap) for wanted in brief.placements),
        prep_version=printprep.PREP_VERSION,
        mending=artwork.mending,
        lettering=lettered(brief.lettering, artwork, product, brief.cloth, look=brief.look),
        asked=artwork.asked,
        repairs=repairs,
    )


def with_own_words(brief: DesignBrief, artwork: Artwork) -> DesignBrief:
    """Where no words were asked for, those that the drawing was made for: a saying, or a sentence that nothing shows. They
    were measured in the face that the drawing planned, so they have that one."""
    words = own_words(artwork)
    return brief if brief.lettering or not words else replace(brief, lettering=words, look=_AS_IT_IS)


def own_words(made: Artwork | Picture) -> str:
    return made.facts.get("words", "")


def has_its_own_words(recipe: Recipe, artwork: Artwork) -> bool:
    """Whether nobody has said what the words are, or taken them out. Each drawing has the same words in its own capitals."""
    text = recipe.lettering.text if recipe.lettering else ""
    return text.casefold() == own_words(artwork).casefold()


def layer_of(artwork: Artwork) -> ArtworkLayer:
    vector = artwork.vector.sha256 if artwork.vector else ""
    return ArtworkLayer(
        artwork.id,
        artwork.file.sha256,
        artwork.width_px,
        artwork.height_px,
        vector,
        artwork.provenance.reference_sha256,
    )


def lettered(
    text: str,
    artwork: Artwork,
    product: Product,
    cloth: str,
    old: LetteringLayer | None = None,
    look: LetteringLook = _AS_IT_IS,
) -> LetteringLayer | None:
    """`text` set in the artwork's own slot, or below it; None without words. Where words are there, in
    their place: what `look` leaves open is as in `old`."""
    if not text.strip():
        return None
    if old:
        return other_words(text, old, product, cloth, look)
    return _set(text, slot_in(artwork.slots, artwork.height_px / artwork.width_px), product, cloth, look)


def other_words(
    text: str, old: LetteringLayer, product: Product, cloth: str, look: LetteringLook = _AS_IT_IS
) -> LetteringLayer:
    """`text` in the place of `old`, looking as it does but for what `look` says; the artwork stays where it was printed."""
    return in_place_of(old, _set(text, old.slot, product, cloth, look.over(old.look)))


def _set(text: str, slot: LetteringSlot, product: Product, cloth: str, look: LetteringLook) -> LetteringLayer:
    return letter(
        text,
        slot,
        font=look.font,
        cloth_rgb=_cloth_rgb(product, cloth),
        layout=look.layout or LetteringLayout.AS_PLANNED,
        effect=look.effect or LetteringEffect.PLAIN,
    )


def _cloth_rgb(product: Product, cloth: str) -> str:
    colour = product.cloth(cloth)
    return colour.rgb if colour else ""


def in_place_of(old: LetteringLayer, layer: LetteringLayer) -> LetteringLayer:
    """`layer` where the words `old` stood, and whatever words stood there first."""
    first = old.placed_by or old
    return layer if layer == first else replace(layer, placed_by=first)


def changed(
    recipe: Recipe,
    artwork: Artwork,
    product: Product,
    *,
    lettering: str | None,
    cloth: str | None,
    wrap: Wrap | None,
    black: BlackInk | None = None,
    look: LetteringLook = _AS_IT_IS,
) -> Recipe:
    """The recipe with other words or words of another look, another cloth, another wrap, or black left out; the artwork layer stays byte for byte."""
    new_cloth = recipe.cloth if cloth is None else cloth
    words = (recipe.lettering.text if recipe.lettering else "") if lettering is None else lettering
    return replace(
        recipe,
        cloth=new_cloth,
        placements=_placed_anew(recipe, product, new_cloth, wrap, black),
        lettering=lettered(words, artwork, product, new_cloth, recipe.lettering, look),
        prep_version=printprep.PREP_VERSION,
    )


def _placed_anew(
    recipe: Recipe, product: Product, cloth: str, wrap: Wrap | None, black: BlackInk | None
) -> tuple[Placement, ...]:
    """Each choice where it means something: on another cloth than black nothing is left out."""
    with_edge = {area.name for area in product.areas if area.wrap_mm}
    on_black = offers_black(product, recipe.areas, cloth)
    return tuple(
        replace(
            p,
            wrap=wrap if wrap and p.area in with_edge else p.wrap,
            black=(black or p.black) if p.area in on_black else BlackInk.PRINT,
        )
        for p in recipe.placements
    )


def offers_black(product: Product, areas: Iterable[str], cloth: str) -> frozenset[str]:
    """Those of the areas on which black art may be left out on this cloth, so that it shows through."""
    colour = product.cloth(cloth)
    if colour is None or not printprep.is_black(colour.rgb):
        return frozenset()
    return frozenset(a.name for a in product.areas if a.offers_black and a.name in areas)


def refuse_black(product: Product, areas: Iterable[str], cloth: str, black: BlackInk) -> None:
    """Printed is what nobody has to ask for."""
    if black is BlackInk.PRINT or offers_black(product, areas, cloth):
        return
    raise InputRefused(
        "no_black_choice",
        f"{product.name} in {cloth} is printed with its black.",
        "Leave the choice out, or choose a garment in black.",
    )


_Made = TypeVar("_Made", PrintFile, Proof)


def as_placed(recipe: Recipe, made: Sequence[_Made]) -> list[_Made]:
    """In the order of the recipe's placements: what is printed first is what is shown first."""
    return sorted(made, key=lambda each: recipe.areas.index(each.area))


def slot_in(slots: Sequence[LetteringSlot], height: float) -> LetteringSlot:
    """The first of them, or the place below artwork of that height in widths."""
    if slots:
        return slots[0]
    return replace(BELOW, box=replace(BELOW.box, top=height + 0.03))


def _placement(product: Product, name: str, wrap: Wrap) -> Placement:
    return placed(product.area(name) or product.areas[0], wrap)


def placed(area: PrintArea, wrap: Wrap) -> Placement:
    return Placement(area.name, area.fit, wrap=wrap if area.wrap_mm else Wrap.MIRROR)


def refuse_wrap(name: str, areas: Iterable[PrintArea], wrap: Wrap) -> None:
    """`name` is the product's. Mirrored is what nobody has to ask for, and means nothing where there is no edge."""
    if wrap is Wrap.MIRROR or any(area.wrap_mm for area in areas):
        return
    raise InputRefused(
        "no_wrap",
        f"{name} has no edge that a picture goes round, so “{wrap}” cannot be had.",
        "Leave the wrap out, or choose a canvas.",
    )
