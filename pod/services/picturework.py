"""Picture work that runs in a child process: checked and mended artwork, print files and proofs.

Module-level functions with picklable arguments. What comes back is small, or lies in a folder that was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pod import composition, printprep
from pod.imaging.load import Raster, load_picture
from pod.imaging.png import encode_png
from pod.imaging.resample import Pixels, resized
from pod.model.artwork import MendStep
from pod.model.findings import Findings
from pod.model.product import ProcessLimits, Product
from pod.model.recipe import Recipe
from pod.printprep import PreparedFile
from pod.providers.base import Outcome, OutcomeKind, Pending, Provider, ProviderRequest

PREVIEW_PX = 900
"""Longest side of the picture that pages show: derived from the mended master, never drawn a second time."""

THUMB_PX = 192
"""Longest side of the picture in a list: twice what is shown, for fine screens."""


@dataclass(frozen=True, slots=True)
class CheckedPicture:
    """`master` is the picture as it came, as PNG; `steps` mend it, and `preview` and `thumb` show it mended."""

    master: bytes
    preview: bytes
    thumb: bytes
    width_px: int
    height_px: int
    source_mode: str
    has_alpha: bool
    ground: str
    steps: tuple[MendStep, ...]
    findings: Findings
    notes: tuple[str, ...]


def check_artwork(data: bytes) -> CheckedPicture:
    """Through the door, measured, mended as far as that is free and exact."""
    raster = load_picture(data)
    inspection = composition.inspect(raster.pixels)
    mended = composition.mend(raster.pixels, inspection)
    height_px, width_px = raster.pixels.shape[:2]
    preview = _no_larger(mended.pixels, PREVIEW_PX)
    return CheckedPicture(
        master=_master(data, raster),
        preview=encode_png(preview),
        thumb=encode_png(_no_larger(preview, THUMB_PX)),
        width_px=width_px,
        height_px=height_px,
        source_mode=raster.source_mode,
        has_alpha=bool((raster.pixels[..., 3] < 255).any()),
        ground=inspection.ground,
        steps=mended.steps,
        findings=mended.findings,
        notes=raster.notes,
    )


def _no_larger(pixels: Pixels, longest_px: int) -> Pixels:
    height_px, width_px = pixels.shape[:2]
    scale = min(1.0, longest_px / max(width_px, height_px))
    return resized(pixels, max(1, round(width_px * scale)), max(1, round(height_px * scale)))


def _master(data: bytes, raster: Raster) -> bytes:
    """Our own PNG stays as it is; everything else is written anew, so that no foreign metadata is kept."""
    if raster.media_type == "image/png" and raster.source_mode == "RGBA" and not raster.notes:
        return data
    return encode_png(raster.pixels, ppi=300)


@dataclass(frozen=True, slots=True)
class DrawTask:
    provider: Provider
    request: ProviderRequest
    key: str


def draw_and_check(task: DrawTask) -> tuple[Outcome | Pending, CheckedPicture | None]:
    """A provider that draws with this machine's own processor: drawn and checked in one child."""
    outcome = task.provider.submit(task.request, task.key)
    if isinstance(outcome, Outcome) and outcome.kind is OutcomeKind.OK and outcome.picture:
        return outcome, check_artwork(outcome.picture.data)
    return outcome, None


@dataclass(frozen=True, slots=True)
class PrintTask:
    """`master` and `vector` are paths in the file store; everything made goes into `folder`."""

    recipe: Recipe
    product: Product
    process: ProcessLimits
    master: Path
    vector: Path | None
    folder: Path
    title: str
    when: datetime


@dataclass(frozen=True, slots=True)
class ProofMade:
    area: str
    path: Path
    print_file: Path
    cloth: str


@dataclass(frozen=True, slots=True)
class PrintSetMade:
    files: tuple[PreparedFile, ...]
    proofs: tuple[ProofMade, ...]


def make_print_set(task: PrintTask) -> PrintSetMade:
    """All placements' print files, preflighted, and the proof of each drawn from its own PNG."""
    master = printprep.Master(task.master.read_bytes(), task.vector.read_bytes() if task.vector else None)
    files = printprep.prepare(
        task.recipe, task.product, task.process, master, task.folder, title=task.title, when=task.when
    )
    proofs = tuple(_proof(task, made) for made in files if made.format == "png")
    return PrintSetMade(files, proofs)


def _proof(task: PrintTask, made: PreparedFile) -> ProofMade:
    area = task.product.area(made.area)
    cloth = task.product.cloth(task.recipe.cloth) or task.product.cloths[0]
    if area is None:
        raise LookupError(f"{task.product.sku} has no area {made.area}")
    picture = printprep.proof(made.path.read_bytes(), task.product, area, cloth)
    path = task.folder / f"proof-{made.area}.png"
    path.write_bytes(picture)
    return ProofMade(made.area, path, made.path, cloth.name)
