"""The characters that can be drawn: one row of numbers each, in ``data/species.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).parent.parent / "data" / "species.toml"


@dataclass(frozen=True, slots=True)
class Species:
    """`head` is (half width, half height); `eyes` (radius, distance from the middle, drop below the head's centre).

    `feet`, `torso` and `ear` are inks where those parts have one of their own, `coat` what its body shows. `wears` is what it
    is never seen without, and `lift` how much higher than everybody's its head is, on a long neck. `kin` is what it is a breed of.
    `labels` are pictures of the keyword set that it can stand in for; `aliases` other names of it.
    """

    name: str
    base: str
    dark: str
    light: str
    head: tuple[float, float]
    eyes: tuple[float, float, float]
    ears: str = "none"
    muzzle: tuple[float, float] = (0.0, 0.0)
    nose: str = ""
    tail: str = ""
    marks: tuple[str, ...] = ()
    coat: tuple[str, ...] = ()
    feet: str = ""
    torso: str = ""
    ear: str = ""
    iris: str = ""
    snout: str = ""
    body: str = "plush"
    arms: str = "paw"
    belly: bool = True
    lift: float = 0.0
    kin: str = ""
    wears: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def _read(name: str, row: Mapping[str, Any]) -> Species:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Species(name, **fields)


SPECIES: Mapping[str, Species] = {
    name: _read(name, row) for name, row in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items()
}

ALIASES: Mapping[str, str] = {alias: s.name for s in SPECIES.values() for alias in s.aliases}

STANDS_FOR: Mapping[str, str] = {
    **{name: name for name in SPECIES},
    **{label: s.name for s in SPECIES.values() for label in s.labels},
}
"""Picture label → the species that can stand in for it."""
