"""Orders that a program or a person has written: as JSON, or as the rows of a CSV file. Everything wrong is said at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from fulfillment.shops.base import design_in, dicts, text, whole, words_in
from pod.model.errors import InputRefused, PodError, Problems
from pod.model.order import ShipTo
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.model.table import read_table

_ADDRESS = ("name", "line1", "line2", "city", "region", "postcode", "country", "email", "phone")
COLUMNS = ("order", "sku", "quantity", "design", "paid", *_ADDRESS, "words")
"""Of a CSV file, in any order; a row is a line, and an order's first row carries its address."""

_NEEDED = ("order", "sku", "quantity")
_YES, _NO = frozenset({"yes", "true", "1", "paid"}), frozenset({"", "no", "false", "0", "unpaid"})
_MOST_ROWS = 20_000

Wrong = list[tuple[str, PodError]]


def order_from_json(raw: bytes) -> ShopOrder:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, Mapping):
        raise InputRefused("shop_order", "The message is not a JSON object.", "Send one order as one object.")
    wrong: Wrong = []
    lines = tuple(_line(n, row, wrong) for n, row in enumerate(dicts(found.get("lines")), 1))
    paid = found.get("paid")
    checks = {
        "id": ("The order has no id.", "Send the shop's own id as text.", bool(text(found.get("id")))),
        "paid": ("Whether it is paid is not said.", "Send true or false.", isinstance(paid, bool)),
        "lines": ("The order has no lines.", "Send at least one with id, sku and quantity.", bool(lines)),
        "changed_at": (
            "When it changed is not said.",
            "Send an ISO 8601 time with a zone.",
            _moment(found) is not None,
        ),
    }
    wrong += [
        (where, InputRefused("shop_order", words, hint)) for where, (words, hint, good) in checks.items() if not good
    ]
    if wrong:
        raise Problems("shop_order", "This order cannot be read.", wrong)
    to = found.get("ship_to")
    return ShopOrder(
        id=text(found["id"]),
        number=text(found.get("number")) or text(found["id"]),
        payment=Payment.PAID if paid else Payment.UNPAID,
        changed_at=_moment(found) or datetime.fromtimestamp(0, UTC),
        lines=lines,
        ship_to=_address(to) if isinstance(to, Mapping) else None,
        cancelled=found.get("cancelled") is True,
        test=found.get("test") is True,
    )


def _line(n: int, row: Mapping[str, Any], wrong: Wrong) -> ShopLine:
    sku, quantity = text(row.get("sku")), whole(row.get("quantity"))
    if not sku or not quantity:
        words = f"Line {n} needs a sku and a quantity of 1 or more."
        wrong.append(
            (f"lines[{n}]", InputRefused("shop_order", words, "Send the sku of the variant as it was published."))
        )
    told = design_in([("design_id", row.get("design"))])
    title, words = text(row.get("title"))[:200], words_in([("words", row.get("words"))])
    return ShopLine(text(row.get("id")) or str(n), sku, quantity, title, told, words)


def _moment(found: Mapping[str, Any]) -> datetime | None:
    try:
        told = datetime.fromisoformat(text(found.get("changed_at")))
    except ValueError:
        return None
    return told.astimezone(UTC) if told.tzinfo else None


def _address(told: Mapping[str, Any]) -> ShipTo | None:
    values = {name: text(told.get(name)) for name in _ADDRESS}
    return ShipTo(**{**values, "country": values["country"].upper()}) if any(values.values()) else None


def orders_from_csv(data: bytes, now: datetime) -> Sequence[ShopOrder]:
    """`Problems` names every row that is wrong; nothing is taken from a file that has one."""
    rows, wrong = read_table(data, COLUMNS, _NEEDED, _MOST_ROWS), Wrong()
    groups = dict[str, list[tuple[int, Mapping[str, str]]]]()
    for n, row in enumerate(rows, 2):
        wrong += [(f"row {n}", e) for e in _wrong_cells(row)]
        groups.setdefault(row.get("order", ""), []).append((n, row))
    for order, its in groups.items():
        said = {row["paid"] for _, row in its if row.get("paid")}
        if len({word in _YES for word in said}) > 1:
            words = f"Order {order} is paid in one row and not in another."
            wrong.append(
                (f"row {its[0][0]}", InputRefused("csv_cell", words, "Say the same in every row, or only once."))
            )
    if wrong:
        raise Problems("csv_file", "This file cannot be taken.", wrong)
    return [_from_rows(order, [row for _, row in its], now) for order, its in groups.items()]


def _wrong_cells(row: Mapping[str, str]) -> Iterator[PodError]:
    for name in ("order", "sku"):
        if not row.get(name):
            yield InputRefused("csv_cell", f"There is no {name}.", "Fill it in.")
    if not row.get("quantity", "").isdecimal() or int(row["quantity"]) == 0:
        yield InputRefused("csv_cell", f"“{row.get('quantity', '')[:20]}” is no quantity.", "Write 1 or more.")
    if row.get("design") and not design_in([("design_id", row["design"])]):
        yield InputRefused("csv_cell", f"“{row['design'][:40]}” is no design.", "Write its 32 letters and digits.")
    if row.get("paid", "").lower() not in _YES | _NO:
        yield InputRefused("csv_cell", f"“{row['paid'][:20]}” says neither yes nor no.", "Write yes or no under paid.")


def _from_rows(order: str, rows: Sequence[Mapping[str, str]], now: datetime) -> ShopOrder:
    told = next((to for row in rows if (to := _address(row))), None)
    lines = (
        ShopLine(
            str(n),
            row["sku"],
            int(row["quantity"]),
            "",
            design_in([("design_id", row.get("design"))]),
            words_in([("words", row.get("words"))]),
        )
        for n, row in enumerate(rows, 1)
    )
    paid = any(row.get("paid", "").lower() in _YES for row in rows)
    return ShopOrder(order, order, Payment.PAID if paid else Payment.UNPAID, now, tuple(lines), told)
