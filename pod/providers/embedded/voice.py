"""Words as a design sets them where nobody typed them into a field: chosen before it is drawn, set after."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pod.lettering import letter, unsettable
from pod.model.artwork import LetteringSlot
from pod.model.errors import InputRefused
from pod.providers.embedded.asked_names import is_nobody
from pod.providers.embedded.asked_words import (
    asked_words,
    dates_of,
    describes,
    is_link,
    picture_at,
    without_link,
)
from pod.providers.embedded.characters.trades import trade_of
from pod.providers.embedded.crews import peopled
from pod.providers.embedded.feasts import of_its_feast
from pod.providers.embedded.file_orders import without_file_orders
from pod.providers.embedded.headlines import (
    as_meant,
    home_of,
    house_among,
    is_of_a_family,
    stands_for,
    treat_of,
    unlisted_saying,
    wearer_of,
)
from pod.providers.embedded.hearing import scene_of
from pod.providers.embedded.interiors import INTERIORS
from pod.providers.embedded.keywords import FOOD, KeywordIndex, aliases, index_of
from pod.providers.embedded.kindred import at_home, names_only
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.mottos import LADY, in_her_arms, of_its_game, shown_by, without_product
from pod.providers.embedded.named_houses import kind_of
from pod.providers.embedded.people import people_called
from pod.providers.embedded.place_names import place_written
from pod.providers.embedded.printed import with_its_ball
from pod.providers.embedded.puns import Pun, goes_on, needs_its_animal, pun_in, without_where
from pod.providers.embedded.retold import retold
from pod.providers.embedded.sayings import MOST_LETTERS, cased, own_words, saying, wants_no_words
from pod.providers.embedded.understanding import read
from pod.providers.embedded.words import COLOURS, NUMBERS, STOP, is_manner, tokens

_SEEN = re.compile(r"\b(?P<who>i|we|you|he|she|they|who|just|never|ever) saw\b", re.IGNORECASE)
"""Who saw a dog has no saw."""


_RUNS_ON = re.compile(r"^(?:this|that|these) [\w’'-]+(?: [\w’'-]+)? (?:runs?|survives?) on\b", re.IGNORECASE)
"""Nobody runs: “this girl runs on tacos”."""

_CALLED = re.compile(r"\b(?P<what>lake|mount|mt|fort|port|camp) [a-z]+$", re.IGNORECASE)
"""A place by its name, at the end of what is lettered."""

_PUN = re.compile(r",? (?P<of>[a-z]+) (?:puns?|joke)$", re.IGNORECASE)
"""“i'm kind of a big dill pickle pun” says so, beside a pickle."""

_A_PUN = re.compile(r"\s+(?:puns?|play on words)(?=\s+(?:with|featuring|showing|design|and an?)\b)", re.IGNORECASE)


_DANGLING = re.compile(r"(?:\s+(?:with|and|plus|featuring))+$", re.IGNORECASE)
"""What leads from a saying to its picture, and is neither."""

_INK_AT_THE_END = re.compile(rf"(?<=\d{{4}}) (?:in )?(?:{'|'.join(sorted(COLOURS))})$", re.IGNORECASE)
"""“hen party 2025 pink” is printed in pink."""

_RAINWEAR = re.compile(r"\brain ?(?=boots?|coats?|jackets?|hats?|drops?\b)", re.IGNORECASE)
"""What is worn in the rain brings none along."""

_GREETING = re.compile(r"\bhappy holidays\b", re.IGNORECASE)
"""Nobody is at the beach."""

_NUMBER = re.compile(r"(?<![\w.])\d{1,2}(?![\w.])")
"""What a player wears, where it is asked for."""


@dataclass(frozen=True, slots=True)
class Voice:
    """`lines` are set: what the sentence asks for (`asked`) or a saying, then names and dates. `picture` is drawn; where that
    says nothing `said` is, which has the words in it but no names. `placed` says that the line is no more than the name of a place."""

    lines: tuple[str, ...]
    picture: str
    said: str
    asked: bool
    placed: bool = False

    @property
    def words(self) -> str:
        return "\n".join(self.lines)

    @property
    def asked_words(self) -> str:
        return self.words if self.asked else ""


