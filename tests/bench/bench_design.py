"""From a sentence to a 4096 px PNG and its SVG: in a process that has just started, and in one that has drawn before."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from pod.drawing.raster import engines
from tests.bench.print_musts import Measured, Must, lines
from tests.bench.rows import Row, Work

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("POD_DATA_DIR") or ROOT / "var").absolute()

_PATTERN = "pattern"
SENTENCES = {
    "sticker": "axolotl barista sticker",
    "rider": "corgi astronaut riding a skateboard, badge",
    "night": "a fox reading a book under the moon",
    "worn sunset": "vintage retro sunset with pine trees",
    "woodcut": "an owl on a branch, linocut",
    "line art": "a motorcycle, outline",
    _PATTERN: "corgi astronaut riding a skateboard, seamless pattern",
}

ONE = """
import sys
from pathlib import Path
from tests.bench.bench_design import sentence_to_files
sentence_to_files(sys.argv[1])
"""


TITLE = "A design: from a sentence to a 4096 × 4096 px PNG and its SVG"
NOTE = (
    "*Preview* is the first picture of 1024 px, *index* the first sentence that a process reads, its imports left out."
)

_DRAWN = "process that has drawn before"
_PREVIEW, _INDEX = "design preview", "index of motifs"
_MOST_CPU_S = {"pdfium": 1.2, "cairo": 0.8}
_MOST_CPU_S_PATTERN = {"pdfium": 1.8, "cairo": 1.2}
_MOST_CPU_S_PREVIEW, _MOST_CPU_S_INDEX, _MOST_MB = 0.3, 0.6, 260


def rows() -> Iterator[Row]:
    for name, sentence in SENTENCES.items():
        for engine in engines():
            yield f"design {name}: {_DRAWN}, {engine}", partial(_warm, sentence, engine)
        yield f"design {name}: process that has just started", partial(_cold, sentence)
    for name, sentence in SENTENCES.items():
        yield f"{_PREVIEW} {name}", partial(_warm, sentence, "", 1024)
    yield _INDEX, _unread


def _warm(sentence: str, engine: str, width_px: int = 4096) -> Work:
    sentence_to_files(sentence, engine, width_px)
    return partial(sentence_to_files, sentence, engine, width_px)


def _cold(sentence: str) -> Work:
    return partial(_in_a_new_process, sentence)


def _unread() -> Work:
    from pod.providers.embedded.motifs import MotifLibrary
    from pod.providers.embedded.understanding import read  # nothing is read before the first sentence

    return lambda: read("a fox reading a book", MotifLibrary(DATA))


def sentence_to_files(sentence: str, engine: str = "", width_px: int = 4096) -> tuple[bytes, bytes]:
    from pod.drawing.raster import rasterise
    from pod.drawing.svg import write_svg
    from pod.imaging.colour import srgb_icc
    from pod.imaging.png import encode_png
    from pod.providers.embedded.designer import draw  # a cold process pays for its imports here

    drawing = draw(sentence, data_dir=DATA, seed=7, cloth_rgb="#27364d").drawing
    png = encode_png(rasterise(drawing, width_px, engine=engine), ppi=300, icc=srgb_icc())
    return png, write_svg(drawing).encode()


def _in_a_new_process(sentence: str) -> None:
    subprocess.run([sys.executable, "-c", ONE, sentence], check=True, cwd=ROOT)


# --- what was promised


def verdicts(costs: Sequence[Measured]) -> list[str]:
    return lines(tuple(_musts(costs)))


def _musts(costs: Sequence[Measured]) -> Iterator[Must]:
    for engine, most in _MOST_CPU_S.items():
        drawn = [cost for cost in costs if cost.name.endswith(f"{_DRAWN}, {engine}")]
        patterns = [cost for cost in drawn if _PATTERN in cost.name]
        others = [cost.cpu_s for cost in drawn if cost not in patterns]
        if drawn:
            yield Must(f"PNG and SVG, {engine}: CPU, median", most, statistics.median(others), " s")
            yield Must(f"pattern, {engine}: CPU", _MOST_CPU_S_PATTERN[engine], patterns[0].cpu_s, " s")
            yield Must(f"{engine}: peak", _MOST_MB, max(cost.peak_mb for cost in drawn), " MB")
    previews = [cost.cpu_s for cost in costs if cost.name.startswith(_PREVIEW) and _PATTERN not in cost.name]
    index = next(cost.cpu_s for cost in costs if cost.name == _INDEX)
    yield Must("first preview of 1024 px: CPU, median", _MOST_CPU_S_PREVIEW, statistics.median(previews), " s")
    yield Must("first sentence of a process: CPU", _MOST_CPU_S_INDEX, index, " s")


VERDICTS = verdicts
