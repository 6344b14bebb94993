"""Other ways through the pages: lost lines, refusals, no scripts, and the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import DESK, PHONE, Visit
from tests.journeys.steps import (
    ADDRESS,
    ALL_HERE,
    PATIENCE_MS,
    SENTENCE,
    accessible,
    ask,
    looked_over,
    to_a_proof,
    until,
    wait_for_proof,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


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
