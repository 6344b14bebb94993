"""Messages out and stored answers: what makes a repeated request harmless."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """An outgoing message (mail, webhook, storefront update) written with the change that caused it."""

    id: str
    tenant_id: str
    topic: str
    subject: str
    body: dict[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An idempotent request's answer, to what arrived first `at` then. `status` 0 means it is still running, or was cut off."""

    request_sha256: str
    status: int
    body: str
    at: datetime
