"""Printful: the contracts, against a server that was written from its documents; and what is its own."""

from __future__ import annotations

import hmac
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from fulfillment.base import Accepted, NotReady, Rejected, Unknown
from fulfillment.printful import PARTNER, Printful, PrintfulSettings
from pod.model.freshness import AreaSeen, Stock
from pod.model.handoff import HandOffState
from tests.contracts.remote_partner_contract import QUICK, TOKEN, RemotePartnerContract, Variant, own_catalogue
from tests.servers.printful import LATE_COSTS_S, PrintfulServer
from tests.servers.published import published

SECRET = "00112233445566778899aabbccddeeff"
TEE = Variant("tee", "M", "white", "front", (360, 480))


def printful_at(server, folder, key=TOKEN, live="yes", more="", secret=SECRET, unknown_there=False):
    variant = '"999999"' if unknown_there else '"4012"'
    row = {"theirs": '"71"', "variant": variant, "places": '{ front = "front" }', "options": '{ technique = "dtg" }'}
    catalogue = own_catalogue(folder, TEE, row, more)
    settings = PrintfulSettings(
        token=key, base_url=server.base_url, live=live, webhook_secret=secret, catalogue=catalogue
    )
    return Printful(settings, QUICK)


TEE_SKU = f"{TEE.sku}/{TEE.size}/{TEE.cloth}"


