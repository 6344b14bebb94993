"""Colour on the way in: whatever a file says of its colours, the pixels are the right sRGB, computed here another way."""

from __future__ import annotations

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
import pyvips
from PIL import Image, ImageCms

from pod.imaging.colour import srgb_icc
from pod.imaging.load import Raster, load_inks, load_picture
from pod.imaging.plain import PRESS_PROFILE
from tests.imaging import files

PATCHES = np.array(
    [
        (200, 40, 30),
        (30, 200, 60),
        (40, 60, 210),
        (250, 250, 250),
        (12, 12, 12),
        (128, 128, 128),
        (180, 140, 90),
        (90, 30, 120),
    ],
    dtype=np.uint8,
)


def patches(colours: np.ndarray = PATCHES) -> np.ndarray:
    """Stripes of 8 px, 24 px high."""
    return np.repeat(np.repeat(colours[None], 24, axis=0), 8, axis=1)


def stripes_of(raster: Raster) -> np.ndarray:
    return raster.pixels[12, 4::8, :3].astype(int)


def rules(raster: Raster) -> list[str]:
    return [note.rule for note in raster.notes]


# --- spaces, against the published matrices between linear lights

P3_TO_SRGB = np.array([[1.2249402, -0.2249402, 0.0], [-0.0420570, 1.0420570, 0.0], [-0.0196376, -0.0786361, 1.0982735]])
ADOBE_TO_SRGB = np.array([[1.3983557, -0.3983557, 0.0], [0.0, 1.0, 0.0], [0.0, -0.0429290, 1.0429290]])
REC2020_TO_SRGB = np.array(
    [[1.6604910, -0.5876411, -0.0728499], [-0.1245505, 1.1328999, -0.0083494], [-0.0181508, -0.1005789, 1.1187297]]
)


def decoded_srgb(v: np.ndarray) -> np.ndarray:
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def encoded_srgb(light: np.ndarray) -> np.ndarray:
    light = np.clip(light, 0, 1)
    return np.rint(255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)).astype(int)


def power(exponent: float):
    return lambda v: v**exponent


def wanted(matrix: np.ndarray, curve) -> np.ndarray:
    return encoded_srgb(curve(PATCHES / 255.0) @ matrix.T)


def matrix_profile(name: str, colorants: tuple[tuple[float, float, float], ...], curve: bytes) -> bytes:
    """An ICC display profile by its colorants (D50) and one curve, from the bytes of the sRGB one."""

    def xyz(values):
        return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(v * 65536) for v in values))

    text = name.encode() + b"\0"
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78),
        b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        **{tag: xyz(c) for tag, c in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colorants, strict=True)},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    at, table, body = 132 + 12 * len(tags), b"", b""
    for tag, data in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = srgb_icc()[:128]
    return struct.pack(">I", at + len(body)) + head[4:] + struct.pack(">I", len(tags)) + table + body


def gamma_curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)


SRGB_CURVE = (
    b"para"
    + bytes(4)
    + struct.pack(">HH5i", 3, 0, *(round(v * 65536) for v in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
)
DISPLAY_P3 = matrix_profile(
    "Display P3", ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)), SRGB_CURVE
)
ADOBE = matrix_profile(
    "Adobe RGB (1998)",
    ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)),
    gamma_curve(563 / 256),
)


def saved(image: Image.Image, kind: str, **options) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize(
    ("profile", "reference", "name"),
    [
        (DISPLAY_P3, wanted(P3_TO_SRGB, decoded_srgb), "Display P3"),
        (ADOBE, wanted(ADOBE_TO_SRGB, power(563 / 256)), "Adobe RGB (1998)"),
    ],
    ids=["Display P3", "Adobe RGB"],
)
def test_a_wide_profile_is_converted_and_not_relabelled(kind, profile, reference, name):
    options = {"lossless": True} if kind == "WEBP" else {}
    raster = load_picture(saved(Image.fromarray(patches()), kind, icc_profile=profile, **options))
    assert np.abs(stripes_of(raster) - reference).max() <= 2
    assert [(n.rule, n.measured) for n in raster.notes] == [("converted_colour", name)]


