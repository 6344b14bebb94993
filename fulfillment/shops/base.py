"""The shop port: what was bought, read from where it was bought, and told back when it is on its way.

A shop's message is a hint that is checked for its signature and never believed in what it says about money where the shop can
be asked: the order is read again before anything is made of it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

from pod.http import Reply, Verdict
from pod.model.errors import PartnerFailed
from pod.model.shoporder import ShopNews, ShopOrder, ShopParcel

DESIGN_PROPERTIES = ("_design_id", "design_id", "_pod_design")
"""The names under which a line says what it is printed with. A leading underscore hides it from the buyer at checkout."""

WORDS_PROPERTIES = ("_words", "words", "lettering", "personalisation", "personalization", "custom text", "your name")
"""The names under which a line says what its buyer wants to be read on it."""

_MOST_WORDS = 1000
"""Far more than is ever set: what is longer is refused where it is read, and not shortened here."""

_DESIGN = re.compile(r"[0-9a-f]{32}(\.[1-9][0-9]{0,3})?")


class Shop(Protocol):
    name: str
    rereads: bool
    """Whether an order can be read from the shop itself. Where it cannot, the signed message is all there is."""

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[ShopNews] | None:
        """The news of a genuine message, none for one that says nothing to us; None when its signature is wrong."""
        ...

    def order(self, order_id: str) -> ShopOrder | None:
        """As it stands there now; None where the shop has no such order. `PartnerFailed` when it could not be asked."""
        ...

    def changed_since(self, moment: datetime) -> Iterable[ShopOrder]:
        """Every order changed since then, oldest change first. `PartnerFailed` when it could not be asked."""
        ...

    def ship(self, order_id: str, parcel: ShopParcel) -> str:
        """Tells the shop of a parcel, once: what it has already under this tracking number is only named.

        The shop's own id of it; "" where the shop takes no such news. `PartnerFailed` when it is not certain that it has it.
        """
        ...

    def check_key(self) -> str:
        """ "" when the shop knows us, or a sentence why not; nothing is changed there."""
        ...


class Keep(Protocol):
    """Where an adapter keeps a secret that changes: encrypted, one for each shop, the same for all processes."""

    def kept(self, shop: str) -> str: ...

    def keep(self, shop: str, secret: str) -> None: ...


@dataclass
class InMemory:
    """Keeps it as long as the process lives."""

    secrets: dict[str, str] = field(default_factory=dict)

    def kept(self, shop: str) -> str:
        return self.secrets.get(shop, "")

    def keep(self, shop: str, secret: str) -> None:
        self.secrets[shop] = secret


@dataclass(frozen=True, slots=True)
class ShopFactory:
    """What a shop's module ends in: ``SHOP = ShopFactory("shopify", ShopifySettings, Shopify)``."""

    name: str
    settings: type
    build: Any
    summary: str = ""
    called_back: bool = True
    """Whether the shop sends messages; one that does not is only polled."""


def design_in(properties: Iterable[tuple[str, Any]]) -> str:
    """What a line's properties say it is printed with; buyers can write there, so what cannot be an id is nothing."""
    told = {str(name).strip().lower(): value for name, value in properties}
    values = (str(told[name]).strip().lower() for name in DESIGN_PROPERTIES if told.get(name))
    return next((v for v in values if _DESIGN.fullmatch(v)), "")


def words_in(properties: Iterable[tuple[str, Any]]) -> str:
    """What a line's properties say is to be read on it; "" where they say nothing. A value that is no text is nothing."""
    told = {str(name).strip().lower(): value for name, value in properties if isinstance(value, str)}
    return next((told[name].strip()[:_MOST_WORDS] for name in WORDS_PROPERTIES if told.get(name, "").strip()), "")


def signed(raw: bytes, told: str, secrets: Sequence[str]) -> bool:
    """Whether `told` is base64 of HMAC-SHA256 over the raw body under one of the secrets: two are good while one is changed.

    Without a secret nothing is genuine.
    """
    given = told.strip().encode("utf-8", "replace")
    made = [base64.b64encode(hmac.new(s.encode(), raw, hashlib.sha256).digest()) for s in secrets if s]
    # every one is compared, so that the time says nothing about which
    return sum(hmac.compare_digest(one, given) for one in made) > 0


def header(headers: Mapping[str, str], name: str) -> str:
    return next((value for told, value in headers.items() if told.lower() == name.lower()), "")


def read(reply: Reply, shop: str) -> Any:
    """The JSON of an answer to a question; `PartnerFailed` for everything else, with its words."""
    if reply.verdict is Verdict.OK:
        try:
            return reply.json()
        except ValueError:
            raise PartnerFailed(
                "shop_unreadable", f"{shop} answered with something that is not JSON.", _LATER
            ) from None
    if reply.status in (401, 403):
        raise PartnerFailed("shop_key", f"{shop} does not accept our key: {reply.reason}", "Renew it in the settings.")
    wait_s = max(0.0, (reply.until - datetime.now(UTC)).total_seconds()) if reply.until else 0.0
    words = f"{shop} could not be asked: {reply.reason}"
    raise PartnerFailed("shop_unreachable", words, _LATER, retry_after_s=round(wait_s))


def retry_after_s(e: PartnerFailed) -> float:
    """How long the shop wants to be left alone."""
    return float(e.details.get("retry_after_s", 0.0))


_LATER = "It is asked again by itself."


Row = Mapping[str, Any]
Version = tuple[str, datetime]
"""An order's id, and when it was changed as it was read."""


def turned(
    since: datetime, size: int, page: Callable[[datetime, int], Sequence[Row]], version: Callable[[Row], Version]
) -> Iterator[Row]:
    """Every row of a listing that is sorted by its change, once, over all pages.

    What changes while pages are turned leaves its place, and all behind it move up: so a page is not counted from the first
    one, but from the moment of the last row that was read.
    """
    number, seen = 1, set[Version]()
    while True:
        found = page(since, number)
        fresh = [row for row in found if version(row) not in seen]
        yield from fresh
        if len(found) < size:
            return
        seen.update(map(version, fresh))
        last = version(found[-1])[1]
        since, number = (last, 1) if last > since else (since, number + 1)


def dicts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Those members of a list that are objects: what a stranger sent may be anything."""
    return (v for v in value if isinstance(v, Mapping)) if isinstance(value, list) else iter(())


def mapping(value: Any) -> Row:
    """What is no object is an empty one."""
    return value if isinstance(value, Mapping) else {}


def inside(found: Any, name: str) -> Row:
    """The object of that name in an object."""
    return mapping(mapping(found).get(name))


def body_of(reply: Reply) -> Row:
    """What an answer says, a refusal too; an empty object where it says nothing that can be read."""
    try:
        return mapping(reply.json())
    except ValueError:
        return {}


def text(value: Any) -> str:
    """Ids are numbers beyond what a float keeps, or text: they are kept as text."""
    return "" if value is None or isinstance(value, (dict, list, bool)) else str(value).strip()


def whole(value: Any) -> int:
    """A quantity; 0 for what is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
