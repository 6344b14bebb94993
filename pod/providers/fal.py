"""fal: a queue that holds many models; a request is taken on, asked about, and its result fetched.

Their callbacks are signed with Ed25519 by keys that they publish. The queue loses nothing, so it is asked in any case.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pod.http import Client, Reply, Timeouts
from pod.providers.answers import Reading, answered, answers, found, read_json, refusal, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.callbacks import PublishedKeys
from pod.providers.models import load_models
from pod.providers.remote import (
    Order,
    Outside,
    RemoteSettings,
    Ticket,
    address_setting,
    client_to,
    data_url,
    key_setting,
    model_setting,
)
from pod.providers.tasks import Tasks

_K = OutcomeKind

MODELS = load_models("fal")
MODEL = "fal-ai/nano-banana-2"
BASE_URL = "https://queue.fal.run"
KEYS_URL = "https://rest.fal.ai"
LINK_HOSTS = ("fal.media", ".fal.media")

_CALLBACK_HELP = (
    "Public https address that is called when a picture is done. By itself Pod’s own, where POD_PUBLIC_URL is https."
)
_SIGNED_WITHIN_S = 300
_WHILE_THEY_WAIT = Timeouts(connect_s=3.0, read_s=5.0, total_s=8.0)
"""A callback is waited on for fifteen seconds."""

_NOT_YET = (400, 404)
"""What a request answers that was taken on and is not to be seen yet, or whose result is not there yet."""

_LOOK_REFUSED = (401, 403, 429)
_DONE = "COMPLETED"
_EXHAUSTED = "Exhausted balance"
"""Told in a sentence under 403, as a wrong key is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FalSettings(RemoteSettings):
    api_key: str = key_setting("Key of fal, its id and its secret: id:secret.")
    callback_url: str = field(
        default="", repr=False, metadata={"help": _CALLBACK_HELP, "secret": True, "callback": True}
    )
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)
    keys_url: str = field(default=KEYS_URL, metadata={"help": "Address where the keys of callbacks are published."})