@pytest.mark.parametrize(
    ("code", "reference"),
    [
        ((12, 13, 0, 1), wanted(P3_TO_SRGB, decoded_srgb)),
        ((9, 8, 0, 1), wanted(REC2020_TO_SRGB, power(1.0))),
        ((1, 4, 0, 1), encoded_srgb((PATCHES / 255.0) ** 2.2)),
        ((1, 13, 0, 0), encoded_srgb(decoded_srgb(np.clip((PATCHES.astype(float) - 16) / 219, 0, 1)))),
    ],
    ids=["Display P3", "BT.2020 linear", "gamma 2.2", "sRGB in television levels"],
)
def test_code_points_are_converted_and_win_over_a_profile(code, reference):
    wrong = b"x\0\0" + zlib.compress(ADOBE)
    raster = load_picture(files.png(patches(), {b"cICP": bytes(code), b"iCCP": wrong}))
    assert np.abs(stripes_of(raster) - reference).max() <= 1


def test_code_points_for_srgb_change_nothing_and_unknown_ones_are_told():
    same = load_picture(files.png(patches(), {b"cICP": bytes((1, 13, 0, 1))}))
    assert (stripes_of(same) == PATCHES).all()
    assert same.notes == ()
    odd = load_picture(files.png(patches(), {b"cICP": bytes((200, 13, 0, 1))}))
    assert rules(odd) == ["unusable_profile", "untagged_colour"]


@pytest.mark.parametrize("transfer", [16, 18], ids=["PQ", "HLG"])
def test_a_picture_for_bright_screens_keeps_paper_white_white(transfer):
    """ITU-R BT.2408: the white of paper lies at 58 % of a PQ signal and at 75 % of an HLG one."""
    signal = {16: 0.5807, 18: 0.75}[transfer]
    colours = np.array([(0, 0, 0), (round(255 * signal),) * 3, (255, 255, 255)], dtype=np.uint8)
    raster = load_picture(files.png(patches(colours), {b"cICP": bytes((9, transfer, 0, 1))}))
    black, paper, bright = stripes_of(raster)
    assert (black.max(), bright.min()) == (0, 255)
    assert 248 <= paper.min() <= paper.max() <= 255
    assert rules(raster) == ["bright_colour"]


def chromaticity(*eight: float) -> bytes:
    return struct.pack(">8I", *(round(v * 100_000) for v in eight))


P3_CHRM = chromaticity(0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)
SRGB_CHRM = chromaticity(0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)


@pytest.mark.parametrize(
    ("chunks", "reference"),
    [
        ({b"gAMA": struct.pack(">I", 100_000)}, encoded_srgb(PATCHES / 255.0)),
        ({b"gAMA": struct.pack(">I", 55_556)}, encoded_srgb((PATCHES / 255.0) ** 1.8)),
        ({b"gAMA": struct.pack(">I", 45_455), b"cHRM": P3_CHRM}, wanted(P3_TO_SRGB, power(2.2))),
        ({b"gAMA": struct.pack(">I", 45_455), b"cHRM": SRGB_CHRM}, PATCHES.astype(int)),
    ],
    ids=["linear", "an old Macintosh", "wide primaries", "sRGB's own numbers"],
)
def test_gamma_and_primaries_are_heeded(chunks, reference):
    assert np.abs(stripes_of(load_picture(files.png(patches(), chunks))) - reference).max() <= 1


def test_a_camera_that_says_adobe_rgb_by_its_file_option_is_believed():
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    data = saved(Image.fromarray(patches()), "JPEG", quality=100, subsampling=0, exif=exif)
    raster = load_picture(data)
    assert np.abs(stripes_of(raster) - wanted(ADOBE_TO_SRGB, power(563 / 256))).max() <= 5
    assert raster.notes[0].measured == "Adobe RGB (1998)"


