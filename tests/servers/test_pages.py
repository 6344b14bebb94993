"""What a test server refuses is not made up: each names the vendor's own pages by which it was written."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.fulfillment.fates import SETTINGS
from tests.servers.etsy import EtsyServer
from tests.servers.shop import ShopServer
from tests.servers.shopify import ShopifyServer
from tests.servers.woocommerce import WooCommerceServer

SHOPS = {"etsy": EtsyServer, "shopify": ShopifyServer, "woocommerce": WooCommerceServer}
WRITTEN_BY = {name: setting.pages for name, setting in SETTINGS.items()} | {n: s.PAGES for n, s in SHOPS.items()}


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_a_server_names_the_vendors_pages_by_which_it_was_written(name):
    hosts = [urlsplit(page).hostname for page in WRITTEN_BY[name] if page.startswith("https://")]
    assert len(hosts) == len(WRITTEN_BY[name]) > 0
    # hot folders are nobody's own: printers and makers of their programs describe them
    assert name == "sftp" or all(name in host for host in hosts)


def test_every_server_of_a_shop_is_among_them():
    assert set(ShopServer.__subclasses__()) == set(SHOPS.values())
