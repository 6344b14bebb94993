"""The whole job in headless Chromium, on a phone and on a desk: from a sentence to files in the hot folder.

A shopper's part is done on the pages, the operator's through the API. What comes out is read by others than us: Pillow,
pikepdf, poppler, FreeType.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, expect

from pod.lettering import font_named
from tests.browser import watched
from tests.journeys.printed import read, words_printed
from tests.journeys.steps import (
    ADDRESS,
    CLOTH,
    PATIENCE_MS,
    SIZES,
    TEE_PX,
    WORDS,
    Seen,
    ask,
    asked_for,
    choose,
    handed_over,
    letter,
    looked_over,
    order,
    wait_for_proof,
    watch_them_arrive,
)
from tests.servers.pod import Shop

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


@pytest.fixture(scope="module", params=SIZES)
def seen(request: pytest.FixtureRequest, browser: Browser, server: Shop) -> Iterator[Seen]:
    """The whole job once at each size, each page and state of it looked over."""
    context = browser.new_context(viewport=SIZES[request.param], locale="en-GB")
    visit = watched(context, server.address)
    found = Seen(server, len(asked_for(server)))
    found.design_id = ask(visit)
    watch_them_arrive(visit, found)
    page = visit.page
    choose(page, 1)
    looked_over(visit)
    letter(page, WORDS, version=2)
    page.get_by_role("radio", name=CLOTH).check()
    wait_for_proof(page, 3)
    looked_over(visit)
    found.proof_alt = page.locator("#proof").get_attribute("alt") or ""
    found.versions = found.api("/versions")["items"]
    page.get_by_role("button", name="Looks right: approve").click()
    expect(page.locator("#order")).to_be_focused(timeout=PATIENCE_MS)
    looked_over(visit)
    order(page)
    looked_over(visit)
    found.order_id = page.url.rsplit("/", 1)[1]
    found.order_text = page.locator("main").inner_text()
    found.folder = handed_over(server, found.order_id)
    yield found
    context.close()


# --- what a shopper sees


def test_a_double_tap_is_one_design_and_one_order(seen):
    orders = seen.server.operate("GET", "/api/v1/orders?limit=200", 200).json()["items"]
    ours = {v["id"] for v in seen.versions}
    assert [o["id"] for o in orders if o["items"][0]["version_id"] in ours] == [seen.order_id]
    asked = asked_for(seen.server)
    at_once = [d for d in asked if d["created_at"] == seen.api()["created_at"]]
    assert [d["id"] for d in at_once] == [seen.design_id]
    assert len(asked) == seen.asked_before + 1


def test_the_drawings_arrive_one_by_one_while_the_page_says_how_far_it_is(seen):
    counts = [ready for ready, _, _ in seen.arrivals]
    assert counts == sorted(counts)
    assert counts[-1] == 4
    partly = [(ready, waiting) for ready, waiting, _ in seen.arrivals if 0 < ready < 4]
    assert partly, "all four came at once"
    assert all(ready + waiting == 4 for ready, waiting in partly), "an empty place is shown for each that is to come"
    assert len({says for _, _, says in seen.arrivals}) > 4, "its text changes while it waits"


def test_what_arrives_is_announced_to_those_who_do_not_see_it(seen):
    assert "of 4 drawings are here." in seen.announced[0]
    assert seen.announced[1] == "4 of 4 drawings are here. Pick one."


def test_every_change_is_a_version_and_none_costs_a_picture(seen):
    assert [(v["n"], v["lettering"], v["cloth"]) for v in seen.versions] == [
        (1, "", "navy"),
        (2, WORDS, "navy"),
        (3, WORDS, CLOTH),
    ]
    book = seen.server.operate("GET", f"/api/v1/ledger?design={seen.design_id}", 200).json()["items"]
    assert len(book) == 4


def test_the_proof_is_described_in_measured_words(seen):
    for fact in ("Unisex T-shirt", CLOTH, WORDS, "cm on the front"):
        assert fact in seen.proof_alt


def test_the_order_is_told_in_words_without_its_address(seen):
    for fact in ("We have your order", "2 × Unisex T-shirt", "size M", "$48.00", WORDS):
        assert fact in seen.order_text
    assert ADDRESS["line1"] not in seen.order_text


# --- what the printer gets


def test_the_folder_holds_the_approved_files_and_its_checksums_hold(seen):
    listed = dict(line.split("  ", 1)[::-1] for line in (seen.folder / "SHA256SUMS").read_text().splitlines())
    assert listed.keys() == {p.name for p in seen.folder.iterdir()} - {"SHA256SUMS"}
    for name, sha256 in listed.items():
        assert hashlib.sha256((seen.folder / name).read_bytes()).hexdigest() == sha256, name
    approved = seen.api("/versions")["items"][-1]["approvals"][0]["print_files"]
    assert set(approved.values()) <= set(listed.values())
    ticket = (seen.folder / f"{seen.folder.name}.json").read_text(encoding="utf-8")
    for fact in (f"tee/M/{CLOTH}", ADDRESS["line1"], WORDS):
        assert fact in json.dumps(json.loads(ticket), ensure_ascii=False), fact


def the(seen: Seen, ending: str) -> Path:
    [found] = seen.folder.glob(f"*front*{ending}")
    return found


def test_the_picture_has_the_areas_pixels_resolution_profile_and_alpha(seen):
    with Image.open(the(seen, ".png")) as png:
        png.load()
        assert (png.size, png.mode) == (TEE_PX, "RGBA")
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.5)
        assert b"sRGB" in png.info["icc_profile"]
        left, top, right, bottom = png.getchannel("A").getbbox()
    assert min(left, top) > 0
    assert right < TEE_PX[0]
    assert bottom < TEE_PX[1]


def test_the_page_has_its_boxes_and_carries_type_as_outlines(seen):
    with pikepdf.open(the(seen, ".pdf")) as pdf:
        left, bottom, right, top = (float(v) for v in pdf.pages[0].TrimBox)
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert {str(font.BaseFont).partition("+")[2] for font in fonts} == {"PodWords"}, "one that draws nothing"
    assert (right - left, top - bottom) == (pytest.approx(12 * 72, abs=0.01), pytest.approx(16 * 72, abs=0.01))
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    told = subprocess.run(["pdftotext", the(seen, ".pdf"), "-"], capture_output=True, check=True).stdout.decode()
    assert " ".join(told.split()) == WORDS


def test_poppler_draws_the_words_where_the_picture_has_them(seen, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler is not installed")
    drawn = poppler(the(seen, ".pdf").read_bytes(), tmp_path / "with")
    picture = on_paper(the(seen, ".png").read_bytes(), drawn.shape[1], drawn.shape[0])
    # poppler shows what the press makes of the colours: a little other everywhere, and nothing in another place
    assert np.abs(drawn.astype(float) - picture).mean() < 8.0
    assert elsewhere(drawn, picture) < 0.0002
    assert elsewhere(np.roll(drawn, 4, axis=0), picture) > 0.002, "it would be seen"
    without = poppler(seen.print_file(seen.versions[0]["id"], "pdf"), tmp_path / "without")
    assert blocks_of_rows(without < 250) == 1
    assert blocks_of_rows(drawn < 250) > 1, "the words stand apart from the drawing, as do their accents"


def poppler(pdf: bytes, place: Path) -> NDArray[np.uint8]:
    place.with_suffix(".pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", "60", "-png", "-gray", "-singlefile", place.with_suffix(".pdf"), place],
        check=True,
        timeout=120,
    )
    return np.asarray(Image.open(place.with_suffix(".png")).convert("L"))


def on_paper(png: bytes, width_px: int, height_px: int) -> NDArray[np.float64]:
    with Image.open(io.BytesIO(png)) as picture:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
    return np.asarray(paper.convert("L").resize((width_px, height_px), Image.Resampling.BOX), dtype=float)


def elsewhere(drawn: NDArray[np.uint8], picture: NDArray[np.float64]) -> float:
    """The share of pixels that look like none of those around their place: poppler does not smooth the edge of a clip, and along it
    a pixel may be its neighbour."""
    around = Image.fromarray(picture.astype(np.uint8))
    least, most = (
        np.asarray(around.filter(kind(3)), dtype=float) for kind in (ImageFilter.MinFilter, ImageFilter.MaxFilter)
    )
    return float((np.maximum(least - drawn, drawn - most) > 40).mean())


def blocks_of_rows(ink: NDArray[np.bool_]) -> int:
    """How many runs of rows carry ink, with empty rows between them."""
    rows = ink.any(axis=1).astype(int)
    return int((np.diff(np.concatenate([[0], rows])) == 1).sum())


def test_the_words_are_read_back_letter_by_letter_as_they_were_typed(seen):
    """FreeType draws an alphabet in each face that layouts plan; the face that fits best reads the print."""
    printed = words_printed(the(seen, ".png").read_bytes())
    planned = [font_named(kind) for kind in ("slab", "condensed", "round", "script")]
    (fit, words), *_ = sorted((read(printed, face.path) for face in planned), reverse=True)
    assert (words, fit > 0.95) == (WORDS, True)
