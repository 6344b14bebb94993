"""Recipes on disk: ``recipe.json`` with its master beside it, checked by hash before it is used."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pod.cli.files import write_file
from pod.model.errors import InputRefused
from pod.model.recipe import Recipe
from pod.model.typed import mistyped
from pod.printprep import Master
from pod.services.editing import Origin
from pod.store.codec import decode, encode

ARTWORK_PNG, ARTWORK_SVG, RECIPE_JSON = "artwork.png", "artwork.svg", "recipe.json"


ORIGIN_JSON = "origin.json"
"""Beside a recipe: what its picture was drawn from, for whoever is to draw it again."""


def write_origin(folder: Path, origin: Origin | None) -> None:
    if origin:
        write_file(folder / ORIGIN_JSON, json.dumps(encode(origin), indent=1, ensure_ascii=False).encode())


def origin_beside(recipe_path: Path) -> Origin | None:
    """None where there is none; a damaged one is refused."""
    path = recipe_path.parent / ORIGIN_JSON
    if not path.exists():
        return None
    try:
        found = decode(Origin, json.loads(path.read_text(encoding="utf-8")))
        wrong = "; ".join(mistyped(found, Origin))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, StopIteration) as e:
        wrong = f"{type(e).__name__}: {e}"
    if wrong:
        raise InputRefused(
            "origin_unreadable",
            f"{path} cannot be read ({wrong[:200]}).",
            "Restore the file that was written with the recipe, or take it away: the picture is then like any other.",
        )
    return found


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
