"""The whole job in headless Chromium, on a phone and on a desk: from a sentence to files in the hot folder.

A shopper's part is done on the pages, the operator's through the API. What comes out is read by others than us: Pillow,
pikepdf, poppler, FreeType.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, expect

from pod.lettering import font_named
from tests.browser import DESK, PHONE, Visit, watched
from tests.servers.pod import Shop

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

SENTENCE = "a fox reading a book under the moon"
WORDS = "ÉTÉ & SUN 2026"
CLOTH = "black"
ADDRESS = {
    "name": "A. Reader",
    "line1": "1 Long Street",
    "postcode": "N1 1AA",
    "city": "London",
    "email": "a@reader.example",
}
PATIENCE_MS = 180_000
expect.set_options(timeout=PATIENCE_MS)
TEE_PX = (3600, 4800)
SIZES = {"phone": PHONE, "desk": DESK}

NAMED_ROLES = frozenset(
    [
        "button",
        "link",
        "textbox",
        "radio",
        "combobox",
        "checkbox",
        "spinbutton",
        "progressbar",
        "dialog",
        "region",
    ]
)
WATCH_ARRIVALS = """() => {
  window.seen = [];
  new MutationObserver(() => {
    const says = document.querySelector('.says')?.textContent.trim();
    const ready = document.querySelectorAll('.candidate.ready').length;
    const waiting = document.querySelectorAll('.candidate .skeleton').length;
    const now = JSON.stringify([ready, waiting, says]);
    if (window.seen.at(-1) !== now) window.seen.push(now);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


@dataclass
class Seen:
    """What was seen on the way, and where it led."""

    server: Shop
    asked_before: int = 0
    design_id: str = ""
    arrivals: list[tuple[int, int, str]] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)
    proof_alt: str = ""
    versions: list[dict[str, Any]] = field(default_factory=list)
    order_id: str = ""
    order_text: str = ""
    folder: Path = Path()

    def api(self, path: str = "") -> Any:
        return self.server.operate("GET", f"/api/v1/designs/{self.design_id}{path}", 200).json()

    def print_file(self, version_id: str, kind: str) -> bytes:
        """The bytes of a version's print file, as its signed address gives them."""
        files = self.api(f"/files?version={version_id}")["files"]
        [url] = [f["file"]["url"] for f in files if f["format"] == kind]
        return self.server.operate("GET", url, 200).content


ALL_HERE = "document.querySelectorAll('.candidate.ready').length === 4"

# --- steps


def wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def until(page: Page, expression: str) -> None:
    """Playwright's own waiting makes a function of a text inside the page, which the page's policy forbids."""
    wait_until(lambda: bool(page.evaluate(expression)))


def accessible(page: Page, *, dialog: bool = False) -> None:
    """Every control has a name, headings skip no level, pictures are described or hidden, as the browser tells others.

    While a `dialog` is open, there is nothing but the dialog.
    """
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    shown = [n for n in nodes if not n.get("ignored")]
    for node in shown:
        role, name = node["role"]["value"], node.get("name", {}).get("value", "").strip()
        assert name or role not in NAMED_ROLES, f"a {role} without a name on {page.url}: {node}"
        assert name or role not in ("image", "img"), f"a picture that is not described on {page.url}"
    levels = [_level(n) for n in shown if n["role"]["value"] == "heading"]
    assert levels[0] == (2 if dialog else 1), levels
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), levels
    assert any(n["role"]["value"] == ("dialog" if dialog else "main") for n in shown)


def _level(node: dict[str, Any]) -> int:
    return next(int(p["value"]["value"]) for p in node["properties"] if p["name"] == "level")


def tappable(page: Page) -> None:
    """What is pressed is at least 44 px high, or stands in a line of text."""
    low = page.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main summary, main label:has(input), main a.button, main a.chip')]
            .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert low == []


def looked_over(visit: Visit) -> None:
    visit.check()
    accessible(visit.page)
    tappable(visit.page)


def ask(visit: Visit) -> str:
    """Types the sentence, picks cloth and style, taps twice on the button; the design's id."""
    page = visit.open("/")
    looked_over(visit)
    page.get_by_label("Your sentence").fill(SENTENCE)
    page.get_by_text("Let it choose").first.click()
    page.get_by_role("radio", name="Retro sunset").check()
    page.get_by_role("radio", name="navy").check()
    expect(page.locator("[data-summary]")).to_contain_text("navy")
    page.get_by_role("button", name="Draw it").dblclick()
    page.wait_for_url("**/d/*")
    return page.url.rsplit("/", 1)[1]


def asked_for(server: Shop) -> list[dict[str, Any]]:
    """Every design of this sentence so far."""
    listed = server.operate("GET", "/api/v1/designs?limit=200", 200).json()["items"]
    return [d for d in listed if d["subject"] == SENTENCE and d["style"] == "retro-sunset"]


def watch_them_arrive(visit: Visit, seen: Seen) -> None:
    page = visit.page
    page.evaluate(WATCH_ARRIVALS)
    expect(page.locator(".candidate")).to_have_count(4)
    visit.check()
    page.wait_for_selector(".candidate.ready", timeout=PATIENCE_MS)
    seen.announced.append(page.locator("#announce").inner_text())
    until(page, ALL_HERE)
    seen.announced.append(page.locator("#announce").inner_text())
    seen.arrivals = [tuple(json.loads(row)) for row in page.evaluate("window.seen")]
    looked_over(visit)


def choose(page: Page, n: int) -> None:
    page.get_by_role("button", name=f"Choose drawing {n}").click()
    wait_for_proof(page, 1)
    expect(page.locator("#stage-heading")).to_be_focused()


def wait_for_proof(page: Page, version: int) -> None:
    expect(page.locator("#stage-heading")).to_contain_text(f"Version {version}", timeout=PATIENCE_MS)
    page.wait_for_selector("#proof", timeout=PATIENCE_MS)


def letter(page: Page, words: str, version: int) -> None:
    """Types the words; they are shown before anything is made of them, and made when the field is left."""
    page.locator("#lettering").fill(words)
    page.wait_for_selector("#quick:not([hidden])", timeout=PATIENCE_MS)
    page.locator("#lettering").blur()
    wait_for_proof(page, version)


def order(page: Page) -> None:
    page.get_by_label("Size").select_option("M")
    page.get_by_label("How many").fill("2")
    expect(page.locator("[data-total]")).to_have_text("$48.00")
    for name, value in ADDRESS.items():
        page.locator(f"#{name}").fill(value)
    page.get_by_role("button", name="Order now").dblclick()
    page.wait_for_url("**/o/*")


def handed_over(server: Shop, order_id: str) -> Path:
    """The operator's part: paid, and out at the partner."""
    server.operate("POST", f"/api/v1/orders/{order_id}/mark-paid", 200)

    def handoff() -> dict[str, Any]:
        [only] = server.operate("GET", f"/api/v1/orders/{order_id}", 200).json()["handoffs"]
        assert only["state"] not in ("on_hold", "rejected", "failed", "unknown"), only["reason"]
        return dict(only)

    wait_until(lambda: handoff()["state"] == "accepted")
    return server.data_dir / "handoff" / handoff()["reference"]


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
    apart = np.abs(drawn.astype(float) - picture)
    assert apart.mean() < 8.0
    assert (apart > 40).mean() < 0.002
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


def words_printed(png: bytes) -> NDArray[np.bool_]:
    """The ink of the lowest block of rows, cut out."""
    with Image.open(io.BytesIO(png)) as picture:
        ink = np.asarray(picture.getchannel("A")) > 127
    bottom = int(np.nonzero(ink.any(axis=1))[0][-1])
    empty_above = np.nonzero(~ink[:bottom].any(axis=1))[0]
    # accents stand apart from their letters: the gap to the drawing is the last one that is wider than a stroke
    gaps = np.split(empty_above, np.nonzero(np.diff(empty_above) > 1)[0] + 1)
    top = next(int(gap[-1]) + 1 for gap in reversed(gaps) if len(gap) > 60)
    columns = np.nonzero(ink[top : bottom + 1].any(axis=0))[0]
    return ink[top : bottom + 1, columns[0] : columns[-1] + 1]


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÄÈÉÊËÎÏÔÖÙÛÜÇ0123456789&+-"


def read(printed: NDArray[np.bool_], face: Path) -> tuple[float, str]:
    """How well the face fits, and what it reads: letters are the runs of columns with ink, a wide gap is a blank."""
    font = ImageFont.truetype(str(face), 300)
    letters = {character: drawn_letter(character, font) for character in ALPHABET}
    edges = np.diff(np.concatenate([[0], printed.any(axis=0).astype(int), [0]]))
    starts, ends = np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0]
    gaps = [0, *(starts[1:] - ends[:-1])]
    found = [best_letter(printed[:, a:b], letters) for a, b in zip(starts, ends, strict=True)]
    wide = 2.5 * float(np.median(gaps[1:] or [0]))
    text = "".join(" " * bool(gap > wide) + letter for gap, (_, letter) in zip(gaps, found, strict=True))
    return float(np.mean([fit for fit, _ in found])), text


