"""A retro sunset: a disc of warm bands cut by growing slits, a land in front, the hero before it."""

from __future__ import annotations

import random
from collections.abc import Callable

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, polar, polygon, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.kinds import AFLOAT
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import bird, cactus, mountains, palm, pine, skyline, waves, worn
from pod.providers.embedded.standing import SWIMS
from pod.providers.embedded.subjects import place_standing

_R = 1500.0


_ROUND = frozenset({"circle", "round", "circular", "disc"})


def land_grounds(palette: Palette) -> tuple[str, ...]:
    """What is behind the hero's feet."""
    return (mix(palette.accents[4], palette.dark, 0.4),)


def sunset(plan: Plan, draft: Draft) -> None:
    rng, p, canvas = plan.rng("sunset"), plan.palette, draft.canvas
    c = MIDDLE
    window = _window(plan)
    _bands(plan, draft, window, rng)
    with canvas.group(window):
        _LANDS.get(plan.scene or ("meadow" if plan.weather else ""), _level_land)(plan, draft, rng)
    for i in range(0 if plan.hero else 3):
        canvas.fill(bird(c + _R * 0.3 + i * 165, c - _R * 0.36 - i * 66 + rng.uniform(-20, 20), 66 - 9 * i), p.dark)
    if plan.worn:
        canvas.knock_out(worn(plan.rng("worn"), c - _R, c - _R, 2 * _R, 2 * _R))
    if plan.hero:
        floor, size = (0.76, 0.86) if _floats(plan) else (0.94, 1.0)
        x = c + _R * plan.variant(0.0, -0.1, 0.1, 0.14)
        hero = place_standing(plan.hero, x, c + _R * floor, size * _R * 1.5, size * _R * 1.32)
        set_on(plan, draft, hero, plan.ground, dark=16, light=14)  # the land is dark, and so is many an animal
        if _floats(plan):
            with canvas.group(window):
                _swell_before(plan, draft, hero.area.bounds)


def _window(plan: Plan) -> Path:
    c, half = MIDDLE, _R * 0.86
    if _ROUND & set(plan.seed_text.lower().split("/")[0].split()):
        return circle(c, c, _R)
    return plan.variant(
        circle(c, c, _R),
        rounded_rect(c - half, c - _R, 2 * half, 2 * _R, 190),
        Path.lines(
            [*(polar(c, c, _R, a) for a in range(-90, 91, 3)), (c + _R, c + _R * 0.96), (c - _R, c + _R * 0.96)]
        ),
        polygon(c, c, _R * 0.94, 6).offset(80),
    )


def _bands(plan: Plan, draft: Draft, window: Path, rng: random.Random) -> None:
    """Light above and dark below, or the other way round on the second round."""
    c, heights = MIDDLE, (0.75, 0.85, 0.95, 1.05, 1.6)
    inks = plan.variant(plan.palette.accents, plan.palette.accents, plan.palette.accents[::-1])
    with draft.canvas.group(window):
        y = c - _R
        for ink, share in zip(inks, heights, strict=True):
            height = 2 * _R * share / sum(heights)
            draft.canvas.fill(rect(c - _R, y - 2, 2 * _R, height + 4), ink)
            y += height
        draft.canvas.fill(
            circle(c + plan.variant(-0.3, 0.4, -0.44, 0.2) * _R, c - _R * 0.16, _R * 0.34), plan.palette.light
        )
        # slits are the cloth itself, thin above and thick below
        slits, y = Path(), c - _R * 0.1
        while y < c + _R:
            depth = (y - (c - _R * 0.1)) / (1.1 * _R)
            thick = 14 + 50 * depth
            slits += rect(c - _R - 10, y, 2 * _R + 20, thick)
            y += thick + 176 - 66 * depth + rng.uniform(-4, 4)
        draft.canvas.knock_out(slits)


def _mountain_land(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, c = plan.palette, MIDDLE
    far, near = mix(p.accents[4], p.dark, 0.2), mix(p.accents[4], p.dark, 0.6)
    mountains(draft.canvas, c - _R, c + _R, c + _R * 0.5, _R * 0.56, c + _R, far, mix(far, p.dark, 0.35), rng)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.6, 44, 1500, rng.uniform(0, 6), c + _R), near)
    _treeline(draft, near, c + _R * 0.64, (180, 320), 26, rng)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.8, 40, 1900, rng.uniform(0, 6), c + _R), p.dark)
    if "pines" in plan.figures:
        _near_pines(draft, p.dark, rng)


