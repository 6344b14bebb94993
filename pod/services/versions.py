"""The next version of a design, in the caller's transaction: recipe, state and the job that makes its print files."""

from __future__ import annotations

import secrets
from datetime import datetime

from pod.model.caller import Caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import Conflict
from pod.model.recipe import Recipe
from pod.model.states import in_words
from pod.services.ports import Tx
from pod.services.preparation import prepare_job

CHANGEABLE = frozenset(
    {
        DesignState.ARTWORK_READY,
        DesignState.PREPARING,
        DesignState.PROOF_READY,
        DesignState.WAITING_CUSTOMER,
        DesignState.APPROVED,
        DesignState.REJECTED,
        DesignState.FAILED,
    }
)
_WHEN_CHANGEABLE = {
    DesignState.BRIEFED: "Wait until it is drawn.",
    DesignState.GENERATING: "Wait until it is drawn.",
}


def must_be_changeable(design: Design) -> None:
    """An edit overtakes the print files that are just being made; it does not overtake the drawing."""
    if design.state not in CHANGEABLE:
        raise Conflict(
            "not_changeable",
            f"A design that is {in_words(design.state)} cannot be changed.",
            _WHEN_CHANGEABLE.get(design.state, "Start a new design."),
        )


def must_be_current(design: Design, version_id: str) -> None:
    """What was made from one version is no change of another."""
    if design.current_version_id != version_id:
        raise Conflict(
            "changed_meanwhile",
            "The design was changed by someone else a moment ago.",
            "Look at it again and repeat what still applies.",
        )


def add_base(tx: Tx, caller: Caller, design: Design, recipe: Recipe, n: int, now: datetime) -> Version:
    """The first version of a design that is about to be changed: no print files are made of it."""
    must_be_changeable(design)
    version = Version(secrets.token_hex(16), design.id, 1, recipe, recipe.sha256, now, caller.actor)
    tx.designs.add_version(design.tenant_id, version)
    tx.designs.choose(design, n, version.id)
    return version


def add_next(
    tx: Tx, caller: Caller, design: Design, recipe: Recipe, n: int, now: datetime, version_id: str = ""
) -> tuple[Version, int]:
    """The version, and the job that prepares it, to be kicked afterwards. `n` is the candidate that it shows; `version_id`
    where it has to be called the same when it is made once more."""
    must_be_changeable(design)
    number = len(tx.designs.versions(design.tenant_id, design.id)) + 1
    name = version_id or secrets.token_hex(16)
    version = Version(name, design.id, number, recipe, recipe.sha256, now, caller.actor)
    tx.designs.add_version(design.tenant_id, version)
    tx.designs.choose(tx.designs.move(design, DesignState.PREPARING, caller), n, version.id)
    return version, tx.jobs.enqueue(design.tenant_id, prepare_job(version))
