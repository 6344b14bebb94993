"""`python -m tests.providers.four_apart [--count N] [--seed S]`: of how many sentences the four candidates are four designs.

The sentences are those of `first_pass`: half of the lists, half put together. Any two of four have to differ by more than
`ALIKE_BITS` of 64, and by layout or palette.
"""

from __future__ import annotations

import argparse
import itertools

from pod.composition.likeness import ALIKE_BITS, fingerprint
from pod.drawing import rasterise
from pod.providers.embedded.designer import draw
from prompts import read_sentence
from tests.conftest import CHECKOUT_DATA
from tests.providers.first_pass import wishes

_WIDTH_PX = 512


def closest(sentence: str, cloth: str) -> tuple[int, int]:
    """Bits of 64 between the two most similar of four candidates, and in how many ways they are laid out and inked."""
    subject = read_sentence(sentence).subject or sentence
    four = [draw(subject, data_dir=CHECKOUT_DATA, seed=seed, cloth_rgb=cloth) for seed in range(4)]
    prints = [fingerprint(rasterise(design.drawing, _WIDTH_PX)) for design in four]
    bits = min((one ^ other).bit_count() for one, other in itertools.combinations(prints, 2))
    return bits, len({(design.layout, design.palette.name) for design in four})


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--count", type=int, default=200)
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    apart = ways = 0
    for wish in wishes(asked.count, asked.seed):
        bits, different = closest(wish.sentence, wish.cloth)
        apart += bits > ALIKE_BITS
        ways += different == 4
        if bits <= ALIKE_BITS or different < 4:
            print(f"{bits} bits, {different} ways: {wish.sentence}", flush=True)
    print(f"of {asked.count}: {apart} apart by more than {ALIKE_BITS} bits, {ways} by layout or palette")


if __name__ == "__main__":
    main()
