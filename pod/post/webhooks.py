"""Calls of the shop's own program, signed as Standard Webhooks says (standardwebhooks.com): for it there are verifying
libraries in most languages.

The signature covers the message's id, the time of this try and the raw body. Id and body are the same for every try.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from pod.http import Client, Reply, Timeouts, Verdict
from pod.model.errors import NotConfigured
from pod.model.message import Channel, Delivery, Message, Outcome
from pod.post.base import CarrierFactory

_PREFIX = "whsec_"
_MIN_SECRET_BYTES = 24


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    url: str = field(metadata={"help": "Where your own program is told of news, as messages.md says."})
    secret: str = field(
        metadata={
            "help": "Signs what is sent there: whsec_ and at least 24 bytes in base64; several, while one takes over"
            " from another, with a space between them.",
            "secret": True,
        }
    )


class ShopWebhook:
    """`clock` says the time of a try."""

    channel, shop = Channel.WEBHOOK, ""

    def __init__(self, settings: WebhookSettings, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._keys = [_key(text) for text in settings.secret.split()]
        parts = urlsplit(settings.url)
        self._path = settings.url.removeprefix(f"{parts.scheme}://{parts.netloc}")
        self._clock = clock
        self._client = Client(
            f"{parts.scheme}://{parts.netloc}",
            headers={"Content-Type": "application/json", "User-Agent": "Pod"},
            secrets=(self._path,) if len(self._path) > 1 else (),
            timeouts=Timeouts(5.0, 15.0, 20.0),
            max_bytes=100_000,
            clock=clock,
        )

    def deliver(self, message: Message, sender_name: str) -> Delivery:  # noqa: ARG002 - a program needs no sender's name
        body = body_of(message)
        at = str(int(self._clock().timestamp()))
        headers = {
            "webhook-id": message.id,
            "webhook-timestamp": at,
            "webhook-signature": self._signed(message.id, at, body),
        }
        return self._judged(self._client.send("POST", self._path, data=body, headers=headers))

    def check(self) -> str:
        """ "": nothing can be asked of it without telling it something."""
        return ""

    def _signed(self, message_id: str, at: str, body: bytes) -> str:
        signed = b".".join((message_id.encode(), at.encode(), body))
        return " ".join(f"v1,{base64.b64encode(hmac.digest(key, signed, 'sha256')).decode()}" for key in self._keys)

    def _judged(self, reply: Reply) -> Delivery:
        if reply.verdict is Verdict.OK:
            return Delivery(Outcome.TAKEN)
        waits = max(0.0, (reply.until - self._clock()).total_seconds()) if reply.until else 0.0
        # 410 is the convention for "do not tell me any more"; every other refusal may be a mistake that is mended soon
        outcome = Outcome.REFUSED if reply.status == 410 else Outcome.AGAIN
        return Delivery(outcome, reply.reason, waits)


def body_of(message: Message) -> bytes:
    """The same bytes for every try."""
    told = {"type": message.event.value, "timestamp": message.created_at.isoformat(), "data": message.body}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.removeprefix(_PREFIX), validate=True) if text.startswith(_PREFIX) else b""
    except binascii.Error:
        key = b""
    if len(key) < _MIN_SECRET_BYTES:
        raise NotConfigured(
            "webhook_secret",
            "POD_NEWS_SECRET is no secret for signing.",
            f"It is {_PREFIX} and at least {_MIN_SECRET_BYTES} bytes in base64. Make one: "
            f"python3 -c 'import base64, secrets; print(\"{_PREFIX}\" + base64.b64encode(secrets.token_bytes(32)).decode())'",
        )
    return key


CARRIER = CarrierFactory("news", WebhookSettings, ShopWebhook, "Signed news for the shop’s own program.")
