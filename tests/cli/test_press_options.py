"""`pod prepare` and the press: a page's standard, colours, plates and marks as options, and what is refused as a profile."""

from __future__ import annotations

import json

import pikepdf
import pytest
from PIL import Image

from pod.printprep.profiles import SHIPPED
from tests.terminal import main_here


@pytest.fixture
def badge(tmp_path):
    picture = Image.new("RGBA", (2400, 2400))
    picture.paste((200, 40, 30, 255), (200, 200, 2200, 2200))
    picture.save(tmp_path / "badge.png")
    return tmp_path


@pytest.fixture
def prepared(badge, monkeypatch):
    def run(*options: str, code: int = 0, **environ: str):
        command = ("prepare", "badge.png", "--ppi", "100", "--json", "--out", "out", *options)
        return json.loads(main_here(monkeypatch, *command, cwd=badge, exit_code=code, **environ).out)

    return run


def test_a_page_can_be_flat_cmyk_with_marks(badge, prepared):
    told = prepared("--size-mm", "80x80+3", "--pdfx", "1a", "--marks", "--format", "pdf,tiff")
    assert [f["colour"] for f in told["files"]] == ["cmyk", "cmyk"]
    with pikepdf.open(badge / "out" / "custom.pdf") as document:
        assert str(document.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        media, trim = (
            [float(v) for v in box] for box in (document.pages[0].obj.MediaBox, document.pages[0].obj.TrimBox)
        )
        assert (media[2] - trim[2] + trim[0]) * 25.4 / 72 == pytest.approx(2 * 9, abs=0.01)
    with Image.open(badge / "out" / "custom.tiff") as picture:
        assert picture.mode == "CMYK"


def test_a_cut_and_white_are_drawn_for_any_size(badge, prepared):
    prepared("--product", "tee", "--cloth", "black", "--cut-contour", "3", "--white", "RDG_WHITE", "--format", "pdf")
    with pikepdf.open(badge / "out" / "front.pdf") as document:
        resources = document.pages[0].obj.Resources
        assert str(resources.ColorSpace.Cut[1]) == "/CutContour"
        assert str(resources.XObject.White.ColorSpace[1]) == "/RDG_WHITE"


def intent_of(path) -> bytes:
    with pikepdf.open(path) as document:
        return document.Root.OutputIntents[0].DestOutputProfile.read_bytes()


@pytest.fixture(scope="module")
def own_press():
    """Another profile than Pod's by its description alone."""
    name = b"ISO Coated v2 300% (basICColor)"
    return SHIPPED.read_bytes().replace(name, b"A press of one's own".ljust(len(name)))


@pytest.mark.parametrize(
    ("asked", "setting", "colour", "press"),
    [
        ((), "", "srgb", "shipped"),
        (("--profile", "srgb"), "own.icc", "srgb", "own"),
        (("--profile", "cmyk"), "", "cmyk", "shipped"),
        (("--profile", "cmyk"), "own.icc", "cmyk", "own"),
        (("--profile", "own.icc"), "", "cmyk", "own"),
    ],
    ids=["nothing", "sRGB for a press of one's own", "inks", "inks of the press that is set", "a press's file"],
)
def test_the_profile_says_which_colours_and_the_setting_which_press(
    asked, setting, colour, press, badge, prepared, own_press
):
    (badge / "own.icc").write_bytes(own_press)
    environ = {"POD_CMYK_PROFILE": setting} if setting else {}
    told = prepared("--size-mm", "80x80", "--format", "pdf", *asked, **environ)
    assert told["files"][0]["colour"] == colour
    assert intent_of(badge / "out" / "custom.pdf") == (own_press if press == "own" else SHIPPED.read_bytes())


def test_without_a_profile_the_page_is_no_pdfx_and_it_is_said(badge, prepared):
    told = prepared("--size-mm", "80x80", "--format", "pdf", POD_CMYK_PROFILE="none")
    assert "no_press_profile" in {f["rule"] for f in told["files"][0]["findings"]["found"]}
    with pikepdf.open(badge / "out" / "custom.pdf") as document:
        assert "/OutputIntents" not in document.Root


def test_a_page_without_a_promise_can_be_asked_for(badge, prepared):
    prepared("--size-mm", "80x80", "--format", "pdf", "--pdfx", "none")
    with pikepdf.open(badge / "out" / "custom.pdf") as document:
        assert b"GTS_PDFXVersion" not in document.Root.Metadata.read_bytes()


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (("--profile", "badge.png"), "profile_unusable", "not an ICC profile"),
        (("--profile", "missing.icc"), "profile_unreadable", "missing.icc"),
        (("--profile", "none"), "no_press_profile", "CMYK"),
        (("--pdfx", "1a", "--profile", "srgb"), "x1a_in_srgb", "sRGB"),
        (("--white", "/White"), "spot_name", "/White"),
        (("--cut-contour", "0.3"), "cut_too_near", "0.3 mm"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(options, code, word, badge, prepared):
    told = prepared("--size-mm", "80x80", "--format", "pdf", *options, code=3)
    assert told["error"]["code"] == code
    assert word in told["error"]["message"]
    assert not (badge / "out").exists()
