"""Prodigi's Print API v4, as prodigi.com/print-api/docs/reference (December 2024) and its official Postman collection describe
it: our test server.

What an action has come to stands in its answer, which is 200 either way. An order is produced without being confirmed; it is
made once for each idempotency key, for ever. Callbacks are CloudEvents and are not signed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from tests.servers.imageservice import any_object, header_set, json_set, path_set
from tests.servers.partner import Charge, PartnerServer, Route, is_link, order_mutations
from tests.servers.prodigi_articles import ARTICLES, amount, article_problems, described
from tests.servers.serving import Call, Refused, Reply, said

TOKEN = "prodigi-test-key"
_TRIES = 10
_CUSTOMER = re.compile(r"[A-Z]{2}")


def _text(most: int = 255) -> Any:
    """Empty words are refused: what is left out is null, or not there (field reports)."""
    return lambda v: v is None or (isinstance(v, str) and len(v.strip()) > 0 and len(v) <= most)


def _needed(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _copies(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _metadata(value: Any) -> bool:
    return any_object(value) and len(json.dumps(value)) <= 2000


_METHODS = ("Budget", "Standard", "StandardPlus", "Express", "Overnight")
_AMOUNT = {
    "amount!": lambda v: isinstance(v, str) and re.fullmatch(r"\d+\.\d\d", v) is not None,
    "currency!": lambda v: isinstance(v, str) and re.fullmatch("[A-Z]{3}", v) is not None,
}
_RECIPIENT = {
    "name!": _needed,
    "email": _text(),
    "phoneNumber": _text(),
    "address!": {
        "line1!": _needed,
        "line2": _text(),
        "postalOrZipCode!": _needed,
        "countryCode!": lambda v: isinstance(v, str) and _CUSTOMER.fullmatch(v) is not None,
        "townOrCity!": _needed,
        "stateOrCounty": _text(),
    },
}
_ASSET = {
    "printArea!": str,
    "url!": is_link,
    "md5Hash": lambda v: v is None or (isinstance(v, str) and re.fullmatch("[0-9a-f]{32}", v) is not None),
    "pageCount": _copies,
}
ORDER: Mapping[str, Any] = {
    "merchantReference": _text(),
    "idempotencyKey": _text(),
    "callbackUrl": is_link,
    "shippingMethod!": _METHODS,
    "recipient!": _RECIPIENT,
    "items!": [
        {
            "merchantReference": _text(),
            "sku!": str,
            "copies!": _copies,
            "sizing!": ("fillPrintArea", "fitPrintArea", "stretchToPrintArea"),
            "attributes": any_object,
            "recipientCost": _AMOUNT,
            "assets!": [_ASSET],
        }
    ],
    "packingSlip": {"url!": is_link},
    "branding": any_object,
    "metadata": _metadata,
}
QUOTE: Mapping[str, Any] = {
    "shippingMethod": _METHODS,
    "destinationCountryCode!": lambda v: isinstance(v, str) and _CUSTOMER.fullmatch(v) is not None,
    "currencyCode": str,
    "items!": [{"sku!": str, "copies!": _copies, "attributes": any_object, "assets!": [{"printArea!": str}]}],
}
_SHIPPING_CENTS = {"Budget": 300, "Standard": 450, "StandardPlus": 600, "Express": 1200, "Overnight": 2500}

_STAGES = ("downloadAssets", "printReadyAssetsPrepared", "allocateProductionLocation", "inProduction", "shipping")


class ProdigiServer(PartnerServer):
    NAME = "prodigi"
    PAGES = ("https://www.prodigi.com/print-api/docs/reference/",)
    ROUTES = (
        Route("POST", r"/v4\.0/[Oo]rders/?", "create", "create"),
        Route("GET", r"/v4\.0/[Oo]rders/?", "look", "listed"),
        Route("GET", r"/v4\.0/[Oo]rders/(\w+)", "look", "order"),
        Route("GET", r"/v4\.0/[Oo]rders/(\w+)/actions", "look", "actions"),
        Route("POST", r"/v4\.0/[Oo]rders/(\w+)/actions/cancel", "cancel", "cancel"),
        Route("POST", r"/v4\.0/[Oo]rders/(\w+)/actions/(\w+)", "change", "change"),
        Route("POST", r"/v4\.0/[Qq]uotes/?", "quote", "quote"),
        Route("GET", r"/v4\.0/products/([\w-]+)", "catalogue", "product"),
    )
    FAULTS: ClassVar[Mapping[str, str]] = {
        "on hold": "the account has a pause: only an id comes back, and nothing is produced before the pause is over",
        "with issues": "CreatedWithIssues: what was in stock a moment ago is not",
        "to be paid": "CreatedWithIssues: the payment has to be authorised first",
        "in two parcels": "the order is shipped from two places",
        "refused": "cancel: FailedToCancel, although it was offered",
    }
    MOVES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "OnHold": ("InProgress", "Cancelled"),
        "AwaitingPayment": ("InProgress", "Cancelled"),
        "InProgress": ("inProduction", "Cancelled"),
        "inProduction": ("shipping",),
        "shipping": ("shipping", "Complete"),
    }
    """`inProduction` and `shipping` are details of the stage InProgress."""

    def __init__(self, token: str = TOKEN, *, live: bool = True) -> None:
        super().__init__(token)
        self.live = live
        """The sandbox does everything but charge and print."""
        self.articles |= ARTICLES
        self.tries: dict[str, int] = {}
        self.split: set[str] = set()

    # --- who may call

    def check_auth(self, call: Call) -> None:
        if self.refuses_all or call.header("X-API-Key") != self.token:
            raise _outcome(401, "NotAuthorised")

    def not_found(self, call: Call) -> Refused:
        if call.method in ("PUT", "PATCH", "DELETE"):
            return _outcome(405, "MethodNotAllowed")
        return _outcome(404, "EndpointDoesNotExist")

    # --- orders

    def create(self, call: Call) -> Reply:
        body = self.checked(call, ORDER)
        key = body.get("idempotencyKey")
        known = next((o for o in self.orders.values() if key is not None and o["idempotencyKey"] == key), None)
        if known:
            return self._answer("AlreadyExists", known)
        order = self._made(body)
        self.orders[order["id"]] = order
        return self._created(order)

    def _created(self, order: dict[str, Any]) -> Reply:
        if self.fault == "in two parcels":
            self.split.add(order["id"])
        if self.fault == "on hold":
            order["status"]["stage"] = "OnHold"
            self._tell(order)
            return said({"outcome": "OnHold", "order": {"id": order["id"]}, "traceParent": self._trace()})
        ends = self.fault == "with issues"
        missing = [i for i in order["items"] if ends or not self.articles[i["sku"]].in_stock]
        if missing or self.fault == "to be paid":
            order["status"]["issues"] = [*map(_unavailable, missing), *self._unpaid(order)]
            order["status"]["stage"] = "AwaitingPayment" if self.fault == "to be paid" else "InProgress"
        if self.fault != "to be paid":
            self._charge(order)
        self._tell(order)
        return self._answer("CreatedWithIssues" if order["status"]["issues"] else "Created", order)

    def order(self, call: Call, order_id: str) -> Reply:
        order = self._order(order_id)
        self._work(order)
        return self._answer("Ok", order)

    def listed(self, call: Call) -> Reply:
        """The newest first, by the merchant's reference or by id."""
        query = {name.lower(): value for name, value in call.query.items()}
        found = list(self.orders.values())[::-1]
        for name, key in (("merchantreferences", "merchantReference"), ("orderids", "id")):
            wanted = query.get(name, "").split(",") if query.get(name) else None
            found = [o for o in found if wanted is None or o[key] in wanted]
        if stage := query.get("status"):
            found = [o for o in found if o["status"]["stage"] == stage]
        top, skip = int(query.get("top", 10)), int(query.get("skip", 0))
        if not 1 <= top <= 100:
            raise self.invalid(["top is between 1 and 100"])
        more = len(found) > skip + top
        following = f"{self.url}/v4.0/Orders?top={top}&skip={skip + top}" if more else None
        page = {"orders": found[skip : skip + top], "hasMore": more, "nextUrl": following}
        return said({"outcome": "Ok", **page, "traceParent": self._trace()})

    # --- actions

    def actions(self, call: Call, order_id: str) -> Reply:
        order = self._order(order_id)
        changes = ("changeRecipientDetails", "changeShippingMethod", "changeMetaData")
        offered = {"isAvailable": "Yes" if self._open(order) else "No"}
        return said({"outcome": "Ok", "cancel": offered, **dict.fromkeys(changes, offered)})

    def cancel(self, call: Call, order_id: str) -> Reply:
        order = self._order(order_id)
        if not self._open(order):
            return self._answer("ActionNotAvailable", order)
        if self.fault == "refused":
            return self._answer("FailedToCancel", order)
        self.moved(order, "Cancelled")
        return self._answer("Cancelled", order)

    def change(self, call: Call, order_id: str, action: str) -> Reply:
        order = self._order(order_id)
        shapes: Mapping[str, Mapping[str, Any]] = {
            "updateShippingMethod": {"shippingMethod!": _METHODS},
            "updateRecipient": _RECIPIENT,
            "updateMetadata": {"metadata!": _metadata},
        }
        if action not in shapes:
            raise _outcome(404, "EndpointDoesNotExist")
        body = self.checked(call, shapes[action])
        if not self._open(order):
            return self._answer("ActionNotAvailable", order)
        order |= {"recipient": body} if action == "updateRecipient" else body
        return self._answer("Updated", order)

    def _open(self, order: Mapping[str, Any]) -> bool:
        """Until it is in production it can be changed, and called off."""
        return self.state(order["id"]) in ("OnHold", "AwaitingPayment", "InProgress")

    # --- prices and products

    def quote(self, call: Call) -> Reply:
        body = self.checked(call, QUOTE)
        methods = [body["shippingMethod"]] if "shippingMethod" in body else list(_METHODS)
        currency, goods = body.get("currencyCode", "GBP"), self._goods(body["items"])
        quotes = [
            {
                "shipmentMethod": method,
                "costSummary": {
                    "items": amount(goods, currency),
                    "shipping": amount(_SHIPPING_CENTS[method], currency),
                    "totalCost": amount(goods + _SHIPPING_CENTS[method], currency),
                },
                "shipments": [
                    {
                        "fulfillmentLocation": {"countryCode": body["destinationCountryCode"], "labCode": "lab_1"},
                        "cost": amount(_SHIPPING_CENTS[method], currency),
                    }
                ],
                "items": [{**i, "unitCost": amount(self.articles[i["sku"]].cents, currency)} for i in body["items"]],
            }
            for method in methods
        ]
        return said({"outcome": "Created", "quotes": quotes, "issues": [], "traceParent": self._trace()})

    def product(self, call: Call, sku: str) -> Reply:
        article = self.articles.get(sku.upper())
        if article is None:
            raise _outcome(404, "EntityNotFound")
        return said({"outcome": "Ok", "product": described(sku, article), "traceParent": self._trace()})

    # --- the order's own way

    def state(self, order_id: str) -> str:
        status = self._order(order_id)["status"]
        if status["stage"] != "InProgress":
            return str(status["stage"])
        return next((s for s in ("shipping", "inProduction") if status["details"][s] != "NotStarted"), "InProgress")

    def moved(self, order: dict[str, Any], state: str) -> None:
        status = order["status"]
        if state == "InProgress":
            status |= {"stage": "InProgress", "issues": []}
            self._charge(order)
        elif state == "inProduction":
            status["details"] |= dict.fromkeys(_STAGES[:3], "Complete") | {state: "InProgress"}
        elif state == "shipping":
            status["details"] |= {"inProduction": "Complete", state: "InProgress"}
            order["shipments"].append(self._shipment(order))
        else:
            status["stage"] = state
            if state == "Complete":
                status["details"] |= dict.fromkeys(_STAGES, "Complete")
        order["lastUpdated"] = self.stamp()
        self._tell(order)

    def _work(self, order: dict[str, Any]) -> None:
        """What it does by itself: it downloads, ten times at most."""
        details = order["status"]["details"]
        if order["status"]["stage"] not in ("InProgress", "AwaitingPayment") or details["downloadAssets"] == "Complete":
            return
        if self.tries.get(order["id"], 0) >= _TRIES:
            return
        self.tries[order["id"]] = tries = self.tries.get(order["id"], 0) + 1
        failed = [asset for item in order["items"] for asset in item["assets"] if not self._downloaded(asset)]
        code = "FailedToDownloaded" if tries == _TRIES else "NotDownloaded"
        kept = [i for i in order["status"]["issues"] if ".assets." not in i["errorCode"]]
        order["status"]["issues"] = kept + [
            {"objectId": a["id"], "errorCode": f"order.items.assets.{code}", "description": "Asset not downloaded."}
            for a in failed
        ]
        done = "Complete" if not failed else "Error" if tries == _TRIES else "InProgress"
        details |= {"downloadAssets": done, "printReadyAssetsPrepared": "NotStarted" if failed else "Complete"}

    def _downloaded(self, asset: dict[str, Any]) -> bool:
        if asset["status"] != "Complete":
            file = self.fetched(asset["url"], ("png", "jpeg", "pdf"))
            good = not file.problem and asset.get("md5Hash") in (None, file.md5)
            asset["status"] = "Complete" if good else "Error"
        return bool(asset["status"] == "Complete")

    # --- shapes

    def more_problems(self, body: Any, shape: Mapping[str, Any]) -> Iterator[str]:
        if shape not in (ORDER, QUOTE):
            return
        if not body["items"]:
            yield "items is empty"
        for n, item in enumerate(body["items"]):
            yield from article_problems(self.articles, item, f"items[{n}]", chosen=shape is ORDER)

    def invalid(self, wrong: Sequence[str]) -> Refused:
        """Their list is by field; ours has the words beside it."""
        return _outcome(400, "ValidationFailed", {w.split(" ", 1)[0].rstrip(":"): [{"code": w}] for w in wrong})

    def wrong_type(self) -> Refused:
        return _outcome(415, "InvalidContentType")

    def _made(self, body: Mapping[str, Any]) -> dict[str, Any]:
        number = self.next_number()
        items = [
            {
                **item,
                "id": f"ori_{number}{n}",
                "status": "Ok",
                "assets": [
                    {**asset, "id": f"ast_{number}{n}{m}", "status": "InProgress", "thumbnailUrl": None}
                    for m, asset in enumerate(item["assets"])
                ],
            }
            for n, item in enumerate(body["items"])
        ]
        return {
            "id": f"ord_{840_000 + number}",
            "created": self.stamp(),
            "lastUpdated": self.stamp(),
            "callbackUrl": body.get("callbackUrl"),
            "merchantReference": body.get("merchantReference"),
            "shippingMethod": body["shippingMethod"],
            "idempotencyKey": body.get("idempotencyKey"),
            "status": {"stage": "InProgress", "issues": [], "details": dict.fromkeys(_STAGES, "NotStarted")},
            "charges": [],
            "shipments": [],
            "recipient": body["recipient"],
            "items": items,
            "packingSlip": body.get("packingSlip"),
            "metadata": body.get("metadata", {}),
        }

    def _charge(self, order: dict[str, Any]) -> None:
        cents = self._goods(order["items"]) + _SHIPPING_CENTS[order["shippingMethod"]]
        if self.live:
            self.charges.append(Charge(order["id"], cents))
        charge = {"id": f"chg_{order['id'][4:]}", "prodigiInvoiceNumber": None, "totalCost": amount(cents, "GBP")}
        order["charges"] = [charge | {"items": []}]

    def _goods(self, items: Sequence[Mapping[str, Any]]) -> int:
        return sum(self.sold(item["sku"]).cents * item["copies"] for item in items)

    def _unpaid(self, order: Mapping[str, Any]) -> list[dict[str, Any]]:
        if self.fault != "to be paid":
            return []
        told = {"authorisationUrl": "https://dashboard.prodigi.com/pay/1", "paymentDetails": amount(1350, "GBP")}
        named = {"objectId": order["id"], "errorCode": "RequiresPaymentAuthorisation"}
        return [{**named, "description": "Pay.", "authorisationDetails": told}]

    def _shipment(self, order: Mapping[str, Any]) -> dict[str, Any]:
        number = self.next_number()
        items = order["items"]
        if order["id"] in self.split:
            items = items[len(order["shipments"]) :][:1] or items[-1:]
        return {
            "id": f"shp_{number}",
            "status": "Shipped",
            "carrier": {"name": "royalmail", "service": "Royal Mail Tracked 48"},
            "tracking": {"number": f"RM{number:09d}GB", "url": f"https://track.example/RM{number:09d}GB"},
            "dispatchDate": self.stamp(),
            "items": [{"itemId": item["id"]} for item in items],
            "fulfillmentLocation": {"countryCode": "GB", "labCode": "prodigi_gb3"},
        }

    def _order(self, order_id: str) -> dict[str, Any]:
        if order_id not in self.orders:
            raise _outcome(404, "EntityNotFound")
        return self.orders[order_id]

    def _answer(self, outcome: str, order: Mapping[str, Any]) -> Reply:
        return said({"outcome": outcome, "order": order, "traceParent": self._trace()})

    def _trace(self) -> str:
        return f"00-{len(self.calls):032x}-01"

    def _tell(self, order: Mapping[str, Any]) -> None:
        """To the address that came with the order, and to none other."""
        event_id = f"evt_{self.next_number()}"
        kind = f"com.prodigi.order.status.stage.changed#{order['status']['stage']}"
        event = {
            "specversion": "1.0",
            "type": kind,
            "source": "http://api.prodigi.com/v4.0/Orders/",
            "id": event_id,
            "time": self.stamp(),
            "datacontenttype": "application/json",
            "subject": order["id"],
            "data": {"order": order},
        }
        self.tell(kind, order["id"], event_id, event, order["callbackUrl"] or "")


