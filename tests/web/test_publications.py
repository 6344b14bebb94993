"""Putting designs on sale, over HTTP and on the page: asked for once, seen sku by sku, taken off again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from pod.model.caller import Role
from tests.servers.shopify import ShopifyServer
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import OWNER, assert_problem

KEY = {"Idempotency-Key": "4fd5a1c0-7d0e-4a53"}


@pytest.fixture
def server() -> Iterator[ShopifyServer]:
    with ShopifyServer() as server:
        yield server


@pytest.fixture
def shop(open_shop, server):
    return open_shop(**{f"POD_SHOPIFY_{name}": value for name, value in server.settings().items()})


@pytest.fixture
def desk(shop):
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    return Desk(shop)


def test_a_design_is_published_once_for_a_key_and_shown_sku_by_sku(shop, server):
    design, operator = shop.approved(), shop.key()
    address = f"/api/v1/designs/{design['id']}/publications"
    asked = {"shop": "shopify", "title": "A red square", "tags": ["square"], "on_sale": True}
    answers = [shop.browser().post(address, json=asked, headers={**operator, **KEY}) for _ in range(2)]
    assert [a.status_code for a in answers] == [202, 202]
    assert answers[0].json == answers[1].json
    assert (answers[0].json["state"], {v["there"] for v in answers[0].json["variants"]}) == ("waiting", {False})
    shop.services.runner.drain()
    shown = shop.browser().get(address, headers=operator).json
    [publication] = shown["items"]
    assert (publication["state"], publication["title"], shown["shops"]) == ("published", "A red square", ["shopify"])
    assert {v["variant"]: (v["price"], v["there"]) for v in publication["variants"]} == {
        f"tee/{size}/navy": (f"{price} USD", True)
        for size, price in (("S", "24.00"), ("M", "24.00"), ("L", "24.00"), ("XL", "24.00"), ("2XL", "26.00"))
    }
    [product] = server.shelf.products.values()
    assert (product["status"], len(product["variants"])) == ("ACTIVE", 5)
    # a shop that fetches pictures by itself gets the very proof
    [picture] = product["media"]
    sha256 = hashlib.sha256(picture["data"]).hexdigest()
    link = shop.services.links.address(sha256, "png").removeprefix(shop.services.settings.public_url)
    assert shop.browser().get(link).data == picture["data"]
    gone = shop.browser().delete(f"{address}/shopify", headers=operator)
    assert (gone.status_code, gone.json["state"]) == (202, "withdrawing")
    shop.services.runner.drain()
    [product] = server.shelf.products.values()
    assert product["status"] == "DRAFT"


def test_everything_that_is_wrong_is_said_at_once(shop):
    design, operator = shop.approved(), shop.key()
    address = f"/api/v1/designs/{design['id']}/publications"
    wrong = {"shop": "shopify", "title": "A Mickey Mouse shirt", "with_designs": ["0" * 32]}
    told = assert_problem(shop.browser().post(address, json=wrong, headers=operator), 422, "This would pass")
    assert {p["where"] for p in told["problems"]} == {"title", "with_designs[1]"}
    assert_problem(shop.browser().post(address, json={"shop": "plain"}, headers=operator), 422, "There is: shopify")
    assert_problem(shop.browser().delete(f"{address}/shopify", headers=operator), 404)
    assert_problem(shop.browser().get(address, headers=shop.key(tenant="other")), 404)


# --- the page


def test_the_page_shows_what_buyers_will_see_and_publishes_it(shop, desk, server):
    design = shop.approved()
    page = said(desk.get(f"/ops/designs/{design['id']}/publish"))
    assert "What they can buy: 5" in page
    assert "26.00 USD" in page
    desk.post(f"/ops/designs/{design['id']}/publish", shop="shopify", title="A red square", tags="square, red")
    shop.services.runner.drain()
    page = said(desk.get(f"/ops/designs/{design['id']}/publish"))
    assert "5 of 5 skus are there" in page
    [product] = server.shelf.products.values()
    assert (product["title"], product["tags"]) == ("A red square", ["square", "red"])
    desk.post(f"/ops/designs/{design['id']}/publish/shopify/withdraw")
    shop.services.runner.drain()
    assert "Off sale" in said(desk.get(f"/ops/designs/{design['id']}/publish"))


def test_what_is_refused_is_said_and_what_was_typed_is_kept(shop, desk):
    design = shop.approved()
    typed = {"shop": "shopify", "title": "A Mickey Mouse shirt", "description": "One.\n\nTwo.", "tags": "fox"}
    answer = desk.post(f"/ops/designs/{design['id']}/publish", status=422, **typed)
    assert "would pass" in said(answer)
    assert 'value="A Mickey Mouse shirt"' in answer.text
    assert "One.\n\nTwo." in answer.text


def test_the_page_says_why_a_design_cannot_be_put_on_sale(shop, desk):
    design = shop.proofed()
    assert "not been approved" in said(desk.get(f"/ops/designs/{design['id']}/publish"))


def test_without_a_shop_the_page_says_which_can(open_shop):
    shop = open_shop()
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    design = shop.approved()
    assert "No shop is set up" in said(Desk(shop).get(f"/ops/designs/{design['id']}/publish"))
