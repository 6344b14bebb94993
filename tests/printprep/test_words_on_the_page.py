"""Words on a print page: outlines that are seen, and text that is read. Poppler, pikepdf and Ghostscript read it back."""

import re
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pod.lettering import letter
from pod.lettering.bidi import runs_leftwards
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout
from pod.model.product import PdfStandard
from pod.printprep import preflight
from tests.printprep.pdfx import broken
from tests.printprep.prints import SHOP, f_master, made, needs, ran

TEE = SHOP.product("tee")
AREA = replace(TEE.areas[0], width_mm=150, height_mm=200, target_ppi=100, min_ppi=50, px=None)
BELOW = LetteringSlot("below", SlotKind.BLOCK, Box(0.05, 1.03, 0.9, 0.3), max_lines=2)
RIM = LetteringSlot("rim", SlotKind.ARC, Box(0, 0, 1, 1), radius=0.5, cap_height=0.12, max_degrees=170.0)

WRITTEN = [
    "HAPPY BIRTHDAY GRANDMA",
    "Ångström & “Ünïcödé”",
    "שלום עולם",
    "שָׁלוֹם עֲלֵיכֶם",
    "مرحبا بالعالم 2026",
    "می\u200cخواهم",
    "नमस्ते दुनिया",
    "日本の夏祭り",
    "생일 축하해",
    "สวัสดีชาวโลก",
    "Καλημέρα, мир",
]


def page_with(text: str, folder: Path, *, slot: LetteringSlot = BELOW, vector: bool = True, **look: object) -> Path:
    standard = look.pop("pdf", PdfStandard.X4)
    layer = letter(text, slot, ink="#1e3ca0", **look)
    area = replace(AREA, pdf=standard)
    return made(TEE, area, f_master(vector=vector, side_px=512), folder, formats=("pdf",), lettering=layer)["pdf"].path


def by_poppler(path: Path) -> str:
    """Without the marks that poppler puts around writing that runs from right to left, and in one line."""
    text = ran(needs("pdftotext"), path, "-")
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e]", "", text).split())


def by_pikepdf(path: Path) -> str:
    """The codes of the page's text in the order of its content, each as its font says what it means."""
    with pikepdf.open(path) as pdf:
        [font] = pdf.pages[0].Resources.Font.values()
        rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
        says = {bytes.fromhex(code.decode()): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in rows}
        shown = [
            bytes(part)
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "TJ"
            for part in operands[0]
            if isinstance(part, pikepdf.String)
        ]
    return "".join(says[code] for code in shown)


def unspaced(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", WRITTEN)
def test_the_words_read_back_as_they_were_typed(text: str, tmp_path: Path) -> None:
    path = page_with(text, tmp_path)
    # where lines break between phrases that have no blank between them, readers put one
    assert unspaced(by_poppler(path)) == unspaced(text)
    assert unspaced(by_pikepdf(path)) == unspaced(text)
    if " " in text:
        assert by_poppler(path) == text
        assert by_pikepdf(path) == text


@pytest.mark.parametrize("layout", LetteringLayout)
def test_they_read_back_whatever_the_letters_are_bent_into(layout: LetteringLayout, tmp_path: Path) -> None:
    path = page_with("MOUNTAIN BIKE CLUB", tmp_path, layout=layout, effect=LetteringEffect.OUTLINE)
    assert by_poppler(path) == by_pikepdf(path) == "MOUNTAIN BIKE CLUB"


def test_words_on_a_rim_read_back_in_one_line(tmp_path: Path) -> None:
    assert by_poppler(page_with("North shore club", tmp_path, slot=RIM)) == "North shore club"


@pytest.mark.parametrize("standard", [PdfStandard.X4, PdfStandard.X1A])
@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_the_page_keeps_its_standard_and_preflight_is_as_clean_as_without_words(
    vector: bool, standard: PdfStandard, tmp_path: Path
) -> None:
    path = page_with("שלום Rodeo", tmp_path / "with", vector=vector, pdf=standard)
    area = replace(AREA, pdf=standard)
    bare = made(TEE, area, f_master(vector=vector, side_px=512), tmp_path / "bare", formats=("pdf",))["pdf"].path
    process = SHOP.process(TEE.process)
    found, usual = (
        {f.rule for f in preflight(p.read_bytes(), area, process).found if f.severity.value != "fixed"}
        for p in (path, bare)
    )
    assert found <= usual
    assert broken(path) == set()
    [font] = ran(needs("pdffonts"), path).splitlines()[2:]
    # embedded, subset, with a map to Unicode
    assert font.split()[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.parametrize("program", ["pdftoppm", "gs"])
def test_the_words_that_are_read_are_not_seen(program: str, tmp_path: Path) -> None:
    path, bare = page_with("Rodeo", tmp_path), tmp_path / "bare.pdf"
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        kept = re.sub(rb"BT 3 Tr.*?ET", b"", page.Contents.read_bytes(), flags=re.DOTALL)
        assert kept != page.Contents.read_bytes()
        page.Contents = pdf.make_stream(kept)
        pdf.save(bare)
    assert _drawn(program, path) == _drawn(program, bare)


def _drawn(program: str, path: Path) -> bytes:
    commands = {
        "pdftoppm": [needs("pdftoppm"), "-r", "60", "-png", path],
        "gs": [needs("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-r60", "-sOutputFile=-", path],
    }
    drawn = subprocess.run([str(c) for c in commands[program]], capture_output=True, check=True, timeout=60).stdout
    assert drawn
    return drawn


def test_each_line_lies_where_its_letters_are_seen(tmp_path: Path) -> None:
    path = page_with("HAPPY BIRTHDAY\nGRANDMA", tmp_path, slot=replace(BELOW, box=Box(0.2, 1.03, 0.6, 0.3)))
    root = ET.fromstring(ran(needs("pdftotext"), "-bbox", path, "-"))
    words = {e.text: {k: float(v) for k, v in e.attrib.items()} for e in root.iter() if e.tag.endswith("word")}
    with pikepdf.open(path) as pdf:
        height = float(pdf.pages[0].MediaBox[3])
    assert words["HAPPY"]["yMax"] < words["GRANDMA"]["yMin"] + 3 < height
    assert words["HAPPY"]["xMin"] < words["GRANDMA"]["xMin"] < words["BIRTHDAY"]["xMin"]
    middle = (words["HAPPY"]["xMin"] + words["BIRTHDAY"]["xMax"]) / 2
    assert middle == pytest.approx((words["GRANDMA"]["xMin"] + words["GRANDMA"]["xMax"]) / 2, abs=1)


def test_the_same_words_give_the_same_page(tmp_path: Path) -> None:
    one, other = (page_with("مرحبا Rodeo", tmp_path / name) for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_a_page_without_words_has_no_font(tmp_path: Path) -> None:
    path = made(TEE, AREA, f_master(vector=True), tmp_path, formats=("pdf",))["pdf"].path
    assert ran(needs("pdffonts"), path).splitlines()[2:] == []


def test_writing_that_runs_leftwards_is_known_by_its_first_letter() -> None:
    assert [runs_leftwards(text) for text in ("2026 שלום", "abc שלום", "123")] == [True, False, False]
