"""Screening at the doors: the page of decisions and own words, and the API beside it."""

from __future__ import annotations

import html
import re

import pytest

from pod.model.caller import Role
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import OWNER, a_brief, assert_problem

MICKEY = "Mickey Mouse on the moon"
DECISIONS = "/api/v1/screenings"


@pytest.fixture
def people(shop):
    for role in (Role.VIEWER, Role.OPERATOR, Role.ADMIN):
        shop.services.accounts.add_user(OWNER, role.value, PASSWORD, role)
    return shop


@pytest.fixture
def decision(shop) -> str:
    """A shopper's sentence was refused."""
    answer = shop.browser().post("/api/v1/designs", json=a_brief(subject=MICKEY))
    assert_problem(answer, 422, "screened_character")
    return answer.json["decision"]


def test_a_shopper_is_told_the_word_the_reason_a_wording_that_passes_and_a_number(shop, decision):
    answer = shop.browser().post("/api/v1/designs", json=a_brief(subject=MICKEY)).json
    assert (answer["words"], answer["decision"]) == ("Mickey Mouse", decision)
    assert "protected character" in answer["detail"] + answer["title"]
    again = shop.browser().post("/api/v1/designs", json=a_brief(subject=answer["rewording"]))
    assert again.status_code == 202


def test_an_operator_lets_it_through_by_api_and_the_design_goes_on(shop, decision):
    key = shop.key(Role.OPERATOR)
    assert_problem(
        shop.browser().post(f"{DECISIONS}/{decision}/overrule", json={"reason": ""}, headers=key), 422, "no_reason"
    )
    answer = shop.browser().post(f"{DECISIONS}/{decision}/overrule", json={"reason": "licensed"}, headers=key)
    design = shop.browser().get(f"/api/v1/designs/{answer.json['design_id']}").json
    assert design["subject"] == MICKEY
    listed = shop.browser().get(DECISIONS, headers=key).json["items"]
    assert [one["verdict"] for one in listed].count("overruled") == 1
    assert {one["design_id"] for one in listed if one["verdict"] == "passed"} == {design["id"]}


def test_strangers_see_no_decisions(shop, decision):
    assert_problem(shop.browser().get(DECISIONS), 401)


def test_the_page_shows_the_decision_and_an_operator_lets_it_through_with_a_reason(people, decision):
    desk = Desk(people)
    page = said(desk.get("/ops/screening"))
    assert MICKEY in page
    assert "because of Mickey Mouse" in page
    answer = desk.post(f"/ops/screening/{decision}/overrule", reason="a licensed fan club")
    assert re.fullmatch(r"/ops/designs/[0-9a-f]{32}", answer.headers["Location"])
    assert "a licensed fan club" in said(desk.get("/ops/screening?verdict=overruled"))


def test_without_a_reason_the_form_stays_open_and_says_what_it_needs(people, decision):
    answer = Desk(people).post(f"/ops/screening/{decision}/overrule", status=422, reason=" ")
    assert "This needs a reason." in said(answer)


def test_a_shops_words_are_added_tried_and_dropped_on_the_page(people):
    desk = Desk(people)
    desk.post("/ops/screening/words/refuse", words="Acme Corp", instead="a shop of your own")
    assert "“Acme Corp” is refused from now on." in said(desk.get("/ops/screening"))
    assert "a shop of your own tower" in said(desk.get("/ops/screening?sentence=the+acme+corp+tower"))
    desk.post("/ops/screening/words/drop", words="Acme Corp")
    assert "This passes." in said(desk.get("/ops/screening?sentence=the+acme+corp+tower"))
    assert "has dropped" in said(desk.get("/ops/screening"))


@pytest.mark.parametrize(
    ("change", "form", "told"),
    [
        ("refuse", {"words": "x"}, "1 characters"),
        ("allow", {"words": "snoopy", "why": ""}, "This needs a reason."),
        ("allow", {"words": "swastika", "why": "art"}, "not printed for anyone"),
        ("drop", {"words": "nothing"}, "not one of this shop’s words"),
    ],
)
def test_a_word_that_is_refused_comes_back_with_what_was_typed(people, change, form, told):
    answer = Desk(people).post(f"/ops/screening/words/{change}", status=404 if change == "drop" else 422, **form)
    assert told.replace("’", "'") in html.unescape(said(answer)).replace("’", "'")
    if change != "drop":
        assert f'value="{form["words"]}"' in answer.text


def test_an_administrator_forbids_services_outside_and_allows_them_again(people):
    desk = Desk(people, Role.ADMIN)
    desk.post("/ops/screening/outside", allowed="")
    assert "No sentence leaves the house" in said(desk.get("/ops/screening"))
    desk.post("/ops/screening/outside", allowed="yes")
    assert "may be sent" in said(desk.get("/ops/screening"))
