"""What a coat shows on the body: spots, stripes, patches, curls, a ruff on the chest."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shapely.ops import unary_union

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters import hides, saurians
from pod.providers.embedded.characters.pen import BODY_Y, MIDDLE_X, SIDES, Pen, at, blob, oval

_RX, _RY = 208.0, 186.0


def coat(pen: Pen) -> None:
    """On the torso that is drawn already, cut at its edge; what stands out from it is drawn over the edge."""
    for name in pen.species.coat:
        if name in _FLAT:
            with pen.canvas.group(blob(MIDDLE_X, BODY_Y, _RX, _RY, 2.5, 0.12)):
                _FLAT[name](pen)
        else:
            _RAISED[name](pen)


def _spots(pen: Pen) -> None:
    s = pen.species
    for x, y, r in (
        (-168, -96, 30),
        (-186, 6, 26),
        (-150, 96, 32),
        (-196, 128, 24),
        (160, -110, 28),
        (186, -10, 30),
        (158, 84, 26),
        (200, 140, 28),
        (-60, -140, 22),
        (64, -150, 26),
    ):
        pen.canvas.fill(blob(MIDDLE_X + x, BODY_Y + y, r, r * 0.86, 2.6), mix(s.base, s.dark, 0.85))


def _rosettes(pen: Pen) -> None:
    s = pen.species
    for x, y, r in (
        (-170, -90, 34),
        (-186, 20, 32),
        (-158, 120, 34),
        (160, -100, 32),
        (190, 0, 34),
        (160, 110, 34),
        (-80, -146, 26),
        (76, -150, 28),
    ):
        pen.canvas.fill(blob(MIDDLE_X + x, BODY_Y + y, r, r * 0.84, 2.6), s.dark)
        pen.canvas.fill(blob(MIDDLE_X + x + 3, BODY_Y + y + 4, r * 0.5, r * 0.42, 2.6), mix(s.base, s.dark, 0.35))


def _patches(pen: Pen) -> None:
    s = pen.species
    for x, y, a, b, turn in (
        (-170, -60, 96, 74, 30),
        (190, 40, 90, 110, 0),
        (-150, 150, 80, 60, 10),
        (90, -160, 70, 46, 0),
    ):
        pen.canvas.fill(oval(MIDDLE_X + x, BODY_Y + y, a, b, turn), s.dark)


def _two_patches(pen: Pen) -> None:
    """A calico's: ginger on one side, black on the other."""
    s = pen.species
    pen.canvas.fill(oval(MIDDLE_X + 186, BODY_Y - 30, 100, 110, 10), s.dark)
    pen.canvas.fill(oval(MIDDLE_X - 190, BODY_Y + 60, 100, 96, -10), s.ear)


def _bars(pen: Pen) -> None:
    """Stripes from the flanks inwards."""
    s = pen.species
    for side in SIDES:
        for drop, length in ((-96, 120), (-30, 132), (36, 132), (102, 120)):
            pen.canvas.fill(leaf(*at(side, 236, BODY_Y + drop), length, 26, side * -92), s.dark)


def _belt(pen: Pen) -> None:
    """One white band around the middle."""
    pen.canvas.fill(blob(MIDDLE_X, BODY_Y + 20, _RX * 1.4, 84, 3.4), pen.species.light)


def _blotches(pen: Pen) -> None:
    """A tortoiseshell's: lighter all over."""
    s = pen.species
    for x, y, a, b, turn in (
        (-150, -90, 70, 50, 30),
        (110, -110, 60, 44, -20),
        (-60, 30, 66, 46, 10),
        (150, 50, 70, 60, 40),
        (20, 130, 74, 40, 0),
        (-190, 100, 60, 50, 0),
    ):
        pen.canvas.fill(oval(MIDDLE_X + x, BODY_Y + y, a, b, turn), s.light)


def _snowy(pen: Pen) -> None:
    """A fawn's light spots, on its flanks."""
    s = pen.species
    for side in SIDES:
        for out, drop in ((150, -110), (186, -50), (158, 0), (200, 60), (164, 110), (206, 140)):
            pen.canvas.fill(oval(*at(side, out, BODY_Y + drop), 17, 20), s.light)


def _dark_bib(pen: Pen) -> None:
    """An elk's dark neck."""
    s = pen.species
    locks = [
        leaf(*polar(MIDDLE_X, BODY_Y - 160, 30, turn), 200 - abs(turn - 180) * 0.7, 84, turn).geometry()
        for turn in (100, 124, 152, 180, 208, 236, 260)
    ]
    pen.canvas.fill(Path.from_geometry(unary_union(locks)), s.dark)


def _bib(pen: Pen) -> None:
    """Long fur on the chest."""
    s = pen.species
    locks = [
        leaf(*polar(MIDDLE_X, BODY_Y - 140, 30, turn), 190 - abs(turn - 180) * 0.7, 74, turn).geometry()
        for turn in (110, 132, 156, 180, 204, 228, 250)
    ]
    pen.canvas.fill(Path.from_geometry(unary_union(locks)), s.light)


def _curls(pen: Pen) -> None:
    """Wool or curls all over the body."""
    s = pen.species
    ring = [
        circle(MIDDLE_X + 196 * polar(0, 0, 1, 30 * k)[0], BODY_Y + 10 + 166 * polar(0, 0, 1, 30 * k)[1], 62)
        for k in range(12)
    ]
    body = blob(MIDDLE_X, BODY_Y, _RX, _RY, 2.5, 0.12)
    pen.part(Path.from_geometry(unary_union([body.geometry(), *(curl.geometry() for curl in ring)])), s.base)
    for x, y in ((-90, -60), (60, -80), (0, 10), (-110, 60), (110, 40), (30, 110)):
        lock = Path.parse(
            f"M{MIDDLE_X + x - 34} {BODY_Y + y}Q{MIDDLE_X + x} {BODY_Y + y + 42} {MIDDLE_X + x + 34} {BODY_Y + y}"
        )
        pen.canvas.stroke(lock, mix(s.base, s.dark, 0.4), 12)


def _torn_shirt(pen: Pen) -> None:
    """What a werewolf burst out of."""
    teeth = " ".join(f"L{700 - 54 * k} {(800, 742)[k % 2]}" for k in range(8))
    shirt = Path.parse(f"M280 560L744 560L744 742{teeth}L280 760Z")
    pen.canvas.fill(shirt, "#5b7fa8")
    pen.canvas.fill(Path.lines([(440, 560), (584, 560), (512, 700)]), pen.species.base)


_FLAT: Mapping[str, Callable[[Pen], None]] = {
    "spots": _spots,
    "rosettes": _rosettes,
    "patches": _patches,
    "calico": _two_patches,
    "bars": _bars,
    "belt": _belt,
    "blotches": _blotches,
    "snowy": _snowy,
    "dark bib": _dark_bib,
    "torn shirt": _torn_shirt,
    "bib": _bib,
    **saurians.COATS,
    **hides.COATS,
}
_RAISED: Mapping[str, Callable[[Pen], None]] = {"curls": _curls}
