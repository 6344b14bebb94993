"""Who does what with what: wearing, holding, riding, sitting in, read from the words of a sentence by their prepositions.

Only what Pod's own characters can show is heard. Things that are no prop of ours but a picture of the motif sets can be
held and balanced too: `doing_of` is told where in the sentence they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from pod.providers.embedded import verbs
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.doing import ON_THE_NOSE, Doing
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.said import Said, Spots
from pod.providers.embedded.words import is_manner

_FLYING, _WITCHES = frozenset(["flying", "flies", "soaring"]), frozenset(["witch", "witches"])


NOTHING: Mapping[int, Set[str]] = MappingProxyType({})

_SHOWN_BY = {
    "surfboard": ("water wave", "person surfing"),
    "rocket": ("rocket",),
    "crescent moon": ("crescent moon",),
    "finish line": ("running shoe", "chequered flag"),
    "kayak in rapids": ("canoe", "kayak"),
    "running": ("running shoe",),
    "marshmallows": ("campfire", "fire"),
    "roasting": ("campfire", "fire"),
    "rowing": ("viking ship", "rowing boat", "canoe", "sailboat"),
    "pushing a wheelchair": ("manual wheelchair",),
    "digging": ("spade",),
    "on the bed": ("bed",),
    "down a slide": ("playground slide",),
}


def shown_by(doing: Doing) -> tuple[str, ...]:
    """Pictures that need no place beside somebody who does this."""
    return _SHOWN_BY.get(doing.rides or doing.inside or doing.action, ())


def heard_of(doing: Doing, named: Mapping[str, int], spans: Mapping[str, Set[int]], words: Sequence[str]) -> set[str]:
    """Pictures whose words said where somebody is, or what they wear or ride: of a red phone box there is one. A snowy owl is
    there all the same, though snow asks for a scarf."""
    heard = {key: {at, *spans.get(key, ())} & doing.heard for key, at in named.items()}
    carries = {doing.ridden_at, doing.seat_at}  # “riding a white horse”
    return {
        key
        for key, spots in heard.items()
        if named[key] in carries or any(i == max(spans.get(key, spots)) or not is_manner(words[i]) for i in spots)
    }


def doing_of(
    words: Sequence[str],
    *,
    hero: Set[int] = frozenset(),
    things: Set[int] = frozenset(),
    carriers: Set[int] = frozenset(),
    behind: Mapping[int, Set[str]] = NOTHING,
    phrases: Sequence[Set[int]] = (),
    mounts: Set[int] = frozenset(),
) -> Doing:
    """What somebody does. `hero` are the places of the words that name them, `things` of those that name what can be held,
    `carriers` of those that name a picture which can be ridden or sat on, `mounts` of animals, which are ridden rather than sat on,
    `behind` of what somebody can be behind, each with the words before it that say so. A word within one of `phrases` is no
    prop: nobody holds an espresso for its machine."""
    said = Said(words, hero)
    action, action_at = said.action()
    action = next((to for (one, sport), to in _IN_A_SPORT.items() if one == action and sport in words), action)
    gear = {i for i, word in enumerate(words) if word in _GEAR} if (action or said.known_for()) in _GAMES else set()
    station = said.station({at: leads for at, leads in behind.items() if at not in action_at})
    rides, rides_at = said.ride(carriers, besides=action_at) if station < 0 else ("", ())
    if not rides and _FLYING & set(words) and _WITCHES & {words[i] for i in hero}:
        rides = "broom"
    inside, inside_at = ("", ()) if rides or station >= 0 else said.place(besides=action_at)
    balanced, balanced_at = said.on_head(verbs.CARRIED_ON - {"roof", "hood", "rack"})
    costume, costume_at = said.costume()
    free = frozenset() if rides or inside else carriers - {*costume_at, *action_at}
    carrier, ridden_at, seat_at = said.carried(free, station, mounts)
    wears, worn_at, jobs_at = said.worn()
    action = action or ("" if station >= 0 else _known_for(said, rides or inside))
    if (rides or inside) in _SHOWN_WITH.get(action, ()):
        rides, inside, inside_at = "", "", ()
    if inside == "crescent moon" and action and not (ACTIONS[action].anywhere or action == "sleeping"):
        inside, inside_at = "", ()  # who roasts marshmallows on the moon stands there
    mood, mood_at = said.mood()
    if not (rides or inside or carrier or balanced):
        rides = said.vehicle()
    looks, looks_at = said.looks()
    taken = {*rides_at, *inside_at, *balanced_at, *worn_at, *carrier, *costume_at, *action_at, *gear}
    hands = _hands(said, words, action, rides, taken, things - hero, phrases, standing=not (rides or inside or carrier))
    if not action and not (rides or inside or carrier or balanced or costume or hands.outright or station >= 0):
        action = said.known_for()
        hands = _Hands(spots=hands.spots) if action else hands
    if not hands.full:
        action = _WITHOUT_A_THING.get(action, action)
    if action and ACTIONS[action].empty and hands.full:
        action = _WITH_A_THING.get(action, "") if hands.held_at >= 0 else ""
    wears = _with_what_is_around(wears, words, rides, elsewhere=station >= 0 or bool(inside))
    juggles = bool(verbs.JUGGLING & set(words))
    of_the_trade = juggles and not hands.spots
    holds = "" if of_the_trade or (inside == "hugged tree" and hands.holds == "heart") else hands.holds
    return Doing(
        wears=wears,
        costume=costume,
        action=action,
        gesture="flex" if verbs.FLEXING & set(words) else "",
        inks=said.inks((*wears, holds, rides, inside)),
        holds=holds,
        tool="" if of_the_trade else hands.tool,
        on_head=ON_THE_NOSE if _has_landed(balanced, balanced_at, words) else balanced,
        rides=rides,
        inside=inside,
        juggles=juggles,
        cheers=bool(verbs.CHEERING & set(words)) and not inside and not action,
        mood=mood,
        looks=looks,
        held_at=hands.held_at,
        balanced_at=_picture_on_head(balanced, balanced_at, things | carriers),
        ridden_at=ridden_at,
        seat_at=seat_at,
        heard=frozenset([*taken, *jobs_at, *hands.spots, *mood_at, *looks_at]) - hero,
    )


_SHOWN_WITH: Mapping[str, Set[str]] = MappingProxyType(
    {
        "upside down": {"branch", "hanging branch", "hugged tree"},
        "rowing": {"canoe", "boat", "rowing boat", "sailboat"},
        "diving in": {"pool", "water"},
        "yoga afloat": {"surfboard"},
        "on the bed": {"bed"},
        "pulling a sled": {"sled"},
        "on the back": {"water", "pool", "floating"},
    }
)
"""Places that the drawing of an action has already."""

_IN_A_SPORT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("kicking", "soccer"): "soccer",
        ("throwing", "football"): "football",
        ("throwing", "baseball"): "pitching",
        ("throwing", "softball"): "pitching",
        ("catching", "goalkeeper"): "diving for a ball",
        ("catching", "goalie"): "diving for a ball",
        ("running", "rugby"): "rugby",
        ("throwing", "rugby"): "rugby",
        ("catching", "football"): "football",
        ("catching", "baseball"): "behind the plate",
    }
)
"""What is done with a ball, by the sport that is named."""

_GAMES = frozenset(
    [
        *("pitching", "batting", "behind the plate", "saving a puck", "diving for a ball", "tennis", "table tennis"),
        *("golf", "soccer", "volleyball", "basketball", "hockey", "football", "dunking", "bowling", "barbell"),
        *("cricket", "rugby"),
    ]
)
_GEAR = frozenset(
    [
        "ball",
        "soccer",
        "rugby",
        "puck",
        "racket",
        "racquet",
        "net",
        "hoop",
        "goal",
        "bat",
        "mitt",
        "weights",
        "pins",
        "club",
        "football",
        "baseball",
    ]
)
"""What is drawn with a game, and is neither held nor beside it again."""

_WITH_A_THING: Mapping[str, str] = MappingProxyType({"waving": "waving it"})
"""What an action of empty hands is with a picture in hand."""

_WITHOUT_A_THING: Mapping[str, str] = MappingProxyType({"kicking": "kicking high"})
"""What an action is where nothing is said that it is done to: who kicks no ball kicks the air."""


def _known_for(said: Said, inside: str) -> str:
    """The action of a trade that is done just where somebody is: a rower is in a boat."""
    action = said.known_for() if inside else ""
    return action if inside in _SHOWN_WITH.get(action, ()) else ""


@dataclass(frozen=True, slots=True)
class _Hands:
    """A prop that is held, or where the picture that is stands in the sentence; a trade's `tool`; the words that said so."""

    holds: str = ""
    held_at: int = -1
    tool: str = ""
    spots: Spots = ()

    @property
    def outright(self) -> bool:
        """Said, and no tool of a trade."""
        return bool(self.spots) and self.full

    @property
    def full(self) -> bool:
        return bool(self.holds) or self.held_at >= 0


