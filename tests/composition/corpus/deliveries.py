"""Rows about the file and not the drawing: another size than was asked for, another type than its label says."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from pod.imaging.header import read_header
from pod.model.errors import InputRefused
from pod.model.money import Money
from pod.providers.answers import TOLERANCE_PX, delivered
from pod.providers.base import Frame, OutcomeKind
from tests.composition.corpus.counted import Count, Set
from tests.composition.corpus.damage import mixed

Random = np.random.Generator

_FRAMES = (
    Frame("1K", "1:1", 1024, 1024),
    Frame("1K", "4:5", 896, 1152),
    Frame("1K", "3:2", 1248, 832),
    Frame("1K", "9:16", 768, 1344),
    Frame("2K", "16:9", 2048, 1152),
)
_FORMS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("image/png", "PNG", "RGB", {}),
    ("image/png", "PNG", "RGBA", {}),
    ("image/png", "PNG", "P", {}),
    ("image/png", "PNG", "L", {"compress_level": 1}),
    ("image/png", "PNG", "I;16", {}),
    ("image/jpeg", "JPEG", "RGB", {"quality": 92}),
    ("image/jpeg", "JPEG", "RGB", {"quality": 80, "progressive": True}),
    ("image/jpeg", "JPEG", "L", {}),
    ("image/jpeg", "JPEG", "CMYK", {}),
    ("image/webp", "WEBP", "RGB", {"quality": 85, "method": 0}),
    ("image/webp", "WEBP", "RGBA", {"lossless": True, "method": 0}),
    ("image/tiff", "TIFF", "RGB", {}),
    ("image/tiff", "TIFF", "RGBA", {"compression": "tiff_lzw"}),
    ("image/tiff", "TIFF", "RGB", {"compression": "tiff_adobe_deflate"}),
)
"""Media type, and how Pillow is told to save it."""

_NO_PICTURES = (
    b"",
    b'{"error": {"code": 400, "message": "The prompt was blocked."}}',
    b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>",
    b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    b"GIF89a" + bytes(200),
    b"\0\0\0\x20ftypavif" + bytes(200),
    b"%PDF-1.7\n" + bytes(200),
    bytes(4096),
)
_ORIENTATION, _SIDEWAYS = 0x0112, (5, 6, 7, 8)
_CAN_BE_TURNED = frozenset({"PNG", "JPEG", "WEBP"})


@dataclass(frozen=True)
class Delivery:
    data: bytes
    label: str
    frame: Frame


Make = Callable[[Random, float], Delivery]


@dataclass(frozen=True)
class DeliveryRow:
    number: int
    name: str
    right: tuple[Make, ...]
    wrong: tuple[Make, ...]
    is_found: Callable[[Delivery], bool]
    recall: float = 0.97
    false_alarms: float = 0.01


# correct
def as_asked(rng: Random, strength: float) -> Delivery:
    """Of any type, and off by no more than the models that round to steps of eight and sixteen."""
    frame, most = _frame(rng), round(TOLERANCE_PX * strength)
    return _delivery(rng, frame, *(side + int(rng.integers(-most, most + 1)) for side in _sides(frame)))


def stored_on_its_side(rng: Random, strength: float) -> Delivery:
    """As cameras and some programs save: it is turned upright where it is opened, and then is as was asked."""
    frame = _frame(rng)
    return _delivery(rng, frame, *_sides(frame)[::-1], turned=True)


def with_more_behind_its_end(rng: Random, strength: float) -> Delivery:
    one = as_asked(rng, strength)
    return replace(one, data=one.data + bytes(int(mixed(1, 900, strength))))


# another size
def short_of_it(rng: Random, strength: float) -> Delivery:
    """One side or both, by a step more than is let pass, and up to a quarter."""
    frame = _frame(rng)
    width, height = _sides(frame)
    off = int(mixed(24, 256, strength)) * int(rng.choice((-1, 1)))
    sides = ((width + off, height), (width, height + off), (width + off, height + off))[int(rng.integers(3))]
    return _delivery(rng, frame, *sides)


def of_another_tier(rng: Random, strength: float) -> Delivery:
    """The right shape, and a half, two thirds or three quarters of the pixels a side; billed all the same."""
    frame = _frame(rng)
    share = (3 / 4, 2 / 3, 1 / 2, 1 / 4)[int(strength * 3.99)]
    return _delivery(rng, frame, *(round(side * share) for side in _sides(frame)))


def of_another_shape(rng: Random, strength: float) -> Delivery:
    """As many pixels, and other proportions."""
    frame = _frame(rng)
    stretch = mixed(1.04, 1.8, strength) ** 0.5
    width, height = _sides(frame)
    return _delivery(rng, frame, round(width * stretch), round(height / stretch))


def lying(rng: Random, strength: float) -> Delivery:
    """With its sides the other way round, in its bytes or by its tag."""
    frame = _FRAMES[1 + int(rng.integers(len(_FRAMES) - 1))]
    turned = rng.random() < 0.5
    return _delivery(rng, frame, *(_sides(frame) if turned else _sides(frame)[::-1]), turned=turned)


# another type
def of_another_type(rng: Random, strength: float) -> Delivery:
    one = as_asked(rng, strength)
    others = sorted({form[0] for form in _FORMS} - {one.label})
    return replace(one, label=str(rng.choice(others)))


def cut_off(rng: Random, strength: float) -> Delivery:
    """From its last byte alone to nearly all of it."""
    one = as_asked(rng, 0)
    lost = 1 if strength == 0 else int(mixed(0.001, 0.98, strength) * len(one.data)) + 1
    return replace(one, data=one.data[:-lost])


def no_picture(rng: Random, strength: float) -> Delivery:
    one = as_asked(rng, 0)
    return replace(one, data=_NO_PICTURES[int(rng.integers(len(_NO_PICTURES)))])


def with_something_before_it(rng: Random, strength: float) -> Delivery:
    """A line break, a mark of byte order, or the head of a reply in front of the picture."""
    one = as_asked(rng, 0)
    before = (b"\n", b"\xef\xbb\xbf", b"Content-Type: image/png\r\n\r\n", b"data:image/png;base64,")
    return replace(one, data=before[int(rng.integers(len(before)))] + one.data)


def _frame(rng: Random) -> Frame:
    return _FRAMES[int(rng.integers(len(_FRAMES)))]


def _sides(frame: Frame) -> tuple[int, int]:
    return frame.width_px, frame.height_px


def _delivery(rng: Random, frame: Frame, width: int, height: int, *, turned: bool = False) -> Delivery:
    forms = [form for form in _FORMS if form[1] in _CAN_BE_TURNED or not turned]
    media_type, name, mode, how = forms[int(rng.integers(len(forms)))]
    few = Image.fromarray(rng.integers(0, 256, (12, 16), np.uint8))
    stream, exif = io.BytesIO(), Image.Exif()
    if turned:
        exif[_ORIENTATION] = int(rng.choice(_SIDEWAYS))
        how = {**how, "exif": exif}
    few.resize((width, height), Image.Resampling.BILINEAR).convert(mode).save(stream, name, **how)
    return Delivery(stream.getvalue(), media_type, frame)


def _is_wrong_size(delivery: Delivery) -> bool:
    outcome = delivered(delivery.data, delivery.frame, model="made", cost=Money(0))
    return outcome.kind is OutcomeKind.WRONG_SIZE


def _is_wrong_type(delivery: Delivery) -> bool:
    """Told by its bytes: another type than the label says, or no whole picture."""
    try:
        return read_header(delivery.data).media_type != delivery.label
    except InputRefused:
        return True


DELIVERY_ROWS = (
    DeliveryRow(
        14,
        "wrong size",
        (as_asked, stored_on_its_side),
        (short_of_it, of_another_tier, of_another_shape, lying),
        _is_wrong_size,
    ),
    DeliveryRow(
        15,
        "wrong type",
        (as_asked, stored_on_its_side, with_more_behind_its_end),
        (of_another_type, cut_off, no_picture, with_something_before_it),
        _is_wrong_type,
    ),
)


def count_deliveries(row: DeliveryRow, which: Set, *, clean: int, damaged: int) -> Count:
    count = Count(of=damaged, clean=clean)
    for number in range(clean):
        make = row.right[number % len(row.right)]
        if row.is_found(_made(make, row, which, 1, number)):
            count.falsely += 1
            count.wrongly.append((number, make.__name__))
    for number in range(damaged):
        make = row.wrong[number % len(row.wrong)]
        if row.is_found(_made(make, row, which, 0, number)):
            count.found += 1
        else:
            count.missed.append((number, _strength(number), make.__name__))
    return count


def _made(make: Make, row: DeliveryRow, which: Set, right: int, number: int) -> Delivery:
    rng = np.random.default_rng((which.first_seed, row.number, right, number))
    return make(rng, _strength(number))


def _strength(number: int) -> float:
    return (number // 4 % 8) / 7
