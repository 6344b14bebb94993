"""Downloading files whose addresses others name, such as a provider's results. A customer's address is never fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import requests
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from pod.http.addresses import AddressRule, is_public
from pod.http.wire import Failed, Sink, Timeouts, Wire
from pod.model.errors import InputRefused, Unavailable

_PLAIN = re.compile(r"[!-\[\]-~]*")
"""Printable ASCII without the backslash, which one reader takes for a slash and another for a letter of the host's name."""

_HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]")


@dataclass(frozen=True, slots=True)
class Measured:
    """What stood at an address, without keeping it."""

    status: int
    media_type: str
    bytes: int
    sha256: str


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
        self._wire = Wire(rule, timeouts or Timeouts(3.0, 10.0, 60.0), max_bytes, tuple(schemes), ca_file)

    def fetch(self, url: str) -> bytes:
        """The file. `InputRefused` where the address is not allowed, `Unavailable` where it did not come.

        The content type is ignored: our decoder decides what the bytes are.
        """
        status, _, body, where = self._exchanged(url, None)
        if status != requests.codes.ok:
            hint = "Redirects are not followed; ask for the file's own address."
            raise Unavailable("fetch_failed", f"{where} answered {status}, not 200.", hint, status=status)
        return body

    def measure(self, url: str) -> Measured:
        """What a stranger gets at this address. The same errors; a status other than 200 is one of the findings."""
        digest, size = hashlib.sha256(), 0

        def take(chunk: bytes) -> None:
            nonlocal size
            digest.update(chunk)
            size += len(chunk)

        status, headers, _, _ = self._exchanged(url, take)
        told = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
        return Measured(status, told.partition(";")[0].strip(), size, digest.hexdigest())

    def _exchanged(self, url: str, sink: Sink | None) -> tuple[int, Mapping[str, str], bytes, str]:
        where = self._allowed(url)
        try:
            return (*self._wire.exchange("GET", url, sink=sink), where)
        except Failed as e:
            if e.refused and not e.sent:
                raise _refused(where, str(e)) from e
            hint = "Ask for it again later."
            raise Unavailable("fetch_failed", f"The file at {where} did not arrive: {e}.", hint) from e

    def _allowed(self, url: str) -> str:
        """The host's name, for messages: the rest of an address may be a secret."""
        parts = _parts(url)
        host = parts.host or ""
        if parts.scheme not in self._wire.schemes:
            allowed = ", ".join(self._wire.schemes)
            raise _refused(host or "the address", f"its scheme is “{parts.scheme or ''}”, allowed: {allowed}")
        if parts.auth is not None:
            raise _refused(host, "it carries a user name or password")
        if not _HOST.fullmatch(host) or not self._listed(host):
            raise _refused(host or "the address", "its host is not on the list")
        return host

    def _listed(self, host: str) -> bool:
        if self._hosts is None:
            return True
        return any(host == h or (h.startswith(".") and host.endswith(h)) for h in self._hosts)


def _parts(url: str) -> Url:
    """Taken apart by the very reader that requests connects by: two readers could see two hosts."""
    if not _PLAIN.fullmatch(url):
        raise _refused("the address", "it holds characters that belong in no address")
    try:
        return parse_url(url)
    except (LocationParseError, ValueError) as e:
        raise _refused("the address", "it cannot be read") from e


def _refused(where: str, why: str) -> InputRefused:
    hint = "Only public https addresses of known hosts are fetched: upload the picture instead."
    return InputRefused("fetch_refused", f"{where} is not fetched: {why}.", hint)
