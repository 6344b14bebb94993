"""The cap: a crown of six panels and a bill, seen from the front, from the side and from behind. 8.3 in across."""

from __future__ import annotations

from pod.drawing import Canvas, Path, Transform
from pod.drawing.shapes import circle, ellipse
from pod.imaging.colour import mix
from pod.printprep.mockups.garment import Garment, Layer, both_halves, flipped, seam, shade, stitch
from pod.printprep.mockups.relief import Fold, mirrored

_AXIS = 150.0

# --- from the front

_CROWN = both_halves("M 150 20 C 96 20 58 52 48 104 C 44 126 43 148 46 166 C 80 180 116 184 150 184", _AXIS)
_BILL = both_halves(
    "M 150 160 C 108 160 70 164 46 152 C 30 158 24 178 30 200 C 38 214 52 214 66 208 C 92 198 122 194 150 194", _AXIS
)
_BILL_ROWS = tuple(
    Path.parse(
        f"M {34 + 2 * n} {196 - 7 * n} C {90 + n} {182 - 5 * n} {210 - n} {182 - 5 * n} {266 - 2 * n} {196 - 7 * n}"
    )
    for n in range(5)
)
_PANELS = ("M 150 24 C 150 70 150 120 150 182", "M 144 24 C 104 40 82 96 84 178")
_EYELETS = ((118, 74), (182, 74))
_FRONT_FOLDS = mirrored((Fold((60, 110), (76, 140), (80, 180), 16, 2.0, open_end=True),), _AXIS)


def _front(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_CROWN, cloth)
    with canvas.group(clip=_CROWN):
        for d in _PANELS:
            for line in {Path.parse(d), flipped(Path.parse(d), _AXIS)}:
                seam(canvas, line, cloth)
                for aside in (-2.6, 2.6):
                    stitch(canvas, line.transformed(Transform.move(aside, 0)), cloth)
    canvas.fill(ellipse(150, 20, 8, 4.6), shade(cloth, 0.1))


def _bill(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_BILL, cloth)
    with canvas.group(clip=_BILL):
        for line in _BILL_ROWS:
            stitch(canvas, line, cloth)


CAP = Garment(
    (300, 236),
    Layer(_CROWN + ellipse(150, 20, 8, 4.6), _front),
    _FRONT_FOLDS,
    ((_CROWN, 13.0),),
    (Path.parse(_PANELS[0]),),
    over=Layer(_BILL, _bill),
    uneven_mm=0.0,
    texture=0.022,
)

# --- from the side: the bill to the left

_SIDE = Path.parse(
    "M 84 168 C 74 96 104 26 178 24 C 248 22 276 84 272 150 C 272 162 270 172 266 178 C 206 192 138 190 84 168 Z"
)
_SIDE_BILL = Path.parse(
    "M 88 150 C 58 156 30 168 10 186 C 6 192 10 198 18 197 C 46 192 70 186 96 184 C 92 174 89 162 88 150 Z"
)
_SIDE_PANELS = ("M 176 26 C 132 60 118 120 124 180", "M 180 26 C 222 60 238 120 234 186")
_SIDE_FOLDS = (
    Fold((100, 90), (120, 130), (112, 178), 18, 2.0, open_end=True),
    Fold((250, 80), (244, 130), (252, 180), 18, 2.0),
)


def _seen_from_the_side(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_SIDE, cloth)
    with canvas.group(clip=_SIDE):
        for d in _SIDE_PANELS:
            seam(canvas, Path.parse(d), cloth)
            for aside in (-2.6, 2.6):
                stitch(canvas, Path.parse(d).transformed(Transform.move(aside, 0)), cloth)
        stitch(canvas, Path.parse("M 86 160 C 140 182 206 184 268 170"), cloth)
        for x, y in ((138, 74), (214, 74)):
            canvas.stroke(circle(x, y, 2.4), shade(cloth, 0.34), 1.2)
    canvas.fill(ellipse(178, 24, 9, 4.6), shade(cloth, 0.1))


def _bill_from_the_side(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_SIDE_BILL, mix(cloth, "#000000", 0.06))
    stitch(canvas, Path.parse("M 18 189 C 44 178 68 172 92 170"), cloth)


def _turned(garment: Garment) -> Garment:
    """Seen from the other side."""
    width, height = garment.size_mm
    back = Transform(-1, 0, 0, 1, width, 0)

    def layer(one: Layer) -> Layer:
        def draw(canvas: Canvas, cloth: str) -> None:
            own = Canvas(width, height)
            one.draw(own, cloth)
            canvas.place(own.drawing(), back)

        return Layer(one.outline.transformed(back), draw)

    return Garment(
        garment.size_mm,
        layer(garment.front),
        tuple(fold.mirrored(width / 2) for fold in garment.folds),
        tuple((part.transformed(back), mm) for part, mm in garment.parts),
        tuple(line.transformed(back) for line in garment.seams),
        over=layer(garment.over) if garment.over else None,
        uneven_mm=garment.uneven_mm,
        texture=garment.texture,
    )


CAP_LEFT = Garment(
    (290, 214),
    Layer(_SIDE + ellipse(178, 24, 9, 4.6), _seen_from_the_side),
    _SIDE_FOLDS,
    ((_SIDE, 13.0),),
    tuple(Path.parse(d) for d in _SIDE_PANELS),
    over=Layer(_SIDE_BILL, _bill_from_the_side),
    uneven_mm=0.0,
    texture=0.022,
)
CAP_RIGHT = _turned(CAP_LEFT)

# --- from behind: the opening with its strap

_REAR = both_halves("M 150 20 C 96 20 56 56 48 110 C 45 134 45 158 48 178 C 80 190 116 194 150 194", _AXIS)
_GAP = both_halves("M 150 132 C 122 132 106 150 104 186 L 104 200 L 150 200", _AXIS)
_STRAP = both_halves("M 150 168 L 88 164 L 88 184 L 150 188", _AXIS)


def _rear(canvas: Canvas, cloth: str) -> None:
    canvas.fill(_REAR, cloth)
    with canvas.group(clip=_REAR):
        line = Path.parse("M 150 24 C 150 60 150 100 150 132")
        seam(canvas, line, cloth)
        for aside in (-2.6, 2.6):
            stitch(canvas, line.transformed(Transform.move(aside, 0)), cloth)
        canvas.fill(_GAP, mix(cloth, "#000000", 0.62))
        stitch(canvas, _GAP.offset(4.0), cloth)
        canvas.fill(_STRAP, shade(cloth, 0.06))
        stitch(canvas, Path.parse("M 90 168 L 210 168"), cloth)
        stitch(canvas, Path.parse("M 90 183 L 210 183"), cloth)
    canvas.fill(ellipse(150, 20, 8, 4.6), shade(cloth, 0.1))


CAP_BACK = Garment(
    (300, 214),
    Layer(_REAR + ellipse(150, 20, 8, 4.6), _rear),
    _FRONT_FOLDS,
    ((_REAR, 13.0), (_STRAP, 1.2)),
    (Path.parse("M 150 24 C 150 60 150 100 150 132"),),
    uneven_mm=0.0,
    texture=0.022,
)
