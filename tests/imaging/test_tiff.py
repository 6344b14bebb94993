"""TIFF as Pillow, and OpenCV where it can, read it from disk."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

from pod.imaging.colour import srgb_icc
from pod.imaging.tiff import Photometric, TiffWriter
from pod.printprep.profiles import SHIPPED

CMYK_ICC = SHIPPED.read_bytes()
KINDS = {
    "CMYK": (Photometric.CMYK, 4, CMYK_ICC),
    "RGB": (Photometric.RGB, 3, srgb_icc()),
    "RGBA": (Photometric.RGB, 4, srgb_icc()),
}


def written(path, pixels, strip_rows, photometric, icc):
    with path.open("wb") as stream:
        writer = TiffWriter(stream, photometric, ppi=300, icc=icc)
        for top in range(0, len(pixels), strip_rows):
            writer.write(pixels[top : top + strip_rows])
        writer.close()
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("height", "width"), [(1, 1), (64, 7), (65, 31), (200, 333)])
def test_pillow_reads_what_was_written(kind, height, width, tmp_path):
    photometric, channels, icc = KINDS[kind]
    pixels = np.random.default_rng(2).integers(0, 256, (height, width, channels), dtype=np.uint8)
    path = written(tmp_path / "a.tiff", pixels, 50, photometric, icc)
    with Image.open(path) as picture:
        assert picture.mode == kind
        assert picture.size == (width, height)
        assert picture.info["compression"] == "tiff_adobe_deflate"
        assert [float(v) for v in picture.info["dpi"]] == [300.0, 300.0]
        assert picture.info["icc_profile"] == icc
        assert (np.asarray(picture) == pixels).all()
        assert getattr(picture, "n_frames", 1) == 1


def test_another_decoder_reads_it_too(tmp_path):
    pixels = np.random.default_rng(2).integers(0, 256, (90, 70, 3), dtype=np.uint8)
    path = written(tmp_path / "a.tiff", pixels, 64, Photometric.RGB, srgb_icc())
    assert (cv2.imread(str(path))[..., ::-1] == pixels).all()


def test_strips_do_not_matter_and_nothing_depends_on_the_clock(tmp_path):
    pixels = np.random.default_rng(2).integers(0, 256, (300, 40, 4), dtype=np.uint8)
    files = {
        written(tmp_path / f"{n}.tiff", pixels, n, Photometric.CMYK, CMYK_ICC).read_bytes() for n in (1, 63, 64, 300)
    }
    assert len(files) == 1
