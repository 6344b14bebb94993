"""``python -m tests.composition.sheets [COUNT] [FIRST SEED] [WORST]``: two sheets of made pictures, in ``docs/images``.

*The worst mended*: each as it came, mended on dark cloth, and where its alpha departs from the truth most, four times as
large. The worst are those with the largest error along the edge, with the most of the ground on it, and with the most that
is still found. *Every free repair*: as it came, mended, and one place of both, with the finding and its number before and
after.
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
from pod.model.artwork import MendKind
from pod.model.findings import Finding, Severity
from tests.composition.corpus.scene import SIDE
from tests.composition.cutouts import Case, Error, cases, error_of, in_place
from tests.composition.rungs import Rung, rungs

_IMAGES = Path(__file__).parents[2] / "docs" / "images"
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


def worst_sheet(worst: list[Shown]) -> Image.Image:
    return _sheet([(_row(one), _words(one)) for one in worst], columns=3)


def _sheet(rows: list[tuple[np.ndarray, str]], *, columns: int) -> Image.Image:
    wide, high = rows[0][0].shape[1] + _GAP_PX, _TILE_PX + _WORDS_PX
    whole = Image.new("RGB", (columns * wide - _GAP_PX, -(-len(rows) // columns) * high), "white")
    pen = ImageDraw.Draw(whole)
    for n, (tiles, words) in enumerate(rows):
        left, top = n % columns * wide, n // columns * high
        whole.paste(Image.fromarray(tiles), (left, top))
        pen.text((left + 2, top + _TILE_PX + 2), words, fill="black")
    return whole.quantize(_INKS)


def _row(one: Shown) -> np.ndarray:
    on_cloth = _on_cloth(one.mended)
    off = np.abs(one.mended[..., 3].astype(np.float32) - one.case.art[..., 3])
    return np.hstack([_small(one.came), _small(on_cloth), _close(on_cloth, _most_of(off))])


def _small(picture: np.ndarray) -> np.ndarray:
    return cv2.resize(np.ascontiguousarray(picture[..., :3]), (_TILE_PX,) * 2, interpolation=cv2.INTER_AREA)


def _most_of(off: np.ndarray) -> tuple[int, int]:
    y, x = np.unravel_index(int(cv2.boxFilter(off, -1, (_CLOSE_PX, _CLOSE_PX)).argmax()), off.shape)
    return int(x), int(y)


def _close(picture: np.ndarray, at: tuple[int, int], side_px: int = _CLOSE_PX) -> np.ndarray:
    left, top = (int(np.clip(place - side_px // 2, 0, SIDE - side_px)) for place in at)
    part = np.ascontiguousarray(picture[top : top + side_px, left : left + side_px, :3])
    return cv2.resize(part, (_TILE_PX,) * 2, interpolation=cv2.INTER_NEAREST)


def _on_cloth(pixels: np.ndarray) -> np.ndarray:
    share = pixels[..., 3:].astype(np.float32) / 255
    return np.rint(pixels[..., :3] * share + np.float32(_CLOTH) * (1 - share)).astype(np.uint8)


def _words(one: Shown) -> str:
    codec = f"{one.case.codec} {one.case.quality}" if one.case.codec else "PNG"
    numbers = f"edge {one.error.edge:.3f}, ground {one.error.halo:.2%}"
    return f"{one.case.seed}: {one.case.kind}, {codec}, grain {one.case.noise:g}\n{numbers}; left: {', '.join(one.left) or 'nothing'}"


def repairs_sheet(shown: list[Rung]) -> Image.Image:
    return _sheet([_repair(one) for one in shown], columns=2)


def _repair(one: Rung) -> tuple[np.ndarray, str]:
    inspection, made = one.mended()
    finding = next(f for f in made.findings.found if f.rule == one.shows)
    came, got = _laid(one.came, one.kind), _laid(made.pixels, one.kind)
    there = _laid(in_place(made.pixels, made.steps), one.kind)
    at = _place(inspection.finding(one.shows), there)
    side_px = 3 * _CLOSE_PX if one.kind is MendKind.ERASE_MARKS else _CLOSE_PX
    tiles = [_small(came), _small(got), _close(came, at, side_px), _close(there, at, side_px)]
    steps = ", ".join(step.kind.replace("_", " ") for step in made.steps)
    return np.hstack(tiles), f"{one.kind.replace('_', ' ')}: {_told(finding)}\nall steps: {steps}"


def _laid(pixels: np.ndarray, kind: MendKind) -> np.ndarray:
    """On the cloth; hidden colour as a program sees it that knows of no alpha."""
    return pixels[..., :3] if kind is MendKind.BLEED_COLOUR else _on_cloth(pixels)


def _place(finding: Finding | None, mended: np.ndarray) -> tuple[int, int]:
    """Where a small finding lies, else where the drawing is finest."""
    where = finding.where_px if finding else None
    if where is not None and max(where.width, where.height) < SIDE / 4:
        return round(where.centre[0]), round(where.centre[1])
    return _most_of(np.abs(cv2.Laplacian(cv2.cvtColor(np.ascontiguousarray(mended), cv2.COLOR_RGB2GRAY), cv2.CV_32F)))


def _told(finding: Finding) -> str:
    return f"{finding.rule.replace('_', ' ')} {finding.measured} -> {finding.after or finding.severity}"


def main(count: int, first_seed: int, most: int) -> None:
    found: list[Shown] = []
    for case in cases(count, first_seed=first_seed):
        found = sorted([*found, shown(case)], key=lambda one: -one.badness)[:most]
    worst_sheet(found).save(_IMAGES / "worst-cut-outs.png", optimize=True)
    repairs_sheet(list(rungs(first_seed))).save(_IMAGES / "repairs.png", optimize=True)


if __name__ == "__main__":
    main(*[int(word) for word in sys.argv[1:]] + [126, 9000, 30][len(sys.argv) - 1 :])
