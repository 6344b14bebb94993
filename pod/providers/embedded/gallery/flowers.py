"""Flowers that are seen from the front: one row each, drawn growing and as a tied bouquet."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.shapes import circle, polar, scallop
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, oval
from pod.providers.embedded.gallery.kit import (
    CREAM,
    DARK,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    ROSE,
    WHITE,
    C,
    Draw,
    Head,
    bunch,
    growing,
    leaves,
    petal,
    stem,
)

_SMALL = 175.0
"""Radius below which more than two layers of petals would be nothing but lines."""


@dataclass(frozen=True, slots=True)
class Bloom:
    """`width` of a petal as a share of its length; `heart` the ink and `eye` the radius of the middle as a share of the
    flower's. `streak` is the ink of a mark in each petal. `layers` lie on each other, each smaller and lighter."""

    petals: int
    ink: str
    shape: str = "round"
    width: float = 0.5
    heart: str = GOLD
    eye: float = 0.26
    layers: int = 1
    streak: str = ""
    cup: str = ""
    stamens: bool = False

    def __call__(self, pen: Pen, x: float, y: float, r: float, lean: float) -> None:
        layers = self.layers if r > _SMALL else min(2, self.layers)
        for layer in range(layers):
            self._ring(pen, x, y, r * (1 - 0.78 * layer / layers), lean, layer)
        if self.stamens:
            self._stamens(pen, x, y, r, lean)
        if self.cup:
            pen.part(scallop(x, y, r * 0.4, 10, r * 0.045), self.cup)
        if self.eye:
            pen.part(circle(x, y, r * self.eye), self.heart)
            for k in range(5 if self.eye > 0.2 else 0):
                pen.canvas.fill(
                    circle(*polar(x, y, r * self.eye * 0.52, 72 * k + lean), r * 0.035), mix(self.heart, INK, 0.4)
                )

    def _ring(self, pen: Pen, x: float, y: float, r: float, lean: float, layer: int) -> None:
        ink = mix(self.ink, CREAM, 0.16 * layer)
        for k in range(self.petals):
            turn = lean + 360 * (k + 0.5 * (layer % 2)) / self.petals
            pen.part(petal(self.shape, x, y, r, r * self.width, turn), ink)
            if self.streak:
                pen.canvas.fill(petal("pointed", x, y, r * 0.72, r * self.width * 0.34, turn), self.streak)

    def _stamens(self, pen: Pen, x: float, y: float, r: float, lean: float) -> None:
        for k in range(6):
            tip = polar(x, y, r * 0.42, lean + 60 * k + 30)
            pen.canvas.fill(oval(*tip, r * 0.07, r * 0.045, lean + 60 * k + 30), mix(ORANGE, INK, 0.35))


def _pansy(ink: str, light: str) -> Head:
    """Two petals behind, two beside, one broad below with a dark face."""

    def head(pen: Pen, x: float, y: float, r: float, lean: float) -> None:
        for turn, paint in ((-34, ink), (34, ink), (-100, light), (100, light), (180, light)):
            pen.part(petal("broad", x, y, r * (0.95 if paint == ink else 0.84), r * 0.98, lean + turn), paint)
        for turn in (-100, 100, 180):
            pen.canvas.fill(petal("pointed", x, y, r * 0.5, r * 0.36, lean + turn), mix(ink, INK, 0.55))
        pen.part(circle(x, y, r * 0.13), GOLD)

    return head


def _orchid(pen: Pen, x: float, y: float, r: float, lean: float) -> None:
    for turn in (0, 128, -128):
        pen.part(petal("pointed", x, y, r, r * 0.56, lean + turn), "#f3b9d8")
    for turn in (-68, 68):
        pen.part(petal("broad", x, y, r * 0.98, r * 0.94, lean + turn), "#f7cfe4")
    pen.part(petal("frilled", x, y - r * 0.06, r * 0.52, r * 0.5, lean + 180), "#b8397f")
    pen.part(circle(x, y, r * 0.16), GOLD)


