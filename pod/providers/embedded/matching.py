"""How well each picture answers a sentence: longest phrases first, each word used once.

The first noun phrase counts about three times the rest, its last word a little more. A word of the curated table
(``data/aliases.toml``) beats a keyword, a picture's own label beats a tag.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.trades import trade_of
from pod.providers.embedded.grammar import BAKERS, JOBS, Sentence
from pod.providers.embedded.keywords import (
    FOOD,
    PEOPLE,
    SMILEYS,
    Choice,
    is_face,
    is_kin,
    is_mood,
    is_trade,
    scene_words,
)
from pod.providers.embedded.kinds import ANY_KIND, PARTS, is_of_a_woman
from pod.providers.embedded.people import people_called
from pod.providers.embedded.relations import doing_of
from pod.providers.embedded.uses import BEHIND
from pod.providers.embedded.verbs import ACT_AS, ACTING, TO_SOMEBODY
from pod.providers.embedded.words import ARTICLES, COLOURS, FACES, JOINS, NOT_VERBS, NUMBERS, RELATIVES, STOP, is_manner

_HEAD, _REST = 1.8, 0.6
_LAST_OF_HEAD = 1.4
_PHRASE = 1.6
_STYLE = 0.12
_ALIAS = 3.2
_MOOD = 0.2
"""What a word of the table's ``[moods]`` counts beside a word for a thing: dad, summer, jazz, love."""

_VERB = 0.3
"""What the verb of a sentence counts, where it could be a thing: somebody fishing is no fishing pole."""

_MEETS = frozenset({"with", "beside", "behind", "meets", "meeting", "versus", "vs", "or", "than", "not", "next"})
"""What stands between two dogs, and never between a dog and its breed."""

_WHOSE = frozenset({"my", "our", "his", "her", "their", "a", "the"})

_JOINED_TO = 3
"""Words: a name of two, and what joins it to the next."""

_KINDS = frozenset({"flower", "flowers", "blossom", "blossoms", "plant", "plants", "tree", "trees", "bush"})

_PRINTED = frozenset({"mug", "bag", "tote", "hoodie", "shirt"})
"""What designs are printed on, and things all the same."""

_NOBODY, _NOTHING = Choice(""), frozenset[str]()

_ANIMAL = 2.2
"""What an animal counts more where it stands in the first noun phrase."""

_WHOLE_LABEL = 2.2
_RARE_TAG_SHARED_BY = 4

_GROUP = {0: 0.8, 1: 0.8, 3: 1.15, 4: 1.1, 5: 1.05, 6: 1.1, 7: 1.05, 8: 0.6}
"""emojibase's groups: smileys, people, (components), animals and nature, food, travel, activities, objects, symbols."""

_BY_TAG, _TAG = 0.2, 1.0


