"""One sentence word by word: what is found in it of acts, places, clothes, props, moods and looks, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from pod.providers.embedded import otherwise, verbs
from pod.providers.embedded.characters.actions import PHRASES
from pod.providers.embedded.characters.looks import LOOKS, OF_LOOKS, looks_in
from pod.providers.embedded.characters.moods import ENAMOURED, MOOD_WORDS
from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.species import ALIASES, SPECIES
from pod.providers.embedded.characters.stage import ANYWHERE
from pod.providers.embedded.characters.trades import CALLED, LONGEST, Trade, trade_of
from pod.providers.embedded.characters.wardrobe import WARDROBE, Layer
from pod.providers.embedded.hues import colour_after, ink_of
from pod.providers.embedded.words import ARTICLES, BREAKS, COLOURS, MEASURES, STOP, is_manner, stem

Spots = tuple[int, ...]
"""Places of words in the sentence."""

_BY_DOING = "-ing"
"""Among the words that put somebody behind a thing: the thing's own name as a verb does too."""


_OCCASIONS = frozenset({"christmas", "xmas", "birthday", "halloween", "easter", "thanksgiving"})
"""What dresses only those of whom no garment is said."""

_SUITS = frozenset(name.removesuffix(" suit") for name in WARDROBE if name.endswith(" suit"))
_KNOWN_BY_CLOTHES = frozenset(job for worn in WARDROBE.values() for job in worn.jobs) | CALLED.keys()
"""Whom one is dressed as in a hat and what belongs to it, and not in a skin: a pug that is a pirate keeps its ears."""

_ON_ONE = frozenset((lead, article) for lead in ("on", "atop", "onto") for article in ("a", "an"))

_ONLY_THEIR_CLOTHES = frozenset({"hat", "cap", "hats", "caps"})
"""A trucker hat drives no truck."""


_REACH = 6
"""How many words before a thing say that somebody lies around it: “curled around a tall stack of books”."""


