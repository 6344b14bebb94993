"""The catalogue: products and print processes from the data files in ``templates/``.

``templates/products/<sku>.toml`` and ``templates/processes/<name>.toml`` are read once, at start. Everything wrong in
any of them is reported together; a Pod with a wrong limit does not start.

A product file says only what is its own. ``extends = "poster"`` starts it with ``templates/families/poster.toml``, and
``[every_area]`` (in either) is what each of its areas starts with; what stands nearer wins, field by field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pod.model.datafile import Note, Reader, read_toml, refuse
from pod.model.errors import InputRefused, NotConfigured
from pod.model.money import Money
from pod.model.product import (
    LEAST_CUT_OFFSET_MM,
    SPOT_NAME,
    Background,
    Cloth,
    Fit,
    Kind,
    PartnerArea,
    PdfStandard,
    PriceRow,
    PrintArea,
    ProcessLimits,
    Product,
    SoftAlpha,
)

FORMATS = ("png", "pdf", "svg", "tiff")
NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
"""SKUs and names go into addresses and file names."""

COLOUR = "srgb|cmyk"


class FileCatalogue:
    """Implements `pod.services.ports.Catalogue` over a folder; immutable after loading. `own` are products besides, which
    no file describes."""

    def __init__(self, templates_dir: Path, own: Sequence[Product] = ()) -> None:
        notes: list[Note] = []
        processes = [_process(r) for r in _readers(_tables(templates_dir / "processes", notes), notes)]
        families = _tables(templates_dir / "families", notes)
        whole = {
            stem: _extended(raw, stem, families, notes)
            for stem, raw in _tables(templates_dir / "products", notes).items()
        }
        products = [_product(r, {p.name for p in processes}) for r in _readers(whole, notes)]
        refuse(notes, "product and process files")
        self._processes = {p.name: p for p in processes}
        self._products = {p.sku: p for p in (*products, *own)}

    def products(self) -> Sequence[Product]:
        """In the order of their SKUs."""
        return tuple(self._products.values())

    def product(self, sku: str) -> Product:
        found = self._products.get(sku)
        if found is None:
            raise _unknown("product", sku, list(self._products))
        return found

    def process(self, name: str) -> ProcessLimits:
        found = self._processes.get(name)
        if found is None:
            raise _unknown("process", name, list(self._processes))
        return found


def _unknown(kind: str, name: str, known: list[str]) -> InputRefused:
    near = get_close_matches(name.lower(), known, n=3, cutoff=0.4)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(known)}."
    return InputRefused(f"unknown_{kind}", f"There is no {kind} “{name[:60]}”.", hint, nearest=near, known=known)


_Table = Mapping[str, Any]


def _tables(folder: Path, notes: list[Note]) -> dict[str, _Table]:
    """Every file that can be read, by its name without the ending."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise NotConfigured("no_data_files", f"There are no data files in {folder}.", "Install Pod's templates again.")
    tables = ((path.stem, read_toml(path, notes)) for path in paths)
    return {stem: table for stem, table in tables if table is not None}


def _readers(tables: Mapping[str, _Table], notes: list[Note]) -> list[Reader]:
    return [Reader(table, f"{stem}.toml", notes) for stem, table in tables.items()]


def _extended(raw: _Table, stem: str, families: Mapping[str, _Table], notes: list[Note]) -> _Table:
    """The product's table with what it takes over from its family, and its areas with what all of them share."""
    name = raw.get("extends", "")
    family = families.get(name, {}) if isinstance(name, str) else {}
    if name and not family:
        Reader(raw, f"{stem}.toml", notes).note(
            "extends", f"extends is {name!r}.", f"There are: {', '.join(families)}."
        )
    shared = {**_table_of(family, "every_area"), **_table_of(raw, "every_area")}
    whole = {key: value for key, value in {**family, **raw}.items() if key not in ("extends", "every_area")}
    areas = whole.get("areas")
    if isinstance(areas, list):
        whole["areas"] = [{**shared, **area} if isinstance(area, dict) else area for area in areas]
    return whole


def _table_of(raw: _Table, key: str) -> _Table:
    found = raw.get(key, {})
    return found if isinstance(found, dict) else {key: found}  # named as an unknown field of every area


def _named_like_its_file(r: Reader, key: str) -> str:
    name = r.text(key, pattern=NAME)
    if name and f"{name}.toml" != r.where:
        r.note(key, f"{key} is {name!r} in {r.where}.", f"Name the file {name}.toml, or change {key}.")
    return name


