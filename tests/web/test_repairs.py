"""A picture that was asked for again, as the shopper, a program and the shop's people see it."""

from __future__ import annotations

import json

import pytest

from pod.model.caller import Role
from tests.doubles.studio import Studio, StudioSettings
from tests.servers.shortcomings import drawn_as


@pytest.fixture
def draws(open_shop, tmp_path, monkeypatch):
    """A shop whose only image service returns these forms in turn; and the id of a design that it has drawn."""

    def drawing(*forms: str, **settings: str):
        waiting = iter(forms)
        monkeypatch.setattr(
            "tests.doubles.studio._drawing",
            lambda request: drawn_as(next(waiting), request.width_px, request.height_px),
        )
        shop = open_shop(POD_DAILY_BUDGET="5", **settings)
        studio = Studio(StudioSettings(str(tmp_path / "studio")))
        shop.services.generation._tools.providers = {studio.name: studio}
        return shop, shop.drawn(style="badge")

    return drawing


def test_what_was_seen_and_done_is_told_with_both_pictures(draws):
    shop, design_id = draws("cut", "whole")
    shown = shop.browser().get(f"/api/v1/designs/{design_id}").json
    [repair] = shown["candidates"][0]["repairs"]
    assert (repair["way"], repair["reasons"], repair["kept"], repair["outcome"]) == (
        "reroll",
        ["cut_by_edge"],
        True,
        "better",
    )
    assert repair["before"]["cut_by_edge"].endswith("%")
    assert repair["after"] == {}
    page = shop.browser().get(f"/d/{design_id}").text
    assert f"a part cut off by the edge ({repair['before']['cut_by_edge']})" in page
    assert "We had it drawn again, and said this more clearly. The new one is in order." in page
    for picture in (repair["before_picture"], repair["after_picture"]):
        assert shop.browser().get(picture["url"]).mimetype == "image/webp"
        assert picture["sha256"][:16] in page or picture["url"].split("?")[0].rsplit("/", 1)[-1][:12] in page
    assert repair["before_picture"]["sha256"] != repair["after_picture"]["sha256"]


def test_a_picture_that_was_no_better_says_so_and_the_first_one_is_shown(draws):
    shop, design_id = draws("cut", "cut")
    page = shop.browser().get(f"/d/{design_id}").text
    assert "The new one was no better. We kept the one before." in page
    assert "After, not used" in page
    assert "Ask for the whole figure with empty space around it" in page, "what the shopper can do"
    assert "Whether it looks like somebody’s mark or character" in page, "what nobody has measured"


def test_where_nothing_prints_the_page_says_why_and_what_was_tried(draws):
    shop, design_id = draws("blank", "blank")
    page = shop.browser().get(f"/d/{design_id}").text
    assert "Nothing that was drawn can be printed." in page
    assert "It was asked for 1 more time." in page
    assert "Try another sentence" in page


def test_the_shop_sees_how_its_pictures_turn_out(draws):
    shop, _ = draws("cut", "whole", POD_REPAIRS="1")
    viewer = shop.signed_in(Role.VIEWER)
    page = viewer.get("/ops/ledger/turnouts").text
    assert "a part cut off by the edge" in page
    assert "0 %" in page
    found = shop.browser().get("/api/v1/statistics", headers=shop.key(Role.VIEWER)).json
    [style], [model], [fault] = found["styles"], found["models"], found["faults"]
    assert (style["name"], style["pictures"], style["passed"], style["repairs"], style["poor"]) == (
        "badge",
        1,
        0,
        1,
        False,
    )
    assert (model["name"], fault["rule"], fault["mended"]) == ("studio studio-1", "cut_by_edge", 1)
    assert style["rejected"] == {"amount": "0.04", "currency": "USD"}
    assert shop.browser().get("/api/v1/statistics").status_code == 401


def test_a_shop_that_pays_for_none_asks_for_none(draws):
    shop, design_id = draws("cut", POD_REPAIRS="0")
    shown = shop.browser().get(f"/api/v1/designs/{design_id}").json
    assert shown["candidates"][0]["repairs"] == []
    assert json.dumps(shown).count("cut_by_edge") == 1
