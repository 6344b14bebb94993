"""A drawing in the very colours that were said: “saturn in purple and gold”, “a red, white and blue eagle”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from pod.drawing.display import Drawing
from pod.imaging.colour import distance, from_oklch, hue_apart, oklch
from pod.providers.embedded.characters.looks import SKINS
from pod.providers.embedded.characters.pen import BLUSH, INK
from pod.providers.embedded.dyes import LEAF_HUES, NEUTRAL
from pod.providers.embedded.inks import repainted
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import visible_shares

_FAMILY, _GREYS_APART = 38.0, 0.3
"""Degrees of hue, and lightness of greys, within which inks are shades of one part."""

_A_PART = 0.07
"""Share of the whole from which a part counts as one that has a colour."""

_A_STRIPE = 0.03

_EYES_AND_SHINE = 0.16
"""Near black and near white that cover no more than this stay as they are."""

_HAS_IT = 0.15
"""OKLab distance within which a part has a colour already that was said."""

_SAME_HUE = 22.0

_SHADED = 0.14


@dataclass(frozen=True, slots=True)
class _Part:
    """Inks of one hue, `main` the one that covers most."""

    main: str
    inks: tuple[str, ...]
    share: float


def in_said_inks(
    drawing: Drawing, said: Sequence[str], *, leafy: bool = False, skin: bool = False, only: Set[str] | None = None
) -> Drawing:
    """Its parts in the inks that were said, the largest in the first, each as light or dark beside its neighbours as it was. Lines, eyes
    and shine stay, the leaves of what is `leafy`, faces and hair of what has `skin`, and all that is not `only`. A part that has one of the colours keeps it."""
    if len(said) > 1 and not skin and has_all(drawing, said):
        return drawing
    shares = {i: s for i, s in visible_shares(drawing).items() if i not in (INK, BLUSH) and (only is None or i in only)}
    kept = {i for i, s in shares.items() if _stays(i, s, leafy=leafy) or (skin and _is_of_a_face(i, s))}
    shares = {ink: share for ink, share in shares.items() if ink not in kept} or shares
    parts = _parts(shares)
    large = [part for part in parts if part.share >= _A_PART] or parts[:1]
    if len(large) == 1 and len(said) > 1:
        large = _light_and_dark(large[0], shares)
    small = [part for part in parts if not any(part.main in other.inks for other in large)]
    becomes = dict[str, str]()
    for part, ink in (*_assigned(large, said), *((part, _nearest(part.main, said)) for part in small)):
        becomes |= {other: _moved(other, part.main, ink) for other in part.inks}
    return repainted(drawing, becomes)


def palette_of(said: Sequence[str], turn: int) -> Palette:
    """Ornament and grounds of those inks alone; the turn decides which comes first."""
    first, second = said[turn % len(said)], said[(turn + 1) % len(said)]
    if len(said) == 1:
        second = shifted(first, 0.2)
    accents = (shifted(first, 0.24), shifted(second, 0.04), first, shifted(second, -0.06), shifted(first, -0.14))
    return Palette(f"said-{turn % len(said)}", _line_of(said), _paper_of(said), accents)


def _line_of(said: Sequence[str]) -> str:
    _, chroma, hue = oklch(min(said, key=lambda ink: oklch(ink)[0]))
    return from_oklch(0.24, min(0.05, chroma), hue)


def _paper_of(said: Sequence[str]) -> str:
    _, chroma, hue = oklch(max(said, key=lambda ink: oklch(ink)[0]))
    return from_oklch(0.965, min(0.018, chroma), hue)


def shifted(ink: str, by: float) -> str:
    """That much lighter or darker."""
    lightness, chroma, hue = oklch(ink)
    return from_oklch(min(0.94, max(0.22, lightness + by)), chroma * (0.7 if by > _SHADED else 1.0), hue)


def _stays(ink: str, share: float, *, leafy: bool) -> bool:
    lightness, chroma, hue = oklch(ink)
    if leafy and chroma >= NEUTRAL and LEAF_HUES[0] <= hue <= LEAF_HUES[1]:
        return True
    return chroma < NEUTRAL and not 0.3 < lightness < 0.93 and share < _EYES_AND_SHINE


def _is_of_a_face(ink: str, share: float) -> bool:
    """Skin, hair, and the little pink of cheeks and lips."""
    lightness, chroma, hue = oklch(ink)
    if share < _CHEEKS and hue_apart(hue, _ROSY) < _BROWNISH:
        return True
    if hue_apart(hue, _BROWN) > _BROWNISH or chroma > _MOUSY:
        return False
    return lightness < _DARK_HAIR or min(distance(ink, skin) for skin in SKINS) < _LIKE_SKIN


_CHEEKS, _ROSY = 0.03, 22.0

_BROWN, _BROWNISH, _LIKE_SKIN, _DARK_HAIR, _MOUSY = 55.0, 34.0, 0.06, 0.5, 0.11
"""OKLCH hue of faces and hair and how far from it they are, OKLab distance from a skin, and what hair is darker and duller than."""


def _parts(shares: Mapping[str, float]) -> list[_Part]:
    families = list[list[str]]()
    for ink in sorted(shares, key=lambda ink: -shares[ink]):
        kin = next((family for family in families if _are_kin(family[0], ink)), None)
        if kin is None:
            families.append([ink])
        else:
            kin.append(ink)
    parts = (_Part(family[0], tuple(family), sum(shares[i] for i in family)) for family in families)
    return sorted(parts, key=lambda part: -part.share)


def _are_kin(one: str, other: str) -> bool:
    (light, chroma, hue), (other_light, other_chroma, other_hue) = oklch(one), oklch(other)
    if (chroma < NEUTRAL) != (other_chroma < NEUTRAL):
        return False
    if chroma < NEUTRAL:
        return abs(light - other_light) <= _GREYS_APART
    return hue_apart(hue, other_hue) <= _FAMILY


def _light_and_dark(part: _Part, shares: Mapping[str, float]) -> list[_Part]:
    """Where all of it is of one hue, its two tones that are furthest from each other."""
    inks = sorted(part.inks, key=lambda ink: oklch(ink)[0])
    seen = [ink for ink in inks if shares[ink] >= _A_PART / 2]
    if len(seen) < 2:
        return [part]
    gaps = [oklch(b)[0] - oklch(a)[0] for a, b in pairwise(seen)]
    at = inks.index(seen[gaps.index(max(gaps)) + 1])
    halves = [inks[:at], inks[at:]]
    made = (_Part(max(h, key=lambda i: shares[i]), tuple(h), sum(shares[i] for i in h)) for h in halves)
    return sorted(made, key=lambda one: -one.share)


def _assigned(parts: Sequence[_Part], said: Sequence[str]) -> list[tuple[_Part, str]]:
    """Each part and its ink: who has the colour keeps it, the others take turns in the order in which they were said."""
    found, left = dict[str, str](), list(said)
    for part in parts:
        ink = min(said, key=lambda one: distance(one, part.main))
        if _has(part.main, ink) and ink in left:
            found[part.main] = ink
            left.remove(ink)
    for n, part in enumerate(one for one in parts if one.main not in found):
        found[part.main] = left[n] if n < len(left) else said[n % len(said)]
    return [(part, found[part.main]) for part in parts]


def _has(ink: str, said: str) -> bool:
    (_, chroma, hue), (_, other_chroma, other_hue) = oklch(ink), oklch(said)
    coloured = min(chroma, other_chroma) >= 2 * NEUTRAL
    return distance(ink, said) < _HAS_IT or (coloured and hue_apart(hue, other_hue) < _SAME_HUE)


_VERY, _SAME_TONE = 14.0, 0.24


def _is(ink: str, said: str) -> bool:
    """Anybody would call it so: a grey tyre is not navy, and a red tank not orange."""
    (light, chroma, hue), (other_light, other_chroma, other_hue) = oklch(ink), oklch(said)
    if min(chroma, other_chroma) < NEUTRAL:
        return max(chroma, other_chroma) < 2 * NEUTRAL and abs(light - other_light) < _HAS_IT
    return hue_apart(hue, other_hue) < _VERY and abs(light - other_light) < _SAME_TONE


def has_all(drawing: Drawing, said: Sequence[str]) -> bool:
    """Whether it is in those inks anyway: a bee is yellow and black."""
    shares = visible_shares(drawing)
    return bool(said) and all(any(_is(ink, one) for ink in _seen(shares, one)) for one in said)


def _seen(shares: Mapping[str, float], said: str) -> list[str]:
    """What is large enough to count as of a colour: of black and white a little is seen."""
    least = _A_PART if oklch(said)[1] >= NEUTRAL else _A_STRIPE
    return [ink for ink, share in shares.items() if share >= least]


def _nearest(ink: str, said: Sequence[str]) -> str:
    return min(said, key=lambda one: abs(oklch(one)[0] - oklch(ink)[0]))


def _moved(ink: str, main: str, to: str) -> str:
    (light, _, _), (main_light, _, _), (to_light, chroma, hue) = oklch(ink), oklch(main), oklch(to)
    return from_oklch(min(0.97, max(0.16, to_light + 0.7 * (light - main_light))), chroma, hue)