def _hands(
    said: Said,
    words: Sequence[str],
    action: str,
    rides: str,
    taken: Set[int],
    things: Set[int],
    phrases: Sequence[Set[int]],
    *,
    standing: bool,
) -> _Hands:
    """What is in hand: nothing where they steer, nor a trade's tool where they are at something else."""
    if rides and RIDES[rides].pose.arms == "steer":
        return _Hands()
    busy = bool(action) and ACTIONS[action].needs_hands
    own = busy and ACTIONS[action].hand is None
    holds, held_at, spots = said.held(taken, things, phrases, outright=own, standing=standing)
    hidden = "stethoscope" in words  # which a clipboard would hide
    tool = "" if busy or hidden or holds or held_at >= 0 else said.tool(taken)
    return _Hands(tool, held_at, "", spots) if tool in PROPS else _Hands(holds, held_at, tool, spots)


def _with_what_is_around(
    wears: tuple[str, ...], words: Sequence[str], rides: str, *, elsewhere: bool
) -> tuple[str, ...]:
    """A cat in a backpack has none on, and it is the plane that has wings."""
    off = {"backpack"} if elsewhere else set()
    off |= {"wings"} if rides or verbs.FLOWN & set(words) else set()
    return tuple(name for name in wears if name not in off)


def _has_landed(balanced: str, at: Spots, words: Sequence[str]) -> bool:
    """A butterfly is light enough for a nose; a ball is above it."""
    return balanced in verbs.LIGHT and words[at[-1]] in verbs.NOSES


