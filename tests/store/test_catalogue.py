"""The product and process files: their boxes as pictures in text, and what is said about wrong ones."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from pod.model.errors import InputRefused, NotConfigured, Problems
from pod.model.money import Money
from pod.model.pricing import HOUSE_CURRENCY, price_for
from pod.model.product import Background, Kind, PartnerArea, PrintArea, Product
from pod.paths import templates_dir
from pod.store.catalogue import FileCatalogue

EXPECTED = Path(__file__).parent / "expected"
SKUS = sorted(p.stem for p in (templates_dir() / "products").glob("*.toml"))


@pytest.fixture(scope="module")
def catalogue() -> FileCatalogue:
    return FileCatalogue(templates_dir())


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the real data files, to break."""
    for kind in ("families", "products", "processes"):
        shutil.copytree(templates_dir() / kind, tmp_path / kind)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def corner(area: PrintArea) -> str:
    """The file's left upper corner: B bleed, W what of it wraps round a frame, t trim outside the safe area, s safe area.

    A character is 0.5 mm wide and 1 mm high, so that an eighth of an inch can be seen; or ten times as much, where
    margins are wide.
    """
    unit = 1.0 if area.bleed_mm + area.safe_mm < 13 else 10.0

    def letter(x_mm: float, y_mm: float) -> str:
        inset = min(x_mm, y_mm) - area.bleed_mm
        return "W" if -area.wrap_mm <= inset < 0 else "B" if inset < 0 else "t" if inset < area.safe_mm else "s"

    return "\n".join("".join(letter((x / 2 + 0.25) * unit, (y + 0.5) * unit) for x in range(40)) for y in range(14))


def partner_row(row: PartnerArea) -> str:
    sizes = ", ".join(row.sizes) or "every size"
    doubt = "" if row.verified else ", not verified"
    return f"{row.partner} {row.product}, {sizes}: {row.px[0]} × {row.px[1]} px at {row.ppi} ppi, bleed {row.bleed_mm:g}{doubt}"


def described(product: Product) -> str:
    parts = [f"{product.sku} ({product.kind}, {product.process}){'' if product.verified else ', not verified'}"]
    for area in product.areas:
        width_px, height_px = area.size_px
        parts.append(
            f"\n{area.name}: trim {area.width_mm:g} × {area.height_mm:g} mm, bleed {area.bleed_mm:g}, safe {area.safe_mm:g},"
            f" file {width_px} × {height_px} px at {area.target_ppi} ppi, at least {area.min_ppi}\n"
            f"{corner(area)}"
        )
        parts += [partner_row(row) for row in area.partners]
    return "\n".join(parts) + "\n"


@pytest.mark.parametrize("sku", SKUS)
def test_a_products_boxes_are_as_drawn(sku, catalogue, as_expected):
    as_expected(EXPECTED / f"{sku}.txt", described(catalogue.product(sku)))


@pytest.mark.parametrize(
    ("sku", "area", "size_px"),
    [
        ("tee", "front", (3600, 4800)),
        ("tee", "back", (3600, 4800)),
        ("mug-11oz", "wrap", (2700, 1050)),
        ("poster-18x24", "front", (5475, 7275)),
        ("sticker-4in", "front", (1200, 1200)),
        ("tote", "front", (3000, 3000)),
        ("tee", "left-sleeve", (1200, 1050)),
        ("tee", "inside-label", (900, 900)),
        ("tee-merch", "front", (4500, 5400)),
        ("hoodie", "front", (4200, 4200)),
        ("hoodie", "left-sleeve", (900, 3600)),
        ("sweatshirt", "left-chest", (1200, 1200)),
        ("sweatshirt", "large-centre", (3000, 1800)),
        ("cap", "front", (1890, 765)),
        ("mug-15oz", "wrap", (2700, 1140)),
        ("mug-20oz", "wrap", (3071, 1205)),
        ("mug-black-11oz", "wrap", (2250, 925)),
        ("mug-black-15oz", "wrap", (2253, 1084)),
        ("poster-a4", "front", (2552, 3579)),  # 216 × 303 mm, rounded up
        ("canvas-16x20", "front", (6600, 7800)),
        ("canvas-24x36", "front", (9000, 12600)),
        ("framed-12x16", "front", (2400, 3600)),
        ("greeting-card-5x7", "inside-left", (1546, 2146)),
        ("postcard-4x6", "front", (1842, 1240)),
        ("business-card", "back", (1075, 721)),
        ("sticker-5-5in", "front", (1650, 1650)),
        ("sticker-bumper", "front", (4500, 1125)),
        ("phone-iphone", "back", (879, 1830)),
        ("phone-samsung", "back", (936, 1950)),
        ("pillow-18x18", "front", (2850, 2850)),
        ("pillow-20x12", "back", (3150, 1950)),
        ("tote-all-over", "front", (2550, 2475)),
        ("tee-all-over", "front", (4200, 5400)),
        ("tee-all-over", "left-sleeve", (3000, 1800)),
    ],
)
def test_files_have_the_sizes_that_printers_ask_for(sku, area, size_px, catalogue):
    assert catalogue.product(sku).area(area).size_px == size_px


