"""Etsy's Open API v3, of one shop: what its reference documents of receipts, of parcels, and of who may ask.

https://developers.etsy.com/documentation/reference (OpenAPI 3.0.0) · /documentation/essentials/authentication · …/rate-limits

Left open there, and decided the harder way round: a refresh token is worth nothing once it has been used, a receipt that is
read by pages sorted by its change moves as soon as it changes, and a listing's sku is 32 characters at the most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import parse_qs

from tests.servers.etsy_listings import ListingShelf
from tests.servers.etsy_shapes import MOST_SKU, receipt_shown
from tests.servers.serving import Call, Refused, Reply, said
from tests.servers.shop import ADDRESS, Bought, ShopServer

KEYSTRING, SHARED_SECRET = "etsy-keystring-test", "etsy-shared-secret-test"
REFRESH = "4567.refresh-token-of-the-test"
SHOP_ID = 51234567
SCOPES = frozenset({"transactions_r", "transactions_w", "listings_r", "listings_w", "listings_d"})
_APP = "/v3/application"
_TOKEN_LIVES = timedelta(hours=1)
_EARLIEST = 946684800
_SORTS = {"created": "created", "updated": "updated", "receipt_id": "id"}
_UP = ("asc", "ascending", "up")
_STATUSES = ("open", "payment processing", "paid", "completed", "canceled", "fully refunded", "partially refunded")


def _error(status: int, words: str, **headers: str) -> Reply:
    return said({"error": words}, status, **headers)


class EtsyServer(ShopServer):
    PAGES = ("https://developers.etsy.com/documentation/reference",)
    OWN_FAULTS: ClassVar = {
        "second used up": _error(429, "Exceeded per-second rate limit.", Retry_After="1"),
        "key expired": said({"error": "invalid_token", "error_description": "access token is expired"}, 401),
    }

    def __init__(self) -> None:
        super().__init__("")
        self.keystring, self.shared_secret = KEYSTRING, SHARED_SECRET
        self.refresh_tokens = {REFRESH}
        self.access_tokens: dict[str, datetime] = {}
        self.scopes = SCOPES
        self.per_day = 10_000
        self.left_today = self.per_day
        self.refreshed = 0
        self.shelf = ListingShelf(self.next_number, self._scope, lambda: int(self.clock.now.timestamp()))
        self.emails: list[tuple[str, str]] = []
        """What buyers were mailed: every shipment that is accepted is one mail."""

    # --- what happens in the shop

    def buy(self, *lines: Bought, status: str = "paid", **changes: Any) -> str:
        assert status in _STATUSES
        number = 2_900_000_000 + self.next_number()
        assert all(len(line.sku) <= MOST_SKU for line in lines)
        self.orders[number] = {
            "id": number,
            "status": status,
            "is_paid": status not in ("open", "payment processing", "canceled"),
            "created": self.clock.now,
            "address": dict(ADDRESS),
            "email": None,
            "lines": [{"id": 3_900_000_000 + self.next_number(), "bought": line} for line in lines],
            "shipments": [],
            "refunds": [],
            **changes,
        }
        self._changed(number)
        return str(number)

    def line_ids(self, order_id: str) -> list[str]:
        return [str(line["id"]) for line in self.orders[int(order_id)]["lines"]]

    def become(self, order_id: str, status: str) -> None:
        assert status in _STATUSES
        self._changed(int(order_id), status=status, is_paid=status not in ("open", "payment processing", "canceled"))

    def refund(self, order_id: str, cents: int) -> None:
        """Money goes back as an amount: which line it was for is not said."""
        order = self.orders[int(order_id)]
        order["refunds"].append({"cents": cents, "at": self.clock.now})
        gone = sum(refund["cents"] for refund in order["refunds"])
        total = sum(1000 * line["bought"].quantity for line in order["lines"])
        self.become(order_id, "fully refunded" if gone >= total else "partially refunded")

    def forget(self, order_id: str) -> None:
        del self.orders[int(order_id)]

    def _changed(self, number: int, **changes: Any) -> None:
        self.clock.advance(1)
        self.orders[number] |= changes | {"updated": self.clock.now}

    # --- who may ask

    def check_auth(self, call: Call) -> None:
        if call.route == "/v3/public/oauth/token":
            return
        if self.left_today <= 0:
            raise Refused(_error(429, "Exceeded daily rate limit.", Retry_After="3600", **self._limits()))
        self.left_today -= 1
        if call.header("x-api-key") != f"{self.keystring}:{self.shared_secret}":
            raise Refused(_error(403, "Invalid API key: should be in the format 'keystring:shared_secret'."))
        kind, _, token = call.header("Authorization").partition(" ")
        lapses = self.access_tokens.get(token) if kind == "Bearer" else None
        if lapses is None:
            raise Refused(said({"error": "invalid_token", "error_description": "access token is invalid"}, 401))
        if lapses <= self.clock.now:
            raise Refused(said({"error": "invalid_token", "error_description": "access token is expired"}, 401))

    def _limits(self) -> dict[str, str]:
        left = {"x_limit_per_second": "10", "x_remaining_this_second": "9"}
        return {**left, "x_limit_per_day": str(self.per_day), "x_remaining_today": str(max(0, self.left_today))}

    def _scope(self, wanted: str) -> None:
        if wanted not in self.scopes:
            raise Refused(_error(403, f"insufficient_scope: this request needs {wanted}"))

    def verb(self, call: Call) -> str:
        if call.route.endswith("/oauth/token"):
            return "token"
        return "read" if call.method == "GET" else "write"

    def answer(self, call: Call) -> Reply:
        for method, path, handle in self.routes():
            if call.method == method and (found := re.fullmatch(path, call.route)):
                reply = handle(call, *found.groups())
                return Reply(
                    reply.status,
                    reply.body,
                    {**reply.headers, **{n.replace("_", "-"): v for n, v in self._limits().items()}},
                )
        return _error(404, "Resource not found.")

    def routes(self) -> tuple[tuple[str, str, Callable[..., Reply]], ...]:
        shop = rf"{_APP}/shops/{SHOP_ID}"
        return (
            ("POST", "/v3/public/oauth/token", self._token),
            ("GET", shop, self._shop),
            ("GET", f"{shop}/receipts", self._list),
            ("GET", rf"{shop}/receipts/(\d+)", self._show),
            ("POST", rf"{shop}/receipts/(\d+)/tracking", self._track),
            *self.shelf.routes(_APP, shop),
        )

    def _token(self, call: Call) -> Reply:
        if call.header("Content-Type").partition(";")[0] != "application/x-www-form-urlencoded":
            return said({"error": "invalid_request", "error_description": "grant_type is missing"}, 400)
        told = {name: values[-1] for name, values in parse_qs(call.body.decode()).items()}
        if told.get("grant_type") != "refresh_token":
            return said({"error": "unsupported_grant_type", "error_description": "grant_type is not supported"}, 400)
        if told.get("client_id") != self.keystring:
            return said({"error": "invalid_client", "error_description": "client_id is not known"}, 401)
        if told.get("refresh_token") not in self.refresh_tokens:
            return said({"error": "invalid_grant", "error_description": "refresh_token is invalid or expired"}, 400)
        self.refresh_tokens.discard(told["refresh_token"])
        self.refreshed += 1
        access, refresh = f"4567.access-{self.next_number()}", f"4567.refresh-{self.next_number()}"
        self.access_tokens[access] = self.clock.now + _TOKEN_LIVES
        self.refresh_tokens.add(refresh)
        made = {"access_token": access, "token_type": "Bearer", "expires_in": 3600, "refresh_token": refresh}
        return said(made)

    def _shop(self, call: Call) -> Reply:
        return said(
            {
                "shop_id": SHOP_ID,
                "shop_name": "FoxPrints",
                "currency_code": self.shelf.currency,
                "listing_active_count": 0,
            }
        )

    # --- receipts

    def _list(self, call: Call) -> Reply:
        self._scope("transactions_r")
        query = _checked(call.query)
        found = [o for o in self.orders.values() if _wanted(o, query)]
        by = _SORTS[query.get("sort_on", "created")]
        found.sort(key=lambda o: (_whole(o[by]), o["id"]), reverse=query.get("sort_order", "desc") not in _UP)
        start = int(query.get("offset", 0))
        page = found[start : start + int(query.get("limit", 25))]
        return said({"count": len(found), "results": [receipt_shown(o) for o in page]})

    def _show(self, call: Call, number: str) -> Reply:
        self._scope("transactions_r")
        return said(receipt_shown(self._found(number)))

    def _found(self, number: str) -> dict[str, Any]:
        if int(number) not in self.orders:
            raise Refused(_error(404, f"Could not find a Receipt with ID: {number}"))
        return self.orders[int(number)]

    def _track(self, call: Call, number: str) -> Reply:
        self._scope("transactions_w")
        order = self._found(number)
        told = call.json()
        strange = sorted(set(told) - {"tracking_code", "carrier_name", "send_bcc", "note_to_buyer"})
        if strange:
            return _error(400, f"Unknown parameter: {strange[0]}")
        code, carrier = told.get("tracking_code", ""), told.get("carrier_name", "")
        if bool(code) != bool(carrier):
            return _error(400, "Both tracking_code and carrier_name are required.")
        if carrier and carrier not in CARRIERS:
            return _error(400, f"Invalid carrier_name: {carrier}")
        if order["status"] == "canceled" or not order["is_paid"]:
            return _error(409, "The receipt cannot be shipped in its current state.")
        # every one of them is a parcel of its own, and a mail to the buyer
        made = {"id": 1_100_000 + self.next_number(), "carrier": carrier, "code": code, "at": self.clock.now}
        order["shipments"].append(made)
        self.emails.append((number, code))
        self._changed(int(number), status="completed")
        return said(receipt_shown(order))


CARRIERS = frozenset({"usps", "ups", "fedex", "dhl", "royal-mail", "deutsche-post", "dpd", "gls", "evri", "other"})
"""Some of those that `getShippingCarriers` names."""


def _whole(value: Any) -> int:
    """Times are told in whole seconds."""
    return int(value.timestamp()) if isinstance(value, datetime) else int(value)


_NUMBERS = {
    "limit": (1, 100),
    "offset": (0, None),
    "min_last_modified": (_EARLIEST, None),
    "min_created": (_EARLIEST, None),
}
_WORDS = {"sort_on": tuple(_SORTS), "sort_order": (*_UP, "desc", "descending", "down")}
_FLAGS = ("was_paid", "was_shipped", "was_canceled", "legacy")


def _checked(query: Mapping[str, str]) -> Mapping[str, str]:
    for name, value in query.items():
        if name in _NUMBERS:
            least, most = _NUMBERS[name]
            if not value.isdigit() or int(value) < least or (most and int(value) > most):
                raise Refused(_error(400, f"Invalid value for {name}: {value}"))
        elif name in _WORDS:
            if value not in _WORDS[name]:
                raise Refused(_error(400, f"{name} must be one of {', '.join(_WORDS[name])}"))
        elif name in _FLAGS:
            if value not in ("true", "false"):
                raise Refused(_error(400, f"{name} must be a boolean"))
        else:
            raise Refused(_error(400, f"Unknown parameter: {name}"))
    return query


def _wanted(order: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    flags = {
        "was_paid": order["is_paid"],
        "was_shipped": bool(order["shipments"]),
        "was_canceled": order["status"] == "canceled",
    }
    if any(query.get(name) not in (None, str(value).lower()) for name, value in flags.items()):
        return False
    return _whole(order["updated"]) >= int(query.get("min_last_modified", 0)) and _whole(order["created"]) >= int(
        query.get("min_created", 0)
    )


def seconds(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp())
