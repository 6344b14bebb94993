"""Messages out and stored answers: what makes a repeated request harmless."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pod.model.states import table


class Event(StrEnum):
    """What somebody is told of."""

    PROOF_READY = "proof_ready"
    QUESTION = "question"
    HOLD_REMINDER = "hold_reminder"
    SHIPPED = "shipped"
    REFUSED = "refused"
    ADDRESS_ASKED = "address_asked"
    ADDRESS_CHANGED = "address_changed"
    ADDRESS_REFUSED = "address_refused"
    ADDRESS_UNANSWERED = "address_unanswered"
    CANCEL_ASKED = "cancel_asked"
    CANCEL_REFUSED = "cancel_refused"
    CANCELLED = "cancelled"
    CLAIM_REPORTED = "claim_reported"
    CLAIM_CLOSING = "claim_closing"
    CLAIM_SETTLED = "claim_settled"


class Channel(StrEnum):
    MAIL = "mail"
    WEBHOOK = "webhook"


class Audience(StrEnum):
    CUSTOMER = "customer"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class Route:
    """One way by which one of two is told."""

    event: Event
    channel: Channel
    audience: Audience

    @property
    def key(self) -> str:
        return f"{self.event}:{self.channel}:{self.audience}"


_MAIL_TO_CUSTOMER = (Channel.MAIL, Audience.CUSTOMER)
_MAIL_TO_SHOP = (Channel.MAIL, Audience.SHOP)
_WEBHOOK = (Channel.WEBHOOK, Audience.SHOP)

_TOLD = {
    Event.PROOF_READY: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.QUESTION: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.HOLD_REMINDER: (_MAIL_TO_SHOP, _WEBHOOK),
    Event.SHIPPED: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.REFUSED: (_MAIL_TO_SHOP, _WEBHOOK),
    Event.ADDRESS_ASKED: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.ADDRESS_CHANGED: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.ADDRESS_REFUSED: (_MAIL_TO_CUSTOMER, _MAIL_TO_SHOP, _WEBHOOK),
    Event.ADDRESS_UNANSWERED: (_MAIL_TO_SHOP, _WEBHOOK),
    Event.CANCEL_ASKED: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.CANCEL_REFUSED: (_MAIL_TO_CUSTOMER, _MAIL_TO_SHOP, _WEBHOOK),
    Event.CANCELLED: (_MAIL_TO_CUSTOMER, _WEBHOOK),
    Event.CLAIM_REPORTED: (_MAIL_TO_SHOP, _WEBHOOK),
    Event.CLAIM_CLOSING: (_MAIL_TO_SHOP, _WEBHOOK),
    Event.CLAIM_SETTLED: (_MAIL_TO_CUSTOMER, _WEBHOOK),
}
ROUTES = tuple(Route(event, *way) for event, ways in _TOLD.items() for way in ways)
"""Who is told of what, and how."""


class MessageState(StrEnum):
    """`SENDING` is written before the message leaves: whoever finds it there sends it again, under the same name."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    DROPPED = "dropped"


_M = MessageState
MESSAGE_MOVES = table(
    {
        _M.WAITING: (_M.SENDING, _M.DEAD, _M.DROPPED),
        _M.SENDING: (_M.SENDING, _M.SENT, _M.WAITING, _M.DEAD, _M.DROPPED),
        # by hand only
        _M.SENT: (_M.WAITING, _M.DROPPED),
        _M.DEAD: (_M.WAITING, _M.DROPPED),
        _M.DROPPED: (),
    }
)


@dataclass(frozen=True, slots=True)
class Message:
    """`body` is what is said, by its names; `recipient` a mail address, or "" for the shop's own program.

    `order_id` is the order whose customer it speaks of, by which their data is found and erased.
    """

    id: str
    tenant_id: str
    event: Event
    subject: str
    channel: Channel
    audience: Audience
    recipient: str
    body: dict[str, str]
    created_at: datetime
    order_id: str = ""
    state: MessageState = MessageState.WAITING
    attempts: int = 0
    sent_at: datetime | None = None
    last_error: str = ""

    @property
    def route(self) -> Route:
        return Route(self.event, self.channel, self.audience)


class Outcome(StrEnum):
    """`AGAIN` also where nobody can say whether it arrived: its name tells the other side that it is the same one."""

    TAKEN = "taken"
    AGAIN = "again"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one try; `words` are the other side's, without secrets."""

    outcome: Outcome
    words: str = ""
    after_s: float = 0.0


@dataclass(frozen=True, slots=True)
class MessageChoices:
    """What a tenant has decided: the name that mails come from, and the keys of the routes that it does not want."""

    sender_name: str = ""
    off: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An idempotent request's answer, to what arrived first `at` then. `status` 0 means it is still running, or was cut off."""

    request_sha256: str
    status: int
    body: str
    at: datetime
