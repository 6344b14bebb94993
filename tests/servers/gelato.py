"""Gelato's API v4, as dashboard.gelato.com/docs describes it (May 2025, mid-2026): our test server.

It knows no references that are taken once: what is asked for twice is made twice. A draft becomes an order by a change of its
type. Address lines are short, and news is not signed: a header of the shop's own choice comes with it. One address serves what
are four hosts there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, ClassVar

from tests.servers.imageservice import header_set, json_set, path_set
from tests.servers.partner import Charge, Delivery, PartnerServer, Route, is_link, order_mutations
from tests.servers.serving import Call, Refused, Reply, said

TOKEN = "gelato-test-key"
HOOK_HEADER, HOOK_SECRET = "X-Shop-Secret", "a word of the shop's own"
_UID = r"([\w-]+)"


@dataclass(frozen=True, slots=True)
class Article:
    cents: int
    places: tuple[str, ...]
    sides_mm: tuple[float, float]
    in_stock: bool = True


_TEES = {
    f"apparel_product_gca_t-shirt_gsc_crewneck_gcu_unisex_gqa_classic_gsi_{size}_gco_{cloth}_gpr_4-0": Article(
        1100, ("default", "front", "back"), (305, 406)
    )
    for size in ("s", "m", "l", "xl", "2xl")
    for cloth in ("white", "black", "navy", "red")
}
ARTICLES: dict[str, Article] = {
    **_TEES,
    "mug_product_msz_11-oz_mmat_ceramic-white_cl_4-0": Article(650, ("default",), (228.6, 88.9)),
    "mug_product_msz_15-oz_mmat_ceramic-white_cl_4-0": Article(750, ("default",), (228.6, 96.5)),
    "posters_pf_a1_pt_200-gsm-poster-paper_cl_4-0_ver": Article(1900, ("default",), (594, 841)),
}
"""Uids from their documents and from public clients; prices and what their pages do not tell of sides are our own."""


_REGIONS = ("US-CA", "EU", "UK", "AS", "OC", "SA", "ROW")
_STOCK_AT_ONCE = 250


def _text(most: int, least: int = 0) -> Any:
    return lambda v: isinstance(v, str) and least <= len(v.strip()) and len(v) <= most


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _country(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) is not None


def _mail(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", value) is not None


ADDRESS: Mapping[str, Any] = {
    "firstName!": _text(25, 1),
    "lastName!": _text(25, 1),
    "companyName": _text(60),
    "addressLine1!": _text(35, 1),
    "addressLine2": _text(35),
    "city!": _text(30, 1),
    "postCode!": _text(15, 1),
    "state": _text(35),
    "country!": _country,
    "email!": _mail,
    "phone": _text(25),
    "isBusiness": bool,
    "federalTaxId": str,
    "stateTaxId": str,
    "registrationStateCode": str,
}
_TYPES = (
    "default", "front", "back", "neck-inner", "neck-outer", "sleeve-left", "sleeve-right", "inside", "chest-left-embroidery",
)  # fmt: skip
_FILE = {
    "type!": _TYPES,
    "url": is_link,
    "id": str,
    "threadColors": [str],
    "isVisible": bool,
}
ITEM: Mapping[str, Any] = {
    "itemReferenceId!": _text(100, 1),
    "productUid!": str,
    "quantity!": _count,
    "files": [_FILE],
    "pageCount": _count,
    "adjustProductUidByFileTypes": bool,
}
_METADATA = [{"key!": _text(100, 1), "value!": _text(100)}]
ORDER: Mapping[str, Any] = {
    "orderType": ("order", "draft"),
    "orderReferenceId!": _text(100, 1),
    "customerReferenceId!": _text(100, 1),
    "currency!": lambda v: isinstance(v, str) and re.fullmatch("[A-Z]{3}", v) is not None,
    "items!": [ITEM],
    "shippingAddress!": ADDRESS,
    "returnAddress": {name.rstrip("!"): shape for name, shape in ADDRESS.items()},
    "shipmentMethodUid": lambda v: isinstance(v, str) and set(v.split(",")) <= METHODS.keys(),
    "metadata": _METADATA,
}
PATCH: Mapping[str, Any] = {"orderType!": ("order", "draft"), "items": [ITEM]}
SEARCH: Mapping[str, Any] = {
    "orderReferenceId": str,
    "orderReferenceIds": [str],
    "ids": [str],
    "limit": lambda v: isinstance(v, int) and 1 <= v <= 100,
    "offset": lambda v: isinstance(v, int) and v >= 0,
}
QUOTE: Mapping[str, Any] = {
    "orderReferenceId!": _text(100, 1),
    "customerReferenceId!": _text(100, 1),
    "currency!": ORDER["currency!"],
    "allowMultipleQuotes": bool,
    "recipient!": ADDRESS,
    "products!": [{"itemReferenceId!": str, "productUid!": str, "quantity!": _count, "files": [_FILE]}],
}
METHODS: Mapping[str, int] = {"normal": 450, "standard": 550, "express": 1500}
_DELIVERED_IN: Mapping[str, int] = {"minDeliveryDate": 4, "maxDeliveryDate": 7}
"""Days from the question."""

_STATES_NEEDED = ("US", "CA", "AU")
_PRINTED = ("printed", "shipped", "in_transit", "delivered", "returned")


class GelatoServer(PartnerServer):
    NAME = "gelato"
    PAGES = ("https://dashboard.gelato.com/docs/",)
    ROUTES = (
        Route("POST", "/v4/orders", "create", "create"),
        Route("POST", "/v4/orders:search", "look", "search"),
        Route("POST", "/v4/orders:quote", "quote", "quote"),
        Route("GET", f"/v4/orders/{_UID}", "look", "order"),
        Route("PATCH", f"/v4/orders/{_UID}", "confirm", "change"),
        Route("DELETE", f"/v4/orders/{_UID}", "cancel", "erase"),
        Route("POST", f"/v4/orders/{_UID}:cancel", "cancel", "cancel"),
        Route("GET", f"/v3/products/{_UID}", "catalogue", "product"),
        Route("GET", f"/v3/products/{_UID}/prices", "catalogue", "prices"),
        Route("POST", "/v3/stock/region-availability", "catalogue", "stock"),
        Route("GET", "/v1/shipment-methods", "account", "methods"),
    )
    FAULTS: ClassVar[Mapping[str, str]] = {
        "in two orders": "one order becomes two, which are connected",
        "hold": "create, confirm: the order is put on hold at once, as one is whose products are out of stock",
    }
    MOVES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **dict.fromkeys(
            ("created", "uploading", "passed"), ("in_production", "on_hold", "pending_approval", "failed", "canceled")
        ),
        **dict.fromkeys(("on_hold", "pending_approval", "not_connected"), ("passed", "canceled", "failed")),
        "in_production": ("printed", "on_hold", "canceled"),
        "printed": ("shipped",),
        "shipped": ("in_transit", "delivered", "returned"),
        "in_transit": ("delivered", "returned"),
    }
    RETRIES_S = (5.0, 5.0)

    def __init__(self, token: str = TOKEN, hook: tuple[str, str] = (HOOK_HEADER, HOOK_SECRET)) -> None:
        super().__init__(token)
        self.hook = hook
        self.articles |= ARTICLES

    # --- who may call

    def check_auth(self, call: Call) -> None:
        if self.refuses_all or call.header("X-API-KEY") != self.token:
            raise _error(401, "invalid_api_key_provided", "Invalid API key provided.")

    def not_found(self, call: Call) -> Refused:
        return _error(404, "not_found", f"There is no {call.method} {call.route}.")

    # --- orders

    def create(self, call: Call) -> Reply:
        body = self.checked(call, ORDER)
        halves = [[item] for item in body["items"]] if self.fault == "in two orders" else [body["items"]]
        made = [self._made({**body, "items": half}) for half in halves]
        for order in made:
            order["connectedOrderIds"] = [o["id"] for o in made if o is not order]
            self.orders[order["id"]] = order
            self._taken(order, body.get("orderType", "order"))
        return said(made[0], 201)

    def _taken(self, order: dict[str, Any], kind: str) -> None:
        """A draft costs nothing, and nothing is done about it."""
        order["orderType"] = kind
        if kind == "draft":
            return
        order |= {"fulfillmentStatus": "created", "financialStatus": "to_be_invoiced"}
        self.charges.append(Charge(order["id"], self._cents(order)))
        self._tell(order)
        if self.fault == "hold" or not all(self.articles[i["productUid"]].in_stock for i in order["items"]):
            self.moved(order, "on_hold")

    def order(self, call: Call, order_id: str) -> Reply:
        order = self._order(order_id)
        self._work(order)
        return said(order)

    def search(self, call: Call) -> Reply:
        body = self.checked(call, SEARCH)
        wanted = body.get("orderReferenceIds") or ([body["orderReferenceId"]] if "orderReferenceId" in body else None)
        found = [
            order
            for order in list(self.orders.values())[::-1]
            if (wanted is None or order["orderReferenceId"] in wanted) and order["id"] in body.get("ids", [order["id"]])
        ]
        offset = body.get("offset", 0)
        return said({"orders": found[offset : offset + body.get("limit", 50)]})

    def change(self, call: Call, order_id: str) -> Reply:
        """What is left out of the items is taken out of the order."""
        order = self._order(order_id)
        body = self.checked(call, PATCH)
        if order["orderType"] != "draft":
            raise _error(409, "order_not_editable", "Only a draft can be changed.")
        if "items" in body:
            order["items"] = [self._item(item) for item in body["items"]]
        if gone := [i["productUid"] for i in order["items"] if i["productUid"] not in self.articles]:
            raise self.invalid([f"there is no product {uid}" for uid in gone])
        self._taken(order, body["orderType"])
        return said(order)

    def erase(self, call: Call, order_id: str) -> Reply:
        order = self._order(order_id)
        if order["orderType"] != "draft":
            raise _error(409, "order_not_deletable", "Only a draft can be deleted.")
        del self.orders[order_id]
        return Reply(204)

    def cancel(self, call: Call, order_id: str) -> Reply:
        order = self._order(order_id)
        if order["fulfillmentStatus"] in _PRINTED or any(i["fulfillmentStatus"] in _PRINTED for i in order["items"]):
            raise _error(409, "order_not_cancelable", "An item of the order has been printed.")
        self.moved(order, "canceled")
        return Reply(200)

    # --- prices and products

    def quote(self, call: Call) -> Reply:
        body = self.checked(call, QUOTE)
        products = [
            {**{n: p[n] for n in ("itemReferenceId", "productUid", "quantity")}, "currency": body["currency"]}
            | {"price": self.articles[p["productUid"]].cents * p["quantity"] / 100}
            for p in body["products"]
        ]
        methods = [
            {"shipmentMethodUid": name, "name": name, "type": name, "price": cents / 100, "currency": body["currency"]}
            | {n: (self.clock.now + timedelta(days=d)).date().isoformat() for n, d in _DELIVERED_IN.items()}
            for name, cents in METHODS.items()
        ]
        quote = {"id": "q-1", "fulfillmentCountry": body["recipient"]["country"], "products": products}
        return said({"orderReferenceId": body["orderReferenceId"], "quotes": [{**quote, "shipmentMethods": methods}]})

    def product(self, call: Call, uid: str) -> Reply:
        width_mm, height_mm = self._article(uid).sides_mm
        sides = {"Width": {"value": width_mm, "measureUnit": "mm"}, "Height": {"value": height_mm, "measureUnit": "mm"}}
        return said(
            {"productUid": uid, "attributes": {}, "dimensions": sides, "supportedCountries": ["GB", "DE", "US"]}
        )

    def prices(self, call: Call, uid: str) -> Reply:
        price = {"productUid": uid, "country": call.query.get("country", "GB"), "quantity": 1}
        return said([{**price, "price": self._article(uid).cents / 100, "currency": call.query.get("currency", "EUR")}])

    def stock(self, call: Call) -> Reply:
        body = self.checked(call, {"products!": [str]})
        if not 1 <= len(body["products"]) <= _STOCK_AT_ONCE:
            raise self.invalid([f"products has between 1 and {_STOCK_AT_ONCE} uids"])
        shown = [
            {
                "productUid": uid,
                "availability": [
                    {"stockRegionUid": region, "status": self._status(uid, region), "replenishmentDate": None}
                    for region in _REGIONS
                ],
            }
            for uid in body["products"]
        ]
        return said({"productsAvailability": shown})

    def _status(self, uid: str, region: str) -> str:
        """What is not known is told as that, in an answer of 200. Some regions never have it."""
        if uid not in self.articles:
            return "not-supported"
        if region == "ROW" or not self.articles[uid].in_stock:
            return "out-of-stock-replenishable"
        return "in-stock"

    def methods(self, call: Call) -> Reply:
        shown = [{"shipmentMethodUid": name, "type": name, "name": name.title()} for name in METHODS]
        return said({"shipmentMethods": shown})

    def _article(self, uid: str) -> Article:
        if uid not in self.articles:
            raise _error(404, "product_not_found", f"There is no product {uid}.")
        return self.articles[uid]

    # --- the order's own way

    def state(self, order_id: str) -> str:
        return str(self.orders[order_id]["fulfillmentStatus"])

    def moved(self, order: dict[str, Any], state: str) -> None:
        order["fulfillmentStatus"] = state
        for item in order["items"]:
            item["fulfillmentStatus"] = state
        if state == "canceled":
            order["financialStatus"] = "canceled"
        if state == "shipped":
            number = f"GL{self.next_number():09d}"
            package = {"id": f"pkg-{number}", "trackingCode": number, "trackingUrl": f"https://track.example/{number}"}
            order["shipment"]["packages"].append(package | {"orderItemIds": [i["id"] for i in order["items"]]})
        self._tell(order)

    def _work(self, order: dict[str, Any]) -> None:
        """What it does by itself: it fetches the files. What becomes of an order whose file will not do is not written
        down; here it fails."""
        if order["fulfillmentStatus"] == "created":
            order["fulfillmentStatus"] = "uploading"
        elif order["fulfillmentStatus"] == "uploading":
            links = [file["url"] for item in order["items"] for file in item["files"] if "url" in file]
            bad = [f for link in links if (f := self.fetched(link, ("png", "jpeg", "pdf"))).problem]
            self.moved(order, "failed" if bad else "passed")

    # --- news

    def signed(self, body: bytes) -> dict[str, str]:
        return {**super().signed(body), self.hook[0]: self.hook[1]}

    def forged(self, told: Delivery) -> Delivery:
        """There is no signature that could be wrong; only the word of the shop's own is."""
        return replace(told, headers={**told.headers, self.hook[0]: "guess"}, tries=[])

    def _tell(self, order: Mapping[str, Any]) -> None:
        named = ("orderReferenceId", "fulfillmentStatus")
        packages = order["shipment"]["packages"]
        codes = [{"fulfillmentStatus": order["fulfillmentStatus"], **p} for p in packages]
        items = [{"itemReferenceId": i["itemReferenceId"], "fulfillments": codes} for i in order["items"]]
        event_id = f"os_{self.next_number()}"
        event = {"id": event_id, "event": "order_status_updated", "orderId": order["id"], "items": items}
        self.tell("order_status_updated", order["id"], event_id, {**event, **{n: order[n] for n in named}})

    # --- shapes

    def invalid(self, wrong: Sequence[str]) -> Refused:
        return _error(400, "invalid_request", "; ".join(wrong), wrong)

    def more_problems(self, body: Any, shape: Mapping[str, Any]) -> Iterator[str]:
        rows = body.get("items", body.get("products", ()))
        lines = [row for row in rows if isinstance(row, dict)]
        if ("items" in body or "recipient" in body) and not lines:
            yield "items is empty"
        if len({row["itemReferenceId"] for row in lines}) < len(lines):
            yield "itemReferenceId is there twice"
        for row in lines:
            article = self.articles.get(row["productUid"])
            if article is None:
                yield f"there is no product {row['productUid']}"
            elif "items" in body and not row.get("files"):
                yield f"{row['itemReferenceId']} has no file: it would be blank"
            else:
                yield from (
                    f"there is no {f['type']} on it" for f in row.get("files", ()) if f["type"] not in article.places
                )
                yield from ("a file has a url or an id" for f in row.get("files", ()) if ("url" in f) == ("id" in f))
        address = body.get("shippingAddress", {})
        if address.get("country") in _STATES_NEEDED and not address.get("state"):
            yield "state is required for this country"
        if len(body.get("metadata", ())) > 20:
            yield "metadata has more than 20 rows"

    def _made(self, body: Mapping[str, Any]) -> dict[str, Any]:
        number = self.next_number()
        shipment = {"shipmentMethodUid": body.get("shipmentMethodUid", "normal"), "packages": list[Any]()}
        return {
            "id": f"37365096-6628-4538-a9c2-{number:012x}",
            "orderType": "draft",
            "orderReferenceId": body["orderReferenceId"],
            "customerReferenceId": body["customerReferenceId"],
            "fulfillmentStatus": "draft",
            "financialStatus": "draft",
            "currency": body["currency"],
            "channel": "api",
            "createdAt": self.stamp(),
            "updatedAt": self.stamp(),
            "items": [self._item(item) for item in body["items"]],
            "shipment": shipment,
            "shippingAddress": body["shippingAddress"],
            "metadata": body.get("metadata", []),
            "connectedOrderIds": [],
        }

    def _item(self, item: Mapping[str, Any]) -> dict[str, Any]:
        return {"files": [], **item, "id": f"item-{self.next_number()}", "fulfillmentStatus": "draft"}

    def _cents(self, order: Mapping[str, Any]) -> int:
        goods = sum(self.sold(i["productUid"]).cents * i["quantity"] for i in order["items"])
        return goods + min(METHODS[m] for m in order["shipment"]["shipmentMethodUid"].split(","))

    def _order(self, order_id: str) -> dict[str, Any]:
        if order_id not in self.orders:
            raise _error(404, "order_not_found", f"There is no order {order_id}.")
        return self.orders[order_id]