def _process(r: Reader) -> ProcessLimits:
    limits = ProcessLimits(
        name=_named_like_its_file(r, "name"),
        min_line_mm=r.number("min_line_mm", above=True),
        min_gap_mm=r.number("min_gap_mm", above=True),
        min_x_height_mm=r.number("min_x_height_mm", above=True),
        soft_alpha_max_share=r.number("soft_alpha_max_share"),
        min_speck_mm2=r.number("min_speck_mm2"),
        warn_ppi=r.whole("warn_ppi", least=1),
        block_ppi=r.whole("block_ppi", least=1),
        cloth_min_delta_e=r.number("cloth_min_delta_e"),
        cut_border_mm=r.number("cut_border_mm", 0.0),
        max_ink_percent=r.whole("max_ink_percent", 0),
        white_choke_mm=r.number("white_choke_mm", 0.15),
        white_under_all=r.flag("white_under_all", default=False),
        halftone_lpi=r.number("halftone_lpi", 40.0, above=True),
        sharpen_radius_mm=r.number("sharpen_radius_mm", 0.127),
        sharpen_amount=r.number("sharpen_amount", 0.0),
        max_colours=r.whole("max_colours", 0),
        gradients=r.flag("gradients", default=True),
        digitised=r.flag("digitised", default=False),
        source=r.text("source"),
        checked_on=r.day("checked_on"),
    )
    if limits.block_ppi > limits.warn_ppi:
        steps = f"{limits.block_ppi} and {limits.warn_ppi}"
        r.note("block_ppi", f"block_ppi and warn_ppi are {steps}.", "The first must not be more than the second.")
    if limits.soft_alpha_max_share > 1:
        r.note("soft_alpha_max_share", f"It is {limits.soft_alpha_max_share}.", "A share lies between 0 and 1.")
    r.done()
    return limits


def _product(r: Reader, processes: set[str]) -> Product:
    sku = _named_like_its_file(r, "sku")
    process = r.text("process")
    if process not in processes:
        r.note("process", f"process is {process!r}.", f"There are: {', '.join(sorted(processes))}.")
    sizes = r.texts("sizes")
    cloths = tuple(Cloth(name, rgb) for name, rgb in r.colours("cloths").items())
    areas = tuple(_area(a, sizes) for a in r.tables("areas", required=True))
    _once(r, "areas", [a.name for a in areas])
    _once(r, "sizes", list(sizes))
    rows = [_prices(p, sku, sizes, cloths, {a.name for a in areas}) for p in r.tables("prices", required=True)]
    product = Product(
        sku=sku,
        name=r.text("name"),
        kind=r.choice("kind", Kind),
        process=process,
        areas=areas,
        sizes=sizes,
        cloths=cloths,
        prices=tuple(row for several in rows for row in several),
        source=r.text("source"),
        checked_on=r.day("checked_on"),
        mockup=r.text("mockup", ""),
        verified=r.flag("verified", default=True),
        listed=r.flag("listed", default=True),
        note=r.text("note", ""),
    )
    r.done()
    return product


def _once(r: Reader, key: str, names: list[str]) -> None:
    for name in sorted({n for n in names if names.count(n) > 1}):
        r.note(key, f"{name!r} stands in {key} more than once.", "Keep one of them.")


def _area(r: Reader, sizes: tuple[str, ...]) -> PrintArea:
    area = PrintArea(
        name=r.text("name", pattern=NAME),
        width_mm=r.number("width_mm", above=True),
        height_mm=r.number("height_mm", above=True),
        target_ppi=r.whole("target_ppi", least=1),
        min_ppi=r.whole("min_ppi", least=1),
        bleed_mm=r.number("bleed_mm", 0.0),
        wrap_mm=r.number("wrap_mm", 0.0),
        safe_mm=r.number("safe_mm", 0.0),
        px=r.pair("px"),
        background=r.choice("background", Background, Background.TRANSPARENT),
        fit=r.choice("fit", Fit, Fit.CONTAIN),
        may_rotate=r.flag("may_rotate", default=False),
        formats=r.texts("formats", allowed=FORMATS),
        max_mb=r.number("max_mb", 0.0),
        colour=r.text("colour", "srgb", pattern=COLOUR),
        condition=r.text("condition", ""),
        perceptual=r.flag("perceptual", default=False),
        pdf=r.choice("pdf", PdfStandard, PdfStandard.X4),
        marks=r.flag("marks", default=False),
        cut=r.text("cut", "", pattern=SPOT_NAME.pattern),
        cut_offset_mm=r.number("cut_offset_mm", 0.0),
        white=r.text("white", "", pattern=SPOT_NAME.pattern),
        soft_alpha=r.choice("soft_alpha", SoftAlpha, SoftAlpha.KEEP),
        remove_black=r.flag("remove_black", default=False),
        offers_black=r.flag("offers_black", default=False),
        processing_steps=r.flag("processing_steps", default=False),
        on_mockup_mm=r.place("on_mockup_mm"),
        partners=tuple(_partner(p, sizes) for p in r.tables("partners")),
    )
    _sane_area(r, area)
    r.done()
    return area


