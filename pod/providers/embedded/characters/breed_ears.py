"""Ears that tell one breed from another: they hang, fold, curl, stand or are tipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shapely.ops import unary_union

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import (
    HEAD_Y,
    INK,
    SIDES,
    Pen,
    at,
    curve,
    limb,
    mirrored,
)
from pod.providers.embedded.palettes import is_dark

Mark = Callable[[Pen], None]
_PINK = "#f3b9aa"


def _ear_ink(pen: Pen) -> str:
    s = pen.species
    return s.ear or mix(s.base, s.dark, 0.55)


def _inside(ink: str) -> str:
    return mix(_PINK, ink, 0.5) if is_dark(ink) else mix(_PINK, ink, 0.15)


def _hanging(pen: Pen) -> None:
    """A beagle's: from the side of the crown down to the jaw."""
    ear = "M130 -196C214 -246 312 -206 340 -92C366 18 372 152 326 190C270 216 232 150 222 62Z"
    pen.parts(lambda side: mirrored(ear, side), _ear_ink(pen))


def _trailing(pen: Pen) -> None:
    """A basset's: to the chest, with a fold."""
    ear = "M150 -150C250 -190 318 -120 336 -10C356 110 372 236 318 284C258 312 214 250 214 150Z"
    pen.parts(lambda side: mirrored(ear, side), _ear_ink(pen))
    for side in SIDES:
        fold = mirrored("M282 40C296 110 300 170 286 226", side)
        pen.canvas.stroke(fold, INK, 13)


def _wavy(pen: Pen) -> None:
    """A spaniel's: long hair in waves."""
    for side in SIDES:
        locks = [
            limb([at(side, 196, HEAD_Y - 130), at(side, 230 + out, HEAD_Y - 20), at(side, 222 + reach, tip)], 46, 30)
            for out, reach, tip in ((20, 0, HEAD_Y + 190), (66, 52, HEAD_Y + 214), (98, 106, HEAD_Y + 176))
        ]
        whole = unary_union([lock.geometry() for lock in locks])
        pen.part(Path.from_geometry(whole), _ear_ink(pen))
        for out in (8, 58):
            wave = curve(
                at(side, 226 + out, HEAD_Y - 40),
                at(side, 262 + out, HEAD_Y + 20),
                at(side, 216 + out, HEAD_Y + 80),
                at(side, 246 + out, HEAD_Y + 150),
            )
            pen.canvas.stroke(Path.lines(wave, closed=False), INK, 11)


def _curled(pen: Pen) -> None:
    """A poodle's: a ball of curls at each side."""
    for side in SIDES:
        x, y = at(side, pen.species.head[0] + 42, HEAD_Y + 30)
        curls = [circle(*polar(x, y, 84, 45 * k), 46).geometry() for k in range(8)]
        pen.part(Path.from_geometry(unary_union([*curls, circle(x, y, 92).geometry()])), _ear_ink(pen))


def _folded(pen: Pen) -> None:
    """A terrier's: raised, the tip hanging forward."""
    base = _ear_ink(pen)
    pen.parts(lambda side: mirrored("M74 -170C94 -262 150 -312 226 -296C286 -270 300 -190 270 -96Z", side), base)
    flap = "M112 -232C150 -320 250 -322 316 -240C340 -206 344 -160 330 -112C280 -130 250 -160 226 -196C190 -214 150 -216 112 -232Z"
    pen.parts(lambda side: mirrored(flap, side), _ear_ink(pen))


def _tipped(pen: Pen) -> None:
    """A collie's: upright, the last third bent over."""
    ink = _ear_ink(pen)
    pen.parts(lambda side: mirrored("M70 -170C84 -270 112 -336 168 -348C220 -310 232 -226 206 -126Z", side), ink)
    pen.parts(
        lambda side: mirrored(
            "M120 -316C150 -368 220 -372 270 -290C276 -268 272 -250 262 -236C226 -262 170 -290 120 -316Z", side
        ),
        ink,
    )


