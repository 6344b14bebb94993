"""AtlasCloud as atlascloud.ai/docs (predictions) and its own open clients describe it: our test server.

Predictions that are asked about; they are not to be seen at once. `code` in an answer may say other than its status. The
words of a failure are free text; which there are is not described.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.forms import named_form
from tests.servers.generate_content import TEN_RATIOS
from tests.servers.imageservice import TRANSPORT, Call, Mode, Refused, Reply, json_mutations, json_set, problems, said
from tests.servers.tasks import Task, TaskService, Wanted, googles

KEY = "apikey-atlas-test"
_K = OutcomeKind

_SIZES = {"1k": "1K", "2k": "2K", "4k": "4K"}
_FIELDS = {
    "model!": str,
    "prompt!": lambda v: isinstance(v, str) and bool(v.strip()),
    "aspect_ratio": TEN_RATIOS,
    "resolution": tuple(_SIZES),
    "output_format": ("png", "jpeg"),
    "enable_base64_output": bool,
    "enable_sync_mode": (False,),
}
_DRAWING = tuple(
    f"google/{name}/text-to-image{rate}" for name in ("nano-banana-2", "nano-banana-pro") for rate in ("", "-developer")
)
_EDITING = tuple(name.replace("/text-to-image", "/edit") for name in _DRAWING)
_PICTURES = (b"\x89PNG", b"\xff\xd8", b"RIFF")


class AtlasCloudService(TaskService):
    NAME = "atlascloud"
    MODES = (
        Mode("ok", _K.OK, "starting, processing, completed with a link", 1),
        Mode("succeeded", _K.OK, "the state is called succeeded", 1),
        Mode("not visible yet", _K.OK, "404, then 400, until the prediction is to be seen", 1),
        Mode("data url", _K.OK, "the picture itself in the answer", 1),
        Mode("jpeg", _K.OK, "a JPEG behind a link that ends in .png", 1),
        Mode("unknown state", _K.OK, "a state that nobody knows yet, before completed", 1),
        Mode("link lapsed", _K.OK, "a link that is too old; asked again, the prediction has a fresh one", 1),
        Mode("empty", _K.NO_IMAGE, "completed without a picture", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("failed", _K.NO_IMAGE, "failed, with a sentence"),
        Mode("flagged", _K.BLOCKED, "failed, with a sentence about the content policy"),
        Mode("no id", _K.UNKNOWN, "taken on, and the answer names no prediction", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("invalid", _K.INVALID_REQUEST, "400"),
        Mode("unprocessable", _K.INVALID_REQUEST, "422, its message called message"),
        Mode("wrong key", _K.AUTH, "401"),
        Mode("forbidden", _K.AUTH, "403"),
        Mode("balance", _K.QUOTA, "402"),
        Mode("balance inside", _K.QUOTA, "402 in the code of an answer with 200"),
        Mode("too fast", _K.RATE_LIMITED, "429: not accepted"),
        Mode("gone", _K.MODEL_GONE, "404: there is no such model"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after taking it on", 1),
        Mode("internal inside", _K.UNKNOWN, "500 in the code of an answer with 200", 1),
        *TRANSPORT,
    )
    _PREDICTION = re.compile(r"/api/v1/model/prediction/([\w-]+)")

    def paid_calls(self) -> list[Call]:
        return [call for call in super().paid_calls() if call.route.endswith("/generateImage")]

    def route(self, call: Call) -> Reply:
        if file := self.file(call):
            return file
        if call.method == "GET" and call.route == "/api/v1/models":
            return said({"code": 200, "data": [{"model": name} for name in (*_DRAWING, *_EDITING)]})
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "Invalid API key.")
        match = self._PREDICTION.fullmatch(call.route)
        if call.method == "GET" and match:
            return self._stepped(match[1])
        if call.method == "POST" and call.route == "/api/v1/model/generateImage":
            return self.played(self._checked(_read_json(call)))
        if call.method == "POST" and call.route == "/api/v1/model/uploadMedia":
            return self._upload(call)
        raise error(404, f"There is no {call.method} {call.route}.")

    def _checked(self, body: Any) -> Wanted:
        model = body.get("model") if isinstance(body, dict) else None
        fields = _FIELDS | ({"images!": [self._is_picture]} if model in _EDITING else {})
        if wrong := next(problems(body, fields), ""):
            raise error(400, wrong)
        if model not in (*_DRAWING, *_EDITING):
            raise error(404, f"model {model} not found")
        pictures = body.get("images", [])
        if model in _EDITING and not 1 <= len(pictures) <= 14:
            raise error(400, "images must hold 1 to 14 pictures.")
        size, ratio = _SIZES[body.get("resolution", "1k")], body.get("aspect_ratio", "1:1")
        return googles(model, size, ratio, f"{body['prompt']}|{pictures}")

    def _is_picture(self, value: Any) -> bool:
        """A file that was uploaded, or base64 with or without the head of a data URL."""
        data = self.uploaded(value) if isinstance(value, str) else b""
        if data is None:
            try:
                data = base64.b64decode(re.sub(r"^data:image/\w+;base64,", "", value), validate=True)
            except ValueError:
                return False
        return data.startswith(_PICTURES)

    def _upload(self, call: Call) -> Reply:
        try:
            texts, files = named_form(call)
        except ValueError as e:
            raise error(400, str(e)) from e
        if texts or list(files) != ["file"] or not files["file"].startswith(_PICTURES):
            raise error(400, "One file is needed, called file.")
        link = self.linked(f"up-{len(self.files)}.png", files["file"])
        return said({"code": 200, "data": {"download_url": link, "filename": "up.png"}})

    # --- predictions

    def taken_on(self, wanted: Wanted, mode: str) -> Reply:
        task = Task(f"pred-{len(self.tasks) + 1}", mode, wanted)
        self.tasks[task.id] = task
        return said({"code": 200, "data": {"id": task.id, "status": "starting"}})

    def _stepped(self, name: str) -> Reply:
        if name not in self.tasks:
            raise error(404, "prediction not found")
        task = self.tasks[name]
        task.steps += 1
        if task.mode == "not visible yet" and task.steps <= 2:
            raise error(404 if task.steps == 1 else 400, "prediction not found")
        if task.steps <= 2:
            state = "brewing" if task.mode == "unknown state" else ("starting", "processing")[task.steps - 1]
            return said({"code": 200, "data": {"id": name, "status": state, "outputs": None, "error": None}})
        return said({"code": 200, "data": {"id": name, **self._over(task)}})

    def _over(self, task: Task) -> Mapping[str, Any]:
        if task.mode in _FAILURES:
            return {"status": "failed", "outputs": [], "error": _FAILURES[task.mode]}
        state = "succeeded" if task.mode == "succeeded" else "completed"
        return {"status": state, "outputs": [] if task.mode == "empty" else [self._output(task)], "error": None}

    def _output(self, task: Task) -> str:
        wanted, name = task.wanted, f"{task.id}.png"
        if task.mode == "data url":
            return f"data:image/png;base64,{base64.b64encode(wanted.drawn()).decode()}"
        if task.mode == "link lapsed" and task.steps == 3:
            return f"{self.url}/files/too-old.png?sig=secret"
        drawn = {"jpeg": ("JPEG", 1), "smaller": ("PNG", 2)}.get(task.mode, ("PNG", 1))
        data = b"#" * 5000 if task.mode == "not a picture" else wanted.drawn(drawn[0], share=drawn[1])
        return self.linked(name, data)

    # --- how it may go

    def play_no_id(self, wanted: Wanted) -> Reply:
        return said({"code": 200, "data": {"status": "processing"}})

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"code": "fine", "data": [None]})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "Something about this is not right.").reply

    def play_unprocessable(self, wanted: Wanted) -> Reply:
        return said({"code": 422, "message": "The request cannot be processed."}, 422)

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "Invalid API key.").reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "The key may not use this model.").reply

    def play_balance(self, wanted: Wanted) -> Reply:
        return error(402, "Insufficient balance.").reply

    def play_balance_inside(self, wanted: Wanted) -> Reply:
        return said({"code": 402, "msg": "Insufficient balance.", "data": None})

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return error(429, "Too many requests.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, f"model {wanted.model} not found").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "Internal error.").reply

    def play_internal_inside(self, wanted: Wanted) -> Reply:
        return said({"code": 500, "msg": "Internal error.", "data": None})


_FAILURES = {
    "failed": "The model could not make a picture.",
    "flagged": "Content flagged: the prompt violates the content policy.",
}


def _read_json(call: Call) -> Any:
    try:
        return call.json()
    except ValueError:
        raise error(400, "The body is no JSON.") from None


def error(status: int, message: str) -> Refused:
    return Refused(said({"code": status, "msg": message}, status))


MUTATIONS = (
    *json_mutations("Authorization"),
    json_set("no model", ["model"], ...),
    json_set("a model that is gone", ["model"], "google/nano-banana/text-to-image"),
    json_set("a model by its short name", ["model"], "nano-banana-2"),
    json_set("a model that edits, and no picture", ["model"], "google/nano-banana-2/edit"),
    json_set("no prompt", ["prompt"], ...),
    json_set("an empty prompt", ["prompt"], " "),
    json_set("a prompt that is a list", ["prompt"], ["a fox"]),
    json_set("4K in capitals", ["resolution"], "4K"),
    json_set("a size in pixels", ["resolution"], "4096x4096"),
    json_set("an unknown ratio", ["aspect_ratio"], "7:5"),
    json_set("a ratio of the direct service", ["aspect_ratio"], "1:8"),
    json_set("a ratio with an x", ["aspect_ratio"], "1x1"),
    json_set("WebP", ["output_format"], "webp"),
    json_set("base64 by a word", ["enable_base64_output"], "yes"),
    json_set("pictures for a model that only draws", ["images"], ["iVBORw0KGgo="]),
)

SERVICE = AtlasCloudService