def _unavailable(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"objectId": item["id"], "errorCode": "order.items.ItemUnavailable", "description": "Out of stock."}


def _outcome(status: int, words: str, data: Any = None) -> Refused:
    return Refused(
        said({"statusText": words, "statusCode": status, "data": data or {}, "traceParent": "00-1-01"}, status)
    )


_ITEM = ("items", 0)
MUTATIONS = (
    *order_mutations("X-API-Key"),
    header_set("a form", "Content-Type", "application/x-www-form-urlencoded"),
    path_set("another version", "/v4.0/", "/v3.0/"),
    json_set("no way to ship", ["shippingMethod"], ...),
    json_set("a way to ship in small letters", ["shippingMethod"], "standard"),
    json_set("nobody to ship to", ["recipient"], ...),
    json_set("no name", ["recipient", "name"], ""),
    json_set("no street", ["recipient", "address", "line1"], ...),
    json_set("an empty second line", ["recipient", "address", "line2"], ""),
    json_set("a country by name", ["recipient", "address", "countryCode"], "United Kingdom"),
    json_set("a town by another word", ["recipient", "address", "city"], "Leeds"),
    json_set("no items", ["items"], []),
    json_set("no copies", [*_ITEM, "copies"], 0),
    json_set("copies that are text", [*_ITEM, "copies"], "2"),
    json_set("a product that is not there", [*_ITEM, "sku"], "GLOBAL-FAP-99X99"),
    json_set("no sizing", [*_ITEM, "sizing"], ...),
    json_set("an unknown sizing", [*_ITEM, "sizing"], "crop"),
    json_set("an attribute of another product", [*_ITEM, "attributes"], {"finish": "gloss"}),
    json_set("a blank print", [*_ITEM, "assets"], []),
    json_set("an area that is not there", [*_ITEM, "assets", 0, "printArea"], "sleeve"),
    json_set("a file of this computer", [*_ITEM, "assets", 0, "url"], "file:///tmp/front.png"),
    json_set("another hash", [*_ITEM, "assets", 0, "sha256"], "0" * 64),
    json_set("a hash that is none", [*_ITEM, "assets", 0, "md5Hash"], "xyz"),
    json_set("a callback that is no address", ["callbackUrl"], "shop"),
    json_set("metadata beyond all", ["metadata"], {"note": "x" * 2000}),
)
