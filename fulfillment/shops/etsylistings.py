"""Etsy: a listing begins as a draft, is given its pictures, then its inventory, a product for each sku.

https://developers.etsy.com/documentation/tutorials/listings · …/documentation/reference#operation/createDraftListing,
#operation/uploadListingImage, #operation/updateListingInventory

A draft has no name of ours: the last line of its description is the mark by which one is found that nobody has noted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fulfillment.shops.base import body_of, dicts, mapping, read, text
from fulfillment.shops.listings import (
    PRODUCT,
    Hand,
    ListingRefused,
    OnShelf,
    Published,
    file_name,
    on_shelf,
    refuse_other_currency,
)
from pod.http import Reply, Verdict
from pod.model.errors import PartnerFailed
from pod.model.publication import Listing, ListingLimits, ListingPicture, ListingVariant

_APP = "/v3/application"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_PAGE = 100
_STATES = ("draft", "active", "inactive", "sold_out", "expired")
_CUSTOM_PROPERTIES = (513, 514)
"""The two properties whose names a seller gives."""

_ALWAYS = 999
"""Made to order: the most that Etsy takes as a quantity."""

_NOT_IN_A_TAG = re.compile(r"[^\w\s'\-™©®]+")

Send = Callable[..., Reply]


@dataclass(frozen=True, slots=True)
class Selling:
    """What Etsy wants to know of every physical listing. `taxonomy` is a category's id, or ``shirts=482, mugs=1062`` by kind."""

    shop_id: str
    taxonomy: str = ""
    shipping_profile: str = ""
    return_policy: str = ""
    processing_profile: str = ""
    production_partner: str = ""


