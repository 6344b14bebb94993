"""An image service of the tests' own: paid by the picture, with a memory on disk that outlives a killed process.

It is honest. What it has drawn it has charged for, also when its answer is lost; what it refuses costs nothing; a task that
it has taken on goes on whether anybody asks or not. What it does next can be scripted, call by call.
"""

from __future__ import annotations

import hashlib
import io
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from PIL import Image, ImageDraw

from pod.model.money import Money
from pod.providers.base import (
    Capabilities,
    Model,
    Outcome,
    OutcomeKind,
    Pending,
    Picture,
    ProviderFactory,
    ProviderRequest,
)

MODEL = "studio-1"
PRICE = Money(40_000)
SIDE_PX = 800


class Fault(Enum):
    """What goes wrong with a call, beside the refusals that `OutcomeKind` names."""

    ANSWER_LOST = "drawn and charged for, and the answer never arrives"
    REQUEST_LOST = "never arrives, and looks the same from outside"
    CRASH = "the adapter itself breaks while it is called"
    GARBAGE = "answers with something that is no picture"
    EMPTY = "says ok and sends nothing"


@dataclass(frozen=True, slots=True)
class StudioSettings:
    folder: str = field(metadata={"help": "Where the service keeps its books and its pictures."})


class Studio:
    """`waits`: takes a request on as a task that has to be polled `polls` times before it is done. `guides`: it takes a
    picture along. `edits`: it paints a bar onto a picture that it is given, and moves all of it by `drift_px`;
    where it `strays` it paints one that nobody asked for as well."""

    def __init__(
        self,
        settings: StudioSettings,
        *,
        name: str = "studio",
        waits: bool = False,
        polls: int = 1,
        poll_s: float = 1.0,
        finds_by_key: bool = False,
        idempotent: bool = False,
        price: Money = PRICE,
        edits: bool = False,
        guides: bool = False,
        masks: bool = False,
        strays: bool = False,
        drift_px: tuple[int, int] = (0, 0),
    ) -> None:
        self.name = name
        self.folder = Path(settings.folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.away = False
        self.price = price
        self.submits: deque[OutcomeKind | Fault | Outcome] = deque()
        self.looks: deque[OutcomeKind | Fault | Outcome] = deque()
        """What `poll` and `find` answer, before they answer truly."""
        self._waits, self._polls, self._poll_s = waits, polls, poll_s
        self._finds_by_key, self._idempotent = finds_by_key, idempotent
        self._edits, self._guides, self.drift_px = edits, guides, drift_px
        self._masks, self._strays = masks, strays
        self.masked: list[bytes] = []
        self.told: list[str] = []
        self.given: list[bytes] = []
        """What `edit` was told, and the pictures that came along, with edits and drawings alike."""

    # --- what a test looks at, without the adapter

    @property
    def charged(self) -> list[str]:
        """The key of every picture that was charged for, in order."""
        return self._lines("charged")

    @property
    def asked(self) -> list[str]:
        """Every call that reached the service: what was called and with what."""
        return self._lines("asked")

    # --- the port

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            sizes_px=((SIDE_PX, SIDE_PX),),
            alpha=True,
            seed=True,
            edits=self._edits,
            references=int(self._edits or self._guides),
            masks=self._masks,
            vector=False,
            idempotent=self._idempotent,
            finds_by_key=self._finds_by_key,
        )

    @property
    def models(self) -> tuple[Model, ...]:
        since = date(2026, 11, 1)
        return (Model(MODEL, self.name, (), None, "", self.price, since, since),)

    def estimate(self, request: ProviderRequest) -> Money:
        return self.price

    def submit(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        if refusal := self._refusal(request):
            return refusal
        self.given += request.references
        return self._drawn(key, lambda: _drawing(request))

    def _refusal(self, request: ProviderRequest) -> Outcome | None:
        if self.away:
            return _no(OutcomeKind.UNAVAILABLE, "Nobody answers.")
        if len(request.references) > self.capabilities.references:
            return _no(OutcomeKind.INVALID_REQUEST, "No picture is taken along here.")
        if request.model not in ("", MODEL):
            return _no(OutcomeKind.MODEL_GONE, f"There is no model {request.model}; there is {MODEL}.")
        if (request.width_px, request.height_px) not in self.capabilities.sizes_px:
            size = f"{request.width_px} × {request.height_px}"
            return _no(OutcomeKind.INVALID_REQUEST, f"{size} px is not drawn here; {SIDE_PX} × {SIDE_PX} px is.")
        return None

    def poll(self, task_id: str) -> Outcome | Pending:
        answer = self._scripted_look("poll", task_id)
        if answer:
            return answer
        task = self.folder / f"{task_id}.task"
        if not task.exists():
            return _no(OutcomeKind.INVALID_REQUEST, f"There is no task {task_id}.")
        asked = int(task.read_text()) + 1
        task.write_text(str(asked))
        return Pending(task_id, self._poll_s) if asked < self._polls else self._picture(task_id)

    def find(self, key: str) -> Outcome | Pending | None:
        if not self._finds_by_key:
            return _no(OutcomeKind.UNKNOWN, "Nobody can say.")
        answer = self._scripted_look("find", key)
        if answer:
            return answer
        if not self._picture_file(key).exists():
            return None
        return Pending(key, self._poll_s) if self._waits else self._picture(key)

    def edit(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending:
        if not self._edits:
            return _no(OutcomeKind.INVALID_REQUEST, "Nothing is edited here.")
        if refusal := self._refusal(request):
            return refusal
        if request.mask and not self._masks:
            return _no(OutcomeKind.INVALID_REQUEST, "No mask is taken here.")
        self.told.append(instruction)
        self.given += request.references
        self.masked.append(request.mask)
        return self._drawn(key, lambda: _edited(request, instruction, self.drift_px, strays=self._strays))

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        return None

    def check_key(self) -> str:
        return "Nobody answers." if self.away else ""

    # --- the service

    def _drawn(self, key: str, draw: Callable[[], bytes]) -> Outcome | Pending:
        script = self.submits.popleft() if self.submits else None
        if script is Fault.CRASH:
            raise RuntimeError("planted-secret-4711")
        if script is Fault.REQUEST_LOST:
            return _no(OutcomeKind.UNKNOWN, "")
        self._note("asked", f"submit {key}")
        if isinstance(script, OutcomeKind) and script is not OutcomeKind.OK:
            return _no(script, "So it was scripted.")
        if isinstance(script, Outcome):
            return script
        if not (self._idempotent and self._picture_file(key).exists()):
            self._note("charged", key)
            self._picture_file(key).write_bytes(draw() if script is not Fault.GARBAGE else b"no picture")
        if script is Fault.ANSWER_LOST:
            return _no(OutcomeKind.UNKNOWN, "")
        if script is Fault.EMPTY:
            return Outcome(OutcomeKind.OK, model=MODEL, request_id=key)
        if self._waits:
            (self.folder / f"{key}.task").write_text("0")
            return Pending(key, self._poll_s)
        return self._picture(key)

    def _scripted_look(self, what: str, key: str) -> Outcome | None:
        self._note("asked", f"{what} {key}")
        if not self.looks:
            return None
        script = self.looks.popleft()
        if script is Fault.CRASH:
            raise RuntimeError("planted-secret-4711")
        if isinstance(script, Outcome):
            return script
        return _no(script, "So it was scripted.") if isinstance(script, OutcomeKind) else None

    def _picture(self, key: str) -> Outcome:
        data = self._picture_file(key).read_bytes()
        return Outcome(OutcomeKind.OK, Picture(data), MODEL, request_id=key, cost=self.price)

    def _picture_file(self, key: str) -> Path:
        return self.folder / f"{key}.png"

    def _note(self, book: str, line: str) -> None:
        with (self.folder / book).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _lines(self, book: str) -> list[str]:
        path = self.folder / book
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _no(kind: OutcomeKind, reason: str) -> Outcome:
    return Outcome(kind, model=MODEL, reason=reason)


def _drawing(request: ProviderRequest) -> bytes:
    """A disc in the middle of a clear ground, its colour from sentence, seed and what came along."""
    subject = request.prompt.slots.get("subject") or request.prompt.text
    told = f"{subject}|{request.seed}".encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(told + b"".join(request.references)).digest()
    picture = Image.new("RGBA", (request.width_px, request.height_px))
    inset = request.width_px // 12
    box = (inset, inset, request.width_px - inset, request.height_px - inset)
    ImageDraw.Draw(picture).ellipse(box, fill=(*(64 + c // 2 for c in digest[:3]), 255))
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _edited(request: ProviderRequest, instruction: str, drift_px: tuple[int, int], *, strays: bool) -> bytes:
    """The picture that was given, moved, with a bar in the middle whose colour is the instruction's."""
    digest = hashlib.sha256(instruction.encode("utf-8", "surrogatepass")).digest()
    size = request.width_px, request.height_px
    with Image.open(io.BytesIO(request.references[0])) as given:
        picture = given.convert("RGB").resize(size)
    ground = picture.getpixel((0, 0))
    moved = Image.new("RGB", size, ground)
    moved.paste(picture, drift_px)
    left, top = size[0] * 2 // 5 + drift_px[0], size[1] * 2 // 5 + drift_px[1]
    box = (left, top, left + size[0] // 5, top + size[1] // 10)
    ImageDraw.Draw(moved).rectangle(box, fill=tuple(c // 2 for c in digest[:3]))
    if strays:
        below = (left, top + size[1] // 4, left + size[0] // 5, top + size[1] * 3 // 10)
        ImageDraw.Draw(moved).rectangle(below, fill=(0, 0, 0))
    out = io.BytesIO()
    moved.save(out, "PNG", compress_level=1)
    return out.getvalue()


PROVIDER = ProviderFactory(
    name="studio",
    settings=StudioSettings,
    build=Studio,
    summary="An image service for tests, with its books on disk.",
)
