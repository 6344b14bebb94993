"""From a paid order to its parcel, all of it on the wire: the partner's server fetches the print file through our own door,
without a cookie, and its signed messages come in by the same door.
"""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import timedelta

import pytest
from werkzeug.serving import make_server

from tests.servers.printful import PrintfulServer
from tests.web.shop import OWNER, a_picture, an_order

SECRET = hashlib.sha256(b"ours and printful's").hexdigest()
TOKEN = "planted-token-4711"


class Sold:
    """A shop with its door open on loopback, a partner that knows the way, and one order."""

    def __init__(self, shop, server):
        self.shop, self.server = shop, server
        version_id = shop.approved(cloth="white")["version"]["id"]
        line = {"version_id": version_id, "sku": "tee", "variant": "tee/M/white", "quantity": 2}
        self.key = shop.key()
        asked = an_order(version_id, items=[line], partner="printful")
        answer = shop.browser().post("/api/v1/orders", json=asked, headers=self.key)
        assert answer.status_code == 201, answer.text
        self.order_id = answer.json["id"]

    def pay(self):
        paid = self.shop.browser().post(f"/api/v1/orders/{self.order_id}/mark-paid", headers=self.key)
        assert paid.status_code == 200, paid.text
        self.pass_time()

    def pass_time(self, seconds=0):
        self.shop.watch.ahead += timedelta(seconds=seconds)
        self.server.clock.advance(seconds)
        self.shop.services.runner.drain()

    @property
    def shown(self):
        return self.shop.browser().get(f"/api/v1/orders/{self.order_id}", headers=self.key).json

    @property
    def state(self):
        return self.shown["handoffs"][0]["state"]

    @property
    def parcels(self):
        return self.shop.services.orders.shipments(OWNER, self.order_id)

    @property
    def theirs(self):
        """The id of the one order that the partner has."""
        (order_id,) = self.server.orders
        return order_id

    def advance(self, *words):
        for word in words:
            self.server.advance(self.theirs, word)
        self.shop.services.runner.drain()


@pytest.fixture
def sold(open_shop):
    with PrintfulServer(token=TOKEN, secret=SECRET) as server:
        door = make_server("127.0.0.1", 0, lambda *asked: opened[0](*asked), threaded=True)
        opened = []
        address = f"http://127.0.0.1:{door.server_port}"
        shop = open_shop(
            POD_PUBLIC_URL=address,
            POD_PRINTFUL_TOKEN=TOKEN,
            POD_PRINTFUL_BASE_URL=server.base_url,
            POD_PRINTFUL_LIVE="yes",
            POD_PRINTFUL_WEBHOOK_SECRET=SECRET,
        )
        opened.append(shop.app)
        threading.Thread(target=door.serve_forever, daemon=True).start()
        server.events_to(f"{address}/webhooks/printful/{shop.services.settings.webhook_secret('printful')}")
        yield Sold(shop, server)
        door.shutdown()
        door.server_close()


def test_a_paid_order_is_made_from_the_file_that_was_approved_and_its_parcel_is_shown(sold):
    sold.pay()
    sold.pass_time(60)
    assert sold.state == "confirmed"
    assert len(sold.server.charges) == 1
    assert {d.sha256 for d in sold.server.downloads} == {hashlib.sha256(a_picture()).hexdigest()}
    sold.advance("inprocess")
    assert sold.state == "in_production", "by its message, without waiting for the next poll"
    sold.advance("fulfilled")
    assert (sold.state, sold.shown["state"]) == ("shipped", "done")
    (parcel,) = sold.parcels
    assert parcel.tracking_number
    sold.advance("delivered")
    assert sold.state == "delivered"
    assert {status for event in sold.server.events for status in event.tries} == {200}


def test_messages_again_and_out_of_order_and_forged_change_nothing(sold):
    sold.pay()
    sold.pass_time(60)
    sold.server.news_held = True
    sold.advance("inprocess", "fulfilled", "delivered")
    told = list(sold.server.events)
    for event in [*reversed(told), *told]:
        assert sold.server.deliver(event) == 200
        assert sold.server.deliver(sold.server.forged(event)) == 401
        sold.shop.services.runner.drain()
    assert sold.state == "delivered"
    assert len(sold.parcels) == 1
    assert len(sold.server.charges) == 1


def test_a_door_that_partners_do_not_find_holds_the_order_and_asks_for_it(sold):
    sold.shop.services.links._public_url = "http://127.0.0.1:9"
    sold.pay()
    sold.pass_time(1200)
    assert sold.state == "on_hold"
    assert sold.server.orders == {}
    assert json.dumps(sold.shown).count("did not arrive") >= 1
