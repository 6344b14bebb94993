"""What stands under a piece: its job and its position, as outlined type."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

import fontpkg

from pod.drawing import Canvas, Drawing, Transform
from pod.lettering.fonts import Font
from pod.lettering.shaping import cap_height, shape
from pod.model.geometry import MM_PER_INCH, px_covering

STRIP_MM = 4.0
"""What a label takes under its piece: air, capitals of 2 mm, air."""

_CAPS_MM = 2.0
_INDENT_MM = 1.0
"""Clear of the corner mark above it."""

_INK = "#000000"


@functools.cache
def _face() -> Font:
    path = Path(fontpkg.path("fira-sans", 400))
    return Font("fira-sans", "Fira Sans", path, "label", hashlib.sha256(path.read_bytes()).hexdigest())


def label(text: str, width_px: int, ppi: int) -> Drawing:
    """`text` on a strip as wide as its piece, in pixels; what is too long ends in an ellipsis."""
    face = _face()
    said = "".join("?" if c in face.missing(text) else c for c in text)
    px_per_mm = ppi / MM_PER_INCH
    em_px = _CAPS_MM * px_per_mm / cap_height(face)
    height_px = px_covering(STRIP_MM, ppi)
    baseline_px = (STRIP_MM + _CAPS_MM) / 2 * px_per_mm
    canvas = Canvas(width_px, height_px)
    indent_px = _INDENT_MM * px_per_mm
    run = shape(face, _fitting(face, said, (width_px - indent_px) / em_px))
    canvas.fill(run.outline, _INK, transform=Transform.scale(em_px).then(Transform.move(indent_px, baseline_px)))
    return canvas.drawing()


def _fitting(face: Font, text: str, room_em: float) -> str:
    """The end of a label says where the piece lies: the name before it is what is shortened."""
    name, _, position = text.rpartition(" · ")
    for length in range(len(name), 0, -1):
        said = text if length == len(name) else f"{name[:length].rstrip()}… · {position}"
        if shape(face, said).advance <= room_em:
            return said
    return position if shape(face, position).advance <= room_em else ""
