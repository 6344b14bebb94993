"""Outgoing HTTP: one requests wrapper with time limits, guarded addresses, redaction and verdicts.

`Client` speaks with one configured service (a provider, a partner) and answers every call with a `Reply` whose verdict
says whether it may be repeated. `Fetcher` downloads a file whose address somebody else named.

Neither repeats anything, follows redirects, or reads proxies and passwords from the environment. Every call has its own
connection: a kept one that the other side has closed would turn a call that never left into an unknown outcome.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from pod.model.errors import InputRefused, NotConfigured, Unavailable

log = logging.getLogger(__name__)

CHUNK_BYTES = 1 << 16

AddressRule = Callable[[str], bool]
"""Whether a connection to this IP address, as the resolver gave it, may be made."""


class Verdict(StrEnum):
    """What became of a call. `UNAVAILABLE_BEFORE_SEND` is the only failure that surely changed nothing over there."""

    OK = "ok"
    REJECTED = "rejected"
    THROTTLED = "throttled"
    UNAVAILABLE_BEFORE_SEND = "unavailable_before_send"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """`read_s` bounds each silence, `total_s` the whole call from connecting to the last byte."""

    connect_s: float = 5.0
    read_s: float = 30.0
    total_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """`reason` is a sentence without secrets; `until` is when a throttled call may be made again, where they said so."""

    verdict: Verdict
    reason: str = ""
    status: int = 0
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None

    def json(self) -> Any:
        """`ValueError` when the body is not JSON: after a POST that is an unknown outcome, not a failure."""
        return json.loads(self.body)


# Addresses

_NEVER = tuple(
    ipaddress.ip_network(n)
    for n in (
        "64:ff9b::/96",  # NAT64: leads to any IPv4 address, the cloud's metadata service too (RFC 6052)
        "64:ff9b:1::/48",  # NAT64, local use (RFC 8215)
        "2002::/16",  # 6to4: the same by another way (RFC 3056)
        "::/96",  # IPv4-compatible, deprecated (RFC 4291, 2.5.5.1)
        "fec0::/10",  # site-local, deprecated (RFC 3879)
        "192.88.99.0/24",  # 6to4 relays, deprecated (RFC 7526)
    )
)
"""Networks that `ipaddress` of Python 3.11 calls global and that can lead inside."""


def is_public(address: str) -> bool:
    """The rule for addresses that strangers name: the public internet only."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    never = any(ip.version == network.version and ip in network for network in _NEVER)
    return ip.is_global and not ip.is_multicast and not never


def any_address(address: str) -> bool:  # noqa: ARG001 - a rule takes the address
    """The rule for addresses that the operator has configured."""
    return True


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


# One call


@dataclass(slots=True)
class _Call:
    """A call under way: what it may reach, and how far it got."""

    rule: AddressRule
    connect_s: float
    sent: bool = False
    expired: bool = False
    refused: str = ""
    handle: socket.socket | None = None
    """A second handle on the connection's socket, to end it from another thread."""

    def connected(self, host: str, port: int) -> socket.socket:
        """A socket to the first address of `host` that the rule allows, which is the very address it has looked at.

        A second look-up, between check and use, could be answered otherwise (DNS rebinding).
        """
        failure: OSError | None = None
        for family, kind, protocol, _, target in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
            if not self.rule(str(target[0])):
                self.refused = f"{host} leads to {target[0]}, which must not be reached"
                continue
            try:
                return self._opened(socket.socket(family, kind, protocol), target)
            except OSError as e:
                failure = e
        raise failure or OSError(self.refused or f"{host} has no address")

    def _opened(self, fresh: socket.socket, target: Any) -> socket.socket:
        try:
            fresh.settimeout(self.connect_s)
            fresh.connect(target)
            fresh.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.handle = fresh.dup()
        except OSError:
            fresh.close()
            raise
        return fresh

    def expire(self) -> None:
        """Ends the call from outside: a server that sends one byte per minute never runs into a read limit."""
        self.expired = True
        if self.handle is not None:
            try:
                self.handle.shutdown(socket.SHUT_RDWR)
            except OSError as e:
                log.debug("the call had ended by itself: %s", e)

    def close(self) -> None:
        if self.handle is not None:
            self.handle.close()


_CALL: ContextVar[_Call] = ContextVar("pod_http_call")


