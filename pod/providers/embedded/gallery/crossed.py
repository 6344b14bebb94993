"""Tools and sticks that lie crossed, as crests of clubs and trades have them: one of each kind upright, and two of it across.
Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import deep, fitted, pale

Tool = Callable[[Pen, Transform], None]
"""Draws one upright about the middle, put where the transform says."""

_WOOD, _STEEL, _DARK, _RED, _GOLD, _CREAM = "#b0763f", "#c3ccd8", "#3d3a48", "#d1493f", "#f3bf4b", "#fbf2df"
_LEAN = 40.0


def _rod(pen: Pen, to: Transform, top: float, foot: float, half: float, ink: str, end: float | None = None) -> None:
    pen.part(limb([(C, top), (C, foot)], half, half if end is None else end).transformed(to), ink)


def _shape(pen: Pen, to: Transform, d: str, ink: str) -> None:
    pen.part(Path.parse(d).transformed(to), ink)


def _box(pen: Pen, to: Transform, x: float, y: float, width: float, height: float, ink: str, r: float = 10) -> None:
    pen.part(rounded_rect(x, y, width, height, r).transformed(to), ink)


def _hockey_stick(pen: Pen, to: Transform) -> None:
    _shape(
        pen,
        to,
        "M486 -60L538 -60L538 820C538 860 560 876 600 876L730 850Q770 850 770 890L770 930Q760 960 720 966L560 976C500 976 486 930 486 880Z",
        _WOOD,
    )
    for y in (-50, 0, 50):
        pen.canvas.fill(rounded_rect(488, y, 48, 30, 4).transformed(to), _DARK)
    pen.canvas.fill(Path.parse("M620 880L700 866L700 966L620 972Z").transformed(to), _DARK)


def _axe(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 40, 1010, 26, _WOOD, 32)
    _shape(
        pen,
        to,
        "M440 90L584 90L600 130C680 110 740 70 780 20C850 140 850 280 780 400C740 350 680 310 600 290L584 330L440 330Z",
        _RED,
    )
    _shape(
        pen,
        to,
        "M730 66C750 50 766 36 780 20C850 140 850 280 780 400C766 384 750 366 730 350C780 260 780 150 730 66Z",
        _STEEL,
    )


def _spanner(pen: Pen, to: Transform) -> None:
    _shape(
        pen,
        to,
        "M462 300L462 760C400 790 370 850 380 910C400 990 460 1020 512 1020C564 1020 624 990 644 910C654 850 624 790 562 760L562 300C640 260 680 180 660 90C640 40 610 10 590 0L590 130L512 190L434 130L434 0C414 10 384 40 364 90C344 180 384 260 462 300Z",
        _STEEL,
    )
    pen.part(circle(C, 905, 54).transformed(to), _CREAM)
    pen.canvas.fill(rounded_rect(490, 340, 22, 380, 11).transformed(to), pale(_STEEL, 0.5))


def _hammer(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 160, 1010, 30, _WOOD, 40)
    _shape(
        pen,
        to,
        "M380 60L640 60Q690 60 720 100Q760 150 800 250C730 200 690 200 640 220L380 220Q350 220 350 190L350 90Q350 60 380 60Z",
        _STEEL,
    )
    _box(pen, to, 290, 70, 80, 140, deep(_STEEL, 0.2), 14)


def _baseball_bat(pen: Pen, to: Transform) -> None:
    pen.part(limb([(C, 960), (C, 600), (C, 60)], 26, 84).transformed(to), "#d9a35f")
    pen.part(circle(C, 985, 42).transformed(to), "#b97f3f")
    for y in (780, 830, 880):
        pen.canvas.fill(rounded_rect(476, y, 72, 22, 8).transformed(to), _DARK)


def _golf_club(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 200, 880, 14, _STEEL)
    _rod(pen, to, 20, 250, 26, _DARK, 22)
    _shape(pen, to, "M494 850L536 850C560 900 640 900 720 880Q760 900 730 950C660 1000 560 1000 510 960Z", "#8d97a3")


def _drumstick(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 120, 1010, 17, "#d9a35f", 30)
    pen.part(oval(C, 70, 34, 60).transformed(to), "#d9a35f")


def _paint_brush(pen: Pen, to: Transform) -> None:
    pen.part(limb([(C, 340), (C, 640), (C, 1010)], 44, 16).transformed(to), "#3f6fa8")
    _box(pen, to, 456, 250, 112, 130, _STEEL, 10)
    _shape(pen, to, "M456 256C430 160 470 60 512 -20C560 60 596 160 568 256Z", "#e0703f")


def _pencil(pen: Pen, to: Transform) -> None:
    _box(pen, to, 440, 220, 144, 640, _GOLD, 0)
    pen.canvas.fill(rounded_rect(486, 224, 26, 632, 0).transformed(to), pale(_GOLD, 0.4))
    _shape(pen, to, "M440 220L512 20L584 220Z", "#f0d9b0")
    _shape(pen, to, "M486 92L512 20L538 92Z", _DARK)
    _box(pen, to, 434, 850, 156, 70, _STEEL, 8)
    _box(pen, to, 440, 910, 144, 100, "#ee8fa3", 40)


def _fishing_rod(pen: Pen, to: Transform) -> None:
    pen.part(limb([(C, 820), (C, -40)], 18, 6).transformed(to), _DARK)
    _rod(pen, to, 760, 1010, 34, "#c98a4b")
    pen.part(circle(580, 760, 70).transformed(to), _STEEL)
    pen.part(circle(580, 760, 28).transformed(to), _DARK)
    for y in (60, 260, 460):
        pen.canvas.stroke(circle(532, y, 16).transformed(to), INK, 9)


def _arrow(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 120, 960, 15, _WOOD)
    _shape(pen, to, "M512 -10L580 160L512 126L444 160Z", _STEEL)
    for side in SIDES:
        _shape(pen, to, f"M{C} 760L{C + side * 84} 840L{C + side * 84} 1020L{C} 940Z", _RED)


def _cricket_bat(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 20, 320, 28, _DARK)
    _shape(
        pen,
        to,
        "M484 280L540 280C560 320 610 340 616 400L616 940Q610 1000 512 1004Q414 1000 408 940L408 400C414 340 464 320 484 280Z",
        "#e3c08a",
    )
    pen.canvas.fill(rounded_rect(500, 400, 24, 540, 8).transformed(to), deep("#e3c08a", 0.15))


def _pool_cue(pen: Pen, to: Transform) -> None:
    pen.part(limb([(C, 1010), (C, 20)], 30, 10).transformed(to), "#d9a35f")
    pen.part(limb([(C, 1010), (C, 640)], 31, 24).transformed(to), "#5f2f24")
    pen.canvas.fill(rounded_rect(502, -4, 20, 34, 6).transformed(to), "#4f9fd0")


def _lacrosse_stick(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 380, 1010, 20, _STEEL, 22)
    head = Path.parse("M484 420C440 300 400 220 410 110C420 20 604 20 614 110C624 220 584 300 540 420Z").transformed(to)
    pen.part(head, _CREAM)
    for k in range(4):
        pen.canvas.stroke(
            Path.parse(
                f"M{430 + 6 * k} {110 + 76 * k}L{594 - 6 * k} {110 + 76 * k}M{446 + 36 * k} 70L{480 + 20 * k} 390"
            ).transformed(to),
            _DARK,
            8,
        )
    pen.canvas.stroke(head, _RED, 22)


def _rake(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 120, 1010, 22, _WOOD)
    _box(pen, to, 360, 80, 304, 60, _STEEL, 12)
    for k in range(5):
        _box(pen, to, 366 + 64 * k, -20, 36, 110, _STEEL, 8)


def _spade(pen: Pen, to: Transform) -> None:
    _rod(pen, to, 120, 560, 24, _WOOD)
    _box(pen, to, 420, 40, 184, 70, _WOOD, 30)
    _shape(pen, to, "M400 540L624 540L624 800Q610 940 512 1010Q414 940 400 800Z", _STEEL)


def _chef_knife(pen: Pen, to: Transform) -> None:
    _shape(pen, to, "M450 640L450 40C560 140 610 340 600 640Z", _STEEL)
    _box(pen, to, 446, 640, 120, 360, _DARK, 40)
    for y in (720, 820, 920):
        pen.canvas.fill(circle(506, y, 15).transformed(to), _STEEL)


def _paddle(face: str, hole: str = "") -> Tool:
    """With holes in its face where it has an ink for them."""

    def draw(pen: Pen, to: Transform) -> None:
        _box(pen, to, 462, 640, 100, 370, _DARK, 40)
        _shape(pen, to, "M420 690Q290 600 270 420C250 200 320 10 512 10C704 10 774 200 754 420Q734 600 604 690Z", face)
        pen.canvas.stroke(
            Path.parse(
                "M440 640Q336 560 320 410C306 230 370 70 512 70C654 70 718 230 704 410Q688 560 584 640"
            ).transformed(to),
            hole or pale(face, 0.3),
            14,
        )

    return draw


def _holed_ball(pen: Pen) -> None:
    pen.part(circle(C, 900, 116), "#d9e24f")
    for x, y in ((-48, -40), (10, -62), (60, -20), (-66, 22), (-6, 4), (44, 46), (-28, 64)):
        pen.canvas.fill(circle(C + x, 900 + y, 15), "#7d8a2f")


def _puck(pen: Pen) -> None:
    pen.part(Path.parse("M372 870L652 870L652 940Q512 1010 372 940Z"), _DARK)
    pen.part(oval(C, 870, 140, 50), "#5b5866")


def _ball(ink: str, stitch: str = "") -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        ball = circle(C, 890, 100)
        pen.part(ball, ink)
        if stitch:
            with pen.canvas.group(ball):
                for side in SIDES:
                    pen.canvas.stroke(circle(C + side * 120, 890, 80), stitch, 12)

    return draw


def _across(tool: Tool, below: Callable[[Pen], None] | None = None) -> Draw:
    def draw(pen: Pen) -> None:
        for side in SIDES:
            mirrored = Transform.move(-C, 0).then(Transform.scale(side, 1)).then(Transform.move(C, 0))
            tool(pen, mirrored.then(Transform.rotate(side * _LEAN, (C, C))))
        if below:
            below(pen)

    return fitted(draw)


def _aslant(tool: Tool) -> Draw:
    """One alone."""
    return fitted(lambda pen: tool(pen, Transform.rotate(_LEAN, (C, C))))


CROSSED: Mapping[str, Draw] = {
    "crossed hockey sticks": _across(_hockey_stick),
    "crossed hockey sticks with a puck": _across(_hockey_stick, _puck),
    "crossed axes": _across(_axe),
    "crossed spanners": _across(_spanner),
    "crossed hammers": _across(_hammer),
    "crossed baseball bats": _across(_baseball_bat),
    "crossed baseball bats with a ball": _across(_baseball_bat, _ball("#fdfbf6", "#d1332e")),
    "crossed golf clubs": _across(_golf_club),
    "crossed golf clubs with a ball": _across(_golf_club, _ball("#fdfbf6")),
    "crossed drumsticks": _across(_drumstick),
    "crossed paint brushes": _across(_paint_brush),
    "crossed pencils": _across(_pencil),
    "crossed fishing rods": _across(_fishing_rod),
    "crossed arrows": _across(_arrow),
    "arrow": _aslant(_arrow),
    "crossed cricket bats": _across(_cricket_bat),
    "crossed cricket bats with a ball": _across(_cricket_bat, _ball("#b5302a", "#f6e3c0")),
    "crossed pickleball paddles": _across(_paddle("#3f86b5", _CREAM)),
    "crossed pickleball paddles with a ball": _across(_paddle("#3f86b5", _CREAM), _holed_ball),
    "crossed ping pong paddles with a ball": _across(_paddle(_RED), _ball("#fdfbf6")),
    "crossed pool cues": _across(_pool_cue, _ball("#2f2c3a")),
    "crossed lacrosse sticks": _across(_lacrosse_stick),
    "crossed rakes": _across(_rake),
    "crossed spades": _across(_spade),
    "crossed kitchen knives": _across(_chef_knife),
}
