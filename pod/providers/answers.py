"""From what a service answered to an `Outcome`: by tables, and by looking at what came.

An adapter names its own words in a `Reading`; a word that it does not know never crashes and never becomes a repeat of
something that may have been paid for.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from pod.http import Reply, Verdict
from pod.imaging.header import Header, read_header
from pod.model.errors import InputRefused
from pod.model.money import Money
from pod.providers.base import Frame, Outcome, OutcomeKind, Picture

P = ParamSpec("P")
R = TypeVar("R")

TOLERANCE_PX = 16
"""Pixel tables are of what was seen, and sides are rounded to blocks of 8 or 16."""

_WORDS_CHARS = 300

_BY_STATUS: Mapping[int, OutcomeKind] = {
    401: OutcomeKind.AUTH,
    402: OutcomeKind.QUOTA,
    403: OutcomeKind.AUTH,
    429: OutcomeKind.RATE_LIMITED,
}

_SENTENCES: Mapping[OutcomeKind, str] = {
    OutcomeKind.UNAVAILABLE: "It cannot be reached",
    OutcomeKind.UNKNOWN: "No answer came that can be read",
    OutcomeKind.AUTH: "It does not accept the key",
    OutcomeKind.QUOTA: "The account has nothing left",
    OutcomeKind.RATE_LIMITED: "It takes no more requests for the moment",
}


class Answered(Exception):
    """Carries an outcome up from wherever it was found."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


def answers(method: Callable[P, R]) -> Callable[P, R | Outcome]:
    """A method of the port may find its outcome at any depth."""

    @functools.wraps(method)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R | Outcome:
        try:
            return method(*args, **kwargs)
        except Answered as e:
            return e.outcome

    return wrapped


def answered(kind: OutcomeKind, reason: str, **more: Any) -> Outcome:
    """An outcome without a picture, its reason a whole sentence."""
    sentence = " ".join(reason.split())[:_WORDS_CHARS]
    return Outcome(kind, reason=sentence if sentence.endswith((".", "!", "?")) else f"{sentence}.", **more)


@dataclass(frozen=True, slots=True)
class Reading:
    """How one service's refusals are meant: by its own word first, then by HTTP status."""

    words: Mapping[str, OutcomeKind] = field(default_factory=dict)
    statuses: Mapping[int, OutcomeKind] = field(default_factory=dict)

    def kind(self, reply: Reply, *words: str, look: bool = False) -> OutcomeKind:
        """`words` are the service's own, the most telling first. A `look` changes nothing over there: whatever became of
        it, the picture is still where it was, and may be looked for again."""
        kind = self._meant(reply, words)
        return OutcomeKind.UNAVAILABLE if look and kind is OutcomeKind.UNKNOWN else kind

    def _meant(self, reply: Reply, words: tuple[str, ...]) -> OutcomeKind:
        if reply.verdict is Verdict.UNAVAILABLE_BEFORE_SEND:
            return OutcomeKind.UNAVAILABLE
        known = next((self.words[word] for word in words if word in self.words), None)
        return known or self.statuses.get(reply.status) or _BY_STATUS.get(reply.status) or _by_class(reply.status)


def _by_class(status: int) -> OutcomeKind:
    """A redirect is not followed, so nothing was asked; a server that fails may have acted before; 200 is no refusal."""
    if 300 <= status < 400:
        return OutcomeKind.UNAVAILABLE
    return OutcomeKind.INVALID_REQUEST if 400 <= status < 500 else OutcomeKind.UNKNOWN


def refusal(kind: OutcomeKind, reply: Reply, *, said: str = "", until: datetime | None = None, **more: Any) -> Outcome:
    """An outcome from a reply without a picture: what it means, and the service's own words where it sent any."""
    words = said or reply.reason or f"status {reply.status}"
    sentence = f"{_SENTENCES[kind]}: {words}" if kind in _SENTENCES else words
    return answered(kind, sentence, until=until or reply.until, **more)


def read_json(reply: Reply) -> Any:
    """The answer's JSON, or None where it is none."""
    try:
        return reply.json()
    except ValueError:
        return None


def found(value: Any, *path: str | int) -> Any:
    """What stands at a path of keys and indices, or None: an answer's shape is never believed."""
    for step in path:
        if isinstance(step, int) and isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        elif isinstance(step, str) and isinstance(value, dict):
            value = value.get(step)
        else:
            return None
    return value


def text_at(value: Any, *path: str | int) -> str:
    """A text or a number at a path, as text; "" where there is none."""
    there = found(value, *path)
    return str(there) if isinstance(there, (str, int)) and not isinstance(there, bool) else ""


def lifted(reply: Reply, value: str) -> bytes:
    """A base64 picture of an answer; nothing when its text is damaged or cut off, which `delivered` then says."""
    try:
        return reply.lifted.picture(value) if reply.lifted else b""
    except ValueError:
        return b""


def delivered(
    data: bytes, frame: Frame, *, alpha: bool = False, model: str, cost: Money, notes: tuple[str, ...] = (), **more: Any
) -> Outcome:
    """What came, looked at: its type from its bytes, its end, its sides against the pixel table.

    It is decoded in full where it is measured, in a child process. Whatever it is, it was delivered and has its cost.
    """
    try:
        header = read_header(data)
    except InputRefused as e:
        return answered(OutcomeKind.NO_IMAGE, str(e), model=model, cost=cost, **more)
    if alpha and not header.has_alpha:
        notes = (*notes, "A clear ground was asked for and an opaque one came; it is cut out here.")
    wrong = _wrong_size(header, frame)
    facts = {"delivered": f"{header.width_px} x {header.height_px} px, {header.media_type}"}
    picture = Picture(data, notes=(*notes, wrong) if wrong else notes, facts=facts)
    kind = OutcomeKind.WRONG_SIZE if wrong else OutcomeKind.OK
    return Outcome(kind, picture, model, cost=cost, reason=wrong, **more)


def _wrong_size(header: Header, frame: Frame) -> str:
    off = max(abs(header.width_px - frame.width_px), abs(header.height_px - frame.height_px))
    if off <= TOLERANCE_PX:
        return ""
    return (
        f"{frame.width_px} × {frame.height_px} px were asked for,"
        f" {header.width_px} × {header.height_px} px were delivered."
    )
