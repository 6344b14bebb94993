"""What operators do and what they are refused: never unseen, never past a hold, always with who did it and from where."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import pytest

from pod.model.caller import DEFAULT_TENANT, system_caller
from pod.model.design import DesignState
from pod.model.errors import ChecksBlocked, Conflict, InputRefused, NotAllowed
from pod.model.findings import Finding, Findings, Severity
from pod.model.handoff import HandOffState
from pod.model.job import Lane
from pod.model.ledger import LedgerState
from pod.model.proof import ApprovalRole
from pod.services.books import Books
from pod.services.desk import Desk, Filter
from pod.store.designs import SqlDesigns
from tests.doubles.studio import Fault
from tests.services.bench import OPERATOR, SHOPPER, VIEWER
from tests.services.test_queue import queue_of

ADA = replace(OPERATOR, origin="page 192.0.2.7")
ORDER_VERBS = [
    ("mark_paid", ()), ("hold", ("why",)), ("release", ()), ("hand_off", ()), ("cancel", ("why",)), ("reprint", ("why",)),
]  # fmt: skip
DESIGN_VERBS = [("send_back", ("what?",)), ("take_back", ())]


# --- never unseen


def of_orders(shop, verb):
    return shop.reprints if verb == "reprint" else shop.orders


@pytest.mark.parametrize(("verb", "more"), ORDER_VERBS)
def test_an_order_that_has_changed_behind_the_page_is_not_acted_upon(shop, verb, more):
    order = shop.placed()
    held = shop.orders.hold(OPERATOR, order.id, "first")
    with pytest.raises(Conflict, match="changed since the page was loaded"):
        getattr(of_orders(shop, verb), verb)(OPERATOR, order.id, *more, seen=order.revision)
    assert shop.order(order) == held


@pytest.mark.parametrize(
    ("room", "verb", "more"),
    [
        *((attrgetter("approvals"), *verb) for verb in (*DESIGN_VERBS, ("reject", ("why",)))),
        (attrgetter("designs"), "try_again", ()),
    ],
)
def test_a_design_that_has_changed_behind_the_page_is_not_acted_upon(proof, room, verb, more):
    design = proof.proofed()
    with pytest.raises(Conflict, match="changed since the page was loaded"):
        getattr(room(proof), verb)(OPERATOR, design.id, *more, seen=design.revision - 1)
    assert proof.design(design) == design


def test_a_proof_that_was_replaced_and_came_back_is_looked_at_again_before_it_is_approved(proof):
    design = proof.proofed()
    proof.approvals.send_back(OPERATOR, design.id, "Black?")
    proof.approvals.take_back(OPERATOR, design.id)
    with pytest.raises(Conflict, match="changed since the page was loaded"):
        proof.approvals.approve(OPERATOR, design.id, ApprovalRole.SHOP, seen=design.revision)
    assert proof.design(design).state is DesignState.PROOF_READY


@pytest.mark.parametrize(("verb", "more"), ORDER_VERBS)
def test_a_viewer_moves_no_order(shop, verb, more):
    order = shop.placed()
    with pytest.raises(NotAllowed):
        getattr(of_orders(shop, verb), verb)(VIEWER, order.id, *more)
    assert shop.order(order) == order


@pytest.mark.parametrize("caller", [VIEWER, SHOPPER])
@pytest.mark.parametrize(("verb", "more"), DESIGN_VERBS)
def test_only_operators_ask_the_customer(proof, verb, more, caller):
    design = proof.proofed()
    with pytest.raises(NotAllowed):
        getattr(proof.approvals, verb)(caller, design.id, *more)
    assert proof.design(design) == design


# --- asking the customer


def test_a_question_is_sent_back_and_taken_back(proof):
    design = proof.proofed()
    asked = proof.approvals.send_back(OPERATOR, design.id, "Which cloth do you want?")
    assert (asked.state, asked.reason) == (DesignState.WAITING_CUSTOMER, "Which cloth do you want?")
    assert proof.approvals.take_back(OPERATOR, design.id).state is DesignState.PROOF_READY


def test_a_question_about_candidates_is_taken_back_to_the_candidates(bench):
    design = bench.drawn()
    bench.approvals.send_back(OPERATOR, design.id, "Is this what you mean?")
    assert bench.approvals.take_back(OPERATOR, design.id).state is DesignState.ARTWORK_READY


def test_nothing_is_sent_back_while_it_is_being_made_and_nothing_taken_back_that_was_not_asked(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    for verb, more in DESIGN_VERBS:
        with pytest.raises(Conflict, match="preparing"):
            getattr(bench.approvals, verb)(OPERATOR, design.id, *more)


def test_what_a_check_has_stopped_is_not_taken_back(proof, monkeypatch):
    design = proof.proofed()
    proof.approvals.send_back(OPERATOR, design.id, "Larger letters?")
    finding = Finding("text_too_small", Severity.BLOCKED, "The letters are too small.", "1.1 mm", "2 mm")
    real = SqlDesigns.print_files
    monkeypatch.setattr(
        SqlDesigns, "print_files", lambda *a: [replace(f, findings=Findings((finding,))) for f in real(*a)]
    )
    with pytest.raises(ChecksBlocked, match="letters are too small"):
        proof.approvals.take_back(OPERATOR, design.id)


def test_a_question_needs_words(proof):
    with pytest.raises(InputRefused, match="needs a question"):
        proof.approvals.send_back(OPERATOR, proof.proofed().id, "  ")


# --- orders


def test_handing_off_what_is_out_already_says_so(shop):
    with pytest.raises(Conflict, match="at its partner already"):
        shop.orders.hand_off(OPERATOR, shop.sent().id)


def test_the_history_says_who_when_what_and_from_where(shop):
    order = shop.placed()
    shop.orders.mark_paid(ADA, order.id)
    shop.run()
    rows = Desk(shop.tools).order(OPERATOR, order.id).history
    marked = next(h for h in rows if h.became == "paid")
    assert (marked.actor, marked.came_from, marked.at, marked.origin) == (
        "user:ada",
        "received",
        shop.clock.now(),
        "page 192.0.2.7",
    )
    accepted = next(h for h in rows if h.became == "accepted")
    assert (accepted.actor, accepted.origin) == ("job:hand_off", "worker")


def test_a_first_of_two_approvals_is_in_the_history_once(with_a_proof):
    bench = with_a_proof(approvals="both")
    design = bench.proofed()
    for _ in range(2):
        bench.approvals.approve(ADA, design.id, ApprovalRole.SHOP)
    notes = [h for h in bench.designs.history(OPERATOR, design.id) if h.note]
    assert [(h.note, h.became, h.origin) for h in notes] == [("approved by shop", "proof_ready", "page 192.0.2.7")]


# --- the desk


def test_a_hand_off_is_shown_with_where_it_lies_at_its_partner(shop):
    order = shop.sent()
    [case] = Desk(shop.tools).order(OPERATOR, order.id).handoffs
    assert case.place == f"https://printshop.example/orders/{case.handoff.reference}"
    assert case.may == {"look_up"}


@pytest.mark.parametrize(
    ("steps", "open_verbs"),
    [
        ((), {"mark_paid", "hold", "cancel", "readdress"}),
        (("hold",), {"release", "cancel", "readdress"}),
        (("mark_paid",), {"hold", "hand_off", "cancel", "readdress"}),
        (("mark_paid", "run"), {"hold", "cancel", "reprint", "readdress"}),
        (("cancel",), set()),
    ],
)
def test_what_is_open_to_an_operator_is_what_the_verbs_take(shop, steps, open_verbs):
    order = shop.placed()
    for step in steps:
        if step == "run":
            shop.run()
        else:
            getattr(shop.orders, step)(OPERATOR, order.id, *(["why"] if step in ("hold", "cancel") else []))
    [row] = Desk(shop.tools).orders_named(OPERATOR, [order.id])
    assert row.may == open_verbs
    for verb, more in ORDER_VERBS:
        if verb not in row.may and verb != "reprint":
            with pytest.raises(Conflict):
                getattr(of_orders(shop, verb), verb)(OPERATOR, order.id, *more)
    [seen_by_viewer] = Desk(shop.tools).orders_named(VIEWER, [order.id])
    assert seen_by_viewer.may == set()


def test_a_proof_offers_what_its_state_allows(with_a_proof):
    bench = with_a_proof(approvals="both")
    design = bench.proofed()

    def offered():
        [row] = Desk(bench.tools).designs_named(OPERATOR, [design.id])
        return row.may

    assert offered() == {"approve", "reject", "send_back"}
    bench.approvals.approve(OPERATOR, design.id, ApprovalRole.SHOP)
    assert offered() == {"reject", "send_back"}
    bench.approvals.send_back(OPERATOR, design.id, "?")
    assert offered() == {"reject", "take_back"}


def test_a_list_gets_a_picture_of_its_own_size_that_no_sweep_takes(bench):
    design = bench.drawn()
    [row] = Desk(bench.tools).designs_named(OPERATOR, [design.id])
    assert 0 < row.look.picture.bytes < 60_000
    with bench.store.reading() as tx:
        assert row.look.picture.key in tx.designs.files_in_use()


def test_a_product_that_the_catalogue_has_no_more_is_still_listed(shop, monkeypatch):
    order = shop.placed()
    monkeypatch.setattr(shop.tools.catalogue, "products", lambda: ())
    [row] = Desk(shop.tools).orders(OPERATOR, Filter()).items
    assert (row.order, row.lines[0].look.product, row.lines[0].look.cloth_rgb) == (order, "sticker-4in", "#ffffff")


def test_only_the_shops_people_look(shop):
    desk, order = Desk(shop.tools), shop.placed()
    for look in (
        lambda: desk.waiting(SHOPPER), lambda: desk.orders(SHOPPER, Filter()), lambda: desk.designs(SHOPPER, Filter()),
        lambda: desk.order(SHOPPER, order.id), lambda: desk.orders_named(SHOPPER, [order.id]),
        lambda: desk.design(SHOPPER, shop.approved()[0].id), lambda: desk.designs_named(SHOPPER, []),
        lambda: queue_of(shop).parked(SHOPPER), lambda: Books(shop.tools, shop.designs).spending(SHOPPER),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            look()


# --- a call whose answer was lost


@pytest.fixture
def lost(bench):
    """(bench, design, its ledger row): the one candidate's call has gone unanswered."""
    bench.studio.submits.append(Fault.ANSWER_LOST)
    design = bench.drawn()
    [row] = bench.ledger(design)
    assert row.state is LedgerState.UNKNOWN
    return bench, bench.design(design), row


