"""Other words over HTTP: on one design, on a page that shows before and after, for a list of names, for buyers of a shop."""

from __future__ import annotations

import csv
import io

import pytest

from pod.jobs.claim import run_one
from pod.model.caller import Role
from pod.model.design import DesignState
from pod.model.findings import Findings
from pod.model.job import Lane
from pod.printprep.checks import moved_for_words
from tests.services.bench import SHOPPER
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import NOTHING_FOUND, OWNER, assert_problem, sent
from tests.web.test_edit_pages import page, send

KEY = {"Idempotency-Key": "4fd5a1c0-7d0e-4a53-b1ea"}
NAMES = b"words,name,quantity\n=OLIVIA,,2\nMAX,max,1\n"


@pytest.fixture
def design_id(shop) -> str:
    return shop.proofed(lettering="READ ON")["id"]


def test_a_change_of_words_names_the_version_before_and_measures_the_new_words(shop, shopper, design_id):
    asked = {"json": {"words": "THE MILLERS"}, "headers": KEY}
    answer = shopper.post(f"/api/v1/designs/{design_id}/words", **asked)
    assert answer.status_code == 202, answer.text
    told = answer.json
    assert (told["version"]["lettering"], told["words_before"]) == ("THE MILLERS", "READ ON")
    [laid] = told["laid"]
    assert laid["x_height_mm"] > laid["min_x_height_mm"] > 0
    again = shopper.post(f"/api/v1/designs/{design_id}/words", **asked)
    assert again.json["version"]["id"] == told["version"]["id"]
    assert again.headers["Idempotent-Replayed"]


@pytest.mark.parametrize(
    ("words", "code"), [("", "words_empty"), ("Mickey Mouse", "screened_character"), ("ᚠᚢ", "lettering_no_glyph")]
)
def test_words_that_cannot_be_set_are_refused(shop, shopper, design_id, words, code):
    answer = shopper.post(f"/api/v1/designs/{design_id}/words", json={"words": words})
    assert assert_problem(answer, 422)["code"] == code


def test_the_page_shows_before_and_after_where_words_alone_have_changed(shop, shopper, design_id):
    assert "Before and after" not in page(shopper, design_id)
    send(shopper, design_id, "change", lettering="<b>THE MILLERS</b>")
    assert "Before and after" not in page(shopper, design_id), "its proof is not there yet"
    version = shop.services.designs.get(SHOPPER, design_id).current_version_id
    shop._print_set(design_id, version, DesignState.PROOF_READY, NOTHING_FOUND)
    shown = page(shopper, design_id)
    assert "Before and after" in shown
    assert "<q>READ ON</q>" in shown
    assert "<q>&lt;b&gt;THE MILLERS&lt;/b&gt;</q>" in shown
    assert "<b>THE" not in shown


def test_a_picture_that_was_moved_for_the_words_is_not_said_to_be_as_it_was(shop, shopper, design_id):
    send(shopper, design_id, "change", lettering="THE MILLERS")
    version = shop.services.designs.get(SHOPPER, design_id).current_version_id
    shop._print_set(design_id, version, DesignState.PROOF_READY, Findings((moved_for_words(),)))
    assert "Before and after" not in page(shopper, design_id)


def test_another_cloth_is_no_change_of_words(shop, shopper, design_id):
    send(shopper, design_id, "change", lettering="THE MILLERS", cloth="white")
    version = shop.services.designs.get(SHOPPER, design_id).current_version_id
    shop._print_set(design_id, version, DesignState.PROOF_READY, NOTHING_FOUND)
    assert "Before and after" not in page(shopper, design_id)


def test_a_list_of_names_is_taken_reported_and_approved(shop, design_id):
    operator, headers = shop.browser(), shop.key(Role.OPERATOR)
    begun = operator.post(f"/api/v1/designs/{design_id}/names", **sent(NAMES), headers={**headers, **KEY})
    assert begun.status_code == 202, begun.text
    while run_one(shop.services.store, shop.services.runner._tasks, Lane.UPKEEP, "test"):
        """Designs alone: print files take seconds."""
    here = begun.headers["Location"]
    told = operator.get(here, headers=headers).json
    assert told["counts"] == {"waiting": 0, "preparing": 2, "ready": 0, "approved": 0, "stopped": 0}
    shop._print_set(told["items"][0]["design"], told["items"][0]["version"], DesignState.PROOF_READY, NOTHING_FOUND)
    assert operator.post(f"{here}/approve", headers=headers).json == {"approved": 1}
    report = operator.get(f"{here}/report.csv", headers=headers)
    rows = list(csv.DictReader(io.StringIO(report.text)))
    assert [(row["words"], row["quantity"]) for row in rows] == [("'=OLIVIA", "2"), ("MAX", "1")]
    assert operator.post(f"{here}/retry", headers=headers).status_code == 202


def test_what_is_wrong_with_a_list_is_named_by_row_and_column(shop, design_id):
    table = b"words,quantity\nOLIVIA,none\n,1\n"
    answer = shop.browser().post(f"/api/v1/designs/{design_id}/names", **sent(table), headers=shop.key(Role.OPERATOR))
    problem = assert_problem(answer, 422)
    assert [each["where"] for each in problem["problems"]] == ["row 2, quantity", "row 3, words"]


def test_a_design_is_opened_to_buyers_words_and_closed(shop, design_id):
    operator, headers = shop.browser(), shop.key(Role.OPERATOR)
    here = f"/api/v1/designs/{design_id}/personal"
    assert_problem(operator.get(here, headers=headers), 404)
    assert operator.post(here, json={"cover": "pattern"}, headers=headers).json["cover"] == "pattern"
    assert operator.get(here, headers=headers).json["cover"] == "pattern"
    assert_problem(operator.post(here, json={"cover": "anybody"}, headers=headers), 422)
    assert operator.delete(here, headers=headers).status_code == 204
    assert_problem(operator.get(here, headers=headers), 404)


@pytest.fixture
def desk(shop) -> Desk:
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    return Desk(shop)


def test_an_operator_chooses_on_the_page_whose_yes_buyers_words_need(desk, design_id):
    here = f"/ops/designs/{design_id}/publish"
    assert "Buyers’ own words" in said(desk.get(here))
    for cover in ("each", "pattern"):
        desk.post(f"/ops/designs/{design_id}/personal", cover=cover)
        assert f'value="{cover}" checked' in desk.get(here).text
    desk.post(f"/ops/designs/{design_id}/personal", cover="no")
    assert 'value="no" checked' in desk.get(here).text


def test_a_design_without_words_that_are_type_is_not_offered_with_buyers_words(shop, desk):
    wordless = shop.proofed()["id"]
    assert "Buyers’ own words" not in said(desk.get(f"/ops/designs/{wordless}/publish"))
