"""The end of an edit: its picture takes the place of the one before, in a version of its own that needs its own yes."""

from __future__ import annotations

from dataclasses import replace

from pod.model.artwork import Artwork
from pod.model.caller import Caller
from pod.model.design import Candidate, Design
from pod.model.edit import Edit
from pod.model.errors import InputRefused
from pod.model.recipe import Recipe
from pod.services import recipes
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox
from pod.services.versions import CHANGEABLE, add_next


def add_edited(tools: Toolbox, tx: Tx, me: Caller, candidate: Candidate, artwork: Artwork) -> int:
    """The job that prepares the next version; 0 where the design has gone another way meanwhile, and a note says so.

    Words and cloth that were changed meanwhile stay as they are now: only the picture is another.
    """
    edit = candidate.edit
    if edit is None:
        return 0
    design = tx.designs.get(me.tenant_id, candidate.design_id)
    now = tx.designs.version(me.tenant_id, design.current_version_id).recipe
    then = tx.designs.version(me.tenant_id, edit.version_id).recipe
    if design.state not in CHANGEABLE or now.artwork != then.artwork:
        return _left(tx, me, design, candidate, "the design has been changed meanwhile")
    try:
        recipe = recipe_of(tools, now, edit, artwork)
    except InputRefused as e:
        return _left(tx, me, design, candidate, str(e))
    return add_next(tx, me, design, recipe, candidate.n, tools.clock.now())[1]


def recipe_of(tools: Toolbox, before: Recipe, edit: Edit, artwork: Artwork) -> Recipe:
    """The recipe before with the new picture, and with the words and the cloth that the edit asked for."""
    product = tools.catalogue.product(before.product)
    layer = recipes.layer_of(artwork)
    drawn = replace(before, artwork=layer, mending=artwork.mending)
    return recipes.changed(drawn, artwork, product, lettering=edit.lettering, cloth=edit.cloth, wrap=None)


def edited_artwork(tx: Tx, tenant_id: str, edit: Edit) -> Artwork:
    """The picture that an edit changes."""
    return tx.designs.artwork(tenant_id, tx.designs.version(tenant_id, edit.version_id).recipe.artwork.artwork_id)


def like(before: Artwork, edited: Artwork) -> Artwork:
    """What is known of the picture before and not said of the new one: where type may be set, its inks, what it shows, and
    which picture was its guide."""
    return replace(
        edited,
        slots=edited.slots or before.slots,
        palette=edited.palette or before.palette,
        facts=edited.facts or before.facts,
        provenance=replace(edited.provenance, reference_sha256=before.provenance.reference_sha256),
    )


def _left(tx: Tx, me: Caller, design: Design, candidate: Candidate, why: str) -> int:
    tx.designs.note(design, me, f"picture {candidate.n} is drawn and waits to be chosen: {why}")
    return 0
