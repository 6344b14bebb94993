"""Printful's catalogue, its file library and its mock-ups: that half of its test server which no order is needed for."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PIL import Image

from tests.servers.partner import Download, PartnerServer
from tests.servers.printful_requests import (
    ARTICLES,
    FILE,
    MOCKUP,
    ORDER,
    PATCH,
    RATES,
    RATES_CENTS,
    STORE,
    Article,
    order_problems,
)
from tests.servers.serving import Call, Refused, Reply, said

_OF_VARIANTS = (
    "self", "variant", "product_details", "product_variants", "product_prices", "variant_prices", "variant_images",
    "variant_availability",
)  # fmt: skip


class PrintfulCatalogue(PartnerServer):
    def __init__(self, token: str) -> None:
        super().__init__(token)
        self.articles |= ARTICLES
        self.problem_json = False
        self.library: dict[str, Download] = {}
        self._files: list[dict[str, Any]] = []
        self._tasks: dict[str, dict[str, Any]] = {}

    # --- files, prices, the catalogue

    def add_file(self, call: Call) -> Reply:
        body = self.checked(call, FILE)
        known = next((f for f in self._files if f["url"] == body["url"]), None)
        if known is None:
            usual = {"filename": None, "visible": True, "hash": None, "created": self.stamp(), "status": "waiting"}
            known = {"id": 500 + len(self._files), **usual, **body}
            self._files.append(known)
        return said({"data": known})

    def file(self, call: Call, number: str) -> Reply:
        found = next((f for f in self._files if str(f["id"]) == number), None)
        if found is None:
            raise v1_error(404, "NotFound", "File not found.")
        got = self.in_library(found["url"])
        found |= {"status": "failed"} if got.problem else {"status": "ok", "hash": got.md5, "size": len(got.data)}
        return said({"data": found})

    def rates(self, call: Call) -> Reply:
        body = self.checked(call, RATES)
        if wrong := [i for i in body["order_items"] if i["catalog_variant_id"] not in self.articles]:
            raise self.wrong("BadRequest", f"{wrong[0]['catalog_variant_id']} is not in the catalogue.")
        sent = [{"catalog_variant_id": i["catalog_variant_id"], "quantity": i["quantity"]} for i in body["order_items"]]
        parcel = {"departure_country": "LV", "shipment_items": sent, "customs_fees_possible": False}
        shown = [
            {
                "shipping": name,
                "shipping_method_name": name.title(),
                "rate": dollars(cents),
                "currency": body.get("currency", "USD"),
                "min_delivery_days": 3,
                "max_delivery_days": 7,
                "shipments": [parcel],
            }
            for name, cents in RATES_CENTS.items()
        ]
        return said({"data": shown})

    def variant(self, call: Call, number: str, what: str = "") -> Reply:
        article = self.articles.get(int(number))
        if article is None:
            raise v1_error(404, "NotFound", "Variant not found.")
        told = {"": _described, "prices": _priced, "availability": _available}[what](int(number), article)
        return said(
            {
                "data": told,
                **links(*_OF_VARIANTS),
            }
        )

    def printfiles(self, call: Call, product: str) -> Reply:
        articles = self._of(product)
        areas = {area.printfile: area for a in articles for area in a.areas.values()}
        files = [
            {
                "printfile_id": number,
                "width": area.width_px,
                "height": area.height_px,
                "dpi": area.dpi,
                "fill_mode": area.fill,
                "can_rotate": area.turns,
            }
            for number, area in areas.items()
        ]
        variants = [
            {"variant_id": n, "placements": {p: area.printfile for p, area in a.areas.items()}}
            for n, a in self.articles.items()
            if a.product == int(product)
        ]
        places = {place: place.replace("_", " ").capitalize() for a in articles for place in a.areas}
        told = {"product_id": int(product), "available_placements": places, "printfiles": files}
        return said({"code": 200, "result": {**told, "variant_printfiles": variants}})

    def _of(self, product: str) -> list[Article]:
        found = [a for a in self.articles.values() if a.product == int(product)]
        if not found:
            raise v1_error(404, "NotFound", "Product not found.")
        return found

    # --- what changes

    def restock(self, article: Any, *, there: bool) -> None:
        super().restock(article, there=there)
        self._tell_of_stock(article, "in stock" if there else "out of stock")

    def reprice(self, article: Any, cents: int) -> None:
        super().reprice(article, cents)
        self._tell_of_catalogue("catalog_price_changed", {"catalog_product_ids": [self.articles[article].product]})

    def discontinue(self, article: Any) -> None:
        super().discontinue(article)
        self._tell_of_stock(article, "discontinued")

    def _tell_of_stock(self, variant: int, word: str) -> None:
        """In other words than those of a look at it."""
        sold = self.sold(variant)
        row = {"catalog_product_id": sold.product, "catalog_variant_id": variant, "techniques": [sold.technique]}
        self._tell_of_catalogue("catalog_stock_updated", [row | {"availability": word}])

    def _tell_of_catalogue(self, kind: str, data: Any) -> None:
        event = {"type": kind, "occurred_at": self.stamp(), "retries": 0, "store_id": STORE}
        self.tell(kind, "", f"{kind}-{self.next_number()}", {**event, "data": data})
        self.deliver_news()

    # --- mock-ups

    def mock_up(self, call: Call, product: str) -> Reply:
        self._of(product)
        body = self.checked(call, MOCKUP)
        key = f"gt-{self.next_number()}"
        self._tasks[key] = {"status": "pending", "body": body}
        return said({"code": 200, "result": {"task_key": key, "status": "pending"}})

    def mocked_up(self, call: Call) -> Reply:
        key = call.query.get("task_key", "")
        if key not in self._tasks:
            raise v1_error(404, "NotFound", "Task not found.")
        task, shown = self._tasks[key], {"task_key": key}
        failed = next((f for f in task["body"]["files"] if self.in_library(f["image_url"]).problem), None)
        if failed:
            return said(
                {"code": 200, "result": {**shown, "status": "failed", "error": f"{failed['placement']}: no file"}}
            )
        pictures = [
            {
                "placement": f["placement"],
                "variant_ids": task["body"]["variant_ids"],
                "mockup_url": f"{self.url}/mockups/{key.replace('-', '_')}.jpg",
                "extra": [],
            }
            for f in task["body"]["files"]
        ]
        return said({"code": 200, "result": {**shown, "status": "completed", "mockups": pictures}})

    def mock_up_picture(self, call: Call, name: str) -> Reply:
        out = io.BytesIO()
        Image.new("RGB", (200, 200), "#ddd").save(out, "JPEG")
        return Reply(200, out.getvalue(), {"Content-Type": "image/jpeg"})

    def in_library(self, url: str) -> Download:
        """By its address: what is there already is not fetched again, whatever is behind the address by now."""
        if url not in self.library or self.library[url].problem:
            self.library[url] = self.fetched(url)
        return self.library[url]

    # --- shapes

    def more_problems(self, body: Any, shape: Mapping[str, Any]) -> Iterable[str]:
        return order_problems(self.articles, body) if shape in (ORDER, PATCH) else ()

    def invalid(self, wrong: Sequence[str]) -> Refused:
        code = re.match(r"OR-\d+", wrong[0].rpartition(": ")[2])
        return self.wrong(code[0] if code else "BadRequest", "; ".join(wrong))

    def wrong(self, reason: str, message: str) -> Refused:
        if not self.problem_json:
            return v1_error(400, reason, message)
        told = {"type": f"https://developers.printful.com/errors/{reason}", "status": 400, "title": reason}
        return Refused(
            said(told | {"detail": message, "instance": "/v2/orders"}, 400, Content_Type="application/problem+json")
        )


def _described(number: int, article: Article) -> dict[str, Any]:
    dimensions = [{"placement": p, "height": a.sides_in[1], "width": a.sides_in[0]} for p, a in article.areas.items()]
    named = {"id": number, "catalog_product_id": article.product, "name": article.name, "size": "M", "color": "White"}
    shown = {"color_code": "#ffffff", "color_code2": None, "image": "https://files.cdn.printful.com/products/1.jpg"}
    return {**named, **shown, "placement_dimensions": dimensions, **links(*_OF_VARIANTS)}


def _priced(number: int, article: Article) -> dict[str, Any]:
    kinds = ("price", "discounted_price", "retail_price", "retail_discounted_price")
    price = dict.fromkeys(kinds, dollars(article.cents)) | {
        "technique_key": article.technique,
        "technique_display_name": article.technique.upper(),
    }
    return {"currency": "USD", "product": {"id": article.product}, "variant": {"id": number, "techniques": [price]}}


def _available(number: int, article: Article) -> dict[str, Any]:
    word = "in stock" if article.in_stock else "out of stock"
    regions = [{"name": "worldwide", "availability": word, "placement_option_availability": []}]
    techniques = [{"technique": article.technique, "selling_regions": regions}]
    return {"catalog_variant_id": number, "techniques": techniques, **links("variant")}


def links(*names: str) -> dict[str, Any]:
    """Where else one could look. Nobody follows these here."""
    return {"_links": {name: {"href": "https://api.printful.com/v2"} for name in names}}


def dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def v1_error(status: int, reason: str, message: str) -> Refused:
    return Refused(said({"code": status, "result": message, "error": {"reason": reason, "message": message}}, status))
