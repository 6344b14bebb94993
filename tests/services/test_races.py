"""Many at once, on both databases: the same request, the same budget, the same order, the same yes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from pod.model.budget import Budgets
from pod.model.caller import Caller
from pod.model.design import DesignState
from pod.model.errors import Conflict, TooManyRequests
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import OrderItem, OrderState
from pod.model.proof import ApprovalRole
from pod.providers.base import OutcomeKind
from pod.store.accounts import SqlLedger
from tests.doubles.house import House
from tests.doubles.printshop import Fault
from tests.doubles.studio import PRICE
from tests.services.bench import ADDRESS, AMPLE, BRIEF, KEY, OPERATOR, SHOPPER, Bench

AT_ONCE = 8


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def opened(open_a_bench: Callable[..., Bench], database: str) -> Callable[..., Bench]:
    return lambda **choices: open_a_bench(url=database, **choices)


def at_once(work: Callable[[int], Any], times: int = AT_ONCE) -> list[Any]:
    """What each of them got, or the refusal that it met."""
    start = threading.Barrier(times)

    def begin(n: int) -> Any:
        start.wait()
        try:
            return work(n)
        except (Conflict, TooManyRequests) as e:
            return e

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(begin, range(times)))


def test_the_same_key_many_times_at_once_is_one_design(opened):
    bench = opened()
    got = at_once(lambda _: bench.designs.request_once(SHOPPER, BRIEF, KEY))
    assert len({design.id for design, _ in got}) == 1
    assert sum(new for _, new in got) == 1
    assert len(bench.designs.page(OPERATOR).items) == 1
    assert bench.spent() == PRICE


def test_a_budget_for_ten_pictures_gives_ten_to_whoever_comes_first(opened):
    bench = opened(budget=Money(10 * PRICE.micros))
    got = at_once(lambda _: [_asked_or_refused(bench) for _ in range(63)])
    answers = [answer for answers in got for answer in answers]
    assert len(answers) >= 500
    assert sum(answer == "accepted" for answer in answers) == 10
    assert bench.spent() == Money(10 * PRICE.micros)
    bench.studio.submits.extend([OutcomeKind.NO_IMAGE] * 20)
    bench.run()
    assert len(bench.studio.asked) == 10


CUSTOMER = OPERATOR.on_behalf_of("ada")


def test_a_customers_budget_for_ten_gives_ten_calls_however_many_ask_at_once(opened):
    """And another customer's is not touched by it."""
    bench = opened(budgets=Budgets(AMPLE, customer=Money(10 * PRICE.micros)))
    got = at_once(lambda _: [_asked_or_refused(bench, CUSTOMER) for _ in range(63)])
    answers = [answer for answers in got for answer in answers]
    assert len(answers) >= 500
    assert sum(answer == "accepted" for answer in answers) == 10
    assert _asked_or_refused(bench, SHOPPER) == "accepted"
    bench.studio.submits.extend([OutcomeKind.NO_IMAGE] * 20)
    bench.run()
    assert len(bench.studio.asked) == 11


def _asked_or_refused(bench: Bench, caller: Caller = SHOPPER) -> str:
    try:
        bench.designs.request_design(caller, BRIEF)
    except TooManyRequests as e:
        return e.code
    return "accepted"


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("budgets", "looks_by", "caller"),
    [(Budgets(PRICE), "spent", SHOPPER), (Budgets(AMPLE, customer=PRICE), "spent_on", CUSTOMER)],
    ids=["tenant", "customer"],
)
def test_control_a_budget_that_is_only_looked_at_is_overdrawn(
    open_a_bench, postgres_url, monkeypatch, budgets, looks_by, caller
):
    """What the lock is for: both look, both find it enough, both take. On SQLite whoever writes is alone anyway."""
    monkeypatch.setattr("pod.store.accounts.take_lock", lambda *_: None)
    bench = open_a_bench(url=postgres_url, budgets=budgets)
    both_looked, look = threading.Barrier(2), getattr(SqlLedger, looks_by)

    def looked_together(*args: Any) -> Money:
        found: Money = look(*args)
        both_looked.wait(20)
        return found

    monkeypatch.setattr(SqlLedger, looks_by, looked_together)
    assert at_once(lambda _: _asked_or_refused(bench, caller), 2) == ["accepted", "accepted"]


