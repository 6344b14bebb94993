"""``python -m tests.composition.cutouts [COUNT]``: cut-outs against the alpha that the made pictures began with.

Artwork with known alpha is laid on a ground, delivered as services deliver (JPEG, WebP, grain, a tinted key colour, a
vignette), measured and mended; what comes back is compared with the truth pixel by pixel:

- *all*: the mean absolute error of alpha (0 to 1) over the picture;
- *edge*: the same within two pixels of where the truth's edge is;
- *halo*: of those pixels, the share that carries the ground: at least a half of it, or its hue, clearly more of it than
  the art has there.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from pod.composition import inspect, mend
from pod.composition.labspace import along_hue, eight_bit_lab, has_hue
from pod.imaging.colour import delta_e, to_hex
from tests.composition.corpus.artwork import PALETTES, designed, frame_design, halftone, shapes, stars
from tests.composition.corpus.scene import SIDE, Colour, Scene, well_placed

DATA_DIR = Path(__file__).parents[2] / "var"

KEYS = ((0, 177, 64), (255, 0, 255), (0, 162, 255), (255, 255, 255), (0, 0, 0), (127, 127, 127))
_LEAST_APART = 40.0
"""CIE76 between a key colour and every ink, as the prompts choose it."""

_EDGE_PX = 2
_HALF = 0.5
_HUE_FROM, _CLEARLY = 32, 15.0


@dataclass(frozen=True)
class Error:
    """Of one cut-out. `cut` is whether it was cut at all."""

    kind: str
    all: float
    edge: float
    halo: float
    cut: bool


@dataclass(frozen=True)
class Case:
    kind: str
    art: np.ndarray
    key: Colour
    ground: np.ndarray
    codec: str
    quality: int
    noise: float
    seed: int

    def delivered(self) -> np.ndarray:
        scene = Scene(self.art, (0, 0, 0), self.codec, self.quality, self.noise, self.seed)
        return replace(scene, ground=self.ground).delivered()


def cases(count: int, *, first_seed: int = 0) -> Iterator[Case]:
    """`count` made pictures, less those for which no key colour is far enough from every ink: every kind of artwork under
    every kind of delivery, in turn."""
    for seed in range(first_seed, first_seed + count):
        rng = np.random.default_rng(seed)
        name, make = list(_ARTWORK.items())[seed % len(_ARTWORK)]
        way, ground = list(GROUNDS.items())[(seed // len(_ARTWORK)) % len(GROUNDS)]
        art = make(seed)
        key = _key_for(art, rng)
        if key is None:
            continue
        codec, quality = (("", 100), ("JPEG", 95), ("JPEG", 90), ("JPEG", 82), ("WEBP", 90))[int(rng.integers(5))]
        noise = float(rng.choice((0.0, 0.0, 1.0, 2.5)))
        yield Case(f"{name}, {way}", art, key, ground(key, rng), codec, quality, noise, seed)


def _key_for(art: np.ndarray, rng: np.random.Generator) -> Colour | None:
    """One of those that are far from every ink, so that a brief may ask for it."""
    inks, counts = np.unique(art[art[..., 3] == 255][::7, :3] >> 4, axis=0, return_counts=True)
    inks = inks[counts > 0.002 * counts.sum()] * 16 + 8
    apart = [min(delta_e(to_hex(key), to_hex(ink)) for ink in inks) for key in KEYS]
    able = [key for key, away in zip(KEYS, apart, strict=True) if away >= _LEAST_APART]
    return able[int(rng.integers(len(able)))] if able else None


def _plain(key: Colour, _: np.random.Generator) -> np.ndarray:
    return np.broadcast_to(np.float32(key), (SIDE, SIDE, 3))


def _tinted(key: Colour, rng: np.random.Generator) -> np.ndarray:
    """Muted, or off by some levels: the colour that was asked for is never quite the one that comes."""
    grey = float(np.mean(key))
    muted = np.float32(key) * (1 - 0.25) + grey * 0.25 + rng.uniform(-14, 14, 3).astype(np.float32)
    return np.broadcast_to(muted.clip(0, 255), (SIDE, SIDE, 3))


def _vignette(key: Colour, rng: np.random.Generator) -> np.ndarray:
    """Darker towards the corners by up to a third, from a middle that need not be the picture's."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j].astype(np.float32)
    away = (x - rng.uniform(-0.3, 0.3)) ** 2 + (y - rng.uniform(-0.3, 0.3)) ** 2
    base = np.float32(key).clip(40, 255)
    return (base * (1 - rng.uniform(0.05, 0.16) * away)[..., None]).clip(0, 255)


GROUNDS: dict[str, Callable[[Colour, np.random.Generator], np.ndarray]] = {
    "plain": _plain,
    "tinted": _tinted,
    "vignette": _vignette,
}


