"""Gelato: the contracts, against a server that was written from its documents; and what is its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fulfillment.base import Accepted, Rejected
from fulfillment.gelato import PARTNER, Gelato, GelatoSettings, split_line
from pod.model.errors import PartnerFailed
from pod.model.freshness import AreaSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from tests.contracts.remote_partner_contract import QUICK, TOKEN, RemotePartnerContract, Variant, own_catalogue
from tests.servers.gelato import GelatoServer

HOOK = ("X-Shop-Secret", "a word of the shop's own")
UID = "apparel_product_gca_t-shirt_gsc_crewneck_gcu_unisex_gqa_classic_gsi_m_gco_white_gpr_4-0"
TEE = Variant("tee", "M", "white", "front", (360, 480))


def gelato_at(server, folder, key=TOKEN, live="yes", more="", secret=HOOK[1], unknown_there=False):
    uid = "no_such_product" if unknown_there else UID
    row = {"theirs": '"t-shirt"', "variant": f'"{uid}"', "places": '{ front = "front", wrap = "default" }'}
    settings = GelatoSettings(
        api_key=key,
        base_url=server.base_url,
        live=live,
        webhook_header=HOOK[0],
        webhook_secret=secret,
        catalogue=own_catalogue(folder, TEE, row, more),
    )
    return Gelato(settings, QUICK)


class TestContract(RemotePartnerContract):
    factory = PARTNER
    variant = TEE
    signs_body = False
    walk = (
        ("in_production", HandOffState.IN_PRODUCTION),
        ("printed", HandOffState.IN_PRODUCTION),
        ("shipped", HandOffState.SHIPPED),
        ("in_transit", HandOffState.SHIPPED),
        ("delivered", HandOffState.DELIVERED),
    )

    @pytest.fixture
    def server(self):
        with GelatoServer(token=TOKEN, hook=HOOK) as server:
            yield server

    def adapter(self, server, folder, **changes):
        return gelato_at(server, folder, **changes)

    # --- its own

    def test_what_has_become_of_our_variants_is_read_again(self, server, partner):
        variant = "/".join((TEE.sku, TEE.size, TEE.cloth))
        assert variant in [one for batch in partner.sold() for one in batch]
        (seen,) = partner.seen([variant])
        assert (seen.stock, seen.price, seen.priced_at) == (Stock.IN, Money(11_000_000, "USD"), seen.seen_at)
        assert seen.areas == (), "of a thing that is printed in several places the size says nothing of one"
        server.restock(UID, there=False)
        assert partner.seen([variant])[0].stock is Stock.OUT
        server.discontinue(UID)
        assert partner.seen([variant])[0].stock is Stock.GONE

    def test_the_size_of_a_poster_is_told_in_millimetres_and_kept_in_pixels(self, partner):
        (seen,) = partner.seen([next(v for batch in partner.sold() for v in batch if v.startswith("poster-a1/"))])
        assert seen.areas == (AreaSeen("front", 7016, 9933, 300),)

    def test_stock_that_nobody_tells_is_no_stock_that_is_gone(self, server, partner):
        server.faults.append("catalogue: 500 before")
        with pytest.raises(PartnerFailed):
            partner.seen(["poster-a1/A1/white"])

    def test_a_quote_says_where_it_is_made_and_in_how_many_days_it_arrives(self, partner, order):
        quote = partner.quote(order)
        assert quote.made_in == (order.ship_to.country,)
        assert quote.days[1] - quote.days[0] == 3

    def test_one_order_that_is_made_as_two_stays_one_and_loses_no_half(self, server, partner, order):
        second = replace(order.items[0], line=2)
        server.faults.append("in two orders")
        known_as = self.under_way(server, partner, replace(order, items=(order.items[0], second)))
        found = partner.get(order.reference, known_as)
        assert len(server.orders) == 2
        assert found.extras == ()
        for order_id in list(server.orders):
            server.advance(order_id, "in_production")
            server.advance(order_id, "printed")
        server.advance(known_as, "shipped")
        assert partner.get(order.reference, known_as).state is HandOffState.PARTLY_SHIPPED
        for order_id in set(server.orders) - {known_as}:
            server.advance(order_id, "shipped")
        found = partner.get(order.reference, known_as)
        assert (found.state, len(found.parcels)) == (HandOffState.SHIPPED, 2)

    def test_a_doubled_draft_is_an_extra_and_can_be_cancelled_alone(self, server, partner, order):
        """Nothing over there refuses it: what overtakes the look is found before the draft is confirmed."""
        first = partner.submit(order).partner_order_id
        doubled = partner._client.send("POST", "/v4/orders", json=partner.body(order)).json()["id"]
        found = partner.find(order.reference, first)
        assert found.extras == (doubled,)
        assert isinstance(partner.cancel(order.reference, doubled), Accepted)
        assert partner.find(order.reference, first).extras == ()
        assert partner.find(order.reference, first).state is HandOffState.READY_TO_CONFIRM

    def test_after_printing_a_cancel_is_refused(self, server, partner, order):
        known_as = self.under_way(server, partner, order)
        for word in ("in_production", "printed"):
            server.advance(known_as, word)
        verdict = partner.cancel(order.reference, known_as)
        assert isinstance(verdict, Rejected)
        assert verdict.reason.startswith("Too late")

    @pytest.mark.parametrize("word", ["on_hold", "pending_approval"])
    def test_a_hold_is_a_persons_with_their_words(self, server, partner, order, word):
        known_as = self.under_way(server, partner, order)
        server.advance(known_as, word)
        found = partner.get(order.reference, known_as)
        assert (found.state, found.note) == (HandOffState.ON_HOLD, f"Gelato says: {word.replace('_', ' ')}.")

    def test_a_long_street_goes_on_in_the_second_line_at_a_words_border(self, partner, order):
        assert split_line("12 Llanfairpwllgwyngyll Street, Flat 7", "Floor 2") == (
            "12 Llanfairpwllgwyngyll Street,",
            "Flat 7, Floor 2",
        )
        street = replace(order, ship_to=replace(order.ship_to, line1="Apartment 12, The Old Brewery, Brewery Lane"))
        told = partner.body(street)["shippingAddress"]
        assert (told["addressLine1"], told["addressLine2"]) == ("Apartment 12, The Old Brewery,", "Brewery Lane")
        assert partner.validate(street) == []

    def test_a_name_of_one_word_is_asked_for_whole(self, partner, order):
        (wrong,) = partner.validate(replace(order, ship_to=replace(order.ship_to, name="Cher")))
        assert wrong.message == "gelato needs the address's firstName."

    def test_without_a_secret_nothing_is_believed(self, server, tmp_path):
        silent = gelato_at(server, tmp_path, secret="")
        raw = b'{"id": "e1", "event": "order_status_updated", "orderReferenceId": "job1"}'
        assert silent.read_webhook({HOOK[0]: ""}, raw) is None
        assert silent.read_webhook({}, raw) is None
