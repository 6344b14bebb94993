"""Who and what is beside the hero, how many of each, and in which colour."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.gallery import FLORA
from pod.providers.embedded.held import number_held
from pod.providers.embedded.hues import colour_after, told_after
from pod.providers.embedded.keywords import FOOD, OBJECTS, PLACES, Choice, is_feeling, scene_words
from pod.providers.embedded.kinds import IN_GROUPS, OF_ITS_OWN_COLOUR, SEVERAL, YOUNG, YOUNG_OF
from pod.providers.embedded.matching import Matching
from pod.providers.embedded.palettes import HUES
from pod.providers.embedded.people import people_called, persons
from pod.providers.embedded.verbs import HOLDING
from pod.providers.embedded.words import (
    ARTICLES,
    BREAKS,
    COLOURS,
    JOINS,
    NUMBERS,
    STOP,
    TOGETHER,
    is_manner,
    stem,
    tokens,
)

_SEVERAL = frozenset({*NUMBERS, "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "many", "several"})

_MANY = frozenset(
    {
        "family",
        "pack",
        "herd",
        "group",
        "flock",
        "squad",
        "bunch",
        "litter",
        "gang",
        "colony",
        "swarm",
        "band",
        "crew",
        "school",
        "pod",
        "murder",
        "parliament",
    }
)
"""Of whom three are drawn."""

_FAMILY = _A_FEW = 3
_A_PAIR = 2
_A_FIELD = 7
_FIELDS = frozenset({"field", "fields", "meadow"})

_LED_OF: Mapping[tuple[str, ...], str] = {("front", "of"): "front", ("out", "of"): "out"}
_NO_LEAD = "-"
"""Where no preposition stands before a name."""

_MOST_NAMED = 5
"""More than find a place, so that what finds none is said."""

_COUNTED = (FOOD, 6, OBJECTS)
"""Groups whose pictures are of one thing each."""

_LISTED = (*_COUNTED, PLACES)
_SAID_OF_OTHERS = frozenset(
    {"star", "sun", "crescent moon", "rainbow", "fire", "snowflake", "open book", "globe", "cross"}
)
"""What in a list of three may as well say what the next is like: a star lantern and a lamp."""

_JOINED = frozenset({"with", "and", "in", "on"})
"""In the name of a picture that shows more than one thing."""

_CUT = frozenset({"slices", "half"})
"""Beside a whole one of its kind: lemons and limes are two."""

SMILING = frozenset({"smiling", "laughing", "grinning", "winking", "blushing", "cheerful", "kawaii", "smiley"})

_PLURALS_WITHOUT_S = frozenset({"mice", "geese", "oxen", "snowmen"})
_PLURALS_IN_US = frozenset({"emus", "gnus", "menus", "tutus", "gurus"})
_HUGE = frozenset({"giant", "huge", "enormous", "gigantic", "massive", "oversized", "colossal"})

_SIZES = {
    **dict.fromkeys(_HUGE, 1.6),
    **dict.fromkeys(("big", "large", "tall"), 1.3),
    **dict.fromkeys(("small", "little", "mini", "lil"), 0.7),
    **dict.fromkeys(("tiny", "teeny", "miniature", "itty"), 0.5),
}
"""How large somebody said to be so is beside somebody of whom no size is said."""

_OF_A_PART = frozenset(
    ["haired", "eyed", "nosed", "tailed", "winged", "footed", "bellied", "breasted", "throated", "capped", "headed"]
)
"""What follows a colour that is of no more than that: a green-haired mermaid."""

ANY_PLANT = frozenset(
    ["bouquet", "bouquets", "bunch", "bundle", "tree", "trees", "plant", "plants", "leaf", "leaves", "sprig", "sprigs", "wreath", "field", "fields", "blossom", "blossoms", "herb", "garden"]
)  # fmt: skip
"""What there is of any plant whose name comes before it."""


@dataclass
class Beside(Matching):
    """What a sentence says of those that it names, beyond their names."""

    def companions(self, hero: str, besides: Set[str] = frozenset()) -> tuple[Choice, ...]:
        plain = self.index.choices[hero].label.removesuffix(" face")
        places = scene_words().keys()
        shade = min(self.spans.get(hero, ()), default=0) - 1 if self.colour_of(hero) else -1  # a lavender castle
        told = told_after(self.words, max(self.spans.get(hero, ()), default=self.named.get(hero, self.head)))
        others = (
            self.index.choices[key]
            for key, at in self.named.items()
            if key != hero
            and key not in besides
            and at != shade
            and at not in told  # a bicycle in sage
            and not self.is_young_at(at, hero)
            and not self._belongs_to(key, hero)
            and (not {self.words[at], self.said(key)} <= places or self.is_listed(at) or self._lead(at) == "front")
        )
        return tuple(c for c in others if c.label.removesuffix(" face") != plain and not is_feeling(c))[:_MOST_NAMED]

    def _belongs_to(self, key: str, hero: str) -> bool:
        """“london bus” names no tower, “heart balloon” no heart, and a picture of pumpkins in a truck has its pumpkins."""
        choice, whole = self.index.choices[key], tokens(self.index.choices[hero].label)
        after = max(self.spans.get(key, {self.named[key]})) + 1
        follows = after not in self.clauses and any(
            after == min(span) for other, span in self.spans.items() if other != key
        )
        shown = _JOINED & set(whole) and {stem(word) for word in tokens(choice.label)} & {
            stem(word) for word in whole[1:] if word not in _JOINED | _CUT
        }
        listed = self.words[after + 1 : after + 2] == (
            "and",
        ) and (  # “a burger fries and a soda”, “tractor barn and cow”
            choice.group == FOOD or (choice.group in _LISTED and choice.label not in _SAID_OF_OTHERS)
        )
        several = self.words[max(self.spans.get(key, {self.named[key]}))].endswith("s")  # “roses rock band tee”
        joined = several and self._lead(min(self.spans.get(key, {self.named[key]}))) in JOINS
        led = follows and not joined and not listed
        return bool(shown) or (led and not self.is_creature(key) and not choice.species)

    def said(self, key: str) -> str:
        """A street is scenery, a street lamp stands beside somebody."""
        return " ".join(self.words[i] for i in sorted(self.spans.get(key, ())))

    def colour_of(self, key: str) -> str:
        """The colour word right before a picture's name, where it is not called by it anyway: a red tractor."""
        first = min(self.spans.get(key, ()), default=self.named.get(key, max(0, self.head)))
        before = self._colour_before(first) or self._colour_within(key) or self._colour_at_the_end(key)
        named_so = before in self.index.choices[key].label or self.index.choices[key].label in OF_ITS_OWN_COLOUR
        shade = before in HUES and before not in COLOURS and not self._is_of_that_plant(key, first)
        told = before if (before in COLOURS or shade) and not named_so else ""
        last = max(self.spans.get(key, ()), default=self.named.get(key, self.head))
        return told or colour_after(self.words, last) or self._colour_behind(last)

    def _colour_within(self, key: str) -> str:
        """“my cat, a grey tabby”: right before another word of the same name."""
        later = sorted(self.spans.get(key, ()))[1:]
        told = (self.words[i - 1] for i in later if i)
        return next((word for word in told if word in COLOURS), "")

    def _is_of_that_plant(self, key: str, first: int) -> bool:
        """A lavender bunch is of lavender, a lavender rose is a rose."""
        generic = self.words[first : first + 1] == () or self.words[first] in ANY_PLANT
        return generic and self.index.is_plant(self.index.choices[key])

    def _colour_before(self, first: int) -> str:
        """In the same noun phrase, with one other word between them at most: “red london bus”, no colour of a fox before its mug."""
        between = 0
        for i in range(first - 1, -1, -1):
            word = self.words[i]
            if word in COLOURS or word in HUES:
                return "" if self.words[i + 1] in _OF_A_PART else self._first_of_two(i)
            if is_manner(word):
                continue
            between += 1
            if between > 1 or word in STOP or word in BREAKS or self.is_animal(word) or i + 1 in self.clauses:
                break
        return ""

    def _first_of_two(self, at: int) -> str:
        """The blue of “blue and white”; what is black and white is dyed neither."""
        two = self.words[at] == "white" and self.words[at - 1 : at] == ("and",)
        other = self.words[at - 2] if at > 1 else ""
        if two and other == "black":
            return ""
        return other if two and other in COLOURS | HUES.keys() else self.words[at]

    def _colour_at_the_end(self, key: str) -> str:
        """Of what the sentence begins with: “lighthouse in a storm, blue and white”."""
        last = max(self.clauses, default=0)
        told = [word for word in self.words[last:] if word not in JOINS and word != "in"]
        only = bool(last) and bool(told) and all(word in COLOURS or word in HUES for word in told)
        return told[0] if only and self.named.get(key, last) <= self.head else ""

    def _colour_behind(self, last: int) -> str:
        """“boxing gloves pink”, and no more of that phrase."""
        told, after, *_ = [*self.words[last + 1 : last + 3], "", ""]
        if told == "black" and self.words[last + 2 : last + 4] == ("and", "white"):
            return ""  # what is black and white is dyed neither
        ends = not after or after in BREAKS or last + 2 in self.clauses
        return told if told in COLOURS and ends and last + 1 not in self.clauses else ""

    def tints(self, hero: str) -> tuple[tuple[str, str], ...]:
        """By label the colours of those beside the hero: rainy london with a red bus."""
        colours = {key: self.colour_of(key) for key in self.named if key != hero}
        return tuple((self.index.choices[key].label, colour) for key, colour in colours.items() if colour)

    def faced(self) -> tuple[str, ...]:
        """Labels of those right before whose name a face is said: “a smiling tooth”."""
        firsts = {key: min(self.spans.get(key, {at})) for key, at in self.named.items()}
        return tuple(
            self.index.choices[key].label
            for key, first in firsts.items()
            if SMILING & set(self.words[max(0, first - 1) : first])
        )

    def leads(self, hero: str) -> tuple[tuple[str, str], ...]:
        """By label the preposition or verb right before each that is not the hero: “in front of a moon” is “front”."""
        firsts = {key: min(self.spans.get(key, {at})) for key, at in self.named.items() if key != hero}
        return tuple((self.index.choices[key].label, self._lead(first)) for key, first in firsts.items())

    def _lead(self, first: int) -> str:
        named = {i for span in self.spans.values() for i in span}
        for i in range(first - 1, -1, -1):
            if i in named or i + 1 in self.clauses:
                break
            if self.words[i] in BREAKS:
                return _LED_OF.get(self.words[i - 1 : i + 1], self.words[i])
        return _NO_LEAD

    def is_a_giant(self, key: str) -> bool:
        first = min(self.spans.get(key, ()), default=self.named[key])
        return bool(_HUGE & set(self.words[max(0, first - 2) : first]))

    def size_said(self, key: str) -> float:
        """1 where none is said right before it: “a tiny mouse and a giant cheese”."""
        first = min(self.spans.get(key, ()), default=self.named[key])
        before = self.words[max(0, first - 2) : first]
        return next((_SIZES[word] for word in reversed(before) if word in _SIZES), 1.0)

    def young(self, hero: str) -> int:
        """How many cubs are with an animal: “mother bear and her cub”, “a duck with three ducklings”."""
        at = next((i for i in range(len(self.words)) if self.is_young_at(i, hero)), -1)
        if at < 0:
            return 0
        several = self.words[at].endswith("s")
        return next((NUMBERS[w] for w in self.words[max(0, at - 2) : at] if w in NUMBERS), 2) if several else 1

    def is_carried(self, hero: str) -> bool:
        """“a gorilla carrying a baby”, “a koala hugging her joey”."""
        at = next((i for i in range(len(self.words)) if self.is_young_at(i, hero)), 0)
        return bool((HOLDING - {"with", "loves", "sharing"}) & set(self.words[max(0, at - 3) : at]))

    def is_young_at(self, i: int, hero: str) -> bool:
        """After an animal, whoever's cubs they usually are; of a person a kid may as well be a goat. A labrador puppy is one."""
        at = max(self.spans.get(hero, ()), default=self.named.get(hero, len(self.words)))
        after = i > at + 1 and self.words[min(at, len(self.words) - 1)] not in YOUNG  # “kittens and a puppy”
        species = self.index.choices[hero].species
        in_sleeves = species in SPECIES and SPECIES[species].arms == "sleeve"
        an_animal = self.is_creature(hero) and species not in persons() and not in_sleeves
        parents = YOUNG_OF.get(self.words[i].removesuffix("s"), frozenset())
        theirs = not parents or self.index.choices[hero].label in parents
        return self.words[i] in YOUNG and after and an_animal and theirs

    def count(self, hero: str) -> int:
        """“two avocados”: only a number right before the hero counts; a family are three."""
        at = self.named.get(hero, self.head)
        if self.is_a_field_of(hero):
            return _A_FIELD
        label = self.index.choices[hero].label
        if (
            (label in SEVERAL | FLORA and "pot" not in label.split())
            or label.startswith("crossed ")
            or number_held(label, self.words)
        ):
            return 1
        last = max(self.spans.get(hero, ()), default=at)
        near = set(self.words[max(0, at - 2) : last + 2])
        if near & _MANY and self.is_one_of_a_kind(hero):
            return _FAMILY
        if at > 0 and self.words[at - 1] == "crossed" and self.words[at].endswith("s"):
            return _A_PAIR  # “crossed hammers and an anvil”
        if self._is_said_in_two_colours(hero):
            return _A_PAIR
        before = (
            *self.words[max(0, at - 3) : at],
            *self._numbers_in(hero),
            *(w for w in self.words[at + 1 : at + 2] if w in TOGETHER),
        )
        told = next((NUMBERS[w] for w in reversed(before) if w in NUMBERS), 0)
        if told == _A_PAIR and label.endswith("s") and "pair" in before:
            return 1  # of socks
        if told or not self.are_several(hero):
            return max(1, told // _A_PAIR) if label.startswith("pair of ") else told or 1
        return _A_FEW if self.index.choices[hero].label in IN_GROUPS else _A_PAIR

    def _numbers_in(self, key: str) -> tuple[str, ...]:
        """Those that a name begins with: “three cups” is what a cup is called by."""
        name = tokens(self.index.choices[key].label)
        first = min(self.spans.get(key, ()), default=len(self.words))
        shows_several = any(word.endswith("s") or word in ("double", "triple") for word in name)
        return (
            ()
            if shows_several
            else tuple(word for word in self.words[first : first + 1] if word in NUMBERS and word not in name)
        )

    def _is_said_in_two_colours(self, hero: str) -> bool:
        """“a red and a blue balloon”."""
        first = min(self.spans.get(hero, ()), default=self.named.get(hero, 0))
        told = self.words[max(0, first - 4) : first]
        return len(told) == 4 and {told[0], told[3]} <= COLOURS and told[1] in JOINS and told[2] in ARTICLES

    def count_said(self, hero: str) -> int:
        return max(self.count(hero), self.are_several(hero) + 1)

    def is_a_field_of(self, hero: str) -> bool:
        """“a field of poppies”, “sunflower field”."""
        span = self.spans.get(hero, frozenset({self.named.get(hero, self.head)}))
        first, last = min(span), max(span)
        after = {self.words[i] for i in (*span, last + 1) if i < len(self.words)} & _FIELDS
        before = self.words[max(0, first - 1) : first] == ("of",) and {*self.words[max(0, first - 2) : first]} & _FIELDS
        return bool(after or before) and self.index.is_plant(self.index.choices[hero])

    def is_one_of_a_kind(self, hero: str) -> bool:
        """“a penguin family”, “snowman family”; people of a family are one picture."""
        return self.is_creature(hero) or bool(self.index.choices[hero].can_be_character)

    def are_several(self, hero: str) -> bool:
        """“balloons”, “otters”: a plural of what is pictured alone, three of what is thought of in groups, else a pair."""
        label = self.index.choices[hero].label
        somebody = self.is_creature(hero) or bool(self.index.choices[hero].can_be_character)
        in_groups = label in IN_GROUPS or somebody or self._is_a_plural_of(hero)
        return self._is_plural(hero) and in_groups and "pattern" not in self.words

    def _is_plural(self, key: str) -> bool:
        """By the word that its name is about: a christmas tree is one, and so is a phoenix rising from its ashes."""
        span = sorted(self.spans.get(key, {self.named.get(key, self.head)}))
        word = self.words[next((i - 1 for i in span[1:] if self.words[i] in BREAKS), span[-1])]
        if (
            word.endswith(("'s", "ss"))
            or word in ("tennis", "stripes")
            or (word.endswith("us") and word not in _PLURALS_IN_US)
        ):
            return False  # a bus driver is one
        plural = word.endswith("s") or word in _PLURALS_WITHOUT_S
        return plural and word not in tokens(self.index.choices[key].label)

    def _is_a_plural_of(self, key: str) -> bool:
        """“tacos”, “pencils”: of the very thing that is pictured; noodles are many on one picture, and mountains a range."""
        choice, name = self.index.choices[key], tokens(self.index.choices[key].label)
        told = max(self.spans.get(key, ()), default=-1)
        if choice.group not in _COUNTED or told < 0 or not name or _JOINED & set(name) or name[-1].endswith("s"):
            return False
        return choice.group != FOOD or stem(self.words[told]) == stem(
            name[-1]
        )  # presents are gifts, and chips are one picture

    def _are_two_people(self, i: int) -> bool:
        """“a couple kissing under the mistletoe”, and no couple of mistletoes."""
        return self.words[i] == "couple" and self.words[i + 1 : i + 2] != ("of",)

    def number_beside(self, key: str) -> int:
        """“with three kittens”, “feeding pigeons”; more than three pigeons are said by their number."""
        at = self.named[key]
        span = self.spans.get(key, frozenset({at}))
        label = self.index.choices[key].label
        plural = self._is_plural(key)
        first = max(0, min(span) - 2)
        told = [
            NUMBERS[word]
            for i, word in enumerate(self.words[first : min(span)], first)
            if word in NUMBERS and not self._are_two_people(i)
        ]
        told += [NUMBERS[word] for word in self._numbers_in(key)]
        kin = len(people_called(self.words[at])) if self.index.choices[key].species in persons() else 1
        if told and kin > 1:
            return max(1, told[-1] // kin)  # of four grandchildren two are girls
        if told and (plural or self.words[max(span)].endswith("s") or not self.index.is_plant(self.index.choices[key])):
            return told[-1]
        near = range(max(0, at - 2), at)
        some = any(self.words[i] in _SEVERAL and not self._are_two_people(i) for i in near)
        in_groups = self.is_creature(key) or label in IN_GROUPS or self._is_a_plural_of(key)
        return _A_PAIR if some or (plural and in_groups and label not in SEVERAL) else 1
