"""Where a motto ends that is followed by its picture with no comma between: “best teacher ever | apple and pencil”.

Two kinds are known by their form (``data/sayings.toml``): those that never go on (`closed`), and those that are whole as they
stand (`whole`), which are only cut before bare names of things. Some go on with a name or a place: “happy birthday mia”,
“girls trip miami”.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pod.providers.embedded.keywords import scene_words
from pod.providers.embedded.named_houses import house_at, is_a_picture
from pod.providers.embedded.signage import ASKED_WORDS
from pod.providers.embedded.words import (
    COLOURS,
    NOT_VERBS,
    NUMBERS,
    RELATIVES,
    STOP,
    TRADES,
    VERBS,
    is_manner,
    tokens,
)

TABLE: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "data" / "sayings.toml").read_text(encoding="utf-8")
)

Test = Callable[[str], bool]


def either(name: str, frame: str) -> re.Pattern[str]:
    """One of a list of the table; whether an apostrophe was typed or not: “dont worry”, “lets go”."""
    return re.compile(frame.format("|".join(TABLE[name])).replace("['’]", "['’]?").replace("??", "?"), re.IGNORECASE)


def without_apostrophes(words: Iterable[str]) -> frozenset[str]:
    """As many type them, where that is no other word: “im”, “dont”, not “its”, “well” or “ill”."""
    bare = {word.replace("'", "") for word in words if "'" in word}
    return frozenset(bare - {"its", "were", "well", "shell", "hell", "ill", "id", "wed", "shed"})


WHOLE = either("whole", r"(?:{})")
_CLOSED = either("closed", r"\W*(?:{})(?![\w’'-])")
_NAMED = either("named", r"\W*(?:{})(?![\w’'-])")
SPEAKERS = frozenset(TABLE["speakers"]) | without_apostrophes(TABLE["speakers"])

_GO_ON = frozenset(TABLE["go_on"])
_KIN = RELATIVES | {"grandma", "nana", "mate", "team", "everybody"}
_KIN_AFTER = "|".join(sorted(_KIN))
_PRODUCT = "(?:" + "|".join(ASKED_WORDS["products"]) + ")"
_ON_A_PRODUCT = re.compile(
    rf"^(?P<motto>.+?)\s+(?:coffee\s+|beer\s+)?{_PRODUCT}\s+(?=(?:with|featuring|showing)\b)", re.IGNORECASE
)
_IN_INKS = rf"in (?:{'|'.join(sorted(COLOURS))})\b"
_WITH_A_THING = re.compile(
    rf"\s(?=with (?:an?\b|two\b|three\b|[\w-]+s$)|(?:at|by|on|around|under|near) (?:the|a) [\w-]+|{_IN_INKS})",
    re.IGNORECASE,
)
_WITH_BARE = re.compile(
    rf"(?<=\w)\s(?=with (?!(?:the|my|your|our|love|you|me|us|him|her|them|all|no|extra|style|attitude|{_KIN_AFTER})\b)[a-z])",
    re.IGNORECASE,
)
"""“bride to be with veil”: whatever it is, it is what the words stand beside."""
_BOUND = frozenset(ASKED_WORDS["bound"])
_WORD = re.compile(r"\s+(?P<word>(?:(?:mr|mrs|ms|miss|coach|dr)\.?\s+)?[^\W_][^\s,;:.!?]*)", re.IGNORECASE)
_AND_ANOTHER = re.compile(r"\s+(?:and|&)\s+(?P<word>[^\W_][^\s,;:.!?]*)", re.IGNORECASE)
_WHO = frozenset(ASKED_WORDS["first_names"] + ASKED_WORDS["pet_names"] + ASKED_WORDS["relations"])
_PETS = frozenset(ASKED_WORDS["pet_names"])
"""“get well soon bear with a bandage”: what is also a thing is nobody here."""
_MOST_NAMED = 2
_THERE = frozenset({"around", "by", "at", "near", "under", "beside"})
"""A picture that begins so has lost whoever is there."""


def motto_at(clause: str, is_named: Test, is_animal: Test) -> int:
    """Where the motto that the clause begins with ends, and a picture comes after it; 0 where there is no such place."""
    cuts = (
        _before_a_thing(clause, is_named),
        _closed_at(clause, is_named, is_animal),
        _whole_at(clause, is_named, is_animal),
        house_at(clause, is_named),
    )
    dated = _DATED.match(clause)
    return dated.end("motto") if dated else max(cuts)


_DATED = re.compile(
    r"^(?P<motto>(?:[\w'’&]+ )*(?:trip|vacation|cruise|getaway|tour|adventure|holiday|reunion) (?:19|20)\d\d)\s+(?!(?:with|in|at|to|and|on|by|the|our)\b)[a-z]+ [a-z]",
    re.IGNORECASE,
)
"""“road trip 2024 camper van with surfboards on the roof”: what comes after the year of a journey is its picture."""


def appended_at(clause: str, is_said: Test, is_named: Test, is_animal: Test) -> int:
    """Where a saying ends that a bare name of what is shown comes after: “not a morning person | sloth”, “support your local
    farmers | tractor”, “let's avo-cuddle | two avocados”. 0 where what is named goes on with the saying: “i like big books”.
    """
    spaces = [space for space in re.finditer(r"\s+", clause) if len(clause[: space.start()].split()) >= _LEAST_SAID]
    for space in spaces:
        before, rest = tokens(clause[: space.start()]), tokens(clause[space.end() :])
        if not before or not rest or not is_said(clause[: space.start()]):
            continue
        if _is_appended(before, rest, is_named, is_animal):
            return space.start()
    return 0


def _is_appended(before: Sequence[str], rest: Sequence[str], is_named: Test, is_animal: Test) -> bool:
    last = before[-1]
    one = (is_named(rest[0]) or is_named(" ".join(rest[:2]))) and not rest[0].endswith("ing")
    compound = is_named(f"{last} {rest[0]}")
    if last in STOP - _ENDS_A_SAYING or last in VERBS or (is_manner(last) and last not in _ENDS_A_SAYING) or compound:
        return False
    if _YEAR.fullmatch(last):
        return _are_shown(rest, is_named)
    several = rest[0] in NUMBERS and len(rest) > 1 and is_named(rest[1])
    several_before = last.endswith("s") and last not in TABLE["verbs"]
    noun = (is_named(last) and (several_before or last in TRADES)) or (
        is_animal(rest[0]) and (is_named(last) or several_before)
    )
    if rest[-1] in _GATHERINGS:  # “lincoln middle school science club”
        return False
    if last == "me" and rest[0] in _KIN:  # “they call me grandma”
        return False
    to_somebody = (
        last in _PRONOUNS and len(before) < _LONG_ENOUGH and not is_animal(rest[0])
    )  # “hope you dance” is said as a whole
    after = (last in _ENDS_A_SAYING and not to_somebody) or noun
    seen = len(before) > _LONG_ENOUGH and (is_named(last) or last in scene_words()) and not last.endswith("ing")
    whole = (
        len(before) >= _LONG_ENOUGH and before[-2] in _DETERMINERS and (seen or last in _ABSTRACT)
    ) or last == "family"
    whole = (whole or _ends_loosely(before)) and rest[-1] not in _OF_COMPOUNDS and rest[0] != "family"
    return ((one and (after or whole)) or several) and _are_shown(rest, is_named)


def _ends_loosely(before: Sequence[str]) -> bool:
    """“you make my heart melt | snowman”: after a word that neither does anything to the next nor describes it."""
    last = before[-1]
    bound = (
        last in _TAKES
        or last in STOP
        or last in NUMBERS
        or is_manner(last)
        or last in RELATIVES
        or last.endswith(("'s", "ing"))
    )
    return len(before) >= _LONG_ENOUGH and not bound


_TAKES = frozenset(TABLE["takes"])


def _are_shown(words: Sequence[str], is_named: Test) -> bool:
    """“jar of olives”, “llama with suitcase”."""
    return is_a_picture(words, is_named) and words[-1] not in _KIN


_LEAST_SAID = 2
_LONG_ENOUGH = 3
"""Words after which a bare name is no part of what is said to somebody: “i lava you | volcano”."""
_PRONOUNS = frozenset({"you", "me", "it", "us"})
_OF_COMPOUNDS = frozenset(
    {"house", "life", "day", "days", "time", "party", "girl", "boy", "hair", "club", "trip", "food", "road", "shop"}
    | {
        "park",
        "world",
        "people",
        "man",
        "woman",
        "person",
        "home",
        "room",
        "season",
        "night",
        "heart",
        "mind",
        "face",
        "money",
    }
)
"""“at the lake house”: no picture after “at the lake”."""
_ABSTRACT = frozenset(TABLE["abstract"])
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "my", "our", "your"})
"""With one of them a noun is whole: “my heart is on that field | baseball”."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS_A_SAYING = frozenset(TABLE["ends_a_saying"])