# --- inks

INKS = np.array(
    [
        (0, 0, 0, 0),
        (255, 0, 0, 0),
        (0, 255, 0, 0),
        (0, 0, 255, 0),
        (0, 0, 0, 255),
        (60, 40, 40, 100),
        (255, 255, 0, 0),
        (0, 200, 200, 20),
    ],
    np.uint8,
)


def by_libvips(inks: np.ndarray) -> np.ndarray:
    """The same inks through the same profile by another library: H × W × 3 sRGB."""
    image = pyvips.Image.new_from_array(inks, interpretation="cmyk")
    done = image.icc_transform(
        "srgb", input_profile=str(PRESS_PROFILE), intent="relative", black_point_compensation=True
    )
    return done.numpy()[12, 4::8].astype(int)


def cmyk_jpeg(inks: np.ndarray, *, marked: bool) -> bytes:
    """With Adobe's marker the inks are stored inverted; without one as they are."""
    image = Image.frombytes("CMYK", inks.shape[1::-1], (inks if marked else 255 - inks).tobytes())
    data = saved(image, "JPEG", quality=100, subsampling=0)
    at = data.index(b"\xff\xee")
    return data if marked else data[:at] + data[at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0] :]


@pytest.mark.parametrize("marked", [True, False], ids=["Adobe marker", "no marker"])
def test_inks_of_a_jpeg_are_never_a_negative(marked):
    inks = patches(INKS)
    raster = load_picture(cmyk_jpeg(inks, marked=marked))
    assert np.abs(stripes_of(raster) - by_libvips(inks)).max() <= 8  # as far as JPEG's own losses go
    assert rules(raster) == ["untagged_inks"]
    assert np.abs(load_inks(cmyk_jpeg(inks, marked=marked))[12, 4::8].astype(int) - INKS).max() <= 6


def test_inks_of_a_tiff_go_through_its_own_profile():
    inks = patches(INKS)
    raster = load_picture(files.tiff(inks, files.INKS, icc=PRESS_PROFILE.read_bytes()))
    assert np.abs(stripes_of(raster) - by_libvips(inks)).max() <= 2
    assert rules(raster) == ["converted_colour"]
    assert (load_inks(files.tiff(inks, files.INKS))[12, 4::8] == INKS).all()


def test_inks_with_the_profile_of_a_screen_are_told():
    raster = load_picture(files.tiff(patches(INKS), files.INKS, icc=srgb_icc()))
    assert rules(raster) == ["unusable_profile", "untagged_inks"]
    assert np.abs(stripes_of(raster) - by_libvips(patches(INKS))).max() <= 2


def test_a_picture_of_light_has_no_inks():
    assert load_inks(saved(Image.fromarray(patches()), "PNG")) is None


def test_lab_is_read_as_what_it_measures():
    """L*a*b* (60, 30, −20) under D50 is this purple, by the ICC's own white and Bradford."""
    raster = load_picture(files.tiff(patches(np.array([(153, 30, 236)], np.uint8)).repeat(8, axis=1), files.LAB))
    assert np.abs(stripes_of(raster)[0] - by_lab(60, 30, -20)).max() <= 2
    assert raster.notes[0].measured == "L*a*b*"


def by_lab(lightness: float, a: float, b: float) -> np.ndarray:
    image = pyvips.Image.new_from_array(np.array([[[lightness, a, b]]], np.float32))
    lab = image.copy(interpretation="lab")
    return lab.icc_export(output_profile="srgb", intent="relative", depth=8).numpy()[0, 0].astype(int)


# --- 16 bits


def ramp(channels: int, *, low: int = 20_000, high: int = 22_000) -> np.ndarray:
    """A slow ramp of 16 bits: 8 levels of 8 bits over 512 px, another in each channel."""
    line = np.linspace(low, high, 512)
    rows = np.repeat(line[None, :, None], 64, axis=0)
    return (rows + 3000 * np.arange(channels)).astype(np.uint16)


