"""Pixels that wait on disk: each picture is decoded once, and read again in strips as the sheet comes to it."""

from __future__ import annotations

import functools
import os
import tempfile
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

STRIP_ROWS = 192
_LEVEL = 1
_STRIPS_AT_HAND = 16
"""What neighbours on the sheet need at once; each is read and inflated once or twice."""

_TURN_BYTES = 32_000_000
"""Of a picture that is turned, this much is in memory at a time."""


@dataclass(frozen=True, slots=True)
class _Kept:
    width_px: int
    height_px: int
    places: tuple[tuple[int, int], ...]


class Spool:
    """Pictures by key, height × width × 4. A context manager: what it holds is gone afterwards."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by __exit__
        self._kept = dict[Hashable, _Kept]()
        self._files = dict[Hashable, tuple[int, int]]()
        self._strip = functools.lru_cache(maxsize=_STRIPS_AT_HAND)(self._read)

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._strip.cache_clear()
        self._file.close()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def keep(self, key: Hashable, strips: Iterable[Pixels]) -> None:
        """Takes a picture in strips of any height."""
        places, width, height = list[tuple[int, int]](), 0, 0
        for strip in _recut(strips):
            data = isal_zlib.compress(np.ascontiguousarray(strip), _LEVEL)
            # a turned picture is read from the same file while it is written
            places.append((self._file.seek(0, os.SEEK_END), len(data)))
            self._file.write(data)
            width, height = strip.shape[1], height + len(strip)
        self._kept[key] = _Kept(width, height, tuple(places))

    def put(self, key: Hashable, data: bytes) -> None:
        """Bytes that somebody wants again (`get`)."""
        self._files[key] = (self._file.seek(0, os.SEEK_END), len(data))
        self._file.write(data)

    def get(self, key: Hashable) -> bytes:
        place, size = self._files[key]
        self._file.seek(place)
        return self._file.read(size)

    def rows(self, key: Hashable, first: int, last: int) -> Pixels:
        """The picture's rows from `first` up to `last`."""
        strips = [self._strip(key, n) for n in range(first // STRIP_ROWS, -(-last // STRIP_ROWS))]
        joined = np.concatenate(strips) if len(strips) > 1 else strips[0]
        start = first // STRIP_ROWS * STRIP_ROWS
        return joined[first - start : last - start]

    def size_px(self, key: Hashable) -> tuple[int, int]:
        return self._kept[key].width_px, self._kept[key].height_px

    def turned(self, key: Hashable, quarter_turns: int) -> Iterable[Pixels]:
        """The picture turned clockwise, in strips, never whole."""
        width, height = self.size_px(key)
        if quarter_turns % 2 == 0:
            for last in range(height, 0, -STRIP_ROWS):
                yield self.rows(key, max(0, last - STRIP_ROWS), last)[::-1, ::-1]
            return
        band = max(1, _TURN_BYTES // (4 * height * STRIP_ROWS)) * STRIP_ROWS
        for start in range(0, width, band):
            span = (
                slice(start, start + band) if quarter_turns == 1 else slice(max(0, width - start - band), width - start)
            )
            columns = np.concatenate([self._read(key, n)[:, span] for n in range(len(self._kept[key].places))])
            upright = np.rot90(columns, -quarter_turns)
            yield from (upright[top : top + STRIP_ROWS] for top in range(0, len(upright), STRIP_ROWS))

    def _read(self, key: Hashable, n: int) -> Pixels:
        kept = self._kept[key]
        place, size = kept.places[n]
        self._file.seek(place)
        rows = np.frombuffer(isal_zlib.decompress(self._file.read(size)), dtype=np.uint8)
        return rows.reshape(-1, kept.width_px, 4)


def _recut(strips: Iterable[Pixels]) -> Iterator[Pixels]:
    """The same rows, `STRIP_ROWS` at a time; the last may be fewer."""
    waiting, have = list[Pixels](), 0
    for strip in strips:
        waiting.append(strip)
        have += len(strip)
        while have >= STRIP_ROWS:
            joined = np.concatenate(waiting) if len(waiting) > 1 else waiting[0]
            yield joined[:STRIP_ROWS]
            waiting, have = [joined[STRIP_ROWS:]], have - STRIP_ROWS
    if have:
        yield np.concatenate(waiting)
