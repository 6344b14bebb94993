"""Real drawings that between them use everything a display list can say."""

from __future__ import annotations

from pod.drawing import UNITS, Canvas, Drawing, LinearGradient, RadialGradient
from pod.drawing import shapes as draw
from pod.drawing.paths import Path, Transform
from pod.lettering import letter, set_type
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box

NAVY, TEAL, RED, SUN, CREAM = "#223355", "#1d5a66", "#d33a2c", "#f2b134", "#fff6e5"
MIDDLE = UNITS / 2


def badge() -> Drawing:
    """Flat inks, a scalloped rim, rays, outlined type and type on an arc."""
    canvas = Canvas(UNITS, UNITS)
    canvas.fill(draw.scallop(MIDDLE, MIDDLE, 1700, 36, 80), TEAL)
    canvas.fill(draw.rays(MIDDLE, MIDDLE, 500, 1600, 40), "#2f7c86")
    canvas.stroke(draw.circle(MIDDLE, MIDDLE, 1500), CREAM, 24)
    title = LetteringSlot("title", SlotKind.BLOCK, Box(0.2, 0.35, 0.6, 0.3), ink=CREAM)
    rim = LetteringSlot("rim", SlotKind.ARC, Box(0, 0, 1, 1), radius=0.27, cap_height=0.06, ink=SUN)
    for text, slot in (("ÉTÉ & SUN 2026", title), ("NORTH SHORE CLUB", rim)):
        canvas.place(set_type(letter(text, slot, outline_mm=2.0)).drawing)
    return canvas.drawing()


def sunset() -> Drawing:
    """Gradients of both kinds, with and without opacity, striped by thin knock-outs."""
    canvas = Canvas(UNITS, UNITS)
    dusk = LinearGradient(0, 500, 300, 3600, ((0.0, "#ffcf5c"), (0.5, "#e8574a"), (1.0, "#5b2a6e")))
    canvas.fill(draw.circle(MIDDLE, MIDDLE, 1600), dusk)
    for i in range(7):
        canvas.knock_out(draw.rect(0, 2100 + 230 * i, UNITS, 24 + 16 * i))
    glow = RadialGradient(1500, 1400, 900, ((0.2, "#ffffff"), (0.9, "#ffcf5c")))
    canvas.fill(draw.circle(1500, 1400, 700), glow, 0.6)
    return canvas.drawing()


def medal() -> Drawing:
    """Even-odd rings, clips inside clips, and knock-outs that stay inside their group."""
    canvas = Canvas(UNITS, UNITS)
    canvas.fill(draw.ring(MIDDLE, MIDDLE, 1900, 1500), NAVY, evenodd=True)
    with canvas.group(draw.circle(MIDDLE, MIDDLE, 1400)):
        for i in range(20):
            canvas.fill(draw.rect(0, 200.4 * i, UNITS, 100.7), TEAL)
        with canvas.group(draw.star(MIDDLE, MIDDLE, 1500)):
            canvas.fill(draw.rect(0, 0, UNITS, UNITS), SUN)
            canvas.knock_out(draw.circle(MIDDLE, MIDDLE, 400))
    canvas.fill(draw.sparkle(3300, 800, 500), RED, 0.8)
    return canvas.drawing()


def linework() -> Drawing:
    """Strokes: round joins, dashes, hairlines, a gradient along a ring, moved by a transform."""
    canvas = Canvas(UNITS, UNITS)
    canvas.stroke(draw.star(MIDDLE, MIDDLE, 1500), NAVY, 120)
    canvas.stroke(draw.circle(MIDDLE, MIDDLE, 800), RED, 40, 0.5, dash=(200, 100))
    canvas.stroke(Path.lines([(300, 300), (3500, 600), (400, 900)], closed=False), "#000000", 9)
    rainbow = LinearGradient(1648, 0, 2448, 0, ((0.0, "#ff0000"), (1.0, "#0000ff")))
    canvas.stroke(draw.circle(MIDDLE, MIDDLE, 400), rainbow, 90)
    turned = Transform.rotate(30, (MIDDLE, MIDDLE)).then(Transform.scale(0.9))
    canvas.stroke(draw.heart(MIDDLE, MIDDLE, 2600), TEAL, 60, transform=turned)
    return canvas.drawing()


DRAWINGS = {made.__name__: made for made in (badge, sunset, medal, linework)}
