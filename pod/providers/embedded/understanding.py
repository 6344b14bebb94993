"""Which picture a sentence is about: keywords, a head-noun rule and a curated table, no model.

The first noun phrase counts about three times the rest, its last word a little more. A word of the curated table
(``data/aliases.toml``) beats a keyword, a picture's own label beats a tag. A second picture is taken only for an exact
label or alias: a weak keyword drew a power plug for an electric violin. Below a floor of confidence nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from pod.providers.embedded.beside import Beside
from pod.providers.embedded.characters.bouts import FACE_TO_FACE
from pod.providers.embedded.characters.doing import IDLE, IN_THE_LAP, Doing
from pod.providers.embedded.characters.trades import IN_COSTUME
from pod.providers.embedded.duos import CHASE, MAKING, WITH_SOMEBODY, act_of
from pod.providers.embedded.gallery import ANIMATE, GRAND
from pod.providers.embedded.hearing import Heard, by_night, hear, scene_of, weather_of
from pod.providers.embedded.keywords import (
    ANIMALS,
    PEOPLE,
    PLACES,
    SMILEYS,
    Choice,
    index_of,
    is_trade,
    scene_words,
)
from pod.providers.embedded.kindred import HOUSEHOLD
from pod.providers.embedded.kinds import BODY, HELD_TOO, SEESAW, WEAR_HATS, YOUNG
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.people import children_among, others_of, persons
from pod.providers.embedded.posed import with_flowers_at_their_feet
from pod.providers.embedded.relations import doing_of, heard_of, passive, shown_by
from pod.providers.embedded.scenes import in_the_scenery, in_the_weather
from pod.providers.embedded.seemly import seemly
from pod.providers.embedded.uses import LIFTED, TOO_LARGE
from pod.providers.embedded.verbs import ACTING, AT_A_TABLE, CHASING, HAS_IN_HAND, HOLDING, JAWS, WITH_ARMS, WORN
from pod.providers.embedded.words import (
    ARTICLES,
    BREAKS,
    COLOURS,
    JOINS,
    MEMBERS,
    stems,
)

_IN_HAND = frozenset({"hands", "hand", "paws", "flippers", "five"})

_SHOULDERS = frozenset({"shoulders", "shoulder", "piggyback"})
"""Where a child is carried, and seen above the head."""

_MADE_THERE = frozenset({"building", "builds", "decorating", "assembling", "washing", "washes", "bathing"})
"""What is done with a thing of any size."""

_LAPS = frozenset({"lap", "laps"})

_DRIVEN = frozenset({"driving", "drives", "riding", "rides"})

_FLOOR = 0.9


_EYES = frozenset({"eyes", "eyed"})
"""Their colour is in them and nowhere else."""


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
    if found.doing.rides == "broom" and not scene:
        scene = "night"
    in_space = bool(found.heroes) and found.heroes[0].label in _PLANETS  # over no land
    if scene == "night" and in_space:
        scene = ""
    return with_flowers_at_their_feet(
        seemly(
            Understanding(
                heroes=found.heroes,
                companions=found.companions,
                scene=scene,
                night=by_night(words) and not in_space,
                weather=frozenset(weather_of(words)),
                doing=found.doing,
                held=found.held,
                balanced=found.balanced,
                ridden=found.ridden,
                seat=found.seat,
                colours=tuple(
                    w for w, after in zip(words, (*words[1:], ""), strict=False) if w in COLOURS and after not in _EYES
                ),
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
                sizes=found.sizes,
                young=found.young,
                faced=found.faced,
                leads=found.leads,
                kin=found.kin,
                respelled=heard.respelled,
            )
        )
    )


_PLANETS = frozenset({"phases of the moon"}) | frozenset(
    {
        "planet saturn",
        "ringed planet",
        "planet mars",
        "planet jupiter",
        "planets",
        "solar system",
        "milky way",
        "galaxy",
    }
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
    sizes: tuple[tuple[str, float], ...] = ()
    young: int = 0
    faced: tuple[str, ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    kin: tuple[tuple[str, str], ...] = ()


@dataclass
class _Search(Beside):
    """What the best picture of a sentence does, with whom and with what."""

    def run(self) -> _Found:
        self.match_all()
        there = in_the_scenery(self.words, self._labelled(), self.cut)
        self._leave_out(there)
        ranked = self._of_those_there(self._as_written(self.ranked())) if self.named or not there else []
        ranked = self._family_first(ranked)
        if not ranked or not self._is_sure(ranked[0]) or self._is_about_something_unknown(ranked[0]):
            return _Found(unknown=self._unknown())
        heroes = tuple(self.index.choices[key] for key in ranked[:6])
        found = _Found(heroes, self.companions(ranked[0]), self._unknown(), self._unheard())
        found = replace(
            found,
            count=self.count(ranked[0]),
            crossed=self.is_crossed(self.named.get(ranked[0], -1)) and "crossed" not in heroes[0].label,
            hero_colour=self.colour_of(ranked[0]),
            young=self.young(ranked[0]),
            giants=tuple(
                self.index.choices[key].label for key in self.named if key != ranked[0] and self.is_a_giant(key)
            ),
            sizes=self._sizes(),
            tints=self.tints(ranked[0]),
            faced=self.faced(),
            leads=self.leads(ranked[0]),
            company=tuple(
                (self.index.choices[key].label, number)
                for key in self.named
                if key != ranked[0] and (number := self.number_beside(key)) > 1
            ),
            kin=tuple((said, self.index.choices[key].label) for key, said in self.kin.items()),
        )
        if heroes[0].can_be_character:
            return self._with_partner(self._with_relations(found, ranked[0]), ranked[0])
        return self._put_somewhere(found, ranked[0])

    def _as_written(self, ranked: list[str]) -> list[str]:
        """“a house” is not “houses” as well: of two pictures whose names have one stem, that which is written."""
        labels = {key: self.index.choices[key].label for key in ranked[:2]}
        written = [key for key, label in labels.items() if f" {label} " in f" {' '.join(self.words)} "]
        if len(labels) < 2 or len(written) != 1 or len({stems(label.split()) for label in labels.values()}) > 1:
            return ranked
        self._leave_out(set(labels) & set(self.named) - set(written))
        return [key for key in ranked if key in written or key not in labels]

    def _family_first(self, ranked: list[str]) -> list[str]:
        """People before their pets: “family of three with a cat”."""
        if not MEMBERS.keys() & set(self.words):
            return ranked
        return sorted(ranked, key=lambda key: self.index.choices[key].label != HOUSEHOLD)

    def _of_those_there(self, ranked: list[str]) -> list[str]:
        """In a place or a weather that is said whoever is named is surer than what its words have to do with: “sequoia park giant trees
        with a bear”."""
        if not ranked or self._is_sure(ranked[0]) or not (scene_of(self.words) or weather_of(self.words)):
            return ranked
        return [key for key in ranked if key in self.named and self._is_sure(key)] or ranked

    def _sizes(self) -> tuple[tuple[str, float], ...]:
        said = ((self.index.choices[key].label, self.size_said(key)) for key in self.named)
        return tuple((label, size) for label, size in said if size != 1.0)

    def _labelled(self) -> Mapping[str, tuple[str, frozenset[int]]]:
        """What was named, by key: its label and the words that name it."""
        return {key: (self.index.choices[key].label, span) for key, span in self.spans.items()}

    def _leave_out(self, keys: Set[str]) -> None:
        weather = in_the_weather(self.words)
        self.shown.update(weather)
        self.missed = [i for i in self.missed if i not in weather]
        for key in keys:
            self.shown.update(self.spans.pop(key))
            self.named.pop(key, None)
            self.scores.pop(key, None)

    def _with_partner(self, found: _Found, hero: str) -> _Found:
        """Who does the same beside the hero, or something with it: another that is named, or another of its kind."""
        act = act_of(self.words)
        met = WITH_SOMEBODY - {MAKING}
        held = found.held if found.held and found.held.can_be_character and act in met else None
        if act == CHASE and (held is None or held.species not in persons()):
            held, act = None, ""  # what is chased otherwise runs ahead, and is small
        other = held or next((c for c in found.companions if self._is_partner(c, hero, act)), None)
        on_a_plank = found.seat is not None and found.seat.label == SEESAW
        mutual = act in met or found.doing.action in FACE_TO_FACE or on_a_plank
        if other is None and (self.crowd or (mutual and self.count_said(hero) > 1)):
            other = found.heroes[0]
        if other is None:
            return found
        others = self._others(hero, other) or self._with_children(hero, other, found.companions)
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
        if not {self.index.choices[hero].species, partner.species} <= persons() | IN_COSTUME:
            more = self.count_said(hero) - 2 if partner is self.index.choices[hero] else 0
            return (partner.can_be_character,) * min(2, more)
        return others_of(self.words, at, with_hero=at == self.named.get(hero), count=self.count(hero))

    def _with_children(self, hero: str, partner: Choice, beside: tuple[Choice, ...]) -> tuple[str, ...]:
        """Of a couple, who is with them and does the same."""
        if self.named.get(f"character:{partner.species}") != self.named.get(hero):
            return ()
        kin = [c.species for c in beside if c is not partner and c.species in persons()]
        return children_among(self.words, kin, [self.named[f"character:{one}"] for one in kin])

    def _is_partner(self, choice: Choice, hero: str, act: str) -> bool:
        """“grandpa and grandson”, “a cat and a dog”, “bear hugging a fox”; “a girl walking her dog” has it beside her."""
        key = next(key for key, known in self.index.choices.items() if known == choice)
        at, hero_at = self.named[key], self.named.get(hero, self.head)
        between = self.words[min(at, hero_at) : max(at, hero_at)]
        kin = {choice.species, self.index.choices[hero].species} <= persons() and "with" in between
        kin |= "with" in between and bool(AT_A_TABLE & set(self.words))
        joined = kin or at == hero_at or (JOINS & set(between) and not (BREAKS - JOINS) & set(between))
        of_people = {choice.species, self.index.choices[hero].species} & persons()
        herd = (
            not of_people and max(self.count(hero), self.number_beside(key)) > 1
        )  # “three cats and two dogs” are five
        return bool(choice.can_be_character) and bool((joined and not herd) or act in WITH_SOMEBODY)

    def _is_sure(self, hero: str) -> bool:
        """Tags alone are no answer: a horseshoe is no magnet. Nor is a leg where there are four of them and a tail."""
        in_passing = self.index.choices[hero].label in BODY and self.named.get(hero, self.head) != self.head
        told = bool(scene_of(self.words) or weather_of(self.words))
        there = hero in self.named and hero in self.things and told  # whoever is named in a place, or in the rain
        sure = (there or self.scores[hero] >= _FLOOR) and hero in self.sure and not in_passing
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
            or "heart" in hero.label.split()
        )

    def _put_somewhere(self, found: _Found, hero: str) -> _Found:
        """What is none of our own does nothing by itself; it can ride, be in something and, as a thing, wear a hat."""
        at = self.spans.get(hero, frozenset())
        wears = bool(WORN & set(self.words)) and self._is_no_creature(found.heroes[0])
        places = {spot: key for key, spot in self.named.items()}
        carriers = frozenset(spot for spot in places if self._carries(spot, places[spot])) - at
        held = frozenset(spot for spot, key in places.items() if self._can_be_held(key)) - at
        enacts = self.index.can_have_a_face(found.heroes[0]) and bool(WITH_ARMS & set(self.words))
        holds = self.is_creature(hero) or enacts or bool(HAS_IN_HAND & set(self.words))
        things = held if holds else frozenset()
        doing = passive(
            self._without_drivers(hero),
            hero=at,
            carriers=carriers,
            wears=wears,
            things=things,
            holds=holds,
            acts=self.index.can_have_a_face(found.heroes[0]),
            behind=self.stands_behind(places, at),
        )
        beside = self.companions(hero, besides=heard_of(doing, self.named, self.spans, self.words))
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

    def _without_drivers(self, hero: str) -> tuple[str, ...]:
        """A van that is driving along is in no car."""
        moves = self.index.choices[hero].group == PLACES or self.index.choices[hero].label in GRAND
        return tuple("going" if moves and word in _DRIVEN else word for word in self.words)

    def _is_a_phrase_of(self, key: str) -> bool:
        """Whether no word of its name is a prop: an espresso machine is no espresso, and a hibiscus flower no daisy."""
        return key.startswith("thing:") or self.index.is_plant(self.index.choices[key])

    def _carries(self, at: int, key: str) -> bool:
        """Who is on a cactus is not in the desert alone."""
        return self.words[at] not in scene_words() or self.index.is_plant(self.index.choices[key])

    def _named_at(self, at: int) -> Choice | None:
        """The picture that the word at that place is part of the name of."""
        key = next((key for key in self.named if at in self.spans.get(key, ())), "")
        return self.index.choices.get(key)

    def _with_relations(self, found: _Found, hero: str) -> _Found:
        """One of our own can be the hero: what it wears, rides and holds is part of it and stands beside nobody."""
        hero_at = self.spans.get(hero, frozenset())
        places = {at: key for key, at in self.named.items()}
        things = frozenset(at for at, key in places.items() if self._can_be_held(key))
        carriers = frozenset(at for at in places if self._carries(at, places[at]))
        behind = self.stands_behind(places, hero_at)
        carriers, own = carriers - hero_at, [span for key, span in self.spans.items() if self._is_a_phrase_of(key)]
        mounts = frozenset(at for at, key in places.items() if self.is_creature(key))
        doing = doing_of(
            self.words, hero=hero_at, things=things, carriers=carriers, behind=behind, phrases=own, mounts=mounts
        )
        carried = found.young == 1 and self.is_carried(hero)
        if found.young and "baby" in (doing.holds, doing.on_head):
            doing = replace(doing, holds="", on_head="")
        if carried:
            doing = replace(doing, action="hugging")
        of_one_word = {key for key, at in self.named.items() if at == self.named.get(hero)}  # “bride and groom”
        beside = self.companions(hero, besides=heard_of(doing, self.named, self.spans, self.words) - of_one_word)
        choices = self.index.choices
        in_hand = choices.get(places.get(doing.held_at, "")) or self.index.labelled(doing.tool)
        lap = choices.get(self._in_a_lap())
        if lap is not None:
            doing = replace(doing, held_at=-1 if in_hand == lap else doing.held_at, on_head=IN_THE_LAP)
            in_hand = None if in_hand == lap else in_hand
        aloft = (
            lap is None
            and in_hand is not None
            and bool(in_hand.can_be_character)
            and bool(_SHOULDERS & set(self.words))
        )
        if aloft:
            doing = replace(doing, held_at=-1, on_head="rider")
        shown = {*shown_by(doing), *((in_hand.label,) if in_hand and not aloft else ())}
        return replace(
            found,
            companions=tuple(c for c in beside if c.label not in shown and c not in (lap, in_hand)),
            unknown=tuple(word for word in self._unknown(doing) if word != "lap"),
            unheard=self._unheard(doing),
            doing=replace(doing, lifts=in_hand is not None and in_hand.label in LIFTED),
            young=0 if carried else found.young,
            held=_figure_of(found.heroes[0]) if carried else None if aloft else in_hand,
            balanced=lap or in_hand if aloft or lap else choices.get(places.get(doing.balanced_at, "")),
            ridden=choices.get(places.get(doing.ridden_at, "")),
            seat=choices.get(places.get(doing.seat_at, "")),
        )

    def _in_a_lap(self) -> str:
        """Who is named last before “in her lap”, or ""."""
        at = next((i for i, word in enumerate(self.words) if word in _LAPS and i > 1), 0)
        near = {spot: key for key, spot in self.named.items() if at - 6 < spot < at - 1}
        return near[max(near)] if near else ""

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
        if _MADE_THERE & set(self.words[max(0, at - 3) : at]):
            return True
        if ((HOLDING | CHASING) - {"with", "loves"}) & set(self.words[max(0, at - 2) : at]) or self._is_in_a_mouth(at):
            return choice.group != PLACES or choice.label in HELD_TOO
        in_paws = self.index.is_plant(choice) and not choice.label.endswith("tree")
        held = choice.group not in (ANIMALS, PEOPLE, SMILEYS, PLACES) and choice.label not in TOO_LARGE | GRAND
        return held or in_paws

    def _is_in_a_mouth(self, at: int) -> bool:
        """“a cat with a fish in its mouth”."""
        before, _, part, *_ = [*self.words[at + 1 : at + 4], "", "", ""]
        return before in ("in", "between") and part in JAWS

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
