"""What the test servers of fulfilment partners are made of: a memory, a clock that is set, faults on command, books.

A server is written from the partner's published contract, not from our adapter: it refuses what the real one refuses. The
print files are really downloaded, and really looked at. Work that the partner does by itself (downloading, computing costs)
is done between two looks at an order; a repeated delivery, or a late one, is due when the clock has come to it.

What the documents leave open is decided the harder way round for the caller, and said so where it stands.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlsplit

from PIL import Image

from tests.servers.imageservice import Mutation, json_mutations, problems
from tests.servers.serving import Call, HttpServer, Refused, Reply, posted

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATE_S = 30.0
"""How long after a call a partner may still carry it out."""

RETRY_AFTER_S = 7
_MOST_BYTES = 300_000_000


class Clock:
    """Only moved by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._due: list[tuple[datetime, Callable[[], object]]] = []

    def at(self, seconds: float, action: Callable[[], object]) -> None:
        self._due.append((self.now + timedelta(seconds=seconds), action))

    def advance(self, seconds: float) -> None:
        """What falls due on the way is done in its order, each at its own time."""
        end = self.now + timedelta(seconds=seconds)
        while due := sorted((d for d in self._due if d[0] <= end), key=lambda d: d[0]):
            self._due.remove(due[0])
            self.now = max(self.now, due[0][0])
            due[0][1]()
        self.now = end


# --- faults


class Effect(NamedTuple):
    """What becomes of a call: whether it is carried out (at once, or only later), and the answer in place of its own."""

    done: str
    reply: Reply


_PAGE = {"Content-Type": "text/html"}
EFFECTS: Mapping[str, Effect] = {
    "hang after": Effect("now", Reply(hang=True)),
    "cut after": Effect("now", Reply(cut=True)),
    "500 after": Effect("now", Reply(500, b'{"message": "Internal error."}', {"Content-Type": "application/json"})),
    "502 after": Effect("now", Reply(502, b"<html><h1>502 Bad Gateway</h1></html>", _PAGE)),
    "garbage after": Effect("now", Reply(200, b"<html>welcome to the hotel</html>", _PAGE)),
    "cut and late": Effect("later", Reply(cut=True)),
    "504 and late": Effect("later", Reply(504, b"<html><h1>504 Gateway Time-out</h1></html>", _PAGE)),
    "hang before": Effect("never", Reply(hang=True)),
    "cut before": Effect("never", Reply(cut=True)),
    "500 before": Effect("never", Reply(500, b'{"message": "Internal error."}', {"Content-Type": "application/json"})),
    "502 before": Effect("never", Reply(502, b"<html><h1>502 Bad Gateway</h1></html>", _PAGE)),
    "503 before": Effect("never", Reply(503, b"<html><h1>503</h1></html>", _PAGE)),
    "429 before": Effect("never", Reply(429, b"", {"Retry-After": str(RETRY_AFTER_S)})),
    "429 without a time": Effect("never", Reply(429, b"Too Many Attempts.", {"Content-Type": "text/plain"})),
    "moved before": Effect("never", Reply(302, b"", {"Location": "https://elsewhere.invalid/"})),
}
"""What may become of any call to any partner. ``after``: it has been carried out all the same."""

VERBS = ("create", "confirm", "cancel", "change", "look", "quote", "catalogue", "account")


class Faults(deque[str]):
    """In the order in which they are to strike: ``confirm: cut after`` strikes the next order that is confirmed. Without a
    verb it strikes at the usual one."""

    def __init__(self, known: Iterable[str], usual: str = "") -> None:
        super().__init__()
        self._known, self._usual = tuple(known), usual

    def append(self, fault: str) -> None:
        named = fault if ": " in fault else f"{self._usual}: {fault}"
        if named not in self._known:
            raise ValueError(f"There is no fault {fault!r}; there are {', '.join(self._known)}.")
        super().append(named)

    def extend(self, faults: Iterable[str]) -> None:
        for fault in faults:
            self.append(fault)

    def due(self, verb: str) -> str:
        """The name of the fault that strikes this call, if any does."""
        fault = next((f for f in self if f.startswith(f"{verb}: ")), "")
        if fault:
            self.remove(fault)
        return fault.removeprefix(f"{verb}: ")


# --- files


@dataclass(frozen=True, slots=True)
class Download:
    """A print file as a partner fetched it. `problem` says why it will not do, in the partner's place."""

    url: str
    data: bytes = field(default=b"", repr=False)
    problem: str = ""

    @property
    def md5(self) -> str:
        return hashlib.md5(self.data).hexdigest()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def size_px(self) -> tuple[int, int]:
        with Image.open(io.BytesIO(self.data)) as picture:
            return picture.size


_MAGIC: Mapping[str, tuple[str, bytes]] = {
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    "pdf": ("application/pdf", b"%PDF-"),
}


