"""What the test servers of image services are made of: on loopback, strict, with real pictures and a book of charges.

A server is written from the service's published contract, not from our adapter: it refuses what the real one refuses.
`MODES` is the table of what may go wrong there; `play` lets the next pictures go wrong that way.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import pkgutil
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PIL import Image, ImageDraw

import tests.servers
from pod.providers.base import OutcomeKind
from tests.servers.serving import Call, HttpServer, Refused, Reply, said  # noqa: F401  their servers answer with it
from tests.servers.shortcomings import drawn_as


@dataclass(frozen=True, slots=True)
class Mode:
    """One way for a picture to go, the outcome that it must come to, and how many pictures the service charges for it."""

    name: str
    outcome: OutcomeKind
    about: str
    charged: int = 0
    play: str = ""
    """The server's method for it, where several ways share one; it finds the name in `playing`."""

    @property
    def method(self) -> str:
        return f"play_{self.play or self.name.replace(' ', '_')}"


TRANSPORT = (
    Mode("cut", OutcomeKind.UNKNOWN, "the picture is drawn and charged for, and the line is cut before the answer", 1),
    Mode("hang", OutcomeKind.UNKNOWN, "the picture is drawn and charged for, and nobody answers", 1),
    Mode("no json", OutcomeKind.UNKNOWN, "an answer arrives that is not JSON", 1),
    Mode("bad gateway", OutcomeKind.UNKNOWN, "a proxy on the way answers 502 with a page of HTML", 1),
    Mode("moved", OutcomeKind.UNAVAILABLE, "a redirect to elsewhere, which is not followed"),
)
"""What any service behind HTTP may do."""


class ImageService(HttpServer):
    """A subclass names itself, has `MODES`, and answers `route`. Used as a context manager, it serves."""

    NAME: ClassVar[str]
    MODES: ClassVar[tuple[Mode, ...]]

    def __init__(self) -> None:
        super().__init__()
        self.charged: list[str] = []
        self.billed: list[Call] = []
        """The calls that were charged for, as often as they were."""
        self.playing = ""
        self._script: deque[str] = deque()
        self._forms: deque[str] = deque()

    # --- what tests say and look at

    def play(self, *modes: str) -> None:
        """How the next pictures go; after them, all goes well."""
        self._script.extend(modes)

    def returns(self, *forms: str) -> None:
        """What the next pictures look like (`shortcomings.FORMS`); after them they are as always."""
        self._forms.extend(forms)

    def paid_calls(self) -> list[Call]:
        """The calls that asked for a picture."""
        return [call for call in self.calls if call.method == "POST"]

    # --- the service

    def route(self, call: Call) -> Reply:
        raise NotImplementedError

    def respond(self, call: Call) -> Reply:
        with self._lock:
            self.calls.append(call)
            _AT_WORK.forms = self._forms
            try:
                return self.route(call)
            except Refused as e:
                return e.reply

    def played(self, wanted: Any) -> Reply:
        """The answer to a request that is in order, in the way that is due."""
        name = self._script.popleft() if self._script else self.MODES[0].name
        mode = next(m for m in self.MODES if m.name == name)
        self.charged += [name] * mode.charged
        self.billed += [self.calls[-1]] * mode.charged
        self.playing = name
        play: Callable[[Any], Reply] | None = getattr(self, mode.method, None)
        return play(wanted) if play else self.plays_later(wanted, name)

    def plays_later(self, wanted: Any, name: str) -> Reply:
        """A way for a picture to go that does not show in the answer to its request, and has no method of its own."""
        raise NotImplementedError(f"{self.NAME} cannot play {name}")

    def play_cut(self, wanted: Any) -> Reply:
        return Reply(cut=True)

    def play_hang(self, wanted: Any) -> Reply:
        return Reply(hang=True)

    def play_no_json(self, wanted: Any) -> Reply:
        return Reply(200, b"<html>welcome to the hotel</html>", {"Content-Type": "text/html"})

    def play_bad_gateway(self, wanted: Any) -> Reply:
        return Reply(502, b"<html><h1>502 Bad Gateway</h1></html>", {"Content-Type": "text/html"})

    def play_moved(self, wanted: Any) -> Reply:
        return Reply(302, b"", {"Location": "https://elsewhere.invalid/"})


# --- strict requests


def problems(value: Any, shape: Any, where: str = "") -> Iterator[str]:
    """What is wrong with a JSON value. A shape is a table of fields (``name!`` is required, others are unknown), a list
    of one shape, a tuple of allowed values, a type, or a rule that says whether a value will do."""
    if isinstance(shape, dict):
        yield from _object_problems(value, shape, where)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where} is no list"
        for n, one in enumerate(value if isinstance(value, list) else ()):
            yield from problems(one, shape[0], f"{where}[{n}]")
    elif isinstance(shape, tuple):
        if value not in shape or isinstance(value, bool) != isinstance(shape[0], bool):
            yield f"{where} is {value!r}, allowed: {shape}"
    elif isinstance(shape, type):
        if not isinstance(value, shape) or (isinstance(value, bool) and shape is not bool):
            yield f"{where} is {value!r}, which is no {shape.__name__}"
    elif not shape(value):
        yield f"{where} cannot be {value!r}"


