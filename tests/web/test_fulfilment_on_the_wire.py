"""Fulfilment as whoever runs a shop would try it, with curl: shops' messages, time-outs, files that take their time, refusals, and
a budget that is spent. The partner and the image service are test servers; everything comes in and goes out by our own door.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.serving import make_server
from werkzeug.test import TestResponse

from fulfillment.shops.plain import signature
from tests.servers.openai import KEY, OpenAiService
from tests.servers.printful import PrintfulServer
from tests.web.shop import Shop, a_brief, assert_problem

TOKEN = "planted-token-4711"
SIGNING = b"0123456789abcdef0123456789abcdef"
LEEDS = {"name": "Ada Planted", "line1": "7 Secret Street", "city": "Leeds", "country": "GB", "postcode": "LS1 4AB"}


class Selling:
    """A shop with its door open on loopback, a partner that fetches its files there, and a shop program that signs its orders."""

    def __init__(self, shop: Shop, server: PrintfulServer) -> None:
        self.shop, self.server, self.key = shop, server, shop.key()
        self.states: list[str] = []
        self.told = 0

    def sell(self, ship_to: dict[str, str] = LEEDS, times: int = 1, design: str = "") -> None:
        """The shop's program tells of a paid order, as often as it likes."""
        design = design or self.shop.approved(cloth="white")["id"]
        line = {"id": "1", "sku": "tee/M/white", "quantity": 1, "design": design}
        now = self.shop.watch.now()
        order = {"id": "1001", "paid": True, "changed_at": now.isoformat(), "ship_to": ship_to, "lines": [line]}
        for _ in range(times):
            assert self._post(json.dumps(order).encode()).status_code == 200
            self.pass_time()

    def _post(self, raw: bytes) -> TestResponse:
        """As a message of its own each time: a shop that is in doubt whether it was heard."""
        self.told += 1
        name, at = f"msg_{self.told}", str(int(self.shop.watch.now().timestamp()))
        signed = {
            "Webhook-Id": name,
            "Webhook-Timestamp": at,
            "Webhook-Signature": signature(name, at, raw, SIGNING),
        }
        address = f"/webhooks/plain/{self.shop.services.settings.webhook_secret('plain')}"
        return self.shop.browser().post(address, data=raw, headers=signed, content_type="application/json")

    def pass_time(self, seconds: float = 0) -> None:
        self.shop.watch.ahead += timedelta(seconds=seconds)
        self.server.clock.advance(seconds)
        self.shop.services.runner.drain()
        self.states += [h["state"] for order in self.orders for h in order["handoffs"]]

    @property
    def orders(self) -> list[dict[str, Any]]:
        listed = self.shop.browser().get("/api/v1/orders", headers=self.key).json["items"]
        return [self.shop.browser().get(f"/api/v1/orders/{o['id']}", headers=self.key).json for o in listed]

    @property
    def handoff(self) -> dict[str, Any]:
        [order] = self.orders
        [handoff] = order["handoffs"]
        return handoff


@pytest.fixture
def selling(open_shop) -> Iterator[Selling]:
    with PrintfulServer(token=TOKEN) as server:
        door = make_server("127.0.0.1", 0, lambda *asked: opened[0](*asked), threaded=True)
        opened: list[Any] = []
        shop = open_shop(
            POD_PUBLIC_URL=f"http://127.0.0.1:{door.server_port}",
            POD_PRINTFUL_TOKEN=TOKEN,
            POD_PRINTFUL_BASE_URL=server.base_url,
            POD_PRINTFUL_LIVE="yes",
            POD_PLAIN_SECRET="whsec_" + base64.b64encode(SIGNING).decode(),
        )
        # the order goes where it is asked to go, and the folder that every shop has is out of the question
        del shop.services.orders._tools.partners["manual"]
        opened.append(shop.app)
        threading.Thread(target=door.serve_forever, daemon=True).start()
        yield Selling(shop, server)
        door.shutdown()
        door.server_close()


def test_after_time_outs_and_repeated_messages_one_order_exists_there_under_our_name(selling):
    selling.server.faults.extend(["cut after", "look: cut before"])
    selling.sell(times=3)
    for _ in range(5):
        selling.pass_time(60)
    [theirs] = selling.server.orders.values()
    assert theirs["external_id"] == selling.handoff["reference"]
    assert selling.handoff["state"] == "confirmed"
    assert len(selling.server.charges) == 1
    assert list(selling.server.faults) == []


def test_what_is_still_being_worked_on_is_waited_for_and_was_never_a_failure(selling):
    selling.server.faults.append("costs late")
    selling.sell()
    selling.pass_time(180)
    assert selling.handoff["state"] in ("accepted", "waiting_partner", "ready_to_confirm")
    for _ in range(10):
        selling.pass_time(60)
    assert selling.handoff["state"] == "confirmed"
    assert not {"failed", "rejected", "on_hold", "unknown"} & set(selling.states)


def test_an_address_that_the_partner_refuses_waits_for_a_person_at_once_with_its_words(selling):
    selling.sell(ship_to={**LEEDS, "country": "BR"})
    held = selling.handoff
    assert held["state"] == "rejected", "and it waits for a person"
    assert "tax_number" in held["reason"]
    assert selling.server.orders == {}


def test_a_line_without_a_design_is_never_a_blank_shirt(selling):
    selling.sell(design="0" * 32)
    assert selling.orders == []
    waiting = selling.shop.browser().get("/api/v1/shop-orders?state=needs_repair", headers=selling.key).json["items"]
    assert len(waiting) == 1
    assert selling.server.calls == []


# --- a budget


def test_a_spent_budget_is_refused_with_the_figure_and_the_hour_and_what_is_under_way_ends(open_shop):
    with OpenAiService() as service:
        shop = open_shop(
            POD_PROVIDERS="openai", POD_OPENAI_API_KEY=KEY, POD_OPENAI_BASE_URL=service.url, POD_DAILY_BUDGET="0.30"
        )
        mine, elsewhere = shop.key(), _of_another_tenant(shop)
        first = ask(shop, mine)
        assert first.status_code == 202, first.text
        refused = ask(shop, mine, seed=8)
        assert_problem(refused, 429, "0.30", "opens again at", "UTC")
        shop.services.runner.drain()
        design = f"/api/v1/designs/{first.json['id']}"
        assert shop.browser().get(design, headers=mine).json["candidates"][0]["state"] == "ready"
        assert ask(shop, elsewhere, seed=9).status_code == 202, "whose budget is their own"
        assert_problem(shop.browser().post(f"{design}/approve", headers=elsewhere, json={}), 404)


def _of_another_tenant(shop: Shop) -> dict[str, str]:
    return shop.key(tenant="other")


def ask(shop: Shop, key: dict[str, str], **changes: Any) -> TestResponse:
    return shop.browser().post("/api/v1/designs", json=a_brief(provider="openai", **changes), headers=key)
