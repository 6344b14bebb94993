"""Shopify's products: `productSet` and what it needs, as shopify.dev documents it.

A list that is set is set as a whole: what is not named any more is gone. A handle belongs to one product; who asks for a taken
one without naming the product gets another handle, and a second product.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graphql import GraphQLError

from tests.servers.serving import Call, Reply

SDL = """
scalar Money

extend type QueryRoot { productByIdentifier(identifier: ProductIdentifierInput!): Product }
extend type Mutation {
  productSet(input: ProductSetInput!, identifier: ProductSetIdentifiers, synchronous: Boolean = true): ProductSetPayload
  productUpdate(product: ProductUpdateInput): ProductUpdatePayload
  stagedUploadsCreate(input: [StagedUploadInput!]!): StagedUploadsCreatePayload
}

type Product {
  id: ID! title: String! handle: String! status: ProductStatus! descriptionHtml: String! tags: [String!]!
  productType: String! updatedAt: DateTime! media(PAGED): MediaConnection!
}
type Media { id: ID! alt: String }
type ProductSetPayload { product: Product userErrors: [ProductSetUserError!]! }
type ProductSetUserError { code: String field: [String!] message: String! }
type ProductUpdatePayload { product: Product userErrors: [UserError!]! }
type StagedUploadsCreatePayload { stagedTargets: [StagedMediaUploadTarget!] userErrors: [UserError!]! }
type StagedMediaUploadTarget { url: URL resourceUrl: URL parameters: [StagedUploadParameter!]! }
type StagedUploadParameter { name: String! value: String! }

