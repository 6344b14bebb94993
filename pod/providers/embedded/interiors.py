"""Rooms to stand in: a wall, a floor, and what tells a kitchen from a library. Nothing on the walls is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.chambers import CHAMBERS
from pod.providers.embedded.rooms import SIDES, WOOD, boards, shelf, tiles, wall, window
from pod.providers.embedded.view import View


def _books(view: View, left: float, right: float, foot: float, tall: float) -> None:
    """A row of spines from `left` to `right`; some lean."""
    u, p, rng, x = view.unit, view.palette, view.rng, left
    inks = (*p.accents, mix(p.accents[1], p.dark, 0.4), mix(p.accents[3], p.light, 0.3))
    while x < right - u * 0.3:
        width, height = u * rng.uniform(0.26, 0.44), tall * rng.uniform(0.72, 1.0)
        ink = inks[rng.randrange(len(inks))]
        view.canvas.fill(rect(x, foot - height, width, height), mix(ink, p.dark, 0.12))
        view.canvas.fill(rect(x, foot - height * 0.8, width, height * 0.1), mix(ink, p.light, 0.5))
        x += width + u * 0.05


def _library(view: View) -> None:
    """Shelves from wall to wall."""
    b, u, p = view.box, view.unit, view.palette
    wood = mix(WOOD, p.dark, 0.35)
    wall(view, mix(wood, p.dark, 0.35))
    step = u * 1.7
    foot = view.ground - u * 0.3
    while foot > b.top - step:
        _books(view, b.left, b.right, foot, step * 0.78)
        shelf(view, b.left, b.right, foot, wood)
        foot -= step
    for share in (0.0, 0.33, 0.67, 1.0):
        view.canvas.fill(rect(b.left + b.width * share - u * 0.14, b.top, u * 0.28, view.ground - b.top), wood)
    boards(view)
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.9, b.width * 0.36, u * 0.9), mix(p.accents[4], p.dark, 0.15))


def _living_room(view: View) -> None:
    """Striped paper, a window, a lamp, a picture, a rug."""
    b, u, p = view.box, view.unit, view.palette
    paper = wall(view)
    stripes = Path()
    for i in range(9):
        stripes += rect(b.left + b.width * (i + 0.25) / 9, b.top, b.width / 18, view.ground - b.top)
    view.canvas.fill(stripes, mix(paper, p.light, 0.35))
    window(view, 0.2, 1.7, 2.2, 2.8)
    x, y = b.left + b.width * 0.8, b.top + u * 2.6
    view.canvas.fill(rect(x - u * 0.9, y - u * 0.8, u * 1.8, u * 1.6), mix(WOOD, p.dark, 0.2))
    view.canvas.fill(rect(x - u * 0.7, y - u * 0.6, u * 1.4, u * 1.2), mix(p.accents[3], p.light, 0.4))
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 0.7, y + u * 0.6),
                (x - u * 0.1, y - u * 0.2),
                (x + u * 0.2, y + u * 0.2),
                (x + u * 0.4, y),
                (x + u * 0.7, y + u * 0.6),
            ]
        ),
        mix(p.accents[3], p.dark, 0.3),
    )
    boards(view)
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.8, b.width * 0.4, u * 0.9), p.accents[4])
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.8, b.width * 0.33, u * 0.68), mix(p.accents[4], p.light, 0.3))
    x, foot = b.left + b.width * 0.9, view.ground + u * 0.7
    view.canvas.fill(
        rect(x - u * 0.07, foot - u * 2.8, u * 0.14, u * 2.8) + ellipse(x, foot, u * 0.5, u * 0.14), p.dark
    )
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 0.45, foot - u * 3.7),
                (x + u * 0.45, foot - u * 3.7),
                (x + u * 0.8, foot - u * 2.6),
                (x - u * 0.8, foot - u * 2.6),
            ]
        ),
        p.accents[1],
    )
    _plant(view, 0.08)


def _plant(view: View, share: float) -> None:
    u, p = view.unit, view.palette
    x, foot = view.box.left + view.box.width * share, view.ground + u * 0.9
    for turn in (-50, -24, 0, 24, 50):
        view.canvas.fill(
            leaf(x, foot - u * 0.7, u * (2.2 - abs(turn) / 60), u * 0.5, turn),
            mix("#4f8f58", p.dark, 0.15 + abs(turn) / 400),
        )
    view.canvas.fill(
        Path.lines(
            [(x - u * 0.6, foot - u * 0.9), (x + u * 0.6, foot - u * 0.9), (x + u * 0.42, foot), (x - u * 0.42, foot)]
        ),
        mix(p.accents[4], p.dark, 0.1),
    )


def _kitchen(view: View) -> None:
    """Tiles, a shelf of jars, pans that hang, a counter on each side."""
    b, u, p = view.box, view.unit, view.palette
    paper = wall(view)
    lines = Path()
    for i in range(1, 12):
        lines += rect(b.left + b.width * i / 12, b.top, u * 0.05, view.ground - b.top)
        lines += rect(b.left, b.top + (view.ground - b.top) * i / 9, b.width, u * 0.05)
    view.canvas.fill(lines, mix(paper, p.light, 0.4))
    wood = mix(WOOD, p.light, 0.1)
    shelf(view, b.left, b.left + b.width * 0.34, b.top + u * 3.4, wood)
    for i, ink in enumerate((p.accents[4], p.accents[1], p.accents[3])):
        x, foot = b.left + b.width * (0.06 + 0.1 * i), b.top + u * 3.4
        view.canvas.fill(rounded_rect(x, foot - u * 1.1, u * 0.76, u * 1.1, u * 0.16), ink)
        view.canvas.fill(
            rounded_rect(x - u * 0.04, foot - u * 1.28, u * 0.84, u * 0.26, u * 0.08), mix(p.light, WOOD, 0.3)
        )
    shelf(view, b.left + b.width * 0.64, b.right, b.top + u * 1.9, p.dark)
    for i, size in enumerate((0.62, 0.5, 0.4)):
        x, y = b.left + b.width * (0.7 + 0.1 * i), b.top + u * 3.3
        view.canvas.fill(rect(x - u * 0.08, b.top + u * 1.9, u * 0.16, u * 1.2), p.dark)
        view.canvas.fill(circle(x, y, u * size), mix(p.accents[i + 1], p.dark, 0.35))
        view.canvas.fill(circle(x, y, u * size * 0.66), mix(p.accents[i + 1], p.dark, 0.1))
    tiles(view, mix(p.light, p.dark, 0.12), mix(p.accents[3], p.dark, 0.1))
    for side in SIDES:
        left = b.left - 20 if side < 0 else b.right - b.width * 0.2
        view.canvas.fill(rect(left, view.ground - u * 1.6, b.width * 0.2 + 20, u * 2.2), mix(p.accents[2], p.dark, 0.1))
        view.canvas.fill(
            rect(left - u * 0.1, view.ground - u * 1.85, b.width * 0.2 + u * 0.2 + 20, u * 0.36),
            mix(p.light, WOOD, 0.2),
        )
        view.canvas.fill(circle(left + b.width * 0.1 + 10, view.ground - u * 0.6, u * 0.14), p.dark)


def _hanging_lamps(view: View, shares: Sequence[float]) -> None:
    b, u, p = view.box, view.unit, view.palette
    for i, share in enumerate(shares):
        x, y = b.left + b.width * share, b.top + u * (1.5 if i % 2 else 2.1)
        view.canvas.fill(rect(x - u * 0.05, b.top, u * 0.1, y - b.top), p.dark)
        view.canvas.fill(circle(x, y + u * 0.36, u * 0.26), mix(p.accents[0], "#fffbe0", 0.6))
        view.canvas.fill(
            Path.lines(
                [
                    (x - u * 0.2, y - u * 0.2),
                    (x + u * 0.2, y - u * 0.2),
                    (x + u * 0.6, y + u * 0.36),
                    (x - u * 0.6, y + u * 0.36),
                ]
            ),
            p.dark,
        )


def _bar(view: View) -> None:
    """Bottles on a lit shelf, lamps, a counter across the room."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    paper = wall(view)
    wood = mix(WOOD, p.dark, 0.25)
    for row, y in enumerate((b.top + u * 4.0, view.ground - u * 1.4)):
        x = b.left + u * 0.4
        while x < b.right - u * 0.6:
            tall, ink = u * rng.uniform(0.9, 1.35), mix(p.accents[rng.randrange(5)], p.dark, 0.3)
            view.canvas.fill(
                rounded_rect(x, y - tall, u * 0.4, tall, u * 0.1)
                + rect(x + u * 0.13, y - tall - u * 0.4, u * 0.14, u * 0.5),
                ink,
            )
            x += u * rng.uniform(0.62, 0.9)
        shelf(view, b.left, b.right, y, wood if row else mix(wood, paper, 0.2))
    _hanging_lamps(view, (0.14, 0.86))
    boards(view)
    view.canvas.fill(rect(b.left - 20, view.ground - u * 0.5, b.width + 40, u * 2.0), wood)
    view.canvas.fill(rect(b.left - 20, view.ground - u * 0.8, b.width + 40, u * 0.42), mix(wood, p.light, 0.3))
    for i in range(7):
        view.canvas.fill(
            rounded_rect(b.left + b.width * (i + 0.14) / 7, view.ground - u * 0.1, b.width * 0.1, u * 1.3, u * 0.08),
            mix(wood, p.dark, 0.3),
        )