def rings(seed: int) -> np.ndarray:
    """Rings and letters with holes, large and small."""
    rng = np.random.default_rng(seed)
    inks = PALETTES[seed % len(PALETTES)]
    picture = Image.new("RGBA", (SIDE * 2, SIDE * 2))
    pen = ImageDraw.Draw(picture)
    for row, ring_px in enumerate((360, 200, 90, 44)):
        y = (330, 900, 1300, 1560)[row]
        for n in range(int(1500 / ring_px)):
            x = 300 + n * ring_px
            width = max(10, int(ring_px * rng.uniform(0.12, 0.3)))
            box = (x - ring_px * 0.45, y - ring_px * 0.45, x + ring_px * 0.45, y + ring_px * 0.45)
            pen.ellipse(box, outline=inks[(row + n) % 2], width=width)
    return well_placed(_halved(picture))


def soft(seed: int) -> np.ndarray:
    """Edges that are soft over several pixels, as a brush or a watercolour leaves them."""
    art = shapes(seed).astype(np.float32)
    blur = float(np.random.default_rng(seed).uniform(0.7, 1.3))
    art[..., :3] *= art[..., 3:] / 255
    art = cv2.GaussianBlur(art, (0, 0), blur)
    art[..., :3] = np.where(art[..., 3:] > 0, art[..., :3] * 255 / np.maximum(art[..., 3:], 1e-3), 0)
    return np.clip(np.rint(art), 0, 255).astype(np.uint8)


def _halved(picture: Image.Image) -> np.ndarray:
    whole = np.array(picture).astype(np.float32)
    whole[..., :3] *= whole[..., 3:] / 255
    small = cv2.resize(whole, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    small[..., :3] = np.where(small[..., 3:] > 0, small[..., :3] * 255 / np.maximum(small[..., 3:], 1e-3), 0)
    return np.clip(np.rint(small), 0, 255).astype(np.uint8)


_ARTWORK: dict[str, Callable[[int], np.ndarray]] = {
    "designed": partial(designed, data_dir=DATA_DIR),
    "shapes": shapes,
    "stars": stars,
    "rings": rings,
    "dots": halftone,
    "wreath": frame_design,
    "soft": soft,
}


def worth(case: Case) -> Error:
    """How far its cut-out is from the truth."""
    picture = case.delivered()
    mended = mend(picture, inspect(picture, expected_ground=to_hex(case.key)))
    return error_of(case, in_place(mended.pixels, mended.steps), cut=bool(mended.steps))


def error_of(case: Case, got: np.ndarray, *, cut: bool = True) -> Error:
    """Of a cut-out that lies over the truth."""
    truth = case.art[..., 3].astype(np.float32) / 255
    alpha = got[..., 3].astype(np.float32) / 255
    edge = _edge_of(truth)
    off = np.abs(alpha - truth)
    return Error(case.kind, float(off.mean()), float(off[edge].mean()), _halo(case, got, edge), cut)


def in_place(pixels: np.ndarray, steps: tuple) -> np.ndarray:
    """Moved back to where it came from, so that it lies over the truth."""
    for step in reversed(steps):
        if step.kind == "move_and_pad":
            left, top = int(step.values["left"]), int(step.values["top"])
            back = np.zeros((SIDE, SIDE, 4), np.uint8)
            shown = pixels[max(0, -top) : max(0, -top) + SIDE, max(0, -left) : max(0, -left) + SIDE]
            y, x = max(0, top), max(0, left)
            shown = shown[: SIDE - y, : SIDE - x]
            back[y : y + len(shown), x : x + shown.shape[1]] = shown
            pixels = back
    return pixels


def _edge_of(truth: np.ndarray) -> np.ndarray:
    soft = ((truth > 0.02) & (truth < 0.98)).astype(np.uint8)
    return cv2.dilate(soft, np.ones((2 * _EDGE_PX + 1,) * 2, np.uint8)) > 0


def _halo(case: Case, got: np.ndarray, edge: np.ndarray) -> float:
    truth = case.art[..., 3].astype(np.float32) / 255
    kept = got[..., 3].astype(np.float32) / 255 - truth > _HALF
    key = to_hex(case.key)
    shown = got[..., 3] >= _HUE_FROM
    lab = eight_bit_lab(got[..., :3])
    more = along_hue(lab, key) - along_hue(eight_bit_lab(case.art[..., :3]), key)
    return float((kept | has_hue(lab, key) & (more > _CLEARLY) & shown)[edge].mean())


def main(count: int, first_seed: int) -> None:
    found = defaultdict[str, list[Error]](list)
    for case in cases(count, first_seed=first_seed):
        error = worth(case)
        found[error.kind].append(error)
        found["every one"].append(error)
    for kind, errors in found.items():
        means = [np.mean([getattr(e, name) for e in errors]) for name in ("all", "edge", "halo")]
        uncut = sum(not e.cut for e in errors)
        said = f"{kind:24} {len(errors):4} all {means[0]:.4f} edge {means[1]:.4f} halo {means[2]:.2%} not cut {uncut}\n"
        sys.stdout.write(said)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 210, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
