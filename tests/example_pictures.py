"""Draws the pictures that the pages show before anybody has asked for a design: `python -m tests.example_pictures`.

The example for the products, and one small picture for each style. All are drawn without the motif packages, so that
every line in them is Pod's own. Run it after a change to the designer or to the styles, and look at what came out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

import prompts
from pod.drawing.raster import rasterise
from pod.drawing.svg import write_svg
from pod.imaging.webp import encode_webp
from pod.providers.embedded.designer import Design, draw

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "templates" / "mockups" / "example.svg"
STYLES = ROOT / "pod" / "web" / "static" / "styles"

EXAMPLE_SENTENCE, EXAMPLE_SEED = "a fox reading a book under the moon", 7
STYLE_SENTENCE = "a fox"
"""The same subject in every style: what differs is the style."""

STYLE_SEEDS = {
    "badge": 6,
    "botanical": 4,
    "mascot": 7,
    "mid-century": 8,
    "minimal": 2,
    "typographic": 11,
    "woodcut": 12,
}
_SEED = 3
_SIDE_PX = 168
_PAPER = "#f4f1ea"


def main() -> int:
    with tempfile.TemporaryDirectory() as without_motifs:
        example = drawn(EXAMPLE_SENTENCE, Path(without_motifs), EXAMPLE_SEED, "retro-sunset", "#212642")
        EXAMPLE.parent.mkdir(exist_ok=True)
        EXAMPLE.write_text(write_svg(example.drawing), encoding="utf-8")
        STYLES.mkdir(exist_ok=True)
        for style in prompts.styles():
            seed = STYLE_SEEDS.get(style.name, _SEED)
            picture = drawn(STYLE_SENTENCE, Path(without_motifs), seed, style.name, _PAPER)
            (STYLES / f"{style.name}.webp").write_bytes(encode_webp(np.asarray(rasterise(picture.drawing, _SIDE_PX))))
    sys.stdout.write(f"{EXAMPLE.relative_to(ROOT)} and {len(prompts.styles())} styles in {STYLES.relative_to(ROOT)}\n")
    return 0


def drawn(sentence: str, data_dir: Path, seed: int, style: str, cloth_rgb: str) -> Design:
    made = draw(sentence, data_dir=data_dir, seed=seed, style=style, cloth_rgb=cloth_rgb)
    if made.credits:
        raise AssertionError(f"{style} shows pictures that are not Pod's own: {made.credits}")
    return made


if __name__ == "__main__":
    sys.exit(main())
