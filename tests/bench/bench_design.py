"""From a sentence to a 4096 px PNG: in a process that has just started, and in one that has drawn before."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pod.drawing.raster import engines
from tests.bench.rows import Row, Work

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("POD_DATA_DIR") or ROOT / "var").absolute()

SENTENCES = {
    "sticker": "axolotl barista sticker",
    "rider": "corgi astronaut riding a skateboard, badge",
    "night": "a fox reading a book under the moon",
    "worn sunset": "vintage retro sunset with pine trees",
    "woodcut": "an owl on a branch, linocut",
    "line art": "a motorcycle, outline",
    "pattern": "corgi astronaut riding a skateboard, seamless pattern",
}

ONE = """
import sys
from pathlib import Path
from tests.bench.bench_design import sentence_to_png
sentence_to_png(sys.argv[1])
"""


TITLE = "A design: from a sentence to a 4096 × 4096 px PNG"


def rows() -> Iterator[Row]:
    for name, sentence in SENTENCES.items():
        for engine in engines():
            yield f"design {name}: process that has drawn before, {engine}", partial(_warm, sentence, engine)
        yield f"design {name}: process that has just started", partial(_cold, sentence)


def _warm(sentence: str, engine: str) -> Work:
    sentence_to_png(sentence, engine)
    return partial(sentence_to_png, sentence, engine)


def _cold(sentence: str) -> Work:
    return partial(_in_a_new_process, sentence)


def sentence_to_png(sentence: str, engine: str = "") -> bytes:
    from pod.drawing.raster import rasterise
    from pod.imaging.colour import srgb_icc
    from pod.imaging.png import encode_png
    from pod.providers.embedded.designer import draw  # a cold process pays for its imports here

    design = draw(sentence, data_dir=DATA, seed=7, cloth_rgb="#27364d")
    return encode_png(rasterise(design.drawing, 4096, engine=engine), ppi=300, icc=srgb_icc())


def _in_a_new_process(sentence: str) -> None:
    subprocess.run([sys.executable, "-c", ONE, sentence], check=True, cwd=ROOT)
