"""Other words on a finished design: its picture stays, to the pixel, and no image service is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pod.model.caller import Caller
from pod.model.design import Design, Version
from pod.model.errors import Conflict, InputRefused
from pod.model.recipe import LetteringLayer, Recipe
from pod.printprep import WordsLaid
from pod.services import repeats
from pod.services.briefs import refuse_all, too_long
from pod.services.designs import Designs
from pod.services.recipes import other_words
from pod.services.repeats import Request
from pod.services.screening import judged
from pod.services.toolbox import Toolbox
from pod.services.words.measuring import against, tried

_ACCEPTED = 202


@dataclass(frozen=True, slots=True)
class Changed:
    """`version` has the new words, `before` those that it was made from. `laid` says how they come out on each area, and is
    empty where nothing was made. `new` is False for a repeat."""

    version: Version
    before: Version
    laid: tuple[WordsLaid, ...] = ()
    new: bool = True


class Words:
    def __init__(self, tools: Toolbox, designs: Designs) -> None:
        self._tools, self._designs = tools, designs

    def change(self, caller: Caller, design_id: str, words: str, *, idempotency_key: str = "") -> Changed:
        """A new version, which needs its own yes. Words that do not fit the place of those before are refused with what was
        measured: nothing else of the design gives way for them."""
        asked = Request(caller, idempotency_key, ["words", design_id, words])
        if earlier := repeats.made_before(self._tools.store, asked):
            return self._made_before(caller, design_id, earlier)
        design = self._designs.get(caller, design_id)
        before = current_version(self._designs, caller, design)
        old = live_words(before.recipe)
        refuse_all([*_empty(words), *too_long(words)])
        refuse_all(judged(self._tools, caller, "", words, design_id=design.id).refused)
        laid = self._tried(before.recipe, old, words)
        version = self._designs.edit(caller, design.id, lettering=words)
        self._remember(asked, before, version)
        return Changed(version, before, laid)

    def _tried(self, recipe: Recipe, old: LetteringLayer, words: str) -> tuple[WordsLaid, ...]:
        product = self._tools.catalogue.product(recipe.product)
        layer = other_words(words, old, product, recipe.cloth)
        before, laid = tried(self._tools, recipe, (old, layer))
        refuse_all([("words", e) for e in against(before, laid)])
        return laid

    def _remember(self, asked: Request, before: Version, version: Version) -> None:
        """Asked again it is the same version anyway, unless somebody has changed the words in between."""
        if asked.key:
            with self._tools.store.writing() as tx:
                if not repeats.begin(tx, asked, self._tools.clock.now()):
                    repeats.finish(tx, asked, _ACCEPTED, f"{before.id}:{version.id}")

    def _made_before(self, caller: Caller, design_id: str, made: str) -> Changed:
        before, version = (self._designs.version(caller, design_id, name) for name in made.split(":"))
        return Changed(version, before, new=False)


def current_version(designs: Designs, caller: Caller, design: Design) -> Version:
    if not design.current_version_id:
        raise Conflict("nothing_chosen", "No candidate has been chosen yet.", "Choose one, then change it.")
    return designs.version(caller, design.id, design.current_version_id)


def live_words(recipe: Recipe) -> LetteringLayer:
    """The words that are set in type; `InputRefused` where there are none: letters that are part of a picture are drawn."""
    if recipe.lettering is None:
        raise InputRefused(
            "no_live_text",
            "This design carries no words that are set in type. What may be read in its picture is painted there.",
            "Ask for an edit in a sentence, and the picture is drawn anew; or give the design words of its own by an edit.",
        )
    return recipe.lettering


def _empty(words: str) -> Sequence[tuple[str, InputRefused]]:
    if words.strip():
        return ()
    return (
        (
            "words",
            InputRefused("words_empty", "There are no words to set.", "Type some, or take them off by an edit."),
        ),
    )
