"""Ice cream by flavour: in a cone, in a cup, melting, on a stick. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, cloudlet, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import disc, dot, fitted, glint, line, shape

_WAFER, _LATTICE = "#e3ac5f", "#bf7f3a"


@dataclass(frozen=True, slots=True)
class Flavour:
    ink: str
    bits: tuple[str, ...] = ()
    """Inks of what is mixed in."""


FLAVOURS: Mapping[str, Flavour] = {
    "vanilla": Flavour("#f9e8bf"),
    "strawberry": Flavour("#f5a0b5", ("#d9435a",)),
    "chocolate": Flavour("#7d4e34", ("#553322",)),
    "mint": Flavour("#a9e0c4", ("#4a2f26",)),
    "pistachio": Flavour("#bcd486", ("#7f9a4a",)),
    "blueberry": Flavour("#9a8fd6", ("#5b4fa8",)),
    "lemon": Flavour("#fbe98a"),
    "mango": Flavour("#f8b64a"),
    "caramel": Flavour("#e0a862", ("#b06f2f",)),
    "rainbow": Flavour("#f9b3cf", ("#f3c84a", "#5fb0d8", "#8bc98f", "#e0564a")),
}

_BITS = ((-0.5, 0.0), (-0.2, -0.5), (0.25, -0.6), (0.1, -0.1), (0.55, -0.15), (-0.62, 0.3), (0.4, 0.28), (-0.1, 0.34))


def _scoop(pen: Pen, x: float, y: float, r: float, flavour: Flavour, drips: bool = False) -> None:
    """A ball with a frilled foot; with `drips` it runs down in front of what it stands on."""
    pen.part(_ball(x, y, r, drips), flavour.ink)
    for k, (dx, dy) in enumerate(_BITS if flavour.bits else ()):
        pen.canvas.fill(oval(x + dx * r, y + dy * r, 0.07 * r, 0.05 * r, 40 * k), flavour.bits[k % len(flavour.bits)])
    glint(pen, x - 0.42 * r, y - 0.5 * r, 0.2 * r, 0.1 * r, -40, mix(flavour.ink, "#ffffff", 0.65))


def _ball(x: float, y: float, r: float, drips: bool) -> Path:
    dome = f"M{x - r} {y + 0.3 * r}C{x - r} {y - 1.4 * r} {x + r} {y - 1.4 * r} {x + r} {y + 0.3 * r}"
    ends = (
        (0.62, 0.5, 1.5, 0.5, 1.1, 0.5, 1.8, 0.5, 0.9)
        if drips
        else (0.5, 0.36, 0.56, 0.36, 0.58, 0.36, 0.56, 0.36, 0.5)
    )
    step = 2 * r / len(ends)
    foot = ""
    for k, low in enumerate(ends):
        right = x + r - step * k
        foot += f"C{right} {y + low * r} {right - step} {y + low * r} {right - step} {y + 0.3 * r}"
    return Path.parse(f"{dome}{foot}Z")


def _wafer(pen: Pen, top: float, half: float, foot: float) -> None:
    cone = Path.parse(f"M{C - half} {top}L{C + half} {top}L{C + 16} {foot}Q{C} {foot + 16} {C - 16} {foot}Z")
    pen.part(cone, _WAFER)
    with pen.canvas.group(cone):
        for k in range(-6, 7):
            for lean in (-260, 260):
                x = C + 84 * k
                pen.canvas.stroke(Path.lines([(x, top), (x + lean, foot)], closed=False), _LATTICE, 11)


MOST_SCOOPS = 4


def cone(flavours: Sequence[str], *, melting: bool = False) -> Draw:
    """A waffle cone with scoops, the first the lowest; `flavours` are names in FLAVOURS."""

    def draw(pen: Pen) -> None:
        if melting:
            _pool(pen, FLAVOURS[flavours[0]])
        _wafer(pen, 560, 210, 1000)
        for k, name in reversed(list(enumerate(flavours))):
            _scoop(pen, C, 470 - 300 * k, 236 - 18 * k, FLAVOURS[name], drips=melting)

    return fitted(draw)


def _pool(pen: Pen, flavour: Flavour) -> None:
    shape(pen, "M230 1000C200 950 300 930 380 950C440 910 600 910 660 950C760 930 840 960 800 1000C760 1050 640 1030 580 1046C500 1070 420 1040 360 1040C300 1046 250 1040 230 1000Z", flavour.ink)  # fmt: skip
    for x, y, r in ((150, 980, 22), (880, 1010, 18)):
        disc(pen, x, y, r, flavour.ink)


def _swirl(flavour: str, *, melting: bool = False) -> Draw:
    """Soft ice, wound to a tip, in a wafer cup."""
    ink = FLAVOURS[flavour].ink

    def draw(pen: Pen) -> None:
        if melting:
            _pool(pen, FLAVOURS[flavour])
        shape(pen, "M390 700L634 700L596 1010L428 1010Z", _WAFER)
        for x in (470, C, 554):
            line(pen, f"M{x} 740L{C + 0.75 * (x - C)} 1000", 11, _LATTICE)
        shape(pen, "M330 600L694 600L660 720L364 720Z", _WAFER)
        if melting:
            for x, low in ((330, 780), (460, 730), (630, 860)):
                pen.part(limb([(x, 560), (x, low)], 28, 34), ink)
        for half, y in ((260, 560), (210, 430), (150, 310)):
            coil = f"M{C - half} {y}C{C - half - 60} {y - 120} {C + half + 10} {y - 150} {C + half} {y - 40}C{C + half + 40} {y + 90} {C - half - 20} {y + 90} {C - half} {y}Z"
            shape(pen, coil, ink)
        shape(pen, "M400 240C400 130 500 130 500 20C600 60 650 160 610 240C560 300 440 300 400 240Z", ink)
        for y, half in ((500, 150), (376, 110), (250, 60)):
            line(pen, f"M{C - half} {y}Q{C} {y + 40} {C + half} {y - 40}", 13, mix(ink, "#ffffff", 0.6))

    return fitted(draw)


def _sundae(pen: Pen) -> None:
    for x, name in ((330, "strawberry"), (694, "chocolate"), (C, "vanilla")):
        _scoop(pen, x, 360 if x != C else 270, 190, FLAVOURS[name])
    shape(pen, "M360 190C400 70 620 70 664 190C690 260 650 300 630 240C600 190 590 300 560 300C530 300 530 200 500 210C470 230 470 320 440 310C410 300 420 220 390 240C366 250 350 230 360 190Z", "#5f3a28")  # fmt: skip
    disc(pen, C, 70, 52, "#c92f3d")
    line(pen, "M520 30Q560 -40 620 -40", 14, "#6d8f3f")
    shape(pen, "M120 440L904 440C890 640 740 760 590 770L434 770C284 760 134 640 120 440Z", "#d9f0f7")
    shape(pen, "M480 770L544 770L560 920L464 920Z", "#d9f0f7")
    shape(pen, "M300 980Q512 860 724 980Z", "#d9f0f7")
    for x in (250, 380, C, 644, 774):
        line(pen, f"M{x} 480Q{C + 0.8 * (x - C)} 660 {C + 0.5 * (x - C)} 740", 12, "#a9d5e4")


def _split(pen: Pen) -> None:
    for x, name in ((250, "strawberry"), (774, "chocolate"), (C, "vanilla")):
        _scoop(pen, x, 420, 180, FLAVOURS[name])
    for x in (250, C, 774):
        pen.part(cloudlet(x, 270, 190, 110, 3), "#fffaf0")
        disc(pen, x, 200, 44, "#c92f3d")
    shape(
        pen,
        "M20 470C120 560 300 600 512 600C724 600 904 560 1004 470C1000 640 820 720 512 720C204 720 24 640 20 470Z",
        "#f7d757",
    )
    shape(pen, "M60 640L964 640C940 820 760 900 640 900L384 900C264 900 84 820 60 640Z", "#bfe3ee")
    shape(pen, "M380 900L644 900L680 980L344 980Z", "#bfe3ee")


def _tub(pen: Pen) -> None:
    for x, y, name in ((360, 320, "mint"), (664, 320, "strawberry"), (C, 190, "vanilla")):
        _scoop(pen, x, y, 190, FLAVOURS[name])
    shape(pen, "M160 430L864 430L780 960Q512 1010 244 960Z", "#f2879f")
    for x in (-300, -180, -60, 60, 180, 300):
        line(pen, f"M{C + x} 470L{C + 0.82 * x} 950", 26, "#fdf3ee")
    shape(pen, "M130 400L894 400L880 490L144 490Z", "#fdf3ee")


def _lolly(ink: str, *, bite: bool = False, melting: bool = False) -> Draw:
    """On a stick, dipped; a bite off its shoulder, or running down."""

    def draw(pen: Pen) -> None:
        if melting:
            _pool(pen, Flavour(ink))
        pen.part(rounded_rect(458, 740, 108, 270, 50), "#e3c08a")
        for x, low in ((320, 910), (420, 870), (620, 880), (700, 950)) if melting else ():
            pen.part(limb([(x, 780), (x, low)], 30, 36), ink)
        body = Path.parse(
            "M260 790L260 300Q260 40 512 40Q764 40 764 300L764 790Q764 830 724 830L300 830Q260 830 260 790Z"
        )
        if bite:
            missing = [circle(700 + dx, 70 + dy, 96).geometry() for dx, dy in ((-60, -20), (40, 60), (90, 170))]
            left = body.geometry()
            for mouthful in missing:
                left = left.difference(mouthful)
            body = Path.from_geometry(left)
        pen.part(body, ink)
        with pen.canvas.group(body):
            for x in (390, 590):
                pen.canvas.fill(rounded_rect(x, 180, 44, 520, 22), mix(ink, INK, 0.16))
            pen.canvas.fill(rounded_rect(296, 220, 34, 300, 17), mix(ink, "#ffffff", 0.6))

    return draw


def _sprinkles(pen: Pen, spots: tuple[tuple[float, float], ...]) -> None:
    inks = ("#f3c84a", "#5fb0d8", "#8bc98f", "#e0564a", "#fdfbf6")
    for k, (x, y) in enumerate(spots):
        to = Transform.rotate(50 * k, (x, y))
        pen.canvas.fill(rounded_rect(x - 26, y - 9, 52, 18, 9).transformed(to), inks[k % 5])


def _sprinkled(pen: Pen) -> None:
    cone(("vanilla",))(pen)
    spots = ((420, 240), (512, 150), (600, 230), (520, 300), (400, 340), (630, 340), (560, 400), (450, 420))
    _sprinkles(pen, spots)


def _sandwich(pen: Pen) -> None:
    for y, ink in ((640, "#6b3f2a"), (470, "#f9e8bf"), (300, "#6b3f2a")):
        pen.part(rounded_rect(90, y, 844, 180, 60 if ink != "#f9e8bf" else 20), ink)
    for row in (390, 730):
        for k in range(7):
            dot(pen, 190 + 107 * k, row, 16, "#3f2418")


ICES: Mapping[str, Draw] = {
    **{f"{name} ice cream cone": cone((name,)) for name in FLAVOURS},
    **{f"melting {name} ice cream cone": cone((name,), melting=True) for name in FLAVOURS},
    "double scoop ice cream cone": cone(("strawberry", "vanilla")),
    "triple scoop ice cream cone": cone(("chocolate", "strawberry", "mint")),
    "ice cream with sprinkles": _sprinkled,
    "ice cream": cone(("strawberry", "vanilla", "mint")),
    "soft ice cream": _swirl("vanilla"),
    "strawberry soft serve": _swirl("strawberry"),
    "chocolate soft serve": _swirl("chocolate"),
    "melting soft ice cream": _swirl("vanilla", melting=True),
    "ice cream sundae": fitted(_sundae),
    "banana split": fitted(_split),
    "tub of ice cream": fitted(_tub),
    "strawberry popsicle": _lolly("#f0788f"),
    "orange popsicle": _lolly("#f59a3c"),
    "chocolate popsicle": _lolly("#7d4e34"),
    "lime popsicle": _lolly("#a5d65f"),
    "bitten popsicle": _lolly("#f0788f", bite=True),
    "melting popsicle": fitted(_lolly("#f0788f", melting=True)),
    "ice cream sandwich": _sandwich,
}
