"""What is repeated: a seamless pattern, four tiles in four colours, a row of moons, growing echoes of an outline."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pod.drawing import UNITS
from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, polygon, rect, ring, rounded_rect
from pod.imaging.colour import contrast, distance, mix
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.fabrics import PERIOD
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.silhouettes import filled
from pod.providers.embedded.subjects import Placed, Subject, place, place_in, recoloured

# --- a seamless pattern

EDGE = 26.0
"""Width of the line around what is shown."""

_WINDOW = 2 * PERIOD
_LEAST = MIDDLE - PERIOD


def pattern_grounds(palette: Palette) -> tuple[str, ...]:
    light = palette.light
    return (light, mix(palette.accents[0], light, 0.45), mix(palette.accents[1], light, 0.55), palette.dark)


def pattern(plan: Plan, draft: Draft) -> None:
    """Two by two tiles whose edges meet: what leaves on the right comes in on the left, to the unit."""
    canvas, window = draft.canvas, window_of(plan)
    canvas.fill(window, plan.ground)
    plan = replace(plan, pieces=_once_each(plan.pieces))
    with canvas.group(window):
        for spot in _lattice(plan):
            tile, reach = _drawn(plan, spot)
            for dx, dy in _copies(spot, reach):
                canvas.place(tile, Transform.move(dx, dy))
    edge = plan.palette.light if plan.on_dark else plan.palette.dark
    canvas.stroke(window, edge, EDGE)


def _once_each(pieces: Sequence[Subject]) -> tuple[Subject, ...]:
    """Each of its kind and its colours: a leaf to a lemon, however many leaves there are beside one."""
    return tuple({(one.name, tuple(one.drawing.inks())): one for one in pieces}.values())


def window_of(plan: Plan) -> Path:
    """The cut-out that is shown; the square one is itself a tile."""
    c, half = MIDDLE, PERIOD
    return plan.variant(
        rect(c - half, c - half, 2 * half, 2 * half),
        circle(c, c, half),
        polygon(c, c, half, 4),
        rounded_rect(c - half * 0.72, c - half, half * 1.44, 2 * half, half * 0.72),
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in the tile something stands: `piece` counts on through the sentence's pictures, -1 is a small ornament."""

    x: float
    y: float
    size: float
    turn: float
    piece: int


def _lattice(plan: Plan) -> Sequence[_Spot]:
    """A brick-like lattice, jittered, neighbours different; small things in the gaps."""
    # a character has a hundred parts: large and few, or drawing takes its time
    detailed = any(piece.natural for piece in plan.pieces)
    rng, across, down = plan.rng("pattern"), 2, 2 if detailed else plan.variant(4, 2, 4, 2)
    step_x, step_y = PERIOD / across, PERIOD / down
    size = (0.62 if down > 2 else 0.8) * min(step_x, 2 * step_y)
    spots = []
    for row, column in itertools.product(range(down), range(across)):
        x, y = (column + 0.5 * (row % 2) + 0.25) * step_x, (row + 0.5) * step_y
        jitter = 0.05 * step_x
        spots.append(
            _Spot(
                _LEAST + x + rng.uniform(-jitter, jitter),
                _LEAST + y + rng.uniform(-jitter, jitter),
                size * rng.uniform(0.94, 1.04),
                rng.uniform(-22, 22),
                row + column,
            )
        )
        gap_y = y if down > 2 else y + step_y / 2
        gap_x = x + step_x / 2 if down > 2 else x
        spots.append(_Spot(_LEAST + gap_x, _LEAST + gap_y, size * 0.16, rng.uniform(0, 60), -1 - row - column))
    return spots


def _drawn(plan: Plan, spot: _Spot) -> tuple[Drawing, float]:
    """What stands on the spot, once, and how far it reaches from there."""
    canvas = Canvas(UNITS, UNITS)
    p = plan.palette
    if spot.piece < 0:
        shape = _SMALL[-spot.piece % len(_SMALL)](spot.x, spot.y, spot.size)
        ink = max((p.accents[2], p.accents[4], p.accents[1]), key=lambda one: distance(one, plan.ground))
        canvas.fill(shape, ink)
        return canvas.drawing(), 2 * spot.size
    piece = plan.pieces[spot.piece % len(plan.pieces)]
    placed = place(piece, spot.x, spot.y, spot.size, turn=spot.turn)
    canvas.fill(placed.outline(34), p.light)
    canvas.fill(placed.outline(16), p.dark)
    canvas.place(placed.drawing if not piece.natural else recoloured(placed.drawing, {INK: p.dark}))
    left, top, right, bottom = placed.area.bounds
    return canvas.drawing(), 40 + max(spot.x - left, right - spot.x, spot.y - top, bottom - spot.y)


_SMALL: tuple[Callable[[float, float, float], Path], ...] = (
    lambda x, y, r: circle(x, y, r * 0.5),
    lambda x, y, r: polygon(x, y, r * 0.6, 4),
)
"""Nothing that could be taken for one of the things that were asked for: no star, no heart."""


def _copies(spot: _Spot, reach: float) -> Sequence[tuple[float, float]]:
    """By how much the tile is moved wherever something of it shows in the window."""
    moves = [k * PERIOD for k in range(-1, 3)]

    def shows(at: float) -> bool:
        return _LEAST - reach < at < _LEAST + _WINDOW + reach

    return [(dx, dy) for dx, dy in itertools.product(moves, moves) if shows(spot.x + dx) and shows(spot.y + dy)]


# --- four tiles


def quad_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(*palette.accents[:3])


