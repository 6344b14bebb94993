"""A version that was made elsewhere, brought into this shop as it is: from its recipe, its pictures, and where it came from."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from pod.model.artwork import Artwork, Provenance
from pod.model.brief import DesignBrief, Wanted
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, DesignState, Version, new_design_id
from pod.model.edit import Edit
from pod.model.recipe import Recipe
from pod.services.toolbox import Toolbox

OWN_PICTURE = "upload"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a picture was drawn from: without it, it is a picture like any other, and nobody can draw it again. `model` is
    "" in files that were written before it was kept."""

    brief: DesignBrief
    provider: str
    seed: int
    edit: Edit | None = None
    model: str = ""


def bring_in(
    tools: Toolbox, caller: Caller, recipe: Recipe, picture: bytes, vector: bytes | None, origin: Origin | None
) -> Design:
    """A design whose only version has exactly this recipe. Nothing is drawn, prepared or paid."""
    design_id = new_design_id()
    artwork = _artwork(tools, design_id, recipe, picture, vector, origin)
    recipe = replace(recipe, artwork=replace(recipe.artwork, artwork_id=artwork.id))
    version = Version(secrets.token_hex(16), design_id, 1, recipe, recipe.sha256, tools.clock.now(), caller.actor)
    candidate = Candidate(
        design_id,
        1,
        CandidateState.READY,
        origin.seed if origin else 0,
        artwork_id=artwork.id,
        edit=origin.edit if origin else None,
    )
    design = Design(
        id=design_id,
        tenant_id=caller.tenant_id,
        brief=_brief(recipe, origin),
        state=DesignState.ARTWORK_READY,
        actor=caller.actor,
        created_at=tools.clock.now(),
        chosen=1,
        current_version_id=version.id,
        candidates=(candidate,),
    )
    with tools.store.writing() as tx:
        tx.designs.add(design)
        tx.designs.add_artwork(caller.tenant_id, artwork)
        tx.designs.add_version(caller.tenant_id, version)
        return tx.designs.get(caller.tenant_id, design_id)


def origin_of(design: Design, artwork: Artwork) -> Origin | None:
    """None for a picture that was drawn elsewhere."""
    candidate = design.drawn_as(artwork.id)
    if candidate is None or artwork.provenance.provider == OWN_PICTURE:
        return None
    root = candidate.edit.root if candidate.edit else candidate.n
    # a brief of one candidate, which chooses its style as this one's did
    brief = replace(design.brief, candidates=1, seed=(design.brief.seed or 0) + root - 1)
    edit = replace(candidate.edit, root=1, version_id="") if candidate.edit else None
    return Origin(brief, artwork.provenance.provider, candidate.seed, edit, artwork.provenance.model)


def _brief(recipe: Recipe, origin: Origin | None) -> DesignBrief:
    if origin:
        return origin.brief
    return DesignBrief("", recipe.product, cloth=recipe.cloth, placements=tuple(Wanted(a) for a in recipe.areas))


def _artwork(
    tools: Toolbox, design_id: str, recipe: Recipe, picture: bytes, vector: bytes | None, origin: Origin | None
) -> Artwork:
    layer = recipe.artwork
    return Artwork(
        id=secrets.token_hex(16),
        design_id=design_id,
        file=tools.files.put(picture, "image/png"),
        width_px=layer.width_px,
        height_px=layer.height_px,
        mode="RGBA",
        has_alpha=True,
        provenance=Provenance(
            origin.provider if origin else OWN_PICTURE,
            origin.model if origin else "",
            "",
            tools.clock.now(),
            reference_sha256=layer.reference_sha256,
        ),
        vector=tools.files.put(vector, "image/svg+xml") if vector else None,
        slots=(recipe.lettering.slot,) if recipe.lettering else (),
        mending=recipe.mending,
        asked=recipe.asked,
    )
