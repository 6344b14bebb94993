"""From a shop's message to the partner's news on PostgreSQL: what the other tests of these verbs show on SQLite.

The clock is the database's own and in nobody's hand, so what has to wait is woken.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fulfillment.base import Capability, Parcel
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderState
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.services.handoffjobs import handoff_job
from pod.services.intake import Intake
from pod.services.partnernews import PartnerNews
from pod.services.restoring import Restoring
from tests.crash.selling import Spread
from tests.doubles.printshop import SIGNATURE, Fault
from tests.doubles.storefront import GENUINE
from tests.services.bench import ADDRESS, OPERATOR, Bench, open_bench

pytestmark = pytest.mark.postgres
ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)


@pytest.fixture
def selling(postgres_url: str, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """A shop on PostgreSQL with an approved design, whose customer has bought once."""
    opened: list[Bench] = []

    def opening(**choices: object) -> Bench:
        bench = open_bench(tmp_path / "bench", url=postgres_url, printshop=choices)
        opened.append(bench)
        bench.orders = Spread(bench.tools, (bench.printshop.name,))
        bench.intake = Intake(bench.tools, {"storefront": bench.storefront}, bench.orders)
        design, _ = bench.approved()
        line = ShopLine("1", "sticker-4in/4in/white", 1, "A sticker", design.id)
        bench.storefront.orders["1"] = ShopOrder("1", "#1", Payment.PAID, bench.clock.now(), (line,), ADDRESS)
        return bench

    yield opening
    for bench in opened:
        bench.store.close()


def hear(bench: Bench, times: int = 1) -> None:
    for n in range(times):
        bench.intake.hear("storefront", GENUINE, json.dumps({"event": f"e{n // 2}", "order": "1"}).encode())
        bench.run()


def the_order(bench: Bench) -> Order:
    [order] = bench.orders.page(OPERATOR).items
    return order


def once_more(bench: Bench) -> None:
    with bench.store.writing() as tx:
        tx.jobs.wake(DEFAULT_TENANT, handoff_job(bench.handoff(the_order(bench)).reference))
    bench.run()


def test_an_order_that_a_shop_tells_of_again_and_again_is_made_once(selling):
    bench = selling()
    hear(bench, 4)
    assert the_order(bench).state is OrderState.IN_PROGRESS
    assert bench.printshop.to_be_made == [bench.handoff(the_order(bench)).reference]


@pytest.mark.parametrize("capability", [Capability.LOOKUP_ONLY, Capability.DRAFT_THEN_CONFIRM])
def test_an_answer_that_is_lost_is_looked_up_and_not_sent_again(selling, capability):
    bench = selling(capability=capability)
    bench.printshop.submits.append(Fault.ANSWER_LOST)
    hear(bench)
    assert bench.printshop.to_be_made == [bench.handoff(the_order(bench)).reference]
    assert bench.handoff(the_order(bench)).attempts == 1


def test_news_that_is_repeated_or_late_changes_nothing_twice(selling):
    bench = selling()
    hear(bench)
    reference = bench.handoff(the_order(bench)).reference
    bench.printshop.parcels = (Parcel("p1", "UPS", "1Z"),)
    bench.printshop.says(reference, HandOffState.SHIPPED)
    for event in ("n1", "n1", "n2"):
        told = json.dumps({"event": event, "reference": reference}).encode()
        PartnerNews(bench.tools).hear("printshop", {"X-Printshop": SIGNATURE}, told)
        bench.run()
    assert bench.handoff(the_order(bench)).state is HandOffState.SHIPPED
    assert the_order(bench).state is OrderState.DONE
    assert len(bench.orders.shipments(OPERATOR, the_order(bench).id)) == 1


def test_after_a_restore_nothing_is_sent_before_it_was_looked_for(selling):
    bench = selling(capability=Capability.LOOKUP_ONLY)
    Restoring(bench.tools).begin(ADMIN, bench.clock.now())
    hear(bench)
    once_more(bench)
    assert bench.printshop.orders == []
    assert bench.handoff(the_order(bench)).state is HandOffState.WAITING
