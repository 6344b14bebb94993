"""A carrier, a paper boat, a hut on the ice, and the cross of the fire brigades. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import CREAM, DARK, GOLD, RED, SNOW, STEEL, WOOD, fitted, line, shape

_SEA = "#5fa8d3"


def _waves(pen: Pen, y: float) -> None:
    crest = "".join(f"Q{40 + 118 * k} {y - 40} {98 + 118 * k} {y}" for k in range(8))
    pen.part(Path.parse(f"M-20 {y}{crest}L1040 {y + 110}L-20 {y + 110}Z"), _SEA)


def _jet(pen: Pen, x: float) -> None:
    pen.part(
        Path.parse(f"M{x - 70} 470L{x - 50} 420L{x - 30} 452L{x + 50} 456L{x + 90} 470L{x + 50} 482L{x - 70} 482Z"),
        STEEL,
    )


def _carrier(pen: Pen) -> None:
    """From the side: a long flat deck, the island with its masts, jets on deck."""
    hull = "#7b8a99"
    for x in (180, 320, 830):
        _jet(pen, x)
    pen.part(rounded_rect(520, 300, 170, 190, 10), mix(hull, SNOW, 0.25))
    pen.part(rounded_rect(552, 220, 104, 90, 8), mix(hull, SNOW, 0.15))
    for x in (566, 606):
        pen.canvas.fill(rect(x, 244, 30, 26), DARK)
    pen.part(limb([(604, 220), (604, 70)], 11, 6), DARK)
    line(pen, "M560 130L650 130M574 170L636 170", 11)
    pen.part(circle(604, 84, 26), CREAM)
    shape(pen, "M20 484L1010 484L990 540L60 540Z", mix(hull, INK, 0.25))
    shape(pen, "M70 540L980 540L930 760L160 760Z", hull)
    for x in range(220, 900, 96):
        pen.canvas.fill(circle(x, 640, 17), DARK)
    line(pen, "M40 510L990 510", 8, SNOW)
    _waves(pen, 760)


def _paper_boat(pen: Pen) -> None:
    """Folded: a peak between two sides."""
    paper = "#fdfbf6"
    shape(pen, "M512 180L720 560L304 560Z", mix(paper, "#9fb8cc", 0.35))
    pen.canvas.fill(Path.parse("M512 196L512 550L318 550Z"), paper)
    shape(pen, "M60 440L400 560L512 640L624 560L964 440L800 790L224 790Z", paper)
    pen.canvas.fill(Path.parse("M512 648L640 566L950 456L794 780L512 780Z"), mix(paper, "#9fb8cc", 0.4))
    line(pen, "M512 640L512 790", 11)
    _waves(pen, 780)


def _ice_hut(pen: Pen) -> None:
    """A shed on runners, smoke from its pipe, a hole in the ice with a rod over it."""
    pen.part(oval(C, 930, 510, 96), "#dcecf5")
    for k, (x, y, r) in enumerate(((640, 120, 44), (690, 60, 54), (760, 10, 40))):
        pen.part(circle(x, y, r), mix(SNOW, "#9fb8cc", 0.15 + 0.1 * k))
    pen.part(rounded_rect(600, 150, 60, 180, 8), STEEL)
    pen.part(rect(180, 380, 520, 500), "#b5453c")
    for y in range(450, 880, 74):
        line(pen, f"M184 {y}L696 {y}", 7, mix("#b5453c", INK, 0.35))
    shape(pen, "M110 400L440 190L770 400L740 440L440 256L140 440Z", SNOW)
    pen.part(rounded_rect(250, 560, 170, 320, 10), WOOD)
    pen.canvas.fill(circle(390, 730, 14), GOLD)
    pen.part(rounded_rect(500, 560, 140, 130, 8), "#f9e29a")
    line(pen, "M570 560L570 690M500 625L640 625", 12)
    pen.part(oval(880, 920, 96, 36), "#3f6f94")
    pen.part(limb([(760, 860), (900, 700)], 11, 6), WOOD)
    line(pen, "M900 700L886 916", 6)


def _firefighter_cross(pen: Pen) -> None:
    """Four broad arms round a shield with a ladder, an axe and a hydrant's red."""
    arm = "M-96 -120Q-150 -330 -250 -430Q0 -520 250 -430Q150 -330 96 -120Z"
    for turn in (0, 90, 180, 270):
        to = Transform.rotate(turn, (0, 0)).then(Transform.move(C, C))
        pen.part(Path.parse(arm).transformed(to), RED)
        pen.canvas.stroke(
            Path.parse("M-82 -150Q-132 -320 -206 -404Q0 -470 206 -404Q132 -320 82 -150").transformed(to), GOLD, 18
        )
    pen.part(circle(C, C, 236), GOLD)
    pen.part(circle(C, C, 196), CREAM)
    for side in SIDES:
        pen.part(limb([(C + side * 60 - 40, C + 130), (C + side * 60 + 30, C - 140)], 12, 12), WOOD)
    for k in range(5):
        y, x = C + 96 - 50 * k, C - 26 + 13 * k
        line(pen, f"M{x - 44} {y}L{x + 64} {y}", 13, mix(WOOD, INK, 0.3))
    pen.part(limb([(C + 120, C + 130), (C - 90, C - 120)], 15, 13), DARK)
    pen.part(
        Path.parse(
            f"M{C - 130} {C - 120}Q{C - 80} {C - 180} {C - 20} {C - 150}L{C - 70} {C - 66}Q{C - 140} {C - 60} {C - 130} {C - 120}Z"
        ),
        STEEL,
    )


_ROPE = "#e3c48d"
_IN_FRONT = ("M546 92C700 60 850 190 752 306C672 394 404 380 318 474", "M742 812C724 900 640 930 590 1000")
_BEHIND = "M318 474C244 570 420 622 520 652C650 690 776 724 742 812"


def _rope(pen: Pen, d: str) -> None:
    """Three strands, laid."""
    path = Path.parse(d)
    pen.canvas.stroke(path, INK, 78)
    pen.canvas.stroke(path, _ROPE, 50)
    pen.canvas.stroke(path, mix(_ROPE, INK, 0.35), 50, dash=(9, 30))


def _roped_anchor(pen: Pen) -> None:
    """A rope made fast to its ring, wound round the shank."""
    iron = "#3f5f86"
    _rope(pen, _BEHIND)
    for ink, wide in ((INK, 76), (iron, 48)):
        pen.canvas.stroke(circle(512, 136, 80), ink, wide)
    pen.part(rounded_rect(466, 214, 92, 700, 30), iron)
    pen.part(rounded_rect(286, 268, 452, 78, 39), iron)
    shape(
        pen,
        "M72 560L250 650L196 690C250 790 360 850 466 868L558 868C664 850 774 790 828 690L774 650L952 560"
        "C960 780 800 960 512 1000C224 960 64 780 72 560Z",
        iron,
    )
    pen.canvas.fill(rounded_rect(486, 360, 20, 480, 10), mix(iron, SNOW, 0.3))
    for d in _IN_FRONT:
        _rope(pen, d)


AFLOAT: Mapping[str, Draw] = {
    "roped anchor": _roped_anchor,
    "aircraft carrier": fitted(_carrier),
    "paper boat": fitted(_paper_boat),
    "ice hut": fitted(_ice_hut),
    "firefighter cross": fitted(_firefighter_cross),
}
"""By the name that the keyword table gives them."""
