"""Speaking with one configured service: every call ends in a verdict, and secrets stay out of words and logs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlsplit

import structlog

from pod.http.addresses import AddressRule, any_address, is_loopback
from pod.http.lifting import Lifter
from pod.http.wire import Failed, Timeouts, Wire
from pod.model.errors import NotConfigured

log = structlog.get_logger("pod.http")


class Verdict(StrEnum):
    """What became of a call. `UNAVAILABLE_BEFORE_SEND` is the only failure that surely changed nothing over there."""

    OK = "ok"
    REJECTED = "rejected"
    THROTTLED = "throttled"
    UNAVAILABLE_BEFORE_SEND = "unavailable_before_send"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reply:
    """`reason` is a sentence without secrets; `until` is when a throttled call may be made again, where they said so."""

    verdict: Verdict
    reason: str = ""
    status: int = 0
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    lifted: Lifter | None = None

    def header(self, name: str) -> str:
        """By its name in any case; "" where it was not sent."""
        return next((value for told, value in self.headers.items() if told.lower() == name.lower()), "")

    def json(self) -> Any:
        """`ValueError` when the body is not JSON: after a POST that is an unknown outcome, not a failure."""
        try:
            return json.loads(self.body)
        except RecursionError as e:
            raise ValueError("the answer is nested too deeply to be read") from e


Part = tuple[str, tuple[str | None, str | bytes] | tuple[str, bytes, str]]
"""A field's name with (None, value), or with (file name, bytes, media type)."""


class Client:
    """Speaks with one service. `secrets` are blotted out of everything this class says or logs.

    `token` is asked before every call for one that lapses, which goes out as `Authorization: Bearer`.

    `base_url` is https; plain http only on loopback, for test servers (`NotConfigured` otherwise). `clock` is asked when
    a throttled call may be made again.
    """

    def __init__(
        self,
        base_url: str,
        *,
        headers: Mapping[str, str] | None = None,
        secrets: Sequence[str] = (),
        token: Callable[[], str] | None = None,
        timeouts: Timeouts | None = None,
        max_bytes: int = 4_000_000,
        rule: AddressRule = any_address,
        ca_file: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._base = _base(base_url)
        self._headers = dict(headers or {})
        self._token = token
        self._secrets = frozenset(spelled for s in secrets for spelled in _spellings(s))
        self._wire = Wire(rule, timeouts or Timeouts(), max_bytes, (urlsplit(self._base).scheme,), ca_file)
        self._clock = clock

    def send(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        data: bytes | None = None,
        parts: Sequence[Part] | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        lift: bool = False,
    ) -> Reply:
        """One call, never repeated and never raising for what the network does.

        `parts` are sent as multipart/form-data. With `lift` the answer is JSON that may hold pictures as base64: they are
        decoded as they arrive (see `Lifter`).
        """
        started = time.monotonic()
        every = {**self._headers, **self._authorisation(), **(headers or {})}
        lifter = Lifter() if lift else None
        try:
            status, told, body = self._wire.exchange(
                method,
                self._base + path,
                sink=lifter.feed if lifter else None,
                json=json,
                data=data,
                files=parts,
                params=params,
                headers=every,
            )
            reply = self._judged(status, told, lifter.text() if lifter else body, lifter)
        except Failed as e:
            verdict = Verdict.UNKNOWN if e.sent else Verdict.UNAVAILABLE_BEFORE_SEND
            reply = Reply(verdict, self.redacted(f"{urlsplit(self._base).hostname}: {e}."))
        log.info(
            "http.sent",
            host=urlsplit(self._base).hostname,
            method=method,
            path=self.redacted(path.split("?")[0]),
            status=reply.status,
            verdict=reply.verdict.value,
            duration_ms=round((time.monotonic() - started) * 1000),
        )
        return reply

    def redacted(self, text: str) -> str:
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, "…")
        return text

    def _authorisation(self) -> dict[str, str]:
        if self._token is None:
            return {}
        token = self._token()
        self._secrets |= _spellings(token)
        return {"Authorization": f"Bearer {token}"}

    def _judged(self, status: int, headers: Mapping[str, str], body: bytes, lifted: Lifter | None) -> Reply:
        verdict = _verdict(status)
        words = body[:300].decode("utf-8", "replace").strip()
        reason = "" if verdict is Verdict.OK else self.redacted(f"{urlsplit(self._base).hostname}: {status} {words}")
        until = _until(headers, self._clock()) if verdict is Verdict.THROTTLED else None
        return Reply(verdict, reason, status, body, headers, until, lifted)


def _spellings(secret: str) -> frozenset[str]:
    return frozenset((secret, quote(secret, safe=""))) if secret else frozenset()


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
        until = now + timedelta(seconds=int(told)) if told.isdigit() else parsedate_to_datetime(told)
    except (ValueError, OverflowError):
        return None
    # a date with the zone -0000 is read as one without a zone
    return until if until.tzinfo else until.replace(tzinfo=UTC)
