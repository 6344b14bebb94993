"""The port by which a design is put on sale in a shop.

`publish` may be cut off anywhere and is asked again until it has answered: so each thing that it makes there is looked for before
it is made, and noted when it is there.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

from pod.model.errors import PartnerFailed
from pod.model.publication import Listing, ListingLimits, ListingPicture

PRODUCT = "product"
"""The piece under which the shop's id of the product itself is noted."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What an adapter is given besides the listing: what it has noted before, and where pictures come from.

    `note` keeps a piece of this very listing, by the shop's own id of it: a sku, a picture's SHA-256, or `PRODUCT`.
    """

    known: Mapping[str, str]
    note: Callable[[Mapping[str, str]], None]
    data: Callable[[ListingPicture], bytes]
    address: Callable[[ListingPicture], str]
    """Where the shop may fetch the picture by itself, for weeks."""


@dataclass(frozen=True, slots=True)
class Published:
    """`troubles` are those skus that the shop did not take, with its words."""

    known_as: str
    troubles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A listing as its shop has it. It was changed last at `changed_at`, by us or on the shop's own pages."""

    known_as: str
    changed_at: datetime


class Lists(Protocol):
    """A shop in which designs are put on sale."""

    limits: ListingLimits

    def look(self, handle: str, known_as: str) -> OnShelf | None:
        """Changes nothing. None means surely absent; a look-up that failed raises `PartnerFailed`."""
        ...

    def publish(self, listing: Listing, hand: Hand) -> Published:
        """`ListingRefused` when nothing of it is taken; any other `PartnerFailed` may be asked again."""
        ...

    def withdraw(self, handle: str, known_as: str) -> None:
        """Off sale, and kept: published again, it is the same product. What is not there is off sale."""
        ...


class ListingRefused(PartnerFailed):
    """The shop has looked at it and says no, for single skus where it names them: asking again changes nothing."""

    def __init__(self, message: str, troubles: Mapping[str, str] | None = None) -> None:
        hint = "Change what is named, or mend it in the shop, and publish it again."
        super().__init__("listing_refused", message, hint, troubles=dict(troubles or {}))


def refuse_other_currency(shop: str, told: str, listing: Listing) -> None:
    """The same number in another currency is another price."""
    ours = {v.price.currency for v in listing.variants}
    if ours != {told}:
        raise ListingRefused(
            f"{shop} sells in {told or 'no currency that it says'}; the prices are in {', '.join(sorted(ours))}."
        )


def on_shelf(shop: str, known_as: Any, told: Any) -> OnShelf:
    """`told` is the shop's word for its last change: seconds since 1970, or ISO 8601, where no zone is UTC."""
    try:
        at = datetime.fromtimestamp(told, UTC) if isinstance(told, int) else datetime.fromisoformat(str(told))
    except (ValueError, OverflowError, OSError):
        words = f"{shop} does not say when its listing was changed last."
        raise PartnerFailed("shop_unreadable", words, "It is asked again by itself.") from None
    return OnShelf(str(known_as), at if at.tzinfo else at.replace(tzinfo=UTC))


def as_html(paragraphs: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)


def file_name(picture: ListingPicture) -> str:
    """Says which picture it is: a shop that has one of this name has this one."""
    return f"pod-{picture.file.sha256[:20]}.png"
