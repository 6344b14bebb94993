"""What any partner adapter must do. An adapter's test is a subclass that says how to reach its partner.

The suite never asks an adapter for its name, only for its capability.
"""

from __future__ import annotations

import hashlib
import secrets
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffDocument,
    HandOffFile,
    HandOffItem,
    HandOffOrder,
    Partner,
    PartnerFactory,
    Rejected,
)
from pod.model.errors import PartnerFailed, PodError
from pod.model.geometry import Box, Size
from pod.model.handoff import REFERENCE, HandOffState, new_reference
from pod.model.order import ShipTo

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PRINT = b"\x89PNG print file " * 1000


def a_reference() -> str:
    """Of another hand-off each time."""
    return new_reference(secrets.token_hex(8))


def an_order(folder: Path, **changes) -> HandOffOrder:
    """Two pieces of one tee, printed in front, with a packing slip."""
    art, slip = folder / "front.png", folder / "slip.pdf"
    art.write_bytes(PRINT)
    slip.write_bytes(b"%PDF packing slip")
    file = HandOffFile(
        area="front",
        format="png",
        sha256=hashlib.sha256(PRINT).hexdigest(),
        bytes=len(PRINT),
        width_px=3600,
        height_px=4800,
        ppi=300.0,
        trim_mm=Size(304.8, 406.4),
        bleed_mm=0.0,
        art_mm=Box(20.0, 30.0, 264.8, 264.8),
        colour="srgb",
        path=art,
    )
    item = HandOffItem(
        line=1,
        sku="tee",
        product_name="Unisex T-shirt",
        variant="tee/L/navy",
        size="L",
        cloth="navy",
        cloth_rgb="#212642",
        quantity=2,
        design_id="0" * 32,
        version=1,
        lettering="RIDE ON",
        files=(file,),
        approved_by="shopper",
        checks=("300 ppi",),
    )
    order = HandOffOrder(
        reference=a_reference(),
        order_ref="A-10442",
        created_at=NOON,
        ship_to=ShipTo("Test Recipient", "1 Test Street", "Leeds", "GB", "LS1 4AB"),
        items=(item,),
        documents=(HandOffDocument("packing-slip.pdf", "application/pdf", slip),),
    )
    return replace(order, **changes)


class PartnerContract(ABC):
    """Subclasses give `factory`, a fixture `partner` with an empty account, and the ways to look and meddle below."""

    factory: PartnerFactory

    @pytest.fixture
    def order(self, tmp_path: Path) -> HandOffOrder:
        return an_order(tmp_path)

    @abstractmethod
    def orders_there(self, partner: Partner, reference: str) -> int:
        """How many orders the partner really has under this reference, counted without the adapter."""

    @abstractmethod
    def break_lookup(self, partner: Partner) -> None:
        """From now on the partner cannot be asked."""

    def forged(self) -> tuple[Mapping[str, str], bytes]:
        """A message as the partner would write it, with a wrong signature."""
        return {"X-Signature": "0" * 64}, b'{"type": "order.shipped"}'

    def test_the_factory_makes_what_it_says(self, partner):
        assert self.factory.capability is partner.capability
        assert self.factory.name == partner.name
        assert self.factory.summary

    def test_a_good_order_has_no_problems(self, partner, order):
        assert partner.validate(order) == []

    def test_everything_wrong_is_listed_at_once_in_words(self, partner, order):
        nobody = replace(order.ship_to, name="", city="")
        broken = replace(order, ship_to=nobody, items=(replace(order.items[0], quantity=0, files=()),))
        found = partner.validate(broken)
        assert len(found) >= 4
        assert all(isinstance(e, PodError) and e.message and e.hint for e in found)

    def test_a_wrong_order_is_rejected_and_nothing_arrives(self, partner, order):
        broken = replace(order, items=(replace(order.items[0], files=()),))
        assert isinstance(partner.submit(broken), Rejected)
        assert self.orders_there(partner, order.reference) == 0

    def test_what_was_submitted_is_found(self, partner, order):
        sent = partner.submit(order)
        assert isinstance(sent, Accepted)
        found = partner.find(order.reference)
        assert found is not None
        assert (found.reference, found.partner_order_id) == (order.reference, sent.partner_order_id)
        assert partner.get(order.reference) == found
        assert self.orders_there(partner, order.reference) == 1

    def test_a_reference_fits_every_partner(self, order):
        assert REFERENCE.match(order.reference)

    def test_the_same_order_twice_is_one_order(self, partner, order):
        first, second = partner.submit(order), partner.submit(order)
        assert isinstance(first, Accepted)
        if partner.capability is not Capability.LOOKUP_ONLY:  # those are looked up first, by the caller
            assert isinstance(second, Accepted)
            assert second.partner_order_id == first.partner_order_id
            assert self.orders_there(partner, order.reference) == 1

    def test_another_order_under_a_used_reference_is_never_a_success(self, partner, order):
        partner.submit(order)
        other = replace(order, items=(replace(order.items[0], quantity=99),))
        if partner.capability is not Capability.LOOKUP_ONLY:
            assert isinstance(partner.submit(other), Rejected)
            assert self.orders_there(partner, order.reference) == 1

    def test_what_was_never_sent_is_surely_absent(self, partner):
        assert partner.find(a_reference()) is None

    def test_a_lookup_that_failed_is_not_an_absence(self, partner, order):
        partner.submit(order)
        self.break_lookup(partner)
        with pytest.raises(PartnerFailed) as failed:
            partner.find(order.reference)
        assert failed.value.hint

    def test_confirming_brings_it_no_further_back(self, partner, order):
        sent = partner.submit(order)
        confirmed = partner.confirm(order.reference)
        assert isinstance(sent, Accepted)
        assert isinstance(confirmed, Accepted)
        if not partner.needs_confirm:
            assert confirmed.state is sent.state

    def test_an_order_nobody_touched_can_be_cancelled_once_and_again(self, partner, order):
        partner.submit(order)
        for _ in range(2):
            cancelled = partner.cancel(order.reference)
            assert isinstance(cancelled, Accepted)
            assert cancelled.state is HandOffState.CANCELLED
        found = partner.find(order.reference)
        assert found is not None
        assert found.state is HandOffState.CANCELLED

    def test_what_is_not_there_cannot_be_cancelled(self, partner):
        assert isinstance(partner.cancel(a_reference()), Rejected)

    def test_a_message_with_a_wrong_signature_says_nothing(self, partner):
        headers, body = self.forged()
        assert partner.read_webhook(headers, body) is None
        assert partner.read_webhook({}, b"") is None
