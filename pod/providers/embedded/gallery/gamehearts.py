"""Hearts in the skin of a ball: what mothers of players wear. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import heart, polar, polygon
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import fitted

_Skin = Callable[[Pen], None]


def _stitches(pen: Pen) -> None:
    """Two seams that bend towards each other, with stitches across."""
    red = "#c8343f"
    for side in SIDES:
        x = C + side * 420
        seam = [(x - side * 250 * (1 - ((y - C) / 460) ** 2), y) for y in range(60, 1000, 24)]
        pen.canvas.stroke(Path.lines(seam, closed=False), red, 16)
        for (ax, ay), (bx, by) in zip(seam[1:-1:2], seam[2::2], strict=False):
            slope = (bx - ax) / (by - ay)
            for way in (-1, 1):
                pen.canvas.stroke(Path.lines([(ax, ay), (ax + way * 46, ay - 30 - slope * 20)], closed=False), red, 13)


def _pole(pen: Pen) -> None:
    for d in ("M0 470Q512 560 1024 470", "M512 0L512 1024", "M180 0Q420 500 180 1024", "M844 0Q604 500 844 1024"):
        pen.canvas.stroke(Path.parse(d), INK, 20)


def _panels(pen: Pen) -> None:
    """Of a volleyball: three bands in three directions."""
    for turn, ink in ((0, "#3f6fa8"), (120, "#f3bf4b"), (240, "#3f6fa8")):
        for bend in (0.0, 110.0, 220.0):
            a, b = polar(C, 470, 620, turn - 6), polar(C, 470, 620, turn + 100)
            mid = polar(C, 470, 60 + bend, turn + 40)
            path = Path((("M", a), ("Q", (*mid, *b))))
            pen.canvas.stroke(path, INK if bend != 110 else ink, 16 if bend != 110 else 96)


def _pentagons(pen: Pen) -> None:
    for x, y in ((C, 470), (190, 250), (834, 250), (270, 720), (754, 720), (C, 60), (C, 940)):
        pen.canvas.fill(polygon(x, y, 104, 5), INK)
        for k in range(5):
            pen.canvas.stroke(Path.lines([polar(x, y, 100, 72 * k), polar(x, y, 190, 72 * k)], closed=False), INK, 13)


def _laces(pen: Pen) -> None:
    pen.canvas.stroke(Path.lines([(C, 320), (C, 700)], closed=False), "#fdfbf6", 26)
    for y in range(350, 700, 62):
        pen.canvas.stroke(Path.lines([(C - 84, y), (C + 84, y)], closed=False), "#fdfbf6", 26)
    for x in (60, 964):
        pen.canvas.stroke(Path.lines([(x + 80, 0), (x + 60, 500), (x - 60, 1024)], closed=False), "#fdfbf6", 44)


def _felt(pen: Pen) -> None:
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{C + side * 480} 0Q{C + side * 120} 480 {C + side * 420} 1024"), "#fdfbf6", 30)


_SKINS: Mapping[str, tuple[str, _Skin]] = {
    "baseball": ("#fdfbf6", _stitches),
    "softball": ("#f4e04d", _stitches),
    "basketball": ("#e8762d", _pole),
    "volleyball": ("#fdfbf6", _panels),
    "soccer": ("#fdfbf6", _pentagons),
    "football": ("#9a5a32", _laces),
    "tennis": ("#cfe04d", _felt),
}


def _of_a_ball(ink: str, skin: _Skin) -> Draw:
    def draw(pen: Pen) -> None:
        body = heart(C, C, 960)
        pen.part(body, ink)
        with pen.canvas.group(body):
            skin(pen)
        pen.canvas.stroke(body.offset(-20), mix(ink, INK, 0.12), 8)

    return fitted(draw)


GAME_HEARTS: Mapping[str, Draw] = {f"{game} heart": _of_a_ball(*skin) for game, skin in _SKINS.items()}
"""By the name that the keyword table gives them."""