def _hydrangea(pen: Pen, x: float, y: float, r: float, _lean: float) -> None:
    pen.part(scallop(x, y, r * 0.86, 11, r * 0.09), "#5f7fc0")
    spots = [
        (x, y),
        *(polar(x, y, r * 0.48, 60 * k) for k in range(6)),
        *(polar(x, y, r * 0.86, 36 * k + 18) for k in range(10)),
    ]
    for k, (fx, fy) in enumerate(reversed(spots)):
        ink = ("#8fa9de", "#a8bce8", "#7f98d4")[k % 3]
        for turn in range(45, 405, 90):
            pen.canvas.fill(petal("broad", fx, fy, r * 0.27, r * 0.3, turn), mix(ink, INK, 0.5))
            pen.canvas.fill(petal("broad", fx, fy, r * 0.24, r * 0.25, turn), ink)
        pen.canvas.fill(circle(fx, fy, r * 0.055), CREAM)


def _cluster(head: Head) -> Head:
    """Several small ones where others have one."""

    def heads(pen: Pen, x: float, y: float, r: float, lean: float) -> None:
        for turn in range(0, 360, 60):
            head(pen, *polar(x, y, r * 0.62, turn + lean), r * 0.4, turn)
        head(pen, x, y, r * 0.42, lean)

    return heads


def _rose(ink: str) -> Head:
    """Petals within petals, wound up."""

    def head(pen: Pen, x: float, y: float, r: float, lean: float) -> None:
        for layer, (count, size) in enumerate(((6, 0.62), (5, 0.48), (4, 0.34))):
            for k in range(count):
                turn = lean + 360 * k / count + 34 * layer
                at = polar(x, y, r * size * 0.62, turn)
                pen.part(circle(*at, r * size * 0.62), mix(ink, INK, 0.1 * layer))
        pen.part(circle(x, y, r * 0.22), mix(ink, INK, 0.3))

    return head


def _tulip(ink: str) -> Head:
    def head(pen: Pen, x: float, y: float, r: float, lean: float) -> None:
        for turn in (-26, 26, 0):
            pen.part(
                petal("round", x, y + r * 0.8, r * 1.6, r * 1.1, lean + turn), mix(ink, CREAM, 0.14 if turn else 0.0)
            )

    return head


TIED: dict[str, Head] = {
    "rose": _rose("#d9405a"),
    "tulip": _tulip("#ee6f6a"),
    "sunflower": Bloom(18, "#f6bd2f", "pointed", 0.34, "#6b4426", 0.42, layers=2),
    "peony": _rose("#f2a3bd"),
}
"""Flowers that grow in the sets or elsewhere, for bouquets."""

