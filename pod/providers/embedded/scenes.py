"""What of a sentence the scenery shows: the rain, the stars by night, the flowers of a field. It is not drawn a second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from pod.providers.embedded.hearing import place_said, weather_of
from pod.providers.embedded.keywords import scene_words, shown_there
from pod.providers.embedded.words import ARTICLES, NUMBERS, stems

_NOTHING = frozenset[str]()


def in_the_scenery(words: Sequence[str], named: Mapping[str, tuple[str, frozenset[int]]], cut: int) -> frozenset[str]:
    """Keys of what was named (its label, and the places of the words that name it) that the land and the sky show by
    themselves where there is somebody or somewhere under them. The first noun phrase ends at `cut`."""
    phrase = place_said(words)
    scene = scene_words().get(phrase, "")
    sky = _sky(words, scene)
    there = _above(named, sky) | _of_the_land(words, named, scene, phrase, cut)
    if weather_of(words) and all(span <= sky | _spoken_at(words, phrase) for _, span in named.values()):
        return frozenset(named) if scene not in ("", "night") else _NOTHING  # “mountains in a storm” are a land
    return there if len(there) < len(named) or scene not in ("", "night") else _NOTHING


def in_the_weather(words: Sequence[str]) -> frozenset[int]:
    """Places of the words that tell of it."""
    return frozenset[int]().union(*weather_of(words).values())


def _sky(words: Sequence[str], scene: str) -> frozenset[int]:
    """Places of the words for weather, and for what stands in the sky over a land by night."""
    sky = in_the_weather(words)
    if scene in ("", "night"):
        return sky
    return sky | {i for i, word in enumerate(words) if scene_words().get(word) == "night"}


def _above(named: Mapping[str, tuple[str, frozenset[int]]], sky: Set[int]) -> frozenset[str]:
    return frozenset(key for key, (_, span) in named.items() if span <= sky)


def _of_the_land(
    words: Sequence[str], named: Mapping[str, tuple[str, frozenset[int]]], scene: str, phrase: str, cut: int
) -> frozenset[str]:
    """What the land is known for: beside somebody it stands there anyway. What a sentence begins with it is about, unless its
    name is part of the land's: “sunflower field with bees”."""
    labels, by_name = shown_there()
    shown = labels.get(scene, _NOTHING)
    told = _spoken_at(words, phrase)
    there = {key for key, (label, span) in named.items() if label == "wood" and {words[i] for i in span} == {"woods"}}
    there |= {
        key
        for key, (label, span) in named.items()
        if _is_but_the_place(scene, span, told, named)
        or (
            label in shown
            and (scene in by_name or min(span, default=0) >= cut or span < told)
            and not (span == told and len(named) > 1 and _is_beside(words, min(span, default=0)))
        )
    }
    return frozenset(there) if len(there) < len(named) or scene in by_name else _NOTHING


_LANDS_WITH_A_PICTURE = frozenset({"alps", "mountains", "farm"})
"""Whose words have a picture of their own, a rock or a tractor, that is not meant where somebody else is named."""


def _is_but_the_place(
    scene: str, span: Set[int], told: Set[int], named: Mapping[str, tuple[str, frozenset[int]]]
) -> bool:
    return scene in _LANDS_WITH_A_PICTURE and span == told and len(named) > 1


def _is_beside(words: Sequence[str], at: int) -> bool:
    """“a donkey and a cactus”: it stands there as well as in the land behind them."""
    before = [word for word in words[max(0, at - 3) : at] if word not in ARTICLES and word not in NUMBERS]
    return (
        bool(before)
        and before[-1] in ("and", "with")
        and (not words[at].endswith("s") or words[at].endswith(("us", "ss")))
    )


def _spoken_at(words: Sequence[str], phrase: str) -> frozenset[int]:
    sought, long = stems(phrase.split()), len(phrase.split())
    starts = (i for i in range(len(words) - long + 1) if stems(words[i : i + long]) == sought)
    return frozenset(i for start in starts for i in range(start, start + long)) if phrase else frozenset()
