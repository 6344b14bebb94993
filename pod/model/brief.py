"""What a shopper asked for, and the prompt that it became."""

from __future__ import annotations

from dataclasses import dataclass, field

from pod.model.lettering import LetteringLook
from pod.model.product import Wrap

MAX_SUBJECT_CHARS = 500
"""Longer sentences are refused before anything is spent: a prompt keeps about 300 characters of subject."""

MAX_LETTERING_CHARS = 500
"""More than any slot holds. What is longer is not even screened, which takes the longer the more there is to read."""

MAX_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """A placement that was asked for: which print area carries the design."""

    area: str


@dataclass(frozen=True, slots=True)
class DesignBrief:
    """`palette` holds ``#rrggbb`` inks or is empty; `upload_id` names an uploaded own picture used instead of drawing,
    `reference_id` one that the drawing is made after; its content is `reference_sha256`.

    `wrap` is what goes round the edge of a canvas; other products have no edge. `look` is how the lettering is set.
    """

    subject: str
    product: str
    style: str = ""
    placements: tuple[Wanted, ...] = ()
    lettering: str = ""
    palette: tuple[str, ...] = ()
    palette_name: str = ""
    cloth: str = ""
    candidates: int = 4
    provider: str = ""
    seed: int | None = None
    upload_id: str = ""
    wrap: Wrap = Wrap.MIRROR
    reference_id: str = ""
    reference_sha256: str = ""
    look: LetteringLook = LetteringLook()


@dataclass(frozen=True, slots=True)
class Prompt:
    """A brief rendered for one model family. `fingerprint` is the SHA-256 over everything that shaped it.

    `slots` keeps each filled slot by name, for the recipe and for the embedded designer, which reads slots, not prose.
    `key_rgb` is the flat ground that was asked for and will be cut out, or "" where real transparency is expected.
    """

    text: str
    negative: str
    family: str
    style: str
    style_version: int
    template_version: int
    fingerprint: str
    aspect: str
    width_px: int
    height_px: int
    key_rgb: str = ""
    inks: tuple[str, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
