"""What is done with pictures of things: ``data/uses.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

_TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "data" / "uses.toml").read_text(encoding="utf-8")
)

LIFTED = frozenset(_TABLE["lifted"]["labels"])
"""What is held up in one hand rather than before the belly: tools, and what is shown."""

TOO_LARGE = frozenset(_TABLE["large"]["labels"])
"""Labels of what nobody holds in two paws."""


def _leads() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for use in ("behind", "played", "astride", "out_of", "driven"):
        for label in _TABLE[use]["labels"]:
            found[label].update(_TABLE[use]["leads"])
    return {label: frozenset(words) for label, words in found.items()}


BEHIND: Mapping[str, frozenset[str]] = _leads()
"""Label → the words before it that put somebody behind it, looking over its top."""
