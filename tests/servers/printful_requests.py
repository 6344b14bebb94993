"""What the test server of Printful sells, and what requests it takes: fields by the vendor's description of v2 (March 2026),
areas from recorded answers of October 2025, prices of our own making.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.servers.partner import is_link

STORE = 10


@dataclass(frozen=True, slots=True)
class Area:
    printfile: int
    width_px: int
    height_px: int
    dpi: int = 300
    fill: str = "cover"
    turns: bool = False

    @property
    def sides_in(self) -> tuple[float, float]:
        return self.width_px / self.dpi, self.height_px / self.dpi


@dataclass(frozen=True, slots=True)
class Article:
    product: int
    name: str
    cents: int
    technique: str
    areas: Mapping[str, Area]
    in_stock: bool = True


_TEE = {
    "front": Area(1, 1800, 2400, 150, "fit"),
    "front_large": Area(333, 2250, 2700, 150, "fit"),
    "back": Area(1, 1800, 2400, 150, "fit"),
    "sleeve_left": Area(130, 600, 525, 150, "fit"),
    "sleeve_right": Area(130, 600, 525, 150, "fit"),
    "label_inside": Area(71, 450, 450, 150, "fit"),
}
_TEES = (*range(4011, 4021), *range(4111, 4116), *range(4141, 4146), *range(4171, 4176))


def _poster(name: str, cents: int, area: Area) -> Article:
    return Article(1, name, cents, "digital", {"default": area})


ARTICLES: dict[int, Article] = {
    **{n: Article(71, "Unisex tee, Bella + Canvas 3001", 1295, "dtg", _TEE) for n in _TEES},
    1320: Article(19, "White mug, 11 oz", 595, "sublimation", {"default": Area(43, 2700, 1050, fill="fit")}),
    4830: Article(19, "White mug, 15 oz", 795, "sublimation", {"default": Area(44, 2700, 1140, fill="fit")}),
    16586: Article(19, "White mug, 20 oz", 995, "sublimation", {"default": Area(426, 3071, 1205, fill="fit")}),
    1349: _poster("Poster, 12 × 16 in", 1050, Area(15, 4800, 3600, turns=True)),
    3876: _poster("Poster, 12 × 18 in", 1150, Area(17, 5400, 3600, turns=True)),
    1: _poster("Poster, 18 × 24 in", 1350, Area(38, 7200, 5400, turns=True)),
    10163: Article(358, "Sticker, 3 in", 229, "digital", {"default": Area(183, 900, 900, fill="fit")}),
    10164: Article(358, "Sticker, 4 in", 249, "digital", {"default": Area(184, 1200, 1200, fill="fit")}),
    10165: Article(358, "Sticker, 5.5 in", 289, "digital", {"default": Area(185, 1650, 1650, fill="fit")}),
}


def _text(most: int = 255) -> Any:
    return lambda v: isinstance(v, str) and len(v) <= most


def _maybe(most: int = 255) -> Any:
    return lambda v: v is None or (isinstance(v, str) and len(v) <= most)


def _reference(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,32}", value) is not None


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1000


def _money(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{1,6}(\.\d{1,2})?", value) is not None


def _inches(least: float) -> Any:
    return lambda v: isinstance(v, int | float) and not isinstance(v, bool) and v >= least


RECIPIENT: Mapping[str, Any] = {
    **dict.fromkeys(("name", "company", "address1", "address2", "city", "state_code", "state_name"), _maybe()),
    **dict.fromkeys(("country_name", "zip", "phone", "email", "tax_number"), _maybe()),
    "country_code!": lambda v: isinstance(v, str) and re.fullmatch("[A-Z]{2}", v) is not None,
}
_POSITION = {"width!": _inches(0.3), "height!": _inches(0.3), "top!": _inches(0), "left!": _inches(0)}
_OPTION = {"name!": str, "value!": lambda v: v is not None}
_LAYER = {"type!": ("file",), "url!": is_link, "layer_options": [_OPTION], "position": _POSITION}
PLACEMENT: Mapping[str, Any] = {
    "placement!": str,
    "technique!": ("dtg", "digital", "cut-sew", "uv", "embroidery", "sublimation", "dtfilm"),
    "print_area_type": ("simple", "advanced"),
    "layers!": [_LAYER],
    "placement_options": [_OPTION],
}
ITEM: Mapping[str, Any] = {
    "source!": ("catalog",),
    "catalog_variant_id!": int,
    "external_id": _maybe(32),
    "quantity": _count,
    "retail_price": _money,
    "name": _text(),
    "placements!": [PLACEMENT],
    "orientation": ("horizontal", "vertical", "any"),
    "product_options": [_OPTION],
}
SLIP = {name: _text() for name in ("email", "phone", "message", "logo_url", "store_name", "custom_order_id")}
PATCH: Mapping[str, Any] = {
    "external_id": _reference,
    "shipping": str,
    "recipient": RECIPIENT,
    "order_items": [ITEM],
    "customization": {"gift": {"subject": _text(200), "message": _text(200)}, "packing_slip": SLIP},
    "retail_costs": {"currency": str, "discount": _money, "shipping": _money, "tax": _money},
}
ORDER: Mapping[str, Any] = {**{n: s for n, s in PATCH.items() if n != "recipient"}, "recipient!": RECIPIENT}
RATES: Mapping[str, Any] = {
    "recipient!": {
        **dict.fromkeys(("address1", "address2", "city", "state_code", "zip"), _maybe()),
        "country_code!": RECIPIENT["country_code!"],
    },
    "order_items!": [
        {
            "source!": ("catalog",),
            "quantity!": _count,
            "catalog_variant_id!": int,
            "placements": [{n: s for n, s in PLACEMENT.items() if n != "layers!"}],
        }
    ],
    "currency": str,
}
FILE: Mapping[str, Any] = {
    "role": ("printfile", "label", "preview"),
    "url!": is_link,
    "filename": _text(),
    "visible": bool,
}
ESTIMATE: Mapping[str, Any] = {
    "shipping": str,
    "recipient!": RECIPIENT,
    "items!": [{"variant_id!": int, "quantity!": int, "files": [{"type": str, "url!": is_link}]}],
}
WEBHOOKS: Mapping[str, Any] = {
    "default_url": lambda v: v is None or is_link(v),
    "expires_at": _maybe(),
    "events!": [{"type!": str, "url": lambda v: v is None or is_link(v), "params": list}],
}
MOCKUP: Mapping[str, Any] = {
    "variant_ids!": [int],
    "format": ("jpg", "png"),
    "width": lambda v: isinstance(v, int) and 50 <= v <= 2000,
    "files!": [{"placement!": str, "image_url!": is_link, "position": dict}],
}

STATES_NEEDED = ("US", "CA", "AU")
RATES_CENTS: Mapping[str, int] = {"STANDARD": 399, "EXPRESS": 1499}


def order_problems(articles: Mapping[int, Article], order: Mapping[str, Any]) -> Iterator[str]:
    """What no shape can say."""
    recipient = order.get("recipient", {})
    if recipient.get("country_code") in STATES_NEEDED and not recipient.get("state_code"):
        yield "recipient.state_code: is required for this country"
    if recipient.get("country_code") == "BR" and not recipient.get("tax_number"):
        yield "recipient.tax_number: is required for Brazil"
    if order.get("shipping", "STANDARD") not in RATES_CENTS:
        yield f"OR-4 shipping: {order['shipping']} is no shipping method"
    references = [item["external_id"] for item in order.get("order_items", ()) if item.get("external_id")]
    if len(set(references)) < len(references):
        yield "order_items.external_id: is there twice"
    for n, item in enumerate(order.get("order_items", ())):
        yield from (f"order_items.{n}.{wrong}" for wrong in _item_problems(articles, item))


def _item_problems(articles: Mapping[int, Article], item: Mapping[str, Any]) -> Iterator[str]:
    article = articles.get(item["catalog_variant_id"])
    if article is None:
        yield "catalog_variant_id: is not in the catalogue"
        return
    places = [p["placement"] for p in item["placements"]]
    if len(set(places)) < len(places):
        yield "placements: OR-12 two files for one placement"
    for placement in item["placements"]:
        area = article.areas.get(placement["placement"])
        if area is None or placement["technique"] != article.technique:
            yield f"placements: there is no {placement['placement']} by {placement['technique']}"
        elif not 1 <= len(placement["layers"]) <= 5:
            yield "placements.layers: between one and five"
        else:
            yield from (f"placements.layers.position: {w}" for w in beyond_the_edge(area, placement["layers"]))


def beyond_the_edge(area: Area, layers: list[Mapping[str, Any]]) -> Iterator[str]:
    """Beyond the edge; where an area can be turned, its other way round will do."""
    for position in (layer["position"] for layer in layers if "position" in layer):
        reach = position["left"] + position["width"], position["top"] + position["height"]
        sides = (area.sides_in, area.sides_in[::-1]) if area.turns else (area.sides_in,)
        if not any(reach[0] <= w + 1e-6 and reach[1] <= h + 1e-6 for w, h in sides):
            yield f"Invalid position: it reaches {reach} of {area.sides_in}"
