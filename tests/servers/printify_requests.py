"""What the test server of Printify sells, and what requests it takes: fields by developers.printify.com (2024, 2026)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.servers.imageservice import problems
from tests.servers.partner import is_link


@dataclass(frozen=True, slots=True)
class Article:
    """A variant of a blueprint at a print provider, and its areas in pixels."""

    blueprint: int
    provider: int
    name: str
    cents: int
    areas: Mapping[str, tuple[int, int]]
    in_stock: bool = True


def _poster(name: str, cents: int, width_px: int, height_px: int) -> Article:
    return Article(282, 99, name, cents, {"front": (width_px, height_px)})


ARTICLES: dict[int, Article] = {
    114557: _poster('8" x 10"', 700, 2400, 3000),
    43135: _poster('11" x 14"', 850, 3300, 4200),
    101110: _poster('12" x 16"', 950, 3600, 4800),
    43138: _poster('12" x 18"', 1000, 3600, 5400),
    43141: _poster('16" x 20"', 1200, 4800, 6000),
    43144: _poster('18" x 24"', 1400, 5400, 7200),
    43147: _poster('20" x 30"', 1700, 6000, 9000),
    43150: _poster('24" x 36"', 2000, 7200, 10800),
    33719: Article(68, 1, "11oz", 500, {"front": (2700, 1120)}),
    62014: Article(425, 1, "15oz", 600, {"front": (2790, 1219)}),
    32910: Article(77, 3, "M", 2300, {"front": (3839, 2558), "back": (3839, 4387)}),
    32911: Article(77, 3, "S", 2300, {"front": (2976, 1982), "back": (2976, 3398)}),
    18540: Article(12, 99, "L / Solid Black", 1100, {"front": (4494, 5097), "back": (4494, 5097)}),
}
"""Areas and poster ids as recorded answers have them (2026); prices and the ids of mugs and hoodies are our own."""

METHODS: Mapping[int, tuple[str, int]] = {
    1: ("standard", 475),
    2: ("priority", 900),
    3: ("printify_express", 799),
    4: ("economy", 399),
}


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def needed(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _number(low: float, high: float) -> Any:
    return lambda v: isinstance(v, int | float) and not isinstance(v, bool) and low <= v <= high


ADDRESS: Mapping[str, Any] = {
    "first_name!": needed,
    "last_name!": str,
    "email!": lambda v: isinstance(v, str) and "@" in v,
    "phone": str,
    "country!": lambda v: isinstance(v, str) and re.fullmatch("[A-Z]{2}", v) is not None,
    "region!": str,
    "address1!": needed,
    "address2": str,
    "city!": needed,
    "zip!": str,
}
_IMAGE = {
    "src!": is_link,
    "x!": _number(-1, 2),
    "y!": _number(-1, 2),
    "scale!": _number(0.01, 10),
    "angle!": _number(-360, 360),
}
LINE: Mapping[str, Any] = {
    "print_provider_id!": int,
    "blueprint_id!": int,
    "variant_id!": int,
    "print_areas!": lambda v: isinstance(v, dict),
    "print_details": {"print_on_side": ("regular", "mirror", "off")},
    "quantity!": _count,
    "external_id": str,
}
ORDER: Mapping[str, Any] = {
    "external_id!": needed,
    "label": str,
    "line_items!": [LINE],
    "shipping_method!": tuple(METHODS),
    "is_printify_express": bool,
    "is_economy_shipping": bool,
    "send_shipping_notification": bool,
    "address_to!": ADDRESS,
}
SHIPPING: Mapping[str, Any] = {"line_items!": [LINE], "address_to!": ADDRESS}
WEBHOOK: Mapping[str, Any] = {
    "topic!": (
        "order:created", "order:updated", "order:sent-to-production", "order:shipment:created",
        "order:shipment:delivered", "shop:disconnected",
    ),
    "url!": is_link,
    "secret": str,
}  # fmt: skip


def order_problems(articles: Mapping[int, Article], body: Mapping[str, Any]) -> Iterator[str]:
    if "line_items" in body and not body["line_items"]:
        yield "line_items is empty"
    for n, line in enumerate(body.get("line_items", ())):
        article = articles.get(line["variant_id"])
        named = (line["blueprint_id"], line["print_provider_id"])
        if article is None or (article.blueprint, article.provider) != named:
            yield f"line_items.{n}: there is no such variant of this blueprint and provider"
        elif not line["print_areas"] or not line["print_areas"].keys() <= article.areas.keys():
            yield f"line_items.{n}.print_areas: {list(line['print_areas'])}, there are {list(article.areas)}"
        else:
            for place, value in line["print_areas"].items():
                yield from _area_problems(value, f"line_items.{n}.print_areas.{place}")


def _area_problems(value: Any, where: str) -> Iterator[str]:
    """An address alone, or a list of pictures with their places."""
    if isinstance(value, str):
        yield from problems(value, is_link, where)
    elif not value:
        yield f"{where} has no picture"
    else:
        yield from problems(value, [_IMAGE], where)
