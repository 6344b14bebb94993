"""A round badge: sealed rim left plain for arc lettering, a ray field, the hero in a few inks."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, polygon, rays, ring, scallop, star
from pod.imaging.colour import contrast, mix
from pod.model.geometry import Box
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.scenery import mountains, pine, waves, worn
from pod.providers.embedded.subjects import place, place_inside, recoloured, tone

_RADIUS = 1780.0
_RIM = 430.0
_EDGE = 30.0


def badge(plan: Plan, draft: Draft) -> None:
    rng, p, canvas = plan.rng("badge"), plan.palette, draft.canvas
    c = MIDDLE
    inner = _RADIUS - 90 - _RIM
    field_ink = rng.choice(p.accents[1:4])
    _seal(plan, draft, rng.choice(("scallop", "cog", "plain")))
    canvas.fill(circle(c, c, inner + 40), p.light)
    canvas.fill(circle(c, c, inner), field_ink)
    with canvas.group(circle(c, c, inner)):
        _FIELDS[rng.choice(_fields_for(plan.scene))](plan, draft, inner, field_ink)
    canvas.fill(ring(c, c, inner - 26, inner - 40), p.light, evenodd=True)
    _rim_ornament(plan, draft, inner)
    if plan.subjects:
        hero = place_inside(plan.subjects[0], c, c, inner * 0.9)
        canvas.fill(hero.outline(62), p.light)
        canvas.fill(hero.outline(32), p.dark)
        ramp = (
            p.dark,
            mix(p.dark, p.accents[3], 0.55),
            p.accents[0] if field_ink != p.accents[0] else p.accents[1],
            p.light,
        )
        canvas.place(recoloured(hero.drawing, tone(hero.drawing, ramp)))
    if plan.worn:
        canvas.knock_out(worn(plan.rng("worn"), c - _RADIUS, c - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, 0.8))
    _slots(plan, draft, inner)


def crest(plan: Plan, draft: Draft) -> None:
    """A shield instead of a disc; the banner below it takes the words."""
    rng, p, canvas = plan.rng("crest"), plan.palette, draft.canvas
    c = MIDDLE
    field_ink = rng.choice(p.accents[2:4])
    if plan.on_dark:
        canvas.fill(_shield(c, c, 1700, 2000).offset(_EDGE), p.light)
    for grow, ink in ((1.0, p.dark), (0.955, p.light), (0.93, p.dark), (0.80, p.light), (0.775, field_ink)):
        canvas.fill(_shield(c, c, 1700 * grow, 2000 * grow), ink)
    with canvas.group(_shield(c, c, 1700 * 0.775, 2000 * 0.775)):
        canvas.fill(rays(c, c - 100, 0, 2600, 30), mix(field_ink, p.light, 0.17))
    for side in (-1, 1):
        for k in range(3):
            canvas.fill(star(c + side * (1180 - 130 * k), c - 1360 + 6 * k, 70 - 12 * k), p.accents[1])
    canvas.fill(star(c, c - 1490, 120), p.accents[1])
    if plan.subjects:
        hero = place(plan.subjects[0], c, c - 130, 1980)
        canvas.fill(hero.outline(60), p.light)
        canvas.fill(hero.outline(30), p.dark)
        canvas.place(
            recoloured(
                hero.drawing, tone(hero.drawing, (p.dark, mix(p.dark, p.accents[3], 0.5), p.accents[0], p.light))
            )
        )
    if plan.worn:
        canvas.knock_out(worn(plan.rng("worn"), c - 1700, c - 2000, 3400, 4000, 0.8))
    from_bottom = c + 2000
    draft.block("below", Box(c - 1600, from_bottom + 160, 3200, 760), "", font="slab")


def _shield(cx: float, cy: float, half_width: float, half_height: float) -> Path:
    w, h = half_width, half_height
    return Path(
        (
            ("M", (cx - w, cy - h * 0.78)),
            ("Q", (cx - w * 0.45, cy - h * 0.72, cx, cy - h)),
            ("Q", (cx + w * 0.45, cy - h * 0.72, cx + w, cy - h * 0.78)),
            ("C", (cx + w * 1.02, cy + h * 0.2, cx + w * 0.72, cy + h * 0.68, cx, cy + h)),
            ("C", (cx - w * 0.72, cy + h * 0.68, cx - w * 1.02, cy + h * 0.2, cx - w, cy - h * 0.78)),
            ("Z", ()),
        )
    )


def _seal(plan: Plan, draft: Draft, kind: str) -> None:
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    outer = {
        "scallop": scallop(c, c, _RADIUS, 56, 34),
        "cog": rays(c, c, _RADIUS * 0.5, _RADIUS + 56, 64, 0.62) + circle(c, c, _RADIUS + 10),
        "plain": circle(c, c, _RADIUS + 30),
    }[kind]
    if plan.on_dark:
        canvas.fill(outer.offset(_EDGE), p.light)  # a dark rim would drown in a dark cloth
    canvas.fill(outer, p.dark)
    canvas.fill(ring(c, c, _RADIUS - 46, _RADIUS - 84), p.light, evenodd=True)
    canvas.fill(ring(c, c, _RADIUS - 110, _RADIUS - 124), p.accents[1], evenodd=True)


def _fields_for(scene: str) -> tuple[str, ...]:
    return {"pines": ("peaks", "rays"), "mountains": ("peaks",), "ocean": ("sea", "rays")}.get(
        scene, ("rays", "rays", "dots")
    )


def _ray_field(plan: Plan, draft: Draft, inner: float, ink: str) -> None:
    draft.canvas.fill(rays(MIDDLE, MIDDLE + 60, 0, inner * 1.3, 28, turn=180 / 28), mix(ink, plan.palette.light, 0.2))


def _dot_field(plan: Plan, draft: Draft, inner: float, ink: str) -> None:
    dots, step = Path(), 150.0
    rows = int(2 * inner / step) + 2
    for row in range(rows):
        for column in range(rows):
            x, y = MIDDLE - inner + (column + 0.5 * (row % 2)) * step, MIDDLE - inner + row * step
            dots += circle(x, y, 34)
    draft.canvas.fill(dots, mix(ink, plan.palette.light, 0.22))


def _peak_field(plan: Plan, draft: Draft, inner: float, ink: str) -> None:
    p, rng, c = plan.palette, plan.rng("peaks"), MIDDLE
    draft.canvas.fill(rays(c, c + 200, 0, inner * 1.6, 32), mix(ink, p.light, 0.22))
    far = mix(p.accents[3], p.dark, 0.25)
    mountains(
        draft.canvas,
        c - inner,
        c + inner,
        c + inner * 0.5,
        inner * 0.95,
        c + inner * 1.2,
        far,
        mix(far, p.dark, 0.4),
        rng,
        p.light,
    )
    trees = Path()
    for i in range(15):
        x = c - inner + 2 * inner * (i + 0.5) / 15 + rng.uniform(-25, 25)
        trees += pine(x, c + inner * 1.05, inner * rng.uniform(0.42, 0.62) * (0.7 + 0.6 * abs(x - c) / inner), rng)
    draft.canvas.fill(trees, p.dark)


def _sea_field(plan: Plan, draft: Draft, inner: float, ink: str) -> None:
    p, rng, c = plan.palette, plan.rng("sea"), MIDDLE
    draft.canvas.fill(rays(c, c + 300, 0, inner * 1.7, 32), mix(ink, p.light, 0.22))
    for i in range(4):
        draft.canvas.fill(
            waves(c - inner, c + inner, c + inner * (0.34 + 0.17 * i), 34, 420, rng.uniform(0, 6), c + inner * 1.1),
            mix(p.accents[3], p.dark, 0.15 + 0.2 * i),
        )


_FIELDS: dict[str, Callable[[Plan, Draft, float, str], None]] = {
    "rays": _ray_field,
    "dots": _dot_field,
    "peaks": _peak_field,
    "sea": _sea_field,
}


def _rim_ornament(plan: Plan, draft: Draft, inner: float) -> None:
    """Stars where the two arcs of words meet; a full row of them where no words are wanted."""
    p, c, middle = plan.palette, MIDDLE, (inner + 40 + _RADIUS - 124) / 2
    for side in (90, 270):
        draft.canvas.fill(star(*polar(c, c, middle, side), 108), p.accents[1])
        for off in (-10, 10):
            draft.canvas.fill(circle(*polar(c, c, middle, side + off), 28), p.light)
    if plan.lettering:
        return
    for i in range(36):
        at = i * 10
        if min(abs(at - 90), abs(at - 270)) <= 12:
            continue
        x, y = polar(c, c, middle, at)
        shape = star(x, y, 74, turn=at) if i % 3 == 0 else polygon(x, y, 30, 4, at)
        draft.canvas.fill(shape, p.accents[1] if i % 3 else p.light)


def _slots(plan: Plan, draft: Draft, inner: float) -> None:
    p, c = plan.palette, MIDDLE
    low, high = inner + 40, _RADIUS - 124
    cap = 0.56 * (high - low)
    ink = p.light if contrast(p.light, p.dark) >= 4 else p.accents[0]
    draft.arc("rim", c, c, (low + high) / 2 - cap / 2, cap, ink, upright=True, degrees=150, font="slab")
    draft.arc(
        "rim below",
        c,
        c,
        (low + high) / 2 + cap * 0.42,
        cap * 0.84,
        p.accents[0],
        upright=False,
        degrees=118,
        font="slab",
    )
