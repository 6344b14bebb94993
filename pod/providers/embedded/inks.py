"""How many inks a drawing takes, brought down where fewer were asked for, and inks that colour-blind eyes tell apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

import numpy as np

from pod.drawing import rasterise
from pod.drawing.display import Drawing, Fill, Group, Item, Stroke
from pod.imaging.colour import distance, gamma, hue_apart, linear, oklch, parse_hex, to_hex
from pod.providers.embedded.characters.looks import SKINS
from pod.providers.embedded.palettes import PALETTES, Palette

_COUNTED_PX = 256

_ASKED = re.compile(r"\b(one|single|two|three|four|five|six|[1-6])[ -]?(?:colou?rs?|inks?|tones?)\b", re.IGNORECASE)
_NUMBERS = {"one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

_FOR_ALL_EYES = re.compile(r"\bcolou?r[ -]?blind(?:ness)?\b(?:[ -](?:safe|friendly))?", re.IGNORECASE)


def asked_inks(text: str) -> tuple[str, int]:
    """The sentence without “in two colours”, and that number; 0 where none is asked for."""
    match = _ASKED.search(text)
    if match is None:
        return text, 0
    said = match.group(1).lower()
    return _ASKED.sub(" ", text), _NUMBERS.get(said) or int(said)


def asked_for_all_eyes(text: str) -> tuple[str, bool]:
    """The sentence without “colour-blind safe”, and whether it was there."""
    return _FOR_ALL_EYES.sub(" ", text), bool(_FOR_ALL_EYES.search(text))


# --- fewer inks


def limited(drawing: Drawing, most: int) -> Drawing:
    """The drawing in at most `most` solid inks: those that cover little give way to the nearest of those that cover much."""
    return repainted(drawing, Merging(drawing).into(most), solid=True)


_DEAR = 8.0
"""How much more the hero's only ink counts than as much of the ground."""


@dataclass(frozen=True)
class Merging:
    """The inks of a drawing, which may be brought down to several numbers: how much each covers is measured once. Those that
    whoever is in the picture has much of, as `shares` of it, give way last: a red tractor stays red."""

    drawing: Drawing
    shares: Mapping[str, float] = field(default_factory=dict)

    def into(self, most: int) -> Mapping[str, str]:
        """Ink → what it becomes where there may be at most `most`; empty where there are no more."""
        dear = {ink: cover * (1 + _DEAR * self.shares.get(ink, 0.0)) for ink, cover in self._cover.items()}
        return _merged(dear, most) if len(self.drawing.inks()) > most else {}

    @cached_property
    def _cover(self) -> Mapping[str, float]:
        return _cover(self.drawing)


def repainted(drawing: Drawing, becomes: Mapping[str, str], *, solid: bool = False) -> Drawing:
    """The drawing with each ink as it becomes; what the table does not know stays. `solid` makes glazes opaque."""
    items = tuple(_repainted(item, becomes, solid=solid) for item in drawing.items)
    return Drawing(drawing.width, drawing.height, items)


def _cover(drawing: Drawing) -> dict[str, float]:
    """How many pixels of a small picture each ink is nearest to; those hidden or hair-fine keep a little."""
    pixels = rasterise(drawing, _COUNTED_PX)
    seen, counts = np.unique(pixels[pixels[..., 3] > 200][:, :3], axis=0, return_counts=True)
    inks = list(drawing.inks())
    cover = dict.fromkeys(inks, 1.0)
    known = np.array([parse_hex(ink) for ink in inks], dtype=np.int32)
    for rgb, count in zip(seen.astype(np.int32), counts, strict=True):
        apart = np.abs(known - rgb).sum(axis=1)
        cover[inks[int(apart.argmin())]] += float(count)
    return cover


_SKIN_LOSS = 12.0
"""How many times worse it is that a face becomes of another ink: nobody is green for want of one."""


_HUE_LOSS, _OTHER_HUE, _COLOURED, _FADED = 4.0, 28.0, 0.045, 0.06
"""How many times worse it is that an ink becomes one of another hue, from how many degrees and which chroma on, or one so much duller
(`_FADED`): a small tan dog is no pink one, and the orange on a capybara's head no brown one."""

_AREA = 0.6
"""The power at which an ink's area counts: whoever is small in the picture is seen too."""

_FEW = 7
"""Inks that many or fewer were asked for; then the largest areas alone count."""


def _plain_loss(one: str, other: str) -> float:
    a_face_lost = (one in SKINS) != (other in SKINS)
    return distance(one, other) ** 2 * (_SKIN_LOSS if a_face_lost else 1.0)


def _loss(one: str, other: str) -> float:
    (_, chroma, hue), (_, other_chroma, other_hue) = oklch(one), oklch(other)
    a_hue_lost = abs(chroma - other_chroma) > _FADED or (
        max(chroma, other_chroma) > _COLOURED
        and (min(chroma, other_chroma) < _COLOURED / 2 or hue_apart(hue, other_hue) > _OTHER_HUE)
    )
    return _plain_loss(one, other) * (_HUE_LOSS if a_hue_lost else 1.0)


def _merged(cover: Mapping[str, float], most: int) -> dict[str, str]:
    """Each ink → the one that it becomes: again and again the pair goes together that costs least."""
    loss, power = (_loss, _AREA) if most > _FEW else (_plain_loss, 1.0)
    weight, becomes = dict(cover), {ink: ink for ink in cover}
    losses = {pair: loss(*pair) for pair in itertools.combinations(sorted(weight), 2)}
    while len(weight) > most:
        one, other = min(
            itertools.combinations(sorted(weight), 2),
            key=lambda pair: losses[pair] * min(weight[pair[0]], weight[pair[1]]) ** power,
        )
        less, more = sorted((one, other), key=lambda ink: (weight[ink], ink))
        weight[more] += weight.pop(less)
        becomes = {ink: more if now == less else now for ink, now in becomes.items()}
    return becomes


def _repainted(item: Item, becomes: Mapping[str, str], *, solid: bool) -> Item:
    if isinstance(item, Group):
        return Group(tuple(_repainted(inner, becomes, solid=solid) for inner in item.items), item.clip)
    if isinstance(item, Fill | Stroke) and isinstance(item.paint, str):
        opacity = 1.0 if solid else item.opacity
        return replace(item, paint=becomes.get(item.paint, item.paint), opacity=opacity)
    return item


# --- eyes that see fewer colours

_SEEN_BY = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB."""

TOLD_APART = 0.055
"""OKLab distance that the two most alike accents of a palette keep for every kind of eye."""


def as_seen(ink: str, sight: str) -> str:
    rgb = [linear(value / 255) for value in parse_hex(ink)]
    mixed = [sum(k * v for k, v in zip(row, rgb, strict=True)) for row in _SEEN_BY[sight]]
    return to_hex(tuple(255 * gamma(min(1.0, max(0.0, v))) for v in mixed))  # type: ignore[arg-type]


def least_apart(palette: Palette) -> float:
    """Between the two inks that are most alike to the eye that sees them as most alike."""
    return min(
        distance(as_seen(one, sight), as_seen(other, sight))
        for sight in _SEEN_BY
        for one, other in itertools.combinations(palette.inks, 2)
    )


@cache
def safe_palettes() -> Sequence[str]:
    """The names of those that everybody tells apart."""
    return tuple(name for name, palette in PALETTES.items() if least_apart(palette) >= TOLD_APART)
