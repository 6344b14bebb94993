"""What partners tell us: messages are hints, parcels are a set, and nothing that is late or repeated changes anything twice."""

from __future__ import annotations

import itertools
import json
import random

import pytest

from fulfillment.base import Capability, Parcel
from pod.model.errors import NotFound, NotSignedIn
from pod.model.handoff import HandOffState
from pod.services.partnernews import PartnerNews
from tests.doubles.printshop import SIGNATURE
from tests.services.bench import OPERATOR, Bench

SIGNED = {"X-Printshop": SIGNATURE}


@pytest.fixture
def follows(open_a_shop):
    """A shop whose partner also tells of deliveries."""
    shop = open_a_shop(printshop={"capability": Capability.IDEMPOTENT_CREATE})
    shop.printshop.tells_of_delivery = True
    return shop


def tell(shop: Bench, event: str, headers: dict[str, str] = SIGNED, **told: str) -> None:
    PartnerNews(shop.tools).hear("printshop", headers, json.dumps({"event": event, **told}).encode())
    shop.run()


def history(shop: Bench, order) -> list[str]:
    return [entry.became for entry in shop.orders.history(OPERATOR, shop.handoff(order).reference)]


def test_a_message_brings_the_next_look_forward_and_is_not_read(follows):
    order = follows.sent()
    reference = follows.handoff(order).reference
    tell(follows, "e1", reference=reference, state="shipped")
    assert follows.handoff(order).state is HandOffState.ACCEPTED, "only the partner itself is believed"
    follows.printshop.says(reference, HandOffState.IN_PRODUCTION)
    tell(follows, "e2", reference=reference)
    assert follows.handoff(order).state is HandOffState.IN_PRODUCTION


def test_a_message_that_names_the_order_by_the_partners_own_id_finds_it(follows):
    order = follows.sent()
    handoff = follows.handoff(order)
    follows.printshop.says(handoff.reference, HandOffState.SHIPPED)
    tell(follows, "e1", order=handoff.partner_order_id)
    assert follows.handoff(order).state is HandOffState.SHIPPED


def test_a_repeated_message_is_heard_once(follows):
    order = follows.sent()
    reference = follows.handoff(order).reference
    asked = []
    get = follows.printshop.get
    follows.printshop.get = lambda *named: asked.append(1) or get(*named)
    for _ in range(3):
        tell(follows, "e1", reference=reference)
    assert len(asked) == 1


@pytest.mark.parametrize("headers", [{}, {"X-Printshop": "forged"}])
def test_a_forged_message_is_refused_and_nothing_is_asked(follows, headers):
    order = follows.sent()
    follows.printshop.says(follows.handoff(order).reference, HandOffState.SHIPPED)
    with pytest.raises(NotSignedIn):
        tell(follows, "e1", headers, reference=follows.handoff(order).reference)
    assert follows.handoff(order).state is HandOffState.ACCEPTED


def test_a_message_of_a_partner_that_is_not_set_up_is_not_found(follows):
    with pytest.raises(NotFound):
        PartnerNews(follows.tools).hear("nobody", SIGNED, b"{}")


def test_news_of_an_order_that_is_not_ours_is_heard_and_forgotten(follows):
    tell(follows, "e1", reference="job0000", order="ord_1")
    assert follows.parked() == []


STEPS = (
    HandOffState.IN_PRODUCTION,
    HandOffState.PARTLY_SHIPPED,
    HandOffState.SHIPPED,
    HandOffState.DELIVERED,
)


@pytest.mark.parametrize("seed", range(6))
def test_messages_out_of_order_and_repeated_lead_to_the_same_end_by_upward_steps_only(follows, seed):
    order = follows.sent()
    reference = follows.handoff(order).reference
    told = random.Random(seed)
    for n, state in enumerate(told.choices(STEPS, k=12)):
        follows.printshop.says(reference, state)
        tell(follows, f"e{told.randint(0, 8)}-{n % 3}", reference=reference)
    follows.printshop.says(reference, HandOffState.DELIVERED)
    follows.wait(2 * 86_400)
    assert follows.handoff(order).state is HandOffState.DELIVERED
    ranked = [STEPS.index(s) for s in map(HandOffState, history(follows, order)) if s in STEPS]
    assert all(a < b for a, b in itertools.pairwise(ranked)), "each state once, and never back"


def test_parcels_are_a_set_that_only_grows(follows):
    order = follows.sent()
    reference = follows.handoff(order).reference
    first, second = Parcel("p1", "UPS", "1Z", lines=(1,)), Parcel("p2", "DHL", "00340", "https://dhl.example/00340")
    for n, parcels in enumerate([(first,), (second, first), (Parcel("p1"),), (first, second)]):
        follows.printshop.parcels = parcels
        follows.printshop.says(reference, HandOffState.PARTLY_SHIPPED)
        tell(follows, f"e{n}", reference=reference)
    parcels = {s.tracking_number: s for s in follows.orders.shipments(OPERATOR, order.id)}
    assert set(parcels) == {"1Z", "00340"}
    assert parcels["1Z"].item_ids == (order.items[0].id,)
    assert parcels["00340"].tracking_url == "https://dhl.example/00340"


def test_a_shipped_parcel_is_followed_until_it_arrives(follows):
    order = follows.sent()
    reference = follows.handoff(order).reference
    follows.printshop.says(reference, HandOffState.SHIPPED)
    follows.wait(600)
    assert follows.order(order).state == "done"
    follows.printshop.says(reference, HandOffState.DELIVERED)
    follows.wait(2 * 86_400)
    assert follows.handoff(order).state is HandOffState.DELIVERED


def test_a_parcel_that_nobody_reports_is_not_followed_for_ever(follows):
    order = follows.sent()
    follows.printshop.says(follows.handoff(order).reference, HandOffState.SHIPPED)
    follows.wait(50 * 86_400)
    with follows.store.reading() as tx:
        assert not tx.jobs.due_within(400 * 86_400)


def test_a_partners_hold_may_end_in_a_draft_that_is_confirmed_once_more(open_a_shop):
    shop = open_a_shop(printshop={"capability": Capability.DRAFT_THEN_CONFIRM})
    order = shop.sent()
    reference = shop.handoff(order).reference
    shop.printshop.says(reference, HandOffState.ON_HOLD, "prices are late")
    shop.wait(120)
    assert (shop.handoff(order).state, shop.handoff(order).held_by) == (HandOffState.ON_HOLD, "printshop")
    shop.printshop.says(reference, HandOffState.READY_TO_CONFIRM)
    shop.wait(7200)
    assert shop.handoff(order).state is not HandOffState.ON_HOLD
    assert "confirming" in history(shop, order)[-3:]
