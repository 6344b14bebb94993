"""What a design's page shows of changes to its picture: the last one asked for, what it changed, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pod.composition.rules import percent
from pod.model.artwork import Artwork
from pod.model.change import Change
from pod.model.design import Candidate, CandidateState, Design, Version
from pod.web.files import file_url
from pod.web.strings import text


@dataclass(frozen=True, slots=True)
class EditShown:
    """The newest change that was asked for, while it is drawn or where it has failed."""

    instruction: str
    at_work: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """How the version that is looked at differs from the one that it was made from."""

    instruction: str
    beside: str
    numbers: str


def last_edit(found: Design) -> EditShown | None:
    """None where the last word is a picture that has come."""
    last = found.candidates[-1] if found.candidates else None
    if last is None or last.edit is None or last.state is CandidateState.READY:
        return None
    return EditShown(last.edit.instruction, last.at_work, last.reason)


def change_of(candidate: Candidate | None, artwork: Artwork) -> ChangeShown | None:
    if candidate is None or candidate.edit is None or artwork.change is None or artwork.beside is None:
        return None
    return ChangeShown(candidate.edit.instruction, file_url(artwork.beside), in_numbers(artwork.change))


def in_numbers(change: Change) -> str:
    if not change.registered:
        return text("edit.drawn_anew")
    numbers = text(
        "edit.numbers",
        changed=percent(change.changed),
        elsewhere=percent(change.elsewhere),
        shift=percent(change.shift),
        scale=f"{100 * change.scale:.1f} %",
    )
    return f"{numbers} {text('edit.put_back')}" if change.put_back else numbers


def before(versions: Sequence[Version], current_id: str) -> str:
    """The version that an undo goes back to, "" at the beginning: a step that was undone is not undone again."""
    current = next((v for v in versions if v.id == current_id), None)
    if current is None:
        return ""
    first = next(i for i, v in enumerate(versions) if v.recipe_sha256 == current.recipe_sha256)
    return versions[first - 1].id if first else ""


def root_of(found: Design) -> int | None:
    """The number of the drawing that the chosen candidate goes back to."""
    chosen = next((c for c in found.candidates if c.n == found.chosen), None)
    return chosen.edit.root if chosen and chosen.edit else found.chosen
