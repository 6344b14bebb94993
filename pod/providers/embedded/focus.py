"""Which part of a sentence is the picture: presents, clubs and occasions come first, and what is to be seen comes after.

“Sunday league goalkeeper, a cat with gloves” shows a cat. “a gift for my sister, she is obsessed with frogs” shows frogs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile

from pod.providers.embedded.keywords import Choice, KeywordIndex, is_mood, is_trade, scene_words
from pod.providers.embedded.people import people_called
from pod.providers.embedded.words import (
    ARTICLES,
    BREAKS,
    INSTITUTIONS,
    NUMBERS,
    PRESENTERS,
    STOP,
    VERBS,
    is_manner,
    tokens,
)

_GIFT = r"(?:gifts?|presents?|surprise|something|anything|(?:tee|t-?)?shirt|tee|mug|tote|hoodie|sweater|design|one)"
_LIKES = r"(?:loves?|likes?|enjoys?|collects?|adores?|(?:is|are)\s+into)"
_DOES = (
    r"(?:brews|bakes|builds|breeds|catches|collects|drives|flies|grows|keeps|knits|makes|paints|plays|races|raises"
    r"|rescues|restores|rides|sails|teaches|trains)\s+(?:(?:his|her|their)\s+)?(?:own\s+)?"
)
_MINDS = (
    r"(?:obsessed with|crazy about|mad about|addicted to|distracted by|powered by|fuell?ed by"
    r"|in the mood for|rather be|ask me about|talk(?:ing)? about|married to"
    r"|proud owner of|saved by|sponsored by|all (?:i|you) need is|support your local"
    r"|in a world full of [\w’'-]+,? be(?: an?)?|(?:little|future) (?:miss|mister)|weekend forecast,?"
    r"|(?:only|just) here for(?: the)?|evolution of(?: an?)?"
    r"|keep calm and(?:\s+(?:carry|eat|drink|love|hug|ride|play|read|pet|have|get|stay|go))?|born to(?: be)?"
    r"|(?:life|everything|home|every day) is (?:better|happier) (?:with|in|at|on|by|around|under)"
    r"|(?:runs?|running|survives?|functions?) on(?=\s+(?:(?:iced|cold|black|too much)\s+)?(?:coffee|caffeine|tea|espresso|love|sunshine|sugar|tacos|pizza|chaos|wine|beer|books|snacks|matcha|cold brew)\b))"
)
_FRAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^.*\b{_GIFT}\b[^,;:.!?]*?\b(?:who|that|she|he|they)(?:\s+(?:really|just|always|also))*\s+(?:{_LIKES}\s+|{_DOES})",
        rf"^.*\b(?:for|to)\b[^,;:.!?]*,\s*(?:he|she|they)\s+(?:{_LIKES}\s+|{_DOES})?(?=\w)",
        rf"^.*\b{_MINDS}\s+",
        rf"^(?:an?\s+|my\s+)?(?:[\w'’-]+\s+){{0,3}}{_GIFT}\s+(?:ideas?\s+)?for\s+(?:an?|my|our|the|her|his|someone|anyone)\b\s*",
        r"^(?:welcome to|greetings from|made in|home of)\b[^,;:.!?]*,\s*",
        r"\bin\s+(?:loving\s+|fond\s+)?memory\s+of\b",
        r"\b(?:secret santa|white elephant)\s+(?=gifts?\b|presents?\b)",
    )
)
"""What a thing is for, before what it shows. Only taken off where something is left after it."""


def unframed(text: str) -> str:
    for frame in _FRAMES:
        rest = frame.sub(" ", text, count=1)
        if rest.strip(" ,.;:!?"):
            text = rest
    return text


_DRESSED_FOR = {
    "christmas": "christmas hat",
    "xmas": "christmas hat",
    "birthday": "party hat",
    "graduation": "graduation cap",
    "halloween": "witch hat",
    "thanksgiving": "pilgrim hat",
    "easter": "easter hat",
    "hanukkah": "scarf",
}
_TENDER = frozenset({"valentine", "valentine's", "valentines", "anniversary"})


def dressed_for(text: str, index: KeywordIndex) -> str:
    """“a christmas gift for a cat lover” is about a cat; what it is for says how the cat, or the golf ball, is dressed."""
    rest = unframed(text)
    told = [hat for word, hat in _DRESSED_FOR.items() if word in tokens(text) and word not in tokens(rest)]
    named = any(index.exact((word,)) for word in tokens(rest))
    if named and not told and _TENDER & set(tokens(text)) - set(tokens(rest)):
        return f"{rest}, with a heart"
    return f"{rest}, wearing a {told[0]}" if told and named else rest


_WITH = re.compile(
    r"\b(?P<before>(?:[\w’'-]+ )?)(?P<where>[\w’'-]+) (?:with|and) (?=(?:an?|two|three|some) )", re.IGNORECASE
)


def parted(text: str, index: KeywordIndex) -> str:
    """A comma where an institution shows something: “a karate dojo with a tiger” is, as a picture, a tiger; a mushroom house is
    one itself."""

    def comma(match: re.Match[str]) -> str:
        whole = tokens(f"{match['before']}{match['where']}")
        itself = len(whole) > 1 and index.exact(whole)
        shows = match["where"].lower() in INSTITUTIONS and not itself
        return f"{match['before']}{match['where']}, " if shows else match[0]

    return _WITH.sub(comma, text)


_PRESENTS = re.compile(r"^(?P<frame>[^,;:.!?]+?) with (?P<shown>.+)$", re.IGNORECASE | re.DOTALL)


def presented(text: str, index: KeywordIndex) -> str:
    """What a sign, a team or a trip shows: of “mechanic garage sign with crossed spanners” the spanners; how and where stays."""
    match = _PRESENTS.match(text)
    if match is None:
        return text
    frame, shown = tokens(match["frame"]), tokens(match["shown"])
    bare = _without_articles(frame)
    plain = tuple(dropwhile(is_manner, bare))
    itself = index.exact(tuple(bare)) or index.exact(plain)  # a gift box, a cute mushroom house
    holds_up = PRESENTERS & set(frame) and not itself and not _is_somebodys(frame, index)
    if not holds_up or not _outright(_without_articles(shown), index):
        return text
    spoken = f" {' '.join(frame)} "
    place = max((place for place in scene_words() if f" {place} " in spoken), key=len, default="")
    scene = scene_words().get(place, "")
    where = scene if scene_words().get(scene) == scene else place  # nobody farms at a farmers market
    return ", ".join([match["shown"], *(word for word in frame if is_manner(word)), *([where] if where else [])])


def _is_somebodys(words: Sequence[str], index: KeywordIndex) -> bool:
    """Whether it is about an animal, or about the person that it ends in."""
    return any(index.is_creature(choice) for choice in _outright(words, index)) or bool(people_called(words[-1]))


def _without_articles(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if not (word in ARTICLES or word in NUMBERS)]


def picture_first(clauses: Sequence[tuple[str, ...]], index: KeywordIndex) -> list[tuple[str, ...]]:
    """The clauses, that which says what is to be seen first, where the one before it only says what it is for."""
    clauses = [clause for clause in clauses if clause]
    if len(clauses) < 2 or _is_about_somebody(clauses[0], index):
        return clauses
    for wanted, first_must_be_bare in ((_is_somebody, False), (_is_named, True)):
        if first_must_be_bare and _shows(clauses[0], index, _is_named):
            break
        at = next((i for i, clause in enumerate(clauses) if i and _presents(clause, index, wanted)), 0)
        if at:
            return [clauses[at], *clauses[:at], *clauses[at + 1 :]]
    return clauses


_Test = Callable[[Choice, KeywordIndex], bool]


def _is_somebody(choice: Choice, index: KeywordIndex) -> bool:
    """An animal, or one of our own people."""
    return index.is_creature(choice) or bool(choice.can_be_character)


def _is_named(choice: Choice, index: KeywordIndex) -> bool:
    del index
    return bool(choice.label)


def _is_about_somebody(clause: Sequence[str], index: KeywordIndex) -> bool:
    """“a fox”, “fox in a hat”; “santa paws” and “astronaut in training” may be no more than what it is for."""
    phrase = _phrase(clause)
    if any(word in ARTICLES or word in NUMBERS for word in clause):
        return _shows(clause, index, _is_somebody)
    ends = (index.exact(phrase[-length:]) for length in (1, 2, 3))
    return any(key and index.is_creature(index.choices[key]) for key in ends)


def _shows(clause: Sequence[str], index: KeywordIndex, wanted: _Test) -> bool:
    """Whether the first noun phrase names such a thing outright: no mood, no trade, no place."""
    return any(wanted(choice, index) for choice in _outright(_phrase(clause), index))


def _presents(clause: Sequence[str], index: KeywordIndex, wanted: _Test) -> bool:
    """Whether the clause holds such a thing up: “a cat …”, “two masks”, “apples and a barrel”, “i saw a dog”."""
    at = next((i for i, word in enumerate(clause) if word in ARTICLES or word in NUMBERS), -1)
    held_up = [clause[at + 1 :]] if at >= 0 else []
    bare = [] if clause[0] in STOP or clause[0] in VERBS else [clause]
    return any(_shows(words, index, wanted) for words in (*bare, *held_up))


def _phrase(clause: Sequence[str]) -> Sequence[str]:
    end = next((i for i, word in enumerate(clause) if i and word in BREAKS | VERBS), len(clause))
    return clause[:end]


def _outright(words: Sequence[str], index: KeywordIndex) -> list[Choice]:
    """Pictures that the words are the very name of."""
    spans = [words[i:j] for i in range(len(words)) for j in range(i + 1, min(len(words), i + 3) + 1)]
    named = [span for span in spans if not (is_mood(span) or is_trade(span) or " ".join(span) in scene_words())]
    telling = [span for span in named if not all(word in STOP or is_manner(word) for word in span)]
    return [index.choices[key] for span in telling if (key := index.exact(span))]
