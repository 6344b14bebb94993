"""The press profile that comes with Pod: ISO Coated v2 300 % by basICColor (FOGRA39), zlib licence beside it."""

from __future__ import annotations

import functools
from pathlib import Path

from pod.imaging.press import PressProfile

SHIPPED = Path(__file__).parent / "ISOcoated_v2_300_bas.icc"


@functools.cache
def shipped_profile() -> PressProfile | None:
    """None where an installation left the file out. Its words are known: only a stranger's profile has to be opened."""
    if not SHIPPED.is_file():
        return None
    return PressProfile(SHIPPED.read_bytes(), "ISO Coated v2 300% (basICColor)", "FOGRA39", version=2)