def _level_land(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """Where no place is said: no more than something to stand on."""
    p, c = plan.palette, MIDDLE
    for lift, share in ((0.6, 0.4), (0.78, 0.75)):
        edge = waves(c - _R, c + _R, c + _R * lift, 40, 2300, rng.uniform(0, 6), c + 1.2 * _R)
        draft.canvas.fill(edge, mix(p.accents[4], p.dark, share))


def _pine_land(plan: Plan, draft: Draft, rng: random.Random) -> None:
    if "mountains" in plan.figures:
        _mountain_land(plan, draft, rng)
    else:
        _wooded_hills(plan, draft, rng)
    if not {"mountains", "pines"} <= plan.figures:  # or they stand there already
        _near_pines(draft, plan.palette.dark, rng)


def _near_pines(draft: Draft, ink: str, rng: random.Random) -> None:
    """Tall at both sides, low in the middle."""
    c, trees = MIDDLE, Path()
    for i in range(17):
        u = -1 + i / 8
        height = (300 + 950 * abs(u) ** 2.1) * rng.uniform(0.88, 1.12)
        trees += pine(
            c + u * _R * 0.98 + rng.uniform(-36, 36),
            c + _R * 1.02 if abs(u) > 0.5 else c + _R * 0.88,
            height + _R * 0.1,
            rng,
        )
    draft.canvas.fill(trees, ink)


def _wooded_hills(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """One line of woods behind the other, paler far away."""
    p, c = plan.palette, MIDDLE
    for lift, share, tall in ((0.36, 0.16, (170, 300)), (0.58, 0.45, (240, 400))):
        ink = mix(p.accents[4], p.dark, share)
        draft.canvas.fill(waves(c - _R, c + _R, c + _R * lift, 60, 1900, rng.uniform(0, 6), c + _R), ink)
        _treeline(draft, ink, c + _R * (lift + 0.06), tall, 24, rng)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.8, 40, 1900, rng.uniform(0, 6), c + _R), p.dark)


def _treeline(draft: Draft, ink: str, base: float, tall: tuple[int, int], count: int, rng: random.Random) -> None:
    trees = Path()
    for i in range(count):
        trees += pine(
            MIDDLE - _R + 2 * _R * (i + 0.5) / count + rng.uniform(-30, 30),
            base + rng.uniform(0, 44),
            rng.uniform(*tall),
            rng,
        )
    draft.canvas.fill(trees, ink)


_SEAS = frozenset({"ocean", "beach", "lake", "mountain_lake", "tropics", "island"})


def _floats(plan: Plan) -> bool:
    return plan.hero is not None and plan.scene in _SEAS and plan.hero.name.replace("-", " ") in SWIMS | AFLOAT


def _swell_before(plan: Plan, draft: Draft, bounds: tuple[float, float, float, float]) -> None:
    """The water that somebody leaps from or a hull is in, before the lowest part of them."""
    _, top, _, low = bounds
    for k, share in enumerate((0.2, 0.5)):
        y = low - (0.13 - 0.07 * k) * (low - top)
        edge = waves(MIDDLE - _R, MIDDLE + _R, y, 26 + 8 * k, 560 + 120 * k, 1.3 * k, MIDDLE + 1.1 * _R)
        draft.canvas.fill(edge, mix(mix(plan.palette.accents[4], _SEA_INK, 0.6), plan.palette.dark, share))


_SEA_INK = "#1f6f92"


