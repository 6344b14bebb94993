"""Pictures for each free repair, from made artwork: what one comes with, and what it is held against.

``python -m tests.composition.rungs [COUNT] [FIRST SEED]`` counts the marks that are erased beside drawings that were asked for
without words, and drawings that lose anything though nothing is written beside them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from pod.composition import Mended, mend
from pod.composition.inspection import Inspection, inspect_for
from pod.composition.measured import Asked
from pod.imaging.colour import to_hex
from pod.model.artwork import MendKind
from tests.composition.corpus import damage
from tests.composition.corpus.artwork import PALETTES, designed, frame_design, halftone, shapes, stars
from tests.composition.corpus.scene import Scene

DATA_DIR = Path(__file__).parents[2] / "var"
KEY = (0, 177, 64)
_ASKED_KEY = to_hex(KEY)
_ARTWORK = (partial(designed, data_dir=DATA_DIR), shapes, stars)


@dataclass(frozen=True)
class Rung:
    """`shows` is the rule that the repair is for."""

    kind: MendKind
    shows: str
    came: np.ndarray
    asked: Asked = Asked(_ASKED_KEY)

    def mended(self) -> tuple[Inspection, Mended]:
        inspection = inspect_for(self.came, self.asked)
        return inspection, mend(self.came, inspection)


def rungs(seed: int) -> Iterator[Rung]:
    """In the order in which they are climbed, each with its faults at several strengths."""
    rng = np.random.default_rng(seed)
    onto = partial(Scene, ground=KEY, codec="JPEG", quality=90, seed=seed)
    key, erase = MendKind.KEY_OUT, MendKind.ERASE_MARKS
    wordless = Asked(_ASKED_KEY, wordless=True)
    yield Rung(key, "opaque_ground", onto(designed(seed, DATA_DIR)).delivered())
    yield Rung(key, "ground_not_flat", damage.vignetted(onto(stars(seed)), 0.3, rng))
    yield Rung(key, "checkerboard", damage.checkered(onto(shapes(seed)), 0.5, rng))
    yield Rung(erase, "stray_words", damage.signed(onto(designed(seed + 1, DATA_DIR)), 0.6, rng), wordless)
    yield Rung(erase, "stray_words", damage.signed(Scene(shapes(seed + 1)), 0.1, rng), wordless)
    for n in range(3):
        art = shapes(seed + n)
        asked = Asked(_ASKED_KEY, palette=PALETTES[(seed + n) % len(PALETTES)], flat_inks=True)
        yield Rung(MendKind.QUANTISE, "off_palette", faded(onto(art) if n else Scene(art)), asked)
    yield Rung(MendKind.DESPECK, "specks", damage.dusty(onto(designed(seed + 2, DATA_DIR)), 0.8, rng))
    yield Rung(MendKind.DESPECK, "specks", damage.dusty(Scene(stars(seed + 2)), 0.2, rng))
    for rule, harm, strength in (
        ("off_centre", damage.off_centre, 1.0),
        ("margin", damage.too_near, 0.8),
        ("too_small", damage.too_small, 0.5),
    ):
        yield Rung(MendKind.MOVE_AND_PAD, rule, harm(Scene(designed(seed + 3, DATA_DIR)), strength, rng))
    yield Rung(MendKind.BLEED_COLOUR, "hidden_colour", damage.fringed(Scene(shapes(seed + 4)), 1.0, rng))


def faded(scene: Scene) -> np.ndarray:
    """Its inks a little greyer than they were, and towards violet, edges and all."""
    art = scene.art.copy()
    art[..., :3] = np.rint(art[..., :3] * 0.84 + np.float32((34, 2, 30)))
    return replace(scene, art=art).delivered()


def erasures(count: int, first_seed: int) -> tuple[int, int, int, int]:
    """How many of the marks beside `count` drawings are erased and how many found, and of the same drawings and as many
    look-alikes how many lose anything."""
    erased = found = lost = clean = 0
    for seed in range(first_seed, first_seed + count):
        rng = np.random.default_rng(seed)
        art = _ARTWORK[seed % len(_ARTWORK)](seed)
        scene = Scene(art, KEY, "JPEG", 90, seed=seed) if seed % 2 else Scene(art)
        harm = damage.signed if seed % 3 else damage.captioned
        inspection, mended = _of(harm(scene, float(rng.random()), rng))
        found += inspection.finding("stray_words") is not None
        erased += _erases(mended)
        for other in (scene, Scene((halftone if seed % 2 else frame_design)(seed))):
            clean += 1
            lost += _erases(_of(other.delivered())[1])
    return erased, found, lost, clean


def _of(picture: np.ndarray) -> tuple[Inspection, Mended]:
    return Rung(MendKind.ERASE_MARKS, "stray_words", picture, Asked(_ASKED_KEY, wordless=True)).mended()


def _erases(mended: Mended) -> bool:
    return any(step.kind is MendKind.ERASE_MARKS for step in mended.steps)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]] + [60, 0][len(sys.argv) - 1 :]
    erased, found, lost, clean = erasures(*numbers)
    sys.stdout.write(
        f"erased {erased} of {found} found in {numbers[0]}; taken for marks in {lost} of {clean} without\n"
    )
