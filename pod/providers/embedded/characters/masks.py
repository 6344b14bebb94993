"""Faces painted for the day of the dead, a steampunk's hat and a cyberpunk's visor. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.providers.embedded.characters.hats import crown_of, top_hat
from pod.providers.embedded.characters.headgear import goggles_up
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, limb, oval

_PAINTS = ("#ee4f7b", "#f3bf4b", "#3fa7a0", "#8a5fc0")
_WHITE = "#fdfbf6"


def sugar_skull(pen: Pen) -> None:
    """Flowers around the eyes and on the brow, dots, a heart for a nose, stitches at the mouth."""
    s = pen.species
    if s.nose.startswith("side"):
        return
    (rx, ry), (r, apart, drop) = s.head, s.eyes
    r, y = max(r, 20.0), HEAD_Y + drop
    for side in SIDES:
        x = MIDDLE_X + side * apart
        for k in range(10):
            pen.canvas.fill(leaf(*polar(x, y, r * 1.1, 36 * k), r * 1.5, r * 1.05, 36 * k), _PAINTS[k % 2 * 2])
        pen.canvas.fill(circle(x, y, r * 1.7), _WHITE)
        pen.canvas.fill(circle(x, y, r * 1.4), INK)
        pen.canvas.fill(circle(x - r * 0.4, y - r * 0.5, r * 0.42), _WHITE)
        for k, turn in enumerate((118, 140, 162)):
            dot = polar(MIDDLE_X, HEAD_Y, min(rx, ry) * 0.84, side * turn)
            pen.canvas.fill(circle(*dot, 13), _PAINTS[k])
    _flower(pen, MIDDLE_X, HEAD_Y - ry * 0.56, ry * 0.26)
    for side in SIDES:
        for k, turn in enumerate((24, 42)):
            pen.canvas.fill(circle(*polar(MIDDLE_X, HEAD_Y, ry * 0.76, side * turn), 13 - 3 * k), _PAINTS[3 - k])
    mouth = HEAD_Y + (136 if s.muzzle != (0.0, 0.0) else 122)
    pen.canvas.fill(rounded_rect(MIDDLE_X - 92, mouth - 5, 184, 10, 5), INK)
    for k in range(-3, 4):
        pen.canvas.fill(rounded_rect(MIDDLE_X + 26 * k - 5, mouth - 20, 10, 40, 5), INK)


def _flower(pen: Pen, x: float, y: float, size: float) -> None:
    for k in range(6):
        pen.canvas.fill(leaf(*polar(x, y, size * 0.1, 60 * k), size, size * 0.62, 60 * k), _PAINTS[k % 2 * 3])
    pen.canvas.fill(circle(x, y, size * 0.3), _PAINTS[1])


def steampunk_hat(pen: Pen) -> None:
    """A top hat with goggles on it and a cog at its side."""
    top_hat(pen)
    goggles_up(pen)
    y, half = crown_of(pen)
    x, top = MIDDLE_X + half * 0.5, y - half * 1.06
    for k in range(8):
        tooth = Path.lines(
            [
                polar(x, top, half * 0.2, 45 * k - 14),
                polar(x, top, half * 0.2, 45 * k + 14),
                polar(x, top, half * 0.34, 45 * k + 9),
                polar(x, top, half * 0.34, 45 * k - 9),
            ]
        )
        pen.canvas.fill(tooth, "#d9a441")
    pen.canvas.fill(circle(x, top, half * 0.25), "#d9a441")
    pen.canvas.fill(circle(x, top, half * 0.1), INK)


def gum_bubble(pen: Pen) -> None:
    """Blown out of the mouth, pink, with a glint."""
    s = pen.species
    x, y = (MIDDLE_X + s.head[0] + 120, HEAD_Y + 40) if s.nose.startswith("side") else (MIDDLE_X, HEAD_Y + 190)
    pen.part(circle(x, y, 128), "#f58fae")
    pen.canvas.fill(oval(x - 46, y - 52, 34, 20, -36), "#fcd6df")
    pen.canvas.fill(circle(x + 58, y + 50, 13), "#fcd6df")


def striped_socks(pen: Pen) -> None:
    """On the feet of who sits, a cuff at the ankle."""
    for side in SIDES:
        sock = oval(*at(side, 122, 922), 96, 58)
        pen.part(sock, "#3fa7a0")
        with pen.canvas.group(sock):
            for k in (-1, 0, 1):
                x, y = at(side, 122 + 52 * k, 922)
                pen.canvas.fill(oval(x, y, 13, 80), _WHITE)
        pen.part(blob(*at(side, 96, 868), 66, 22, 2.6), "#ee7f6a")


def bee_antennae(pen: Pen) -> None:
    _feelers(pen, INK, INK)


def antennae(pen: Pen) -> None:
    """Two, with green balls, and an eye on the brow."""
    _feelers(pen, "#5fae5a", "#9be06f")
    y, _ = crown_of(pen)
    pen.canvas.fill(circle(MIDDLE_X, y + 34, 20), "#9be06f")
    pen.canvas.fill(circle(MIDDLE_X, y + 34, 9), INK)


def _feelers(pen: Pen, stalk: str, ball: str) -> None:
    y, half = crown_of(pen)
    for side in SIDES:
        tip = (MIDDLE_X + side * half * 0.9, y - 190)
        pen.part(
            limb([(MIDDLE_X + side * half * 0.36, y + 20), (MIDDLE_X + side * half * 0.5, y - 90), tip], 14, 11),
            stalk,
        )
        pen.part(circle(*tip, 42), ball)


def skeleton_suit(pen: Pen) -> None:
    """Bones on the dark cloth: ribs and hips."""
    top = HEAD_Y + pen.species.head[1] + 30
    pen.canvas.fill(rounded_rect(MIDDLE_X - 13, top, 26, 250, 12), _WHITE)
    for k in range(4):
        y, half = top + 26 + 46 * k, 118 - 12 * k
        rib = Path((("M", (MIDDLE_X - half, y)), ("Q", (MIDDLE_X, y + 40, MIDDLE_X + half, y))))
        pen.canvas.stroke(rib, _WHITE, 20)
    for side in SIDES:
        pen.canvas.fill(blob(*at(side, 58, top + 246), 62, 32, 2.4), _WHITE)


def skull_paint(pen: Pen) -> None:
    """White around the eyes, stitches for a mouth."""
    (rx, ry), (r, apart, drop) = pen.species.head, pen.species.eyes
    r, y = max(r, 22.0), HEAD_Y + drop
    if pen.species.nose.startswith("side"):
        return
    pen.part(blob(MIDDLE_X, HEAD_Y + 4, rx * 0.86, ry * 0.84, 2.35), _WHITE)
    for side in SIDES:
        pen.canvas.fill(blob(*at(side, apart, y), r * 2.1, r * 2.2, 2.3), INK)
        pen.canvas.fill(circle(*at(side, apart, y), r * 0.6), "#f6c445")
    pen.canvas.fill(
        Path.lines([(MIDDLE_X, HEAD_Y + 34), (MIDDLE_X - 24, HEAD_Y + 76), (MIDDLE_X + 24, HEAD_Y + 76)]), INK
    )
    pen.canvas.fill(rounded_rect(MIDDLE_X - 104, HEAD_Y + 118, 208, 10, 5), INK)
    for k in range(-3, 4):
        pen.canvas.fill(rounded_rect(MIDDLE_X + 28 * k - 5, HEAD_Y + 100, 10, 46, 5), INK)


def neon_visor(pen: Pen) -> None:
    """One pane across both eyes that glows, and a lamp at each temple."""
    (rx, _), (r, apart, drop) = pen.species.head, pen.species.eyes
    y, high = HEAD_Y + drop, max(r, 24.0) * 1.5
    pen.part(rounded_rect(MIDDLE_X - rx - 6, y - 15, 2 * rx + 12, 30, 12), "#2b2740")
    pen.part(blob(MIDDLE_X, y, min(apart + high * 1.3, rx * 0.92), high, 3.4), "#e83fb0")
    pen.canvas.fill(blob(MIDDLE_X, y, min(apart + high * 1.1, rx * 0.84), high * 0.74, 3.4), "#33e1ed")
    for side in SIDES:
        x, _ = at(side, apart, y)
        pen.canvas.fill(rounded_rect(x - 34, y - 7, 68, 14, 7), _WHITE)
        pen.part(circle(*at(side, rx + 2, y), 34), "#33e1ed")
    for k, ink in enumerate(("#33e1ed", "#e83fb0", "#f6e34f")):
        bar = Path.lines(
            [
                (MIDDLE_X - 60 + 44 * k, HEAD_Y + 226),
                (MIDDLE_X - 30 + 44 * k, HEAD_Y + 226),
                (MIDDLE_X - 46 + 44 * k, HEAD_Y + 300),
                (MIDDLE_X - 76 + 44 * k, HEAD_Y + 300),
            ]
        )
        pen.canvas.fill(bar, ink)


def glass_dome(pen: Pen) -> None:
    """What an astronaut has on, over all of a thing that is one."""
    rx, ry = pen.species.head
    r = 1.3 * max(rx, ry)
    bowl = circle(MIDDLE_X, HEAD_Y, r)
    pen.canvas.fill(bowl, "#cfeaf5", 0.3)
    pen.canvas.stroke(bowl, INK, 44)
    pen.canvas.stroke(bowl, _WHITE, 26)
    shine = [polar(MIDDLE_X, HEAD_Y, r - 64, turn) for turn in range(-64, -20, 4)]
    pen.canvas.fill(limb(shine, 17, 14), "#ffffff", 0.85)
    pen.part(blob(MIDDLE_X, HEAD_Y + r, r * 0.62, 40, 3.0), "#c9cfdd")