class EtsyListings:
    def __init__(self, send: Send, selling: Selling, currency: str) -> None:
        self._send, self._selling = send, selling
        self._shop = f"{_APP}/shops/{selling.shop_id}"
        self.limits = ListingLimits(
            title_chars=140, tags=13, tag_chars=20, pictures=10, variants=400, options=2, currency=currency
        )

    def look(self, handle: str, known_as: str) -> OnShelf | None:
        there = self._found(handle, known_as)
        return on_shelf("Etsy", there.get("listing_id"), there.get("updated_timestamp")) if there else None

    def publish(self, listing: Listing, hand: Hand) -> Published:
        self._refuse_unprepared(listing)
        there = self._found(listing.handle, hand.known.get(PRODUCT, ""))
        there = self._changed(listing, there) if there else self._draft(listing)
        known_as = text(there.get("listing_id"))
        if not known_as:
            raise PartnerFailed("shop_unreadable", "Etsy shows no listing.", "It is looked for again.")
        hand.note({PRODUCT: known_as})
        self._pictures(listing, known_as, hand)
        self._accepted("PUT", f"{_APP}/listings/{known_as}/inventory", json=self._inventory(listing))
        self._put_in_state(there, on_sale=listing.on_sale)
        hand.note({v.sku: known_as for v in listing.variants})
        return Published(known_as)

    def withdraw(self, handle: str, known_as: str) -> None:
        there = self._found(handle, known_as)
        if there:
            self._put_in_state(there, on_sale=False)

    # --- the listing

    def _refuse_unprepared(self, listing: Listing) -> None:
        """What is missing in the settings, all of it at once; and prices in another currency than the shop's."""
        needed = {
            "POD_ETSY_TAXONOMY": self._category(listing),
            "POD_ETSY_SHIPPING_PROFILE": self._selling.shipping_profile,
            "POD_ETSY_PROCESSING_PROFILE": self._selling.processing_profile,
        }
        if missing := [name for name, value in needed.items() if not value]:
            raise ListingRefused(f"Etsy takes no listing without {', '.join(missing)}, which the settings do not say.")
        shop = mapping(read(self._send("GET", self._shop), "Etsy"))
        refuse_other_currency("Etsy", text(shop.get("currency_code")), listing)

    def _category(self, listing: Listing) -> str:
        told = dict(part.strip().partition("=")[::2] for part in self._selling.taxonomy.split(",") if part.strip())
        return told.get(listing.kind, "") or next((name for name, value in told.items() if not value), "")

    def _found(self, handle: str, known_as: str) -> Mapping[str, Any]:
        if known_as:
            reply = self._send("GET", f"{_APP}/listings/{known_as}")
            found = {} if reply.status == 404 else mapping(read(reply, "Etsy"))
            if found and text(found.get("state")) in _STATES:
                return found
        mark = _mark(handle)
        return next((row for row in self._all() if text(row.get("description")).rstrip().endswith(mark)), {})

    def _all(self) -> Iterator[Mapping[str, Any]]:
        for state in _STATES:
            for page in itertools.count():
                params = {"state": state, "limit": str(_PAGE), "offset": str(page * _PAGE)}
                found = mapping(read(self._send("GET", f"{self._shop}/listings", params=params), "Etsy"))
                rows = list(dicts(found.get("results")))
                yield from rows
                if len(rows) < _PAGE:
                    break

    def _draft(self, listing: Listing) -> Mapping[str, Any]:
        named = {
            "quantity": str(_ALWAYS),
            "price": _price(min(v.price.micros for v in listing.variants)),
            "who_made": "i_did",
            "when_made": "made_to_order",
            "taxonomy_id": self._category(listing),
            "shipping_profile_id": self._selling.shipping_profile,
            "return_policy_id": self._selling.return_policy,
            "readiness_state_id": self._selling.processing_profile,
            "production_partner_ids": self._selling.production_partner,
            "type": "physical",
        }
        form = {name: value for name, value in {**_said(listing), **named}.items() if value}
        return self._accepted("POST", f"{self._shop}/listings", data=urlencode(form).encode(), headers=_FORM)

    def _changed(self, listing: Listing, there: Mapping[str, Any]) -> Mapping[str, Any]:
        form = urlencode(_said(listing)).encode()
        path = f"{self._shop}/listings/{text(there.get('listing_id'))}"
        return self._accepted("PATCH", path, data=form, headers=_FORM)

    def _put_in_state(self, there: Mapping[str, Any], *, on_sale: bool) -> None:
        """To be active costs the seller a fee. What was active once can only become inactive, never a draft again."""
        now = text(there.get("state"))
        wanted = "active" if on_sale else "inactive"
        if now != wanted and (on_sale or now == "active"):
            path = f"{self._shop}/listings/{text(there.get('listing_id'))}"
            self._accepted("PATCH", path, data=urlencode({"state": wanted}).encode(), headers=_FORM)

    # --- its pictures

    def _pictures(self, listing: Listing, known_as: str, hand: Hand) -> None:
        """What is not noted is uploaded anew, and goes before what was there of it: a listing on sale is never without."""
        found = mapping(read(self._send("GET", f"{_APP}/listings/{known_as}/images"), "Etsy"))
        there = {text(i.get("listing_image_id")): text(i.get("alt_text")) for i in dicts(found.get("results"))}
        kept = {hand.known.get(p.file.sha256, "") for p in listing.pictures} & there.keys()
        for n, picture in enumerate(listing.pictures, 1):
            if hand.known.get(picture.file.sha256, "") not in kept:
                hand.note({picture.file.sha256: self._uploaded(known_as, picture, n, hand)})
        ours = {*hand.known.values()}, {p.alt for p in listing.pictures}
        for image, alt in there.items():
            if image not in kept and (image in ours[0] or alt in ours[1]):
                self._accepted("DELETE", f"{self._shop}/listings/{known_as}/images/{image}")

    def _uploaded(self, known_as: str, picture: ListingPicture, rank: int, hand: Hand) -> str:
        parts = [
            ("rank", (None, str(rank))),
            ("alt_text", (None, picture.alt)),
            ("image", (file_name(picture), hand.data(picture), picture.file.media_type)),
        ]
        made = self._accepted("POST", f"{self._shop}/listings/{known_as}/images", parts=parts)
        return text(made.get("listing_image_id"))

    # --- its inventory

    def _inventory(self, listing: Listing) -> dict[str, Any]:
        """Every combination is named; those that nobody approved are not shown to buyers."""
        properties = list(_CUSTOM_PROPERTIES[: len(listing.options)])
        sold = {v.options: v for v in listing.variants}
        values = [dict.fromkeys(v.options[n] for v in listing.variants) for n in range(len(listing.options))]
        least = min(v.price.micros for v in listing.variants)
        return {
            "products": [
                self._sold(listing.options, chosen, sold.get(chosen), least) for chosen in itertools.product(*values)
            ],
            "price_on_property": properties,
            "quantity_on_property": [],
            "sku_on_property": properties,
            "readiness_state_on_property": [],
        }

    def _sold(
        self, names: Sequence[str], chosen: tuple[str, ...], variant: ListingVariant | None, least: int
    ) -> dict[str, Any]:
        offering = {
            "price": float(_price(variant.price.micros if variant else least)),
            "quantity": _ALWAYS,
            "is_enabled": variant is not None,
            "readiness_state_id": int(self._selling.processing_profile),
        }
        told = zip(_CUSTOM_PROPERTIES, names, chosen, strict=False)
        return {
            "sku": variant.sku if variant else "",
            "property_values": [
                {"property_id": number, "property_name": name, "value_ids": [], "values": [_value(value)]}
                for number, name, value in told
            ],
            "offerings": [offering],
        }

    def _accepted(self, method: str, path: str, **asked: Any) -> Mapping[str, Any]:
        """`ListingRefused` for a no to what was asked, which another try does not change."""
        reply = self._send(method, path, **asked)
        if reply.verdict is Verdict.REJECTED and reply.status not in (401, 403):
            raise ListingRefused(f"Etsy refused it: {text(body_of(reply).get('error')) or reply.reason}")
        return {} if reply.status == 204 else mapping(read(reply, "Etsy"))


def _said(listing: Listing) -> dict[str, str]:
    tags = (_NOT_IN_A_TAG.sub(" ", tag).strip() for tag in listing.tags)
    return {
        "title": listing.title,
        "description": "\n\n".join((*listing.paragraphs, _mark(listing.handle))),
        "tags": ",".join(dict.fromkeys(tag for tag in tags if tag)),
    }


def _mark(handle: str) -> str:
    return f"Ref. {handle}"


def _value(value: str) -> str:
    """Brackets are not allowed in a value."""
    return value.replace("(", "– ").replace(")", "")


def _price(micros: int) -> str:
    return f"{micros / 1_000_000:.2f}"
