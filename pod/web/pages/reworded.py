"""Before and after, where a version differs from the one before it in its words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pod.model.design import Version
from pod.model.findings import MOVED_FOR_WORDS
from pod.model.proof import Proof
from pod.model.recipe import Recipe
from pod.web.context import caller, services
from pod.web.files import file_url


@dataclass(frozen=True, slots=True)
class RewordedShown:
    """Both proofs, and what is to be read on each."""

    before: str
    words_before: str
    after: str
    words_after: str


def reworded(versions: Sequence[Version], shown: Version | None) -> RewordedShown | None:
    """None where something else has changed, too: the place of the picture, for words that needed more room, is something
    else. None while one of the proofs is not there."""
    older = next((v for v in versions if shown and v.n == shown.n - 1), None)
    if shown is None or older is None or not _words_alone(older.recipe, shown.recipe):
        return None
    before, after = (_proof(version) for version in (older, shown))
    if not before or not after:
        return None
    return RewordedShown(before, _words(older), after, _words(shown))


def _words_alone(old: Recipe, new: Recipe) -> bool:
    if old.lettering is None or new.lettering is None or old.lettering.text == new.lettering.text:
        return False
    return replace(old, lettering=None, prep_version="") == replace(new, lettering=None, prep_version="")


def _words(version: Version) -> str:
    return version.recipe.lettering.text if version.recipe.lettering else ""


def _proof(version: Version) -> str:
    files, proofs = services().designs.files(caller(), version.design_id, version.id)
    moved = any(finding.rule == MOVED_FOR_WORDS for file in files for finding in file.findings.found)
    return _light(proofs[0]) if proofs and not moved else ""


def _light(proof: Proof) -> str:
    return file_url(proof.shown or proof.picture)
