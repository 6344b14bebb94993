"""What a typographer sets above a picture that no list of sayings has: events with their year, shops of somebody, and what
nothing shows before “with” and something that is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pod.providers.embedded.asked_names import GIVEN, any_of
from pod.providers.embedded.signage import ASKED_WORDS
from pod.providers.embedded.words import ARTICLES, COLOURS, NUMBERS, RELATIVES, STOP, is_manner, tokens

Test = Callable[[str], bool]
Taken = tuple[str, str]

_YEAR = r"(?:19|20)\d\d"
_EVENT = "|".join(ASKED_WORDS["events"])
_AT_THE_END = re.compile(
    rf"^(?P<picture>.*\b(?:[a-z]+ing|with)\b.*?\w),?\s+(?P<words>(?:half |ultra |fun |charity )?(?:{_EVENT})\s+{_YEAR})$",
    re.IGNORECASE,
)
"""“runner crossing the finish line marathon 2026”."""

_OF_SOMEBODY = re.compile(
    rf"^(?:the\s+)?(?P<words>(?:{GIVEN}|{any_of('dear')})['’]s\s+(?:[a-z]+\s+)?(?P<house>{any_of('owned')}|{any_of('shops_of')}))\s+"
    rf"(?P<rest>(?:[a-z]+\s+){{0,2}}?(?:{any_of('products')}|patch|crest|print)\b.*|(?:with|and)\s+.+)$",
    re.IGNORECASE,
)
"""“grandpa's garage vintage badge est 1962”, “joe's pizza with a slice of pizza”."""


_IN_A_WREATH = re.compile(
    r"^(?P<picture>.*\bwreath),? (?:with|and|around|that says) (?:the )?(?:words? |names? )?(?P<inside>(?!an?\b|two\b|the\b|some\b|my\b).+?) (?:inside|in (?:it|the (?:middle|center|centre)))$"
    r"|^(?:the )?names? (?P<name>\w+(?: (?:and|&) \w+)?) (?P<around>(?:in|inside|with|within|surrounded by) .*\bwreath)$",
    re.IGNORECASE,
)


def words_in_a_wreath(text: str, is_named: Test) -> Taken:
    """“eucalyptus wreath with mr and mrs miller inside”, “name harper in a rose wreath”."""
    match = _IN_A_WREATH.match(text.strip())
    words = (match["inside"] or match["name"]) if match else ""
    told = [word for word in tokens(words) if word not in STOP]
    if match is None or (not match["name"] and told and all(map(is_named, told))):
        return "", text
    return words, match["picture"] or match["around"]


_LINKED = re.compile(r"(?:with|and)\b", re.IGNORECASE)


def event_at_the_end(text: str) -> Taken:
    """The event and its year after a picture, and the picture; ("", the text) where the sentence is all headline."""
    match = _AT_THE_END.match(text)
    return (match["words"], match["picture"]) if match else ("", text)


def shop_of_somebody(text: str) -> Taken:
    """What somebody's place is called, and the rest: what it is with, or what it is where no more is said."""
    match = _OF_SOMEBODY.match(text)
    if match is None:
        return "", text
    rest = match["rest"]
    return match["words"], rest if _LINKED.match(rest) else f"{match['house']} {rest}"


_WITH = re.compile(r"\s(?:with|featuring|showing)\s", re.IGNORECASE)
_LEAST = 3
_LOOKS = frozenset({"in", "on", "under", "of", "at", "from", "wearing", "holding", "riding"})


def unlisted_saying(text: str, shows: Test) -> str:
    """“love grows here” of “love grows here with a potted plant”: three words or more that show nothing by themselves, before
    something that is shown."""
    for link in _WITH.finditer(text):
        said = text[: link.start()].strip()
        words = tokens(said)
        if not words:  # “🐱 with a cat”
            continue
        counts = words[0] in NUMBERS and words[1:2] != ("years",)
        told = len(words) >= _LEAST and not counts and words[0] not in ARTICLES | {"my", "our", "for"}
        if told and not _LOOKS & set(words) and not is_manner(words[0]) and words[0] not in _SKIES:
            return said if not shows(said) and shows(text[link.end() :]) else ""
    return ""


_SKIES = frozenset({"sunset", "sunrise", "moonrise", "sundown"})
"""What “sunset over the mountains with pine trees” begins with is seen, not said."""

_TREATS = re.compile(
    r"^(?P<what>[a-z]+)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?P<of>[a-z]+)\s+(?:night|party|time|lovers?|addict|break|social|run)$",
    re.IGNORECASE,
)


def treat_of(said: str, is_food: Test) -> str:
    """The taco of “taco tuesday”, the wine of “wine night”."""
    match = _TREATS.match(said.strip())
    what = (match["what"] or match["of"]) if match else ""
    return what if what and is_food(what) else ""


_HOMES = {
    **dict.fromkeys(("cabin", "lodge", "chalet"), "cabin"),
    **dict.fromkeys(("cottage", "beach house", "lake house", "farmhouse"), "cottage"),
    "barn": "barn",
}
_HOME = re.compile(
    rf"\b(?P<home>{'|'.join(_HOMES)})\b(?=.*\b(?:est|since)\b)|\bfamily (?P<whose>{'|'.join(_HOMES)})\b", re.IGNORECASE
)


