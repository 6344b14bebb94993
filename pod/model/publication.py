"""A design on sale: one product of a shop, in every size and cloth that was approved, and what has become of it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pod.model.artwork import FileRef
from pod.model.money import Money
from pod.model.pricing import HOUSE_CURRENCY
from pod.model.states import table


@dataclass(frozen=True, slots=True)
class ListingVariant:
    """`sku` is what it is sold under, and says design and variant (`pod.model.shopsku`); `options` go with the listing's."""

    sku: str
    variant: str
    version_id: str
    options: tuple[str, ...]
    price: Money


@dataclass(frozen=True, slots=True)
class ListingPicture:
    """A proof, as it is approved. `alt` says what is to be seen to who cannot see it, and is another for each picture."""

    file: FileRef
    alt: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that a shop shows. `handle` is ours, the same for ever: by it the product is found again."""

    handle: str
    title: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    kind: str
    options: tuple[str, ...]
    variants: tuple[ListingVariant, ...]
    pictures: tuple[ListingPicture, ...]
    on_sale: bool = False
    """Put on sale at once; otherwise it is a draft there, and a person of the shop puts it on sale."""


@dataclass(frozen=True, slots=True)
class ListingLimits:
    """What a shop takes of a listing; 0 is any number. `currency` is the one that it sells in, as the settings say."""

    title_chars: int
    tags: int
    tag_chars: int
    pictures: int
    variants: int
    options: int = 3
    currency: str = HOUSE_CURRENCY


class PublicationState(StrEnum):
    WAITING = "waiting"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    FAILED = "failed"
    ON_HOLD = "on_hold"
    WITHDRAWING = "withdrawing"
    WITHDRAWN = "withdrawn"


_P = PublicationState
PUBLICATION_MOVES = table(
    {
        _P.WAITING: (_P.PUBLISHING, _P.WAITING, _P.WITHDRAWING, _P.FAILED, _P.ON_HOLD),
        # asked for once more while it is at work, it begins anew
        _P.PUBLISHING: (_P.PUBLISHED, _P.FAILED, _P.WAITING, _P.WITHDRAWING, _P.ON_HOLD),
        _P.PUBLISHED: (_P.WAITING, _P.WITHDRAWING),
        _P.FAILED: (_P.WAITING, _P.WITHDRAWING),
        # the shop's is newer than ours: only a person's word goes on from here
        _P.ON_HOLD: (_P.WAITING, _P.WITHDRAWING),
        _P.WITHDRAWING: (_P.WITHDRAWN, _P.FAILED, _P.WAITING, _P.ON_HOLD),
        _P.WITHDRAWN: (_P.WAITING,),
    }
)


@dataclass(frozen=True, slots=True)
class Publication:
    """One for each design and shop. `known_as` is the shop's id of its product, `pieces` what is there already of the listing
    that is wanted, by the shop's ids; `troubles` what the shop said of single skus. It was looked for in the shop at `looked_at`, or
    somebody has said then what is to become of it whatever is there."""

    id: str
    tenant_id: str
    shop: str
    design_id: str
    state: PublicationState
    listing: Listing
    created_at: datetime
    actor: str
    known_as: str = ""
    pieces: Mapping[str, str] = field(default_factory=dict)
    troubles: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    revision: int = 0
    looked_at: datetime | None = None

    @property
    def done(self) -> int:
        """How many of its skus are on sale there."""
        return sum(1 for v in self.listing.variants if v.sku in self.pieces and v.sku not in self.troubles)
