"""Stability's hosted Stable Diffusion 3.5: a form goes out, even without a file, and the picture is in the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from pod.http import Part, Reply
from pod.imaging.load import sniff
from pod.providers.answers import Reading, answered, delivered, found, lifted, read_json, refusal, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import (
    Order,
    Outside,
    Remote,
    RemoteSettings,
    address_setting,
    client_to,
    key_setting,
    model_setting,
)

_K = OutcomeKind

MODELS = load_models("stability")
MODEL = "sd3.5-large"
BASE_URL = "https://api.stability.ai"

_SEEDS = 4_294_967_294
_LOCKED_OUT = timedelta(seconds=60)
"""How long nothing is taken after too many requests; their answer does not say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StabilitySettings(RemoteSettings):
    api_key: str = key_setting("Key of the Stability API.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class Stability(Remote):
    name = "stability"
    reading = Reading(
        words={"content_moderation": _K.BLOCKED, "not_found": _K.MODEL_GONE},
        # calls that fail are free, so this one may be made again
        statuses={500: _K.UNAVAILABLE},
    )

    def __init__(self, settings: StabilitySettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        client = client_to(
            settings.base_url,
            outside,
            headers={"Authorization": f"Bearer {settings.api_key}", "Accept": "application/json"},
            secrets=(settings.api_key,),
        )
        super().__init__(MODELS, settings, client, outside)

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, prompt_family="tags-eight")

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", "/v2beta/stable-image/generate/sd3", parts=form(order), lift=True)
        return self._read(reply, order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v1/user/balance")

    def _read(self, reply: Reply, order: Order) -> Outcome:
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        answer, model = read_json(reply), order.model
        finish, picture = text_at(answer, "finish_reason"), text_at(answer, "image")
        about: dict[str, Any] = {"model": model.id, "provider_code": finish}
        if not picture:
            return answered(_K.UNKNOWN, "Its answer cannot be read", **about)
        cost = model.prices[order.frame.size]
        if finish == "CONTENT_FILTERED":
            # the picture beside it is blurred, and nobody's
            sentence = "What was drawn was held back by the service's content rules."
            return answered(_K.BLOCKED, sentence, stage="output", cost=cost, **about)
        return delivered(lifted(reply, picture), order.frame, cost=cost, **about)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        answer = read_json(reply)
        name = text_at(answer, "name")
        kind = self.reading.kind(reply, name, look=look)
        errors = found(answer, "errors")
        said = ", ".join(text_at(errors, n) for n in range(len(errors))) if isinstance(errors, list) else ""
        until = self._outside.now() + _LOCKED_OUT if kind is _K.RATE_LIMITED and not reply.until else None
        stage = "prompt" if kind is _K.BLOCKED else ""
        return refusal(
            kind, reply, said=said, until=until, provider_code=name, stage=stage, request_id=text_at(answer, "id")
        )


def form(order: Order) -> list[Part]:
    """Drawn after a picture, it takes that picture's shape: a ratio beside it is refused."""
    prompt, references = order.request.prompt, order.request.references
    fields = {
        "prompt": order.description,
        "negative_prompt": prompt.negative,
        "model": order.model.id,
        "mode": "image-to-image" if references else "text-to-image",
        "strength": str(order.model.options["strength"]) if references else "",
        "aspect_ratio": "" if references else order.frame.ratio,
        "seed": str(order.request.seed % _SEEDS + 1),  # 0 is a seed of their own choice
        "output_format": "png",
    }
    texts: list[Part] = [(name, (None, value)) for name, value in fields.items() if value]
    return [*texts, *(("image", ("picture", picture, sniff(picture))) for picture in references)]


PROVIDER = ProviderFactory("stability", StabilitySettings, Stability, "Stable Diffusion 3.5, hosted by Stability.")
