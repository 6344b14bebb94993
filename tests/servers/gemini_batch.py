"""Google's batches (``:batchGenerateContent``), half price and later: our test server.

Fields and states are those of the Generative Language API's description (v1beta, revision 20251218), webhooks those of
ai.google.dev/gemini-api/docs/webhooks (July 2026). Each look brings a batch one step on: pending, running, over. A list
leaves the results out. What ends without a picture costs nothing, and two batches of one name are two batches.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.gemini import BODY_MUTATIONS, GENERATING, GeminiService
from tests.servers.generate_content import REQUEST, Wanted, checked, error, invalid, known, read_json
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    Mode,
    Mutation,
    Reply,
    any_object,
    json_mutations,
    json_set,
    path_set,
    problems,
    said,
)
from tests.servers.serving import posted
from tests.servers.tasks import is_public_https

WEBHOOK_SECRET = "whsec_" + base64.b64encode(b"a secret of the batches' own").decode()
_K = OutcomeKind
_PAGE = 10
_MOST_INLINE_BYTES = 20_000_000
_TYPE = "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch"
_RESPONSE_TYPE = "type.googleapis.com/google.ai.generativelanguage.v1main.BatchGenerateContentResponse"
_EVENTS = (
    "batch.succeeded", "batch.cancelled", "batch.expired", "batch.failed", "interaction.requires_action", "interaction.completed", "interaction.failed",
    "interaction.cancelled", "video.generated",
)  # fmt: skip

CREATE: Mapping[str, Any] = {
    "batch!": {
        "model": str,
        "displayName!": lambda v: isinstance(v, str) and v.strip() != "",
        "inputConfig!": {
            "fileName": str,
            "requests": {"requests!": [{"request!": any_object, "metadata": any_object}]},
        },
        "priority": lambda v: isinstance(v, str) and re.fullmatch(r"-?\d{1,18}", v) is not None,
    }
}

_ITEMS = {
    m.name: m.method
    for m in GENERATING
    if m.name in ("ok", "ok jpeg", "thoughts", "no token details", "text only", "no image", "odd finish", "image safety",
                  "recitation", "prompt blocked", "truncated", "not a picture", "smaller")
}  # fmt: skip
"""What a batch brings as its item, in the very words of the call that answers at once."""

_ENDS = {
    "batch failed": "FAILED",
    "cancelled": "CANCELLED",
    "expired": "EXPIRED",
}
_ITEM_ERRORS = {
    "item refused": {"code": 3, "message": "Request contains an invalid argument."},
    "item failed": {"code": 13, "message": "Internal error encountered."},
}


def _is_address(value: Any) -> bool:
    """Of this machine's own, one will do in tests."""
    return is_public_https(value) or (isinstance(value, str) and value.startswith("http://127.0.0.1:"))


def _later(mode: Mode) -> Mode:
    """It shows only when the batch is looked at."""
    return replace(mode, play="taken_on")


@dataclass
class Batch:
    id: str
    name: str
    mode: str
    model: str
    items: tuple[tuple[Wanted, Mapping[str, Any]], ...]
    looks: int = 0
    stopped: bool = False
    results: list[dict[str, Any]] = field(default_factory=list)

    @property
    def state(self) -> str:
        if self.stopped:
            return "CANCELLED"
        return ("PENDING", "RUNNING", _ENDS.get(self.mode, "SUCCEEDED"))[min(self.looks, 2)]

    @property
    def shown_state(self) -> str:
        """Client libraries say it otherwise, and some answers have been seen to as well."""
        if self.mode == "odd state" and self.state == "RUNNING":
            return "BATCH_STATE_NEARLY_THERE"
        return f"{'JOB' if self.mode == 'job states' else 'BATCH'}_STATE_{self.state}"