def with_alpha(colours: np.ndarray, alpha: int) -> np.ndarray:
    return np.concatenate([colours, np.full((*colours.shape[:2], 1), alpha, np.uint16)], axis=2)


def by_opencv(kind: str, levels: np.ndarray) -> bytes:
    swapped = levels[..., [2, 1, 0, 3][: levels.shape[2]]] if levels.shape[2] > 2 else levels
    return cv2.imencode(kind, swapped)[1].tobytes()


DEEP = {
    "grey PNG": (files.png(ramp(1)), ramp(1)),
    "grey PNG with alpha": (files.png(with_alpha(ramp(1), 65535)), ramp(1)),
    "PNG": (files.png(ramp(3)), ramp(3)),
    "PNG with alpha": (files.png(with_alpha(ramp(3), 65535)), ramp(3)),
    "PNG of another program": (by_opencv(".png", ramp(3)), ramp(3)),
    "little-endian TIFF": (files.tiff(ramp(3), files.RGB), ramp(3)),
    "big-endian TIFF": (files.tiff(ramp(3), files.RGB, order=">"), ramp(3)),
    "grey TIFF": (files.tiff(ramp(1), files.GREY), ramp(1)),
    "big-endian grey TIFF": (files.tiff(ramp(1), files.GREY, order=">"), ramp(1)),
    "compressed TIFF of another program": (by_opencv(".tif", ramp(3)), ramp(3)),
    "TIFF with alpha": (files.tiff(with_alpha(ramp(3), 65535), files.RGB, extra=2), ramp(3)),
}


@pytest.mark.parametrize("case", DEEP)
def test_sixteen_bits_are_brought_to_eight_without_a_bias_or_a_step(case):
    data, levels = DEEP[case]
    raster = load_picture(data)
    assert rules(raster)[0] == "sixteen_bits"
    assert (raster.pixels[..., 3] == 255).all()
    pixels, exact = raster.pixels[..., :3].astype(float), np.broadcast_to(levels / 257.0, (64, 512, 3))
    assert np.abs(pixels - exact).max() < 1.0
    means, wanted_means = (v.reshape(8, 8, 64, 8, 3).mean(axis=(1, 3)) for v in (pixels, exact))
    assert np.abs(means - wanted_means).max() < 0.1, "cut off, the mean would be half a level low"


def test_sixteen_bits_of_ink_are_dithered_too():
    levels = ramp(4)
    inks = load_inks(files.tiff(levels, files.INKS)).astype(float)
    means, exact = (v.reshape(8, 8, 64, 8, 4).mean(axis=(1, 3)) for v in (inks, levels / 257.0))
    assert np.abs(means - exact).max() < 0.1
    big = load_inks(files.tiff(levels, files.INKS, order=">"))
    assert (big == inks).all()


def test_whole_levels_and_solid_edges_get_no_noise():
    flat = np.zeros((32, 32, 4), np.uint16)
    flat[8:24, 8:24] = (200 * 257, 30 * 257, 20 * 257, 65535)
    pixels = load_picture(files.png(flat)).pixels
    assert (pixels[8:24, 8:24] == (200, 30, 20, 255)).all()
    assert set(np.unique(pixels[..., 3])) == {0, 255}


def test_premultiplied_colour_of_sixteen_bits_is_divided_by_its_alpha():
    half = with_alpha(np.full((32, 32, 3), 10_000, np.uint16), 32_768)
    pixels = load_picture(files.tiff(half, files.RGB, extra=1)).pixels.astype(float)
    assert pixels[..., :3].mean() == pytest.approx(10_000 * 65535 / 32_768 / 257, abs=0.1)
    assert (pixels[..., 3] == 128).all()


