"""One thing that somebody does: the words for it, the pose, and what is around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pod.drawing.paths import Point
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.pen import Pen


def nothing(_: Pen) -> None:
    """Nothing there."""


@dataclass(frozen=True, slots=True)
class Action:
    """`words` ask for it, outright. `behind` stands still behind somebody, `front` is before the body and under the arms, `over`
    is before all. The figure leans by `lean` degrees. What is held is at `hand`, `size` units large, and as often again as there
    are `more` places; without one it is in both paws. What lies `across` is turned so that it is wide and
    is as high as the head. Who is `barefoot` has no shoes on. An `empty` action is none with something in hand. Where somebody sits in
    or on something only an `anywhere` action is seen, and only its arms."""

    words: tuple[str, ...]
    pose: Pose
    behind: Callable[[Pen], None] = nothing
    front: Callable[[Pen], None] = nothing
    over: Callable[[Pen], None] = nothing
    lean: float = 0.0
    mood: str = ""
    hand: Point | None = None
    size: float = 190.0
    more: tuple[Point, ...] = ()
    anywhere: bool = False
    empty: bool = False
    across: bool = False
    on_fours: bool = False
    barefoot: bool = False

    @property
    def needs_hands(self) -> bool:
        """For something of its own: a pirate who digs has no sword out."""
        return self.hand is not None or self.front is not nothing or self.over is not nothing


NO_ACTION = Action((), Pose())


def forms(*verbs: str, after: tuple[str, ...] = ()) -> tuple[str, ...]:
    """“kick” → kicking, kicks; each also before what `after` says."""
    said = tuple(form for verb in verbs for form in (_ing(verb), _third(verb)))
    return said if not after else tuple(f"{form} {what}" for form in said for what in after)


def _ing(verb: str) -> str:
    return f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing"


def _third(verb: str) -> str:
    return f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"
