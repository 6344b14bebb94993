"""The shopper's choice of what becomes of black on black cloth, on the page and over the API."""

from __future__ import annotations

from tests.web.shop import assert_problem


def test_the_page_and_the_api_offer_it_where_the_cloth_is_black(shop, shopper):
    shown = shop.proofed(cloth="black")
    page = shopper.get(f"/d/{shown['id']}").get_data(as_text=True)
    assert 'name="black" value="print" checked' in page
    assert shopper.get("/api/v1/products/tee").json["areas"][0]["offers_black"] is True
    edited = shopper.post(f"/api/v1/designs/{shown['id']}/edits", json={"black": "cloth"})
    assert edited.json["version"]["black"] == "cloth"
    page = shopper.get(f"/d/{shown['id']}").get_data(as_text=True)
    assert 'name="black" value="cloth" checked' in page


def test_elsewhere_it_is_not_shown_and_refused(shop, shopper):
    shown = shop.proofed(cloth="white")
    assert 'name="black"' not in shopper.get(f"/d/{shown['id']}").get_data(as_text=True)
    refused = shopper.post(f"/api/v1/designs/{shown['id']}/edits", json={"black": "cloth"})
    assert assert_problem(refused, 422)["code"] == "no_black_choice"
    with_drawing = shopper.post(
        f"/api/v1/designs/{shown['id']}/edits", json={"instruction": "add a hat", "black": "cloth"}
    )
    assert with_drawing.status_code == 422
