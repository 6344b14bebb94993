"""A shop's program asks for its customers: whose budget a picture counts towards, and that nobody else may say so."""

from __future__ import annotations

import pytest

from pod.model.caller import Role
from tests.servers import evolink
from tests.web.shop import a_brief, assert_problem


@pytest.fixture
def shop(open_shop):
    """One picture a day for each customer; nothing is drawn here, so nobody is asked."""
    return open_shop(
        POD_EVOLINK_API_KEY=evolink.KEY,
        POD_PROVIDERS="evolink",
        POD_DAILY_BUDGET="10",
        POD_DAILY_BUDGET_PER_CUSTOMER="0.15",
    )


def ask(shop, headers, **changes):
    brief = a_brief(provider="evolink", candidates=1, **changes)
    return shop.browser().post("/api/v1/designs", json=brief, headers=headers)


def test_each_customer_has_a_budget_of_their_own_and_is_nowhere_named(shop):
    program = shop.key()
    assert ask(shop, program, customer="eve@shop.example").status_code == 202
    refused = ask(shop, program, customer="eve@shop.example")
    assert_problem(refused, 429, "daily_budget")
    assert "POD_DAILY_BUDGET_PER_CUSTOMER" in refused.text
    assert ask(shop, program, customer="max").status_code == 202
    assert ask(shop, program).status_code == 202, "and who names nobody has the shop's alone"
    with shop.services.store.database.reading() as connection:
        assert "eve" not in str(connection.exec_driver_sql("SELECT * FROM ledger").all())


@pytest.mark.parametrize("who", ["a shopper", Role.VIEWER])
def test_only_the_shops_own_program_names_a_customer(shop, who):
    headers = shop.key(who) if isinstance(who, Role) else {}
    assert_problem(ask(shop, headers, customer="eve"), 403)
