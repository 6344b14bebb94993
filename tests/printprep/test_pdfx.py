"""PDF/X: every product's page keeps every rule of the checklist, and each rule is broken on purpose to show that it can fail."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from pod.imaging.colour import srgb_icc
from pod.imaging.press import PressProfile, read_press_profile
from pod.model.errors import InputRefused
from pod.model.product import PdfStandard
from pod.printprep.profiles import SHIPPED, shipped_profile
from tests.printprep.pdfx import NS, broken
from tests.printprep.prints import AREA_IDS, AREAS, SHOP, f_master, made, needs, ran

PT = 72 / 25.4
EVERY_AREA = pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
BOTH_KINDS = pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
STICKER = SHOP.product("sticker-4in")
TEE = SHOP.product("tee")


def boxes_of(area, slug_mm: float = 0.0) -> dict[str, tuple[float, ...]]:
    bleed, left = area.bleed_mm, slug_mm + area.bleed_mm
    trim = (left, left, left + area.width_mm, left + area.height_mm)
    around = (left - bleed, left - bleed, trim[2] + bleed, trim[3] + bleed)
    return {"trim": tuple(v * PT for v in trim), "bleed": tuple(v * PT for v in around)}


@EVERY_AREA
@BOTH_KINDS
def test_every_products_page_is_pdfx4(product, area, vector, on_file):
    """Scenario 15: with its output intent."""
    path = on_file(product, area, vector=vector)["pdf"].path
    assert broken(path, **boxes_of(area)) == set()
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
        intent = document.Root.OutputIntents[0]
        assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == (
            "FOGRA39",
            "ISO Coated v2 300% (basICColor)",
        )
        assert intent.DestOutputProfile.read_bytes() == SHIPPED.read_bytes()


@pytest.fixture(scope="module")
def x1a(tmp_path_factory):
    """By product: the tee's F is see-through around it, the sticker has a plate, the poster a ground and bleed."""
    folder, kept = tmp_path_factory.mktemp("x1a"), {}
    for product in (TEE, STICKER, SHOP.product("poster-18x24")):
        for vector in (True, False):
            area = replace(product.areas[0], pdf=PdfStandard.X1A, target_ppi=100, min_ppi=50, px=None)
            files = made(product, area, f_master(vector=vector), folder / f"{product.sku}-{vector}", formats=("pdf",))
            kept[product.sku, vector] = area, files["pdf"]
    return kept


@pytest.mark.parametrize("sku", ["tee", "sticker-4in", "poster-18x24"])
@BOTH_KINDS
def test_a_page_for_an_old_press_is_pdfx1a(sku, vector, x1a):
    area, file = x1a[sku, vector]
    assert broken(file.path, **boxes_of(area)) == set()
    assert "PDF/X-1a:2003" in ran(needs("pdfinfo"), file.path)


def test_a_page_for_an_old_press_keeps_solid_paths_and_flattens_the_rest(x1a):
    listed = {key: len(ran(needs("pdfimages"), "-list", file.path).splitlines()) - 2 for key, (_, file) in x1a.items()}
    assert listed == {(sku, vector): int(not vector) for sku, vector in listed}
    assert ran(needs("pdffonts"), x1a["tee", True][1].path).splitlines()[2:] == []


# --- broken on purpose


def no_intent(pdf):
    del pdf.Root.OutputIntents


def two_intents(pdf):
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def monitor_as_intent(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(Stream(pdf, srgb_icc(), N=3))


def wrong_n(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def unnamed_intent(pdf):
    del pdf.Root.OutputIntents[0].RegistryName


def packet_changed(old: str, new: str):
    def change(pdf):
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new).encode())

    return change


def trapped_by_another_name(pdf):
    pdf.trailer.Info.Trapped = Name("/False_")


def other_title(pdf):
    pdf.trailer.Info.Title = "Another"


def box_off(pdf):
    pdf.pages[0].obj.TrimBox[2] = float(pdf.pages[0].obj.TrimBox[2]) - 0.05


def trim_outside_bleed(pdf):
    pdf.pages[0].obj.TrimBox[0] = -5.0


def art_box(pdf):
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