class GeminiBatchService(GeminiService):
    NAME = "gemini_batch"
    MODES = (
        *(_later(m) for m in GENERATING if m.name in _ITEMS),
        *(
            _later(m)
            for m in (
                Mode("in a file", _K.OK, "the pictures in a file of JSON lines, ours not the first", 1),
                Mode("job states", _K.OK, "JOB_STATE_… where BATCH_STATE_… is described", 1),
                Mode("odd state", _K.OK, "a state on the way that nobody has heard of", 1),
                Mode("not among them", _K.UNKNOWN, "a batch that succeeded, without a result of this key", 1),
                Mode("item refused", _K.INVALID_REQUEST, "a batch that succeeded, and an item with INVALID_ARGUMENT"),
                Mode("item failed", _K.UNAVAILABLE, "a batch that succeeded, and an item with INTERNAL"),
                Mode("batch failed", _K.UNAVAILABLE, "BATCH_STATE_FAILED"),
                Mode("cancelled", _K.UNAVAILABLE, "BATCH_STATE_CANCELLED, by somebody at the console"),
                Mode("expired", _K.UNAVAILABLE, "BATCH_STATE_EXPIRED: not drawn within two days"),
            )
        ),
        *(m for m in GENERATING if m.name in ("invalid", "gone", "retry later", "daily quota", "overloaded")),
        Mode("no name", _K.UNKNOWN, "taken on, and the answer names no batch", 1),
        Mode("internal", _K.UNKNOWN, "500 INTERNAL to a batch that was taken on", 1),
        Mode("wrong key", _K.AUTH, "400 with ErrorInfo API_KEY_INVALID"),
        *(replace(m, about=m.about.replace("is drawn and charged for", "is taken on")) for m in TRANSPORT),
    )

    def __init__(self) -> None:
        super().__init__()
        self.batches: dict[str, Batch] = {}
        self.webhooks: list[Mapping[str, Any]] = []

    def route(self, call: Call) -> Reply:
        self.check_auth(call)
        if call.route == "/v1beta/batches" and call.method == "GET":
            return self._listed(call.query)
        match = re.fullmatch(r"/v1beta/batches/([\w.-]+?)(:cancel)?", call.route)
        if match and call.method == ("POST" if match[2] else "GET"):
            return self._stopped(match[1]) if match[2] else self._looked_at(match[1])
        if call.method == "GET" and (file := re.fullmatch(r"/download/v1beta/files/([\w.-]+):download", call.route)):
            return self._downloaded(file[1], call.query)
        if call.method == "POST" and re.fullmatch(r"/v1(beta)?/webhooks", call.route):
            return self._subscribed(call)
        match = re.fullmatch(r"/v1beta/models/([\w.-]+):batchGenerateContent", call.route)
        if call.method == "POST" and match:
            return self.played(self._taken(match[1], call))
        return super().route(call)

    def paid_calls(self) -> list[Call]:
        return [call for call in self.calls if call.route.endswith(":batchGenerateContent")]

    # --- requests

    def _taken(self, model: str, call: Call) -> Batch:
        known(model)
        body = read_json(call)
        if wrong := next(problems(body, CREATE), ""):
            raise invalid(f"Invalid JSON payload received. {wrong}")
        asked = body["batch"]
        source = asked["inputConfig"]
        if len(source) != 1:
            raise invalid("batch.input_config: exactly one of fileName and requests is needed.")
        if "fileName" in source:
            raise error(404, "NOT_FOUND", f"Requested entity was not found: {source['fileName']}.")
        if len(call.body) > _MOST_INLINE_BYTES or not source["requests"]["requests"]:
            raise invalid("Inlined requests are between one and 20 MB.")
        rows = source["requests"]["requests"]
        items = tuple((checked(model, row["request"], REQUEST), row.get("metadata", {})) for row in rows)
        return Batch(f"b{len(self.batches) + 1}", asked["displayName"], "", model, items)

    def played(self, wanted: Batch) -> Reply:
        """Whatever is charged for has been taken on, whether or not that is said; each of its pictures is."""
        paid = len(self.charged)
        reply = super().played(wanted)
        if len(self.charged) > paid:
            self._take_on(wanted)
            self.charged += self.charged[paid:] * (len(wanted.items) - 1)
        return reply

    def _take_on(self, wanted: Batch) -> Batch:
        return self.batches.setdefault(wanted.id, replace(wanted, mode=self.playing))

    def _subscribed(self, call: Call) -> Reply:
        shape = {"name": str, "uri!": _is_address, "subscribedEvents!": [_EVENTS]}
        body = read_json(call)
        if wrong := next(problems(body, shape), ""):
            raise invalid(wrong)
        self.webhooks.append(body)
        return said({"id": f"w{len(self.webhooks)}", "new_signing_secret": WEBHOOK_SECRET, **call.json()})

    # --- looks

    def _batch(self, name: str) -> Batch:
        if name not in self.batches:
            raise error(404, "NOT_FOUND", f"Requested entity was not found: batches/{name}.")
        return self.batches[name]

    def _looked_at(self, name: str) -> Reply:
        batch = self._batch(name)
        batch.looks += 1
        return self._operation(batch, whole=True)

    def _stopped(self, name: str) -> Reply:
        batch = self._batch(name)
        batch.stopped = batch.stopped or batch.looks < 2
        return said({})

    def _listed(self, query: Mapping[str, str]) -> Reply:
        """The newest first."""
        if strange := set(query) - {"pageSize", "pageToken", "key"}:
            raise invalid(f'Invalid JSON payload received. Unknown name "{min(strange)}": Cannot bind query parameter.')
        size, start = int(query.get("pageSize", _PAGE)), int(query.get("pageToken", 0))
        newest = list(self.batches.values())[::-1]
        page = [json.loads(self._operation(b, whole=False).body) for b in newest[start : start + min(size, 100)]]
        more = {"nextPageToken": str(start + len(page))} if start + len(page) < len(newest) else {}
        return said({"operations": page, **more} if page else {})

    def _operation(self, batch: Batch, *, whole: bool) -> Reply:
        state, count = batch.state, len(batch.items)
        done = state not in ("PENDING", "RUNNING")
        about: dict[str, Any] = {
            "@type": _TYPE,
            "model": f"models/{batch.model}",
            "displayName": batch.name,
            "state": batch.shown_state,
            "name": f"batches/{batch.id}",
            "batchStats": {"requestCount": str(count)} | ({} if done else {"pendingRequestCount": str(count)}),
        }
        told: dict[str, Any] = {"name": f"batches/{batch.id}", "done": done, "metadata": about}
        if state == "SUCCEEDED" and whole:
            about["output"] = (
                {"responsesFile": f"files/{batch.id}"}
                if batch.mode == "in a file"
                else {"inlinedResponses": {"inlinedResponses": self._results(batch)}}
            )
            told["response"] = {"@type": _RESPONSE_TYPE, "output": about["output"]}
        elif done and state != "SUCCEEDED":
            told["error"] = {"code": 1 if state == "CANCELLED" else 13, "message": f"The batch is {state.lower()}."}
        return said(told)

    def _downloaded(self, name: str, query: Mapping[str, str]) -> Reply:
        """JSON lines; the key stands beside the answer there. Their guide has a file only for what came in a file."""
        if query.get("alt") != "media":
            raise invalid("alt=media is needed to download.")
        rows = [{"key": r["metadata"].get("key", ""), **r} for r in self._results(self._batch(name))]
        lines = [{"key": "of another house", "error": _ITEM_ERRORS["item failed"]}, *rows]
        return Reply(200, b"\n".join(json.dumps(line).encode() for line in lines))

    def _results(self, batch: Batch) -> list[dict[str, Any]]:
        """In another order than that of the requests: the key says which is which."""
        batch.results = batch.results or [self._result(batch, *item) for item in batch.items[::-1]]
        return batch.results

    def _result(self, batch: Batch, wanted: Wanted, metadata: Mapping[str, Any]) -> dict[str, Any]:
        kept = {"key": "of another house"} if batch.mode == "not among them" else metadata
        if batch.mode in _ITEM_ERRORS:
            return {"error": _ITEM_ERRORS[batch.mode], "metadata": kept}
        self.playing = batch.mode
        reply: Reply = getattr(self, _ITEMS.get(batch.mode, "play_ok"))(wanted)
        return {"response": json.loads(reply.body), "metadata": kept}

    # --- how it may go

    def play_no_name(self, wanted: Batch) -> Reply:
        return said({"done": False, "metadata": {"state": "BATCH_STATE_PENDING"}})

    def play_taken_on(self, wanted: Batch) -> Reply:
        return self._operation(self._take_on(wanted), whole=False)

    # --- callbacks

    def finish(self, name: str, at: datetime, number: int = 1) -> list[int]:
        """The batch comes to its end, and all who have subscribed to such an end are told; how they answer."""
        batch = self._batch(name)
        batch.looks = 2
        event = f"batch.{batch.state.lower()}"
        headers, body = self.delivery(name, at, event, number=number)
        hooks = [hook["uri"] for hook in self.webhooks if event in hook["subscribedEvents"]]
        return [posted(uri, headers, body) for uri in hooks]

    def delivery(
        self, name: str, at: datetime, event: str = "batch.succeeded", *, number: int = 1
    ) -> tuple[dict[str, str], bytes]:
        """What a subscriber is sent about a batch; their example has a bare id, where the batch itself has ``batches/…``."""
        told = {"type": event, "version": "v1", "timestamp": at.isoformat(), "data": {"id": name}}
        return signed(json.dumps(told).encode(), f"msg_{number}", at)


