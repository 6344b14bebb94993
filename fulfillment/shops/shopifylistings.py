"""Shopify: a listing is one product, set as a whole. Its handle is ours, and by it a product is found that nobody has noted.

Products: https://shopify.dev/docs/api/admin-graphql/latest/mutations/productSet · pictures:
https://shopify.dev/docs/api/admin-graphql/latest/mutations/stagedUploadsCreate
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from fulfillment.shops.base import dicts, inside, text
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
from pod.http import Client, Part, Verdict
from pod.model.errors import PartnerFailed
from pod.model.publication import Listing, ListingLimits, ListingPicture, ListingVariant

_FOUND = """query Found($by: ProductIdentifierInput!) { productByIdentifier(identifier: $by) {
  id updatedAt media(first: 100) { nodes { id alt } } } }"""
_STAGE = """mutation Stage($input: [StagedUploadInput!]!) { stagedUploadsCreate(input: $input) {
  stagedTargets { url resourceUrl parameters { name value } } userErrors { field message } } }"""
_SET = """mutation Set($by: ProductSetIdentifiers!, $product: ProductSetInput!) {
  productSet(identifier: $by, input: $product, synchronous: true) {
    product { id media(first: 100) { nodes { id alt } } }
    userErrors { field message } } }"""
_TAKE_OFF = """mutation Off($product: ProductUpdateInput!) { productUpdate(product: $product) {
  product { id } userErrors { field message } } }"""

_SELLS_IN = "query SellsIn { shop { currencyCode } }"

Ask = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]


class ShopifyListings:
    def __init__(self, ask: Ask, currency: str) -> None:
        self._ask = ask
        self.limits = ListingLimits(
            title_chars=255, tags=250, tag_chars=255, pictures=100, variants=2048, currency=currency
        )

    def look(self, handle: str, known_as: str) -> OnShelf | None:
        there = self._found(handle, known_as)
        return on_shelf("Shopify", there.get("id"), there.get("updatedAt")) if there else None

    def publish(self, listing: Listing, hand: Hand) -> Published:
        """A product that nobody knows of is made under our handle; one that is there is set to what is wanted, and no other."""
        sells_in = text(inside(self._ask(_SELLS_IN, {}), "shop").get("currencyCode"))
        refuse_other_currency("Shopify", sells_in, listing)
        there = self._found(listing.handle, hand.known.get(PRODUCT, ""))
        pictures = [self._picture(p, there, hand) for p in listing.pictures]
        by = {"id": there["id"]} if there else {"handle": listing.handle}
        told = inside(self._ask(_SET, {"by": by, "product": _product(listing, pictures)}), "productSet")
        _refuse(told, listing)
        product = inside(told, "product")
        known_as = text(product.get("id"))
        if not known_as:
            raise PartnerFailed("shop_unreadable", "Shopify shows no product.", "It is looked for again.")
        hand.note({PRODUCT: known_as, **_media(listing, product), **{v.sku: known_as for v in listing.variants}})
        return Published(known_as)

    def withdraw(self, handle: str, known_as: str) -> None:
        there = self._found(handle, known_as)
        if there:
            told = inside(self._ask(_TAKE_OFF, {"product": {"id": there["id"], "status": "DRAFT"}}), "productUpdate")
            _refuse(told, None)

    def _found(self, handle: str, known_as: str) -> Mapping[str, Any]:
        """By its id, whatever the shop has made of its handle; one that was deleted there is made anew."""
        for by in ({"id": known_as}, {"handle": handle}):
            if next(iter(by.values())) and (found := inside(self._ask(_FOUND, {"by": by}), "productByIdentifier")):
                return found
        return {}

    def _picture(self, picture: ListingPicture, there: Mapping[str, Any], hand: Hand) -> dict[str, str]:
        """One that the product shows already, or an upload: what is not named any more goes."""
        known = hand.known.get(picture.file.sha256, "")
        if known and known in {text(m.get("id")) for m in dicts(inside(there, "media").get("nodes"))}:
            return {"id": known, "alt": picture.alt}
        source = self._uploaded(picture, hand.data(picture))
        return {
            "originalSource": source,
            "alt": picture.alt,
            "filename": file_name(picture),
            "contentType": "IMAGE",
        }

    def _uploaded(self, picture: ListingPicture, data: bytes) -> str:
        """Where it lies until a product takes it. An upload that no product takes lapses by itself."""
        asked = {
            "filename": file_name(picture),
            "mimeType": picture.file.media_type,
            "fileSize": str(len(data)),
            "httpMethod": "POST",
            "resource": "IMAGE",
        }
        told = inside(self._ask(_STAGE, {"input": [asked]}), "stagedUploadsCreate")
        _refuse(told, None)
        target = next(dicts(told.get("stagedTargets")), {})
        parts: list[Part] = [
            (text(p.get("name")), (None, text(p.get("value")))) for p in dicts(target.get("parameters"))
        ]
        parts.append(("file", (file_name(picture), data, picture.file.media_type)))
        at = urlsplit(text(target.get("url")))
        reply = Client(f"{at.scheme}://{at.netloc}").send("POST", f"{at.path}?{at.query}".rstrip("?"), parts=parts)
        if reply.verdict is not Verdict.OK:
            raise PartnerFailed(
                "shop_unreachable", f"A picture could not be uploaded: {reply.reason}", "It is tried again by itself."
            )
        return text(target.get("resourceUrl"))


def _product(listing: Listing, pictures: list[dict[str, str]]) -> dict[str, Any]:
    values = [dict.fromkeys(v.options[n] for v in listing.variants) for n in range(len(listing.options))]
    return {
        "title": listing.title,
        "handle": listing.handle,
        "descriptionHtml": as_html(listing.paragraphs),
        "productType": listing.kind,
        "tags": list(listing.tags),
        "status": "ACTIVE" if listing.on_sale else "DRAFT",
        "productOptions": [
            {"name": name, "position": n + 1, "values": [{"name": value} for value in values[n]]}
            for n, name in enumerate(listing.options)
        ],
        "variants": [_variant(listing, variant) for variant in listing.variants],
        "files": pictures,
    }


def _variant(listing: Listing, variant: ListingVariant) -> dict[str, Any]:
    """Made to order: there is always one more."""
    return {
        "sku": variant.sku,
        "price": f"{variant.price.micros / 1_000_000:.2f}",
        "inventoryPolicy": "CONTINUE",
        "inventoryItem": {"tracked": False, "requiresShipping": True},
        "optionValues": [
            {"optionName": name, "name": value} for name, value in zip(listing.options, variant.options, strict=True)
        ],
    }


def _refuse(told: Mapping[str, Any], listing: Listing | None) -> None:
    """`userErrors` of an answer of 200; what is said of a variant is said of its sku."""
    errors = list(dicts(told.get("userErrors")))
    if errors:
        words = " ".join(dict.fromkeys(text(e.get("message")) for e in errors))
        raise ListingRefused(f"Shopify refused it: {words}", dict(_of_skus(errors, listing)) if listing else {})


def _of_skus(errors: list[Mapping[str, Any]], listing: Listing) -> Iterator[tuple[str, str]]:
    for error in errors:
        path = error.get("field")
        told = [str(step) for step in path] if isinstance(path, list) else []
        after = told[told.index("variants") + 1 :][:1] if "variants" in told else []
        if after and after[0].isdecimal() and int(after[0]) < len(listing.variants):
            yield listing.variants[int(after[0])].sku, text(error.get("message"))


def _media(listing: Listing, product: Mapping[str, Any]) -> dict[str, str]:
    """Their ids by what they show; each has words of its own."""
    ids = {text(m.get("alt")): text(m.get("id")) for m in dicts(inside(product, "media").get("nodes"))}
    return {p.file.sha256: ids[p.alt] for p in listing.pictures if p.alt in ids}