class _Watched(HTTPConnection):
    """Connects where the call allows, and notes the moment from which the other side may have acted."""

    def _new_conn(self) -> socket.socket:
        return _CALL.get().connected(self._dns_host, self.port or self.default_port)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        _CALL.get().sent = True
        super().send(data)


class _WatchedTls(_Watched, HTTPSConnection):
    """The same over TLS; the certificate is still checked against the host's name."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}


def _session(schemes: Collection[str], ca_file: str) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = ca_file or True
    session.adapters.clear()
    for scheme in schemes:
        session.mount(f"{scheme}://", _Adapter(max_retries=0))
    return session


class _TooLarge(Exception):
    """The answer goes on past the cap."""


@dataclass(frozen=True, slots=True)
class _Wire:
    """What `Client` and `Fetcher` share: one exchange under limits."""

    rule: AddressRule
    timeouts: Timeouts
    max_bytes: int
    schemes: Collection[str]
    ca_file: str

    def exchange(self, method: str, url: str, **what: Any) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body. Raises `_Failed`, which knows whether anything was sent."""
        call = _Call(self.rule, self.timeouts.connect_s)
        token = _CALL.set(call)
        watchdog = threading.Timer(self.timeouts.total_s, call.expire)
        watchdog.daemon = True
        watchdog.start()
        try:
            answer = self._exchange(method, url, **what)
            if call.expired:  # without a length, a body that was cut off looks complete
                raise TimeoutError
            return answer
        except (requests.RequestException, OSError, _TooLarge, ValueError) as e:
            raise _Failed(self._words(call, e), call) from e
        finally:
            watchdog.cancel()
            call.close()
            _CALL.reset(token)

    def _exchange(self, method: str, url: str, **what: Any) -> tuple[int, Mapping[str, str], bytes]:
        limits = (self.timeouts.connect_s, self.timeouts.read_s)
        with (
            _session(self.schemes, self.ca_file) as session,
            closing(session.request(method, url, stream=True, allow_redirects=False, timeout=limits, **what)) as got,
        ):
            return got.status_code, dict(got.headers), self._body(got)

    def _body(self, got: requests.Response) -> bytes:
        body = bytearray()
        for chunk in got.iter_content(CHUNK_BYTES):
            body += chunk
            if len(body) > self.max_bytes:
                raise _TooLarge
        return bytes(body)

    def _words(self, call: _Call, error: Exception) -> str:
        if call.refused and not call.sent:
            return call.refused
        if call.expired:
            return f"it took more than {self.timeouts.total_s:g} s"
        if isinstance(error, _TooLarge):
            return f"the answer is larger than {self.max_bytes:,} bytes"
        innermost = _innermost(error)
        return f"{type(innermost).__name__}: {innermost}"


