"""The grammar of a sentence, as far as a picture needs it: its first noun phrase, its head, what is a verb, what a thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from pod.providers.embedded.characters.looks import OF_LOOKS
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.trades import CALLED, trade_of
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.keywords import KeywordIndex, is_mood, scene_words
from pod.providers.embedded.people import SHOWN_ALONE, people_called
from pod.providers.embedded.uses import BEHIND
from pod.providers.embedded.verbs import ACTING, LEAPS, MAKING
from pod.providers.embedded.words import (
    ARTICLES,
    BREAKS,
    COLOURS,
    HOMONYMS,
    INSTITUTIONS,
    MEASURES,
    NOT_VERBS,
    NUMBERS,
    STOP,
    SUBJECTS,
    TIMES,
    VERBS,
    is_manner,
)

ING = re.compile(r"[a-z]{2,}ing")
_OF_SOMEBODY = frozenset({"who", "that", "to", "for", "of", "having", "before", "after", "until", "than"})
"""After these a sentence goes on about what somebody likes: “just a girl who loves goats” shows a goat."""

_BESIDE = frozenset({"with", "and", "watering", "waters", "planting", "fighting", "chasing", "round", "around"})
"""After these a place word is a thing: a cactus, a mountain."""

_DONE_TO = ARTICLES | {"my", "your", "our", "me", "it", "him", "this", "that"}
_LEADS_ON = frozenset({"for", "to", "from", "at", "out", "away", "off"})
"""After a verb that needs nothing that it is done to: “leaves for school”."""

_DONE_TO_MANY = frozenset({"painting", "building", "drawing", "cutting"})
"""Also nouns, which are none before several things: “bunny painting eggs”."""

_LEAST_PAST = 6
"""Letters of a participle: covered, but no seed and no shed."""


@dataclass
class Sentence:
    """`words` in order, `clauses` the places of those that follow a comma or a stop."""

    index: KeywordIndex
    words: tuple[str, ...]
    clauses: frozenset[int] = frozenset()

    @cached_property
    def cut(self) -> int:
        """Where the first noun phrase ends: before a preposition, a verb or a new clause that follows something to draw."""
        for i, word in enumerate(self.words):
            said = [w for w in self.words[:i] if self.says_something(w)]
            if i in self.clauses and any(self.is_known(w) for w in said):
                return i
            if said and (word in VERBS or (word in BREAKS and not self.measures(i)) or self.is_verb(i)):
                return i
            if any(self.is_known(w) for w in said) and word.endswith("ed") and not self.is_known(word):
                return i  # “a snake coiled around a rose”
        return len(self.words)

    @cached_property
    def head(self) -> int:
        """The last telling word of the first noun phrase, or -1."""
        return max((i for i in range(self.cut) if self.says_something(self.words[i])), default=-1)

    def measures(self, i: int) -> bool:
        """“a bowl of ramen” is about ramen."""
        return self.words[i] == "of" and self.words[i - 1] in MEASURES

    def is_known(self, word: str) -> bool:
        return bool(self.index.alias((word,)) or self.index.hits((word,)))

    def is_verb(self, i: int) -> bool:
        """“fox fishing in a lake” fishes; “a surfing penguin” and “summer camping trip” are no verbs."""
        word = self.words[i]
        if not ING.fullmatch(word) or (i and self.words[i - 1] in STOP):
            return False
        before, after = self.words[max(0, i - 1) : i], self.words[i + 1 : i + 2]
        if word in NOT_VERBS:  # “rabbit painting an egg” paints, “wedding cake” does not wed
            several = word in _DONE_TO_MANY and any(other.endswith("s") for other in after)
            return bool(before and self.is_animal(before[0]) and (several or set(after) & ARTICLES))
        if after and self.is_animal(after[0]) and not (before and self.is_animal(before[0])):
            return False  # “a scuba diving octopus”
        if word in MAKING and before and (self.is_animal(before[0]) or people_called(before[0])):
            return True  # “hedgehog baking bread” is no bread
        ends = i + 1 == len(self.words) or self.words[i + 1] in STOP | BREAKS
        return ends or not self.index.alias((word,))

    def says_something(self, word: str) -> bool:
        return word not in STOP and not is_manner(word)

    def only_acts(self, i: int) -> bool:
        """“riding”, “watching”: words that are no thing, though a thing has nearly their name or is tagged with them."""
        word = self.words[i]
        return bool(ING.fullmatch(word)) and word not in NOT_VERBS and word in ACTING and not self.index.alias((word,))

    def is_done(self, span: range) -> bool:
        """“i saw a dog”: right after who does it, a word is what they do; “it, taco” is not said of it."""
        i = span.start
        said_of_somebody = i > 0 and self.words[i - 1] in SUBJECTS and i not in self.clauses
        return len(span) == 1 and said_of_somebody and not self.words[i].endswith("ing")

    def is_homonym(self, i: int) -> bool:
        """Whether a word is what is done, and not the thing of that name: “train your dragon”, “dad leaves for work”."""
        before, after = self.words[i - 1] if i else "", self.words[i + 1] if i + 1 < len(self.words) else ""
        named = before in ARTICLES or before in COLOURS or i + 1 in self.clauses
        done = after in _DONE_TO or (after in _LEADS_ON and bool(people_called(before) or is_mood((before,))))
        rises = (before, self.words[i]) in (("sun", "rose"), ("moon", "rose"), ("turn", "left"))
        return self.words[i] in HOMONYMS and not named and (done or rises)

    def is_only_done(self, span: range) -> bool:
        """“nobody is watching” is no watch: a participle that the table does not know is sure of nothing by its stem."""
        word = self.words[span.start]
        participle = bool(ING.fullmatch(word)) or (
            word.endswith("ed") and len(word) >= _LEAST_PAST and not self._names(word)
        )
        return len(span) == 1 and participle and word not in NOT_VERBS

    def _names(self, word: str) -> bool:
        return bool(self.index.exact((word,)))

    def is_a_job(self, span: range) -> bool:
        """What an animal beside it does for a living; bakers and baristas are never drawn themselves."""
        word = self.words[span.stop - 1]
        if word in BAKERS:
            return True
        near = (self.words[i] for i in (span.start - 1, span.stop) if 0 <= i < len(self.words))
        named = word in JOBS or trade_of(" ".join(self.words[span.start : span.stop])) is not None
        return named and any(self.is_animal(other) for other in near)

    def is_at_work(self, span: range) -> bool:
        """“a nurse with a stethoscope” is somebody; “nurse life” is none, and “a nurse cat” is a cat."""
        before = next((self.words[i] for i in range(span.start - 1, -1, -1) if not is_manner(self.words[i])), "")
        after = self.words[span.stop] if span.stop < len(self.words) else ""
        acts = after in BREAKS or after in ACTING or (after != "" and self.is_verb(span.stop))
        return before in ("a", "an") and acts

    def is_shown(self, span: range) -> bool:
        """“grandma knitting”, “two kids with a kite”, “a clown”: the sentence begins with them, and does not go on about what is
        theirs, as “mom life” and “girl who loves goats” do."""
        before = [
            word
            for word in self.words[: span.start]
            if not (is_manner(word) or word in ARTICLES or word in NUMBERS or word in OF_LOOKS or people_called(word))
        ]
        if any(word not in ("my", "our", "happy", "a", "group", "bunch", "of") for word in before):
            return False
        if span.stop == len(self.words) or span.stop in self.clauses:
            said = " ".join(self.words[span.start : span.stop])
            in_a_place = span.stop in self.clauses and self.words[span.start - 1 : span.start] in (("a",), ("an",))
            return trade_of(said) is not None or said in SHOWN_ALONE or in_a_place
        after = self.words[span.stop]
        if after == "and":
            return self._is_somebody_at(span.stop + 1)
        acts = bool(ING.fullmatch(after)) and after not in NOT_VERBS
        acts |= (
            after in _DONE_TO_MANY and self.words[span.stop + 1 : span.stop + 2] != ()
        )  # “carpenter building a shed”
        return acts or after in BREAKS - _OF_SOMEBODY or after in ACTING or self.is_verb(span.stop)

    def _is_somebody_at(self, i: int) -> bool:
        """“a boy and his dog”, but “dad and his old truck” is about a truck."""
        words = [word for word in self.words[i:] if word not in ARTICLES and not is_manner(word)]
        said = [words[:length] for length in (1, 2) if words[:length]]
        known = [(key, self.index.choices[key]) for phrase in said if (key := self.index.exact(phrase))]
        alive = any(self.is_creature(key) or choice.can_be_character for key, choice in known)
        return alive or any(people_called(" ".join(phrase)) for phrase in said)

    def is_animal(self, word: str) -> bool:
        key = self.index.exact((word,))
        return bool(key) and self.is_creature(key)

    def is_listed(self, at: int) -> bool:
        """“a pattern of cacti and tacos” stands nowhere, and “with a cactus” is beside one rather than in a desert."""
        if self.words[at + 1 : at + 2] == ("behind",):
            return False  # “with mountains behind”
        before_it = (
            word for word in reversed(self.words[:at]) if not (word in ARTICLES or word in NUMBERS or is_manner(word))
        )
        before = next(before_it, "")
        howled_at = self.words[at] in ("moon", "stars") and before in ("at", "to", "past", "around")
        cleared = before == "over" and bool(LEAPS & set(self.words))
        return "pattern" in self.words or before in _BESIDE or howled_at or cleared

    def is_creature(self, key: str) -> bool:
        return self.index.is_creature(self.index.choices[key])

    def ends_phrase(self, i: int) -> bool:
        return i + 1 == len(self.words) or self.words[i + 1] in BREAKS | STOP

    def is_thing(self, word: str) -> bool:
        """As far as can be told: no place, no time, no action, no number, nothing that a prop shows."""
        shown = {asked for prop in PROPS.values() for asked in prop.words}
        times = word in TIMES or word.removesuffix("s") in TIMES
        says_how = times or word in BREAKS or word in VERBS or word.endswith("ed") or ING.fullmatch(word)
        return not (says_how or word in INSTITUTIONS or word in scene_words() or word in shown or word[0].isdigit())

    def stands_behind(self, places: Mapping[int, str], hero: Set[int]) -> Mapping[int, Set[str]]:
        """Of pictures by the place of their word: those that somebody can be behind, and the words before them that say so."""
        labels = {at: self.index.choices[key].label for at, key in places.items() if at not in hero}
        return {at: BEHIND[label] for at, label in labels.items() if label in BEHIND}

    def is_crossed(self, at: int) -> bool:
        """“crossed hockey sticks”, “a whisk and a rolling pin crossed”: whether what is named at `at` lies crossed."""
        last = next((i for i, word in enumerate(self.words) if word == "crossed"), 0)
        ends = "and" in self.words[:last] and (last + 1 in self.clauses or last + 1 == len(self.words))
        return at >= 0 and ("crossed" in self.words[max(0, at - 2) : at] or ends)

    def is_mood(self, i: int) -> bool:
        return is_mood((self.words[i],))


JOBS = frozenset(job for worn in WARDROBE.values() for job in worn.jobs)
BAKERS = frozenset((*WARDROBE["apron"].jobs, *(word for word, trade in CALLED.items() if "apron" in trade.wears)))
"""Who wears an apron: never drawn for what they make."""