class Fal(Tasks):
    name = "fal"
    poll_s = 2.0
    patience_s = 3600.0
    reading = Reading(
        words={
            "content_policy_violation": _K.BLOCKED,
            "no_media_generated": _K.NO_IMAGE,
            _EXHAUSTED: _K.QUOTA,
        },
        statuses={404: _K.MODEL_GONE},
    )

    def __init__(self, settings: FalSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        client = client_to(
            settings.base_url,
            outside,
            headers={"Authorization": f"Key {settings.api_key}"},
            secrets=(settings.api_key, settings.callback_url),
        )
        self._callback_url = settings.callback_url
        keys = Client(settings.keys_url, timeouts=_WHILE_THEY_WAIT, clock=outside.now)
        self._keys = PublishedKeys(keys, "/.well-known/jwks.json", outside.now)
        super().__init__(MODELS, settings, client, outside, link_hosts=LINK_HOSTS)

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, signed_callback=bool(self._callback_url))

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        """Signed are the names in the headers, the time, and the body's hash."""
        told = {name.lower(): value for name, value in headers.items()}
        stamp = told.get("x-fal-webhook-timestamp", "")
        signature = _from_hex(told.get("x-fal-webhook-signature", ""))
        if not self._callback_url or not signature or not self._is_of_now(stamp):
            return None
        names = (told.get(f"x-fal-webhook-{name}", "") for name in ("request-id", "user-id"))
        message = "\n".join((*names, stamp, hashlib.sha256(body).hexdigest()))
        if not self._keys.signed(message.encode("utf-8", "replace"), signature):
            return None
        try:
            return text_at(json.loads(body), "request_id") or None
        except (ValueError, RecursionError):
            return None

    def _is_of_now(self, stamp: str) -> bool:
        if not stamp.isdecimal() or len(stamp) > 12:
            return False
        return abs(self._outside.now().timestamp() - int(stamp)) <= _SIGNED_WITHIN_S

    def _ask(self, order: Order) -> Outcome | Pending:
        called = {"fal_webhook": self._callback_url} if self._callback_url else None
        reply = self._client.send("POST", f"/{_path(order)}", json=body(order), params=called)
        return self._taken_on(reply, order, "request_id")

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        ticket = Ticket.read(task_id, self.models)
        there = f"/{_application(ticket.model.id)}/requests/{ticket.task}"
        reply = self._client.send("GET", f"{there}/status")
        if reply.status in _NOT_YET:
            return self._waiting(ticket)
        if not 200 <= reply.status < 300:
            return self._look_refused(reply)
        if text_at(read_json(reply), "status") != _DONE:
            return self._waiting(ticket)
        return self._result(self._client.send("GET", there, lift=True), ticket)

    def _result(self, reply: Reply, ticket: Ticket) -> Outcome | Pending:
        answer, model = read_json(reply), ticket.model
        if reply.status in _NOT_YET:
            return self._waiting(ticket)
        if not 200 <= reply.status < 300:
            # it is the request that has failed, without a charge, where the queue says why; else only this look at it
            over = reply.status not in _LOOK_REFUSED and found(answer, "detail") is not None
            return replace(self._refused(reply, look=True), model=model.id, ended=over)
        paid = model.prices[ticket.frame.size]
        if found(answer, "has_nsfw_concepts", 0) is True:
            sentence = "What was drawn was held back by the service's content rules."
            more = {"stage": "output", "provider_code": "has_nsfw_concepts"}
            return answered(_K.BLOCKED, sentence, model=model.id, cost=paid, **more)
        return self._brought(reply, text_at(answer, "images", 0, "url"), ticket, cost=paid)

    def _look_at_account(self) -> Reply:
        # a request that there is not is told apart from a wrong key
        reply = self._client.send("GET", f"/{_application(self.models[0].id)}/requests/none/status")
        return replace(reply, status=200) if reply.status in _NOT_YET else reply

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        """A model tells a list of what is wrong, the queue a sentence and a kind."""
        answer = read_json(reply)
        words = tuple(_words(answer))
        said = text_at(answer, "detail", 0, "msg") or text_at(answer, "detail")
        kind = self.reading.kind(reply, *words, look=look)
        return refusal(kind, reply, said=said, provider_code=words[0] if words else "")


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def _words(answer: Any) -> Iterator[str]:
    if kind := text_at(answer, "detail", 0, "type") or text_at(answer, "error_type"):
        yield kind
    if _EXHAUSTED in text_at(answer, "detail"):
        yield _EXHAUSTED


def _path(order: Order) -> str:
    """What changes a picture is a model of its own there."""
    return str(order.model.options["edit"]) if order.request.references else order.model.id


def _application(model: str) -> str:
    """A request is asked about under the name of the application alone, without the rest of the model's path."""
    return "/".join(model.split("/")[:2])


def body(order: Order) -> Mapping[str, Any]:
    pictures = [data_url(picture) for picture in order.request.references]
    return {
        "prompt": order.text,
        "num_images": 1,
        "output_format": "png",
        **_SIZED[order.model.options["sized_by"]](order),
        **({"image_urls": pictures} if pictures else {}),
    }


def _by_ratio(order: Order) -> Mapping[str, Any]:
    return {"aspect_ratio": order.frame.ratio, "resolution": order.frame.size}


def _by_pixels(order: Order) -> Mapping[str, Any]:
    size = {"width": order.frame.width_px, "height": order.frame.height_px}
    return {"image_size": size, "seed": order.request.seed, "enable_safety_checker": True}


_SIZED = {"ratio": _by_ratio, "pixels": _by_pixels}


PROVIDER = ProviderFactory(
    "fal", FalSettings, Fal, "Google’s image models and FLUX through fal’s queue.", called_back=True
)
