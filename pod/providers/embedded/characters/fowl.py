"""Birds from the side, as they are known: on a perch, on long legs, on the water, in the hen yard, in the air.

Their heads are where everybody's head is, so that hats and glasses fit. `base` is the head, `torso` back and wings, `light` the
breast, `dark` the tips of wing and tail, `ear` a crest or cap, `snout` the bill.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, Pen, curve, limb, oval

Part = Callable[[Pen], None]
AMBER, _RUBBER = "#f3a536", "#d9503f"


def facing_right(draw: Part) -> Part:
    """Drawn facing left and turned round, since whoever stands beside somebody stands at their right."""

    def turned(pen: Pen) -> None:
        canvas = Canvas(BOX, BOX)
        draw(Pen(canvas, pen.species))
        pen.canvas.place(canvas.drawing(), Transform.scale(-1, 1).then(Transform.move(BOX, 0)))

    return turned


def _back(pen: Pen) -> str:
    return pen.species.torso or pen.species.base


# --- bodies


def _feet(pen: Pen, spots: tuple[tuple[float, float], ...], top: float, floor: float, width: float = 12) -> None:
    ink = pen.species.feet or AMBER
    for hip, foot in spots:
        pen.part(limb([(hip, top), (foot, floor - 10)], width, width * 0.8), ink)
        for toe in (-52, 0, 46):
            pen.part(limb([(foot, floor - 12), (foot + toe, floor)], width * 0.8, width * 0.6), ink)


_BOOTED: Mapping[str, tuple[float, float]] = {"perched": (508, 600), "yard": (540, 640), "afloat": (630, 730)}
"""Where the feet are of those that can wear boots, as they are drawn: facing left."""

_BOOT = "M42 -112L-42 -112L-46 -40C-84 -34 -104 -12 -104 24L52 24Z"


def _boots(pen: Pen) -> None:
    """On two thin legs, toes ahead."""
    floor = 1018
    for x in _BOOTED.get(pen.species.body, ()):
        at_foot = Transform.move(x, floor)
        pen.part(Path.parse(_BOOT).transformed(at_foot), _RUBBER)
        pen.canvas.fill(Path.parse("M-104 8L52 8L52 24L-104 24Z").transformed(at_foot), mix(_RUBBER, INK, 0.35))
        pen.canvas.fill(Path.parse("M42 -112L-42 -112L-43 -88L42 -88Z").transformed(at_foot), mix(_RUBBER, INK, 0.2))


def _wing(pen: Pen, outline: str, tips: str) -> None:
    s, wing = pen.species, Path.parse(outline)
    pen.part(wing, _back(pen))
    with pen.canvas.group(wing):
        pen.canvas.fill(Path.parse(tips), s.dark)
        if "wing band" in s.marks:
            pen.canvas.stroke(Path.parse("M560 690Q640 690 760 640"), s.ear or s.light, 46)
    for k in range(3):
        x, y = 612 + 46 * k, 742 + 28 * k
        pen.canvas.stroke(Path.parse(f"M{x - 40} {y - 50}Q{x} {y - 10} {x + 50} {y + 6}"), INK, 9)


_TAILS: Mapping[str, str] = {
    "": "M620 780L730 700L890 930Q850 985 790 962Z",
    "long plume": "M610 780L724 690L960 1080Q900 1130 846 1086Z",
    "fork": "M610 780L720 690L960 900L850 912L880 1000Z",
    "up": "M640 760L740 820L930 560Q890 500 830 520Z",
}


def _perched(pen: Pen) -> None:
    """A songbird, a crow, a parrot: facing left, its tail behind it."""
    s = pen.species
    tail = Path.parse(_TAILS[s.tail])
    pen.part(tail, s.dark)
    with pen.canvas.group(tail):
        pen.canvas.stroke(Path.parse("M660 760L900 1040"), INK, 10)
    _feet(pen, ((530, 508), (612, 600)), 850, 1030)
    body = Path.parse("M372 440C352 640 400 894 590 896C730 896 790 780 752 650C724 560 664 500 640 420Z")
    pen.part(body, _back(pen))
    with pen.canvas.group(body):
        if s.belly:
            pen.canvas.fill(oval(430, 720, 168, 250, -14), s.light)
        if "streaks" in s.marks:
            for x, y in ((420, 620), (470, 690), (410, 740), (480, 790), (440, 850), (530, 850)):
                pen.canvas.fill(leaf(x, y, 64, 22, 176), mix(_back(pen), s.dark, 0.5))
    _wing(
        pen,
        "M540 560C640 530 740 600 810 870C700 860 566 812 534 690C520 640 522 590 540 560Z",
        "M560 740C660 780 740 760 800 700L860 900L560 880Z",
    )


def _wader(pen: Pen) -> None:
    """A flamingo, a heron, a stork: one leg down, one drawn up, the neck in an S."""
    s = pen.species
    ink = s.feet or AMBER
    pen.part(limb([(700, 880), (650, 1010), (752, 992)], 15, 12), ink)
    pen.part(limb([(630, 880), (616, 1200)], 16, 13), ink)
    for toe in (-72, -30, 40):
        pen.part(limb([(616, 1196), (616 + toe, 1216)], 12, 8), ink)
    for turn, length in ((88, 200), (104, 220), (120, 190)):
        pen.part(leaf(770, 790, length, 74, turn), s.dark)
    neck = curve((516, 380), (770, 430), (350, 660), (520, 800), 22)
    pen.part(limb(neck, 34, 58), s.base)
    back = "M470 800C490 690 650 650 770 700C870 740 910 810 910 850C810 950 550 980 470 800Z"
    pen.part(Path.parse(back), _back(pen))
    pen.canvas.fill(limb(neck[-5:], 46, 50), s.base)
    wing = Path.parse("M590 770C680 690 810 730 900 850C810 920 660 930 606 866C586 840 578 800 590 770Z")
    pen.part(wing, mix(_back(pen), s.dark, 0.3))
    for k in range(3):
        fold = f"M{660 + 56 * k} {876 - 8 * k}Q{716 + 52 * k} {866 - 8 * k} {750 + 46 * k} {810}"
        pen.canvas.stroke(Path.parse(fold), INK, 9)


def _afloat(pen: Pen) -> None:
    """A swan or a goose: a long neck, a body like a boat, tail up."""
    s = pen.species
    if s.feet:
        _feet(pen, ((640, 630), (740, 730)), 860, 1030, 16)
    neck = (
        curve((520, 384), (760, 440), (360, 640), (500, 800), 20)
        if not s.feet
        else curve((516, 410), (516, 560), (500, 640), (540, 780), 16)
    )
    body = Path.parse(
        "M420 740C430 880 560 930 700 920C860 910 950 800 1000 640C920 690 860 640 760 640C640 630 520 650 470 690Z"
    )
    thin, wide = (48, 84) if s.feet else (36, 66)
    pen.part(limb(neck, thin, wide), s.base)
    pen.part(body, _back(pen))
    pen.canvas.fill(limb(neck[-6:], wide - 16, wide - 12), s.base)
    wing = Path.parse("M560 720C640 640 800 640 960 690C920 800 800 850 680 840C600 830 550 780 560 720Z")
    pen.part(wing, mix(_back(pen), s.dark, 0.22))
    for k in range(3):
        pen.canvas.stroke(
            Path.parse(f"M{700 + 70 * k} {810 - 16 * k}Q{770 + 66 * k} {790 - 20 * k} {810 + 56 * k} {720}"),
            s.dark,
            10,
        )


def _yard(pen: Pen) -> None:
    """A hen or a rooster."""
    s = pen.species
    if s.tail == "sickles":
        for turn, length in ((20, 460), (38, 480), (56, 440), (76, 380)):
            bend = curve(
                (760, 700),
                polar(760, 700, length * 0.6, turn - 20),
                polar(760, 700, length, turn),
                polar(760, 700, length * 0.94, turn + 44),
            )
            pen.part(limb(bend, 54, 14), s.dark)
    else:
        for turn in (14, 34, 54):
            pen.part(leaf(770, 720, 330, 130, turn), mix(_back(pen), s.dark, 0.4))
    _feet(pen, ((560, 540), (650, 640)), 850, 1030, 15)
    body = Path.parse("M380 430C340 620 380 890 600 900C800 900 900 780 890 590C820 690 720 640 650 430Z")
    pen.part(body, _back(pen))
    if s.light != _back(pen):
        with pen.canvas.group(body):
            pen.canvas.fill(oval(430, 560, 190, 240, -10), s.light)
    if "barring" in s.marks:
        with pen.canvas.group(body):
            for k in range(6):
                bar = Path.parse(f"M300 {520 + 66 * k}Q560 {600 + 66 * k} 920 {470 + 66 * k}")
                pen.canvas.stroke(bar, s.dark, 17, 0.75)
    wing = Path.parse("M540 640C640 590 760 620 830 700C780 810 640 840 570 780C536 740 526 690 540 640Z")
    pen.part(wing, mix(_back(pen), s.dark, 0.36))
    for k in range(3):
        pen.canvas.stroke(Path.parse(f"M{610 + 60 * k} 790Q{660 + 56 * k} 780 {690 + 50 * k} 730"), INK, 9)


def _hovering(pen: Pen) -> None:
    """A hummingbird in the air, wings up."""
    s = pen.species
    for turn in (146, 160, 174):
        pen.part(leaf(640, 760, 230, 60, turn), s.dark)
    for length, width, turn in ((470, 130, 34), (500, 150, 62)):
        pen.part(leaf(590, 600, length, width, turn), mix(_back(pen), s.light, 0.3))
        pen.canvas.fill(leaf(610, 590, length * 0.8, width * 0.5, turn), mix(_back(pen), s.light, 0.55))
    body = Path.parse("M400 440C380 600 480 800 680 860C740 780 720 560 624 420Z")
    pen.part(body, _back(pen))
    with pen.canvas.group(body):
        pen.canvas.fill(oval(470, 690, 110, 220, -26), s.light)
        pen.canvas.fill(oval(450, 520, 120, 80, 10), s.ear or s.light)


def _flying(pen: Pen) -> None:
    """Wings up, the tail forked or spread."""
    s = pen.species
    far = Path.parse("M600 470C590 280 650 130 800 30C820 180 800 340 720 480Z")
    pen.part(far, mix(_back(pen), s.dark, 0.5))
    forked = s.tail == "fork"
    pen.part(
        Path.parse(
            "M820 520L1080 500L960 580L1060 690L800 620Z" if forked else "M830 520L1030 540Q1050 610 1000 660L820 620Z"
        ),
        s.dark,
    )
    body = Path.parse("M400 440C420 600 640 680 900 600C900 520 780 440 620 340Z")
    pen.part(body, _back(pen))
    with pen.canvas.group(body):
        if s.belly:
            pen.canvas.fill(oval(560, 640, 300, 110, 6), s.light)
    near = Path.parse("M560 470C620 320 800 190 1030 170C1010 330 900 480 740 570C660 600 570 560 560 470Z")
    pen.part(near, mix(_back(pen), s.dark, 0.18))
    with pen.canvas.group(near):
        pen.canvas.fill(Path.parse("M740 360L1060 120L1060 420L700 620Q820 480 740 360Z"), s.dark)
    for k in range(3):
        feather = f"M{720 + 20 * k} {540 - 50 * k}Q{820 + 24 * k} {480 - 66 * k} {880 + 30 * k} {400 - 76 * k}"
        pen.canvas.stroke(Path.parse(feather), INK, 9)


BODIES: Mapping[str, Part] = {
    "perched": facing_right(_perched),
    "wader": facing_right(_wader),
    "afloat": facing_right(_afloat),
    "yard": facing_right(_yard),
    "hovering": facing_right(_hovering),
    "flying": facing_right(_flying),
}
boots = facing_right(_boots)
CAN_FLY = BODIES.keys() - {"yard", "hovering"}
