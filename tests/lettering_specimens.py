"""Draws what `docs/lettering.md` shows: `python -m tests.lettering_specimens`. Look at what came out.

Every face, every script, every layout and every effect, set by the code that sets a shopper's words.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from pod.drawing import UNITS, Canvas, Transform, rasterise
from pod.lettering import fonts, letter, set_type
from pod.lettering.shaping import shape
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
INK, SECOND, QUIET = "#1f1b24", "#c8452e", "#77737d"
PLACE = LetteringSlot("specimen", SlotKind.BLOCK, Box(0.06, 0.06, 0.88, 0.36), max_lines=3)
RIM = LetteringSlot(
    "rim", SlotKind.ARC, Box(0, 0, 1, 1), 0.5, 0.56, radius=0.36, cap_height=0.11, max_degrees=150.0, max_lines=1
)
_SHOWN = Box(0.0, 0.0, 1.0, 0.5)


@dataclass(frozen=True)
class Cell:
    """`text` as it is set, with a line under it that says what is to be seen."""

    says: str
    text: str
    font: str = ""
    layout: LetteringLayout = LetteringLayout.AS_PLANNED
    effect: LetteringEffect = LetteringEffect.PLAIN
    second: str = ""
    slot: LetteringSlot = PLACE


SCRIPTS = (
    Cell("Greek", "Καλημέρα κόσμε", "slab"),
    Cell("Cyrillic", "Жук & лиса", "lobster"),
    Cell("Vietnamese", "Chúc mừng năm mới", "roboto-slab"),
    Cell("Hebrew, with points", "שָׁלוֹם עֲלֵיכֶם", "frank-ruhl-libre"),
    Cell("Hebrew and Latin in one line", "שלום Tel Aviv (2026)", "rubik"),
    Cell("Arabic", "الخط العربي جميل", "amiri"),
    Cell("Persian", "می\u200cخواهم بخوابم", "noto-sans-arabic"),
    Cell("Devanagari", "नमस्ते दुनिया, क्षत्रिय", "baloo-2"),
    Cell("Thai", "สวัสดีชาวโลก", "noto-sans-thai"),
    Cell("Japanese, broken between phrases", "日本の夏祭りは楽しい！"),
    Cell("Chinese", "生日快乐，奶奶"),
    Cell("Korean", "생일 축하해요"),
    Cell("what Luckiest Guy lacks, from the likest", "Ahoy, Жук & Ωμέγα", "luckiest-guy"),
    Cell("Arabic on an arc: bent, not torn", "مرحبا بالعالم", "rubik", LetteringLayout.ARC),
    Cell("Devanagari on an arc", "नमस्ते दुनिया", "noto-sans-devanagari", LetteringLayout.ARC),
)
_TEXTS = {
    LetteringLayout.STACKED: "Eat sleep mountainbike repeat",
    LetteringLayout.ARC: "WAVES & AVATARS",
    LetteringLayout.ARCH: "COLLEGE",
    LetteringLayout.RIBBON: "Best Dad Ever",
}
WAYS = (
    *(Cell(layout.value, _TEXTS.get(layout, "Sunset Surf Club"), "slab", layout) for layout in LetteringLayout),
    Cell("as planned, on a rim", "SUMMER CAMP", "slab", slot=RIM),
    Cell("arc, in a script", "Rock & Roll", "pacifico", LetteringLayout.ARC),
    *(Cell(effect.value, "Rodeo Days", "slab", effect=effect) for effect in LetteringEffect),
    *(
        Cell(f"{effect.value}, in a second ink", "HOWDY", "anton", effect=effect, second=SECOND)
        for effect in (LetteringEffect.OUTLINE, LetteringEffect.SHADOW, LetteringEffect.BLOCK)
    ),
    Cell("arch and block", "VARSITY", "slab", LetteringLayout.ARCH, LetteringEffect.BLOCK, SECOND),
    Cell("arch and outline", "WILDCATS", "slab", LetteringLayout.ARCH, LetteringEffect.OUTLINE),
    Cell("stacked and worn", "Route 66 Roadside Diner", "anton", LetteringLayout.STACKED, LetteringEffect.WORN),
)


def faces() -> tuple[Cell, ...]:
    return tuple(Cell(f"{font.family}: {font.role}", "Quick Fox Jumps", font.name) for font in fonts())


def sheet(cells: Sequence[Cell], columns: int, cell_px: int) -> Image.Image:
    rows = -(-len(cells) // columns)
    height_px = round(cell_px * _SHOWN.height) + 26
    whole = Image.new("RGB", (columns * cell_px, rows * height_px), "#ffffff")
    for n, cell in enumerate(cells):
        drawn = Image.fromarray(_drawn(cell, cell_px, height_px))
        whole.paste(drawn, (n % columns * cell_px, n // columns * height_px), drawn)
    return whole


def _drawn(cell: Cell, width_px: int, height_px: int):
    layer = letter(
        cell.text, cell.slot, font=cell.font, ink=INK, layout=cell.layout, effect=cell.effect, second_ink=cell.second
    )
    canvas = Canvas(width_px, height_px)
    canvas.place(set_type(layer).drawing, Transform.scale(width_px / UNITS))
    said = shape(next(font for font in fonts() if font.name == "noto-sans"), cell.says)
    em_px = 13.0
    left_px = (width_px - said.advance * em_px) / 2
    canvas.fill(said.outline, QUIET, transform=Transform.scale(em_px).then(Transform.move(left_px, height_px - 10)))
    return rasterise(canvas.drawing(), width_px, height_px)


def main() -> int:
    for name, cells, columns, cell_px in (
        ("faces", faces(), 5, 280),
        ("scripts", SCRIPTS, 3, 460),
        ("ways", WAYS, 4, 350),
    ):
        picture = sheet(cells, columns, cell_px).quantize(32, dither=Image.Dither.NONE)
        picture.save(IMAGES / f"lettering-{name}.png", optimize=True)
        print(IMAGES / f"lettering-{name}.png")  # noqa: T201 - it is a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