def download(url: str, kinds: tuple[str, ...] = ("png", "jpeg")) -> Download:
    """Without cookies, and without following anywhere. Plain http is for this machine only."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname != "127.0.0.1":
        return Download(url, problem="could not be reached")
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request("GET", url.partition(parts.netloc)[2] or "/")
        answer = connection.getresponse()
        data = answer.read(_MOST_BYTES)
    except (OSError, HTTPException):
        return Download(url, problem="could not be downloaded whole")
    finally:
        connection.close()
    return Download(url, data, _problem(answer.status, answer.headers.get_content_type(), data, kinds))


def _problem(status: int, media_type: str, data: bytes, kinds: tuple[str, ...]) -> str:
    if status != 200:
        return f"answered {status}"
    kind = next((k for k in kinds if data.startswith(_MAGIC[k][1])), "")
    if not kind or media_type != _MAGIC[kind][0]:
        return f"says {media_type}, and is {kind or 'none of ' + ', '.join(kinds)}"
    return "" if kind == "pdf" else _picture_problem(data)


def _picture_problem(data: bytes) -> str:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
    except (OSError, SyntaxError):
        return "breaks off"
    return ""


def is_link(value: Any) -> bool:
    """An address that can be fetched from outside; of this machine's own, only in tests."""
    return (
        isinstance(value, str)
        and re.fullmatch(r"(https://[\w.-]+|http://127\.0\.0\.1)(:\d+)?/[!-~]*", value) is not None
    )


# --- news


@dataclass
class Delivery:
    """What was told, in the very bytes, and how each try to deliver it went; 0 is no answer."""

    id: str
    kind: str
    order_id: str
    url: str
    headers: dict[str, str]
    body: bytes
    tries: list[int] = field(default_factory=list)


class Charge(NamedTuple):
    order_id: str
    cents: int


# --- the server


class Route(NamedTuple):
    method: str
    path: str
    verb: str
    handler: str


