"""Stability's hosted Stable Diffusion 3.5: a form goes out, even without a file, and the picture is in the answer.

Its upscalers take a picture of up to a megapixel. Two answer at once; the creative one takes a task on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from pod.http import Part, Reply
from pod.imaging.header import read_header
from pod.imaging.load import sniff
from pod.model.money import Money
from pod.providers.answers import (
    Answered,
    Reading,
    answered,
    answers,
    delivered,
    found,
    lifted,
    read_json,
    refusal,
    text_at,
)
from pod.providers.base import (
    Capabilities,
    Flow,
    Frame,
    Model,
    Outcome,
    OutcomeKind,
    Pending,
    ProviderFactory,
    ProviderRequest,
)
from pod.providers.models import enlarged_px, load_models, model_named
from pod.providers.remote import (
    Order,
    Outside,
    Remote,
    RemoteSettings,
    Ticket,
    address_setting,
    client_to,
    key_setting,
    model_setting,
)

_K = OutcomeKind

MODELS = load_models("stability")
UPSCALERS = load_models("stability", "stability_upscalers.toml")
MODEL = "sd3.5-large"
BASE_URL = "https://api.stability.ai"

_SEEDS = 4_294_967_294
_UPSCALE = "/v2beta/stable-image/upscale"
_AT_WORK, _POLL_S = 202, 10.0
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

    @property
    def enlargers(self) -> tuple[Model, ...]:
        return UPSCALERS

    def estimate(self, request: ProviderRequest) -> Money:
        upscaler = model_named(UPSCALERS, request.model)
        return upscaler.price if upscaler else super().estimate(request)

    @answers
    def enlarge(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        order = _enlarging(request, key)
        door = f"{_UPSCALE}/{order.model.options['door']}"
        reply = self._client.send("POST", door, parts=upscale_form(order), lift=True)
        if order.model.flow is Flow.SYNC:
            return self._read(reply, order)
        task = text_at(read_json(reply), "id")
        if not 200 <= reply.status < 300 or not task:
            return self._refused(reply)
        return Pending(str(Ticket(task, order.model, order.frame)), _POLL_S)

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        """Of the creative upscaler alone: what is drawn answers at once."""
        ticket = _upscaling(task_id)
        reply = self._client.send("GET", f"{_UPSCALE}/creative/result/{ticket.task}", lift=True)
        if reply.status == _AT_WORK:
            return Pending(task_id, _POLL_S)
        if not 200 <= reply.status < 300:
            return self._look_refused(reply)
        return self._read(reply, ticket)

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", "/v2beta/stable-image/generate/sd3", parts=form(order), lift=True)
        return self._read(reply, order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v1/user/balance")

    def _read(self, reply: Reply, order: Order | Ticket) -> Outcome:
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        answer, model = read_json(reply), order.model
        finish, picture = text_at(answer, "finish_reason"), text_at(answer, "image")
        about: dict[str, Any] = {"model": model.id, "provider_code": finish}
        if not picture:
            return answered(_K.UNKNOWN, "Its answer cannot be read", **about)
        cost = model.prices.get(order.frame.size, model.price)
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
        "seed": _seed(order),
        "output_format": "png",
    }
    return [*_texts(fields), *map(_image, references)]


def _texts(fields: Mapping[str, str]) -> list[Part]:
    return [(name, (None, value)) for name, value in fields.items() if value]


def _image(picture: bytes) -> Part:
    return "image", ("picture", picture, sniff(picture))


def _seed(order: Order) -> str:
    # 0 is a seed of their own choice
    return str(order.request.seed % _SEEDS + 1)


def upscale_form(order: Order) -> list[Part]:
    """The fast one takes no words."""
    words = {"prompt": order.text, "negative_prompt": order.request.prompt.negative, "seed": _seed(order)}
    fields = {**(words if order.model.options.get("prompt") else {}), "output_format": "png"}
    return [*_texts(fields), _image(order.request.references[0])]


def _enlarging(request: ProviderRequest, key: str) -> Order:
    model = model_named(UPSCALERS, request.model)
    if model is None or len(request.references) != 1:
        raise Answered(answered(_K.INVALID_REQUEST, "One picture is made larger, by one of the upscalers."))
    header = read_header(request.references[0])
    sides = enlarged_px(model, header.width_px, header.height_px)
    if sides is None:
        sentence = f"{header.width_px} × {header.height_px} px are more than {model.id} takes."
        raise Answered(answered(_K.INVALID_REQUEST, sentence, model=model.id))
    return Order(request, model, _sized(*sides), key)


def _sized(width_px: int, height_px: int) -> Frame:
    return Frame(f"{width_px}x{height_px}", "", width_px, height_px)


def _upscaling(task_id: str) -> Ticket:
    match = re.fullmatch(r"(\w+)\|([\w-]+)\|(\d+)x(\d+)\|", task_id)
    model = model_named(UPSCALERS, match[2]) if match else None
    if match is None or model is None:
        raise Answered(answered(_K.INVALID_REQUEST, f"There is no task “{task_id}”."))
    return Ticket(match[1], model, _sized(int(match[3]), int(match[4])))


PROVIDER = ProviderFactory("stability", StabilitySettings, Stability, "Stable Diffusion 3.5, hosted by Stability.")
