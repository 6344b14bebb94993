"""Words, names, numbers and dates that a sentence asks to be set, and the sentence without them, which is drawn.

“a ginger cat called Marmalade” is MARMALADE under a ginger cat and no jar of it; “two swans and the date 14 june 2025” are
two swans and a date. Each is a piece of what was typed, so that what was screened is what is set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pod.providers.embedded.asked_names import (
    CAPITALISED,
    GIVEN,
    Names,
    Reading,
    any_of,
    is_headline,
    is_nobody,
    take_names,
)
from pod.providers.embedded.headlines import event_at_the_end, shop_of_somebody, words_in_a_wreath
from pod.providers.embedded.mottos import ball_of, is_motto, of_its_game
from pod.providers.embedded.named_houses import is_a_picture
from pod.providers.embedded.pet_names import pet_name
from pod.providers.embedded.remembered import remembered
from pod.providers.embedded.signage import ASKED_WORDS, bill, closing_words, house_name, team_name
from pod.providers.embedded.titles import title_in
from pod.providers.embedded.words import ARTICLES, JOINS, NUMBERS, RELATIVES, STOP, TRADES, is_manner, tokens

_QUOTED = re.compile(r"(?P<open>[\"“„«])(?P<words>[^\"“”„«»]+)[\"”“»]|(?<!\w)[‘'](?P<single>[^‘’']{3,})[’'](?!\w)")

_ANNOUNCED = (
    rf"(?:(?:with|and|plus|has|add|put|includes?|including|featuring|using|above|below|under|over|,)\s+|^\s*)(?:(?:the|an?|some)\s+)?{any_of('texts')}\b(?:\s+(?:that\s+)?(?:says?|saying|reads?|reading))?\s*:?",
    r"\b(?:(?:and|that|which|it|to)\s+)?(?:(?:should|must|can|could|will)\s+)?\b(?:says?|saying|reads)\b:?",
    rf"\b{any_of('bearers')}\s+reading\b",
    r"\b(?-i:reading)(?=\s+(?-i:(?!A\b|An\b|The\b|Books?\b)[A-Z]))",
    r"(?:,\s*)?\b(?:captioned|titled|entitled|inscribed(?:\s+with)?|emblazoned\s+with)\b",
)
_SAID = re.compile(rf"(?P<before>{'|'.join(_ANNOUNCED)})\s*(?P<words>\S.*)", re.IGNORECASE | re.DOTALL)
_ANNOUNCEMENT = re.compile(rf"(?:{'|'.join(_ANNOUNCED)}|\breading|\bwith|\band)\s*$", re.IGNORECASE)
_WHERE = re.compile(rf"^\s*(?:{any_of('written')}\s*)?(?:{any_of('after')})?", re.IGNORECASE)
"""What goes with a quotation, before and after it."""

_NOT_WORDS = re.compile(r"(?:about|from|in|on|with|like|of|and|or|to|for|search|message|book|bubble)\b", re.IGNORECASE)
"""“a quote about coffee”, “says to the moon”: what comes now is no wording."""

_ALL_SAY = re.compile(
    r"^(?!(?:an?|the|two|three)\b)[\w’'-]+(?: [\w’'-]+)? say\b|^my [\w’'-]+(?: [\w’'-]+)? says (?:i|you|we|it['’]?s|that)\b",
    re.IGNORECASE,
)
"""“good moms say bad words”, “my wife says i never listen” are sayings as a whole."""

_WRITTEN = re.compile(
    rf"^(?P<before>.*?)(?P<link>\bwith\s+|,\s*|\band\s+|^)(?P<words>(?:(?!\bwith\b|,).)+?)\s+{any_of('written')}\b"
    r"(?P<where>(?:\s+out)?(?:\s+(?:underneath|beneath|in\s+.*|(?:on|across|around|over|above|below|under)\b(?:\s+(?:it|the\s+\w+|top)\b)?))?)",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"^(?P<words>(?:(?!\b(?:with|saying|says|called|named)\b|,).)+?)\s+in\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:letters|lettering|fonts?|script|capitals)$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s+(?={any_of('after')})", re.IGNORECASE)
_ENDS = re.compile(r"[;.!?]+(?=\s|$)")
_A_PICTURE = re.compile(
    r"\s+(?P<link>with|and|featuring|showing|on|under|over|in)\s+(?=(?:an?|two|three|some|my)\s)", re.I
)
_PICTURED = re.compile(r"\bwith\b|\band\s+the\s+(?:date|year)\b|\b(?:on|in|of)\s+(?:an?|two|three)\b", re.IGNORECASE)
_LIST = 3

_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{any_of('months')}\b(?:,?\s+\d{{4}})?"
_MONTH = rf"\b{any_of('months')}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|\d{{4}})"
_HOW_MANIETH = rf"(?:bab(?:y|ies)['’]?s\s+)?{any_of('ordinals')}\s+{any_of('occasions')}\b"
_DATES = re.compile(
    r"(?P<before>(?:,\s*|\b(?:with|and|plus)\s+)?(?:\b(?:the|a|her|his|their|our)\s+)?(?:\b(?:big\s+)?(?:date|year|number|age)\s+(?:of\s+)?)?(?:\bis\s+(?=turning))?)"
    rf"(?P<words>\b(?:happy\s+)?{_HOW_MANIETH}"
    r"|\b(?:golden|silver|diamond|ruby|pearl|emerald|sapphire|platinum)\s+(?:wedding(?:\s+anniversary)?|anniversary|jubilee)\b(?!\s+(?:rings?|bands?|dress|cake))"
    rf"|\b{_DAY}|{_MONTH}|\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})\b"
    r"|\b(?:est\.?|since|established|vintage|born\s+in|made\s+in|class\s+of)\s+(?:19|20)\d\d\b"
    r"|\b(?:turning|turns)\s+\d{1,3}\b(?!\s+\w*s\b)"
    rf"|\b\d{{1,3}}\s+(?:years?|yrs)\b(?!\s+(?:olds?|ago)\b)(?:\s+{any_of('together')}\b)?"
    r"|(?<![\w.])(?:26\.2|13\.1|70\.3|140\.6)(?![\w.])"  # what runners wear
    r"|\b\d{1,3}\s?k(?=\s*$)|(?<=birthday boy )\d{1,2}\b|(?<=birthday girl )\d{1,2}\b|(?<=birthday )\d{1,2}(?=\s*$)"
    r"|(?<=\bage )\d{1,3}\b|(?<=\bnumber )\d{1,4}\b|\baged\s+\d{1,3}\b|\b\d{1,3}\s+today\b"
    r"|(?:(?<=her )|(?<=his )|(?<=my )|(?<=the )|(?<=their )|(?<=for ))\d{1,3}(?:st|nd|rd|th)(?=\s*(?:$|[,;.!]|with\b))"
    r"|(?<=the year )\d{4}\b|\b(?:19|20)\d\d(?=\s*(?:$|[,;.!])))(?:\s+(?:underneath|below|above)\b|\s+and(?=\s+(?:loves|likes|is)\b))?",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"(?:\b(?i:for)\s+)?(?P<words>\b(?i:{any_of('dear')})['’]s\s+\d{{1,3}}(?:st|nd|rd|th)\s+(?i:birthday|anniversary)|\b(?:{CAPITALISED}|(?i:{GIVEN}))['’]s\s+(?:(?i:{any_of('ordinals')})\s+)?(?i:{any_of('owned')})(?:\s+20\d\d)?)\b"
)
_GREETED = re.compile(
    rf"(?:^|(?<=,\s))(?:(?:a|an)\s+)?(?:(?:{'|'.join(sorted(TRADES))})\s+)?(?P<words>{any_of('greetings')})\s+(?=(?:cards?|tags?|stickers?|mugs?|posters?|prints?|banners?|signs?|notes?|gifts?|presents?|design)\b)",
    re.IGNORECASE,
)
_OF_A_SAYING = re.compile(
    r"\s(?P<link>with|featuring|showing|plus|and|under(?= an?\b)|beside(?= an?\b)|in front of(?= an?\b))\s+(?=(?P<shown>.+)$)",
    re.IGNORECASE | re.DOTALL,
)
_LOOSE = re.compile(
    r"^[\s,;:.]*(?:(?:with|featuring|showing|plus|and)\s+)?|[\s,;:]+(?:with|and|for|the|plus|that|has)?[\s,;:]*$", re.I
)


@dataclass(frozen=True, slots=True)
class AskedWords:
    """`words` are to be set as they are, `names` and dates below them; `picture` is what is left of the sentence."""

    words: str
    names: tuple[str, ...]
    picture: str


def asked_words(sentence: str, is_named: Names, is_animal: Names) -> AskedWords:
    """What is asked for in so many words, then names, then numbers and dates; sayings are found in what is left."""
    reading = Reading(sentence, [], [], is_named, is_animal)
    steps = (
        _take_quoted,
        _take_remembered,
        _take_written,
        _take_announced,
        _take_said_with,
        _take_greeted,
        _take_wreathed,
        _take_event,
        _take_title,
        _take_shop,
        _take_closing,
        _take_owned,
        _take_house,
        _hear_place,
    )
    for step in (*steps, take_names, _take_bill):
        step(reading)
    return AskedWords("\n".join(reading.words), tuple(reading.names), _tidy(reading.text))


def dates_of(text: str) -> tuple[tuple[str, ...], str]:
    """Numbers and dates to be set, and the text without them."""
    found = [match["words"] for match in _DATES.finditer(text)]
    return tuple(found), _tidy(_DATES.sub(" ", text)) if found else text


def describes(text: str) -> bool:
    """“two swans, 2025” tells of a picture, “our little farm, est 2015” does not."""
    first, *_ = (*tokens(text), "")
    return first in ARTICLES - {"the"} or first in NUMBERS or bool(_PICTURED.search(text))


def picture_at(said: str, is_named: Names) -> int:
    """Where a saying ends and its picture begins: before “with a menorah”; its length where it goes on to the end."""
    for match in _OF_A_SAYING.finditer(said):
        before, shown = tokens(said[: match.start()]), tokens(match["shown"])
        if match["link"].lower() == "and" and not re.match(
            r"(?:an?\s+)?(?:picture|drawing|image|photo)\s+of\b", match["shown"]
        ):
            continue
        if "chance" in shown[:2]:  # a forecast goes on with what there is a chance of
            continue
        somebodys = all(
            word in RELATIVES or word in STOP or is_manner(word) for word in shown
        )  # “gone fishing with dad” shows no dad
        listed = (
            before[-1:] in (("begins",), ("starts",)) and bool(JOINS & set(shown)) and is_a_picture(shown, is_named)
        )
        if before and (before[-1] not in _BOUND or listed) and not somebodys and _shows(shown, is_named):
            return match.start()
    return len(said)


def is_link(text: str) -> bool:
    """Whether it goes on from a saying: “ with a menorah”."""
    return bool(_LINK.match(text))


def without_link(text: str) -> str:
    return _LINK.sub("", text, count=1)


_LINK = re.compile(
    r"\s*(?:with|featuring|showing|plus|and)\s+(?:(?:an?\s+)?(?:picture|drawing|image|photo)\s+of\s+)?", re.IGNORECASE
)
_BOUND = frozenset(ASKED_WORDS["bound"])


def _shows(words: Sequence[str], is_named: Names) -> bool:
    near = words[:6]
    one = any(is_named(word) for word in near if word not in STOP and not is_manner(word))
    return one or any(is_named(" ".join(pair)) for pair in pairwise(near))


def _tidy(text: str) -> str:
    return " ".join(_LOOSE.sub(" ", text).split())


# --- words


_WITH_A_SAYING = re.compile(
    rf"^(?P<picture>.+?)\s+(?:with|and)\s+(?:the\s+(?:words?|text|quote|saying|phrase)\s+)?(?P<words>(?:{any_of('spoken')})\b.*)$",
    re.IGNORECASE,
)
"""“sunflower with you are my sunshine”."""


def _take_said_with(reading: Reading) -> None:
    match = None if reading.words else _WITH_A_SAYING.match(reading.text)
    if match and any(reading.is_named(word) for word in tokens(match["picture"]) if word not in STOP):
        reading.words.append(match["words"])
        reading.text = match["picture"]


def _take_quoted(reading: Reading) -> None:
    while match := _QUOTED.search(reading.text):
        reading.words.append((match["words"] or match["single"]).strip())
        before = _ANNOUNCEMENT.sub(" ", reading.text[: match.start()])
        after = _WHERE.sub(" ", reading.text[match.end() :])
        reading.text = f"{before} {after}"


def _take_remembered(reading: Reading) -> None:
    if found := remembered(reading.text, reading.is_animal, is_nobody):
        reading.words += found.words
        reading.names += found.names
        reading.text = found.picture


def _are_words(text: str) -> bool:
    """Not of “an embroidered rose” or “old printed map”: those say how something is made."""
    return any(word not in ARTICLES and not is_manner(word) for word in tokens(text))


def _take_written(reading: Reading) -> None:
    if not reading.words and (whole := _LETTERED.match(reading.text.strip())):
        reading.words.append(whole["words"])  # “be kind in rainbow letters”
        reading.text = ""
        return
    match = None if reading.words else _WRITTEN.search(reading.text)
    if match and _are_words(match["words"]) and not re.match(r"(?:the\s+)?names?\b", match["words"], re.I):
        words = re.sub(rf"^(?:the\s+)?{any_of('texts')}\s+", "", match["words"], flags=re.IGNORECASE)
        reading.words.append(words)
        reading.take(match, f"{match['before']} ")


def _take_announced(reading: Reading) -> None:
    match = None if reading.words else _SAID.search(reading.text)
    if not match or _NOT_WORDS.match(match["words"]) or _ALL_SAY.match(reading.text):
        return
    words = match["words"][: _end_of(match["words"], reading.is_named)].strip(" ,;:")
    if words:
        reading.words.append(words.strip("'’"))
        after = match.start("words") + len(match["words"][: match["words"].find(words) + len(words)])
        bearer = next(iter(re.findall(rf"^{any_of('bearers')}", match["before"], re.IGNORECASE)), "")
        reading.text = f"{reading.text[: match.start()]} {bearer} {reading.text[after:]}"


def _end_of(words: str, is_named: Names) -> int:
    """Where wording ends: at a stop, where the sentence says where and how it is set, and where a picture is told of."""
    ends = [len(words)]
    if stop := _ENDS.search(words):
        ends.append(stop.end() if stop.group() in "!?" else stop.start())
    ends += [match.start() for match in _AFTER.finditer(words) if match.start()]
    for match in _A_PICTURE.finditer(words):
        before = tokens(words[: match.start()])
        if before and before[-1] not in _BOUND and _shows(tokens(words[match.end() :])[:4], is_named):
            ends.append(match.start())
    for comma in re.finditer(r",\s*", words):
        clause = tokens(words[comma.end() :].split(",")[0])
        goes_on = 0 < len(clause) <= _LIST and not any(
            word in STOP - {"not", "no", "be"} or is_manner(word) for word in clause
        )
        if not goes_on:
            ends.append(comma.start())
            break
    return min(ends)


_BANNER = re.compile(
    r"^\s*(?:an?\s+)?(?P<words>christmas|birthday|easter|halloween|graduation|wedding)\s+(?:banners?|bunting)\b(?=\s+with\b)",
    re.IGNORECASE,
)


_MARKED = re.compile(
    rf"^\s*(?:an?\s+)?(?P<words>{any_of('marked')})\s+(?:gifts?|presents?|cards?|mugs?|(?:t-?)?shirts?|posters?)\b(?=[,\s]+\w)",
    re.IGNORECASE,
)


def _take_greeted(reading: Reading) -> None:
    """“a thank you card with daisies” says thank you, a christmas banner christmas, and a retirement gift retirement."""
    if not reading.words and (marked := _MARKED.search(reading.text)):
        reading.words.append(marked["words"])
        return
    match = None if reading.words else _BANNER.search(reading.text)
    if match:
        reading.words.append(match["words"])
        reading.take(match)
        return
    match = None if reading.words else _GREETED.search(reading.text)
    if match:
        reading.words.append(match["words"])
        reading.take(match)
        reading.text = re.sub(
            r"^\s*(?:cards?|banners?|signs?)(?:\s+style)?(?:\s+design)?\b", " ", reading.text, flags=re.IGNORECASE
        )


def _take_owned(reading: Reading) -> None:
    """“Alfie’s 4th birthday” is set as it is."""
    match = None if is_headline(reading.text) else _OWNED.search(reading.text)
    owner = re.split(r"[’']", match["words"])[0] if match else ""
    if match and (owner.lower() in ASKED_WORDS["dear"] or not is_nobody(owner)):
        reading.words.append(match["words"])
        reading.take(match)


def _take_wreathed(reading: Reading) -> None:
    _take_whole(reading, *words_in_a_wreath(reading.text, reading.is_named))


def _take_title(reading: Reading) -> None:
    _take_whole(reading, *title_in(reading.text))


def _take_event(reading: Reading) -> None:
    _take_whole(reading, *event_at_the_end(reading.text))


def _take_shop(reading: Reading) -> None:
    _take_whole(reading, *shop_of_somebody(reading.text))


def _take_whole(reading: Reading, words: str, rest: str) -> None:
    """Words that are all there are to set; what is left is the picture."""
    if words and not reading.words:
        reading.words.append(words)
        reading.text = rest


def _take_closing(reading: Reading) -> None:
    words, rest = closing_words(reading.text, reading.is_named)
    if words and not reading.words and is_motto(rest, reading.is_named):
        reading.words.append(reading.text.strip())  # “barista life but first coffee” is said as a whole
    elif words and not reading.words:
        reading.words.append(words)
        reading.text = rest


_PLACE_LAST = re.compile(rf",\s*(?P<place>(?:{any_of('written_places')}))(?:,?\s+(?:19|20)\d\d)?\s*$", re.IGNORECASE)


_SOUVENIR = r"(?:(?:travel|tourism|tourist|park) (?:posters?|stickers?|badges?|prints?)|posters?|postcards?|souvenirs?|(?:luggage|park) (?:labels?|patch(?:es)?))"
_POSTER_OF = re.compile(
    rf"\b{_SOUVENIR}\s+(?:of|for|from)\s+(?:the\s+)?(?P<place>{any_of('written_places')})\b(?!\s+(?:cat|dog|coffee|pizza))"
    rf"|^\s*(?:an?\s+|the\s+)?(?:(?:vintage|retro|old)\s+)?(?P<before>{any_of('written_places')})\s+(?:(?:vintage|retro|national park)\s+)?{_SOUVENIR}\b",
    re.IGNORECASE,
)
"""“travel poster for iceland”, “vintage paris postcard”."""


def _hear_place(reading: Reading) -> None:
    """“a camper van, oregon coast” and “travel poster for iceland” have their place written under it, and stand there as well."""
    if reading.words:
        return
    last, poster = _PLACE_LAST.search(reading.text), _POSTER_OF.search(reading.text)
    if last and "," not in reading.text[: last.start()]:
        reading.words.append(last["place"])
    elif poster:
        reading.words.append(poster["place"] or poster["before"])


def _take_house(reading: Reading) -> None:
    """The name of a team, a house or a pet, which may begin with a small letter."""
    for name, rest in (
        team_name(reading.text),
        house_name(reading.text),
        pet_name(reading.text, reading.is_animal, reading.is_named),
    ):
        if name:
            reading.names.append(name)
            one = name.removesuffix("s")
            mascot = reading.is_animal(one) and " team " in reading.text
            shown = of_its_game(reading.text, rest.partition(" team ")[2])
            game = shown if " with " in shown else f"{ball_of(reading.text)} {shown}"
            reading.text = f"{one} {game}" if mascot else rest  # the tigers are lettered, and one is drawn
            return


def _take_bill(reading: Reading) -> None:
    words, reading.text = bill(reading.text, reading.is_named)
    if words and not (reading.words or reading.names):
        reading.words.append(words)
