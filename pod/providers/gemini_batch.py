"""Google's image models in batches: half the price, within a day. For work that can wait, under a name of its own.

A batch holds one picture and bears the ledger row's id as its name, so that it is found again after a lost answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pod.http import Reply
from pod.providers.answers import Answered, answered, answers, found, read_json, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.callbacks import standard_webhook
from pod.providers.gemini import BASE_URL, MODEL, google_key
from pod.providers.generate_content import GenerateContent, body, read_answer
from pod.providers.models import load_models
from pod.providers.remote import (
    Order,
    Outside,
    RemoteSettings,
    Ticket,
    address_setting,
    client_to,
    key_setting,
    model_setting,
    pace_setting,
)

_K = OutcomeKind

MODELS = load_models("gemini_batch", "gemini.toml", share=0.5)

_POLL_S = 60.0
_PATIENCE_S = 48 * 3600.0
"""A day is what they aim at; what has not begun by then they let expire themselves."""

_PAGES = 20
_COLLECTION = "batches/"
_DONE, _OVER = "SUCCEEDED", ("FAILED", "CANCELLED", "EXPIRED")
"""The last word of a state: it is BATCH_STATE_… in the API's own answers and JOB_STATE_… in those of its imitators."""

_ITEM_ERRORS = {
    "3": _K.INVALID_REQUEST,
    "5": _K.MODEL_GONE,
    "8": _K.RATE_LIMITED,
    "13": _K.UNAVAILABLE,
    "14": _K.UNAVAILABLE,
}
"""What an item of a batch came to instead of a picture, by google.rpc.Code. None of them is charged for."""


_WEBHOOK_HELP = "Secret of a webhook for batches, whsec_…. Register the address that `pod providers` shows."


@dataclass(frozen=True, slots=True, kw_only=True)
class GeminiBatchSettings(RemoteSettings):
    api_key: str = key_setting("Key of the Gemini API.")
    webhook_secret: str = field(default="", repr=False, metadata={"help": _WEBHOOK_HELP, "secret": True})
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)
    parallel: str = pace_setting("100")


class GeminiBatch(GenerateContent):
    name = "gemini_batch"

    def __init__(self, settings: GeminiBatchSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        self._secret = settings.webhook_secret
        client = client_to(settings.base_url, outside, **google_key(settings.api_key))
        super().__init__(MODELS, settings, client, outside)

    @property
    def capabilities(self) -> Capabilities:
        return replace(
            super().capabilities,
            finds_by_key=True,
            signed_callback=bool(self._secret),
            patience_s=_PATIENCE_S,
        )

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        ticket = Ticket.read(task_id, self.models)
        reply = self._client.send("GET", f"/v1beta/{_COLLECTION}{ticket.task}", lift=True)
        if not 200 <= reply.status < 300:
            return self._look_refused(reply)
        return self._come_to(ticket, reply)

    @answers
    def find(self, key: str) -> Outcome | Pending | None:
        """By the name that it was given. A list never holds results, so what is found is polled."""
        for batch in self._batches():
            name = text_at(batch, "metadata", "displayName")
            if name.partition("|")[0] == key:
                task = _id(text_at(batch, "name"))
                return Pending(str(Ticket.read(f"{task}|{name.partition('|')[2]}", self.models)), 0.0)
        return None

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        told = standard_webhook(headers, body, self._secret)
        return _id(text_at(told, "data", "id")) or None

    def _ask(self, order: Order) -> Outcome | Pending:
        line = Ticket(order.key, order.model, order.frame)
        batch = {"displayName": str(line), "inputConfig": {"requests": {"requests": [_request(order)]}}}
        reply = self._client.send("POST", self._path(order.model.id), json={"batch": batch}, lift=True)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        task = _id(text_at(read_json(reply), "name"))
        if not task:
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=order.model.id)
        return Pending(str(replace(line, task=task)), _POLL_S)

    def _batches(self) -> Iterator[Any]:
        """Those that the account knows, the newest first. `Answered` where they cannot be listed."""
        page = ""
        for _ in range(_PAGES):
            reply = self._client.send("GET", "/v1beta/batches", params={"pageSize": "100", "pageToken": page})
            if not 200 <= reply.status < 300:
                raise Answered(self._look_refused(reply))
            listed = read_json(reply)
            yield from found(listed, "operations") or ()
            page = text_at(listed, "nextPageToken")
            if not page:
                return
        raise Answered(answered(_K.UNAVAILABLE, f"More batches are listed than {_PAGES} pages of them."))

    def _path(self, model: str) -> str:
        return f"/v1beta/models/{model}:batchGenerateContent"

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", f"/v1beta/models/{self.models[0].id}")

    def _come_to(self, ticket: Ticket, reply: Reply) -> Outcome | Pending:
        answer = read_json(reply)
        state = text_at(answer, "metadata", "state").rpartition("_")[2]
        if state in _OVER:
            sentence = f"The batch has ended: {text_at(answer, 'error', 'message') or state.lower()}"
            return answered(_K.UNAVAILABLE, sentence, provider_code=state, model=ticket.model.id, ended=True)
        if state != _DONE:
            return Pending(str(ticket), _POLL_S)
        return self._result(ticket, answer, reply)

    def _result(self, ticket: Ticket, answer: Any, reply: Reply) -> Outcome:
        """Matched by its key: an answer in a batch stands in no order."""
        key = text_at(answer, "metadata", "displayName").partition("|")[0]
        file = text_at(answer, "metadata", "output", "responsesFile")
        if file:
            reply = self._client.send("GET", f"/download/v1beta/{file}:download", params={"alt": "media"}, lift=True)
            lines = _lines(reply)
        else:
            listed = found(answer, "metadata", "output", "inlinedResponses", "inlinedResponses")
            lines = listed if isinstance(listed, list) else []
        mine = next((line for line in lines if key in (text_at(line, "metadata", "key"), text_at(line, "key"))), None)
        if mine is None:
            raise Answered(answered(_K.UNKNOWN, "The batch has ended without our picture", model=ticket.model.id))
        if message := text_at(mine, "error", "message"):
            code = text_at(mine, "error", "code")
            kind = _ITEM_ERRORS.get(code, _K.NO_IMAGE)
            return answered(kind, message, provider_code=code, model=ticket.model.id, ended=True)
        return read_answer(found(mine, "response"), reply, ticket.model, ticket.frame)


def _id(name: str) -> str:
    """A batch's name says its collection too; in the news of it there may be the id alone."""
    return name.removeprefix(_COLLECTION)


def _request(order: Order) -> dict[str, Any]:
    return {"request": body(order), "metadata": {"key": order.key}}


def _lines(reply: Reply) -> list[Any]:
    """JSON Lines; what cannot be read is left out."""
    found_lines = []
    for line in reply.body.splitlines():
        try:
            found_lines.append(json.loads(line))
        except (ValueError, RecursionError):
            continue
    return found_lines


PROVIDER = ProviderFactory(
    "gemini_batch",
    GeminiBatchSettings,
    GeminiBatch,
    "Google’s image models in batches: half the price, within a day.",
    called_back=True,
)
