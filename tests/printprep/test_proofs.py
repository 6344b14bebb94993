"""Proofs: the print file's own picture, on its product, in its cloth, within a millimetre of where it prints."""

from __future__ import annotations

import io
import math
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from pod.imaging.colour import delta_e, srgb_icc, to_hex
from pod.model.product import Background
from pod.printprep import proof
from pod.printprep.mockups import PLAIN, mockup_of
from pod.printprep.mockups.mug import RIM_MM, Mug
from tests.printprep.prints import AREA_IDS, AREAS, EVERY_AREA, EVERY_AREA_IDS, SHOP, box_of, ink_of

GREEN, VIOLET = (0, 150, 60), (120, 0, 150)
WIDTH_PX = 1200
QUICK_PX = 500
"""Wide enough for the middles of dots, which are known to a fraction of a pixel."""


def marked(area, dots: list[tuple[float, float, tuple[int, int, int]]], *, dot_mm: float, ppi: float = 75) -> bytes:
    """A print file drawn by Pillow alone: discs at places in the trim's millimetres."""
    size_px = tuple(round((mm + 2 * area.bleed_mm) / 25.4 * ppi) for mm in (area.width_mm, area.height_mm))
    per_mm = size_px[0] / (area.width_mm + 2 * area.bleed_mm)
    full = area.background is Background.FULL
    pixels = np.array(Image.new("RGB", size_px, "white") if full else Image.new("RGBA", size_px))
    for x_mm, y_mm, colour in dots:
        centre = tuple(round(((v + area.bleed_mm) * per_mm - 0.5) * 16) for v in (x_mm, y_mm))
        shade = colour if full else (*colour, 255)
        cv2.circle(pixels, centre, round(dot_mm / 2 * per_mm * 16), shade, -1, shift=4)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", dpi=(ppi, ppi), icc_profile=srgb_icc(), compress_level=1)
    return stream.getvalue()


def shown(data: bytes, product, area, cloth=None, width_px: int = WIDTH_PX) -> np.ndarray:
    process = SHOP.process(product.process)
    picture = proof(data, product, area, cloth or product.cloths[0], process, width_px=width_px)
    with Image.open(io.BytesIO(picture)) as image:
        assert image.width == width_px
        return np.asarray(image.convert("RGB")).astype(int)


def places_of(picture: np.ndarray, colour: tuple[int, int, int], below: int = 0) -> np.ndarray:
    """Where the dots of a hue lie in the picture: the light on them may vary, their hue does not."""
    lit = picture[below:] - picture[below:].min(axis=2, keepdims=True)
    wanted = np.array(colour) - min(colour)
    hue = (lit @ wanted) / np.maximum(np.linalg.norm(lit, axis=2) * np.linalg.norm(wanted), 1e-6)
    mask = ((hue > 0.97) & (lit.max(axis=2) > 60)).astype(np.uint8)
    count, _, stats, centres = cv2.connectedComponentsWithStats(mask)
    large = [i for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] > 0.3 * stats[1:, cv2.CC_STAT_AREA].max()]
    return np.array([centres[i] + (0.5, 0.5 + below) for i in large])


def corners(area, above: float = 1 / 6) -> list[tuple[float, float, tuple[int, int, int]]]:
    """Four dots a sixth of the way in (`above` from the upper edge), the left upper one of another colour, so that a turn
    would be seen."""
    w, h = area.width_mm, area.height_mm
    return [
        (w / 6, h * above, VIOLET),
        *((x * w, y * h, GREEN) for x, y in ((5 / 6, above), (1 / 6, 5 / 6), (5 / 6, 5 / 6))),
    ]


UPPER_DOTS = {"phone-case": 0.45, "phone-case-galaxy": 0.45, "panel": 0.52}
"""By mock-up: a phone's camera looks out where the upper dots would be, and a panel's corners are cut away."""


def below(product, width_px: int = WIDTH_PX) -> int:
    """A mug's proof shows the art on three mugs first; the wrap laid flat is what is measured."""
    return round(178 * width_px / 350) if product.kind == "mugs" else 0


def calibrated(product, area, width_px: int = WIDTH_PX) -> np.ndarray:
    """The affine map from the trim's mm to the proof's pixels, by least squares over dots whose places are known."""
    dots = corners(area, UPPER_DOTS.get(product.mockup, 1 / 6))
    dot_mm = min(area.width_mm, area.height_mm) / (20 if width_px == WIDTH_PX else 9)
    ppi = max(24, min(75, 700 * 25.4 / max(area.width_mm, area.height_mm)))
    picture = shown(marked(area, dots, dot_mm=dot_mm, ppi=ppi), product, area, width_px=width_px)
    upper = below(product, width_px)
    seen = [places_of(picture, VIOLET, upper), places_of(picture, GREEN, upper)]
    assert [len(s) for s in seen] == [1, 3]
    greens = seen[1][np.lexsort((seen[1][:, 0], np.round(seen[1][:, 1] / 20)))]
    pixels = np.vstack([seen[0], greens])
    known = np.array([(x, y, 1.0) for x, y, _ in dots])
    matrix, *_ = np.linalg.lstsq(known, pixels, rcond=None)
    px_per_mm = math.hypot(*matrix[0])
    assert np.linalg.norm(known @ matrix - pixels, axis=1).max() < 0.6 * px_per_mm, (
        "every dot within 0.6 mm of a true scale"
    )
    # a round thing moves its ink by a fold's width, which is more of a small print
    exact = max(0.01, 0.5 / min(area.width_mm, area.height_mm)) * px_per_mm
    assert matrix[0] == pytest.approx((px_per_mm, 0), abs=exact), "neither turned nor sheared"
    assert matrix[1] == pytest.approx((0, px_per_mm), abs=exact)
    return matrix


