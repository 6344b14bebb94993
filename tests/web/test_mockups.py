"""Mock-ups over HTTP and on the pages: asked for by the shop's people, seen by whoever has the link once they are drawn."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from werkzeug.serving import make_server

from pod.model.caller import Role
from tests.servers.printful import PrintfulServer
from tests.servers.printful_mockups import MOCKUP_S
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import OWNER, assert_problem

TOKEN = "planted-token-4711"


class Drawn:
    """A shop with its door open on loopback, and a partner that fetches the print file there."""

    def __init__(self, shop, server):
        self.shop, self.server = shop, server
        self.design = shop.proofed(cloth="white")
        self.key = shop.key()
        self.address = f"/api/v1/designs/{self.design['id']}/mockups"

    def ask(self, **body):
        return self.shop.browser().post(self.address, json=body, headers=self.key)

    @property
    def shown(self):
        (item,) = self.shop.browser().get(self.address, headers=self.key).json["items"]
        return item

    def pass_time(self, seconds=2 * MOCKUP_S):
        self.shop.watch.ahead += timedelta(seconds=seconds)
        self.server.clock.advance(seconds)
        self.shop.services.runner.drain()


@pytest.fixture
def drawn(open_shop):
    with PrintfulServer(token=TOKEN) as server:
        opened = []
        door = make_server("127.0.0.1", 0, lambda *asked: opened[0](*asked), threaded=True)
        shop = open_shop(
            POD_PUBLIC_URL=f"http://127.0.0.1:{door.server_port}",
            POD_PRINTFUL_TOKEN=TOKEN,
            POD_PRINTFUL_BASE_URL=server.base_url,
        )
        opened.append(shop.app)
        threading.Thread(target=door.serve_forever, daemon=True).start()
        yield Drawn(shop, server)
        door.shutdown()
        door.server_close()


def test_a_mock_up_is_asked_for_polled_and_shown_on_both_pages(drawn):
    shop, design = drawn.shop, drawn.design
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    desk, page = Desk(shop), f"/ops/designs/{design['id']}"
    assert "Have Printful draw it" in said(desk.get(page))
    desk.post(f"{page}/mockups", version=design["current_version_id"], partner="printful")
    shop.services.runner.drain()
    assert "Printful is drawing it." in said(desk.get(page))
    before = shop.browser().get(f"/d/{design['id']}").text
    assert "Drawn by Printful" not in before
    drawn.pass_time()
    found = drawn.shown
    assert (found["state"], found["variant"], found["area"]) == ("drawn", "tee/S/white", "front")
    assert shop.browser().get(found["picture"]["url"]).mimetype == "image/png"
    assert "Drawn by Printful" in said(desk.get(page))
    assert "The proof is what counts" in shop.browser().get(f"/d/{design['id']}").text
    assert len(drawn.server.mockups) == 1


def test_a_mock_up_is_asked_for_by_the_size_and_only_once(drawn):
    answers = [drawn.ask(size="M") for _ in range(2)]
    assert [a.status_code for a in answers] == [202, 202]
    assert answers[0].json["items"][0]["id"] == answers[1].json["items"][0]["id"]
    assert answers[0].json["partners"] == ["printful"]
    drawn.pass_time()
    (task,) = drawn.server.mockups.values()
    assert task["catalog_variant_ids"] == [4012]


def test_what_cannot_be_drawn_is_said_and_strangers_may_not_ask(drawn):
    assert_problem(drawn.ask(size="9XL"), 422, "There is no size")
    assert_problem(drawn.ask(partner="manual"), 422, "draws no mock-ups")
    assert drawn.shop.browser().post(drawn.address, json={}).status_code in (401, 403)
    assert_problem(drawn.shop.browser().get(drawn.address, headers=drawn.shop.key(tenant="other")), 404)
    assert drawn.server.mockups == {}


def test_a_shop_without_a_public_address_is_told_so(open_shop):
    shop = open_shop(POD_PRINTFUL_TOKEN=TOKEN, POD_PUBLIC_URL="http://shop.example")
    design = shop.proofed(cloth="white")
    address = f"/api/v1/designs/{design['id']}/mockups"
    told = assert_problem(shop.browser().post(address, json={}, headers=shop.key()), 422)
    assert [(p["where"], p["code"]) for p in told["problems"]] == [("front", "no_public_address")]
