"""What somebody is known by at a glance has to be seen: Medusa's head, a skeleton's teeth and ribs, a goat's horns."""

from __future__ import annotations

from dataclasses import replace

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.species import Species

_BUSTS = frozenset({"medusa"})
"""Who is known by the head alone."""

_ON_THE_WAY = frozenset({"bigfoot"})
"""Who is only ever seen walking off."""

_AT_THE_MOUTH = frozenset({"drinking", "eating"})


def told_apart(species: Species, doing: Doing) -> Doing:
    """A head that is all of somebody, where they do nothing; no cup before the teeth and ribs by which a
    skeleton is one, and no arms before the horns of a goat."""
    if species.name in _BUSTS and not doing:
        return replace(doing, action="portrait")
    if species.name in _ON_THE_WAY and (doing.action == "skipping" or not replace(doing, wears=(), mood="", number="")):
        return replace(doing, action="striding")
    if "skull face" in species.marks and doing.action in _AT_THE_MOUTH and doing.holds and not doing.juggles:
        return replace(doing, action="cup aside")
    if doing.action == "yoga" and any("horns" in mark or "antlers" in mark for mark in species.marks):
        return replace(doing, action="meditating")
    return doing