input ProductIdentifierInput @oneOf { id: ID handle: String }
input ProductSetIdentifiers @oneOf { id: ID handle: String }
input ProductUpdateInput { id: ID title: String status: ProductStatus }
input ProductSetInput {
  title: String handle: String descriptionHtml: String productType: String vendor: String tags: [String!]
  status: ProductStatus productOptions: [OptionSetInput!] variants: [ProductVariantSetInput!] files: [FileSetInput!]
}
input OptionSetInput { id: ID name: String position: Int values: [OptionValueSetInput!] }
input OptionValueSetInput { id: ID name: String }
input ProductVariantSetInput {
  id: ID sku: String price: Money inventoryPolicy: InventoryPolicy inventoryItem: InventoryItemInput
  optionValues: [VariantOptionValueInput!]! position: Int
}
input InventoryItemInput { sku: String tracked: Boolean requiresShipping: Boolean }
input VariantOptionValueInput { optionName: String name: String }
input FileSetInput { id: ID originalSource: String alt: String filename: String contentType: FileContentType }
input StagedUploadInput {
  filename: String! mimeType: String! resource: StagedUploadTargetGenerateUploadResource! fileSize: UnsignedInt64
  httpMethod: StagedUploadHttpMethodType = PUT
}
enum ProductStatus { ACTIVE ARCHIVED DRAFT }
enum InventoryPolicy { CONTINUE DENY }
enum FileContentType { IMAGE VIDEO FILE }
enum StagedUploadTargetGenerateUploadResource { IMAGE PRODUCT_IMAGE FILE VIDEO }
enum StagedUploadHttpMethodType { POST PUT }
"""

_MOST_VARIANTS = 2048


class ProductShelf:
    """The shop's products and its uploads. `number` gives ids, `base` is where uploads go, `stamp` the time as it is written."""

    def __init__(self, number: Callable[[], int], base: Callable[[], str], stamp: Callable[[], str]) -> None:
        self._number, self._base, self._stamp = number, base, stamp
        self.currency = "USD"
        self.products: dict[int, dict[str, Any]] = {}
        self.uploads: dict[str, bytes | None] = {}
        """What was promised a place, and what came there."""
        self.refused: dict[str, str] = {}
        """Prices of variants, by sku, that the shop will not have, and why."""

    def roots(self) -> dict[str, Any]:
        return {
            "productByIdentifier": lambda info, identifier: self._shown(self._by(identifier)),
            "productSet": self._set,
            "productUpdate": self._update,
            "stagedUploadsCreate": self._stage,
        }

    # --- uploads

    def _stage(self, info: Any, **named: Any) -> dict[str, Any]:
        targets = []
        for asked in named["input"]:
            if asked["httpMethod"] != "POST":
                raise NotImplementedError("This server takes uploads by POST.")
            key = f"tmp/{self._number()}/{asked['filename']}"
            self.uploads[key] = None
            parameters = [{"name": "key", "value": key}, {"name": "Content-Type", "value": asked["mimeType"]}]
            url = f"{self._base()}/uploads/"
            targets.append({"url": url, "resourceUrl": url + key, "parameters": parameters})
        return {"stagedTargets": targets, "userErrors": []}

    def take_upload(self, call: Call) -> Reply:
        """A form, the key first and the file last."""
        parts = form_of(call)
        if list(parts)[-1:] != ["file"] or parts.get("key", b"").decode() not in self.uploads:
            return Reply(403, b"<Error><Code>AccessDenied</Code></Error>", {"Content-Type": "application/xml"})
        self.uploads[parts["key"].decode()] = parts["file"]
        return Reply(201, b"", {})

    # --- products

    def _by(self, identifier: Mapping[str, str]) -> dict[str, Any] | None:
        if "id" in identifier:
            found = re.fullmatch(r"gid://shopify/Product/(\d+)", identifier["id"])
            if found is None:
                raise GraphQLError(f"Invalid global id '{identifier['id']}'")
            return self.products.get(int(found[1]))
        return next((p for p in self.products.values() if p["handle"] == identifier["handle"]), None)

    def _set(
        self, info: Any, identifier: Mapping[str, str] | None = None, synchronous: bool = True, **named: Any
    ) -> dict[str, Any]:
        asked: Mapping[str, Any] = named["input"]
        there = self._by(identifier) if identifier else None
        if identifier and "id" in identifier and there is None:
            return _wrong([(["identifier"], "Product does not exist")])
        if wrong := list(self._problems(asked)):
            return _wrong(wrong)
        number = there["id"] if there else 9_000_000 + self._number()
        media = [self._medium(there, file) for file in asked.get("files", ())]
        handle = asked.get("handle") or _slug(asked["title"])
        while any(p["handle"] == handle and p["id"] != number for p in self.products.values()):
            handle += "-1"
        kept = {**(there or {}), **asked, "id": number, "handle": handle, "media": media, "updatedAt": self._stamp()}
        self.products[number] = kept
        return {"product": self._shown(kept), "userErrors": []}

    def _problems(self, asked: Mapping[str, Any]) -> Iterator[tuple[list[str], str]]:
        options = {o["name"]: [v["name"] for v in o["values"]] for o in asked.get("productOptions", ())}
        if len(options) > 3:
            yield ["input", "productOptions"], "Exceeded maximum options of 3"
        variants = asked.get("variants", ())
        if len(variants) > _MOST_VARIANTS:
            yield ["input", "variants"], f"Exceeded maximum variants of {_MOST_VARIANTS}"
        seen = set()
        for n, variant in enumerate(variants):
            chosen = {v["optionName"]: v["name"] for v in variant["optionValues"]}
            at = ["input", "variants", str(n)]
            if chosen.keys() != options.keys() or any(chosen[name] not in options[name] for name in chosen):
                yield [*at, "optionValues"], "Option value does not exist"
            if tuple(chosen.items()) in seen:
                yield at, "The variant already exists."
            seen.add(tuple(chosen.items()))
            if variant["sku"] in self.refused:
                yield [*at, "price"], self.refused[variant["sku"]]
        for n, file in enumerate(asked.get("files", ())):
            key = str(file.get("originalSource", "")).partition("/uploads/")[2]
            if "originalSource" in file and not self.uploads.get(key):
                yield ["input", "files", str(n)], "Invalid image URL"

    def _medium(self, there: Mapping[str, Any] | None, file: Mapping[str, Any]) -> dict[str, Any]:
        known = [m for m in (there or {}).get("media", ()) if m["id"] == file.get("id")]
        if known:
            return {**known[0], "alt": file.get("alt", known[0]["alt"])}
        key = file["originalSource"].partition("/uploads/")[2]
        made = f"gid://shopify/MediaImage/{self._number()}"
        return {"id": made, "alt": file.get("alt", ""), "data": self.uploads[key], "filename": file["filename"]}

    def _update(self, info: Any, product: Mapping[str, Any]) -> dict[str, Any]:
        there = self._by({"id": product["id"]})
        if there is None:
            return {"product": None, "userErrors": [{"field": ["id"], "message": "Product does not exist"}]}
        there |= {name: value for name, value in product.items() if name != "id"} | {"updatedAt": self._stamp()}
        return {"product": self._shown(there), "userErrors": []}

    def _shown(self, product: Mapping[str, Any] | None) -> dict[str, Any] | None:
        if product is None:
            return None
        nodes = [{"id": m["id"], "alt": m["alt"]} for m in product["media"]]
        told = ("title", "handle", "status", "descriptionHtml", "productType", "updatedAt")
        shown = {name: product.get(name, "") for name in told}
        page = {"nodes": nodes, "edges": [], "pageInfo": {"hasNextPage": False, "hasPreviousPage": False}}
        return {
            **shown,
            "id": f"gid://shopify/Product/{product['id']}",
            "tags": product.get("tags", []),
            "media": lambda info, first=None, **_: {**page, "nodes": nodes[:first]},
        }


def _wrong(problems: list[tuple[list[str], str]]) -> dict[str, Any]:
    told = [{"code": "INVALID_INPUT", "field": field, "message": words} for field, words in problems]
    return {"product": None, "userErrors": told}


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def form_of(call: Call) -> dict[str, bytes]:
    boundary = call.header("Content-Type").partition("boundary=")[2].encode()
    parts = {}
    for part in call.body.split(b"--" + boundary)[1:-1]:
        head, _, data = part.partition(b"\r\n\r\n")
        name = re.search(rb'name="([^"]*)"', head)
        parts[name[1].decode() if name else ""] = data.removesuffix(b"\r\n")
    return parts
