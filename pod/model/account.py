"""Who may do what: users, API keys; and what a customer brings: uploads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pod.model.artwork import FileRef


@dataclass(frozen=True, slots=True)
class User:
    name: str
    tenant_id: str
    password_hash: str
    role: str


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that has signed in; it lapses at `idle_until` unless it is used before."""

    user: User
    idle_until: datetime


@dataclass(frozen=True, slots=True)
class ApiKey:
    """`secret_sha256` is all that is kept of the key; a fast hash is right for 256 random bits."""

    id: str
    tenant_id: str
    secret_sha256: str
    role: str
    name: str
    made_by: str = ""
    created_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A customer's own picture, re-encoded by us; the file they sent is not kept."""

    id: str
    tenant_id: str
    file: FileRef
    width_px: int
    height_px: int
    name: str
    created_at: datetime