def signed(body: bytes, message_id: str, at: datetime, secret: str = WEBHOOK_SECRET) -> tuple[dict[str, str], bytes]:
    """As Standard Webhooks are."""
    stamp = str(int(at.timestamp()))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"{message_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": message_id, "webhook-timestamp": stamp, "webhook-signature": signature}, body


_ROW = ("batch", "inputConfig", "requests", "requests", 0)


def _within(mutation: Mutation) -> Mutation:
    """The change to the one request that is in the batch."""

    def change(call: Call) -> Call:
        body = call.json()
        row = body["batch"]["inputConfig"]["requests"]["requests"][0]
        row["request"] = mutation.change(call.with_json(row["request"])).json()
        return call.with_json(body)

    return Mutation(mutation.name, change)


MUTATIONS = (
    *json_mutations("x-goog-api-key"),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    path_set("a verb for embeddings", ":batchGenerateContent", ":batchEmbedContents"),
    json_set("no name", ["batch", "displayName"], ...),
    json_set("an empty name", ["batch", "displayName"], ""),
    json_set("no input", ["batch", "inputConfig"], ...),
    json_set("an empty input", ["batch", "inputConfig"], {}),
    json_set("a file of requests that is not there", ["batch", "inputConfig"], {"fileName": "files/none"}),
    json_set("a file and requests", ["batch", "inputConfig", "fileName"], "files/none"),
    json_set("no requests", ["batch", "inputConfig", "requests", "requests"], []),
    json_set("requests without their own list", ["batch", "inputConfig", "requests"], [{}]),
    json_set("no request", [*_ROW, "request"], ...),
    json_set("a key beside the request", [*_ROW, "key"], "job-1"),
    json_set("metadata that is text", [*_ROW, "metadata"], "job-1"),
    json_set("a priority that is a number", ["batch", "priority"], 7),
    json_set("a callback address", ["batch", "webhookConfig"], {"uris": ["https://shop.example/hook"]}),
    json_set("another model within", [*_ROW, "request", "model"], "models/gemini-3-pro-image-preview"),
    *map(_within, BODY_MUTATIONS),
)

SERVICE = GeminiBatchService
