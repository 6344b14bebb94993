"""An operator's day in a real browser, at a desk and on a phone, and once with nothing but the keyboard.

`pod serve` runs as a process of its own on a shop that the real services have filled. What reaches the hot folder is read
from disk. Every page that is opened must keep to its content policy, ask no other host, leave the console quiet and fit
its window.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pod.model.brief import DesignBrief
from pod.model.caller import Role
from pod.model.proof import ApprovalRole
from tests.browser import DESK, PHONE, Visit, watched
from tests.seeding import OWNER, PASSWORD, SETTINGS, SHOPPER, Day, damage, opened, parked_job
from tests.servers.pod import Shop, served

pytestmark = pytest.mark.browser

FOX = DesignBrief("a fox reading a book under the moon", "tee", lettering="READ ON", cloth="navy", style="retro-sunset")
OWL = DesignBrief("an owl on a branch", "sticker-4in", lettering="HOOT")
PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Seeded:
    """What the shop holds when its doors open, by what an operator calls it."""

    to_approve: str
    to_approve_too: str
    unpaid: str
    to_hold: str
    held: str
    damaged: str


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("operations")


@pytest.fixture(scope="module")
def seeded(data_dir) -> Seeded:
    with opened(data_dir) as services:
        day = Day(services)
        services.accounts.add_user(OWNER, "ada", PASSWORD, Role.OPERATOR)
        services.accounts.add_user(OWNER, "vera", PASSWORD, Role.VIEWER)
        first, second = day.proofed(FOX), day.proofed(replace(OWL, lettering="NIGHT"))
        services.approvals.approve(SHOPPER, first.id, ApprovalRole.SHOPPER)
        owl = day.approved(OWL)
        owl_too = day.approved(replace(OWL, lettering="WHO"))
        damage(services, owl_too)
        damaged = day.ordered(owl_too)
        unpaid, to_hold, held = (day.ordered(owl, quantity=n) for n in (3, 1, 2))
        services.orders.hold(OWNER, held.id, "The address must be checked.")
        parked_job(services)
        return Seeded(
            first.id, second.id, unpaid.external_ref, to_hold.external_ref, held.external_ref, damaged.external_ref
        )


@pytest.fixture(scope="module")
def shop(data_dir, seeded) -> Iterator[Shop]:
    with served(data_dir, **SETTINGS) as running:
        yield running


@contextmanager
def window(browser: Browser, shop: Shop, size: dict[str, int] = DESK, **options: object) -> Iterator[Page]:
    """A fresh browser profile with one page, on which nothing may go wrong."""
    context = browser.new_context(base_url=shop.address, viewport=size, reduced_motion="reduce", **options)
    try:
        # the browser reports an answer such as 409 or 422 by itself; the page has said it in words
        visit = watched(context, shop.address)
        visit.expected.append("the server responded with a status of 4")
        VISITS[visit.page] = visit
        yield visit.page
        if options.get("java_script_enabled", True):
            visit.check()
    finally:
        context.close()


VISITS: dict[Page, Visit] = {}


def assert_fits(page: Page) -> None:
    VISITS[page].check()


@pytest.fixture(scope="module")
def sessions(browser, shop) -> dict[str, object]:
    """What a browser keeps after signing in, by name: the sign-in counts how often it is asked."""
    kept = {}
    for name in ("ada", "vera"):
        with window(browser, shop) as page:
            sign_in(page, name)
            kept[name] = page.context.storage_state()
    return kept


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def size(request) -> dict[str, int]:
    return request.param


@pytest.fixture
def page(browser, shop, sessions, size) -> Iterator[Page]:
    """A window of either size in which ada has signed in."""
    with window(browser, shop, size, storage_state=sessions["ada"]) as opened_page:
        yield opened_page


@pytest.fixture
def desk(browser, shop, sessions) -> Iterator[Page]:
    """A wide window in which ada has signed in."""
    with window(browser, shop, storage_state=sessions["ada"]) as opened_page:
        opened_page.goto("/ops")
        yield opened_page


def sign_in(page: Page, name: str = "ada", at: str = "/ops") -> None:
    page.goto(at)
    assert_fits(page)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.locator(".account > summary").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.locator(".account > summary").click()


def open_row(page: Page, name: str) -> None:
    page.get_by_role("searchbox").fill(name)
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert_fits(page)


def said(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".said")).to_contain_text(text)


def test_every_page_fits_its_window_and_keeps_to_its_policy(page, seeded):
    for address in ("/ops", "/ops/designs", "/ops/orders", "/ops/jobs", "/ops/ledger", "/ops/password", "/ops?q=owl",
                    f"/ops/designs/{seeded.to_approve}", "/ops/orders/act/hold", "/ops/orders/nothing"):  # fmt: skip
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert_fits(page)


def test_the_picture_the_findings_and_the_files_of_a_design_can_be_looked_at(page, seeded, data_dir, tmp_path):
    page.goto(f"/ops/designs/{seeded.to_approve}")
    expect(page.get_by_role("heading", level=1)).to_have_text(FOX.subject)
    proof = page.get_by_role("img", name="Proof of the front on navy")
    proof.scroll_into_view_if_needed()
    assert proof.evaluate("image => image.complete && image.naturalWidth") >= 600
    expect(page.get_by_role("heading", name="Findings")).to_be_visible()
    row = (
        page.get_by_role("row").filter(has_text="front PNG")
        if page.viewport_size["width"] > 760
        else page.locator("tr").filter(has_text="front PNG")
    )
    expect(row).to_contain_text("3600 × 4800")
    shown = row.locator("code.hash").get_attribute("title")
    with page.expect_download() as saving:
        row.get_by_role("link", name="front PNG").click()
    saved = tmp_path / saving.value.suggested_filename
    saving.value.save_as(saved)
    assert saved.name == "tee-front.png"
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == shown


def test_a_proof_is_approved_an_order_paid_and_its_folder_appears(desk, shop, seeded):
    desk.get_by_role("link", name=FOX.subject).click()
    desk.get_by_role("button", name="Approve").click()
    said(desk, "the shop's approval is recorded")
    expect(desk.locator(".facts")).to_contain_text("Approved")

    open_row(desk, seeded.unpaid)
    desk.get_by_role("link", name="Mark paid").click()
    expect(desk.get_by_text("Only when the money is there")).to_be_visible()
    desk.get_by_role("button", name="Mark paid").click()
    said(desk, f"{seeded.unpaid} is paid.")
    # nobody loads the page again: it looks for news by itself
    expect(desk.locator(".handoff-case h3")).to_contain_text("accepted", timeout=PATIENCE_MS)
    reference = desk.locator(".handoff-case code").first.inner_text()
    assert_folder(shop.data_dir / "handoff" / reference)


def assert_folder(folder: Path) -> None:
    """The hand-off is whole: every file is there with the checksum that stands beside it."""
    sums = (folder / "SHA256SUMS").read_text().splitlines()
    assert {line.split("  ")[1].rsplit(".", 1)[1] for line in sums} >= {"png", "pdf", "json"}
    for line in sums:
        wanted, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == wanted


def test_an_order_is_held_and_another_released(desk, seeded):
    open_row(desk, seeded.to_hold)
    desk.get_by_role("link", name="Hold").click()
    desk.get_by_role("button", name="Hold").click()
    expect(desk.get_by_role("alert")).to_contain_text("A hold needs a reason.")
    desk.get_by_label("The cloth is out of stock.").check()
    desk.get_by_label("Or in your own words").fill("Until Tuesday.")
    desk.get_by_role("button", name="Hold").click()
    said(desk, f"{seeded.to_hold} is on hold.")
    expect(desk.locator(".note")).to_have_text("The cloth is out of stock. Until Tuesday.")

    open_row(desk, seeded.held)
    desk.get_by_role("button", name="Release").click()
    said(desk, f"{seeded.held} is released.")
    expect(desk.locator(".facts")).to_contain_text("Received, unpaid")


def test_what_is_damaged_is_held_at_the_hand_off_and_says_why(desk, shop, seeded):
    open_row(desk, seeded.damaged)
    desk.get_by_role("link", name="Mark paid").click()
    desk.get_by_role("button", name="Mark paid").click()
    expect(desk.locator(".handoff-case")).to_contain_text("is missing or damaged", timeout=PATIENCE_MS)
    assert not list((shop.data_dir / "handoff").glob(desk.locator(".handoff-case code").first.inner_text()))
    desk.goto("/ops")
    group = desk.locator("#partner")
    expect(group).to_contain_text(seeded.damaged)
    expect(group).to_contain_text("is missing or damaged")


def test_somebody_who_comes_second_learns_who_was_first(desk, browser, shop, sessions, seeded):
    with window(browser, shop, storage_state=sessions["ada"]) as slow:
        slow.goto(f"/ops/designs/{seeded.to_approve_too}")
        desk.goto(f"/ops/designs/{seeded.to_approve_too}")
        # the slow one's page stops looking for news, as in a tab that sleeps
        slow.evaluate(
            "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))"
        )
        desk.get_by_role("link", name="Send back").click()
        desk.get_by_label("Please check the spelling").check()
        desk.get_by_role("button", name="Send back").click()
        said(desk, "sent back to the customer")
        slow.get_by_role("button", name="Approve").click()
        expect(slow.get_by_role("alert")).to_contain_text("changed since the page was loaded; nothing was done")
        expect(slow.get_by_role("alert")).to_contain_text(re.compile(r"Last change: ada.*Waiting for the customer"))


def test_a_viewer_sees_everything_and_finds_nothing_to_press(browser, shop, sessions, seeded, size):
    with window(browser, shop, size, storage_state=sessions["vera"]) as page:
        for address in ("/ops", "/ops/orders", f"/ops/designs/{seeded.to_approve}"):
            page.goto(address)
            shown = [b.inner_text().split("\n")[0] for b in page.get_by_role("button").all() if b.is_visible()]
            assert not {"Approve", "Mark paid", "Hold", "Release", "Reject"} & set(shown), shown
            expect(page.locator("input[name=pick]")).to_have_count(0)


# --- by keyboard alone


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || document.activeElement.id"
    )


def arrived(page: Page, heading: str) -> None:
    """On the page with that heading, and with its script, without which no key does anything."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.wait_for_load_state()


