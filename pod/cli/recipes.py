"""Recipes on disk: ``recipe.json`` with its master beside it, checked by hash before it is used."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pod.model.errors import InputRefused
from pod.model.recipe import Recipe
from pod.printprep import Master

ARTWORK_PNG, ARTWORK_SVG, RECIPE_JSON = "artwork.png", "artwork.svg", "recipe.json"


def load_recipe(path: Path) -> Recipe:
    try:
        return Recipe.from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as e:
        raise InputRefused(
            "file_unreadable", f"{path} cannot be read: {e}.", "Give the recipe.json that `pod design` wrote."
        ) from e


def master_of(recipe: Recipe, recipe_path: Path) -> Master:
    """The master pictures beside the recipe. Another picture than the recipe's is refused: nothing prints by accident."""
    folder = recipe_path.parent
    png = _checked(folder / ARTWORK_PNG, recipe.artwork.sha256)
    svg = _checked(folder / ARTWORK_SVG, recipe.artwork.vector_sha256) if recipe.artwork.vector_sha256 else None
    return Master(png, svg)


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as e:
        raise InputRefused(
            "master_missing",
            f"The recipe's master picture {path} cannot be read: {e.strerror}.",
            "Keep artwork.png and artwork.svg beside recipe.json.",
        ) from e
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise InputRefused(
            "master_changed",
            f"{path.name} is not the picture this recipe was made from.",
            "Restore the file that was written with the recipe, or check and prepare the new picture by itself.",
            measured=found,
            required=sha256,
        )
    return data
