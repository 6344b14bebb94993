"""OpenRouter: many houses' image models behind one key, asked in a chat; what a picture has cost stands in its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pod.http import Reply
from pod.model.money import Money
from pod.providers.answers import Reading, answered, delivered, found, lifted, read_json, refusal, text_at
from pod.providers.base import Model, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import (
    Keyed,
    KeyedSettings,
    Order,
    address_setting,
    data_url,
    key_setting,
    model_setting,
)

_K = OutcomeKind

MODELS = load_models("openrouter")
MODEL = "google/gemini-nano-banana-2.1"
BASE_URL = "https://openrouter.ai"

_SIZES = {"512": "0.5K"}
"""What is called otherwise there than at Google."""

_UNREAD = "Its answer cannot be read"
_NO_PICTURE = "It answered without a picture"
_HELD_BACK = "What was drawn was held back by the service's content rules."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRouterSettings(KeyedSettings):
    api_key: str = key_setting("Key of OpenRouter.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class OpenRouter(Keyed):
    name = "openrouter"
    own_models = MODELS
    reading = Reading(
        statuses={
            404: _K.MODEL_GONE,
            # their own clock has run out; what stands behind them may have drawn
            408: _K.UNKNOWN,
            # nobody was found who takes it
            503: _K.UNAVAILABLE,
        }
    )

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", "/api/v1/chat/completions", json=body(order), lift=True)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        return self._read(reply, order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/api/v1/key")

    def _read(self, reply: Reply, order: Order) -> Outcome:
        answer, model = read_json(reply), order.model
        about: dict[str, Any] = {"model": model.id, "request_id": text_at(answer, "id")}
        choice = found(answer, "choices", 0)
        wrong = text_at(answer, "error", "message") or text_at(choice, "error", "message")
        if wrong or not isinstance(found(choice, "message"), dict):
            # it had begun when it failed
            return answered(_K.UNKNOWN, f"{_UNREAD}: {wrong}" if wrong else _UNREAD, **about)
        about |= {"provider_code": text_at(choice, "finish_reason"), "cost": cost(answer, model, order.frame.size)}
        if about["provider_code"] == "content_filter":
            return answered(_K.BLOCKED, _HELD_BACK, stage="output", **about)
        picture = text_at(choice, "message", "images", 0, "image_url", "url")
        if not picture:
            told = text_at(choice, "message", "content")[:160]
            return answered(_K.NO_IMAGE, f"It answered without a picture: “{told}”" if told else _NO_PICTURE, **about)
        return delivered(lifted(reply, picture), order.frame, **about)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        error = found(read_json(reply), "error")
        kind, reasons = self.reading.kind(reply, look=look), found(error, "metadata", "reasons")
        code, stage = text_at(error, "code"), ""
        if reply.status == 403 and isinstance(reasons, list):
            kind, stage, code = _K.BLOCKED, "prompt", ", ".join(str(r) for r in reasons)
        return refusal(kind, reply, said=text_at(error, "message"), provider_code=code, stage=stage)


def body(order: Order) -> dict[str, Any]:
    """One picture: what is to be changed or looked at first, then what is to be drawn."""
    parts = [_inline(picture) for picture in order.request.references]
    size = _SIZES.get(order.frame.size, order.frame.size)
    return {
        "model": order.model.id,
        "messages": [{"role": "user", "content": [*parts, {"type": "text", "text": order.text}]}],
        "modalities": ["image", "text"],
        "image_config": {"aspect_ratio": order.frame.ratio, "image_size": size},
    }


def _inline(picture: bytes) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": data_url(picture)}}


def cost(answer: Any, model: Model, size: str) -> Money:
    """In dollars, as it stands in the answer; where nothing stands there, the list price."""
    usd = found(answer, "usage", "cost")
    if not isinstance(usd, (int, float)) or isinstance(usd, bool) or not 0 <= usd < 1000:
        return model.prices.get(size, model.price)
    return Money(round(usd * 1_000_000))


PROVIDER = ProviderFactory(
    "openrouter", OpenRouterSettings, OpenRouter, "Many houses’ image models through OpenRouter, under one key."
)