def _sea(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, c = plan.palette, MIDDLE
    for i in range(6):
        ink = mix(mix(p.accents[4], _SEA_INK, 0.5), p.dark, 0.08 + 0.16 * i)
        edge = waves(c - _R, c + _R, c + _R * 0.4 + i * 128, 20 + 7 * i, 400 + 70 * i, rng.uniform(0, 6), c + _R)
        draft.canvas.fill(edge, ink)
    if not plan.hero and plan.scene != "ocean":
        palms = palm(c - _R * 0.42, c + _R * 0.98, _R * 1.15, 210) + palm(c - _R * 0.62, c + _R * 0.98, _R * 0.86, -130)
        draft.canvas.fill(palms, p.dark)


def _palms(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """The same between palms."""
    _sea(plan, draft, rng)
    p, c = plan.palette, MIDDLE
    if "palms" not in plan.figures:
        return
    for x, tall, lean in ((-0.86, 1.3, 170), (0.9, 1.16, -150), (0.74, 0.8, 120)):
        draft.canvas.fill(palm(c + _R * x, c + _R * 1.02, _R * tall, lean), p.dark)


def _grass(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """Flat-crowned trees on open grass."""
    p, c = plan.palette, MIDDLE
    near = mix(p.accents[4], p.dark, 0.55)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.56, 30, 2100, rng.uniform(0, 6), c + _R), near)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.76, 36, 1700, rng.uniform(0, 6), c + _R), p.dark)
    for x, tall in ((-0.66, 0.98), (0.72, 0.74), (0.4, 0.4)):
        foot, top = c + _R * 0.8, c + _R * (0.8 - tall)
        for lean in (-0.16, 0.0, 0.18):
            line = [(c + _R * x, foot), (c + _R * (x + lean * 0.2), foot - _R * tall * 0.5), (c + _R * (x + lean), top)]
            draft.canvas.stroke(Path.lines(line, closed=False), p.dark, 46 * tall)
        for dx, dy, wide in ((-0.16, 0.03, 0.5), (0.18, 0.02, 0.5), (0.0, -0.05, 0.72)):
            crown = cloudlet(c + _R * (x + dx * tall), top + _R * dy, _R * wide * tall, _R * 0.17 * tall, 6)
            draft.canvas.fill(crown, p.dark)


