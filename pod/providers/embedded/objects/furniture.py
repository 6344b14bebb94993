"""Furniture to sit at, on and in, by itself: the same art that characters are shown with."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import seats
from pod.providers.embedded.characters.pen import Pen
from pod.providers.embedded.objects.kit import Draw, fitted


def _both(*parts: Draw) -> Draw:
    """What is behind and what is in front of somebody, with nobody between them."""

    def whole(pen: Pen) -> None:
        for part in parts:
            part(pen)

    return fitted(whole)


FURNITURE: Mapping[str, Draw] = {
    "armchair": _both(seats.armchair_back, seats.armchair_front),
    "rocking chair": _both(seats.rocker_back, seats.rocker_front),
    "park bench": _both(seats.bench_back, seats.bench_seat),
    "bar stool": _both(seats.stool),
    "bean bag": _both(seats.bean_bag),
    "desk": _both(seats.desk),
    "table": _both(seats.table),
}
