"""Rows about the file and not the drawing: another size than was asked for, another type than its label says."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from pod.imaging.header import read_header
from pod.model.money import Money
from pod.providers.answers import delivered
from pod.providers.base import Frame, OutcomeKind
from tests.composition.corpus.counted import Count, Set

_FRAMES = (Frame("1K", "1:1", 1024, 1024), Frame("1K", "4:5", 896, 1152), Frame("4K", "3:2", 1248, 832))
_TYPES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_OFF = (48, 64, 128, 256)
"""Pixels that a side is short of. Some models round to steps of eight and sixteen: that is what was asked for."""


@dataclass(frozen=True)
class Delivery:
    data: bytes
    label: str
    frame: Frame


@dataclass(frozen=True)
class DeliveryRow:
    number: int
    name: str
    wrong: Callable[[np.random.Generator], Delivery]
    is_found: Callable[[Delivery], bool]
    recall: float = 0.97
    false_alarms: float = 0.01


def as_asked(rng: np.random.Generator) -> Delivery:
    frame, label = _FRAMES[int(rng.integers(3))], str(rng.choice(list(_TYPES)))
    off = int(rng.integers(-8, 9))
    return Delivery(_saved(frame.width_px + off, frame.height_px, label, rng), label, frame)


def another_size(rng: np.random.Generator) -> Delivery:
    """Smaller, turned on its side, or of another shape; billed all the same."""
    frame, label = _FRAMES[int(rng.integers(3))], str(rng.choice(list(_TYPES)))
    off = int(rng.choice(_OFF))
    sides = (
        (frame.width_px // 2, frame.height_px // 2),
        (frame.width_px - off, frame.height_px),
        (frame.width_px, frame.height_px + off),
    )[int(rng.integers(3))]
    return Delivery(_saved(*sides, label, rng), label, frame)


def another_type(rng: np.random.Generator) -> Delivery:
    frame = _FRAMES[int(rng.integers(3))]
    label, true = (str(v) for v in rng.permutation(list(_TYPES))[:2])
    return Delivery(_saved(frame.width_px, frame.height_px, true, rng), label, frame)


def _saved(width: int, height: int, media_type: str, rng: np.random.Generator) -> bytes:
    stream = io.BytesIO()
    colour = tuple(int(v) for v in rng.integers(0, 255, 3))
    Image.new("RGB", (width, height), colour).save(stream, _TYPES[media_type])
    return stream.getvalue()


def _is_wrong_size(delivery: Delivery) -> bool:
    outcome = delivered(delivery.data, delivery.frame, model="made", cost=Money(0))
    return outcome.kind is OutcomeKind.WRONG_SIZE


DELIVERY_ROWS = (
    DeliveryRow(14, "wrong size", another_size, _is_wrong_size),
    DeliveryRow(15, "wrong type", another_type, lambda one: read_header(one.data).media_type != one.label),
)


def count_deliveries(row: DeliveryRow, which: Set, *, clean: int, damaged: int) -> Count:
    count = Count(of=damaged, clean=clean)
    for number in range(clean):
        if row.is_found(as_asked(np.random.default_rng((which.first_seed, row.number, 1, number)))):
            count.falsely += 1
            count.wrongly.append((number, as_asked.__name__))
    for number in range(damaged):
        if row.is_found(row.wrong(np.random.default_rng((which.first_seed, row.number, 0, number)))):
            count.found += 1
        else:
            count.missed.append((number, 1.0, row.wrong.__name__))
    return count
