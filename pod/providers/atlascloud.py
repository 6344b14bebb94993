"""AtlasCloud: predictions that are taken on and asked about; the picture comes as base64, or behind a link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pod.http import Reply
from pod.providers.answers import Reading, answered, answers, found, read_json, refusal, text_at
from pod.providers.base import Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import (
    Keyed,
    KeyedSettings,
    Order,
    Ticket,
    address_setting,
    data_url,
    key_setting,
    model_setting,
)
from pod.providers.tasks import Tasks

_K = OutcomeKind

MODELS = load_models("atlascloud")
MODEL = "google/nano-banana-2/text-to-image"
BASE_URL = "https://api.atlascloud.ai/api/v1"
LINK_HOSTS = (
    ".atlascloud.ai",
    "atlas-media.oss-us-west-1.aliyuncs.com",
    "atlas-media.oss-accelerate-overseas.aliyuncs.com",
)

_NOT_VISIBLE_YET = (400, 404)
"""What a prediction answers that was just taken on. That it is there was said when it was: it is waited for."""

_FAILED, _DONE = ("failed",), ("completed", "succeeded")
_FLAGGED = re.compile(r"content polic|flagged|safety|moderation|nsfw|prohibited|sensitive", re.IGNORECASE)
"""Why a prediction failed is told in a sentence, and there is no list of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasCloudSettings(KeyedSettings):
    api_key: str = key_setting("Key of AtlasCloud.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class AtlasCloud(Keyed, Tasks):
    name = "atlascloud"
    own_models = MODELS
    own_links = LINK_HOSTS
    poll_s = 3.0
    # their own client waits no longer
    patience_s = 900.0
    reading = Reading(
        # `code` in the answer may say other than the status, which is 200 then
        words={
            "400": _K.INVALID_REQUEST,
            "401": _K.AUTH,
            "402": _K.QUOTA,
            "403": _K.AUTH,
            "404": _K.MODEL_GONE,
            "422": _K.INVALID_REQUEST,
            "429": _K.RATE_LIMITED,
        }
    )

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", "/model/generateImage", json=body(order))
        return self._taken_on(reply, order, "data", "id")

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        ticket = Ticket.read(task_id, self.models)
        reply = self._client.send("GET", f"/model/prediction/{ticket.task}", lift=True)
        if reply.status in _NOT_VISIBLE_YET:
            return self._waiting(ticket)
        if not 200 <= reply.status < 300:
            return self._look_refused(reply)
        data = found(read_json(reply), "data")
        status = text_at(data, "status")
        if status in _FAILED:
            return _failed(text_at(data, "error"), ticket)
        if status not in _DONE:
            return self._waiting(ticket)
        paid = ticket.model.prices[ticket.frame.size]
        return self._brought(reply, text_at(data, "outputs", 0), ticket, cost=paid)

    def _look_at_account(self) -> Reply:
        # the list of models asks for no key; a prediction that there is not does, and is told apart from a wrong key
        reply = self._client.send("GET", "/model/prediction/none")
        return replace(reply, status=200) if reply.status in _NOT_VISIBLE_YET else reply

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        answer = read_json(reply)
        code = text_at(answer, "code")
        kind = self.reading.kind(reply, str(reply.status), code, look=look)
        said = text_at(answer, "msg") or text_at(answer, "message")
        return refusal(kind, reply, said=said, provider_code=code)


def _failed(said: str, ticket: Ticket) -> Outcome:
    kind = _K.BLOCKED if _FLAGGED.search(said) else _K.NO_IMAGE
    return answered(
        kind, said or "The prediction has failed", model=ticket.model.id, provider_code="failed", ended=True
    )


def body(order: Order) -> Mapping[str, Any]:
    """What changes a picture is a model of its own there. Sizes are in small letters."""
    told = {
        "model": order.model.id,
        "prompt": order.text,
        "aspect_ratio": order.frame.ratio,
        "resolution": order.frame.size.lower(),
        "output_format": "png",
        "enable_base64_output": True,
    }
    if not order.request.references:
        return told
    pictures = [data_url(picture) for picture in order.request.references]
    return {**told, "model": order.model.options["edit"], "images": pictures}


PROVIDER = ProviderFactory(
    "atlascloud", AtlasCloudSettings, AtlasCloud, "Google’s image models through AtlasCloud, as predictions."
)
