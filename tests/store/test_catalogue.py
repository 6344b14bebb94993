"""The product and process files: their boxes as pictures in text, and what is said about wrong ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pod.model.errors import InputRefused, NotConfigured, Problems
from pod.model.money import Money
from pod.model.product import PrintArea, Product
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
    for kind in ("products", "processes"):
        shutil.copytree(templates_dir() / kind, tmp_path / kind)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def corner(area: PrintArea) -> str:
    """The file's left upper corner, 20 × 14 mm: B bleed, t trim outside the safe area, s safe area.

    A character is 0.5 mm wide and 1 mm high, so that an eighth of an inch can be seen.
    """

    def letter(x_mm: float, y_mm: float) -> str:
        inset = min(x_mm, y_mm) - area.bleed_mm
        return "B" if inset < 0 else "t" if inset < area.safe_mm else "s"

    return "\n".join("".join(letter(x / 2 + 0.25, y + 0.5) for x in range(40)) for y in range(14))


def described(product: Product) -> str:
    parts = [f"{product.sku} ({product.process})"]
    for area in product.areas:
        width_px, height_px = area.size_px
        parts.append(
            f"\n{area.name}: trim {area.width_mm:g} × {area.height_mm:g} mm, bleed {area.bleed_mm:g}, safe {area.safe_mm:g},"
            f" file {width_px} × {height_px} px at {area.target_ppi} ppi, at least {area.min_ppi}\n"
            f"{corner(area)}"
        )
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
    change(templates / "products/tee.toml", "min_ppi = 150", "min_ppi = 600")
    change(templates / "products/tee.toml", "safe_mm = 6.35", "safe_mmm = 6.35")
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
        ('process = "dtg"', 'process = "dgt"', "tee.toml: process"),
        ('name = "back"', 'name = "front"', "tee.toml: areas"),
        ('sizes = ["S",', 'sizes = ["S", "S",', "tee.toml: sizes"),
        ('size = "2XL"', 'size = "9XL"', "tee.toml, prices[1]: size"),
        ('amount = "24.00"', "amount = 24.00", "tee.toml, prices[0]: amount"),
        ('fit = "contain"', 'fit = "squeeze"', "tee.toml, areas[0]: fit"),
        ('formats = ["png", "pdf"]', 'formats = ["gif"]', "tee.toml, areas[0]: formats"),
        ("checked_on = 2025-10-11", 'checked_on = "last year"', "tee.toml: checked_on"),
        ("safe_mm = 6.35", "safe_mm = 160", "tee.toml, areas[0]: safe_mm"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(templates, old, new, place):
    change(templates / "products/tee.toml", old, new)
    with pytest.raises(Problems) as refused:
        FileCatalogue(templates)
    assert place in [where for where, _ in refused.value.problems]


def test_resolution_steps_must_rise(templates):
    change(templates / "processes/dtg.toml", "warn_ppi = 200", "warn_ppi = 100")
    with pytest.raises(Problems, match="must not be more than the second"):
        FileCatalogue(templates)


def test_an_empty_folder_is_a_broken_installation(tmp_path):
    with pytest.raises(NotConfigured):
        FileCatalogue(tmp_path)
