"""Who the hero is: a motif, a thing, one of our own characters, or two who do something with each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pod.providers.embedded.arranging import are_in_one, several_of
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import (
    character,
)
from pod.providers.embedded.characters.rides import CARRY_TWO
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.trades import clothes_of
from pod.providers.embedded.dressing import DEAR_WORDS, at_one, seated
from pod.providers.embedded.duos import CHILDREN, IN_THEIR_OWN_CLOTHES, OF_BOTH, OF_ONE, duo, instruments, joined
from pod.providers.embedded.gallery import ANIMATE
from pod.providers.embedded.households import household
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.keywords import ANIMALS, FOOD, PEOPLE, Choice
from pod.providers.embedded.kindred import HOUSEHOLD
from pod.providers.embedded.kinds import DYED_TOO, SEESAW
from pod.providers.embedded.laden import as_pictured
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import Motif, MotifLibrary
from pod.providers.embedded.seesaw import on_a_seesaw
from pod.providers.embedded.standing import SHOW_A_PLACE, VIEWS
from pod.providers.embedded.states import (
    has_a_state,
)
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.taken import in_colour, pictures_of, tints_of
from pod.providers.embedded.things import THINGS
from pod.providers.embedded.variants import as_said
from pod.providers.embedded.wise import are_wise, three_wise

_FOR_CHARACTERS = frozenset({"sticker", "arches", "burst", "wreath", "typographic"})
"""Layouts in which every second design shows one of our own where the sets have a picture too."""

NO_DYES: Mapping[str, str] = MappingProxyType({})


def hero_of(
    understood: Understanding, library: MotifLibrary, layout: str, seed: int, dyes: Mapping[str, str]
) -> tuple[Choice | None, Subject | None]:
    for choice in understood.heroes:
        own = choice.can_be_character  # a rubber duck takes a bath as it is, and is a duck to wear a hat
        if own and understood.partner is not None and choice is understood.heroes[0]:
            return choice, _two(choice, understood.partner, understood, library, dyes)
        if choice.label == HOUSEHOLD:
            return choice, household(understood.words, understood.doing)
        if own and are_wise(understood.words):
            return choice, three_wise(own, understood.doing)
        if is_itself(choice, understood):
            return choice, as_said(choice.label, understood.words)
        if (pictured := as_pictured(choice, understood, layout, library)) is not None:
            return choice, pictured
        if own and (choice.species or understood.doing):
            return choice, _figure(own, understood, library)
        motif = library.motif(choice.codepoints)
        if motif is None or motif.flags & {"text", "scene"}:
            if own:
                return choice, _figure(own, understood, library)
            continue
        bodily = understood.count > 1 or understood.young > 0 or has_a_state(understood.words)
        several = (bodily or understood.acts) and "face" in motif.flags
        if own and (
            several
            or choice.group == PEOPLE  # the sets have a bust of them
            or (choice.group == ANIMALS and DEAR_WORDS & set(understood.words))
            or (understood.hero_colour and "head" not in understood.words)
            or _only_a_head(motif, layout, understood)
            or (layout in _FOR_CHARACTERS and seed % 2 == 0)
        ):
            return choice, _figure(own, understood, library)
        return choice, motif
    return None, None


def _only_a_head(motif: Motif, layout: str, understood: Understanding) -> bool:
    whole = SHOW_A_PLACE if understood.scene else VIEWS | {"wash"}
    return "face" in motif.flags and layout in whole | _FOR_CHARACTERS


def _figure(species: str, understood: Understanding, library: MotifLibrary) -> Subject:
    if are_in_one(understood):
        doing, pictures = understood.doing, pictures_of(understood, library)
        each = replace(doing, inside="", rides="", action=_together(doing))
        alone = character(species, each, replace(pictures, seat=None))
        return seated(several_of(alone, understood), doing, pictures)
    return character(species, understood.doing, pictures_of(understood, library))


def _together(doing: Doing) -> str:
    """What each of several does who are in one place: they sleep there, and do nothing else with their legs."""
    return doing.action if doing.action == "sleeping" else ""


def _two(
    one: Choice, other: Choice, understood: Understanding, library: MotifLibrary, dyes: Mapping[str, str]
) -> Subject:
    """Both do the same, or something with each other; what they are in or on is under both."""
    doing, pictures = understood.doing, pictures_of(understood, library)
    at_table = at_one(doing) is not None
    in_one = at_table or bool(doing.inside or pictures.seat or doing.rides in CARRY_TWO)
    alone = replace(doing, inside="", rides="", action="" if at_table else doing.action) if in_one else doing
    before_both = understood.act in OF_BOTH or (at_table and ACTIONS[doing.action].hand is not None)
    each = replace(pictures, held=None if before_both else pictures.held, seat=None)
    said = "" if is_a_person(other) or other is one else tints_of(understood).get(other.label, "")
    asked = {  # the hero last: of two of a kind both have its colour
        other: dyes.get(other.label) or said,
        one: dyes.get(one.label) or dyes.get("") or asked_ink(one, understood),
    }

    def drawn(who: Choice, what: Doing) -> Subject:
        pet = is_a_person(one) and not is_a_person(who)
        if who is other and is_a_person(who) and not is_a_person(one):
            what = replace(what, wears=clothes_of(understood.words))
        if pet or set(SPECIES[who.can_be_character].wears) - {"glasses"}:
            what = replace(what, wears=())  # a firefighter's dog wears no helmet, and a groom no veil
        met = who is other and one != other and understood.act in IN_THEIR_OWN_CLOTHES
        if met or (who.species in CHILDREN and one.species not in CHILDREN):
            what = replace(what, wears=tuple(set(what.wears) - set(clothes_of(understood.words))))
        theirs = SPECIES[(other if who is one else one).can_be_character].wears if one is not other else ()
        what = replace(what, wears=tuple(name for name in what.wears if name not in theirs))  # the crown is the queen's
        on_foot = who is other and understood.act == "fight"  # it is the knight who has a horse
        shown = replace(each, ridden=None) if on_foot else each
        what = replace(what, rides="") if on_foot else what
        return in_colour(
            character(who.can_be_character, what, shown), asked.get(who), who.can_be_character, anew=bool(dyes)
        )

    if understood.seat is not None and understood.seat.label == SEESAW:
        return on_a_seesaw(drawn(one, alone), drawn(other, alone))
    both: Subject = duo(
        one, other, alone, understood.act, drawn, pictures.held, dict(understood.sizes), understood.words
    )
    if understood.others:
        kinds = [Choice(name, species=name) for name in understood.others]
        alike = replace(alone, action="" if alone.action in OF_ONE else alone.action)
        played = iter(instruments(alike.holds, understood.words, len(kinds) + 1)[1:])
        both = joined(both, one, kinds, lambda who, looks: drawn(who, replace(alike, looks=looks, holds=next(played))))
    return seated(both, doing, pictures) if in_one else both


def is_itself(choice: Choice, understood: Understanding) -> bool:
    """A thing of Pod's own that is drawn as the thing, though it might be somebody."""
    doing = understood.doing
    acts = bool(doing.action) and choice.label in ANIMATE
    dressed_up = choice.can_be_character and (doing.wears or doing.holds or acts)
    return choice.label in THINGS and not dressed_up


def asked_ink(choice: Choice, understood: Understanding) -> str:
    """In whatever colour was said; food is only what it is, and people are no colour."""
    eaten = choice.group == FOOD and choice.label not in DYED_TOO
    if not understood.hero_colour or eaten or is_a_person(choice):
        return ""
    return ink_of(understood.hero_colour, understood.words)


def is_a_person(choice: Choice) -> bool:
    """Of the sets or of ours: who has sleeves."""
    species = SPECIES.get(choice.species or choice.can_be_character)
    return choice.group == PEOPLE or (species is not None and species.arms == "sleeve")
