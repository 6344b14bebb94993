"""Things in a jar: all of them is seen through the glass."""

from __future__ import annotations

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.drawing.shapes import rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, LINE, MIDDLE_X
from pod.providers.embedded.subjects import Subject, place_standing

_GLASS, _CORK, _GLOSS = "#d9eef5", "#c99a63", "#ffffff"
_BODY = Path.parse(
    "M282 190L742 190C850 236 890 300 890 380L890 930Q890 1024 796 1024L228 1024Q134 1024 134 930L134 380C134 300 174 236 282 190Z"
)
_FLOOR, _WIDE, _HIGH = 968.0, 620.0, 640.0


_BULB = Path.parse(
    "M512 30C760 30 900 200 900 400C900 560 800 640 740 740C710 790 700 830 696 850L328 850C324 830 314 790 284 740C224 640 124 560 124 400C124 200 264 30 512 30Z"
)


def in_a_bulb(subject: Subject, ink: str = "") -> Figure:
    """Within the glass of a light bulb, its screw below."""
    glass = mix("#f4e7b4", ink, 0.45) if ink else "#f4efcf"
    canvas = Canvas(BOX, BOX)
    canvas.stroke(_BULB, INK, 2 * LINE)
    canvas.fill(_BULB, glass)
    inside = place_standing(subject, MIDDLE_X, 700, 560, 460)
    canvas.fill(inside.outline(LINE), INK)
    canvas.place(inside.drawing)
    canvas.fill(rounded_rect(236, 260, 36, 230, 18), _GLOSS)
    for k, half in enumerate((176, 168, 156)):
        screw = rounded_rect(MIDDLE_X - half, 850 + 56 * k, 2 * half, 62, 26)
        canvas.stroke(screw, INK, 2 * LINE)
        canvas.fill(screw, "#b9c2cc")
    foot = rounded_rect(MIDDLE_X - 70, 1010, 140, 34, 14)
    canvas.stroke(foot, INK, 2 * LINE)
    canvas.fill(foot, "#3d3a48")
    drawing = canvas.drawing()
    return Figure(subject.name, drawing, silhouette_of(drawing))


_BOWL = Path.parse("M220 40L804 40C850 300 800 560 620 620L404 620C224 560 174 300 220 40Z")
_STEM = Path.parse(
    "M470 610L554 610L546 880Q548 930 720 950Q740 990 700 1000L324 1000Q284 990 304 950Q476 930 478 880Z"
)


def in_a_glass(subject: Subject, ink: str = "") -> Figure:
    """In the bowl of a wine glass, in water to near its brim."""
    canvas = Canvas(BOX, BOX)
    for shape in (_STEM, _BOWL):
        canvas.stroke(shape, INK, 2 * LINE)
        canvas.fill(shape, _GLASS)
    with canvas.group(_BOWL):
        canvas.fill(rounded_rect(100, 150, 824, 600, 0.1), ink or "#8cc9e6")
    inside = place_standing(subject, MIDDLE_X, 520, 430, 340)
    canvas.fill(inside.outline(LINE), INK)
    canvas.place(inside.drawing)
    canvas.fill(rounded_rect(250, 180, 30, 220, 15), _GLOSS)
    drawing = canvas.drawing()
    return Figure(subject.name, drawing, silhouette_of(drawing))


def in_a_jar(subject: Subject, ink: str = "") -> Figure:
    """Standing on its floor, corked; the glass in the `ink` that was said."""
    glass = mix(_GLASS, ink, 0.45) if ink else _GLASS
    canvas = Canvas(BOX, BOX)
    cork = rounded_rect(330, 20, BOX - 2 * 330, 130, 26)
    canvas.stroke(cork, INK, 2 * LINE)
    canvas.fill(cork, _CORK)
    canvas.stroke(_BODY, INK, 2 * LINE)
    canvas.fill(_BODY, glass)
    inside = place_standing(subject, MIDDLE_X, _FLOOR, _WIDE, _HIGH)
    canvas.fill(inside.outline(LINE), INK)
    canvas.place(inside.drawing)
    canvas.fill(_BODY, mix(glass, _GLOSS, 0.4), 0.16)
    canvas.fill(rounded_rect(186, 380, 34, 420, 17), _GLOSS)
    canvas.fill(rounded_rect(186, 840, 34, 70, 17), _GLOSS)
    rim = rounded_rect(258, 128, BOX - 2 * 258, 84, 30)
    canvas.stroke(rim, INK, 2 * LINE)
    canvas.fill(rim, mix(glass, INK, 0.14))
    drawing = canvas.drawing()
    return Figure(subject.name, drawing, silhouette_of(drawing))