class Said:
    """The words of one sentence, and what is found in them."""

    def __init__(self, words: Sequence[str], hero: Set[int]) -> None:
        self._words = list(words)
        self._hero = hero
        self._stems = ["" if i in hero else stem(word) for i, word in enumerate(words)]

    def action(self) -> tuple[str, Spots]:
        """What is done with arms and legs, as written: running shoes run nowhere, nor do playing cards play."""
        spoken = set(self._words)
        for said, name in PHRASES:
            if said[0] not in spoken:
                continue
            for start in range(len(self._words) - len(said) + 1):
                end = start + len(said)
                spot = tuple(range(start, end))
                is_its_name = self._hero >= set(spot)
                if tuple(self._words[start:end]) == said and not (is_its_name or self._is_no_action(name, start, end)):
                    return name, spot
        return "", ()

    def _is_no_action(self, name: str, start: int, end: int) -> bool:
        """By what follows: “running shoes”, “running on coffee”, “painting the fence”; “gardener watering” has its can. “A
        painting” and “a tray of drinks” are things."""
        after = self._words[end : end + 1]
        told = self._words[end:]
        told = told[: told.index("with")] if "with" in told else told  # who runs with a coffee does run
        meant_so = otherwise.NO_ACTION_WITH.get(name, frozenset()) & set(told)
        before = set(self._words[max(0, start - 1) : start])
        a_thing = name in otherwise.THINGS_TOO and bool(before & {*ARTICLES, "of"})
        a_thing |= self._is_of_somebody_else(start, end)
        return bool(meant_so or a_thing or otherwise.NO_ACTION_BEFORE & set(after))

    def _is_of_somebody_else(self, start: int, end: int) -> bool:
        """“a fox and a sleeping dog”: what is said of whoever is named right after it."""
        told = self._words[start].endswith("ing") and start > 1 and self._words[start - 1] in ARTICLES
        after = self._words[end : end + 1]
        return told and bool(after) and end not in self._hero and not set(after) & (BREAKS | STOP | ARTICLES)

    def looks(self) -> tuple[tuple[str, ...], Spots]:
        """Skin, hair and beard, as written."""
        spoken, found = f" {' '.join(self._words)} ", set[str]()
        names = looks_in(self._words)
        for name in names:
            found |= {word for phrase in LOOKS[name].words if f" {phrase} " in spoken for word in phrase.split()}
        return names, tuple(i for i, word in enumerate(self._words) if word in found & OF_LOOKS)

    def ride(self, carriers: Set[int], *, boards: bool = True, besides: Spots = ()) -> tuple[str, Spots]:
        """Words of `besides` say something else already: “water skiing”. `boards` says that who is there with one stands on it: a van with surfboards does not."""
        mounted = {at for at in carriers if self._lead(at) in verbs.RIDES_IT}
        named = list(self._named({name: ride.words for name, ride in RIDES.items()}))
        for name, spot in named:
            if any(set(spot) < set(other) for _, other in named):
                continue  # a mountain biker is no biker
            if set(spot) <= set(besides) or (mounted and not mounted & set(spot)):
                continue  # who drives a tractor is in no car
            lead = self._lead(spot[0])
            gets_in = self._is_in(lead) and (RIDES[name].pose.legs == "none" or name == "wheelchair")
            says_so = len(spot) > 1 and self._words[spot[0]] in verbs.RIDES_IT | {"catching", "surfing"}
            acts = says_so or (len(self._words) > len(spot) and self._words[spot[-1]].endswith(verbs.ACTS))
            has_a_board = boards and lead in ("with", "and") and RIDES[name].pose.legs == "stand"
            if lead in verbs.RIDING or gets_in or acts or has_a_board:
                return name, tuple(sorted({i for _, one in self._named({name: RIDES[name].words}) for i in one}))
        return "", ()

    def place(self, besides: Spots = ()) -> tuple[str, Spots]:
        """The first that is said and meant; words of `besides` say something else already."""
        for name, spot in self._named({name: nook.words for name, nook in NOOKS.items()}):
            if set(spot) <= set(besides) or self._is_elsewhere(name, spot):
                continue
            if self._leads_to(name, spot) or NOOKS[name].leads == ANYWHERE:
                return name, spot
        return "", ()

    def _is_elsewhere(self, name: str, spot: Spots) -> bool:
        """Who fishes is on the bank, who jumps over a fence not behind it, and in boots, of which there are two, are feet."""
        two = name in ("boot", "rubber boot") and self._words[spot[-1]].endswith("s")
        needed, words = otherwise.ONLY_THERE.get(name), set(self._words)
        return two or bool(otherwise.NOT_THERE.get(name, frozenset()) & words) or bool(needed and not needed & words)

    def _leads_to(self, name: str, spot: Spots) -> bool:
        nook, lead = NOOKS[name], self._lead(spot[0])
        said_with_it = self._words[spot[0]].endswith("ing") and len(spot) > 1
        if said_with_it and (not nook.leads or self._words[spot[0]] in nook.leads):
            return True  # “floating on its back”, “jumping rope”
        if nook.leads:
            return lead in nook.leads or (lead == "by" and bool(nook.leads & set(self._words)))
        if nook.pose.legs == "none":
            return self._is_in(lead)
        return lead in verbs.ON_TOP or (self._words[spot[-1]] == "tree" and lead in ("in", "up"))

    def _is_in(self, lead: str) -> bool:
        """“waving from a canoe”, “fishing from a boat”, but not who drinks from a cup."""
        return lead in verbs.INSIDE or (lead == "from" and bool(verbs.FROM_WITHIN & set(self._words)))

    def station(self, behind: Mapping[int, Set[str]]) -> int:
        """“at a sewing machine”, “in a toaster”: where what somebody is behind is named, or -1."""
        led = (at for at in sorted(behind) if self._lead(at) in behind[at])
        done = (at for at in behind if _BY_DOING in behind[at] and self._words[at].endswith("ing"))
        return next(led, next(done, -1))

    def carried(self, carriers: Set[int], station: int, mounts: Set[int] = frozenset()) -> tuple[Spots, int, int]:
        """“riding a llama”, “on a snail”, “sitting on a pie”: what is under or before somebody, ridden or sat on."""
        if station >= 0:
            return (station,), station, -1
        for at in sorted(carriers):
            lead = self._lead(at)
            if self._words[at + 1 : at + 2] and self._words[at + 1] in verbs.COSTUMES:
                if self._words[at] in _KNOWN_BY_CLOTHES or self._words[at] in _SUITS:
                    continue  # a bee's wings are put on
                return (at, at + 1), at, -1  # looks out of it, as who rides looks over a back
            if lead in verbs.RIDES_IT or (lead in verbs.RIDING and self._words[at] in verbs.AIRCRAFT):
                return (at,), at, -1
            if lead in verbs.SITS_ON and at in mounts:
                return (at,), at, -1
            if lead in verbs.SITS_ON and not self._is_done_with(at) and self._words[at] not in otherwise.PARTS:
                return (at,), -1, at
        return (), -1, -1

    def costume(self) -> tuple[str, Spots]:
        """“in a dinosaur costume”, “dressed as a shark”: whose skin is worn; pumpkins and hot dogs are looked out of."""
        words = self._words
        for i, word in enumerate(words):
            if word in _KNOWN_BY_CLOTHES:
                continue
            dressed_as = {"dressed", "disguised"} & set(words[max(0, i - 4) : i]) and {"as", "like"} & set(
                words[max(0, i - 3) : i]
            )
            worn = words[i + 1 : i + 2] and words[i + 1] in verbs.COSTUMES
            acts = word in verbs.ACT_AS and bool(verbs.ACTORS & set(words[i + 1 : i + 2]))
            if (worn or dressed_as or acts) and self._stems[i] and (ALIASES.get(word, word)) in SPECIES:
                return ALIASES.get(word, word), (i, *((i + 1,) if worn else ()))
        return "", ()

    def on_head(self, parts: Set[str] = verbs.CARRIED_ON) -> tuple[str, Spots]:
        """“with an orange on its head”: the word before “on”."""
        words = self._words
        for i in range(1, len(words) - 1):
            at = i + 2 if words[i + 1] in ARTICLES else i + 1
            if words[i] == "on" and not words[i - 1].endswith("ing") and words[at : at + 1] and words[at] in parts:
                return words[i - 1], (i - 1, at)
        return "", ()

    def worn(self, *, by_job: bool = True) -> tuple[tuple[str, ...], Spots, Spots]:
        """At most one garment on each part of the body, those that are named before those that a job brings along."""
        worn: dict[Layer, str] = {}
        named_at = self._dress(worn, {name: w.words for name, w in WARDROBE.items()}, set())
        jobs = {name: w.jobs for name, w in WARDROBE.items()} if by_job else {}
        if named_at or {"hat", "costume"} & set(self._words):  # “a christmas llama with a scarf” has a scarf
            jobs = {name: tuple(job for job in listed if job not in _OCCASIONS) for name, listed in jobs.items()}
        jobs_at = self._dress(worn, jobs, set(named_at))
        trade, trade_at = self.trade({*named_at, *jobs_at}) if by_job else (None, ())
        for name in trade.wears if trade else ():
            worn.setdefault(WARDROBE[name].layer, name)
        return tuple(name for name in WARDROBE if name in worn.values()), named_at, (*jobs_at, *trade_at)

    def trade(self, taken: Set[int] = frozenset()) -> tuple[Trade | None, Spots]:
        """The first whose word stands there as written, the longest words first."""
        for length in range(LONGEST, 0, -1):
            for start in range(len(self._words) - length + 1):
                spot = range(start, start + length)
                clothes = set(self._words[start + length : start + length + 1]) & _ONLY_THEIR_CLOTHES
                known = (
                    not clothes
                    and not taken & set(spot)
                    and all(self._stems[i] for i in spot)
                    and not self._is_done_to(start)
                )
                if known and (found := trade_of(" ".join(self._words[start : start + length]))):
                    return found, tuple(spot)
        return None, ()

    def _dress(self, worn: dict[Layer, str], table: Mapping[str, Iterable[str]], taken: set[int]) -> Spots:
        """Fills `worn`; answers where the words were."""
        speaks_of_wearing = bool(verbs.WEARING & set(self._words))
        heard: set[int] = set()
        for name, spot in self._named(table):
            said = " ".join(self._words[i] for i in spot)
            casual = said in otherwise.ONLY_WHERE_WORN and not speaks_of_wearing
            casual = casual or bool(otherwise.OTHERWISE_USED.get(said, frozenset()) & set(self._words))
            if name == "wings" and self._is_of_something_else(spot[0]):
                continue
            within_a_longer_one = any(set(spot) < set(other) for _, other in self._named(table))
            if (
                casual
                or within_a_longer_one
                or taken & set(spot)
                or self._is_done_to(spot[0])
                or self._is_one_shoe(spot)
                or self._is_stood_on(spot)
            ):
                continue
            worn.setdefault(WARDROBE[name].layer, name)
            heard |= set(spot)
        return tuple(sorted(heard))

    def _is_done_to(self, at: int) -> bool:
        """The farmer that a chicken chases is somebody else, and the shoe that a puppy chews is on no foot."""
        return self._lead(at) in verbs.DONE_TO

    def _is_one_shoe(self, spot: Spots) -> bool:
        """“in a shoe”, “with a slipper in its mouth”: what is worn by twos, and is said of one."""
        return self._words[spot[-1]] in otherwise.BY_TWOS and self._words[spot[0] - 1 : spot[0]] in (["a"], ["the"])

    def _is_stood_on(self, spot: Spots) -> bool:
        """“an owl on a witch hat”: what somebody is on is not on their head."""
        before = tuple(self._words[max(0, spot[0] - 2) : spot[0]])
        return before in _ON_ONE

    def _is_of_something_else(self, at: int) -> bool:
        """“sparks flying”, “a flying carpet”: it is nobody's hero that flies."""
        beside = {at - 1, at + 1} & set(range(len(self._words)))
        return self._words[at] == "flying" and all(self._stems[i] for i in beside) and at > 1

    def held(
        self,
        taken: Set[int],
        things: Set[int],
        phrases: Sequence[Set[int]] = (),
        *,
        outright: bool = False,
        standing: bool = False,
    ) -> tuple[str, int, Spots]:
        """A prop after a word of holding; else a picture after one; else, if not only `outright`, a prop whose word stands anywhere."""
        chased = verbs.CHASING if standing else frozenset()
        props = [
            (name, spot)
            for name, spot in self._named({n: p.words for n, p in PROPS.items()})
            if not taken & set(spot)
            and not self._is_somebody_else(spot[0])
            and not self._is_its_colour(spot[-1])
            and not self._is_wound_about(spot[0])
            and not self._is_how_young(name, spot[-1])
            and not any(set(spot) < phrase for phrase in phrases)
            and not verbs.PREMISES & set(self._words[spot[0] : spot[-1] + 2])
        ]
        for name, spot in props:
            said_with_it = len(spot) > 1 and self._words[spot[0]] in verbs.HOLDING  # “playing golf”
            if said_with_it or self._lead(spot[0]) in verbs.HOLDING | chased or self._is_done_with(spot[0]):
                return name, -1, spot
        for at in sorted(set(things) - set(taken)):
            if self._lead(at) in verbs.HOLDING | chased or self._is_done_with(at):
                return "", at, (at,)
        if outright:
            return "", -1, ()
        order = list(PROPS)
        at_hand = [(name, spot) for name, spot in props if name not in otherwise.ONLY_IF_HELD]
        return min(((n, -1, s) for n, s in at_hand), key=lambda found: order.index(found[0]), default=("", -1, ()))

    def _is_its_colour(self, at: int) -> bool:
        """“orange fish”: the fruit ends what is said of it."""
        after, two = self._words[at + 1 : at + 2], self._words[max(0, at - 2) : at]
        of_two = len(two) > 1 and two[0] in COLOURS and two[1] == "and"  # “in teal and orange”
        of_something = bool(after) and not (set(after) & (ARTICLES | BREAKS | STOP))
        return self._words[at] in COLOURS and (of_two or of_something)

    def _is_wound_about(self, at: int) -> bool:
        """“a dragon curled around a stack of books” holds none of them."""
        before = self._words[max(0, at - _REACH) : at]
        return any(one in verbs.WOUND and after in verbs.ROUND for one, after in pairwise(before))

    def _is_how_young(self, name: str, at: int) -> bool:
        """“a baby goat” is no baby."""
        after = next(iter(self._words[at + 1 : at + 2]), "")
        return name == "baby" and bool({after, after.removesuffix("s")} & (SPECIES.keys() | ALIASES.keys()))

    def _is_somebody_else(self, at: int) -> bool:
        """The knight of “a knight and a princess”, who is no sword of hers."""
        beside = {*self._words[max(0, at - 2) : at], *self._words[at + 1 : at + 2]}
        return self._words[at] in SPECIES and bool({"and", "with"} & beside)

    def _is_done_with(self, at: int) -> bool:
        """“chess playing raccoon”, “a pizza eating dog”, “typing on a typewriter”."""
        after = self._words[at + 1 : at + 2]
        if self._words[at] in CALLED:
            return False  # a viking drinking is no axe in hand
        on = max((i for i in range(at) if self._words[i] in ("on", "into", "at", "in")), default=0)
        works_on = on and at - on <= verbs.NEAR and self._words[on - 1] in verbs.WORKS
        there = self._lead(at) in verbs.INSIDE  # “in a garden eating a carrot”
        return bool(works_on or (after and after[0] in verbs.DOES_WITH and not there))

    def tool(self, taken: Set[int]) -> str:
        """What somebody of this trade has in hand."""
        trade, _ = self.trade(taken)
        return trade.holds if trade else ""

    def known_for(self) -> str:
        """The action of this trade, which is a bat that swings rather than one that is held up."""
        trade, _ = self.trade()
        return trade.does if trade else ""

    def vehicle(self) -> str:
        """What somebody of this trade is never seen without."""
        trade, _ = self.trade()
        return trade.rides if trade else ""

    def mood(self) -> tuple[str, Spots]:
        spoken = " ".join(self._words)
        if " in love" in spoken:
            return ENAMOURED, tuple(i for i, word in enumerate(self._words) if word == "love")
        for mood, asked in MOOD_WORDS.items():
            at = tuple(i for i, word in enumerate(self._words) if word in asked)
            if at:
                return mood, at
        return "", ()

    def inks(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The ink of what has a colour right before its name: a red hat, a yellow raincoat, a pink pot."""
        tables = (WARDROBE, PROPS, RIDES, NOOKS)
        asked = {
            name: tuple(w for table in tables if name in table for w in table[name].words) for name in names if name
        }
        coloured = ((name, colour) for name, spot in self._named(asked) if (colour := self._colour_of(spot)))
        return tuple(
            {name: ink_of(colour, self._words) for name, colour in coloured if colour not in name.split()}.items()
        )  # a gold chain is drawn in gold already

    def _colour_of(self, spot: Spots) -> str:
        before = self._words[spot[0] - 1] if spot[0] else ""
        return before if before in COLOURS else colour_after(self._words, spot[-1])

    def _named(self, table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, Spots]]:
        """Every name of the table that is said, by stem, the longest phrases first; a glass is no glasses."""
        phrases = [
            (name, [stem(w) for w in phrase.replace("-", " ").split()]) for name in table for phrase in table[name]
        ]
        for name, wanted in sorted(phrases, key=lambda pair: -len(pair[1])):
            for start in range(len(self._stems) - len(wanted) + 1):
                if self._stems[start : start + len(wanted)] == wanted and self._is_meant(name, start, len(wanted)):
                    yield name, tuple(range(start, start + len(wanted)))

    def _is_meant(self, name: str, start: int, length: int) -> bool:
        """A glass is no glasses, and a ball of yarn or a tennis ball no ball."""
        words = self._words
        nearly = words[start] in verbs.NEARLY.get(name, ())
        before, after = words[start - 1 : start] if start else [], words[start + length : start + length + 1]
        other = name in otherwise.ALONE and (set(before) & otherwise.ALONE[name] or "of" in after)
        return not (nearly or other)

    def _lead(self, start: int) -> str:
        """The nearest word before `start` that is no article, number, size, colour or quality."""
        first = start - 1
        if first > 1 and self._words[first - 1] in ARTICLES and self._words[first] not in verbs.LEADING:
            first -= 1  # “a eucalyptus tree”, “the patio swing”
        told = (i for i in range(first, -1, -1) if not self._qualifies(i))
        return next((self._words[i] for i in told), "")

    def _qualifies(self, i: int) -> bool:
        """“a”, “tiny”, “red”; “bucking” after an article."""
        word, before = self._words[i], self._words[i - 1] if i else ""
        heap = word in MEASURES and self._words[i + 1 : i + 2] == ["of"]  # “on a stack of books” is on books
        return (
            heap or word in otherwise.LEADS_NOWHERE or is_manner(word) or (word.endswith("ing") and before in ARTICLES)
        )