def _cafe(view: View) -> None:
    """A big window, bunting, lamps, a small table on each side."""
    b, u, p = view.box, view.unit, view.palette
    wall(view)
    for share in (0.15, 0.85):
        window(view, share, 2.6, 2.4, 3.0)
    flags = Path()
    for i in range(11):
        x, y = b.left + b.width * (i + 0.5) / 11, b.top + u * (1.5 + 0.5 * (1 - abs(2 * (i + 0.5) / 11 - 1)))
        view.canvas.fill(
            Path.lines([(x - u * 0.34, y), (x + u * 0.34, y), (x, y + u * 0.66)]),
            (p.accents[1], p.accents[4], p.accents[3])[i % 3],
        )
    view.canvas.fill(flags, p.dark)
    _hanging_lamps(view, (0.3, 0.7))
    tiles(view, mix(p.light, p.dark, 0.08), mix(p.dark, p.light, 0.25))
    for share in (0.12, 0.88):
        x, top = b.left + b.width * share, view.ground - u * 0.6
        view.canvas.fill(
            rect(x - u * 0.09, top, u * 0.18, u * 2.0) + ellipse(x, top + u * 2.0, u * 0.6, u * 0.16), p.dark
        )
        view.canvas.fill(ellipse(x, top, u * 1.15, u * 0.26), mix(WOOD, p.light, 0.2))
        view.canvas.fill(rounded_rect(x - u * 0.3, top - u * 0.5, u * 0.6, u * 0.46, u * 0.12), p.light)


