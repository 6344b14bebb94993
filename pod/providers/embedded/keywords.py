"""The keyword index: words and phrases → pictures, from both keyword sets and the curated table."""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.species import ALIASES as SPECIES_ALIASES
from pod.providers.embedded.characters.species import SPECIES, STANDS_FOR
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.curios import CURIOS, OUTDOORS
from pod.providers.embedded.gallery import ANIMATE, EDIBLE, FLORA, GALLERY, HOMES, NAMES, SIGHTLY
from pod.providers.embedded.glyphs import Glyph, glyphs
from pod.providers.embedded.kinds import HAVE_FACES, WITH_FACES
from pod.providers.embedded.loose import LOOSE_WORDS
from pod.providers.embedded.motifs import COLOUR, MotifLibrary
from pod.providers.embedded.objects import OBJECTS_DRAWN
from pod.providers.embedded.sights import SIGHTS
from pod.providers.embedded.spelling import by_heart, nearest
from pod.providers.embedded.viewed import VIEWED, VIEWED_WORDS
from pod.providers.embedded.wares import WARES
from pod.providers.embedded.words import HOMONYMS, LISTED, STOP, TRADES, form, forms, stems, tokens
from pod.providers.embedded.works import STAND_OUTDOORS, WORKS

_DATA = Path(__file__).with_name("data")

SMILEYS, PEOPLE, ANIMALS, FOOD, PLACES, OBJECTS = 0, 1, 3, 4, 5, 7

OWN_THINGS = ("cassette", "vinyl record", *CURIOS, *WORKS, *VIEWED, *WARES, *SIGHTS, *OBJECTS_DRAWN, *GALLERY)
"""Things that Pod draws itself and that have no picture in the keyword set."""

_OUTDOORS = (
    OUTDOORS
    | STAND_OUTDOORS
    | {
        "eiffel tower",
        "pyramids",
        "mushroom house",
        "suspension bridge",
        "clock tower",
        "haunted house",
        "lemon tree",
        "orange tree",
        "apple tree",
        "pear tree",
        "cherry tree",
    }
)
"""Own things that may stand in a landscape."""

_GROUPS = ((_OUTDOORS | SIGHTLY, PLACES), (EDIBLE, FOOD), (ANIMATE, ANIMALS))
"""Where own things are filed; what is in none of these is an object."""

_UNUSED = re.compile(
    r"^no |o’clock|-thirty|\bbutton\b|\barrows?\b|keycap|\bsymbols?\b|square|\bcircle\b|diamond|triangle|\bmark\b|^input |^Japanese “"
    r"|^(?:man|men|woman|women|people|family|couple|kiss)\b|^person:|: (?:facing|woman|man)|hand\b|finger|button$|\bsuit$"
    r"|^(?:Leo|Aries|Taurus|Gemini|Cancer|Virgo|Libra|Scorpio|Pisces)$"
    r"|^(?:plus|minus|multiply|divide|infinity|cinema|wireless|om|information|restroom|warning|prohibited)$|banknote|asterisk"
)


_FIRST_PLANT = 3801
"""emojibase's order number of the bouquet, where plants begin."""

_GLYPH_GROUPS = {"animals": ANIMALS, "nature": ANIMALS, "food": FOOD, "vehicles": PLACES, "places": PLACES}
"""Sections of the pictograms' table whose pictures are no objects."""

_NAMED = 1.5
"""Weight from which a picture is called by a word, and not only tagged with it."""

_PARTS = frozenset(["paw prints", "feather", "wing", "pig nose", "spider web", "spiral shell", "coral", "microbe"])
"""What animals leave behind: emojibase files it with them."""


_NOUNS = (ANIMALS, FOOD, PLACES, 6, OBJECTS)
"""Groups whose labels are names of things; those of people and signs say what is done."""

_SHORTEST = 4
"""Letters of a word that a slip of the pen can still be told from another word."""

_DONE_WORDS = tuple(
    phrase for table in (PROPS, RIDES, NOOKS, WARDROBE) for entry in table.values() for phrase in entry.words
)
"""What characters hold, ride, sit in and wear."""


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
        return self.species or STANDS_FOR.get(self.label.removesuffix(" face"), STANDS_FOR.get(self.label, ""))


@cache
def scene_words() -> dict[str, str]:
    table = tomllib.loads((_DATA / "scenes.toml").read_text(encoding="utf-8"))["scenes"]
    return {word: scene for scene, listed in table.items() for word in listed}


