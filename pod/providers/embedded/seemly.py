"""What is not drawn though it was said: children with drink, tobacco or arms; people as mounts, or behind bars; a kiss between a
child and somebody grown up who is no grandparent. The note says what was left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pod.providers.embedded.keywords import Choice
from pod.providers.embedded.kinds import NOT_FOR_CHILDREN
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.people import persons

_CHILDREN = frozenset({"boy", "girl", "baby"})
_GRANDPARENTS = frozenset({"grandma", "grandpa"})
_ARMED = frozenset({"chopping"})
"""Actions with a blade."""

_PICTURES = ("held", "balanced", "ridden", "seat")
_PROPS = ("holds", "on_head", "rides", "inside")

_NOT_FOR_PEOPLE = frozenset({"bird cage"})


def seemly(understood: Understanding) -> Understanding:
    hero = _who(understood.heroes[0]) if understood.heroes else ""
    if {hero, _who(understood.partner), *understood.others} & _CHILDREN:
        understood = _without_harm(understood)
    if hero in persons():
        understood = _off_their_backs(understood)
    return _at_arms_length(understood, hero) if understood.act == "kiss" else understood


def _who(choice: Choice | None) -> str:
    return (choice.species or choice.can_be_character) if choice else ""


def _without_harm(understood: Understanding) -> Understanding:
    """A child is there, whoever has it in hand: it is left out, also as what is ridden, sat in or beside them."""
    doing = understood.doing
    pictures = {name: getattr(understood, name) for name in _PICTURES}
    harmful = {name: choice.label for name, choice in pictures.items() if choice and choice.label in NOT_FOR_CHILDREN}
    props = {name: getattr(doing, name) for name in _PROPS if getattr(doing, name) in NOT_FOR_CHILDREN}
    beside = [c.label for c in understood.companions if c.label in NOT_FOR_CHILDREN]
    acts = {"action": doing.action} if doing.action in _ARMED else {}
    refused = (*harmful.values(), *props.values(), *acts.values(), *beside)
    if not refused:
        return understood
    no_pictures: dict[str, Any] = dict.fromkeys(harmful)
    no_props: dict[str, Any] = dict.fromkeys((*props, *acts), "")
    return replace(
        understood,
        **no_pictures,
        doing=replace(doing, **no_props),
        companions=tuple(c for c in understood.companions if c.label not in beside),
        unheard=tuple(dict.fromkeys((*understood.unheard, *refused))),
    )


def _off_their_backs(understood: Understanding) -> Understanding:
    under = [c for c in (understood.ridden, understood.seat) if _who(c) in persons()]
    caged = understood.doing.inside in _NOT_FOR_PEOPLE
    if not under and not caged:
        return understood
    return replace(
        understood,
        ridden=None if understood.ridden in under else understood.ridden,
        seat=None if understood.seat in under else understood.seat,
        doing=replace(understood.doing, inside="" if caged else understood.doing.inside),
        companions=tuple(dict.fromkeys((*(c for c in under if c), *understood.companions))),
    )


def _at_arms_length(understood: Understanding, hero: str) -> Understanding:
    both = {hero, _who(understood.partner)}
    apart = both & _CHILDREN and both - _CHILDREN - _GRANDPARENTS and both <= persons()
    return replace(understood, act="") if apart else understood