@dataclass
class Matching(Sentence):
    """`scores` are by the key of a picture, `named` and `spans` where it was called by name, `sure` what was called so that it
    can be the hero, `missed` the places of words that nothing was found for, `lacked` of things that nothing shows."""

    scores: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: dict[str, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    spans: dict[str, frozenset[int]] = field(default_factory=dict)
    shown: set[int] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    missed: list[int] = field(default_factory=list)
    lacked: dict[int, str] = field(default_factory=dict)
    kin: dict[str, str] = field(default_factory=dict)
    early: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    moods: dict[str, int] = field(default_factory=dict)
    crowd: int = 0
    people: list[str] = field(default_factory=list)

    def match_all(self) -> None:
        for length in range(6, 0, -1):  # “bicycle with a basket of sunflowers”
            for start in range(len(self.words) - length + 1):
                span = range(start, start + length)
                if not self.used.intersection(span):
                    self.match(span)
        self.join_breeds()
        self.join_plants()
        self.prefer_animals()

    def match(self, span: range) -> None:
        said = self.words[span.start : span.stop]
        if self._says_nothing(span, said):
            return
        if len(span) == 1 and self.is_homonym(span.start):
            self.used.update(span)
            self.shown.update(span)
            return
        if self._is_passed_over(span, said) or self._is_given_to(span, said):
            self._use(span, "")
            return
        if self.index.lacks(said):
            self._lack(span)
            return
        if key := self._shares_a_name(span):
            self._name(span, said, key)
            return
        if people := self._people_seen(span, said):
            self._show_people(span, people)
            return
        self._look_up(span, said)

    def _says_nothing(self, span: range, said: Sequence[str]) -> bool:
        if len(said) > 1:
            return False
        of_somebody = said[0].endswith("'s") and is_mood((said[0].removesuffix("'s"),))  # my son's coach is not the son
        return said[0] in STOP or len(said[0]) < 2 or self.only_acts(span.start) or of_somebody

    def _is_passed_over(self, span: range, said: Sequence[str]) -> bool:
        """Key West has no key, and of a bouquet of sunflowers the sunflowers are shown; Saturn has its rings on."""
        if len(said) == 1 and PARTS.get(said[0], _NOTHING) & set(self.words[: span.start]):
            self.shown.update(span)
            return True
        if len(said) > 1:
            return " ".join(said) in scene_words() and not self.index.alias(said)
        return span.stop < len(self.words) and self.measures(span.stop)

    def _is_given_to(self, span: range, said: Sequence[str]) -> bool:
        """“a digger for my son Alfie” is given to him, and shows nobody."""
        before = [word for word in self.words[: span.start] if not is_manner(word)]
        mine = len(before) > 2 and before[-1] in _WHOSE and before[-2] == "for"
        return mine and bool(said[-1] in RELATIVES or people_called(" ".join(said)))

    def _shares_a_name(self, span: range) -> str:
        """“chess king and queen”, “tennis racket and two balls”: the picture that the word names after the first word of what is
        named before “and”."""
        said = range(span.start)
        before = [
            i for i in said if not (self.words[i] in ARTICLES or self.words[i] in NUMBERS or is_manner(self.words[i]))
        ]
        if len(span) > 1 or len(before) < _JOINED_TO or self.words[before[-1]] not in JOINS:
            return ""
        first = self.words[before[-_JOINED_TO]]
        apart = first in STOP or is_manner(first) or not self.index.exact((first, self.words[before[-2]]))
        return "" if apart else self.index.exact((first, self.words[span.start]))

    def _name(self, span: range, said: Sequence[str], key: str) -> None:
        self.scores[key] += _ALIAS * self._weight(span, said)
        self.sure.add(key)
        self.things.add(key)
        self._use(span, key)

    def _look_up(self, span: range, said: Sequence[str]) -> None:
        is_job = self.is_a_job(span)
        trade = is_trade(said)
        done = len(said) == 1 and self.is_verb(span.start) and span.start and self.is_animal(self.words[span.start - 1])
        weight = self._weight(span, said) * (_MOOD if is_job and not trade else _VERB if self.is_done(span) else 1.0)
        if key := self.index.alias(said):
            mood = trade or (is_mood(said) and not self._acts(key))
            # a mood is no better for standing at the end: “the world needs more cowgirls”
            if not self.is_done(span):
                self.sure.add(key)
            if is_kin(said):
                self.kin[key] = " ".join(said)
            if mood:  # thankful, grateful and blessed are no more than one of them
                self.scores[key] = max(self.scores[key], _ALIAS * min(weight, _HEAD) * _MOOD)
                self.moods.setdefault(key, span.start)
            else:
                self.scores[key] += _ALIAS * weight
                self.things.add(key)
            worked_at = "-ing" in BEHIND.get(self.index.choices[key].label, ())  # “a mouse sewing” is at its machine
            self._use(span, "" if mood or is_job or (done and not worked_at) else key)
        elif self._score(span, weight):
            self._use(span, self.index.exact(said))
        elif len(said) == 1 and self.says_something(said[0]):
            self.missed.append(span.start)

    def _only_dresses(self, said: Sequence[str]) -> bool:
        """“a viking on a motorcycle”: nobody of ours, and known by what they wear."""
        somebody = self.index.choices.get(self.index.alias(said), _NOBODY).can_be_character
        return (
            said[-1] in JOBS
            and is_mood(said)
            and not somebody
            and (said[-1] in NOT_VERBS or not said[-1].endswith("ing"))
        )

    def _people_seen(self, span: range, said: Sequence[str]) -> tuple[str, ...]:
        """Who is drawn for words that show somebody: “a nurse with a stethoscope”, “grandpa and grandson”; “nurse life” shows nobody."""
        if self.words[span.stop : span.stop + 1] == ("wings",):  # of an angel there are only those
            return ()
        people = people_called(" ".join(said))
        if self._joins_somebody(span):
            return people
        if people and self._is_done_to(span):
            return people[:1]
        if people and self._is_held_up(span):
            return people
        if people and (person := self._person_before(span)) and self.is_shown(span):
            return (person,)
        somebody = any(self.named.get(key, -1) < self.cut for key in self.sure if key in self.named)
        if somebody or (self.is_a_job(span) and self._has_an_animal(span)):
            return ()
        if people and self.is_shown(span):
            return people
        only_dressed = self.is_at_work(span) and (is_trade(said) or self._only_dresses(said))
        return (("woman" if is_of_a_woman(said[-1]) else "man"),) if only_dressed else ()

    def _person_before(self, span: range) -> str:
        """The girl of “a girl scientist”: who has the trade is one person with it."""
        before = self.words[span.start - 1 : span.start] if span.start else ()
        who = people_called(before[0]) if before and trade_of(" ".join(self.words[span.start : span.stop])) else ()
        if len(who) != 1:
            return ""
        key = f"character:{who[0]}"
        for known in (self.scores, self.named, self.spans):
            known.pop(key, None)
        self.sure.discard(key)
        return who[0]

    def _has_an_animal(self, besides: range) -> bool:
        return any(self.is_animal(self.words[i]) for i in range(self.cut) if i not in besides)

    def _joins_somebody(self, span: range) -> bool:
        """“grandma and her grandson”, “a boy with his dad”: one of our own is there already."""
        before = next(
            (word for word in reversed(self.words[: span.start]) if word not in ARTICLES | _WHOSE | NUMBERS.keys()), ""
        )
        asked = before == "to" and bool({"proposing", "proposes"} & set(self.words))
        return (asked or before in ("and", "with")) and any(self.index.choices[key].species for key in self.named)

    def _is_held_up(self, span: range) -> bool:
        """“zion national park with a hiker”: after a place, whoever is said to be in the picture."""
        before = self.words[max(0, span.start - 2) : span.start]
        told = len(before) == 2 and before[0] in ("with", "and") and before[1] in ("a", "an", *NUMBERS)
        ends = span.stop == len(self.words) or self.ends_phrase(span.stop - 1)
        return told and ends and bool(scene_words().keys() & set(self._phrases_before(span.start)))

    def _phrases_before(self, end: int) -> list[str]:
        words = self.words[:end]
        return [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 3) + 1)]

    def _is_done_to(self, span: range) -> bool:
        """“a chicken chasing a farmer”: somebody there does it to them."""
        before = next((i for i in reversed(range(span.start)) if self.words[i] not in ARTICLES | _WHOSE), -1)
        if self.clauses & set(range(before + 1, span.stop)):
            return False
        return before > 0 and self.words[before] in TO_SOMEBODY and self._has_an_animal(span)

    def _show_people(self, span: range, people: Sequence[str]) -> None:
        """What they wear is heard from the word that names their trade."""
        for person in people:
            key = f"character:{person}"
            self.scores[key] += _ALIAS * (_REST if self._is_done_to(span) else _HEAD)
            self.sure.add(key)
            self.things.add(key)
            self.named.setdefault(key, span.start)
        self.used.update(span)
        if not self._is_done_to(span):
            self.people.append(f"character:{people[0]}")
        if len(people) > len(set(people)):
            self.crowd = len(people)

    def _acts(self, key: str) -> bool:
        """“girl reading a book” is about the girl; “just a girl who loves goats” is about goats."""
        does = self.is_verb(self.cut) if self.cut < len(self.words) else False  # “grandma knitting a scarf”
        acts = does or bool((ACTING - {"loves"}) & set(self.words))
        return bool(self.index.choices[key].species) and (acts or self._is_somewhere)

    @cached_property
    def _is_somewhere(self) -> bool:
        """“grandma in a rocking chair”: somebody is in or on something."""
        placed = doing_of(self.words)
        return bool(placed.rides or placed.inside)

    def _weight(self, span: range, said: Sequence[str]) -> float:
        weight = _HEAD if span.start < self.cut else _REST
        if len(said) == 1 and span.start == self.cut and self.is_verb(span.start):
            return weight * _VERB
        if len(said) > 1:
            return weight * _PHRASE
        if is_manner(said[0]):
            return weight * _STYLE
        return weight * (_LAST_OF_HEAD if span.start == self.head else 1.0)

    def _score(self, span: range, weight: float) -> bool:
        said = self.words[span.start : span.stop]
        hits = self.index.hits(said)
        if " ".join(said) in scene_words():  # a place is drawn as scenery; its tags name whatever lives there
            hits = {key: value for key, value in hits.items() if value >= _WHOLE_LABEL}
        rarity = self.index.rarity(len(hits)) if hits else 0.0
        called = [value for value in hits.values() if value > _TAG]
        telling_name = (
            max(called, default=0.0) >= _WHOLE_LABEL or len(called) == 1
        )  # of three lights none is “the lights”
        for key, value in self._without_faces(hits).items():
            # a tag that few pictures share names one of them: puppy for the dog's face
            telling = value if value >= 1.5 or len(hits) > _RARE_TAG_SHARED_BY else value * 1.7
            if value > _TAG and telling_name and not (self.is_done(span) or self.is_only_done(span)):
                self.sure.add(key)
                self.things.add(key)
            self.scores[key] += telling * weight * rarity * self._trust(key, value)
        if span.start < self.cut:
            self.early.update(hits)
        return bool(hits)

    def _without_faces(self, hits: Mapping[str, float]) -> Mapping[str, float]:
        """Yellow faces are drawn where a face is asked for: “i think” is no thinking face, “welders make it hot” no hot one."""
        if FACES & set(self.words):
            return hits
        return {key: value for key, value in hits.items() if not is_face(self.index.choices[key])}

    def _trust(self, key: str, value: float) -> float:
        """A smiley, a gesture or a person is drawn where it is named: tags of those are feelings and customs."""
        group = self.index.choices[key].group
        return _BY_TAG if group in (SMILEYS, PEOPLE) and value < _WHOLE_LABEL else _GROUP.get(group, 1.0)

    def _lack(self, span: range) -> None:
        """Words of a thing that nothing here shows: none of them names anything else."""
        self._use(span, "")
        self.missed.append(span.stop - 1)
        self.lacked[span.stop - 1] = " ".join(self.words[span.start : span.stop])

    def _use(self, span: range, exact: str) -> None:
        self.used.update(span)
        if exact:
            self.shown.update(span)
        if exact and (len(span) > 1 or not is_manner(self.words[span.start]) or self._is_a_thing_here(span.start)):
            if (
                self.words[self.named.get(exact, span.start)] in scene_words()
            ):  # of “a farm with a tractor” the second is meant
                self.named.pop(exact, None)
                self.spans.pop(exact, None)
            self.named.setdefault(exact, span.start)
            self.spans.setdefault(exact, frozenset(span))

    def _is_a_thing_here(self, at: int) -> bool:
        """“with a mug” and “holding a bag”; “a cat mug” is what is printed."""
        before = [word for word in self.words[:at] if word not in ARTICLES]
        return (
            self.words[at] in _PRINTED
            and bool(before)
            and before[-1] in ("with", "and", "holding", "carrying", "beside", "around", "round")
        )

    def join_breeds(self) -> None:
        """“golden retriever puppies”, “corgi dog”, “my dog Bella, a brown and white spaniel”: one kind, named twice."""
        for key, at in list(self.named.items()):
            breed = next((k for k, spot in self.spans.items() if spot and max(spot) == at - 1 and k != key), "")
            breed = breed or self._told_further(key, at)
            if (
                breed
                and self.index.choices[breed].label not in ACT_AS
                and self.index.choices[key].label in ANY_KIND
                and self.is_creature(breed)
                and self.is_creature(key)
            ):
                self.scores[breed] += self.scores.pop(key, 0.0)
                self.spans[breed] |= self.spans.pop(key)
                del self.named[key]

    def join_plants(self) -> None:
        """“a hibiscus flower” is a hibiscus, and neither a bouquet beside it nor a flower in hand."""
        for key, span in list(self.spans.items()):
            after = max(span) + 1
            if (
                self.words[after : after + 1]
                and self.words[after] in _KINDS
                and self.index.is_plant(self.index.choices[key])
            ):
                for other in [k for k, spot in self.spans.items() if spot == {after}]:
                    del self.spans[other], self.named[other]
                self.spans[key] |= {after}

    def _told_further(self, key: str, at: int) -> str:
        """The breed that a dog or a cat is said to be: “a dog portrait of my schnauzer”, “dog hair don't care, golden retriever”."""
        kind = self.index.choices[key].label.removesuffix(" face")
        for other, spot in self.spans.items():
            species = SPECIES.get(self.index.choices[other].species)
            between = self.words[at + 1 : min(spot, default=0)]
            both = any(w == "and" and before not in COLOURS for before, w in zip(("", *between), between, strict=False))
            meets = any(word in _MEETS or word in ACTING or word in TO_SOMEBODY or word in NUMBERS for word in between)
            if species and species.kin == kind and at < min(spot, default=0) and not both and not meets:
                return other
        return ""

    def prefer_animals(self) -> None:
        """“otter barista” is about the otter; “fish taco” is about the taco; “a guy grilling burgers” about the guy."""
        if self.people:
            self.scores[self.people[0]] = max(self.scores.values()) + 0.1
            return
        ranked = self.ranked()
        if ranked and self.index.choices[ranked[0]].group == FOOD and self._ends_head(ranked[0]):
            return
        for key, at in self.named.items():
            if at < self.cut and (self.is_creature(key) or self._is_a_being(key)):
                self.scores[key] *= _ANIMAL
                if at == self.head:  # “scuba diving octopus”: whatever it does, it is an octopus
                    self.scores[key] = max(self.scores.values()) + 0.1

    def _ends_head(self, key: str) -> bool:
        """Whether the picture is what the first noun phrase ends in: a thing, not somebody who makes it."""
        return self.named.get(key, -1) == self.head >= 0 and self.words[self.head] not in BAKERS

    def ranked(self) -> list[str]:
        """Best first. After an occasion or a place only what is called by name counts: “new orleans jazz with a trumpet”."""
        occasion = self.head >= 0 and (self.is_mood(self.head) or not self.is_thing(self.words[self.head]))
        keys = [key for key in self.scores if key in self.sure or not occasion]
        return sorted(keys, key=lambda k: (-self.scores[k], self.index.order[k]))

    def _is_a_being(self, key: str) -> bool:
        """A ghost, a robot, an alien: filed with the faces, and somebody."""
        choice = self.index.choices[key]
        return choice.group == SMILEYS and bool(choice.can_be_character) and not is_face(choice)
