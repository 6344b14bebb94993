"""Pictures put together of pieces: blocks on an even grid, crosses on cloth, and panes of glass in lead."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPoint, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union, voronoi_diagram

from pod.drawing.paths import Path, polygons_of
from pod.drawing.shapes import circle, polar, rect, rounded_rect
from pod.imaging.colour import distance, mix, oklab
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.linework import parts
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import Placed, place, place_in

# --- blocks

_BLOCKS = 46
"""Along the longer side of the hero: a sprite of an early home computer has 32 to 64."""

_SPRITE = 3100.0
_PER_BLOCK = 3
"""Samples along each side of a block."""

_SEEN = 2 * _PER_BLOCK * _PER_BLOCK / 9
"""So many samples of the darkest ink make a block dark: eyes and mouths are narrower than one."""

_OVERLAP = 2.5
"""Design units: engines show the cloth between shapes that only touch."""


def block_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(palette.accents[0], palette.accents[1], palette.accents[3], palette.accents[4])


def blocks(plan: Plan, draft: Draft) -> None:
    """The hero as square blocks of its own inks in a dark outline one block wide, on a field of blocks by turns."""
    if plan.hero is None:
        draft.canvas.fill(_as_blocks(_heart(), 240.0, (MIDDLE - 1440, MIDDLE - 1320)), plan.palette.accents[3])
        return
    side = _SPRITE / _BLOCKS
    placed = place(plan.hero, MIDDLE, MIDDLE, _SPRITE)
    inks, names = _sampled(placed, side)
    field = plan.variant(_no_field, _stepped_disc, _card, _clouds)
    field(plan, draft, side)
    corner = (placed.area.bounds[0] - side, placed.area.bounds[1] - side)
    seen = inks >= 0
    edge = _beside(seen) & ~seen
    rim = _beside(seen | edge) & ~seen & ~edge
    canvas = draft.canvas
    canvas.fill(_as_blocks(rim, side, corner), plan.palette.light)
    canvas.fill(_as_blocks(edge | seen, side, corner), plan.palette.dark)
    for k, ink in enumerate(names):
        canvas.fill(_as_blocks(inks == k, side, corner), ink)


def _sampled(placed: Placed, side: float) -> tuple[NDArray[np.int_], Sequence[str]]:
    """The ink of each block, by its place in the list, -1 where there is none; one empty block all around."""
    left, top, right, bottom = placed.area.bounds
    wide, high = (int(np.ceil((b - a) / side)) + 4 for a, b in ((left, right), (top, bottom)))
    step = side / _PER_BLOCK
    xs = left - side + step * (np.arange(wide * _PER_BLOCK) + 0.5)
    ys = top - side + step * (np.arange(high * _PER_BLOCK) + 0.5)
    grid_x, grid_y = (axis.ravel() for axis in np.meshgrid(xs, ys))
    at = np.full(grid_x.shape, -1)
    shown = list(parts(placed.drawing.items, None))
    names = list(dict.fromkeys(part.paint for part in shown))
    for part in reversed(shown):
        open_ = at < 0
        inside = shapely.contains_xy(part.area, grid_x[open_], grid_y[open_])
        at[np.flatnonzero(open_)[inside]] = names.index(part.paint)
    samples = at.reshape(high, _PER_BLOCK, wide, _PER_BLOCK).transpose(0, 2, 1, 3).reshape(high, wide, -1)
    counts = np.stack([(samples == k).sum(axis=2) for k in range(-1, len(names))], axis=2)
    most = counts.argmax(axis=2) - 1
    darkest = min(range(len(names)), key=lambda k: oklab(names[k])[0])
    most[(counts[..., darkest + 1] >= _SEEN) & (most >= 0)] = darkest
    return most, names


def _beside(seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Those blocks and the ones that share an edge with any of them."""
    grown = np.pad(seen, 1)
    return (
        grown[1:-1, 1:-1]
        | np.roll(grown, 1, 0)[1:-1, 1:-1]
        | np.roll(grown, -1, 0)[1:-1, 1:-1]
        | np.roll(grown, 1, 1)[1:-1, 1:-1]
        | np.roll(grown, -1, 1)[1:-1, 1:-1]
    )


