"""Artwork: a picture by its content hash, with where it came from and where type may be set on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pod.model.change import Change
from pod.model.geometry import Box
from pod.model.money import Money


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file in the content-addressed store; `key` is its SHA-256 in hex and never anything a customer typed."""

    sha256: str
    bytes: int
    media_type: str

    @property
    def key(self) -> str:
        return self.sha256


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who made a picture, from what. `credits` names third-party motifs with set and licence; `reference_sha256` the
    picture that a person sent along as a guide."""

    provider: str
    model: str
    prompt_fingerprint: str
    made_at: datetime
    request_id: str = ""
    seed: int | None = None
    cost: Money | None = None
    credits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reference_sha256: str = ""


class SlotKind(StrEnum):
    """A block holds straight lines; an arc holds one line set along a circle."""

    BLOCK = "block"
    ARC = "arc"


@dataclass(frozen=True, slots=True)
class LetteringSlot:
    """A place for type, in *frame units*: the artwork's width is 1.0, x to the right, y down, from its left upper corner.

    A block fills `box`. An arc runs along the circle (`centre_x`, `centre_y`, `radius`) at its baseline, centred at the
    top (`upright=True`, reads clockwise) or at the bottom (`upright=False`, reads counter-clockwise), over at most
    `max_degrees`, with cap height `cap_height`; with `max_lines` above 1 a second line runs along the other half of the
    circle, in the same band. A slot may lie outside the artwork's own frame (a line below it).
    `ink` is the colour the artwork planned for it; `max_lines` bounds a block.
    """

    name: str
    kind: SlotKind
    box: Box
    centre_x: float = 0.5
    centre_y: float = 0.5
    radius: float = 0.0
    max_degrees: float = 150.0
    cap_height: float = 0.08
    upright: bool = True
    ink: str = ""
    font: str = ""
    max_lines: int = 3


class MendKind(StrEnum):
    """The repairs that are free and exact. Each carries its numbers in `MendStep.values`."""

    KEY_OUT = "key_out"
    ERASE_MARKS = "erase_marks"
    QUANTISE = "quantise"
    DESPECK = "despeck"
    MOVE_AND_PAD = "move_and_pad"
    BLEED_COLOUR = "bleed_colour"


@dataclass(frozen=True, slots=True)
class MendStep:
    """One repair, replayable: `values` are the measured numbers it used, `before` and `after` what it changed."""

    kind: MendKind
    values: Mapping[str, float | str] = field(default_factory=dict)
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """What a picture was held against when it was checked: what the prompt asked for, and what it is to be printed on.

    `ground` is the key colour behind it, `width_mm` × `height_mm` the room that its ink is printed in; 0 and "" were not asked.
    `in_cmyk`: whether a press has to reach its colours, `flat_inks`: whether its style is drawn in flat areas of few inks,
    `wordless`: whether whoever drew it was asked for no words.
    """

    ground: str = ""
    cloth_rgb: str = ""
    width_mm: float = 0.0
    height_mm: float = 0.0
    max_colours: int = 0
    palette: tuple[str, ...] = ()
    in_cmyk: bool = False
    flat_inks: bool = False
    wordless: bool = False


@dataclass(frozen=True, slots=True)
class Artwork:
    """The master picture of one candidate. `vector` is its SVG master where the provider drew one.

    `ground` is the flat colour behind the subject as ``#rrggbb``, or "" where the picture has real transparency.
    `mending` are the repairs that its checks found, replayed whenever it is used; `preview` is a small picture of it,
    mended, `thumb` a tiny one for lists, and `worded` the small one with the words set that the drawing was made for. An edited picture has the `change` that was measured, and in `beside` before and
    after beside each other. `asked` is what it was checked for. `likeness` is its fingerprint, by which two drawings are told to
    be alike.
    """

    id: str
    design_id: str
    file: FileRef
    width_px: int
    height_px: int
    mode: str
    has_alpha: bool
    provenance: Provenance
    icc_sha256: str = ""
    vector: FileRef | None = None
    ground: str = ""
    slots: tuple[LetteringSlot, ...] = ()
    palette: tuple[str, ...] = ()
    mending: tuple[MendStep, ...] = ()
    preview: FileRef | None = None
    thumb: FileRef | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    change: Change | None = None
    beside: FileRef | None = None
    asked: Questions | None = None
    likeness: str = ""
    worded: FileRef | None = None
