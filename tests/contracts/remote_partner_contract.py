"""What any adapter of a partner behind HTTP must do besides: tell apart what was acted on and what was not, say everything
at once before it calls, and read what the partner says back.

An adapter's test is a subclass that gives its test server, which was written by someone else.
"""

from __future__ import annotations

import hashlib
import io
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PIL import Image

from fulfillment.base import Accepted, HandOffOrder, NotReady, NotSent, Partner, Rejected, Unknown
from fulfillment.remote import Outside, RemotePartner
from pod.http import Timeouts
from pod.model.errors import InputRefused, PartnerFailed
from pod.model.handoff import HandOffState
from pod.model.order import ShipTo
from tests.contracts.partner_contract import PartnerContract, a_reference, an_order
from tests.servers.partner import EFFECTS, LATE_S, PartnerServer

QUICK = Outside(timeouts=Timeouts(connect_s=5.0, read_s=10.0, total_s=20.0), now=lambda: datetime.now(UTC))
"""A test server answers soon, or not at all: a busy machine is no time-out."""


def hasty(partner: RemotePartner) -> None:
    """Where no answer is what is looked at, it is not waited for."""
    client = partner._client
    client._wire = replace(client._wire, timeouts=Timeouts(connect_s=5.0, read_s=0.3, total_s=1.0))


TOKEN = "planted-token-4711"
TO = ShipTo("Test Recipient", "1 Test Street", "Portland", "US", "97205", region="OR", email="r@example.com")

NOT_SENT_BY = ("429 before", "429 without a time")
REFUSED_BY = ("moved before",)
"""All others leave it open whether the call was acted on."""


@dataclass(frozen=True)
class Variant:
    """What of ours is ordered in these tests; the partner's own file calls it by a name that its server knows."""

    sku: str
    size: str
    cloth: str
    area: str
    px: tuple[int, int]


def a_print(folder: Path, px: tuple[int, int]) -> tuple[Path, bytes]:
    out = io.BytesIO()
    Image.new("RGB", px, "#3366cc").save(out, "PNG")
    path = folder / "print.png"
    path.write_bytes(out.getvalue())
    return path, out.getvalue()