def is_motto(text: str, is_named: Test) -> bool:
    """Whether it is one from its first letter to its last."""
    bare = text.strip(" ,;:.!?–—-\n")
    closed = _CLOSED.match(bare)
    return bool(WHOLE.fullmatch(bare)) or bool(closed and _named_after(bare, closed.end(), is_named) == len(bare))


def without_product(sentence: str, is_named: Test) -> str:
    """“worlds okayest dad mug with a lawnmower” is the motto with a lawnmower: what it is printed on is not shown."""
    match = _ON_A_PRODUCT.match(sentence)
    return f"{match['motto']} {sentence[match.end() :]}" if match and is_motto(match["motto"], is_named) else sentence


LADY = re.compile(r"\b(?P<of>plant|cat|dog|chicken|bird|bee|horse|goat) (?:lady|gal)\b", re.IGNORECASE)


_GAMES = (
    "volleyball",
    "softball",
    "baseball",
    "basketball",
    "football",
    "soccer",
    "tennis",
    "golf",
    "rugby",
    "cricket",
    "hockey",
    "lacrosse",
)
_A_STICK = re.compile(r"(?<!hockey )(?<!lacrosse )\bstick\b", re.IGNORECASE)
_A_BALL = re.compile(r"\b(?:an? |the )?ball\b", re.IGNORECASE)