def device_rgb_picture(pdf):
    pdf.pages[0].obj.Resources.XObject.Art.ColorSpace = Name.DeviceRGB


def device_rgb_operators(pdf):
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f\n" + page.Contents.read_bytes())


def wrong_icc_n(pdf):
    pdf.pages[0].obj.Resources.XObject.Art.ColorSpace[1].N = 4


def no_group(pdf):
    del pdf.pages[0].obj.Group


def rgb_group(pdf):
    pdf.pages[0].obj.Group.CS = Name.DeviceRGB


def font(pdf):
    pdf.pages[0].obj.Resources.Font = Dictionary(
        F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )


def annotation(pdf):
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([9, 9, 20, 20]))])


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="0")


def spot_by_another_case(pdf):
    space = pdf.pages[0].obj.Resources.ColorSpace.Cut
    pdf.pages[0].obj.Resources.ColorSpace.Cut2 = pdf.make_indirect(
        Array([space[0], Name.cutcontour, space[2], space[3]])
    )


def transfer_function(pdf):
    pdf.pages[0].obj.Resources.ExtGState.Over.TR = Name.Identity


def lzw(pdf):
    pdf.pages[0].obj.Resources.XObject.Art.SMask.Filter = Name.LZWDecode


DEFECTS = {
    "no intent": (no_intent, {"one intent"}),
    "two intents": (two_intents, {"one intent"}),
    "a monitor as intent": (monitor_as_intent, {"intent profile"}),
    "wrong N": (wrong_n, {"intent profile"}),
    "registered, no registry": (unnamed_intent, {"intent named"}),
    "wrong namespace": (packet_changed(NS["pdfxid"], "http://www.npes.org/pdfx/ns/"), {"claim"}),
    "no time zone": (packet_changed("+00:00", ""), {"dates", "info and xmp"}),
    "no uuid": (packet_changed("uuid:", "id:"), {"uuids"}),
    "trapped unknown": (packet_changed("<pdf:Trapped>False", "<pdf:Trapped>Unknown"), {"trapped"}),
    "/False_": (trapped_by_another_name, {"trapped"}),
    "Info and XMP apart": (other_title, {"info and xmp"}),
    "a box 0.05 pt off": (box_off, {"boxes exact"}),
    "trim outside bleed": (trim_outside_bleed, {"boxes nest", "boxes exact"}),
    "art box beside trim box": (art_box, {"boxes nest"}),
    "DeviceRGB picture": (device_rgb_picture, {"DeviceRGB"}),
    "DeviceRGB operators": (device_rgb_operators, {"DeviceRGB"}),
    "wrong N of a picture": (wrong_icc_n, {"ICC spaces"}),
    "see-through without a group": (no_group, {"group"}),
    "blended in RGB": (rgb_group, {"DeviceRGB", "group space"}),
    "a font that is not there": (font, {"fonts"}),
    "an annotation": (annotation, {"quiet"}),
    "a script": (script, {"quiet"}),
    "spots that differ by case": (spot_by_another_case, {"spots"}),
    "a transfer function": (transfer_function, {"graphics states"}),
    "LZW": (lzw, {"filters"}),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_each_rule_can_fail(defect, on_file, tmp_path):
    """One defect, made in a good file: its own rule notices it, and no other."""
    change, rules = DEFECTS[defect]
    saved = resaved(on_file(STICKER, STICKER.areas[0], vector=False)["pdf"].path, tmp_path / "broken.pdf", change)
    assert broken(saved, **boxes_of(STICKER.areas[0])) == rules


def resaved(good: Path, to: Path, change=lambda pdf: None, version: str = "1.6") -> Path:
    with pikepdf.open(good) as pdf:
        change(pdf)
        pdf.save(
            to,
            force_version=version,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=False,
            fix_metadata_version=False,
        )
    return to


def test_a_newer_version_and_packed_objects_are_noticed(on_file, tmp_path):
    good = on_file(STICKER, STICKER.areas[0], vector=False)["pdf"].path
    assert broken(resaved(good, tmp_path / "same.pdf")) == set(), "saving alone breaks nothing"
    assert broken(resaved(good, tmp_path / "new.pdf", version="1.7")) == {"header"}
    with pikepdf.open(good) as pdf:
        pdf.save(tmp_path / "packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.6")
    assert "xref" in broken(tmp_path / "packed.pdf")


# --- the profile


def test_without_a_press_profile_nothing_claims_pdfx_and_a_finding_says_so(tmp_path):
    file = made(STICKER, STICKER.areas[0], f_master(vector=True), tmp_path, formats=("pdf",), press=lambda: None)["pdf"]
    found = next(f for f in file.findings.found if f.rule == "no_press_profile")
    assert (found.measured, found.required) == ("plain PDF", "PDF/X-4")
    assert b"pdfxid:GTS_PDFXVersion" not in file.path.read_bytes()
    assert broken(file.path) == {"one intent", "claim", "group space"}


@pytest.mark.parametrize("change", [{"pdf": PdfStandard.X1A}, {"colour": "cmyk"}], ids=["X-1a", "CMYK"])
def test_cmyk_without_a_press_profile_is_refused_and_leaves_no_file(change, tmp_path):
    with pytest.raises(InputRefused, match="no press profile") as refused:
        made(
            TEE, replace(TEE.areas[0], **change), f_master(vector=True), tmp_path, formats=("pdf",), press=lambda: None
        )
    assert "--profile" in refused.value.hint
    assert list(tmp_path.iterdir()) == []


def test_an_old_press_is_not_given_a_new_kind_of_profile(tmp_path):
    shipped = shipped_profile()
    newer = PressProfile(shipped.icc, "A newer one", "Custom", version=4)
    area = replace(TEE.areas[0], pdf=PdfStandard.X1A)
    with pytest.raises(InputRefused, match="version 4"):
        made(TEE, area, f_master(vector=True), tmp_path, formats=("pdf",), press=lambda: newer)


def test_a_given_profile_is_the_pages_intent(tmp_path):
    own = PressProfile(shipped_profile().icc, "Our own press", "Custom", version=2)
    file = made(TEE, TEE.areas[0], f_master(vector=True), tmp_path, formats=("pdf",), press=lambda: own)["pdf"]
    assert broken(file.path) == set()
    with pikepdf.open(file.path) as document:
        intent = document.Root.OutputIntents[0]
        assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == ("Custom", "Our own press")
        assert "/RegistryName" not in intent


def test_the_shipped_profile_is_what_pod_says_of_it():
    read = read_press_profile(SHIPPED.read_bytes())
    assert read == replace(shipped_profile(), condition=read.condition)
    assert read.condition == shipped_profile().condition == "FOGRA39"
    assert "zlib" in SHIPPED.with_suffix(".txt").read_text()


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Fish & <chips> “to go”", "Fish & <chips> “to go”"),
        ("tab\tbell\x07 and \ud800half", "tabbell and half"),
        (" \x00 ", "front"),
        ("", "front"),
        ("猫と自転車", "猫と自転車"),
    ],
)
def test_any_title_is_the_same_in_info_and_packet(title, written, tmp_path):
    area = replace(STICKER.areas[0], marks=True)
    file = made(STICKER, area, f_master(vector=True), tmp_path, formats=("pdf",), title=title)["pdf"]
    assert broken(file.path) == set()
    with pikepdf.open(file.path) as document:
        assert str(document.docinfo["/Title"]) == written


# --- the same bytes


def test_identifiers_follow_from_the_content(tmp_path):
    area = replace(STICKER.areas[0], px=None, target_ppi=72, min_ppi=50)
    one = made(STICKER, area, f_master(vector=False, side_px=256), tmp_path / "a", formats=("pdf",))["pdf"].path
    same = made(STICKER, area, f_master(vector=False, side_px=256), tmp_path / "b", formats=("pdf",))["pdf"].path
    other = made(STICKER, area, f_master(vector=False, side_px=300), tmp_path / "c", formats=("pdf",))["pdf"].path
    assert one.read_bytes() == same.read_bytes()
    ids = [re.search(rb"DocumentID>([^<]+)<", p.read_bytes())[1] for p in (one, other)]
    assert ids[0] != ids[1]