def _partner(r: Reader, sizes: tuple[str, ...]) -> PartnerArea:
    px = r.pair("px")
    if px is None:
        r.note("px", "px is missing.", "Give the partner's own pixels, as [2976, 1982].")
    row = PartnerArea(
        partner=r.text("partner", pattern=NAME),
        product=r.text("product"),
        px=px or (1, 1),
        ppi=r.whole("ppi", least=1),
        checked_on=r.day("checked_on"),
        sizes=r.texts("sizes", ()),
        bleed_mm=r.number("bleed_mm", 0.0),
        colour=r.text("colour", "srgb", pattern=COLOUR),
        condition=r.text("condition", ""),
        white=r.text("white", "", pattern=SPOT_NAME.pattern),
        verified=r.flag("verified", default=True),
    )
    unknown = [size for size in row.sizes if size not in sizes]
    if unknown:
        r.note("sizes", f"sizes has {', '.join(unknown)}.", f"The product has: {', '.join(sizes)}.")
    r.done()
    return row


def _sane_area(r: Reader, area: PrintArea) -> None:
    if 2 * area.safe_mm >= min(area.width_mm, area.height_mm):
        r.note("safe_mm", f"safe_mm is {area.safe_mm:g}.", "Twice of it must be less than the shorter side.")
    if area.min_ppi > area.target_ppi:
        r.note("min_ppi", f"min_ppi is {area.min_ppi}.", f"It must not be more than target_ppi, {area.target_ppi}.")
    if area.wrap_mm > area.bleed_mm:
        r.note("wrap_mm", f"wrap_mm is {area.wrap_mm:g}.", f"It is a part of bleed_mm, {area.bleed_mm:g}.")
    if 0 < area.cut_offset_mm < LEAST_CUT_OFFSET_MM:
        r.note("cut_offset_mm", f"cut_offset_mm is {area.cut_offset_mm:g}.", f"At least {LEAST_CUT_OFFSET_MM:g}, or 0.")
    if area.white and area.white.lower() == area.cut.lower():
        r.note("white", f"white and cut are both {area.white!r}.", "One spot colour is one plate.")
    if area.px and not _same_shape(area):
        r.note(
            "px", f"px is {list(area.px)}.", "Its sides must stand as the millimetres do, bleed included, within 1 %."
        )


def _same_shape(area: PrintArea) -> bool:
    width_px, height_px = area.px or (1, 1)
    ratio_mm = (area.width_mm + 2 * area.bleed_mm) / (area.height_mm + 2 * area.bleed_mm)
    return abs(width_px / height_px / ratio_mm - 1) <= 0.01


def _amount(r: Reader) -> Money:
    """An amount is a text, ``"24.00"``: a floating-point number cannot hold a cent."""
    text = r.text("amount", pattern=r"\d+(\.\d{1,6})?")
    currency = r.text("currency", pattern="[A-Z]{3}")
    try:
        return Money(int(Decimal(text) * 1_000_000), currency)
    except InvalidOperation:
        return Money(0, currency)  # the pattern above has noted it


def _prices(
    r: Reader, sku: str, sizes: tuple[str, ...], cloths: tuple[Cloth, ...], areas: set[str]
) -> tuple[PriceRow, ...]:
    """One row, or one for each variant that the row's size and cloth name."""
    money, since, area = _amount(r), r.day("since"), r.text("area", "")
    size, cloth, tenant = r.text("size", ""), r.text("cloth", ""), r.text("tenant", "")
    if size and size not in sizes:
        r.note("size", f"size is {size!r}.", f"The product has: {', '.join(sizes)}.")
    if cloth and cloth not in {c.name for c in cloths}:
        r.note("cloth", f"cloth is {cloth!r}.", f"The product has: {', '.join(c.name for c in cloths)}.")
    if area and area not in areas:
        r.note("area", f"area is {area!r}.", f"The product has: {', '.join(sorted(areas))}.")
    r.done()
    every = [f"{sku}/{s}/{c.name}" for s in sizes for c in cloths if size in ("", s) and cloth in ("", c.name)]
    variants = every if size or cloth else [""]
    return tuple(PriceRow(money, since, variant, area, tenant) for variant in variants)
