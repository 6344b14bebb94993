"""A JPEG whose pixels are taken as they are goes onto disk as it is decoded; any other is held. Both are the same picture."""

from __future__ import annotations

import errno
import io

import numpy as np
import pytest
from PIL import Image

from pod.imaging.colour import srgb_icc
from pod.imaging.jpeg import DecodedRows
from pod.imaging.kept import KeptRows
from pod.imaging.load import OpaqueRows, load_opaque, load_picture
from tests.imaging.test_input_colour import DISPLAY_P3


def jpeg(**options: object) -> bytes:
    """More than one block of the decoder's, in a width that is no multiple of its own."""
    y, x = np.mgrid[0:203, 0:301]
    grain = np.random.default_rng(2).normal(0, 20, (203, 301, 3))
    pixels = (np.dstack([x, y, x + y]) / 2 + grain).clip(0, 255).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=92, **options)
    return stream.getvalue()


def same(data: bytes, rows: OpaqueRows | DecodedRows | None) -> bool:
    assert rows is not None
    whole = load_picture(data).pixels
    return all(
        (rows.pixels(first, last) == whole[first:last]).all() for first, last in ((150, 203), (0, 64), (64, 150))
    )


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"subsampling": 0}, {"icc_profile": srgb_icc()}], ids=str
)
def test_a_plain_jpeg_is_on_disk_and_the_picture_that_is_loaded(options):
    data = jpeg(**options)
    rows = load_opaque(data)
    assert isinstance(rows, DecodedRows)
    assert same(data, rows)


def test_one_that_has_to_be_converted_or_turned_is_held():
    turned = Image.Exif()
    turned[0x0112] = 8
    for data in (jpeg(icc_profile=DISPLAY_P3), jpeg(exif=turned)):
        rows = load_opaque(data)
        assert isinstance(rows, OpaqueRows)
        assert same(data, rows)


def test_without_room_on_the_disk_it_is_held(monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(KeptRows, "space", full)
    data = jpeg()
    rows = load_opaque(data)
    assert isinstance(rows, OpaqueRows)
    assert same(data, rows)
