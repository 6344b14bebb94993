"""The heads of birds from the side: crests, combs, caps and masks, the one eye that shows, and the bill."""

from __future__ import annotations

from collections.abc import Mapping

from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters import moods, saurians
from pod.providers.embedded.characters.fowl import AMBER, Part, facing_right
from pod.providers.embedded.characters.pen import BLUSH, HEAD_Y, INK, MIDDLE_X, Pen, blob, curve, limb, oval


def _bill_ink(pen: Pen) -> str:
    return pen.species.snout or AMBER


def _beak_root(pen: Pen) -> float:
    return MIDDLE_X - pen.species.head[0] + 18


def crest(pen: Pen) -> None:
    """Feathers that stand up at the back of the head."""
    s, (rx, ry) = pen.species, pen.species.head
    top = f"M{MIDDLE_X - rx * 0.5} {HEAD_Y - ry * 0.6}C{MIDDLE_X - rx * 0.1} {HEAD_Y - ry * 1.3} {MIDDLE_X + rx * 0.4} {HEAD_Y - ry * 1.9} {MIDDLE_X + rx * 1.05} {HEAD_Y - ry * 2.05}C{MIDDLE_X + rx * 0.8} {HEAD_Y - ry * 1.4} {MIDDLE_X + rx} {HEAD_Y - ry * 0.7} {MIDDLE_X + rx * 0.94} {HEAD_Y}Z"
    pen.part(Path.parse(top), s.ear or s.base)


def _plumes(pen: Pen) -> None:
    """A cockatoo's: long feathers, spread."""
    s, (_, ry) = pen.species, pen.species.head
    for turn in (52, 34, 16, -2):
        pen.part(leaf(MIDDLE_X - 10, HEAD_Y - ry * 0.5, 250 - abs(turn - 20) * 1.2, 52, turn), s.ear or s.base)


def _egret_plume(pen: Pen) -> None:
    rx, ry = pen.species.head
    bend = curve(
        (MIDDLE_X, HEAD_Y - ry * 0.5),
        (MIDDLE_X + rx, HEAD_Y - ry),
        (MIDDLE_X + rx * 2, HEAD_Y - ry * 0.3),
        (MIDDLE_X + rx * 2.6, HEAD_Y + ry * 0.6),
    )
    pen.part(limb(bend, 24, 6), pen.species.ear or pen.species.dark)


def _topknot_feather(pen: Pen) -> None:
    """A quail's."""
    _, ry = pen.species.head
    top = HEAD_Y - ry
    pen.part(
        limb([(MIDDLE_X, top + 20), (MIDDLE_X - 10, top - 60), (MIDDLE_X - 70, top - 96)], 10, 34), pen.species.dark
    )


def _silky_crest(pen: Pen) -> None:
    """A ball of down."""
    rx, ry = pen.species.head
    x, y = MIDDLE_X + rx * 0.1, HEAD_Y - ry * 0.76
    down = [circle(*polar(x, y, rx * 0.62, 45 * k), rx * 0.44).geometry() for k in range(8)]
    pen.part(Path.from_geometry(unary_union([*down, circle(x, y, rx * 0.7).geometry()])), pen.species.base)


def _side_comb(pen: Pen) -> None:
    rx, ry = pen.species.head
    teeth = [
        circle(MIDDLE_X + x * rx, HEAD_Y - ry * y, r).geometry()
        for x, y, r in ((-0.5, 1.0, 44), (-0.06, 1.2, 54), (0.42, 1.1, 50), (0.8, 0.74, 40))
    ]
    pen.part(Path.from_geometry(unary_union(teeth)), "#dd4b45")


BEHIND: Mapping[str, Part] = {
    "side crest": facing_right(crest),
    "plumes": facing_right(_plumes),
    "egret plume": facing_right(_egret_plume),
    "topknot feather": facing_right(_topknot_feather),
    "side comb": facing_right(_side_comb),
    "silky crest": facing_right(_silky_crest),
}


