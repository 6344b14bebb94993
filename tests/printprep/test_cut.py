"""The kiss cut: a spot line around the art that a knife can follow, read back from the page and held against the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image
from shapely.geometry import Polygon

from pod.drawing.shapes import circle
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from tests.printprep.prints import AREAS, SHOP, box_of, ink_of, made, needs, photo_master, png, ran, shape_master

PT = 72 / 25.4
STICKER = SHOP.product("sticker-4in")


@dataclass(frozen=True)
class Line:
    """The page's cut: each ring as points in mm from the trim's left upper corner, and its nodes."""

    rings: list[np.ndarray]
    nodes: int


def cut_of(path: Path) -> Line:
    """Read from the page's operators: stroked once, closed, neither filled nor dashed, in full tint."""
    with pikepdf.open(path) as document:
        page = document.pages[0]
        trim = [float(v) for v in page.obj.TrimBox]
        steps = [(str(s.operator), s.operands) for s in pikepdf.parse_content_stream(page)]
    start = next(n for n, (name, values) in enumerate(steps) if name == "CS" and str(values[0]) == "/Cut")
    steps = steps[start : next(n for n, (name, _) in enumerate(steps) if n > start and name == "Q")]
    names = [name for name, _ in steps]
    assert names.count("S") == 1
    assert not {"f", "f*", "B", "b", "s", "d"} & set(names), "stroked, neither filled nor dashed"
    assert [float(v) for v in steps[names.index("w")][1]] == [0.25]
    assert [float(v) for v in steps[names.index("SCN")][1]] == [1]
    rings, ring, at = [], [], np.zeros(2)
    for name, values in steps:
        numbers = np.array([float(v) for v in values]).reshape(-1, 2) if name in ("m", "l", "c") else None
        if name in ("m", "l"):
            ring.append(numbers)
        if name == "c":
            t = np.linspace(0, 1, 25)[1:, None]
            p = np.vstack([at, numbers])
            ring.append((1 - t) ** 3 * p[0] + 3 * t * (1 - t) ** 2 * p[1] + 3 * t**2 * (1 - t) * p[2] + t**3 * p[3])
        if numbers is not None:
            at = numbers[-1]
        if name == "h":
            points = np.vstack(ring)
            rings.append(np.stack([points[:, 0] - trim[0], trim[3] - points[:, 1]], axis=1) / PT)
            ring = []
    assert ring == [], "every line is closed"
    return Line(rings, sum(name in ("m", "l", "c") for name in names))


def test_a_sticker_carries_its_cut_as_a_spot_line(on_file):
    """Scenario 16: a separation CutContour, stroked along a closed path."""
    path = on_file(STICKER, STICKER.areas[0])["pdf"].path
    with pikepdf.open(path) as document:
        resources = document.pages[0].Resources
        space = resources.ColorSpace.Cut
        assert [str(v) for v in list(space)[:3]] == ["/Separation", "/CutContour", "/DeviceCMYK"]
        assert [float(v) for v in space[3].C1] == [0, 1, 0, 0]
        assert str(resources.ExtGState.Over.BM) == "/Multiply"
        assert not {"/OP", "/op"} & set(resources.ExtGState.Over.keys()), "overprint beside it would ink twice"
    line = cut_of(path)
    assert len(line.rings) == 1
    assert line.nodes < 80, "few nodes: the knife may stop at each"


@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_the_cut_runs_two_millimetres_outside_the_art(vector, on_file):
    """Scenario 16: the set offset, and no path across the art."""
    files = on_file(STICKER, STICKER.areas[0], vector=vector)
    ring = cut_of(files["pdf"].path).rings[0]
    with Image.open(files["png"].path) as picture:
        ink = ink_of(picture, STICKER.areas[0])
    away = cv2.distanceTransform((~ink).astype(np.uint8), cv2.DIST_L2, 5) * 25.4 / 300
    dense = np.vstack([np.linspace(a, b, 40) for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True)])
    rows = np.clip((dense[:, 1] * 300 / 25.4).astype(int), 0, 1199)
    columns = np.clip((dense[:, 0] * 300 / 25.4).astype(int), 0, 1199)
    clear = away[rows, columns]
    assert clear.min() > 1.7
    assert clear.max() < 3.5, "and follows it, but for gaps that it closes"
    assert dense.min() > 0.4
    assert dense.max() < 101.2