def focus_is_seen(page: Page) -> bool:
    return page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")


def test_signing_in_and_working_the_queue_needs_no_pointer(browser, shop, seeded):
    with window(browser, shop) as page:
        page.goto("/ops/orders?order=oldest")
        page.keyboard.type("ada")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        arrived(page, "Orders")

        page.keyboard.press("j")
        first = focused(page)
        assert first == page.locator("[data-open]").first.inner_text()
        assert focus_is_seen(page)
        page.keyboard.press("j")
        second = focused(page)
        page.keyboard.press("k")
        assert focused(page) == first != second

        page.keyboard.press("x")
        page.keyboard.press("j")
        page.keyboard.press("x")
        expect(page.locator("[data-announce]")).to_have_text("2 selected")
        page.keyboard.press("x")
        expect(page.locator("[data-announce]")).to_have_text("1 selected")

        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("j")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()

        page.keyboard.press("/")
        assert focused(page) == "q"
        page.keyboard.type("jkx")
        assert page.locator("#q").input_value() == "jkx", "letters are letters where one types"
        page.locator("#q").fill(seeded.damaged)
        page.keyboard.press("Enter")
        expect(page.locator("[data-open]")).to_have_text([seeded.damaged])
        page.wait_for_load_state()

        page.keyboard.press("j")
        page.keyboard.press("h")
        arrived(page, "Put on hold")
        assert focused(page) == "reason"
        page.keyboard.type("held by hand")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        said(page, f"{seeded.damaged} is on hold.")
        arrived(page, "Orders")  # back where one came from

        page.keyboard.press("j")
        page.keyboard.press("l")
        arrived(page, "Release")
        page.keyboard.press("Enter")
        said(page, f"{seeded.damaged} is released.")


