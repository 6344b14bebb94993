"""Accounts: operators sign in, programs bring keys, shoppers hold a link."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from pod.model.account import ApiKey, User
from pod.model.caller import DEFAULT_TENANT, Caller, Role, system_caller
from pod.model.errors import Conflict, InputRefused, NotConfigured, NotFound, NotSignedIn, PodError, Problems
from pod.model.listing import History
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_administer

SESSION_IDLE = timedelta(minutes=30)
SESSION_LONGEST = timedelta(hours=12)
_KEPT_AFTER = timedelta(minutes=1)
"""Uses of a session or a key are written down this often: every page and every call would wait for the disk otherwise."""

_MIN_PASSWORD = 12
_MAX_PASSWORD = 256
_LONGEST_NAME = 50
_USER_NAME = re.compile(rf"^[\w.@+-]{{1,{_LONGEST_NAME}}}\Z")
_FIRST_USER = "admin"
_KEY = re.compile(r"^pod_([0-9a-f]{8})_([0-9a-f]{64})$")


@dataclass(frozen=True, slots=True)
class People:
    """Who may do what here: accounts and keys, and what was changed about them."""

    users: Sequence[User]
    keys: Sequence[ApiKey]
    history: Sequence[History]


class Accounts:
    def __init__(self, tools: Toolbox, password_file: Path) -> None:
        self._tools = tools
        self._password_file = password_file
        self._hasher = PasswordHasher()
        # verified for names that do not exist, so that they take as long as those that do
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    # --- sessions

    def sign_in(self, name: str, password: str, origin: str = "") -> tuple[str, User]:
        """A session token, shown to the browser once and kept here as its hash only."""
        with self._tools.store.reading() as tx:
            user = tx.accounts.user(name)
        if not self._matches(user.password_hash if user else self._nobody, password) or user is None:
            raise NotSignedIn(
                "wrong_password",
                "That name and password do not go together.",
                "Try again, or ask an administrator for a new password.",
            )
        token, now = secrets.token_urlsafe(32), self._tools.clock.now()
        with self._tools.store.writing() as tx:
            tx.accounts.end_lapsed_sessions(now)
            tx.accounts.add_session(
                _sha256(token), user, _caller(user, origin), now + SESSION_LONGEST, now + SESSION_IDLE
            )
        return token, user

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    def caller_for_session(self, token: str, origin: str = "", *, watching: bool = False) -> Caller | None:
        """Who has signed in. Using a session keeps it; a page that is only `watching` lets it lapse."""
        now = self._tools.clock.now()
        with self._tools.store.reading() as tx:
            session = tx.accounts.session(_sha256(token), now)
        if session is None:
            return None
        if not watching and session.idle_until - now < SESSION_IDLE - _KEPT_AFTER:
            with self._tools.store.writing() as tx:
                tx.accounts.keep_session(_sha256(token), now + SESSION_IDLE)
        return _caller(session.user, origin)

    def sign_out(self, token: str) -> None:
        with self._tools.store.writing() as tx:
            tx.accounts.end_session(_sha256(token))

    # --- users

    def people(self, caller: Caller) -> People:
        must_administer(caller)
        with self._tools.store.reading() as tx:
            users, keys = tx.accounts.users(caller.tenant_id), tx.accounts.api_keys(caller.tenant_id)
            subjects = (*(f"user:{u.name}" for u in users), *(f"key:{k.id}" for k in keys))
            return People(users, keys, tx.designs.history(caller.tenant_id, *subjects))

    def add_user(self, caller: Caller, name: str, password: str, role: Role) -> User:
        must_administer(caller)
        problems = [*_wrong_name(name), *_wrong_password(password)]
        if problems:
            raise problems[0][1] if len(problems) == 1 else Problems("user", "Not added yet.", problems)
        user = User(name, caller.tenant_id, self._hasher.hash(password), role.value)
        with self._tools.store.writing() as tx:
            _must_be_new(tx, name)
            tx.accounts.add_user(user, caller)
        return user

    def refuse_name(self, name: str) -> None:
        """Says early, before a password is asked for, why this cannot be a new user's name."""
        for _, problem in _wrong_name(name):
            raise problem
        with self._tools.store.reading() as tx:
            _must_be_new(tx, name)

    def set_password(self, caller: Caller, name: str, password: str) -> None:
        """A new password for somebody; whoever is signed in as them has to sign in again."""
        must_administer(caller)
        self._change_password(caller, self.user(caller, name), password)

    def change_own_password(self, caller: Caller, current: str, password: str) -> None:
        """Everybody may change their own, knowing the one they have."""
        user = self.user(caller, caller.actor.removeprefix("user:"))
        if not self._matches(user.password_hash, current):
            raise InputRefused("wrong_password", "That is not your present password.", "Type it again.")
        self._change_password(caller, user, password)

    def _change_password(self, caller: Caller, user: User, password: str) -> None:
        for _, problem in _wrong_password(password):
            raise problem
        changed = self._hasher.hash(password)
        with self._tools.store.writing() as tx:
            tx.accounts.set_password(user, changed, caller)
            tx.accounts.end_sessions(user)
        if user.name == _FIRST_USER:
            # what the file says is wrong from now on
            self._password_file.unlink(missing_ok=True)

    def set_role(self, caller: Caller, name: str, role: Role) -> None:
        must_administer(caller)
        user = self.user(caller, name)
        with self._tools.store.writing() as tx:
            if role is not Role.ADMIN:
                _must_not_be_last_admin(tx, user)
            tx.accounts.set_role(user, role.value, caller)

    def remove_user(self, caller: Caller, name: str) -> None:
        must_administer(caller)
        user = self.user(caller, name)
        with self._tools.store.writing() as tx:
            _must_not_be_last_admin(tx, user)
            tx.accounts.remove_user(user, caller)

    def user(self, caller: Caller, name: str) -> User:
        with self._tools.store.reading() as tx:
            user = tx.accounts.user(name)
        if user is None or user.tenant_id != caller.tenant_id:
            raise NotFound("no_user", f"There is no user {name[:40]} here.", "See the list of people.")
        return user

    # --- keys

    def add_api_key(self, caller: Caller, name: str, role: Role) -> str:
        """The key in full, this once: only its hash is kept."""
        must_administer(caller)
        if not name.strip():
            raise InputRefused("no_key_name", "A key needs a name.", "Say what it is for: the shop, the press.")
        key_id, secret = secrets.token_hex(4), secrets.token_hex(32)
        with self._tools.store.writing() as tx:
            key = ApiKey(key_id, caller.tenant_id, _sha256(secret), role.value, name.strip()[:120])
            tx.accounts.add_api_key(key, caller)
        return f"pod_{key_id}_{secret}"

    def revoke_api_key(self, caller: Caller, key_id: str) -> None:
        must_administer(caller)
        with self._tools.store.writing() as tx:
            tx.accounts.revoke_api_key(caller.tenant_id, key_id, caller)

    def caller_for_key(self, text: str, origin: str = "") -> Caller | None:
        match = _KEY.match(text)
        if not match:
            return None
        with self._tools.store.reading() as tx:
            key = tx.accounts.api_key(match[1])
        if key is None or not hmac.compare_digest(key.secret_sha256, _sha256(match[2])):
            return None
        if key.last_used_at is None or self._tools.clock.now() - key.last_used_at > _KEPT_AFTER:
            with self._tools.store.writing() as tx:
                tx.accounts.use_api_key(key.id)
        return Caller(key.tenant_id, f"key:{key.id}", Role(key.role), origin)

    # --- the first start

    def ensure_first_admin(self) -> str | None:
        """On an empty installation makes the user ``admin``; the password is returned once and kept in a file of mode 600."""
        with self._tools.store.reading() as tx:
            if tx.accounts.users(DEFAULT_TENANT):
                return None
        password = secrets.token_urlsafe(15)
        # the file first: a password that is in force and nowhere written down would lock everyone out
        self._keep_password(password)
        self.add_user(system_caller(DEFAULT_TENANT, "first_start"), _FIRST_USER, password, Role.ADMIN)
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


