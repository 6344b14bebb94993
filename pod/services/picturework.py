"""Picture work that runs in a child process: checked and mended artwork, print files and proofs.

Module-level functions with picklable arguments. What comes back is small, or lies in a folder that was given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pod import composition, printprep
from pod.composition.drift import compare, shows_the_same
from pod.composition.likeness import written
from pod.imaging.flat import without_full_alpha
from pod.imaging.load import Raster, load_picture
from pod.imaging.png import encode_png
from pod.imaging.resample import resized
from pod.imaging.webp import encode_webp
from pod.model.artwork import LetteringSlot, MendStep, Questions
from pod.model.change import Change
from pod.model.errors import InputRefused
from pod.model.findings import Findings
from pod.model.product import Cloth, PrintArea, ProcessLimits, Product
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import PreparedFile
from pod.printprep.master import MAX_MASTER_BYTES
from pod.providers.base import Outcome, OutcomeKind, Pending, Picture, Provider, ProviderRequest
from pod.services import recipes, tiles

Pixels = NDArray[np.uint8]

PREVIEW_PX = 720
"""Longest side of the picture that pages show: derived from the mended master, never drawn a second time."""

_EXAMPLE_PX = 4096

STAGE_PX = 900
"""Width of the pictures that a page lays over each other while the true proof is made."""

THUMB_PX = 192
"""Longest side of the picture in a list: twice what is shown, for fine screens."""


@dataclass(frozen=True, slots=True)
class CheckedPicture:
    """`master` is the picture as it came, as PNG; `steps` mend it, and `preview` and `thumb` show it mended, `worded` with the
    words that it was made for.

    `asked` is what it was checked for, `likeness` its fingerprint. Of an edit there is the `change` that was measured, a WebP of before and after `beside` each other, and its `vector`.
    """

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
    asked: Questions
    likeness: str
    change: Change | None = None
    beside: bytes = b""
    vector: bytes | None = None
    worded: bytes = b""


@dataclass(frozen=True, slots=True)
class CheckTask:
    """A picture, and what it is held against. `press_profile` is as `pod.printprep.press_profile` takes it, `border_meant` as
    the picture's maker says, and so are the `words` that it was made for and their `slots`."""

    data: bytes
    asked: Questions = Questions()
    press_profile: str = ""
    border_meant: bool = False
    words: str = ""
    slots: tuple[LetteringSlot, ...] = ()

    @staticmethod
    def of(picture: Picture, asked: Questions, press_profile: str) -> CheckTask:
        words = recipes.own_words(picture)
        return CheckTask(picture.data, asked, press_profile, picture.border_meant, words, picture.slots)


def check_artwork(task: CheckTask) -> CheckedPicture:
    """Through the door, measured, mended as far as that is free and exact. An upload that was light enough as a JPEG is
    heavier as the PNG that it was written anew as, and so is many a picture of 4096 pixels."""
    data, asked = task.data, task.asked
    raster = load_picture(data, max_bytes=MAX_MASTER_BYTES)
    held_against = replace(_held_against(asked, task.press_profile), border_meant=task.border_meant)
    inspection = composition.inspect_for(raster.pixels, held_against)
    mended = composition.mend(raster.pixels, inspection)
    height_px, width_px = raster.pixels.shape[:2]
    preview = _no_larger(mended.pixels, PREVIEW_PX)
    return CheckedPicture(
        master=_master(data, raster),
        preview=encode_webp(preview),
        thumb=encode_webp(_no_larger(preview, THUMB_PX)),
        width_px=width_px,
        height_px=height_px,
        source_mode=raster.source_mode,
        has_alpha=bool((raster.pixels[..., 3] < 255).any()),
        ground=inspection.ground,
        steps=mended.steps,
        findings=mended.findings,
        notes=tuple(n.message for n in raster.notes),
        asked=asked,
        likeness=written(composition.fingerprint(preview)),
        worded=_worded(preview, task) if task.words else b"",
    )


