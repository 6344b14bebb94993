"""What any store must do with messages out and news in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.caller import Caller, Role
from pod.model.errors import Conflict, IllegalMove, NotFound
from pod.model.message import Audience, Channel, Event, Message, MessageChoices, MessageState
from pod.services.ports import Store
from tests.contracts.store_contract import NOON, OPERATOR

MAIL = Message(
    "m1", "main", Event.SHIPPED, "p1", Channel.MAIL, Audience.CUSTOMER, "a@b.example", {"order": "1"}, NOON, "o1"
)
ELSEWHERE = Caller("other", "user:eve", Role.ADMIN)


class StoreMessagesContract:
    def test_a_message_comes_back_as_it_was_written(self, store: Store) -> None:
        with store.writing() as tx:
            assert tx.messages.add(MAIL, OPERATOR)
        with store.reading() as tx:
            assert tx.messages.get("main", "m1") == MAIL
            with pytest.raises(NotFound):
                tx.messages.get("other", "m1")

    def test_nobody_is_told_the_same_thing_twice_by_the_same_way(self, store: Store) -> None:
        with store.writing() as tx:
            assert tx.messages.add(MAIL, OPERATOR)
            assert not tx.messages.add(replace(MAIL, id="m2", recipient="new@b.example"), OPERATOR)
            assert tx.messages.add(replace(MAIL, id="m3", channel=Channel.WEBHOOK), OPERATOR)
            assert tx.messages.add(replace(MAIL, id="m4", subject="p2"), OPERATOR)
            assert tx.messages.add(replace(MAIL, id="m5", tenant_id="other"), ELSEWHERE)

    def test_a_message_moves_once_and_only_as_the_table_says(self, store: Store) -> None:
        with store.writing() as tx:
            tx.messages.add(MAIL, OPERATOR)
            sending = tx.messages.move(MAIL, MessageState.SENDING, OPERATOR, attempts=1)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.messages.move(MAIL, MessageState.DEAD, OPERATOR)
        with store.writing() as tx:
            sent = tx.messages.move(sending, MessageState.SENT, OPERATOR, sent_at=NOON)
            assert tx.messages.get("main", "m1") == sent
        with pytest.raises(IllegalMove), store.writing() as tx:
            tx.messages.move(sent, MessageState.SENDING, OPERATOR)

    def test_two_who_send_it_at_once_do_not_both_succeed(self, store: Store) -> None:
        with store.writing() as tx:
            tx.messages.add(MAIL, OPERATOR)
            first = tx.messages.move(MAIL, MessageState.SENDING, OPERATOR, attempts=1)
            tx.messages.move(first, MessageState.SENDING, OPERATOR, attempts=2)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.messages.move(first, MessageState.SENT, OPERATOR)

    def test_messages_are_listed_by_state(self, store: Store) -> None:
        with store.writing() as tx:
            for n in range(3):
                at = NOON + timedelta(seconds=n)
                tx.messages.add(replace(MAIL, id=f"m{n}", subject=f"p{n}", created_at=at), OPERATOR)
            tx.messages.move(tx.messages.get("main", "m1"), MessageState.DEAD, OPERATOR, "nobody there")
        with store.reading() as tx:
            page = tx.messages.page("main", limit=2)
            assert [m.id for m in page.items] == ["m2", "m1"]
            assert page.counts == {"waiting": 2, "dead": 1}
            assert [m.id for m in tx.messages.page("main", cursor=page.next_cursor).items] == ["m0"]
            assert [m.last_error for m in tx.messages.page("main", state="dead").items] == ["nobody there"]
            assert tx.messages.page("other").items == ()

    def test_an_erased_customer_is_in_no_message_and_gets_none(self, store: Store) -> None:
        with store.writing() as tx:
            tx.messages.add(MAIL, OPERATOR)
            tx.messages.add(replace(MAIL, id="m2", subject="p2"), OPERATOR)
            sending = tx.messages.move(tx.messages.get("main", "m2"), MessageState.SENDING, OPERATOR, attempts=1)
            tx.messages.move(sending, MessageState.SENT, OPERATOR, sent_at=NOON)
            tx.messages.add(replace(MAIL, id="m3", subject="p3", order_id="o2"), OPERATOR)
            assert tx.messages.erase("other", "o1") == 0
            assert tx.messages.erase("main", "o1") == 2
        with store.reading() as tx:
            waiting, sent, others = (tx.messages.get("main", key) for key in ("m1", "m2", "m3"))
        assert (waiting.recipient, waiting.body, waiting.state) == ("", {}, MessageState.DROPPED)
        assert (sent.recipient, sent.body, sent.state) == ("", {}, MessageState.SENT)
        assert others == replace(MAIL, id="m3", subject="p3", order_id="o2")

    def test_what_a_tenant_has_decided_is_its_own_and_the_last_word(self, store: Store) -> None:
        quiet = MessageChoices("The Fox Shop", frozenset({"shipped:mail:customer"}))
        with store.writing() as tx:
            assert tx.messages.choices("main") == MessageChoices()
            tx.messages.choose(quiet, OPERATOR)
            tx.messages.choose(replace(quiet, sender_name="Foxes"), OPERATOR)
        with store.reading() as tx:
            assert tx.messages.choices("main") == replace(quiet, sender_name="Foxes")
            assert tx.messages.choices("other") == MessageChoices()
            assert [h.became for h in tx.designs.history("main", "messages")] == ["chosen", "chosen"]
