"""Messages out: who is told of what, once; tried again, given up, sent again by hand, switched off, and never forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fulfillment.base import Parcel
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import IllegalMove, InputRefused, NotAllowed
from pod.model.handoff import HandOffState
from pod.model.message import Channel, Delivery, Message, MessageState, Outcome
from pod.model.order import Order, OrderItem
from pod.services.messages.delivering import AGAIN_S
from pod.services.messages.reminders import Reminders, due
from tests.doubles.carrier import Mailbox
from tests.doubles.printshop import Fault
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, VIEWER, Bench

ADMIN = Caller(DEFAULT_TENANT, "user:root", Role.ADMIN)
READER = "reader@home.example"
SHOP = "shop@shop.example"
AWAY = Delivery(Outcome.AGAIN, "mail.example: 451 later")
REFUSED_WORDS = "We do not print unicorns."
NO = Delivery(Outcome.REFUSED, "mail.example: 550 no such mailbox")


@pytest.fixture
def mail(tmp_path: Path) -> Mailbox:
    return Mailbox(tmp_path / "mail.jsonl", shop=SHOP)


@pytest.fixture
def hook(tmp_path: Path) -> Mailbox:
    return Mailbox(tmp_path / "hook.jsonl", Channel.WEBHOOK)


@pytest.fixture
def shop(open_a_shop: Callable[..., Bench], mail: Mailbox, hook: Mailbox) -> Bench:
    return open_a_shop(carriers={Channel.MAIL: mail, Channel.WEBHOOK: hook})


def messages(bench: Bench, state: str = "") -> tuple[Message, ...]:
    return bench.delivering.page(OPERATOR, state=state).items


def an_order(bench: Bench, email: str = READER) -> Order:
    _, version = bench.approved()
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 2)
    order, _ = bench.orders.place(SHOPPER, "shop-1", replace(ADDRESS, email=email), [item], bench.printshop.name)
    return order


def shipped(bench: Bench, number: str = "RM1") -> Order:
    order = bench.orders.mark_paid(OPERATOR, an_order(bench).id)
    bench.run()
    arrive(bench, order, number)
    return order


def arrive(bench: Bench, order: Order, number: str) -> None:
    bench.printshop.parcels = (Parcel("p1", "Royal Mail", number, shipped_at=bench.clock.now()),)
    bench.printshop.says(bench.handoff(order).reference, HandOffState.SHIPPED)
    bench.handoffs.look_up(OPERATOR, bench.handoff(order).reference)
    bench.run()


# --- who is told of what


def test_customer_and_shop_are_told_of_a_parcel_with_its_number(shop, mail, hook):
    order = shipped(shop)
    [letter], [news] = mail.brought, hook.brought
    assert (letter["event"], letter["to"]) == ("shipped", READER)
    assert (letter["carrier"], letter["tracking_number"]) == ("Royal Mail", "RM1")
    assert letter["link"] == f"http://127.0.0.1:8080/o/{order.id}"
    assert (news["event"], news["to"], news["order"]) == ("shipped", "", "shop-1")
    assert [m.state for m in messages(shop)] == [MessageState.SENT, MessageState.SENT]


def test_the_same_parcel_told_again_is_told_of_once(shop, mail, hook):
    order = shipped(shop)
    for _ in range(3):
        arrive(shop, order, "RM1")
    shop.wait(40 * 86_400)  # what has ended is put away meanwhile
    arrive(shop, order, "RM1")
    assert [len(box.brought) for box in (mail, hook)] == [1, 1]


def test_a_parcel_waits_for_its_number_and_for_a_day_at_most(shop, mail):
    order = shipped(shop, number="")
    assert mail.brought == []
    arrive(shop, order, "RM1")
    shop.wait(3600)
    assert [m["tracking_number"] for m in mail.brought] == ["RM1"]


def test_a_parcel_without_a_number_is_told_of_after_a_day(shop, mail):
    shipped(shop, number="")
    shop.wait(25 * 3600)
    assert [m["tracking_number"] for m in mail.brought] == [""]


def test_no_message_names_the_customer_or_where_they_live(shop, mail, hook):
    shipped(shop)
    said = str([{k: v for k, v in m.items() if k != "to"} for m in (*mail.brought, *hook.brought)])
    assert ADDRESS.line1 not in said
    assert ADDRESS.name not in said
    assert READER not in said


def test_a_customer_without_an_address_for_mail_gets_none_and_the_shop_is_told(shop, mail, hook):
    order = shop.orders.mark_paid(OPERATOR, an_order(shop, email="").id)
    shop.run()
    arrive(shop, order, "RM1")
    assert mail.brought == []
    assert len(hook.brought) == 1


def test_the_shop_is_told_what_a_partner_has_refused(shop, mail, hook):
    order = an_order(shop)
    shop.printshop.submits.append(Fault.REFUSED)
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    [letter], [news] = mail.brought, hook.brought
    assert (letter["event"], letter["to"], letter["reason"]) == ("refused", SHOP, REFUSED_WORDS)
    assert letter["link"].endswith(f"/ops/orders/{order.id}")
    assert news["partner"] == shop.printshop.name


def test_each_refusal_is_told_of(shop, hook):
    order = an_order(shop)
    shop.printshop.submits.extend([Fault.REFUSED, Fault.REFUSED])
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert [m["reason"] for m in hook.brought] == [REFUSED_WORDS] * 2


def test_a_proof_and_a_question_are_told_of(with_a_proof, mail, hook):
    bench = with_a_proof(carriers={Channel.WEBHOOK: hook})
    design = bench.proofed()
    bench.run()
    bench.approvals.send_back(OPERATOR, design.id, "Shall the fox be larger?")
    bench.run()
    assert [m["event"] for m in hook.brought] == ["question"]
    assert hook.brought[0]["question"] == "Shall the fox be larger?"
    bench.approvals.take_back(OPERATOR, design.id)
    bench.approvals.send_back(OPERATOR, design.id, "Shall the fox be larger?")
    bench.run()
    assert [m["event"] for m in hook.brought] == ["question", "question"], "asked again is another question"


def test_a_finished_proof_is_news(bench_with_hook, hook):
    bench_with_hook.proofed()
    assert [m["event"] for m in hook.brought] == ["proof_ready"]
    assert hook.brought[0]["design"] == "a fox under the moon"


@pytest.fixture
def bench_with_hook(open_a_bench: Callable[..., Bench], hook: Mailbox) -> Bench:
    return open_a_bench(carriers={Channel.WEBHOOK: hook})


def test_without_a_way_to_tell_nothing_is_written(open_a_shop):
    bench = open_a_shop()
    shipped(bench)
    assert messages(bench) == ()


# --- reminders


@pytest.mark.parametrize(
    ("days", "number"), [(0.9, 0), (1, 1), (2.9, 1), (3, 2), (7, 3), (13.9, 3), (14, 4), (21, 5), (70, 12)]
)
def test_reminders_come_after_one_three_and_seven_days_and_then_every_week(days, number):
    assert due(timedelta(days=days)) == number


def test_what_is_held_is_reminded_of_and_stays_held(shop, mail):
    order = shop.orders.hold(OPERATOR, an_order(shop).id, "Wait for the customer.")
    hours(shop, 24 * 8, at_once=12)
    told = [m for m in mail.brought if m["event"] == "hold_reminder"]
    assert len(told) == 3
    assert {(m["to"], m["reason"], m["order"]) for m in told} == {(SHOP, "Wait for the customer.", "shop-1")}
    assert shop.order(order).state.value == "on_hold"
    assert shop.printshop.orders == []


def test_another_hold_of_the_same_order_begins_anew(shop, mail):
    order = shop.orders.hold(OPERATOR, an_order(shop).id, "Wait.")
    hours(shop, 25)
    shop.orders.release(OPERATOR, order.id)
    hours(shop, 48, at_once=24)
    assert len(mail.brought) == 1
    shop.orders.hold(OPERATOR, order.id, "Wait again.")
    hours(shop, 25)
    assert [m["reason"] for m in mail.brought] == ["Wait.", "Wait again."]


def test_another_reason_does_not_put_the_reminder_off(shop, mail):
    order = shop.orders.hold(OPERATOR, an_order(shop).id, "Wait.")
    hours(shop, 20)
    shop.orders.hold_for(OPERATOR, order.id, "The address is odd.")
    hours(shop, 5)
    assert [m["reason"] for m in mail.brought] == ["Wait. The address is odd."]


def test_a_hand_off_that_is_held_is_reminded_of(shop, mail):
    order = an_order(shop)
    shop.tools.partners = {}
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    hours(shop, 25)
    [told] = mail.brought
    assert told["reference"] == shop.handoff(order).reference
    assert "not set up" in told["reason"]


def hours(bench: Bench, n: int, at_once: int = 5) -> None:
    for _ in range(0, n, at_once):
        bench.wait(at_once * 3600)
        Reminders(bench.tools).schedule()
        bench.run()


# --- trying


def test_what_is_not_taken_is_tried_again_and_later_each_time(shop, mail):
    mail.answers.extend([AWAY] * 3)
    shipped(shop)
    [letter] = [m for m in messages(shop) if m.channel is Channel.MAIL]
    assert (letter.state, letter.attempts, letter.last_error) == (MessageState.WAITING, 1, AWAY.words)
    shop.wait(sum(AGAIN_S[:3]) - 1)
    assert mail.tries == 3
    shop.wait(1)
    assert [m["to"] for m in mail.brought] == [READER]
    assert mail.brought[0]["id"] == letter.id, "one name for all its tries"


def test_the_other_side_says_how_long_it_wants_to_be_left_alone(shop, mail):
    mail.answers.append(replace(AWAY, after_s=900))
    shipped(shop)
    shop.wait(899)
    assert mail.tries == 1
    shop.wait(1)
    assert mail.tries == 2


def test_after_two_days_of_trying_it_is_put_before_a_person_with_the_last_words(shop, mail):
    mail.answers.extend([AWAY] * 50)
    shipped(shop)
    shop.wait(sum(AGAIN_S))
    [dead] = messages(shop, "dead")
    assert (dead.attempts, dead.last_error) == (len(AGAIN_S) + 1, AWAY.words)
    shop.wait(10 * 86_400)
    assert mail.tries == len(AGAIN_S) + 1


def test_what_is_refused_for_good_is_not_tried_again(shop, mail):
    mail.answers.append(NO)
    shipped(shop)
    shop.wait(5 * 86_400)
    assert mail.tries == 1
    assert [m.last_error for m in messages(shop, "dead")] == [NO.words]


def test_a_dead_message_is_sent_again_by_hand_under_its_own_name(shop, mail):
    mail.answers.extend([NO, AWAY])
    shipped(shop)
    [dead] = messages(shop, "dead")
    with pytest.raises(NotAllowed):
        shop.delivering.redeliver(VIEWER, dead.id)
    shop.delivering.redeliver(OPERATOR, dead.id)
    shop.run()
    shop.wait(AGAIN_S[0])
    assert [m["id"] for m in mail.brought] == [dead.id]
    assert "sent again by hand" in [h.note for h in shop.delivering.history(OPERATOR, dead.id)]


def test_what_is_on_its_way_is_not_sent_again_by_hand(shop, mail):
    mail.answers.append(AWAY)
    shipped(shop)
    [waiting] = messages(shop, "waiting")
    with pytest.raises(IllegalMove):
        shop.delivering.redeliver(OPERATOR, waiting.id)


def test_a_message_whose_job_is_given_up_is_dead_with_the_reason(shop, mail, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(mail, "deliver", broken)
    shipped(shop)
    shop.wait(86_400)
    [dead] = messages(shop, "dead")
    assert "did not foresee" in dead.last_error


# --- what a tenant has decided


def test_what_is_switched_off_is_not_told_and_everything_else_is(shop, mail, hook):
    shop.delivering.choose(ADMIN, "The Fox Shop", {"shipped:mail:customer"})
    shipped(shop)
    assert mail.brought == []
    assert [m["event"] for m in hook.brought] == ["shipped"]


def test_what_waits_is_dropped_when_it_is_switched_off(shop, mail):
    mail.answers.append(AWAY)
    shipped(shop)
    shop.delivering.choose(ADMIN, "", {"shipped:mail:customer"})
    shop.wait(AGAIN_S[0])
    assert mail.brought == []
    assert [m.last_error for m in messages(shop, "dropped")] == ["switched off"]


def test_mails_come_from_the_name_that_the_shop_has_chosen(shop, mail):
    shop.delivering.choose(ADMIN, " The Fox Shop ", ())
    shipped(shop)
    assert mail.brought[0]["from"] == "The Fox Shop"


def test_only_administrators_choose_and_only_what_there_is(shop):
    with pytest.raises(NotAllowed):
        shop.delivering.choose(OPERATOR, "Foxes", ())
    for name, off in (("x" * 61, ()), ("a\nb", ()), ("", ("shipped:smoke:shop",))):
        with pytest.raises(InputRefused):
            shop.delivering.choose(ADMIN, name, off)


def test_what_is_told_once_more_after_a_restore_has_the_name_that_it_had(shop):
    """The books know nothing of the parcel and of what was said of it; the partner brings it once more."""
    order = shipped(shop)
    before = {message.id for message in messages(shop)}
    with shop.store.database.writing() as connection:
        for table in ("outbox", "shipments", "jobs"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference)
    shop.run()
    assert {message.id for message in messages(shop)} == before != set()
