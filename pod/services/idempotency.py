"""Our own `Idempotency-Key`: the same key with the same request is the same work, done once and answered alike.

A key belongs to whoever sends it. With another request it is refused (422), and while the first one is still at work it is
refused for the moment (409). What was refused before anything was done is not kept.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pod.model.caller import Caller
from pod.model.errors import InputRefused
from pod.model.message import StoredAnswer
from pod.services.ports import Tx

MAX_KEY_CHARS = 255
KEPT_DAYS = 7


def begin(tx: Tx, caller: Caller, scope: str, key: str, request: Any) -> StoredAnswer | None:
    """What is stored for this key; None on its first arrival, which is recorded in the caller's transaction."""
    if len(key) > MAX_KEY_CHARS:
        raise InputRefused(
            "idempotency_key",
            f"The Idempotency-Key has {len(key)} characters; {MAX_KEY_CHARS} are allowed.",
            "Use a UUID.",
            measured=len(key),
            required=MAX_KEY_CHARS,
        )
    sha256 = hashlib.sha256(json.dumps(request, sort_keys=True, default=str).encode()).hexdigest()
    stored = tx.idempotency.begin(caller.tenant_id, _owned(scope, caller), key, sha256)
    if stored and stored.request_sha256 != sha256:
        raise InputRefused(
            "idempotency_mismatch",
            "This Idempotency-Key was used for another request.",
            "Use a new key for a new request.",
        )
    return stored


def finish(tx: Tx, caller: Caller, scope: str, key: str, status: int, body: str) -> None:
    tx.idempotency.finish(caller.tenant_id, _owned(scope, caller), key, status, body)


def forget(tx: Tx, caller: Caller, scope: str, key: str) -> None:
    tx.idempotency.forget(caller.tenant_id, _owned(scope, caller), key)


def _owned(scope: str, caller: Caller) -> str:
    return f"{scope}:{caller.actor}"[:128]
