"""Words are type: lettering set with real fonts over wordless artwork.

`letter` decides once, when a person types: which faces, which ink, how. `set_type` makes outlines of that decision, the same
ones every time, so that a recipe prints what was approved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pod.drawing import UNITS, Canvas, Drawing
from pod.drawing.paths import Transform
from pod.imaging.colour import contrast, parse_hex, to_hex
from pod.lettering import effects
from pod.lettering.choices import Choices, FaceChoice, choices
from pod.lettering.fonts import Font, font_named, fonts, mood_words
from pod.lettering.ink import DARK, LIGHT, MIN_CONTRAST, ink_for
from pod.lettering.laid import Copy, Laid
from pod.lettering.layouts import lay
from pod.lettering.pairing import chosen_face, fitting_face, forget_likenesses, with_stand_ins
from pod.lettering.text import MOST_CHARACTERS, cleaned, refuse_unsettable, too_long, wrong_characters
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused, PodError
from pod.model.geometry import Box, mm_to_pt
from pod.model.lettering import LetteringEffect, LetteringLayout
from pod.model.recipe import LetteringLayer

__all__ = [
    "MIN_CONTRAST",
    "Choices",
    "FaceChoice",
    "Font",
    "SetLine",
    "Setting",
    "choices",
    "font_named",
    "fonts",
    "forget_fonts",
    "ink_for",
    "letter",
    "mood_words",
    "set_type",
    "unsettable",
]

MIN_CAP_HEIGHT = 0.012
"""Smallest capitals that are set, in frame units: 3.6 mm on a print 300 mm wide, about the 2 mm x-height below which
letters fill in on cloth."""

_USUAL_WIDTH_MM = 300.0
"""What a design's width measures in print, as far as its type is concerned: optical sizes and tracking are the same on
every product, since one design is approved for many."""

_SMALL_PT, _SMALL_TRACKING_EM = 40.0, 0.05
"""Type below this size is given air between its letters, up to so much where it is smallest."""


def forget_fonts() -> None:
    """What this process knows of the faces that are installed: some have been since."""
    fonts.cache_clear()
    choices.cache_clear()
    forget_likenesses()


@dataclass(frozen=True, slots=True)
class SetLine:
    """What one line says, in the order in which it is read, and where its ink lies, in frame units."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Setting:
    """Set type. `drawing` is in design units (frame units times 4096) on the artwork's frame, and may reach out of it
    where its slot does; `ink_box`, `x_height` and `cap_height` (of the smallest line) are in frame units, outline and effect
    included in the box. `min_x_height_mm` is what the faces themselves ask for."""

    drawing: Drawing
    ink_box: Box
    x_height: float
    cap_height: float
    set_lines: tuple[SetLine, ...]
    min_x_height_mm: float = 0.0

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line.text for line in self.set_lines)


def unsettable(text: str) -> tuple[PodError, ...]:
    """What no face can set or no slot can hold, known before there is artwork with a slot; nothing for no text."""
    typed = cleaned(text)
    if len(typed) > MOST_CHARACTERS:
        return (too_long(len(typed), MOST_CHARACTERS),)
    return tuple(wrong_characters(typed))


def letter(
    text: str,
    slot: LetteringSlot,
    *,
    font: str = "",
    ink: str = "",
    cloth_rgb: str = "",
    outline_mm: float = 0.0,
    outline_ink: str = "",
    second_ink: str = "",
    layout: LetteringLayout = LetteringLayout.AS_PLANNED,
    effect: LetteringEffect = LetteringEffect.PLAIN,
) -> LetteringLayer:
    """The layer that sets exactly `text` in `slot`, its faces and ink chosen where they are not given. `second_ink` is that of
    an effect, which takes the letters' own without one, and of letters on a ribbon.

    Raises `InputRefused` for text that no face can set, for text too long for the slot, for an effect that the letters are
    too fine for, and for an ink that cannot be read on the cloth it is printed on.
    """
    typed = cleaned(text)
    refuse_unsettable(typed, slot)
    face = with_stand_ins(chosen_face(font, typed) if font else fitting_face(typed, slot), typed)
    chosen = _chosen_ink(slot, ink, cloth_rgb)
    layer = LetteringLayer(
        typed,
        face.name,
        slot,
        chosen,
        outline_ink=to_hex(parse_hex(second_ink)) if second_ink else "",
        layout=LetteringLayout.AS_PLANNED if slot.kind is SlotKind.ARC else layout,
        effect=effect,
        stand_ins=tuple(other.name for other in face.stand_ins),
    )
    if outline_mm:
        layer = replace(layer, outline_mm=outline_mm, outline_ink=outline_ink or _opposite(chosen))
    layer = _decided(layer)
    laid = _laid(layer, margin=0.0)
    effects.refuse_too_fine(layer.effect, laid.cap_height, laid.stem)
    return layer


