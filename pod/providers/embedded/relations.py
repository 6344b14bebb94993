"""Who does what with what: wearing, holding, riding, sitting in, read from the words of a sentence by their prepositions.

Only what Pod's own characters can show is heard. Things that are no prop of ours but a picture of the motif sets can be
held and balanced too: `doing_of` is told where in the sentence they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.faces import MOOD_WORDS
from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.stage import ANYWHERE
from pod.providers.embedded.characters.wardrobe import WARDROBE, Layer
from pod.providers.embedded.words import ARTICLES, MEASURES, is_manner, stem

_RIDING = frozenset(
    [
        "riding",
        "rides",
        "ride",
        "rode",
        "driving",
        "drives",
        "drive",
        "on",
        "flying",
        "flies",
        "paddling",
        "sailing",
        "steering",
        "piloting",
        "aboard",
    ]
)
_RIDES_IT = frozenset(["riding", "rides", "ride", "rode", "driving", "drives", "steering", "aboard"])
_PREMISES = frozenset(["shop", "house", "bar", "store", "stand", "stall", "truck", "van", "cafe", "café"])
"""What follows a thing that is sold there: nobody at a coffee shop is said to hold the coffee."""

_FLOWN = frozenset(["airship", "zeppelin", "blimp", "helicopter", "biplane", "drone", "jet"])
"""Who flies a kite stays on the ground."""

_SITS_ON = frozenset(["on", "atop", "upon", "off"])
_INSIDE = frozenset(["in", "inside", "into", "within"])
_ON_TOP = frozenset(["on", "upon", "atop"])
_HOLDING = frozenset(
    [
        "holding",
        "holds",
        "hold",
        "carrying",
        "carries",
        "eating",
        "eats",
        "drinking",
        "drinks",
        "sipping",
        "playing",
        "plays",
        "with",
        "hugging",
        "hugs",
        "sharing",
        "juggling",
        "juggles",
        "offering",
        "giving",
        "brings",
        "bringing",
        "serving",
        "stealing",
        "steals",
        "guarding",
        "guards",
        "painting",
        "paints",
        "throwing",
        "catching",
        "cooking",
        "selling",
        "delivering",
        "devouring",
        "loves",
        "chewing",
        "cuddling",
        "licking",
        "bites",
        "biting",
        "waving",
        "enjoying",
        "making",
        "tossing",
        "tosses",
        "flipping",
        "balancing",
        "stirring",
        "munching",
        "nibbling",
        "snacking",
        "sniffing",
        "brushing",
        "lifting",
        "licks",
    ]
)
_JUGGLING = frozenset(["juggling", "juggles", "juggler", "juggle"])
_CHEERING = frozenset(
    [
        "dancing",
        "dances",
        "dance",
        "dancer",
        "cheering",
        "cheers",
        "celebrating",
        "jumping",
        "jumps",
        "leaping",
        "partying",
        "party",
        "cheerleader",
        "hooray",
        "yay",
        "disco",
        "twerking",
        "boogie",
    ]
)
_COSTUMES = frozenset(["costume", "costumes", "outfit", "outfits", "onesie"])
_FLYING, _WITCHES = frozenset(["flying", "flies", "soaring"]), frozenset(["witch", "witches"])
_WEARING = frozenset(["wearing", "wears", "wear", "in", "with", "dressed", "has", "having"])
WORN = frozenset(["wearing", "wears", "wear", "dressed", "in", "with"])
_LEADS_NOWHERE = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "his",
        "hers",
        "her",
        "their",
        "my",
        "some",
        "two",
        "three",
        "four",
        "five",
        "many",
        "and",
        "of",
        "big",
        "small",
        "tiny",
        "little",
        "huge",
        "giant",
        "old",
        "new",
        "red",
        "blue",
        "green",
        "yellow",
        "pink",
        "purple",
        "orange",
        "black",
        "white",
        "hot",
        "cold",
        "fresh",
        "delicious",
    ]
)
"""Between a verb or preposition and the thing that it is about."""

_ACTS = ("ing", "ist", "ner", "ier", "fer", "ker", "boarder", "skater", "skating", "driver", "pilot")
"""How words end that are an occupation by themselves: no preposition is needed before them."""

ACTING = (_RIDING | _HOLDING | _WEARING) - frozenset(["in", "on", "with", "enjoying", "making", "has", "having"])
"""Words after which a sentence expects more than somebody standing there."""

_ONLY_WHERE_WORN = frozenset(
    [
        "cool",
        "beach",
        "music",
        "office",
        "winter",
        "christmas",
        "xmas",
        "halloween",
        "tie",
        "suit",
        "dress",
        "helmet",
        "ribbon",
        "cap",
        "crown",
        "hero",
        "royal",
    ]
)
"""Words that dress somebody only where the sentence speaks of wearing."""

_LEADING = _RIDING | _SITS_ON | _INSIDE | _ON_TOP | _HOLDING | _WEARING

_Spots = tuple[int, ...]

_SHOWN_BY = {"surfboard": ("water wave", "person surfing"), "rocket": ("rocket",), "crescent moon": ("crescent moon",)}


def shown_by(doing: Doing) -> tuple[str, ...]:
    """Pictures that need no place beside somebody who does this."""
    return _SHOWN_BY.get(doing.rides or doing.inside, ())


def heard_of(doing: Doing, named: Mapping[str, int], spans: Mapping[str, Set[int]]) -> set[str]:
    """Pictures whose words said where somebody is, or what they wear or ride: of a red phone box there is one."""
    return {key for key, at in named.items() if {at, *spans.get(key, ())} & doing.heard}


def doing_of(
    words: Sequence[str],
    *,
    hero: Set[int] = frozenset(),
    things: Set[int] = frozenset(),
    carriers: Set[int] = frozenset(),
) -> Doing:
    """What somebody does. `hero` are the places of the words that name them, `things` of those that name what can be held,
    `carriers` of those that name a picture which can be ridden or sat on."""
    said = _Said(words, hero)
    rides, rides_at = said.ride(carriers)
    if not rides and _FLYING & set(words) and _WITCHES & {words[i] for i in hero}:
        rides = "broom"
    inside, inside_at = ("", ()) if rides else said.place()
    balanced, balanced_at = said.on_head()
    carrier, ridden_at, seat_at = ((), -1, -1) if rides or inside else said.carried(carriers)
    wears, worn_at, jobs_at = said.worn()
    if rides or "balloons" in words:
        wears = tuple(name for name in wears if name != "wings")  # it is the plane that flies
    mood, mood_at = said.mood()
    taken = {*rides_at, *inside_at, *balanced_at, *worn_at, *carrier}
    steers = bool(rides) and RIDES[rides].pose.arms == "steer"
    holds, held_at, held_spots = ("", -1, ()) if steers else said.held(taken, things)
    on_head_thing = (
        balanced_at[0] if balanced_at and balanced_at[0] in things | carriers and balanced != "orange" else -1
    )
    return Doing(
        wears=wears,
        holds=holds,
        on_head=balanced,
        rides=rides,
        inside=inside,
        juggles=bool(_JUGGLING & set(words)),
        cheers=bool(_CHEERING & set(words)) and not inside,
        mood=mood,
        held_at=held_at,
        balanced_at=on_head_thing,
        ridden_at=ridden_at,
        seat_at=seat_at,
        heard=frozenset([*taken, *jobs_at, *held_spots, *mood_at]) - hero,
    )


def passive(words: Sequence[str], *, hero: Set[int], carriers: Set[int], wears: bool) -> Doing:
    """What can be said of something without paws: where it is, what it rides and, if it `wears` anything, what."""
    said = _Said(words, hero)
    rides, rides_at = said.ride(carriers)
    inside, inside_at = ("", ()) if rides else said.place()
    worn, worn_at, _ = said.worn(by_job=False) if wears else ((), (), ())
    carrier, ridden_at, seat_at = ((), -1, -1) if rides or inside else said.carried(carriers)
    mood, mood_at = said.mood()
    return Doing(
        wears=worn,
        rides=rides,
        inside=inside,
        mood=mood,
        ridden_at=ridden_at,
        seat_at=seat_at,
        heard=frozenset([*rides_at, *inside_at, *worn_at, *carrier, *mood_at]) - hero,
    )


class _Said:
    """The words of one sentence, and what is found in them."""

    def __init__(self, words: Sequence[str], hero: Set[int]) -> None:
        self._words = list(words)
        self._stems = ["" if i in hero else stem(word) for i, word in enumerate(words)]

    def ride(self, carriers: Set[int]) -> tuple[str, _Spots]:
        mounted = {at for at in carriers if self._lead(at) in _RIDES_IT}
        for name, spot in self._named({name: ride.words for name, ride in RIDES.items()}):
            if mounted and not mounted & set(spot):
                continue  # who drives a tractor is in no car
            lead = self._lead(spot[0])
            gets_in = lead in _INSIDE and RIDES[name].pose.legs == "none"
            acts = len(self._words) > len(spot) and self._words[spot[-1]].endswith(_ACTS)
            has_a_board = lead in ("with", "and") and RIDES[name].pose.legs == "stand"
            if lead in _RIDING or gets_in or acts or has_a_board:
                return name, tuple(sorted({i for _, one in self._named({name: RIDES[name].words}) for i in one}))
        return "", ()

    def place(self) -> tuple[str, _Spots]:
        for name, spot in self._named({name: nook.words for name, nook in NOOKS.items()}):
            if self._leads_to(name, spot) or NOOKS[name].leads == ANYWHERE:
                return name, spot
        return "", ()

    def _leads_to(self, name: str, spot: _Spots) -> bool:
        nook, lead = NOOKS[name], self._lead(spot[0])
        if self._words[spot[0]].endswith("ing") and len(spot) > 1:
            return True  # “floating on its back”
        if nook.leads:
            return lead in nook.leads or (lead == "by" and bool(nook.leads & set(self._words)))
        if nook.pose.legs == "none":
            return lead in _INSIDE or lead == "out"  # looks out of it
        return lead in _ON_TOP or (self._words[spot[-1]] == "tree" and lead in ("in", "up"))

    def carried(self, carriers: Set[int]) -> tuple[_Spots, int, int]:
        """“riding a llama”, “on a snail”, “sitting on a pie”: what is under somebody, ridden or sat on."""
        for at in sorted(carriers):
            lead = self._lead(at)
            if self._words[at + 1 : at + 2] and self._words[at + 1] in _COSTUMES:
                return (at, at + 1), at, -1  # looks out of it, as who rides looks over a back
            if lead in _RIDES_IT or (lead in _RIDING and self._words[at] in _FLOWN):
                return (at,), at, -1
            if lead in _SITS_ON:
                return (at,), -1, at
        return (), -1, -1

    def on_head(self) -> tuple[str, _Spots]:
        """“with an orange on its head”: the word before “on”."""
        words = self._words
        for i in range(1, len(words) - 2):
            if (
                words[i] == "on"
                and not words[i - 1].endswith("ing")
                and words[i + 2] in ("head", "heads", "back", "nose", "shell")
            ):
                return words[i - 1], (i - 1, i + 2)
        return "", ()

    def worn(self, *, by_job: bool = True) -> tuple[tuple[str, ...], _Spots, _Spots]:
        """At most one garment on each part of the body, those that are named before those that a job brings along."""
        worn: dict[Layer, str] = {}
        named_at = self._dress(worn, {name: w.words for name, w in WARDROBE.items()}, set())
        jobs = {name: w.jobs for name, w in WARDROBE.items()} if by_job else {}
        jobs_at = self._dress(worn, jobs, set(named_at))
        return tuple(name for name in WARDROBE if name in worn.values()), named_at, jobs_at

    def _dress(self, worn: dict[Layer, str], table: Mapping[str, Iterable[str]], taken: set[int]) -> _Spots:
        """Fills `worn`; answers where the words were."""
        speaks_of_wearing = bool(_WEARING & set(self._words))
        heard: set[int] = set()
        for name, spot in self._named(table):
            casual = " ".join(self._words[i] for i in spot) in _ONLY_WHERE_WORN and not speaks_of_wearing
            within_a_longer_one = any(set(spot) < set(other) for _, other in self._named(table))
            if casual or within_a_longer_one or taken & set(spot):
                continue
            worn.setdefault(WARDROBE[name].layer, name)
            heard |= set(spot)
        return tuple(sorted(heard))

    def held(self, taken: Set[int], things: Set[int]) -> tuple[str, int, _Spots]:
        """A prop after a word of holding; else a picture after one; else a prop whose word stands anywhere."""
        free = [(n, s) for n, s in self._named({n: p.words for n, p in PROPS.items()}) if not taken & set(s)]
        props = [
            (n, s)
            for n, s in free
            if not _PREMISES & {*self._words[s[-1] + 1 : s[-1] + 2], *(self._words[i] for i in s)}
        ]
        for name, spot in props:
            if self._lead(spot[0]) in _HOLDING:
                return name, -1, spot
        for at in sorted(set(things) - set(taken)):
            if self._lead(at) in _HOLDING:
                return "", at, (at,)
        order = list(PROPS)
        return min(((n, -1, s) for n, s in props), key=lambda found: order.index(found[0]), default=("", -1, ()))

    def mood(self) -> tuple[str, _Spots]:
        for mood, asked in MOOD_WORDS.items():
            at = tuple(i for i, word in enumerate(self._words) if word in asked)
            if at:
                return mood, at
        return "", ()

    def _named(self, table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, _Spots]]:
        """Every name of the table that is said, by stem, the longest phrases first; a glass is no glasses."""
        phrases = [
            (name, [stem(w) for w in phrase.replace("-", " ").split()]) for name in table for phrase in table[name]
        ]
        for name, wanted in sorted(phrases, key=lambda pair: -len(pair[1])):
            for start in range(len(self._stems) - len(wanted) + 1):
                if self._stems[start : start + len(wanted)] == wanted and self._words[start] != "glass":
                    yield name, tuple(range(start, start + len(wanted)))

    def _lead(self, start: int) -> str:
        """The nearest word before `start` that is no article, number, size, colour or quality."""
        first = start - 1
        if first > 1 and self._words[first - 1] in ARTICLES and self._words[first] not in _LEADING:
            first -= 1  # “a eucalyptus tree”, “the patio swing”
        told = (i for i in range(first, -1, -1) if not self._qualifies(i))
        return next((self._words[i] for i in told), "")

    def _qualifies(self, i: int) -> bool:
        """“a”, “tiny”, “red”; “bucking” after an article."""
        word, before = self._words[i], self._words[i - 1] if i else ""
        heap = word in MEASURES and self._words[i + 1 : i + 2] == ["of"]  # “on a stack of books” is on books
        return heap or word in _LEADS_NOWHERE or is_manner(word) or (word.endswith("ing") and before in ARTICLES)
