"""A part of the picture, over the API and on the page: four numbers, which a rectangle that is drawn on the picture fills in."""

from __future__ import annotations

import pytest

from pod.model.geometry import Box
from tests.servers.openai import KEY, OpenAiService
from tests.services.bench import SHOPPER
from tests.web.test_shopper_pages import Tab

ASKED = {"POD_PROVIDERS": "openai", "POD_OPENAI_MODEL": "gpt-image-1-mini", "POD_DAILY_BUDGET": "5"}
PART = {"x": 0.25, "y": 0.3, "width": 0.5, "height": 0.2}


@pytest.fixture
def shop(open_shop):
    """One whose image service makes edits."""
    with OpenAiService() as service:
        yield open_shop(**ASKED, POD_OPENAI_API_KEY=KEY, POD_OPENAI_BASE_URL=service.url)


def edit_of(shop, design_id):
    return shop.services.designs.get(SHOPPER, design_id).candidates[-1].edit


def test_a_part_is_asked_for_and_what_is_none_is_refused(shop, shopper):
    shown = shop.proofed()
    address = f"{shown['links']['self']}/edits"
    for wrong in ({**PART, "x": 0.9}, {**PART, "width": 1.2}, {**PART, "height": 0}, {"x": 0.1}):
        assert shopper.post(address, json={"instruction": "give it a hat", "region": wrong}).status_code == 422
    whole = shopper.post(address, json={"instruction": "add a drop shadow", "region": PART})
    assert (whole.status_code, whole.json["code"]) == (422, "region_of_the_whole")
    asked = shopper.post(address, json={"instruction": "give it a hat", "region": PART})
    assert (asked.status_code, asked.json["state"]) == (202, "drawing")
    assert edit_of(shop, shown["id"]).region == Box(0.25, 0.3, 0.5, 0.2)


def test_the_page_has_four_fields_for_it_and_keeps_what_was_typed(shop):
    tab, design_id = Tab(shop.browser()), shop.proofed()["id"]
    tab.open(f"/d/{design_id}")
    wrong = {"part-left": "80", "part-top": "30", "part-width": "50", "part-height": "20"}
    tab.send("/edit", instruction="give it a hat", **wrong)
    assert "That is no part of the picture" in tab.text
    assert tab.page.xpath("//input[@name='part-left']/@value") == ["80"]
    tab.send("/edit", instruction="give it a hat", **{**wrong, "part-left": "25"})
    asked = edit_of(shop, design_id)
    assert (asked.instruction, asked.region.width) == ("give it a hat", pytest.approx(0.5, abs=0.2))


def test_where_nobody_changes_a_part_the_page_does_not_offer_it(open_shop):
    shop = open_shop()
    assert "part-left" not in shop.browser().get(f"/d/{shop.proofed()['id']}").text
