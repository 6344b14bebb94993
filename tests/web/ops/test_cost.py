"""How much a page asks of the database."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from pod.model.order import OrderItem, ShipTo
from pod.services.desk import Filter
from tests.web.ops.desk import (
    OPERATOR,
)
from tests.web.ops.planted import add_copy, many


@pytest.fixture
def statements(shop):
    """The statements that have reached the database; emptied by ``clear()``."""
    seen = []
    sa.event.listen(
        shop.services.store.database.engine, "before_cursor_execute", lambda *args: seen.append(args[2]), named=False
    )
    return seen


def asked(desk, statements, address):
    statements.clear()
    desk.get(address)
    return len(statements)


def test_three_hundred_rows_cost_as_many_statements_as_a_few(shop, desk, statements):
    pages = ("/ops", "/ops/designs", "/ops/orders", "/ops?q=bulk", "/ops/orders?product=tee&q=ada")
    many(shop, designs=3, orders=3)
    desk.get("/ops")  # the styles that turn out badly are counted now and then, not at every look
    few = {page: asked(desk, statements, page) for page in pages}
    many_more(shop)
    assert {page: asked(desk, statements, page) for page in pages} == few
    assert max(few.values()) <= 70, few


def many_more(shop):
    template = shop.services.designs.get(OPERATOR, "0" * 32)
    version = shop.services.designs.version(OPERATOR, template.id, template.current_version_id)
    for n in range(3, 60):
        add_copy(shop, template, version, f"{n:032x}")
    order = shop.services.desk.orders(OPERATOR, Filter()).items[0].order
    for n in range(3, 300):
        line = replace(order.items[0], id="")
        shop.services.orders.place(OPERATOR, f"bulk-{n:04d}", order.ship_to, [line])


def test_one_order_of_many_lines_costs_no_statement_for_each(shop, desk, statements):
    version_id = shop.approved()["current_version_id"]
    to = ShipTo("Ada", "7 Street", "London", "GB")

    def placed(ref, count):
        lines = [OrderItem("", version_id, "tee", "tee/M/navy", n + 1) for n in range(count)]
        return shop.services.orders.place(OPERATOR, ref, to, lines)[0]

    small, large = placed("small", 1), placed("large", 40)
    assert asked(desk, statements, f"/ops/orders/{small.id}") == asked(desk, statements, f"/ops/orders/{large.id}")
