"""Which picture a sentence is about: keywords, a head-noun rule and a curated table, no model.

The first noun phrase counts about three times the rest, its last word a little more. A word of the curated table
(``data/aliases.toml``) beats a keyword, a picture's own label beats a tag. A second picture is taken only for an exact
label or alias: a weak keyword drew a power plug for an electric violin. Below a floor of confidence nothing is chosen.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import snowballstemmer

from pod.providers.embedded.characters import ALIASES as SPECIES_ALIASES
from pod.providers.embedded.characters import APRON_WORDS, PROP_WORDS, SPECIES
from pod.providers.embedded.motifs import COLOUR, MotifLibrary

_DATA = Path(__file__).with_name("data")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]|(?<!\w)[‘']([^‘’']{3,})[’'](?!\w)")
_LITANY = re.compile(r"\beat,?\s+sleep,?\s+(.+?),?\s+repeat\b", re.IGNORECASE)
"""“eat sleep climb repeat” is about climbing."""

_CLAUSE = re.compile(r"[,;:.!?–—]+(?=\s|$)|\s[-–—]+\s")
_ING = re.compile(r"[a-z]{2,}ing")

_HEAD, _REST = 1.8, 0.6
_LAST_OF_HEAD = 1.4
_PHRASE = 1.6
_STYLE = 0.12
_ALIAS = 3.2
_MOOD = 0.25
"""What a word of the table's ``[moods]`` counts beside a word for a thing: dad, summer, jazz, love."""

_WHOLE_LABEL = 2.2
_FLOOR = 0.9
_RARE_TAG_SHARED_BY = 4

_GROUP = {0: 0.8, 1: 0.8, 3: 1.15, 4: 1.1, 5: 1.05, 6: 1.1, 7: 1.05, 8: 0.6}
"""emojibase's groups: smileys, people, (components), animals and nature, food, travel, activities, objects, symbols."""

SMILEYS, PEOPLE, ANIMALS, FOOD, PLACES = 0, 1, 3, 4, 5
_BY_TAG = 0.2

_UNUSED = re.compile(
    r"o’clock|-thirty|\bbutton\b|\barrows?\b|keycap|\bsymbols?\b|square|\bcircle\b|diamond|triangle|\bmark\b|^input |^Japanese “"
    r"|^(?:man|men|woman|women|people|family|couple|kiss)\b|^person:|: (?:facing|woman|man)|hand\b|finger|button$|\bsuit$"
    r"|^(?:plus|minus|multiply|divide|infinity|cinema|wireless|om|information|restroom|warning|prohibited)$|banknote"
)
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "with",
        "under",
        "over",
        "at",
        "to",
        "for",
        "from",
        "is",
        "are",
        "be",
        "am",
        "my",
        "your",
        "our",
        "his",
        "her",
        "its",
        "it",
        "one",
        "two",
        "three",
        "some",
        "that",
        "this",
        "by",
        "into",
        "as",
        "up",
        "down",
        "not",
        "but",
        "no",
        "me",
        "you",
        "he",
        "she",
        "we",
        "they",
        "very",
        "so",
        "who",
        "what",
        "when",
        "where",
        "all",
        "every",
        "each",
        "please",
        "want",
        "would",
        "like",
        "i",
        "i'd",
        "world's",
        "best",
        "greatest",
        "number",
        "ever",
        "since",
        "est",
        "something",
        "nice",
        "design",
        "picture",
        "image",
        "drawing",
        "print",
        "anything",
        "everything",
        "nothing",
        "else",
    ]
)
_STYLES = frozenset(
    [
        "retro",
        "vintage",
        "sticker",
        "badge",
        "emblem",
        "logo",
        "tee",
        "shirt",
        "t-shirt",
        "tshirt",
        "style",
        "kawaii",
        "cute",
        "geometric",
        "minimal",
        "minimalist",
        "line",
        "lineart",
        "line-art",
        "art",
        "illustration",
        "watercolor",
        "watercolour",
        "pastel",
        "typography",
        "typographic",
        "text",
        "quote",
        "poster",
        "pattern",
        "label",
        "club",
        "print",
        "symmetrical",
        "classic",
        "funny",
        "badass",
        "cool",
        "tattoo",
        "shop",
        "life",
        "motivation",
        "lover",
        "lovely",
        "beautiful",
        "simple",
        "modern",
        "abstract",
        "cartoon",
        "silhouette",
        "patch",
        "crest",
        "team",
        "crew",
        "league",
        "squad",
        "gang",
        "society",
        "association",
        "reunion",
        "mandala",
        "vibes",
        "aesthetic",
        "themed",
        "theme",
        "happy",
        "tiny",
        "little",
        "big",
        "small",
        "giant",
        "baby",
        "sweet",
        "angry",
        "cosy",
        "cozy",
        "fluffy",
        "majestic",
        "wild",
        "mug",
        "hoodie",
        "tote",
        "bag",
    ]
)
_BREAKS = frozenset(
    [
        "with",
        "under",
        "over",
        "on",
        "in",
        "at",
        "wearing",
        "riding",
        "holding",
        "drinking",
        "reading",
        "floating",
        "swimming",
        "hanging",
        "breathing",
        "near",
        "by",
        "beside",
        "inside",
        "against",
        "of",
        "to",
        "and",
        "who",
        "that",
        "having",
        "using",
        "through",
        "around",
        "above",
        "below",
        "from",
        "for",
        "as",
    ]
)
_VERBS = frozenset(["is", "are", "was", "has", "loves", "likes", "makes", "made", "says", "eats", "needs", "wants"])
_MEASURES = frozenset(
    [
        "bowl",
        "cup",
        "mug",
        "glass",
        "slice",
        "piece",
        "plate",
        "basket",
        "bottle",
        "jar",
        "bunch",
        "pile",
        "stack",
        "pair",
        "couple",
        "group",
        "herd",
        "flock",
        "pack",
        "school",
        "field",
        "box",
        "head",
        "cluster",
        "dozen",
        "lots",
    ]
)
"""Words before “of” that say how much of something is to be drawn."""

