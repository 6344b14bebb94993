"""What commands leave in their output folder: a picture, a version with its recipe, its print files and its proof."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pod.bootstrap import Services
from pod.cli.files import write_file
from pod.cli.recipes import ARTWORK_PNG, ARTWORK_SVG, RECIPE_JSON, write_origin
from pod.cli.workshop import CLI_CALLER
from pod.model.artwork import Artwork
from pod.model.design import Design, DesignState
from pod.model.errors import ChecksBlocked, Unavailable
from pod.model.findings import Findings
from pod.services.editing import origin_of

_UNFINISHED = (DesignState.BRIEFED, DesignState.GENERATING, DesignState.PREPARING)


@dataclass(frozen=True, slots=True)
class Written:
    recipe: Path
    print_files: tuple[Path, ...]
    proofs: tuple[Path, ...]
    findings: Findings


def refuse_unfinished(design: Design) -> None:
    """A job that waits for disk space or the like has said so in the log; here nobody waits with it."""
    if design.state in _UNFINISHED:
        raise Unavailable(
            "not_finished",
            "The work could not be finished on this machine.",
            "The lines above say what it lacks; mend that, then run the command again.",
        )


def proofed(pod: Services, design_id: str) -> Design:
    made = pod.designs.get(CLI_CALLER, design_id)
    refuse_unfinished(made)
    if made.state is not DesignState.PROOF_READY:
        raise ChecksBlocked(
            "not_ready_to_print",
            made.reason or f"The design stopped at {made.state}.",
            "Change the words, the cloth or the product.",
        )
    return made


def write_artwork(pod: Services, artwork_id: str, folder: Path) -> Artwork:
    artwork = pod.designs.artwork(CLI_CALLER, artwork_id)
    write_file(folder / ARTWORK_PNG, pod.files.open(artwork.file))
    if artwork.vector:
        write_file(folder / ARTWORK_SVG, pod.files.open(artwork.vector))
    return artwork


def write_version(pod: Services, made: Design, out: Path) -> Written:
    version = pod.designs.version(CLI_CALLER, made.id, made.current_version_id)
    artwork = write_artwork(pod, version.recipe.artwork.artwork_id, out)
    write_file(out / RECIPE_JSON, version.recipe.to_json().encode())
    write_origin(out, origin_of(made, artwork))
    print_files, proofs = pod.designs.files(CLI_CALLER, made.id, version.id)
    paths = []
    for made_file in print_files:
        paths.append(out / f"{made.brief.product}-{made_file.area}.{made_file.format}")
        write_file(paths[-1], pod.files.open(made_file.file))
    pictures = []
    for proof in proofs:
        pictures.append(out / f"proof-{proof.area}.png")
        write_file(pictures[-1], pod.files.open(proof.picture))
    findings = sum((f.findings for f in print_files), Findings())
    return Written(out / RECIPE_JSON, tuple(paths), tuple(pictures), findings)
