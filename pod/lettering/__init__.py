"""Words are type: lettering set with real fonts over wordless artwork.

`letter` decides once, when a person types: which face, which ink. `set_type` makes outlines of that decision, the same
ones every time, so that a recipe prints what was approved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pod.drawing import UNITS, Canvas, Drawing
from pod.drawing.paths import Transform
from pod.imaging.colour import contrast, parse_hex, to_hex
from pod.lettering.fonts import Font, font_named, fonts
from pod.lettering.ink import DARK, LIGHT, MIN_CONTRAST, ink_for
from pod.lettering.layouts import Laid, lay
from pod.lettering.shaping import cap_height, x_height
from pod.lettering.text import MOST_CHARACTERS, cleaned, refuse_unsettable, too_long, wrong_characters
from pod.model.artwork import LetteringSlot
from pod.model.errors import InputRefused, PodError
from pod.model.geometry import Box
from pod.model.recipe import LetteringLayer

__all__ = ["MIN_CONTRAST", "Font", "Setting", "fonts", "ink_for", "letter", "set_type", "unsettable"]

MIN_CAP_HEIGHT = 0.012
"""Smallest capitals that are set, in frame units: 3.6 mm on a print 300 mm wide, about the 2 mm x-height below which
letters fill in on cloth."""

_LONG_WORD = 9
"""From here on a word sets larger in the condensed face than in the slab."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Set type. `drawing` is in design units (frame units times 4096) on the artwork's frame, and may reach out of it
    where its slot does; `ink_box`, `x_height` and `cap_height` are in frame units, the outline included in the box."""

    drawing: Drawing
    ink_box: Box
    x_height: float
    cap_height: float
    lines: tuple[str, ...]


def unsettable(text: str) -> tuple[PodError, ...]:
    """What no face can set or no slot can hold, known before there is artwork with a slot; nothing for no text."""
    typed = cleaned(text)
    if len(typed) > MOST_CHARACTERS:
        return (too_long(len(typed), MOST_CHARACTERS),)
    return tuple(wrong_characters(typed, fonts()))


def letter(
    text: str,
    slot: LetteringSlot,
    *,
    font: str = "",
    ink: str = "",
    cloth_rgb: str = "",
    outline_mm: float = 0.0,
    outline_ink: str = "",
) -> LetteringLayer:
    """The layer that sets exactly `text` in `slot`, its face and ink chosen where they are not given.

    Raises `InputRefused` for text that no face, or not the chosen one, can set, for text too long for the slot, and for
    an ink that cannot be read on the cloth it is printed on.
    """
    typed = cleaned(text)
    refuse_unsettable(typed, slot, (font_named(font),) if font else fonts())
    face = font_named(font) if font else _fitting_face(typed, slot)
    chosen = _chosen_ink(slot, ink, cloth_rgb)
    layer = LetteringLayer(typed, face.name, slot, chosen)
    if outline_mm:
        layer = replace(layer, outline_mm=outline_mm, outline_ink=outline_ink or _opposite(chosen))
    _laid(layer, face, margin=0.0)
    return layer


def set_type(layer: LetteringLayer, *, width_mm: float = 300.0) -> Setting:
    """The layer's type as outlines. `width_mm` is what the artwork's width measures in print: the outline's weight is
    given in millimetres. Raises `InputRefused` for a layer that `letter` would not have made."""
    face = font_named(layer.font)
    refuse_unsettable(layer.text, layer.slot, (face,))
    weight = layer.outline_mm / width_mm
    laid = _laid(layer, face, margin=weight)
    canvas = Canvas(UNITS, UNITS)
    outline = laid.outline.transformed(Transform.scale(UNITS))
    if weight:
        # behind the letters, so that only its outer half shows
        canvas.stroke(outline, to_hex(parse_hex(layer.outline_ink or _opposite(layer.ink))), 2 * weight * UNITS)
    canvas.fill(outline, to_hex(parse_hex(layer.ink)))
    ink_box = laid.outline.bounds().grown(weight)
    return Setting(canvas.drawing(), ink_box, laid.em * x_height(face), laid.em * cap_height(face), laid.lines)


def _laid(layer: LetteringLayer, face: Font, margin: float) -> Laid:
    """The layer's type in place; refused where it would come out too small to read."""
    laid = lay(layer.text, face, layer.slot, margin)
    caps = laid.em * cap_height(face)
    if caps < MIN_CAP_HEIGHT:
        raise InputRefused(
            "lettering_too_small",
            f"The text fits only with capitals {caps:.2%} of the design's width high; below {MIN_CAP_HEIGHT:.1%} it cannot be read.",
            "Shorten it, or choose the condensed face.",
            measured=round(caps, 4),
            required=MIN_CAP_HEIGHT,
        )
    return laid


def _fitting_face(text: str, slot: LetteringSlot) -> Font:
    """The face the artwork planned where it suits the text, else the first that does."""
    longest = max(len(word) for word in text.split())
    roles = ("condensed", "slab", "round") if longest >= _LONG_WORD else ("slab", "condensed", "round")
    planned = [font_named(slot.font)] if slot.font else []
    by_role = {face.role: face for face in fonts()}
    able = [face for face in (*planned, *(by_role[role] for role in roles), *fonts()) if not face.missing(text)]
    return next((face for face in able if not _unreadable_in(face, text)), able[0])


def _unreadable_in(face: Font, text: str) -> bool:
    """A script's capitals are made to begin words; a line of nothing else cannot be read."""
    return face.role == "script" and text.isupper()


def _chosen_ink(slot: LetteringSlot, ink: str, cloth_rgb: str) -> str:
    """Type on the cloth must read there; on the artwork, the artwork planned an ink that reads."""
    ground = cloth_rgb if _on_cloth(slot) else ""
    if not ink:
        return ink_for(ground, slot.ink)
    chosen = to_hex(parse_hex(ink))
    if ground and (measured := contrast(chosen, ground)) < MIN_CONTRAST:
        raise InputRefused(
            "lettering_invisible",
            f"Lettering in {chosen} can hardly be read on cloth {ground}: contrast {measured:.1f}, required {MIN_CONTRAST}.",
            f"Use {ink_for(ground, chosen)}, or another cloth colour.",
            measured=round(measured, 2),
            required=MIN_CONTRAST,
        )
    return chosen


def _on_cloth(slot: LetteringSlot) -> bool:
    """A slot that nothing was planned for, or most of which lies outside the artwork's (square) frame."""
    box = slot.box
    shown_width = max(0.0, min(box.right, 1.0) - max(box.left, 0.0))
    shown_height = max(0.0, min(box.bottom, 1.0) - max(box.top, 0.0))
    return not slot.ink or shown_width * shown_height < 0.5 * box.width * box.height


def _opposite(ink: str) -> str:
    return max((DARK, LIGHT), key=lambda outline: contrast(outline, ink))
