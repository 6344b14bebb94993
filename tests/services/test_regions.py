"""A part of a picture: it alone is drawn anew, the rest stays byte for byte, and what had drifted there is measured and told."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pod import composition
from pod.drawing import Canvas, rasterise, write_svg
from pod.drawing.shapes import rect
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.jobs.claim import run_one
from pod.model.artwork import MendKind, MendStep, Questions
from pod.model.design import CandidateState
from pod.model.errors import InputRefused, ProviderFailed
from pod.model.geometry import Box
from pod.model.job import Lane
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from pod.services.editing import Wish
from pod.services.editing.regions import in_artwork
from pod.services.editing.work import Before, EditTask, make_edit
from tests.services.bench import KEY, SHOPPER

PART = Box(0.375, 0.375, 0.25, 0.15)
"""The bar that the studio paints, and a little around it."""

HAT = Wish("give it a hat", region=PART)


@pytest.fixture
def opened(with_a_proof):
    return lambda **studio: with_a_proof(studio={"edits": True, **studio})


def edited(bench, wish=HAT):
    """The artwork before and after, and the candidate that was made of it."""
    design = bench.proofed()
    before = bench.designs.artwork(SHOPPER, design.candidates[0].artwork_id)
    bench.edits.ask(SHOPPER, design.id, wish)
    while run_one(bench.store, bench.work(), Lane.MODEL, "bench"):
        pass
    candidate = bench.design(design).candidates[-1]
    assert candidate.state is CandidateState.READY, candidate.reason
    return before, bench.designs.artwork(SHOPPER, candidate.artwork_id), candidate


def mended(bench, artwork):
    steps = [s for s in artwork.mending if s.kind is not MendKind.MOVE_AND_PAD]
    return composition.replay(load_picture(bench.files.open(artwork.file)).pixels, steps)


def outside(pixels):
    left, right, top, bottom = (round(v * 800) for v in (PART.left, PART.right, PART.top, PART.bottom))
    mask = np.ones(pixels.shape[:2], bool)
    mask[top:bottom, left:right] = False
    return pixels[mask]


@pytest.mark.parametrize("drift_px", [(0, 0), (4, 2)])
def test_the_rest_is_put_back_byte_for_byte_and_what_had_drifted_there_is_told(opened, drift_px):
    bench = opened(strays=True, drift_px=drift_px)
    before, after, candidate = edited(bench)
    old, new = (mended(bench, artwork) for artwork in (before, after))
    assert np.array_equal(outside(new), outside(old))
    assert not np.array_equal(new, old)
    change = after.change
    assert change.put_back
    assert (change.region.left, change.region.top) == pytest.approx((PART.left, PART.top), abs=0.002)
    assert (change.region.right, change.region.bottom) == pytest.approx((PART.right, PART.bottom), abs=0.002)
    assert change.elsewhere > 0.01, "as it was delivered"
    assert change.shift_right == pytest.approx(drift_px[0] / 800, abs=0.001)
    assert [f.rule for f in candidate.findings.found if f.rule in ("edit_elsewhere", "edit_shift")] == []


def test_a_picture_in_which_the_rest_was_put_back_has_no_paths_that_draw_the_rest_otherwise(tmp_path):
    def house(door: str, roof: str):
        canvas = Canvas(400, 400)
        for left, top, width, height, ink in (
            (60, 160, 280, 180, "#c8281e"),
            (120, 60, 160, 100, roof),
            (170, 240, 60, 60, door),
        ):
            canvas.fill(rect(left, top, width, height), ink)
        drawing = canvas.drawing()
        return encode_png(rasterise(drawing, 400)), write_svg(drawing).encode()

    master = tmp_path / "before.png"
    master.write_bytes(house("#161a30", "#e6b566")[0])
    came, paths = house("#1e5c96", "#2f7d4f")
    task = EditTask(Before(master, None, ()), (), Questions(), came, paths, region=Box(0.4, 0.58, 0.2, 0.2))
    assert make_edit(task).change.put_back
    assert make_edit(task).vector is None
    assert make_edit(replace(task, region=None)).vector == paths


def test_what_has_moved_too_far_stays_as_it_came_and_that_is_found(opened):
    bench = opened(drift_px=(24, 0))
    _, after, candidate = edited(bench)
    assert not after.change.put_back
    assert "edit_shift" in {f.rule for f in candidate.findings.found}


@pytest.mark.parametrize("masks", [True, False])
def test_where_the_service_takes_a_mask_it_gets_one_and_is_told_in_words_in_any_case(opened, masks):
    bench = opened(masks=masks)
    edited(bench)
    [told], [mask], [given] = bench.studio.told, bench.studio.masked, bench.studio.given
    assert "between 38% and 62% of the picture's width" in told
    assert "between 38% and 52% of its height" in told
    assert bool(mask) is masks
    if masks:
        with Image.open(io.BytesIO(mask)) as shape, Image.open(io.BytesIO(given)) as picture:
            assert shape.size == picture.size
            assert shape.getchannel("A").point(lambda v: 255 - v).getbbox() == (300, 300, 500, 420)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(HAT, region=Box(0.9, 0.1, 0.2, 0.2)), "region"),
        (replace(HAT, region=Box(-0.1, 0.1, 0.2, 0.2)), "region"),
        (replace(HAT, region=Box(0.1, 0.1, 0.01, 0.2)), "region"),
        (Wish("add a drop shadow", region=PART), "region_of_the_whole"),
        (Wish("change the words to “HI”", region=PART), "region_of_the_whole"),
        (Wish("give it a hat", cloth="white", region=PART), "region_of_the_whole"),
        (Wish(lettering="HI", region=PART), "region_of_the_whole"),
    ],
)
def test_what_is_no_part_or_belongs_to_the_whole_is_refused_before_anybody_is_asked(opened, wish, code):
    bench = opened()
    with pytest.raises(InputRefused) as refused:
        bench.edits.ask(SHOPPER, bench.proofed().id, wish)
    assert (refused.value.code, bool(refused.value.hint), bench.studio.told) == (code, True, [])


def test_a_recipe_is_not_drawn_again_for_a_part_of_it(open_a_bench, data_dir):
    bench = open_a_bench(more_providers={"embedded": Embedded(EmbeddedSettings(str(data_dir)))})
    design = bench.drawn(provider="embedded", subject="a fox reading a book", seed=7)
    bench.designs.choose(SHOPPER, design.id, 1)
    with pytest.raises(ProviderFailed, match="image service that edits"):
        bench.edits.ask(SHOPPER, design.id, Wish("make the fox blue", region=PART))


def test_the_same_key_is_the_same_part_and_a_wish_without_one_is_what_it_was(opened):
    bench = opened()
    design = bench.proofed()
    first, again = (bench.edits.ask(SHOPPER, design.id, HAT, idempotency_key=KEY) for _ in range(2))
    assert (first.candidate.n, again.new) == (again.candidate.n, False)
    with pytest.raises(InputRefused, match="used for another request"):
        bench.edits.ask(SHOPPER, design.id, replace(HAT, region=None), idempotency_key=KEY)
    assert "region" not in Wish("give it a hat").as_asked()


@pytest.mark.parametrize(
    ("window", "seen", "there"),
    [
        (None, Box(0.25, 0.5, 0.5, 0.25), Box(0.25, 0.5, 0.5, 0.25)),
        ((100, -50, 800, 400), Box(0.25, 0.5, 0.5, 0.25), Box(0.375, 0.375, 0.5, 0.25)),
        ((-200, 0, 1200, 400), Box(0.0, 0.0, 0.5, 1.0), Box(0.0, 0.0, 0.5, 1.0)),
    ],
)
def test_a_part_of_the_picture_as_pages_show_it_is_found_in_the_artwork(opened, window, seen, there):
    """Pages show the art in the middle of its frame: moved, and padded or cropped."""
    bench = opened()
    artwork = bench.designs.artwork(SHOPPER, bench.proofed().candidates[0].artwork_id)
    names = ("left", "top", "width", "height")
    steps = (MendStep(MendKind.MOVE_AND_PAD, dict(zip(names, window, strict=True))),) if window else ()
    found = in_artwork(seen, replace(artwork, width_px=800, height_px=400, mending=steps))
    assert (found.left, found.top) == pytest.approx((there.left, there.top))
    assert (found.width, found.height) == pytest.approx((there.width, there.height))