def _as_blocks(seen: NDArray[np.bool_], side: float, corner: tuple[float, float]) -> Path:
    """One path of all those blocks, a rectangle for each run of a row."""
    x0, y0 = corner
    runs = []
    for row, line in enumerate(seen):
        turns = np.flatnonzero(np.diff(np.concatenate(([False], line, [False])).astype(int)))
        for start, end in zip(turns[::2], turns[1::2], strict=True):
            y = y0 + row * side
            runs.append(box(x0 + start * side, y, x0 + end * side, y + side).buffer(_OVERLAP, join_style="mitre"))
    return Path.from_geometry(unary_union(runs)) if runs else Path()


def _no_field(_plan: Plan, _draft: Draft, _side: float) -> None:
    """The sprite alone."""


def _disc(reach: int) -> NDArray[np.bool_]:
    at = np.arange(-reach, reach + 1)
    return at[:, None] ** 2 + at[None, :] ** 2 <= (reach + 0.4) ** 2


def _stepped_disc(plan: Plan, draft: Draft, side: float) -> None:
    """A sun of coarse blocks."""
    coarse, reach = side * 3, 8
    for grown, ink in ((1, plan.palette.dark), (0, plan.ground)):
        corner = MIDDLE - coarse * (reach + grown + 0.5)
        draft.canvas.fill(_as_blocks(_disc(reach + grown), coarse, (corner, corner)), ink)


def _card(plan: Plan, draft: Draft, side: float) -> None:
    """A square screen with a stepped rim and stars."""
    rng, coarse, half = plan.rng("stars"), side * 2, 14
    screen = np.ones((2 * half + 1, 2 * half + 1), dtype=bool)
    for k, ink in ((0, plan.palette.dark), (1, plan.ground)):
        inner = screen[k : screen.shape[0] - k, k : screen.shape[1] - k].copy()
        inner[np.ix_((0, -1), (0, -1))] = False
        corner = MIDDLE - coarse * (half + 0.5 - k)
        draft.canvas.fill(_as_blocks(inner, coarse, (corner, corner)), ink)
    stars = np.zeros_like(screen)
    for _ in range(26):
        stars[rng.randrange(2, 2 * half - 1), rng.randrange(2, 2 * half - 1)] = True
    corner = MIDDLE - coarse * (half + 0.5)
    draft.canvas.fill(_as_blocks(stars, coarse, (corner, corner)), mix(plan.ground, plan.palette.light, 0.5))


def _clouds(plan: Plan, draft: Draft, side: float) -> None:
    """A wide field with its corners stepped off, banded from light to full towards the foot."""
    coarse, half_x, half_y = side * 3, 10, 9
    field = np.ones((2 * half_y + 1, 2 * half_x + 1), dtype=bool)
    for row, cut in enumerate((3, 2, 1)):
        for r in (row, -1 - row):
            field[r, :cut] = field[r, -cut:] = False
    corner = (MIDDLE - coarse * (half_x + 0.5), MIDDLE - coarse * (half_y + 0.5))
    draft.canvas.fill(
        _as_blocks(_beside(np.pad(field, 1)), coarse, (corner[0] - coarse, corner[1] - coarse)), plan.palette.dark
    )
    for k in range(4):
        band = field.copy()
        band[: k * 5] = False
        draft.canvas.fill(_as_blocks(band, coarse, corner), mix(plan.palette.light, plan.ground, 0.4 + 0.2 * k))


def _heart() -> NDArray[np.bool_]:
    rows = (
        "..##...##...",
        ".####.####..",
        "###########.",
        "###########.",
        ".#########..",
        "..#######...",
        "...#####....",
        "....###.....",
        ".....#......",
    )
    return np.array([[c == "#" for c in row] for row in rows])


# --- stitches

_STITCHES = 40
_CLOTH = 2150.0


def stitch_grounds(palette: Palette) -> tuple[str, ...]:
    a, light = palette.accents, palette.light
    return (light, mix(a[0], light, 0.7), mix(a[1], light, 0.72), mix(a[2], light, 0.75))


def stitches(plan: Plan, draft: Draft) -> None:
    """The hero in crosses on woven cloth, in a hoop or a sampler's frame by turns."""
    p, canvas = plan.palette, draft.canvas
    reach = 1800.0
    frame = plan.variant(_hoop, _sampler, _hoop, _sampler)
    cloth = frame(plan, draft, reach)
    side = _CLOTH / _STITCHES
    with canvas.group(cloth):
        canvas.fill(_weave(reach, side), mix(plan.ground, p.dark, 0.1))
    if plan.hero is None:
        return
    placed = place_in(plan.hero, MIDDLE, MIDDLE, reach * 0.74, reach * 1.3, reach * 1.3)
    inks, names = _sampled(placed, side)
    corner = (placed.area.bounds[0] - side, placed.area.bounds[1] - side)
    seen = inks >= 0
    canvas.fill(_crosses(_beside(seen) & ~seen, side, corner), p.dark)
    for k, ink in enumerate(names):
        canvas.fill(_crosses(inks == k, side, corner), ink)