_A_GLOVE = re.compile(r"(?<!baseball )\b(?:glove|mitt)s?\b", re.IGNORECASE)
_A_BAT = re.compile(r"(?<!baseball )(?<!cricket )\bbat(?=s?\b)", re.IGNORECASE)


_A_CHESSMAN = re.compile(r"(?=\b(?:king|queen|knight|bishop|rook|pawn)s?\b)", re.IGNORECASE)
_BALLS = {
    **{game: game for game in ("volleyball", "basketball", "baseball")},
    "softball": "baseball",
    "soccer": "soccer ball",
    "football": "american football",
    "tennis": "tennis ball",
}


def of_its_game(motto: str, picture: str) -> str:
    """The ball of “volleyball mom with a ball” is none of the beach, and the bats of a league do not fly."""
    if "chess" in tokens(motto) and "chess" not in tokens(picture):
        return _A_CHESSMAN.sub("chess ", picture, count=1)
    game = next((game for game in _GAMES if game in tokens(motto)), "")
    named = game if game.endswith("ball") else f"{game} ball"
    picture = _A_STICK.sub(f"{game} stick", picture) if game in ("hockey", "lacrosse") else picture
    if game in ("baseball", "softball"):
        picture = _A_GLOVE.sub("baseball glove", picture)
    bat = {"cricket": "cricket bat", "softball": "baseball bat", "baseball": "baseball bat"}.get(game, "bat")
    return _A_BALL.sub(named, _A_BAT.sub(bat, picture)) if game else picture


def ball_of(text: str) -> str:
    """What the mascot of a team holds where nothing else is said of it; "" for a game without a ball of its own."""
    ball = next((_BALLS[word] for word in tokens(text) if word in _BALLS), "")
    return f"holding a {ball}" if ball else ""


def in_her_arms(motto: str, picture: str) -> str:
    """“crazy plant lady with monstera and cactus” is a woman who waters them, a cat lady has cats."""
    lady = LADY.search(motto)
    if not lady or not picture:
        return picture
    return f"a woman {'watering' if lady['of'].lower() == 'plant' else 'with'} {picture}"


def shown_by(motto: str, picture: str, is_named: Test) -> str:
    """The picture with what the motto says of it: of “best grandpa ever | fishing” a grandpa is fishing, the
    knight of “chess club | knight and queen” is one of chess, and a soccer mom's ball no beach ball."""
    picture = of_its_game(motto, picture)
    first, *_ = (*tokens(picture), "")
    of_it = next((word for word in tokens(motto) if _tells(word) and is_named(f"{word} {first}")), "")
    if of_it:
        return f"{of_it} {picture}"
    told = tokens(motto)
    who = next((word for word in told if word in RELATIVES | TRADES), "")
    who = f"three {who}s" if {"scout", "scouts"} & set(told) and who in ("girl", "boy") else who
    does = (first.endswith("ing") and first not in NOT_VERBS) or first in _THERE
    return f"{who} {picture}" if who and does else picture


