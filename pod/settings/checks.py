"""What a variable may hold: each check turns its text into the value, or says in a `ValueError` what is allowed."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pod.imaging.press import NO_PROFILE, read_press_profile
from pod.model.errors import InputRefused
from pod.model.money import Money

MIN_SECRET_BYTES = 32

Check = Callable[[str], Any]


def folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def file(text: str) -> Path:
    return Path(os.path.normpath(folder(text)))


def database_url(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("Use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.")
    return text


def files_dir(text: str) -> Path:
    if not text.startswith("file:") or text == "file:":
        raise ValueError("Use file:FOLDER.")
    return folder(text.removeprefix("file:").removeprefix("//"))


def secret(text: str) -> str:
    if text and len(text.encode()) < MIN_SECRET_BYTES:
        raise ValueError(
            f"It has {len(text.encode())} bytes; {MIN_SECRET_BYTES} are needed."
            " Make one: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    return text


def public_url(text: str) -> str:
    if not re.fullmatch(r"https?://[^/\s?#@]+/?", text):
        raise ValueError("Use an address such as https://shop.example, without a path.")
    return text.rstrip("/")


def names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def host_names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if not all(re.fullmatch(r"\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*", name) for name in names):
        raise ValueError("Use names such as pod.internal, without scheme and port.")
    return names


def count(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text):
        raise ValueError("Use a whole number from 1 to 9999999.")
    return int(text)


def dollars(text: str) -> Money:
    try:
        amount = float(text)
    except ValueError:
        amount = math.nan
    if not 0 <= amount <= 1_000_000:
        raise ValueError("Use an amount in US dollars from 0 to 1000000, for example 12.50.")
    return Money(round(amount * 1_000_000))


def dollars_or_none(text: str) -> Money | None:
    return dollars(text) if text else None


def press_profile(text: str) -> str:
    """A file's path, "none", or "" for the profile that comes with Pod."""
    if text in ("", NO_PROFILE):
        return text
    path = Path(text).expanduser().absolute()
    try:
        read_press_profile(path.read_bytes(), path.name)
    except OSError as e:
        raise ValueError(f"It cannot be read: {e.strerror}.") from e
    except InputRefused as e:
        raise ValueError(f"{e.message} {e.hint}") from e
    return str(path)


def up_to(most: int) -> Check:
    """A small whole number: 0, 1, … `most`."""

    def check(text: str) -> int:
        if text not in map(str, range(most + 1)):
            raise ValueError(f"Use a number from 0 to {most}.")
        return int(text)

    return check


def one_of(*allowed: str) -> Check:
    def check(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"Use one of: {', '.join(allowed)}.")
        return text

    return check
