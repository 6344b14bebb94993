"""Sweatshirt and hoodie of fleece, lying flat: size M, 21 in across the chest, with knitted cuffs and hem."""

from __future__ import annotations

from pod.drawing import Canvas, Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.printprep.mockups.garment import Garment, Layer, both_halves, cuffed, flipped, ribbed, seam, shade, stitch
from pod.printprep.mockups.relief import Fold, mirrored
from pod.printprep.mockups.tee import INSIDE, RIB, neck_inside

_AXIS = 450.0
_OVER = Transform.move(50, 0)
_SIDES = (
    "C 316 70 270 80 226 94 C 176 112 146 150 126 212 C 90 340 62 490 44 640 C 68 660 112 670 146 664 "
    "C 166 570 186 460 202 352 C 206 470 192 640 196 752 C 280 766 370 770 450 770"
)
_CREW = both_halves(f"M 450 143 C 412 143 382 112 356 56 {_SIDES}", _AXIS)
_CUFF = Path.parse(
    "M 50 634 C 72 652 110 662 142 658 C 142 684 140 706 134 726 C 108 730 80 722 62 710 C 54 690 50 660 50 634 Z"
)
_HEM = both_halves("M 450 762 C 370 762 280 758 198 744 C 204 766 208 790 210 812 C 290 822 370 826 450 826", _AXIS)
_ARMHOLE = Path.parse("M 226 94 C 248 156 246 262 202 352")
_SHOULDER = Path.parse("M 356 60 C 316 74 272 86 230 100")
_V = Path.parse("M 428 147 L 450 178 L 472 147")
_FOLDS = (
    *mirrored(
        (
            Fold((208, 358), (262, 420), (296, 570), 30, 6.0, open_start=True),
            Fold((204, 380), (222, 490), (228, 640), 24, 5.0, open_start=True),
            Fold((248, 590), (262, 690), (250, 764), 30, 7.0, open_end=True),
            Fold((336, 620), (322, 700), (334, 768), 34, 6.4, open_end=True),
            Fold((200, 344), (150, 340), (100, 352), 17, 5.6, open_start=True),
            Fold((190, 392), (146, 412), (92, 420), 15, 4.6, open_start=True),
            Fold((166, 500), (126, 516), (70, 526), 15, 4.2, open_start=True),
            Fold((158, 560), (116, 590), (62, 596), 14, 4.4, open_start=True),
            Fold((150, 610), (110, 632), (58, 630), 12, 4.6, open_start=True),
            Fold((222, 134), (146, 200), (104, 340), 26, 3.6),
        ),
        _AXIS,
    ),
    Fold((420, 640), (440, 710), (430, 768), 36, 6.4, open_end=True),
    Fold((380, 500), (470, 530), (560, 470), 44, 2.8),
)


def _knitted_ends(canvas: Canvas, cloth: str, dy_mm: float = 0.0) -> None:
    down = Transform.move(0, dy_mm)
    cuffed(canvas, _HEM.transformed(down), cloth)
    for cuff, lean in ((_CUFF, -0.08), (flipped(_CUFF, _AXIS), 0.08)):
        cuffed(canvas, cuff.transformed(down), cloth, lean)


def _seams(canvas: Canvas, cloth: str, dy_mm: float = 0.0) -> None:
    down = Transform.move(0, dy_mm)
    for line in (_ARMHOLE, _SHOULDER):
        for one in (line, flipped(line, _AXIS)):
            seam(canvas, one.transformed(down), cloth)
            stitch(canvas, one.transformed(Transform.move(0, dy_mm + 4)), cloth)


def _crew(canvas: Canvas, cloth: str) -> None:
    with canvas.group(transform=_OVER):
        neck_inside(canvas, cloth)
    _knitted_ends(canvas, cloth)
    canvas.fill(_CREW, cloth)
    ribbed(canvas, RIB.transformed(_OVER), cloth, _AXIS, 49, 143)
    with canvas.group(clip=_CREW):
        stitch(canvas, Path.parse("M 350 59 C 378 117 410 149 450 149 C 490 149 522 117 550 59"), cloth)
        _seams(canvas, cloth)
        stitch(canvas, _V, cloth)


_CREW_SEAMS = (_ARMHOLE, flipped(_ARMHOLE, _AXIS), _SHOULDER, flipped(_SHOULDER, _AXIS))
_ENDS = _CUFF + flipped(_CUFF, _AXIS) + _HEM

SWEATSHIRT = Garment(
    (900, 870),
    Layer(_CREW + INSIDE.transformed(_OVER) + _ENDS, _crew),
    _FOLDS,
    ((_CREW, 4.0), (_ENDS, 2.4), (RIB.transformed(_OVER), 1.6)),
    _CREW_SEAMS,
)

# --- the hoodie: the same body, 44 mm further down, a pocket and a hood

