"""What hangs on walls: the wave of Japanese prints with and without its sun, a line face among leaves, a sugar skull among roses,
cacti that smile. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.creatures import CREATURES
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import GREEN, WHITE, C, Draw, Head, leaves
from pod.providers.embedded.gallery.potted import POTTED
from pod.providers.embedded.gallery.signs import line_strokes
from pod.providers.embedded.wares import WARES

_DEEP, _BLUE, _PALE, _FOAM, _SUN = "#1f3f6d", "#2f6ba3", "#8fbfdc", "#f6f2e4", "#d1433a"

_BODY = (
    "M-10 1000C10 760 110 470 330 330C500 224 720 220 842 330C900 384 906 470 852 500C846 440 800 404 740 408"
    "C640 416 574 500 590 610C606 716 720 790 850 790C930 790 990 772 1034 740L1034 1000Z"
)
_STRIPES = (
    "M60 960C90 780 180 560 360 430C440 376 540 350 620 356",
    "M170 980C190 840 270 660 400 540C430 512 462 490 490 476",
    "M300 990C310 900 360 780 450 690",
    "M450 990C456 940 480 880 524 836C640 880 800 900 960 860",
    "M610 990C620 960 640 944 668 936C780 950 900 944 1010 912",
)
_CREST: Sequence[tuple[float, float, float]] = (
    (196, 452, 44), (262, 384, 52), (342, 326, 58), (436, 282, 62), (536, 256, 64), (636, 250, 64), (732, 272, 62),
    (812, 322, 58), (862, 392, 52), (868, 464, 42),
)  # fmt: skip
_CLAWS: Sequence[tuple[tuple[float, float], tuple[float, float], tuple[float, float]]] = (
    ((868, 470), (906, 540), (868, 600)),
    ((836, 440), (838, 520), (796, 572)),
    ((786, 400), (768, 470), (722, 506)),
    ((724, 384), (684, 430), (640, 440)),
    ((900, 430), (956, 480), (950, 540)),
)


def wave(pen: Pen) -> None:
    mountain = Path.parse("M640 800L770 600L900 800Z")
    pen.part(mountain, mix(_DEEP, _PALE, 0.35))
    pen.canvas.fill(Path.parse("M728 664L770 600L812 664L790 652L770 680L748 654Z"), _FOAM)
    body = Path.parse(_BODY)
    pen.part(body, _DEEP)
    with pen.canvas.group(body):
        for width, ink in ((62, _BLUE), (22, _PALE)):
            for d in _STRIPES:
                pen.canvas.stroke(Path.parse(d), ink, width)
    for root, bend, tip in _CLAWS:
        pen.part(limb(curve(root, bend, bend, tip), 34, 8), _FOAM)
    for x, y, r in _CREST:
        pen.canvas.fill(circle(x, y, r + 11), INK)
    for x, y, r in _CREST:
        pen.canvas.fill(circle(x, y, r), _FOAM)
    for root, bend, _ in _CLAWS:
        pen.canvas.fill(limb([root, bend], 26, 14), _FOAM)
    for x, y, r in ((660, 540, 20), (720, 600, 15), (906, 660, 18), (972, 600, 14), (620, 470, 12)):
        pen.part(circle(x, y, r), _FOAM)


def _wave_with_sun(pen: Pen) -> None:
    pen.part(circle(224, 196, 176), _SUN)
    wave(pen)


def _wave_with_koi(pen: Pen) -> None:
    """A carp that swims up the hollow of the wave, before the sun."""
    _wave_with_sun(pen)
    koi = Canvas(BOX, BOX)
    CREATURES["koi fish"](Pen(koi, pen.species))
    up = (
        Transform.move(-C, -C)
        .then(Transform.rotate(38, (0, 0)))
        .then(Transform.scale(0.5))
        .then(Transform.move(690, 730))
    )
    pen.canvas.place(koi.drawing(), up)


# --- faces in a few strokes


def _face_among(heads: Sequence[Head]) -> Draw:
    """The face in a few strokes under a crown of leaves, with flowers in it where there are `heads`."""

    def draw(pen: Pen) -> None:
        small = Canvas(BOX, BOX)
        line_strokes(Pen(small, pen.species))
        pen.canvas.place(small.drawing(), Transform.scale(0.86).then(Transform.move(70, 140)))
        crown = (
            (244, 450, 180, -150), (240, 360, 210, -96), (282, 296, 220, -60), (366, 256, 220, -30), (500, 300, 220, -2),
            (640, 256, 220, 28), (742, 296, 220, 58), (784, 356, 210, 94), (788, 450, 180, 148),
            (312, 276, 150, -104), (440, 276, 170, -34), (590, 276, 170, 32), (708, 272, 150, 100),
        )  # fmt: skip
        leaves(pen, crown, GREEN, 0.34)
        for k, head in enumerate(heads):
            head(pen, (318, 512, 712)[k], (276, 270, 272)[k], (110, 124, 110)[k], (k - 1) * 20.0)

    return draw


# --- a sugar skull


def _sugar_skull_with_roses(pen: Pen) -> None:
    rose = TIED["rose"]
    leaves(pen, [(C + 300 * side, 850, 260, side * turn) for side in SIDES for turn in (70, 112)], GREEN, 0.36)
    skull = Canvas(BOX, BOX)
    WARES["sugar skull"](Pen(skull, pen.species))
    pen.canvas.place(skull.drawing(), Transform.scale(0.84).then(Transform.move(82, -20)))
    leaves(pen, [(C, 900, 220, turn) for turn in (-60, 60)], GREEN, 0.36)
    for x, y, r in ((200, 810, 150), (824, 810, 150), (C, 880, 150), (350, 900, 118), (674, 900, 118)):
        rose(pen, x, y, r, (x - C) * 0.05)


# --- cacti


def _smiling_cacti(pen: Pen) -> None:
    POTTED["cacti in pots"](pen)
    for x in (172.0, C, 852.0):
        for side in SIDES:
            pen.canvas.fill(oval(x + side * 34, 742, 12, 15), INK)
            pen.canvas.fill(circle(x + side * 30, 737, 5), WHITE)
            pen.canvas.fill(oval(x + side * 60, 774, 17, 11), "#f5a3ac")
        pen.canvas.stroke(Path.parse(f"M{x - 20} 764Q{x} 790 {x + 20} 764"), INK, 9)


def _sea_anemone(pen: Pen) -> None:
    """A crown of tentacles on a stout foot."""
    for k in range(13):
        turn = -84 + 14 * k
        far = 330 + 70 * (k % 2)
        root, tip = polar(C, 640, 120, turn * 0.8), polar(C, 640, far, turn)
        bend = polar(C, 640, far * 0.7, turn + (16 if k % 2 else -16))
        pen.part(limb(curve(root, bend, bend, tip), 44, 34), ("#c86fb0", "#e08fc4")[k % 2])
        pen.canvas.fill(circle(*tip, 24), "#f8d3ea")
    pen.part(Path.parse("M290 660C260 800 250 900 200 990L824 990C774 900 764 800 734 660Z"), "#8a4f9e")
    for x in (360, 460, 564, 664):
        pen.canvas.stroke(
            Path.parse(f"M{x} 700Q{x - (C - x) * 0.1} 850 {x - (C - x) * 0.3} 980"), mix("#8a4f9e", INK, 0.25), 14
        )
    pen.part(oval(C, 660, 236, 76), "#b56fc0")
    pen.canvas.fill(oval(C, 660, 120, 34), mix("#8a4f9e", INK, 0.3))


PRINTS: Mapping[str, Draw] = {
    "great wave": wave,
    "great wave with a red sun": _wave_with_sun,
    "great wave with a koi": _wave_with_koi,
    "line face with leaves": _face_among(()),
    "line face with flowers": _face_among((FLOWERS["daisy"], TIED["rose"], FLOWERS["cosmos"])),
    "sugar skull with roses": _sugar_skull_with_roses,
    "smiling cacti in pots": _smiling_cacti,
    "sea anemone": _sea_anemone,
}
"""By the name that the keyword table gives them."""
