"""Things as they are said to be, where a drawing of its own shows it better than what is done to any picture: an ice cream that
melts and its flavours, a doughnut with a bite out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.providers.embedded.abloom import flowers_called, kind_called
from pod.providers.embedded.gallery.ices import FLAVOURS, MOST_SCOOPS, cone
from pod.providers.embedded.gallery.kit import Head, bunch
from pod.providers.embedded.held import HELD, number_held
from pod.providers.embedded.painted import painted
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.things import THINGS, drawn, thing
from pod.providers.embedded.verbs import LEAPS

_STATES: Mapping[str, frozenset[str]] = {
    "melting": frozenset({"melting", "melts", "melted", "dripping", "drips"}),
    "bitten": frozenset({"bitten", "bite", "eaten", "nibbled"}),
    "smiling": frozenset({"face", "faces", "smiling", "smiles", "smile", "smiley", "kawaii", "happy"}),
    "rowed": frozenset({"venice", "bridge", "bridges", "under_bridge"}),
    "leaping": LEAPS | {"galloping", "gallops", "running", "runs", "racing", "rearing", "rears"},
}
"""What begins the name of a thing in that state, and the words that ask for it."""

_IN_ITS_OWN_PICTURE: Mapping[str, frozenset[str]] = {
    "yarn and needles": frozenset({"ball of yarn", "yarn", "crochet hook"}),
    "granny square with yarn": frozenset({"ball of yarn", "yarn", "crochet hook"}),
    "grill with sausages": frozenset({"sausages", "fire", "hot dog"}),
    "mixing bowl": frozenset({"whisk"}),
    "solar system": frozenset({"sun", "ringed planet", "star"}),
    "wheelbarrow": frozenset({"bouquet", "wildflowers"}),
    "flower embroidery hoop": frozenset({"bouquet", "needle and thread", "sewing needle"}),
    "dress form": frozenset({"tape measure", "soft measuring tape"}),
    "fairy door": frozenset({"mushroom", "fly agarics"}),
}
"""What is named beside a thing that shows it anyway."""

_BUNCHES = ("bouquet of ", "lavender bunch")
_CONES = ("ice cream cone", "ice cream")


def as_said(label: str, words: Sequence[str]) -> Subject:
    """The thing in the state that the sentence says, with the flavours that it names."""
    state = _state_of(label, words)
    flavours = _flavours(label, words)
    kinds = _flowers(label, words)
    if number := number_held(label, words):
        return painted(drawn(label, HELD[label](number)), label, words)
    if len(kinds) > 1:
        return drawn(label, bunch(kinds))
    if len(flavours) > 1:
        return drawn(label, cone(flavours, melting=state == "melting"))
    return painted(thing(f"{state} {label}" if state else label), label, words)


def unshown(label: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words without those that the picture itself shows, being called so or drawn so."""
    shown = {*label.split(), *(f"{word}s" for word in label.split()), *_STATES.get(_state_of(label, words), ())}
    return tuple(word for word in words if word not in shown)


def is_shown_in(label: str, other: str, words: Sequence[str]) -> bool:
    """Whether what would stand beside the thing is a flavour of it: no strawberry beside its ice cream."""
    in_the_bunch = label.startswith(_BUNCHES) and len(_flowers(label, words)) > 1 and bool(flowers_called(other))
    if other in _IN_ITS_OWN_PICTURE.get(label, frozenset()):
        return True
    more_of_it = in_the_bunch or (label.endswith(_CONES) and other.endswith(_CONES))
    return more_of_it or any(flavour in other for flavour in _flavours(label, words))


def _flowers(label: str, words: Sequence[str]) -> tuple[Head, ...]:
    """The heads of all kinds that are said to be in one bunch: “a bouquet of lavender and daisies”."""
    if not label.startswith(_BUNCHES):
        return ()
    told = dict.fromkeys(name for word in words if (name := kind_called(word)))
    return tuple(flowers_called(name)[0] for name in told)


def _state_of(label: str, words: Sequence[str]) -> str:
    asked = set(words)
    return next((state for state, said in _STATES.items() if said & asked and f"{state} {label}" in THINGS), "")


def _flavours(label: str, words: Sequence[str]) -> tuple[str, ...]:
    """In the order in which they are said, the first the lowest."""
    return tuple(word for word in words if word in FLAVOURS)[:MOST_SCOOPS] if label.endswith(_CONES) else ()
