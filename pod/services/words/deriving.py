"""A design of its own with other words than another's: the same picture, nothing drawn, made once for each place."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import replace
from datetime import datetime

from pod.model.artwork import Artwork
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, DesignState, Version, new_design_id
from pod.model.errors import Conflict
from pod.model.findings import Findings
from pod.model.personal import PersonalDesign
from pod.model.recipe import LetteringLayer
from pod.services import recipes
from pod.services.editing import origin_of
from pod.services.ports import Tx
from pod.services.versions import add_next


def derive(
    tx: Tx, caller: Caller, version: Version, layer: LetteringLayer, batch: str, place: str, now: datetime
) -> tuple[Version, int]:
    """In the caller's transaction: the new design's version, and the job that prepares it, to be kicked afterwards. `Conflict`
    where something was made for this place before."""
    parent = tx.designs.get(caller.tenant_id, version.design_id)
    artwork = tx.designs.artwork(caller.tenant_id, version.recipe.artwork.artwork_id)
    design_id = new_design_id()
    made = PersonalDesign(design_id, caller.tenant_id, parent.id, version.id, batch, place, caller.actor, now)
    if not tx.personal.add(made):
        raise Conflict("made_before", "A design was made for this before.", "Look at that one.")
    copy = _same_picture(artwork, design_id)
    design = _design(caller, parent, artwork, copy, layer.text, now)
    tx.designs.add(design)
    tx.designs.add_artwork(caller.tenant_id, copy)
    recipe = replace(version.recipe, artwork=recipes.layer_of(copy), lettering=layer)
    return add_next(tx, caller, design, recipe, 1, now, _version_id(made))


def _version_id(made: PersonalDesign) -> str:
    """By what it was made for: an order that a restored backup has forgotten has the same lines when it comes again, and so the
    name that its partner knows it by."""
    made_for = json.dumps([made.tenant_id, made.batch, made.place])
    return hashlib.sha256(made_for.encode()).hexdigest()[:32]


def _same_picture(artwork: Artwork, design_id: str) -> Artwork:
    """The same files under a name of their own; what it cost was paid where it was drawn."""
    unpaid = replace(artwork.provenance, cost=None)
    return replace(artwork, id=secrets.token_hex(16), design_id=design_id, provenance=unpaid)


def _design(caller: Caller, parent: Design, artwork: Artwork, copy: Artwork, words: str, now: datetime) -> Design:
    """As if its one candidate had been drawn for it: with the checks of the picture, and what it can be drawn again from."""
    origin, shown = origin_of(parent, artwork), parent.drawn_as(artwork.id)
    brief = replace(origin.brief if origin else parent.brief, lettering=words, candidates=1)
    candidate = Candidate(
        copy.design_id,
        1,
        CandidateState.READY,
        origin.seed if origin else 0,
        artwork_id=copy.id,
        findings=shown.findings if shown else Findings(),
        prompt=shown.prompt if shown else None,
        edit=origin.edit if origin else None,
    )
    return Design(
        copy.design_id,
        parent.tenant_id,
        brief,
        DesignState.ARTWORK_READY,
        caller.actor,
        now,
        candidates=(candidate,),
    )
