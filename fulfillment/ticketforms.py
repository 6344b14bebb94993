"""The job ticket in the forms that printers read: JSON as it is, CSV with a row for each file, JDF for controllers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

_COLUMNS = (
    "job_id", "revision", "created_at", "order_ref", "ship_method", "ship_name", "ship_line1", "ship_line2", "ship_city",
    "ship_region", "ship_postcode", "ship_country", "line", "sku", "variant", "quantity", "name", "placement", "bytes",
    "sha256", "md5", "width_px", "height_px", "ppi", "trim_width_mm", "trim_height_mm", "bleed_mm", "colour",
)  # fmt: skip
_JDF = "http://www.CIP4.org/JDFSchema_1_1"
_MIME = {"pdf": "application/pdf", "png": "image/png", "tiff": "image/tiff", "svg": "image/svg+xml"}


def as_json(ticket: Mapping[str, Any]) -> bytes:
    return (json.dumps(ticket, indent=2, ensure_ascii=False) + "\n").encode()


def as_csv(ticket: Mapping[str, Any]) -> bytes:
    """One row for each file, the order's own columns in every one."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_rows(ticket))
    return out.getvalue().encode()


def _rows(ticket: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    ship = {f"ship_{name}": _harmless(value) for name, value in ticket["ship"].items()}
    for item in ticket["items"]:
        for file in item["files"]:
            trim = {"trim_width_mm": file["trim_mm"][0], "trim_height_mm": file["trim_mm"][1]}
            yield {**ticket, **ship, **item, **file, **trim, "order_ref": _harmless(ticket["order_ref"])}


def _harmless(value: Any) -> Any:
    """A text that a table program would take for a formula is kept as text (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def as_jdf(ticket: Mapping[str, Any]) -> bytes:
    """What a digital press reads of JDF 1.x: the files by bare name, and how many of each."""
    ET.register_namespace("", _JDF)
    job = str(ticket["job_id"])
    root = _part(None, "JDF", ID=job, JobID=job, Type="Product", Version="1.4", Status="Waiting")
    pool, links = _part(root, "ResourcePool"), ET.Element(f"{{{_JDF}}}ResourceLinkPool")
    for item in ticket["items"]:
        for n, file in enumerate(item["files"], 1):
            name = f"{item['line']}_{n}"
            run = _part(pool, "RunList", ID=f"RunList_{name}", Class="Parameter", Status="Available")
            spec = _part(run, "LayoutElement", Class="Parameter")
            _part(spec, "FileSpec", URL=str(file["name"]), MimeType=_MIME.get(str(file["name"]).rpartition(".")[2], ""))
            _part(links, "RunListLink", rRef=f"RunList_{name}", Usage="Input")
        made = f"Component_{item['line']}"
        amount = str(item["quantity"])
        _part(pool, "Component", ID=made, Class="Quantity", ComponentType="FinalProduct", Status="Unavailable")
        _part(links, "ComponentLink", rRef=made, Usage="Output", Amount=amount)
    root.append(links)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _part(parent: ET.Element | None, tag: str, **attributes: str) -> ET.Element:
    name = f"{{{_JDF}}}{tag}"
    return ET.Element(name, attributes) if parent is None else ET.SubElement(parent, name, attributes)


FORMS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {"json": as_json, "csv": as_csv, "jdf": as_jdf}