def test_the_same_order_many_times_at_once_is_one_order(opened):
    bench = opened()
    bench.approved()
    orders = at_once(lambda _: bench.placed())
    assert len({order.id for order in orders}) == 1
    assert len(bench.orders.page(OPERATOR).items) == 1


def test_paid_many_times_at_once_is_one_hand_off(opened):
    bench = opened()
    order = bench.placed()
    got = at_once(lambda _: bench.orders.mark_paid(OPERATOR, order.id))
    assert sum(not isinstance(answer, Conflict) for answer in got) == 1
    assert len(bench.orders.handoffs(OPERATOR, order.id)) == 1


def test_two_whose_yes_is_needed_say_it_at_once_and_it_is_approved(opened):
    bench = opened(approvals="both")
    design = bench.proofed()
    roles = [ApprovalRole.SHOPPER, ApprovalRole.SHOP]
    got = at_once(lambda n: bench.approvals.approve(OPERATOR, design.id, roles[n]), 2)
    # where one was refused because the other was at it, he says it again
    for role, answer in zip(roles, got, strict=True):
        if isinstance(answer, Conflict):
            bench.approvals.approve(OPERATOR, design.id, role)
    assert bench.design(design).state is DesignState.APPROVED


def test_edits_at_once_make_one_version_each_or_are_refused(opened):
    bench = opened()
    design = bench.proofed()
    got = at_once(lambda n: bench.designs.edit(SHOPPER, design.id, lettering=f"WORDS {n}"), 4)
    made = [version for version in got if not isinstance(version, Conflict)]
    versions = bench.designs.versions(SHOPPER, design.id)
    assert [v.n for v in versions] == list(range(1, len(made) + 2))
    assert bench.design(design).current_version_id == versions[-1].id
    assert len(made) >= 1


def test_hold_and_cancel_at_once_leave_a_state_that_both_can_explain(opened):
    bench = opened()
    order = bench.paid()
    at_once(
        lambda n: bench.orders.hold(OPERATOR, order.id, "wait") if n else bench.orders.cancel(OPERATOR, order.id), 2
    )
    assert bench.order(order).state in (OrderState.CANCELLED, OrderState.ON_HOLD)
    assert bench.printshop.orders == []


def test_jobs_and_verbs_on_the_same_order_never_wait_for_each_other_in_a_ring(opened):
    """Workers take a job and then its order; verbs do the same: nobody is thrown out by a deadlock."""
    bench = opened()
    order = bench.paid()

    def meddle(n: int) -> None:
        for _ in range(4):
            if n == 0:
                bench.run()
            elif bench.order(order).state is OrderState.ON_HOLD:
                bench.orders.release(OPERATOR, order.id)
            else:
                bench.orders.hold(OPERATOR, order.id, "wait")

    got = at_once(meddle, 3)
    assert all(answer is None or isinstance(answer, Conflict) for answer in got), got
    if bench.order(order).state is OrderState.ON_HOLD:
        bench.orders.release(OPERATOR, order.id)
    bench.run()
    assert len(bench.printshop.to_be_made) == 1


def test_an_operator_and_a_refusal_that_send_it_on_at_once_send_it_to_one(opened, tmp_path):
    """Both want the same line elsewhere: the one by the hand-off's own name, the other by the route."""
    southern = House(tmp_path / "houses", "southern", each=20.0)
    bench = opened(more_partners={"southern": southern})
    bench.printshop.price = Money(1_000_000)
    _, version = bench.approved()
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 2)
    order, _ = bench.orders.place(SHOPPER, "shop-1", ADDRESS, [item])
    bench.printshop.submits.extend([Fault.REFUSED] * 2)
    bench.orders.mark_paid(OPERATOR, order.id)
    verbs = (
        lambda: bench.run(),
        lambda: bench.orders.hand_off(OPERATOR, order.id),
        lambda: bench.routes.choose(OPERATOR, order.id, "southern", "They are nearer."),
        lambda: bench.run(),
    )
    at_once(lambda n: [_or_conflict(verbs[n]) for _ in range(4)], len(verbs))
    bench.run()
    live = [h for h in bench.orders.handoffs(OPERATOR, order.id) if h.state is not HandOffState.CANCELLED]
    assert len(live) == 1
    assert len(bench.printshop.to_be_made) + len(southern.to_be_made) <= 1


def _or_conflict(verb: Callable[[], Any]) -> None:
    with suppress(Conflict):
        verb()