def _before_a_thing(clause: str, is_named: Test) -> int:
    """“nurse life with a stethoscope”, “wrestling mom in blue and gold”, “cousin crew at the lake”: before what it is shown
    with, in which colours, or where."""
    cuts = [match.start() for match in _WITH_A_THING.finditer(clause)]
    bare = (match.start() for match in _WITH_BARE.finditer(clause) if not _is_bound(clause[: match.start()]))
    return next((cut for cut in (*cuts, *bare) if is_motto(clause[:cut], is_named)), 0)


def _is_bound(motto: str) -> bool:
    """“life is better | with dogs” goes on; “bride to be” does not, though it ends in “be”."""
    return _BOUND.issuperset(tokens(motto)[-1:]) and not _CLOSED.fullmatch(motto)


def _closed_at(clause: str, is_named: Test, is_animal: Test) -> int:
    """Before the owl of “class of 2026 graduation owl”. What speaks, or is said to somebody, goes on."""
    match = _CLOSED.match(clause)
    end = _named_after(clause, match.end(), is_named) if match else 0
    rest = tokens(clause[end:])
    goes_on = not rest or rest[0] in _GO_ON or rest[-1] in _KIN or bool(SPEAKERS & set(rest))
    shown = any(is_one(word) for is_one in (is_named, is_animal) for word in rest if _tells(word))
    shown |= bool(rest) and set(rest) <= _ANY_LAND
    return end if shown and not goes_on else 0


def _whole_at(clause: str, is_named: Test, is_animal: Test) -> int:
    """Before the ball of “soccer mom ball and heart”: the shortest that is whole, where only names of things follow."""
    if WHOLE.fullmatch(clause.strip(" ,;:.!?–—-\n")):
        return 0
    for space in re.finditer(r"\s+", clause):
        rest = tokens(clause[space.end() :])
        ends = clause[: space.start()].strip()
        if WHOLE.fullmatch(ends) and (_are_inks(rest) or _are_things(rest, lambda w: is_named(w) or is_animal(w))):
            return space.start()
    return 0


def _named_after(clause: str, end: int, is_named: Test) -> int:
    """The end with the name, the place or the year that some of them go on with."""
    if not _NAMED.match(clause[:end]):
        return end
    for _ in range(_MOST_NAMED):
        match = _WORD.match(clause, end)
        if match is None or not _may_name(match["word"], is_named):
            return end
        end = match.end()
        if other := _AND_ANOTHER.match(clause, end):  # “mom and dad”
            return other.end() if _may_name(other["word"], is_named) else end
    return end


def _may_name(words: str, is_named: Test) -> bool:
    """“mia”, “mrs smith”, “2026”, “miami”, but not the cowboy of “nashville cowboy boots”."""
    first, *more = tokens(words)
    place = first in scene_words() and not (is_named(first) or first in _ANY_LAND)
    who = first in _WHO and not (first in _PETS and is_named(first))
    return bool(more) or who or place or bool(re.fullmatch(r"(?:19|20)\d\d", first))


_GATHERINGS = frozenset({"club", "team", "league", "band", "society", "choir", "orchestra", "department"})
_ANY_LAND = frozenset({"beach", "lake", "mountain", "mountains", "forest", "woods", "sea", "ocean", "desert", "camp"})
"""Land that bears no name: “family vacation 2025 | beach”."""


def _tells(word: str) -> bool:
    return word not in STOP and not is_manner(word)


def _are_inks(words: Sequence[str]) -> bool:
    """“in blue and gold”: what a team wears."""
    told = [word for word in words if word not in ("in", "and", "with")]
    return words[:1] == ("in",) and bool(told) and all(word in COLOURS for word in told)


def _are_things(words: Sequence[str], is_named: Test) -> bool:
    """“ball and heart”, “red boots”, “two books”: nobody does anything, and nothing in them is unknown."""
    starts = bool(words) and words[0] not in ("with", "of", "in", "on", "under")
    return starts and is_a_picture(words, is_named) and words[-1] not in _KIN
