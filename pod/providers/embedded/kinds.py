"""Pictures that are treated in a way of their own, by their labels: ``data/kinds.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "kinds.toml").read_text(encoding="utf-8"))

IN_GROUPS = frozenset(_TABLE["in_groups"])
WOMEN = frozenset(_TABLE["women"])
_OF_WOMEN = ("woman", "women", "lady", "ladies", "girl", "girls", "waitress", "stewardess", "actress", "hostess")
ANY_KIND = frozenset(_TABLE["any_kind"])
BODY = frozenset(_TABLE["body"])
WEAR_HATS = frozenset(_TABLE["wear_hats"])
WITH_FACES = frozenset(_TABLE["with_faces"])
AS_TALL = frozenset(_TABLE["as_tall"])
SEESAW = "seesaw"
"""What nobody sits on alone."""

SEVERAL = frozenset(_TABLE["several"])
OWN_PLANTS = frozenset(_TABLE["own_plants"])
OF_ITS_OWN_COLOUR = frozenset(_TABLE["of_its_own_colour"])
DYED_TOO = frozenset(_TABLE["dyed_too"])
HAVE_FACES = frozenset(_TABLE["have_faces"])
HELD_TOO = frozenset(_TABLE["held_too"])
YOUNG = frozenset(_TABLE["young"])
YOUNG_OF: Mapping[str, frozenset[str]] = {young: frozenset(kinds) for young, kinds in _TABLE["young_of"].items()}
VISITORS = frozenset(_TABLE["visitors"])
BLOOMS = frozenset(_TABLE["blooms"])
SMALL_BESIDE = frozenset(_TABLE["small_beside"])
STOOD_BEFORE = frozenset(_TABLE["stood_before"])
HOUSES = frozenset(_TABLE["houses"])
LANDMARKS = frozenset(_TABLE["landmarks"])
AIRBORNE = frozenset(_TABLE["airborne"])
AFLOAT = frozenset(_TABLE["afloat"])
NOT_FOR_CHILDREN = frozenset(_TABLE["not_for_children"])
PARTS: Mapping[str, frozenset[str]] = {part: frozenset(wholes) for part, wholes in _TABLE["parts"].items()}
"""Words by what they are part of, where that was named before."""


def is_of_a_woman(trade: str) -> bool:
    """Whether a woman is drawn for it: where its word says so, and for some that do not."""
    return trade in WOMEN or trade.endswith(_OF_WOMEN)
