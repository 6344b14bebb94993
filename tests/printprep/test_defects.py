"""Every defect that preflight knows, each made on a good file: found by its own rule, blocked by no other, and placed."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from pod.imaging.plain import PRESS_PROFILE
from pod.model.findings import Finding, Findings
from pod.printprep import preflight
from tests.printprep.foreign import (
    AREA,
    DTG,
    FULL,
    MM,
    PAPER,
    art,
    as_png,
    full,
    plain_page,
    x1a_page,
    x4_page,
)  # fmt: skip
from tests.printprep.page_defects import PAGES, X4, layer, note, put
from tests.printprep.picture_defects import PICTURES, Defect, cmyk_tiff, guide_box, inked

DEFECTS = {**PICTURES, **PAGES, **X4}


def found_in(defect: Defect) -> Findings:
    return preflight(defect.make(), defect.area, defect.process, cloth_rgb=defect.cloth_rgb)


GOOD = {
    "cut-out PNG": (lambda: as_png(art()), AREA, DTG),
    "full PNG": (lambda: as_png(full()), FULL, PAPER),
    "CMYK TIFF": (lambda: cmyk_tiff((60, 40, 20, 0), PRESS_PROFILE.read_bytes()), FULL, PAPER),
    "plain page": (plain_page, FULL, PAPER),
    "X-4 page": (x4_page, FULL, PAPER),
    "X-1a page": (x1a_page, replace(FULL, colour="cmyk"), PAPER),
    "page with marks in its slug": (lambda: plain_page(slug_mm=12), FULL, PAPER),
}


@pytest.mark.parametrize("case", GOOD)
def test_a_good_file_has_no_defect(case):
    make, area, process = GOOD[case]
    found = preflight(make(), area, process)
    # inks are told: a shop that wants sRGB has to know
    assert {f.rule for f in found.found} <= {"converted_colour"} if "TIFF" in case else not found.found


@pytest.mark.parametrize("case", DEFECTS)
def test_a_defect_is_found_by_its_rule_and_blocked_by_no_other(case):
    defect = DEFECTS[case]
    findings = found_in(defect)
    by_rule = {f.rule: f for f in findings.found}
    assert defect.rule in by_rule, sorted(by_rule)
    found = by_rule[defect.rule]
    assert found.severity.value == defect.severity
    assert {f.rule for f in findings.blocked} <= {defect.rule}
    assert_told(found)
    if defect.placed:
        assert found.where_px is not None
        assert found.where_mm is not None


def assert_told(found: Finding) -> None:
    for text in (found.message, found.measured, found.required, found.way_out):
        assert text.strip()
    assert found.message.endswith(".")


def test_there_are_more_than_forty_of_them():
    assert len(DEFECTS) >= 40
    assert len({d.rule for d in DEFECTS.values()}) >= 40


@pytest.mark.parametrize(
    ("case", "box"),
    [
        ("a hairline", (8.5, 8.5, 42.3, 0.25)),
        ("art in the margin", (16.9, 0, 16.9, 3.0)),
        ("dust", (50.8, 8.5, 0.34, 0.34)),
        ("a hole in the ground", (22.4, 39.3, 1.7, 1.7)),
        ("a comment", (11.1, 54.8, 14.1, 14.1)),
        ("white that overprints", (11.1, 47.7, 21.2, 21.2)),
    ],
)
def test_the_place_is_told_in_millimetres_from_the_trim(case, box):
    defect = DEFECTS[case]
    found = next(f for f in found_in(defect).found if f.rule == defect.rule)
    place = found.where_mm
    assert (place.left, place.top, place.width, place.height) == pytest.approx(box, abs=0.25)


def test_the_width_of_a_hairline_is_measured():
    found = next(f for f in found_in(DEFECTS["a hairline"]).found if f.rule == "thin_lines")
    assert float(found.measured.split()[0]) == pytest.approx(3 / 300 * 25.4, abs=0.05)


def test_a_switched_off_layer_and_a_marks_annotation_are_no_defect():
    assert not preflight(plain_page(layer("Guides", on=False)), FULL, PAPER).found
    assert not preflight(x4_page(note("PrinterMark", 0, 0, 5, 5)), FULL, PAPER).found


def test_magenta_art_is_no_guide():
    """A magenta frame inside the picture, a thick one at its edge, and a single magenta line."""
    for draw in (
        guide_box(200, (255, 0, 255)),
        guide_box(35, (255, 0, 255), width_px=40),
        inked(np.s_[71:73, 100:700], (255, 0, 255, 255)),
    ):
        pixels = full()
        draw(pixels)
        assert "template_guides" not in {f.rule for f in preflight(as_png(pixels), FULL, PAPER).found}


def test_what_could_not_be_measured_is_listed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert preflight(x1a_page(), FULL, PAPER).not_measured == ("over_ink",)
    assert preflight(as_png(art()), AREA, DTG).not_measured == ()
    turned = preflight(plain_page(put("/Rotate", 90)), FULL, PAPER)
    assert "pixels" in turned.not_measured


HEAVY = {
    "a TIFF": lambda: cmyk_tiff((255, 204, 153, 26), PRESS_PROFILE.read_bytes()),
    "a page": lambda: x1a_page(ink=bytes((255, 204, 153, 26))),
}
"""250 % of ink."""


@pytest.mark.parametrize("make", HEAVY.values(), ids=HEAVY)
def test_how_much_ink_is_too_much_the_process_says(make):
    newspaper, silent = replace(PAPER, max_ink_percent=240), replace(PAPER, max_ink_percent=0)
    [found] = [f for f in preflight(make(), FULL, newspaper).found if f.rule == "over_ink"]
    assert (found.measured, found.required) == ("250 % ink", "at most 240 %")
    within = preflight(make(), FULL, silent)
    assert "over_ink" not in {*within.not_measured, *(f.rule for f in within.found)}
    assert "over_ink" in preflight(make(), FULL, silent, press=lambda: None).not_measured


def test_where_the_process_is_silent_the_press_profile_limits_the_ink():
    """ISO Coated v2 300 % never asks for more than 298 %, over all of sRGB."""
    heavier = cmyk_tiff((255, 255, 230, 40), PRESS_PROFILE.read_bytes())
    [found] = [f for f in preflight(heavier, FULL, replace(PAPER, max_ink_percent=0)).found if f.rule == "over_ink"]
    assert (found.measured, found.required) == ("306 % ink", "at most 298 %")
    allowed = preflight(heavier, FULL, replace(PAPER, max_ink_percent=320))
    assert "over_ink" not in {f.rule for f in allowed.found}


def test_a_page_of_another_program_is_read():
    stream = io.BytesIO()
    canvas = ReportLabCanvas(stream, pagesize=(60 * MM, 80 * MM), initialFontName="Helvetica")
    canvas.rect(30, 30, 60, 60, fill=1)
    canvas.save()
    assert {f.rule for f in preflight(stream.getvalue(), AREA, DTG).found} == {"no_trim_box", "font_not_embedded"}