def _innermost(error: BaseException) -> BaseException:
    """What really happened. The outer layers repeat the whole address, and a signed one is a secret."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    return error


class _Failed(Exception):
    """An exchange without an answer. `sent` is whether the other side may have acted on it."""

    def __init__(self, reason: str, call: _Call) -> None:
        super().__init__(reason)
        self.sent = call.sent
        self.refused = call.refused


# The two that are used


class Client:
    """Speaks with one service. `secrets` are blotted out of everything this class says or logs.

    `base_url` is https; plain http only on loopback, for test servers (`NotConfigured` otherwise). `clock` is asked when
    a throttled call may be made again.
    """

    def __init__(
        self,
        base_url: str,
        *,
        headers: Mapping[str, str] | None = None,
        secrets: Sequence[str] = (),
        timeouts: Timeouts | None = None,
        max_bytes: int = 4_000_000,
        rule: AddressRule = any_address,
        ca_file: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._base = _base(base_url)
        self._headers = dict(headers or {})
        spellings = {spelled for s in secrets if s for spelled in (s, quote(s, safe=""))}
        self._secrets = tuple(sorted(spellings, key=len, reverse=True))
        self._wire = _Wire(rule, timeouts or Timeouts(), max_bytes, (urlsplit(self._base).scheme,), ca_file)
        self._clock = clock

    def send(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        data: bytes | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """One call, never repeated and never raising for what the network does."""
        started = time.monotonic()
        every = {**self._headers, **(headers or {})}
        try:
            status, told, body = self._wire.exchange(
                method, self._base + path, json=json, data=data, params=params, headers=every
            )
            reply = self._judged(status, told, body)
        except _Failed as e:
            verdict = Verdict.UNKNOWN if e.sent else Verdict.UNAVAILABLE_BEFORE_SEND
            reply = Reply(verdict, self.redacted(f"{urlsplit(self._base).hostname}: {e}."))
        facts = (method, self.redacted(path.split("?")[0]), reply.status, reply.verdict.value)
        log.info("%s %s: %s, %s, %.2f s", *facts, time.monotonic() - started)
        return reply

    def redacted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "…")
        return text

    def _judged(self, status: int, headers: Mapping[str, str], body: bytes) -> Reply:
        verdict = _verdict(status)
        words = body[:300].decode("utf-8", "replace").strip()
        reason = "" if verdict is Verdict.OK else self.redacted(f"{urlsplit(self._base).hostname}: {status} {words}")
        until = _until(headers, self._clock()) if verdict is Verdict.THROTTLED else None
        return Reply(verdict, reason, status, body, headers, until)


class Fetcher:
    """Downloads files whose addresses others name, such as a provider's results.

    `hosts` is the list of host names allowed; one with a leading dot stands for all names under it, and None for all there
    are. `rule` decides on the address at the socket: it is an argument and never a setting.
    """

    def __init__(
        self,
        hosts: Collection[str] | None,
        *,
        rule: AddressRule = is_public,
        schemes: Collection[str] = ("https",),
        timeouts: Timeouts | None = None,
        max_bytes: int = 60_000_000,
        ca_file: str = "",
    ) -> None:
        self._hosts = hosts
        self._wire = _Wire(rule, timeouts or Timeouts(3.0, 10.0, 60.0), max_bytes, tuple(schemes), ca_file)

    def fetch(self, url: str) -> bytes:
        """The file. `InputRefused` where the address is not allowed, `Unavailable` where it did not come.

        The content type is ignored: our decoder decides what the bytes are.
        """
        where = self._allowed(url)
        try:
            status, _, body = self._wire.exchange("GET", url)
        except _Failed as e:
            if e.refused and not e.sent:
                raise _refused(where, str(e)) from e
            hint = "Ask for it again later."
            raise Unavailable("fetch_failed", f"The file at {where} did not arrive: {e}.", hint) from e
        if status != requests.codes.ok:
            hint = "Redirects are not followed; ask for the file's own address."
            raise Unavailable("fetch_failed", f"{where} answered {status}, not 200.", hint, status=status)
        return body

    def _allowed(self, url: str) -> str:
        """The host's name, for messages: the rest of an address may be a secret."""
        try:
            parts = urlsplit(url)
            host, user = parts.hostname or "", parts.username or parts.password
            _ = parts.port  # raises for a port that is none
        except ValueError as e:
            raise _refused("the address", f"it cannot be read ({e})") from e
        if parts.scheme not in self._wire.schemes:
            allowed = ", ".join(self._wire.schemes)
            raise _refused(host or "the address", f"its scheme is “{parts.scheme}”, allowed: {allowed}")
        if user is not None:
            raise _refused(host, "it carries a user name or password")
        if not host or not self._listed(host):
            raise _refused(host or "the address", "its host is not on the list")
        return host

    def _listed(self, host: str) -> bool:
        if self._hosts is None:
            return True
        return any(host == h or (h.startswith(".") and host.endswith(h)) for h in self._hosts)


def _refused(where: str, why: str) -> InputRefused:
    hint = "Only public https addresses of known hosts are fetched: upload the picture instead."
    return InputRefused("fetch_refused", f"{where} is not fetched: {why}.", hint)


def _base(url: str) -> str:
    parts = urlsplit(url)
    plain_but_local = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if not parts.hostname or not (parts.scheme == "https" or plain_but_local) or parts.username or parts.password:
        raise NotConfigured(
            "base_url",
            f"{parts.scheme}://{parts.hostname or '…'} is no address for a service.",
            "Give an https address without user name; http only on 127.0.0.1.",
        )
    return url.rstrip("/")


def _verdict(status: int) -> Verdict:
    """A server's error after a request left is unknown: it may have acted before it failed."""
    if 200 <= status < 300:
        return Verdict.OK
    special = {429: Verdict.THROTTLED, 408: Verdict.UNKNOWN}
    return special.get(status, Verdict.UNKNOWN if status >= 500 else Verdict.REJECTED)


def _until(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """From Retry-After, in seconds or as a date (RFC 9110, 10.2.3)."""
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "").strip()
    try:
        return now + timedelta(seconds=int(told)) if told.isdigit() else parsedate_to_datetime(told)
    except (ValueError, OverflowError):
        return None