_DY = 44.0
_DOWN = Transform.move(0, _DY)
_BODY = both_halves(f"M 450 158 C 420 150 382 112 356 56 {_SIDES}", _AXIS).transformed(_DOWN)
_BODY_BACK = both_halves(f"M 450 70 C 414 70 380 66 356 56 {_SIDES}", _AXIS).transformed(_DOWN)
_HOOD_ENDS = _ENDS.transformed(_DOWN)
_HOOD = both_halves("M 450 20 C 380 18 332 44 326 96 C 324 124 340 150 366 170 C 396 194 424 214 450 236", _AXIS)
_OPENING = both_halves("M 450 56 C 404 54 374 76 372 112 C 372 140 412 178 450 212", _AXIS)
_HOOD_INSIDE = both_halves("M 450 62 C 412 62 386 84 386 114 C 388 136 418 152 450 160", _AXIS)
_POCKET = both_halves("M 450 640 L 338 640 C 330 676 310 704 284 724 L 284 792 L 450 796", _AXIS)
_POCKET_MOUTHS = ("M 338 640 C 330 676 310 704 284 724", "M 346 640 C 338 680 318 710 290 730")
_CORDS = tuple(
    Path.parse(d)
    for d in (
        "M 424 196 C 420 228 416 262 421 300 C 422 312 420 322 419 334",
        "M 476 196 C 482 232 480 256 477 288 C 476 300 478 308 479 318",
    )
)
_TIPS = (Path.parse("M 419 334 L 418 350"), Path.parse("M 479 318 L 480 334"))
_EYES = ((424, 194), (476, 194))


def _hoodie(canvas: Canvas, cloth: str) -> None:
    _knitted_ends(canvas, cloth, _DY)
    canvas.fill(_BODY, cloth)
    with canvas.group(clip=_BODY):
        _seams(canvas, cloth, _DY)
    canvas.stroke(_POCKET, shade(cloth, 0.34), 1.1, 0.6)
    canvas.fill(_POCKET, shade(cloth, 0.015))
    for d in _POCKET_MOUTHS:
        for line in (Path.parse(d), flipped(Path.parse(d), _AXIS)):
            stitch(canvas, line, cloth)
    stitch(canvas, Path.parse("M 338 646 L 562 646"), cloth)


def _hood(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_HOOD, cloth)
    canvas.fill(_OPENING, mix(cloth, "#000000", 0.42))
    canvas.fill(_HOOD_INSIDE, mix(cloth, "#000000", 0.26))
    with canvas.group(clip=_OPENING):
        seam(canvas, Path.parse("M 450 50 C 449 90 449 130 450 170"), mix(cloth, "#000000", 0.26))
    for around in (_OPENING, _OPENING.offset(9.0)):
        stitch(canvas, around, cloth)
    seam(canvas, Path.parse("M 450 20 C 449 34 449 44 450 55"), cloth)
    for x, y in _EYES:
        canvas.fill(circle(x, y, 3.4), "#b9b7b2")
        canvas.fill(circle(x, y, 1.7), mix(cloth, "#000000", 0.6))
    for cord in _CORDS:
        canvas.stroke(cord, shade(cloth, 0.30), 6.6)
        canvas.stroke(cord, shade(cloth, 0.08), 5.0)
    for tip in _TIPS:
        canvas.stroke(tip, "#8d8b87", 5.4)


def _corded() -> Path:
    return _HOOD + Path.from_geometry(_CORDS[0].geometry().union(_CORDS[1].geometry()).buffer(3.3))


def _hoodie_from_behind(canvas: Canvas, cloth: str) -> None:
    _knitted_ends(canvas, cloth, _DY)
    canvas.fill(_BODY_BACK, cloth)
    with canvas.group(clip=_BODY_BACK):
        _seams(canvas, cloth, _DY)


_HANGING = both_halves("M 450 62 C 392 62 350 74 338 98 C 322 150 330 210 356 248 C 384 288 420 308 450 312", _AXIS)


def _hood_hanging(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_HANGING, cloth)
    for line in ("M 450 62 C 449 150 449 240 450 311",):
        seam(canvas, Path.parse(line), cloth)
        stitch(canvas, Path.parse(line).transformed(Transform.move(5, 0)), cloth)
        stitch(canvas, Path.parse(line).transformed(Transform.move(-5, 0)), cloth)
    stitch(canvas, Path.parse("M 346 104 C 376 84 420 76 450 76 C 480 76 524 84 554 104"), cloth)


_HOODIE_FOLDS = tuple(fold.moved(0, _DY) for fold in _FOLDS)
_HOODIE_SEAMS = tuple(line.transformed(_DOWN) for line in _CREW_SEAMS)

HOODIE = Garment(
    (900, 910),
    Layer(_BODY + _HOOD_ENDS, _hoodie),
    _HOODIE_FOLDS,
    ((_BODY, 4.0), (_HOOD_ENDS, 2.4), (_POCKET, 1.8)),
    _HOODIE_SEAMS,
    over=Layer(_HOOD, _hood),
)
HOODIE_BACK = Garment(
    (900, 910),
    Layer(_BODY_BACK + _HOOD_ENDS, _hoodie_from_behind),
    _HOODIE_FOLDS,
    ((_BODY_BACK, 4.0), (_HOOD_ENDS, 2.4)),
    _HOODIE_SEAMS,
    over=Layer(_HANGING, _hood_hanging),
)
