"""WooCommerce's products, their variations, tags and pictures, as its REST reference documents them.

A sku belongs to one product or variation of the whole shop, the bin aside. A picture is fetched from its address when it is
named for the first time. A product that is created twice without a sku is two products.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tests.servers.serving import Call, Refused, Reply, said

_PRODUCT = {"name", "type", "status", "sku", "description", "tags", "images", "attributes"}
_VARIATION = {"id", "sku", "regular_price", "manage_stock", "stock_status", "attributes"}
_MOST_OF_A_BATCH = 100


def error(status: int, code: str, message: str, **data: Any) -> Reply:
    return said({"code": code, "message": message, "data": {"status": status, **data}}, status)


class ProductShelf:
    def __init__(self, number: Callable[[], int], modified: Callable[[], Mapping[str, str | None]]) -> None:
        self._number, self._modified = number, modified
        self.products: dict[int, dict[str, Any]] = {}
        self.currency = "USD"
        self.tags: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        """Skus that a plugin of the shop will not have, and why."""

    def routes(self, api: str) -> tuple[tuple[str, str, Callable[..., Reply]], ...]:
        one = rf"{api}/products/(\d+)"
        return (
            (
                "GET",
                f"{api}/data/currencies/current",
                lambda call: said({"code": self.currency, "name": "", "symbol": ""}),
            ),
            ("GET", f"{api}/products", self._list),
            ("POST", f"{api}/products", self._create),
            ("POST", f"{api}/products/tags", self._tag),
            ("GET", one, self._show),
            ("PUT", one, self._update),
            ("GET", rf"{one}/variations", self._variations),
            ("POST", rf"{one}/variations/batch", self._batch),
        )

    # --- products

    def _list(self, call: Call) -> Reply:
        """`any` is every status but the bin; without it, all but drafts of others are shown, too."""
        query = call.query
        found = [p for p in self.products.values() if p["status"] != "trash"]
        if "sku" in query:
            found = [p for p in found if p["sku"].lower() == query["sku"].lower()]
        return said([self._shown(p) for p in found[: int(query.get("per_page", 10))]])

    def _show(self, call: Call, number: str) -> Reply:
        return said(self._shown(self._found(number)))

    def _found(self, number: str) -> dict[str, Any]:
        if int(number) not in self.products:
            raise Refused(error(404, "woocommerce_rest_product_invalid_id", "Invalid ID."))
        return self.products[int(number)]

    def _create(self, call: Call) -> Reply:
        product = {"id": 790 + self._number(), "status": "publish", "sku": "", "images": [], "variations": {}}
        return self._kept(product, call.json(), 201)

    def _update(self, call: Call, number: str) -> Reply:
        return self._kept(self._found(number), call.json(), 200)

    def _kept(self, product: dict[str, Any], told: Mapping[str, Any], status: int) -> Reply:
        if strange := sorted(told.keys() - _PRODUCT):
            raise NotImplementedError(f"This server knows no {strange}.")
        self._refuse_sku(told.get("sku", product["sku"]), product["id"])
        if any("id" not in tag for tag in told.get("tags", ())):
            return error(
                400, "rest_invalid_param", "Invalid parameter(s): tags", params={"tags": "tags[0] needs an id"}
            )
        images = [self._image(product, image) for image in told.get("images", product["images"])]
        product |= {**told, "images": images, "modified": self._modified()}
        self.products[product["id"]] = product
        return said(self._shown(product), status)

    def _refuse_sku(self, sku: str, owner: int) -> None:
        owners = [(p["sku"], p["id"]) for p in self.products.values() if p["status"] != "trash"]
        owners += [
            (v["sku"], v["id"])
            for p in self.products.values()
            if p["status"] != "trash"
            for v in p["variations"].values()
        ]
        if sku and any(taken.lower() == sku.lower() and number != owner for taken, number in owners):
            words = "Invalid or duplicated SKU."
            raise Refused(error(400, "product_invalid_sku", words, unique_sku=f"{sku}-1"))

    def _image(self, product: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
        if "id" in told:
            known = [i for i in product["images"] if i["id"] == told["id"]]
            if not known:
                raise Refused(
                    error(400, "woocommerce_product_invalid_image_id", f"#{told['id']} is an invalid image ID.")
                )
            return {**known[0], **told}
        try:
            with urlopen(told["src"], timeout=5) as reply:
                data = reply.read()
        except (URLError, ValueError) as e:
            words = f"Error getting remote image {told['src']}. Error: {e}"
            raise Refused(error(400, "woocommerce_product_image_upload_error", words)) from e
        sha256 = hashlib.sha256(data).hexdigest()
        return {"id": self._number(), "name": told.get("name", ""), "alt": told.get("alt", ""), "sha256": sha256}

    def _shown(self, product: Mapping[str, Any]) -> dict[str, Any]:
        images = [
            {
                "id": i["id"],
                "src": f"https://fox-prints.example/wp-content/{i['id']}.png",
                "name": i["name"],
                "alt": i["alt"],
            }
            for i in product["images"]
        ]
        told = {n: product.get(n, "") for n in ("id", "name", "type", "status", "sku", "description")}
        return {
            **told,
            **product["modified"],
            "images": images,
            "tags": product.get("tags", []),
            "variations": list(product["variations"]),
        }

    def _tag(self, call: Call) -> Reply:
        name = call.json()["name"]
        if name in self.tags:
            words = "A term with the name provided already exists with this parent."
            return error(400, "term_exists", words, resource_id=self.tags[name])
        self.tags[name] = self._number()
        return said({"id": self.tags[name], "name": name}, 201)

    # --- variations

    def _variations(self, call: Call, number: str) -> Reply:
        size, page = int(call.query.get("per_page", 10)), int(call.query.get("page", 1))
        found = list(self._found(number)["variations"].values())
        return said(found[(page - 1) * size : page * size])

    def _batch(self, call: Call, number: str) -> Reply:
        product, told = self._found(number), call.json()
        if sum(len(told.get(name, ())) for name in ("create", "update", "delete")) > _MOST_OF_A_BATCH:
            words = "Unable to accept more than 100 items for this request."
            return error(413, "woocommerce_rest_request_entity_too_large", words)
        made = [self._variation(product, row) for row in told.get("create", ())]
        changed = [self._variation(product, row) for row in told.get("update", ())]
        gone = [product["variations"].pop(row, {"id": row}) for row in told.get("delete", ())]
        return said({"create": made, "update": changed, "delete": gone})

    def _variation(self, product: dict[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
        if strange := sorted(row.keys() - _VARIATION):
            raise NotImplementedError(f"This server knows no {strange}.")
        known = product["variations"].get(row.get("id"), {"id": self._number(), "sku": ""})
        options = {a["name"]: a["options"] for a in product["attributes"] if a["variation"]}
        try:
            self._refuse_sku(row.get("sku", known["sku"]), known["id"])
            if row["sku"] in self.refused:
                raise Refused(error(400, "rest_plugin", self.refused[row["sku"]]))
            if any(a["option"] not in options.get(a["name"], ()) for a in row["attributes"]):
                raise Refused(error(400, "rest_invalid_param", "Invalid parameter(s): attributes"))
        except Refused as e:
            return {"id": row.get("id", 0), "error": Call("", "", {}, e.reply.body).json()}
        product["variations"][known["id"]] = {**known, **row, "id": known["id"]}
        return dict(product["variations"][known["id"]])
