"""Gang sheets over the API and on the operations page."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from pod.model.caller import Role
from tests.web.shop import OWNER, a_picture, an_order, assert_problem


def tagged() -> bytes:
    """As a print file says how large it is."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(a_picture())) as picture:
        picture.save(made, "PNG", dpi=(300, 300))
    return made.getvalue()


@pytest.fixture
def version_id(shop, monkeypatch):
    png = tagged()
    monkeypatch.setattr("tests.web.shop.a_picture", lambda: png)
    return shop.approved()["version"]["id"]


def asked(version_id, **changes):
    return {"pieces": [{"version_id": version_id, "copies": 3}], "width_mm": 300, "height_mm": 200, **changes}


def test_they_are_queued_made_by_a_job_and_downloaded(shop, version_id):
    key = shop.key()
    answer = shop.browser().post("/api/v1/gang-sheets", json=asked(version_id), headers={**key, "Idempotency-Key": "1"})
    assert (answer.status_code, answer.json["state"], answer.json["pieces"]) == (202, "queued", 3)
    again = shop.browser().post("/api/v1/gang-sheets", json=asked(version_id), headers={**key, "Idempotency-Key": "1"})
    assert again.json["id"] == answer.json["id"]
    shop.services.runner.drain()
    made = shop.browser().get(answer.json["links"]["self"], headers=key).json
    assert made["state"] == "made", made["reason"]
    (sheet,) = made["sheets"]
    assert (sheet["pieces"], sheet["width_mm"]) == (3, 300.0)
    got = shop.browser().get(sheet["files"]["png"]["url"])
    with Image.open(io.BytesIO(got.data)) as picture:
        assert picture.size == (3544, 2363)
        pixels = np.asarray(picture)
    red = (pixels[..., 3] == 255) & (pixels[..., 0] > 150)
    assert red.sum() == 3 * 200 * 200, "the file's own pixels"
    assert [i["id"] for i in shop.browser().get("/api/v1/gang-sheets", headers=key).json["items"]] == [made["id"]]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"sheet": "22in-roll"}, 422, "which_sheet"),
        ({"sheet": "a3000", "width_mm": None, "height_mm": None}, 422, "unknown_sheet"),
        ({"pieces": []}, 422, "gang_sheets"),
        ({"pieces": [{"version_id": "x", "copies": 1}]}, 422, "gang_sheets"),
        ({"gap_mm": -1}, 422, "request"),
        ({"formats": []}, 422, "request"),
    ],
)
def test_what_cannot_be_made_is_refused_with_its_code(shop, version_id, changes, status, code):
    answer = shop.browser().post("/api/v1/gang-sheets", json=asked(version_id, **changes), headers=shop.key())
    assert assert_problem(answer, status)["code"] == code


def test_the_page_puts_orders_on_sheets_by_their_numbers_and_shows_them(shop, version_id):
    order = an_order(version_id)
    placed = shop.browser().post("/api/v1/orders", json=order, headers=shop.key())
    browser = shop.signed_in(Role.OPERATOR)
    token = (
        browser.get("/ops/gang-sheets")
        .get_data(as_text=True)
        .partition('name="csrf_token" value="')[2]
        .partition('"')[0]
    )
    form = {"csrf_token": token, "orders": "shop-1001\nshop-9", "sheet": "22x24in", "rotate": "on", "labels": "on"}
    assert "There is no order shop-9." in browser.post("/ops/gang-sheets", data=form).get_data(as_text=True)
    form["orders"] = "shop-1001"
    assert "nothing of it is printed now" in browser.post("/ops/gang-sheets", data=form).get_data(as_text=True)
    shop.services.orders.mark_paid(OWNER, placed.json["id"])
    assert browser.post("/ops/gang-sheets", data=form).status_code == 303
    shop.services.runner.drain()
    page = browser.get("/ops/gang-sheets").get_data(as_text=True)
    assert "Sheet 1: 559 × 610 mm, 2 pieces" in page
    assert "/files/" in page
