"""What the picture work of an edit is given: the picture before, where it lies in the store."""

from __future__ import annotations

import prompts
from pod.model.edit import Edit
from pod.model.recipe import Recipe
from pod.providers.base import Picture
from pod.services.asking import questions
from pod.services.editing.work import Before, EditTask, ReferenceTask
from pod.services.toolbox import Toolbox


def reference_task(tools: Toolbox, tenant_id: str, edit: Edit, ground: str) -> ReferenceTask:
    return ReferenceTask(_before(tools, _recipe(tools, tenant_id, edit)), ground)


def artwork_task(tools: Toolbox, tenant_id: str, artwork_id: str, ground: str) -> ReferenceTask:
    """A picture that is in no version yet."""
    with tools.store.reading() as tx:
        artwork = tx.designs.artwork(tenant_id, artwork_id)
    return ReferenceTask(Before(tools.files.path(artwork.file.sha256), None, artwork.mending), ground)


def edit_task(tools: Toolbox, tenant_id: str, edit: Edit, drawn: Picture | None = None) -> EditTask:
    """With what was `drawn` anew, or without: then the touches are made on the picture as it was."""
    recipe = _recipe(tools, tenant_id, edit)
    return EditTask(
        _before(tools, recipe),
        edit.touches,
        questions(tools, recipe.product, recipe.areas[0], edit.cloth or recipe.cloth),
        data=drawn.data if drawn else b"",
        vector=drawn.vector if drawn else None,
        whole=bool(edit.told) and bool(prompts.style_asked(edit.told)),
        region=edit.region,
        press_profile=tools.press_profile,
    )


def _recipe(tools: Toolbox, tenant_id: str, edit: Edit) -> Recipe:
    with tools.store.reading() as tx:
        return tx.designs.version(tenant_id, edit.version_id).recipe


def _before(tools: Toolbox, recipe: Recipe) -> Before:
    layer = recipe.artwork
    vector = tools.files.path(layer.vector_sha256) if layer.vector_sha256 else None
    return Before(tools.files.path(layer.sha256), vector, recipe.mending)
