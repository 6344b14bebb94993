"""Printify: the contracts, against a server that was written from its documents; and what is its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fulfillment.base import Accepted, Rejected
from fulfillment.printify import PARTNER, Printify, PrintifySettings
from pod.model.freshness import Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from tests.contracts.partner_contract import a_reference
from tests.contracts.remote_partner_contract import QUICK, TOKEN, RemotePartnerContract, Variant, own_catalogue
from tests.servers.printify import PrintifyServer

SECRET = "a secret of the shop's own"
POSTER = Variant("poster-12x16", "12x16", "white", "front", (360, 480))


def printify_at(server, folder, key=TOKEN, live="yes", more="", secret=SECRET, unknown_there=False):
    variant = '"1"' if unknown_there else '"101110"'
    row = {"theirs": '"282/99"', "variant": variant, "places": '{ front = "front" }'}
    settings = PrintifySettings(
        token=key,
        shop_id="815",
        base_url=f"{server.base_url}/v1",
        live=live,
        webhook_secret=secret,
        catalogue=own_catalogue(folder, POSTER, row, more),
    )
    return Printify(settings, QUICK)


class TestContract(RemotePartnerContract):
    factory = PARTNER
    variant = POSTER
    listed = 12
    walk = (
        ("in-production", HandOffState.IN_PRODUCTION),
        ("fulfilled", HandOffState.SHIPPED),
        ("delivered", HandOffState.DELIVERED),
    )

    @pytest.fixture
    def server(self):
        with PrintifyServer(token=TOKEN, secret=SECRET) as server:
            yield server

    def adapter(self, server, folder, **changes):
        return printify_at(server, folder, **changes)

    # --- its own

    def test_an_order_says_what_a_piece_costs_and_what_of_the_sum_is_tax(self, server, partner, order):
        server.tax_cents = 321
        partner.submit(order)
        found = partner.find(order.reference)
        assert found.each == {1: Money(server.articles[101110].cents * 10_000)}
        assert found.cost.micros - found.before_tax.micros == 3_210_000

    def test_sizes_and_stock_are_said_and_what_is_hidden_is_out_of_stock(self, server, partner):
        variant = f"{POSTER.sku}/{POSTER.size}/{POSTER.cloth}"
        (seen,) = partner.seen([variant])
        (area,) = seen.areas
        assert (seen.stock, area.area, area.width_px < area.height_px) == (Stock.IN, "front", True)
        article = int(partner._by_variant()[variant].variant)
        server.restock(article, there=False)
        assert partner.seen([variant])[0].stock is Stock.OUT
        server.discontinue(article)
        assert partner.seen([variant])[0].stock is Stock.GONE

    def test_a_part_that_is_shipped_is_a_part(self, server, partner, order):
        known_as = self.under_way(server, partner, order)
        for word in ("in-production", "partially-fulfilled"):
            server.advance(known_as, word)
        assert partner.get(order.reference, known_as).state is HandOffState.PARTLY_SHIPPED

    @pytest.mark.parametrize("word", ["has-issues"])
    def test_trouble_is_a_persons_with_their_words(self, server, partner, order, word):
        known_as = self.under_way(server, partner, order)
        server.advance(known_as, word)
        found = partner.get(order.reference, known_as)
        assert (found.state, found.note) == (HandOffState.ON_HOLD, "Printify says: has issues.")

    def test_what_waits_for_our_word_is_no_trouble(self, server, partner, order):
        partner.submit(order)
        assert partner.find(order.reference).state is HandOffState.READY_TO_CONFIRM

    def test_an_account_without_money_holds_the_order(self, server, partner, order):
        known_as = partner.submit(order).partner_order_id
        server.faults.append("confirm: unpaid")
        partner.confirm(order.reference, known_as)
        found = partner.get(order.reference, known_as)
        assert (found.state, found.note) == (HandOffState.ON_HOLD, "Printify says: payment not received.")

    def test_a_refused_address_is_told_in_their_words(self, server, partner, order):
        server.faults.append("address refused")
        verdict = partner.submit(order)
        assert isinstance(verdict, Rejected)
        assert "8103" in verdict.reason

    def test_our_reference_is_found_among_the_newest_orders_and_by_the_answer_to_a_second_one(
        self, server, partner, order
    ):
        """The list has ten to a page; what has sunk below is refused by its reference, and the refusal names it."""
        first = partner.submit(order)
        for _ in range(35):
            assert isinstance(partner.submit(replace(order, reference=a_reference())), Accepted)
        assert partner.find(order.reference) is None
        assert partner.find(order.reference, first.partner_order_id) is not None
        again = partner.submit(order)
        assert isinstance(again, Accepted)
        assert again.partner_order_id == first.partner_order_id

    def test_a_picture_that_is_smaller_than_the_area_says_how_much(self, partner, order):
        file = replace(order.items[0].files[0], place_px=(4800, 6000), place_ppi=300)
        (item,) = partner.body(replace(order, items=(replace(order.items[0], files=(file,)),)))["line_items"]
        (picture,) = item["print_areas"]["front"]
        assert (picture["x"], picture["y"], picture["scale"]) == (0.5, 0.5, 0.75)

    def test_a_webhook_names_the_order_by_their_id(self, server, partner, order):
        server.events_to("http://127.0.0.1:9/nobody-listens")
        server.news_held = True
        known_as = self.under_way(server, partner, order)
        server.advance(known_as, "in-production")
        (event,) = partner.read_webhook(server.events[-1].headers, server.events[-1].body)
        assert (event.reference, event.partner_order_id) == ("", known_as)