def test_every_key_has_a_button_that_can_be_seen(desk, seeded):
    desk.goto("/ops/orders")
    keys = {"p", "h"}
    for key in keys:
        expect(desk.locator(f"[data-key={key}]").first).to_be_visible()
    for mover in ("[data-move='1']", "[data-move='-1']", "[data-tick]", "[data-help]"):
        expect(desk.locator(mover)).to_be_visible()
    desk.locator("[data-move='1']").click()
    assert focused(desk) == desk.locator("[data-open]").first.inner_text()
    desk.locator("[data-tick]").click()
    expect(desk.locator("input[name=pick]:checked")).to_have_count(1)


def test_keys_can_be_turned_off_and_stay_off(desk):
    desk.goto("/ops/orders")
    desk.keyboard.press("?")
    desk.get_by_label("Use these keys").uncheck()
    desk.get_by_role("button", name="Close").click()
    desk.reload()
    desk.keyboard.press("j")
    assert desk.locator("[data-row].at").count() == 0
    desk.locator("[data-help]").click()
    expect(desk.get_by_label("Use these keys")).not_to_be_checked()
    desk.get_by_label("Use these keys").check()
    desk.get_by_role("button", name="Close").click()
    desk.keyboard.press("j")
    assert desk.locator("[data-row].at").count() == 1