def _error(status: int, code: str, message: str, details: Sequence[str] = ()) -> Refused:
    told = {"code": code, "message": message, "requestId": "9b7c1f02"}
    return Refused(said(told | ({"details": [{"message": d} for d in details]} if details else {}), status))


_ITEM = ("items", 0)
_LINE = "17 Llanfairpwllgwyngyllgogerychwyrndrobwll Street"
MUTATIONS = (
    *order_mutations("X-API-KEY"),
    header_set("a form", "Content-Type", "application/x-www-form-urlencoded"),
    path_set("another version", "/v4/", "/v5/"),
    json_set("an unknown type", ["orderType"], "test"),
    json_set("no reference", ["orderReferenceId"], ...),
    json_set("no reference of the customer", ["customerReferenceId"], ...),
    json_set("no currency", ["currency"], ...),
    json_set("a currency that is a sign", ["currency"], "€"),
    json_set("no items", ["items"], []),
    json_set("no reference of the item", [*_ITEM, "itemReferenceId"], ...),
    json_set("a product that is not there", [*_ITEM, "productUid"], "mug_product_of_gold"),
    json_set("nothing of it", [*_ITEM, "quantity"], 0),
    json_set("a quantity that is text", [*_ITEM, "quantity"], "1"),
    json_set("a blank print", [*_ITEM, "files"], []),
    json_set("a file of this computer", [*_ITEM, "files", 0, "url"], "file:///tmp/mug.png"),
    json_set("a place that is not there", [*_ITEM, "files", 0, "type"], "sleeve-left"),
    json_set("a place by another word", [*_ITEM, "files", 0, "type"], "wrap"),
    json_set("nobody to ship to", ["shippingAddress"], ...),
    json_set("a street that is too long", ["shippingAddress", "addressLine1"], _LINE),
    json_set("a name that is too long", ["shippingAddress", "firstName"], "Wolfeschlegelsteinhausenbergerdorff"),
    json_set("a name in one field", ["shippingAddress", "name"], "TEST RECIPIENT"),
    json_set("no mail", ["shippingAddress", "email"], ...),
    json_set("no state where one is needed", ["shippingAddress", "country"], "US"),
    json_set("a country by name", ["shippingAddress", "country"], "United Kingdom"),
    json_set("an unknown way to ship", ["shipmentMethodUid"], "pigeon"),
    json_set("too long a remark", ["metadata"], [{"key": "note", "value": "x" * 101}]),
)