def _object_problems(value: Any, shape: Mapping[str, Any], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where or 'the body'} is no object"
        return
    known = {name.rstrip("!"): (name.endswith("!"), inner) for name, inner in shape.items()}
    yield from (f'Unknown name "{name}" at "{where}"' for name in value if name not in known)
    for name, (required, inner) in known.items():
        if name in value:
            yield from problems(value[name], inner, f"{where}.{name}".lstrip("."))
        elif required:
            yield f"{where}.{name} is missing".lstrip(".")


def any_object(value: Any) -> bool:
    return isinstance(value, dict)


# --- pictures

_AT_WORK = threading.local()
"""What the service that answers in this thread has been told to draw."""


def drawing(width_px: int, height_px: int, told: str, form: str = "PNG", *, clear: bool = False) -> bytes:
    """A disc whose place depends on what was told; the same for the same words. Or what the service was told to draw."""
    if forms := getattr(_AT_WORK, "forms", None):
        return drawn_as(forms.popleft(), width_px, height_px, form)
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
    across, down = (size // 5 + digest[n] * size // 1024 for n, size in enumerate((width_px, height_px)))
    box = (across, down, across + width_px // 2, down + height_px // 2)
    picture = (
        Image.new("LA", (width_px, height_px), (255, 0))
        if clear
        else Image.new("1" if form == "PNG" else "L", (width_px, height_px), 1 if form == "PNG" else 255)
    )
    ImageDraw.Draw(picture).ellipse(box, fill=(digest[2] // 2, 255) if clear else 0)
    out = io.BytesIO()
    picture.convert("RGBA").save(out, "PNG", compress_level=1) if clear else picture.save(out, form)
    return out.getvalue()


# --- requests that were changed on their way


@dataclass(frozen=True, slots=True)
class Mutation:
    name: str
    change: Callable[[Call], Call]


def json_set(name: str, path: Sequence[str | int], value: Any) -> Mutation:
    """The request with another value at a path of its JSON; `...` takes the field away."""

    def change(call: Call) -> Call:
        body = call.json()
        inner = body
        for step in path[:-1]:
            inner = inner[step]
        if value is ...:
            del inner[path[-1]]
        else:
            inner[path[-1]] = value
        return call.with_json(body)

    return Mutation(name, change)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value in a body, and where it stands."""
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from places(one, (*path, step))


def header_set(name: str, header: str, value: str) -> Mutation:
    def change(call: Call) -> Call:
        kept = {n: v for n, v in call.headers.items() if n.lower() != header.lower()}
        return replace(call, headers=kept | ({header: value} if value else {}))

    return Mutation(name, change)


def path_set(name: str, old: str, new: str) -> Mutation:
    return Mutation(name, lambda call: replace(call, path=call.path.replace(old, new)))


def body_set(name: str, body: bytes) -> Mutation:
    return Mutation(name, lambda call: replace(call, body=body))


def json_mutations(auth_header: str) -> tuple[Mutation, ...]:
    """Those that any service refuses which takes JSON under a key."""
    return (
        header_set("no key", auth_header, ""),
        header_set("another key", auth_header, "not-the-key"),
        Mutation("GET", lambda call: replace(call, method="GET", body=b"")),
        Mutation("PUT", lambda call: replace(call, method="PUT")),
        Mutation("another path", lambda call: replace(call, path=call.path.replace(call.route, f"{call.route}x", 1))),
        body_set("no body", b""),
        body_set("no JSON", b"{oh"),
        body_set("a list", b"[]"),
        body_set("an empty object", b"{}"),
        json_set("an unknown field", ["frobnicate"], 1),
    )


def everywhere(call: Call) -> Iterator[Mutation]:
    """A JSON request changed at every place it has: another name in each object, each value wrapped in a list."""
    for path, value in _places(call.json()):
        named = "/".join(map(str, path))
        if isinstance(value, dict):
            yield json_set(f"an unknown field in {named}", [*path, "frobnicate"], 1)
        if path:
            yield json_set(f"a list for {named}", path, [value])


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, value
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    ):
        yield from _places(inner, (*path, step))


def sent(call: Call) -> Call:
    """As it can be sent again: without what the connection adds."""
    own = ("host", "content-length", "connection", "accept-encoding")
    return replace(call, headers={n: v for n, v in call.headers.items() if n.lower() not in own})


# --- all of them


def services() -> tuple[type[ImageService], ...]:
    """The test server of every image service, found in this folder: a module of one ends in ``SERVICE = …``."""
    names = (m.name for m in pkgutil.iter_modules(tests.servers.__path__, "tests.servers."))
    modules = (importlib.import_module(name) for name in names)
    return tuple(m.SERVICE for m in modules if hasattr(m, "SERVICE"))
