"""Prodigi: the contracts, against a server that was written from its documents; and what is its own."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from fulfillment.base import Accepted, Rejected
from fulfillment.prodigi import PARTNER, SANDBOX, Prodigi, ProdigiSettings
from pod.model.freshness import Stock
from pod.model.handoff import HandOffState
from tests.contracts.remote_partner_contract import (
    QUICK,
    TOKEN,
    RemotePartnerContract,
    Variant,
    own_catalogue,
)
from tests.servers.prodigi import ProdigiServer
from tests.servers.published import misfits, published


class TestContract(RemotePartnerContract):
    factory = PARTNER
    signs = False
    walk = (
        ("inProduction", HandOffState.IN_PRODUCTION),
        ("shipping", HandOffState.PARTLY_SHIPPED),
        ("Complete", HandOffState.SHIPPED),
    )
    variant = Variant("poster-12x16", "12x16", "white", "front", (360, 480))

    @pytest.fixture
    def server(self):
        with ProdigiServer(token=TOKEN, live=True) as server:
            yield server

    def adapter(self, server, folder, key=TOKEN, live="yes", more="", unknown_there=False):
        row = {
            "theirs": '"GLOBAL-FAP-1X1"' if unknown_there else '"GLOBAL-FAP-12X16"',
            "places": '{ front = "default" }',
        }
        settings = ProdigiSettings(
            api_key=key,
            base_url=f"{server.base_url}/v4.0",
            live=live,
            catalogue=own_catalogue(folder, self.variant, row, more),
        )
        return Prodigi(settings, QUICK)

    # --- its own

    def test_a_quote_says_where_it_is_made(self, partner, order):
        assert partner.quote(order).made_in == (order.ship_to.country,)

    def test_sizes_are_said_and_what_is_not_there_is_gone(self, server, partner):
        variant = "/".join((self.variant.sku, self.variant.size, self.variant.cloth))
        (seen,) = partner.seen([variant])
        (area,) = seen.areas
        assert (seen.stock, area.area, area.ppi, area.width_px < area.height_px) == (Stock.UNKNOWN, "front", 300, True)
        server.discontinue("GLOBAL-FAP-12X16")
        assert partner.seen([variant])[0].stock is Stock.GONE

    def test_the_order_is_one_that_is_described(self, partner, order):
        document = published("thirdparty-prodigi.requests.json")
        schema = document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert misfits(document, schema["$ref"].rpartition("/")[2], partner.body(order)) == []

    def test_what_is_downloaded_is_compared_over_there(self, server, partner, order):
        """The hash goes along, so that another file at our address is found out by them too."""
        (asset,) = partner.body(order)["items"][0]["assets"]
        assert asset["md5Hash"] == hashlib.md5(order.items[0].files[0].path.read_bytes()).hexdigest()

    def test_nothing_is_cropped_or_stretched_without_being_seen(self, partner, order):
        file = order.items[0].files[0]
        other = replace(file, place_px=(2400, 3600), place_ppi=300)
        (found,) = partner.validate(replace(order, items=(replace(order.items[0], files=(other,)),)))
        assert (found.details["measured"], found.details["required"]) == ("304.8 × 406.4 mm", "203.2 × 304.8 mm")

    @pytest.mark.parametrize(
        ("fault", "state"), [("with issues", HandOffState.ON_HOLD), ("to be paid", HandOffState.ON_HOLD)]
    )
    def test_an_order_with_issues_is_there_and_waits_for_a_person(self, server, partner, order, fault, state):
        server.faults.append(fault)
        assert isinstance(partner.submit(order), Accepted)
        found = partner.find(order.reference)
        assert (found.state, bool(found.note)) == (state, True)

    def test_an_account_with_a_pause_answers_with_an_id_alone(self, server, partner, order):
        server.faults.append("on hold")
        sent = partner.submit(order)
        assert isinstance(sent, Accepted)
        assert partner.get(order.reference, sent.partner_order_id).state is HandOffState.ON_HOLD

    def test_two_parcels_are_two(self, server, partner, order):
        server.faults.append("in two parcels")
        known_as = self.under_way(server, partner, order)
        server.advance(known_as, "inProduction")
        server.advance(known_as, "shipping")
        assert partner.get(order.reference, known_as).state is HandOffState.PARTLY_SHIPPED
        server.advance(known_as, "shipping")
        server.advance(known_as, "Complete")
        assert len(partner.get(order.reference, known_as).parcels) == 2

    def test_a_refused_cancel_comes_with_200_and_is_read(self, server, partner, order):
        known_as = self.under_way(server, partner, order)
        server.faults.append("cancel: refused")
        verdict = partner.cancel(order.reference, known_as)
        assert isinstance(verdict, Rejected)
        assert "FailedToCancel" in verdict.reason

    def test_the_sandbox_needs_no_leave(self, order):
        careful = Prodigi(ProdigiSettings(api_key="k"), QUICK)
        assert careful._settings.base_url == SANDBOX
        assert "not_live" not in [e.code for e in careful.validate(order)]

    def test_the_callback_address_goes_with_each_order(self, server, tmp_path, order):
        plain = self.adapter(server, tmp_path)
        assert "callbackUrl" not in plain.body(order)
        told = Prodigi(replace(plain._settings, callback_url="https://shop.example/webhooks/prodigi/x"), QUICK)
        assert told.body(order)["callbackUrl"] == "https://shop.example/webhooks/prodigi/x"
