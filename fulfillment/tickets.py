"""The job ticket as data: what a printer is told about an order, and what is wrong with one before it is told.

Names are ASCII without spaces and at most 100 characters: printers match their answers by file name, and controllers
have met every other kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from fulfillment.base import HandOffDocument, HandOffFile, HandOffItem, HandOffOrder, payload_sha256
from fulfillment.files import Checked
from pod.model.errors import InputRefused, PodError
from pod.model.handoff import REFERENCE

TICKET_VERSION = "1.0"
MAX_NAME_CHARS = 100
SAFE_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*$")


def file_name(reference: str, item: HandOffItem, file: HandOffFile) -> str:
    return f"{reference}_{item.line}_{file.area}_v{item.version}_{item.quantity}.{file.format}"


def document_name(reference: str, document: HandOffDocument) -> str:
    return f"{reference}_{document.name}"


def ticket(order: HandOffOrder, checked: Mapping[str, Checked]) -> dict[str, Any]:
    """`checked` holds every delivered file by its name. Files are referred to by bare name: only that is true on both
    sides of a hot folder."""
    names = [document_name(order.reference, document) for document in order.documents]
    return {
        "ticket_version": TICKET_VERSION,
        "payload_sha256": payload_sha256(order),
        **_head(order),
        "items": [_item(order.reference, item, checked) for item in order.items],
        "documents": [{"name": name, **asdict(checked[name])} for name in names],
    }


def _head(order: HandOffOrder) -> dict[str, Any]:
    return {
        "job_id": order.reference,
        "revision": order.revision,
        "created_at": order.created_at.isoformat(),
        "order_ref": order.order_ref,
        "ship": {"method": order.shipping_method, **asdict(order.ship_to)},
    }


def _item(reference: str, item: HandOffItem, checked: Mapping[str, Checked]) -> dict[str, Any]:
    told = asdict(item)
    del told["thumbnail"]
    return {**told, "files": [_file(reference, item, file, checked) for file in item.files]}


def _file(reference: str, item: HandOffItem, file: HandOffFile, checked: Mapping[str, Checked]) -> dict[str, Any]:
    name = file_name(reference, item, file)
    return {
        "name": name,
        "role": "print",
        "placement": file.area,
        **asdict(checked[name]),
        "width_px": file.width_px,
        "height_px": file.height_px,
        "ppi": file.ppi,
        "trim_mm": [file.trim_mm.width, file.trim_mm.height],
        "bleed_mm": file.bleed_mm,
        "art_mm": [file.art_mm.left, file.art_mm.top, file.art_mm.width, file.art_mm.height],
        "colour": file.colour,
    }


def problems(order: HandOffOrder) -> list[PodError]:
    """Everything that keeps this order from being handed over as files, all at once."""
    found = [*_order_problems(order), *_name_problems(order)]
    for item in order.items:
        found += _item_problems(item)
    return found


def _problem(code: str, message: str, hint: str, **details: Any) -> PodError:
    return InputRefused(code, message, hint, **details)


def _order_problems(order: HandOffOrder) -> Iterator[PodError]:
    if not REFERENCE.match(order.reference):
        yield _problem("bad_reference", f"“{order.reference}” is no reference.", "It is 1 to 32 of a–z and 0–9.")
    if not order.items:
        yield _problem("no_items", "There is nothing to print in this hand-off.", "Add at least one item.")
    for field in ("name", "line1", "city", "country"):
        if not getattr(order.ship_to, field).strip():
            yield _problem("address_incomplete", f"The address has no {field}.", "Complete it, then hand off again.")
    for line, times in Counter(item.line for item in order.items).items():
        if times > 1:
            yield _problem("line_twice", f"Line {line} stands {times} times.", "Give every item its own line number.")


def _item_problems(item: HandOffItem) -> Iterator[PodError]:
    where = f"Line {item.line}"
    if item.quantity < 1:
        hint = "Order at least one piece."
        yield _problem("bad_quantity", f"{where} asks for {item.quantity} pieces.", hint, measured=item.quantity)
    if not item.files:
        hint = "Prepare the version's print files first."
        yield _problem(
            "no_print_file", f"{where} ({item.product_name}) has no print file: it would come out blank.", hint
        )
    for file in item.files:
        if file.path is None or not file.path.is_file():
            hint = "Prepare the print files again."
            yield _problem("file_missing", f"{where}: the print file for {file.area} is not there.", hint)


def _name_problems(order: HandOffOrder) -> Iterator[PodError]:
    names = [file_name(order.reference, item, file) for item in order.items for file in item.files]
    names += [document_name(order.reference, document) for document in order.documents]
    for name, times in Counter(names).items():
        if times > 1:
            yield _problem("name_twice", f"{times} files would be named {name}.", "One would overwrite the other.")
        if not SAFE_NAME.match(name) or len(name) > MAX_NAME_CHARS:
            hint = f"Names are at most {MAX_NAME_CHARS} of letters, digits, dot, dash and underscore."
            yield _problem("bad_name", f"{name!r} is no file name that printers take.", hint, measured=len(name))
