"""What was bought in shops, over HTTP: seen, repaired, left, brought in a file."""

from __future__ import annotations

import io

import pytest

from tests.web.shop import assert_problem

ROOT = "/api/v1/shop-orders"
VARIANT = "tee/M/navy"


@pytest.fixture
def operator(shop):
    return shop.key()


def bring(shop, operator, *rows):
    head = "order,sku,quantity,design,paid,name,line1,city,country"
    form = {"file": (io.BytesIO("\n".join((head, *rows)).encode()), "orders.csv")}
    answer = shop.browser().post(f"{ROOT}/import", data=form, headers=operator)
    shop.services.runner.drain()
    return answer


def row(design="", number="A-1"):
    return f"{number},{VARIANT},1,{design},yes,A. Reader,1 Long Street,London,GB"


def test_a_file_of_orders_is_placed_and_paid(shop, operator):
    design = shop.approved()
    answer = bring(shop, operator, row(design["id"]))
    assert (answer.status_code, answer.json) == (202, {"numbers": ["A-1"]})
    shown = shop.browser().get(f"{ROOT}/csv/A-1", headers=operator).json
    assert (shown["state"], shown["troubles"]) == ("placed", [])
    order = shop.browser().get(shown["links"]["order"], headers=operator).json
    assert (order["external_ref"], bool(order["paid_at"])) == ("csv:A-1", True)


def test_a_blank_line_waits_for_a_repair_and_is_repaired(shop, operator):
    design = shop.approved()
    bring(shop, operator, row())
    shown = shop.browser().get(ROOT, query_string={"state": "needs_repair"}, headers=operator).json
    assert shown["counts"] == {"needs_repair": 1}
    assert [t["code"] for t in shown["items"][0]["troubles"]] == ["no_design"]
    repair = {"line": "1", "version_id": design["current_version_id"]}
    assert shop.browser().post(f"{ROOT}/csv/A-1/repair", json=repair, headers=operator).status_code == 200
    shop.services.runner.drain()
    assert shop.browser().get(f"{ROOT}/csv/A-1", headers=operator).json["state"] == "placed"


def test_an_order_that_is_not_made_here_is_left_with_a_reason(shop, operator):
    bring(shop, operator, row())
    assert_problem(
        shop.browser().post(f"{ROOT}/csv/A-1/leave", json={"reason": " "}, headers=operator), 422, "no_reason"
    )
    left = shop.browser().post(f"{ROOT}/csv/A-1/leave", json={"reason": "made by hand"}, headers=operator)
    assert (left.json["state"], left.json["note"]) == ("left", "made by hand")


def test_what_was_placed_is_not_taken_anew_beside_itself(shop, operator):
    bring(shop, operator, row(shop.approved()["id"]))
    assert_problem(shop.browser().post(f"{ROOT}/csv/A-1/take-anew", headers=operator), 409, "still_there")


def test_a_wrong_file_names_its_rows_and_takes_nothing(shop, operator):
    answer = bring(shop, operator, row().replace(",1,", ",many,"), row(number="A-2"))
    assert_problem(answer, 422, "row 2")
    assert shop.browser().get(ROOT, headers=operator).json["items"] == []


def test_an_order_that_nobody_told_of_is_not_there(shop, operator):
    assert_problem(shop.browser().get(f"{ROOT}/shopify/1", headers=operator), 404, "no_shop_order")
