"""Families by who is in them, told in one word for each kind: “mum of two boys” is a family of one woman and two boys."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import cycle, islice

from pod.providers.embedded.characters.trades import CALLED
from pod.providers.embedded.words import ALIKE, KIN, MOST_OF_A_KIND, NUMBERS, ON_SHOULDERS, member, tokens

HOUSEHOLD = "people of a family"
"""The picture that a family is, by its label."""

_GROWN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("mum", "mom", "mama", "mamma", "mummy", "mommy", "mother", "stepmum", "stepmom", "aunt", "auntie"), ("woman",)
    ),
    **dict.fromkeys(("mums", "moms", "mothers", "mamas", "wives"), ("woman", "woman")),
    **dict.fromkeys(("dad", "daddy", "papa", "father", "stepdad", "uncle"), ("man",)),
    **dict.fromkeys(("dads", "fathers", "daddies", "husbands"), ("man", "man")),
    **dict.fromkeys(
        ("grandma", "grandmother", "granny", "nana", "nan", "nanny", "gran", "grammy", "gigi", "mimi", "oma", "nonna"),
        ("grandma",),
    ),
    **dict.fromkeys(
        ("grandpa", "grandad", "granddad", "grandfather", "gramps", "grampy", "grandpop", "opa", "nonno", "papaw"),
        ("grandpa",),
    ),
    **dict.fromkeys(("grandparents", "grandma and grandpa"), ("grandma", "grandpa")),
    **dict.fromkeys(("parents", "couple", "family"), ("woman", "man")),
}
"""Who is grown up, by what they are called: as many as that word says."""

_YOUNG: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("daughter", "girl", "granddaughter", "sister", "niece", "daughters", "girls"), ("girl",)),
    **dict.fromkeys(("granddaughters", "sisters", "nieces"), ("girl",)),
    **dict.fromkeys(("son", "boy", "grandson", "brother", "nephew", "sons", "boys"), ("boy",)),
    **dict.fromkeys(("grandsons", "brothers", "nephews"), ("boy",)),
    **dict.fromkeys(("kid", "child", "grandchild", "grandkid", "little one", "toddler"), ("boy",)),
    **dict.fromkeys(("kids", "children", "grandchildren", "grandkids", "little ones", "siblings"), ("girl", "boy")),
    **dict.fromkeys(("cousins", "toddlers"), ("girl", "boy")),
    **dict.fromkeys(("baby", "newborn", "newborn baby", "infant", "baby boy", "baby girl"), ("baby",)),
    **dict.fromkeys(("babies", "newborns"), ("baby",)),
}
"""Who is young, by what they are called: the kinds that there are several of by turns."""

_OF_ONE_BIRTH = {"twin": 2, "twins": 2, "triplet": 3, "triplets": 3, "quadruplets": 4}
_SIBLINGS = frozenset({"brother", "brothers", "sister", "sisters", "siblings", "cousins"})

_NUMBER = rf"(?:{'|'.join(sorted(NUMBERS.keys() - {'couple', 'pair', 'duo', 'trio', 'twin', 'twins'}))}|[2-8])"
_WHOSE = r"(?:an?|one|the|my|our|his|her|their|its)"
_HOW = r"(?:little|young|small|big|older|younger|elder|new|happy|single|proud|busy|lovely|beautiful|tiny|smiling|identical|black|loving|cute|ginger|redheaded|blonde?|brunette|(?:red|ginger|blonde?|dark|brown|black|curly)[ -]haired)"
_BIRTH = rf"(?:{'|'.join(sorted(_OF_ONE_BIRTH, key=len, reverse=True))})"


def _any(words: Mapping[str, tuple[str, ...]]) -> str:
    return rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_COUNTED = rf"(?:(?:{_WHOSE} )?(?:{_NUMBER} )?(?:{_HOW} )*)"
_GROWN_ONE = rf"{_COUNTED}{_any(_GROWN)}"
_YOUNG_ONE = rf"{_COUNTED}(?:(?:newborn |baby ){_BIRTH}|{_BIRTH} {_any(_YOUNG)}|{_any(_YOUNG)}|{_BIRTH})"
_AND = r"(?:,? (?:and|&|plus) |, | )"
_WITH = r"(?:,? (?:and|&|plus|with|of|to) |, | )"
_GROWN_ONES = rf"{_GROWN_ONE}(?:{_AND}{_GROWN_ONE})*"
_YOUNG_ONES = rf"(?:{_YOUNG_ONE}(?:{_AND}{_YOUNG_ONE})*)"
_ENDS = r"(?![\w’'-])(?! (?:in law|team|squad|club|crew|trip|life|power|gang|world|football|soccer|cot|shirt))"

_PARENTS = re.compile(rf"\b(?P<all>{_GROWN_ONES}{_WITH}{_YOUNG_ONES}){_ENDS}", re.IGNORECASE)
_OF_SO_MANY = re.compile(
    rf"\b(?P<who>{_GROWN_ONES}) (?:of|to) (?P<n>{_NUMBER})(?=$|[,.!]| (?:with|in|on|at|and|under|by|wearing)\b)",
    re.IGNORECASE,
)
_ALL_YOUNG = re.compile(
    rf"^(?:an? |the |my |our )?(?P<all>{_YOUNG_ONES}){_ENDS}(?=$|[,.!]| (?:with|in|on|at|under|by|wearing|holding hands|and)\b)",
    re.IGNORECASE,
)
_SO_MANY = re.compile(
    rf"\bfamily of (?P<n>{_NUMBER})(?=$|[,.!]| (?:with|in|on|at|and|under|by|wearing)\b)", re.IGNORECASE
)
_WITH_PETS = re.compile(
    r"^(?:an? |my |our |the )?(?:happy |little |whole )?family(?= (?:with|and) (?:(?:their|our|an?|the|two|three|four) )+)",
    re.IGNORECASE,
)
_GENERATIONS = re.compile(
    r"\b(?P<n>three|four|3|4) generations(?: of (?P<who>women|girls|ladies|men|boys|our family|family))?\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    rf"\b(?P<who>{_any(_GROWN)}) with (?:{_WHOSE} )?(?:new |little |tiny )*(?:newborn |sleeping )?(?:baby|newborn|infant)"
    r" (?:in (?:an? |her |his )?(?:baby )?(?:carrier|sling|wrap|arms)|on (?:her|his) (?:chest|hip))\b",
    re.IGNORECASE,
)
_SHOULDERS = re.compile(
    rf"\b(?P<who>{_any(_GROWN)}) (?:with|carrying) (?:{_WHOSE} )?(?:{_HOW} )*(?P<kid>{_any(_YOUNG)}) on (?:his|her|their) shoulders\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?!(?:holding(?= hands)|wearing|smiling|loving|sitting|standing|wedding|king|ring|matching|being|morning|evening|spring|thing|everything)\b)"
    r"[a-z]{2,}ing\b|\b(?:canoe|kayak|boat|car|van|tent|tandem|bikes?|hammock|swing|bench|sofa|couch|campfire|snowman|kitchen)\b",
    re.IGNORECASE,
)
"""What people do, or are in or on together: then they are drawn at it, one by one."""

_AT_A_TRADE = re.compile(
    rf"^(?:an? |the |my |our )?(?:{'|'.join(sorted(CALLED, key=len, reverse=True))}) (?:{_any(_GROWN)}|guy|lady)\b",
    re.IGNORECASE,
)
"""“firefighter dad with his daughter”: dressed for it, as one by one they are."""

_FOR_THEM = re.compile(
    r"^(?:an? )?(?:[a-z]+ )?(?:gift|present|mug|shirt|card|something)?\s*for\b|\b(?:love|loves|best|world's|day)\b",
    re.IGNORECASE,
)
"""Who a thing is for is not shown on it, and “best dad ever” is a saying."""

_THREE_AGES = {True: ("grandma", "woman", "girl", "baby"), False: ("grandpa", "man", "boy", "baby")}
_LEAST = 2


def at_home(text: str) -> str:
    """The text with a family in it told by its members; as it is where they do something, or nobody is counted."""
    text = _CARRIED.sub(r"\g<who> holding a newborn baby", text)
    if _FOR_THEM.search(text):
        return text
    text = _SHOULDERS.sub(_on_shoulders, text)
    if _ACTS.search(text) or _AT_A_TRADE.match(text):
        return text
    for pattern, to in (
        (_GENERATIONS, _ages),
        (_PARENTS, _counted),
        (_SO_MANY, _so_many),
        (_OF_SO_MANY, _with_so_many),
        (_ALL_YOUNG, _siblings),
        (_WITH_PETS, lambda _: _told(Counter(("woman", "man", "boy", "girl")))),
    ):
        told = pattern.sub(to, text, count=1)
        if told != text:
            return told
    return text


_OF_ANIMALS = re.compile(
    r"(?:dog|cat|pig|fur|plant|horse|chicken|duck|bear|rabbit|bunny|hen|panda|fox|owl|elephant|penguin|koala|mouse|frog|turtle|cow|sheep|goat"
    r"|lion|tiger|wolf|deer|otter|sloth|monkey|whale|dolphin|hedgehog|bee|bird|swan|goose|kangaroo|seal|puppy|kitten|reptile|bunny|hamster)\s*$",
    re.IGNORECASE,
)
"""Before “mum”: whose mother she is is an animal, or a saying."""

_LOOKS = (("red hair", re.compile(r"\b(?:ginger|redheaded|red[ -]haired)\b", re.IGNORECASE)),
    ("blonde hair", re.compile(r"\bblonde?\b", re.IGNORECASE)),
    ("black hair", re.compile(r"\b(?:black|dark)[ -]haired\b", re.IGNORECASE)),
    ("curly hair", re.compile(r"\bcurly[ -]haired\b", re.IGNORECASE)),
    ("dark skin", re.compile(r"\bblack (?!haired)", re.IGNORECASE)))  # fmt: skip


def _hair(said: str) -> tuple[str, ...]:
    """How they look, which goes on being said."""
    found = [look for look, words in _LOOKS if words.search(said)]
    return (f"with {' and '.join(found)}",) if found else ()


def _told(members: Counter[str], *more: str) -> str:
    named = (member(who, min(members[who], MOST_OF_A_KIND)) for who in KIN if members[who])
    return f"family {' '.join((*named, *more))}"


def _counted(match: re.Match[str]) -> str:
    members = _members(match["all"])
    both = {"girl", "boy", "baby"} & members.keys() and {"woman", "man", "grandma", "grandpa"} & members.keys()
    if not both or _OF_ANIMALS.search(match.string[: match.start()]):
        return match[0]
    return _told(members, *_alike(match["all"]), *_hair(match["all"]))


def _siblings(match: re.Match[str]) -> str:
    said, members = match["all"].lower(), _members(match["all"])
    several = members.total() >= _LEAST and (_SIBLINGS & set(re.split(r"\W+", said)) or re.search(_BIRTH, said))
    return _told(members, *_alike(said), *_hair(said)) if several else match[0]


def _alike(said: str) -> tuple[str, ...]:
    return (ALIKE,) if re.search(rf"\b(?:{_BIRTH}|identical)\b", said, re.IGNORECASE) else ()


def _with_so_many(match: re.Match[str]) -> str:
    if _OF_ANIMALS.search(match.string[: match.start()]):
        return match[0]
    return _told(_members(match["who"]) + _of_both(NUMBERS[match["n"].lower()]))


_OF_PEOPLE = re.compile(
    r"(?:^|[,.!])\s*$|\b(?:an?|our|my|the|happy|lovely|little|big|young|black|asian|indian|muslim|cute|smiling|with|and|of|sweet|loving)\s+$",
    re.IGNORECASE,
)
"""Before “family of four”: of a “bunny family of four” nobody is a person."""


def names_only(said: str) -> bool:
    """Whether it names nothing but who is in a family: “mum and dad” is no saying before “with a baby”."""
    return all(word in _GROWN or word in _YOUNG or word in ("and", "my", "our", "the") for word in tokens(said))


def _so_many(match: re.Match[str]) -> str:
    if not _OF_PEOPLE.search(match.string[: match.start()]):
        return match[0]
    return _told(Counter(("woman", "man")[: NUMBERS[match["n"].lower()]]) + _of_both(NUMBERS[match["n"].lower()] - 2))


def _of_both(number: int) -> Counter[str]:
    return Counter(islice(cycle(("boy", "girl")), max(0, number)))


def _ages(match: re.Match[str]) -> str:
    of_women = (match["who"] or "").lower() not in ("men", "boys")
    return _told(Counter(_THREE_AGES[of_women][: NUMBERS[match["n"].lower()]]))


def _on_shoulders(match: re.Match[str]) -> str:
    return _told(_members(match["who"]) + _members(match["kid"]), ON_SHOULDERS)


_EACH = re.compile(
    rf"(?P<n>{_NUMBER} )?(?:{_HOW} )*(?:(?P<new>newborn |baby )?(?P<birth>{_BIRTH})(?: (?P<born>{_any(_YOUNG)}))?|(?P<grown>{_any(_GROWN)})|(?P<young>{_any(_YOUNG)}))\b",
    re.IGNORECASE,
)


def _members(said: str) -> Counter[str]:
    """How many of each are named."""
    members: Counter[str] = Counter()
    for one in _EACH.finditer(said):
        number = NUMBERS[one["n"].strip().lower()] if one["n"] else 0
        if one["grown"]:
            members.update(_GROWN[one["grown"].lower()])
            continue
        named = (one["young"] or one["born"] or ("babies" if one["new"] else "kids")).lower()
        kinds = _YOUNG[named]
        many = _OF_ONE_BIRTH.get((one["birth"] or "").lower(), 2 if named.endswith(("s", "ren", "ies")) else 1)
        of_one_kind = one["birth"] and not one["born"]
        members.update(islice(cycle(kinds[:1] if of_one_kind else kinds), number or many))
    return members
