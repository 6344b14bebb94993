"""One exchange under limits: connecting where a rule allows, and knowing from when on the other side may have acted.

Every exchange has its own connection: a kept one that the other side has closed would turn a call that never left into
an unknown outcome.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import requests
import structlog
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from pod.http.addresses import AddressRule

log = structlog.get_logger("pod.http")

CHUNK_BYTES = 1 << 16

Sink = Callable[[bytes], object]
"""Takes a body piece by piece, as it arrives."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """`read_s` bounds each silence, `total_s` the whole call from connecting to the last byte."""

    connect_s: float = 5.0
    read_s: float = 30.0
    total_s: float = 60.0


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
            self._must_be_in_time()
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
            # after the handle is there: whoever expires the call now can end it
            self._must_be_in_time()
        except OSError:
            fresh.close()
            raise
        return fresh

    def _must_be_in_time(self) -> None:
        """Looking a name up cannot be ended from outside: a call that has expired meanwhile goes no further."""
        if self.expired:
            raise TimeoutError

    def expire(self) -> None:
        """Ends the call from outside: a server that sends one byte per minute never runs into a read limit."""
        self.expired = True
        if self.handle is not None:
            try:
                self.handle.shutdown(socket.SHUT_RDWR)
            except OSError as e:
                log.debug("http.ended_by_itself", error=str(e))

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


class TooLarge(Exception):
    """The answer goes on past the cap."""


@dataclass(frozen=True, slots=True)
class Wire:
    """What `Client` and `Fetcher` share."""

    rule: AddressRule
    timeouts: Timeouts
    max_bytes: int
    schemes: Collection[str]
    ca_file: str

    def exchange(
        self, method: str, url: str, *, sink: Sink | None = None, **what: Any
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body; the body is empty when a `sink` took it. Raises `Failed`, which knows whether
        anything was sent."""
        call = _Call(self.rule, self.timeouts.connect_s)
        token = _CALL.set(call)
        watchdog = threading.Timer(self.timeouts.total_s, call.expire)
        watchdog.daemon = True
        watchdog.start()
        try:
            answer = self._exchange(method, url, sink, **what)
            if call.expired:  # without a length, a body that was cut off looks complete
                raise TimeoutError
            return answer
        except (requests.RequestException, OSError, TooLarge, ValueError) as e:
            raise Failed(self._words(call, e), call) from e
        finally:
            watchdog.cancel()
            call.close()
            _CALL.reset(token)

    def _exchange(self, method: str, url: str, sink: Sink | None, **what: Any) -> tuple[int, Mapping[str, str], bytes]:
        limits = (self.timeouts.connect_s, self.timeouts.read_s)
        with (
            _session(self.schemes, self.ca_file) as session,
            closing(session.request(method, url, stream=True, allow_redirects=False, timeout=limits, **what)) as got,
        ):
            return got.status_code, dict(got.headers), self._body(got, sink)

    def _body(self, got: requests.Response, sink: Sink | None) -> bytes:
        body, size = bytearray(), 0
        for chunk in got.iter_content(CHUNK_BYTES):
            size += len(chunk)
            if size > self.max_bytes:
                raise TooLarge
            (sink or body.extend)(chunk)
        return bytes(body)

    def _words(self, call: _Call, error: Exception) -> str:
        if call.refused and not call.sent:
            return call.refused
        if call.expired:
            return f"it took more than {self.timeouts.total_s:g} s"
        if isinstance(error, TooLarge):
            return f"the answer is larger than {self.max_bytes:,} bytes"
        innermost = _innermost(error)
        return f"{type(innermost).__name__}: {innermost}"


def _innermost(error: BaseException) -> BaseException:
    """What really happened. The outer layers repeat the whole address, and a signed one is a secret."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    return error


class Failed(Exception):
    """An exchange without an answer. `sent` is whether the other side may have acted on it."""

    def __init__(self, reason: str, call: _Call) -> None:
        super().__init__(reason)
        self.sent = call.sent
        self.refused = call.refused
