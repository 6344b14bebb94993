"""The T-shirt: a size M lying flat, 20 in across the chest and 29 in long (Bella + Canvas 3001, size chart)."""

from __future__ import annotations

from pod.drawing import Canvas, Path
from pod.drawing.shapes import rect
from pod.imaging.colour import mix
from pod.printprep.mockups.garment import Garment, Layer, flipped, ribbed, seam, stitch
from pod.printprep.mockups.relief import Fold, mirrored

_AXIS = 400.0

_TEE = Path.parse(
    "M 306 56 C 266 70 222 80 178 92 C 132 108 70 164 19 238 C 50 286 88 328 130 360 "
    "C 134 340 140 322 147 304 C 156 420 152 620 145 784 C 220 800 320 806 400 806 "
    "C 480 806 580 800 655 784 C 648 620 644 420 653 304 C 660 322 666 340 670 360 "
    "C 712 328 750 286 781 238 C 730 164 668 108 622 92 C 578 80 534 70 494 56 "
    "C 468 112 438 143 400 143 C 362 143 332 112 306 56 Z"
)
_TEE_BACK = Path.parse(
    "M 306 56 C 266 70 222 80 178 92 C 132 108 70 164 19 238 C 50 286 88 328 130 360 "
    "C 134 340 140 322 147 304 C 156 420 152 620 145 784 C 220 800 320 806 400 806 "
    "C 480 806 580 800 655 784 C 648 620 644 420 653 304 C 660 322 666 340 670 360 "
    "C 712 328 750 286 781 238 C 730 164 668 108 622 92 C 578 80 534 70 494 56 "
    "C 470 76 436 84 400 84 C 364 84 330 76 306 56 Z"
)
RIB = Path.parse(
    "M 306 56 C 332 112 362 143 400 143 C 438 143 468 112 494 56 L 477 49 C 457 98 432 123 400 123 "
    "C 368 123 343 98 323 49 Z"
)
RIB_BACK = Path.parse(
    "M 306 56 C 330 76 364 84 400 84 C 436 84 470 76 494 56 L 477 49 C 456 60 430 66 400 66 C 370 66 344 60 323 49 Z"
)
INSIDE = Path.parse(
    "M 323 49 C 344 60 370 66 400 66 C 430 66 456 60 477 49 C 460 100 434 127 400 127 C 366 127 340 100 323 49 Z"
)
INSIDE_RIB = Path.parse(
    "M 323 49 C 344 60 370 66 400 66 C 430 66 456 60 477 49 L 470 66 C 452 78 428 84 400 84 C 372 84 348 78 330 66 Z"
)
_ARMHOLE = Path.parse("M 178 92 C 196 152 190 244 147 304")
_SLEEVE_HEM = tuple(Path.parse(d) for d in ("M 28 225 C 60 273 98 314 139 345", "M 32 220 C 64 268 102 309 142 340"))
_HEM = tuple(
    Path.parse(d)
    for d in (
        "M 146 762 C 220 778 320 784 400 784 C 480 784 580 778 654 762",
        "M 146 756 C 220 772 320 778 400 778 C 480 778 580 772 654 756",
    )
)
_SHOULDER = Path.parse("M 306 60 C 266 74 222 84 180 96")
_LABEL = rect(389, 91, 22, 12)


def _tee(canvas: Canvas, cloth: str) -> None:
    neck_inside(canvas, cloth)
    canvas.fill(_TEE, cloth)
    ribbed(canvas, RIB, cloth, _AXIS, 49, 143)
    with canvas.group(clip=_TEE):
        stitch(canvas, Path.parse("M 300 59 C 328 117 360 149 400 149 C 440 149 472 117 500 59"), cloth)
        _sewn(canvas, cloth)


def neck_inside(canvas: Canvas, cloth: str) -> None:
    """What is seen of the back through the neck: its inside, the rib there, the label."""
    canvas.fill(INSIDE, mix(cloth, "#000000", 0.34))
    canvas.fill(INSIDE_RIB, mix(cloth, "#000000", 0.16))
    stitch(canvas, Path.parse("M 331 70 C 349 82 373 88 400 88 C 427 88 451 82 469 70"), cloth)
    canvas.fill(_LABEL, mix(cloth, "#f4f4f2", 0.55))


def _tee_from_behind(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_TEE_BACK, cloth)
    ribbed(canvas, RIB_BACK, cloth, _AXIS, 49, 84)
    with canvas.group(clip=_TEE_BACK):
        stitch(canvas, Path.parse("M 300 60 C 328 82 364 90 400 90 C 436 90 472 82 500 60"), cloth)
        _sewn(canvas, cloth)


def _sewn(canvas: Canvas, cloth: str) -> None:
    for side in (lambda p: p, lambda p: flipped(p, _AXIS)):
        seam(canvas, side(_ARMHOLE), cloth)
        seam(canvas, side(_SHOULDER), cloth)
        for line in _SLEEVE_HEM:
            stitch(canvas, side(line), cloth)
    for line in _HEM:
        stitch(canvas, line, cloth)


TEE_BODY_FOLDS = (
    Fold((372, 620), (386, 700), (380, 806), 36, 5.0, open_end=True),
    Fold((455, 560), (446, 690), (460, 806), 34, 4.4, open_end=True),
    Fold((330, 470), (420, 500), (520, 440), 40, 2.4),
    Fold((250, 600), (380, 640), (470, 590), 34, 2.6),
)
_TEE_FOLDS = (
    *mirrored(
        (
            Fold((150, 306), (215, 330), (300, 440), 24, 4.6, open_start=True),
            Fold((150, 312), (196, 372), (232, 520), 26, 4.8, open_start=True),
            Fold((152, 330), (166, 430), (178, 600), 20, 3.8, open_start=True),
            Fold((160, 262), (120, 262), (66, 262), 13, 3.2),
            Fold((150, 296), (112, 306), (92, 316), 12, 3.4, open_start=True),
            Fold((176, 150), (130, 170), (74, 222), 22, 2.8),
            Fold((200, 560), (214, 680), (206, 800), 30, 5.4, open_end=True),
            Fold((292, 600), (280, 700), (288, 806), 34, 5.2, open_end=True),
            Fold((250, 92), (238, 150), (218, 230), 30, 2.6, open_start=True),
        ),
        _AXIS,
    ),
    *TEE_BODY_FOLDS,
)

_TEE_SEAMS = (_ARMHOLE, flipped(_ARMHOLE, _AXIS), _SHOULDER, flipped(_SHOULDER, _AXIS), _HEM[0])

TEE = Garment((800, 850), Layer(_TEE + INSIDE, _tee), _TEE_FOLDS, ((_TEE, 3.0), (RIB, 1.4)), _TEE_SEAMS)
TEE_BACK = Garment(
    (800, 850),
    Layer(_TEE_BACK, _tee_from_behind),
    _TEE_FOLDS,
    ((_TEE_BACK, 3.0), (RIB_BACK, 1.4)),
    _TEE_SEAMS,
)