def set_type(layer: LetteringLayer, *, width_mm: float = _USUAL_WIDTH_MM) -> Setting:
    """The layer's type as outlines. `width_mm` is what the artwork's width measures in print: the outline's weight is
    given in millimetres. Raises `InputRefused` for a layer that `letter` would not have made."""
    refuse_unsettable(layer.text, layer.slot)
    weight = layer.outline_mm / width_mm
    laid = _laid(layer, margin=weight)
    canvas = Canvas(UNITS, UNITS)
    outline = laid.outline.transformed(Transform.scale(UNITS))
    ink, second = to_hex(parse_hex(layer.ink)), to_hex(parse_hex(layer.outline_ink or _opposite(layer.ink)))
    if laid.plate:
        canvas.fill(laid.plate.transformed(Transform.scale(UNITS)), ink)
        ink, second = second, ink
    if weight:
        # behind the letters, so that only its outer half shows
        canvas.stroke(outline, second, 2 * weight * UNITS)
    shade_ink = second if layer.outline_ink else ink
    letters = effects.Letters(outline, laid.cap_height * UNITS, laid.stem * UNITS, layer.text)
    effects.inked(layer.effect, letters).draw(canvas, ink, shade_ink)
    return Setting(
        canvas.drawing(),
        canvas.drawing().ink_box().scaled(1 / UNITS),
        laid.x_height,
        laid.cap_height,
        tuple(SetLine(line.text, line.outline.bounds()) for line in laid.lines),
        max(face.min_x_height_mm for line in laid.lines for face in (line.font, *line.font.stand_ins)),
    )


def _decided(layer: LetteringLayer) -> LetteringLayer:
    """With what follows from how large the type comes out, written down: the faces of its lines, and their tracking."""
    laid = lay(_copy(layer, 0.0), layer.layout)
    if layer.layout is LetteringLayout.STACKED:
        layer = replace(layer, line_fonts=tuple(line.font.name for line in laid.lines))
    small = 1 - _size_pt(laid) / _SMALL_PT
    return replace(layer, tracking_em=round(small * _SMALL_TRACKING_EM, 3)) if small > 0 and _may_track(laid) else layer


def _may_track(laid: Laid) -> bool:
    """Letters that join, or whose face joins them, are never spaced."""
    return all(line.font.tracking_em for line in laid.lines)


def _size_pt(laid: Laid) -> float:
    return mm_to_pt(laid.em * _USUAL_WIDTH_MM)


def _copy(layer: LetteringLayer, margin: float) -> Copy:
    stand_ins = tuple(font_named(name) for name in layer.stand_ins)
    face, *line_faces = (font_named(name).standing_in(*stand_ins) for name in (layer.font, *layer.line_fonts))
    return Copy(layer.text, face, layer.slot, layer.tracking_em, tuple(line_faces), margin)


def _laid(layer: LetteringLayer, margin: float) -> Laid:
    """The layer's type in place, as its size asks for and with room for its effect; refused where it would come out too
    small to read."""
    copy = _copy(layer, margin)
    laid = lay(copy, layer.layout)
    if beyond := effects.reach(layer.effect) * laid.cap_height:
        copy = replace(copy, margin=margin + beyond)
    optical = replace(copy, font=copy.font.at_size(_size_pt(laid)))
    if optical != _copy(layer, margin):
        laid = lay(optical, layer.layout)
    if laid.cap_height < MIN_CAP_HEIGHT:
        raise InputRefused(
            "lettering_too_small",
            f"The text fits only with capitals {laid.cap_height:.2%} of the design's width high; below {MIN_CAP_HEIGHT:.1%} it cannot be read.",
            "Shorten it, or choose the condensed face.",
            measured=round(laid.cap_height, 4),
            required=MIN_CAP_HEIGHT,
        )
    return laid


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