def test_a_key_that_fits_no_row_says_so(desk):
    desk.goto("/ops/orders")
    desk.keyboard.press("j")
    desk.keyboard.press("a")
    expect(desk.locator("[data-announce]")).to_have_text("a: nothing here answers to that key")


def test_several_are_shown_before_they_are_done_and_each_gets_an_answer(desk, seeded):
    desk.goto("/ops/orders?order=oldest")
    desk.locator("[data-all]").check()
    count = desk.locator("input[name=pick]:checked").count()
    assert count == desk.locator("[data-row]").count() >= 4
    expect(desk.locator("[data-count]")).to_have_text(f"{count} selected")
    desk.locator("[data-key=h]").click()
    expect(desk.locator(".dry-run")).to_contain_text("will be done")
    desk.get_by_role("link", name="Back").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Orders")


def test_everything_works_without_a_script(browser, shop, sessions, seeded):
    with window(browser, shop, storage_state=sessions["ada"], java_script_enabled=False) as page:
        page.goto("/ops/orders")
        expect(page.locator(".movers")).to_be_hidden()
        row = page.locator("tr").filter(has_text=seeded.damaged)
        row.locator("input[name=pick]").check()
        page.get_by_role("button", name="Hold").click()
        page.get_by_label("The customer wants to change something.").check()
        page.get_by_role("button", name="Hold").click()
        said(page, f"{seeded.damaged} is on hold.")
        page.locator("tr").filter(has_text=seeded.damaged).locator("input[name=pick]").check()
        page.get_by_role("button", name="Release").click()
        page.get_by_role("button", name="Release").click()
        said(page, f"{seeded.damaged} is released.")


def test_a_signed_out_tab_says_so_and_loses_nothing(desk, shop):
    desk.goto("/ops/orders/act/hold")
    desk.goto("/ops/jobs")
    desk.context.clear_cookies()
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("[data-news]")).to_contain_text("You have been signed out.", timeout=PATIENCE_MS)
    desk.get_by_role("link", name="Show").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Sign in to operations")
    sign_in(desk, at=desk.url)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Jobs")
