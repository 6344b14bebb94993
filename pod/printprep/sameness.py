"""Paths print in place of the picture that was seen and chosen: they have to show the same."""

from __future__ import annotations

from typing import Final

from pod.composition.drift import compare, shows_the_same
from pod.composition.rules import LIMITS, percent
from pod.drawing import rasterise
from pod.imaging.load import load_picture
from pod.imaging.rows import read_whole
from pod.model.errors import InputRefused
from pod.model.recipe import Recipe
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX, Master, paths_of

_LOOK_PX: Final = 1024


def refuse_other_paths(recipe: Recipe, master: Master) -> None:
    """Both are looked at as they were delivered. It takes about a second: once for a recipe is enough."""
    paths = paths_of(recipe, master)
    if paths is None:
        return
    seen = load_picture(read_whole(master.picture), max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels
    change = compare(seen, rasterise(paths, _LOOK_PX)).change
    if not shows_the_same(change):
        differs = percent(change.changed) if change.registered else "all"
        raise InputRefused(
            "vector_differs",
            f"The paths of this artwork show something else than its picture: {differs} of it differs,"
            f" at most {LIMITS['same_changed']} may.",
            "Have it drawn again, or upload the picture alone: it then prints from its own pixels.",
            measured=differs,
            required=f"at most {LIMITS['same_changed']}",
        )
