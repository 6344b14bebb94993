"""WooCommerce: a listing is a variable product with a variation for each sku. Its own sku is our handle, which the shop keeps unique.

https://woocommerce.github.io/woocommerce-rest-api-docs/#products · …/#product-variations
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fulfillment.shops.base import body_of, dicts, mapping, read, text
from fulfillment.shops.listings import (
    PRODUCT,
    Hand,
    ListingRefused,
    OnShelf,
    Published,
    as_html,
    file_name,
    on_shelf,
    refuse_other_currency,
)
from pod.http import Client, Reply, Verdict
from pod.model.errors import PartnerFailed
from pod.model.publication import Listing, ListingLimits, ListingVariant
from pod.model.shopsku import read_sold

_PRODUCTS = "/wp-json/wc/v3/products"
_CURRENCY = "/wp-json/wc/v3/data/currencies/current"
_PAGE = 100
_BATCH = 50
"""A batch takes a hundred of all kinds together; half of it is answered in time by a small shop."""


class WooCommerceListings:
    def __init__(self, client: Client, currency: str) -> None:
        self._client = client
        self.limits = ListingLimits(
            title_chars=200, tags=100, tag_chars=200, pictures=40, variants=1000, currency=currency
        )

    def look(self, handle: str, known_as: str) -> OnShelf | None:
        there = self._found(handle, known_as)
        return on_shelf("WooCommerce", there.get("id"), there.get("date_modified_gmt")) if there else None

    def publish(self, listing: Listing, hand: Hand) -> Published:
        sells_in = mapping(read(self._client.send("GET", _CURRENCY), "WooCommerce"))
        refuse_other_currency("WooCommerce", text(sells_in.get("code")), listing)
        there = self._found(listing.handle, hand.known.get(PRODUCT, ""))
        body = self._product(listing, there, hand)
        where = f"{_PRODUCTS}/{text(there.get('id'))}" if there else _PRODUCTS
        product = mapping(self._written("PUT" if there else "POST", where, body))
        known_as = text(product.get("id"))
        if not known_as:
            raise PartnerFailed("shop_unreadable", "WooCommerce shows no product.", "It is looked for again.")
        hand.note({PRODUCT: known_as, **_pictures(listing, product)})
        return Published(known_as, self._variations(listing, known_as, hand))

    def withdraw(self, handle: str, known_as: str) -> None:
        there = self._found(handle, known_as)
        if there:
            self._written("PUT", f"{_PRODUCTS}/{text(there.get('id'))}", {"status": "draft"})

    # --- the product

    def _found(self, handle: str, known_as: str) -> Mapping[str, Any]:
        """By its id, whatever the shop has made of its sku; what lies in the bin is made anew."""
        if known_as:
            reply = self._client.send("GET", f"{_PRODUCTS}/{known_as}")
            found = {} if reply.status == 404 else mapping(read(reply, "WooCommerce"))
            if found and found.get("status") != "trash":
                return found
        params = {"sku": handle, "status": "any"}
        found_by_sku = dicts(read(self._client.send("GET", _PRODUCTS, params=params), "WooCommerce"))
        return next((p for p in found_by_sku if text(p.get("sku")).lower() == handle.lower()), {})

    def _product(self, listing: Listing, there: Mapping[str, Any], hand: Hand) -> dict[str, Any]:
        known = {text(i.get("name")): i.get("id") for i in dicts(there.get("images"))}
        images = [
            {"id": known[file_name(p)], "alt": p.alt}
            if file_name(p) in known
            else {"src": hand.address(p), "name": file_name(p), "alt": p.alt}
            for p in listing.pictures
        ]
        return {
            "name": listing.title,
            "type": "variable",
            "status": "publish" if listing.on_sale else "draft",
            "sku": listing.handle,
            "description": as_html(listing.paragraphs),
            "tags": [{"id": self._tag(tag)} for tag in listing.tags],
            "images": images,
            "attributes": [_attribute(listing, n) for n in range(len(listing.options))],
        }

    def _tag(self, name: str) -> int:
        """A tag is a thing of its own; one that is there already says its id when it is made once more."""
        reply = self._client.send("POST", f"{_PRODUCTS}/tags", json={"name": name})
        told = body_of(reply)
        if told.get("code") == "term_exists":
            return int(mapping(told.get("data")).get("resource_id") or 0)
        return int(mapping(_accepted(reply)).get("id") or 0)

    # --- its variations

    def _variations(self, listing: Listing, known_as: str, hand: Hand) -> dict[str, str]:
        """What the shop said of those that it did not take. Those that were looked for and are there are only changed."""
        path = f"{_PRODUCTS}/{known_as}/variations"
        there = {text(v.get("sku")): text(v.get("id")) for v in self._there(path)}
        wanted = {v.sku for v in listing.variants}
        gone = [int(known) for sku, known in there.items() if sku not in wanted and read_sold(sku)[0]]
        troubles: dict[str, str] = {}
        for batch in _batches(listing.variants):
            told = self._written("POST", f"{path}/batch", _batch(listing, batch, there))
            made, refused = _taken(batch, there, told)
            hand.note(made)
            troubles |= refused
        for start in range(0, len(gone), _BATCH):
            self._written("POST", f"{path}/batch", {"delete": gone[start : start + _BATCH]})
        return troubles

    def _there(self, path: str) -> Iterator[Mapping[str, Any]]:
        page = 1
        while True:
            params = {"per_page": str(_PAGE), "page": str(page), "orderby": "id", "order": "asc"}
            found = list(dicts(read(self._client.send("GET", path, params=params), "WooCommerce")))
            yield from found
            if len(found) < _PAGE:
                return
            page += 1

    def _written(self, method: str, path: str, body: Mapping[str, Any]) -> Any:
        return _accepted(self._client.send(method, path, json=body))


def _accepted(reply: Reply) -> Any:
    """`ListingRefused` for a no to what was asked, which another try does not change."""
    if reply.verdict is Verdict.REJECTED and reply.status not in (401, 403):
        raise ListingRefused(f"WooCommerce refused it: {text(body_of(reply).get('message')) or reply.reason}")
    return read(reply, "WooCommerce")


def _attribute(listing: Listing, n: int) -> dict[str, Any]:
    values = list(dict.fromkeys(v.options[n] for v in listing.variants))
    return {"name": listing.options[n], "position": n, "visible": True, "variation": True, "options": values}


def _pictures(listing: Listing, product: Mapping[str, Any]) -> dict[str, str]:
    ids = {text(i.get("name")): text(i.get("id")) for i in dicts(product.get("images"))}
    return {p.file.sha256: ids[file_name(p)] for p in listing.pictures if file_name(p) in ids}


def _batches(variants: Sequence[ListingVariant]) -> Iterator[Sequence[ListingVariant]]:
    return (variants[start : start + _BATCH] for start in range(0, len(variants), _BATCH))


def _batch(listing: Listing, batch: Sequence[ListingVariant], there: Mapping[str, str]) -> dict[str, Any]:
    """Made to order: there is always one more."""
    said = {
        v.sku: {
            "sku": v.sku,
            "regular_price": f"{v.price.micros / 1_000_000:.2f}",
            "manage_stock": False,
            "stock_status": "instock",
            "attributes": [{"name": n, "option": o} for n, o in zip(listing.options, v.options, strict=True)],
        }
        for v in batch
    }
    return {
        "create": [said[v.sku] for v in batch if v.sku not in there],
        "update": [{"id": int(there[v.sku]), **said[v.sku]} for v in batch if v.sku in there],
    }


def _taken(
    batch: Sequence[ListingVariant], there: Mapping[str, str], told: Any
) -> tuple[dict[str, str], dict[str, str]]:
    """Ids of those that were taken, and what was said of the others: each list answers in the order in which it was asked."""
    made, refused = dict[str, str](), dict[str, str]()
    for name, skus in (
        ("create", [v.sku for v in batch if v.sku not in there]),
        ("update", [v.sku for v in batch if v.sku in there]),
    ):
        answers = list(dicts(mapping(told).get(name)))
        if len(answers) != len(skus):
            raise PartnerFailed("shop_unreadable", "WooCommerce’s answer is not whole.", "It is looked at again.")
        for sku, answer in zip(skus, answers, strict=True):
            error = mapping(answer.get("error"))
            (refused if error else made)[sku] = text(error.get("message")) if error else text(answer.get("id"))
    return made, refused
