"""The door: what comes in as which bytes comes out as the same sRGB pixels, or is refused with a sentence."""

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from pod.imaging.colour import srgb_icc
from pod.imaging.load import load_opaque, load_picture, sniff, upright_size
from pod.model.errors import InputRefused


def file_of(image: Image.Image, kind: str = "PNG", **options) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def red(size=(40, 30)) -> Image.Image:
    return Image.new("RGB", size, (200, 30, 20))


def refused(data: bytes, code: str, **limits) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        load_picture(data, **limits)
    assert caught.value.code == code
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_the_type_is_read_from_the_bytes(kind):
    data = file_of(red(), kind, lossless=True) if kind == "WEBP" else file_of(red(), kind)
    raster = load_picture(data)
    assert raster.media_type == sniff(data) == f"image/{kind.lower()}"
    assert raster.pixels.shape == (30, 40, 4)
    assert raster.pixels.flags.c_contiguous
    assert raster.pixels.flags.writeable
    assert np.abs(raster.pixels[15, 20].astype(int) - [200, 30, 20, 255]).max() <= 3


def test_other_kinds_of_file_are_named_when_they_are_refused():
    assert "image/gif" in refused(file_of(red().convert("P"), "GIF"), "picture_type").message
    assert "image/bmp" in refused(file_of(red(), "BMP"), "picture_type").message
    assert "image/svg+xml" in refused(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_type").message
    refused(b"hello", "picture_type")
    refused(b"", "picture_empty")


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at():
    refused(b"\x89PNG\r\n\x1a\n" + bytes(1000), "picture_too_heavy", max_bytes=1000)


def test_twenty_thousand_squared_is_refused_from_the_header():
    bomb = file_of(Image.new("1", (20_000, 20_000)))
    assert len(bomb) < 100_000
    refused(bomb, "picture_too_large")
    refused(bomb[:64], "picture_too_large")  # there is nothing behind the header to decode
    refused(file_of(Image.new("1", (9_000, 9_500))), "picture_too_large")


def test_pixels_are_counted_from_the_header_not_from_the_file():
    error = refused(file_of(Image.new("1", (1001, 1000))), "picture_too_large", max_pixels=1_000_000)
    assert error.details["required"] == 1_000_000
    assert load_picture(file_of(Image.new("1", (1000, 1000))), max_pixels=1_000_000).pixels.shape == (1000, 1000, 4)


def test_moving_pictures_are_refused_and_a_phones_second_frame_is_ignored():
    frames = [red(), Image.new("RGB", (40, 30), (0, 0, 0))]
    refused(file_of(frames[0], "PNG", save_all=True, append_images=frames[1:]), "picture_animated")
    refused(file_of(frames[0], "WEBP", save_all=True, append_images=frames[1:]), "picture_animated")
    assert load_picture(file_of(frames[0], "MPO", save_all=True, append_images=frames[1:])).pixels[0, 0, 0] > 150


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_truncated_file_is_refused_with_its_cause(kind):
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (200, 200, 3), dtype=np.uint8))
    data = file_of(noise, kind)
    error = refused(data[: len(data) // 2], "picture_damaged")
    assert error.__cause__ is not None


def test_a_single_pixel_and_an_invisible_picture_are_refused():
    refused(file_of(red((1, 1))), "picture_too_small")
    refused(file_of(Image.new("RGBA", (64, 64), (255, 0, 0, 0))), "picture_invisible")


def test_a_picture_taken_on_its_side_stands_up():
    image = red((60, 20))
    image.putpixel((0, 0), (0, 0, 255))
    exif = Image.Exif()
    exif[0x0112] = 6  # "rotate 90 degrees clockwise to show"
    pixels = load_picture(file_of(image, "PNG", exif=exif)).pixels
    assert pixels.shape == (60, 20, 4)
    assert tuple(pixels[0, 19]) == (0, 0, 255, 255)


def grey_in(mode: str) -> Image.Image:
    if mode == "I;16":
        return Image.fromarray(np.full((32, 32), 51 * 257, dtype=np.uint16))
    return Image.new("RGB", (32, 32), (51, 51, 51)).convert(mode)


@pytest.mark.parametrize("turn", [1, 3, 5, 6, 8])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_the_header_alone_says_how_large_it_stands(kind, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    data = file_of(red(), kind, exif=exif)
    height, width, _ = load_picture(data).pixels.shape
    assert upright_size(data) == (width, height)


def test_a_tag_behind_the_pixels_counts_as_well():
    exif = Image.Exif()
    exif[0x0112] = 6
    tag = exif.tobytes().removeprefix(b"Exif\0\0")
    chunk = struct.pack(">I", len(tag)) + b"eXIf" + tag + struct.pack(">I", zlib.crc32(b"eXIf" + tag))
    plain = file_of(red())
    data = plain[:-12] + chunk + plain[-12:]
    assert load_picture(data).pixels.shape == (40, 30, 4)
    assert upright_size(data) == (30, 40)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture_empty"),
        (b"hello", "picture_type"),
        (file_of(red((40, 15))), "picture_too_small"),
        (file_of(red((400, 300))), "picture_too_large"),
        (file_of(red())[:20], "picture_damaged"),
    ],
)
def test_what_the_header_forbids_is_refused_without_decoding(data, code):
    with pytest.raises(InputRefused) as caught:
        upright_size(data, max_pixels=100_000)
    assert caught.value.code == code


@pytest.mark.parametrize("mode", ["P", "L", "LA", "RGB", "RGBA", "I;16"])
def test_every_mode_becomes_opaque_rgba_of_the_same_level(mode):
    raster = load_picture(file_of(grey_in(mode)))
    assert raster.source_mode == mode
    assert np.abs(raster.pixels.astype(int) - (51, 51, 51, 255)).max() <= 1


def test_one_bit_black_and_white_keeps_both():
    image = Image.new("1", (32, 32), 1)
    image.paste(0, (0, 0, 16, 32))
    pixels = load_picture(file_of(image)).pixels
    assert tuple(pixels[5, 5]) == (0, 0, 0, 255)
    assert tuple(pixels[5, 25]) == (255, 255, 255, 255)


def test_sixteen_bit_colour_is_taken_with_a_note():
    header = struct.pack(">IIBBBBB", 20, 20, 16, 2, 0, 0, 0)
    row = b"\0" + struct.pack(">HHH", 0xC8C8, 0x1E1E, 0x1414) * 20
    data = b"\x89PNG\r\n\x1a\n"
    for name, body in ((b"IHDR", header), (b"IDAT", zlib.compress(row * 20)), (b"IEND", b"")):
        data += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    raster = load_picture(data)
    assert tuple(raster.pixels[3, 3]) == (200, 30, 20, 255)
    assert [note.rule for note in raster.notes] == ["sixteen_bits", "untagged_colour"]


def test_palette_transparency_is_kept():
    image = Image.new("P", (32, 32), 0)
    image.putpalette([10, 20, 30, 200, 210, 220])
    image.paste(1, (8, 8, 24, 24))
    pixels = load_picture(file_of(image, transparency=0)).pixels
    assert pixels[0, 0, 3] == 0
    assert tuple(pixels[16, 16]) == (200, 210, 220, 255)


def test_cmyk_as_photoshop_writes_it_is_not_a_negative():
    pixels = load_picture(file_of(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG", quality=95)).pixels
    r, g, b, _ = (int(v) for v in pixels[30, 30])
    assert r > 180
    assert max(g, b) < 80


def test_a_tagged_picture_is_converted_and_an_untagged_one_says_what_was_assumed():
    linear_rgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    wrong = load_picture(file_of(red(), icc_profile=linear_rgb.tobytes()))
    assert [n.rule for n in wrong.notes] == ["unusable_profile", "untagged_colour"]
    assert "another kind" in wrong.notes[0].message
    assert [n.rule for n in load_picture(file_of(red())).notes] == ["untagged_colour"]
    assert "damaged" in load_picture(file_of(red(), icc_profile=b"x" * 200)).notes[0].message
    tagged = load_picture(file_of(red(), icc_profile=srgb_icc()))
    assert tagged.notes == ()
    assert tuple(tagged.pixels[0, 0]) == (200, 30, 20, 255)


def test_a_profile_of_other_primaries_moves_colours_and_keeps_alpha():
    profile = bytearray(srgb_icc().replace(b"sRGB IEC61966-2.1", b"Strong red screen"))
    red_primary = profile.index(struct.pack(">3i", *(round(v * 65536) for v in (0.43607, 0.22249, 0.01392))))
    profile[red_primary : red_primary + 4] = struct.pack(">i", round(0.6 * 65536))
    image = Image.new("RGBA", (32, 32), (128, 60, 60, 90))
    raster = load_picture(file_of(image, icc_profile=bytes(profile)))
    assert raster.pixels[0, 0, 0] > 140
    assert raster.pixels[0, 0, 3] == 90
    assert "converted from Strong red screen" in raster.notes[0].message


def test_a_png_that_says_srgb_by_its_own_chunk_is_not_called_untagged():
    chunk = struct.pack(">I4sB", 1, b"sRGB", 0)
    chunk += struct.pack(">I", zlib.crc32(chunk[4:]))
    data = file_of(red())
    assert load_picture(data).notes
    assert load_picture(data[:33] + chunk + data[33:]).notes == ()


@pytest.mark.parametrize("mode", ["RGBA", "RGB"])
def test_a_large_picture_is_held_twice_at_most(mode):
    """Once as the decoder has it, which is not counted here, and once as the array that is given out."""
    data = file_of(Image.new(mode, (2500, 2000), "red"))
    tracemalloc.start()
    try:
        pixels = load_picture(data).pixels
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert pixels.nbytes <= peak < 1.4 * pixels.nbytes


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("turn", [1, 6])
def test_a_jpeg_in_bands_is_the_picture_that_is_loaded(mode, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    grain = np.random.default_rng(3).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    data = file_of(Image.fromarray(grain).convert(mode), "JPEG", exif=exif)
    whole, rows = load_picture(data).pixels, load_opaque(data)
    assert rows.shape == (*whole.shape[:2], 3)
    for first, last in ((0, 5), (5, 30), (30, len(whole))):
        assert (rows.pixels(first, last) == whole[first:last]).all()


def test_only_a_jpeg_is_opaque_by_its_kind():
    assert load_opaque(file_of(red())) is None
    with pytest.raises(InputRefused, match="damaged or cut short"):
        load_opaque(file_of(red((400, 300)), "JPEG")[:-200])
