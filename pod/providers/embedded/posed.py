"""Flowers that somebody is shown with: many are around their feet, and one is in a hand."""

from __future__ import annotations

from dataclasses import replace

from pod.providers.embedded.abloom import are_many_flowers, flowers_called, kind_called
from pod.providers.embedded.keywords import Choice
from pod.providers.embedded.meaning import Understanding

_IN_HAND = frozenset(
    {"holding", "holds", "carrying", "carries", "smelling", "sniffing", "picking", "giving", "bringing", "offering"}
    | {
        "eating",
        "mouth",
        "hand",
        "hands",
        "paw",
        "paws",
        "hair",
        "head",
        "crown",
        "arms",
        "bouquet",
        "bunch",
        "ears",
        "throwing",
        "beard",
        "full",
    }
)
"""Words that say where the flowers are."""

_PROPS = frozenset({"flower", "flowers", "bouquet", "rose", "sunflower", "tulip", "daisy"})


def with_flowers_at_their_feet(understood: Understanding) -> Understanding:
    """“a puppy with sunflowers” is among them: what is held becomes company, where nothing says that it is held."""
    doing, words = understood.doing, set(understood.words)
    shown = understood.held or next((c for c in understood.heroes[1:] if flowers_called(c.label)), None)
    shown = shown or next((Choice(kind) for word in understood.words if (kind := kind_called(word))), None)
    if shown is None or not flowers_called(shown.label) or not (understood.held or doing.holds in _PROPS):
        return understood
    does = doing.action or doing.rides or doing.inside or doing.on_head or understood.partner or understood.count > 1
    if does or "with" not in words or words & _IN_HAND or not are_many_flowers(understood.words):
        return understood
    return replace(
        understood,
        held=None,
        doing=replace(doing, holds="", held_at=-1),
        companions=(shown, *(c for c in understood.companions if c != shown)),
        leads=((shown.label, "with"), *(lead for lead in understood.leads if lead[0] != shown.label)),
    )


def stands_in_flowers(understood: Understanding, first: str) -> bool:
    """Whether somebody of our own is said to be with those flowers."""
    hero, doing = understood.heroes[0], understood.doing
    led = dict(understood.leads).get(first, "") in ("with", "and") or first.replace("-", " ") in (
        c.label for c in understood.companions[:1] if dict(understood.leads).get(c.label) in ("with", "and")
    )
    somewhere = doing.rides or doing.inside or doing.action
    return (
        bool(hero.can_be_character)
        and led
        and not somewhere
        and are_many_flowers(understood.words)
        and bool(flowers_called(first))
    )
