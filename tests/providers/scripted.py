"""An image service in memory that does everything the port knows: tasks, keys, edits, signed callbacks, old models.

It answers truly until told otherwise: `script` holds what the next calls of `submit` come to instead.
"""

from __future__ import annotations

import hashlib
import hmac
import io
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PIL import Image

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

SIZES_PX = ((64, 64), (96, 64))
PRICE = Money(39_000)
POLLS = 2


@dataclass(frozen=True, slots=True)
class ScriptedSettings:
    secret: str = field(metadata={"help": "Signs callbacks."})


class Scripted:
    name = "scripted"

    def __init__(self, settings: ScriptedSettings) -> None:
        self._secret = settings.secret.encode()
        self.script: deque[OutcomeKind] = deque()
        self.charged: list[str] = []
        self.away = False
        self.given: list[bytes] = []
        self._pictures: dict[str, bytes] = {}
        self._asked: dict[str, int] = {}

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            sizes_px=SIZES_PX,
            alpha=True,
            seed=True,
            edits=True,
            references=1,
            vector=False,
            idempotent=True,
            finds_by_key=True,
            signed_callback=True,
            prompt_family="short",
        )

    @property
    def models(self) -> tuple[Model, ...]:
        day = date(2026, 11, 1)
        return (
            Model("scripted-2", self.name, ("scripted", "scripted-latest"), None, "", PRICE, day, day),
            Model("scripted-1", self.name, (), date(2026, 6, 1), "scripted-2", PRICE, day, day),
        )

    def estimate(self, request: ProviderRequest) -> Money:
        del request
        return PRICE

    def submit(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        refusal = self._refusal(request)
        if refusal:
            return refusal
        kind = self.script.popleft() if self.script else OutcomeKind.OK
        return self._taken(request, key, "") if kind is OutcomeKind.OK else _no(kind, "So it was scripted.")

    def poll(self, task_id: str) -> Outcome | Pending:
        if task_id not in self._pictures:
            return _no(OutcomeKind.INVALID_REQUEST, f"There is no task “{task_id}”.")
        self._asked[task_id] += 1
        if self._asked[task_id] < POLLS:
            return Pending(task_id, 1.0)
        picture = Picture(self._pictures[task_id])
        return Outcome(OutcomeKind.OK, picture, "scripted-2", request_id=task_id, cost=PRICE)

    def find(self, key: str) -> Outcome | Pending | None:
        return self.poll(key) if key in self._pictures else None

    def edit(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending:
        return self._refusal(request) or self._taken(request, key, instruction)

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        genuine = hmac.compare_digest(headers.get("X-Signature", ""), self.signature(body))
        return body.decode() if genuine else None

    def signature(self, body: bytes) -> str:
        return hmac.new(self._secret, body, hashlib.sha256).hexdigest()

    def check_key(self) -> str:
        return "Nobody answers; see whether the service is up." if self.away else ""

    def _refusal(self, request: ProviderRequest) -> Outcome | None:
        if self.away:
            return _no(OutcomeKind.UNAVAILABLE, "Nobody answers.")
        if len(request.references) > self.capabilities.references:
            return _no(OutcomeKind.INVALID_REQUEST, "One picture is taken along, not more.")
        known = {"", *(name for model in self.models for name in (model.id, *model.aliases))}
        if request.model not in known:
            return _no(OutcomeKind.INVALID_REQUEST, f"There is no model “{request.model}”.")
        gone = next((m for m in self.models if m.id == request.model and m.replaced_by), None)
        if gone:
            return _no(OutcomeKind.MODEL_GONE, f"{gone.id} was switched off; use {gone.replaced_by}.")
        if (request.width_px, request.height_px) not in SIZES_PX:
            offered = ", ".join(f"{w} × {h}" for w, h in SIZES_PX)
            return _no(
                OutcomeKind.INVALID_REQUEST, f"{request.width_px} × {request.height_px} px is not drawn, {offered} is."
            )
        return None

    def _taken(self, request: ProviderRequest, key: str, instruction: str) -> Pending:
        """A new key is drawn and charged for; one that is known goes on as it is."""
        if key not in self._pictures:
            self.charged.append(key)
            self.given += request.references
            self._pictures[key] = _drawn(request, instruction)
            self._asked[key] = 0
        return Pending(key, 1.0)


def _no(kind: OutcomeKind, reason: str) -> Outcome:
    return Outcome(kind, model="scripted-2", reason=reason)


def _drawn(request: ProviderRequest, instruction: str) -> bytes:
    """Clear on the left, a colour of sentence, seed and instruction on the right."""
    said = f"{request.prompt.slots.get('subject')}|{request.seed}|{instruction}".encode("utf-8", "surrogatepass")
    red, green, blue = hashlib.sha256(said).digest()[:3]
    picture = Image.new("RGBA", (request.width_px, request.height_px))
    picture.paste((red, green, blue, 255), (request.width_px // 2, 0, request.width_px, request.height_px))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


PROVIDER = ProviderFactory("scripted", ScriptedSettings, Scripted, "An image service in memory, for tests.")
