"""The Evolink gateway: every picture is a task, and a key makes two requests one.

Its callbacks bear no signature, so none is asked for: tasks are polled. `dialect = legacy_sync` speaks the form that an
older guide describes, with proxies that know no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from pod.http import Reply
from pod.imaging.load import sniff
from pod.model.errors import NotConfigured
from pod.model.money import Money
from pod.providers.answers import (
    Answered,
    Reading,
    answered,
    answers,
    delivered,
    found,
    read_json,
    refusal,
    text_at,
)
from pod.providers.base import Capabilities, Model, Outcome, OutcomeKind, Pending, ProviderFactory, ProviderRequest
from pod.providers.models import load_models
from pod.providers.remote import (
    LINK_REFUSED,
    Order,
    Outside,
    Remote,
    RemoteSettings,
    Ticket,
    address_setting,
    bearer,
    client_to,
    model_setting,
)

_K = OutcomeKind

MODELS = load_models("evolink")
BASE_URL = "https://api.evolink.ai"
FILES_URL = "https://files-api.evolink.ai"

_TASKS, _LEGACY_SYNC = "tasks", "legacy_sync"
_MAX_PROMPT_CHARS = 2000
_MAX_PICTURE_BYTES = 20_000_000
_CREDITS_PER_USD = 68
_ROUNDED_OFF = Money(500)
"""Their prices in dollars are rounded to tenths of a cent; what is booked are credits."""
_FIRST_LOOK_S, _LOOK_S = 3.0, 5.0
_WAIT_AFTER_429 = timedelta(seconds=45)
_HALF_K = {"512": "0.5K"}
"""What Google calls "512" is "0.5K" here; the other sizes bear the same names."""

_FAILED = {
    "content_policy_violation": _K.BLOCKED,
    "invalid_parameters": _K.INVALID_REQUEST,
    "image_processing_error": _K.INVALID_REQUEST,
    "image_dimension_mismatch": _K.INVALID_REQUEST,
    "resource_not_found": _K.INVALID_REQUEST,
    # final, they say
    "model_unavailable": _K.MODEL_GONE,
    "rate_limited": _K.RATE_LIMITED,
    "quota_exceeded": _K.QUOTA,
    **dict.fromkeys(
        (
            "generation_timeout",
            "resource_exhausted",
            "service_error",
            "service_unavailable",
            "unknown_error",
            "upstream_error",
        ),
        _K.UNAVAILABLE,
    ),
}
"""Why a task has failed. Whatever else they say, there is no picture. A failed task is refunded."""

_OVER = ("failed", "cancelled")
"""A status that nobody knows is still at work: `patience_s` ends the waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvolinkSettings(RemoteSettings):
    api_key: str = field(repr=False, metadata={"help": "Key of Evolink, sk-evo-….", "secret": True})
    files_url: str = field(
        default=FILES_URL, metadata={"help": "Where pictures are uploaded that an edit begins with."}
    )
    file_hosts: str = field(
        default=".evolink.ai", metadata={"help": "Hosts that results may be fetched from, separated by commas."}
    )
    dialect: str = field(
        default=_TASKS, metadata={"help": "tasks, or legacy_sync for proxies that answer at once in an older form."}
    )
    model: str = model_setting(MODELS[0].id)
    base_url: str = address_setting(BASE_URL)