def _cropped(pen: Pen) -> None:
    """A doberman's: tall, narrow, upright."""
    pen.parts(
        lambda side: mirrored("M66 -150C72 -280 104 -376 142 -396C200 -350 226 -250 206 -120Z", side), pen.species.base
    )
    pen.both(
        lambda side: mirrored("M104 -190C108 -280 126 -330 144 -346C176 -310 186 -246 178 -160Z", side),
        _inside(pen.species.base),
    )


def _wolfish(pen: Pen) -> None:
    """A husky's: upright and furry inside."""
    s = pen.species
    pen.parts(
        lambda side: mirrored("M66 -170C84 -296 128 -376 178 -392C232 -336 254 -222 232 -110Z", side),
        s.ear or s.base,
    )
    pen.both(lambda side: mirrored("M112 -186C126 -280 152 -330 178 -346C206 -296 214 -220 196 -146Z", side), s.light)


def _catlike(pen: Pen) -> None:
    """Short wide triangles with a curve to the outside."""
    s = pen.species
    ink = s.ear or s.base
    pen.parts(lambda side: mirrored("M60 -172C92 -262 152 -330 218 -346C262 -282 282 -186 262 -84Z", side), ink)
    pen.both(
        lambda side: mirrored("M112 -190C138 -250 176 -290 212 -302C236 -256 244 -196 230 -134Z", side),
        _inside(ink),
    )


def _caps(pen: Pen) -> None:
    """A Scottish fold's: folded down flat on the head."""
    ink = _ear_ink(pen)
    cap = "M84 -190C104 -256 190 -268 244 -216C270 -186 276 -150 262 -108C216 -118 150 -150 84 -190Z"
    pen.parts(lambda side: mirrored(cap, side), ink)


def _lop(pen: Pen) -> None:
    """A rabbit's that hang beside its cheeks."""
    s = pen.species
    for side in SIDES:
        bend = curve(
            at(side, 84, HEAD_Y - 170),
            at(side, 220, HEAD_Y - 330),
            at(side, 330, HEAD_Y - 110),
            at(side, 300, HEAD_Y + 190),
        )
        pen.part(limb(bend, 46, 74), mix(s.base, s.dark, 0.22))
        pen.canvas.fill(limb(bend[8:], 30, 40), mix(_PINK, s.base, 0.3))


def _butterfly(pen: Pen) -> None:
    """A papillon's: wings that stand out, fringed below."""
    ear = "M96 -170C120 -330 250 -392 330 -330C396 -270 410 -130 372 6L340 -34L326 30L292 -28L266 26L226 -60Z"
    pen.parts(lambda side: mirrored(ear, side), _ear_ink(pen))
    pen.both(
        lambda side: mirrored("M150 -190C180 -290 250 -320 300 -270C330 -220 330 -140 310 -80Z", side),
        _inside(_ear_ink(pen)),
    )


def _lynx(pen: Pen) -> None:
    """Triangles with long black brushes at the tips."""
    s = pen.species
    for side in SIDES:
        pen.part(limb([at(side, 206, HEAD_Y - 280), at(side, 232, HEAD_Y - 390)], 22, 6), s.dark)
    _catlike(pen)
    pen.both(lambda side: mirrored("M152 -310Q186 -336 218 -346Q246 -306 258 -256Q206 -290 152 -310Z", side), s.dark)


EARS: Mapping[str, Mark] = {
    "lynx": _lynx,
    "hanging": _hanging,
    "trailing": _trailing,
    "wavy": _wavy,
    "curled": _curled,
    "folded": _folded,
    "tipped": _tipped,
    "cropped": _cropped,
    "wolfish": _wolfish,
    "catlike": _catlike,
    "caps": _caps,
    "lop": _lop,
    "butterfly": _butterfly,
}