class RemotePartnerContract(PartnerContract):
    """Subclasses give a fixture `server` besides, with an empty account."""

    variant: ClassVar[Variant]

    @abstractmethod
    def adapter(self, server: PartnerServer, folder: Path, **settings: str) -> RemotePartner:
        """Ours, speaking with that server."""

    @pytest.fixture
    def partner(self, server, tmp_path) -> RemotePartner:
        return self.adapter(server, tmp_path)

    @pytest.fixture
    def order(self, tmp_path, files) -> HandOffOrder:
        path, data = a_print(tmp_path, self.variant.px)
        plain, v = an_order(tmp_path, ship_to=TO), self.variant
        sha256 = hashlib.sha256(data).hexdigest()
        file = replace(
            plain.items[0].files[0],
            area=v.area,
            path=path,
            sha256=sha256,
            bytes=len(data),
            width_px=v.px[0],
            height_px=v.px[1],
            url=files.put(f"{sha256}.png", data),
        )
        item = replace(
            plain.items[0],
            sku=v.sku,
            size=v.size,
            cloth=v.cloth,
            variant=f"{v.sku}/{v.size}/{v.cloth}",
            files=(file,),
        )
        return replace(plain, items=(item,))

    # --- the ways to look and meddle

    def break_lookup(self, partner: Partner) -> None:
        self.broken.faults.extend(["look: 500 before"] * 3)

    @pytest.fixture(autouse=True)
    def _know_the_server(self, server) -> None:
        self.broken = server

    def orders_there(self, partner: Partner, reference: str) -> int:
        return sum(reference in str(order) for order in self.broken.orders.values())

    # --- what was acted on, and what was not

    @pytest.mark.parametrize("fault", [*EFFECTS])
    def test_a_call_that_may_have_been_acted_on_is_never_called_a_failure(
        self, server, partner, tmp_path, order, fault
    ):
        server.faults.append(fault)
        if "hang" in fault:
            hasty(partner)
        verdict = partner.submit(order)
        partner = self.adapter(server, tmp_path)
        if fault in NOT_SENT_BY:
            assert isinstance(verdict, NotSent)
            assert verdict.retry_after_s > 6
        elif fault in REFUSED_BY:
            assert isinstance(verdict, Rejected)
        else:
            assert isinstance(verdict, Unknown)
            assert verdict.settle_s > QUICK.timeouts.total_s
        server.clock.advance(2 * LATE_S)
        acted_on = EFFECTS[fault].done in ("now", "later")
        assert self.orders_there(partner, order.reference) == acted_on
        found = partner.find(order.reference)
        assert (found is not None) is acted_on
        if found:
            assert isinstance(partner.submit(order), Accepted), "sent again all the same, it is the same order"
            assert self.orders_there(partner, order.reference) == 1

    @pytest.mark.parametrize("fault", [f for f in EFFECTS if "late" not in f])
    def test_a_confirmation_whose_answer_was_lost_is_looked_up_and_made_once(
        self, server, partner, tmp_path, order, fault
    ):
        if not partner.needs_confirm:
            pytest.skip("there is no second step")
        sent = partner.submit(order)
        assert isinstance(sent, Accepted)
        self.until_ready(server, partner, order)
        server.faults.append(f"confirm: {fault}")
        if "hang" in fault:
            hasty(partner)
        verdict = partner.confirm(order.reference, sent.partner_order_id)
        partner = self.adapter(server, tmp_path)
        assert isinstance(verdict, (Unknown, NotReady, Rejected))
        confirmed = partner.confirm(order.reference, sent.partner_order_id)
        assert isinstance(confirmed, Accepted)
        assert confirmed.state not in (HandOffState.READY_TO_CONFIRM, HandOffState.ACCEPTED)
        assert len(server.charges) == 1

    def until_ready(self, server: PartnerServer, partner: RemotePartner, order: HandOffOrder) -> None:
        """The partner's own work on a draft, which it does between two looks."""
        for _ in range(5):
            there = partner.find(order.reference)
            if there and there.state is not HandOffState.WAITING_PARTNER:
                return
            server.clock.advance(10)

    def test_confirming_brings_it_no_further_back(self, server, partner, order):
        sent = partner.submit(order)
        assert isinstance(sent, Accepted)
        self.until_ready(server, partner, order)
        confirmed = partner.confirm(order.reference, sent.partner_order_id)
        assert isinstance(confirmed, Accepted)
        assert confirmed.state not in (HandOffState.READY_TO_CONFIRM, HandOffState.ACCEPTED)

    def test_what_was_submitted_is_found(self, server, partner, order):
        sent = partner.submit(order)
        assert isinstance(sent, Accepted)
        found = partner.find(order.reference)
        assert found is not None
        assert (found.reference, found.partner_order_id) == (order.reference, sent.partner_order_id)
        assert found.is_of(sha256_of(order))
        by_id = partner.get(order.reference, sent.partner_order_id)
        assert by_id is not None
        assert by_id.partner_order_id == found.partner_order_id
        assert (
            partner.get("job0", sent.partner_order_id) is None
            or partner.get("job0", sent.partner_order_id).extras == ()
        )

    # --- keys

    def test_a_wrong_key_stops_the_queue_and_fails_no_order(self, server, tmp_path, order):
        stranger = self.adapter(server, tmp_path, key="wrong")
        verdict = stranger.submit(order)
        assert isinstance(verdict, NotSent)
        assert "goes on by itself" in verdict.reason
        assert server.orders == {}

    def test_the_account_is_checked_without_ordering(self, server, partner, tmp_path):
        assert partner.check_account() == ""
        assert "See POD_" in self.adapter(server, tmp_path, key="wrong").check_account()
        assert server.orders == {}

    def test_the_key_is_in_no_sentence(self, server, partner, order):
        for fault in ("500 before", "502 after", "garbage after"):
            server.faults.append(fault)
            assert TOKEN not in str(partner.submit(order))

    # --- before it is called

    def test_what_is_not_meant_to_be_made_is_not_sent(self, server, tmp_path, order):
        careful = self.adapter(server, tmp_path, live="no")
        said = [e.code for e in careful.validate(order)]
        assert said == ["not_live"]
        assert isinstance(careful.submit(order), Rejected)
        assert server.calls == []

    def test_everything_that_would_go_wrong_is_said_at_once_with_both_values(self, server, partner, order):
        item = order.items[0]
        wide = replace(item.files[0], place_px=(9000, 1000), place_ppi=300)
        nowhere = replace(item.files[0], area="left-pocket", url="http://shop.example/print.png")
        strange = replace(item, line=2, size="37XL")
        many = replace(item, line=3, quantity=1001)
        broken = replace(order, items=(replace(item, files=(wide, nowhere)), strange, many))
        found = {e.code: e for e in partner.validate(broken)}
        assert {"area_differs", "no_placement", "no_public_address", "not_offered", "quantity"} <= found.keys()
        for code in ("area_differs", "no_placement", "no_public_address", "quantity"):
            assert found[code].details["measured"]
            assert found[code].details["required"]
            assert found[code].hint
        assert server.calls == []

    def test_an_address_beyond_the_partners_own_limits_is_refused_and_never_cut(self, server, partner, order):
        rule = partner.address_rule
        without = replace(order, ship_to=ShipTo("", "", "", "US"))
        missing = [e for e in partner.validate(without) if partner.name in e.message]
        assert len(missing) >= len(rule.required) - 1
        long = replace(order, ship_to=replace(TO, line1="No " * 60, city="Llanfair" * 20))
        too_long = [e for e in partner.validate(long) if e.code == "address_too_long"]
        assert bool(too_long) is bool(rule.longest)
        assert all(e.details["measured"] > e.details["required"] for e in too_long)
        assert server.calls == []

    def test_a_variant_that_is_made_no_more_is_refused(self, server, tmp_path, order):
        v = self.variant
        ended = self.adapter(server, tmp_path, more=f'discontinued = ["{v.size}/{v.cloth}"]')
        assert "discontinued" in [e.code for e in ended.validate(order)]

    # --- prices, and a price that nobody can name

    def test_a_price_is_asked_for_and_orders_nothing(self, server, partner, order):
        quote = partner.quote(order)
        assert (quote.cost or quote.shipping).micros > 0
        assert server.orders == {}

    def test_a_price_that_nobody_names_is_no_price(self, server, partner, order):
        server.faults.append("quote: 500 before")
        with pytest.raises(PartnerFailed) as failed:
            partner.quote(order)
        assert failed.value.hint

    def test_what_the_partner_would_refuse_is_refused_in_its_words_when_the_price_is_asked_for(
        self, server, tmp_path, order
    ):
        """A variant that it has taken out of its range since our list was written, above all."""
        stranger = self.adapter(server, tmp_path, unknown_there=True)
        with pytest.raises(InputRefused) as refused:
            stranger.quote(order)
        assert refused.value.code == "refused_by_partner"
        assert TOKEN not in str(refused.value)

    # --- the list of the account

    def test_the_partners_own_list_names_our_orders_of_late(self, server, partner, order):
        now = server.clock.now
        listed = partner.recent(now - timedelta(days=7))
        if listed is None:
            pytest.skip("it has no list of all orders")
        assert listed == []
        sent = [partner.submit(replace(order, reference=a_reference())) for _ in range(self.listed)]
        told = partner.recent(now - timedelta(days=7))
        assert sorted(o.partner_order_id for o in told) == sorted(s.partner_order_id for s in sent)
        assert len({o.reference for o in told}) == self.listed

    listed: ClassVar[int] = 3
    """More than a page of the partner's, where pages are short."""

    # --- how it goes on there

    walk: ClassVar[tuple[tuple[str, HandOffState], ...]]
    """The states through which the partner brings an order, and what each is in our words."""

    def under_way(self, server, partner, order) -> str:
        """The id of an order that the partner is going to make."""
        sent = partner.submit(order)
        assert isinstance(sent, Accepted)
        self.until_ready(server, partner, order)
        assert isinstance(partner.confirm(order.reference, sent.partner_order_id), Accepted)
        return sent.partner_order_id

    def test_each_word_of_the_partner_is_one_of_ours(self, server, partner, order):
        known_as = self.under_way(server, partner, order)
        for word, state in self.walk:
            server.advance(known_as, word)
            found = partner.get(order.reference, known_as)
            assert found is not None
            assert (word, found.state) == (word, state)
        assert found.parcels, "what was shipped has a parcel"
        assert all(p.id and p.tracking_number for p in found.parcels)

    def test_news_is_genuine_only_as_it_was_signed(self, server, partner, order):
        server.events_to("http://127.0.0.1:9/nobody-listens")
        server.news_held = True
        known_as = self.under_way(server, partner, order)
        server.advance(known_as, self.walk[0][0])
        told = server.events[-1]
        (event,) = partner.read_webhook(told.headers, told.body)
        assert order.reference in (event.reference, "") or known_as == event.partner_order_id
        assert event.event_id
        (again,) = partner.read_webhook(told.headers, told.body)
        assert again.event_id == event.event_id
        if self.signs:
            forged = server.forged(told)
            assert partner.read_webhook(forged.headers, forged.body) is None
            assert partner.read_webhook(told.headers, told.body + b" ") is None or not self.signs_body
            assert partner.read_webhook({}, told.body) is None

    signs: ClassVar[bool] = True
    """Messages carry something that a stranger does not know."""

    signs_body: ClassVar[bool] = True

    # --- garbage

    @pytest.mark.parametrize("raw", [b"", b"null", b"[]", b"{", b'{"data": 1}', b"\xff\xfe", b"[" * 100_000])
    def test_a_message_that_is_none_says_nothing(self, partner, raw):
        assert not partner.read_webhook({}, raw)


def sha256_of(order: HandOffOrder) -> str:
    from fulfillment.base import payload_sha256

    return payload_sha256(order)


def own_catalogue(folder: Path, v: Variant, row: Mapping[str, Any], more: str = "") -> str:
    """A shop's own file, which calls the variant as the test server does."""
    lines = [f"{name} = {value}" for name, value in row.items()]
    sold = [f'sizes = {{ "{v.size}" = "{v.size}" }}', f'cloths = {{ "{v.cloth}" = "{v.cloth}" }}']
    path = folder / "own.toml"
    text = [
        "[[products]]",
        f'product = "{v.sku}"',
        *lines,
        *sold,
        'source = "this test"',
        "checked_on = 2026-11-20",
        more,
    ]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return str(path)
