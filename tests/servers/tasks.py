"""What the test servers of services share that take tasks: a task waits, is at work, and is then over, one step each time
that it is asked about. Its picture is a file, behind a link that needs no key.

Google's models are drawn by several of them, in the pixels that Google draws.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.servers.generate_content import Wanted as Google
from tests.servers.imageservice import Call, ImageService, Reply, drawing

_LINK = "/files/"
_TYPES: Mapping[str, str] = {"png": "image/png", "jpg": "image/jpeg"}


class Wanted(NamedTuple):
    """A picture as it was asked for."""

    model: str
    width_px: int
    height_px: int
    words: str

    def drawn(self, form: str = "PNG", *, share: int = 1) -> bytes:
        return drawing(self.width_px // share, self.height_px // share, self.words, form)


def googles(model: str, size: str, ratio: str, words: str) -> Wanted:
    """At one of Google's sizes: 512, 1K, 2K or 4K."""
    return Wanted(model, *Google(model, size, ratio, words).pixels, words)


@dataclass
class Task:
    id: str
    mode: str
    wanted: Any
    about: Mapping[str, Any] = field(default_factory=dict)
    steps: int = 0


class TaskService(ImageService):
    """A subclass says in `taken_on` how it answers to a task that it takes on."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: dict[str, Task] = {}
        self.files: dict[str, bytes] = {}
        self.lapsed: set[str] = set()
        """Files whose links are too old."""

    def taken_on(self, wanted: Any, mode: str) -> Reply:
        raise NotImplementedError

    def plays_later(self, wanted: Any, name: str) -> Reply:
        return self.taken_on(wanted, name)

    def play_cut(self, wanted: Any) -> Reply:
        self.taken_on(wanted, "ok")
        return Reply(cut=True)

    # --- files

    def linked(self, name: str, data: bytes) -> str:
        self.files[name] = data
        return f"{self.url}{_LINK}{name}"

    def uploaded(self, link: str) -> bytes | None:
        return self.files.get(link.removeprefix(f"{self.url}{_LINK}"))

    def file(self, call: Call) -> Reply | None:
        """The file that a call asks for, or None where it asks for something else."""
        if call.method != "GET" or not call.route.startswith(_LINK):
            return None
        name = call.route.removeprefix(_LINK)
        if name in self.lapsed or name not in self.files:
            return Reply(403, b"<Error><Code>AccessDenied</Code></Error>", {"Content-Type": "application/xml"})
        return Reply(200, self.files[name], {"Content-Type": _TYPES.get(name.rpartition(".")[2], "")})


def is_public_https(value: Any) -> bool:
    """An address that a service on the internet can call back; none of a network of one's own."""
    match = re.fullmatch(r"https://([a-z0-9.-]+)(?::\d+)?(?:/[!-~]*)?", value) if isinstance(value, str) else None
    own = re.compile(r"localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.")
    return match is not None and not own.match(match[1]) and len(value) <= 2048
