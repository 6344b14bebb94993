"""Which picture a sentence is about: keywords, a head-noun rule and a curated table, no model.

The first noun phrase counts about three times the rest, its last word a little more. A word of the curated table
(``data/aliases.toml``) beats a keyword, a picture's own label beats a tag. A second picture is taken only for an exact
label or alias: a weak keyword drew a power plug for an electric violin. Below a floor of confidence nothing is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from pod.providers.embedded.characters.doing import IDLE, Doing
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.gallery import ANIMATE, FLORA
from pod.providers.embedded.grammar import JOBS, Sentence
from pod.providers.embedded.hearing import Heard, by_night, hear, scene_of
from pod.providers.embedded.keywords import (
    ANIMALS,
    FOOD,
    PEOPLE,
    PLACES,
    SMILEYS,
    Choice,
    index_of,
    is_face,
    is_feeling,
    is_kin,
    is_mood,
    is_trade,
    lacks_picture,
    scene_words,
)
from pod.providers.embedded.kinds import ANY_KIND, BODY, IN_GROUPS, SEVERAL, WEAR_HATS, WOMEN
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.relations import ACTING, WORN, doing_of, heard_of, passive, shown_by
from pod.providers.embedded.words import (
    ARTICLES,
    BREAKS,
    COLOURS,
    FACES,
    NOT_VERBS,
    NUMBERS,
    STOP,
    TOGETHER,
    is_manner,
)

_HEAD, _REST = 1.8, 0.6
_LAST_OF_HEAD = 1.4
_PHRASE = 1.6
_STYLE = 0.12
_ALIAS = 3.2
_MOOD = 0.2
"""What a word of the table's ``[moods]`` counts beside a word for a thing: dad, summer, jazz, love."""

_VERB = 0.3
"""What the verb of a sentence counts, where it could be a thing: somebody fishing is no fishing pole."""

_NOBODY = Choice("")
_FAMILY = _A_FEW = 3
_A_PAIR = 2

_ANIMAL = 2.2
"""What an animal counts more where it stands in the first noun phrase."""

_WHOLE_LABEL = 2.2
_FLOOR = 0.9
_RARE_TAG_SHARED_BY = 4

_GROUP = {0: 0.8, 1: 0.8, 3: 1.15, 4: 1.1, 5: 1.05, 6: 1.1, 7: 1.05, 8: 0.6}
"""emojibase's groups: smileys, people, (components), animals and nature, food, travel, activities, objects, symbols."""

_BY_TAG, _TAG = 0.2, 1.0


def read(text: str, library: MotifLibrary) -> Understanding:
    """What to draw for a sentence. Never fails: an empty or foreign sentence has no hero."""
    index = index_of(library)
    heard = hear(text, index)
    found = _Search(index, heard.words, heard.clauses).run()
    if not found.heroes and heard.quoted:
        found = _Search(index, heard.quoted).run()
    return _understood(found, heard)


