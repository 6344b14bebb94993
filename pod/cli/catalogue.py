"""`pod styles`, `pod fonts` and `pod products`: what there is, as tables or JSON."""

from __future__ import annotations

import prompts
from pod.cli.output import JsonOption, print_json, table
from pod.lettering import choices
from pod.model.product import Kind, PrintArea, Product
from pod.paths import templates_dir
from pod.store.catalogue import FileCatalogue


def styles(as_json: JsonOption = False) -> None:
    """The styles that a prompt can be composed in, and the seasons with palettes of their own."""
    found, seasons = prompts.styles(), prompts.seasons()
    if as_json:
        print_json({"styles": found, "seasons": seasons})
        return
    table("Styles", ("name", "version", "what it draws"), ((s.name, s.version, s.title) for s in found))
    table(
        "Seasons",
        ("name", "from", "to", "palettes", "styles"),
        (
            (s.name, s.first_day, s.last_day, ", ".join(p.name for p in s.palettes), ", ".join(s.styles))
            for s in seasons
        ),
    )


def fonts(as_json: JsonOption = False) -> None:
    """The faces that words are set in, what each can write, and the layouts and effects that there are."""
    offered = choices()
    if as_json:
        print_json(
            {"faces": offered.faces, "moods": offered.moods, "layouts": offered.layouts, "effects": offered.effects}
        )
        return
    table(
        "Faces",
        ("name", "kind", "moods", "scripts"),
        ((f.name, f.kind, ", ".join(f.moods), ", ".join(f.scripts)) for f in offered.faces),
    )
    table("Layouts", ("name", "what it is"), ((n.value, title) for n, title in offered.layouts.items()))
    table("Effects", ("name", "what it is"), ((n.value, title) for n, title in offered.effects.items()))


def products(as_json: JsonOption = False) -> None:
    """Products with their print areas, sizes and colours."""
    found = sorted(FileCatalogue(templates_dir()).products(), key=lambda p: list(Kind).index(p.kind))
    if as_json:
        print_json({"products": found})
        return
    table(
        "Products", ("kind", "sku", "name", "print areas", "sizes", "cloth colours"), (_product_row(p) for p in found)
    )


def _product_row(product: Product) -> tuple[str, ...]:
    areas = "\n".join(_area_text(a) for a in product.areas)
    return (
        product.kind.value,
        product.sku,
        product.name,
        areas,
        ", ".join(product.sizes),
        ", ".join(c.name for c in product.cloths),
    )


def _area_text(area: PrintArea) -> str:
    width_px, height_px = area.size_px
    bleed = f" + {area.bleed_mm:g} bleed" if area.bleed_mm else ""
    return f"{area.name} {area.width_mm:g} × {area.height_mm:g} mm{bleed}, {width_px} × {height_px} px"