def test_without_template_pixels_the_picture_is_rounded_up_to_cover_the_bleed():
    area = PrintArea("front", width_mm=210.0, height_mm=297.0, bleed_mm=3.0, target_ppi=300, min_ppi=150)
    # 216 mm = 2551.18 px, 303 mm = 3578.74 px: never a pixel short of the resolution
    assert area.size_px == (2552, 3579)


def test_an_exact_number_of_pixels_is_not_rounded_up():
    assert PrintArea("front", 304.8, 406.4, target_ppi=300, min_ppi=150).size_px == (3600, 4800)


def test_the_partners_template_pixels_win_over_arithmetic():
    area = PrintArea("front", 228.6, 88.9, target_ppi=300, min_ppi=150, px=(2670, 1040))
    assert area.size_px == (2670, 1040)


def test_every_product_says_where_its_numbers_come_from_and_when(catalogue):
    for product in catalogue.products():
        assert len(product.source) > 10
        assert product.checked_on.year >= 2025
        assert catalogue.process(product.process).source


def test_there_is_something_of_every_kind(catalogue):
    assert {product.kind for product in catalogue.products()} == set(Kind)
    assert len(catalogue.products()) >= 40


@pytest.mark.parametrize(
    ("sku", "area", "partner", "size", "px", "trim_mm"),
    [
        ("hoodie", "front", "printify", "S", (2976, 1982), (251.97, 167.81)),
        ("hoodie", "front", "printify", "M", (3839, 2558), (325.04, 216.58)),
        ("hoodie", "front", "printify", "L", (4200, 2799), (355.6, 236.98)),
        ("hoodie", "front", "printify", "5XL", (4200, 2799), (355.6, 236.98)),
        ("hoodie", "back", "printify", "S", (2976, 3398), (251.97, 287.7)),
        ("hoodie", "back", "printify", "M", (3839, 4387), (325.04, 371.43)),
        ("hoodie", "back", "printify", "XL", (4200, 4800), (355.6, 406.4)),
        ("hoodie", "front", "printful", "S", (4200, 4200), (355.6, 355.6)),
        ("mug-11oz", "wrap", "printify", "11oz", (2700, 1120), (228.6, 94.83)),
        ("mug-11oz", "wrap", "prodigi", "11oz", (2670, 1110), (226.06, 93.98)),
        ("poster-18x24", "front", "printful", "18x24", (7200, 5400), (609.6, 457.2)),
        ("poster-18x24", "front", "printify", "18x24", (5400, 7200), (457.2, 609.6)),
        ("canvas-12x16", "front", "prodigi", "12x16", (4545, 5745), (304.8, 406.4)),
        ("tee", "front", "prodigi", "M", (4680, 5790), (396.24, 490.22)),
    ],
)
def test_a_partner_gets_the_area_that_it_asks_for_in_this_size(sku, area, partner, size, px, trim_mm, catalogue):
    found = catalogue.product(sku).area_for(partner, size, area)
    assert found.size_px == px
    assert (found.width_mm, found.height_mm) == pytest.approx(trim_mm, abs=0.01)


