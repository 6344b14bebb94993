"""Mail as a mail server takes it: over TLS and with a password, refused, delayed and broken off, and what stands in it."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes

import pytest

from pod.model.errors import NotConfigured
from pod.model.message import ROUTES, Audience, Channel, Event, Message, Outcome
from pod.paths import templates_dir
from pod.post.letters import Letters
from pod.post.smtp import MailServer, MailSettings
from tests.contracts.store_contract import NOON
from tests.servers import smtp
from tests.servers.smtp import PASSWORD, USER, Post

MESSAGE = Message(
    id="5f" * 16,
    tenant_id="main",
    event=Event.SHIPPED,
    subject="p1",
    channel=Channel.MAIL,
    audience=Audience.CUSTOMER,
    recipient="reader@home.example",
    body={
        "order": "shop-1",
        "carrier": "Royal Mail",
        "tracking_number": "RM1",
        "tracking_url": "",
        "link": "https://shop.example/o/77",
    },
    created_at=NOON,
)


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    with smtp.running(tmp_path_factory.mktemp("smtp")) as post:
        yield post


@pytest.fixture
def server(post: Post) -> Iterator[MailServer]:
    yield MailServer(settings(post))
    post.taken.clear()
    post.answers.clear()
    post.said.clear()


def settings(post: Post, **changes: str) -> MailSettings:
    told = MailSettings(post.host, "pod@shop.example", str(post.port), post.tls, USER, PASSWORD, post.ca_file)
    return replace(told, **changes)


def test_a_mail_is_taken_over_tls_and_with_a_password(server, post):
    assert server.deliver(MESSAGE, "The Fox Shop").outcome is Outcome.TAKEN
    [taken] = post.taken
    assert taken.private
    assert (taken.sender, taken.recipients) == ("pod@shop.example", ("reader@home.example",))
    assert str(taken.mail["From"]) == "The Fox Shop <pod@shop.example>"
    assert taken.mail["Message-ID"] == f"<{MESSAGE.id}@shop.example>"
    assert taken.mail["Auto-Submitted"] == "auto-generated"


def test_it_says_the_same_as_plain_text_and_as_a_page_and_leaves_out_what_is_not_known(server, post):
    server.deliver(MESSAGE, "")
    mail = post.taken[0].mail
    plain, page = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for said in (plain, page):
        assert "Royal Mail" in said
        assert "RM1" in said
        assert "https://shop.example/o/77" in said
        assert "Follow it here" not in said, "there is no address to follow it at"
    assert "<" not in plain


def test_every_try_sends_the_very_same_bytes(server, post):
    for _ in range(2):
        server.deliver(MESSAGE, "The Fox Shop")
    first, second = post.taken
    assert first.raw == second.raw


def test_what_others_have_typed_begins_no_header_and_no_markup(server, post):
    odd = "shop-1\r\nBcc: everyone@home.example\r\n<script>"
    server.deliver(replace(MESSAGE, body={**MESSAGE.body, "order": odd}), "A “Fox”\u00e9, Ltd")
    [taken] = post.taken
    assert taken.recipients == ("reader@home.example",)
    assert taken.mail["Bcc"] is None
    assert "<script>" not in taken.mail.get_body(("html",)).get_content()
    assert taken.mail["From"].addresses[0].display_name == "A “Fox”é, Ltd"


def test_a_line_that_is_a_dot_does_not_end_the_mail(server, post):
    question = replace(MESSAGE, event=Event.QUESTION, body={"design": "fox", "question": "a\n.\nb", "link": ""})
    server.deliver(question, "")
    assert "a\n.\nb" in post.taken[0].mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("command", "answer", "outcome"),
    [
        ("RCPT", "550 no such mailbox", Outcome.REFUSED),
        ("RCPT", "451 grey, come again", Outcome.AGAIN),
        ("MAIL", "552 over quota", Outcome.REFUSED),
        ("DATA", "451 not now", Outcome.AGAIN),
        (".", "554 this looks like spam", Outcome.REFUSED),
        (".", "452 no room", Outcome.AGAIN),
        (".", "!", Outcome.AGAIN),
        (".", "+!", Outcome.AGAIN),
        ("RCPT", "!", Outcome.AGAIN),
        ("EHLO HELO", "421 too busy", Outcome.AGAIN),
        ("STARTTLS", "454 no TLS now", Outcome.AGAIN),
        ("AUTH", "535 wrong password", Outcome.AGAIN),
        ("QUIT", "!", Outcome.TAKEN),
    ],
)
def test_each_answer_is_told_from_the_others(server, post, command, answer, outcome):
    post.answers.update(dict.fromkeys(command.split(), answer))
    delivery = server.deliver(MESSAGE, "")
    assert delivery.outcome is outcome
    assert answer[:3] in delivery.words or "!" in answer
    assert PASSWORD not in delivery.words


def test_a_password_that_a_server_repeats_is_blotted_out(post, server):
    wrong = MailServer(settings(post, password="wrong-but-secret"))
    delivery = wrong.deliver(MESSAGE, "")
    assert delivery.outcome is Outcome.AGAIN, "somebody will mend the settings"
    assert "535" in delivery.words
    assert "wrong-but-secret" not in delivery.words


def test_without_tls_nothing_is_said(post, server, tmp_path):
    with smtp.running(tmp_path, tls="none") as open_post:
        told = replace(settings(post), port=str(open_post.port))
        assert MailServer(told).deliver(MESSAGE, "").outcome is Outcome.AGAIN
        assert [s for s in open_post.said if s.startswith(("AUTH", "MAIL"))] == []


def test_a_certificate_that_nobody_vouches_for_is_not_believed(post, server):
    delivery = MailServer(settings(post, ca_file="")).deliver(MESSAGE, "")
    assert delivery.outcome is Outcome.AGAIN
    assert "CERTIFICATE_VERIFY_FAILED" in delivery.words
    assert post.taken == []


@pytest.mark.parametrize("tls", ["tls", "none"])
def test_it_speaks_tls_from_the_first_byte_and_none_on_the_same_machine(tmp_path, tls):
    with smtp.running(tmp_path, tls=tls, with_auth=False) as other:
        sent = MailServer(settings(other, user="")).deliver(MESSAGE, "")
    assert sent.outcome is Outcome.TAKEN, sent.words
    assert [t.private for t in other.taken] == [tls == "tls"]


def test_what_is_no_address_is_refused_before_anything_is_sent(server, post):
    for address in ("", "nobody", "a@b@c", "a b@c.example", "a@c.example\r\nRCPT TO:<x@y.example>"):
        assert server.deliver(replace(MESSAGE, recipient=address), "").outcome is Outcome.REFUSED
    assert post.said == []


def test_an_address_with_letters_of_other_alphabets_is_sent_to(server, post):
    sent = server.deliver(replace(MESSAGE, recipient="zoë@post.example"), "")
    assert sent.outcome is Outcome.TAKEN, sent.words
    assert post.taken[0].recipients == ("zoë@post.example",)


def test_the_doctor_signs_in_and_sends_nothing(server, post):
    assert server.check() == ""
    assert post.taken == []
    assert not any(said.startswith("MAIL") for said in post.said)
    assert "535" in MailServer(settings(post, password="wrong")).check()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tls": "maybe"}, "mail_tls"),
        ({"port": "70000"}, "mail_port"),
        ({"port": "smtp"}, "mail_port"),
        ({"sender": "the shop"}, "mail_address"),
        ({"shop": "shop@"}, "mail_address"),
        ({"tls": "none", "host": "mail.example"}, "mail_not_private"),
    ],
)
def test_a_wrong_setting_is_named(post, changes, code):
    with pytest.raises(NotConfigured) as refused:
        MailServer(settings(post, **changes))
    assert refused.value.code == code


@pytest.mark.parametrize("route", [r for r in ROUTES if r.channel is Channel.MAIL], ids=lambda r: r.key)
def test_every_mail_there_is_can_be_written(route):
    places = (
        "design",
        "question",
        "order",
        "held_since",
        "reason",
        "carrier",
        "tracking_number",
        "partner",
        "days_left",
    )
    body = {
        **dict.fromkeys(places, "quite something"),
        "tracking_url": "https://t.example",
        "link": "https://p.example",
    }
    message = replace(MESSAGE, event=route.event, audience=route.audience, body=body)
    mail = Letters(templates_dir() / "mail", "pod@shop.example").written(message, "Shop")
    read = message_from_bytes(bytes(mail), policy=email.policy.default)
    assert read["Subject"]
    assert "https://p.example" in read.get_body(("plain",)).get_content()
    assert not any("{" in part.get_content() for part in read.iter_parts() if part.get_content_subtype() == "plain")
    assert read["Date"].datetime - NOON < timedelta(seconds=1)
