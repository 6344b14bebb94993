"""`pod styles`, `products`, `providers`, `partners`, `ledger`: what there is, as tables or JSON."""

from __future__ import annotations

import os
from typing import Any

import typer

import prompts
from pod.bootstrap import found_partners, found_providers
from pod.cli.output import print_json, table
from pod.cli.pictures import JsonOption
from pod.model.product import PrintArea, Product
from pod.paths import templates_dir
from pod.store.catalogue import FileCatalogue


def register(app: typer.Typer) -> None:
    for command in (styles, products, providers, partners):
        app.command()(command)


def styles(as_json: JsonOption = False) -> None:
    """The styles that a prompt can be composed in."""
    found = prompts.styles()
    if as_json:
        print_json({"styles": found})
        return
    table("Styles", ("name", "version", "what it draws"), ((s.name, s.version, s.title) for s in found))


def products(as_json: JsonOption = False) -> None:
    """Products with their print areas, sizes and cloth colours."""
    found = FileCatalogue(templates_dir()).products()
    if as_json:
        print_json({"products": found})
        return
    table("Products", ("sku", "name", "print areas", "sizes", "cloth colours"), (_product_row(p) for p in found))


def providers(as_json: JsonOption = False) -> None:
    """Image providers: which are set up, and what the others lack."""
    _adapters("providers", found_providers(os.environ), as_json)


def partners(as_json: JsonOption = False) -> None:
    """Fulfillment partners: which are set up, and what the others lack."""
    _adapters("partners", found_partners(os.environ), as_json)


def _adapters(title: str, found: Any, as_json: bool) -> None:
    rows = [{"name": a.name, "state": a.state, "summary": a.summary, "reason": a.reason} for a in found]
    if as_json:
        print_json({title: rows})
        return
    table(
        title.capitalize(),
        ("name", "state", "what it is"),
        ((r["name"], r["state"], r["reason"] or r["summary"]) for r in rows),
    )


def _product_row(product: Product) -> tuple[str, ...]:
    areas = "\n".join(_area_text(a) for a in product.areas)
    return product.sku, product.name, areas, ", ".join(product.sizes), ", ".join(c.name for c in product.cloths)


def _area_text(area: PrintArea) -> str:
    width_px, height_px = area.size_px
    bleed = f" + {area.bleed_mm:g} bleed" if area.bleed_mm else ""
    return f"{area.name} {area.width_mm:g} × {area.height_mm:g} mm{bleed}, {width_px} × {height_px} px"
