"""What portraits are painted in: a general's coat, a Victorian gown, a knight's armour; fangs, a mohawk, a zombie's face. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.hats import crown_of
from pod.providers.embedded.characters.pen import BODY_Y, HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, limb, oval

NAVY, PLUM, STEEL = "#2f3f6b", "#6b3357", "#b3bccb"
_GOLD, _WHITE, _RED = "#e9b949", "#fdfbf6", "#c63d3f"


def _chest(pen: Pen) -> float:
    return HEAD_Y + pen.species.head[1] + 6


def general_coat(pen: Pen) -> None:
    """Epaulettes with fringes, a sash, buttons in two rows and medals."""
    y = _chest(pen)
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        pen.canvas.fill(limb([(MIDDLE_X + 190, y), (MIDDLE_X - 210, 940)], 34, 34), _RED)
        for k in range(4):
            band = limb([(MIDDLE_X - 70, y + 54 + 62 * k), (MIDDLE_X + 70, y + 54 + 62 * k)], 9, 9)
            pen.canvas.fill(band, _GOLD)
    for side in SIDES:
        for k in range(4):
            pen.canvas.fill(circle(*at(side, 72, y + 54 + 62 * k), 15), mix(_GOLD, INK, 0.2))
        x, top = at(side, 176, y + 40)
        for k in range(-3, 4):
            pen.part(rounded_rect(x + 19 * k - 7, top, 14, 58, 6), _GOLD)
        pen.part(blob(x, top - 2, 74, 28, 2.6), _GOLD)
        wing = Path.parse("M6 -6L110 -26L92 44L30 50Z")
        pen.part(wing.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), _RED)
    for k, ink in enumerate(("#3f978f", "#8a5fc0")):
        x, top = MIDDLE_X - 128 + 54 * k, y + 98
        pen.canvas.fill(rounded_rect(x - 13, top, 26, 34, 3), ink)
        pen.part(star(x, top + 50, 24), _GOLD)


def victorian_gown(pen: Pen) -> None:
    """A fall of lace with a cameo, and puffed shoulders."""
    y = _chest(pen)
    for side in SIDES:
        pen.part(blob(*at(side, 188, y + 74), 76, 62, 2.3), PLUM)
    for row, (half, drop) in enumerate(((64, 190), (86, 132), (110, 72))):
        lace = " ".join(f"q{half / 4} 40 {half / 2} 0" for _ in range(4))
        edge = Path.parse(f"M{MIDDLE_X - half} {y + drop}{lace}L{MIDDLE_X + 40} {y - 4}L{MIDDLE_X - 40} {y - 4}Z")
        pen.part(edge, mix(_WHITE, PLUM, 0.08 * (2 - row)))
    collar = rounded_rect(MIDDLE_X - 112, y - 36, 224, 50, 22)
    pen.part(collar, _WHITE)
    pen.part(oval(MIDDLE_X, y + 6, 34, 42), _GOLD)
    pen.canvas.fill(oval(MIDDLE_X, y + 6, 23, 30), "#8fb5d8")
    pen.canvas.fill(circle(MIDDLE_X, y + 2, 11), _WHITE)


def feathered_hat(pen: Pen) -> None:
    """Broad, with a ribbon and two plumes."""
    y, half = crown_of(pen)
    for lean, ink in ((26, "#d98aa8"), (50, _WHITE)):
        plume = Path.parse("M0 0C-60 -90 -40 -220 50 -250C110 -180 90 -60 0 0Z").transformed(Transform.rotate(lean))
        pen.part(
            plume.transformed(Transform.scale(half / 150).then(Transform.move(MIDDLE_X + half * 0.4, y - half * 0.3))),
            ink,
        )
    pen.part(blob(MIDDLE_X, y - half * 0.36, half * 0.72, half * 0.46, 2.6), PLUM)
    pen.canvas.fill(rounded_rect(MIDDLE_X - half * 0.72, y - half * 0.3, half * 1.44, half * 0.2, 8), "#d98aa8")
    pen.part(blob(MIDDLE_X, y - 4, half * 1.5, half * 0.22, 2.2), PLUM)


def breastplate(pen: Pen) -> None:
    y = _chest(pen)
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        pen.canvas.fill(rounded_rect(MIDDLE_X - 11, y, 22, 300, 8), mix(STEEL, _WHITE, 0.6))
        for k in range(3):
            line = Path.parse(
                f"M{MIDDLE_X - 220} {800 + 48 * k}Q{MIDDLE_X} {846 + 48 * k} {MIDDLE_X + 220} {800 + 48 * k}"
            )
            pen.canvas.stroke(line, mix(STEEL, INK, 0.4), 10)
    for side in SIDES:
        for k in (1, 0):
            pen.part(blob(*at(side, 178 + 10 * k, y + 60 + 36 * k), 74, 46, 2.4), mix(STEEL, INK, 0.12 * k))
    cross = Path.parse("M-16 -56L16 -56L16 -16L52 -16L52 16L16 16L16 66L-16 66L-16 16L-52 16L-52 -16L-16 -16Z")
    pen.part(cross.transformed(Transform.move(MIDDLE_X, y + 100)), _RED)


def open_helmet(pen: Pen) -> None:
    """The visor up, so that the face is seen; a plume on top."""
    y, half = crown_of(pen)
    rx = pen.species.head[0]
    pen.part(limb([(MIDDLE_X, y - 120), (MIDDLE_X + 40, y - 230), (MIDDLE_X + 150, y - 220)], 40, 16), _RED)
    for side in SIDES:
        pen.part(
            Path.parse(
                f"M{MIDDLE_X + side * half} {y - 10}L{MIDDLE_X + side * (rx + 24)} {y + 30}L{MIDDLE_X + side * (rx + 12)} {HEAD_Y + 120}L{MIDDLE_X + side * (rx - 40)} {HEAD_Y + 150}Q{MIDDLE_X + side * (rx - 20)} {HEAD_Y} {MIDDLE_X + side * half * 0.9} {y + 40}Z"
            ),
            STEEL,
        )
    dome = f"M{MIDDLE_X - half * 1.34} {y + 36}C{MIDDLE_X - half * 1.3} {y - 170} {MIDDLE_X + half * 1.3} {y - 170} {MIDDLE_X + half * 1.34} {y + 36}Q{MIDDLE_X} {y - 20} {MIDDLE_X - half * 1.34} {y + 36}Z"
    pen.part(Path.parse(dome), STEEL)
    raised = f"M{MIDDLE_X - half * 1.2} {y - 6}Q{MIDDLE_X} {y - 110} {MIDDLE_X + half * 1.2} {y - 6}L{MIDDLE_X + half * 1.1} {y + 34}Q{MIDDLE_X} {y - 44} {MIDDLE_X - half * 1.1} {y + 34}Z"
    pen.part(Path.parse(raised), mix(STEEL, INK, 0.2))
    for k in range(-2, 3):
        pen.canvas.fill(oval(MIDDLE_X + half * 0.36 * k, y - 38 + 7 * abs(k), 14, 7), INK)


def fedora(pen: Pen) -> None:
    """Pinched at the top, a dark band, worn a little low."""
    y, half = crown_of(pen)
    crown = (
        "M-100 -6C-116 -110 -96 -176 -52 -178C-26 -180 -16 -160 0 -156C16 -160 26 -180 52 -178C96 -176 116 -110 100 -6Z"
    )
    to = Transform.scale(half / 150).then(Transform.move(MIDDLE_X, y + 8))
    pen.part(Path.parse(crown).transformed(to), "#5b5563")
    pen.canvas.fill(Path.parse("M-103 -8L-107 -56Q0 -32 107 -56L103 -8Z").transformed(to), "#2b2930")
    pen.part(Path.parse("M-206 -22C-130 16 130 16 206 -22C190 42 -190 42 -206 -22Z").transformed(to), "#5b5563")


def devil_horns(pen: Pen) -> None:
    y, half = crown_of(pen)
    for side in SIDES:
        horn = "M-34 40C-40 -40 -10 -110 70 -150C60 -90 50 -20 36 44Q0 60 -34 40Z"
        to = Transform.scale(side, 1).then(Transform.move(MIDDLE_X + side * half * 0.5, y - 8))
        pen.part(Path.parse(horn).transformed(to), _RED)


def gnome_hat(pen: Pen) -> None:
    """Tall and red, with a white beard below the face."""
    y, half = crown_of(pen)
    chin = HEAD_Y + pen.species.head[1] * 0.72
    if not pen.species.nose.startswith("side"):
        beard = f"M{MIDDLE_X - 150} {chin - 40}Q{MIDDLE_X - 170} {chin + 90} {MIDDLE_X} {chin + 210}Q{MIDDLE_X + 170} {chin + 90} {MIDDLE_X + 150} {chin - 40}Q{MIDDLE_X + 70} {chin + 60} {MIDDLE_X} {chin + 30}Q{MIDDLE_X - 70} {chin + 60} {MIDDLE_X - 150} {chin - 40}Z"
        pen.part(Path.parse(beard), _WHITE)
    to = Transform.scale(half / 150).then(Transform.move(MIDDLE_X, y + 6))
    pen.part(
        Path.parse("M-170 20C-110 -120 -60 -260 40 -360C60 -240 120 -110 170 20Q0 64 -170 20Z").transformed(to), _RED
    )


_LINEN = "#f1e8d2"


def mummy_wraps(pen: Pen) -> None:
    """Strips across the brow, a cheek and the chin; the eyes look out."""
    (rx, ry), y = pen.species.head, HEAD_Y
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        for (ax, ay), (bx, by) in (
            ((-1.1, -0.86), (1.1, -0.7)), ((-1.1, -0.62), (1.1, -0.88)), ((-1.1, -0.5), (1.1, -0.42)), ((0.1, 0.5), (1.1, 0.16)),
            ((-1.1, 0.62), (1.1, 0.86)), ((-1.1, 0.9), (1.1, 0.7)), ((-1.1, 0.2), (-0.3, 0.56)),
        ):  # fmt: skip
            strip = limb([(MIDDLE_X + rx * ax, y + ry * ay), (MIDDLE_X + rx * bx, y + ry * by)], 27, 27)
            pen.canvas.stroke(strip, "#8a7f66", 12)
            pen.canvas.fill(strip, _LINEN)


def mummy_body(pen: Pen) -> None:
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        for k in range(6):
            lean = 26 if k % 2 else -20
            line = Path.lines([(MIDDLE_X - 240, 600 + 62 * k), (MIDDLE_X + 240, 600 + 62 * k + lean)], closed=False)
            pen.canvas.stroke(line, "#8a7f66", 11)


def vampire_fangs(pen: Pen) -> None:
    y = HEAD_Y + (122 if pen.species.muzzle != (0.0, 0.0) else 92)
    for side in SIDES:
        x, _ = at(side, 34, y)
        pen.part(Path.lines([(x - 17, y), (x + 17, y), (x, y + 52)]), "#ffffff")


def mohawk(pen: Pen) -> None:
    """Spikes in pink; people have one of their own hair."""
    if pen.species.arms == "sleeve":
        return
    y, half = crown_of(pen)
    for lean in (-36, 36, -18, 18, 0):
        spike = Path.parse("M-46 40L0 -180L46 40Z").transformed(Transform.rotate(lean * 0.9))
        pen.part(
            spike.transformed(Transform.scale(half / 150).then(Transform.move(MIDDLE_X + lean * half / 76, y + 6))),
            "#e83f8f" if lean % 4 else "#f06aa8",
        )


def zombie_face(pen: Pen) -> None:
    """Green in the face, dark around the eyes, stitched at the brow, a bite out of the brow."""
    (rx, ry), (r, apart, drop) = pen.species.head, pen.species.eyes
    r, y = max(r, 22.0), HEAD_Y + drop
    if pen.species.nose.startswith("side"):
        return
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05), "#6fae4f", 0.42)
        for x, low in ((-0.66, 0.44), (0.52, 0.7)):
            pen.canvas.fill(blob(MIDDLE_X + rx * x, HEAD_Y + ry * low, 46, 34, 2.4), "#4f8a3f", 0.7)
    for side, size in ((-1.0, 1.9), (1.0, 1.5)):
        pen.part(circle(*at(side, apart, y), r * size), "#f6f3d9")
        pen.canvas.fill(circle(*at(side, apart - 4 * side, y + 5), r * 0.5), INK)
    for (ax, ay), (bx, by) in (((-0.5, -0.72), (-0.06, -0.5)), ((0.4, 0.3), (0.74, 0.16))):
        start, end = (MIDDLE_X + rx * ax, HEAD_Y + ry * ay), (MIDDLE_X + rx * bx, HEAD_Y + ry * by)
        pen.canvas.stroke(Path.lines([start, end], closed=False), INK, 10)
        for k in (0.15, 0.5, 0.85):
            x, at_y = start[0] + (end[0] - start[0]) * k, start[1] + (end[1] - start[1]) * k
            pen.canvas.stroke(Path.lines([(x - 10, at_y + 22), (x + 10, at_y - 22)], closed=False), INK, 9)