def _cap(pen: Pen) -> None:
    """The crown in another colour down to the eye."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X + rx * 0.2, HEAD_Y - ry * 0.74, rx * 1.16, ry * 0.66, 10), s.ear)


def _bib(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X - rx * 0.5, HEAD_Y + ry * 0.92, rx * 0.62, ry * 0.52), s.ear or INK)


def _face_mask(pen: Pen) -> None:
    """Dark around the bill: a cardinal."""
    rx, ry = pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X - rx * 0.9, HEAD_Y + ry * 0.16, rx * 0.62, ry * 0.62), "#2f2a33")


def _pale_face(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X - rx * 0.5, HEAD_Y + ry * 0.16, rx * 0.66, ry * 0.7), s.light)


def _necklace(pen: Pen) -> None:
    """A dark line around a jay's pale face."""
    rx, ry = pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.stroke(oval(MIDDLE_X - rx * 0.5, HEAD_Y + ry * 0.16, rx * 0.72, ry * 0.78), "#2f2a33", 22)


def _warm_face(pen: Pen) -> None:
    """A robin's breast goes up to its eyes."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X - rx * 0.66, HEAD_Y + ry * 0.34, rx * 0.86, ry * 0.94), s.light)


def _cheek_spot(pen: Pen) -> None:
    rx, ry = pen.species.head
    pen.canvas.fill(circle(MIDDLE_X + rx * 0.24, HEAD_Y + ry * 0.3, rx * 0.26), "#ee8a3c")


def _wattle(pen: Pen) -> None:
    _, ry = pen.species.head
    x = _beak_root(pen)
    pen.part(oval(x + 14, HEAD_Y + ry * 0.7, 32, 56), "#dd4b45")


def _ring(pen: Pen) -> None:
    """A mallard's white collar."""
    _, ry = pen.species.head
    y = HEAD_Y + ry + 66
    pen.canvas.stroke(
        Path.parse(f"M{MIDDLE_X - 54} {y - 8}Q{MIDDLE_X} {y + 18} {MIDDLE_X + 50} {y - 8}"), "#fdfbf6", 26
    )


def _bars(pen: Pen) -> None:
    """A budgie's fine bars at the back of the head."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        for k in range(5):
            pen.canvas.stroke(
                Path.parse(
                    f"M{MIDDLE_X + rx * 0.1} {HEAD_Y - ry * 0.8 + 42 * k}Q{MIDDLE_X + rx * 0.6} {HEAD_Y - ry * 0.9 + 42 * k} {MIDDLE_X + rx * 1.1} {HEAD_Y - ry * 0.6 + 42 * k}"
                ),
                mix(s.torso or s.base, INK, 0.6),
                12,
            )


MARKS: Mapping[str, Part] = {
    "cap": facing_right(_cap),
    "bib": facing_right(_bib),
    "face mask": facing_right(_face_mask),
    "pale face": facing_right(_pale_face),
    "necklace": facing_right(_necklace),
    "warm face": facing_right(_warm_face),
    "cheek spot": facing_right(_cheek_spot),
    "bird bars": facing_right(_bars),
    "wattle": facing_right(_wattle),
    "mallard ring": facing_right(_ring),
}


def profile(pen: Pen, mood: str) -> None:
    """The one eye that shows, a cheek, and the bill at the side."""
    facing_right(lambda turned: _profile(turned, mood))(pen)


def _profile(pen: Pen, mood: str) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    BILLS[s.nose](pen)
    x, y, r = MIDDLE_X - rx * 0.34, HEAD_Y - ry * 0.12, s.eyes[0]
    pen.canvas.fill(oval(x + rx * 0.34, y + ry * 0.56, r * 1.3, r * 0.8), BLUSH, 0.5)
    if mood in (moods.SLEEPY, moods.JOLLY):
        bend = 40 if mood == moods.SLEEPY else -40
        lid = Path((("M", (x - r * 1.4, y)), ("Q", (x, y + bend, x + r * 1.4, y))))
        pen.canvas.stroke(lid, s.iris or INK, 13)
        return
    if s.iris:
        pen.canvas.fill(circle(x, y, r * 1.36), s.iris)
    pen.canvas.fill(oval(x, y, r, r * 1.1), "#1d161c" if s.iris else INK)
    pen.canvas.fill(circle(x - r * 0.3, y - r * 0.4, r * 0.36), "#ffffff")


def _bill(pen: Pen, upper: str, lower: str = "") -> None:
    """Written around the point where it leaves the face."""
    to = Transform.move(_beak_root(pen), HEAD_Y + 8)
    if lower:
        pen.part(Path.parse(lower).transformed(to), _bill_ink(pen))
    pen.part(Path.parse(upper).transformed(to), _bill_ink(pen))


def _cone(pen: Pen) -> None:
    _bill(pen, "M14 -44Q-50 -40 -96 14Q-40 24 14 16Z", "M10 10L-72 14Q-30 52 14 46Z")


def _stout(pen: Pen) -> None:
    """A crow's: long and strong."""
    _bill(pen, "M20 -50Q-70 -54 -158 24Q-70 22 20 18Z", "M16 10L-126 20Q-50 56 20 46Z")


