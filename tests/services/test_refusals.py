"""What is refused before a partner is called: everything at once, with what was measured and what is required."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fulfillment.base import Capability, payload_sha256
from pod.http import Fetcher, Measured
from pod.model.errors import PartnerFailed, Unavailable
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.services.payloads import Payloads
from pod.services.refusals import speaks_against
from tests.doubles.printshop import Fault
from tests.services.bench import OPERATOR, Bench

TWO_HOURS_S = 7200
DOLLAR = 1_000_000


@pytest.fixture
def priced(open_a_shop):
    """A shop whose partner names a price."""

    def opening(capability: Capability = Capability.DRAFT_THEN_CONFIRM) -> Bench:
        shop = open_a_shop(printshop={"capability": capability})
        shop.printshop.price = Money(20 * DOLLAR)
        return shop

    return opening


@pytest.fixture
def line(shop):
    order = shop.paid()
    return Payloads(shop.tools).lines(order, shop.handoff(order))[0]


def test_a_line_that_is_as_it_was_approved_has_nothing_against_it(shop, line):
    assert speaks_against(shop.tools, [line]) == []


def test_everything_that_is_wrong_is_said_at_once(shop, line):
    unseen = Finding("invisible_on_cloth", Severity.BLOCKED, "It cannot be seen.", "97% of the ink", "at most 50%")
    files = tuple(
        replace(f, art_mm=Box(0, 0, 0, 0), findings=Findings((unseen,)), file=replace(f.file, sha256="0" * 64))
        for f in line.files
    )
    wrong = replace(line, files=files, approvals=(), item=replace(line.item, variant="sticker-4in/4in/navy"))
    said = " ".join(speaks_against(shop.tools, [wrong]))
    for words in (
        "no approval of the shopper",
        "prints nothing",
        "It cannot be seen. 97% of the ink; at most 50% is allowed",
        "approved on white, and navy was ordered",
        "missing or damaged",
    ):
        assert words in said


def test_a_placement_without_a_file_is_refused(shop, line):
    sides = tuple(replace(f, area="back") for f in line.files)
    said = " ".join(speaks_against(shop.tools, [replace(line, files=sides)]))
    assert "nothing was prepared for front, where the design has a placement" in said


# --- the price


def test_the_price_is_asked_for_before_anything_is_sent_and_kept(priced):
    shop = priced()
    order = shop.sent()
    assert shop.handoff(order).quoted == Money(20 * DOLLAR)


def test_a_partner_that_names_no_price_now_is_asked_again_and_nothing_is_sent(priced):
    shop = priced()
    quote, asked = shop.printshop.quote, []

    def away_twice(order):
        asked.append(order)
        if len(asked) < 3:
            raise PartnerFailed("no_quote", "No price.", "Later.")
        return quote(order)

    shop.printshop.quote = away_twice
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.WAITING
    shop.wait(120)
    assert shop.handoff(order).state is HandOffState.CONFIRMED


def test_a_draft_that_costs_more_than_was_quoted_is_not_confirmed_before_a_person_agrees(priced):
    shop = priced()
    submit = shop.printshop.submit

    def dearer(order):
        shop.printshop.price = Money(25 * DOLLAR)
        return submit(order)

    shop.printshop.submit = dearer
    order = shop.sent()
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    assert "from 20.00 USD to 25.00 USD (+25%; 5% is allowed)" in held.reason
    assert shop.printshop.to_be_made == []
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is HandOffState.CONFIRMED
    assert shop.printshop.to_be_made == [held.reference]


@pytest.mark.parametrize(("price", "sent"), [(21, True), (22, False), (18, False)])
def test_a_quote_that_has_grown_old_is_asked_for_again(priced, price, sent):
    shop = priced(Capability.IDEMPOTENT_CREATE)
    shop.printshop.submits.append(Fault.NOT_SENT)
    order = shop.paid()
    shop.run()
    shop.orders.hold(OPERATOR, order.id, "a question")
    shop.clock.forward(TWO_HOURS_S)
    shop.printshop.price = Money(price * DOLLAR)
    shop.orders.release(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is (HandOffState.ACCEPTED if sent else HandOffState.ON_HOLD)
    assert len(shop.printshop.to_be_made) == sent


# --- files that partners fetch by themselves


@pytest.fixture
def fetching(open_a_shop, monkeypatch):
    """A shop whose partner fetches files, from an address that `seen` answers for."""
    shop = open_a_shop()
    shop.printshop.fetches_files = True
    seen = {}
    monkeypatch.setattr(Fetcher, "measure", lambda _, url: measured(shop, url, seen))
    return shop, seen


def measured(shop, url, seen):
    """As our own door would answer, or as `seen` says."""
    linked = shop.tools.links.read(*url.split("/")[-2:])
    assert linked is not None
    path = shop.files.path(linked.sha256)
    whole = {"status": 200, "media_type": linked.media_type, "bytes": path.stat().st_size, "sha256": linked.sha256}
    if "raises" in seen:
        raise seen["raises"]
    return Measured(**{**whole, **seen})


def test_a_partner_is_given_signed_addresses_with_the_hash_in_the_path_that_last_for_weeks(fetching):
    shop, _ = fetching
    sent = []
    submit = shop.printshop.submit
    shop.printshop.submit = lambda order: sent.append(order) or submit(order)
    shop.sent()
    (file,) = {f.sha256: f for item in sent[0].items for f in item.files if f.format == "png"}.values()
    assert file.url.startswith("http://127.0.0.1:8080/files/")
    assert file.url.endswith(f"/{file.sha256}.png")
    linked = shop.tools.links.read(*file.url.split("/")[-2:])
    assert linked.ends - shop.clock.now().timestamp() > 40 * 86_400


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"status": 302}, "status 302 at its public address, not 200"),
        ({"media_type": "text/html"}, "type text/html at its public address, not image/png"),
        ({"bytes": 12}, "length 12"),
        ({"sha256": "0" * 64}, "SHA-256 0000"),
    ],
)
def test_a_file_that_a_stranger_would_not_get_holds_the_order_before_the_partner_is_called(fetching, wrong, said):
    shop, seen = fetching
    seen.update(wrong)
    order = shop.sent()
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    assert said in held.reason
    assert shop.printshop.orders == []
    seen.clear()
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_a_door_that_does_not_answer_is_tried_again_and_then_a_person_is_told(fetching):
    shop, seen = fetching
    seen["raises"] = Unavailable("fetch_failed", "The file did not arrive.", "Later.")
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.PREPARED
    shop.wait(1200)
    assert (shop.handoff(order).state, shop.printshop.orders) == (HandOffState.ON_HOLD, [])


def test_each_send_signs_its_addresses_anew_and_is_the_same_order(fetching):
    shop, _ = fetching
    sent = []
    submit = shop.printshop.submit
    shop.printshop.submit = lambda order: sent.append(order) or submit(order)
    shop.printshop.submits.append(Fault.NOT_SENT)
    order = shop.paid()
    shop.run()
    shop.wait(120)
    first, second = ([f.url for i in o.items for f in i.files] for o in sent)
    assert set(first).isdisjoint(second)
    assert payload_sha256(sent[0]) == payload_sha256(sent[1]) == shop.handoff(order).payload_sha256


# --- one order twice at a partner that takes everything


def test_a_doubled_order_is_found_and_the_second_cancelled(open_a_shop):
    shop = open_a_shop(printshop={"capability": Capability.LOOKUP_ONLY})
    order = shop.sent()
    reference = shop.handoff(order).reference
    payloads, handoff = Payloads(shop.tools), shop.handoff(order)
    # a process that was paused between its last check and the send has woken up
    shop.printshop.submit(payloads.payload(shop.printshop, order, handoff, payloads.lines(order, handoff)))
    assert len(shop.printshop.to_be_made) == 2
    shop.wait(300)
    assert shop.printshop.to_be_made == [reference]
