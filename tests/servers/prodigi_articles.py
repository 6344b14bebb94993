"""What the test server of Prodigi sells: areas as recorded answers have them, prices of our own making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """`attributes` have to be chosen; `sides_px` is the area, where it differs by the first of them for each of its values."""

    cents: int
    areas: tuple[str, ...]
    sides_px: Mapping[str, tuple[int, int]]
    attributes: Mapping[str, tuple[str, ...]]
    in_stock: bool = True


def _paper(cents: int, width_px: int, height_px: int) -> Article:
    return Article(cents, ("default",), {"": (width_px, height_px)}, {})


_WRAPS = ("Black", "White", "ImageWrap", "MirrorWrap")
_FRAMES = ("black", "brown", "white", "natural")
ARTICLES = {
    "GLOBAL-FAP-12X16": _paper(900, 3600, 4800),
    "GLOBAL-FAP-12X18": _paper(1000, 3600, 5400),
    "GLOBAL-FAP-18X24": _paper(1400, 5400, 7200),
    "GLOBAL-FAP-24X36": _paper(1900, 7200, 10800),
    "GLOBAL-FAP-A4": _paper(600, 2480, 3508),
    "GLOBAL-FAP-A3": _paper(800, 3508, 4961),
    "GLOBAL-FAP-A2": _paper(1100, 4961, 7016),
    "H-MUG-W": _paper(700, 2670, 1110),
    "GLOBAL-CAN-10X10": Article(2100, ("default",), {"": (1522, 1522), "ImageWrap": (2137, 2137)}, {"wrap": _WRAPS}),
    "GLOBAL-CAN-12X16": Article(2500, ("default",), {"": (4545, 5745)}, {"wrap": _WRAPS}),
    "GLOBAL-CFPM-12X16": Article(4200, ("default",), {"": (2400, 3600)}, {"color": _FRAMES}),
    "GLOBAL-TEE-BC-3001": Article(
        1200,
        ("front", "back"),
        {"": (4680, 5790)},
        {"size": ("s", "m", "l", "xl", "2xl"), "color": ("white", "black", "navy", "red")},
    ),
}


def article_problems(
    articles: Mapping[str, Article], item: Mapping[str, Any], where: str, *, chosen: bool = True
) -> Sequence[str]:
    """What is wrong with an item of an order, or of a quote, for which nothing needs to be chosen yet."""
    article = articles.get(item["sku"])
    if article is None:
        return [f"{where}.sku: SkuNotFound"]
    picked = item.get("attributes") or {}
    return [
        *(f"{where}.attributes.{name} is none of this product" for name in picked.keys() - article.attributes.keys()),
        *(
            f"{where}.attributes.{name} is {picked.get(name)!r}, allowed: {values}"
            for name, values in article.attributes.items()
            if (chosen or name in picked) and picked.get(name) not in values
        ),
        *(
            f"{where}.assets: there is no area {asset['printArea']!r}"
            for asset in item["assets"]
            if asset["printArea"].lower() not in article.areas
        ),
        *([] if item["assets"] else [f"{where}.assets is empty"]),
    ]


def described(sku: str, article: Article) -> dict[str, Any]:
    first = next(iter(article.attributes), "")
    return {
        "sku": sku,
        "description": sku.replace("-", " ").title(),
        "productDimensions": {"width": 12, "height": 16, "units": "in"},
        "attributes": {name: list(values) for name, values in article.attributes.items()},
        "printAreas": {area: {"required": n == 0} for n, area in enumerate(article.areas)},
        "variants": [
            {
                "attributes": {first: value} if first else {},
                "shipsTo": ["GB", "DE", "US"],
                "printAreaSizes": {area: _sides(article, value) for area in article.areas},
            }
            for value in article.attributes.get(first, ("",))
        ],
    }


def _sides(article: Article, value: str) -> dict[str, int]:
    width_px, height_px = article.sides_px.get(value, article.sides_px[""])
    return {"horizontalResolution": width_px, "verticalResolution": height_px}


def amount(cents: int, currency: str) -> dict[str, str]:
    return {"amount": f"{cents // 100}.{cents % 100:02d}", "currency": currency}
