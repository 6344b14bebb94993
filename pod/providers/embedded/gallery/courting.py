"""Two birds whose necks make a heart. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.objects.kit import fitted

_NECK = (
    curve((300, 720), (500, 640), (470, 520), (360, 430), 14)
    + curve((360, 430), (190, 290), (360, 90), (470, 250), 16)[1:]
)


def _on_both_sides(draw: Callable[[Pen], None]) -> Draw:
    def both(pen: Pen) -> None:
        for turn in (Transform(), Transform.scale(-1, 1).then(Transform.move(BOX, 0))):
            canvas = Canvas(BOX, BOX)
            draw(Pen(canvas, pen.species))
            pen.canvas.place(canvas.drawing(), turn)

    return fitted(both)


def _swan(ink: str, bill: str, knob: str) -> Callable[[Pen], None]:
    shade = mix(ink, INK, 0.2)

    def draw(pen: Pen) -> None:
        pen.part(
            Path.parse(
                "M500 760C480 900 360 960 180 930C60 910 -20 820 -60 640C20 700 90 640 200 640C330 640 420 680 500 760Z"
            ),
            ink,
        )
        wing = Path.parse(
            "M420 780C360 860 240 880 130 850C40 820 0 760 -40 690C60 720 130 680 230 680C320 680 390 720 420 780Z"
        )
        pen.part(wing, mix(ink, shade, 0.4))
        for k in range(3):
            pen.canvas.stroke(
                Path.parse(f"M{300 - 80 * k} {840 - 6 * k}Q{220 - 80 * k} {820 - 14 * k} {180 - 70 * k} {750}"),
                shade,
                12,
            )
        _neck_and_head(pen, ink, bill, knob, 40, 62)

    return draw


def _flamingo(pen: Pen) -> None:
    ink, leg = "#f58fae", "#e8779b"
    pen.part(limb([(210, 860), (180, 1010), (290, 1060)], 15, 12), leg)
    pen.part(limb([(260, 860), (270, 1230)], 16, 13), leg)
    pen.part(limb([(270, 1226), (330, 1240)], 14, 10), leg)
    for turn in (272, 256, 240):
        pen.part(leaf(110, 780, 190, 70, turn), "#d95d85")
    pen.part(Path.parse("M420 760C400 880 300 930 190 900C100 880 60 820 70 760C130 680 330 640 420 760Z"), ink)
    pen.part(Path.parse("M340 780C290 870 190 880 90 820C120 740 260 690 340 780Z"), mix(ink, "#d95d85", 0.4))
    _neck_and_head(pen, ink, "#fbe6d8", INK, 34, 56)


def _neck_and_head(pen: Pen, ink: str, bill: str, tip: str, thin: float, wide: float) -> None:
    """Out to the middle, back, and over to whoever stands opposite: half a heart."""
    beak = Path.parse("M452 214L512 300Q506 340 496 356Q470 330 440 300Z")
    pen.part(beak, bill)
    with pen.canvas.group(beak):
        pen.canvas.fill(circle(504, 356, 40), tip)
    pen.part(limb(_NECK, wide, thin), ink)
    pen.canvas.fill(limb(_NECK[:5], wide - 2, wide - 10), ink)
    pen.part(oval(440, 240, 66, 56, 36), ink)
    pen.canvas.fill(limb(_NECK[-7:-1], thin + 2, thin + 2), ink)
    pen.canvas.fill(circle(446, 230, 13), INK)
    pen.canvas.fill(circle(442, 226, 5), "#ffffff")


_TAIL = "M290 935C420 985 505 960 512 880C440 810 350 750 362 650C376 560 500 560 512 668"
_STRIPES = "M60 700Q150 740 240 700M44 790Q150 836 256 790M90 390L120 440M150 376L150 436M210 390L180 440"


def _hearttailed(left: str, right: str) -> Draw:
    """Two cats from behind, side by side; their tails are the halves of a heart between them."""

    def draw(pen: Pen) -> None:
        for ink, turn in ((left, Transform()), (right, Transform.scale(-1, 1).then(Transform.move(BOX, 0)))):
            canvas = Canvas(BOX, BOX)
            _cat_from_behind(Pen(canvas, pen.species), ink)
            pen.canvas.place(canvas.drawing(), turn)

    return fitted(draw)


def _cat_from_behind(pen: Pen, ink: str) -> None:
    tail = Path.parse(_TAIL)
    pen.canvas.stroke(tail, INK, 76)
    pen.canvas.stroke(tail, ink, 52)
    pen.part(
        Path.parse(
            "M150 520C260 520 350 760 350 880C350 960 270 976 150 976C30 976 -50 960 -50 880C-50 760 40 520 150 520Z"
        ),
        ink,
    )
    for side in (-1, 1):
        pen.part(Path.parse(f"M{150 + side * 24} 350L{150 + side * 128} 210L{150 + side * 150} 420Z"), ink)
    pen.part(oval(150, 450, 160, 132), ink)
    pen.canvas.stroke(Path.parse(_STRIPES), mix(ink, INK, 0.35), 18)


COURTING: Mapping[str, Draw] = {
    "heartnecked swan": _on_both_sides(_swan("#fdfbf8", "#f0872f", "#3a2430")),
    "heartnecked black swan": _on_both_sides(_swan("#37353f", "#d9403c", "#fbf2df")),
    "heartnecked flamingo": _on_both_sides(_flamingo),
    "hearttailed cats": _hearttailed("#e39a4b", "#8b93a3"),
    "hearttailed black cats": _hearttailed("#3b3843", "#3b3843"),
    "hearttailed black and white cats": _hearttailed("#3b3843", "#f6efe4"),
    "hearttailed orange cats": _hearttailed("#e39a4b", "#e39a4b"),
    "hearttailed grey cats": _hearttailed("#8b93a3", "#8b93a3"),
}
"""By the name that the keyword table gives them."""
