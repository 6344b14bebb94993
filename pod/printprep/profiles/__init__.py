"""The press profile that comes with Pod: ISO Coated v2 300 % by basICColor (FOGRA39), zlib licence beside it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from pod.imaging.press import NO_PROFILE, PressProfile, read_press_profile
from pod.model.errors import InputRefused

SHIPPED = Path(__file__).parent / "ISOcoated_v2_300_bas.icc"


@dataclass(frozen=True, slots=True)
class _Credit:
    """What the page of credits says; the profile is used as it comes."""

    folder: str = "profiles"
    title: str = "Press profile ISO Coated"
    version: str = "v2 300 %"
    author: str = "basICColor GmbH"
    licence: str = "Zlib"
    source: str = "pod/printprep/profiles/ISOcoated_v2_300_bas.txt"


CREDIT = _Credit()


def press_profile(choice: str = "") -> PressProfile | None:
    """`choice`: a file's path, `NO_PROFILE`, or "" for the one that comes with Pod. Raises `InputRefused` for a file that
    is none."""
    if not choice:
        return shipped_profile()
    if choice == NO_PROFILE:
        return None
    path = Path(choice).expanduser()
    try:
        icc = path.read_bytes()
    except OSError as e:
        raise InputRefused(
            "profile_unreadable",
            f"The profile {path.name} cannot be read: {e.strerror}.",
            "Give the path of an .icc file.",
        ) from e
    return read_press_profile(icc, path.name)


@functools.cache
def shipped_profile() -> PressProfile | None:
    """None where an installation left the file out. Its words are known: only a stranger's profile has to be opened."""
    if not SHIPPED.is_file():
        return None
    return PressProfile(SHIPPED.read_bytes(), "ISO Coated v2 300% (basICColor)", "FOGRA39", version=2)
