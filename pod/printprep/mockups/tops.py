"""Long-sleeved tee, tank top and children's tee, lying flat: the adults' ones in size M, 20 in across the chest."""

from __future__ import annotations

from pod.drawing import Canvas, Path, Transform
from pod.imaging.colour import mix
from pod.printprep.mockups.garment import Garment, Layer, both_halves, flipped, ribbed, seam, shade, stitch
from pod.printprep.mockups.relief import Fold, mirrored
from pod.printprep.mockups.tee import INSIDE, RIB, RIB_BACK, TEE, TEE_BACK, TEE_BODY_FOLDS, neck_inside

# --- long sleeves: the tee's body, 50 mm further right

_AXIS = 450.0
_OVER = Transform.move(50, 0)
_SLEEVES_AND_SIDES = (
    "C 316 70 272 80 228 92 C 180 108 152 146 134 206 C 98 336 68 510 44 676 C 66 692 98 698 122 694 "
    "C 146 574 172 446 197 344 C 206 440 202 620 195 784 C 270 800 370 806 450 806"
)
_LONG = both_halves(f"M 450 143 C 412 143 382 112 356 56 {_SLEEVES_AND_SIDES}", _AXIS)
_LONG_BACK = both_halves(f"M 450 84 C 414 84 380 76 356 56 {_SLEEVES_AND_SIDES}", _AXIS)
_ARMHOLE = Path.parse("M 228 92 C 246 152 240 256 197 344")
_SHOULDER = Path.parse("M 356 60 C 316 74 272 84 230 96")
_CUFF = tuple(Path.parse(d) for d in ("M 48 652 C 70 668 102 674 127 669", "M 49 646 C 71 662 103 668 128 663"))
_HEM = tuple(
    Path.parse(d)
    for d in (
        "M 196 762 C 270 778 370 784 450 784 C 530 784 630 778 704 762",
        "M 196 756 C 270 772 370 778 450 778 C 530 778 630 772 704 756",
    )
)
_LONG_FOLDS = (
    *(fold.moved(50, 0) for fold in TEE_BODY_FOLDS),
    *mirrored(
        (
            Fold((204, 352), (250, 420), (282, 560), 26, 4.8, open_start=True),
            Fold((202, 370), (216, 470), (226, 640), 20, 3.8, open_start=True),
            Fold((250, 560), (264, 680), (256, 800), 30, 5.4, open_end=True),
            Fold((342, 600), (330, 700), (338, 806), 34, 5.2, open_end=True),
            Fold((196, 330), (150, 330), (104, 344), 14, 4.2, open_start=True),
            Fold((186, 372), (146, 392), (98, 396), 13, 3.6, open_start=True),
            Fold((150, 470), (120, 486), (76, 500), 13, 3.0, open_start=True),
            Fold((218, 130), (150, 190), (112, 330), 22, 3.0),
            Fold((112, 420), (98, 540), (84, 680), 16, 3.0, open_end=True),
        ),
        _AXIS,
    ),
)


def _long(canvas: Canvas, cloth: str) -> None:
    with canvas.group(transform=_OVER):
        neck_inside(canvas, cloth)
    canvas.fill(_LONG, cloth)
    ribbed(canvas, RIB.transformed(_OVER), cloth, _AXIS, 49, 143)
    with canvas.group(clip=_LONG):
        stitch(canvas, Path.parse("M 350 59 C 378 117 410 149 450 149 C 490 149 522 117 550 59"), cloth)
        _sewn(canvas, cloth)


def _long_from_behind(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_LONG_BACK, cloth)
    ribbed(canvas, RIB_BACK.transformed(_OVER), cloth, _AXIS, 49, 84)
    with canvas.group(clip=_LONG_BACK):
        stitch(canvas, Path.parse("M 350 60 C 378 82 414 90 450 90 C 486 90 522 82 550 60"), cloth)
        _sewn(canvas, cloth)


def _sewn(canvas: Canvas, cloth: str) -> None:
    for side in (lambda p: p, lambda p: flipped(p, _AXIS)):
        seam(canvas, side(_ARMHOLE), cloth)
        seam(canvas, side(_SHOULDER), cloth)
        for line in _CUFF:
            stitch(canvas, side(line), cloth)
    for line in _HEM:
        stitch(canvas, line, cloth)


_LONG_SEAMS = (_ARMHOLE, flipped(_ARMHOLE, _AXIS), _SHOULDER, flipped(_SHOULDER, _AXIS), _HEM[0])