def home_of(said: str) -> str:
    """The cabin of “the johnson family cabin est 1998”."""
    match = _HOME.search(said)
    return _HOMES[(match["home"] or match["whose"]).lower()] if match else ""


def is_of_a_family(names: Sequence[str]) -> bool:
    """“the smith family”, which has a wreath around it where nothing else is shown."""
    return any(re.fullmatch(r"the [\w’'-]+ family", name, re.IGNORECASE) for name in names)


_SHOWN_BY_HOUSES = dict(row.split(" = ") for row in ASKED_WORDS["shown_by_houses"])
_SCENERY = frozenset(
    {"mountain", "mountains", "lake", "forest", "woods", "beach", "trees", "pines", "hills", "river", "sunset", "trail"}
)


def house_among(said: str, shown: str) -> str:
    """The bicycle of “mountain bike club with mountains”, where nothing but a land is shown."""
    told = [word for word in tokens(shown) if word not in STOP and word not in ARTICLES and not is_manner(word)]
    if not told or not set(told) <= _SCENERY:
        return ""
    return next((sign for house, sign in _SHOWN_BY_HOUSES.items() if f" {house} " in f" {said.lower()} "), "")


_PARTY = r"\b(?:birthday|party|(?:baby|bridal) shower|sweet (?:16|sixteen)|congrat(?:s|ulations)|anniversary|graduation|retirement|welcome|class of|well done|good luck)\b"
_MEANT = (
    (
        re.compile(r"\b(?:christmas|xmas)\b", re.I),
        re.compile(r"(?<![a-z] )(?<!pine )(?<!palm )\btree\b|(?<=\ba )tree\b", re.I),
        "christmas tree",
    ),
    (
        re.compile(r"\b(?:senior|grad|graduate|graduation|class of)\b", re.I),
        re.compile(r"(?<!graduation )\bcap\b", re.I),
        "graduation cap",
    ),
    (
        re.compile(r"\bgarden(?:ing|er)?\b", re.I),
        re.compile(r"(?<!flower )(?<!plant )(?<=and )\bpot\b", re.I),
        "flower pot",
    ),
    (re.compile(r"\bwine\b", re.I), re.compile(r"(?<![a-z]{3} )\bbottle\b", re.I), "wine bottle"),
    (
        re.compile(r"\b(?:bride|bachelorette|hen (?:party|do|night))\b", re.I),
        re.compile(
            r"^(?:an? )?(?:(?:white|bridal|wedding) )?veil(?: and (?:an? )?(?:flowers|bouquet|rings?))?\b", re.I
        ),
        "a bride holding a bouquet",
    ),
    (
        re.compile(
            r"\b(?:dog|cat|fur|pet|paw|rescue)s? (?:mom|mum|mama|momma|mother|mommy|dad|daddy|papa|grandma|grandpa|parents?)\b",
            re.I,
        ),
        re.compile(
            r"^(?:(?:dog|cat)s? with )?(?:an? )?(?:dog |cat )?paws?(?: prints?)?(?: (?:and|with|in)(?: an?)? hearts?)?$",
            re.I,
        ),
        "heart and paw print",
    ),
    (
        re.compile(_PARTY, re.I),
        re.compile(r"^(?:(?:some |lots of |the )?(?:colou?rful |party |birthday )?balloons)\b(?! over| in\b)", re.I),
        "bunch of balloons",
    ),
    (
        re.compile(_PARTY, re.I),
        re.compile(
            rf"^(?:some )?(?P<ink>(?:(?:dark|light|pale|bright) )?(?:{'|'.join(sorted(COLOURS))})) balloons\b", re.I
        ),
        r"\g<ink> matching balloons",
    ),
    (
        re.compile(_PARTY, re.I),
        re.compile(
            rf"^(?:some )?(?P<inks>(?:{'|'.join(sorted(COLOURS))}) and (?:{'|'.join(sorted(COLOURS))})) balloons\b",
            re.I,
        ),
        r"\g<inks> bunch of balloons",
    ),
)
"""What is said, what is shown beside it, and what is meant by that."""


def as_meant(said: str, shown: str) -> str:
    """The tree of “merry christmas” is one of Christmas, a senior's cap that of a graduate."""
    for occasion, thing, meant in _MEANT:
        if occasion.search(said):
            shown = thing.sub(meant, shown)
    return shown


_STANDS_FOR = (
    (re.compile(r"\bfamily reunion\b|\breunion of the [\w’'-]+ family\b", re.I), "an oak tree"),
    (re.compile(r"\b(?:happy holidays|season['’]?s greetings)\b", re.I), "a christmas wreath"),
)


def stands_for(said: str) -> str:
    """What is drawn for an occasion beside which nothing is named: a family has a tree; "" for any other."""
    return next((shown for occasion, shown in _STANDS_FOR if occasion.search(said)), "")


_ON_A_FACE = frozenset({"beard", "mustache", "moustache", "glasses", "beanie", "tattoos", "bow", "tie", "apron"})


def wearer_of(said: str, shown: str) -> str:
    """The dad of “best dad ever” where nothing follows but what is on somebody: “with beard and mustache”."""
    told = [word for word in tokens(shown) if word not in STOP and word not in ARTICLES and not is_manner(word)]
    kin = next((word for word in tokens(said) if word in RELATIVES), "")
    kin = "grandpa" if kin.startswith("gra") else kin and "man"
    return kin if told and set(told) <= _ON_A_FACE and {"beard", "apron"} & set(told) else ""
