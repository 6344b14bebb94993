"""What somebody is doing, in names that the tables of this package know."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Doing:
    """Names in the tables of wardrobe, props, rides and nooks; `action` is one of the actions, `gesture` a pose of the arms, `costume` a species whose skin is worn, `tool` the label of a picture that a trade is known by.

    `held_at`, `balanced_at`, `ridden_at` and `seat_at` are the places in the sentence of what is held, on the head, ridden
    or sat on where that is a picture of the sets, or -1. Who `lifts` has what they hold up in one hand. `number` is on a jersey, of one or two digits. `looks` are how a person is said to look. Who `cheers` has both arms up and stands: dancing, jumping, at a party. `inks` are names of what is worn,
    held, ridden or sat in and the ink that was asked for. `heard` are the places of all words that said any of it.
    """

    wears: tuple[str, ...] = ()
    holds: str = ""
    tool: str = ""
    on_head: str = ""
    rides: str = ""
    inside: str = ""
    juggles: bool = False
    cheers: bool = False
    gesture: str = ""
    action: str = ""
    costume: str = ""
    mood: str = ""
    number: str = ""
    lifts: bool = False
    looks: tuple[str, ...] = ()
    inks: tuple[tuple[str, str], ...] = ()
    held_at: int = -1
    balanced_at: int = -1
    ridden_at: int = -1
    seat_at: int = -1
    heard: frozenset[int] = field(default_factory=frozenset)

    def ink_for(self, name: str) -> str:
        return dict(self.inks).get(name, "")

    def __bool__(self) -> bool:
        told = (
            self.wears,
            self.holds,
            self.tool,
            self.on_head,
            self.rides,
            self.inside,
            self.gesture,
            self.action,
            self.costume,
            self.mood,
            self.looks,
        )
        acts = self.juggles or self.cheers
        return any(told) or acts or max(self.held_at, self.balanced_at, self.ridden_at, self.seat_at) >= 0


IDLE = Doing()

IN_THE_LAP = "lap"
"""As `Doing.on_head`: what is there lies in the lap."""

ON_THE_NOSE = "nose"
"""As `Doing.on_head`: what is there has landed on the nose."""
