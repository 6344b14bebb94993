"""Trades and parts that a thing plays: a pizza slice that is a ninja, a viking's skull. Rules for `retold`, which say what it wears and holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pod.providers.embedded.characters.garb import Layer
from pod.providers.embedded.characters.trades import CALLED
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.retold_kit import Told

_THING = (
    r"(?:(?:slice of pizza|pizza slice|pizza|taco|burrito|donut|doughnut|cupcake|cookie|banana|avocado|strawberry|pineapple|watermelon"
    r"|lemon|apple|carrot|potato|tomato|broccoli|pickle|onion|mushroom|toadstool|cactus|succulent|sunflower|coffee cup|cup of coffee"
    r"|coffee bean|coffee mug|coffee|teapot|toast|fried egg|egg|bacon|hot ?dog|burger|hamburger|cheeseburger|french fries|fries|sushi"
    r"|ramen|dumpling|peanut|pumpkin|jack[- ]o[- ]lantern|acorn|cloud|tooth|brain|pencil|book|light ?bulb|marshmallow|popcorn"
    r"|cheese|ice cream cone|ice cream|popsicle|corn|chili pepper|chilli|pear|peach|cherry|garlic|eggplant|aubergine|pretzel|waffle"
    r"|pancake|bagel|croissant|baguette|bread|boba tea|boba|beer mug|beer|wine bottle|mug|potted plant|rock|tree|snowman)\b)"
)
_SKULL = r"(?:(?:human )?skull)"

_PLAYED = (
    "ninja", "samurai", "viking", "cowboy", "cowgirl", "sheriff", "pirate", "chef", "cook", "baker", "superhero", "super hero",
    "detective", "police officer", "policeman", "cop", "firefighter", "fireman", "nurse", "builder", "construction worker",
    "engineer", "carpenter", "electrician", "mechanic", "farmer", "gardener", "artist", "painter", "graduate", "professor",
    "librarian", "dj", "clown", "magician", "sailor", "captain", "pilot", "gangster", "mafia boss", "king", "queen", "angel",
)  # fmt: skip
"""Trades that a thing is said to play; others after its name are people’s, as in “coffee roaster”."""

_NOT_ON_A_HEAD = frozenset({Layer.BODY, Layer.FEET})
"""A thing is all head: it has no body for an apron."""


def _of_trade(name: str) -> str:
    """What its trade wears above the shoulders, and holds."""
    trade = CALLED[name]
    worn = [WARDROBE[each].words[0] for each in trade.wears if WARDROBE[each].layer not in _NOT_ON_A_HEAD]
    tool = trade.holds.removesuffix(" tool")
    holding = f" holding {tool if tool.endswith('s') else f'a {tool}'}" if tool else ""
    return f"wearing a {' and '.join(worn)}{holding}"


_WEARS: Mapping[str, str] = {
    **{name: _of_trade(name) for name in _PLAYED},
    "wizard": "wearing a wizard hat holding a wand",
    "witch": "wearing a witch hat",
    "hero": "wearing an eye mask and cape",
    "plumber": "wearing a red cap holding a wrench",
    **dict.fromkeys(("teacher", "nerd"), "wearing glasses holding a book"),
    "gamer": "wearing headphones",
    "gentleman": "wearing a top hat",
    "princess": "wearing a crown",
    "santa": "wearing a santa hat",
    "devil": "wearing devil horns",
    "vampire": "wearing a vampire cape",
    "leprechaun": "wearing a leprechaun hat",
    "mariachi": "wearing a sombrero",
    "astronaut": "wearing a glass dome",
    "biker": "wearing sunglasses and bandana",
}
"""By what somebody is: what is on a thing that is it, and what it holds; a trade’s, or here where it is none or looks otherwise."""

_CROSSED: Mapping[str, str] = {
    "electrician": "lightning bolts",
    "mechanic": "wrenches",
    "plumber": "wrenches",
    "carpenter": "hammers",
    "builder": "hammers",
    "construction worker": "hammers",
    **dict.fromkeys(("chef", "cook"), "kitchen knives"),
    "viking": "axes",
    "firefighter": "axes",
    "fireman": "axes",
    "farmer": "pitchforks",
    "artist": "paint brushes",
    "painter": "paint brushes",
    "samurai": "swords",
    "ninja": "swords",
    "barber": "scissors",
    "fisherman": "fishing rods",
    "lumberjack": "axes",
    "miner": "pickaxes",
    "welder": "wrenches",
    "trucker": "wrenches",
}
"""What is crossed behind the skull of each, as bones are."""

_BARE: Mapping[str, str] = {
    "barber": "wearing a bowler hat",
    "fisherman": "wearing a straw hat",
    "lumberjack": "wearing a beanie",
    "miner": "wearing a mining helmet",
    "welder": "wearing a welding mask",
    "trucker": "wearing a red cap",
}
_ROLE = rf"(?:{'|'.join(sorted({*_WEARS, *_CROSSED}, key=len, reverse=True))})"
_BEFORE = r"(?:viking|cowboy|wizard|ninja|astronaut|superhero|detective|gangster|pirate)"
"""What is said before a thing as often as after it."""
_END = r"(?=$|,| (?:with|on|in|riding|at|and)\b)"
_FIRST = r"^(?P<pre>(?:an? |the |cute |funny |little |retro |kawaii )*)"


def _in_the_part(match: re.Match[str]) -> str:
    return f"{match['pre']}{match['thing']} with arms and legs {_WEARS[match['role'].lower()]}"


def _worn(role: str) -> str:
    return (_BARE.get(role) or _WEARS[role]).split(" holding")[0]


def _boned(match: re.Match[str]) -> str:
    role = match["role"].lower()
    crossed = role in _CROSSED and " with " not in match.string
    return f"{match['pre']}skull {_worn(role)}" + (f" and crossed {_CROSSED[role]}" if crossed else "")


def _with_its_tools(match: re.Match[str]) -> str:
    """“chef skull with knives” has them crossed behind it."""
    role, tool = match["role"].lower(), match["tools"].split()[-1].lower()
    if tool not in _CROSSED.get(role, "").split():
        return match[0]
    return f"{match['pre']}skull {_worn(role)} and crossed {_CROSSED[role]}"


_ON_THINGS = rf"(?:{'|'.join(sorted(_WEARS, key=len, reverse=True))})"

ROLES_TOLD: tuple[tuple[str, Told], ...] = (
    (rf"{_FIRST}(?P<role>{_ROLE}) {_SKULL} with (?:crossed )?(?P<tools>[a-z ]+)$", _with_its_tools),
    (rf"{_FIRST}{_SKULL}(?: (?:as|dressed as) an?)? (?P<role>{_ROLE}){_END}", _boned),
    (rf"{_FIRST}(?!pirate)(?P<role>{_ROLE})['’]?s? {_SKULL}{_END}", _boned),
    (
        rf"{_FIRST}(?P<thing>{_THING})(?: (?:dressed (?:up )?(?:as|like)|as) (?:an? )?)? ?(?P<role>{_ON_THINGS}){_END}",
        _in_the_part,
    ),
    (rf"{_FIRST}(?P<role>{_BEFORE}) (?P<thing>{_THING}){_END}", _in_the_part),
)
"""Applied in order."""
