"""CMYK by a profile: against Little CMS called another way, strip by strip, and what is refused as a profile."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from pod.imaging import press
from pod.imaging.colour import pixels_to_lab, srgb_icc
from pod.imaging.press import Intent, PressProfile, read_press_profile, separate, total_ink
from pod.model.errors import InputRefused
from pod.printprep.profiles import SHIPPED

ICC = SHIPPED.read_bytes()


@pytest.fixture(scope="module")
def fogra39() -> PressProfile:
    return read_press_profile(ICC)


def noise(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize(
    ("intent", "lcms"),
    [(Intent.RELATIVE, ImageCms.Intent.RELATIVE_COLORIMETRIC), (Intent.PERCEPTUAL, ImageCms.Intent.PERCEPTUAL)],
)
def test_inks_are_what_little_cms_says_for_the_file_on_disk(intent, lcms, fogra39, tmp_path):
    (tmp_path / "srgb.icc").write_bytes(srgb_icc())
    pixels = noise(40, 50)
    wanted = ImageCms.profileToProfile(
        Image.fromarray(pixels),
        str(tmp_path / "srgb.icc"),
        str(SHIPPED),
        renderingIntent=lcms,
        outputMode="CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert (separate(pixels, fogra39, intent) == np.asarray(wanted)).all()


def test_the_two_intents_differ(fogra39):
    pixels = noise(40, 50)
    assert (separate(pixels, fogra39) != separate(pixels, fogra39, Intent.PERCEPTUAL)).mean() > 0.3


def test_black_point_compensation_keeps_shadows_apart(fogra39):
    """Without it sRGB 0 and 20 are the same ink, and everything darker than the press's black is one blot."""
    shadows = np.array([[(0, 0, 0), (20, 20, 20)]], dtype=np.uint8)
    seen = press.soft_proof(separate(shadows, fogra39), fogra39).astype(int)
    assert seen[0, 1].min() - seen[0, 0].max() > 10


def test_strips_give_the_inks_of_the_whole(fogra39):
    pixels = noise(37, 20)
    whole = separate(pixels, fogra39)
    for height in (1, 5, 36):
        parts = [separate(pixels[top : top + height], fogra39) for top in range(0, 37, height)]
        assert (np.concatenate(parts) == whole).all()


def test_alpha_is_neither_read_nor_lost(fogra39):
    pixels = np.dstack([noise(6, 6), np.arange(36, dtype=np.uint8).reshape(6, 6)])
    kept = pixels.copy()
    assert (separate(pixels, fogra39) == separate(pixels[..., :3].copy(), fogra39)).all()
    assert (pixels == kept).all()


def test_no_colour_asks_for_more_ink_than_the_profile_is_made_for(fogra39):
    assert 290 <= press.most_ink(fogra39) <= 300
    assert total_ink(separate(noise(200, 200), fogra39)).max() <= press.most_ink(fogra39) + 1
    full = np.full((1, 1, 4), 255, dtype=np.uint8)
    assert total_ink(full) == pytest.approx(400)


def test_a_soft_proof_shows_printable_colours_as_they_are(fogra39):
    printable = np.array([[(200, 40, 30), (128, 128, 128), (240, 220, 180), (255, 255, 255)]], dtype=np.uint8)
    seen = press.soft_proof(separate(printable, fogra39), fogra39)
    assert np.linalg.norm(pixels_to_lab(seen) - pixels_to_lab(printable), axis=2).max() < 2
    on_paper = press.soft_proof(separate(printable, fogra39), fogra39, paper=True)
    assert on_paper[0, 3].max() < 250, "paper is no screen"


@pytest.mark.parametrize(
    ("rgb", "changes"),
    [
        ((0, 0, 255), True),
        ((0, 255, 0), True),
        ((0, 255, 255), True),
        ((0, 0, 0), False),
        ((255, 255, 255), False),
        ((200, 40, 30), False),
    ],
)
def test_colours_out_of_reach_are_known(rgb, changes, fogra39):
    pixel = np.array([[rgb]], dtype=np.uint8)
    assert bool(press.changed_colours(pixel, separate(pixel, fogra39), fogra39)[0, 0]) is changes


# --- what is no press profile


def with_bytes(at: int, new: bytes) -> bytes:
    return ICC[:at] + new + ICC[at + len(new) :]


def without_tag(name: bytes) -> bytes:
    return ICC.replace(name, b"xxxx", 1)


@pytest.mark.parametrize(
    ("icc", "word"),
    [
        (b"", "not an ICC profile"),
        (b"II*\0" * 100, "not an ICC profile"),
        (ICC[:200_000], f"ends after 200000 of {len(ICC)} bytes"),
        (ICC[:3000] + bytes(len(ICC) - 3000), "damaged"),
        (srgb_icc(), "“mntr”"),
        (srgb_icc(), "RGB, not CMYK"),
        (with_bytes(12, b"scnr"), "“scnr”"),
        (with_bytes(16, b"GRAY"), "GRAY, not CMYK"),
        (with_bytes(8, b"\x05"), "version is 5"),
        (without_tag(b"A2B0"), "lacks A2B0"),
        (without_tag(b"B2A0"), "lacks B2A0"),
        (with_bytes(128, struct.pack(">I", 0)), "lacks A2B0 and B2A0"),
        (with_bytes(128, struct.pack(">I", 2**32 - 1)), "damaged"),
        (ICC + bytes(press.MAX_PROFILE_BYTES), "more than"),
    ],
)
def test_what_is_no_press_profile_is_refused_in_words(icc, word):
    with pytest.raises(InputRefused) as refused:
        read_press_profile(icc, "mine.icc")
    assert refused.value.code == "profile_unusable"
    assert word in refused.value.message
    assert refused.value.message.startswith("mine.icc is no profile of a CMYK press")
    assert refused.value.hint


def test_everything_wrong_is_said_at_once():
    with pytest.raises(InputRefused) as refused:
        read_press_profile(srgb_icc())
    assert all(word in refused.value.message for word in ("mntr", "not CMYK", "A2B0 and B2A0"))


def test_cut_anywhere_it_is_refused_and_nothing_crashes():
    for length in range(0, len(ICC), len(ICC) // 12):
        with pytest.raises(InputRefused):
            read_press_profile(ICC[:length])


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("ISO Coated v2 300% (basICColor)", "FOGRA39"),
        ("Coated FOGRA39 (ISO 12647-2)", "FOGRA39"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSOuncoated_v3_FOGRA52", "FOGRA52"),
        ("GRACoL2006_Coated1v2", "CGATS TR 006"),
        ("Our house press", "Custom"),
    ],
)
def test_a_condition_of_the_registry_is_known_by_its_makers_name(name, condition):
    """The profile's own description, whatever its file is called; 31 characters fit where the shipped one has its own."""
    place = ICC.index(b"ISO Coated v2 300%")
    text = name.encode()
    named = ICC[: place - 4] + struct.pack(">I", len(text) + 1) + text + bytes(32 - len(text)) + ICC[place + 32 :]
    read = read_press_profile(named[: len(ICC)])
    assert (read.name, read.condition) == (name, condition)
    assert read.registered is (condition != "Custom")


def test_little_cms_reads_the_named_profiles_of_the_test():
    assert ImageCms.ImageCmsProfile(io.BytesIO(ICC)).profile.profile_description == "ISO Coated v2 300% (basICColor)"
