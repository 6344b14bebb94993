"""The page of messages: what was told, what could not be, and what is to be told at all; over a real mail server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pod.model.caller import Role
from pod.model.job import Lane, NewJob
from pod.model.order import OrderItem
from tests.servers import smtp
from tests.servers.smtp import PASSWORD as MAIL_PASSWORD
from tests.servers.smtp import USER, Post
from tests.services.bench import ADDRESS
from tests.web.ops.desk import PASSWORD, Desk, said
from tests.web.shop import OWNER


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    with smtp.running(tmp_path_factory.mktemp("smtp")) as post:
        yield post


@pytest.fixture
def shop(open_shop, post: Post, tmp_path: Path):
    told = {
        "HOST": post.host,
        "PORT": str(post.port),
        "SENDER": "pod@shop.example",
        "SHOP": "desk@shop.example",
        "USER": USER,
        "PASSWORD": MAIL_PASSWORD,
        "CA_FILE": post.ca_file,
    }
    shop = open_shop(**{f"POD_MAIL_{name}": value for name, value in told.items()})
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.ADMIN)
    yield shop
    post.taken.clear()
    post.answers.clear()


def held(shop) -> None:
    """An order that has been on hold for two days."""
    design = shop.approved()
    item = OrderItem("", design["current_version_id"], "tee", "tee/M/navy", 1)
    order, _ = shop.services.orders.place(OWNER, "shop-1", ADDRESS, [item])
    shop.services.orders.hold(OWNER, order.id, "Wait for <the> customer.")
    shop.watch.ahead = timedelta(days=2)
    with shop.services.store.writing() as tx:
        tx.jobs.enqueue("main", NewJob("remind", Lane.MESSAGES, "remind:test", "test"))
    shop.services.runner.drain()


def test_a_reminder_reaches_the_shops_mailbox_and_is_on_the_page(shop, post):
    held(shop)
    [taken] = post.taken
    assert taken.recipients == ("desk@shop.example",)
    assert "Wait for <the> customer." in taken.mail.get_body(("plain",)).get_content()
    page = said(Desk(shop).get("/ops/messages"))
    assert "Something is still on hold" in page
    assert "desk@shop.example" in page
    assert "Sent" in page


def test_what_could_not_be_delivered_says_why_and_is_sent_again(shop, post):
    post.answers["RCPT"] = "550 no such mailbox"
    held(shop)
    desk = Desk(shop)
    answer = desk.get("/ops/messages?state=dead")
    assert "550 no such mailbox" in said(answer)
    post.answers.clear()
    [again] = re.findall(r'action="(/ops/messages/[0-9a-f]{32}/again)"', answer.text)
    desk.post(again)
    shop.services.runner.drain()
    assert len(post.taken) == 1
    assert "It is sent again." in said(desk.get("/ops/messages"))


def test_what_is_unticked_is_not_told(shop, post):
    desk = Desk(shop)
    assert 'value="hold_reminder:mail:shop" checked' in desk.get("/ops/messages").text
    desk.post("/ops/messages/choices", sender_name="The Fox Shop", on="shipped:mail:customer")
    page = desk.get("/ops/messages").text
    assert 'value="hold_reminder:mail:shop" checked' not in page
    assert 'value="shipped:mail:customer" checked' in page
    assert 'value="The Fox Shop"' in page
    held(shop)
    assert post.taken == []


def test_a_name_that_is_too_long_stays_where_it_was_typed(shop):
    answer = Desk(shop).post("/ops/messages/choices", status=422, sender_name="x" * 61, on="shipped:mail:customer")
    assert "at most 60" in said(answer)
    assert f'value="{"x" * 61}"' in answer.text
    assert 'value="shipped:mail:customer" checked' in answer.text
    assert 'value="refused:mail:shop" checked' not in answer.text
