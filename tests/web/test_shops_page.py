"""The page of what was bought in shops: what lacks a design says so, and gets one by its link."""

from __future__ import annotations

import io

import pytest

from pod.model.caller import Role
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import OWNER
from tests.web.test_shop_orders_api import bring, row


@pytest.fixture
def desk(shop):
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    return Desk(shop)


def test_a_blank_line_is_repaired_by_the_link_of_a_design(shop, desk):
    design = shop.approved()
    bring(shop, shop.key(), row())
    page = said(desk.get("/ops/shops?state=needs_repair"))
    assert "it would be made blank" in page
    desk.post("/ops/shops/csv/A-1/repair", line="1", design=f"https://pod.example/d/{design['id']}")
    shop.services.runner.drain()
    page = said(desk.get("/ops/shops"))
    assert "A-1 is looked at again." in page
    assert "Placed" in page


@pytest.mark.parametrize(("typed", "said_so"), [("the blue one", "That is no design."), ("0" * 32, "no such design")])
def test_what_is_no_design_is_said_at_its_order_and_kept_as_it_was_typed(shop, desk, typed, said_so):
    bring(shop, shop.key(), row())
    answer = desk.post("/ops/shops/csv/A-1/repair", status=422 if " " in typed else 404, line="1", design=typed)
    assert said_so in said(answer)
    assert f'value="{typed}"' in answer.text


def test_an_order_is_left_with_a_reason(shop, desk):
    bring(shop, shop.key(), row())
    desk.post("/ops/shops/csv/A-1/leave", reason="made by hand")
    assert "made by hand" in said(desk.get("/ops/shops?state=left"))


def test_a_file_is_taken_in_or_its_rows_are_named(shop, desk):
    answer = desk.post(
        "/ops/shops/import", status=422, file=(io.BytesIO(b"order,sku,quantity\nA-1,tee/M/navy,none"), "o.csv")
    )
    assert "is no quantity" in said(answer)
    desk.post("/ops/shops/import", file=(io.BytesIO(b"order,sku,quantity\nA-1,tee/M/navy,1"), "o.csv"))
    assert "Orders taken in from the file: 1." in said(desk.get("/ops/shops"))


def test_the_page_says_which_shops_are_set_up(shop, desk):
    page = said(desk.get("/ops/shops"))
    assert "shopify" in page
    assert "POD_SHOPIFY_TOKEN is not set." in page
