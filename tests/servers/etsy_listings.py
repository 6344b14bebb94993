"""Etsy's listings, their pictures and their inventory, as the reference documents them.

A draft that is created twice is two drafts, and a picture that is uploaded twice is two pictures. A listing on sale keeps one
picture at least. Left open, and decided the harder way round: every combination of the properties has to be named in an
inventory, and a fault in one product of it refuses all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs

from tests.servers.etsy_shapes import MOST_SKU
from tests.servers.serving import Call, Refused, Reply, said
from tests.servers.shopify_products import form_of

_NEEDED = (
    "quantity", "title", "description", "price", "who_made", "when_made", "taxonomy_id", "shipping_profile_id",
    "readiness_state_id",
)  # fmt: skip
_KNOWN = {*_NEEDED, "return_policy_id", "production_partner_ids", "tags", "type", "state"}
_MOST_PICTURES = 20
_TAG = re.compile(r"[\w\s'\-™©®]{1,20}")


def error(status: int, words: str) -> Reply:
    return said({"error": words}, status)


class ListingShelf:
    def __init__(self, number: Callable[[], int], scope: Callable[[str], None], now_s: Callable[[], int]) -> None:
        self._number, self._scope, self._now_s = number, scope, now_s
        self.listings: dict[int, dict[str, Any]] = {}
        self.currency = "USD"
        self.refused: dict[str, str] = {}

    def routes(self, app: str, shop: str) -> tuple[tuple[str, str, Callable[..., Reply]], ...]:
        one = rf"{shop}/listings/(\d+)"
        return (
            ("GET", f"{shop}/listings", self._list),
            ("POST", f"{shop}/listings", self._create),
            ("PATCH", one, self._update),
            ("GET", rf"{app}/listings/(\d+)", lambda call, number: said(_shown(self._found(number)))),
            ("GET", rf"{app}/listings/(\d+)/images", self._images),
            ("POST", rf"{one}/images", self._upload),
            ("DELETE", rf"{one}/images/(\d+)", self._delete_image),
            ("PUT", rf"{app}/listings/(\d+)/inventory", self._inventory),
        )

    def _found(self, number: str) -> dict[str, Any]:
        if int(number) not in self.listings:
            raise Refused(error(404, f"Could not find a Listing with ID: {number}"))
        return self.listings[int(number)]

    def _list(self, call: Call) -> Reply:
        self._scope("listings_r")
        state, limit = call.query.get("state", "active"), int(call.query.get("limit", 25))
        if state not in ("active", "inactive", "sold_out", "draft", "expired") or not 1 <= limit <= 100:
            return error(400, "Invalid value for state or limit")
        found = [row for row in self.listings.values() if row["state"] == state]
        start = int(call.query.get("offset", 0))
        return said({"count": len(found), "results": [_shown(row) for row in found[start : start + limit]]})

    def _create(self, call: Call) -> Reply:
        self._scope("listings_w")
        told = _form(call)
        missing = [name for name in _NEEDED if not told.get(name)]
        if missing:
            return error(400, f"Missing required parameter: {missing[0]}")
        if told["who_made"] not in ("i_did", "someone_else", "collective") or told["when_made"] != "made_to_order":
            return error(400, "Invalid who_made or when_made")
        number = 1_700_000_000 + self._number()
        row = {"id": number, "state": "draft", "images": [], "inventory": None}
        return self._kept(row, told, 201)

    def _update(self, call: Call, number: str) -> Reply:
        self._scope("listings_w")
        row, told = self._found(number), _form(call)
        if told.get("state") == "active" and not (row["images"] and row["inventory"]):
            return error(400, "A listing needs an image and an inventory before it is active.")
        if told.get("state") not in (None, "active", "inactive"):
            return error(400, "state must be active or inactive")
        if told.get("state") == "inactive" and row["state"] == "draft":
            return error(409, "A draft cannot be made inactive.")
        return self._kept(row, told, 200)

    def _kept(self, row: dict[str, Any], told: Mapping[str, str], status: int) -> Reply:
        tags = [tag for tag in told.get("tags", "").split(",") if tag]
        if len(told.get("title", "")) > 140 or len(tags) > 13 or not all(_TAG.fullmatch(tag) for tag in tags):
            return error(400, "The title or a tag is not valid.")
        row |= {**told, "updated": self._now_s()}
        self.listings[row["id"]] = row
        return said(_shown(row), status)

    # --- pictures

    def _images(self, call: Call, number: str) -> Reply:
        images = sorted(self._found(number)["images"], key=lambda i: i["rank"])
        told = [{"listing_image_id": i["id"], "rank": i["rank"], "alt_text": i["alt"]} for i in images]
        return said({"count": len(told), "results": told})

    def _upload(self, call: Call, number: str) -> Reply:
        self._scope("listings_w")
        row, parts = self._found(number), form_of(call)
        if not parts.get("image") or len(parts.get("alt_text", b"").decode()) > 500:
            return error(400, "Image or alt text is not valid.")
        if len(row["images"]) >= _MOST_PICTURES:
            return error(409, "The listing has the most images already.")
        rank = int(parts.get("rank", b"1"))
        for image in row["images"]:
            image["rank"] += image["rank"] >= rank
        made = {"id": self._number(), "rank": rank, "alt": parts.get("alt_text", b"").decode(), "data": parts["image"]}
        row["images"].append(made)
        return said({"listing_image_id": made["id"], "rank": rank, "alt_text": made["alt"]}, 201)

    def _delete_image(self, call: Call, number: str, image: str) -> Reply:
        self._scope("listings_w")
        row = self._found(number)
        left = [i for i in row["images"] if i["id"] != int(image)]
        if len(left) == len(row["images"]):
            return error(404, "Could not find the image.")
        if not left and row["state"] == "active":
            return error(409, "An active listing needs an image.")
        row["images"] = left
        return Reply(204)

    # --- inventory

    def _inventory(self, call: Call, number: str) -> Reply:
        self._scope("listings_w")
        row, told = self._found(number), call.json()
        for problem in _wrong_inventory(told):
            return error(400, problem)
        for product in told["products"]:
            if product["sku"] in self.refused:
                return error(400, self.refused[product["sku"]])
        row["inventory"] = told
        return said(told)


def _wrong_inventory(told: Mapping[str, Any]) -> list[str]:
    products, wrong = told["products"], []
    chosen = [tuple((v["property_id"], *v["values"]) for v in p["property_values"]) for p in products]
    axes = [list(dict.fromkeys(c[n] for c in chosen)) for n in range(len(chosen[0]))] if chosen else []
    if len(axes) > 2 or any(len(c) != len(axes) for c in chosen):
        wrong.append("A listing has up to two variations, the same for each product.")
    if sorted(chosen) != sorted(itertools.product(*axes)):
        wrong.append("Every combination of the variations has to be there once.")
    if any(re.search(r"[()]", value) for c in chosen for _, value in c):
        wrong.append("Parentheses are not allowed in a value.")
    if any(len(p.get("sku") or "") > MOST_SKU for p in products):
        wrong.append(f"A SKU has {MOST_SKU} characters at the most.")
    fields = {"price", "quantity", "is_enabled", "readiness_state_id"}
    if any(len(p["offerings"]) != 1 or p["offerings"][0].keys() != fields for p in products):
        wrong.append("An offering needs price, quantity, is_enabled and readiness_state_id.")
    if len({p["offerings"][0]["price"] for p in products}) > 1 and not told.get("price_on_property"):
        wrong.append("The price may not vary: price_on_property is empty.")
    if len({p.get("sku") for p in products}) > 1 and not told.get("sku_on_property"):
        wrong.append("The SKU may not vary: sku_on_property is empty.")
    return wrong


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "listing_id": row["id"],
        "state": row["state"],
        "title": row["title"],
        "description": row["description"],
        "tags": [tag for tag in row.get("tags", "").split(",") if tag],
        "last_modified_timestamp": row["updated"],
        "updated_timestamp": row["updated"],
        "listing_type": "physical",
        "skus": [p["sku"] for p in (row["inventory"] or {"products": []})["products"] if p["sku"]],
    }


def _form(call: Call) -> dict[str, str]:
    if call.header("Content-Type").partition(";")[0] != "application/x-www-form-urlencoded":
        raise Refused(error(400, "The body has to be application/x-www-form-urlencoded."))
    told = {name: values[-1] for name, values in parse_qs(call.body.decode()).items()}
    if strange := sorted(told.keys() - _KNOWN):
        raise Refused(error(400, f"Unknown parameter: {strange[0]}"))
    return told