def _stage(view: View) -> None:
    """Curtains drawn aside, two beams of light, boards."""
    b, u, p = view.box, view.unit, view.palette
    dark = wall(view, mix(p.dark, p.accents[3], 0.25))
    for side in SIDES:
        top, foot = view.cx + side * b.width * 0.3, view.cx - side * b.width * 0.08
        beam = [
            (top - u * 0.2, b.top),
            (top + u * 0.2, b.top),
            (foot + u * 3.0, view.ground + u * 1.6),
            (foot - u * 3.0, view.ground + u * 1.6),
        ]
        view.canvas.fill(Path.lines(beam), mix(dark, p.accents[0], 0.45))
    boards(view)
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.7, b.width * 0.34, u * 0.8), mix(p.accents[0], p.light, 0.3))
    red = mix(p.accents[4], p.dark, 0.12)
    for side in SIDES:
        edge = view.cx + side * b.width * 0.52
        for k in range(4):
            x = edge - side * u * (0.5 + 0.62 * k)
            fold = leaf(x, b.top - u, view.ground - b.top + u * (2.6 - 0.3 * k), u * 1.0, 180 - side * 2 * k)
            view.canvas.fill(fold, mix(red, p.dark, 0.3 * (k % 2)))
    for i in range(7):
        view.canvas.fill(
            ellipse(b.left + b.width * (i + 0.5) / 7, b.top, b.width * 0.09, u * 1.5), mix(red, p.dark, 0.18 * (i % 2))
        )
    view.canvas.fill(rect(b.left, b.top, b.width, u * 0.5), mix(red, p.dark, 0.3))


