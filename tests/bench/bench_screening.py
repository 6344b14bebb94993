"""Screening: how well the labelled sentences are sorted, and what one sentence costs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from prompts import screen
from tests.bench.rows import Row, Said, Work
from tests.prompts.sets import SETS, score, sentences
from tests.prompts.sets import Row as Sentence

TITLE = "Screening: sentences to refuse, and innocent ones with the same words in them"

NOTE = """Precision is the share of refusals that were due, recall the share of what was due that was refused for the
right words. The lists are tuned on the labelled sentences. The held-out ones were written before the lists and are only
counted, but by the same hand: sentences of strangers will be sorted worse than either."""


def rows() -> Iterator[Row]:
    for name in SETS:
        yield f"{name.replace('_', '-')} sentences: screened", partial(_sorted, name)
    yield "one innocent sentence, a thousand times", _one


def _sorted(name: str) -> Work:
    _warm()
    return partial(_score, sentences(name))


def _score(found: list[Sentence]) -> Said:
    return Said(str(score(found)))


def _one() -> Work:
    _warm()
    return lambda: [screen("a fox riding a bicycle past a lighthouse, with a lantern") for _ in range(1000)]


def _warm() -> None:
    """The lists are read once, by the first sentence."""
    assert screen("Mickey Mouse")