@cache
def no_places() -> tuple[str, ...]:
    """Phrases in which a word for a place is part of another name."""
    return tuple(tomllib.loads((_DATA / "scenes.toml").read_text(encoding="utf-8"))["no_places"]["phrases"])


@cache
def weather_words() -> Mapping[str, re.Pattern[str]]:
    """What the sky does, by name → how it is said."""
    table = tomllib.loads((_DATA / "scenes.toml").read_text(encoding="utf-8"))["weather"]
    return {name: re.compile(rf"(?<!\S)(?:{pattern})(?!\S)") for name, pattern in table.items()}


@cache
def shown_there() -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Scenery → labels of what it shows anyway, and the sceneries that are what is asked for themselves."""
    table = tomllib.loads((_DATA / "scenes.toml").read_text(encoding="utf-8"))["shown"]
    alone = frozenset(table.pop("by_name"))
    return {scene: frozenset(labels) for scene, labels in table.items()}, alone


@cache
def homes() -> dict[str, str]:
    """Picture label → the scenery that it stands in where the sentence names none."""
    table = tomllib.loads((_DATA / "scenes.toml").read_text(encoding="utf-8"))["homes"]
    return {**HOMES, **{label: scene for scene, listed in table.items() for label in listed}}


@cache
def _themes() -> dict[str, dict[str, str]]:
    """Theme → phrase → label or ``character:<species>``."""
    themes: dict[str, dict[str, list[str]]] = tomllib.loads((_DATA / "aliases.toml").read_text(encoding="utf-8"))
    listed = {
        name: {phrase: target for target, listed in theme.items() for phrase in listed}
        for name, theme in themes.items()
    }
    called = {**NAMES, **VIEWED_WORDS}
    return {"gallery": {phrase: f"thing:{name}" for phrase, name in called.items()}, **listed}


@cache
def aliases() -> dict[str, str]:
    """Phrase → label or ``character:<species>`` of the picture that answers it."""
    return {phrase: target for name, theme in _themes().items() if name != "near" for phrase, target in theme.items()}


def is_kin(words: Sequence[str]) -> bool:
    """Whether the phrase names a kind that is drawn as what it is one of: a coyote as a wolf."""
    return stems(words) in _stemmed_theme("kin")


def lacks_picture(words: Sequence[str]) -> bool:
    """Whether the phrase names a thing that nothing here shows."""
    return stems(words) in _undrawn() or stems(words) in _stemmed_theme("near")


def nearest_relative(phrase: str) -> str:
    """The label of what is nearest to something without a picture, or "": for a porcupine the hedgehog."""
    return _stemmed_theme("near").get(stems(phrase.split()), "").removeprefix("character:")


@cache
def _stemmed_theme(name: str) -> Mapping[str, str]:
    return {stems(tokens(phrase)): target for phrase, target in _themes()[name].items()}


@cache
def undrawn() -> frozenset[str]:
    table: dict[str, list[str]] = tomllib.loads((_DATA / "undrawn.toml").read_text(encoding="utf-8"))
    return frozenset(phrase for listed in table.values() for phrase in listed)


@cache
def _undrawn() -> frozenset[str]:
    return frozenset(stems(tokens(phrase)) for phrase in undrawn())


def _mood_phrases() -> Mapping[str, str]:
    return _themes()["moods"]


@cache
def _mood_stems() -> frozenset[str]:
    return frozenset(stems(phrase.split()) for phrase in _mood_phrases())


def is_mood(words: Sequence[str]) -> bool:
    """Whether the phrase names an occasion, a person or a feeling rather than a thing: camp does, camping does not."""
    written = " ".join(words)
    return written in _mood_phrases() or (written not in aliases() and stems(words) in _mood_stems())


def is_trade(words: Sequence[str]) -> bool:
    """Whether the phrase names who does something for a living, and the table a thing that stands for it: a plumber does, a
    vacuum cleaner is the thing itself."""
    last, written = words[-1].removesuffix("'s"), " ".join(words)
    itself = aliases().get(written, "") == f"thing:{written}"
    return (last in TRADES or last.removesuffix("s") in TRADES) and written in aliases() and not itself


def is_face(choice: Choice) -> bool:
    return choice.group == SMILEYS and "face" in choice.label.split()


def is_feeling(choice: Choice) -> bool:
    """Gestures and yellow faces: nobody wants one beside a cup that smiles."""
    return (choice.group == PEOPLE and choice.label not in _KEEPSAKES) or is_face(choice)


_KEEPSAKES = frozenset({"bone", "brain", "tooth", "anatomical heart"})
"""Filed with the body: things all the same."""


def _says_another_form(words: Sequence[str]) -> bool:
    """Whether the stem is not what is meant: a deer standing is no deer stand, and a box no boxing."""
    return any(word.endswith("ing") or word in HOMONYMS for word in words)


class KeywordIndex:
    """Stemmed words and phrases → pictures with a weight: 3 for a whole label, 1 for a tag."""

    def __init__(self, library: MotifLibrary) -> None:
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        self.choices: dict[str, Choice] = {}
        self.order: dict[str, int] = {}
        self._labels: dict[str, str] = {}
        for row in _pictures(library):
            self._add_picture(row)
        self._add_own()
        self._aliases = dict(self._resolved())
        told = [(phrase.split(), key) for phrase, key in reversed(self._aliases.items())]
        self._stemmed = {stems(words): key for words, key in told}
        self._formed = {forms(words): key for words, key in told}
        for place, glyph in enumerate(library.pictograms()):
            self._add_glyph(glyph, place)
        self._add_loose()
        self._not_there = frozenset(
            self._stems_of(glyph for glyph in glyphs().values() if glyph.set_name not in library.there)
        )

    def spelled(self, text: str) -> str:
        """The text with every emoji written out: “🦊 under the 🌙” is a sentence too."""
        return "".join(f" {c.label} " if (c := self.choices.get(f"{ord(sign):x}")) else sign for sign in text)

    def hits(self, words: Sequence[str]) -> Mapping[str, float]:
        return self._weights.get(forms(words), {})

    def labelled(self, label: str) -> Choice | None:
        """The picture of the sets, or the thing of our own, that has exactly this label."""
        return next((choice for choice in self.choices.values() if choice.label == label), None) if label else None

    def alias(self, words: Sequence[str]) -> str:
        """The picture a phrase stands for in the curated table, or ""; as written before as stemmed."""
        written = " ".join(words)
        if written in self._labels:
            return self._aliases.get(written, "")
        if len(words) == 1 and written.endswith(("ing", "ed")):
            return self._aliases.get(written, "")  # planting is no plant, and curled up no curling
        by_form = self._aliases.get(written) or self._formed.get(forms(words), "")
        return by_form or ("" if _says_another_form(words) else self._stemmed.get(stems(words), ""))

    def lacks(self, words: Sequence[str]) -> bool:
        """Whether the phrase names a thing that nothing shows, here or before a set of pictograms is fetched."""
        return lacks_picture(words) or stems(words) in self._not_there

    def is_fetched_later(self, phrases: Iterable[str]) -> bool:
        """Whether one of them has a pictogram in a set that is not there yet."""
        return any(stems(tokens(phrase)) in self._not_there for phrase in phrases)

    def respelled(self, word: str) -> str:
        """The word that a slip of the pen nearly is, or the word itself."""
        if meant := by_heart(word):
            return meant
        known = (
            word in LISTED
            or form(word) in self._weights
            or lacks_picture((word,))
            or word in self._lexicon.get(word[0], ())
        )
        return word if known else nearest(word, self._lexicon) or word

    @cached_property
    def _lexicon(self) -> Mapping[str, frozenset[str]]:
        """Every word that names something here, by its first letter."""
        labels = (choice.label.lower() for choice in self.choices.values() if choice.group in _NOUNS)
        phrases = (*labels, *self._aliases, *_themes()["near"], *undrawn(), *scene_words(), *_DONE_WORDS)
        words = {word for phrase in phrases for word in tokens(phrase) if len(word) >= _SHORTEST and word not in LISTED}
        by_letter: dict[str, set[str]] = defaultdict(set)
        for word in words:
            by_letter[word[0]].add(word)
        return {letter: frozenset(listed) for letter, listed in by_letter.items()}

    def exact(self, words: Sequence[str]) -> str:
        """The picture whose whole label the words are, or that the curated table names."""
        written = " ".join(words)
        by_stem = "" if len(words) == 1 and written.endswith(("ing", "ssed")) else self._labels.get(stems(words), "")
        return self.alias(words) or self._labels.get(written) or by_stem

    def is_plant(self, choice: Choice) -> bool:
        """emojibase keeps plants in the animals' group, after the insects."""
        if choice.label in FLORA:
            return True
        return choice.group == ANIMALS and bool(choice.codepoints) and self.order[choice.codepoints] >= _FIRST_PLANT

    def is_creature(self, choice: Choice) -> bool:
        return choice.group == ANIMALS and not self.is_plant(choice) and choice.label not in _PARTS

    def can_have_a_face(self, choice: Choice) -> bool:
        """Food, plants and things, a cloud, the sun and the earth; who has one needs none, and nobody wants one on a house."""
        a_thing = choice.group in (FOOD, OBJECTS) or choice.label in HAVE_FACES or self.is_plant(choice)
        return a_thing and choice.label not in WITH_FACES

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
        self._add(forms(words), key, 3.0)
        for word in words:
            if word not in STOP and word not in ("face", "button"):
                alone = len(words) == 1 or set(words) - {word} <= {"face"}
                # what only qualifies a label is a tag: a studio is no studio microphone, whatever is hot no hot pepper
                self._add(form(word), key, 2.2 if alone else 1.5 if word == words[-1] else 1.0)
        for tag in sorted(row["all_tags"]):
            self._add_tag(tokens(tag), key)

    def _add_tag(self, words: tuple[str, ...], key: str) -> None:
        if words:
            self._add(forms(words), key, 1.0)
        for word in words if len(words) > 1 else ():
            if word not in STOP:
                self._add(form(word), key, 0.55)

    def _add_own(self) -> None:
        """Pod's own characters and things, which answer what the curated table says of them."""
        for place, name in enumerate(SPECIES):
            self.choices[f"character:{name}"] = Choice(name, species=name)
            self.order[f"character:{name}"] = 100_000 + place
        for place, name in enumerate(OWN_THINGS):
            group = next((group for names, group in _GROUPS if name in names), OBJECTS)
            self.choices[f"thing:{name}"] = Choice(name, group=group)
            self.order[f"thing:{name}"] = 110_000 + place

    def _add_loose(self) -> None:
        """What is only ever held or worn answers last of all."""
        for place, (name, phrases) in enumerate(LOOSE_WORDS.items()):
            key = f"thing:{name}"
            told = [words for words in map(tokens, phrases) if not self.exact(words)]
            if key not in self.choices and told:
                self.choices[key] = Choice(name, group=OBJECTS)
                self.order[key] = 130_000 + place
                for words in told:
                    self._aliases[" ".join(words)] = key
                    self._formed.setdefault(forms(words), key)

    def _add_glyph(self, glyph: Glyph, place: int) -> None:
        """A pictogram fills a gap. What has another picture keeps it, and gets the words that are new."""
        known = self.exact(tokens(glyph.label))
        if not known:
            self.choices[glyph.key] = Choice(glyph.label, glyph.key, group=_GLYPH_GROUPS.get(glyph.section, OBJECTS))
            # after all others; but an animal stands before emojibase's first plant, or it would be one
            self.order[glyph.key] = place if glyph.section == "animals" else 120_000 + place
        for phrase in (glyph.label, *glyph.words):
            words = tokens(phrase)
            if not self.exact(words) and max(self.hits(words).values(), default=0.0) < _NAMED:
                self._aliases[" ".join(words)] = known or glyph.key
                self._formed.setdefault(forms(words), known or glyph.key)

    def _stems_of(self, not_there: Iterable[Glyph]) -> Iterator[str]:
        words = (tokens(phrase) for glyph in not_there for phrase in (glyph.label, *glyph.words))
        return (stems(said) for said in words if not self.exact(said))

    def _add(self, phrase: str, key: str, weight: float) -> None:
        known = self._weights[phrase]
        known[key] = max(weight, known.get(key, 0.0))

    def _resolved(self) -> Iterator[tuple[str, str]]:
        by_label = {choice.label: key for key, choice in self.choices.items() if choice.codepoints}
        own = {phrase: f"character:{name}" for phrase, name in SPECIES_ALIASES.items() if name not in by_label}
        named = {name: f"character:{name}" for name in SPECIES if name not in by_label}
        for phrase, target in {**own, **named, **aliases()}.items():
            key = target if target.startswith(("character:", "thing:")) else by_label.get(target, "")
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


_INDEXES: dict[tuple[Path, frozenset[str]], KeywordIndex] = {}


def index_of(library: MotifLibrary) -> KeywordIndex:
    """One index for each data folder and process: it takes a quarter of a second to build."""
    key = (library.packages, library.there)
    if key not in _INDEXES:
        _INDEXES[key] = KeywordIndex(library)
    return _INDEXES[key]