@pytest.mark.parametrize(("product", "area"), EVERY_AREA, ids=EVERY_AREA_IDS)
def test_every_product_is_shown_true_to_scale_and_upright(product, area):
    calibrated(product, area, QUICK_PX)


@pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
def test_art_stands_within_a_millimetre_of_its_place_in_the_file(product, area, on_file):
    """Two proofs: dots at known places show where the trim lies, then the F is measured against its own print file."""
    matrix = calibrated(product, area)
    prepared = on_file(product, area)["png"]
    with Image.open(prepared.path) as picture:
        per_mm = picture.width / (area.width_mm + 2 * area.bleed_mm)
        in_file = np.array(box_of(ink_of(picture, area))) / per_mm - area.bleed_mm
    seen = shown(prepared.path.read_bytes(), product, area)
    red = (seen[..., 0] > 110) & (seen[..., 1:].max(axis=2) < 0.62 * seen[..., 0])
    red[: below(product)] = False
    _, labels, stats, _ = cv2.connectedComponentsWithStats(red.astype(np.uint8))
    largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
    left, top, right, bottom = box_of(labels == largest)
    inverse = np.linalg.inv(np.vstack([matrix.T, [0, 0, 1]]))
    in_proof = np.concatenate([(inverse @ (x, y, 1))[:2] for x, y in ((left, top), (right, bottom))])
    assert in_proof == pytest.approx(in_file, abs=1.0)


@pytest.mark.parametrize("sku", ["mug-11oz", "mug-15oz", "mug-20oz"])
def test_the_wrap_runs_around_the_mug_true_to_the_millimetre(sku):
    """Along the glaze, dots lie where an arc of the mug's own size puts them, seen from the front and from both sides."""
    product = SHOP.product(sku)
    mug = mockup_of(product, product.areas[0])
    assert isinstance(mug, Mug)
    area, per_mm = product.areas[0], WIDTH_PX / 350
    along = [-60.0, -40.0, -20.0, 0.0, 20.0, 40.0, 60.0]
    dots = [(area.width_mm / 2 + a, area.height_mm / 2, GREEN) for a in along]
    picture = shown(marked(area, dots, dot_mm=5), product, area)
    found = places_of(picture[: below(product)], GREEN) / per_mm
    for view in mug.views:
        turn = math.radians(view.turn_degrees)
        for a in along:
            angle = a / mug.body.radius_mm - turn
            if abs(angle) > math.radians(50):
                continue
            x = view.x_mm + view.scale * mug.body.radius_mm * math.sin(angle)
            y = view.top_mm + view.scale * (mug.body.height_mm / 2 + RIM_MM * math.cos(angle))
            assert np.linalg.norm(found - (x, y), axis=1).min() < 1.0, (view, a)


@pytest.mark.parametrize("sku", ["tee", "tote"])
def test_cloth_has_its_own_colour(sku):
    """The middle of the light on it is the cloth's colour; folds lie to both sides."""
    product = SHOP.product(sku)
    area = product.areas[0]
    dot = marked(area, [(area.width_mm / 2, area.height_mm / 2, GREEN)], dot_mm=4)
    for cloth in product.cloths:
        picture = shown(dot, product, area, cloth, 600)
        body = picture[int(0.42 * len(picture)) : int(0.75 * len(picture)), 200:400].reshape(-1, 3)
        assert delta_e(to_hex(tuple(np.median(body, axis=0))), cloth.rgb) < 6, cloth.name
        light = body.sum(axis=1)
        assert np.quantile(light, 0.95) - np.quantile(light, 0.05) > 12, f"{cloth.name} lies in folds"


def test_ink_lies_in_the_same_light_as_its_cloth():
    product = SHOP.product("tee")
    area = product.areas[0]
    block = marked(area, [(152.4, 203.2, (128, 128, 128))], dot_mm=290)
    seen = shown(block, product, area)[400:900, 420:780].mean(axis=2)
    assert np.quantile(seen, 0.98) - np.quantile(seen, 0.02) > 8
    assert abs(np.median(seen) - 128) < 8