class TestContract(RemotePartnerContract):
    factory = PARTNER
    variant = TEE
    walk = (
        ("inreview", HandOffState.WAITING_PARTNER),
        ("pending", HandOffState.CONFIRMED),
        ("inprocess", HandOffState.IN_PRODUCTION),
        ("fulfilled", HandOffState.SHIPPED),
        ("delivered", HandOffState.DELIVERED),
    )

    @pytest.fixture
    def server(self):
        with PrintfulServer(token=TOKEN, secret=SECRET) as server:
            yield server

    def adapter(self, server, folder, **changes):
        return printful_at(server, folder, **changes)

    # --- its own

    def test_sizes_stock_and_price_are_said_of_the_very_variant(self, server, partner):
        (seen,) = partner.seen([TEE_SKU])
        assert AreaSeen("front", 1800, 2400, 150) in seen.areas
        assert (seen.stock, seen.price.currency, seen.priced_at) == (Stock.IN, "USD", seen.seen_at)
        server.restock(4012, there=False)
        assert partner.seen([TEE_SKU])[0].stock is Stock.OUT
        server.discontinue(4012)
        assert partner.seen([TEE_SKU])[0].stock is Stock.GONE

    def test_what_is_made_no_more_is_refused_with_what_to_offer_instead(self, server, tmp_path, order):
        gone = f'discontinued = ["{TEE.size}/{TEE.cloth}"]\nreplaced_by = {{ "{TEE.size}/{TEE.cloth}" = "L/white" }}'
        (refused,) = printful_at(server, tmp_path, more=gone).validate(order)
        assert (refused.code, refused.hint) == ("discontinued", "Offer the buyer L/white instead.")

    def test_a_few_variants_are_asked_for_at_once(self, partner):
        batches = partner.sold()
        assert max(map(len, batches)) == 2
        assert TEE_SKU in {variant for batch in batches for variant in batch}

    def test_the_order_is_one_that_is_described(self, partner, order):
        document = published("printful-v2.requests.json")
        document["components"]["schemas"]["_Order"] = document["components"]["requestBodies"]["OrderInput"]["content"][
            "application/json"
        ]["schema"]
        schema = {"$ref": "#/components/schemas/_Order", "components": document["components"]}
        wrong = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(partner.body(order))]
        assert wrong == []

    def test_every_placement_says_its_technique(self, partner, order):
        """Without it the file is dropped over there, and the shirt comes blank."""
        placements = [p for item in partner.body(order)["order_items"] for p in item["placements"]]
        assert [(p["placement"], p["technique"]) for p in placements] == [("front", "dtg")]

    def test_a_smaller_picture_lies_in_the_middle_at_the_size_that_was_approved(self, partner, order):
        file = replace(order.items[0].files[0], place_px=(4500, 5400), place_ppi=300)
        large = replace(order, items=(replace(order.items[0], files=(file,)),))
        (placement,) = partner.body(large)["order_items"][0]["placements"]
        # 12 x 16 in on 15 x 18 in
        assert placement["layers"][0]["position"] == {"width": 12.0, "height": 16.0, "top": 1.0, "left": 1.5}

    def test_an_order_in_two_parcels_has_arrived_when_both_have(self, server, partner, order):
        known_as = self.under_way(server, partner, order)
        for word in ("inprocess", "partial", "fulfilled", "delivered"):
            server.advance(known_as, word)
            if word == "partial":
                assert partner.get(order.reference, known_as).state is HandOffState.PARTLY_SHIPPED
        found = partner.get(order.reference, known_as)
        assert (found.state, len(found.parcels)) == (HandOffState.SHIPPED, 2)

    def test_costs_that_are_late_are_waited_for(self, server, partner, order):
        server.faults.append("costs late")
        sent = partner.submit(order)
        assert isinstance(partner.confirm(order.reference, sent.partner_order_id), NotReady)
        assert server.charges == []
        server.clock.advance(LATE_COSTS_S + 1)
        assert isinstance(partner.confirm(order.reference, sent.partner_order_id), Accepted)
        assert len(server.charges) == 1

    def test_costs_that_cannot_be_computed_are_a_persons(self, server, partner, order):
        server.faults.append("costs failed")
        sent = partner.submit(order)
        partner.find(order.reference)
        found = partner.get(order.reference, sent.partner_order_id)
        assert (found.state, found.note) == (HandOffState.ON_HOLD, "Printful’s costs for it are failed.")

    def test_what_is_being_updated_is_asked_for_again(self, server, partner, order):
        known_as = partner.submit(order).partner_order_id
        self.until_ready(server, partner, order)
        server.faults.append("confirm: being updated")
        assert isinstance(partner.confirm(order.reference, known_as), NotReady)
        server.faults.append("cancel: being updated")
        assert isinstance(partner.cancel(order.reference, known_as), Unknown)
        assert isinstance(partner.cancel(order.reference, known_as), Accepted)

    def test_a_refused_charge_is_a_refusal_and_the_name_is_used_up(self, server, partner, order):
        known_as = partner.submit(order).partner_order_id
        self.until_ready(server, partner, order)
        server.faults.append("confirm: refused")
        verdict = partner.confirm(order.reference, known_as)
        assert isinstance(verdict, Rejected)
        assert verdict.name_used
        assert partner.get(order.reference, known_as).state is HandOffState.REJECTED

    @pytest.mark.parametrize("problem_json", [False, True])
    def test_a_used_reference_is_recognised_in_both_shapes_of_errors(self, server, partner, order, problem_json):
        first = partner.submit(order)
        server.problem_json = problem_json
        assert partner.submit(order).partner_order_id == first.partner_order_id

    def test_both_secrets_sign_after_a_rotation(self, server, tmp_path, order):
        both = printful_at(server, tmp_path, secret=f"{'ab' * 16}, {SECRET}, not hex")
        raw = b'{"type": "order_updated", "data": {"order": {"id": 1, "external_id": "job1"}}}'
        signature = hmac.new(bytes.fromhex(SECRET), raw, "sha256").hexdigest()
        (event,) = both.read_webhook({"X-PF-Webhook-Signature": signature}, raw)
        assert event.reference == "job1"

    def test_without_a_secret_nothing_is_believed(self, server, tmp_path):
        raw = b'{"type": "order_updated", "data": {"order": {"external_id": "job1"}}}'
        silent = printful_at(server, tmp_path, secret="")
        assert silent.read_webhook({"x-pf-webhook-signature": hmac.new(b"", raw, "sha256").hexdigest()}, raw) is None

    def test_print_sizes_come_from_the_api_for_the_very_variant(self, partner):
        spec = partner.print_spec("tee", "tee/M/white", "front")
        assert (spec.width_px, spec.height_px, spec.ppi) == (1800, 2400, 150)
        assert spec.source == "Printful API, GET /mockup-generator/printfiles/71"
        assert partner.print_spec("tee", "tee/M/white", "back") is None

    def test_a_state_is_asked_for_where_they_ship_by_state(self, partner, order):
        nowhere = replace(order, ship_to=replace(order.ship_to, region=""))
        assert "Printful needs the address's state_code." in [
            e.message.replace("printful", "Printful") for e in partner.validate(nowhere)
        ]
        abroad = replace(order, ship_to=replace(order.ship_to, region="", country="GB"))
        assert partner.validate(abroad) == []
