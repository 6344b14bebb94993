"""`pod make`, `pod design`: from a sentence to files, without a server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pod.bootstrap import Services
from pod.cli.files import make_folder, read_file, write_file
from pod.cli.output import JsonOption, note, print_findings, print_json, progress, say
from pod.cli.pictures import PpiOption, ProcessOption, SizeOption, WrapOption
from pod.cli.recipes import RECIPE_JSON, write_origin
from pod.cli.sizes import AreaWanted, find_target
from pod.cli.workshop import CLI_CALLER, workshop
from pod.cli.written import Written, proofed, refuse_unfinished, write_artwork, write_version
from pod.model.brief import DesignBrief, Wanted
from pod.model.design import Candidate, CandidateState, Design, DesignState
from pod.model.errors import InputRefused, PartnerFailed, ProviderFailed
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.order import OrderItem, ShipTo
from pod.model.product import Wrap
from pod.model.proof import ApprovalRole
from pod.paths import templates_dir
from pod.services.editing import origin_of
from pod.services.orders import refuse_quantity
from pod.store.catalogue import FileCatalogue

_PATIENCE_S = 600.0
_USUAL_PRODUCT = "tee"

OutOption = Annotated[Path, typer.Option("--out", help="Folder for everything that is made.")]
StyleOption = Annotated[str, typer.Option(help="A style from `pod styles`; chosen from the sentence if left out.")]
LetteringOption = Annotated[str, typer.Option(help="Words to set in type over the wordless artwork.")]
FontOption = Annotated[str, typer.Option(help="A face, a kind of face or a mood from `pod fonts`.")]
LayoutOption = Annotated[LetteringLayout | None, typer.Option(help="How the words are laid; as the picture has it.")]
EffectOption = Annotated[LetteringEffect | None, typer.Option(help="What is done to their letters.")]
ClothOption = Annotated[str, typer.Option(help="Cloth colour; the product's first one if left out.")]
SeedOption = Annotated[int | None, typer.Option(help="The same seed draws the same design.")]
PaletteOption = Annotated[str, typer.Option(help="A palette's name, or inks as #hex,#hex.")]
ReferenceOption = Annotated[
    Path | None,
    typer.Option(help="A picture as a guide: it is drawn anew after it, by an image service that takes one along."),
]
ProductOption = Annotated[str, typer.Option(help="SKU from `pod products`; tee if left out.")]


def make(
    text: Annotated[str, typer.Argument(help="The sentence, as a shopper would type it.")],
    product: ProductOption = "",
    size_mm: SizeOption = "",
    ppi: PpiOption = 0,
    process: ProcessOption = "",
    cloth: ClothOption = "",
    wrap: WrapOption = None,
    lettering: LetteringOption = "",
    font: FontOption = "",
    layout: LayoutOption = None,
    effect: EffectOption = None,
    style: StyleOption = "",
    area: Annotated[list[str] | None, typer.Option(help="Print area; may be given several times.")] = None,
    palette: PaletteOption = "",
    provider: Annotated[str, typer.Option(help="Image provider from `pod providers`.")] = "",
    seed: SeedOption = None,
    reference: ReferenceOption = None,
    quantity: Annotated[int, typer.Option(help="Pieces to order.")] = 1,
    out: OutOption = Path("pod-out"),
    as_json: JsonOption = False,
) -> None:
    """The whole job, from a sentence to the hand-off.

    Brief, artwork, checks, print files, proof, approval, order, and the hand-off to `manual`, all in the output folder.
    """
    refuse_quantity(quantity)
    catalogue, sku = _offered(AreaWanted(product=product, size_mm=size_mm, ppi=ppi, process=process))
    brief = DesignBrief(
        subject=text,
        product=sku,
        style=style,
        lettering=lettering,
        look=LetteringLook(font, layout, effect),
        **_inks(palette),
        cloth=cloth,
        wrap=wrap or Wrap.MIRROR,
        placements=tuple(Wanted(a) for a in area or ()),
        candidates=1,
        provider=provider,
        seed=seed,
    )
    with workshop(out / "handoff", catalogue) as pod, progress("drawing") as steps:
        drawn = _draw(pod, _guided(pod, brief, reference), out)
        steps.show("preparing print files and proof")
        chosen = _ready(drawn)[0]
        version = pod.designs.choose(CLI_CALLER, drawn.id, chosen.n)
        pod.runner.drain(_PATIENCE_S)
        made = proofed(pod, drawn.id)
        files = write_version(pod, made, out)
        steps.show("approving and handing off")
        pod.approvals.approve(CLI_CALLER, made.id, ApprovalRole.SHOPPER)
        handed_off = _order_and_hand_off(pod, made, version.id, quantity)
    _report_make(made, files, out / "handoff" / handed_off, as_json)


def design(
    text: Annotated[str, typer.Argument(help="The sentence, as a shopper would type it.")],
    out: OutOption = Path("pod-out"),
    style: StyleOption = "",
    lettering: LetteringOption = "",
    font: FontOption = "",
    layout: LayoutOption = None,
    effect: EffectOption = None,
    palette: PaletteOption = "",
    product: ProductOption = "",
    size_mm: SizeOption = "",
    ppi: PpiOption = 0,
    process: ProcessOption = "",
    cloth: ClothOption = "",
    wrap: WrapOption = None,
    provider: Annotated[str, typer.Option(help="Image provider from `pod providers`.")] = "",
    candidates: Annotated[int, typer.Option(help="How many to draw, 1 to 8.")] = 1,
    seed: SeedOption = None,
    reference: ReferenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Draws artwork for a sentence, checked and mended.

    Writes artwork.png, artwork.svg and recipe.json of each candidate.
    """
    catalogue, sku = _offered(AreaWanted(product=product, size_mm=size_mm, ppi=ppi, process=process))
    brief = DesignBrief(
        subject=text,
        product=sku,
        style=style,
        lettering=lettering,
        look=LetteringLook(font, layout, effect),
        **_inks(palette),
        cloth=cloth,
        wrap=wrap or Wrap.MIRROR,
        candidates=candidates,
        provider=provider,
        seed=seed,
    )
    with workshop(catalogue=catalogue) as pod, progress(f"drawing {candidates}"):
        drawn = _draw(pod, _guided(pod, brief, reference), out)
        folders = [_write_candidate(pod, drawn, c, out if candidates == 1 else out / f"{c.n}") for c in _ready(drawn)]
    if as_json:
        print_json({"design": drawn.id, "state": drawn.state, "candidates": folders})
        return
    for folder in folders:
        say(
            f"{folder['folder']}: seed {folder['seed']}, {folder['width_px']} × {folder['height_px']} px, {folder['verdict']}"
        )
        print_findings(folder["findings"])


