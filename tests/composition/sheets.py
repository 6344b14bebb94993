"""``python -m tests.composition.sheets SHEET.png [COUNT] [FIRST SEED] [WORST]``: the worst mended of the made pictures.

Each as it came, mended on dark cloth, and where its alpha departs from the truth most, four times as large. The worst are
those with the largest error along the edge, with the most of the ground on it, and with the most that is still found.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from pod.composition import Mended, inspect, mend
from pod.imaging.colour import to_hex
from pod.model.findings import Severity
from tests.composition.corpus.scene import SIDE
from tests.composition.cutouts import Case, Error, cases, error_of, in_place

_CLOTH = (38, 40, 46)
_TILE_PX, _GAP_PX, _WORDS_PX = 150, 8, 30
_CLOSE_PX = 38
_COLUMNS = 3
_INKS = 160
"""Of the sheet's own palette: it is looked at, not measured."""

_OF_A_FINDING = 0.02


@dataclass(frozen=True)
class Shown:
    case: Case
    error: Error
    came: np.ndarray
    mended: np.ndarray
    left: tuple[str, ...]

    @property
    def badness(self) -> float:
        return self.error.edge + self.error.halo + _OF_A_FINDING * len(self.left)


def shown(case: Case) -> Shown:
    picture = case.delivered()
    made = mend(picture, inspect(picture, expected_ground=to_hex(case.key)))
    got = in_place(made.pixels, made.steps)
    error = error_of(case, got, cut=bool(made.steps))
    return Shown(case, error, picture[..., :3], got, _left(made))


def _left(made: Mended) -> tuple[str, ...]:
    return tuple(f.rule for f in made.findings.found if f.severity is not Severity.FIXED)


def sheet(worst: list[Shown]) -> Image.Image:
    wide, high = 3 * _TILE_PX + _GAP_PX, _TILE_PX + _WORDS_PX
    rows = -(-len(worst) // _COLUMNS)
    whole = Image.new("RGB", (_COLUMNS * wide - _GAP_PX, rows * high), "white")
    pen = ImageDraw.Draw(whole)
    for n, one in enumerate(worst):
        left, top = n % _COLUMNS * wide, n // _COLUMNS * high
        whole.paste(Image.fromarray(_row(one)), (left, top))
        pen.text((left + 2, top + _TILE_PX + 2), _words(one), fill="black")
    return whole.quantize(_INKS)


def _row(one: Shown) -> np.ndarray:
    on_cloth = _on_cloth(one.mended)
    small = [
        cv2.resize(np.ascontiguousarray(p), (_TILE_PX,) * 2, interpolation=cv2.INTER_AREA) for p in (one.came, on_cloth)
    ]
    return np.hstack([*small, _close(one, on_cloth)])


def _close(one: Shown, on_cloth: np.ndarray) -> np.ndarray:
    off = np.abs(one.mended[..., 3].astype(np.float32) - one.case.art[..., 3])
    y, x = np.unravel_index(int(cv2.boxFilter(off, -1, (_CLOSE_PX, _CLOSE_PX)).argmax()), off.shape)
    top, left = (int(np.clip(at - _CLOSE_PX // 2, 0, SIDE - _CLOSE_PX)) for at in (y, x))
    part = np.ascontiguousarray(on_cloth[top : top + _CLOSE_PX, left : left + _CLOSE_PX])
    return cv2.resize(part, (_TILE_PX,) * 2, interpolation=cv2.INTER_NEAREST)


def _on_cloth(pixels: np.ndarray) -> np.ndarray:
    share = pixels[..., 3:].astype(np.float32) / 255
    return np.rint(pixels[..., :3] * share + np.float32(_CLOTH) * (1 - share)).astype(np.uint8)


def _words(one: Shown) -> str:
    codec = f"{one.case.codec} {one.case.quality}" if one.case.codec else "PNG"
    numbers = f"edge {one.error.edge:.3f}, ground {one.error.halo:.2%}"
    return f"{one.case.seed}: {one.case.kind}, {codec}, grain {one.case.noise:g}\n{numbers}; left: {', '.join(one.left) or 'nothing'}"


def main(path: Path, count: int, first_seed: int, most: int) -> None:
    found: list[Shown] = []
    for case in cases(count, first_seed=first_seed):
        found = sorted([*found, shown(case)], key=lambda one: -one.badness)[:most]
    sheet(found).save(path, optimize=True)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[2:]] + [210, 0, 30][len(sys.argv) - 2 :]
    main(Path(sys.argv[1]), *numbers)
