"""Dyeing: a drawing in another colour."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from pod.drawing.display import Drawing, Fill, Group, Item, Stroke
from pod.imaging.colour import distance, from_oklch, hue_apart, mix, oklch
from pod.providers.embedded.characters.pen import BLUSH, INK
from pod.providers.embedded.subjects import visible_shares

NEUTRAL = 0.035
"""OKLCH chroma below which an ink has no colour of its own."""

_BRIGHT = 0.09
"""Chroma above which an ink is no wicker and no wood."""

_MOST_OF_IT, _WHITE, _A_TRIFLE = 0.5, 0.9, 0.16
"""A coloured part that covers less than this share of the largest grey one is not what it is known by; white is paper and snow, unless
there is next to nothing else: a pink skull."""

LEAF_HUES = (112.0, 172.0)
"""OKLCH degrees, from yellow-green to blue-green."""

_FAMILY = 48.0
"""Degrees of hue within which inks are shades of one fur."""


def dyed_drawing(
    drawing: Drawing, ink: str, *, leafy: bool = False, only: Set[str] | None = None, main: str = ""
) -> Drawing:
    """Its `main` ink, found where it is not told, and the shades of it become `ink`; lines and eyes stay, stalk and leaves of
    what is `leafy`, and inks that are not among `only`."""
    colours = _dye(drawing, ink, leafy=leafy, only=only, told=main)
    return replace(drawing, items=tuple(_in_inks(item, colours) for item in drawing.items))


def in_one_hue(drawing: Drawing, ink: str) -> Drawing:
    """Every bright ink in the hue of that one, each as light as it was: another balloon of the same make."""
    hue, tones = oklch(ink)[2], {one: oklch(one) for one in drawing.inks() if one not in (INK, BLUSH)}
    turned = {one: from_oklch(tone[0], tone[1], hue) for one, tone in tones.items() if tone[1] > _BRIGHT}
    return replace(drawing, items=tuple(_in_inks(item, turned) for item in drawing.items))


_ALIKE, _DEEPER = 0.09, 0.1
"""OKLab distance at which two inks cannot be told apart on one figure, and how much darker one of them is then."""


def set_off(ink: str, beside: str) -> str:
    """The ink that was asked for, darker on what has that colour itself: a yellow duck in yellow boots."""
    return mix(ink, INK, _DEEPER) if ink and distance(ink, beside) < _ALIKE else ink


def _in_inks(item: Item, colours: Mapping[str, str]) -> Item:
    """Also what is drawn under a clip: the shade of a chin is fur."""
    if isinstance(item, Group):
        return replace(item, items=tuple(_in_inks(inner, colours) for inner in item.items))
    if isinstance(item, Fill | Stroke) and isinstance(item.paint, str):
        return replace(item, paint=colours.get(item.paint, item.paint))
    return item


_LIGHTS = frozenset({"#fbe08f", "#ffe9a8", "#ffe9a0"})
"""Lamps and lit windows: a blue lighthouse shines all the same."""


def _dye(drawing: Drawing, ink: str, *, leafy: bool, only: Set[str] | None, told: str) -> dict[str, str]:
    seen = visible_shares(drawing)
    shares = {i: seen.get(i, 0.0) for i in drawing.inks() if i not in (INK, BLUSH) and (only is None or i in only)}
    shares = {i: share for i, share in shares.items() if i not in _LIGHTS} or shares
    if leafy:  # its petals may be white
        shares = coats = {i: s for i, s in shares.items() if not is_green(i)} or shares
    else:
        coats = {i: s for i, s in shares.items() if oklch(i)[1] >= NEUTRAL} or shares
    main, whole = max(coats, key=lambda i: coats[i]), max(shares, key=lambda i: shares[i])
    least = _MOST_OF_IT if oklch(whole)[0] < _WHITE else _A_TRIFLE
    if coats[main] < least * shares[whole]:
        main = whole  # an elephant is grey, whatever its ears are
    if told in shares and oklch(told)[1] < NEUTRAL:
        main = told  # a cow is white, and not of its muzzle's pink
    (to_light, to_chroma, to_hue), (light, chroma, hue) = oklch(ink), oklch(main)
    coloured = chroma >= NEUTRAL

    def belongs(other: str) -> bool:
        _, other_chroma, other_hue = oklch(other)
        if not coloured:
            return other_chroma < NEUTRAL
        return other_chroma >= NEUTRAL and hue_apart(hue, other_hue) <= _FAMILY

    def moved(other: str) -> str:
        other_light, other_chroma, _ = oklch(other)
        lightness = min(0.97, max(0.18, to_light + 0.8 * (other_light - light)))
        return from_oklch(lightness, to_chroma * (other_chroma / chroma if coloured else 1.0), to_hue)

    return {other: moved(other) for other in shares if belongs(other)}


def is_green(ink: str) -> bool:
    _, chroma, hue = oklch(ink)
    return chroma >= NEUTRAL and LEAF_HUES[0] <= hue <= LEAF_HUES[1]
