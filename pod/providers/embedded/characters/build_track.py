"""What is run over, thrown, vaulted with and skipped through by athletes. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.providers.embedded.characters.balls import off
from pod.providers.embedded.characters.build import Build
from pod.providers.embedded.characters.build_gear import CREAM, DARK, GOLD, GROUND, RED, STEEL, WHITE, WOOD, rod
from pod.providers.embedded.characters.pen import INK, LINE, Pen, oval


def hurdle(pen: Pen, _: Build) -> None:
    """Under the leading leg, barred red and white."""
    for x in (420, 860):
        rod(pen, (x, 780), (x, GROUND), STEEL, 26)
        rod(pen, (x - 90, GROUND), (x + 40, GROUND), STEEL, 26)
    bar = rounded_rect(350, 720, 580, 96, 18)
    pen.part(bar, WHITE)
    with pen.canvas.group(bar):
        for k in range(3):
            pen.canvas.fill(rounded_rect(350 + 232 * k, 720, 116, 96, 0), RED)


def javelin(pen: Pen, build: Build) -> None:
    hand = build.hands[1]
    rod(pen, off(hand, 254, 330), off(hand, 74, 400), GOLD, 16)
    tip = off(hand, 74, 460)
    pen.part(Path.lines([tip, off(off(hand, 74, 380), 164, 22), off(off(hand, 74, 380), 344, 22)]), STEEL)
    pen.part(oval(*hand, 41, 38), pen.species.base)


def vault(pen: Pen, build: Build) -> None:
    """Over a bar between two posts, the pole bent beneath."""
    for post in (330, 1010):
        rod(pen, (post, 170), (post, GROUND), STEEL, 24)
    rod(pen, (300, 420), (1040, 420), RED, 18)
    x, y = build.hands[1]
    pole = Path.parse(f"M{x + 30} {y - 160}Q{x - 40} {y + 120} 420 {GROUND}")
    pen.canvas.stroke(pole, INK, 22 + 2 * LINE)
    pen.canvas.stroke(pole, GOLD, 22)
    pen.part(rounded_rect(560, GROUND - 110, 500, 120, 40), "#4f79b8")


def lacrosse_stick(pen: Pen, build: Build) -> None:
    """In both hands before the chest, the ball in its net."""
    (x, y), near = build.hands
    rod(pen, off(near, 230, 60), (x, y), WOOD, 22)
    put = Transform.rotate(40).then(Transform.move(x + 20, y - 20))
    head = Path.parse("M-22 10Q-90 -110 -60 -190Q0 -240 60 -190Q90 -110 22 10Z").transformed(put)
    pen.part(head, CREAM)
    with pen.canvas.group(head):
        for k in range(-4, 5):
            for d in (f"M{k * 30 - 160} -260L{k * 30 + 160} 20", f"M{k * 30 + 160} -260L{k * 30 - 160} 20"):
                pen.canvas.stroke(Path.parse(d).transformed(put), DARK, 6)
    pen.part(circle(0, -130, 40).transformed(put), RED)
    for hand in build.hands:
        pen.part(oval(*hand, 43, 40), DARK)


def skipping_rope(pen: Pen, build: Build) -> None:
    """From hand to hand, under the feet."""
    (fx, fy), (nx, ny) = build.hands
    for d in (
        f"M{nx} {ny}C{nx - 190} {ny + 360} {nx + 60} 1110 512 1110C{fx - 60} 1110 {fx + 190} {fy + 360} {fx} {fy}",
    ):
        rope = Path.parse(d)
        pen.canvas.stroke(rope, INK, 16 + 2 * LINE)
        pen.canvas.stroke(rope, GOLD, 16)
    for x, y in build.hands:
        rod(pen, (x, y - 30), (x, y + 50), RED, 24)
        pen.part(oval(x, y, 41, 38), pen.species.base)