def test_only_the_whole_colour_of_sixteen_bits_is_transparent():
    levels = np.full((32, 32, 3), 0x1234, np.uint16)
    levels[:, 16:] = 0x1235
    pixels = load_picture(files.png(levels, {b"tRNS": struct.pack(">3H", 0x1234, 0x1234, 0x1234)})).pixels
    assert (pixels[:, :16, 3] == 0).all()
    assert (pixels[:, 16:, 3] == 255).all()


def test_the_fine_noise_is_the_same_every_time():
    data = files.png(ramp(3))
    assert (load_picture(data).pixels == load_picture(data).pixels).all()


# --- turned


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "deep TIFF"])
def test_every_way_of_lying_is_put_upright(kind, orientation):
    upright = np.zeros((48, 64, 3), np.uint8)
    upright[:24, :16], upright[24:, 48:] = (255, 0, 0), (0, 0, 255)
    lying = _lying(upright, orientation)
    if kind.endswith("TIFF"):
        levels = lying.astype(np.uint16) * 257 if kind.startswith("deep") else lying
        data = files.tiff(levels, files.RGB, orientation=orientation)
    else:
        exif = Image.Exif()
        exif[0x0112] = orientation
        data = saved(Image.fromarray(lying), kind, exif=exif, quality=95)
    raster = load_picture(data)
    assert raster.pixels.shape == (48, 64, 4)
    assert np.abs(raster.pixels[12, 5, :3].astype(int) - (255, 0, 0)).max() < 40
    assert np.abs(raster.pixels[36, 58, :3].astype(int) - (0, 0, 255)).max() < 40
    assert ("turned" in rules(raster)) is (orientation != 1)


def _lying(upright: np.ndarray, orientation: int) -> np.ndarray:
    """As a camera stores it so that `orientation` puts it upright (Exif 3.0, 4.6.5.1)."""
    turned = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.swapaxes(0, 1),
        6: np.rot90(upright, 1),
        7: upright[::-1, ::-1].swapaxes(0, 1),
        8: np.rot90(upright, -1),
    }[orientation]
    return np.ascontiguousarray(turned)


@pytest.mark.parametrize(
    ("kind", "options"), [("PNG", {"dpi": (300, 300)}), ("JPEG", {"dpi": (300, 300)}), ("TIFF", {"dpi": (300, 300)})]
)
def test_the_resolution_that_a_file_says_of_itself_is_read(kind, options):
    image = Image.fromarray(patches())
    assert load_picture(saved(image, kind, **options)).tag_ppi == pytest.approx(300, abs=0.1)
    assert load_picture(saved(image, kind)).tag_ppi == 0


def test_a_thumbnail_behind_the_picture_is_no_second_page():
    image = Image.fromarray(patches())
    small = image.resize((32, 16))
    stream = io.BytesIO()
    small.encoderinfo = {"tiffinfo": {254: 1}}
    image.save(stream, "TIFF", save_all=True, append_images=[small])
    assert load_picture(stream.getvalue()).pixels.shape == (24, 64, 4)


def test_a_profile_reaches_inks_and_grey_alike():
    grey = ImageCms.ImageCmsProfile(io.BytesIO(gray_profile(1.8)))
    raster = load_picture(saved(Image.fromarray(patches()[..., 0]), "PNG", icc_profile=grey.tobytes()))
    assert np.abs(stripes_of(raster)[:, 0] - encoded_srgb((PATCHES[:, 0] / 255.0) ** 1.8)).max() <= 2


def gray_profile(gamma: float) -> bytes:
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"Grey\0" + bytes(78),
        b"wtpt": b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061),
        b"kTRC": gamma_curve(gamma),
    }
    at, table, body = 132 + 12 * len(tags), b"", b""
    for tag, data in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = bytearray(srgb_icc()[:128])
    head[16:20] = b"GRAY"
    return struct.pack(">I", at + len(body)) + bytes(head[4:]) + struct.pack(">I", len(tags)) + table + body
