"""Printful's mock-up tasks (API v2), by its published description: that part of its test server.

A task has an id and nothing else to be known by; begun twice, it is two. It is at work until it is looked at after `MOCKUP_S`,
fetches the file, and draws it small. Its pictures are gone after a day.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from PIL import Image, ImageDraw

from tests.servers.printful_catalogue import PrintfulCatalogue, links, v1_error
from tests.servers.printful_requests import PLACEMENT, Article, beyond_the_edge
from tests.servers.serving import Call, Refused, Reply, said

MOCKUP_S = 15.0
KEPT = timedelta(days=1)
ESTABLISHED, NEW_STORE = 10, 2
"""Tasks in a minute."""

LOCKED_S = 60.0

TASKS: Mapping[str, Any] = {
    "format": ("jpg", "png"),
    "mockup_width_px": lambda v: isinstance(v, int) and 50 <= v <= 2000,
    "products!": [
        {
            "source!": ("catalog",),
            "mockup_style_ids": [int],
            "catalog_product_id!": int,
            "catalog_variant_ids": [int],
            "orientation": ("vertical", "horizontal"),
            "placements!": [PLACEMENT],
        }
    ],
}


class PrintfulMockups(PrintfulCatalogue):
    def __init__(self, token: str) -> None:
        super().__init__(token)
        self.mockups: dict[str, dict[str, Any]] = {}
        self.mockups_fail = ""
        """What is wrong with every task that is looked at now."""
        self.mockups_per_minute = ESTABLISHED
        self.drawings: dict[str, tuple[bytes, datetime]] = {}
        self._begun: list[datetime] = []
        self._locked_until = self.clock.now

    # --- styles

    def styles(self, call: Call, product: str) -> Reply:
        """The areas in inches, and the pictures in which each can be shown: the second only on some variants."""
        wanted = [p for p in call.query.get("placements", "").split(",") if p]
        areas = {(a.technique, p): area for a in self._of(product) for p, area in a.areas.items()}
        shown = [
            {
                "placement": place,
                "technique": technique,
                "print_area_width": area.sides_in[0],
                "print_area_height": area.sides_in[1],
                "print_area_type": "simple",
                "display_name": place,
                "dpi": area.dpi,
                "mockup_styles": list(self._styles_of(int(product), place)),
            }
            for (technique, place), area in areas.items()
            if not wanted or place in wanted
        ]
        return said({"data": shown, "paging": {"total": len(shown), "offset": 0, "limit": 20}, **links("self")})

    def _styles_of(self, product: int, place: str) -> Iterator[dict[str, Any]]:
        number = self._style_number(product, place)
        named = {"category_name": "Flat", "view_name": place.capitalize()}
        yield {"id": number, **named, "restricted_to_variants": [99_999_999]}
        yield {"id": number + 1, **named, "restricted_to_variants": None}

    def _style_number(self, product: int, place: str) -> int:
        places = sorted({p for a in self._of(str(product)) for p in a.areas})
        return product * 100 + 2 * places.index(place) + 1

    # --- tasks

    def begin_mockups(self, call: Call) -> Reply:
        self._take_turn()
        body = self.checked(call, TASKS)
        begun = [self._begin(product) for product in body["products"]]
        return said({"data": [_task(task) for task in begun]})

    def _take_turn(self) -> None:
        now = self.clock.now
        self._begun = [at for at in self._begun if now - at < timedelta(minutes=1)]
        if len(self._begun) >= self.mockups_per_minute:
            self._locked_until = now + timedelta(seconds=LOCKED_S)
        if now < self._locked_until:
            left_s = int((self._locked_until - now).total_seconds())
            raise Refused(said({"code": 429, "result": "Too many requests."}, 429, Retry_After=str(left_s)))
        self._begun.append(now)

    def _begin(self, product: Mapping[str, Any]) -> dict[str, Any]:
        """Where no variant is named it is the first, as it is with styles."""
        number = str(597_350_000 + self.next_number())
        first = next(n for n, a in self.articles.items() if a.product == product["catalog_product_id"])
        place = product["placements"][0]["placement"]
        style = self._style_number(product["catalog_product_id"], place)
        usual = {"catalog_variant_ids": [first], "mockup_style_ids": [style]}
        task = {"id": int(number), "status": "pending", "at": self.clock.now, **usual, **product, "mockups": []}
        self.mockups[number] = task
        return task

    def look_at_mockups(self, call: Call) -> Reply:
        wanted = [number for number in call.query.get("id", "").split(",") if number]
        if not wanted:
            raise v1_error(400, "BadRequest", "id: is missing")
        found = [self.mockups[number] for number in wanted if number in self.mockups]
        if not found:
            raise v1_error(404, "NotFound", "Tasks not found.")
        for task in found:
            self._work_on(task)
        paging = {"total": len(found), "offset": 0, "limit": 20}
        return said({"data": [_task(task) for task in found], "paging": paging, **links("self")})

    def _work_on(self, task: dict[str, Any]) -> None:
        if task["status"] != "pending" or self.clock.now - task["at"] < timedelta(seconds=MOCKUP_S):
            return
        layers = [(p, layer["url"]) for p in task["placements"] for layer in p["layers"]]
        wrong = self.mockups_fail or next(
            (f"The file {g.problem}." for _, u in layers if (g := self.in_library(u)).problem), ""
        )
        task |= {"status": "failed", "why": wrong} if wrong else {"status": "completed"}
        if not wrong:
            task["mockups"] = [self._drawn(task, placement, url) for placement, url in layers]

    def _drawn(self, task: Mapping[str, Any], placement: Mapping[str, Any], url: str) -> dict[str, Any]:
        name = f"task_{task['id']}_{placement['placement']}.jpg"
        self.drawings[name] = _drawing(self.in_library(url).data), self.clock.now
        shown = {"placement": placement["placement"], "technique": placement["technique"]}
        style = task["mockup_style_ids"][0]
        return {
            **shown,
            "display_name": placement["placement"],
            "style_id": style,
            "mockup_url": f"{self.url}/tmp/{name}",
        }

    def mockup_file(self, call: Call, name: str) -> Reply:
        data, at = self.drawings.get(name, (b"", self.clock.now))
        if not data or self.clock.now - at > KEPT:
            return Reply(404, b"gone", {"Content-Type": "text/plain"})
        return Reply(200, data, {"Content-Type": "image/jpeg"})

    # --- strict requests

    def more_problems(self, body: Any, shape: Mapping[str, Any]) -> Iterable[str]:
        return _task_problems(self, body) if shape is TASKS else super().more_problems(body, shape)

    def styles_for(self, product: int, place: str, variants: Iterable[int]) -> set[int]:
        return {
            style["id"]
            for style in self._styles_of(product, place)
            if style["restricted_to_variants"] is None or set(variants) <= set(style["restricted_to_variants"])
        }


def _task_problems(server: PrintfulMockups, body: Mapping[str, Any]) -> Iterator[str]:
    if not body["products"]:
        yield "products: is empty"
    for product in body["products"]:
        sold = {n: a for n, a in server.articles.items() if a.product == product["catalog_product_id"]}
        yield from _product_problems(server, sold, product)


def _product_problems(
    server: PrintfulMockups, sold: Mapping[int, Article], product: Mapping[str, Any]
) -> Iterator[str]:
    if not sold:
        yield "catalog_product_id: is not in the catalogue"
        return
    variants = product.get("catalog_variant_ids") or list(sold)[:1]
    yield from (f"catalog_variant_ids: {n} is no variant of it" for n in variants if n not in sold)
    article = next((sold[n] for n in variants if n in sold), next(iter(sold.values())))
    for placement in product["placements"]:
        area = article.areas.get(placement["placement"])
        if area is None or placement["technique"] != article.technique:
            yield f"placements: there is no {placement['placement']} by {placement['technique']}"
            continue
        yield from (f"placements.layers.position: {w}" for w in beyond_the_edge(area, placement["layers"]))
        known = server.styles_for(article.product, placement["placement"], variants)
        yield from (
            f"mockup_style_ids: {s} is none of it" for s in product.get("mockup_style_ids", ()) if s not in known
        )


def _task(task: Mapping[str, Any]) -> dict[str, Any]:
    shown = [{"catalog_variant_id": n, "mockups": task["mockups"]} for n in task["catalog_variant_ids"]]
    why = [{"type": "https://developers.printful.com/docs/v2/errors", "detail": task["why"]}] if "why" in task else []
    # `items` is required by their description, which does not say what it is
    told = {"id": task["id"], "status": task["status"], "items": [], "failure_reasons": why}
    return {**told, "catalog_variant_mockups": shown if task["mockups"] else [], **links("self")}


def _drawing(data: bytes) -> bytes:
    """A garment of sorts, with the art in its middle."""
    shown = Image.new("RGB", (400, 400), "#e8e6e1")
    ImageDraw.Draw(shown).rounded_rectangle((70, 40, 330, 380), 40, fill="#c9ccd3")
    with Image.open(io.BytesIO(data)) as art:
        small = art.convert("RGBA")
        small.thumbnail((180, 180))
    shown.paste(small, (200 - small.width // 2, 190 - small.height // 2), small)
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=90)
    return out.getvalue()