def _crosses(seen: NDArray[np.bool_], side: float, corner: tuple[float, float]) -> Path:
    """Two threads over each block."""
    path, thread = list[tuple[str, tuple[float, ...]]](), side * 0.3
    for row, column in zip(*np.nonzero(seen), strict=True):
        x, y = corner[0] + (column + 0.5) * side, corner[1] + (row + 0.5) * side
        h, t = side * 0.5, thread
        corners = [
            (-h, -h + t), (-h + t, -h), (0, -t), (h - t, -h), (h, -h + t), (t, 0),
            (h, h - t), (h - t, h), (0, t), (-h + t, h), (-h, h - t), (-t, 0),
        ]  # fmt: skip
        path.extend(("ML"[k > 0], (x + dx, y + dy)) for k, (dx, dy) in enumerate(corners))
        path.append(("Z", ()))
    return Path(tuple(path))


def _weave(reach: float, side: float) -> Path:
    """Level and upright threads, two blocks apart."""
    path, at = Path(), -reach
    while at < reach:
        path += rect(MIDDLE + at, MIDDLE - reach, side * 0.24, 2 * reach)
        path += rect(MIDDLE - reach, MIDDLE + at, 2 * reach, side * 0.24)
        at += 2 * side
    return path


def _hoop(plan: Plan, draft: Draft, reach: float) -> Path:
    """A wooden hoop with its screw; returns where the cloth is seen."""
    canvas, wood = draft.canvas, "#c89461"
    canvas.fill(rounded_rect(MIDDLE - 120, MIDDLE - reach - 190, 240, 230, 40), "#b08d57")
    for r, ink in (
        (reach, plan.palette.dark),
        (reach - 28, wood),
        (reach - 96, mix(wood, "#5a3a1e", 0.5)),
        (reach - 122, wood),
    ):
        canvas.fill(circle(MIDDLE, MIDDLE, r), ink)
    inner = circle(MIDDLE, MIDDLE, reach - 190)
    canvas.fill(circle(MIDDLE, MIDDLE, reach - 164), plan.palette.dark)
    canvas.fill(inner, plan.ground)
    return inner


def _sampler(plan: Plan, draft: Draft, reach: float) -> Path:
    """A square of cloth in a plain frame, with a border of crosses."""
    p, canvas, half = plan.palette, draft.canvas, reach * 0.92
    for inset, ink in ((0, p.dark), (34, p.accents[3]), (150, p.dark)):
        canvas.fill(rect(MIDDLE - half + inset, MIDDLE - half + inset, 2 * (half - inset), 2 * (half - inset)), ink)
    h = half - 180
    cloth = rect(MIDDLE - h, MIDDLE - h, 2 * h, 2 * h)
    canvas.fill(cloth, plan.ground)
    count, side = 30, (2 * h - 160) / 30
    border = np.zeros((count, count), dtype=bool)
    border[(0, -1), :] = border[:, (0, -1)] = True
    canvas.fill(_crosses(border, side, (MIDDLE - h + 80, MIDDLE - h + 80)), p.accents[3])
    return cloth


# --- panes

_LEAD = 34.0
_RIM = 190.0
"""Width of the band of small panes around the window."""


def pane_grounds(palette: Palette) -> tuple[str, ...]:
    a, light = palette.accents, palette.light
    return (mix(a[0], light, 0.3), mix(a[1], light, 0.4), mix(a[2], light, 0.5), a[0])