def _hook(pen: Pen) -> None:
    """A parrot's or an eagle's."""
    _bill(pen, "M24 -66C-60 -84 -112 -30 -96 84C-76 40 -40 30 24 40Z", "M24 34L-40 34Q-30 74 24 70Z")


def _small_hook(pen: Pen) -> None:
    _bill(pen, "M16 -40C-40 -52 -66 -10 -52 60C-36 30 -20 26 16 30Z")


def _spear(pen: Pen) -> None:
    """A heron's, a stork's, a kingfisher's."""
    _bill(pen, "M20 -34L-230 16L20 8Z", "M20 4L-220 17L20 40Z")


def _thread(pen: Pen) -> None:
    """A hummingbird's."""
    pen.part(
        limb([(_beak_root(pen) + 16, HEAD_Y + 6), (_beak_root(pen) - 210, HEAD_Y + 34)], 15, 6),
        pen.species.snout or "#4a4650",
    )


def _bent(pen: Pen) -> None:
    """A flamingo's: bent down, dark at the tip."""
    to = Transform.move(_beak_root(pen), HEAD_Y + 8)
    whole = Path.parse(
        "M20 -44C-60 -44 -112 -6 -112 40C-112 84 -100 110 -92 126C-60 110 -50 70 -10 54L20 46Z"
    ).transformed(to)
    pen.part(whole, _bill_ink(pen))
    with pen.canvas.group(whole):
        pen.canvas.fill(oval(_beak_root(pen) - 100, HEAD_Y + 104, 52, 60), INK)


def _flat(pen: Pen) -> None:
    """A goose's, a swan's, a duck's."""
    _bill(pen, "M20 -40C-40 -30 -110 -6 -128 22C-110 36 -40 30 20 24Z", "M20 20L-96 30Q-40 56 20 48Z")
    if "knob" in pen.species.marks:
        pen.part(circle(_beak_root(pen) + 4, HEAD_Y - 28, 26), INK)


def _banana(pen: Pen) -> None:
    """A toucan's."""
    to = Transform.move(_beak_root(pen), HEAD_Y + 8)
    whole = Path.parse("M30 -90C-110 -120 -270 -60 -290 110C-220 60 -100 70 30 70Z").transformed(to)
    pen.part(whole, _bill_ink(pen))
    with pen.canvas.group(whole):
        pen.canvas.fill(circle(_beak_root(pen) - 290, HEAD_Y + 110, 96), INK)
        pen.canvas.stroke(Path.parse("M30 20Q-110 -20 -260 40").transformed(to), INK, 8)
        pen.canvas.fill(oval(_beak_root(pen) - 60, HEAD_Y - 84, 130, 34, -4), "#e2414a")


def _pouch(pen: Pen) -> None:
    """A pelican's."""
    _bill(
        pen,
        "M20 -44Q-140 -40 -290 30L-296 50Q-140 20 20 14Z",
        "M20 8Q-140 16 -290 44C-240 130 -120 200 -20 160Q20 120 20 8Z",
    )


BILLS: Mapping[str, Part] = {
    "side cone": _cone,
    "side stout": _stout,
    "side hook": _hook,
    "side small hook": _small_hook,
    "side spear": _spear,
    "side thread": _thread,
    "side bent": _bent,
    "side flat": _flat,
    "side banana": _banana,
    "side pouch": _pouch,
    **saurians.BILLS,
}
