"""Callbacks of services that sign them. What does not match in constant time means nothing."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from pod.http import Client
from pod.model.errors import Unavailable
from pod.providers.answers import found, read_json, text_at

_KEYS_KEPT = timedelta(hours=24)
_KEYS_ASKED_FOR_EVERY = timedelta(minutes=1)
"""At the most: what is forged must not make us ask for them without end."""


def standard_webhook(headers: Mapping[str, str], body: bytes, secret: str) -> Any:
    """The JSON of a delivery that is signed as Standard Webhooks says (standardwebhooks.com), else None.

    The time that is signed along is not held against anything: a delivery repeated a day later is still only a hint.
    """
    told = {name.lower(): value for name, value in headers.items()}
    signed = b".".join((_bytes(told, "webhook-id"), _bytes(told, "webhook-timestamp"), body))
    mine = base64.b64encode(hmac.new(_key(secret), signed, hashlib.sha256).digest())
    theirs = (word.partition(",")[2] for word in told.get("webhook-signature", "").split() if word.startswith("v1,"))
    if not secret or not any(hmac.compare_digest(mine, t.encode("utf-8", "replace")) for t in theirs):
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


class PublishedKeys:
    """The Ed25519 keys that a service publishes as a key set (RFC 7517, RFC 8037), and may exchange at any time.

    They are fetched when the first callback comes, kept for a day, and fetched anew where a signature fits none of them.
    `Unavailable` where they cannot be had: the service is to send again what could not be checked.
    """

    def __init__(self, client: Client, path: str, now: Callable[[], datetime]) -> None:
        self._client, self._path, self._now = client, path, now
        self._keys: tuple[Ed25519PublicKey, ...] = ()
        self._fetched_at: datetime | None = None
        self._asked_at: datetime | None = None
        self._lock = threading.Lock()

    def signed(self, message: bytes, signature: bytes) -> bool:
        with self._lock:
            if self._older_than(self._fetched_at, _KEYS_KEPT) and not self._fetch():
                raise Unavailable(
                    "callback_keys_away",
                    "The keys that this callback is signed with cannot be fetched now.",
                    "Send it again in a minute.",
                )
            return self._fits(message, signature) or (self._fetch() and self._fits(message, signature))

    def _fits(self, message: bytes, signature: bytes) -> bool:
        return any(_verifies(key, message, signature) for key in self._keys)

    def _fetch(self) -> bool:
        if not self._older_than(self._asked_at, _KEYS_ASKED_FOR_EVERY):
            return False
        self._asked_at = self._now()
        reply = self._client.send("GET", self._path)
        keys = tuple(_published(read_json(reply))) if 200 <= reply.status < 300 else ()
        if keys:
            self._keys, self._fetched_at = keys, self._now()
        return bool(keys)

    def _older_than(self, then: datetime | None, age: timedelta) -> bool:
        return then is None or self._now() - then > age


def _published(answer: Any) -> Iterator[Ed25519PublicKey]:
    """Those of a key set that are of our kind; the others are left out."""
    listed = found(answer, "keys")
    for row in listed if isinstance(listed, list) else ():
        if (text_at(row, "kty"), text_at(row, "crv")) == ("OKP", "Ed25519"):
            try:
                yield Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(text_at(row, "x") + "=="))
            except ValueError:
                continue


def _verifies(key: Ed25519PublicKey, message: bytes, signature: bytes) -> bool:
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _bytes(headers: Mapping[str, str], name: str) -> bytes:
    return headers.get(name, "").encode("utf-8", "replace")


def _key(secret: str) -> bytes:
    """``whsec_`` and base64."""
    try:
        return base64.b64decode(secret.removeprefix("whsec_"))
    except (binascii.Error, ValueError):
        return secret.encode()