def quad(plan: Plan, draft: Draft) -> None:
    """The hero four times, each on a ground of its own, as pop artists printed it."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    half, gap = 1760.0, plan.variant(70.0, 0.0, 110.0, 40.0)
    round_by = plan.variant(60.0, 0.0, 400.0, 120.0)
    grounds = (plan.ground, *(ink for ink in (*p.accents, p.light, p.dark) if ink != plan.ground))
    side = half - gap / 2
    if gap:
        canvas.fill(rounded_rect(c - half - 90, c - half - 90, 2 * half + 180, 2 * half + 180, round_by + 90), p.dark)
    order = plan.variant((0, 1, 2, 3), (0, 2, 1, 4), (0, 3, 1, 2), (0, 4, 3, 1))
    for k, (dx, dy) in enumerate(itertools.product((-1, 1), repeat=2)):
        x, y = c + dx * (half + gap / 2) / 2, c + dy * (half + gap / 2) / 2
        tile = rounded_rect(x - side / 2, y - side / 2, side, side, round_by)
        ground = grounds[order[k]]
        canvas.fill(tile, ground)
        with canvas.group(tile):
            _quarter(plan, draft, x, y, side, ground, flip=dx > 0)


def _quarter(plan: Plan, draft: Draft, x: float, y: float, side: float, ground: str, *, flip: bool) -> None:
    p = plan.palette
    glow = mix(ground, p.light, 0.35) if contrast(ground, p.light) > 1.4 else mix(ground, p.dark, 0.14)
    draft.canvas.fill(plan.variant(circle(x, y, side * 0.4), rect(x - side, y, 2 * side, side)), glow)
    if plan.hero:
        hero = place_in(plan.hero, x, y, side * 0.4, side * 0.82, side * 0.8, flip=flip)
        draft.canvas.fill(hero.outline(22).transformed(Transform.move(30, 30)), p.dark)
        set_on(plan, draft, hero, ground, dark=16, light=18)


# --- moon phases


def phases_grounds(palette: Palette) -> tuple[str, ...]:
    return (mix(palette.accents[0], palette.light, 0.3), palette.accents[0])


def phases(plan: Plan, draft: Draft) -> None:
    """The hero in a great moon, the phases in a row or an arc, fine lines and leaves: for walls and for witches."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    line = p.type_ink(plan.cloth_rgb)
    cy = c + plan.variant(150, -150, 150, 0)
    canvas.fill(ring(c, cy, 1330, 1304), line, evenodd=True)
    canvas.fill(circle(c, cy, 1250), p.light if plan.on_dark else p.dark)
    canvas.fill(circle(c, cy, 1224), plan.ground)
    for x, y, r in ((-0.5, -0.46, 190), (0.58, 0.2, 130), (0.34, -0.62, 90), (-0.66, 0.26, 110)):
        canvas.fill(circle(c + 1224 * x, cy + 1224 * y, r), mix(plan.ground, p.accents[1], 0.28))
    if plan.hero:
        hero = place_in(plan.hero, c, cy, 1130, 1960, 1760)
        set_on(plan, draft, hero, plan.ground, dark=28, light=26)
    _row_of_moons(plan, draft, cy, line)
    for side in (-1, 1):
        for k in range(7):
            x, y = polar(c, cy, 1500, side * (52 + 13 * k))
            canvas.fill(leaf(x, y, 250, 62, side * (52 + 13 * k) + (24 if k % 2 else -24)), line)


def _row_of_moons(plan: Plan, draft: Draft, cy: float, ink: str) -> None:
    """Waxing to waning over the disc, or under it."""
    c, side = MIDDLE, plan.variant(0, 180, 0, 180)
    for k, (r, bite) in enumerate(((100, 0.42), (120, 0.85), (150, 0.0), (120, 0.85), (100, 0.42))):
        x, y = polar(c, cy, 1640, side + (k - 2) * 19 * (1 if not side else -1))
        disc = circle(x, y, r).geometry()
        if bite:
            disc = disc.difference(circle(x + (1 if k < 2 else -1) * -r * bite, y, r).geometry())
        draft.canvas.fill(Path.from_geometry(disc), ink)


# --- echoes


def echoes(plan: Plan, draft: Draft) -> None:
    """The hero's outline grown again and again, like contour lines on a map, in a window that changes by turns."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    if plan.hero is None:
        return
    hero = place(plan.hero, c, c, 1750)
    window = plan.variant(
        circle(c, c, 1800),
        rounded_rect(c - 1500, c - 1850, 3000, 3700, 1500),
        polygon(c, c, 1900, 6, 30),
        rounded_rect(c - 1700, c - 1700, 3400, 3400, 340),
    )
    inks = (p.accents[3], p.accents[2], p.accents[1], p.accents[0], p.accents[4])
    canvas.fill(window.offset(40), p.light if plan.on_dark else p.dark)
    canvas.fill(window, inks[0])
    with canvas.group(window):
        for k in range(9, -1, -1):
            canvas.fill(_echo(hero, 150.0 * (k + 1)), inks[k % len(inks)])
        canvas.fill(_echo(hero, 110.0), plan.ground)
    set_on(plan, draft, hero, plan.ground, dark=30)


def echo_grounds(palette: Palette) -> tuple[str, ...]:
    return (palette.light, palette.accents[0])


def _echo(hero: Placed, by: float) -> Path:
    """Rounder the further it is from the hero; a hole in it would be an island."""
    whole = hero.area.buffer(by * 1.4, quad_segs=10).buffer(-by * 0.4, quad_segs=10)
    return Path.from_geometry(filled(whole).simplify(2).segmentize(70), smooth=True)
