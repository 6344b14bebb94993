"""What hangs framed over beds: planets in a row, sun and moon in one face, hands that make a heart, a profile with flowers.
Original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, heart, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import CREAM, GOLD, GREEN, RED, ROSE, TEAL, C, Draw, leaves

_PLANETS: tuple[tuple[str, float, str], ...] = (
    ("#b9a58c", 30, ""), ("#e6b566", 46, ""), ("#4f8fd0", 50, "land"), ("#d1583f", 38, ""), ("#d9a877", 104, "bands"),
    ("#e8cf8f", 76, "ring"), ("#8fd3dc", 60, ""), ("#4469c9", 58, ""),
)  # fmt: skip
"""Outwards from the sun: ink, radius, what everybody knows it by."""
_BETWEEN, _LARGER, _NIGHT = 15.0, 0.78, "#232a57"


def _planets_in_a_row(pen: Pen) -> None:
    """Out of a sun at the left edge, each on its own orbit, before the night."""
    night = rounded_rect(0, 290, BOX, 444, 60)
    pen.part(night, _NIGHT)
    with pen.canvas.group(clip=rounded_rect(8, 298, BOX - 16, 428, 52)):
        for k in range(26):
            at = (k * 397 + 90) % 1010, 318 + (k * 173) % 390
            pen.canvas.fill(circle(*at, 4 + 2 * (k % 3)), mix(_NIGHT, CREAM, 0.7))
        along, spots = 128.0, list[tuple[float, float, str, str]]()
        for ink, size, known_by in _PLANETS:
            r = size * _LARGER
            spots.append((along + r, r, ink, known_by))
            along += 2 * r + _BETWEEN + (0.7 * r if known_by == "ring" else 0)
        for x, *_ in spots:
            pen.canvas.stroke(circle(-330, C, 330 + x), mix(_NIGHT, CREAM, 0.3), 5)
        pen.canvas.fill(circle(-200, C, 330), mix(GOLD, RED, 0.3))
        pen.canvas.fill(circle(-200, C, 300), GOLD)
        for x, r, ink, known_by in spots:
            _planet(pen, x + (0.35 * r if known_by == "ring" else 0), C, r, ink, known_by)


def _planet(pen: Pen, x: float, y: float, r: float, ink: str, known_by: str) -> None:
    pen.part(circle(x, y, r), ink)
    inside = circle(x, y, r - 9)
    with pen.canvas.group(clip=inside):
        if known_by == "land":
            for dx, dy in ((-0.4, -0.3), (0.5, 0.4), (0.3, -0.7)):
                pen.canvas.fill(oval(x + dx * r, y + dy * r, 0.42 * r, 0.3 * r, 30), GREEN)
        if known_by == "bands":
            for k, dy in enumerate((-0.56, -0.14, 0.34, 0.7)):
                pen.canvas.fill(oval(x, y + dy * r, 1.1 * r, 0.13 * r), mix(ink, (RED, CREAM)[k % 2], 0.42))
            pen.canvas.fill(oval(x + 0.34 * r, y + 0.34 * r, 0.24 * r, 0.15 * r), RED)
    if known_by == "ring":
        around = Path.parse(
            f"M{x - 1.9 * r} {y + 0.5 * r}C{x - r} {y + 1.2 * r} {x + 1.5 * r} {y + 0.3 * r} {x + 1.9 * r} {y - 0.5 * r}"
        )
        pen.canvas.stroke(around, INK, 40)
        pen.canvas.stroke(around, mix(ink, RED, 0.3), 22)


# --- the sky has a face


def _sun_and_moon(pen: Pen) -> None:
    """One face asleep: the moon lies over half of the sun."""
    for k in range(16):
        far = 500.0 if k % 2 == 0 else 430
        left, tip, right = polar(C, C, 300, 22.5 * k - 9), polar(C, C, far, 22.5 * k), polar(C, C, 300, 22.5 * k + 9)
        pen.part(Path.lines([left, tip, right]), GOLD if k % 2 == 0 else mix(GOLD, RED, 0.35))
    pen.part(circle(C, C, 300), mix(GOLD, CREAM, 0.25))
    moon = circle(C, C, 300).geometry().difference(circle(C + 176, C - 36, 268).geometry())
    pen.part(Path.from_geometry(moon), "#5b6fa8")
    for x, y, r in ((290.0, 640.0, 26.0), (260, 500, 18), (372, 742, 20)):
        pen.canvas.fill(circle(x, y, r), mix("#5b6fa8", CREAM, 0.35))
    for x in (466.0, 664.0):
        pen.canvas.stroke(Path.parse(f"M{x - 58} 478Q{x} 536 {x + 58} 478"), INK, 17)
        for k in (-1, 0, 1):
            pen.canvas.stroke(Path.parse(f"M{x + 32 * k} {512 - 8 * abs(k)}L{x + 44 * k} {540 - 8 * abs(k)}"), INK, 11)
    pen.canvas.stroke(Path.parse("M560 470L548 590Q566 606 590 596"), INK, 14)
    pen.canvas.fill(Path.parse("M512 664Q566 636 620 664Q566 716 512 664Z"), RED)
    for x in (420.0, 706.0):
        pen.canvas.fill(circle(x, 606, 40), mix(ROSE, GOLD, 0.3))


# --- hearts


def _hands_making_a_heart(pen: Pen) -> None:
    """Fingers meet above, thumbs below; between them the heart is air."""
    for side, skin, sleeve in zip(SIDES, ("#e8b48c", "#8f5b3f"), (ROSE, TEAL), strict=True):

        def at(x: float, y: float, side: float = side) -> Point:
            return C + side * x, y

        pen.part(limb([at(400, 1010), at(410, 850)], 104, 96), sleeve)
        pen.part(limb(curve(at(400, 860), at(470, 660), at(440, 420), at(380, 330)), 88, 96), skin)
        pen.part(limb(curve(at(380, 690), at(300, 740), at(160, 800), at(12, 900)), 66, 40), skin)
        for far, width in ((96.0, 46.0), (48.0, 50.0), (0.0, 50.0)):
            finger = curve(at(400, 330 + far), at(330, 110 + far), at(130, 90 + far), at(12, 300 + 0.6 * far))
            pen.part(limb(finger, width, width - 12), skin)
        pen.canvas.fill(limb(curve(at(404, 700), at(452, 560), at(440, 460), at(404, 400)), 62, 62), skin)


def _fingerprint_heart(pen: Pen) -> None:
    """Two prints cross, and what they share is the point of the heart."""
    pen.part(heart(C, C + 20, 900), CREAM)
    with pen.canvas.group(clip=heart(C, C + 20, 856)):
        for side in SIDES:
            half = Path.parse(f"M{C} -100L{C + side * 900} -100L{C + side * 900} 1200L{C} 1200Z")
            with pen.canvas.group(clip=half):
                for k in range(15):
                    ridge = oval(C + side * 176, 420, 24 + 44 * k, 40 + 58 * k, -side * 34)
                    pen.canvas.stroke(ridge, (RED, "#a8344a")[side > 0], 21)


# --- lines


def _sound_wave(pen: Pen) -> None:
    """A voice as it is recorded: louder in the middle, with a breath to each side."""
    for k in range(-9, 10):
        loud = abs(math.sin(1.9 * k + 0.7)) * 0.55 + 0.45
        high = max(46.0, 740 * loud * math.exp(-((k / 6.4) ** 2)))
        pen.part(rounded_rect(C + 52 * k - 15, C - high / 2, 30, high, 15), mix(ROSE, "#8a6cc0", abs(k) / 9))


_PROFILE = (
    "M566 150C450 96 300 150 262 300C250 350 262 392 250 430C236 470 196 520 196 544C196 562 226 564 236 574"
    "C244 584 230 600 232 612C234 622 250 626 250 634C250 642 236 648 238 660C240 672 258 674 260 690"
    "C264 724 250 760 300 772C344 782 400 752 424 790C444 824 430 900 380 952L860 1004C820 920 740 880 716 800"
    "C700 740 760 640 790 540C830 390 740 190 566 150Z"
)


def _profile_with_flowers(pen: Pen) -> None:
    """A woman from the side, dark, her hair put up under flowers."""
    pen.part(Path.parse(_PROFILE), "#3b2f45")
    pen.part(circle(806, 330, 130), "#3b2f45")
    leaves(
        pen,
        [(470, 150, 220, -40), (560, 130, 220, 8), (700, 200, 210, 46), (800, 420, 220, 118), (760, 560, 190, 150)],
        GREEN,
        0.36,
    )
    for (x, y, r), name in zip(
        ((480, 220, 104), (640, 190, 130), (760, 320, 120), (772, 470, 96)),
        ("daisy", "rose", "cosmos", "daisy"),
        strict=True,
    ):
        (TIED[name] if name in TIED else FLOWERS[name])(pen, x, y, r, 0.0)


def _smaller(draw: Draw) -> Draw:
    """A little smaller, so that what reaches over the box stays within."""

    def within(pen: Pen) -> None:
        inner = Canvas(BOX, BOX)
        draw(Pen(inner, pen.species))
        pen.canvas.place(inner.drawing(), Transform.scale(0.94).then(Transform.move(30, 20)))

    return within


def _red_sun(pen: Pen) -> None:
    """The plain disc of Japanese prints."""
    pen.part(circle(C, C, 490), "#c8343f")


WALL_ART: Mapping[str, Draw] = {
    "red disc of the sun": _red_sun,
    "line of planets": _smaller(_planets_in_a_row),
    "celestial face": _sun_and_moon,
    "hands making a heart": _smaller(_hands_making_a_heart),
    "fingerprint heart": _fingerprint_heart,
    "voice waveform": _sound_wave,
    "profile with flowers": _smaller(_profile_with_flowers),
}
"""By the name that the keyword table gives them."""
