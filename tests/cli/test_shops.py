"""`pod shops`: which are set up, and designs that are put on sale there."""

from __future__ import annotations

import pytest

from pod.bootstrap import build
from pod.settings import Settings
from tests.servers.shopify import ShopifyServer


@pytest.fixture
def at_shopify():
    with ShopifyServer() as server:
        yield {f"POD_SHOPIFY_{name}": value for name, value in server.settings().items()}


def test_the_list_says_what_each_shop_lacks(run, at_shopify):
    told = {row["name"]: row["state"] for row in run("shops", "--json", **at_shopify).json["shops"]}
    assert told == {"etsy": "not set up", "plain": "not set up", "shopify": "ready", "woocommerce": "not set up"}


def test_what_cannot_be_put_on_sale_ends_in_a_sentence_and_nothing_is(run, environ, at_shopify):
    build(Settings.from_env(environ)).close()
    refused = run("shops", "publish", "0" * 32, "shopify", "--tag", "fox", exit_code=3, **at_shopify)
    assert "There is no such design" in refused.errors
    assert "not published" in run("shops", "withdraw", "0" * 32, "shopify", exit_code=3, **at_shopify).errors
    assert run("shops", "publications", "--json", **at_shopify).json == {"publications": []}
    assert "There is no state" in run("shops", "publications", "--state", "gone", exit_code=3, **at_shopify).errors
