"""Requests that come again under the same ``Idempotency-Key``: answered again, and done once.

A key is its caller's: another caller's same key is another key. It stands for one request; under another it is refused.
While the first arrival is at work the second is told to wait. What was refused or failed leaves nothing behind, so that
the same key may come again with a better request. The contract is that of Stripe's API and of the IETF's draft
"The Idempotency-Key HTTP Header Field".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pod.model.caller import Caller, Role
from pod.model.errors import Conflict, InputRefused
from pod.model.message import StoredAnswer
from pod.services.ports import Store, Tx

MAX_KEY_CHARS = 255
KEPT_DAYS = 7

MIN_SHOPPER_KEY_CHARS = 16
"""Shoppers have no name. What tells one from another is the key alone, and the answer holds the link to a design."""

CUT_OFF_AFTER = timedelta(minutes=2)
"""Longer than any request may take: an arrival without an answer has ended with its process, and its key is free again."""

_COME_BACK_S = 2
_ACCEPTED = 202


@dataclass(frozen=True, slots=True)
class Request:
    """A request that may come again: `key` as the caller chose it, `asked` as everything that it asks for."""

    caller: Caller
    key: str
    asked: Any

    def sha256(self) -> str:
        return hashlib.sha256(json.dumps(self.asked, sort_keys=True, default=str).encode()).hexdigest()


def made_before(store: Store, request: Request) -> str:
    """What an earlier arrival has made, or "". For those who would do much work before they `begin`."""
    if not request.key:
        return ""
    _must_be_usable(request)
    with store.reading() as tx:
        earlier = tx.idempotency.answer(*_place(request))
    if earlier is None:
        return ""
    _must_be_the_same(request, earlier)
    return earlier.body


def begin(tx: Tx, request: Request, now: datetime) -> StoredAnswer | None:
    """The answer that was given before; None for a first arrival, which from now on is at work, and where there is no key."""
    if not request.key:
        return None
    _must_be_usable(request)
    earlier = _arrived(tx, request)
    if earlier and not earlier.status and earlier.at < now - CUT_OFF_AFTER:
        forget(tx, request)
        earlier = _arrived(tx, request)
    if earlier is None:
        return None
    _must_be_the_same(request, earlier)
    if not earlier.status:
        raise Conflict(
            "in_progress",
            "The first request with this Idempotency-Key is still at work.",
            "Send it again in a moment: the answer will be there.",
            retry_after_s=_COME_BACK_S,
        )
    return earlier


def begun_once(store: Store, request: Request, now: datetime, name: str, add: Callable[[Tx], int]) -> tuple[str, int]:
    """Work that is `add`ed under `name`, and its job, to be kicked; or what an earlier arrival has begun, and no job."""
    with store.writing() as tx:
        if there := begin(tx, request, now):
            return there.body, 0
        job_id = add(tx)
        finish(tx, request, _ACCEPTED, name)
    return name, job_id


def finish(tx: Tx, request: Request, status: int, body: str) -> None:
    """`body` is kept for a week and must hold nothing personal."""
    if request.key:
        tx.idempotency.finish(*_place(request), status, body)


def forget(tx: Tx, request: Request) -> None:
    tx.idempotency.forget(*_place(request))


def _arrived(tx: Tx, request: Request) -> StoredAnswer | None:
    return tx.idempotency.begin(*_place(request), request.sha256())


def _place(request: Request) -> tuple[str, str, str]:
    return request.caller.tenant_id, request.caller.actor, request.key


def _must_be_the_same(request: Request, earlier: StoredAnswer) -> None:
    if earlier.request_sha256 != request.sha256():
        raise InputRefused(
            "idempotency_mismatch",
            "This Idempotency-Key was used for another request.",
            "Use a new key for a new request.",
        )


def _must_be_usable(request: Request) -> None:
    least = MIN_SHOPPER_KEY_CHARS if request.caller.role is Role.SHOPPER else 1
    if not least <= len(request.key) <= MAX_KEY_CHARS:
        raise InputRefused(
            "idempotency_key",
            f"The Idempotency-Key has {len(request.key)} characters; {least} to {MAX_KEY_CHARS} are allowed.",
            "Use a UUID.",
            measured=len(request.key),
            required=f"{least}–{MAX_KEY_CHARS}",
        )