def _classroom(view: View) -> None:
    """A blackboard with drawings in chalk, and a desk in front of it."""
    b, u, p = view.box, view.unit, view.palette
    wall(view)
    x, y, w, h = b.left + b.width * 0.08, b.top + u * 1.5, b.width * 0.84, u * 4.4
    view.canvas.fill(rect(x - u * 0.2, y - u * 0.2, w + u * 0.4, h + u * 0.4), mix(WOOD, p.light, 0.2))
    view.canvas.fill(rect(x, y, w, h), "#2f5148")
    chalk = mix(p.light, "#2f5148", 0.12)
    view.canvas.stroke(circle(x + w * 0.12, y + u * 1.1, u * 0.5), chalk, u * 0.1)
    view.canvas.stroke(
        Path.lines([(x + w * 0.06, y + u * 3.3), (x + w * 0.12, y + u * 2.2), (x + w * 0.18, y + u * 3.3)]),
        chalk,
        u * 0.1,
    )
    view.canvas.stroke(star(x + w * 0.88, y + u * 1.1, u * 0.6), chalk, u * 0.1)
    view.canvas.stroke(rect(x + w * 0.83, y + u * 2.3, u * 1.0, u * 1.0), chalk, u * 0.1)
    boards(view)
    for side in SIDES:
        left = view.cx + side * b.width * 0.37 - u * 1.1
        view.canvas.fill(
            rect(left + u * 0.1, view.ground + u * 0.4, u * 0.2, u * 1.2)
            + rect(left + u * 1.9, view.ground + u * 0.4, u * 0.2, u * 1.2),
            p.dark,
        )
        view.canvas.fill(rect(left, view.ground, u * 2.2, u * 0.46), mix(WOOD, p.light, 0.3))


def _workshop(view: View) -> None:
    """A wall of tools over a bench."""
    b, u, p = view.box, view.unit, view.palette
    paper = wall(view)
    holes = Path()
    for i in range(15):
        for k in range(9):
            holes += circle(b.left + b.width * (i + 0.5) / 15, b.top + u * (0.8 + 0.7 * k), u * 0.06)
    view.canvas.fill(holes, mix(paper, p.dark, 0.3))
    steel, grip = mix(p.light, p.dark, 0.4), p.accents[4]
    for i, share in enumerate((0.08, 0.19, 0.81, 0.92)):
        x, y = b.left + b.width * share, b.top + u * (2.2 if i % 2 else 1.9)
        view.canvas.fill(rect(x - u * 0.13, y, u * 0.26, u * 2.2), steel)
        head = rect(x - u * 0.6, y - u * 0.3, u * 1.2, u * 0.5) if i % 2 else circle(x, y, u * 0.46)
        view.canvas.fill(head, mix(steel, p.dark, 0.3))
        view.canvas.fill(rounded_rect(x - u * 0.2, y + u * 1.3, u * 0.4, u * 1.2, u * 0.14), grip)
    boards(view, mix(WOOD, "#808080", 0.5))
    for side in SIDES:
        left = b.left - 20 if side < 0 else b.right - b.width * 0.27
        view.canvas.fill(rect(left, view.ground - u * 1.2, b.width * 0.27 + 20, u * 0.5), mix(WOOD, p.light, 0.2))
        view.canvas.fill(
            rect(left + b.width * 0.05, view.ground - u * 0.7, b.width * 0.17, u * 1.9), mix(p.accents[4], p.dark, 0.25)
        )