def test_the_cut_is_a_plate_of_its_own_and_prints_on_no_other(on_file, tmp_path):
    """Scenario 16: Ghostscript lists it among the plates."""
    path = on_file(STICKER, STICKER.areas[0])["pdf"].path
    ran(
        needs("gs"),
        "-q",
        "-dSAFER",
        "-dBATCH",
        "-dNOPAUSE",
        "-sDEVICE=tiffsep",
        "-r300",
        f"-sOutputFile={tmp_path}/p.tif",
        path,
    )
    plates = {f.stem.removeprefix("p(").removesuffix(")"): f for f in tmp_path.glob("p(*).tif")}
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black", "CutContour"}
    inked = {name: np.asarray(Image.open(file)) < 200 for name, file in plates.items()}
    line = inked["CutContour"]
    assert 0.001 < line.mean() < 0.03, "a thin line"
    outside = line.astype(np.uint8)
    cv2.floodFill(outside, None, (0, 0), 2)
    art = inked["Magenta"] | inked["Yellow"]
    assert art.any()
    assert not (outside[art] == 2).any(), "closed around all of the art"
    assert not (art & line).any(), "and no process ink of its own"
    left, top, right, bottom = box_of(line)
    assert max(right - left, bottom - top) < 1200


def test_a_knife_needs_room_and_says_how_much(tmp_path):
    area = STICKER.areas[0]
    near = made(
        STICKER, area, shape_master(circle(2048, 2048, 1800)), tmp_path, box=Box(1, 1, 99, 99), formats=("pdf",)
    )
    found = next(f for f in near["pdf"].findings.found if f.rule == "cut_near_art")
    assert found.measured == "0.5 mm"
    through = made(
        STICKER, area, shape_master(circle(2048, 2048, 1800)), tmp_path, box=Box(0, 0, 101.6, 101.6), formats=("pdf",)
    )
    assert "cut_through_art" in {f.rule for f in through["pdf"].findings.blocked}


def test_an_opaque_picture_is_cut_around_and_not_through(tmp_path):
    files = made(STICKER, STICKER.areas[0], photo_master(900, 900), tmp_path, formats=("png", "pdf"))
    ring = cut_of(files["pdf"].path).rings[0]
    art = files["png"].art_mm
    assert ring.min() == pytest.approx(art.left - 2, abs=0.1)
    assert ring.max() == pytest.approx(art.right + 2, abs=0.1)
    assert not files["png"].findings.blocked


def test_islands_are_pieces_of_their_own_and_crumbs_are_told(tmp_path):
    two = circle(1200, 2048, 600) + circle(3000, 2048, 600)
    files = made(STICKER, STICKER.areas[0], shape_master(two), tmp_path, formats=("pdf",))
    assert len(cut_of(files["pdf"].path).rings) == 2
    assert next(f for f in files["pdf"].findings.found if f.rule == "several_pieces").measured == "2"
    crumb = circle(1800, 2048, 1200) + circle(3900, 3900, 15)
    files = made(STICKER, STICKER.areas[0], shape_master(crumb), tmp_path, formats=("pdf",))
    assert len(cut_of(files["pdf"].path).rings) == 1
    assert next(f for f in files["pdf"].findings.found if f.rule == "outside_cut").measured == "1"


def test_nothing_but_the_sticker_is_cut(on_file):
    for product, area in AREAS:
        with pikepdf.open(on_file(product, area)["pdf"].path) as document:
            spaces = document.pages[0].Resources.get("/ColorSpace", {})
            assert ("/Cut" in spaces) is bool(area.cut)


# --- what a knife needs, whatever the art


