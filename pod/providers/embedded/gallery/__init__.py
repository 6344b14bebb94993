"""Art of Pod's own for what people ask for, by subject. A new thing is a row in the table of its module, nothing else:
it answers to its own name, and to what ``data/gallery.toml`` says of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pod.providers.embedded.gallery.flowers import BLOSSOMS, BOUQUETS, FLOWERS
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.gallery.plants import PLANTS
from pod.providers.embedded.gallery.spires import SPIRES

FLORA = BLOSSOMS.keys() | BOUQUETS.keys() | SPIRES.keys() | PLANTS.keys()
"""What can stand in a vase or a pot."""

SIGHTLY: frozenset[str] = frozenset()
"""What may stand in a landscape."""

EDIBLE: frozenset[str] = frozenset()
ANIMATE: frozenset[str] = frozenset()

GALLERY: Mapping[str, Draw] = {**BLOSSOMS, **BOUQUETS, **SPIRES, **PLANTS}

_TABLE = Path(__file__).parent.parent / "data" / "gallery.toml"


def _called() -> dict[str, str]:
    own = {name: name for name in GALLERY}
    tied = {phrase: f"bouquet of {name}" for name in FLOWERS for phrase in (f"bunch of {name}", f"{name} bouquet")}
    listed = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    told = {phrase: name for theme in listed.values() for name, phrases in theme.items() for phrase in phrases}
    return own | tied | told


NAMES: Mapping[str, str] = _called()
"""Phrase → the thing that it names."""
