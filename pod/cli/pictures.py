"""`pod check`, `pod prepare`, `pod preflight`: one picture or file at a time, no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pod import composition, printprep
from pod.cli.files import STANDARD_INPUT, name_of, read_file, staged, write_file
from pod.cli.output import JsonOption, note, print_findings, print_json, refuse_blocked, say
from pod.cli.press import (
    BlackOption,
    CutOption,
    MarksOption,
    PdfxOption,
    PressOption,
    PressWanted,
    ProfileOption,
    SoftOption,
    WhiteOption,
    chosen_profile,
)
from pod.cli.recipes import load_recipe, master_of
from pod.cli.sizes import AreaWanted, Target, find_target
from pod.imaging.load import Raster, load_picture, upright_size
from pod.imaging.png import encode_png
from pod.jobs.child import ChildOffload
from pod.model.errors import InputRefused
from pod.model.findings import Findings
from pod.model.product import Product, Wrap
from pod.model.recipe import ArtworkLayer, Recipe
from pod.paths import templates_dir
from pod.services.picturework import PreflightTask, preflight_file
from pod.services.recipes import placed, refuse_wrap
from pod.store.catalogue import FileCatalogue

ProductOption = Annotated[str, typer.Option("--product", help="SKU from `pod products`.")]
AreaOption = Annotated[str, typer.Option("--area", help="Print area of that product; its first one if left out.")]
SizeOption = Annotated[
    str, typer.Option("--size-mm", help="Width x height in mm instead of a product, with a bleed: 300x400+3.")
]
ProcessOption = Annotated[str, typer.Option(help="How it is printed, with --size-mm; paper if left out.")]
BleedOption = Annotated[float, typer.Option(help="Bleed on every side, with --size-mm.", min=0, max=100)]
SafeOption = Annotated[float, typer.Option(help="Safe margin inside the trim, with --size-mm.", min=0, max=100)]
PpiOption = Annotated[
    int, typer.Option("--ppi", "--dpi", help="Output resolution; the area's own if left out.", min=0, max=1200)
]
PartnerOption = Annotated[str, typer.Option(help="Make the area that this partner asks for, where it differs.")]
VariantSizeOption = Annotated[
    str, typer.Option("--size", help="The product's size, where a partner's areas differ by it.")
]
WrapOption = Annotated[Wrap | None, typer.Option(help="What goes round the edge of a canvas; mirror if left out.")]
ClothOption = Annotated[str, typer.Option(help="Cloth colour, for what can be seen on it.")]

_PREFLIGHT_S, _PREFLIGHT_MB = 240.0, 3072
"""As for making print files: the largest sheet that Pod makes, in four inks, has to fit. A file made to hurt does not."""

UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""A file's date is not part of its content: the same input gives the same bytes."""


