"""`pod check`, `pod prepare`, `pod preflight`: one picture or file at a time, no database."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from pod import composition, printprep
from pod.cli.output import note, plain, print_findings, print_json, say
from pod.cli.recipes import load_recipe, master_of
from pod.cli.sizes import AreaWanted, Target, find_target
from pod.imaging.load import Raster, load_picture
from pod.imaging.png import encode_png
from pod.model.errors import ChecksBlocked, InputRefused
from pod.model.findings import Findings
from pod.model.product import Product
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.store.catalogue import FileCatalogue

ProductOption = Annotated[str, typer.Option("--product", help="SKU from `pod products`.")]
AreaOption = Annotated[str, typer.Option("--area", help="Print area of that product; its first one if left out.")]
SizeOption = Annotated[str, typer.Option("--size-mm", help="Width x height in mm, instead of a product.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


def register(app: typer.Typer) -> None:
    app.command()(check)
    app.command()(prepare)
    app.command()(preflight)


def check(
    image: Annotated[Path, typer.Argument(help="PNG, JPEG or WebP.")],
    repair: Annotated[Path | None, typer.Option(help="Write the mended picture here.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measures a picture's composition: what is wrong, what can be mended for free, numbers before and after."""
    raster = _picture(image)
    inspection = composition.inspect(raster.pixels)
    mended = composition.mend(raster.pixels, inspection)
    if repair:
        write_file(repair, encode_png(mended.pixels, ppi=300))
    if as_json:
        print_json(
            {
                "image": image,
                "verdict": mended.findings.verdict,
                "findings": mended.findings,
                "steps": mended.steps,
                "notes": raster.notes,
            }
        )
    else:
        say(f"{image.name}: {raster.pixels.shape[1]} × {raster.pixels.shape[0]} px, {mended.findings.verdict}")
        print_findings(mended.findings)
        if repair:
            note(f"mended picture: {repair}")
    refuse_blocked(mended.findings)


