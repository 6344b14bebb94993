"""Words read back from a print file, by a reader of our own."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont


def words_printed(png: bytes) -> NDArray[np.bool_]:
    """The ink of the lowest block of rows, cut out."""
    with Image.open(io.BytesIO(png)) as picture:
        ink = np.asarray(picture.getchannel("A")) > 127
    bottom = int(np.nonzero(ink.any(axis=1))[0][-1])
    empty_above = np.nonzero(~ink[:bottom].any(axis=1))[0]
    # accents stand apart from their letters: the gap to the drawing is the last one that is wider than a stroke
    gaps = np.split(empty_above, np.nonzero(np.diff(empty_above) > 1)[0] + 1)
    top = next(int(gap[-1]) + 1 for gap in reversed(gaps) if len(gap) > 60)
    columns = np.nonzero(ink[top : bottom + 1].any(axis=0))[0]
    return ink[top : bottom + 1, columns[0] : columns[-1] + 1]


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÄÈÉÊËÎÏÔÖÙÛÜÇ0123456789&+-"


def read(printed: NDArray[np.bool_], face: Path) -> tuple[float, str]:
    """How well the face fits, and what it reads: letters are the runs of columns with ink, a wide gap is a blank."""
    font = ImageFont.truetype(str(face), 300)
    letters = {character: drawn_letter(character, font) for character in ALPHABET}
    edges = np.diff(np.concatenate([[0], printed.any(axis=0).astype(int), [0]]))
    starts, ends = np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0]
    gaps = [0, *(starts[1:] - ends[:-1])]
    found = [best_letter(printed[:, a:b], letters) for a, b in zip(starts, ends, strict=True)]
    wide = 2.5 * float(np.median(gaps[1:] or [0]))
    text = "".join(" " * bool(gap > wide) + letter for gap, (_, letter) in zip(gaps, found, strict=True))
    return float(np.mean([fit for fit, _ in found])), text


def drawn_letter(character: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    page = Image.new("L", (700, 700), 0)
    ImageDraw.Draw(page).text((150, 150), character, font=font, fill=255)
    return page.crop(page.getbbox())


def best_letter(block: NDArray[np.bool_], letters: dict[str, Image.Image]) -> tuple[float, str]:
    rows = np.nonzero(block.any(axis=1))[0]
    inked = block[rows[0] : rows[-1] + 1]
    return max((alike(inked, letter), character) for character, letter in letters.items())


def alike(inked: NDArray[np.bool_], letter: Image.Image) -> float:
    """Ink that both have, of the ink that either has; less where one is wider than the other."""
    height, width = inked.shape
    shapes = sorted((width / height, letter.width / letter.height))
    other = np.asarray(letter.resize((width, height), Image.Resampling.BILINEAR)) > 127
    return float(shapes[0] / shapes[1] * (inked & other).sum() / (inked | other).sum())
