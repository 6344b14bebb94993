"""Who asks, what they bring, and what was answered and said to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from pod.model.account import ApiKey, Session, Upload, User
from pod.model.caller import Caller
from pod.model.message import StoredAnswer


class Idempotency(Protocol):
    """`scope` is the caller: a key is its own."""

    def answer(self, tenant_id: str, scope: str, key: str) -> StoredAnswer | None: ...

    def begin(self, tenant_id: str, scope: str, key: str, request_sha256: str) -> StoredAnswer | None:
        """None: this is the first arrival, and it is recorded in the caller's transaction."""
        ...

    def finish(self, tenant_id: str, scope: str, key: str, status: int, body: str) -> None: ...

    def forget(self, tenant_id: str, scope: str, key: str) -> None:
        """What was refused before anything was done is not kept: the same key may come again with a better request."""
        ...

    def forget_before(self, moment: datetime) -> int: ...


class Accounts(Protocol):
    """Every change of a user or a key is a history row of ``user:<name>`` or ``key:<id>``."""

    def add_user(self, user: User, caller: Caller) -> None: ...

    def user(self, name: str) -> User | None: ...

    def users(self, tenant_id: str) -> Sequence[User]: ...

    def set_password(self, user: User, password_hash: str, caller: Caller) -> None: ...

    def set_role(self, user: User, role: str, caller: Caller) -> None:
        """Compare-and-set on the role that `user` has."""
        ...

    def remove_user(self, user: User, caller: Caller) -> None:
        """The account and its sessions; its name stays in the history."""
        ...

    def add_session(
        self, session_id_sha256: str, user: User, caller: Caller, expires_at: datetime, idle_until: datetime
    ) -> None: ...

    def session(self, session_id_sha256: str, now: datetime) -> Session | None:
        """None when it is gone, has been idle too long or is too old."""
        ...

    def keep_session(self, session_id_sha256: str, idle_until: datetime) -> None: ...

    def end_session(self, session_id_sha256: str) -> None: ...

    def end_sessions(self, user: User) -> None: ...

    def end_lapsed_sessions(self, now: datetime) -> int: ...

    def add_api_key(self, key: ApiKey, caller: Caller) -> None: ...

    def api_key(self, key_id: str) -> ApiKey | None:
        """None for one that has been revoked."""
        ...

    def api_keys(self, tenant_id: str) -> Sequence[ApiKey]:
        """Newest first, the revoked ones too."""
        ...

    def use_api_key(self, key_id: str) -> None: ...

    def revoke_api_key(self, tenant_id: str, key_id: str, caller: Caller) -> None: ...


class Uploads(Protocol):
    def add(self, upload: Upload) -> None: ...

    def get(self, tenant_id: str, upload_id: str) -> Upload: ...
