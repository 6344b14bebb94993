"""Words tried on a design before anything is made of them: how they come out, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pod import printprep
from pod.model.errors import InputRefused, PodError
from pod.model.product import ProcessLimits, Product
from pod.model.recipe import LetteringLayer, Recipe
from pod.printprep import WordsLaid
from pod.services.picturework import opened
from pod.services.toolbox import Toolbox

_TRY_S, _TRY_MB = 120.0, 2048


@dataclass(frozen=True, slots=True)
class TryTask:
    """`layers` take the place of the recipe's own, each by itself."""

    recipe: Recipe
    product: Product
    process: ProcessLimits
    master: Path
    vector: Path | None
    layers: tuple[LetteringLayer, ...]


def try_words(task: TryTask) -> tuple[tuple[WordsLaid, ...], ...]:
    """In a child process: the picture is opened once for all of them."""
    master = opened(task.master, task.vector)
    return printprep.words_laid(task.recipe, task.product, task.process, master, task.layers)


def tried(tools: Toolbox, recipe: Recipe, layers: Sequence[LetteringLayer]) -> tuple[tuple[WordsLaid, ...], ...]:
    """Each of `layers` on each of the recipe's areas."""
    product, vector = tools.catalogue.product(recipe.product), recipe.artwork.vector_sha256
    task = TryTask(
        recipe,
        product,
        tools.catalogue.process(product.process),
        tools.files.path(recipe.artwork.sha256),
        tools.files.path(vector) if vector else None,
        tuple(layers),
    )
    return tools.offload.call(try_words, task, timeout_s=_TRY_S, memory_mb=_TRY_MB)


def against(before: Sequence[WordsLaid], after: Sequence[WordsLaid]) -> Iterator[PodError]:
    """What keeps words from taking the place of those before: no room beside the picture as it is printed, or letters that fill
    in. Letters as small as those before have been said yes to."""
    for old, new in zip(before, after, strict=True):
        least_mm = min(new.min_x_height_mm, old.x_height_mm)
        if not new.held:
            yield _no_room(new)
        elif new.x_height_mm < least_mm:
            yield _too_small(new, least_mm)


def _no_room(laid: WordsLaid) -> InputRefused:
    wanted, room = (f"{size.width:.0f} × {size.height:.0f} mm" for size in (laid.wanted_mm, laid.room_mm))
    return InputRefused(
        "words_too_large",
        f"On the {laid.area} these words need {wanted}, and their place beside the picture has {room}.",
        "Use fewer letters, or change them by an edit, which prints the picture smaller to make room.",
        measured=wanted,
        required=room,
    )


def _too_small(laid: WordsLaid, least_mm: float) -> InputRefused:
    return InputRefused(
        "words_too_small",
        f"On the {laid.area} the small letters would be {laid.x_height_mm:.1f} mm high; below {least_mm:.1f} mm they fill in.",
        "Use fewer letters, or a layout with more room for words.",
        measured=laid.x_height_mm,
        required=least_mm,
    )