def _understood(found: _Found, heard: Heard) -> Understanding:
    words = heard.words
    scene = scene_of(words)
    return Understanding(
        heroes=found.heroes,
        companions=found.companions,
        scene=scene,
        night=by_night(words),
        doing=found.doing,
        held=found.held,
        balanced=found.balanced,
        ridden=found.ridden,
        seat=found.seat,
        colours=tuple(w for w in words if w in COLOURS),
        words=tuple(dict.fromkeys((*words, *([scene] if scene else ())))),
        unknown=found.unknown,
        unheard=found.unheard,
        count=found.count,
        acts=bool(ACTING & set(words)),
        crossed=found.crossed,
        hero_colour=found.hero_colour,
        kin=found.kin,
        respelled=heard.respelled,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    heroes: tuple[Choice, ...] = ()
    companions: tuple[Choice, ...] = ()
    unknown: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    count: int = 1
    doing: Doing = IDLE
    held: Choice | None = None
    balanced: Choice | None = None
    ridden: Choice | None = None
    seat: Choice | None = None
    crossed: bool = False
    hero_colour: str = ""
    kin: tuple[tuple[str, str], ...] = ()


@dataclass
class _Search(Sentence):
    """One sentence against the index: longest phrases first, each word used once."""

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

    def run(self) -> _Found:
        for length in range(6, 0, -1):  # “bicycle with a basket of sunflowers”
            for start in range(len(self.words) - length + 1):
                span = range(start, start + length)
                if not self.used.intersection(span):
                    self._match(span)
        self._join_breeds()
        self._prefer_animals()
        ranked = self._ranked()
        if not ranked or not self._is_sure(ranked[0]) or self._is_about_something_unknown(ranked[0]):
            return _Found(unknown=self._unknown())
        heroes = tuple(self.index.choices[key] for key in ranked[:6])
        found = _Found(heroes, self._companions(ranked[0]), self._unknown(), self._unheard())
        found = replace(
            found,
            count=self._count(ranked[0]),
            crossed=self._is_crossed(ranked[0]),
            hero_colour=self._colour_of(ranked[0]),
            kin=tuple((said, self.index.choices[key].label) for key, said in self.kin.items()),
        )
        if heroes[0].can_be_character:
            return self._with_relations(found, ranked[0])
        return self._put_somewhere(found, ranked[0])

    def _ranked(self) -> list[str]:
        """Best first. After an occasion or a place only what is called by name counts: “new orleans jazz with a trumpet”."""
        occasion = self.head >= 0 and (self.is_mood(self.head) or not self.is_thing(self.words[self.head]))
        keys = [key for key in self.scores if key in self.sure or not occasion]
        return sorted(keys, key=lambda k: (-self.scores[k], self.index.order[k]))

    def _is_sure(self, hero: str) -> bool:
        """Tags alone are no answer: a horseshoe is no magnet. Nor is a leg where there are four of them and a tail."""
        in_passing = self.index.choices[hero].label in BODY and self.named.get(hero, self.head) != self.head
        sure = self.scores[hero] >= _FLOOR and hero in self.sure and not in_passing
        return sure and (hero in self.things or not self._is_a_mood_beside_a_thing(hero))

    def _is_a_mood_beside_a_thing(self, hero: str) -> bool:
        """“he's just a little guy, an isopod”, “leather crafting”: a guy alone, or scissors, are not what was asked for."""
        at = self.moods.get(hero, -1)
        if at < 0 or is_trade((self.words[at],)):
            return False
        held_up = (i for i in self.missed if i and self.words[i - 1] in ARTICLES and self.ends_phrase(i))
        before = next((i for i in range(at - 1, -1, -1) if not self.words[i].isdigit()), -1)
        qualified = (i for i in self.missed if i == before)
        return bool(self.lacked) or any(self.is_thing(self.words[i]) for i in (*held_up, *qualified))

    def _is_no_creature(self, hero: Choice) -> bool:
        """Also what has neither hair nor ears where a hat would go: it is set on top of a lobster as on a cactus."""
        return (
            hero.group not in (ANIMALS, PEOPLE, SMILEYS)
            or self.index.is_plant(hero)
            or hero.label in WEAR_HATS | ANIMATE
        )

    def _put_somewhere(self, found: _Found, hero: str) -> _Found:
        """What is none of our own does nothing by itself; it can ride, be in something and, as a thing, wear a hat."""
        at = self.spans.get(hero, frozenset())
        wears = bool(WORN & set(self.words)) and self._is_no_creature(found.heroes[0])
        places = {spot: key for key, spot in self.named.items()}
        carriers = frozenset(spot for spot in places if self.words[spot] not in scene_words()) - at
        doing = passive(self.words, hero=at, carriers=carriers, wears=wears)
        beside = self._companions(hero, besides=heard_of(doing, self.named, self.spans))
        companions = tuple(c for c in beside if c.label not in shown_by(doing))
        unheard, unknown = self._unheard(doing), self._unknown(doing)
        choices = self.index.choices
        return replace(
            found,
            companions=companions,
            unheard=unheard,
            unknown=unknown,
            doing=doing,
            ridden=choices.get(places.get(doing.ridden_at, "")),
            seat=choices.get(places.get(doing.seat_at, "")),
        )

    def _with_relations(self, found: _Found, hero: str) -> _Found:
        """One of our own can be the hero: what it wears, rides and holds is part of it and stands beside nobody."""
        hero_at = self.spans.get(hero, frozenset())
        places = {at: key for key, at in self.named.items()}
        things = frozenset(at for at, key in places.items() if self._can_be_held(key))
        carriers = frozenset(at for at in places if self.words[at] not in scene_words())
        doing = doing_of(self.words, hero=hero_at, things=things, carriers=carriers - hero_at)
        beside = self._companions(hero, besides=heard_of(doing, self.named, self.spans))
        choices = self.index.choices
        return replace(
            found,
            companions=tuple(c for c in beside if c.label not in shown_by(doing)),
            unknown=self._unknown(doing),
            unheard=self._unheard(doing),
            doing=doing,
            held=choices.get(places.get(doing.held_at, "")),
            balanced=choices.get(places.get(doing.balanced_at, "")),
            ridden=choices.get(places.get(doing.ridden_at, "")),
            seat=choices.get(places.get(doing.seat_at, "")),
        )

    def _is_about_something_unknown(self, hero: str) -> bool:
        """“an ostrich in a scarf” is not about the scarf: where nobody knows the head, what follows it is no answer."""
        at = self.named.get(hero, -1)
        somebody = self._is_somebody(hero)
        if any(i < self.cut for i in self.lacked):  # “witch's cauldron”, “drone pilot”; “a barn with a horse”
            ends = self.head in self.spans.get(hero, ()) and hero in self.things
            return not (ends or (somebody and at >= self.cut))
        followed = self.cut < len(self.words) and (self.words[self.cut] in BREAKS or self.is_verb(self.cut))
        unknown = self.head in self.missed and self.is_thing(self.words[self.head])
        late = self.named.get(hero, self.cut) >= self.cut and hero not in self.early
        # “yellowstone with a bison”, “picnic with a dachshund”: an animal is nobody's scarf
        return unknown and followed and late and not somebody

    def _is_somebody(self, key: str) -> bool:
        choice = self.index.choices[key]
        return self.is_creature(key) or bool(choice.species)

    def _is_a_being(self, key: str) -> bool:
        """A ghost, a robot, an alien: filed with the faces, and somebody."""
        choice = self.index.choices[key]
        return choice.group == SMILEYS and bool(choice.can_be_character) and not is_face(choice)

    def _colour_of(self, hero: str) -> str:
        """The colour word right before the hero, where its picture is not called by it anyway: a red tractor."""
        at = self.named.get(hero, 0)
        before = self.words[at - 1] if at else ""
        return before if before in COLOURS and before not in self.index.choices[hero].label else ""

    def _is_crossed(self, hero: str) -> bool:
        """“crossed hockey sticks”: the hero is what lies crossed."""
        at = self.named.get(hero, -1)
        return "crossed" in self.words[max(0, at - 2) : max(0, at)]

    def _count(self, hero: str) -> int:
        """“two avocados”: only a number right before the hero counts; a family are three."""
        at = self.named.get(hero, self.head)
        if self.index.choices[hero].label in SEVERAL | FLORA:
            return 1
        if "family" in self.words[max(0, at - 2) : at + 2] and self._is_one_of_a_kind(hero):
            return _FAMILY
        before = (*self.words[max(0, at - 3) : at], *(w for w in self.words[at + 1 : at + 2] if w in TOGETHER))
        told = next((NUMBERS[w] for w in reversed(before) if w in NUMBERS), 0)
        if told or not self._are_several(hero):
            return told or 1
        return _A_FEW if self.index.choices[hero].label in IN_GROUPS else _A_PAIR

    def _is_one_of_a_kind(self, hero: str) -> bool:
        """“a penguin family”, “snowman family”; people of a family are one picture."""
        return self.is_creature(hero) or bool(self.index.choices[hero].can_be_character)

    def _are_several(self, hero: str) -> bool:
        """“balloons”, “otters”: a plural of what is pictured alone, three of what is thought of in groups, else a pair."""
        label = self.index.choices[hero].label
        said = {self.words[i] for i in self.spans.get(hero, ())}
        plural = any(word.endswith("s") and not word.endswith("'s") and word not in label.split() for word in said)
        return plural and (label in IN_GROUPS or self.is_creature(hero)) and "pattern" not in self.words

    def _unheard(self, doing: Doing = IDLE) -> tuple[str, ...]:
        """Things after the first noun phrase that some picture has to do with, but none is called."""
        known = {*self.shown, *doing.heard, *self.missed}
        words = [i for i in range(self.cut, len(self.words)) if i not in known and self.ends_phrase(i)]
        return tuple(
            self.words[i]
            for i in words
            if self.says_something(self.words[i]) and self.is_thing(self.words[i]) and not self.is_mood(i)
        )

    def _can_be_held(self, key: str) -> bool:
        """Food, things, flowers and mushrooms; “with” a hedgehog or a tree is beside one, “holding a kitten” is not."""
        choice = self.index.choices[key]
        at = self.named[key]
        if {"holding", "holds", "carrying", "cuddling", "hugging"} & set(self.words[max(0, at - 2) : at]):
            return choice.group != PLACES
        in_paws = self.index.is_plant(choice) and not choice.label.endswith("tree")
        return choice.group not in (ANIMALS, PEOPLE, SMILEYS, PLACES) or in_paws

    def _match(self, span: range) -> None:
        said = self.words[span.start : span.stop]
        if self._says_nothing(span, said):
            return
        if self._is_passed_over(span, said):
            self._use(span, "")
            return
        if lacks_picture(said):
            self._lack(span)
            return
        if not self.sure and self.is_at_work(span) and (is_trade(said) or self._only_dresses(said)):
            self._show_at_work(span)
            return
        self._look_up(span, said)

    def _says_nothing(self, span: range, said: Sequence[str]) -> bool:
        if len(said) > 1:
            return False
        of_somebody = said[0].endswith("'s") and is_mood((said[0].removesuffix("'s"),))  # my son's coach is not the son
        return said[0] in STOP or len(said[0]) < 2 or self.only_acts(span.start) or of_somebody

    def _is_passed_over(self, span: range, said: Sequence[str]) -> bool:
        """Key West has no key, and of a bouquet of sunflowers the sunflowers are shown."""
        if len(said) > 1:
            return " ".join(said) in scene_words() and not self.index.alias(said)
        return span.stop < len(self.words) and self.measures(span.stop)

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
            self._use(span, "" if mood or is_job or done else key)
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

    def _show_at_work(self, span: range) -> None:
        """A woman or a man, about half of the trades each; what they wear is heard from the word that names their trade."""
        person = "woman" if self.words[span.stop - 1] in WOMEN else "man"
        key = f"character:{person}"
        self.scores[key] += _ALIAS * _HEAD
        self.sure.add(key)
        self.things.add(key)
        self.used.update(span)
        self.named.setdefault(key, span.start)

    def _acts(self, key: str) -> bool:
        """“girl reading a book” is about the girl; “just a girl who loves goats” is about goats."""
        does = self.is_verb(self.cut) if self.cut < len(self.words) else False  # “grandma knitting a scarf”
        acts = does or bool((ACTING - {"loves"}) & set(self.words))
        return bool(self.index.choices[key].species) and acts

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
        if exact and not (len(span) == 1 and is_manner(self.words[span.start])):
            self.named.setdefault(exact, span.start)
            self.spans.setdefault(exact, frozenset(span))

    def _join_breeds(self) -> None:
        """“golden retriever puppies”, “corgi dog”: one kind, named twice."""
        for key, at in list(self.named.items()):
            breed = next((k for k, spot in self.spans.items() if spot and max(spot) == at - 1 and k != key), "")
            if (
                breed
                and self.index.choices[key].label in ANY_KIND
                and self.is_creature(breed)
                and self.is_creature(key)
            ):
                self.scores[breed] += self.scores.pop(key, 0.0)
                self.spans[breed] |= self.spans.pop(key)
                del self.named[key]

    def _prefer_animals(self) -> None:
        """“otter barista” is about the otter; “fish taco” is about the taco."""
        ranked = self._ranked()
        if ranked and self.index.choices[ranked[0]].group == FOOD and self._ends_head(ranked[0]):
            return
        for key, at in self.named.items():
            if at < self.cut and (self.is_creature(key) or self._is_a_being(key)):
                self.scores[key] *= _ANIMAL
                if at == self.head:  # “scuba diving octopus”: whatever it does, it is an octopus
                    self.scores[key] = max(self.scores.values()) + 0.1

    def _ends_head(self, key: str) -> bool:
        """Whether the picture is what the first noun phrase ends in: a thing, not somebody who makes it."""
        return self.named.get(key, -1) == self.head >= 0 and self.words[self.head] not in WARDROBE["apron"].jobs

    def _companions(self, hero: str, besides: Set[str] = frozenset()) -> tuple[Choice, ...]:
        plain = self.index.choices[hero].label.removesuffix(" face")
        places = scene_words()
        others = (
            self.index.choices[key]
            for key, at in self.named.items()
            if key != hero and key not in besides and (self.words[at] not in places or self.is_listed(at))
        )
        return tuple(c for c in others if c.label.removesuffix(" face") != plain and not is_feeling(c))[:3]

    def _unknown(self, doing: Doing = IDLE) -> tuple[str, ...]:
        """Words nothing was found for that end a phrase: those were things."""
        missed = [i for i in self.missed if i not in doing.heard and (i in self.lacked or self.ends_phrase(i))]
        return tuple(
            self.lacked.get(i, self.words[i]) for i in missed if i in self.lacked or self.is_thing(self.words[i])
        )