def _offered(wanted: AreaWanted) -> tuple[FileCatalogue, str]:
    """The catalogue, with the size of one's own where there is one, and the SKU that is asked for."""
    catalogue = FileCatalogue(templates_dir())
    if not wanted.size_mm and (wanted.ppi or wanted.process):
        raise InputRefused(
            "product_has_process",
            "A product has its own resolution and process.",
            "Leave --ppi and --process out, or give a size of your own with --size-mm.",
        )
    if not wanted.size_mm:
        return catalogue, wanted.product or _USUAL_PRODUCT
    own = find_target(catalogue, wanted).product
    return FileCatalogue(templates_dir(), (own,)), own.sku


def _inks(palette: str) -> dict[str, Any]:
    """The brief's fields for `--palette`: inks of one's own, or the name of one."""
    if "#" not in palette:
        return {"palette_name": palette}
    return {"palette": tuple(ink.strip() for ink in palette.split(","))}


def _guided(pod: Services, brief: DesignBrief, guide: Path | None) -> DesignBrief:
    if guide is None:
        return brief
    return replace(brief, reference_id=pod.pictures.upload(CLI_CALLER, read_file(guide), guide.name).id)


def _draw(pod: Services, brief: DesignBrief, out: Path) -> Design:
    """Drawn once the brief is accepted and its place can be written: not a minute later."""
    requested = pod.designs.request_design(CLI_CALLER, brief)
    make_folder(out)
    pod.runner.drain(_PATIENCE_S)
    drawn = pod.designs.get(CLI_CALLER, requested.id)
    refuse_unfinished(drawn)
    if drawn.state is not DesignState.ARTWORK_READY:
        raise ProviderFailed(
            "no_artwork",
            drawn.reason or "No picture could be drawn.",
            "Change the words, or name another provider with --provider.",
        )
    return drawn


def _ready(drawn: Design) -> Sequence[Candidate]:
    return [c for c in drawn.candidates if c.state is CandidateState.READY]


def _write_candidate(pod: Services, drawn: Design, candidate: Candidate, folder: Path) -> dict[str, Any]:
    make_folder(folder)
    artwork = write_artwork(pod, candidate.artwork_id, folder)
    recipe = pod.designs.recipe_for(CLI_CALLER, drawn.id, candidate.n)
    write_file(folder / RECIPE_JSON, recipe.to_json().encode())
    write_origin(folder, origin_of(drawn, artwork))
    return {
        "folder": folder,
        "n": candidate.n,
        "seed": candidate.seed,
        "width_px": artwork.width_px,
        "height_px": artwork.height_px,
        "verdict": candidate.findings.verdict,
        "findings": candidate.findings,
        "notes": artwork.provenance.notes,
        "credits": artwork.provenance.credits,
    }


def _order_and_hand_off(pod: Services, made: Design, version_id: str, quantity: int) -> str:
    product = pod.catalogue.product(made.brief.product)
    recipe = pod.designs.version(CLI_CALLER, made.id, version_id).recipe
    variant = next(v for v in product.variants if v.cloth == recipe.cloth)
    here = ShipTo(name="Own press", line1="Collected at the press", city="—", country="GB", postcode="—")
    item = OrderItem("", version_id, product.sku, variant.sku, quantity)
    order, _ = pod.orders.place(CLI_CALLER, f"cli-{made.id[:12]}", here, (item,), partner="manual")
    pod.orders.mark_paid(CLI_CALLER, order.id)
    pod.runner.drain(_PATIENCE_S)
    handed = pod.orders.handoffs(CLI_CALLER, order.id)
    if not handed or handed[0].partner_order_id == "":
        raise PartnerFailed(
            "not_handed_off",
            f"The design is made and approved, but it was not handed off: {handed[0].reason if handed else ''}".rstrip(),
            "The files are in the output folder. Make room for the folder “handoff” in it, then run the command again.",
        )
    return handed[0].reference


def _report_make(made: Design, files: Written, handoff: Path, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "design": made.id,
                "recipe": files.recipe,
                "print_files": files.print_files,
                "proofs": files.proofs,
                "handoff": handoff,
                "verdict": files.findings.verdict,
                "findings": files.findings,
            }
        )
        return
    for path in (*files.print_files, *files.proofs):
        say(str(path))
    print_findings(files.findings)
    say(f"handed off: {handoff}")
    note("The recipe and its master are beside the files: `pod prepare` and `pod reletter` work from them.")
