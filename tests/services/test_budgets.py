"""What may be spent in a day: by a tenant, by all, with one provider, on one address, and on one customer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.budget import Budgets
from pod.model.caller import Caller, Role
from pod.model.errors import TooManyRequests
from pod.model.money import Money
from pod.providers.base import Outcome, OutcomeKind
from pod.services.books import Books
from tests.doubles.studio import PRICE, Studio, StudioSettings
from tests.services.bench import AMPLE, BRIEF, OPERATOR, SHOPPER

ONE_AND_A_HALF = Money(PRICE.micros * 3 // 2)
ANN, BOB = replace(SHOPPER, visitor="ann"), replace(SHOPPER, visitor="bob")
PROGRAM = Caller(SHOPPER.tenant_id, "key:1", Role.OPERATOR)
EVE, MAX = PROGRAM.on_behalf_of("eve"), PROGRAM.on_behalf_of("max")
ELSEWHERE = replace(SHOPPER, tenant_id="other", visitor="ann")


def ask(bench, caller=ANN, **changes):
    return bench.designs.request_design(caller, replace(BRIEF, **changes))


@pytest.mark.parametrize(
    ("budgets", "setting", "asks", "passes"),
    [
        (Budgets(ONE_AND_A_HALF), "POD_DAILY_BUDGET,", (ANN, BOB), ELSEWHERE),
        (Budgets(AMPLE, everybody=ONE_AND_A_HALF), "POD_DAILY_BUDGET_ALL", (ANN, ELSEWHERE), None),
        (Budgets(AMPLE, provider=ONE_AND_A_HALF), "POD_DAILY_BUDGET_PER_PROVIDER", (ANN, ELSEWHERE), None),
        (Budgets(AMPLE, visitor=ONE_AND_A_HALF), "POD_DAILY_BUDGET_PER_VISITOR", (ANN, ANN), BOB),
        (Budgets(AMPLE, customer=ONE_AND_A_HALF), "POD_DAILY_BUDGET_PER_CUSTOMER", (EVE, EVE), MAX),
    ],
    ids=["tenant", "all", "provider", "address", "customer"],
)
def test_a_budget_holds_what_it_holds_and_names_its_setting(open_a_bench, budgets, setting, asks, passes):
    bench = open_a_bench(budgets=budgets)
    ask(bench, asks[0])
    with pytest.raises(TooManyRequests) as told:
        ask(bench, asks[1], seed=8)
    assert setting in str(told.value)
    assert told.value.details["required"] == str(ONE_AND_A_HALF)
    if passes:
        ask(bench, passes, seed=9)


def test_the_budget_of_an_address_is_not_that_of_a_customer(open_a_bench):
    bench = open_a_bench(budgets=Budgets(AMPLE, visitor=Money(0), customer=ONE_AND_A_HALF))
    ask(bench, EVE)
    with pytest.raises(TooManyRequests, match="this address"):
        ask(bench, ANN, seed=8)


def test_a_budget_with_one_provider_leaves_the_others_alone(open_a_bench, tmp_path):
    second = Studio(StudioSettings(str(tmp_path / "second")), name="second")
    bench = open_a_bench(budgets=Budgets(AMPLE, provider=ONE_AND_A_HALF), more_providers={"second": second})
    ask(bench, provider="studio")
    ask(bench, provider="second")
    with pytest.raises(TooManyRequests, match="with studio"):
        ask(bench, provider="studio", seed=8)


@pytest.mark.parametrize("kind", [OutcomeKind.BLOCKED, OutcomeKind.NO_IMAGE, OutcomeKind.UNKNOWN])
def test_what_came_to_nothing_is_the_shops_loss_and_not_the_visitors(open_a_bench, kind):
    bench = open_a_bench(budgets=Budgets(AMPLE, visitor=ONE_AND_A_HALF))
    bench.studio.submits.append(Outcome(kind, cost=PRICE))
    ask(bench)
    bench.run()
    assert bench.spent() == PRICE
    ask(bench, seed=8)


def test_a_picture_that_is_asked_for_again_stays_on_its_visitor(open_a_bench):
    bench = open_a_bench(budgets=Budgets(AMPLE, visitor=ONE_AND_A_HALF))
    bench.studio.submits.extend([OutcomeKind.RATE_LIMITED, OutcomeKind.NO_IMAGE])
    design = ask(bench)
    bench.run()
    bench.wait(60)
    assert [row.visitor for row in bench.ledger(design)] == ["ann", "ann"]


def test_a_new_day_opens_every_budget(open_a_bench):
    bench = open_a_bench(budgets=Budgets(*[ONE_AND_A_HALF] * 5))
    bench.studio.submits.append(Outcome(OutcomeKind.NO_IMAGE, cost=PRICE))
    ask(bench)
    bench.run()
    bench.clock.forward(24 * 3600)
    ask(bench, seed=8)


def test_what_an_approved_design_has_cost_holds_all_that_came_to_nothing(shop):
    accepted = len(shop.designs.page(OPERATOR, state="approved").items)
    before = shop.spent()
    shop.studio.submits.append(Outcome(OutcomeKind.NO_IMAGE, cost=PRICE))
    shop.drawn(seed=99)
    found = Books(shop.tools, shop.designs).spending(OPERATOR)
    assert [(c.provider, c.spent, c.in_vain) for c in found.costs] == [
        ("studio", Money(before.micros + PRICE.micros), PRICE)
    ]
    assert found.per_accepted == Money(round((before + PRICE).micros / accepted))
