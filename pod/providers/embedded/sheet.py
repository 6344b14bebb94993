"""A contact sheet: one small picture for each sentence, to be looked at whenever the designer changes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Transform
from pod.drawing.raster import rasterise
from pod.drawing.shapes import rounded_rect
from pod.imaging.colour import parse_hex
from pod.lettering import letter, set_type
from pod.providers.embedded.designer import Design, draw

CELL_PX = 230
_GAP_PX = 9
_COLUMNS = 8
_CLOTHS = ("#f4f1ea", "#23252b", "#f4f1ea", "#27364d", "#e8dcc4", "#23252b", "#f4f1ea", "#5b2b35")
"""Designs are made for a cloth and must be seen on it."""

_PAGE = "#d9d6cf"
_INK_SHARE = 0.88
"""Of its cell, that a design with words below it fills."""


def contact_sheet(
    sentences: Sequence[str],
    *,
    data_dir: Path,
    seed: int = 1,
    columns: int = _COLUMNS,
    cell_px: int = CELL_PX,
    webp: bool = False,
) -> bytes:
    """A PNG, or a WebP at a third of its size: the sentences in rows, each drawn on a cloth of its own, wordless but for
    what it says itself.

    In true colour: a palette of 256 for all cells loses what is small in one cell to what is large in another.
    """
    columns = min(columns, max(1, len(sentences)))
    rows = -(-len(sentences) // columns)
    step = cell_px + _GAP_PX
    page = np.full((rows * step + _GAP_PX, columns * step + _GAP_PX, 3), parse_hex(_PAGE), dtype=np.uint8)
    for place, sentence in enumerate(sentences):
        top, left = (_GAP_PX + step * n for n in divmod(place, columns))
        cloth = _CLOTHS[place % len(_CLOTHS)]
        design = draw(sentence, data_dir=data_dir, seed=seed + place, cloth_rgb=cloth)
        page[top : top + cell_px, left : left + cell_px] = on_cloth(lettered(design, cloth), cloth, cell_px)
    return _written(page, "WEBP" if webp else "PNG")


def lettered(design: Design, cloth: str) -> Drawing:
    """The design with its own words set, brought back into its frame where they stand below it."""
    drawing = design.drawing
    if not design.words:
        return drawing
    whole = Canvas(drawing.width, drawing.height)
    whole.place(drawing)
    whole.place(set_type(letter(design.words, design.slots[0], cloth_rgb=cloth)).drawing)
    ink = whole.drawing().ink_box()
    room = drawing.width * _INK_SHARE
    (x, y), k = ink.centre, min(1.0, room / ink.width, room / ink.height)
    middle = Transform.move(drawing.width / 2, drawing.height / 2)
    return whole.drawing().transformed(Transform.move(-x, -y).then(Transform.scale(k)).then(middle))


def on_cloth(drawing: Drawing, cloth: str, cell_px: int = CELL_PX) -> NDArray[np.uint8]:
    canvas = Canvas(drawing.width, drawing.height)
    canvas.fill(rounded_rect(0, 0, drawing.width, drawing.height, drawing.width * 0.02), cloth)
    ground = rasterise(canvas.drawing(), cell_px).astype(np.float32)
    art = rasterise(drawing, cell_px).astype(np.float32)
    page = np.array(parse_hex(_PAGE), dtype=np.float32)
    cover = ground[..., 3:] / 255
    under = ground[..., :3] * cover + page * (1 - cover)
    alpha = art[..., 3:] / 255
    return np.round(art[..., :3] * alpha + under * (1 - alpha)).astype(np.uint8)


_QUALITY = 88


def _written(page: NDArray[np.uint8], kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(page, "RGB").save(buffer, kind, optimize=True, quality=_QUALITY)
    return buffer.getvalue()