def drawn(draw) -> np.ndarray:
    """A cut-out, 1016 px square, that fills its frame: a pixel is a tenth of a millimetre on the sticker."""
    mask = np.zeros((1016, 1016), dtype=np.uint8)
    draw(mask)
    pixels = np.zeros((1016, 1016, 4), dtype=np.uint8)
    pixels[..., 0], pixels[..., 3] = 200, cv2.GaussianBlur(mask, (0, 0), 0.7)
    return pixels


def two_discs(gap_mm: float):
    def draw(mask):
        cv2.circle(mask, (300, 500), 150, 255, -1)
        cv2.circle(mask, (600 + round(gap_mm * 10), 500), 150, 255, -1)

    return draw


def star(mask):
    angles = np.linspace(0, 2 * np.pi, 11)[:-1]
    radius = np.where(np.arange(10) % 2, 130, 400)
    corners = np.stack([508 + radius * np.cos(angles), 508 + radius * np.sin(angles)], axis=1)
    cv2.fillPoly(mask, [corners.astype(np.int32)], 255)


def ring_with_a_slit(mask):
    cv2.ellipse(mask, (508, 508), (300, 300), 0, 8, 352, 255, 60)


def dots(mask):
    for x, y, radius in np.random.default_rng(3).integers((120, 120, 8), (900, 900, 50), (40, 3)):
        cv2.circle(mask, (int(x), int(y)), int(radius), 255, -1)


def words(mask):
    cv2.putText(mask, "Sticker", (90, 540), cv2.FONT_HERSHEY_SCRIPT_COMPLEX, 7, 255, 12)


SHAPES = {"star": star, "ring with a slit": ring_with_a_slit, "dots": dots, "words": words, "two discs": two_discs(5)}


@pytest.fixture(scope="module")
def cuts(tmp_path_factory):
    """By shape and offset: the page's line, and the print's own ink at 300 ppi."""
    kept, folder = {}, tmp_path_factory.mktemp("cuts")

    def get(shape: str, offset_mm: float = 2.0):
        if (shape, offset_mm) not in kept:
            area = replace(STICKER.areas[0], cut_offset_mm=offset_mm)
            here, box = folder / f"{shape}-{offset_mm}", Box(8, 8, 85.6, 85.6)
            files = made(STICKER, area, png(drawn(SHAPES[shape])), here, box=box, formats=("png", "pdf"))
            with Image.open(files["png"].path) as picture:
                kept[shape, offset_mm] = cut_of(files["pdf"].path), ink_of(picture, area), files["pdf"]
        return kept[shape, offset_mm]

    return get


