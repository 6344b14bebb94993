"""A picture that was looked at is not decoded again, and drawn the same whether its rows could be kept or not."""

from __future__ import annotations

import errno
import gc

import numpy as np
import pytest

from pod.imaging.kept import KeptRows
from pod.imaging.png import encode_png
from pod.imaging.rows import PngRows
from pod.model.geometry import Box
from pod.printprep.source import FileRows, PictureInFile

HEIGHT, WIDTH = 150, 90


def cut_out() -> np.ndarray:
    pixels = np.random.default_rng(5).integers(0, 256, (HEIGHT, WIDTH, 4), dtype=np.uint8)
    pixels[:20, :, 3] = 0
    return pixels


def looked_at() -> PictureInFile:
    picture = PictureInFile.of(encode_png(cut_out()), max_pixels=10**6)
    assert picture is not None
    assert picture.look.ink == Box(0, 20, WIDTH, HEIGHT - 20)
    return picture


def drawn(picture: PictureInFile) -> np.ndarray:
    source = FileRows(picture, Box(0, 20, WIDTH, HEIGHT - 20), 4)
    return np.concatenate(list(source.strips(100, 140, Box(0, 0, 100, 140), None)))


def test_rows_come_back_in_any_order():
    kept, pixels = KeptRows(WIDTH), cut_out()
    for top in range(0, HEIGHT, 64):
        kept.keep(pixels[top : top + 64])
    for first, last in ((100, 150), (0, 10), (60, 70)):
        assert (kept.pixels(first, last) == pixels[first:last]).all()
    with pytest.raises(EOFError, match="140 to 151"):
        kept.pixels(140, 151)


def test_nothing_is_left_open_once_nobody_holds_the_rows():
    kept = KeptRows(WIDTH)
    file = kept._file
    del kept
    gc.collect()
    assert file.closed


def test_a_picture_that_was_looked_at_is_not_decoded_again(monkeypatch):
    picture = looked_at()
    monkeypatch.setattr(PngRows, "of", lambda *_, **__: pytest.fail("decoded again"))
    assert drawn(picture).shape == (140, 100, 4)


def test_a_full_disk_costs_a_second_decoding_and_nothing_else(monkeypatch):
    expected = drawn(looked_at())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(KeptRows, "keep", full)
    assert (drawn(looked_at()) == expected).all()
