"""What is left of a customer when they have been erased: every column of every table is searched, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from fulfillment.base import Unknown
from pod.model.caller import DEFAULT_TENANT
from pod.model.claim import ClaimKind
from pod.model.errors import PartnerFailed
from pod.model.handoff import HandOffState
from pod.model.health import FAILURES_IN_A_ROW
from pod.model.message import Channel
from pod.model.order import Order, OrderItem
from pod.model.proof import ApprovalRole
from pod.model.shoporder import Payment, Repair, ShopLine, ShopOrder
from pod.services.aftercare import Erasing
from pod.services.handoffjobs import handoff_job
from pod.services.shopdesk import ShopDesk
from tests.doubles.carrier import Mailbox
from tests.doubles.storefront import GENUINE
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench, open_bench
from tests.services.test_erasing import ADMIN, READER
from tests.web.shop import a_picture

ECHO = "500 {'name': 'Zoë Planted', 'address1': '7 Secret Street'} could not be read"
"""A partner's words, which repeat what it was sent."""

WISH = "Happy birthday, little fox-eared one"
TRACES = ("Planted", "7 Secret Street", "zoe@home.example", "LS1 4AB", WISH)
VARIANT = "sticker-4in/4in/white"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else ""
    mail = {Channel.MAIL: Mailbox(tmp_path / "mail.jsonl", shop="desk@shop.example")}
    opened = open_bench(tmp_path / "bench", url=url, carriers=mail)
    yield opened
    opened.store.close()


def found_in(bench: Bench) -> dict[str, set[str]]:
    """The traces, and the tables that they stand in."""
    found: dict[str, set[str]] = {}
    with bench.store.database.reading() as connection:
        for table in sa.inspect(connection).get_table_names():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):
                said = " ".join(map(str, tuple(row)))
                for trace in (trace for trace in TRACES if trace in said):
                    found.setdefault(trace, set()).add(table)
    return found


def told_everywhere(bench: Bench) -> Order:
    """An order in whose course everybody has written down who it is for."""
    design = bench.proofed()
    bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    order = bought(bench, bench.design(design).current_version_id)
    bench.orders.hold(OPERATOR, order.id, "Zoë Planted has called, zoe@home.example.")
    bench.orders.release(OPERATOR, order.id)
    bench.printshop.submit = lambda _: Unknown(ECHO)
    bench.run()
    del bench.printshop.submit
    for _ in range(3):
        woken(bench, order)
    assert bench.handoff(order).state is HandOffState.ACCEPTED
    claim = bench.claims.report(SHOPPER, order.id, ClaimKind.DAMAGED, f"{WISH}: Zoë Planted", pictures=[a_picture()])
    bench.claims.refuse(OPERATOR, claim.id, "Dear Zoë Planted, no.")
    bench.printshop.get = unreadable
    for _ in range(FAILURES_IN_A_ROW):
        woken(bench, order)
    bench.printshop.says(bench.handoff(order).reference, HandOffState.SHIPPED, "left for 7 Secret Street, LS1 4AB")
    bench.handoffs.look_up(OPERATOR, bench.handoff(order).reference)
    bench.designs.edit(SHOPPER, design.id, lettering="Moon")
    bench.run()
    bench.approvals.send_back(OPERATOR, design.id, "Is it for Zoë Planted of 7 Secret Street again?")
    bench.run()
    return bench.order(order)


def unreadable(*_: str) -> None:
    raise PartnerFailed("unreadable", ECHO, "It is asked again.")


def woken(bench: Bench, order: Order) -> None:
    with bench.store.writing() as tx:
        tx.jobs.wake(DEFAULT_TENANT, handoff_job(bench.handoff(order).reference))
    bench.run()


def bought(bench: Bench, version_id: str) -> Order:
    """In a shop, with words that its design does not carry: a person chooses the version."""
    line = ShopLine("1", VARIANT, 1, "A sticker", bench.designs.made_as(OPERATOR, version_id)[0].id, WISH)
    sold = ShopOrder("1", "#1", Payment.PAID, bench.clock.now(), (line,), READER)
    bench.storefront.orders["1"] = sold
    bench.intake.hear("storefront", GENUINE, b'{"event": "e1", "order": "1"}')
    bench.run()
    ShopDesk(bench.tools).repair(OPERATOR, "storefront", "1", Repair("1", version_id, ""))
    bench.run()
    [order] = bench.orders.page(OPERATOR).items
    return order


def test_nothing_of_an_erased_customer_is_left_in_any_column_and_reading_the_shop_again_brings_nothing_back(bench):
    order = told_everywhere(bench)
    with bench.store.writing() as tx:
        tx.jobs.archive(bench.clock.now() + timedelta(days=1))
    before = found_in(bench)
    assert before.keys() == set(TRACES)
    told = {"addresses", "claims", "designs", "history", "jobs_archive", "outbox", "provider_health", "shop_orders"}
    assert set().union(*before.values()) >= told, "or the search would show nothing"
    Erasing(bench.tools).erase(ADMIN, order.external_ref)
    assert found_in(bench) == {}
    later = replace(bench.storefront.orders["1"], changed_at=bench.clock.now() + timedelta(hours=1))
    bench.storefront.orders["1"] = later
    bench.intake.hear("storefront", GENUINE, b'{"event": "e2", "order": "1"}')
    bench.run()
    assert found_in(bench) == {}


def test_a_shops_order_that_was_never_placed_is_erased_with_what_its_buyer_wanted_written(bench):
    line = ShopLine("1", VARIANT, 1, "A sticker", "", WISH)
    bench.storefront.orders["1"] = ShopOrder("1", "#1", Payment.PAID, bench.clock.now(), (line,), READER)
    bench.intake.hear("storefront", GENUINE, b'{"event": "e1", "order": "1"}')
    bench.run()
    assert set().union(*found_in(bench).values()) >= {"shop_orders"}
    assert Erasing(bench.tools).erase(ADMIN, "zoe@home.example").waiting == 1
    bench.intake.hear("storefront", GENUINE, b'{"event": "e2", "order": "1"}')
    bench.run()
    assert found_in(bench) == {}


def test_an_address_that_was_changed_before_it_was_sent_is_erased_with_the_one_that_took_its_place(bench):
    _, version = bench.approved()
    item = OrderItem("", version.id, "sticker-4in", VARIANT, 1)
    order, _ = bench.orders.place(SHOPPER, "moved", READER, [item], bench.printshop.name)
    bench.orders.mark_paid(OPERATOR, order.id)
    bench.orders.hold(OPERATOR, order.id, "Zoë Planted has called: not to 7 Secret Street, LS1 4AB.")
    bench.addresses.change(OPERATOR, order.id, ADDRESS)
    bench.addresses.change(OPERATOR, order.id, replace(ADDRESS, line1="5 Third Lane"))
    bench.orders.cancel(OPERATOR, order.id, "not at 5 Third Lane either")
    assert found_in(bench)["7 Secret Street"] >= {"history"}
    Erasing(bench.tools).erase(ADMIN, order.id)
    assert found_in(bench) == {}
