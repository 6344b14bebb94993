"""OpenAI's image models: generations as JSON, edits as multipart, the picture in the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pod.http import Part, Reply
from pod.imaging.load import sniff
from pod.model.money import Money
from pod.providers.answers import Reading, answered, delivered, found, lifted, read_json, refusal, text_at
from pod.providers.base import Model, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import cost_of_tokens, load_models
from pod.providers.remote import (
    Keyed,
    KeyedSettings,
    Order,
    address_setting,
    key_setting,
    model_setting,
)

_K = OutcomeKind

MODELS = load_models("openai")
MODEL = "gpt-image-2"
BASE_URL = "https://api.openai.com"

_CLEAR_GROUND = "There is no background at all: everything around the subject is transparent."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAiSettings(KeyedSettings):
    api_key: str = key_setting("Key of the OpenAI API.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class OpenAi(Keyed):
    name = "openai"
    own_models = MODELS
    reading = Reading(
        words={
            "moderation_blocked": _K.BLOCKED,
            "content_policy_violation": _K.BLOCKED,
            "model_not_found": _K.MODEL_GONE,
            "insufficient_quota": _K.QUOTA,
            "billing_hard_limit_reached": _K.QUOTA,
            "rate_limit_exceeded": _K.RATE_LIMITED,
            "invalid_api_key": _K.AUTH,
        },
        # taken by another request just then: this one was not
        statuses={409: _K.UNAVAILABLE},
    )

    def _ask(self, order: Order) -> Outcome | Pending:
        if order.request.references:
            reply = self._client.send("POST", "/v1/images/edits", parts=edit_parts(order), lift=True)
        else:
            reply = self._client.send("POST", "/v1/images/generations", json=fields(order), lift=True)
        return self._read(reply, order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", f"/v1/models/{self.models[0].id}")

    def _read(self, reply: Reply, order: Order) -> Outcome:
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        answer, model = read_json(reply), order.model
        about: dict[str, Any] = {"model": model.id, "request_id": reply.header("x-request-id")}
        if not isinstance(found(answer, "data"), list):
            return answered(_K.UNKNOWN, "Its answer cannot be read", **about)
        spent = cost(answer, model)
        picture = text_at(answer, "data", 0, "b64_json")
        if not picture:
            return answered(_K.NO_IMAGE, "It answered without a picture", cost=spent, **about)
        return delivered(lifted(reply, picture), order.frame, alpha=_clear(order), cost=spent, **about)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        error = found(read_json(reply), "error")
        code = text_at(error, "code")
        kind = self.reading.kind(reply, code, text_at(error, "type"), look=look)
        wait_ms = reply.header("retry-after-ms")
        until = self._outside.now() + timedelta(milliseconds=int(wait_ms)) if wait_ms.isdigit() else None
        return refusal(
            kind,
            reply,
            said=text_at(error, "message"),
            until=until,
            provider_code=code,
            stage=text_at(error, "moderation_details", "moderation_stage"),
            request_id=reply.header("x-request-id"),
        )


def fields(order: Order) -> dict[str, Any]:
    """`model` is always sent: their default is one that has been switched off. `response_format` never is: these models
    refuse it."""
    return {
        "model": order.model.id,
        "prompt": _text(order),
        "n": 1,
        "size": f"{order.frame.width_px}x{order.frame.height_px}",
        "quality": order.model.options.get("quality", "auto"),
        "output_format": "png",
        "background": "transparent" if _clear(order) else "opaque",
    }


def edit_parts(order: Order) -> list[Part]:
    """The same fields, and the pictures as files. A mask's clear pixels are where the picture may change."""
    parts: list[Part] = [(name, (None, str(value))) for name, value in fields(order).items()]
    for n, picture in enumerate(order.request.references, 1):
        media_type = sniff(picture)
        parts.append(("image[]", (f"picture-{n}.{media_type.rpartition('/')[2]}", picture, media_type)))
    if order.request.mask:
        parts.append(("mask", ("mask.png", order.request.mask, "image/png")))
    return parts


def cost(answer: Any, model: Model) -> Money:
    """From the tokens that were counted; without them, the list price."""
    usage = found(answer, "usage")
    drawn = found(usage, "output_tokens")
    if not isinstance(drawn, int):
        return model.price
    texts, pictures = (found(usage, "input_tokens_details", kind) for kind in ("text_tokens", "image_tokens"))
    counts = {"image": drawn, "input": texts, "reference": pictures}
    return cost_of_tokens(model, {kind: n for kind, n in counts.items() if isinstance(n, int)})


def _clear(order: Order) -> bool:
    """Whether the ground will be cut out anyway, and this model can leave it away."""
    return order.model.alpha and bool(order.request.prompt.key_rgb)


def _text(order: Order) -> str:
    ground = order.request.prompt.slots.get("ground", "")
    if not (_clear(order) and ground):
        return order.text
    return order.text.replace(ground, _CLEAR_GROUND)


PROVIDER = ProviderFactory("openai", OpenAiSettings, OpenAi, "OpenAI’s gpt-image models, with masks for edits.")
