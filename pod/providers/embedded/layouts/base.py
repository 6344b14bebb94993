"""What a layout is: a plan in, a fitted wordless drawing and its places for type out."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pod.drawing import UNITS
from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Transform
from pod.imaging.colour import distance, mix, oklch
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.fabrics import Fabric
from pod.providers.embedded.palettes import Palette, is_dark
from pod.providers.embedded.printable import lines_that_hold
from pod.providers.embedded.subjects import Placed, Subject, recoloured, tone

T = TypeVar("T")

MARGIN = 0.055
"""Share of the frame that stays empty on every side."""

MIDDLE = UNITS / 2

_GAP = 190.0
"""Air between the art and the words below it, in design units."""

_BELOW = ((24, 2, 680.0), (44, 3, 1150.0), (999, 4, 1600.0))
"""Up to so many letters, how many lines there are below the art and how high they are together: a long saying is what
the design is about and is broken rather than made small."""

_LEAST_WIDTH, _MOST_WIDTH = 2900.0, 3500.0
_FEW_LINES = 2

APART = 0.16
"""OKLab distance from which two inks are told apart at a glance; 0.02 is just visible side by side."""

LEAST_CHROMA = 0.045
"""OKLCH chroma under which a ground looks like grey cardboard."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`hero` is all that is to be seen, company included; `shares` how much of it each of its inks covers, 0–1.

    `ground` is the ink that it stands on, chosen so that it stands out. `line_art` is the hero in the one-ink set, where
    there is one, `pieces` are the hero and its company one by one. `scene` is one of `SCENES` or "", `placed` says that the
    sentence named it, `weather` what the sky does, `named` the labels of all that is shown, `figures` what ornament may show
    (`embedded.figures`), `letters` how many will be set where that is known. `turn` counts how often the layout has come round
    among neighbouring seeds. `worn` asks for the washed-out texture, `tones` for the hero in a few inks of the palette,
    `outlines` for it as a light shape with dark lines. `in_land` says that the hero is one thing in a wide view, `in_air` that it flies over it, `ashore` that it stands on the
    near bank of a water; `aloft` is what is in the sky over it and no part of the hero. `fabric` is a surface that was asked for, `said` are inks that the picture is to be in.
    """

    hero: Subject | None
    palette: Palette
    cloth_rgb: str
    lettering: bool
    scene: str
    seed_text: str
    ground: str = ""
    shares: Mapping[str, float] = field(default_factory=dict)
    line_art: Subject | None = None
    pieces: tuple[Subject, ...] = ()
    turn: int = 0
    placed: bool = False
    letters: int = 0
    weather: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    night: bool = False
    figures: frozenset[str] = frozenset()
    worn: bool = False
    tones: bool = False
    outlines: bool = False
    fabric: Fabric | None = None
    said: tuple[str, ...] = ()
    in_land: bool = False
    in_air: bool = False
    ashore: bool = False
    aloft: tuple[Subject, ...] = ()

    def rng(self, purpose: str) -> random.Random:
        """A random source of its own for each part, so that changing one part leaves the others as they were."""
        return random.Random(f"{self.seed_text}/{purpose}")  # noqa: S311 - a drawing, not a secret

    def variant(self, *options: T) -> T:
        """One of the options, the next each time that the layout comes round: candidates side by side must not be alike."""
        return options[self.turn % len(options)]

    @property
    def on_dark(self) -> bool:
        return is_dark(self.cloth_rgb)

    def hero_inks(self, ground: str) -> Mapping[str, str]:
        """What each ink of the hero becomes on that ground: its own, or in a few tones like a screen print."""
        p = self.palette
        if self.outlines and self.hero is not None:
            return dict.fromkeys(self.shares, p.light)
        if self.hero is None or self.hero.natural or not self.tones:
            return {INK: p.dark}
        bright = max((p.accents[0], p.accents[1], p.accents[4]), key=lambda ink: distance(ink, ground))
        return tone(self.shares, (p.dark, mix(p.dark, p.accents[3], 0.5), bright, p.light))

    def stands_out(self, ground: str) -> float:
        """How much of the hero's area is told from the ground at a glance, 0–1."""
        inks = self.hero_inks(ground)
        apart = sum(share for ink, share in self.shares.items() if distance(inks.get(ink, ink), ground) >= APART)
        return apart / (sum(self.shares.values()) or 1.0)