def test_a_proof_shows_what_is_in_the_print_file_and_nothing_else():
    """A stray dot painted into the finished file is on the shirt; taken out, it is gone."""
    product = SHOP.product("tee")
    area = product.areas[0]
    clean = corners(area)
    with_dot = [*clean, (150.0, 120.0, GREEN)]
    before, after = (shown(marked(area, dots, dot_mm=12), product, area) for dots in (clean, with_dot))
    assert len(places_of(after, GREEN)) == len(places_of(before, GREEN)) + 1
    changed = np.abs(before - after).max(axis=2) > 3
    left, top, right, bottom = box_of(changed)
    assert (right - left, bottom - top) == pytest.approx((18, 18), abs=3)  # 12 mm at 1.5 px each


def test_the_bleed_is_cut_off():
    product = SHOP.product("poster-18x24")
    area = product.areas[0]
    pixels = np.full((1819, 1369, 3), 255, dtype=np.uint8)
    bleed = round(3.175 / 25.4 * 75)
    for edge in (np.s_[:bleed], np.s_[-bleed:], np.s_[:, :bleed], np.s_[:, -bleed:]):
        pixels[edge] = GREEN
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=1)
    picture = shown(stream.getvalue(), product, area)
    assert not (picture[..., 1] - picture[..., 0] > 40).any()


def test_a_sticker_is_shown_cut_where_the_knife_will_go():
    product = SHOP.product("sticker-4in")
    area = product.areas[0]
    picture = shown(marked(area, [(50.8, 50.8, VIOLET)], dot_mm=60), product, area)
    per_mm = WIDTH_PX / (101.6 + 26)
    middle = 63.8 * per_mm

    def at(from_middle_mm: float) -> np.ndarray:
        return picture[round(middle), round(middle - from_middle_mm * per_mm)]

    assert at(29.0)[1] < 80, "art"
    assert at(31.0).min() > 248, "two millimetres of white vinyl"
    assert at(34.0).max() < 246, "then the backing"


def test_every_product_has_been_drawn():
    assert [p.sku for p, a in EVERY_AREA if mockup_of(p, a) is PLAIN] == []


def test_a_picture_that_lies_is_shown_on_an_area_that_lies():
    """The same poster, its long side across: nothing is squeezed."""
    product = SHOP.product("poster-18x24")
    lying = product.areas[0].facing(3, 2)
    dots = corners(lying)
    picture = shown(marked(lying, dots, dot_mm=20), product, product.areas[0])
    assert picture.shape[1] > picture.shape[0]
    across, down = (places_of(picture, GREEN).max(axis=0) - places_of(picture, VIOLET)[0]) / picture.shape[1]
    assert across / down == pytest.approx(609.6 / 457.2, abs=0.01)


def test_a_canvas_shows_what_wraps_round_its_sides():
    """Colours beside the face are on the side that they wrap round, as far as the side is deep."""
    product = SHOP.product("canvas-12x12")
    area = product.areas[0]
    right = [(304.8 + 19.0, y, GREEN) for y in range(40, 300, 8)]
    above = [(x, -19.0, VIOLET) for x in range(20, 300, 8)]
    behind = [(304.8 + 60.0, 150.0, GREEN), (150.0, -60.0, VIOLET)]
    picture = shown(marked(area, [*right, *above, *behind], dot_mm=12), product, area)
    wrapped = mockup_of(product, area)
    left, top = wrapped.corner_mm(area)
    per_mm = WIDTH_PX / wrapped.width_mm(area)
    green, violet = places_of(picture, GREEN) / per_mm, places_of(picture, VIOLET) / per_mm
    assert green[:, 0] - left - 304.8 == pytest.approx(np.full(len(green), 0.42 * 19), abs=1.0)
    assert violet[:, 1] - top == pytest.approx(np.full(len(violet), -0.24 * 19), abs=1.0)


def test_thread_stands_up_from_the_cloth_and_ink_lies_in_it():
    """One flat colour: sewn it is striped by the stitches' shade, printed it is as smooth as the cloth."""
    product = SHOP.product("sweatshirt")
    area = product.area("large-centre")
    block = marked(area, [(127.0, 76.2, (128, 128, 128))], dot_mm=120)

    def roughness(process: str) -> float:
        picture = proof(block, product, area, product.cloths[0], SHOP.process(process), width_px=WIDTH_PX)
        with Image.open(io.BytesIO(picture)) as image:
            patch = np.asarray(image.convert("L"))[380:440, 560:640].astype(float)
        return float(np.abs(np.diff(patch, axis=1)).mean())

    assert roughness("embroidery") > 2 * roughness("dtg")


def test_a_product_that_nobody_has_drawn_is_a_plain_sheet():
    product = replace(SHOP.product("tee"), mockup="")
    area = product.areas[0]
    picture = shown(marked(area, [(152.4, 203.2, GREEN)], dot_mm=20), product, area)
    assert len(places_of(picture, GREEN)) == 1
    assert picture[len(picture) // 2, WIDTH_PX // 5].min() > 240