def _worded(preview: Pixels, task: CheckTask) -> bytes:
    """Nothing where they cannot be set: the drawing is there all the same, and choosing it says what is wrong with them."""
    slot = recipes.slot_in(task.slots, preview.shape[0] / preview.shape[1])
    try:
        return encode_webp(tiles.worded(preview, task.words, slot, task.asked.cloth_rgb))
    except InputRefused:
        return b""


def _held_against(asked: Questions, press_profile: str) -> composition.Asked:
    return composition.Asked(
        expected_ground=asked.ground,
        cloth_rgb=asked.cloth_rgb,
        max_colours=asked.max_colours,
        palette=asked.palette,
        flat_inks=asked.flat_inks,
        wordless=asked.wordless,
        press=printprep.press_profile(press_profile) if asked.in_cmyk else None,
        room_mm=(asked.width_mm, asked.height_mm) if asked.width_mm else None,
    )


def _no_larger(pixels: Pixels, longest_px: int) -> Pixels:
    height_px, width_px = pixels.shape[:2]
    scale = min(1.0, longest_px / max(width_px, height_px))
    return resized(pixels, max(1, round(width_px * scale)), max(1, round(height_px * scale)))


def _master(data: bytes, raster: Raster) -> bytes:
    """Our own PNG stays as it is; everything else is written anew, so that no foreign metadata is kept."""
    if raster.media_type == "image/png" and raster.source_mode == "RGBA" and not raster.notes:
        return data
    return encode_png(without_full_alpha(raster.pixels), ppi=300)


@dataclass(frozen=True, slots=True)
class PairTask:
    """Two pictures of any size, of which the second is said to be the first."""

    first: bytes
    second: bytes


def show_one_picture(task: PairTask) -> bool:
    first, second = (load_picture(data, max_bytes=MAX_MASTER_BYTES).pixels for data in (task.first, task.second))
    return shows_the_same(compare(first, second).change)


@dataclass(frozen=True, slots=True)
class DrawTask:
    provider: Provider
    request: ProviderRequest
    key: str
    instruction: str = ""
    asked: Questions = Questions()
    press_profile: str = ""


def draw_and_check(task: DrawTask) -> tuple[Outcome | Pending, CheckedPicture | None]:
    """A provider that draws with this machine's own processor: drawn and checked in one child."""
    outcome = drawn(task)
    if isinstance(outcome, Outcome) and outcome.kind is OutcomeKind.OK and outcome.picture:
        picture = outcome.picture
        return outcome, check_artwork(CheckTask.of(picture, task.asked, task.press_profile))
    return outcome, None


def drawn(task: DrawTask) -> Outcome | Pending:
    if task.instruction:
        return task.provider.edit(task.request, task.instruction, task.key)
    return task.provider.submit(task.request, task.key)


@dataclass(frozen=True, slots=True)
class PreflightTask:
    """`press_profile` is as `pod.printprep.press_profile` takes it."""

    data: bytes
    area: PrintArea
    process: ProcessLimits
    cloth_rgb: str = ""
    press_profile: str = ""
    marked: bool = False


def preflight_file(task: PreflightTask) -> tuple[Findings, bytes]:
    """The findings, and, where it is asked for and the file can be shown, a PNG with their places marked."""
    press = partial(printprep.press_profile, task.press_profile)
    if not task.marked:
        return printprep.preflight(task.data, task.area, task.process, press=press, cloth_rgb=task.cloth_rgb), b""
    findings, picture = printprep.preflight_marked(
        task.data, task.area, task.process, press=press, cloth_rgb=task.cloth_rgb
    )
    return findings, b"" if picture is None else encode_png(picture)


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
    press_profile: str = ""


def opened(picture: Path, vector: Path | None) -> printprep.Master:
    return printprep.Master(picture, vector.read_bytes() if vector else None)


@dataclass(frozen=True, slots=True)
class ProofMade:
    area: str
    path: Path
    shown: Path
    print_file: Path
    cloth: str


@dataclass(frozen=True, slots=True)
class PrintSetMade:
    files: tuple[PreparedFile, ...]
    proofs: tuple[ProofMade, ...]