LONG_SLEEVE = Garment(
    (900, 850),
    Layer(_LONG + INSIDE.transformed(_OVER), _long),
    _LONG_FOLDS,
    ((_LONG, 3.0), (RIB.transformed(_OVER), 1.4)),
    _LONG_SEAMS,
)
LONG_SLEEVE_BACK = Garment(
    (900, 850),
    Layer(_LONG_BACK, _long_from_behind),
    _LONG_FOLDS,
    ((_LONG_BACK, 3.0), (RIB_BACK.transformed(_OVER), 1.4)),
    _LONG_SEAMS,
)

# --- tank top

_TANK_AXIS = 340.0
_TANK_SIDES = "L 196 74 C 204 170 190 262 86 318 C 92 440 90 620 82 786 C 160 800 250 808 340 808"
_TANK = both_halves(f"M 340 196 C 292 196 262 150 250 62 {_TANK_SIDES}", _TANK_AXIS)
_TANK_BACK = both_halves(f"M 340 124 C 298 124 264 106 250 62 {_TANK_SIDES}", _TANK_AXIS)
_TANK_NECK = Path.parse(
    "M 250 62 C 264 106 298 124 340 124 C 382 124 416 106 430 62 C 418 150 388 196 340 196 C 292 196 262 150 250 62 Z"
)
_BINDINGS = ("M 206 74 C 214 174 200 270 92 328", "M 257 62 C 270 146 298 188 340 188 C 382 188 410 146 423 62")
_BINDING_BACK = "M 256 68 C 270 98 300 116 340 116 C 380 116 410 98 424 68"
_TANK_HEM = "M 84 764 C 160 780 250 786 340 786 C 430 786 520 780 596 764"
_TANK_FOLDS = (
    *mirrored(
        (
            Fold((94, 322), (150, 380), (190, 520), 26, 4.6, open_start=True),
            Fold((92, 350), (108, 460), (112, 620), 20, 3.8, open_start=True),
            Fold((216, 90), (214, 180), (170, 290), 18, 2.6, open_start=True),
            Fold((136, 560), (150, 690), (142, 806), 30, 5.2, open_end=True),
            Fold((232, 600), (222, 700), (230, 808), 34, 5.0, open_end=True),
        ),
        _TANK_AXIS,
    ),
    Fold((316, 620), (330, 700), (322, 808), 36, 5.0, open_end=True),
    Fold((266, 470), (350, 500), (450, 440), 40, 2.4),
)


def _tank(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_TANK_NECK, mix(cloth, "#000000", 0.34))
    canvas.fill(_TANK, cloth)
    _bound(canvas, cloth, _TANK, _BINDINGS)


def _tank_from_behind(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_TANK_BACK, cloth)
    _bound(canvas, cloth, _TANK_BACK, (_BINDINGS[0], _BINDING_BACK))


def _bound(canvas: Canvas, cloth: str, outline: Path, bindings: tuple[str, ...]) -> None:
    """Narrow bindings along neck and armholes, the seams on the shoulders, the hem."""
    with canvas.group(clip=outline):
        for d in bindings:
            for line in (Path.parse(d), flipped(Path.parse(d), _TANK_AXIS)):
                seam(canvas, line, cloth)
        shoulder = Path.parse("M 194 80 L 252 68")
        seam(canvas, shoulder, cloth)
        seam(canvas, flipped(shoulder, _TANK_AXIS), cloth)
        for line in (Path.parse(_TANK_HEM), Path.parse(_TANK_HEM).transformed(Transform.move(0, -6))):
            stitch(canvas, line, cloth)
    canvas.stroke(outline, shade(cloth, 0.2), 0.6, 0.5)


_TANK_SEAMS = (*(Path.parse(d) for d in (*_BINDINGS, _TANK_HEM)), flipped(Path.parse(_BINDINGS[0]), _TANK_AXIS))

TANK = Garment((680, 850), Layer(_TANK + _TANK_NECK, _tank), _TANK_FOLDS, ((_TANK, 3.0),), _TANK_SEAMS)
TANK_BACK = Garment((680, 850), Layer(_TANK_BACK, _tank_from_behind), _TANK_FOLDS, ((_TANK_BACK, 3.0),), _TANK_SEAMS)

# --- children's tee: 15 in across the chest

KIDS = TEE.scaled(0.75)
KIDS_BACK = TEE_BACK.scaled(0.75)
