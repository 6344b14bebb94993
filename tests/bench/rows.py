"""What a module of benchmarks yields."""

from __future__ import annotations

from collections.abc import Callable

Work = Callable[[], object]
Row = tuple[str, Callable[[], Work]]


class Said(str):
    """What a work found out beside its cost, for the table."""

    __slots__ = ()
