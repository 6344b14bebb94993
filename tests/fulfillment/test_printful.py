"""Printful: the contracts, against a server that was written from its documents; and what is its own."""

from __future__ import annotations

import hmac
import io
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from fulfillment.base import Accepted, NotReady, NotSent, Rejected, Unknown
from fulfillment.mockups import MockupProgress
from fulfillment.printful import PARTNER, Printful, PrintfulSettings
from fulfillment.printful_mockups import mockup_body
from pod.model.errors import InputRefused
from pod.model.freshness import AreaSeen, Stock
from pod.model.handoff import HandOffState
from tests.contracts.remote_partner_contract import (
    NOT_SENT_BY,
    QUICK,
    REFUSED_BY,
    TOKEN,
    RemotePartnerContract,
    Variant,
    hasty,
    own_catalogue,
)
from tests.servers.partner import EFFECTS
from tests.servers.printful import LATE_COSTS_S, PrintfulServer
from tests.servers.printful_mockups import MOCKUP_S
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

    # --- mock-ups

    def begun(self, partner, order, area="front"):
        return partner.begin_mockup(order.items[0], area)

    def test_a_mock_up_is_drawn_of_the_very_file_on_the_very_variant_and_placement(self, server, partner, order):
        task = self.begun(partner, order)
        assert partner.mockup(task.id).progress is MockupProgress.PENDING
        server.clock.advance(MOCKUP_S)
        drawn = partner.mockup(task.id)
        (url,) = drawn.pictures
        with Image.open(io.BytesIO(partner.mockup_picture(url))) as picture:
            assert (picture.format, picture.size) == ("JPEG", (400, 400))
            # the art of this contract, in the middle of the server's garment
            assert max(abs(a - b) for a, b in zip(picture.getpixel((200, 190)), (0x33, 0x66, 0xCC), strict=True)) < 12
        (kept,) = server.mockups.values()
        assert (kept["catalog_product_id"], kept["catalog_variant_ids"]) == (71, [4012])
        assert {d.sha256 for d in server.downloads} == {order.items[0].files[0].sha256}

    def test_the_style_of_a_mock_up_shows_the_placement_and_the_variant(self, server, partner, order):
        self.begun(partner, order)
        (kept,) = server.mockups.values()
        (style,) = kept["mockup_style_ids"]
        assert style in server.styles_for(71, "front", [4012])

    def test_a_mock_up_is_asked_for_as_is_described(self, partner, order):
        document = published("printful-v2.requests.json")
        (file,) = order.items[0].files
        schema = {"$ref": "#/components/schemas/MockupTaskCreation", "components": document["components"]}
        body = mockup_body(file, partner.offer(order.items[0]), 7)
        assert [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(body)] == []

    def test_why_a_mock_up_failed_is_in_the_partners_own_words(self, server, partner, order, files):
        broken = replace(order.items[0].files[0], url=f"{files.url}/nowhere.png")
        task = self.begun(partner, replace(order, items=(replace(order.items[0], files=(broken,)),)))
        server.clock.advance(MOCKUP_S)
        found = partner.mockup(task.id)
        assert found.progress is MockupProgress.FAILED
        assert "404" in found.why
        assert partner.mockup("4711") is None

    @pytest.mark.parametrize("fault", [f for f in EFFECTS if "late" not in f])
    def test_what_became_of_a_mock_up_that_went_wrong_is_known_or_said_to_be_unknown(
        self, server, partner, order, fault
    ):
        hasty(partner)
        server.faults.append(f"change: {fault}")
        verdict = self.begun(partner, order)
        kinds = {**dict.fromkeys(NOT_SENT_BY, NotSent), **dict.fromkeys(REFUSED_BY, Rejected)}
        assert isinstance(verdict, kinds.get(fault, Unknown)), verdict
        if isinstance(verdict, NotSent):
            assert verdict.busy
            assert server.mockups == {}

    def test_what_cannot_be_drawn_is_said_before_anybody_is_called(self, server, partner, order):
        link = order.items[0].files[0].url
        codes = [
            [e.code for e in partner.cannot_draw(*asked)]
            for asked in (
                (TEE_SKU, "front", link),
                ("tee/M/plaid", "front", link),
                (TEE_SKU, "hood", link),
                (TEE_SKU, "front", "http://shop.example/front.png"),
                (TEE_SKU, "hood", "http://shop.example/front.png"),
            )
        ]
        assert codes == [
            [],
            ["not_offered"],
            ["no_placement"],
            ["no_public_address"],
            ["no_placement", "no_public_address"],
        ]
        assert server.calls == []

    def test_only_its_own_hosts_are_fetched_from(self, tmp_path):
        away = Printful(PrintfulSettings(token=TOKEN), QUICK)
        for url in (
            "https://elsewhere.example/a.jpg",
            "http://files.cdn.printful.com/a.jpg",
            "https://127.0.0.1/a.jpg",
        ):
            with pytest.raises(InputRefused):
                away.mockup_picture(url)

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