def voice_of(sentence: str, library: MotifLibrary, names: Sequence[str] = ()) -> Voice:
    """`names` were taken out of the sentence before: they are set as if they still stood in it."""
    index, sentence = index_of(library), with_its_ball(of_its_feast(sentence))
    is_named, is_animal = partial(_is_named, index), partial(_is_animal, index)
    plain = without_file_orders(_PUN.sub(r", a \g<of>", _A_PUN.sub("", sentence)))
    told = asked_words(without_product(plain, is_named), is_named, is_animal)
    pun = None if told.words else pun_in(told.picture)
    said = "" if told.words else _said_in(told.picture, is_animal, is_named)
    if pun and goes_on(pun, said, is_named):
        pun = None
    if pun:
        told, said = replace(told, picture=without_where(pun, told.picture)), pun.words
    if not (told.words or said or pun):
        said = unlisted_saying(told.picture, partial(_shows_something, library))
    if said and names_only(said) and at_home(told.picture) != told.picture:
        said = ""
    before, _, following = told.picture.partition(said) if said else ("", "", told.picture)
    (earlier, before), (later, following) = dates_of(before), dates_of(following)
    for_whom = [name for name in names if not is_nobody(name)]
    called = (*for_whom, *told.names, *earlier, *later)
    leading = re.split(r"\bwith\b", told.picture, maxsplit=1)[0]  # gulls do not hide where a lighthouse is
    somebody = any(is_animal(word) or people_called(word) for word in tokens(leading))  # who is there is the picture
    place = "" if told.words or said or called or somebody else place_written(told.picture)
    first = told.words or said or place
    below = (
        bool(called and said) and first == said and not dates_of(said)[1]
    )  # “est 2012” comes below “the smith family”
    lines = () if wants_no_words(sentence) else _settable((*called, first) if below else (first, *called))
    whole = f"{before} {said} {following}".strip() if earlier or later else told.picture
    picture = _picture_beside(_Said(said, before, following, whole, pun), told.picture, is_named, is_animal)
    picture = as_meant(" ".join((told.words, said, *called)), picture)
    part_of_it = treat_of(said, partial(_is_food, index)) or home_of(said) or house_among(said, picture)
    if part_of_it and part_of_it not in picture.lower() and picture != said:
        picture = f"{part_of_it} and {picture}"
    if below and is_of_a_family(told.names) and told.picture.strip() == said:
        picture = "olive wreath"
    if picture == said and (sign := stands_for(said)):
        picture = sign
    if wearer := wearer_of(said, picture):
        picture = f"a bearded {wearer}"
    return Voice(lines, picture, f"{told.picture}, {told.words}", bool(told.words or called or place), bool(place))


_FEW = 3


def in_letters(voice: Voice, said: str) -> Voice:
    """“mama in varsity letters”: where letters are asked for and no words are told, the little that is said is those words."""
    words = said.strip(" ,;:.-–—")
    few = 0 < len(tokens(words)) <= _FEW and not is_link(words)
    return voice if voice.lines or not few else replace(voice, lines=_settable((words,)), asked=True)


def _only_counts(said: str, whole: str) -> bool:
    """“two wild” of “two wild horses” says nothing yet."""
    words = tokens(said)
    return len(words) == 2 and words[0] in NUMBERS and said != whole.strip()


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said in a sentence, what stands `before` and `after` it, and the `whole` of it without dates."""

    words: str
    before: str
    after: str
    whole: str
    pun: Pun | None


_CLUB = re.compile(r"\b(?:club|league|society|choir)$", re.IGNORECASE)
"""“garden club with watering can and roses” shows those, and no members."""

_CAP = re.compile(r"\bgraduation cap\b", re.IGNORECASE)
"""What a graduate's cap is told as is nobody."""


_OF_THE_WORLD = re.compile(
    r"^(?:the )?worlds['’]? (?:best|okayest|greatest|coolest|worst|proudest|luckiest) (?=[a-z])", re.IGNORECASE
)
"""“worlds okayest fisherman”, typed without its sign, shows no globe."""


def _picture_beside(said: _Said, told: str, is_named: Callable[[str], bool], is_animal: Callable[[str], bool]) -> str:
    after, pun = said.after, said.pun
    crew = _CAP.sub("cap", peopled(told)) != _CAP.sub("cap", told)  # a squad that is named is drawn
    crew &= not (_CLUB.search(said.words) and is_link(after))
    if pun and needs_its_animal(pun, said.before, after, is_animal):
        after = f" {pun.picture} {after.strip()}"
    beside = (
        "" if crew else _shown_beside(said.words, said.before, _with_its_animal(said.words, after, is_animal), is_named)
    )
    whole = kind_of(said.words) if said.words and not crew and said.whole.strip() == said.words else said.whole
    whole = pun.picture if pun and pun.picture else whole
    unnamed = _CALLED.sub(r"\g<what>", told) if told == said.words else told
    unnamed, whole = (_OF_THE_WORLD.sub("world's best ", text) for text in (unnamed, whole))
    return _RUNS_ON.sub("", _SEEN.sub(r"\g<who>", beside or whole or unnamed))


def _said_in(text: str, is_animal: Callable[[str], bool], is_named: Callable[[str], bool]) -> str:
    said = _INK_AT_THE_END.sub(
        "", _DANGLING.sub("", saying(text, is_animal, partial(picture_at, is_named=is_named), is_named))
    )
    return "" if (describes(said) and dates_of(said)[0]) or _only_counts(said, text) else said


def _shown_beside(said: str, before: str, after: str, is_named: Callable[[str], bool]) -> str:
    """What a sentence shows beside what it says, or "": of “too cool for school, a dinosaur” no school is drawn."""
    if is_link(after):
        return in_her_arms(said, of_its_game(said, f"{before} {without_link(after)}".strip(" ,;:.-–—")))
    rest = shown_by(said, f"{before} {after}".strip(" ,;:.-–—"), is_named)
    things = (word for word in tokens(rest) if word not in STOP and not is_manner(word))
    return rest if said and any(map(is_named, things)) else ""


