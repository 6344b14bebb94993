"""News for the shop's own program: signed as Standard Webhooks says, and what each answer of the program means."""

from __future__ import annotations

import base64
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from pod.model.errors import NotConfigured
from pod.model.message import Audience, Channel, Outcome
from pod.post.webhooks import ShopWebhook, WebhookSettings
from tests.post.test_mail import MESSAGE

SECRET = "whsec_" + base64.b64encode(b"the shop's own secret, 32 bytes.").decode()
OLDER = "whsec_" + base64.b64encode(b"the secret before this one......").decode()
AT = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)
NEWS = replace(MESSAGE, channel=Channel.WEBHOOK, audience=Audience.SHOP, recipient="")


class Program(ThreadingHTTPServer):
    """What a shop would write: it keeps what it was told, and answers what the test says."""

    answer: tuple[int, dict[str, str]] = (204, {})

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Heard)
        self.heard: list[tuple[dict[str, str], bytes, str]] = []


class Heard(BaseHTTPRequestHandler):
    server: Program

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append(({k.lower(): v for k, v in self.headers.items()}, body, self.path))
        status, headers = self.server.answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Not on the screen."""


@pytest.fixture
def program() -> Iterator[Program]:
    with Program() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def webhook(program: Program, secret: str = SECRET, path: str = "/hear?key=shop") -> ShopWebhook:
    return ShopWebhook(WebhookSettings(f"http://127.0.0.1:{program.server_port}{path}", secret), lambda: AT)


def genuine(headers: dict[str, str], body: bytes, secret: str) -> bool:
    """Written from the standard's text, as a receiver would."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    wanted = "v1," + base64.b64encode(hmac.new(key, signed, "sha256").digest()).decode()
    return wanted in headers["webhook-signature"].split(" ")


def test_news_are_signed_over_id_time_and_raw_body(program):
    assert webhook(program).deliver(NEWS, "").outcome is Outcome.TAKEN
    [(headers, body, path)] = program.heard
    assert path == "/hear?key=shop"
    assert genuine(headers, body, SECRET)
    assert not genuine(headers, body + b" ", SECRET)
    assert not genuine(headers, body, OLDER)
    assert headers["webhook-id"] == NEWS.id
    assert headers["webhook-timestamp"] == str(int(AT.timestamp()))
    told = json.loads(body)
    assert told["type"] == "shipped"
    assert told["data"]["tracking_number"] == "RM1"


def test_the_standards_own_example_is_signed_as_it_says(program):
    """The example of the specification's reference libraries."""
    carrier = webhook(program, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = carrier._signed("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}')
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_every_try_has_the_same_id_and_the_same_body(program):
    for _ in range(2):
        webhook(program).deliver(NEWS, "")
    (first, body, _), (second, again, _) = program.heard
    assert (first["webhook-id"], body) == (second["webhook-id"], again)


def test_while_a_secret_is_changed_both_are_signed_with(program):
    webhook(program, f"{SECRET} {OLDER}").deliver(NEWS, "")
    [(headers, body, _)] = program.heard
    assert genuine(headers, body, SECRET)
    assert genuine(headers, body, OLDER)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(200, Outcome.TAKEN), (302, Outcome.AGAIN), (400, Outcome.AGAIN), (404, Outcome.AGAIN), (410, Outcome.REFUSED)],
)
def test_each_answer_has_its_meaning(program, status, outcome):
    program.answer = (status, {"Location": "http://127.0.0.1:1/"})
    assert webhook(program).deliver(NEWS, "").outcome is outcome


def test_a_program_that_is_busy_is_told_again_when_it_says(program):
    program.answer = (429, {"Retry-After": "90"})
    delivery = webhook(program).deliver(NEWS, "")
    assert (delivery.outcome, delivery.after_s) == (Outcome.AGAIN, 90.0)


def test_a_program_that_is_away_is_told_again(program):
    away = ShopWebhook(WebhookSettings("http://127.0.0.1:9/hear", SECRET), lambda: AT)
    assert away.deliver(NEWS, "").outcome is Outcome.AGAIN


@pytest.mark.parametrize("secret", ["secret", "whsec_", "whsec_!!", "whsec_c2hvcnQ=", f"{SECRET} short"])
def test_a_secret_that_protects_nothing_is_refused(secret):
    with pytest.raises(NotConfigured):
        ShopWebhook(WebhookSettings("https://shop.example/hear", secret))


def test_news_go_over_https_or_stay_on_the_machine():
    with pytest.raises(NotConfigured):
        ShopWebhook(WebhookSettings("http://shop.example/hear", SECRET))
