"""Sizes that a partner prints on another area: shown before the yes, or after it with a yes of their own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pod.model.artwork import FileRef
from pod.model.caller import DEFAULT_TENANT, Role, system_caller
from pod.model.geometry import Box, Size
from pod.model.ownarea import Departure, OwnPrint
from pod.model.proof import ApprovalRole
from tests.web.shop import OWNER, a_picture

FAR, NEAR = Departure(-0.55, 94.0, 0.0), Departure(-0.03, 5.0, 0.0)


def put_own_print(shop, version_id, own_id, sizes=("S",), departs=FAR):
    """Stands in for the job that makes it, which takes seconds."""
    (made, *_), _ = shop.services.designs.files(OWNER, shown_design(shop, version_id), version_id)
    png = shop.services.files.put(a_picture(), "image/png")
    small = replace(made, id=f"f{own_id}", width_px=900, height_px=600, art_mm=Box(30, 6, 68, 68), file=png)
    proof: FileRef | None = None if departs.within else png
    own = OwnPrint(
        own_id, version_id, "printify", sizes, "front", own_id.ljust(64, "a"), Size(252.0, 167.8), "r", "s", "5",
        departs, (small,), proof, proof,
    )  # fmt: skip
    with shop.services.store.writing() as tx:
        tx.own_prints.add(system_caller(DEFAULT_TENANT, "own_prints"), [own])


def shown_design(shop, version_id):
    with shop.services.store.reading() as tx:
        return tx.designs.version(DEFAULT_TENANT, version_id).design_id


def yeses(shop, version_id):
    _, given = shop.services.designs.own_prints(OWNER, version_id)
    return {(a.own_print_id, a.role) for a in given}


def form_on(browser, address, button):
    """Where the form with `button` goes, and what it sends as it stands on the page."""
    page = browser.get(address).get_data(as_text=True)
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if button in f)
    fields = re.findall(r'name="(\w+)"(?: id="\w+")? value="([^"]*)"', form)
    return re.search(r'action="([^"]+)"', form)[1], {name: [v for n, v in fields if n == name] for name, _ in fields}


def press(browser, form):
    address, fields = form
    return browser.post(address, data=fields).status_code


@pytest.fixture
def proofed(shop):
    design = shop.proofed(product="hoodie", cloth="black")
    put_own_print(shop, design["version"]["id"], "o1", ("S", "M"))
    return design


def test_the_page_shows_the_sizes_that_come_out_differently_and_one_yes_is_for_all_of_them(shop, shopper, proofed):
    address, version_id = f"/d/{proofed['id']}", proofed["version"]["id"]
    page = shopper.get(address).get_data(as_text=True)
    for words in ("In some sizes it comes out differently", "S, M:", "6.8 × 6.8 cm", "instead of 15.2 × 20.3 cm"):
        assert words in page
    assert "printify" not in page
    assert press(shopper, form_on(shopper, address, "Looks right")) == 303
    assert yeses(shop, version_id) == {("o1", ApprovalRole.SHOPPER)}


def test_what_came_while_the_page_was_looked_at_gets_no_yes_with_it(shop, shopper, proofed):
    version_id = proofed["version"]["id"]
    looked_at = form_on(shopper, f"/d/{proofed['id']}", "Looks right")
    put_own_print(shop, version_id, "o2", ("3XL",))
    assert press(shopper, looked_at) == 303
    assert yeses(shop, version_id) == {("o1", ApprovalRole.SHOPPER)}
    assert press(shopper, form_on(shopper, f"/d/{proofed['id']}", "print these sizes")) == 303
    assert yeses(shop, version_id) == {("o1", ApprovalRole.SHOPPER), ("o2", ApprovalRole.SHOPPER)}
    assert "print these sizes" not in shopper.get(f"/d/{proofed['id']}").get_data(as_text=True)


def test_an_older_version_that_was_ordered_can_still_get_its_yes(shop, shopper):
    design = shop.approved(product="hoodie", cloth="black")
    version_id = design["version"]["id"]
    changed = shopper.post(f"/api/v1/designs/{design['id']}/edits", json={"cloth": "white"})
    assert changed.status_code == 202, changed.text
    put_own_print(shop, version_id, "o1")
    address = f"/d/{design['id']}?version={version_id}"
    assert press(shopper, form_on(shopper, address, "print these sizes")) == 303
    assert yeses(shop, version_id) == {("o1", ApprovalRole.SHOPPER)}


def test_an_older_version_that_nobody_said_yes_to_gets_none(shop, shopper, proofed):
    changed = shopper.post(f"/api/v1/designs/{proofed['id']}/edits", json={"cloth": "white"})
    assert changed.status_code == 202, changed.text
    answer = shopper.post(
        f"/api/v1/designs/{proofed['id']}/approve", json={"version": proofed["version"]["id"], "own_prints": ["o1"]}
    )
    assert answer.status_code == 409, answer.text
    assert yeses(shop, proofed["version"]["id"]) == set()


def test_what_an_approval_covers_is_not_asked_for(shop, shopper):
    design = shop.approved(product="hoodie", cloth="black")
    put_own_print(shop, design["version"]["id"], "o1", departs=NEAR)
    page = shopper.get(f"/d/{design['id']}").get_data(as_text=True)
    assert "comes out differently" not in page
    assert shopper.post(f"/api/v1/designs/{design['id']}/approve", json={}).status_code == 200
    assert yeses(shop, design["version"]["id"]) == set()


def test_the_api_names_the_partner_to_the_shops_people_only_and_says_what_needs_a_yes(shop, shopper, proofed):
    address = f"/api/v1/designs/{proofed['id']}"
    (own,) = shopper.get(f"{address}/files").json["own_prints"]
    assert (own["partner"], own["sizes"], own["needs_yes"], own["approved_by"]) == ("", ["S", "M"], True, [])
    assert own["change"] == -0.55
    assert shopper.get(own["shown"]["url"]).status_code == 200
    assert shopper.post(f"{address}/approve", json={"own_prints": []}).status_code == 200
    assert shopper.post(f"{address}/approve", json={"own_prints": ["o1"]}).status_code == 200
    (own,) = shop.browser().get(f"{address}/files", headers=shop.key(Role.VIEWER)).json["own_prints"]
    assert (own["partner"], own["approved_by"]) == ("printify", ["shopper"])


def test_operations_see_every_file_of_a_partners_own_area_and_why_it_needs_a_yes(shop, proofed):
    put_own_print(shop, proofed["version"]["id"], "o2", ("L",), NEAR)
    page = shop.signed_in(Role.VIEWER).get(f"/ops/designs/{proofed['id']}").get_data(as_text=True)
    assert "printify, S, M: front, 252.0 × 167.8 mm" in page
    assert "the art is 55% smaller (5% is allowed)" in page
    assert "Covered by the approval." in page


def test_where_the_shop_is_asked_too_it_can_say_yes_to_what_came_later(open_shop):
    shop = open_shop(POD_APPROVALS="both")
    design = shop.approved(product="hoodie", cloth="black")
    version_id = design["version"]["id"]
    shop.services.approvals.approve(OWNER, design["id"], ApprovalRole.SHOP)
    before = shop.services.desk.design(OWNER, design["id"]).row.may
    put_own_print(shop, version_id, "o1")
    after = shop.services.desk.design(OWNER, design["id"]).row.may
    assert ("approve" in before, "approve" in after) == (False, True)
    shop.services.approvals.approve(OWNER, design["id"], ApprovalRole.SHOP)
    assert yeses(shop, version_id) == {("o1", ApprovalRole.SHOP)}
    assert "approve" not in shop.services.desk.design(OWNER, design["id"]).row.may