def make_print_set(task: PrintTask) -> PrintSetMade:
    """All placements' print files, preflighted, and the proof of each drawn from its own PNG."""
    master = opened(task.master, task.vector)
    printprep.refuse_other_paths(task.recipe, master)
    files = print_files(task, master)
    proofs = tuple(_proof(task, made) for made in files if made.format == "png")
    return PrintSetMade(files, proofs)


def print_files(task: PrintTask, master: printprep.Master) -> tuple[PreparedFile, ...]:
    return printprep.prepare(
        task.recipe,
        task.product,
        task.process,
        master,
        task.folder,
        title=task.title,
        when=task.when,
        press=partial(printprep.press_profile, task.press_profile),
    )


def _proof(task: PrintTask, made: PreparedFile) -> ProofMade:
    area = task.product.area(made.area)
    cloth = task.product.cloth(task.recipe.cloth) or task.product.cloths[0]
    if area is None:
        raise LookupError(f"{task.product.sku} has no area {made.area}")
    art = in_printed_colours(printprep.print_pixels(made.path.read_bytes()), area, task.press_profile)
    picture = printprep.on_product(art, task.product, area, cloth, task.process, width_px=printprep.PROOF_PX)
    path, shown = (task.folder / f"proof-{made.area}.{ending}" for ending in ("png", "webp"))
    path.write_bytes(encode_png(picture))
    shown.write_bytes(encode_webp(picture))
    return ProofMade(made.area, path, shown, made.path, cloth.name)


def in_printed_colours(art: NDArray[np.uint8], area: PrintArea, press_profile: str) -> NDArray[np.uint8]:
    """A proof of a CMYK print shows what the press can do, not what the screen can."""
    profile = printprep.press_profile(press_profile) if area.in_cmyk else None
    return art if profile is None else printprep.soft_proof(art, profile, perceptual=area.perceptual)


@dataclass(frozen=True, slots=True)
class LookTask:
    """What a changed recipe would look like on one print area; nothing of it is kept.

    `layer` asks for the art alone, which can be laid over the empty product in any cloth, and takes four times as long.
    """

    recipe: Recipe
    product: Product
    process: ProcessLimits
    area: PrintArea
    master: Path
    vector: Path | None
    layer: bool = False


def draw_look(task: LookTask) -> bytes:
    """WebP, `STAGE_PX` wide: the product with the art on it, or the art alone."""
    product, area, process = task.product, task.area, task.process
    ppi = printprep.enough_ppi(product, area, width_px=STAGE_PX)
    art = printprep.sketch(task.recipe, product, opened(task.master, task.vector), area.name, ppi=ppi)
    if task.layer:
        return encode_webp(printprep.as_layer(art, product, area, process, width_px=STAGE_PX))
    cloth = product.cloth(task.recipe.cloth) or product.cloths[0]
    return encode_webp(printprep.on_product(art, product, area, cloth, process, width_px=STAGE_PX))


@dataclass(frozen=True, slots=True)
class ShowTask:
    """A product as it is offered: with the design at `vector` on `area`, or empty."""

    product: Product
    process: ProcessLimits
    area: PrintArea
    cloth: Cloth
    vector: Path | None
    width_px: int


def draw_product(task: ShowTask) -> bytes:
    """WebP, `task.width_px` wide."""
    art = _example(task, task.vector) if task.vector else None
    picture = printprep.on_product(art, task.product, task.area, task.cloth, task.process, width_px=task.width_px)
    return encode_webp(picture)


def _example(task: ShowTask, vector: Path) -> Pixels:
    recipe = Recipe(
        artwork=ArtworkLayer("example", "", _EXAMPLE_PX, _EXAMPLE_PX),
        product=task.product.sku,
        cloth=task.cloth.name,
        placements=(Placement(task.area.name, task.area.fit),),
        prep_version=printprep.PREP_VERSION,
    )
    ppi = printprep.enough_ppi(task.product, task.area, width_px=task.width_px)
    master = printprep.Master(b"", vector.read_bytes())
    return printprep.sketch(recipe, task.product, master, task.area.name, ppi=ppi)