class PartnerServer(HttpServer):
    """A subclass has `ROUTES`, `FAULTS` of its own and `MOVES`, and says who may call and what `advance` changes."""

    NAME: ClassVar[str]
    PAGES: ClassVar[tuple[str, ...]]
    """The vendor's own, by which the server was written."""

    ROUTES: ClassVar[tuple[Route, ...]]
    FAULTS: ClassVar[Mapping[str, str]] = {}
    """The partner's own mishaps, and what each is about."""

    MOVES: ClassVar[Mapping[str, tuple[str, ...]]]
    """From each state of an order, in the partner's word, to which it may be moved."""

    PER_MINUTE: ClassVar[int] = 0
    """How many calls a minute are taken, where that is published."""

    RETRIES_S: ClassVar[tuple[float, ...]] = ()
    """How long after a failed delivery it is tried again, each time."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token
        self.clock = Clock(NOON)
        names = (*EFFECTS, *self.FAULTS)
        self.faults = Faults((f"{verb}: {name}" for verb in VERBS for name in names), "create")
        self.fault = ""
        """That of the call at hand, where it is one of the partner's own."""
        self.orders: dict[str, dict[str, Any]] = {}
        self.charges: list[Charge] = []
        self.articles: dict[Any, Any] = {}
        """What is sold, by the partner's own name for it: each with its `cents`, and whether it is `in_stock`."""
        self.discontinued: dict[Any, Any] = {}
        self.downloads: list[Download] = []
        self.events: list[Delivery] = []
        self.refuses_all = False
        """The account is out of order: every call ends with 401."""
        self.news_held = False
        """What is told is written down and not delivered until `deliver` is called, in whatever order."""
        self._to = ""
        """Where news goes; nowhere, as long as nobody has asked for any."""
        self._numbers = 0
        self._minute = self.clock.now, 0

    @property
    def base_url(self) -> str:
        return self.url

    # --- what tests say and look at

    def events_to(self, url: str) -> None:
        self._to = url

    def state(self, order_id: str) -> str:
        raise NotImplementedError

    def advance(self, order_id: str, state: str) -> None:
        """The partner goes on with an order, and tells of it. `ValueError` where that is no move from its state."""
        with self._lock:
            now = self.state(order_id)
            if state not in self.MOVES.get(now, ()):
                raise ValueError(f"{self.NAME} does not go from {now!r} to {state!r}.")
            self.moved(self.orders[order_id], state)
        self.deliver_news()

    def moved(self, order: dict[str, Any], state: str) -> None:
        raise NotImplementedError

    def work(self) -> None:
        """A round of what the partner does by itself. Those behind HTTP do it between two looks at an order."""

    # --- what is sold

    def reprice(self, article: Any, cents: int) -> None:
        self.articles[article] = replace(self.articles[article], cents=cents)

    def restock(self, article: Any, *, there: bool) -> None:
        self.articles[article] = replace(self.articles[article], in_stock=there)

    def discontinue(self, article: Any) -> None:
        """Of what nobody can order any more there may well be orders."""
        self.discontinued[article] = self.articles.pop(article)

    def sold(self, article: Any) -> Any:
        return {**self.discontinued, **self.articles}[article]

    def creations(self) -> list[Call]:
        """The calls that asked for an order."""
        return [call for call in self.calls if (found := self._routed(call)) and found[0].verb == "create"]

    # --- answering

    def respond(self, call: Call) -> Reply:
        with self._lock:
            self.calls.append(call)
            left = self._left_of_this_minute()
            try:
                if left < 0:
                    raise self.too_many()
                self.check_auth(call)
                reply = self._carried_out(call)
            except Refused as e:
                reply = e.reply
        # news may well arrive before the answer does
        self.deliver_news()
        return self.answered(reply, left)

    def answered(self, reply: Reply, left: int) -> Reply:
        """As it goes out, with what is said on every answer."""
        return reply

    def too_many(self) -> Refused:
        raise NotImplementedError

    def _left_of_this_minute(self) -> int:
        minute = self.clock.now.replace(second=0, microsecond=0)
        self._minute = minute, self._minute[1] + 1 if self._minute[0] == minute else 1
        return self.PER_MINUTE - self._minute[1] if self.PER_MINUTE else 0

    def check_auth(self, call: Call) -> None:
        """`Refused` for a stranger."""
        raise NotImplementedError

    def not_found(self, call: Call) -> Refused:
        raise NotImplementedError

    def _routed(self, call: Call) -> tuple[Route, tuple[str, ...]] | None:
        for route in self.ROUTES:
            match = re.fullmatch(route.path, call.route)
            if match and route.method == call.method:
                return route, match.groups()
        return None

    def _carried_out(self, call: Call) -> Reply:
        found = self._routed(call)
        if found is None:
            raise self.not_found(call)
        route, words = found
        handle: Callable[..., Reply] = getattr(self, route.handler)
        fault = self.faults.due(route.verb)
        if fault not in EFFECTS:
            self.fault = fault
            return handle(call, *words)
        self.fault, (done, reply) = "", EFFECTS[fault]
        if done == "now":
            handle(call, *words)
        if done == "later":
            self.clock.at(LATE_S, lambda: self._late(handle, call, words))
        return reply

    def _late(self, handle: Callable[..., Reply], call: Call, words: tuple[str, ...]) -> None:
        """The caller has long gone; what is wrong with the call is told to nobody."""
        with self._lock, contextlib.suppress(Refused):
            handle(call, *words)
        self.deliver_news()

    # --- strict requests

    def checked(self, call: Call, shape: Mapping[str, Any]) -> Any:
        """The body of a call, where all is in order with it."""
        if call.header("Content-Type").partition(";")[0].strip() != "application/json":
            raise self.wrong_type()
        try:
            body = call.json()
        except ValueError as e:
            raise self.invalid([f"The body is no JSON: {e}"]) from e
        if wrong := list(problems(body, shape)) or list(self.more_problems(body, shape)):
            raise self.invalid(wrong)
        return body

    def more_problems(self, body: Any, shape: Mapping[str, Any]) -> Iterable[str]:
        """What no shape can say."""
        return ()

    def invalid(self, wrong: Sequence[str]) -> Refused:
        raise NotImplementedError

    def wrong_type(self) -> Refused:
        return self.invalid(["The Content-Type must be application/json."])

    # --- what is done by the way

    def next_number(self) -> int:
        self._numbers += 1
        return self._numbers

    def stamp(self) -> str:
        return self.clock.now.isoformat().replace("+00:00", "Z")

    def fetched(self, url: str, kinds: tuple[str, ...] = ("png", "jpeg")) -> Download:
        self.downloads.append(download(url, kinds))
        return self.downloads[-1]

    # --- telling

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers of a delivery; one that is not signed has none that says who sent it."""
        return {"Content-Type": "application/json"}

    def tell(self, kind: str, order_id: str, event_id: str, body: Any, url: str = "") -> Delivery:
        raw = json.dumps(body, separators=(",", ":")).encode()
        told = Delivery(event_id, kind, order_id, url or self._to, self.signed(raw), raw)
        self.events.append(told)
        return told

    def deliver_news(self) -> None:
        """Without the lock: whoever hears of an order looks at it."""
        if not self.news_held:
            for told in [e for e in self.events if e.url and not e.tries]:
                self.deliver(told)

    def deliver(self, told: Delivery) -> int:
        """Its status; where it failed, it is tried again when that is due."""
        told.tries.append(posted(told.url, told.headers, told.body))
        failures = len(told.tries)
        if not 200 <= told.tries[-1] < 300 and failures <= len(self.RETRIES_S):
            self.clock.at(self.RETRIES_S[failures - 1], lambda: self.deliver(told))
        return told.tries[-1]

    def forged(self, told: Delivery) -> Delivery:
        """The same news from somebody who does not know the secret: its signature is that of other bytes."""
        return replace(told, headers=self.signed(told.body + b" "), tries=[])


def order_mutations(auth_header: str) -> tuple[Mutation, ...]:
    """Those that any partner refuses of an order that is created. To GET an address of orders is to list them."""
    return tuple(m for m in json_mutations(auth_header) if m.name != "GET")
