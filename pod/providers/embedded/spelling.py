"""Slips of the pen: “axlotl”, “goldn retreiver pupy”. A word that nothing is known by is read as the one it nearly is.

There is no dictionary of English here, and a real word must not become another. So a slip sounds like what was meant, or it
is one letter off where that is still telling; and it begins and ends like it. Verbs are left alone: they are no things.
Slips that many people make (``data/slips.toml``) are known by heart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"qu|kw", "kw"),
        (r"ck|c(?![eiyh])", "k"),
        (r"(?<=[aeiouy])gh(?=t|$)", ""),
        (r"[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_NO_THING = re.compile(r".*(?:ing|ed)")
_LEAST, _TELLING, _LONG = 4, 7, 8
"""Letters of the shortest word that is mended, of one that a wrong vowel leaves telling, and of one that sounds like hardly
any other."""

_VOWELS = frozenset("aeiouy")


_BY_HEART: dict[str, str] = {
    slip: meant
    for meant, slips in tomllib.loads(
        (Path(__file__).parent / "data" / "slips.toml").read_text(encoding="utf-8")
    ).items()
    for slip in slips
}


def by_heart(word: str) -> str:
    """What a well-known slip stands for, in the plural too, or ""."""
    if meant := _BY_HEART.get(word, ""):
        return meant
    one = _BY_HEART.get(word.removesuffix("s"), "")
    return re.sub(r"y$", "ie", one) + "s" if one else ""


def nearest(word: str, known: Mapping[str, Iterable[str]]) -> str:
    """The one known word that `word` is a slip of, or "". `known` are the words by their first letter."""
    if len(word) < _LEAST or not word.isalpha() or _NO_THING.fullmatch(word):
        return ""
    if (written := word.replace("f", "ph")) in known.get(written[0], ()):
        return written
    near = [w for w in known.get(word[0], ()) if abs(len(w) - len(word)) <= 2 and _ends_alike(word, w)]
    meant = [w for w in near if _is_slip(word, w)] or [
        w for w in near if len(word) >= _LONG and _sound(w) == _sound(word)
    ]
    if len(meant) > 1:  # a letter written once for twice is the commonest slip: "bubles" are bubbles before baubles
        meant = [w for w in meant if _undoubled(w) == _undoubled(word)]
    return meant[0] if len(meant) == 1 else ""


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _ends_alike(said: str, meant: str) -> bool:
    return said[-1] == meant[-1] or said[-2:] == meant[:-3:-1] or meant == f"{said}{said[-1]}e"


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _is_slip(said: str, meant: str) -> bool:
    """Two letters are swapped, one is missing, too many or wrong; the shorter the word, the likelier it is another one."""
    at = next((i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant)))
    rest, wanted = said[at:], meant[at:]
    if rest[1::-1] + rest[2:] == wanted:
        return len(said) > _LEAST
    if wanted == f"{said[-1]}e" and not rest:
        return True  # “giraf”
    if rest == wanted[1:]:
        return wanted[0] == said[at - 1] or len(said) >= _LEAST + 1
    if rest[1:] == wanted:
        return rest[0] == said[at - 1] or len(said) >= _LONG
    return rest[1:] == wanted[1:] and len(said) >= _TELLING and {rest[0], wanted[0]} <= _VOWELS
