"""What an answer of a partner's service means for an order: one table for all of them.

Only a call that surely never arrived, or was turned away at the door, is `NotSent`. Whatever may have been acted on is
`Unknown`, and is looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fulfillment.base import NotReady, NotSent, Rejected, Unknown
from pod.http import Reply, Verdict

AT_THE_DOOR = {
    401: "Its key is not accepted: check the setting, then this goes on by itself.",
    403: "Its key may not do this: check the rights that it was given, then this goes on by itself.",
}
"""Nothing was looked at, so nothing was ordered. The order is not at fault: it waits until the key is right."""

_PAYMENT = 402
_PAYMENT_RETRY_S = 60.0
_KEY_RETRY_S = 600.0
_AWAY_RETRY_S = 30.0
_THROTTLED_S = 60.0
"""Where a partner says no time of its own: Printful shuts the door for a minute."""

Words = Callable[[Reply], str]
"""The partner's own sentence about what it refuses."""


def not_created(reply: Reply, words: Words, settle_s: float, now: datetime) -> Rejected | NotSent | Unknown:
    """What an order that was not taken comes to."""
    if reply.verdict is Verdict.REJECTED and reply.status not in AT_THE_DOOR:
        return Rejected(words(reply), {"status": reply.status})
    if reply.verdict is Verdict.UNKNOWN:
        return Unknown(reply.reason, settle_s)
    return NotSent(_why(reply), retry_after_s(reply, now), busy=reply.verdict is Verdict.THROTTLED)


def not_confirmed(reply: Reply, words: Words, settle_s: float, now: datetime) -> Rejected | NotReady | Unknown:
    """The same for the second step: what never left is asked for again, and so is what waits for money over there. The
    order is there, and is on hold or not."""
    if reply.status == _PAYMENT:
        return NotReady(words(reply), _PAYMENT_RETRY_S)
    verdict = not_created(reply, words, settle_s, now)
    if isinstance(verdict, NotSent):
        return NotReady(verdict.reason, verdict.retry_after_s, verdict.busy)
    return verdict


def not_cancelled(reply: Reply, words: Words, settle_s: float, now: datetime) -> Rejected | Unknown:
    """The same for a cancel, which is carried out again until somebody has said yes or no."""
    verdict = not_created(reply, words, settle_s, now)
    if isinstance(verdict, NotSent):
        return Unknown(verdict.reason, verdict.retry_after_s, verdict.busy)
    return verdict


def _why(reply: Reply) -> str:
    return " ".join(filter(None, (reply.reason, AT_THE_DOOR.get(reply.status, ""))))


def retry_after_s(reply: Reply, now: datetime) -> float:
    if reply.verdict is Verdict.THROTTLED:
        return max(1.0, (reply.until - now).total_seconds()) if reply.until else _THROTTLED_S
    return _KEY_RETRY_S if reply.status in AT_THE_DOOR else _AWAY_RETRY_S