def test_what_a_person_has_to_digitise_is_marked_by_its_process(catalogue):
    sewn = {p.sku for p in catalogue.products() if catalogue.process(p.process).digitised}
    assert sewn == {"sweatshirt", "cap", "cap-low"}
    assert catalogue.process("embroidery").max_colours == 6


def test_a_canvas_shows_its_face_and_wraps_the_rest(catalogue):
    for product in catalogue.products():
        wrapped = [area.wrap_mm for area in product.areas if area.wrap_mm]
        assert wrapped == ([76.2] if product.process == "canvas" else []), product.sku


def test_every_product_can_be_bought_in_every_variant_today(catalogue):
    for product in catalogue.products():
        for variant in product.variants:
            assert price_for(product, variant.sku, (), "main", HOUSE_CURRENCY, date(2026, 11, 26)), variant.sku


def test_a_transparent_area_has_no_bleed_to_fill(catalogue):
    for product in catalogue.products():
        assert not [a.name for a in product.areas if a.bleed_mm and a.background is Background.TRANSPARENT], product.sku


def test_a_product_says_only_what_is_its_own(templates):
    """A family's value changes in all of its products, and a product's own word wins."""
    change(templates / "families/poster.toml", "min_ppi = 100", "min_ppi = 120")
    change(templates / "families/poster.toml", "safe_mm = 6.35 ", "safe_mm = 9.0 ")
    shop = FileCatalogue(templates)
    inch, metric = (shop.product(sku).areas[0] for sku in ("poster-18x24", "poster-a4"))
    assert (inch.min_ppi, inch.safe_mm, inch.bleed_mm) == (120, 9.0, 3.175)
    assert (metric.min_ppi, metric.safe_mm, metric.bleed_mm) == (120, 5.0, 3.0)


def test_a_row_for_one_cloth_is_for_that_cloth_in_every_size(templates):
    row = '[[prices]]\ncloth = "black"\ntenant = "acme"\namount = "27.00"\ncurrency = "EUR"\nsince = 2026-11-02\n'
    path = templates / "products/tee.toml"
    path.write_text(path.read_text() + "\n" + row)
    rows = [r for r in FileCatalogue(templates).product("tee").prices if r.tenant == "acme"]
    assert [r.variant for r in rows] == [f"tee/{size}/black" for size in ("S", "M", "L", "XL", "2XL")]


def test_a_size_with_its_own_price_has_it_in_every_cloth(catalogue):
    tee = catalogue.product("tee")
    dear = {row.variant for row in tee.prices if row.price == Money(26_000_000)}
    assert dear == {v.sku for v in tee.variants if v.size == "2XL"}


def test_an_unknown_product_names_the_nearest(catalogue):
    with pytest.raises(InputRefused) as refused:
        catalogue.product("tees")
    assert refused.value.code == "unknown_product"
    assert refused.value.details["nearest"][0] == "tee"
    assert "Did you mean tee" in refused.value.hint


def test_an_unknown_product_like_no_other_lists_them_all(catalogue):
    with pytest.raises(InputRefused) as refused:
        catalogue.product("xxxxxxxx")
    assert all(sku in refused.value.hint for sku in SKUS)


