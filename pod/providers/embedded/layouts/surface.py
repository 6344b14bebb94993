"""A surface that is the design: a window full of chevrons or dots, and the hero, where there is one, in a disc on it."""

from __future__ import annotations

from pod.drawing.shapes import circle
from pod.providers.embedded.fabrics import PAINTERS, SEAMLESS, Fabric, Sheet
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, set_on
from pod.providers.embedded.layouts.repeats import EDGE, window_of
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import place_inside

_DISC = 1180.0


def surface_grounds(palette: Palette) -> tuple[str, ...]:
    return (palette.light, palette.accents[0], palette.dark)


def surface(plan: Plan, draft: Draft) -> None:
    """Two by two tiles of the surface that is asked for, or of one that the dice choose."""
    p, canvas, window = plan.palette, draft.canvas, window_of(plan)
    fabric = plan.fabric or Fabric(plan.rng("fabric").choice(sorted(SEAMLESS)))
    inks = fabric.shades(p.light, p.dark, p.accents, plan.turn)
    canvas.fill(window, inks[0])
    with canvas.group(window):
        PAINTERS[fabric.name](Sheet(canvas, inks, plan.rng("surface")))
    if plan.hero:
        canvas.fill(circle(MIDDLE, MIDDLE, _DISC + 40), p.dark)
        canvas.fill(circle(MIDDLE, MIDDLE, _DISC), plan.ground)
        set_on(plan, draft, place_inside(plan.hero, MIDDLE, MIDDLE, _DISC * 0.9), plan.ground, light=24)
    canvas.stroke(window, p.light if plan.on_dark else p.dark, EDGE)
