"""Parts of a garment from near: a sleeve laid flat, and the neck seen from inside, where the label is printed."""

from __future__ import annotations

from pod.drawing import Canvas, Path
from pod.drawing.shapes import rect
from pod.imaging.colour import mix
from pod.printprep.mockups.garment import Garment, Layer, both_halves, cuffed, seam, shade, stitch
from pod.printprep.mockups.relief import Fold, mirrored

# --- the tee's sleeve, its body above

_SHORT_AXIS = 150.0
_SHORT = both_halves(
    "M 150 0 L 0 0 L 0 44 C 30 46 52 50 62 58 C 58 110 52 170 44 220 C 78 232 110 236 150 236", _SHORT_AXIS
)
_CAP_SEAM = both_halves("M 150 40 C 110 40 78 46 62 58 L 62 60 C 78 48 110 42 150 42", _SHORT_AXIS)
_SHORT_HEM = (
    "M 47 202 C 80 214 112 218 150 218 C 188 218 220 214 253 202",
    "M 48 198 C 80 210 112 214 150 214 C 188 214 220 210 252 198",
)
_SHORT_FOLDS = (
    Fold((70, 66), (86, 120), (84, 200), 14, 2.4, open_start=True),
    Fold((222, 64), (206, 130), (214, 230), 14, 2.6, open_start=True, open_end=True),
    Fold((120, 46), (110, 90), (120, 150), 18, 1.6, open_start=True),
    Fold((160, 150), (176, 190), (170, 236), 16, 2.4, open_end=True),
)


def _short(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_SHORT, cloth)
    with canvas.group(clip=_SHORT):
        canvas.fill(_CAP_SEAM, shade(cloth, 0.3), 0.6)
        stitch(canvas, Path.parse("M 60 52 C 78 40 110 34 150 34 C 190 34 222 40 240 52"), cloth)
        for line in _SHORT_HEM:
            stitch(canvas, Path.parse(line), cloth)


SLEEVE = Garment((300, 262), Layer(_SHORT, _short), _SHORT_FOLDS, ((_SHORT, 2.2),), (_CAP_SEAM,), uneven_mm=0.4)

# --- a long sleeve

_LONG_AXIS = 130.0
_LONG = both_halves("M 130 0 L 0 0 L 0 30 C 14 32 22 36 28 44 C 36 220 48 400 60 560 L 130 562", _LONG_AXIS)
_LONG_CUFF = both_halves("M 130 556 L 60 552 C 64 580 66 606 66 626 C 90 632 110 634 130 634", _LONG_AXIS)
_LONG_FOLDS = (
    *mirrored(
        (
            Fold((34, 70), (60, 120), (62, 220), 16, 2.8, open_start=True),
            Fold((40, 280), (70, 300), (100, 286), 12, 2.2, open_start=True),
            Fold((52, 470), (80, 490), (104, 484), 12, 2.6, open_start=True),
            Fold((58, 530), (86, 545), (120, 540), 11, 3.0, open_start=True),
        ),
        _LONG_AXIS,
    ),
    Fold((120, 500), (128, 530), (124, 560), 18, 3.0, open_end=True),
)


def _long(canvas: Canvas, cloth: str) -> None:
    cuffed(canvas, _LONG_CUFF, cloth)
    canvas.fill(_LONG, cloth)
    with canvas.group(clip=_LONG):
        line = Path.parse("M 28 44 C 44 26 86 18 130 18 C 174 18 216 26 232 44")
        seam(canvas, line, cloth)
        stitch(canvas, Path.parse("M 26 38 C 44 20 86 12 130 12 C 174 12 216 20 234 38"), cloth)


LONG_SLEEVE_FLAT = Garment(
    (260, 650),
    Layer(_LONG + _LONG_CUFF, _long),
    _LONG_FOLDS,
    ((_LONG, 2.6), (_LONG_CUFF, 1.8)),
    (Path.parse("M 28 44 C 44 26 86 18 130 18 C 174 18 216 26 232 44"),),
    uneven_mm=0.5,
)

# --- the neck from inside

_NECK_AXIS = 130.0
_BACK_INSIDE = both_halves("M 130 58 C 96 58 68 46 54 14 L 0 34 L 0 232 L 130 232", _NECK_AXIS)
_COLLAR = both_halves("M 130 36 C 104 36 82 26 70 6 L 50 12 C 64 50 94 66 130 66", _NECK_AXIS)
_TAPE = both_halves("M 130 66 C 94 66 64 50 50 12 L 46 14 C 60 56 92 73 130 73", _NECK_AXIS)
_NECK_FOLDS = (
    Fold((20, 60), (40, 130), (30, 232), 18, 2.0, open_end=True),
    Fold((232, 50), (216, 130), (226, 232), 18, 2.0, open_end=True),
    Fold((60, 200), (130, 216), (200, 196), 22, 1.4),
)


def _neck(canvas: Canvas, cloth: str) -> None:
    inside = mix(cloth, "#000000", 0.03)
    canvas.fill(_BACK_INSIDE, inside)
    cuffed(canvas, _COLLAR, cloth)
    canvas.fill(_TAPE, shade(inside, 0.08))
    for line in (
        "M 50 12 C 64 50 94 66 130 66 C 166 66 196 50 210 12",
        "M 46 14 C 60 56 92 73 130 73 C 168 73 200 56 214 14",
    ):
        stitch(canvas, Path.parse(line), cloth)
    seam(canvas, rect(-4, 34, 4, 200), inside)


LABEL = Garment(
    (260, 232),
    Layer(_BACK_INSIDE + _COLLAR, _neck),
    _NECK_FOLDS,
    ((_BACK_INSIDE, 1.6), (_COLLAR, 1.2)),
    (_TAPE,),
    uneven_mm=0.4,
)
