"""A shopper's and an operator's steps through the pages, and what a page must be at each of them."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import DESK, PHONE, Visit
from tests.servers.pod import Shop

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