def clearance_mm(line: Line, ink: np.ndarray) -> np.ndarray:
    """How far each sample of the line lies from the nearest ink: below zero inside it."""
    outside = cv2.distanceTransform((~ink).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    inside = cv2.distanceTransform(ink.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    away = (outside - inside) * 25.4 / 300
    at = np.vstack(line.rings) * 300 / 25.4 - 0.5
    return cv2.remap(
        away.astype(np.float32), at[:, :1].astype(np.float32), at[:, 1:].astype(np.float32), cv2.INTER_LINEAR
    ).ravel()


@pytest.mark.parametrize(("shape", "offset_mm"), [*((shape, 2.0) for shape in SHAPES), ("words", 1.0), ("words", 3.5)])
def test_the_line_keeps_its_offset_from_the_art_everywhere(shape, offset_mm, cuts):
    line, ink, _ = cuts(shape, offset_mm)
    clear = clearance_mm(line, ink)
    assert clear.min() > offset_mm - 0.12, "a pixel and the fit's tolerance"
    assert np.quantile(clear, 0.5) < offset_mm + 0.25, "and follows it, but for gaps that it closes"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_knife_can_turn_at_every_corner(shape, cuts):
    """A disc of nearly the smallest radius rolls along both sides of the line without leaving a gap."""
    for ring in cuts(shape)[0].rings:
        area = Polygon(ring)
        assert area.is_valid
        rolled_inside = area.buffer(-0.95, quad_segs=32).buffer(0.95, quad_segs=32)
        rolled_outside = area.buffer(0.95, quad_segs=32).buffer(-0.95, quad_segs=32)
        for rolled in (rolled_inside, rolled_outside):
            assert area.hausdorff_distance(rolled) < 0.1


def test_a_sharp_corner_would_be_noticed():
    """The control: a square's corner is 0.39 mm from a disc of 0.95 mm that rolls inside it."""
    square = Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    rolled = square.buffer(-0.95, quad_segs=32).buffer(0.95, quad_segs=32)
    assert square.hausdorff_distance(rolled) > 0.3


@pytest.mark.parametrize("shape", SHAPES)
def test_neighbours_are_two_millimetres_apart_and_lie_in_no_other(shape, cuts):
    pieces = [Polygon(ring) for ring in cuts(shape)[0].rings]
    apart = [a.distance(b) for n, a in enumerate(pieces) for b in pieces[:n]]
    assert min(apart, default=2.0) > 1.95


@pytest.mark.parametrize(("gap_mm", "pieces"), [(3.0, 1), (4.2, 1), (5.5, 1), (5.9, 1), (8.0, 2)])
def test_islands_nearer_than_two_cuts_may_be_are_joined(gap_mm, pieces, tmp_path):
    """At 2 mm of border two discs that lie 5.9 mm apart would leave 1.9 mm between their cuts."""
    master = png(drawn(two_discs(gap_mm)))
    extent = 0.1 * (600 + round(gap_mm * 10))
    box = Box(15, 30, extent, 30.1)
    file = made(STICKER, STICKER.areas[0], master, tmp_path, box=box, formats=("pdf",))["pdf"]
    assert len(cut_of(file.path).rings) == pieces
    assert ("cut_bridged" in {f.rule for f in file.findings.found}) is (pieces == 1 and gap_mm > 4)


def test_a_bridge_is_no_thinner_than_the_knife_can_turn(cuts):
    """Between the two discs, where the line is narrowest."""
    ring = Polygon(cuts("two discs")[0].rings[0])
    left, _, right, _ = ring.bounds
    widths = [
        ring.intersection(Polygon([(x, 0), (x + 0.01, 0), (x + 0.01, 102), (x, 102)])).area / 0.01
        for x in np.linspace(left + 5, right - 5, 60)
    ]
    assert min(widths) >= 2.0


def test_a_line_has_few_nodes(cuts):
    """One for each bend and not one for each pixel: the rings are some 250 to 900 mm long."""
    nodes = {shape: cuts(shape)[0].nodes for shape in SHAPES}
    assert all(count < 300 for count in nodes.values()), nodes
    assert nodes["two discs"] < 120


def test_a_cut_that_would_run_through_the_art_is_refused(tmp_path):
    area = replace(STICKER.areas[0], cut_offset_mm=0.4)
    with pytest.raises(InputRefused, match=r"0\.4 mm") as refused:
        made(STICKER, area, shape_master(circle(2048, 2048, 1200)), tmp_path, formats=("pdf",))
    assert refused.value.details["required_mm"] == 1.0


def test_the_processing_step_is_a_layer_that_prints(tmp_path):
    """ISO 19593-1 names what the line is for; some controllers skip layers that are off."""
    area = replace(STICKER.areas[0], processing_steps=True)
    file = made(STICKER, area, shape_master(circle(2048, 2048, 1200)), tmp_path, formats=("pdf",))["pdf"]
    with pikepdf.open(file.path) as document:
        shown = document.Root.OCProperties
        [group] = list(shown.OCGs)
        assert str(group.GTS_Metadata.GTS_ProcStepsGroup) == "/Structural"
        assert str(group.GTS_Metadata.GTS_ProcStepsType) == "/PartialCutting"
        assert list(shown.D.ON) == [group]
        assert "/OFF" not in shown.D
    assert len(cut_of(file.path).rings) == 1