def _highway(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """A road to the horizon between poles."""
    p, c = plan.palette, MIDDLE
    land = mix(p.accents[4], p.dark, 0.5)
    draft.canvas.fill(
        waves(c - _R, c + _R, c + _R * 0.44, 40, 2300, rng.uniform(0, 6), c + _R), mix(land, p.accents[4], 0.4)
    )
    draft.canvas.fill(rect(c - _R, c + _R * 0.5, 2 * _R, _R * 0.6), land)
    top, low = c + _R * 0.5, c + _R * 1.02
    draft.canvas.fill(Path.lines([(c - 40, top), (c + 40, top), (c + _R * 0.7, low), (c - _R * 0.7, low)]), p.dark)
    for start, end in ((0.1, 0.22), (0.36, 0.56), (0.74, 1.0)):
        y0, y1 = top + (low - top) * start, top + (low - top) * end
        dash = [(c - 60 * start, y0), (c + 60 * start, y0), (c + 60 * end, y1), (c - 60 * end, y1)]
        draft.canvas.fill(Path.lines(dash), p.accents[0])
    for x, tall in ((-0.84, 0.86), (-0.56, 0.46), (0.84, 0.86), (0.56, 0.46)):
        foot, wide = c + _R * (0.5 + 0.24 * tall), _R * 0.03 * tall
        pole = rect(c + _R * x - wide, foot - _R * tall, 2 * wide, _R * tall)
        arm = rect(c + _R * x - 7 * wide, foot - _R * tall * 0.9, 14 * wide, 2 * wide)
        draft.canvas.fill(pole + arm, p.dark)


def _fields(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """Open hills and a lone tree on each side."""
    p, c = plan.palette, MIDDLE
    for low, share, long in ((0.46, 0.25, 1900), (0.6, 0.5, 1500), (0.8, 0.8, 1800)):
        draft.canvas.fill(
            waves(c - _R, c + _R, c + _R * low, 60, long, rng.uniform(0, 6), c + _R), mix(p.accents[4], p.dark, share)
        )
    for x, size in ((-0.74, 0.3), (0.78, 0.36)):
        foot = c + _R * 0.72
        draft.canvas.fill(rect(c + _R * x - 26, foot - _R * size, 52, _R * size), p.dark)
        draft.canvas.fill(cloudlet(c + _R * x, foot - _R * size, _R * size * 1.3, _R * size, 6), p.dark)


def _shore(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """Woods on the far side of still water."""
    p, c = plan.palette, MIDDLE
    trees = Path()
    for i in range(19):
        u = -1 + (i + 0.5) / 9.5
        trees += pine(c + _R * u, c + _R * 0.42, _R * (0.18 + 0.34 * abs(u)) * rng.uniform(0.8, 1.15), rng)
    draft.canvas.fill(trees, p.dark)
    water = mix(p.accents[4], p.dark, 0.35)
    draft.canvas.fill(rect(c - _R, c + _R * 0.4, 2 * _R, _R * 0.62), water)
    for i in range(7):
        reach, y = _R * rng.uniform(0.16, 0.4), c + _R * (0.48 + 0.075 * i)
        x = c + _R * rng.uniform(-0.5, 0.5)
        draft.canvas.fill(rounded_rect(x - reach, y, 2 * reach, 26, 13), mix(water, p.accents[1], 0.5))


def _peaks_over_water(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, c = plan.palette, MIDDLE
    far = mix(p.accents[4], p.dark, 0.15)
    mountains(draft.canvas, c - _R, c + _R, c + _R * 0.42, _R * 0.72, c + _R, far, mix(far, p.dark, 0.35), rng)
    _shore(plan, draft, rng)


def _sands(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, c = plan.palette, MIDDLE
    far, near = mix(p.accents[4], p.dark, 0.2), mix(p.accents[4], p.dark, 0.55)
    line = [(c + _R * x, c + _R * y) for x, y in _MESA]
    draft.canvas.fill(Path.lines([*line, (c + _R, c + _R), (c - _R, c + _R)]), far)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.56, 60, 2100, rng.uniform(0, 6), c + _R), near)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.78, 50, 1700, rng.uniform(0, 6), c + _R), p.dark)
    for x, height in ((-0.66, 0.62), (0.7, 0.5), (-0.3, 0.26)):
        draft.canvas.fill(cactus(c + _R * x, c + _R * 0.86, _R * height), p.dark)


_MESA = (
    (-1.0, 0.5),
    (-0.82, 0.5),
    (-0.74, 0.22),
    (-0.36, 0.22),
    (-0.28, 0.5),
    (0.3, 0.5),
    (0.4, 0.1),
    (0.64, 0.1),
    (0.74, 0.5),
    (1.0, 0.5),
)


def _city(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, c = plan.palette, MIDDLE
    draft.canvas.fill(skyline(c - _R, c + _R, c + _R * 0.62, _R * 0.8, rng), mix(p.accents[4], p.dark, 0.3))
    draft.canvas.fill(skyline(c - _R, c + _R, c + _R * 0.85, _R * 0.62, rng), p.dark)
    draft.canvas.fill(rect(c - _R, c + _R * 0.8, 2 * _R, _R * 0.3), p.dark)


def _craters(plan: Plan, draft: Draft, rng: random.Random) -> None:
    """The ground of another planet."""
    p, c = plan.palette, MIDDLE
    soil = mix(p.accents[4], p.dark, 0.35)
    draft.canvas.fill(waves(c - _R, c + _R, c + _R * 0.5, 50, 2300, rng.uniform(0, 6), c + _R), soil)
    for x, y, r in ((-0.5, 0.66, 220), (0.1, 0.8, 300), (0.6, 0.64, 180), (-0.2, 0.6, 120)):
        draft.canvas.fill(ellipse(c + _R * x, c + _R * y, r, r * 0.3), mix(soil, p.dark, 0.4))


_LANDS: dict[str, Callable[[Plan, Draft, random.Random], None]] = {
    "pines": _pine_land,
    "mountains": _mountain_land,
    "snow": _mountain_land,
    "ocean": _sea,
    "lake": _shore,
    "mountain_lake": _peaks_over_water,
    "reef": _sea,
    "desert": _sands,
    "night": _level_land,
    "meadow": _fields,
    "city": _city,
    "space": _craters,
    "beach": _palms,
    "tropics": _palms,
    "island": _palms,
    "savanna": _grass,
    "road": _highway,
    "farm": _fields,
}

SUN_SETS_ON = frozenset(_LANDS) - {"space", "reef"}
"""The scenes whose land is drawn here, under an open sky."""
