"""The tote bag: 15 × 16 in of cotton canvas, its handles standing up."""

from __future__ import annotations

from pod.drawing import Canvas, Path, Transform
from pod.drawing.shapes import rect
from pod.imaging.colour import mix
from pod.printprep.mockups.garment import Garment, Layer, seam, shade, stitch
from pod.printprep.mockups.relief import Fold, mirrored

_BAG = Path.parse(
    "M 62 232 C 180 236 320 236 438 232 C 440 360 444 500 446 622 C 446 634 438 640 426 640 C 300 648 200 648 74 640 "
    "C 62 640 54 634 54 622 C 56 500 60 360 62 232 Z"
)
_STRAP_FRONT = Path.parse(
    "M 138 286 C 138 160 150 48 250 48 C 350 48 362 160 362 286 L 336 286 C 336 176 326 74 250 74 "
    "C 174 74 164 176 164 286 Z"
)
_STRAP_BACK = Path.parse(
    "M 150 240 C 150 160 166 82 250 82 C 334 82 350 160 350 240 L 324 240 C 324 172 310 108 250 108 "
    "C 190 108 176 172 176 240 Z"
)
_MOUTH = "M 62 258 C 180 262 320 262 438 258"
_STRAP_EDGES = (
    "M 142 284 C 142 162 153 52 250 52 C 347 52 358 162 358 284",
    "M 160 284 C 160 178 170 70 250 70 C 330 70 340 178 340 284",
)


def _tote(canvas: Canvas, cloth: str) -> None:
    _bag(canvas, cloth)
    _strap(canvas, cloth)


def _bag(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_BAG, cloth)
    with canvas.group(clip=_BAG):
        seam(canvas, Path.parse(_MOUTH), cloth)
        stitch(canvas, Path.parse(_MOUTH).transformed(Transform.move(0, -3)), cloth)


def _strap(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_STRAP_FRONT, shade(cloth, 0.03))
    for edge in _STRAP_EDGES:
        stitch(canvas, Path.parse(edge), cloth)
    for left in (141, 339):
        # sewn on with a crossed square, as every tote is
        canvas.stroke(rect(left, 240, 20, 40), shade(cloth, 0.34), 0.8, 0.8, dash=(2.2, 1.4))
        for ends in (((left, 240), (left + 20, 280)), ((left + 20, 240), (left, 280))):
            canvas.stroke(Path.lines(ends, closed=False), shade(cloth, 0.34), 0.8, 0.8, dash=(2.2, 1.4))


_TOTE_FOLDS = (
    *mirrored(
        (
            Fold((152, 288), (140, 400), (108, 560), 30, 4.0, open_start=True),
            Fold((62, 250), (92, 420), (84, 640), 22, 3.0, open_start=True, open_end=True),
            Fold((56, 636), (120, 566), (196, 566), 26, 4.2, open_start=True),
            Fold((66, 642), (110, 600), (200, 622), 18, 2.8),
        ),
        250.0,
    ),
    Fold((196, 296), (206, 420), (190, 600), 46, 3.2),
    Fold((306, 300), (300, 440), (318, 610), 46, 2.8),
)

TOTE = Garment(
    (500, 690),
    Layer(_BAG + _STRAP_FRONT, _tote),
    _TOTE_FOLDS,
    ((_BAG, 2.2), (_STRAP_FRONT, 0.9)),
    (Path.parse(_MOUTH),),
    behind=Layer(_STRAP_BACK, lambda canvas, cloth: canvas.fill(_STRAP_BACK, mix(cloth, "#000000", 0.12))),
    texture=0.028,
)

_WEBBING = "#1f2022"

TOTE_ALL_OVER = Garment(
    (500, 690),
    Layer(_BAG, _bag),
    _TOTE_FOLDS,
    ((_BAG, 2.2),),
    (Path.parse(_MOUTH),),
    behind=Layer(_STRAP_BACK, lambda canvas, _cloth: canvas.fill(_STRAP_BACK, mix(_WEBBING, "#000000", 0.12))),
    over=Layer(_STRAP_FRONT, lambda canvas, _cloth: _strap(canvas, _WEBBING)),
    texture=0.02,
)
"""Printed to its seams, so that its straps are of another cloth."""
