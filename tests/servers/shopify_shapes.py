"""What Shopify shows of its orders, by GraphQL and in its messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.servers.shopify_queries import by_id, paged


def user_errors(words: Sequence[str]) -> dict[str, Any]:
    return {"fulfillment": None, "userErrors": [{"field": ["fulfillment"], "message": w} for w in words]}


def address_shown(told: Mapping[str, str] | None) -> dict[str, Any] | None:
    if told is None:
        return None
    return {
        "id": "gid://shopify/MailingAddress/1",
        "name": f"{told['first_name']} {told['last_name']}".strip(),
        "firstName": told["first_name"] or None,
        "lastName": told["last_name"] or None,
        "company": told["company"] or None,
        "address1": told["address1"],
        "address2": told["address2"] or None,
        "city": told["city"],
        "provinceCode": told["state"] or None,
        "zip": told["postcode"],
        "countryCodeV2": told["country"],
        "phone": told["phone"] or None,
    }


def line_shown(line: Mapping[str, Any]) -> dict[str, Any]:
    bought = line["bought"]
    return {
        "id": f"gid://shopify/LineItem/{line['id']}",
        "sku": bought.sku or None,
        "name": f"A print ({bought.sku})",
        "title": f"A print ({bought.sku})",
        "variantTitle": None,
        "quantity": bought.quantity,
        "currentQuantity": line["current"],
        "unfulfilledQuantity": line["current"],
        "refundableQuantity": line["current"],
        "requiresShipping": True,
        "isGiftCard": False,
        "customAttributes": [{"key": k, "value": v} for k, v in bought.properties],
    }


def item_shown(item: Mapping[str, Any]) -> dict[str, Any]:
    line = line_shown(item["line"])
    return {
        "id": f"gid://shopify/FulfillmentOrderLineItem/{item['id']}",
        "lineItem": line,
        "remainingQuantity": item["remaining"],
        "totalQuantity": line["quantity"],
        "sku": line["sku"],
        "productTitle": line["title"],
        "requiresShipping": True,
    }


def fulfillment_shown(made: Mapping[str, Any]) -> dict[str, Any]:
    tracking = made["tracking"]
    numbers = tracking.get("numbers") or ([tracking["number"]] if tracking.get("number") else [])
    infos = [{"company": tracking.get("company"), "number": n, "url": tracking.get("url")} for n in numbers]
    lines = [{"id": f"gid://shopify/FulfillmentLineItem/{n}", "line": w} for n, w in enumerate(made["lines"])]
    return {
        "id": f"gid://shopify/Fulfillment/{made['id']}",
        "legacyResourceId": str(made["id"]),
        "name": f"F{made['id']}",
        "status": "SUCCESS",
        "createdAt": made["created_at"],
        "updatedAt": made["created_at"],
        "totalQuantity": sum(n for _, n in made["lines"]),
        "trackingInfo": lambda info, first=None: infos[:first],
        "fulfillmentLineItems": lambda info, **page: paged(
            lines,
            by_id,
            lambda r: {"id": r["id"], "lineItem": line_shown(r["line"][0]), "quantity": r["line"][1]},
            **page,
        ),
    }


def refund_shown(made: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": f"gid://shopify/Refund/{made['id']}",
        "createdAt": made["created_at"],
        "refundLineItems": lambda info, **page: paged(
            [made], by_id, lambda r: {"lineItem": line_shown(r["line"]), "quantity": r["quantity"]}, **page
        ),
    }


def rest_shown(order: Mapping[str, Any]) -> dict[str, Any]:
    """What a message has: the shape of the older interface."""
    address = order["address"] and {
        **{n: order["address"][n] for n in ("first_name", "last_name", "company", "address1", "address2", "city")},
        "province_code": order["address"]["state"],
        "zip": order["address"]["postcode"],
        "country_code": order["address"]["country"],
        "phone": order["address"]["phone"],
    }
    return {
        "id": order["id"],
        "admin_graphql_api_id": f"gid://shopify/Order/{order['id']}",
        "name": order["name"],
        "test": order["test"],
        "financial_status": order["paid"].lower(),
        "cancelled_at": order["cancelled_at"],
        "updated_at": order["updated_at"],
        "shipping_address": address,
        "line_items": [
            {
                "id": line["id"],
                "sku": line["bought"].sku,
                "quantity": line["bought"].quantity,
                "current_quantity": line["current"],
                "properties": [{"name": k, "value": v} for k, v in line["bought"].properties],
            }
            for line in order["lines"]
        ],
    }


def edit_told(order: Mapping[str, Any]) -> dict[str, Any]:
    """An edit names its order; the order's new lines are not in it."""
    added = [{"id": order["lines"][-1]["id"], "delta": 1}]
    return {
        "order_edit": {"id": 78912328793, "order_id": order["id"], "line_items": {"additions": added, "removals": []}}
    }


def refund_told(order: Mapping[str, Any]) -> dict[str, Any]:
    """A refund has an id of its own, which is not the order's."""
    lines = [{"line_item_id": r["line"]["id"], "quantity": r["quantity"]} for r in order["refunds"]]
    return {"id": 890088186047892319, "order_id": order["id"], "refund_line_items": lines}