@pytest.mark.parametrize(("charged", "state"), [(True, LedgerState.SETTLED), (False, LedgerState.RELEASED)])
def test_a_lost_call_is_booked_as_charged_or_not(lost, charged, state):
    bench, _, row = lost
    books = Books(bench.tools, bench.designs)
    decided = books.settle(ADA, row.id, charged=charged)
    assert (decided.state, decided.actual) == (state, row.estimate if charged else None)
    with pytest.raises(Conflict, match="its answer is known"):
        books.settle(OPERATOR, row.id, charged=not charged)
    [said] = [h for h in bench.orders.history(OPERATOR, row.id) if h.became == state]
    assert (said.actor, said.origin, "looked up by hand" in said.note) == ("user:ada", "page 192.0.2.7", True)


def test_a_lost_call_is_repeated_as_a_second_call_and_both_are_booked(lost):
    bench, design, row = lost
    Books(bench.tools, bench.designs).repeat(OPERATOR, row.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert sorted(bench.states(design)) == ["settled", "settled"]
    [case] = Desk(bench.tools).design(OPERATOR, design.id).candidates
    assert [call.state for call in case.calls] == ["settled", "settled"], "both rounds are the candidate's"


def test_a_repeat_that_is_refused_books_nothing(lost):
    bench, design, row = lost
    bench.designs.delete(OPERATOR, design.id)
    with pytest.raises(Conflict):
        Books(bench.tools, bench.designs).repeat(OPERATOR, row.id)
    assert bench.ledger(design) == [row]


@pytest.mark.parametrize("verb", [lambda b, r: b.settle(VIEWER, r, charged=True), lambda b, r: b.repeat(VIEWER, r)])
def test_a_viewer_decides_about_no_money(lost, verb):
    bench, design, row = lost
    with pytest.raises(NotAllowed):
        verb(Books(bench.tools, bench.designs), row.id)
    assert bench.ledger(design) == [row]


# --- parked jobs


def park_next(bench, lane, reason="It ended its worker."):
    """What is left when a job breaks off and nobody could be told."""
    with bench.store.writing() as tx:
        tx.jobs.park(tx.jobs.claim(lane, "w", 60), reason)


def test_a_parked_job_that_its_design_waits_for_starts_again(bench):
    design = bench.asked()
    park_next(bench, Lane.MODEL)
    queue = queue_of(bench)
    [parked] = queue.parked(OPERATOR)
    assert (parked.design_id, parked.awaited, parked.job.last_error) == (design.id, True, "It ended its worker.")
    queue.retry(OPERATOR, parked.job.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    with pytest.raises(Conflict, match="not parked"):
        queue.retry(OPERATOR, parked.job.id)


def test_a_parked_job_whose_thing_has_told_itself_what_is_wrong_is_not_told_twice(shop):
    order = shop.paid()
    with shop.store.writing() as tx:
        tx.orders.move_handoff(
            shop.handoff(order), HandOffState.ON_HOLD, system_caller(DEFAULT_TENANT, "hand_off"), "why"
        )
    park_next(shop, Lane.HANDOFF)
    [parked] = queue_of(shop).parked(OPERATOR)
    assert (parked.order_id, parked.awaited) == (order.id, False)
    waiting = Desk(shop.tools).waiting(OPERATOR)
    assert waiting.parked == ()
    assert [(g.name, g.count) for g in waiting.orders if g.count] == [("partner", 1)]


def test_a_viewer_touches_no_job(bench):
    bench.asked()
    park_next(bench, Lane.MODEL)
    queue = queue_of(bench)
    [parked] = queue.parked(VIEWER)
    with pytest.raises(NotAllowed):
        queue.retry(VIEWER, parked.job.id)
    assert queue.parked(OPERATOR) == [parked]


def test_lanes_say_how_much_there_is_and_how_old_it_is(bench):
    bench.asked()
    bench.clock.forward(90)
    lanes = {lane.lane.value: lane for lane in queue_of(bench).lanes(OPERATOR)}
    assert (lanes["model"].ready, lanes["model"].oldest_ready_s) == (1, 90)
    assert (lanes["render"].ready, lanes["render"].oldest_ready_s) == (0, None)
