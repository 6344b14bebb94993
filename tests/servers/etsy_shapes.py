"""What Etsy shows of a receipt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOST_SKU = 32
PERSONALISATION = 54
"""The property under which the buyer's own words stand; newer listings name the question that they answer besides."""

NOTHING_ASKED = "Not requested on this item."
"""What stands there where a buyer wrote nothing."""


def receipt_shown(order: Mapping[str, Any]) -> dict[str, Any]:
    to, made = order["address"], int(order["created"].timestamp())
    changed = int(order["updated"].timestamp())
    person = " ".join(filter(None, (to["first_name"], to["last_name"])))
    return {
        "receipt_id": order["id"],
        "receipt_type": 0,
        "seller_user_id": 4567,
        "buyer_user_id": 8910,
        "buyer_email": order["email"],
        "name": person or to["company"],
        "first_line": to["address1"],
        "second_line": ", ".join(filter(None, (to["address2"], to["company"] if person else ""))) or None,
        "city": to["city"],
        "state": to["state"] or None,
        "zip": to["postcode"],
        "country_iso": to["country"],
        "status": order["status"].title(),
        "payment_method": "cc",
        "is_paid": order["is_paid"],
        "is_shipped": bool(order["shipments"]),
        "create_timestamp": made,
        "created_timestamp": made,
        "update_timestamp": changed,
        "updated_timestamp": changed,
        "is_gift": False,
        "gift_message": "",
        "shipments": [_shipment(one) for one in order["shipments"]],
        "transactions": [_transaction(order, line) for line in order["lines"]],
        "refunds": [
            {"amount": _money(one["cents"]), "created_timestamp": int(one["at"].timestamp()), "reason": None}
            for one in order["refunds"]
        ],
    }


def _money(cents: int) -> dict[str, Any]:
    return {"amount": cents, "divisor": 100, "currency_code": "USD"}


def _shipment(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "receipt_shipping_id": one["id"],
        "shipment_notification_timestamp": int(one["at"].timestamp()),
        "carrier_name": one["carrier"],
        "tracking_code": one["code"],
    }


def _transaction(order: Mapping[str, Any], line: Mapping[str, Any]) -> dict[str, Any]:
    bought = line["bought"]
    return {
        "transaction_id": line["id"],
        "title": f"A print &amp; more ({bought.sku})",
        "quantity": bought.quantity,
        "receipt_id": order["id"],
        "is_digital": False,
        "listing_id": 1_700_000_001,
        "transaction_type": "listing",
        "product_id": 1_800_000_001,
        "sku": bought.sku,
        "price": _money(1000),
        "variations": [_variation(n, name, value) for n, (name, value) in enumerate(bought.properties)],
    }


def _variation(n: int, name: str, value: str) -> dict[str, Any]:
    own = name == "Personalization"
    return {
        "property_id": PERSONALISATION if own else 513 + n,
        "value_id": None if own else 900 + n,
        "formatted_name": name,
        "formatted_value": value,
        "question_id": None,
    }
