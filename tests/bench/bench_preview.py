"""What a shopper waits for first: the small picture of a sentence, and before it the index of everything there is to draw."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from functools import partial

from tests.bench.bench_design import DATA, SENTENCES
from tests.bench.print_musts import Measured, Must, lines
from tests.bench.rows import Row, Work

TITLE = "A design's first picture of 1024 px, and the index of motifs"
NOTE = "In a process that has drawn before, checks included; the index is that of the first sentence a process reads, imports left out."

_WIDTH_PX = 1024
_PREVIEW, _INDEX = "preview", "index of motifs, first sentence of a process"
_PATTERN = "pattern"
_MOST_PREVIEW_CPU_S, _MOST_INDEX_CPU_S = 0.3, 0.6


def rows() -> Iterator[Row]:
    for name, sentence in SENTENCES.items():
        yield f"{_PREVIEW} {name}", partial(_warm, sentence)
    yield _INDEX, _unread


def _warm(sentence: str) -> Work:
    _previewed(sentence)
    return partial(_previewed, sentence)


def _previewed(sentence: str) -> bytes:
    from pod.drawing import rasterise
    from pod.imaging.png import encode_png
    from pod.providers.embedded.designer import draw

    drawing = draw(sentence, data_dir=DATA, seed=7, cloth_rgb="#27364d").drawing
    return encode_png(rasterise(drawing, _WIDTH_PX), ppi=300)


def _unread() -> Work:
    from pod.providers.embedded.motifs import MotifLibrary
    from pod.providers.embedded.understanding import read  # nothing is read before the first sentence

    return lambda: read("a fox reading a book", MotifLibrary(DATA))


def verdicts(costs: Sequence[Measured]) -> list[str]:
    previews = [cost.cpu_s for cost in costs if cost.name.startswith(_PREVIEW) and _PATTERN not in cost.name]
    index = next(cost.cpu_s for cost in costs if cost.name == _INDEX)
    return lines(
        (
            Must(
                "first preview: CPU, median of all but the pattern",
                _MOST_PREVIEW_CPU_S,
                statistics.median(previews),
                " s",
            ),
            Must("index of motifs: CPU", _MOST_INDEX_CPU_S, index, " s"),
        )
    )


VERDICTS = verdicts
