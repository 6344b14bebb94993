"""What surrounds a character, from behind it to in front of it: something it rides, or somewhere it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.pen import Pen


def _nothing(_: Pen) -> None:
    """Nothing on this side of the character."""


ANYWHERE = frozenset({"*"})
"""As `Stage.leads`: its words say it by themselves."""


@dataclass(frozen=True, slots=True)
class Stage:
    """`words` ask for it, after one of `leads`; without those the preposition that suits it decides."""

    pose: Pose
    behind: Callable[[Pen], None] = _nothing
    front: Callable[[Pen], None] = _nothing
    words: tuple[str, ...] = ()
    leads: frozenset[str] = frozenset()