def _picture_on_head(balanced: str, balanced_at: Spots, pictures: Set[int]) -> int:
    return balanced_at[0] if balanced_at and balanced_at[0] in pictures and balanced != "orange" else -1


def passive(
    words: Sequence[str],
    *,
    hero: Set[int],
    carriers: Set[int],
    wears: bool,
    things: Set[int] = frozenset(),
    holds: bool = False,
    acts: bool = False,
    behind: Mapping[int, Set[str]] = NOTHING,
) -> Doing:
    """What can be said of something without paws: where it is, what it rides, if it `wears` anything, what, what it has in
    its mouth or its claws, if it `holds` anything, and what it does, if it can be given arms and legs (`acts`)."""
    said = Said(words, hero)
    station = said.station(behind)
    rides, rides_at = said.ride(carriers, boards=False) if station < 0 else ("", ())
    inside, inside_at = ("", ()) if rides or station >= 0 else said.place()
    balanced, balanced_at = said.on_head()
    if set(balanced_at) & hero:
        balanced, balanced_at = "", ()  # “camper van with surfboards” has them on its roof already
    if set(balanced_at) & {*rides_at, *inside_at}:
        rides, rides_at, inside, inside_at = "", (), "", ()
    worn, worn_at, _ = said.worn(by_job=False) if wears else ((), (), ())
    carrier, ridden_at, seat_at = ((), -1, -1) if rides or inside or balanced else said.carried(carriers, station)
    mood, mood_at = said.mood()
    action, action_at = said.action() if acts else ("", ())
    taken = {*rides_at, *inside_at, *worn_at, *carrier, *balanced_at, *action_at}
    prop, held_at, held_spots = said.held(taken, things, outright=True) if holds else ("", -1, ())
    return Doing(
        wears=worn,
        action=action,
        holds=prop,
        held_at=held_at,
        balanced_at=balanced_at[0] if balanced_at else -1,
        inks=said.inks((*worn, rides, inside)),
        rides=rides,
        inside=inside,
        mood=mood,
        ridden_at=ridden_at,
        seat_at=seat_at,
        heard=frozenset([*taken, *held_spots, *mood_at]) - hero,
    )