class Evolink(Remote):
    name = "evolink"
    reading = Reading(
        words={
            "insufficient_quota": _K.QUOTA,
            "rate_limit_error": _K.RATE_LIMITED,
            "content_policy_violation": _K.BLOCKED,
            "model_not_found": _K.MODEL_GONE,
            # a task that they say they do not know may only not be visible yet: it is paid for, and looked for again
            "task_not_found": _K.UNAVAILABLE,
            "not_found_error": _K.MODEL_GONE,
            # our key, and another body under it: the first one may be at work
            "idempotency_conflict": _K.UNKNOWN,
            "paid_outcome_unknown": _K.UNKNOWN,
        }
    )

    def __init__(self, settings: EvolinkSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        if settings.dialect not in (_TASKS, _LEGACY_SYNC):
            sentence = f"POD_EVOLINK_DIALECT cannot be “{settings.dialect}”."
            raise NotConfigured("setting_wrong", sentence, f"Use {_TASKS} or {_LEGACY_SYNC}.")
        self._at_once = settings.dialect == _LEGACY_SYNC
        self._files = client_to(settings.files_url, outside, **bearer(settings.api_key))
        hosts = tuple(host.strip() for host in settings.file_hosts.split(",") if host.strip())
        client = client_to(settings.base_url, outside, **bearer(settings.api_key))
        models = tuple(map(_as_older_guides_say, MODELS)) if self._at_once else MODELS
        super().__init__(models, settings, client, outside, link_hosts=hosts)

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, idempotent=not self._at_once)

    def estimate(self, request: ProviderRequest) -> Money:
        return super().estimate(request) + _ROUNDED_OFF

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        ticket = Ticket.read(task_id, self.models)
        reply = self._client.send("GET", f"/v1/tasks/{ticket.task}")
        if not 200 <= reply.status < 300:
            return self._refused(reply, look=True)
        return self._come_to(ticket, read_json(reply))

    def _ask(self, order: Order) -> Outcome | Pending:
        if len(order.text) > _MAX_PROMPT_CHARS:
            sentence = f"The prompt has {len(order.text)} characters; {_MAX_PROMPT_CHARS} are taken here."
            return answered(_K.INVALID_REQUEST, sentence, model=order.model.id)
        return self._ask_at_once(order) if self._at_once else self._begin(order)

    def _begin(self, order: Order) -> Outcome | Pending:
        links = [self._uploaded(picture, order.model) for picture in order.request.references]
        headers = {"Idempotency-Key": order.key}
        reply = self._client.send("POST", "/v1/images/generations", json=fields(order, links), headers=headers)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        task = text_at(read_json(reply), "id")
        if not task:
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=order.model.id)
        return Pending(str(Ticket(task, order.model, order.frame)), _FIRST_LOOK_S)

    def _uploaded(self, picture: bytes, model: Model) -> str:
        """The link under which the service finds it. Nothing is paid for yet: a failure here may be repeated."""
        if len(picture) > _MAX_PICTURE_BYTES:
            size_mb, most_mb = len(picture) / 1e6, _MAX_PICTURE_BYTES / 1e6
            sentence = f"The picture to begin with has {size_mb:.1f} MB; {most_mb:.0f} MB are taken here."
            raise Answered(answered(_K.INVALID_REQUEST, sentence, model=model.id))
        media_type = sniff(picture)
        name = f"picture.{media_type.rpartition('/')[2]}"
        reply = self._files.send("POST", "/api/v1/files/upload/stream", parts=[("file", (name, picture, media_type))])
        link = text_at(read_json(reply), "data", "file_url")
        if not 200 <= reply.status < 300 or not link:
            raise Answered(self._refused(reply, look=True))
        return link

    def _come_to(self, ticket: Ticket, task: Any) -> Outcome | Pending:
        status, model = text_at(task, "status"), ticket.model
        if status in _OVER:
            code = text_at(task, "error", "code")
            kind = _FAILED.get(code, _K.NO_IMAGE)
            sentence = f"The task has {status}: {text_at(task, 'error', 'message') or code or 'nobody says why'}"
            return answered(kind, sentence, model=model.id, provider_code=code, request_id=ticket.task, ended=True)
        if status != "completed":
            return Pending(str(ticket), _LOOK_S)
        spent = _spent(task, model.prices.get(ticket.frame.size, model.price))
        about: dict[str, Any] = {"model": model.id, "cost": spent, "request_id": ticket.task}
        link = text_at(task, "results", 0) or text_at(task, "result_data", 0, "image_url")
        if not link:
            return answered(_K.NO_IMAGE, "The task is completed, and there is no picture", **about)
        data = self._arrived(link, ticket)
        return data if isinstance(data, Pending) else delivered(data, ticket.frame, **about)

    def _arrived(self, link: str, ticket: Ticket) -> bytes | Pending:
        """A link lapses after a day; asked again, the task has a fresh one."""
        try:
            return self._fetched(link, ticket.model)
        except Answered as e:
            if e.outcome.provider_code == LINK_REFUSED:
                raise
            return Pending(str(ticket), _LOOK_S)

    def _ask_at_once(self, order: Order) -> Outcome:
        reply = self._client.send("POST", "/v1/images/generate", json=legacy_fields(order), lift=True)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        answer, model = read_json(reply), order.model
        cost = model.prices.get(order.frame.size, model.price)
        data = found(answer, "data")
        if not isinstance(data, (dict, list)):
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=model.id)
        first = found(data, 0) or data
        given = text_at(first, "url") or text_at(first, "b64_json")
        if not given:
            return answered(_K.NO_IMAGE, "It answered without a picture", model=model.id, cost=cost)
        picture = self._file(reply, given, model, paid=cost)
        return delivered(picture, order.frame, model=model.id, cost=cost)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v1/credits")

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        error = found(read_json(reply), "error")
        # a number on one of their pages, a word on another
        code, kind_word = text_at(error, "code"), text_at(error, "type")
        kind = self.reading.kind(reply, code, kind_word, look=look)
        until = self._outside.now() + _WAIT_AFTER_429 if kind is _K.RATE_LIMITED else None
        return refusal(
            kind,
            reply,
            said=text_at(error, "message"),
            until=reply.until or until,
            provider_code=code,
            request_id=text_at(error, "request_id"),
        )


def fields(order: Order, links: list[str]) -> dict[str, Any]:
    """`size` is the ratio here, and `quality` the size."""
    frame = order.frame
    asked = {
        "model": order.model.id,
        "prompt": order.text,
        "size": frame.ratio,
        "quality": _HALF_K.get(frame.size, frame.size),
    }
    return {**asked, "image_urls": links} if links else asked


def legacy_fields(order: Order) -> dict[str, Any]:
    resolution = f"{order.frame.width_px}x{order.frame.height_px}"
    return {"model": order.model.id, "prompt": order.text, "resolution": resolution, "format": "png"}


def _as_older_guides_say(model: Model) -> Model:
    """No pictures along, and none of the very long ratios."""
    frames = tuple(f for f in model.frames if max(f.width_px, f.height_px) <= 3 * min(f.width_px, f.height_px))
    return replace(model, references=0, frames=frames)


def _spent(task: Any, listed: Money) -> Money:
    credits_used = found(task, "usage", "credits_used")
    if isinstance(credits_used, bool) or not isinstance(credits_used, (int, float)) or credits_used < 0:
        return listed
    return Money(round(credits_used * 1_000_000 / _CREDITS_PER_USD))


PROVIDER = ProviderFactory(
    "evolink", EvolinkSettings, Evolink, "The Evolink gateway: Google’s image models as tasks, paid once for one key."
)
