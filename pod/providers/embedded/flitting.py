"""Several small fliers around somebody: butterflies, bees, bats, birds and bolts, each at a height, of a size and at a slant of its own."""

from __future__ import annotations

from collections.abc import Sequence

from pod.providers.embedded.subjects import Placed, Subject, place

FLITTING = frozenset({
    "butterfly", "monarch butterfly", "moth", "honeybee", "bee", "bumblebee", "bat", "bird", "black-bird", "dove",
    "hummingbird", "dragonfly", "lady-beetle", "swallow", "firefly", "high-voltage",
})  # fmt: skip

_UNCOUNTED = 3
_COUNTED = frozenset({"two", "2", "couple", "pair", "both"})

_AROUND = ((-1.0, 0.1, 1.0, -14.0), (1.0, -0.02, 0.84, 16.0), (1.0, 0.62, 0.66, -10.0))
"""On which side, how far down the hero in shares of its height, how large, and at which slant."""
_OVER = ((-0.36, 0.24, 1.0, -14.0), (0.1, 0.62, 0.8, 12.0), (0.42, 0.16, 0.9, 18.0))
"""Over what is twice as wide as high: how far aside in shares of its width, how far up in sizes, how large, at which slant."""
_FLAT = 1.6
_OF_THE_HERO = 0.36
_CLEAR = 0.3
"""Of its own size it stands off: a wing may lap over."""


def how_many(words: Sequence[str]) -> int:
    """Two are two; “with butterflies” are three."""
    return 2 if _COUNTED & set(words) else _UNCOUNTED


def flit(company: Sequence[Subject]) -> bool:
    """Whether all who are beside somebody are the same small flier."""
    return len(company) > 1 and company[0].name in FLITTING and all(one is company[0] for one in company)


def around(hero: Placed, company: Sequence[Subject]) -> list[Placed]:
    left, top, right, bottom = hero.area.bounds
    width, height, middle = right - left, bottom - top, (left + right) / 2
    size = _OF_THE_HERO * max(min(width, 1.3 * height), height)
    if width > _FLAT * height:
        spots = [(middle + x * width, top - up * size, share, turn) for x, up, share, turn in _OVER]
    else:
        spots = [
            (middle + side * (width / 2 + _CLEAR * size * share), top + down * height + 0.2 * size, share, turn)
            for side, down, share, turn in _AROUND
        ]
    return [
        place(one, x, y, size * share, turn=turn, flip=x > middle)
        for one, (x, y, share, turn) in zip(company, spots, strict=False)
    ]
