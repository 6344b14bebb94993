"""The products as drawn things, in their own millimetres: where each print area lies on them, and how cloth falls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing import Canvas, Path, Transform
from pod.drawing.shapes import rect, rounded_rect
from pod.imaging.colour import luminance, mix
from pod.model.geometry import Box

Fold = tuple[float, float, float, float, float, float]
"""A fold of the cloth: from x, y to x, y in mm, its width in mm, and its strength (negative is a hollow)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A product seen flat. `area_mm` is the left upper corner of each print area's trim; the scale is one to one."""

    width_mm: float
    height_mm: float
    body: Path
    draw: Callable[[Canvas, str], None]
    folds: tuple[Fold, ...]
    area_mm: Mapping[str, tuple[float, float]]
    texture: float = 0.0


GROUND = "#dfe2e4"
"""Behind the product: a light grey on which white cloth still has an edge."""


def shade(rgb: str, share: float) -> str:
    """Darker, or on very dark cloth lighter: a seam has to be seen on every cloth."""
    return mix(rgb, "#ffffff" if luminance(rgb) < 0.05 else "#000000", share)


_TEE_X, _TEE_Y = 1.56, 1.14
"""From the drawing's units to a size M: 20 in across the chest, 29 in long (Bella + Canvas 3001, size chart)."""


def _tee_path(d: str) -> Path:
    return Path.parse(d).transformed(Transform.scale(_TEE_X, _TEE_Y))


_TEE = _tee_path(
    "M 232 44 C 262 78 358 78 388 44 L 432 56 C 486 74 520 112 540 160 L 592 296 L 508 336 L 466 246 "
    "C 470 360 474 520 478 690 C 420 702 200 702 142 690 C 146 520 150 360 154 246 L 112 336 L 28 296 "
    "L 80 160 C 100 112 134 74 188 56 Z"
)
_TEE_COLLAR = _tee_path("M 232 44 C 262 78 358 78 388 44 L 398 47 C 366 96 254 96 222 47 Z")
_TEE_BACK_COLLAR = _tee_path("M 232 44 C 262 60 358 60 388 44 L 398 47 C 366 76 254 76 222 47 Z")
_TEE_INSIDE = _tee_path("M 232 44 C 262 78 358 78 388 44 C 360 34 260 34 232 44 Z")
_SEAMS = (
    _tee_path("M 154 246 C 152 190 162 120 188 56"),
    _tee_path("M 466 246 C 468 190 458 120 432 56"),
    _tee_path("M 40 287 L 118 324"),
    _tee_path("M 580 287 L 502 324"),
    _tee_path("M 143 676 C 200 688 420 688 477 676"),
)


def _tee(canvas: Canvas, cloth: str, *, back: bool = False) -> None:
    canvas.fill(_TEE_INSIDE, shade(cloth, 0.28))
    canvas.fill(_TEE, cloth)
    canvas.fill(_TEE_BACK_COLLAR if back else _TEE_COLLAR, shade(cloth, 0.1))
    for seam in _SEAMS:
        canvas.stroke(seam, shade(cloth, 0.2), 1.2)


_TEE_FOLDS: tuple[Fold, ...] = tuple(
    (x1 * _TEE_X, y1 * _TEE_Y, x2 * _TEE_X, y2 * _TEE_Y, width * 1.3, strength)
    for x1, y1, x2, y2, width, strength in (
        (170, 260, 300, 330, 34, -0.5),
        (450, 262, 330, 345, 34, -0.5),
        (176, 420, 250, 640, 46, 0.5),
        (440, 410, 390, 640, 46, 0.5),
        (210, 560, 300, 690, 38, -0.6),
        (420, 540, 350, 690, 38, -0.5),
        (300, 120, 312, 660, 70, 0.35),
        (150, 300, 170, 680, 40, -0.7),
        (470, 300, 452, 680, 40, -0.7),
        (90, 180, 120, 320, 30, -0.6),
        (530, 180, 500, 320, 30, -0.6),
        (64, 200, 84, 310, 16, 0.6),
        (556, 200, 536, 310, 16, 0.6),
    )
)

_TOTE = Path.parse("M 52 168 L 428 168 C 430 300 434 440 438 566 C 330 574 150 574 42 566 C 46 440 50 300 52 168 Z")
_STRAPS = (
    Path.parse("M 146 186 C 140 96 166 26 240 26 C 314 26 340 96 334 186"),
    Path.parse("M 158 176 C 154 110 178 58 240 58 C 302 58 326 110 322 176"),
)


def _tote(canvas: Canvas, cloth: str) -> None:
    canvas.stroke(_STRAPS[1], shade(cloth, 0.24), 24)
    canvas.fill(_TOTE, cloth)
    canvas.stroke(_STRAPS[0], shade(cloth, 0.08), 24)
    canvas.stroke(Path.parse("M 52 192 L 428 192"), shade(cloth, 0.2), 1.2)
    for x in (134, 322):
        canvas.stroke(rect(x + 3, 172, 18, 17), shade(cloth, 0.3), 1.0)


_TOTE_FOLDS: tuple[Fold, ...] = (
    (80, 220, 120, 540, 44, -0.6),
    (400, 220, 370, 540, 44, -0.6),
    (180, 210, 200, 540, 60, 0.4),
    (300, 230, 290, 550, 60, 0.35),
    (60, 540, 240, 500, 40, -0.6),
    (420, 540, 260, 505, 40, -0.5),
)


def _sheet_of_paper(canvas: Canvas, cloth: str) -> None:
    canvas.fill(rect(60, 50, 457.2, 609.6), cloth)


def _backing(canvas: Canvas, cloth: str) -> None:
    canvas.fill(rounded_rect(14, 14, 101.6, 101.6, 3), cloth)
    canvas.stroke(rounded_rect(14, 14, 101.6, 101.6, 3), shade(cloth, 0.16), 0.3)


def _flat(x: float, y: float, width: float, height: float) -> Path:
    return rect(x, y, width, height)


SCENES: Mapping[str, Scene] = {
    "tee": Scene(967, 830, _TEE, _tee, _TEE_FOLDS, {"front": (331.1, 150)}, 0.012),
    "tee back": Scene(
        967, 830, _TEE, lambda c, rgb: _tee(c, rgb, back=True), _TEE_FOLDS, {"back": (331.1, 126)}, 0.012
    ),
    "tote": Scene(480, 600, _TOTE, _tote, _TOTE_FOLDS, {"front": (113, 236)}, 0.03),
    "poster": Scene(577.2, 709.6, _flat(60, 50, 457.2, 609.6), _sheet_of_paper, (), {"front": (60, 50)}),
    "sticker": Scene(129.6, 129.6, rounded_rect(14, 14, 101.6, 101.6, 3), _backing, (), {"front": (14, 14)}),
}


def plain_scene(area_mm: Box) -> Scene:
    """A product that nobody has drawn: its print area as a sheet, with a margin around it."""
    margin = 0.12 * max(area_mm.width, area_mm.height)
    body = rect(margin, margin, area_mm.width, area_mm.height)
    return Scene(
        area_mm.width + 2 * margin,
        area_mm.height + 2 * margin,
        body,
        lambda canvas, rgb: canvas.fill(body, rgb),
        (),
        {},
    )
