"""What is said to others and heard from them, and what carries it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.listing import Page
from pod.model.message import Channel, Delivery, Message, MessageChoices, MessageState


class Messages(Protocol):
    """Outbox and inbox. Nobody is told the same thing twice by the same way; an inbox event is unique by (source, event_id):
    a repeat changes nothing."""

    def add(self, message: Message, caller: Caller) -> bool:
        """False where this event has been told of its subject by this way already."""
        ...

    def get(self, tenant_id: str, message_id: str) -> Message: ...

    def move(self, message: Message, to: MessageState, caller: Caller, note: str = "", **changes: Any) -> Message:
        """Compare-and-set on state and attempts."""
        ...

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Message]: ...

    def erase(self, tenant_id: str, order_id: str) -> int:
        """Addresses of the order's messages, and what was said in them; those that wait are not sent. How many there were."""
        ...

    def choices(self, tenant_id: str) -> MessageChoices: ...

    def choose(self, choices: MessageChoices, caller: Caller) -> None: ...

    def receive(self, tenant_id: str, source: str, event_id: str, headers: dict[str, str], body: bytes) -> bool:
        """False when this event is already here."""
        ...

    def forget_received(self, before: datetime) -> int:
        """How many events were older and are forgotten."""
        ...


class Carrier(Protocol):
    """Brings a message to the other side. Never repeats by itself, and never raises for what the network does."""

    channel: Channel
    shop: str
    """The shop's own address on this channel; "" where it needs none, or has given none."""

    def deliver(self, message: Message, sender_name: str) -> Delivery: ...

    def check(self) -> str:
        """ "" where the other side would take something, or the sentence that says what is wrong. Sends nothing."""
        ...
