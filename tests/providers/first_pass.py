"""`python -m tests.providers.first_pass [--count N] [--seed S] [--width-px N]`: how many designs pass every check as drawn.

Half of the sentences are of the lists in `tests/data`, half put together of who, what, where and in which style; on six colours
of cloth, with four seeds, every fifth with room for words. Printed is what did not pass, and how many did.
"""

from __future__ import annotations

import argparse
import itertools
import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pod.composition import Asked, inspect_for
from pod.drawing import rasterise
from pod.providers.embedded.designer import Design, draw
from pod.providers.embedded.layouts.room import Asked as Room
from pod.providers.embedded.printable import kept_for_words, unprintable
from prompts import read_sentence
from tests.conftest import CHECKOUT_DATA

_DATA = Path(__file__).parents[1] / "data"
CLOTHS = ("#f4f1ea", "#23252b", "#27364d", "#e8dcc4", "#5b2b35", "#ffffff")
_SEEDS, _EVERY_LETTERED, _LETTERS, _PUT_TOGETHER = 4, 5, 8, 0.5
_FRONT_MM = (305.0, 406.0)
_TOLD_EVERY = 50


@dataclass(frozen=True)
class Wish:
    """What a shopper asks for, on which cloth, with how many letters, and which of the four candidates it is."""

    sentence: str
    cloth: str
    letters: int
    seed: int

    def design(self, data_dir: Path) -> Design:
        subject = read_sentence(self.sentence).subject or self.sentence
        room = Room(letters=self.letters)
        return draw(subject, data_dir=data_dir, seed=self.seed, cloth_rgb=self.cloth, room=room)


def wishes(count: int, seed: int) -> Iterator[Wish]:
    said = itertools.islice(_sentences(random.Random(f"first pass/{seed}")), count)
    for n, sentence in enumerate(said):
        letters = 0 if n % _EVERY_LETTERED else _LETTERS
        yield Wish(sentence, CLOTHS[n % len(CLOTHS)], letters, (n // len(CLOTHS) + seed) % _SEEDS)


def _sentences(dice: random.Random) -> Iterator[str]:
    listed, parts = [*_listed()], tomllib.loads((_DATA / "first_pass.toml").read_text())
    dice.shuffle(listed)
    for one in itertools.cycle(listed):
        while dice.random() < _PUT_TOGETHER:
            who, does, where, how = (dice.choice(parts[part]) for part in ("who", "does", "where", "how"))
            yield " ".join(f"{who} {does} {where}".split()) + how
        yield one


def _listed() -> Iterator[str]:
    """Every sentence of the lists once, in the lists' own order."""
    plain = (line.strip() for file in sorted(_DATA.glob("*sentences*.txt")) for line in file.read_text().splitlines())
    labelled = (
        row["say"]
        for file in sorted(_DATA.glob("sentences_*.toml"))
        for rows in tomllib.loads(file.read_text()).values()
        for row in rows
    )
    yield from dict.fromkeys(line for line in (*plain, *labelled) if line and not line.startswith("#"))


def found(wish: Wish, design: Design, width_px: int) -> tuple[str, ...]:
    """What speaks against it: of the composition checks at that width, and of the designer's own rules."""
    asked = Asked(cloth_rgb=wish.cloth, room_mm=_FRONT_MM, border_meant=True)
    checked = inspect_for(rasterise(design.drawing, width_px), asked).findings.found
    words = kept_for_words(design.slots) if wish.letters or design.words else 0.0
    broken = unprintable(design.drawing, wish.cloth, words=words)
    return tuple(f"{f.rule} {f.severity.value}: {f.measured}" for f in checked) + tuple(
        f"own rule: {b}" for b in broken
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--count", type=int, default=500)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--width-px", type=int, default=1024)
    asked = words.parse_args()
    by_rule, passed = Counter[str](), 0
    for number, wish in enumerate(wishes(asked.count, asked.seed), 1):
        design = wish.design(CHECKOUT_DATA)
        seen = found(wish, design, asked.width_px)
        passed += not seen
        by_rule.update({line.split(":")[0] for line in seen})
        if seen or number % _TOLD_EVERY == 0:
            print(
                f"{passed} of {number} pass. {wish}: {design.layout}, {design.palette.name}: {'; '.join(seen)}",
                flush=True,
            )
    print(f"{passed} of {asked.count} pass ({passed / asked.count:.1%}) {dict(by_rule.most_common())}")


if __name__ == "__main__":
    main()