def drawn_letter(character: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    page = Image.new("L", (700, 700), 0)
    ImageDraw.Draw(page).text((150, 150), character, font=font, fill=255)
    return page.crop(page.getbbox())


def best_letter(block: NDArray[np.bool_], letters: dict[str, Image.Image]) -> tuple[float, str]:
    rows = np.nonzero(block.any(axis=1))[0]
    inked = block[rows[0] : rows[-1] + 1]
    return max((alike(inked, letter), character) for character, letter in letters.items())


def alike(inked: NDArray[np.bool_], letter: Image.Image) -> float:
    """Ink that both have, of the ink that either has; less where one is wider than the other."""
    height, width = inked.shape
    shapes = sorted((width / height, letter.width / letter.height))
    other = np.asarray(letter.resize((width, height), Image.Resampling.BILINEAR)) > 127
    return float(shapes[0] / shapes[1] * (inked & other).sum() / (inked | other).sum())


# --- other ways through


def test_the_cloth_changes_without_asking_the_server(visit: Callable[..., Visit]):
    """The line is cut: what is shown at once is all that there is to see."""
    opened = visit(PHONE)
    opened.expected.append("ERR_INTERNET_DISCONNECTED")
    page = opened.page
    to_a_proof(opened)
    until(page, "document.querySelector('[data-part=stage]').dataset.looks === 'here'")
    page.context.set_offline(True)
    shown = page.evaluate(
        """() => {
          document.querySelector('#cloth-red').click();
          const [cloth, art] = document.querySelectorAll('#quick img');
          return [document.querySelector('#quick').hidden, cloth.getAttribute('src'), art.getAttribute('src').slice(0, 5)];
        }"""
    )
    assert shown == [False, "/pictures/tee/front/red.webp", "blob:"]
    until(page, "[...document.querySelectorAll('#quick img')].every((i) => i.complete && i.naturalWidth)")
    page.context.set_offline(False)
    page.locator("#use").click()
    wait_for_proof(page, 2)
    expect(page.locator("#proof")).to_have_attribute("alt", re.compile("in red, printed"))
    expect(page.locator("#quick")).to_be_hidden()


def to_a_proof(opened: Visit, **asked: Any) -> str:
    """Opens a design that has a proof already; asked for through the API, since these tests are about what follows."""
    page = opened.page
    brief = {"subject": SENTENCE, "product": "tee", "cloth": "navy", "candidates": 1, "seed": 7, **asked}
    request = page.request
    made = request.post(f"{opened.address}/api/v1/designs", data=brief).json()
    address = f"{opened.address}{made['links']['self']}"
    wait_until(lambda: request.get(address).json()["state"] == "artwork_ready")
    request.post(f"{address}/choose", data={"candidate": 1})
    wait_until(lambda: request.get(address).json()["state"] == "proof_ready")
    opened.open(f"/d/{made['id']}")
    return str(made["id"])


def test_words_that_cannot_be_set_are_refused_while_they_are_typed(visit):
    opened = visit(DESK)
    opened.expected.append("422")
    to_a_proof(opened)
    page = opened.page
    page.locator("#lettering").fill("SUN 🌞")
    expect(page.locator("#lettering-live")).to_contain_text("Emoji")
    assert page.locator("#lettering").get_attribute("aria-invalid") == "true"
    page.locator("#lettering").fill("SUN")
    expect(page.locator("#lettering-live")).to_be_hidden(timeout=PATIENCE_MS)
    assert page.locator("#lettering").get_attribute("aria-invalid") is None


def test_nobody_approves_words_that_are_not_on_the_proof_yet(visit):
    opened = visit(DESK)
    design_id = to_a_proof(opened)
    page = opened.page
    page.locator("#lettering").fill("NOT YET SEEN")
    page.locator("#approve").click()
    wait_for_proof(page, 2)
    shown = page.request.get(f"{opened.address}/api/v1/designs/{design_id}").json()
    assert (shown["state"], shown["version"]["lettering"]) == ("proof_ready", "NOT YET SEEN")


def test_a_lost_connection_and_a_closed_page_lose_nothing(visit):
    opened = visit(PHONE)
    opened.expected.append("ERR_")
    design_id = ask(opened)
    page = opened.page
    page.context.set_offline(True)
    expect(page.locator('[data-part="problem"]')).to_contain_text("cannot be reached")
    page.context.set_offline(False)
    expect(page.locator('[data-part="problem"]')).to_be_empty()
    page.close()
    again = visit(PHONE).open(f"/d/{design_id}")
    until(again, ALL_HERE)


def test_a_form_that_cannot_be_sent_keeps_what_was_typed(visit):
    opened = visit(PHONE)
    opened.expected.append("ERR_")
    page = opened.open("/")
    page.locator("#subject").fill(SENTENCE)
    page.context.set_offline(True)
    page.get_by_role("button", name="Draw it").click()
    expect(page.locator('[data-part="problem"]')).to_contain_text("Nothing is lost")
    assert page.locator("#subject").input_value() == SENTENCE
    page.context.set_offline(False)
    page.get_by_role("button", name="Draw it").click()
    page.wait_for_url("**/d/*")


def test_a_refused_sentence_names_the_words_and_the_offered_ones_are_taken_by_one_tap(visit):
    opened = visit(PHONE)
    opened.expected.append("422")
    page = opened.open("/")
    page.locator("#subject").fill("mickey mouse on a bicycle")
    page.get_by_role("button", name="Draw it").click()
    expect(page.locator("#subject-wrong")).to_contain_text("mickey mouse")
    expect(page.locator("#subject")).to_be_focused()
    looked_over(opened)
    page.get_by_role("button", name="Use this wording").click()
    page.wait_for_url("**/d/*")
    assert "mickey" not in page.locator("h1").inner_text()


def test_what_is_behind_a_product_is_shown_without_scripts_too(visit):
    """The colours of the product that is chosen, by style sheet alone; and a page that waits loads again by itself."""
    opened = visit(PHONE, java_script_enabled=False)
    page = opened.open("/")
    page.locator("summary", has_text="Bags").click()
    page.get_by_role("radio", name="Cotton tote bag").check()
    expect(page.get_by_role("radio", name="natural")).to_be_visible()
    expect(page.get_by_role("radio", name="navy")).to_be_hidden()
    page.locator("#subject").fill(SENTENCE)
    page.get_by_role("button", name="Draw it").click()
    page.wait_for_url("**/d/*")
    page.locator("[data-part='candidate-4'] button[name='candidate']").first.wait_for(timeout=PATIENCE_MS)


# --- the keyboard alone


def focused(page: Page) -> str:
    return str(
        page.evaluate("document.activeElement.id || document.activeElement.name || document.activeElement.tagName")
    )


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Presses Tab until the element has the focus; the focus is always somewhere, and always seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            ring = page.evaluate(
                """() => { let e = document.activeElement; if (e.matches('input[type=radio]')) e = e.closest('label');
                   return getComputedStyle(e).outlineStyle; }"""
            )
            assert ring != "none", f"{selector} has the focus and does not show it"
            return
    raise AssertionError(f"{selector} is not reached by Tab; the focus is on {focused(page)}")


def test_the_whole_job_is_done_by_keyboard_alone(visit, server):
    opened = visit(DESK)
    page = opened.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tab_to(page, "#subject")
    page.keyboard.type(SENTENCE)
    tab_to(page, 'input[name="product"]')
    tab_to(page, 'input[name="cloth-tee"]')
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-summary]")).to_contain_text("navy")
    tab_to(page, ".bar button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/*")
    until(page, ALL_HERE)

    tab_to(page, ".candidate button")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('.candidate').dataset.n") == "2"
    page.keyboard.press("x")
    expect(page.locator("[data-n='2']")).to_have_class("part candidate ready aside")
    page.keyboard.press("k")
    expect(page.locator("[data-n='2']")).not_to_have_class("part candidate ready aside")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    wait_for_proof(page, 1)
    expect(page.locator("#stage-heading")).to_be_focused()

    tab_to(page, "#lettering")
    page.keyboard.type("BY KEYS")
    page.keyboard.press("Tab")
    wait_for_proof(page, 2)
    assert focused(page) != "BODY", "the focus was lost when the page changed under it"
    tab_to(page, "#approve")
    page.keyboard.press("Enter")
    expect(page.locator("#order")).to_be_focused(timeout=PATIENCE_MS)

    tab_to(page, "#size")
    page.keyboard.type("M")
    for name, value in ADDRESS.items():
        tab_to(page, f"#{name}")
        page.keyboard.type(value)
    tab_to(page, ".order-form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/o/*")
    assert "We have your order" in page.locator("h1").inner_text()


def test_the_close_up_is_opened_enlarged_and_left_by_keys_and_gives_the_focus_back(visit):
    opened = visit(DESK)
    to_a_proof(opened)
    page = opened.page
    tab_to(page, "[data-zoom]")
    page.keyboard.press("Enter")
    expect(page.locator("#zoom")).to_be_visible()
    picture = page.locator("#zoom img")
    until(page, "document.querySelector('#zoom img').naturalWidth === 3600")
    before = picture.bounding_box()["width"]
    tab_to(page, "[data-zoom-by=larger]")
    page.keyboard.press("Enter")
    assert picture.bounding_box()["width"] == pytest.approx(before * 1.5, rel=0.02)
    accessible(page, dialog=True)
    page.keyboard.press("Escape")
    expect(page.locator("#zoom")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('[data-zoom]')")
