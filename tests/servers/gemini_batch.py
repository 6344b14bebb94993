"""Google's batches of generateContent, as ai.google.dev describes them (July 2026): our test server.

A batch is taken on, is pending, then running, then over: one step each time that it is asked about.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.gemini import BODY_MUTATIONS, REQUEST, GeminiService, Wanted, drawing, error, inline, result
from tests.servers.gemini import read_json as read
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    Mode,
    Mutation,
    Reply,
    json_mutations,
    json_set,
    path_set,
    problems,
    said,
)

_K = OutcomeKind
BATCH = {
    "batch!": {
        "displayName!": str,
        "model": str,
        "priority": str,
        "inputConfig!": {"requests!": {"requests!": [{"request!": REQUEST, "metadata": {"key": str}}]}},
    }
}


class GeminiBatchService(GeminiService):
    NAME = "gemini_batch"
    MODES = (
        Mode("ok", _K.OK, "pending, running, then a picture in the answer", 1),
        Mode("in a file", _K.OK, "the pictures in a file of JSON lines, ours not the first", 1),
        Mode("jobs", _K.OK, "states that are called JOB_STATE_…", 1),
        Mode("image safety", _K.BLOCKED, "IMAGE_SAFETY for our line of a batch that succeeded", 1),
        Mode("line failed", _K.NO_IMAGE, "an error for our line of a batch that succeeded"),
        Mode("not there", _K.NO_IMAGE, "a batch that succeeded, without our line"),
        Mode("smaller", _K.WRONG_SIZE, "1K where 4K was asked for", 1),
        Mode("failed", _K.UNAVAILABLE, "the batch fails as a whole"),
        Mode("expired", _K.UNAVAILABLE, "nobody has begun the batch in time"),
        Mode("retry later", _K.RATE_LIMITED, "429 with a delay of 37 s"),
        Mode("day is over", _K.QUOTA, "429 for a quota of the day"),
        Mode("invalid", _K.INVALID_REQUEST, "400 INVALID_ARGUMENT"),
        Mode("wrong key", _K.AUTH, "a wrong key, which is a 400 with the reason API_KEY_INVALID"),
        Mode("gone", _K.MODEL_GONE, "404: the model has been switched off"),
        Mode("no name", _K.UNKNOWN, "taken on, and the answer names no batch", 1),
        *TRANSPORT,
    )
    _BATCH_PATH = re.compile(r"/v1beta/models/([\w.-]+):batchGenerateContent")

    def __init__(self) -> None:
        super().__init__()
        self._batches: dict[str, dict[str, Any]] = {}

    def route(self, call: Call) -> Reply:
        self.check_auth(call)
        match = self._BATCH_PATH.fullmatch(call.route)
        if match and call.method == "POST":
            return self._taken(match[1], read(call))
        if call.method == "GET" and call.route == "/v1beta/batches":
            listed = [self._shown(name, whole=False) for name in reversed(self._batches)]
            return said({"operations": listed} if listed else {})
        if call.method == "GET" and call.route.removeprefix("/v1beta/") in self._batches:
            return self._step(call.route.removeprefix("/v1beta/"))
        if (
            call.method == "GET"
            and call.route == "/download/v1beta/files/out:download"
            and call.query == {"alt": "media"}
        ):
            return self._file()
        return super().route(call)

    def _taken(self, model: str, body: Any) -> Reply:
        if wrong := next(problems(body, BATCH), ""):
            raise error(400, "INVALID_ARGUMENT", f"Invalid JSON payload received. {wrong}")
        (line,) = body["batch"]["inputConfig"]["requests"]["requests"]
        self._pending = (body["batch"]["displayName"], line.get("metadata", {}).get("key", ""))
        return self.played(self.checked(model, line["request"]))

    def _accept(self, wanted: Wanted, mode: str, prefix: str = "BATCH") -> Reply:
        name, (display, key) = f"batches/b{len(self._batches) + 1}", self._pending
        self._batches[name] = {
            "wanted": wanted, "mode": mode, "prefix": prefix, "steps": 0, "display": display, "key": key
        }  # fmt: skip
        return said(self._shown(name, whole=False))

    def _shown(self, name: str, *, whole: bool) -> dict[str, Any]:
        batch = self._batches[name]
        last = {"failed": "FAILED", "expired": "EXPIRED"}.get(batch["mode"], "SUCCEEDED")
        state = ("PENDING", "RUNNING", last)[min(batch["steps"], 2)]
        metadata = {"state": f"{batch['prefix']}_STATE_{state}", "displayName": batch["display"]}
        if whole and state == "SUCCEEDED":
            metadata["output"] = (
                {"responsesFile": "files/out"}
                if batch["mode"] == "in a file"
                else {"inlinedResponses": {"inlinedResponses": self._results(batch)}}
            )
        return {"name": name, "done": batch["steps"] >= 2, "metadata": metadata}

    def _step(self, name: str) -> Reply:
        self._batches[name]["steps"] += 1
        return said(self._shown(name, whole=True))

    def _results(self, batch: dict[str, Any]) -> list[dict[str, Any]]:
        wanted = batch["wanted"]
        other = {"response": result(wanted, inline(drawing(32, 32, "other"))), "metadata": {"key": "another"}}
        mine: dict[str, Any] = {"response": result(wanted, inline(drawing(*wanted.pixels, wanted.words)))}
        if batch["mode"] == "image safety":
            mine = {"response": result(wanted, finish="IMAGE_SAFETY")}
        if batch["mode"] == "line failed":
            mine = {"error": {"code": 3, "message": "The request of this line is invalid."}}
        if batch["mode"] == "smaller":
            mine = {"response": result(wanted, inline(drawing(128, 128, wanted.words)))}
        return [other] if batch["mode"] == "not there" else [other, mine | {"metadata": {"key": batch["key"]}}]

    def _file(self) -> Reply:
        batch = next(b for b in reversed(self._batches.values()) if b["mode"] == "in a file")
        lines = [{"key": r["metadata"]["key"], "response": r["response"]} for r in self._results(batch)]
        return Reply(200, "\n".join(json.dumps(line) for line in lines).encode() + b"\n{half a li")

    def play_ok(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "ok")

    def play_jobs(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "ok", "JOB")

    def play_in_a_file(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "in a file")

    def play_image_safety(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "image safety")

    def play_line_failed(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "line failed")

    def play_not_there(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "not there")

    def play_smaller(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "smaller")

    def play_failed(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "failed")

    def play_expired(self, wanted: Wanted) -> Reply:
        return self._accept(wanted, "expired")

    def play_no_name(self, wanted: Wanted) -> Reply:
        return said({"done": False})

    def play_cut(self, wanted: Wanted) -> Reply:
        self._accept(wanted, "ok")
        return Reply(cut=True)


_LINE = ("batch", "inputConfig", "requests", "requests", 0)


def _in_line(mutation: Mutation) -> Mutation:
    """A mutation of a request, done to the request that a batch holds."""

    def change(call: Call) -> Call:
        body = call.json()
        line = body["batch"]["inputConfig"]["requests"]["requests"][0]
        line["request"] = mutation.change(call.with_json(line["request"])).json()
        return call.with_json(body)

    return Mutation(mutation.name, change)


MUTATIONS = (
    *json_mutations("x-goog-api-key"),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    json_set("no name", ["batch", "displayName"], ...),
    json_set("no requests", ["batch", "inputConfig"], ...),
    json_set("metadata that is text", [*_LINE, "metadata"], "row-1"),
    *(_in_line(m) for m in BODY_MUTATIONS),
)

SERVICE = GeminiBatchService
