"""What a header says, and whether the end is there: without a pixel being decoded."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pod.imaging.header import read_header
from pod.model.errors import InputRefused

CASES = [
    ("PNG", "RGB", "image/png", False),
    ("PNG", "RGBA", "image/png", True),
    ("PNG", "LA", "image/png", True),
    ("PNG", "1", "image/png", False),
    ("JPEG", "RGB", "image/jpeg", False),
    ("JPEG", "L", "image/jpeg", False),
    ("WEBP", "RGB", "image/webp", False),
    ("WEBP", "RGBA", "image/webp", True),
]


def saved(form: str, mode: str) -> bytes:
    out = io.BytesIO()
    picture = Image.effect_noise((120, 80), 60).convert(mode)
    if mode in ("RGBA", "LA"):
        picture.putalpha(Image.linear_gradient("L").resize((120, 80)))
    picture.save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(("form", "mode", "media_type", "alpha"), CASES)
def test_type_sides_and_alpha_are_read(form, mode, media_type, alpha):
    header = read_header(saved(form, mode))
    assert (header.media_type, header.width_px, header.height_px, header.has_alpha) == (media_type, 120, 80, alpha)


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGB"), ("JPEG", "RGB"), ("WEBP", "RGB")])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_picture_that_is_cut_off_is_refused(form, mode, share):
    data = saved(form, mode)
    with pytest.raises(InputRefused):
        read_header(data[: int(len(data) * share) - 1])


@pytest.mark.parametrize("data", [b"", b"GIF89a" + b"\0" * 99, b"#" * 5000, b"\x89PNG\r\n\x1a\nIEND\xaeB`\x82"])
def test_what_is_no_picture_of_a_kind_that_is_taken_is_refused(data):
    with pytest.raises(InputRefused):
        read_header(data)


def test_a_few_bytes_after_the_end_do_no_harm():
    assert read_header(saved("PNG", "RGB") + b"\0" * 100).width_px == 120


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize(("orientation", "sides"), [(3, (120, 80)), (6, (80, 120)), (8, (80, 120))])
def test_the_sides_are_those_of_the_upright_picture(form, orientation, sides):
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    Image.effect_noise((120, 80), 60).save(out, form, exif=exif)
    header = read_header(out.getvalue())
    assert (header.width_px, header.height_px) == sides


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate"])
def test_a_tiff_is_read_and_one_that_has_lost_its_last_strips_is_refused(compression):
    out = io.BytesIO()
    Image.effect_noise((120, 80), 60).convert("RGBA").save(out, "TIFF", compression=compression)
    header = read_header(out.getvalue())
    assert (header.media_type, header.width_px, header.height_px, header.has_alpha) == ("image/tiff", 120, 80, True)
    # libtiff writes its directory last, Pillow first: from either, what is half there is not taken
    with pytest.raises(InputRefused):
        read_header(out.getvalue()[: len(out.getvalue()) // 2])
