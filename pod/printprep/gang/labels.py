"""What stands under a piece: its job and its position, as outlined type."""

from __future__ import annotations

import functools
import math
from pathlib import Path

import fontpkg

from pod.drawing import Canvas, Drawing, Transform
from pod.lettering.fonts import Font
from pod.lettering.shaping import cap_height, shape
from pod.model.geometry import MM_PER_INCH, px_covering

STRIP_MM = 4.0
"""What a label takes under its piece: air, capitals of 2 mm, air."""

_CAPS_MM = 2.0
_INK = "#000000"


@functools.cache
def _face() -> Font:
    path = Path(fontpkg.path("fira-sans", 400))
    return Font("fira-sans", "Fira Sans", path, "label")


def label_text(name: str, copy: int, copies: int, sheet: int, position: int) -> str:
    return f"{name} {copy}/{copies} · {sheet}-{position}"


def label(text: str, width_px: int, ppi: int) -> Drawing:
    """`text` in the middle of a strip, in pixels; a name that is too long for it ends in an ellipsis."""
    face, em_px = _face(), _em_px(ppi)
    run = shape(face, _fitting(face, _settable(text), width_px / em_px))
    left_px = (width_px - run.advance * em_px) / 2
    baseline_px = (STRIP_MM + _CAPS_MM) / 2 / MM_PER_INCH * ppi
    canvas = Canvas(width_px, px_covering(STRIP_MM, ppi))
    canvas.fill(run.outline, _INK, transform=Transform.scale(em_px).then(Transform.move(left_px, baseline_px)))
    return canvas.drawing()


def label_width_px(text: str, ppi: int) -> int:
    return math.ceil(shape(_face(), _settable(text)).advance * _em_px(ppi))


def _em_px(ppi: int) -> float:
    return _CAPS_MM / MM_PER_INCH * ppi / cap_height(_face())


def _settable(text: str) -> str:
    missing = _face().missing(text)
    return "".join("?" if c in missing else c for c in text)


def _fitting(face: Font, text: str, room_em: float) -> str:
    """The end of a label says where the piece lies: the name before it is what is shortened."""
    name, _, position = text.rpartition(" · ")
    for length in range(len(name), 0, -1):
        said = text if length == len(name) else f"{name[:length].rstrip()}… · {position}"
        if shape(face, said).advance <= room_em:
            return said
    return position if shape(face, position).advance <= room_em else ""
