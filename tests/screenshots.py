"""Pictures of every page in its states, phone beside desk, for `docs/pages.md`: `python -m tests.screenshots`.

Makes a shop on an empty data folder, goes through it as a shopper does; makes another in the middle of its day, and goes
through that as an operator does. Writes ``docs/images/page-*.png`` and ``docs/images/ops-*.png``.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from pod.bootstrap import Services
from pod.model.design import DesignState
from tests.browser import DESK, PHONE, launched, watched
from tests.seeding import PASSWORD, SETTINGS, a_day, opened
from tests.servers.pod import served
from tests.servers.shopify import ShopifyServer
from tests.web.shop import OWNER

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
SCALE = 0.6
MOST_BYTES = 150_000
_GROUND = "#c9cdca"
_GAP_PX = 24
_TALLEST_PX = 1250
PATIENCE_MS = 240_000

SENTENCE = "a fox reading a book under the moon"
ADDRESS = {
    "name": "A. Reader",
    "line1": "1 Long Street",
    "postcode": "N1 1AA",
    "city": "London",
    "email": "a@reader.example",
}


@dataclass
class Shots:
    """Pictures by name, as they are taken; each name is taken once at each size."""

    page: Page
    taken: dict[str, bytes] = field(default_factory=dict)

    def take(self, name: str) -> None:
        """The whole page at once: a window as high as the page, so that what sticks to its edge is at its end."""
        page, window = self.page, self.page.viewport_size
        page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((i) => (i.loading = 'eager'))")
        page.evaluate("Promise.all([...document.images].filter((i) => i.src).map((i) => i.decode().catch(() => {})))")
        page.set_viewport_size({**window, "height": page.evaluate("document.documentElement.scrollHeight")})
        page.wait_for_timeout(700)
        self.taken[name] = page.screenshot(full_page=True, timeout=PATIENCE_MS)
        page.set_viewport_size(window)


def main() -> int:
    wanted = sys.argv[1:] or ["page", "ops"]
    with launched() as browser:
        if "page" in wanted:
            with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as shop:
                written("page", *(walk(browser, shop.address, size, STEPS) for size in (DESK, PHONE)))
        if "ops" in wanted:
            with tempfile.TemporaryDirectory() as folder, ShopifyServer() as shopify:
                sells = {f"POD_SHOPIFY_{name}": value for name, value in shopify.settings().items()}
                with opened(Path(folder)) as services:
                    steps = (*tour(a_day(services)), on_sale(approved(services)))
                with served(Path(folder), **SETTINGS, **sells) as shop:
                    written("ops", *(walk(browser, shop.address, size, steps) for size in (DESK, PHONE)))
    return 0


def written(prefix: str, desk: dict[str, bytes], phone: dict[str, bytes]) -> None:
    for name in phone:
        path = IMAGES / f"{prefix}-{name}.png"
        path.write_bytes(beside(desk[name], phone[name]))
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


Step = Callable[[Page, Shots, str], None]


def walk(browser: Browser, address: str, size: dict[str, int], steps: Sequence[Step]) -> dict[str, bytes]:
    context = browser.new_context(viewport=size, locale="en-GB")
    visit = watched(context, address)
    page, shots = visit.page, Shots(visit.page)
    page.set_default_timeout(PATIENCE_MS)
    for step in steps:
        step(page, shots, address)
    context.close()
    return shots.taken


def tour(ids: dict[str, str]) -> tuple[Step, ...]:
    """The operations pages: signed in once, then page after page."""
    pages = {
        "queue": "/ops",
        "designs": "/ops/designs",
        "design": f"/ops/designs/{ids['to approve']}",
        "design-stopped": f"/ops/designs/{ids['stopped']}",
        "orders": "/ops/orders",
        "order": f"/ops/orders/{ids['out']}",
        "order-held": f"/ops/orders/{ids['held at the partner']}",
        "shops": "/ops/shops",
        "messages": "/ops/messages",
        "jobs": "/ops/jobs",
        "ledger": "/ops/ledger",
        "people": "/ops/people",
    }
    return (sign_in, *(looks_at(name, at) for name, at in pages.items()))


def sign_in(page: Page, shots: Shots, address: str) -> None:
    page.goto(f"{address}/ops/sign-in")
    shots.take("sign-in")
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/ops")


def looks_at(name: str, at: str) -> Step:
    def step(page: Page, shots: Shots, address: str) -> None:
        page.goto(f"{address}{at}")
        shots.take(name)

    return step


def approved(services: Services) -> str:
    """The id of a design that is approved."""
    return services.designs.page(OWNER, state=DesignState.APPROVED).items[0].id


def on_sale(design_id: str) -> Step:
    def step(page: Page, shots: Shots, address: str) -> None:
        page.goto(f"{address}/ops/designs/{design_id}/publish")
        page.locator("form.listing button.primary").click()
        page.wait_for_selector(".state[data-state=published]")
        shots.take("publish")

    return step


def refused(page: Page, shots: Shots, address: str) -> None:
    page.goto(address)
    page.fill("#subject", "mickey mouse on a bicycle")
    page.get_by_role("button", name="Draw it").click()
    page.wait_for_selector("#subject-wrong")
    shots.take("refused")


def home(page: Page, shots: Shots, address: str) -> None:
    page.goto(address)
    page.fill("#subject", SENTENCE)
    page.get_by_role("radio", name="navy").check()
    page.get_by_text("Let it choose").first.click()
    shots.take("home")


def drawing(page: Page, shots: Shots, _address: str) -> None:
    page.get_by_role("radio", name="Retro sunset").check()
    page.get_by_role("button", name="Draw it").click()
    page.wait_for_url("**/d/*")
    page.wait_for_selector(".candidate.ready")
    shots.take("drawing")


def picking(page: Page, shots: Shots, _address: str) -> None:
    page.wait_for_selector(".candidate-grid:not(:has(.skeleton))")
    shots.take("picking")


def quick_look(page: Page, shots: Shots, _address: str) -> None:
    page.get_by_role("button", name="Choose drawing 1").click()
    page.wait_for_selector("#proof")
    page.fill("#lettering", "ÉTÉ & SUN 2026")
    page.wait_for_selector("#quick:not([hidden])")
    shots.take("quick-look")


def deciding(page: Page, shots: Shots, _address: str) -> None:
    page.locator("#lettering").blur()
    page.wait_for_selector("#stage-heading:has-text('Version 2')")
    page.wait_for_selector("#proof")
    shots.take("deciding")


def ordering(page: Page, shots: Shots, _address: str) -> None:
    page.get_by_role("button", name="Looks right").click()
    page.wait_for_selector(".order-form")
    page.get_by_role("button", name="Order now").click()
    page.wait_for_selector("#size-wrong")
    shots.take("ordering")


def ordered(page: Page, shots: Shots, _address: str) -> None:
    page.select_option("#size", "M")
    for name, value in ADDRESS.items():
        page.fill(f"#{name}", value)
    page.get_by_role("button", name="Order now").click()
    page.wait_for_url("**/o/*")
    shots.take("order")


def invisible(page: Page, shots: Shots, address: str) -> None:
    """A white picture on a white shirt: it cannot print, and says what to do."""
    white = io.BytesIO()
    picture = Image.new("RGBA", (1200, 1200), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (200, 200, 1000, 1000))
    picture.save(white, "PNG")
    page.goto(address)
    page.locator("summary", has_text="picture of your own").click()
    page.set_input_files("#file", {"name": "mine.png", "mimeType": "image/png", "buffer": white.getvalue()})
    page.get_by_role("button", name="Draw it").click()
    page.wait_for_url("**/d/*")
    page.get_by_role("button", name="Choose drawing 1").click()
    page.wait_for_selector("#proof")
    shots.take("blocked")


def missing(page: Page, shots: Shots, address: str) -> None:
    page.goto(f"{address}/d/{'0' * 32}")
    shots.take("missing")


STEPS: tuple[Step, ...] = (
    refused,
    home,
    drawing,
    picking,
    quick_look,
    deciding,
    ordering,
    ordered,
    invisible,
    missing,
)


def beside(desk: bytes, phone: bytes) -> bytes:
    """Both on one sheet, small, in few colours: fewer until it is light enough."""
    shots = [_small(data) for data in (desk, phone)]
    height = min(_TALLEST_PX, max(shot.height for shot in shots)) + 2 * _GAP_PX
    sheet = Image.new("RGB", (sum(s.width + _GAP_PX for s in shots) + _GAP_PX, height), _GROUND)
    left = _GAP_PX
    for shot in shots:
        sheet.paste(shot.crop((0, 0, shot.width, min(shot.height, _TALLEST_PX))), (left, _GAP_PX))
        left += shot.width + _GAP_PX
    for colours in (200, 128, 96, 64, 48):
        made = io.BytesIO()
        sheet.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
        if made.tell() <= MOST_BYTES:
            break
    return made.getvalue()


def _small(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as shot:
        size = (round(shot.width * SCALE), round(shot.height * SCALE))
        return shot.convert("RGB").resize(size, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main())