FLOWERS: dict[str, Head] = {
    "daisy": Bloom(13, WHITE, width=0.3, eye=0.3),
    "poppy": Bloom(4, "#e0452f", "frilled", 1.3, DARK, 0.24, streak="#8f2a24"),
    "dahlia": Bloom(12, "#c93f6a", "pointed", 0.42, "#f0a6b8", 0.12, layers=3),
    "lily": Bloom(6, "#f7a8b8", "pointed", 0.52, LEAF, 0.1, streak="#d9587a", stamens=True),
    "tiger lily": Bloom(6, "#f08a35", "pointed", 0.5, LEAF, 0.1, streak="#b54a1e", stamens=True),
    "carnation": Bloom(9, "#e8637f", "frilled", 0.62, "#f7b9c4", 0.0, layers=3),
    "aster": Bloom(18, "#8d78cc", width=0.22, eye=0.28),
    "cosmos": Bloom(8, "#ee92b4", "notched", 0.62, GOLD, 0.2, streak="#d96a96"),
    "marigold": Bloom(10, "#f29a2e", "frilled", 0.56, "#fbc65a", 0.0, layers=3),
    "chrysanthemum": Bloom(16, "#e5a93a", "round", 0.26, "#f7d98a", 0.1, layers=3),
    "zinnia": Bloom(12, "#e4572f", "round", 0.42, GOLD, 0.2, layers=3),
    "forget-me-not": Bloom(5, "#6fa3e0", "broad", 0.84, "#fbe08f", 0.22),
    "anemone": Bloom(8, "#fbf6f2", "broad", 0.62, DARK, 0.24, layers=1),
    "magnolia": Bloom(7, "#fbe3e8", "broad", 0.62, "#c9a04a", 0.18, layers=2, streak="#f0b3c4"),
    "daffodil": Bloom(6, "#fbd94f", "pointed", 0.6, "#e88a2a", 0.22, cup=ORANGE),
    "gerbera": Bloom(16, "#ef6f4f", "round", 0.28, DARK, 0.26, layers=2),
    "jasmine": Bloom(5, WHITE, "pointed", 0.56, "#f3dd8f", 0.14),
    "edelweiss": Bloom(9, "#f4f1e4", "pointed", 0.36, "#e3c65a", 0.3),
    "buttercup": Bloom(5, "#fbd235", "broad", 0.9, "#d9a520", 0.24),
    "black-eyed susan": Bloom(13, "#f6b52c", "pointed", 0.34, "#4a2f24", 0.3),
    "coneflower": Bloom(12, "#c873a8", "round", 0.3, "#a5542c", 0.36),
    "morning glory": Bloom(5, "#5a6fd0", "broad", 1.15, "#fbf2c8", 0.16, streak="#b9c2f0"),
    "petunia": Bloom(5, "#a86fd0", "broad", 1.1, "#5f3f8f", 0.16, streak="#d9b9f0"),
    "primrose": Bloom(5, "#fbe99a", "notched", 0.86, "#f0b32e", 0.24),
    "cornflower": Bloom(10, "#5f7fe0", "frilled", 0.44, "#3f4fa0", 0.22),
    "geranium": _cluster(Bloom(5, "#e0404a", "broad", 0.84, CREAM, 0.16)),
    "pansy": _pansy("#6a4a9e", "#f3c84a"),
    "violet": _pansy("#7a5cc0", "#9b82d8"),
    "orchid": _orchid,
    "hydrangea": _hydrangea,
}
"""By the name of one."""

_BLADES = frozenset(["daffodil", "lily", "tiger lily", "poppy", "cosmos"])

_RIBBONS = (ROSE, "#5f9fc0", GOLD, "#b79ce0")

MEADOW: tuple[Head, ...] = (
    FLOWERS["daisy"],
    FLOWERS["poppy"],
    FLOWERS["forget-me-not"],
    FLOWERS["black-eyed susan"],
    FLOWERS["cosmos"],
)


def _wildflowers(pen: Pen) -> None:
    """A strip of meadow."""
    spots = ((300, 170, 165), (720, 190, 170), (500, 420, 150), (130, 470, 120), (890, 480, 125))
    for x, y, _ in spots:
        stem(pen, (C + (x - C) * 0.5, 1000), (x, y), (x - C) * 0.1, 12)
    leaves(pen, [(C + 5 * a, 1000, 330 - abs(a), a) for a in (-48, 48, -30, 30, -10, 12)], GREEN, 0.16)
    for head, (x, y, r) in zip(MEADOW, spots, strict=True):
        head(pen, x, y, r, 8)


BLOSSOMS: Mapping[str, Draw] = {
    **{name: growing(head, blades=name in _BLADES) for name, head in FLOWERS.items()},
    "forget-me-not": growing(_cluster(FLOWERS["forget-me-not"])),
    "wildflowers": _wildflowers,
}

BOUQUETS: Mapping[str, Draw] = {
    **{
        f"bouquet of {name}": bunch((head,), ribbon)
        for (name, head), ribbon in zip((FLOWERS | TIED).items(), itertools.cycle(_RIBBONS), strict=False)
    },
    "bouquet of wildflowers": bunch(MEADOW),
}
"""By the name that the keyword table gives them."""
