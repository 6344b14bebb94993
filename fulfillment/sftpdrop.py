"""One session with an SFTP server, speaking of the hot folder: what fails here has delivered nothing by itself."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import posixpath
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import paramiko

from fulfillment.files import CHUNK_BYTES, Checked
from pod.model.errors import NotConfigured

R = TypeVar("R")

_CONNECT_S = 10.0
_SILENCE_S = 60.0


class Away(Exception):
    """The server could not be reached, or did not do what it was asked."""


class Missing(Away):
    """It has no such file or folder."""


class Forbidden(Away):
    """It lets us not do this."""


@dataclass(frozen=True, slots=True)
class Login:
    """Where to, as whom, and by which key the server is known."""

    host: str
    port: int
    user: str
    password: str
    key: paramiko.PKey | None
    host_key: paramiko.PKey

    @staticmethod
    def of(host: str, port: str, user: str, password: str, key: str, host_key: str) -> Login:
        if not port.isdecimal() or not 0 < int(port) < 65536:
            raise NotConfigured("setting_wrong", f"POD_SFTP_PORT cannot be “{port}”.", "Use a number from 1 to 65535.")
        if not password and not key:
            hint = "Set POD_SFTP_PASSWORD or POD_SFTP_KEY, or their …_FILE."
            raise NotConfigured("setting_missing", "Neither a password nor a key is set.", hint)
        return Login(host, int(port), user, password, _private(key) if key else None, _public(host_key))


def _private(text: str) -> paramiko.PKey:
    for kind in (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey):
        try:
            return kind.from_private_key(io.StringIO(text))
        except (paramiko.SSHException, ValueError):
            continue
    raise NotConfigured("setting_wrong", "POD_SFTP_KEY is no private key.", "Give an OpenSSH key without a passphrase.")


def _public(text: str) -> paramiko.PKey:
    """From a line of `ssh-keyscan`: (host) type base64."""
    words = text.split()
    try:
        kind, data = words[-2:]
        return paramiko.PKey.from_type_string(kind, base64.b64decode(data, validate=True))
    except (ValueError, binascii.Error, paramiko.SSHException) as e:
        hint = "Write its type and base64, as ssh-keyscan prints them: ssh-ed25519 AAAA…"
        raise NotConfigured("setting_wrong", "POD_SFTP_HOST_KEY is no public key.", hint) from e


@contextmanager
def opened(login: Login, folder: str, back: str) -> Iterator[Drop]:
    """A session, closed at the end. `Away` for all that keeps it from being opened."""
    try:
        wire = socket.create_connection((login.host, login.port), _CONNECT_S)
        transport = paramiko.Transport(wire)
    except (OSError, paramiko.SSHException) as e:
        raise Away(f"{login.host} cannot be reached: {e}") from e
    try:
        yield Drop(_started(transport, login), folder, back)
    finally:
        transport.close()


def _started(transport: paramiko.Transport, login: Login) -> paramiko.SFTPClient:
    transport.banner_timeout = transport.auth_timeout = _CONNECT_S
    try:
        transport.connect(login.host_key, login.user, login.password or None, login.key)
        client = paramiko.SFTPClient.from_transport(transport)
    except (OSError, EOFError, paramiko.SSHException) as e:
        raise Away(f"{login.host} did not let us in: {e}") from e
    if client is None:
        raise Away(f"{login.host} opened no SFTP session")
    channel = client.get_channel()
    if channel:
        channel.settimeout(_SILENCE_S)
    return client


class Drop:
    """The hot folder. Names are relative to it; `back` names what is where the printer answers."""

    def __init__(self, client: paramiko.SFTPClient, folder: str, back: str) -> None:
        self._client = client
        self._folder = folder
        self._back = back

    def back(self, *names: str) -> str:
        return posixpath.join(self._back, *names)

    def exists(self, name: str) -> bool:
        try:
            self._asked(self._client.stat, name)
        except Missing:
            return False
        return True

    def names(self, folder: str) -> list[str]:
        """What is in a folder below; nothing where there is none."""
        try:
            return sorted(self._asked(self._client.listdir, folder))
        except Missing:
            if not folder:
                raise
            return []

    def read(self, name: str) -> bytes:
        def whole(path: str) -> bytes:
            with self._client.open(path, "rb") as file:
                return bytes(file.read())

        return self._asked(whole, name)

    def read_json(self, name: str) -> dict[str, Any]:
        try:
            told = json.loads(self.read(name))
        except ValueError as e:
            raise Away(f"{name} cannot be read: {e}") from e
        return told if isinstance(told, dict) else {}

    def upload(self, source: Path, name: str) -> None:
        self._asked(lambda path: self._client.put(str(source), path, confirm=False), name)

    def put(self, name: str, data: bytes) -> None:
        self._asked(lambda path: self._client.putfo(io.BytesIO(data), path, confirm=False), name)

    def put_beside(self, name: str, data: bytes) -> None:
        """Whole or not at all; what is there under this name is ours, and is replaced."""
        folder, _, last = name.rpartition("/")
        beside = posixpath.join(folder, f".{last}.new")
        self.put(beside, data)
        self._asked(lambda path: self._client.posix_rename(path, self._at(name)), beside)

    def must_be(self, name: str, sum_: Checked) -> None:
        """`Away` where what arrived is not what was sent."""
        if not self.is_same(name, sum_):
            raise Away(f"{name} did not arrive whole")

    def is_same(self, name: str, sum_: Checked) -> bool:
        """By its bytes, read back; by its length, where the server lets nobody read."""
        if self._asked(self._client.stat, name).st_size != sum_.bytes:
            return False
        try:
            return self._asked(self._sha256, name) == sum_.sha256
        except Forbidden:
            return True

    def _sha256(self, path: str) -> str:
        digest = hashlib.sha256()
        with self._client.open(path, "rb") as file:
            file.prefetch()
            while chunk := file.read(CHUNK_BYTES):
                digest.update(chunk)
        return digest.hexdigest()

    def rename(self, name: str, to: str) -> None:
        """The protocol's own rename, which replaces nothing."""
        self._asked(lambda path: self._client.rename(path, self._at(to)), name)

    def remove(self, name: str) -> None:
        self._asked(self._client.remove, name)

    def make_folder(self, name: str) -> None:
        if not self.exists(name):
            self._asked(self._client.mkdir, name)

    def _at(self, name: str) -> str:
        return posixpath.join(self._folder, name)

    def _asked(self, ask: Callable[[str], R], name: str) -> R:
        try:
            return ask(self._at(name))
        except FileNotFoundError as e:
            raise Missing(f"{self._at(name)} is not there") from e
        except PermissionError as e:
            raise Forbidden(f"{self._at(name)} is not ours to touch") from e
        except (OSError, EOFError, paramiko.SSHException) as e:
            raise Away(f"{name or self._folder}: {e or type(e).__name__}") from e