_NOT_VERBS = frozenset(
    [
        "king",
        "ring",
        "spring",
        "string",
        "sling",
        "ceiling",
        "evening",
        "morning",
        "pudding",
        "wedding",
        "painting",
        "building",
        "gingerbread",
        "lightning",
        "herring",
        "viking",
        "wing",
        "thing",
        "darling",
        "duckling",
        "seedling",
        "dumpling",
    ]
)
_COLOURS = frozenset(
    [
        "red",
        "orange",
        "yellow",
        "gold",
        "green",
        "teal",
        "turquoise",
        "blue",
        "navy",
        "purple",
        "violet",
        "pink",
        "brown",
        "black",
        "white",
        "grey",
        "gray",
    ]
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture for a word: an emoji's code points in hex, or one of our own species."""

    label: str
    codepoints: str = ""
    species: str = ""
    group: int = ANIMALS

    @property
    def can_be_character(self) -> str:
        """The species that can stand in for this picture, or ""."""
        plain = self.label.removesuffix(" face")
        return self.species or (plain if plain in SPECIES else "")


@dataclass(frozen=True, slots=True)
class Understanding:
    """`heroes` best first, empty where nothing is sure enough; `companions` were named outright.

    `unknown` are the nouns nothing was found for. `words` are all words, for the choice of a palette.
    """

    heroes: tuple[Choice, ...]
    companions: tuple[Choice, ...]
    scene: str
    prop: str
    apron: bool
    colours: tuple[str, ...]
    words: tuple[str, ...]
    unknown: tuple[str, ...]


def read(text: str, library: MotifLibrary) -> Understanding:
    """What to draw for a sentence. Never fails: an empty or foreign sentence has no hero."""
    index = index_of(library)
    text = index.spelled(text)
    quoted = [a or b for a, b in _QUOTED.findall(text)]
    spoken = _LITANY.sub(r" \1 ", _QUOTED.sub(" ", text))
    words = tokens(spoken)
    found = _Search(index, words, clause_starts(spoken)).run()
    if not found.heroes and quoted:
        found = _Search(index, tokens(" ".join(quoted))).run()
    return _understood(found, words)


def _understood(found: _Found, words: tuple[str, ...]) -> Understanding:
    prop = next((prop for prop, asked in PROP_WORDS.items() if set(asked) & set(words)), "")
    scene = scene_of(words)
    return Understanding(
        heroes=found.heroes,
        companions=found.companions,
        scene=scene,
        prop=prop,
        apron=bool(set(APRON_WORDS) & set(words)),
        colours=tuple(w for w in words if w in _COLOURS),
        words=tuple(dict.fromkeys((*words, *([scene] if scene else ())))),
        unknown=found.unknown,
    )


def tokens(text: str) -> tuple[str, ...]:
    return tuple(w.replace("’", "'") for w in _WORD.findall(text.lower()))


def clause_starts(text: str) -> frozenset[int]:
    """Which words, counted as `tokens` does, follow a comma or a stop."""
    lengths = [len(tokens(clause)) for clause in _CLAUSE.split(text)]
    return frozenset(accumulate(lengths[:-1]))


def scene_of(words: Sequence[str]) -> str:
    """The scenery that a place word asks for, the longest phrase first."""
    spoken = f" {stems(words)} "
    named = scene_words()
    return next((named[w] for w in sorted(named, key=lambda w: (-len(w), w)) if f" {stems(w.split())} " in spoken), "")


@cache
def scene_words() -> dict[str, str]:
    table = tomllib.loads((_DATA / "scenes.toml").read_text(encoding="utf-8"))["scenes"]
    return {word: scene for scene, listed in table.items() for word in listed}


@cache
def aliases() -> dict[str, str]:
    """Phrase → label or ``character:<species>``."""
    themes: dict[str, dict[str, list[str]]] = tomllib.loads((_DATA / "aliases.toml").read_text(encoding="utf-8"))
    return {phrase: target for theme in themes.values() for target, listed in theme.items() for phrase in listed}


@cache
def moods() -> frozenset[str]:
    """Phrases of the table that name an occasion, a person or a feeling rather than a thing."""
    themes = tomllib.loads((_DATA / "aliases.toml").read_text(encoding="utf-8"))
    return frozenset(phrase for listed in themes["moods"].values() for phrase in listed)


_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    return str(_stemmer.stemWord(word))


def stems(words: Iterable[str]) -> str:
    return " ".join(stem(w) for w in words)


class KeywordIndex:
    """Stemmed words and phrases → pictures with a weight: 3 for a whole label, 1 for a tag."""

    def __init__(self, library: MotifLibrary) -> None:
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        self.choices: dict[str, Choice] = {}
        self.order: dict[str, int] = {}
        self._labels: dict[str, str] = {}
        for row in _pictures(library):
            self._add_picture(row)
        self._add_own_animals()
        self._aliases = dict(self._resolved())
        self._stemmed = {stems(phrase.split()): key for phrase, key in reversed(self._aliases.items())}

    def spelled(self, text: str) -> str:
        """The text with every emoji written out: “🦊 under the 🌙” is a sentence too."""
        return "".join(f" {c.label} " if (c := self.choices.get(f"{ord(sign):x}")) else sign for sign in text)

    def hits(self, phrase: str) -> Mapping[str, float]:
        return self._weights.get(phrase, {})

    def alias(self, words: Sequence[str]) -> str:
        """The picture a phrase stands for in the curated table, or ""; as written before as stemmed."""
        written = " ".join(words)
        if written in self._labels:
            return self._aliases.get(written, "")
        return self._aliases.get(written) or self._stemmed.get(stems(words), "")

    def exact(self, words: Sequence[str]) -> str:
        """The picture whose whole label the words are, or that the curated table names."""
        label = self._labels.get(" ".join(words)) or self._labels.get(stems(words), "")
        return self.alias(words) or label

    def rarity(self, shared_by: int) -> float:
        return math.log(1 + len(self.choices) / shared_by) / math.log(1 + len(self.choices))

    def _add_picture(self, row: Mapping[str, Any]) -> None:
        key, label = row["hexcode"].lower(), row["label"]
        self.choices[key] = Choice(label, codepoints=key, group=row.get("group", 8))
        self.order[key] = row.get("order", 99_999)
        if not row["findable"]:
            return
        words = tokens(label)
        # "bowling" must not answer "bowl"
        for name in (" ".join(words), *(() if label.endswith("ing") else (stems(words),))):
            self._labels.setdefault(name, key)
        self._add(stems(words), key, 3.0)
        for word in words:
            if word not in _STOP and word not in ("face", "button"):
                alone = len(words) == 1 or set(words) - {word} <= {"face"}
                self._add(stem(word), key, 2.2 if alone else 1.5)
        for tag in sorted(row["all_tags"]):
            self._add_tag(tokens(tag), key)

    def _add_tag(self, words: tuple[str, ...], key: str) -> None:
        if words:
            self._add(stems(words), key, 1.0)
        for word in words if len(words) > 1 else ():
            if word not in _STOP:
                self._add(stem(word), key, 0.55)

    def _add_own_animals(self) -> None:
        for place, name in enumerate(SPECIES):
            key = f"character:{name}"
            self.choices[key] = Choice(name, species=name)
            self.order[key] = 100_000 + place

    def _add(self, phrase: str, key: str, weight: float) -> None:
        known = self._weights[phrase]
        known[key] = max(weight, known.get(key, 0.0))

    def _resolved(self) -> Iterator[tuple[str, str]]:
        by_label = {choice.label: key for key, choice in self.choices.items() if choice.codepoints}
        own = {phrase: f"character:{name}" for phrase, name in SPECIES_ALIASES.items() if name not in by_label}
        named = {name: f"character:{name}" for name in SPECIES if name not in by_label}
        for phrase, target in {**own, **named, **aliases()}.items():
            key = target if target.startswith("character:") else by_label.get(target, "")
            if key:
                yield phrase, key


def _pictures(library: MotifLibrary) -> Iterator[dict[str, Any]]:
    """Every emoji with a usable colour picture, its tags from both keyword sets together."""
    if not library.ready:
        return
    rows = json.loads((library.packages / "emojibase" / "data.json").read_text(encoding="utf-8"))
    more = json.loads((library.packages / "emojilib" / "emoji-en-US.json").read_text(encoding="utf-8"))
    tags = {emoji.replace("\ufe0f", ""): listed for emoji, listed in more.items()}
    for row in rows:
        if row.get("group") in (None, 2, 9) or not library.offers(row["hexcode"], COLOUR):
            continue
        extra = (tag.replace("_", " ") for tag in tags.get(row["emoji"].replace("\ufe0f", ""), ()))
        yield row | {"all_tags": {*row.get("tags", ()), *extra}, "findable": not _UNUSED.search(row["label"])}


_INDEXES: dict[tuple[Path, bool], KeywordIndex] = {}


def index_of(library: MotifLibrary) -> KeywordIndex:
    """One index for each data folder and process: it takes a quarter of a second to build."""
    key = (library.packages, library.ready)
    if key not in _INDEXES:
        _INDEXES[key] = KeywordIndex(library)
    return _INDEXES[key]


@dataclass(frozen=True, slots=True)
class _Found:
    heroes: tuple[Choice, ...] = ()
    companions: tuple[Choice, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass
class _Search:
    """One sentence against the index: longest phrases first, each word used once."""

    index: KeywordIndex
    words: tuple[str, ...]
    clauses: frozenset[int] = frozenset()
    scores: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: dict[str, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    missed: list[int] = field(default_factory=list)

    def run(self) -> _Found:
        for length in (4, 3, 2, 1):
            for start in range(len(self.words) - length + 1):
                span = range(start, start + length)
                if not self.used.intersection(span):
                    self._match(span)
        self._prefer_animals()
        ranked = sorted(self.scores, key=lambda k: (-self.scores[k], self.index.order[k]))
        if not ranked or self.scores[ranked[0]] < _FLOOR:
            return _Found(unknown=self._unknown())
        heroes = tuple(self.index.choices[key] for key in ranked[:6])
        return _Found(heroes, self._companions(ranked[0]), self._unknown())

    @cached_property
    def cut(self) -> int:
        """Where the first noun phrase ends: before a preposition, a verb or a new clause that follows something to draw."""
        for i, word in enumerate(self.words):
            said = [w for w in self.words[:i] if self._says_something(w)]
            if i in self.clauses and any(self._is_known(w) for w in said):
                return i
            if said and (word in _VERBS or (word in _BREAKS and not self._measures(i)) or self._is_verb(i)):
                return i
        return len(self.words)

    def _measures(self, i: int) -> bool:
        """“a bowl of ramen” is about ramen."""
        return self.words[i] == "of" and self.words[i - 1] in _MEASURES

    def _is_known(self, word: str) -> bool:
        return bool(self.index.alias((word,)) or self.index.hits(stem(word)))

    def _is_verb(self, i: int) -> bool:
        """“fox fishing in a lake” fishes; “a surfing penguin” and “summer camping trip” are no verbs."""
        word = self.words[i]
        if not _ING.fullmatch(word) or word in _NOT_VERBS or (i and self.words[i - 1] in _STOP):
            return False
        ends = i + 1 == len(self.words) or self.words[i + 1] in _STOP | _BREAKS
        return ends or not self.index.alias((word,))

    @cached_property
    def head(self) -> int:
        """The last telling word of the first noun phrase, or -1."""
        return max((i for i in range(self.cut) if self._says_something(self.words[i])), default=-1)

    def _says_something(self, word: str) -> bool:
        return word not in _STOP and not _is_manner(word)

    def _match(self, span: range) -> None:
        said = self.words[span.start : span.stop]
        if len(said) == 1 and (said[0] in _STOP or len(said[0]) < 2):
            return
        weight = self._weight(span, said)
        if key := self.index.alias(said):
            mood = " ".join(said) in moods() or said[-1] in APRON_WORDS
            self.scores[key] += _ALIAS * weight * (_MOOD if mood else 1.0)
            self._use(span, "" if mood else key)
        elif self._score(said, weight):
            self._use(span, self.index.exact(said))
        elif len(said) == 1 and self._says_something(said[0]):
            self.missed.append(span.start)

    def _weight(self, span: range, said: Sequence[str]) -> float:
        weight = _HEAD if span.start < self.cut else _REST
        if len(said) > 1:
            return weight * _PHRASE
        if _is_manner(said[0]):
            return weight * _STYLE
        return weight * (_LAST_OF_HEAD if span.start == self.head else 1.0)

    def _score(self, said: Sequence[str], weight: float) -> bool:
        hits = self.index.hits(stems(said))
        if " ".join(said) in scene_words():  # a place is drawn as scenery; its tags name whatever lives there
            hits = {key: value for key, value in hits.items() if value >= _WHOLE_LABEL}
        rarity = self.index.rarity(len(hits)) if hits else 0.0
        for key, value in hits.items():
            # a tag that few pictures share names one of them: puppy for the dog's face
            telling = value if value >= 1.5 or len(hits) > _RARE_TAG_SHARED_BY else value * 1.7
            self.scores[key] += telling * weight * rarity * self._trust(key, value)
        return bool(hits)

    def _trust(self, key: str, value: float) -> float:
        """A smiley, a gesture or a person is drawn where it is named: tags of those are feelings and customs."""
        group = self.index.choices[key].group
        return _BY_TAG if group in (SMILEYS, PEOPLE) and value < _WHOLE_LABEL else _GROUP.get(group, 1.0)

    def _use(self, span: range, exact: str) -> None:
        self.used.update(span)
        if exact and not (len(span) == 1 and _is_manner(self.words[span.start])):
            self.named.setdefault(exact, span.start)

    def _prefer_animals(self) -> None:
        """“otter barista” is about the otter; “fish taco” is about the taco."""
        ranked = sorted(self.scores, key=lambda k: (-self.scores[k], self.index.order[k]))
        if ranked and self.index.choices[ranked[0]].group == FOOD and self._ends_head(ranked[0]):
            return
        for key, at in self.named.items():
            if at < self.cut and self.index.choices[key].group == ANIMALS and self._is_creature(key):
                self.scores[key] *= 1.5

    def _ends_head(self, key: str) -> bool:
        """Whether the picture is what the first noun phrase ends in: a thing, not somebody who makes it."""
        return self.named.get(key, -1) == self.head >= 0 and self.words[self.head] not in APRON_WORDS

    def _is_creature(self, key: str) -> bool:
        """emojibase keeps plants in the animals' group, after the insects."""
        return not self.index.choices[key].codepoints or self.index.order[key] < _FIRST_PLANT

    def _companions(self, hero: str) -> tuple[Choice, ...]:
        plain = self.index.choices[hero].label.removesuffix(" face")
        places = scene_words()
        others = (
            self.index.choices[key] for key, at in self.named.items() if key != hero and self.words[at] not in places
        )
        return tuple(c for c in others if c.label.removesuffix(" face") != plain and c.group != PEOPLE)[:3]

    def _unknown(self) -> tuple[str, ...]:
        """Words nothing was found for that end a phrase: those were things."""
        return tuple(self.words[i] for i in self.missed if self._ends_phrase(i) and self._is_thing(self.words[i]))

    def _ends_phrase(self, i: int) -> bool:
        return i + 1 == len(self.words) or self.words[i + 1] in _BREAKS | _STOP

    def _is_thing(self, word: str) -> bool:
        """As far as can be told: no place, no time, no action, no number, nothing that a prop shows."""
        shown = {asked for listed in PROP_WORDS.values() for asked in listed}
        return not (word in scene_words() or word in shown or word in _TIMES or word.isdigit() or _ING.fullmatch(word))


def _is_manner(word: str) -> bool:
    """How, in which colour, when: hardly ever what is to be drawn."""
    return word in _STYLES or word in _COLOURS or word in _TIMES


_TIMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morning",
        "evening",
        "today",
        "tomorrow",
        "year",
        "years",
        "day",
        "days",
        "week",
        "weekend",
        "time",
        "season",
        "way",
    ]
)


_FIRST_PLANT = 3801
"""emojibase's order number of the bouquet, where plants begin."""
