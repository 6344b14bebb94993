"""Which picture a sentence is about: keywords, a head-noun rule and a curated table, no model.

The first noun phrase counts about three times the rest, its last word a little more. A word of the curated table
(``data/aliases.toml``) beats a keyword, a picture's own label beats a tag. A second picture is taken only for an exact
label or alias: a weak keyword drew a power plug for an electric violin. Below a floor of confidence nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from pod.providers.embedded.characters.doing import IDLE, Doing
from pod.providers.embedded.duos import WITH_SOMEBODY, act_of
from pod.providers.embedded.dyes import colour_after
from pod.providers.embedded.gallery import ANIMATE, FLORA
from pod.providers.embedded.hearing import Heard, by_night, hear, scene_of
from pod.providers.embedded.keywords import (
    ANIMALS,
    PEOPLE,
    PLACES,
    SMILEYS,
    Choice,
    index_of,
    is_feeling,
    is_trade,
    scene_words,
)
from pod.providers.embedded.kinds import BODY, HELD_TOO, IN_GROUPS, OF_ITS_OWN_COLOUR, SEVERAL, WEAR_HATS, YOUNG
from pod.providers.embedded.matching import Matching
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.palettes import HUES
from pod.providers.embedded.people import others_of, people_called, persons
from pod.providers.embedded.relations import doing_of, heard_of, passive, shown_by
from pod.providers.embedded.seemly import seemly
from pod.providers.embedded.uses import TOO_LARGE
from pod.providers.embedded.verbs import ACTING, CHASING, HAS_IN_HAND, HOLDING, WORN
from pod.providers.embedded.words import (
    ARTICLES,
    BREAKS,
    COLOURS,
    NUMBERS,
    TOGETHER,
    is_manner,
)

_JOINS = frozenset({"and", "n", "plus", "&"})
_SEVERAL = frozenset({*NUMBERS, "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "many", "several"})
_IN_HAND = frozenset({"hands", "hand", "paws", "flippers", "five"})

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

_HUGE = frozenset({"giant", "huge", "enormous", "gigantic", "massive", "oversized", "colossal"})

_FLOOR = 0.9


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
    scene = "night" if found.doing.inside == "crescent moon" else scene_of(words)
    return seemly(
        Understanding(
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
            partner=found.partner,
            act=found.act,
            others=found.others,
            hero_colour=found.hero_colour,
            tints=found.tints,
            company=found.company,
            giants=found.giants,
            young=found.young,
            kin=found.kin,
            respelled=heard.respelled,
        )
    )


def _figure_of(choice: Choice) -> Choice:
    """Our own drawing of it, never the picture of the sets."""
    return Choice(choice.can_be_character, species=choice.can_be_character)


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
    partner: Choice | None = None
    act: str = ""
    others: tuple[str, ...] = ()
    hero_colour: str = ""
    tints: tuple[tuple[str, str], ...] = ()
    company: tuple[tuple[str, int], ...] = ()
    giants: tuple[str, ...] = ()
    young: int = 0
    kin: tuple[tuple[str, str], ...] = ()


@dataclass
class _Search(Matching):
    """What the best picture of a sentence does, with whom and with what."""

    def run(self) -> _Found:
        self.match_all()
        ranked = self.ranked()
        if not ranked or not self._is_sure(ranked[0]) or self._is_about_something_unknown(ranked[0]):
            return _Found(unknown=self._unknown())
        heroes = tuple(self.index.choices[key] for key in ranked[:6])
        found = _Found(heroes, self._companions(ranked[0]), self._unknown(), self._unheard())
        found = replace(
            found,
            count=self._count(ranked[0]),
            crossed=self.is_crossed(self.named.get(ranked[0], -1)) and "crossed" not in heroes[0].label,
            hero_colour=self._colour_of(ranked[0]),
            young=self._young(ranked[0]),
            giants=tuple(
                self.index.choices[key].label for key in self.named if key != ranked[0] and self._is_a_giant(key)
            ),
            tints=self._tints(ranked[0]),
            company=tuple(
                (self.index.choices[key].label, number)
                for key in self.named
                if key != ranked[0] and (number := self._number_beside(key)) > 1
            ),
            kin=tuple((said, self.index.choices[key].label) for key, said in self.kin.items()),
        )
        if heroes[0].can_be_character:
            return self._with_partner(self._with_relations(found, ranked[0]), ranked[0])
        return self._put_somewhere(found, ranked[0])

    def _with_partner(self, found: _Found, hero: str) -> _Found:
        """Who does the same beside the hero, or something with it: another that is named, or another of its kind."""
        act = act_of(self.words)
        held = found.held if found.held and found.held.can_be_character and act in WITH_SOMEBODY else None
        other = held or next((c for c in found.companions if self._is_partner(c, hero, act)), None)
        if other is None and (self.crowd or (act in WITH_SOMEBODY and self._count_said(hero) > 1)):
            other = found.heroes[0]
        if other is None:
            return found
        others = self._others(hero, other)
        beside = tuple(c for c in found.companions if c is not other and c.species not in others)
        unheard = tuple(word for word in found.unheard if word not in _IN_HAND)
        return replace(
            found,
            partner=other,
            act=act,
            others=others,
            companions=beside,
            held=None if held else found.held,
            count=1,
            unheard=unheard,
        )

    def _others(self, hero: str, partner: Choice) -> tuple[str, ...]:
        at = self.named.get(f"character:{partner.species}", -1)
        if not {self.index.choices[hero].species, partner.species} <= persons():
            return ()
        return others_of(self.words, at, with_hero=at == self.named.get(hero), count=self._count(hero))

    def _count_said(self, hero: str) -> int:
        return max(self._count(hero), self._are_several(hero) + 1)

    def _is_partner(self, choice: Choice, hero: str, act: str) -> bool:
        """“grandpa and grandson”, “a cat and a dog”, “bear hugging a fox”; “a girl walking her dog” has it beside her."""
        key = next(key for key, known in self.index.choices.items() if known == choice)
        at, hero_at = self.named[key], self.named.get(hero, self.head)
        between = self.words[min(at, hero_at) : max(at, hero_at)]
        kin = {choice.species, self.index.choices[hero].species} <= persons() and "with" in between
        joined = kin or at == hero_at or (_JOINS & set(between) and not (BREAKS - _JOINS) & set(between))
        return bool(choice.can_be_character) and bool(joined or act in WITH_SOMEBODY)

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
        held = frozenset(spot for spot, key in places.items() if self._can_be_held(key)) - at
        holds = self.is_creature(hero) or bool(HAS_IN_HAND & set(self.words))
        things = held if holds else frozenset()
        doing = passive(
            self.words,
            hero=at,
            carriers=carriers,
            wears=wears,
            things=things,
            holds=holds,
            acts=self.index.can_have_a_face(found.heroes[0]),
            behind=self.stands_behind(places, at),
        )
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
            held=choices.get(places.get(doing.held_at, "")),
            balanced=self._named_at(doing.balanced_at),
            ridden=choices.get(places.get(doing.ridden_at, "")),
            seat=choices.get(places.get(doing.seat_at, "")),
        )

    def _named_at(self, at: int) -> Choice | None:
        """The picture that the word at that place is part of the name of."""
        key = next((key for key in self.named if at in self.spans.get(key, ())), "")
        return self.index.choices.get(key)

    def _with_relations(self, found: _Found, hero: str) -> _Found:
        """One of our own can be the hero: what it wears, rides and holds is part of it and stands beside nobody."""
        hero_at = self.spans.get(hero, frozenset())
        places = {at: key for key, at in self.named.items()}
        things = frozenset(at for at, key in places.items() if self._can_be_held(key))
        carriers = frozenset(at for at in places if self.words[at] not in scene_words())
        behind = self.stands_behind(places, hero_at)
        carriers, own = carriers - hero_at, [span for key, span in self.spans.items() if key.startswith("thing:")]
        mounts = frozenset(at for at, key in places.items() if self.is_creature(key))
        doing = doing_of(
            self.words, hero=hero_at, things=things, carriers=carriers, behind=behind, phrases=own, mounts=mounts
        )
        carried = found.young == 1 and self._is_carried(hero)
        if found.young and doing.holds == "baby":
            doing = replace(doing, holds="")
        if carried:
            doing = replace(doing, action="hugging")
        of_one_word = {key for key, at in self.named.items() if at == self.named.get(hero)}  # “bride and groom”
        beside = self._companions(hero, besides=heard_of(doing, self.named, self.spans) - of_one_word)
        choices = self.index.choices
        return replace(
            found,
            companions=tuple(c for c in beside if c.label not in shown_by(doing)),
            unknown=self._unknown(doing),
            unheard=self._unheard(doing),
            doing=doing,
            young=0 if carried else found.young,
            held=_figure_of(found.heroes[0])
            if carried
            else choices.get(places.get(doing.held_at, "")) or self.index.labelled(doing.tool),
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

    def _colour_of(self, key: str) -> str:
        """The colour word right before a picture's name, where it is not called by it anyway: a red tractor."""
        first = min(self.spans.get(key, ()), default=self.named.get(key, max(0, self.head)))
        before_it = reversed(self.words[:first])
        before = next((word for word in before_it if word in COLOURS or word in HUES or not is_manner(word)), "")
        named_so = before in self.index.choices[key].label or self.index.choices[key].label in OF_ITS_OWN_COLOUR
        shade = before in HUES and before not in COLOURS and not self.index.is_plant(self.index.choices[key])
        told = before if (before in COLOURS or shade) and not named_so else ""
        last = max(self.spans.get(key, ()), default=self.named.get(key, self.head))
        return told or colour_after(self.words, last)

    def _tints(self, hero: str) -> tuple[tuple[str, str], ...]:
        """By label the colours of those beside the hero: rainy london with a red bus."""
        colours = {key: self._colour_of(key) for key in self.named if key != hero}
        return tuple((self.index.choices[key].label, colour) for key, colour in colours.items() if colour)

    def _is_a_giant(self, key: str) -> bool:
        first = min(self.spans.get(key, ()), default=self.named[key])
        return bool(_HUGE & set(self.words[max(0, first - 2) : first]))

    def _young(self, hero: str) -> int:
        """How many cubs are with an animal: “mother bear and her cub”, “a duck with three ducklings”."""
        at = next((i for i in range(len(self.words)) if self._is_young_at(i, hero)), -1)
        if at < 0:
            return 0
        several = self.words[at].endswith("s")
        return next((NUMBERS[w] for w in self.words[max(0, at - 2) : at] if w in NUMBERS), 2) if several else 1

    def _is_carried(self, hero: str) -> bool:
        """“a gorilla carrying a baby”, “a koala hugging her joey”."""
        at = next((i for i in range(len(self.words)) if self._is_young_at(i, hero)), 0)
        return bool((HOLDING - {"with", "loves", "sharing"}) & set(self.words[max(0, at - 3) : at]))

    def _is_young_at(self, i: int, hero: str) -> bool:
        """After an animal, whoever's cubs they usually are; of a person a kid may as well be a goat. A labrador puppy is one."""
        at = max(self.spans.get(hero, ()), default=self.named.get(hero, len(self.words)))
        after = i > at + 1
        an_animal = self.is_creature(hero) and self.index.choices[hero].species not in persons()
        return self.words[i] in YOUNG and after and an_animal

    def _count(self, hero: str) -> int:
        """“two avocados”: only a number right before the hero counts; a family are three."""
        at = self.named.get(hero, self.head)
        if self._is_a_field_of(hero):
            return _A_FIELD
        if self.index.choices[hero].label in SEVERAL | FLORA:
            return 1
        near = set(self.words[max(0, at - 2) : at + 2])
        if near & _MANY and self._is_one_of_a_kind(hero):
            return _FAMILY
        if at > 0 and self.words[at - 1] == "crossed" and self.words[at].endswith("s"):
            return _A_PAIR  # “crossed hammers and an anvil”
        before = (*self.words[max(0, at - 3) : at], *(w for w in self.words[at + 1 : at + 2] if w in TOGETHER))
        told = next((NUMBERS[w] for w in reversed(before) if w in NUMBERS), 0)
        if told or not self._are_several(hero):
            return told or 1
        return _A_FEW if self.index.choices[hero].label in IN_GROUPS else _A_PAIR

    def _is_a_field_of(self, hero: str) -> bool:
        """“a field of poppies”, “sunflower field”."""
        span = self.spans.get(hero, frozenset({self.named.get(hero, self.head)}))
        first, last = min(span), max(span)
        after = {self.words[i] for i in (*span, last + 1) if i < len(self.words)} & _FIELDS
        before = self.words[max(0, first - 1) : first] == ("of",) and {*self.words[max(0, first - 2) : first]} & _FIELDS
        return bool(after or before) and self.index.is_plant(self.index.choices[hero])

    def _is_one_of_a_kind(self, hero: str) -> bool:
        """“a penguin family”, “snowman family”; people of a family are one picture."""
        return self.is_creature(hero) or bool(self.index.choices[hero].can_be_character)

    def _are_several(self, hero: str) -> bool:
        """“balloons”, “otters”: a plural of what is pictured alone, three of what is thought of in groups, else a pair."""
        label = self.index.choices[hero].label
        said = {self.words[i] for i in self.spans.get(hero, ())}
        plural = any(
            word.endswith("s") and not word.endswith(("'s", "ss")) and word not in label.split() for word in said
        )
        return plural and (label in IN_GROUPS or self.is_creature(hero)) and "pattern" not in self.words

    def _number_beside(self, key: str) -> int:
        """“with three kittens”, “feeding pigeons”; more than three pigeons are said by their number."""
        at = self.named[key]
        span = self.spans.get(key, frozenset({at}))
        label = self.index.choices[key].label
        said = {self.words[i] for i in span} - set(label.split())
        plural = any(word.endswith("s") and not word.endswith("ss") for word in said)
        told = [NUMBERS[word] for word in self.words[max(0, min(span) - 2) : min(span)] if word in NUMBERS]
        kin = len(people_called(self.words[at])) if self.index.choices[key].species in persons() else 1
        if told and kin > 1:
            return max(1, told[-1] // kin)  # of four grandchildren two are girls
        if told and (plural or self.words[max(span)].endswith("s") or not self.index.is_plant(self.index.choices[key])):
            return told[-1]
        some = _SEVERAL & set(self.words[max(0, at - 2) : at])
        return _A_PAIR if some or (plural and (self.is_creature(key) or label in IN_GROUPS)) else 1

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
        if ((HOLDING | CHASING) - {"with", "loves"}) & set(self.words[max(0, at - 2) : at]):
            return choice.group != PLACES or choice.label in HELD_TOO
        in_paws = self.index.is_plant(choice) and not choice.label.endswith("tree")
        held = choice.group not in (ANIMALS, PEOPLE, SMILEYS, PLACES) and choice.label not in TOO_LARGE
        return held or in_paws

    def _companions(self, hero: str, besides: Set[str] = frozenset()) -> tuple[Choice, ...]:
        plain = self.index.choices[hero].label.removesuffix(" face")
        places = scene_words().keys()
        shade = min(self.spans.get(hero, ()), default=0) - 1 if self._colour_of(hero) else -1  # a lavender castle
        others = (
            self.index.choices[key]
            for key, at in self.named.items()
            if key != hero
            and key not in besides
            and at != shade
            and not self._is_young_at(at, hero)
            and (not {self.words[at], self._said(key)} <= places or self.is_listed(at))
        )
        return tuple(c for c in others if c.label.removesuffix(" face") != plain and not is_feeling(c))[:3]

    def _said(self, key: str) -> str:
        """A street is scenery, a street lamp stands beside somebody."""
        return " ".join(self.words[i] for i in sorted(self.spans.get(key, ())))

    def _unknown(self, doing: Doing = IDLE) -> tuple[str, ...]:
        """Words nothing was found for that end a phrase: those were things."""
        missed = [
            i
            for i in self.missed
            if i not in doing.heard and self.words[i] not in YOUNG and (i in self.lacked or self.ends_phrase(i))
        ]
        return tuple(
            self.lacked.get(i, self.words[i]) for i in missed if i in self.lacked or self.is_thing(self.words[i])
        )