def check(
    image: Annotated[Path, typer.Argument(help="PNG, JPEG, WebP or TIFF; `-` reads standard input.")],
    repair: Annotated[Path | None, typer.Option(help="Write the mended picture here.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measures a picture's composition.

    Says what is wrong and what can be mended for free, with the numbers before and after.
    """
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
                "notes": [n.message for n in raster.notes],
            }
        )
    else:
        say(f"{name_of(image)}: {raster.pixels.shape[1]} × {raster.pixels.shape[0]} px, {mended.findings.verdict}")
        print_findings(mended.findings)
        if repair:
            note(f"mended picture: {repair}")
    refuse_blocked(mended.findings, as_json=as_json)


def prepare(
    source: Annotated[
        Path,
        typer.Argument(
            help="A picture, `-` for standard input, or a recipe.json that `pod design` or `pod make` wrote."
        ),
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.")],
    product: ProductOption = "",
    area: AreaOption = "",
    size_mm: SizeOption = "",
    bleed_mm: BleedOption = 0.0,
    safe_mm: SafeOption = 0.0,
    ppi: PpiOption = 0,
    process: ProcessOption = "",
    partner: PartnerOption = "",
    size: VariantSizeOption = "",
    fit: Annotated[str, typer.Option(help="contain, cover or stretch; the area's own if left out.")] = "",
    wrap: Annotated[
        Wrap | None, typer.Option(help="What goes round the edge of a canvas; the recipe's own, else mirror.")
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", help="Some of png,pdf,tiff,svg; the area's own if left out. With svg all are paths."),
    ] = "",
    cloth: ClothOption = "",
    pdfx: PdfxOption = None,
    profile: ProfileOption = "",
    marks: MarksOption = False,
    cut_contour_mm: CutOption = 0.0,
    white: WhiteOption = "",
    soft_alpha: SoftOption = None,
    remove_black: BlackOption = False,
    as_json: JsonOption = False,
) -> None:
    """Makes print files of a picture or a recipe.

    Exact area, resolution, bleed and colour; each file is preflighted.
    """
    asked = AreaWanted(product, area, size_mm, bleed_mm, safe_mm, ppi, process, _fit(fit), partner, size)
    target = find_target(FileCatalogue(templates_dir()), asked)
    _cloth_rgb(target, cloth)
    refuse_wrap(target.product.name, target.areas, wrap or Wrap.MIRROR)
    chosen = chosen_profile(profile)
    wanted = PressWanted(pdfx, chosen.colour, marks, cut_contour_mm, white, soft_alpha, remove_black)
    target = replace(target, areas=tuple(wanted.of(a) for a in target.areas))
    recipe, master = _recipe_and_master(source, target, cloth, wrap)
    asked_formats = tuple(f.strip() for f in formats.split(",")) if formats else None
    prepared = _prepared(recipe, master, target, asked_formats, name_of(source), chosen.press, out)
    findings = sum((p.findings for p in prepared), Findings())
    if as_json:
        print_json({"verdict": findings.verdict, "files": prepared})
    else:
        _tell(prepared)
        print_findings(findings)
    refuse_blocked(findings, as_json=as_json)


def _prepared(
    recipe: Recipe,
    master: printprep.Master,
    target: Target,
    formats: tuple[str, ...] | None,
    title: str,
    press: str,
    out: Path,
) -> list[printprep.PreparedFile]:
    """The print files in `out`, all or none."""
    printprep.refuse_other_paths(recipe, master)
    with staged(out) as folder:
        made = printprep.prepare(
            recipe,
            _with_areas(target),
            target.process,
            master,
            folder,
            formats=formats,
            title=title,
            when=UNDATED,
            press=partial(printprep.press_profile, press),
        )
    return [replace(p, path=out / p.path.name) for p in made]


def _tell(prepared: Sequence[printprep.PreparedFile]) -> None:
    for p in prepared:
        say(f"{p.path}  {p.width_px} × {p.height_px} px  {p.output_ppi:.0f} ppi (source {p.source_ppi:.0f})")
    for trace in dict.fromkeys(p.trace for p in prepared if p.trace):
        say(
            f"traced into {trace.inks} colours and {trace.nodes} nodes: {trace.mean_levels:.1f} levels from the"
            f" picture in the mean, {trace.far_share:.1%} of it by more than 32"
        )


def preflight(
    file: Annotated[Path, typer.Argument(help="A print file, PNG, JPEG, WebP, TIFF or PDF; `-` reads standard input.")],
    product: ProductOption = "",
    area: AreaOption = "",
    size_mm: SizeOption = "",
    bleed_mm: BleedOption = 0.0,
    safe_mm: SafeOption = 0.0,
    ppi: PpiOption = 0,
    process: ProcessOption = "",
    partner: PartnerOption = "",
    size: VariantSizeOption = "",
    cloth: ClothOption = "",
    profile: PressOption = "",
    marked: Annotated[Path | None, typer.Option(help="Write a picture with the places marked here (PNG).")] = None,
    as_json: JsonOption = False,
) -> None:
    """Checks a finished print file before it leaves.

    Against a product's print area, or a size of one's own.
    """
    wanted = AreaWanted(product, area, size_mm, bleed_mm, safe_mm, ppi, process, partner=partner, size=size)
    target = find_target(FileCatalogue(templates_dir()), wanted)
    task = PreflightTask(
        read_file(file),
        target.areas[0],
        target.process,
        _cloth_rgb(target, cloth),
        chosen_profile(profile).press,
        marked is not None,
    )
    offload = ChildOffload(("pod.services.picturework",))
    found, picture = offload.call(preflight_file, task, timeout_s=_PREFLIGHT_S, memory_mb=_PREFLIGHT_MB)
    if marked:
        _write_marked(marked, picture)
    if as_json:
        print_json({"file": file, "verdict": found.verdict, "findings": found})
    else:
        say(f"{name_of(file)}: {found.verdict}")
        print_findings(found)
    refuse_blocked(found, as_json=as_json)


def _write_marked(path: Path, picture: bytes) -> None:
    if not picture:
        note("The page cannot be shown as it is, so there is no marked picture.")
        return
    write_file(path, picture)
    note(f"marked picture: {path}")


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


def _recipe_and_master(source: Path, target: Target, cloth: str, wrap: Wrap | None) -> tuple[Recipe, printprep.Master]:
    if source.suffix.lower() == ".json":
        recipe = load_recipe(source)
        again = Recipe(
            artwork=recipe.artwork,
            product=target.product.sku,
            cloth=cloth or recipe.cloth,
            placements=tuple(placed(a, wrap or recipe.wrap) for a in target.areas),
            prep_version=printprep.PREP_VERSION,
            mending=recipe.mending,
            lettering=recipe.lettering,
        )
        return again, master_of(recipe, source)
    data = read_file(source)
    width_px, height_px = upright_size(data)
    master = printprep.Master(data if source == STANDARD_INPUT else source)
    layer = ArtworkLayer("", "", width_px, height_px)
    placements = tuple(placed(a, wrap or Wrap.MIRROR) for a in target.areas)
    return Recipe(layer, target.product.sku, cloth, placements, printprep.PREP_VERSION), master
