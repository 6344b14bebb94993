"""`pod edit`: changing what has been made, from its recipe or from any picture, without a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pod.bootstrap import Services
from pod.cli.batches import edit_all
from pod.cli.designing import OutOption, ProductOption
from pod.cli.files import make_folder, write_file
from pod.cli.output import JsonOption, print_findings, print_json, progress, say
from pod.cli.recipes import load_recipe, master_of, origin_beside
from pod.cli.workshop import CLI_CALLER, workshop
from pod.cli.written import Written, proofed, write_version
from pod.imaging.rows import read_whole
from pod.model.artwork import Artwork
from pod.model.design import CandidateState, Design
from pod.model.errors import InputRefused, ProviderFailed
from pod.model.findings import Findings
from pod.model.geometry import Box
from pod.model.job import Lane
from pod.services.editing import Edited, Wish

_PATIENCE_S = 3600.0
BESIDE = "before-and-after.webp"


def edit(
    what: Annotated[
        list[str],
        typer.Argument(help="A recipe.json with its artwork beside it, then the sentence that says what changes."),
    ],
    out: OutOption = Path("pod-out"),
    batch: Annotated[
        bool, typer.Option("--batch", help="Pictures instead of a recipe: each is changed by the same sentence.")
    ] = False,
    product: ProductOption = "",
    provider: Annotated[str, typer.Option(help="Image provider from `pod providers`.")] = "",
    region: Annotated[
        str,
        typer.Option(metavar="X,Y,W,H", help="The only part that changes, in shares of the artwork: 0.4,0.1,0.2,0.15."),
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Changes a picture by a sentence.

    Words, cloth, a clear background, a drop shadow, an outline, and the colour or mood of what Pod has drawn itself need no
    image service. Makes a new recipe with its print files and proof, and a picture of before and after. With --batch, many
    pictures by one sentence; go on with a batch that was cut off by the same command.
    """
    if len(what) < 2:
        raise InputRefused(
            "no_instruction", "What should change is missing.", 'pod edit recipe.json "make the fox blue"'
        )
    *files, instruction = what
    if batch and region:
        raise InputRefused("region_of_many", "A part is of one picture.", "Leave --region or --batch out.")
    if batch:
        edit_all([Path(f) for f in files], instruction, out, product=product, provider=provider, as_json=as_json)
        return
    if len(files) > 1:
        raise InputRefused(
            "one_recipe", f"{len(files)} recipes were given.", "One at a time, or pictures with --batch."
        )
    _edit_recipe(Path(files[0]), Wish(instruction, region=_part(region)), out, provider, as_json=as_json)


def _part(text: str) -> Box | None:
    if not text:
        return None
    try:
        left, top, width, height = (float(share) for share in text.split(","))
    except ValueError as e:
        raise InputRefused(
            "region", f"“{text}” names no part of the picture.", "Give four shares: --region 0.4,0.1,0.2,0.15"
        ) from e
    return Box(left, top, width, height)


def _edit_recipe(recipe: Path, wish: Wish, out: Path, provider: str, *, as_json: bool) -> None:
    old, origin = load_recipe(recipe), origin_beside(recipe)
    master = master_of(old, recipe)
    if origin and provider:
        origin = replace(origin, brief=replace(origin.brief, provider=provider))
    with workshop() as pod, progress("changing it") as steps:
        design = pod.edits.bring_in(CLI_CALLER, old, read_whole(master.picture), master.vector, origin)
        edited = pod.edits.ask(CLI_CALLER, design.id, wish)
        make_folder(out)
        artwork = _drawn(pod, design, edited)
        steps.show("preparing print files and proof")
        pod.runner.drain(_PATIENCE_S)
        made = proofed(pod, design.id)
        files = write_version(pod, made, out)
        if artwork and artwork.beside:
            write_file(out / BESIDE, pod.files.open(artwork.beside))
    checks = files.findings + (made.candidates[-1].findings if artwork else Findings())
    _report(files, artwork, checks, as_json=as_json)


def _drawn(pod: Services, design: Design, edited: Edited) -> Artwork | None:
    """The new picture; None where the change needed none."""
    if edited.candidate is None:
        return None
    n = edited.candidate.n

    def ended() -> bool:
        return not pod.designs.get(CLI_CALLER, design.id).edit_at_work

    pod.runner.run_until(ended, (Lane.MODEL,), _PATIENCE_S)
    candidate = next(c for c in pod.designs.get(CLI_CALLER, design.id).candidates if c.n == n)
    if candidate.state is not CandidateState.READY:
        raise ProviderFailed(
            candidate.outcome or "not_edited",
            candidate.reason or "The picture could not be changed.",
            "Say it in other words, or name another provider with --provider.",
        )
    return pod.designs.artwork(CLI_CALLER, candidate.artwork_id)


def _report(files: Written, artwork: Artwork | None, findings: Findings, *, as_json: bool) -> None:
    change = artwork.change if artwork else None
    if as_json:
        print_json(
            {
                "recipe": files.recipe,
                "print_files": files.print_files,
                "proofs": files.proofs,
                "change": change,
                "verdict": findings.verdict,
                "findings": findings,
            }
        )
        return
    for path in (*files.print_files, *files.proofs):
        say(str(path))
    if change and change.registered:
        say(
            f"changed: {change.changed:.1%} of the drawing, {change.elsewhere:.1%} elsewhere; "
            f"moved {change.shift:.2%}, scaled {change.scale - 1:+.2%}"
            + ("; what had changed elsewhere was put back" if change.put_back else "")
        )
    print_findings(findings)
