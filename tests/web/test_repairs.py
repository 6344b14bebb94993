"""A picture that was asked for again, as the shopper, a program and the shop's people see it."""

from __future__ import annotations

import json

import pytest

from pod.model.caller import Role
from tests.doubles.studio import Studio, StudioSettings
from tests.servers.shortcomings import drawn_as
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import OWNER


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


# --- what the shop's people do about it


@pytest.fixture
def desk_of():
    """An operator's desk in a shop."""

    def opened(shop) -> Desk:
        shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
        return Desk(shop)

    return opened


def test_an_operator_asks_for_a_better_picture_on_the_page_of_a_blocked_design(draws, desk_of):
    shop, design_id = draws("blank", "whole", POD_REPAIRS="0")
    desk, design = desk_of(shop), shop.services.designs.get(OWNER, design_id)
    assert "Ask for a better picture" in said(desk.get(f"/ops/designs/{design_id}"))
    pick = f"{design_id}:{design.revision}"
    assert "the cost is reserved" in said(desk.get(f"/ops/designs/act/redraw?pick={pick}"))
    assert "a better picture was asked for" in desk.told(desk.act("designs", "redraw", pick))
    assert "It has changed" in said(desk.act("designs", "redraw", pick, status=409)), "a second click"
    shop.services.runner.drain()
    [candidate] = shop.services.designs.get(OWNER, design_id).candidates
    assert [(step.kept, step.asked_by) for step in candidate.repairs] == [(True, "user:operator")]
    assert "Ask for a better picture" not in said(desk.get(f"/ops/designs/{design_id}"))
    desk.post("/ops/designs/act/redraw", 403, token=False, pick=pick)


def test_a_style_that_turns_out_badly_is_on_the_first_page(draws, desk_of, monkeypatch):
    monkeypatch.setattr("pod.model.turnout.FEW", 1)
    shop, _ = draws("cut", "whole", POD_REPAIRS="1")
    page = said(desk_of(shop).get("/ops"))
    assert "Styles that turn out badly 1" in page
    assert "only 0 % of 1 pictures could be used as they came" in page


def test_control_a_few_pictures_say_nothing_about_a_style(draws, desk_of):
    shop, _ = draws("cut", "whole", POD_REPAIRS="1")
    assert "Styles that turn out badly" not in said(desk_of(shop).get("/ops"))