def _gym(view: View) -> None:
    """A mirror wall, a rack of weights, a mat."""
    b, u, p = view.box, view.unit, view.palette
    paper = wall(view)
    for i in range(4):
        x = b.left + b.width * i / 4 + u * 0.14
        view.canvas.fill(
            rect(x, b.top + u * 1.0, b.width / 4 - u * 0.28, view.ground - b.top - u * 1.4), mix(paper, p.light, 0.4)
        )
    boards(view, mix("#6f6a66", p.accents[3], 0.2))
    for side in SIDES:
        x = view.cx + side * b.width * 0.37
        for y in (view.ground - u * 1.7, view.ground - u * 0.3):
            view.canvas.fill(rect(x - u * 1.3, y, u * 2.6, u * 0.18), p.dark)
            for k in (-1, 0, 1):
                view.canvas.fill(
                    rect(x + u * (0.84 * k - 0.3), y - u * 0.34, u * 0.6, u * 0.16), mix(p.light, p.dark, 0.4)
                )
                for end in SIDES:
                    view.canvas.fill(
                        rounded_rect(x + u * (0.84 * k + 0.26 * end - 0.1), y - u * 0.56, u * 0.2, u * 0.6, u * 0.06),
                        p.accents[4] if y < view.ground - u else p.accents[3],
                    )
        view.canvas.fill(
            rect(x - u * 1.34, view.ground - u * 2.0, u * 0.16, u * 2.6)
            + rect(x + u * 1.18, view.ground - u * 2.0, u * 0.16, u * 2.6),
            p.dark,
        )
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.9, b.width * 0.33, u * 0.7), mix(p.accents[1], p.dark, 0.1))


def _laboratory(view: View) -> None:
    """Flasks on shelves, a bench on each side."""
    b, u, p = view.box, view.unit, view.palette
    wall(view)
    for y in (b.top + u * 3.2, b.top + u * 5.2):
        for left in (b.left, b.right - b.width * 0.3):
            for k in range(3):
                x, ink = left + b.width * (0.055 + 0.095 * k), p.accents[(k + int(y)) % 5]
                view.canvas.fill(
                    Path.lines(
                        [
                            (x - u * 0.14, y - u * 1.3),
                            (x + u * 0.14, y - u * 1.3),
                            (x + u * 0.14, y - u * 0.8),
                            (x + u * 0.5, y),
                            (x - u * 0.5, y),
                            (x - u * 0.14, y - u * 0.8),
                        ]
                    ),
                    mix(p.light, "#cfe6ee", 0.6),
                )
                view.canvas.fill(
                    Path.lines(
                        [(x - u * 0.3, y - u * 0.44), (x + u * 0.3, y - u * 0.44), (x + u * 0.5, y), (x - u * 0.5, y)]
                    ),
                    ink,
                )
            shelf(view, left, left + b.width * 0.3, y, mix(WOOD, p.dark, 0.2))
    tiles(view, mix(p.light, p.dark, 0.1), mix(p.accents[3], p.light, 0.3))
    for side in SIDES:
        left = b.left - 20 if side < 0 else b.right - b.width * 0.24
        view.canvas.fill(
            rect(left, view.ground - u * 0.6, b.width * 0.24 + 20, u * 1.9), mix(p.accents[3], p.dark, 0.3)
        )
        view.canvas.fill(rect(left, view.ground - u * 0.9, b.width * 0.24 + 20, u * 0.34), mix(p.light, p.dark, 0.1))


INTERIORS: Mapping[str, Callable[[View], None]] = {
    "library": _library,
    "living_room": _living_room,
    "kitchen": _kitchen,
    "bar": _bar,
    "cafe": _cafe,
    "stage": _stage,
    "classroom": _classroom,
    "workshop": _workshop,
    "gym": _gym,
    "laboratory": _laboratory,
    **CHAMBERS,
}