def test_everything_wrong_in_all_files_is_reported_at_once(templates):
    change(templates / "products/tee.toml", "px = [3600, 4800]", "min_ppi = 600\nsafe_mmm = 6.35")
    change(templates / "products/tote.toml", 'natural = "#e8dcc4"', 'natural = "beige"')
    change(templates / "products/mug-11oz.toml", "px = [2700, 1050]", "px = [2700, 1200]")
    change(templates / "processes/dtf.toml", "min_line_mm = 0.5 ", "min_line_mm = -1  ")
    (templates / "products/broken.toml").write_text("sku = ", encoding="utf-8")
    with pytest.raises(Problems) as refused:
        FileCatalogue(templates)
    places = [where for where, _ in refused.value.problems]
    assert places == [
        "dtf.toml: min_line_mm",
        "broken.toml",
        "mug-11oz.toml, areas[0]: px",
        "tee.toml, areas[0]: min_ppi",
        "tee.toml, areas[0]: safe_mmm",
        "tote.toml: cloths.natural",
    ]
    assert "Did you mean safe_mm?" in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('sku = "tee"', 'sku = "shirt"', "tee.toml: sku"),
        ('mockup = "tee"', 'process = "dgt"', "tee.toml: process"),
        ('name = "back"', 'name = "front"', "tee.toml: areas"),
        ('sizes = ["S",', 'sizes = ["S", "S",', "tee.toml: sizes"),
        ('size = "2XL"', 'size = "9XL"', "tee.toml, prices[1]: size"),
        ('amount = "24.00"', "amount = 24.00", "tee.toml, prices[0]: amount"),
        ("px = [3600, 4800]", 'fit = "squeeze"', "tee.toml, areas[0]: fit"),
        ("px = [3600, 4800]", 'formats = ["gif"]', "tee.toml, areas[0]: formats"),
        ("px = [3600, 4800]", "safe_mm = nan", "tee.toml, areas[0]: safe_mm"),
        ("px = [3600, 4800]", "wrap_mm = 20", "tee.toml, areas[0]: wrap_mm"),
        ("px = [4680, 5790]", "px = [4680]", "tee.toml, areas[0], partners[0]: px"),
        ("px = [4680, 5790]", 'sizes = ["9XL"]', "tee.toml, areas[0], partners[0]: sizes"),
        ('extends = "garment"', 'extends = "garmnet"', "tee.toml: extends"),
        ('mockup = "tee"', 'kind = "shirt"', "tee.toml: kind"),
        ('mockup = "tee"', 'every_area = "front"', "tee.toml, areas[0]: every_area"),
        ('size = "2XL"', 'cloth = "plaid"', "tee.toml, prices[1]: cloth"),
        ("checked_on = 2025-10-11", 'checked_on = "last year"', "tee.toml: checked_on"),
        ("px = [3600, 4800]", "safe_mm = 160", "tee.toml, areas[0]: safe_mm"),
        ("px = [3600, 4800]", 'pdf = "x-3"', "tee.toml, areas[0]: pdf"),
        ("px = [3600, 4800]", 'colour = "cmy"', "tee.toml, areas[0]: colour"),
        ("px = [3600, 4800]", 'soft_alpha = "dither"', "tee.toml, areas[0]: soft_alpha"),
        ("px = [3600, 4800]", 'white = "White/2"', "tee.toml, areas[0]: white"),
        ("px = [3600, 4800]", 'white = "W"\ncut = "w"', "tee.toml, areas[0]: white"),
        ("px = [3600, 4800]", "cut_offset_mm = 0.5", "tee.toml, areas[0]: cut_offset_mm"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(templates, old, new, place):
    change(templates / "products/tee.toml", old, new)
    with pytest.raises(Problems) as refused:
        FileCatalogue(templates)
    assert place in [where for where, _ in refused.value.problems]


def test_what_a_press_needs_is_a_field_of_the_area(templates):
    given = (
        'pdf = "x-1a"\ncolour = "cmyk"\nmarks = true\nwhite = "RDG_WHITE"\nsoft_alpha = "halftone"\ncut_offset_mm = 2.5'
    )
    change(templates / "products/tee.toml", "px = [3600, 4800]", given)
    area = FileCatalogue(templates).product("tee").areas[0]
    assert (area.pdf, area.colour, area.marks) == ("x-1a", "cmyk", True)
    assert (area.white, area.soft_alpha, area.cut_offset_mm) == ("RDG_WHITE", "halftone", 2.5)


def test_resolution_steps_must_rise(templates):
    change(templates / "processes/dtg.toml", "warn_ppi = 200", "warn_ppi = 100")
    with pytest.raises(Problems, match="must not be more than the second"):
        FileCatalogue(templates)


def test_an_empty_folder_is_a_broken_installation(tmp_path):
    with pytest.raises(NotConfigured):
        FileCatalogue(tmp_path)
