"""Callbacks of services that sign them. What does not match in constant time means nothing."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any


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


def _bytes(headers: Mapping[str, str], name: str) -> bytes:
    return headers.get(name, "").encode("utf-8", "replace")


def _key(secret: str) -> bytes:
    """``whsec_`` and base64."""
    try:
        return base64.b64decode(secret.removeprefix("whsec_"))
    except (binascii.Error, ValueError):
        return secret.encode()
