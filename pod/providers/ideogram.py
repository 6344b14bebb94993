"""Ideogram 3.0: forms with a key, a picture behind a link, and a door of its own for pictures without a ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pod.http import Part, Reply
from pod.imaging.load import sniff
from pod.providers.answers import Reading, answered, delivered, found, read_json, refusal, text_at
from pod.providers.base import Outcome, OutcomeKind, Pending, ProviderFactory
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

MODELS = load_models("ideogram")
MODEL = "ideogram-v3-transparent"
BASE_URL = "https://api.ideogram.ai"
LINK_HOSTS = ("ideogram.ai", ".ideogram.ai")

_DRAWING, _CLEAR, _CHANGING = (f"/v1/ideogram-v3/{door}" for door in ("generate", "generate-transparent", "remix"))
_SEEDS = 1 << 31


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeogramSettings(RemoteSettings):
    api_key: str = key_setting("Key of the Ideogram API.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class Ideogram(Remote):
    name = "ideogram"
    # the prompt has failed their safety check
    reading = Reading(statuses={422: _K.BLOCKED, 404: _K.MODEL_GONE})

    def __init__(self, settings: IdeogramSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        client = client_to(
            settings.base_url, outside, headers={"Api-Key": settings.api_key}, secrets=(settings.api_key,)
        )
        super().__init__(MODELS, settings, client, outside, link_hosts=LINK_HOSTS)

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", _door(order), parts=parts(order))
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        return self._read(reply, order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/models")

    def _read(self, reply: Reply, order: Order) -> Outcome:
        answer, model = read_json(reply), order.model
        if not isinstance(found(answer, "data"), list):
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=model.id)
        paid = model.prices[order.frame.size]
        about: dict[str, Any] = {"model": model.id, "cost": paid}
        if found(answer, "data", 0, "is_image_safe") is False:
            sentence = "What was drawn was held back by the service's content rules."
            return answered(_K.BLOCKED, sentence, stage="output", provider_code="is_image_safe", **about)
        link = text_at(answer, "data", 0, "url")
        if not link:
            return answered(_K.NO_IMAGE, "It answered without a picture", **about)
        return delivered(self._fetched(link, model, paid=paid), order.frame, alpha=model.alpha, **about)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        kind = self.reading.kind(reply, look=look)
        stage = "prompt" if kind is _K.BLOCKED else ""
        return refusal(kind, reply, said=text_at(read_json(reply), "error"), stage=stage)


def _door(order: Order) -> str:
    if order.request.references:
        return _CHANGING
    return _CLEAR if order.model.alpha else _DRAWING


def parts(order: Order) -> list[Part]:
    """Texts as fields, and the picture that is to be changed as a file."""
    form: list[Part] = [(name, (None, value)) for name, value in fields(order).items()]
    for picture in order.request.references:
        media_type = sniff(picture)
        form.append(("image", (f"picture.{media_type.rpartition('/')[2]}", picture, media_type)))
    return form


def fields(order: Order) -> Mapping[str, str]:
    options, prompt = order.model.options, order.request.prompt
    told = {
        "prompt": _text(order),
        "aspect_ratio": order.frame.ratio.replace(":", "x"),
        "rendering_speed": str(options["speed"]),
        # else the prompt is written anew over there
        "magic_prompt": "OFF",
        "num_images": "1",
        "seed": str(order.request.seed % _SEEDS),
    }
    if prompt.negative:
        told["negative_prompt"] = prompt.negative
    if order.model.alpha:
        told["upscale_factor"] = order.frame.size
    return told


def _text(order: Order) -> str:
    """A picture without a ground is not asked for with one."""
    ground = order.request.prompt.slots.get("ground", "")
    return order.text.replace(ground, "").strip() if order.model.alpha and ground else order.text


PROVIDER = ProviderFactory(
    "ideogram", IdeogramSettings, Ideogram, "Ideogram 3.0, which draws without a ground and is good at lettering."
)
