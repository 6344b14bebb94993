"""The form that changes a picture by a sentence, on the shopper's page; and the button that undoes a change."""

from __future__ import annotations

import re

import pytest

from pod.model.design import DesignState
from pod.web.pages.edits import before
from tests.services.bench import SHOPPER


def page(shopper, design_id: str) -> str:
    return shopper.get(f"/d/{design_id}").text


def send(shopper, design_id: str, verb: str = "edit", **fields: str):
    token = re.search(r'name="csrf_token" value="([^"]+)"', page(shopper, design_id))[1]
    return shopper.post(f"/d/{design_id}/{verb}", data={"csrf_token": token, **fields})


@pytest.fixture
def design_id(shop) -> str:
    return shop.proofed(lettering="READ ON")["id"]


def now(shop, design_id: str):
    designs = shop.services.designs
    return designs.version(SHOPPER, design_id, designs.get(SHOPPER, design_id).current_version_id)


def test_words_that_are_asked_for_make_a_version_at_once(shop, shopper, design_id):
    assert send(shopper, design_id, instruction="change the words to “GOOD NIGHT”").status_code == 303
    assert now(shop, design_id).recipe.lettering.text == "GOOD NIGHT"


def test_a_button_sends_its_own_sentence_and_the_page_says_what_is_being_done(shop, shopper, design_id):
    assert send(shopper, design_id, instruction="typed", quick="add a drop shadow").status_code == 303
    shown = page(shopper, design_id)
    assert "“add a drop shadow” is being done" in shown
    assert "Changing the picture" in shown
    [edit] = [c.edit for c in shop.services.designs.get(SHOPPER, design_id).candidates if c.edit]
    assert edit.instruction == "add a drop shadow"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("", "Nothing was asked for yet"),
        ("give it a hat", "needs an image service that edits pictures"),
        ("put Pepsi on it", "Pepsi"),
    ],
)
def test_what_cannot_be_done_comes_back_beside_what_was_typed(shop, shopper, design_id, sentence, said):
    answer = send(shopper, design_id, instruction=sentence)
    assert answer.status_code >= 400
    assert 'id="instruction-wrong"' in answer.text
    assert said in answer.text
    assert f">{sentence}</textarea>" in answer.text
    assert now(shop, design_id).n == 1


def test_undoing_goes_back_step_by_step_to_the_beginning(shop, shopper, design_id):
    for words in ("ONE", "TWO"):
        send(shopper, design_id, instruction=f"change the words to “{words}”")
    for left in ("ONE", "READ ON"):
        undone = re.search(r'id="undo".*?name="version" value="([^"]+)"', page(shopper, design_id), re.DOTALL)[1]
        assert send(shopper, design_id, "back", version=undone).status_code == 303
        assert now(shop, design_id).recipe.lettering.text == left
    assert 'id="undo"' not in page(shopper, design_id)
    versions = shop.services.designs.versions(SHOPPER, design_id)
    assert len(versions) == 5, "nothing is lost by it"
    assert before(versions, versions[-1].id) == ""


def test_where_a_change_failed_its_reason_stands_on_the_page(shop, shopper, design_id):
    send(shopper, design_id, quick="remove the background")
    shop.services.runner.drain()
    shown = page(shopper, design_id)
    assert "“remove the background” did not work: There is no background" in shown
    assert shop.services.designs.get(SHOPPER, design_id).state is DesignState.PROOF_READY