def prepare(
    source: Annotated[Path, typer.Argument(help="A picture, or a recipe.json that `pod design` or `pod make` wrote.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")],
    product: ProductOption = "",
    area: AreaOption = "",
    size_mm: SizeOption = "",
    bleed_mm: Annotated[float, typer.Option(help="Bleed on every side, with --size-mm.", min=0, max=100)] = 0.0,
    safe_mm: Annotated[float, typer.Option(help="Safe margin inside the trim, with --size-mm.", min=0, max=100)] = 0.0,
    dpi: Annotated[int, typer.Option(help="Output resolution; the product's own if left out.", min=0, max=1200)] = 0,
    fit: Annotated[str, typer.Option(help="contain, cover or stretch; the area's own if left out.")] = "",
    formats: Annotated[str, typer.Option("--format", help="png,pdf")] = "",
    cloth: Annotated[str, typer.Option(help="Cloth colour, for the visibility check.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Makes print files: exact area, resolution, bleed, colour; each preflighted."""
    target = find_target(
        FileCatalogue(templates_dir()), AreaWanted(product, area, size_mm, bleed_mm, safe_mm, dpi, _fit(fit))
    )
    recipe, master = _recipe_and_master(source, target, cloth)
    make_folder(out)
    prepared = printprep.prepare(
        recipe,
        _with_areas(target),
        target.process,
        master,
        out,
        formats=tuple(formats.split(",")) if formats else None,
        title=source.stem,
        when=datetime(
            2026, 1, 1, tzinfo=UTC
        ),  # a file's date is not part of its content: the same input gives the same bytes
    )
    findings = sum((p.findings for p in prepared), Findings())
    if as_json:
        print_json({"verdict": findings.verdict, "files": prepared})
    else:
        for p in prepared:
            say(f"{p.path}  {p.width_px} × {p.height_px} px  {p.output_ppi:.0f} ppi (source {p.source_ppi:.0f})")
        print_findings(findings)
    refuse_blocked(findings)


def preflight(
    file: Annotated[Path, typer.Argument(help="A print file, PNG or PDF.")],
    product: ProductOption = "",
    area: AreaOption = "",
    size_mm: SizeOption = "",
    bleed_mm: Annotated[float, typer.Option(min=0, max=100)] = 0.0,
    safe_mm: Annotated[float, typer.Option(min=0, max=100)] = 0.0,
    dpi: Annotated[int, typer.Option(min=0, max=1200)] = 0,
    cloth: Annotated[str, typer.Option(help="Cloth colour of the product.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Checks a finished print file against a print area before it leaves."""
    target = find_target(FileCatalogue(templates_dir()), AreaWanted(product, area, size_mm, bleed_mm, safe_mm, dpi))
    found = printprep.preflight(read_file(file), target.areas[0], target.process, cloth_rgb=_cloth_rgb(target, cloth))
    if as_json:
        print_json({"file": file, "verdict": found.verdict, "findings": found})
    else:
        say(f"{file.name}: {found.verdict}")
        print_findings(found)
    refuse_blocked(found)


def read_file(path: Path) -> bytes:
    """The file's bytes; a missing or unreadable one is a sentence, not a trace."""
    try:
        return path.read_bytes()
    except OSError as e:
        raise InputRefused(
            "file_unreadable", f"{path} cannot be read: {e.strerror}.", "Check the name and the permissions."
        ) from e


def write_file(path: Path, data: bytes) -> None:
    """Written beside and renamed: a full disk never leaves half a file under the final name."""
    beside = path.with_name(f".{path.name}.partial")
    try:
        make_folder(path.parent)
        beside.write_bytes(data)
        os.replace(beside, path)  # noqa: PTH105 - the call whose atomicity is meant
    except OSError as e:
        beside.unlink(missing_ok=True)
        raise InputRefused(
            "cannot_write",
            f"{path} cannot be written: {e.strerror}.",
            "Choose another folder with --out, or make room.",
        ) from e


def make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise InputRefused(
            "cannot_write", f"The folder {path} cannot be made: {e.strerror}.", "Choose another folder with --out."
        ) from e


def refuse_blocked(findings: Findings) -> None:
    """Exit code 4 when anything cannot print; the sentences have been printed with the findings."""
    if findings.blocked:
        rules = ", ".join(f.rule for f in findings.blocked)
        raise ChecksBlocked(
            "checks_blocked",
            f"This cannot be printed as it is ({rules}).",
            "Each line above says what can be done.",
            findings=plain(findings.blocked),
        )


def _picture(image: Path) -> Raster:
    return load_picture(read_file(image))


def _fit(text: str) -> str:
    if text not in ("", "contain", "cover", "stretch"):
        raise InputRefused("unknown_fit", f"“{text}” is not a way to fit a picture.", "Use contain, cover or stretch.")
    return text


def _cloth_rgb(target: Target, name: str) -> str:
    if not name:
        return ""
    cloth = target.product.cloth(name)
    if cloth is None:
        names = ", ".join(c.name for c in target.product.cloths)
        raise InputRefused("unknown_cloth", f"{target.product.name} does not come in {name}.", f"It comes in: {names}.")
    return cloth.rgb


def _with_areas(target: Target) -> Product:
    """The product with the areas as the options adjusted them."""
    by_name = {a.name: a for a in target.areas}
    return replace(target.product, areas=tuple(by_name.get(a.name, a) for a in target.product.areas))


def _recipe_and_master(source: Path, target: Target, cloth: str) -> tuple[Recipe, printprep.Master]:
    placements = tuple(Placement(a.name, a.fit) for a in target.areas)
    if source.suffix == ".json":
        recipe = load_recipe(source)
        again = Recipe(
            artwork=recipe.artwork,
            product=target.product.sku,
            cloth=cloth or recipe.cloth,
            placements=placements,
            prep_version=printprep.PREP_VERSION,
            mending=recipe.mending,
            lettering=recipe.lettering,
        )
        return again, master_of(recipe, source)
    raster = _picture(source)
    png = encode_png(raster.pixels)
    height_px, width_px = raster.pixels.shape[:2]
    layer = ArtworkLayer("", "", width_px, height_px)
    return Recipe(layer, target.product.sku, cloth, placements, printprep.PREP_VERSION), printprep.Master(png, None)
