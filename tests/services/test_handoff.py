"""Hand-offs: whatever the partner answers, or does not, one paid order is made once, and a person is told what needs one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from fulfillment.base import Capability
from pod.model.errors import Conflict, NotAllowed, PartnerFailed
from pod.model.handoff import RANK, HandOffState
from pod.model.job import Lane
from pod.model.order import OrderState
from pod.services.handoffsteps import BY_POD
from tests.doubles.printshop import Fault
from tests.services.bench import OPERATOR, SHOPPER

CAPABILITIES = pytest.mark.parametrize("capability", Capability)


@pytest.fixture
def shop_of(open_a_shop):
    """A shop whose partner is of that kind, and has that many seconds to finish what it was sent."""
    return lambda capability, settle_s=0.0: open_a_shop(printshop={"capability": capability, "settle_s": settle_s})


def accepted(shop) -> HandOffState:
    return HandOffState.CONFIRMED if shop.printshop.needs_confirm else HandOffState.ACCEPTED


# --- each answer, of each kind of partner


@CAPABILITIES
def test_a_good_answer_is_the_end_of_it(shop_of, capability):
    shop = shop_of(capability)
    order = shop.sent()
    handoff = shop.handoff(order)
    assert (handoff.state, handoff.partner_order_id, handoff.attempts) == (accepted(shop), handoff.reference, 1)
    assert shop.printshop.to_be_made == [handoff.reference]


@CAPABILITIES
@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST])
def test_no_answer_is_looked_up_not_sent_again(shop_of, capability, fault):
    shop = shop_of(capability, settle_s=30.0)
    shop.printshop.submits.append(fault)
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.UNKNOWN
    there = len(shop.printshop.orders)
    shop.wait(20)
    assert (shop.handoff(order).state, len(shop.printshop.orders)) == (HandOffState.UNKNOWN, there), (
        "it has time to settle"
    )
    shop.wait(30)
    assert shop.handoff(order).state is accepted(shop)
    assert len(shop.printshop.orders) == 1
    assert shop.printshop.to_be_made == [shop.handoff(order).reference]
    assert shop.handoff(order).attempts == (1 if fault is Fault.ANSWER_LOST else 2)


@CAPABILITIES
def test_an_adapter_that_breaks_during_the_call_is_no_answer(shop_of, capability):
    shop = shop_of(capability)
    shop.printshop.submits.append(Fault.CRASH)
    order = shop.paid()
    shop.run()
    shop.wait(60)
    assert shop.handoff(order).state is accepted(shop)
    assert len(shop.printshop.orders) == 1


@CAPABILITIES
def test_what_surely_never_left_is_sent_again_later(shop_of, capability):
    shop = shop_of(capability)
    shop.printshop.submits.extend([Fault.NOT_SENT] * 3)
    order = shop.paid()
    shop.run()
    waiting = shop.handoff(order)
    assert (waiting.state, waiting.reason) == (HandOffState.PREPARED, "No route to the print shop.")
    shop.wait(120)
    assert shop.handoff(order).state is accepted(shop)
    assert len(shop.printshop.orders) == 1
    assert shop.parked() == []


def test_what_never_leaves_is_put_before_a_person_before_long(shop):
    shop.printshop.submits.extend([Fault.NOT_SENT] * 1000)
    order = shop.paid()
    shop.wait(6 * 3600)
    held = shop.handoff(order)
    assert (held.state, held.held_by) == (HandOffState.ON_HOLD, BY_POD)
    assert held.attempts < 30
    shop.printshop.submits.clear()
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is not HandOffState.ON_HOLD
    assert len(shop.printshop.orders) == 1


def test_an_order_that_was_held_for_a_day_is_tried_as_long_as_any_other(shop):
    order = shop.paid()
    shop.orders.hold(OPERATOR, order.id, "The address is being checked.")
    shop.wait(24 * 3600)
    shop.printshop.submits.extend([Fault.NOT_SENT] * 2)
    shop.orders.release(OPERATOR, order.id)
    shop.wait(300)
    assert shop.handoff(order).state is not HandOffState.ON_HOLD
    assert len(shop.printshop.orders) == 1


@CAPABILITIES
def test_a_refusal_waits_for_a_person_with_the_partners_words(shop_of, capability):
    shop = shop_of(capability)
    shop.printshop.submits.append(Fault.REFUSED)
    order = shop.paid()
    shop.wait(3600)
    refused = shop.handoff(order)
    assert (refused.state, refused.reason, refused.attempts) == (HandOffState.REJECTED, "We do not print unicorns.", 1)
    assert shop.parked() == ["We do not print unicorns."]
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is accepted(shop)
    assert shop.handoff(order).reference == refused.reference
    assert shop.parked() == []


@CAPABILITIES
def test_not_ready_is_waited_for_and_was_never_a_failure(shop_of, capability):
    shop = shop_of(capability)
    shop.printshop.submits.append(Fault.NOT_READY)
    shop.printshop.confirms.extend([Fault.NOT_READY, Fault.NOT_READY])
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.WAITING_PARTNER
    shop.wait(600)
    wanted = HandOffState.CONFIRMED if shop.printshop.needs_confirm else HandOffState.WAITING_PARTNER
    assert shop.handoff(order).state is wanted
    assert len(shop.printshop.orders) == 1
    history = {entry.became for entry in shop.orders.history(OPERATOR, shop.handoff(order).reference)}
    assert history.isdisjoint({"failed", "on_hold", "rejected"})


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST, Fault.CRASH])
def test_a_lost_answer_to_a_confirmation_is_looked_up_and_confirmed_once(shop_of, fault):
    shop = shop_of(Capability.DRAFT_THEN_CONFIRM)
    shop.printshop.confirms.append(fault)
    order = shop.paid()
    shop.run()
    shop.wait(60)
    assert shop.handoff(order).state is HandOffState.CONFIRMED
    assert shop.printshop.to_be_made == [shop.handoff(order).reference]


def test_a_refused_confirmation_waits_for_a_person_and_goes_out_under_a_new_name(shop_of):
    shop = shop_of(Capability.DRAFT_THEN_CONFIRM)
    shop.printshop.confirms.append(Fault.REFUSED)
    order = shop.sent()
    refused = shop.handoff(order)
    assert (refused.state, shop.printshop.to_be_made) == (HandOffState.REJECTED, [])
    assert [o["state"] for o in shop.printshop.orders] == ["cancelled"], "nobody may confirm it there later"
    shop.clock.forward(1)
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    old, new = shop.orders.handoffs(OPERATOR, order.id)
    assert (old.reference, old.state) == (refused.reference, HandOffState.CANCELLED)
    assert shop.printshop.to_be_made == [new.reference]


def test_a_refused_draft_that_cannot_be_withdrawn_is_told_of(shop_of):
    shop = shop_of(Capability.DRAFT_THEN_CONFIRM)
    shop.printshop.confirms.append(Fault.REFUSED)
    shop.printshop.cancels.append(Fault.REFUSED)
    refused = shop.handoff(shop.sent())
    assert refused.state is HandOffState.REJECTED
    assert refused.reason.endswith("Its draft is still there: cancel it on the partner’s own page.")


# --- looking up


@CAPABILITIES
def test_a_look_up_that_failed_is_not_an_absence_and_before_long_a_person_is_told(shop_of, capability):
    shop = shop_of(capability)
    shop.printshop.submits.append(Fault.ANSWER_LOST)
    shop.printshop.away = True
    order = shop.paid()
    shop.wait(300)
    assert shop.handoff(order).state is HandOffState.UNKNOWN
    shop.wait(600)
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    assert "does not answer" in held.reason
    assert held.held_until is not None
    assert held.held_until > shop.clock.now()
    shop.printshop.away = False
    shop.wait(3600)
    assert shop.handoff(order).state is HandOffState.ON_HOLD, "a hold never ends by itself"
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is accepted(shop)
    assert len(shop.printshop.orders) == 1


def test_another_order_under_our_reference_is_never_taken_for_ours(shop):
    shop.printshop.submits.append(Fault.REQUEST_LOST)
    order = shop.paid()
    shop.run()
    reference = shop.handoff(order).reference
    foreign = {"id": "f1", "reference": reference, "payload_sha256": "f" * 64, "state": "accepted", "note": ""}
    shop.printshop._write([foreign])
    shop.wait(60)
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    assert "another order" in held.reason


def test_a_used_up_name_is_answered_with_a_new_one_by_hand(shop):
    """The partner has something else under it; the operator asks again, and it goes out once under a fresh reference."""
    order = shop.paid()
    reference = shop.handoff(order).reference
    shop.printshop._write([{"reference": reference, "payload_sha256": "f" * 64, "state": "accepted", "note": ""}])
    shop.run()
    assert shop.handoff(order).state is HandOffState.REJECTED
    shop.clock.forward(1)
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).reference != reference
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_what_the_partner_no_longer_knows_is_held_and_sent_anew_only_by_hand(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    shop.printshop.forgets(reference)
    shop.wait(600)
    assert shop.handoff(order).state is HandOffState.ON_HOLD
    assert shop.printshop.orders == []
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.printshop.to_be_made == [reference]


# --- before it leaves


def spoil_file(shop, order):
    for made in shop.designs.files(OPERATOR, shop.approved()[0].id)[0]:
        path = shop.files.path(made.file)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.unlink()
        path.write_bytes(data)


def lose_file(shop, order):
    shop.files.path(shop.designs.files(OPERATOR, shop.approved()[0].id)[0][0].file).unlink()


def exchange_file(shop, order):
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE print_files SET body = json_set(body, '$.file.sha256', ?)", ("e" * 64,))


def withdraw_approval(shop, order):
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM approvals")


def lose_print_set(shop, order):
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM print_files")


def forget_partner(shop, order):
    shop.tools.partners = {}


def ask_for_more_approvals(shop, order):
    shop.tools.approvals = "both"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_file, "missing or damaged"),
        (lose_file, "missing or damaged"),
        (exchange_file, "not those that were approved"),
        (withdraw_approval, "no approval of the shopper"),
        (lose_print_set, "blank product"),
        (forget_partner, "not set up"),
        (ask_for_more_approvals, "no approval of the shop"),
    ],
)
def test_what_is_not_exactly_what_was_approved_is_held_with_the_sentence_and_never_sent(shop, spoil, said):
    order = shop.placed()
    spoil(shop, order)
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.wait(600)
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    assert said in held.reason
    assert held.held_by == "pod"
    assert shop.printshop.orders == []


def test_a_hold_is_looked_at_again_when_it_is_handed_off_again(shop):
    order = shop.placed()
    ask_for_more_approvals(shop, order)
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is HandOffState.ON_HOLD
    shop.tools.approvals = "shopper"
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_what_is_sent_is_what_was_prepared_or_it_is_held(shop):
    shop.printshop.submits.append(Fault.NOT_SENT)
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.PREPARED
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE addresses SET body = json_set(body, '$.line1', 'Another Street')")
    shop.wait(60)
    assert shop.handoff(order).state is HandOffState.ON_HOLD
    assert "not what was prepared" in shop.handoff(order).reason
    assert shop.printshop.orders == []
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_a_fault_of_ours_ends_in_a_hold_and_not_in_silence(shop, monkeypatch):
    def broken(*_: object) -> None:
        raise KeyError("planted-secret-4711")

    monkeypatch.setattr("pod.services.handoff.drawn_papers", broken)
    order = shop.paid()
    shop.run()
    shop.wait(6 * 3600)
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    assert "did not foresee" in held.reason
    assert "planted-secret" not in held.reason
    monkeypatch.undo()
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_the_papers_go_with_the_files_and_are_gone_afterwards(shop):
    seen = []
    submit = shop.printshop.submit

    def looked_at(payload):
        seen.extend((d.name, d.path.read_bytes()[:4]) for d in payload.documents)
        return submit(payload)

    shop.printshop.submit = looked_at
    shop.sent()
    assert seen == [("packing-slip.pdf", b"%PDF"), ("job-ticket-1.pdf", b"%PDF")], shop.waiting()
    assert list((shop.files._work).iterdir()) == []


# --- news


def test_news_raises_the_rank_and_never_lowers_it(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    later = [HandOffState.IN_PRODUCTION, HandOffState.CONFIRMED, HandOffState.PARTLY_SHIPPED, HandOffState.ACCEPTED]
    highest = HandOffState.ACCEPTED
    for state in later:
        shop.printshop.says(reference, state)
        shop.orders.handoffs(OPERATOR, order.id)
        highest = max(highest, state, key=RANK.__getitem__)
        assert shop.handoffs.look_up(OPERATOR, reference).state is highest
    entries = len(shop.orders.history(OPERATOR, reference))
    shop.handoffs.look_up(OPERATOR, reference)
    assert len(shop.orders.history(OPERATOR, reference)) == entries, "the same news again changes nothing"


@pytest.mark.parametrize("state", [HandOffState.REJECTED, HandOffState.CANCELLED])
def test_a_partner_who_will_not_make_it_is_heard_and_a_new_hand_off_is_a_persons_word(shop, state):
    order = shop.sent()
    first = shop.handoff(order)
    shop.printshop.says(first.reference, state, "the text is too thin")
    shop.wait(120)
    refused = shop.handoff(order)
    assert (refused.state, refused.reason) == (HandOffState.REJECTED, "the text is too thin")
    assert shop.order(order).state is OrderState.IN_PROGRESS, "the customer has paid: it does not end by itself"
    shop.wait(3600)
    assert len(shop.printshop.orders) == 1
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    second = shop.handoff(order)
    assert second.reference != first.reference
    assert shop.printshop.to_be_made == [second.reference]
    shop.printshop.says(second.reference, HandOffState.SHIPPED)
    shop.wait(120)
    assert shop.order(order).state is OrderState.DONE


def test_a_partners_own_hold_is_shown_with_his_words_and_ends_with_him(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    shop.printshop.says(reference, HandOffState.IN_PRODUCTION)
    shop.wait(120)
    shop.printshop.says(reference, HandOffState.ON_HOLD, "which blue?")
    shop.wait(120)
    held = shop.handoff(order)
    assert (held.state, held.held_by, held.reason) == (HandOffState.ON_HOLD, "printshop", "which blue?")
    shop.orders.hand_off(OPERATOR, order.id)
    shop.printshop.says(reference, HandOffState.ACCEPTED)
    shop.wait(120)
    assert shop.handoff(order).state is HandOffState.ON_HOLD, "late news does not lower it"
    shop.printshop.says(reference, HandOffState.IN_PRODUCTION)
    shop.wait(120)
    assert (shop.handoff(order).state, shop.handoff(order).held_by) == (HandOffState.IN_PRODUCTION, "")
    assert len(shop.printshop.orders) == 1


def test_no_answer_to_a_question_for_news_is_no_news(shop):
    order = shop.sent()
    shop.printshop.away = True
    shop.wait(3600)
    assert shop.handoff(order).state is HandOffState.ACCEPTED
    shop.printshop.away = False
    shop.printshop.says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.wait(3600)
    assert shop.order(order).state is OrderState.DONE


def test_an_old_hand_off_is_asked_about_less_often(shop):
    asked = []
    get = shop.printshop.get
    shop.printshop.get = lambda *named: asked.append(shop.clock.now()) or get(*named)
    shop.sent()
    shop.wait(3 * 3600)
    gaps = [(b - a).total_seconds() for a, b in pairwise(asked)]
    assert gaps[0] == 60
    assert gaps == sorted(gaps)
    assert gaps[-1] > 600


def test_an_operator_may_ask_for_news_and_nobody_else(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    with pytest.raises(NotAllowed):
        shop.handoffs.look_up(SHOPPER, reference)
    shop.printshop.forgets(reference)
    with pytest.raises(PartnerFailed, match="knows nothing"):
        shop.handoffs.look_up(OPERATOR, reference)


def test_a_hand_off_whose_end_nobody_saw_is_adopted_when_an_operator_looks_it_up(shop_of):
    shop = shop_of(Capability.LOOKUP_ONLY, settle_s=300.0)
    shop.printshop.submits.append(Fault.ANSWER_LOST)
    order = shop.paid()
    shop.run()
    assert shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference).state is HandOffState.ACCEPTED
    shop.wait(600)
    assert len(shop.printshop.orders) == 1


def test_another_order_under_the_reference_is_not_taken_for_ours_by_an_operators_look_either(shop_of):
    shop = shop_of(Capability.DRAFT_THEN_CONFIRM, settle_s=60.0)
    shop.printshop.submits.append(Fault.ANSWER_LOST)
    order = shop.paid()
    shop.run()
    shop.printshop._write([{**o, "payload_sha256": "another"} for o in shop.printshop.orders])
    shop.wait(120)
    held = shop.handoff(order)
    assert held.state is HandOffState.ON_HOLD
    with pytest.raises(PartnerFailed, match="another order"):
        shop.handoffs.look_up(OPERATOR, held.reference)
    assert shop.handoff(order) == held
    assert shop.printshop.to_be_made == []


# --- one hand-off, one worker


def test_verbs_that_come_often_make_no_second_job_of_a_hand_off(shop):
    order = shop.paid()
    for _ in range(3):
        shop.orders.hold(OPERATOR, order.id, "wait")
        shop.orders.release(OPERATOR, order.id)
        shop.orders.hand_off(OPERATOR, order.id)
    with shop.store.reading() as tx:
        assert tx.jobs.counts()["handoff"] == {"ready": 1}


def test_a_worker_that_lost_its_lease_during_the_call_writes_nothing_and_sends_nothing_twice(shop_of):
    """It was paused for longer than its lease; another worker has finished the hand-off when it wakes."""
    shop = shop_of(Capability.LOOKUP_ONLY)
    order = shop.paid()
    submit = shop.printshop.submit

    def paused(payload):
        verdict = submit(payload)
        shop.printshop.submit = submit
        with shop.store.writing() as tx:
            # what a lapse does: another claim, under a newer fence
            tx.jobs.release("bench")
        shop.run()
        assert shop.handoff(order).state is HandOffState.ACCEPTED
        return verdict

    shop.printshop.submit = paused
    shop.run()
    shop.wait(60)
    handoff = shop.handoff(order)
    assert (handoff.state, handoff.attempts) == (HandOffState.ACCEPTED, 1)
    assert len(shop.printshop.orders) == 1
    with shop.store.reading() as tx:
        assert sum(tx.jobs.counts()[Lane.HANDOFF.value].values()) == 1


def test_a_worker_that_lost_its_lease_before_the_call_does_not_call(shop_of):
    shop = shop_of(Capability.LOOKUP_ONLY)
    order = shop.paid()
    send = shop.handoffs._send

    def paused(*args):
        shop.handoffs._send = send
        with shop.store.writing() as tx:
            tx.jobs.release("bench")
        shop.run()
        return send(*args)

    shop.handoffs._send = paused
    shop.run()
    assert shop.handoff(order).attempts == 1
    assert len(shop.printshop.orders) == 1


def test_looking_up_what_is_on_its_way_is_refused_for_the_moment(shop):
    order = shop.paid()
    submit = shop.printshop.submit

    def looked_up(payload):
        with pytest.raises(Conflict, match="on its way"):
            shop.handoffs.look_up(OPERATOR, payload.reference)
        return submit(payload)

    shop.printshop.submit = looked_up
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED
