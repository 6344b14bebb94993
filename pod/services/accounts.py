"""Accounts: operators sign in, programs bring keys, shoppers hold a link."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from datetime import timedelta
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from pod.model.account import ApiKey, User
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import InputRefused, NotConfigured, NotFound, NotSignedIn
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

SESSION_IDLE = timedelta(minutes=30)
SESSION_LONGEST = timedelta(hours=12)
_MIN_PASSWORD = 12
_KEY = re.compile(r"^pod_([0-9a-f]{8})_([0-9a-f]{64})$")


class Accounts:
    def __init__(self, tools: Toolbox, password_file: Path) -> None:
        self._tools = tools
        self._password_file = password_file
        self._hasher = PasswordHasher()
        # verified for names that do not exist, so that they take as long as those that do
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def sign_in(self, name: str, password: str) -> tuple[str, User]:
        """A session token, shown to the browser once and kept here as its hash only."""
        with self._tools.store.reading() as tx:
            user = tx.accounts.user(name)
        if not self._matches(user.password_hash if user else self._nobody, password) or user is None:
            raise NotSignedIn(
                "wrong_password",
                "That name and password do not go together.",
                "Try again, or ask an administrator for a new password.",
            )
        token = secrets.token_urlsafe(32)
        with self._tools.store.writing() as tx:
            tx.accounts.add_session(_sha256(token), user.name, self._tools.clock.now() + SESSION_LONGEST)
        return token, user

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    def caller_for_session(self, token: str) -> Caller | None:
        now = self._tools.clock.now()
        with self._tools.store.writing() as tx:
            user = tx.accounts.session_user(_sha256(token), now, now + SESSION_IDLE)
        return Caller(user.tenant_id, f"user:{user.name}", Role(user.role)) if user else None

    def sign_out(self, token: str) -> None:
        with self._tools.store.writing() as tx:
            tx.accounts.end_session(_sha256(token))

    def add_user(self, name: str, password: str, role: Role, tenant_id: str = DEFAULT_TENANT) -> User:
        _refuse_weak(password)
        user = User(name, tenant_id, self._hasher.hash(password), role.value)
        with self._tools.store.writing() as tx:
            _refuse_name(tx, name)
            tx.accounts.add_user(user)
        return user

    def refuse_name(self, name: str) -> None:
        """Says early, before a password is asked for, why this cannot be a new user's name."""
        with self._tools.store.reading() as tx:
            _refuse_name(tx, name)

    def user(self, name: str) -> User:
        with self._tools.store.reading() as tx:
            return _known(tx, name)

    def set_password(self, name: str, password: str) -> None:
        """A new password; every session made with the old one ends."""
        _refuse_weak(password)
        hashed = self._hasher.hash(password)
        with self._tools.store.writing() as tx:
            _known(tx, name)
            tx.accounts.set_password(name, hashed)
            tx.accounts.end_sessions(name)

    def add_api_key(self, name: str, role: Role, tenant_id: str = DEFAULT_TENANT) -> str:
        """The key in full, this once: only its hash is kept."""
        key_id, secret = secrets.token_hex(4), secrets.token_hex(32)
        with self._tools.store.writing() as tx:
            tx.accounts.add_api_key(ApiKey(key_id, tenant_id, _sha256(secret), role.value, name[:120]))
        return f"pod_{key_id}_{secret}"

    def caller_for_key(self, text: str) -> Caller | None:
        match = _KEY.match(text)
        if not match:
            return None
        with self._tools.store.reading() as tx:
            key = tx.accounts.api_key(match[1])
        if key is None or not hmac.compare_digest(key.secret_sha256, _sha256(match[2])):
            return None
        return Caller(key.tenant_id, f"key:{key.id}", Role(key.role))

    def ensure_first_admin(self) -> str | None:
        """On an empty installation makes the user ``admin``; the password is returned once and kept in a file of mode 600."""
        with self._tools.store.reading() as tx:
            if tx.accounts.users(DEFAULT_TENANT):
                return None
        password = secrets.token_urlsafe(15)
        # the file first: a password that is in force and nowhere written down would lock everyone out
        self._keep_password(password)
        self.add_user("admin", password, Role.ADMIN)
        return password

    def _keep_password(self, password: str) -> None:
        try:
            handle = os.open(self._password_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(password + "\n")
        except OSError as e:
            raise NotConfigured(
                "data_dir_not_writable",
                f"{self._password_file} cannot be written: {e.strerror}.",
                "Set POD_DATA_DIR to a folder that this user may write.",
            ) from e


def _refuse_weak(password: str) -> None:
    if len(password) < _MIN_PASSWORD:
        raise InputRefused(
            "weak_password",
            f"The password has {len(password)} characters.",
            f"Use at least {_MIN_PASSWORD}.",
            measured=len(password),
            required=_MIN_PASSWORD,
        )


def _refuse_name(tx: Tx, name: str) -> None:
    if not re.fullmatch(r"[\w.@+-]{1,128}", name):
        raise InputRefused("user_name", f"“{name[:40]}” cannot be a user's name.", "Use letters, digits and . @ + -.")
    if tx.accounts.user(name):
        raise InputRefused(
            "user_exists",
            f"There is a user {name} already.",
            "Choose another name; `pod user password` resets a password.",
        )


def _known(tx: Tx, name: str) -> User:
    user = tx.accounts.user(name)
    if user is None:
        raise NotFound("no_user", f"There is no user “{name[:40]}”.", "See `pod user list`.")
    return user


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
