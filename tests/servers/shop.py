"""What the test servers of shops are made of: orders that change there, faults on command, and messages that are signed.

A server is written from the shop's published contract, not from our adapter. What the documents leave open is decided the
harder way round for the caller, and said so where it stands.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from tests.servers.partner import EFFECTS, NOON, Clock, Faults
from tests.servers.serving import Call, HttpServer, Refused, Reply

ADDRESS: Mapping[str, str] = {
    "first_name": "Ada",
    "last_name": "Reader",
    "company": "",
    "address1": "1 Long Street",
    "address2": "",
    "city": "London",
    "state": "",
    "postcode": "N1 1AA",
    "country": "GB",
    "phone": "",
}


@dataclass(frozen=True, slots=True)
class Bought:
    """A line of an order: `properties` are what its product page has added."""

    sku: str
    quantity: int = 1
    properties: tuple[tuple[str, str], ...] = ()
    location: str = "the workshop"


@dataclass(frozen=True, slots=True)
class Message:
    """A webhook in the very bytes in which it is sent."""

    headers: Mapping[str, str]
    body: bytes


class ShopServer(HttpServer):
    """A subclass says who may call and what it answers; `read` and `write` are what a fault can strike."""

    PAGES: ClassVar[tuple[str, ...]]
    """The vendor's own, by which the server was written."""

    OWN_FAULTS: ClassVar[Mapping[str, Reply]] = {}
    """Refusals before anything is done, in the shop's own words."""

    def __init__(self, secret: str) -> None:
        super().__init__()
        self.secret = secret
        self.clock = Clock(NOON)
        self.faults = Faults((f"{v}: {n}" for v in ("read", "write") for n in (*EFFECTS, *self.OWN_FAULTS)), "write")
        self.orders: dict[int, dict[str, Any]] = {}
        self._numbers = 0
        self._later: list[tuple[int, str]] = []

    def respond(self, call: Call) -> Reply:
        with self._lock:
            self.calls.append(call)
            try:
                self.check_auth(call)
                self._come_due(call)
                return self._struck(call, self.faults.due(self.verb(call)))
            except Refused as e:
                return e.reply

    def strike_later(self, fault: str, after: int) -> None:
        """`fault` strikes when so many calls of its verb have gone by."""
        self._later.append((after, fault))

    def _come_due(self, call: Call) -> None:
        verb = self.verb(call)
        mine = [(left, fault) for left, fault in self._later if fault.startswith(f"{verb}: ")]
        for left, fault in mine:
            self._later.remove((left, fault))
            if left:
                self._later.append((left - 1, fault))
            else:
                self.faults.append(fault)

    def _struck(self, call: Call, fault: str) -> Reply:
        if fault in self.OWN_FAULTS:
            return self.OWN_FAULTS[fault]
        if fault not in EFFECTS:
            return self.answer(call)
        done, reply = EFFECTS[fault]
        if done == "now":
            self.answer(call)
        return reply

    def check_auth(self, call: Call) -> None:
        """`Refused` for a stranger."""
        raise NotImplementedError

    def verb(self, call: Call) -> str:
        raise NotImplementedError

    def answer(self, call: Call) -> Reply:
        raise NotImplementedError

    def next_number(self) -> int:
        self._numbers += 1
        return self._numbers

    def stamp(self) -> str:
        return self.clock.now.isoformat().replace("+00:00", "Z")


def signature(raw: bytes, secret: str) -> str:
    return base64.b64encode(hmac.new(secret.encode(), raw, hashlib.sha256).digest()).decode()