def _with_its_animal(said: str, after: str, is_animal: Callable[[str], bool]) -> str:
    """“llama drama with a scarf”: who wears it is in the saying."""
    who = (
        ""
        if LADY.search(said) or _HEN_PARTY.search(said)
        else next((word for word in tokens(said) if _may_wear(said, word, is_animal)), "")
    )
    bare = is_link(after) and not any(map(is_animal, tokens(after)))
    return f" {who} {after.strip()}" if who and bare and tokens(after)[:1] == ("with",) else after


def _may_wear(said: str, word: str, is_animal: Callable[[str], bool]) -> bool:
    """Not the santa of “santa's favorite nurse”."""
    return (is_animal(word) and not word.endswith("'s")) or _is_at_work(said, word)


def _is_at_work(said: str, word: str) -> bool:
    """“retired nurse”, “proud teacher”: who that is can be drawn."""
    return len(tokens(said)) == _TWO_WORDS and tokens(said)[-1] == word and trade_of(word) is not None


_TWO_WORDS = 2
_HEN_PARTY = re.compile(r"\b(?:hen|stag) (?:do|party|night|weekend)\b", re.IGNORECASE)
"""No birds, and no deer."""


def read_picture(voice: Voice, library: MotifLibrary) -> Understanding:
    """What to draw beside the words; the colours of an occasion are those of its words too."""
    understood = read(voice.picture, library)
    if voice.lines and understood.unknown and not understood.heroes:  # “you had me at pizza” says had, and shows pizza
        known = " ".join(word for word in tokens(voice.picture) if word not in understood.unknown)
        understood = read(known, library)
    if not (understood.heroes or understood.scene or understood.weather):
        return read(voice.said, library)
    words = dict.fromkeys((*understood.words, *tokens(_RAINWEAR.sub(" ", voice.said))))
    if number := next(iter(_NUMBER.findall(voice.words)), ""):
        understood = replace(understood, doing=replace(understood.doing, number=number))
    place = "" if understood.scene else scene_of(tokens(retold(_GREETING.sub(" ", voice.said))))
    return replace(understood, words=tuple(words), scene=understood.scene or ("" if place in INTERIORS else place))


def spoken_words(said: str, voice: Voice, understood: Understanding) -> str:
    """What is asked for or said, whatever is drawn beside it; all the sentence where nothing is."""
    words = voice.words
    shown = understood.heroes or understood.scene or understood.weather
    if not shown and (voice.placed or not voice.asked) and len(words) != _AN_INITIAL:
        words = own_words(said) or words
    return "" if unsettable(words) else words


_BETWEEN = " · "
_AN_INITIAL = 1
_ON_ONE_LINE, _WITH_A_NUMBER, _A_YEAR = 12, 16, 4
"""Letters: a name and an age are small on two lines and large on one."""


def as_typed(words: str, subject: str) -> str:
    """The words where each piece of them is an unbroken one of the sentence, of whole words: what was screened is what is set. ""
    where something was cut out between two halves."""
    whole = _spaced(subject)
    pieces = words.replace(_BETWEEN, "\n").splitlines()
    return words if all(re.search(rf"(?<!\w){re.escape(_spaced(piece))}(?!\w)", whole) for piece in pieces) else ""


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())


def as_set(words: str, slot: LetteringSlot, cloth_rgb: str) -> str:
    """The words as the slot's face suits them, on fewer lines where it has no more; "" where they would come out too small
    there."""
    if not words:
        return ""
    for lined in dict.fromkeys((words, words.replace("\n", _BETWEEN), words.replace("\n", " "))):
        for written in (cased(lined, slot.font), lined):
            try:
                letter(written, slot, cloth_rgb=cloth_rgb)
            except InputRefused:
                continue
            return written
    return ""


def _settable(lines: Sequence[str]) -> tuple[str, ...]:
    """The first line, and what else there is on a second, as far as all of it can be read."""
    kept: list[str] = []
    for line in dict.fromkeys(line for line in lines if line):
        if len(line) <= MOST_LETTERS - sum(map(len, kept)):
            kept.append(line)
    beside_a_name = (
        len(kept) == _TWO_WORDS and kept[1].isdigit() and len(kept[1]) < _A_YEAR and len(kept[0]) <= _WITH_A_NUMBER
    )
    if sum(map(len, kept)) <= _ON_ONE_LINE or beside_a_name:
        kept = [_BETWEEN.join(kept)]
    first, *rest = kept or [""]
    return tuple(line for line in (first, _BETWEEN.join(rest)) if line)


def _is_named(index: KeywordIndex, word: str) -> bool:
    """Also where its picture is in a package that is not set up: what is to be seen is no wording."""
    return bool(index.exact((word,))) or word in aliases()


def _is_food(index: KeywordIndex, word: str) -> bool:
    key = index.exact((word,))
    return bool(key) and index.choices[key].group == FOOD


def _shows_something(library: MotifLibrary, text: str) -> bool:
    return bool(read(text, library).heroes)


def _is_animal(index: KeywordIndex, word: str) -> bool:
    key = index.exact(tuple(word.split()))
    return bool(key) and index.is_creature(index.choices[key])
