"""Evolink: every picture is a task; the same key is the same task, and a task that fails is refunded.

Their callbacks are not signed: the address that is called is the only secret, and a callback only ever a reason to look.
Older guides show a form that answers at once and stands on no official page: it is a dialect of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pod.http import Client, Reply
from pod.imaging.load import sniff
from pod.model.errors import NotConfigured
from pod.model.money import Money
from pod.providers.answers import Answered, Reading, answered, answers, delivered, found, read_json, refusal, text_at
from pod.providers.base import (
    Capabilities,
    Flow,
    Model,
    Outcome,
    OutcomeKind,
    Pending,
    ProviderFactory,
    ProviderRequest,
)
from pod.providers.models import load_models
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
from pod.providers.tasks import Tasks

_K = OutcomeKind

MODELS = load_models("evolink")
MODEL = "gemini-nano-banana-2.1"
BASE_URL = "https://api.evolink.ai"
FILES_URL = "https://files-api.evolink.ai"
LINK_HOSTS = (".evolink.ai",)

_SIZES = {"512": "0.5K"}
"""What is called otherwise there than at Google."""

_CREDITS_PER_USD = 68

_DONE, _FAILED = ("completed",), ("failed", "cancelled", "canceled")
_FAILURES: Mapping[str, OutcomeKind] = {
    "content_policy_violation": _K.BLOCKED,
    "invalid_parameters": _K.INVALID_REQUEST,
    "image_processing_error": _K.INVALID_REQUEST,
    "image_dimension_mismatch": _K.INVALID_REQUEST,
    "model_unavailable": _K.MODEL_GONE,
    "quota_exceeded": _K.QUOTA,
    "rate_limited": _K.RATE_LIMITED,
    **dict.fromkeys(
        (
            "generation_timeout",
            "resource_exhausted",
            "service_error",
            "service_unavailable",
            "upstream_error",
            "unknown_error",
        ),
        _K.UNAVAILABLE,
    ),
}
"""Why a task has failed. Any other word is no picture, and is not tried again by itself."""

_CALLBACK_HELP = (
    "Public https address that is called when a picture is done. By itself Pod’s own, where POD_PUBLIC_URL is https."
)
_DIALECT_HELP = "tasks, or legacy_sync: the older form that answers at once, at proxies that speak it."


@dataclass(frozen=True, slots=True, kw_only=True)
class EvolinkSettings(RemoteSettings):
    api_key: str = key_setting("Key of Evolink.")
    callback_url: str = field(
        default="", repr=False, metadata={"help": _CALLBACK_HELP, "secret": True, "callback": True}
    )
    dialect: str = field(default="tasks", metadata={"help": _DIALECT_HELP})
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)
    files_url: str = field(default=FILES_URL, metadata={"help": "Address that pictures are uploaded to for edits."})


class _Gateway(Remote):
    """What both dialects share: the account, its models, and how it refuses."""

    name = "evolink"
    reading = Reading(
        words={
            "content_policy_violation": _K.BLOCKED,
            "insufficient_quota": _K.QUOTA,
            "model_not_found": _K.MODEL_GONE,
            # what was paid for under this key cannot be told, or was another request
            "paid_outcome_unknown": _K.UNKNOWN,
            "idempotency_conflict": _K.UNKNOWN,
        }
    )
    models_of_dialect: tuple[Model, ...]

    def __init__(self, settings: EvolinkSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        self._callback_url = settings.callback_url
        self._files = _client(settings.files_url, settings, outside)
        client = _client(settings.base_url, settings, outside)
        super().__init__(self.models_of_dialect, settings, client, outside, link_hosts=LINK_HOSTS)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v1/credits")

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        """`code` is a word on one of their pages and a number on another."""
        error = found(read_json(reply), "error")
        code = text_at(error, "code")
        kind = self.reading.kind(reply, code, text_at(error, "type"), look=look)
        said, request_id = text_at(error, "message"), text_at(error, "request_id")
        return refusal(kind, reply, said=said, provider_code=code, request_id=request_id)


class Evolink(_Gateway, Tasks):
    models_of_dialect = MODELS
    poll_s = 4.0
    # they give up after half an hour themselves
    patience_s = 1800.0

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, idempotent=True)

    def _ask(self, order: Order) -> Outcome | Pending:
        asked = {**body(order), **self._uploaded(order)}
        if self._callback_url:
            asked["callback_url"] = self._callback_url
        # one key for one ledger row: asked again under it, the same task answers
        headers = {"Idempotency-Key": order.key}
        reply = self._client.send("POST", "/v1/images/generations", json=asked, headers=headers)
        return self._taken_on(reply, order, "id")

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        ticket = Ticket.read(task_id, self.models)
        reply = self._client.send("GET", f"/v1/tasks/{ticket.task}")
        if not 200 <= reply.status < 300:
            return self._look_refused(reply)
        task = read_json(reply)
        status = text_at(task, "status")
        if status in _FAILED:
            return _failed(task, ticket)
        if status not in _DONE:
            return self._waiting(ticket)
        link = text_at(task, "results", 0) or text_at(task, "result_data", 0, "image_url")
        return self._brought(reply, link, ticket, cost=cost(task, ticket), request_id=ticket.task)

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        del headers
        if not self._callback_url:
            return None
        try:
            return text_at(json.loads(body), "id") or None
        except (ValueError, RecursionError):
            return None

    @answers
    def put_up(self, request: ProviderRequest) -> tuple[str, ...] | Outcome:
        """Pictures are taken from addresses only."""
        return tuple(self._put(picture, n) for n, picture in enumerate(request.references, 1))

    def _uploaded(self, order: Order) -> Mapping[str, Any]:
        """From where they were put up before this call; whoever has not done so will not be able to ask again."""
        links = order.request.addresses or self.put_up(order.request)
        if isinstance(links, Outcome):
            raise Answered(links)
        return {"image_urls": list(links)} if links else {}

    def _put(self, picture: bytes, nth: int) -> str:
        media_type = sniff(picture)
        name = f"picture-{nth}.{media_type.rpartition('/')[2]}"
        reply = self._files.send("POST", "/api/v1/files/upload/stream", parts=[("file", (name, picture, media_type))])
        link = text_at(read_json(reply), "data", "file_url")
        if not 200 <= reply.status < 300 or not link:
            # no picture has been asked for yet
            raise Answered(self._refused(reply, look=True))
        return link


class EvolinkLegacy(_Gateway):
    models_of_dialect = tuple(replace(model, flow=Flow.SYNC, references=0) for model in MODELS)

    def _ask(self, order: Order) -> Outcome | Pending:
        frame, model = order.frame, order.model
        asked = {"model": model.id, "prompt": order.text, "resolution": f"{frame.width_px}x{frame.height_px}"}
        reply = self._client.send("POST", "/v1/images/generate", json={**asked, "format": "png"}, lift=True)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        return self._read(reply, order)

    def _read(self, reply: Reply, order: Order) -> Outcome:
        answer, model = read_json(reply), order.model
        data = found(answer, "data", 0) or found(answer, "data")
        if not isinstance(data, dict):
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=model.id)
        paid = model.prices[order.frame.size]
        given = text_at(data, "url") or text_at(data, "b64_json")
        if not given:
            return answered(_K.NO_IMAGE, "It answered without a picture", model=model.id, cost=paid)
        return delivered(self._file(reply, given, model, paid=paid), order.frame, model=model.id, cost=paid)


def body(order: Order) -> dict[str, Any]:
    """`size` is the ratio there, and `quality` the size."""
    size = _SIZES.get(order.frame.size, order.frame.size)
    return {"model": order.model.id, "prompt": order.text, "size": order.frame.ratio, "quality": size}


def _failed(task: Any, ticket: Ticket) -> Outcome:
    code = text_at(task, "error", "code") or text_at(task, "status")
    said = text_at(task, "error", "message") or "The task has ended without a picture"
    kind = _FAILURES.get(code, _K.NO_IMAGE)
    return answered(kind, said, model=ticket.model.id, provider_code=code, request_id=ticket.task, ended=True)


def cost(task: Any, ticket: Ticket) -> Money:
    """From the credits that were used; where nothing is said of them, the list price."""
    used = found(task, "usage", "credits_used")
    if not isinstance(used, (int, float)) or isinstance(used, bool) or not 0 <= used < 100_000:
        return ticket.model.prices[ticket.frame.size]
    return Money(round(used * 1_000_000 / _CREDITS_PER_USD))


def _client(url: str, settings: EvolinkSettings, outside: Outside) -> Client:
    return client_to(
        url,
        outside,
        headers={"Authorization": f"Bearer {settings.api_key}"},
        secrets=(settings.api_key, settings.callback_url),
    )


_DIALECTS: Mapping[str, type[_Gateway]] = {"tasks": Evolink, "legacy_sync": EvolinkLegacy}


def evolink(settings: EvolinkSettings, outside: Outside | None = None) -> Remote:
    """The adapter, in the dialect that is configured."""
    if settings.dialect not in _DIALECTS:
        raise NotConfigured(
            "setting_wrong",
            f"POD_EVOLINK_DIALECT cannot be “{settings.dialect}”.",
            f"Use one of {', '.join(_DIALECTS)}.",
        )
    return _DIALECTS[settings.dialect](settings, outside)


PROVIDER = ProviderFactory(
    "evolink",
    EvolinkSettings,
    evolink,
    "Google’s image models through Evolink, as tasks under a key of their own.",
    called_back=True,
)