def _caller(user: User, origin: str) -> Caller:
    return Caller(user.tenant_id, f"user:{user.name}", Role(user.role), origin)


def _must_not_be_last_admin(tx: Tx, user: User) -> None:
    admins = [u.name for u in tx.accounts.users(user.tenant_id) if u.role == Role.ADMIN.value]
    if admins == [user.name]:
        raise Conflict(
            "last_admin",
            f"{user.name} is the only administrator: nobody could let others in.",
            "Make somebody else an administrator first.",
        )


def _must_be_new(tx: Tx, name: str) -> None:
    if tx.accounts.user(name):
        raise InputRefused(
            "user_exists", f"There is a user {name} already.", "Choose another name, or set that user's password."
        )


def _wrong_name(name: str) -> Iterator[tuple[str, PodError]]:
    if not _USER_NAME.match(name):
        yield (
            "name",
            InputRefused(
                "user_name",
                f"“{name[:40]}” cannot be a user's name.",
                f"Use 1 to {_LONGEST_NAME} letters, digits and . @ + - _.",
            ),
        )


def _wrong_password(password: str) -> Iterator[tuple[str, PodError]]:
    if not _MIN_PASSWORD <= len(password) <= _MAX_PASSWORD:
        yield (
            "password",
            InputRefused(
                "weak_password",
                f"The password has {len(password)} characters.",
                f"Use {_MIN_PASSWORD} to {_MAX_PASSWORD}; a sentence is easy to remember.",
                measured=len(password),
                required=_MIN_PASSWORD,
            ),
        )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