@dataclass(slots=True)
class Draft:
    """A layout at work: the canvas, and slots in design units before anything is fitted."""

    canvas: Canvas = field(default_factory=lambda: Canvas(UNITS, UNITS))
    slots: list[LetteringSlot] = field(default_factory=list)

    def block(self, name: str, box: Box, ink: str, *, font: str = "", lines: int = 2) -> None:
        self.slots.append(
            LetteringSlot(name, SlotKind.BLOCK, box, ink=ink, font=font, max_lines=lines, cap_height=box.height / lines)
        )

    def below(self, font: str, letters: int = 0) -> None:
        """A place on the cloth for so many letters under everything that has been drawn; called last."""
        ink = self.canvas.drawing().ink_box()
        lines, height = next((lines, height) for most, lines, height in _BELOW if letters <= most)
        width = max(_LEAST_WIDTH, min(ink.width, _MOST_WIDTH)) if lines == _FEW_LINES else _MOST_WIDTH
        x, _ = ink.centre
        font = "condensed" if lines > _FEW_LINES and font == "script" else font  # long lines of script are hard to read
        self.block("below", Box(x - width / 2, ink.bottom + _GAP, width, height), "", font=font, lines=lines)

    def arc(
        self,
        name: str,
        cx: float,
        cy: float,
        radius: float,
        cap_height: float,
        ink: str,
        *,
        upright: bool,
        degrees: float,
        font: str = "",
        lines: int = 2,
    ) -> None:
        around = Box(
            cx - radius - cap_height, cy - radius - cap_height, 2 * (radius + cap_height), 2 * (radius + cap_height)
        )
        self.slots.append(
            LetteringSlot(name, SlotKind.ARC, around, cx, cy, radius, degrees, cap_height, upright, ink, font, lines)
        )


@dataclass(frozen=True, slots=True)
class Sketch:
    """A finished layout: ink centred in the frame within its margin, slots in frame units."""

    drawing: Drawing
    slots: tuple[LetteringSlot, ...]


def _any_ground(_: Palette) -> tuple[str, ...]:
    """The hero stands on the cloth, or on bands of many inks."""
    return ()


@dataclass(frozen=True, slots=True)
class Layout:
    """`build` draws a plan into a draft; `grounds` are the inks of a palette that the hero may stand on there.

    `tones` says that motifs are printed in a few inks there, `outlines` that characters become light shapes with dark
    lines. `words` of a sentence speak for it; `named_by` are words
    that can mean no other kind of picture. `palettes` are those that it is known by, any where there are none. `font` suits
    words below it.
    """

    name: str
    build: Callable[[Plan, Draft], None]
    grounds: Callable[[Palette], Sequence[str]] = _any_ground
    tones: bool = False
    outlines: bool = False
    words: frozenset[str] = frozenset()
    named_by: frozenset[str] = frozenset()
    palettes: frozenset[str] = frozenset()
    needs_subject: bool = True
    font: str = "condensed"


def set_on(plan: Plan, draft: Draft, placed: Placed, ground: str, *, dark: float = 30, light: float = 0) -> None:
    """The hero in its inks for that ground, in a dark outline and, where asked, a light one around it."""
    canvas = draft.canvas
    if light:
        canvas.fill(placed.outline(dark + light), plan.palette.light)
    canvas.fill(placed.outline(dark), plan.palette.dark)
    canvas.place(recoloured(placed.drawing, plan.hero_inks(ground)))


def lively(*inks: str) -> tuple[str, ...]:
    """Those of the inks that are no dull grey, all of them where every one is."""
    return tuple(ink for ink in inks if oklch(ink)[1] >= LEAST_CHROMA) or inks


def finish(draft: Draft) -> Sketch:
    """Scales and moves the ink into the margin box, and the slots with it; what has become too thin to print is held."""
    drawing = draft.canvas.drawing()
    ink = drawing.ink_box()
    room = UNITS * (1 - 2 * MARGIN)
    factor = min(room / ink.width, room / ink.height)
    (x, y) = ink.centre
    to_frame = Transform.move(-x, -y).then(Transform.scale(factor)).then(Transform.move(MIDDLE, MIDDLE))
    return Sketch(
        lines_that_hold(drawing.transformed(to_frame)), tuple(_in_frame(slot, to_frame) for slot in draft.slots)
    )


def _in_frame(slot: LetteringSlot, by: Transform) -> LetteringSlot:
    left, top = by.apply(slot.box.left, slot.box.top)
    cx, cy = by.apply(slot.centre_x, slot.centre_y)
    k = by.factor / UNITS
    return replace(
        slot,
        box=Box(left / UNITS, top / UNITS, slot.box.width * k, slot.box.height * k),
        centre_x=cx / UNITS,
        centre_y=cy / UNITS,
        radius=slot.radius * k,
        cap_height=slot.cap_height * k,
    )