def panes(plan: Plan, draft: Draft) -> None:
    """The hero in lead before panes of coloured glass, in a church window of a form that changes by turns."""
    p, canvas, rng = plan.palette, draft.canvas, plan.rng("panes")
    window = plan.variant(_gothic, _rose, _round_head, _lancet)()
    inner = window.buffer(-_RIM)
    if plan.on_dark:
        canvas.fill(_smooth(window.buffer(_LEAD * 2.6)), p.light)
    canvas.fill(_smooth(window.buffer(_LEAD * 1.6)), p.dark)
    for k, pane in enumerate(_rim_panes(window, inner)):
        canvas.fill(Path.from_geometry(pane), p.accents[k % len(p.accents)])
    canvas.fill(_smooth(inner), p.dark)
    tints = _tints(plan)
    for pane in _field_panes(inner.buffer(-_LEAD), rng):
        canvas.fill(Path.from_geometry(pane), tints[rng.randrange(len(tints))])
    if plan.hero:
        left, top, right, bottom = inner.bounds
        x, y = inner.centroid.x, inner.centroid.y
        hero = place_in(plan.hero, x, y + 40, (right - left) * 0.44, (right - left) * 0.84, (bottom - top) * 0.62)
        set_on(plan, draft, hero, plan.ground, dark=_LEAD * 1.7)


def _tints(plan: Plan) -> Sequence[str]:
    """Glass that stays near the ground, so that the hero is seen before it, with a glint here and there."""
    p = plan.palette
    near = sorted(p.accents, key=lambda ink: distance(ink, plan.ground))[:3]
    return (plan.ground, mix(plan.ground, p.light, 0.4), *(mix(plan.ground, ink, 0.45) for ink in near))


def _field_panes(area: BaseGeometry, rng: random.Random) -> Iterator[BaseGeometry]:
    """Irregular panes with lead between them, larger towards the middle."""
    left, top, right, bottom = area.bounds
    points = []
    step = (right - left) / 5.2
    rows, columns = int((bottom - top) / step) + 2, int((right - left) / step) + 2
    for row in range(-1, rows):
        for column in range(-1, columns):
            x = left + (column + 0.5 * (row % 2) + rng.uniform(-0.28, 0.28)) * step
            points.append((x, top + (row + rng.uniform(-0.28, 0.28)) * step))
    for cell in polygons_of(voronoi_diagram(MultiPoint(points), envelope=area)):
        for part in polygons_of(cell.intersection(area).buffer(-_LEAD / 2, join_style="mitre")):
            if part.area > 9000:
                yield part


def _rim_panes(window: BaseGeometry, inner: BaseGeometry) -> Iterator[BaseGeometry]:
    """Small panes around the edge, of nearly one length."""
    band = window.difference(inner.buffer(_LEAD / 2))
    middle = window.buffer(-_RIM / 2).exterior
    count = 5 * round(middle.length / 340 / 5)
    cuts = unary_union([_cut_at(middle, middle.length * k / count) for k in range(count)])
    for part in sorted(polygons_of(band.difference(cuts)), key=lambda part: middle.project(part.centroid)):
        if part.area > 4000:
            yield part


def _cut_at(line: LineString, at: float) -> BaseGeometry:
    """A bar of lead across the line."""
    a, b = line.interpolate((at - 4) % line.length), line.interpolate((at + 4) % line.length)
    dx, dy = b.x - a.x, b.y - a.y
    long = float(np.hypot(dx, dy)) or 1.0
    x, y, reach = (a.x + b.x) / 2, (a.y + b.y) / 2, _RIM
    nx, ny = -dy / long * reach, dx / long * reach
    return LineString([(x - nx, y - ny), (x + nx, y + ny)]).buffer(_LEAD / 2, cap_style="flat")


def _gothic() -> BaseGeometry:
    """Two arcs that meet in a point over straight sides."""
    c, half, spring, foot = MIDDLE, 1330.0, MIDDLE - 420, MIDDLE + 1780
    arcs = (
        shapely.Point(c - half * 0.5, spring)
        .buffer(half * 1.5, quad_segs=48)
        .intersection(shapely.Point(c + half * 0.5, spring).buffer(half * 1.5, quad_segs=48))
    )
    return unary_union([arcs.intersection(box(0, 0, 2 * c, spring + 1)), box(c - half, spring, c + half, foot)])


def _rose() -> BaseGeometry:
    return circle(MIDDLE, MIDDLE, 1800).geometry()


def _round_head() -> BaseGeometry:
    c, half = MIDDLE, 1500.0
    return unary_union(
        [shapely.Point(c, c - 300).buffer(half, quad_segs=48), box(c - half, c - 300, c + half, c + 1750)]
    )


def _lancet() -> BaseGeometry:
    """A panel with eight corners."""
    corners = [polar(MIDDLE, MIDDLE, 1850, 22.5 + 45 * k) for k in range(8)]
    return shapely.Polygon(corners)


def _smooth(area: BaseGeometry) -> Path:
    return Path.from_geometry(area.simplify(1.0))
