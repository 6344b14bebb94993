"""How many, said in other ways, put plainly: a row of five, a dozen, a family of four, one red and one blue."""

from __future__ import annotations

import re

from pod.providers.embedded.keywords import KeywordIndex
from pod.providers.embedded.people import people_called, persons
from pod.providers.embedded.words import COLOURS, NUMBERS

_NUMBER = rf"(?:{'|'.join(sorted(NUMBERS))}|[4-9]|1[0-2])"
_COLOUR = rf"(?:{'|'.join(sorted(COLOURS))})"
_GATHERED = r"(?:rows?|lines?|line-?up|set|collection|group|gang|bunch|stack|pile|circle|parade|flock|herd|litter)"

_PLAIN = (
    (rf"\b(?:in )?(?:an? )?{_GATHERED} of (?={_NUMBER} [a-z])", ""),
    (r"\b(?:an? )(?:row|line|line-?up|parade) of (?!duck)(?P<what>(?:[a-z]+ ){0,2}[a-z]+s)\b(?! in\b)", r"four \g<what> in a row"),
    (r"\b(?:an? )(?:row|line|line-?up|parade) of (?=(?:[a-z]+ ){0,2}[a-z]+s\b)", "four "),
    (r"\b(?:an? )?(?:row|line-?up) of (?=[a-z])(?!duck)", ""),
    (r"\b(?:an? )?baker['’]?s dozen (?:of )?(?=[a-z])", "twelve "),
    (r"\bhalf a dozen\b", "six"),
    (rf"\b(?P<n>{_NUMBER}) (?P<what>(?:(?!of\b)[a-z]+ )?(?:apple|orange|lemon|lime|pear|peache|egg|tomatoe|pumpkin|strawberrie|potatoe|onion|cupcake|cookie|muffin|croissant|bagel|avocado|plum)s) in an? (?P<where>(?:[a-z]+ )?(?:basket|bowl|box|crate|bucket))\b", r"\g<n> \g<what> inside a \g<where>"),
    (r"\b(?:an? |one )?dozen (?=[a-z])", "twelve "),
    (rf"\b(?:an? |one )(?P<one>{_COLOUR})(?: (?P<what>[a-z]+))? and (?:an? |one )(?P<other>{_COLOUR}) (?P=what)\b", r"a \g<one> and a \g<other> \g<what>"),
    (rf"\bone (?P<one>{_COLOUR}) and one (?P<other>{_COLOUR}) (?=[a-z])", r"a \g<one> and a \g<other> "),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), to) for pattern, to in _PLAIN)

_FAMILY = re.compile(
    rf"\b(?:an? )?(?:family of (?P<n>{_NUMBER}) (?P<them>[a-z]+)|(?P<one>[a-z]+) family of (?P<m>{_NUMBER}))\b",
    re.IGNORECASE,
)


_THREE = re.compile(r"\b(?P<first>[a-z]+),? (?P<second>[a-z]+),? and (?:an? )?(?P<third>[a-z]+)\b", re.IGNORECASE)
"""“dog cat and rabbit”, with commas or without."""


def plainly(text: str, index: KeywordIndex) -> str:
    """The text with every such number right before whom it counts; a family of people stays one."""

    def counted(match: re.Match[str]) -> str:
        said = (match["them"] or match["one"]).lower()
        if people_called(said) or not _is_drawn(said, index):
            return match[0]
        return f"{match['n'] or match['m']} {match['them'] or _several(said)}"

    def listed(match: re.Match[str]) -> str:
        alive = all(_is_drawn(match[who].lower(), index) for who in ("first", "second", "third"))
        return f"{match['first']} and {match['second']} and {match['third']}" if alive else match[0]

    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    text = _THREE.sub(listed, text)
    return _FAMILY.sub(counted, text)


def _is_drawn(word: str, index: KeywordIndex) -> bool:
    choice = index.choices.get(index.exact((word,)))
    return (
        choice is not None
        and (index.is_creature(choice) or bool(choice.can_be_character))
        and choice.species not in persons()
    )


def _several(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    return word if word.endswith("s") else f"{word}s"
