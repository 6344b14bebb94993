"""Evolink as docs.evolink.ai describes it (images, tasks, file upload) and as its own open client behaves (the
idempotency key; October 2026): our test server. Every picture is a task; a task that fails is refunded.

A callback is the task's own JSON and is not signed: `callback` is what would be sent.

`EvolinkLegacyService` is the synchronous form of older guides, which stands on no official page.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.forms import named_form
from tests.servers.generate_content import FOURTEEN_RATIOS, TEN_RATIOS
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    Mode,
    Refused,
    Reply,
    any_object,
    header_set,
    json_mutations,
    json_set,
    problems,
    said,
)
from tests.servers.tasks import (
    Task,
    TaskService,
    Wanted,
    googles,
    is_public_https,
)

KEY = "sk-evo-test-key"
_K = OutcomeKind

_SIZES = {"0.5K": "512", "1K": "1K", "2K": "2K", "4K": "4K"}
_MODELS = {
    "gemini-nano-banana-2.1": (("1K", "2K", "4K"), FOURTEEN_RATIOS),
    "gemini-3.1-flash-image-preview": (tuple(_SIZES), FOURTEEN_RATIOS),
    "gemini-3.1-flash-lite-image": (("1K",), FOURTEEN_RATIOS),
    "gemini-3-pro-image-preview": (("1K", "2K", "4K"), TEN_RATIOS),
}
_CREDITS = {
    "gemini-nano-banana-2.1": {"1K": 2.11, "2K": 3.06, "4K": 6.94},
    "gemini-3.1-flash-image-preview": {"0.5K": 2.86, "1K": 4.28, "2K": 6.39, "4K": 9.58},
    "gemini-3.1-flash-lite-image": {"1K": 2.11},
    "gemini-3-pro-image-preview": {"1K": 8.5, "2K": 8.5, "4K": 15.23},
}
"""68 of them are a dollar."""

_REQUEST = {
    "model!": str,
    "prompt!": lambda v: isinstance(v, str) and bool(v.strip()) and len(v) <= 2000,
    "size": ("auto", *FOURTEEN_RATIOS),
    "quality": tuple(_SIZES),
    "image_urls": [str],
    "model_params": any_object,
    "callback_url": is_public_https,
}
_UPLOAD = {"base64_data!": str, "upload_path": str, "file_name": str}
_LEGACY = {
    "model!": str,
    "prompt!": lambda v: isinstance(v, str) and bool(v.strip()) and len(v) <= 2000,
    "resolution": lambda v: isinstance(v, str) and re.fullmatch(r"[0-9]{3,5}x[0-9]{3,5}", v) is not None,
    "format": ("png", "jpeg"),
}
_PICTURES = (b"\x89PNG", b"\xff\xd8", b"RIFF", b"GIF8")

_FAILURES = {
    "policy": ("content_policy_violation", "Prompt was blocked"),
    "no content": ("generation_failed_no_content", "The model returned no content"),
    "bad parameters": ("invalid_parameters", "Parameters are invalid"),
    "bad picture": ("image_processing_error", "The input image cannot be processed"),
    "model away": ("model_unavailable", "The model is not available"),
    "timed out": ("generation_timeout", "Generation timed out"),
    "upstream failed": ("upstream_error", "The upstream failed"),
    "unknown error": ("unknown_error", "Something went wrong"),
    "quota later": ("quota_exceeded", "Quota exceeded"),
    "throttled later": ("rate_limited", "Too many requests upstream"),
    "brand new": ("brand_new_word", "Something else went wrong"),
}


class EvolinkService(TaskService):
    NAME = "evolink"
    MODES = (
        Mode("ok", _K.OK, "pending, processing, completed with a link", 1),
        Mode("jpeg", _K.OK, "a JPEG behind a link that ends in .png", 1),
        Mode("result data", _K.OK, "the link in result_data alone", 1),
        Mode("no credits", _K.OK, "a picture, and nothing about what it has cost", 1),
        Mode("unknown status", _K.OK, "a status that nobody knows yet, before completed", 1),
        Mode("link lapsed", _K.OK, "a link that is too old; asked again, the task has a fresh one", 1),
        Mode("empty", _K.NO_IMAGE, "completed without a picture", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("policy", _K.BLOCKED, "failed with content_policy_violation, refunded"),
        Mode("no content", _K.NO_IMAGE, "failed with generation_failed_no_content, refunded"),
        Mode("bad parameters", _K.INVALID_REQUEST, "failed with invalid_parameters, refunded"),
        Mode("bad picture", _K.INVALID_REQUEST, "failed with image_processing_error, refunded"),
        Mode("model away", _K.MODEL_GONE, "failed with model_unavailable, which is final"),
        Mode("timed out", _K.UNAVAILABLE, "failed with generation_timeout, refunded: it may be asked for anew"),
        Mode("upstream failed", _K.UNAVAILABLE, "failed with upstream_error, refunded: it may be asked for anew"),
        Mode("unknown error", _K.UNAVAILABLE, "failed with unknown_error, refunded: it may be asked for anew"),
        Mode("quota later", _K.QUOTA, "failed with quota_exceeded, refunded"),
        Mode("throttled later", _K.RATE_LIMITED, "failed with rate_limited, refunded: it may be asked for anew"),
        Mode("brand new", _K.NO_IMAGE, "failed with a word that nobody knows yet, refunded"),
        Mode("cancelled", _K.NO_IMAGE, "cancelled from elsewhere, refunded"),
        Mode("forgotten", _K.UNKNOWN, "404 task_not_found, whenever the task is asked about", 1),
        Mode("look refused", _K.UNKNOWN, "400, whenever the task is asked about", 1),
        Mode("no id", _K.UNKNOWN, "taken on, and the answer names no task", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("invalid", _K.INVALID_REQUEST, "400, its code a number"),
        Mode("too large", _K.INVALID_REQUEST, "413"),
        Mode("wrong key", _K.AUTH, "401"),
        Mode("forbidden", _K.AUTH, "403 permission_error"),
        Mode("nothing left", _K.QUOTA, "402 insufficient_quota"),
        Mode("too fast", _K.RATE_LIMITED, "429 rate_limit_error"),
        Mode("gone", _K.MODEL_GONE, "404 not_found_error: there is no such model"),
        Mode("paid unknown", _K.UNKNOWN, "409 paid_outcome_unknown: they cannot say themselves", 1),
        Mode("internal", _K.UNKNOWN, "500, perhaps after taking it on", 1),
        Mode("upstream", _K.UNKNOWN, "502 upstream_error, perhaps after taking it on", 1),
        Mode("unavailable", _K.UNKNOWN, "503: to be sent again with the same key only", 1),
        *TRANSPORT,
    )
    _ASK, _TASK = "/v1/images/generations", re.compile(r"/v1/tasks/([\w-]+)")

    def __init__(self) -> None:
        super().__init__()
        self.replayed = 0
        self._by_key: dict[str, tuple[Mapping[str, Any], str]] = {}
        self._asked: Mapping[str, Any] = {}
        self._key = ""

    def paid_calls(self) -> list[Call]:
        return [call for call in super().paid_calls() if call.route == self._ASK]

    def route(self, call: Call) -> Reply:
        if file := self.file(call):
            return file
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "authentication_error", "Invalid API key.", "invalid_api_key")
        if call.method == "POST":
            return self._posted(call)
        match = self._TASK.fullmatch(call.route)
        if call.method == "GET" and match:
            return self._stepped(match[1])
        if call.method == "GET" and call.route == "/v1/tasks":
            return said({"object": "list", "data": [self._shown(t) for t in reversed(self.tasks.values())]})
        if call.method == "GET" and call.route == "/v1/credits":
            return said({"success": True, "data": {"user": {"remaining_credits": 1234.5}}})
        raise error(404, "not_found_error", f"There is no {call.method} {call.route}.")

    def _posted(self, call: Call) -> Reply:
        doors = {
            self._ASK: self._create,
            "/api/v1/files/upload/base64": self._upload_base64,
            "/api/v1/files/upload/stream": self._upload_stream,
        }
        if call.route not in doors:
            raise error(404, "not_found_error", f"There is no POST {call.route}.")
        return doors[call.route](call)

    # --- tasks

    def _create(self, call: Call) -> Reply:
        body = _read_json(call)
        wanted = self._checked(body)
        self._key, self._asked = call.header("Idempotency-Key"), body
        if self._key in self._by_key:
            return self._again(call)
        return self.played(wanted)

    def _again(self, call: Call) -> Reply:
        """The answer to a key that was used before: the same task, for the same body alone."""
        asked, name = self._by_key[self._key]
        if asked != call.json():
            raise error(409, "invalid_request_error", "The key was used for another request.", "idempotency_conflict")
        self.replayed += 1
        return said(self._shown(self.tasks[name]), 200, idempotency_replayed="true")

    def _checked(self, body: Any) -> Wanted:
        if wrong := next(problems(body, _REQUEST), ""):
            raise error(400, "invalid_request_error", wrong)
        if body["model"] not in _MODELS:
            raise error(404, "not_found_error", f"The model {body['model']} does not exist.", "model_not_found")
        sizes, ratios = _MODELS[body["model"]]
        size, ratio = body.get("quality", sizes[0] if len(sizes) == 1 else "2K"), body.get("size", "auto")
        if size not in sizes or ratio not in ("auto", *ratios):
            raise error(400, "invalid_request_error", f"{body['model']} does not draw {size} at {ratio}.")
        pictures = body.get("image_urls", [])
        if len(pictures) > 14 or any(self.uploaded(p) is None and not is_public_https(p) for p in pictures):
            raise error(400, "invalid_request_error", "image_urls: at most 14 addresses that can be reached.")
        words = f"{body['prompt']}|{pictures}"
        return googles(body["model"], _SIZES[size], "1:1" if ratio == "auto" else ratio, words)

    def taken_on(self, wanted: Wanted, mode: str) -> Reply:
        task = Task(f"task-unified-1795000000-{len(self.tasks):08x}", mode, wanted, self._asked)
        self.tasks[task.id] = task
        if self._key:
            self._by_key[self._key] = (self._asked, task.id)
        return said(self._shown(task))

    def _stepped(self, name: str) -> Reply:
        task = self.tasks.get(name)
        if task is None or task.mode == "forgotten":
            raise error(404, "task_not_found", "The task does not exist.", "task_not_found")
        if task.mode == "look refused":
            raise error(400, "invalid_request_error", "The task id is not as it has to be.")
        self.tasks[name].steps += 1
        return said(self._shown(self.tasks[name]))

    def callback(self, name: str) -> bytes:
        """What is sent to the callback address once a task is over."""
        self.tasks[name].steps = 3
        return json.dumps(self._shown(self.tasks[name])).encode()

    def _shown(self, task: Task) -> dict[str, Any]:
        about = {"id": task.id, "object": "image.generation.task", "created": 1795000000, "type": "image"}
        about["model"] = task.wanted.model
        if task.steps <= 2:
            word = (
                "brewing" if task.mode == "unknown status" and task.steps else ("pending", "processing")[task.steps > 1]
            )
            info = {"can_cancel": True, "estimated_time": 45}
            usage = {"billing_rule": "per_call", "credits_reserved": self._credits(task), "user_group": "default"}
            return about | {"status": word, "progress": 0, "task_info": info, "usage": usage}
        if task.mode in _FAILURES:
            code, message = _FAILURES[task.mode]
            wrong = {"code": code, "message": message, "type": "task_error"}
            return about | {"status": "failed", "progress": 100, "error": wrong}
        if task.mode == "cancelled":
            return about | {"status": "cancelled", "progress": 0}
        return about | {"status": "completed", "progress": 100, **self._results(task)}

    def _results(self, task: Task) -> Mapping[str, Any]:
        links = [] if task.mode == "empty" else [self._link(task)]
        results = {} if task.mode == "result data" else {"results": links}
        usage = {} if task.mode == "no credits" else {"usage": {"credits_used": self._credits(task)}}
        return {**results, "result_data": [{"image_url": link} for link in links], **usage}

    def _credits(self, task: Task) -> float:
        prices = _CREDITS[task.wanted.model]
        return prices[task.about.get("quality", "2K" if "2K" in prices else "1K")]

    def _link(self, task: Task) -> str:
        if task.mode == "link lapsed" and task.steps == 3:
            return f"{self.url}/files/too-old.png?sig=secret"
        form, share = {"jpeg": ("JPEG", 1), "smaller": ("PNG", 2)}.get(task.mode, ("PNG", 1))
        data = b"#" * 5000 if task.mode == "not a picture" else task.wanted.drawn(form, share=share)
        return self.linked(f"{task.id}_0.png", data)

    # --- uploads

    def _upload_base64(self, call: Call) -> Reply:
        body = _read_json(call)
        if wrong := next(problems(body, _UPLOAD), ""):
            raise error(400, "invalid_request_error", wrong)
        try:
            data = base64.b64decode(re.sub(r"^data:image/\w+;base64,", "", body["base64_data"]), validate=True)
        except ValueError:
            raise error(400, "invalid_request_error", "base64_data is no base64.") from None
        return self._kept(data)

    def _upload_stream(self, call: Call) -> Reply:
        try:
            texts, files = named_form(call)
        except ValueError as e:
            raise error(400, "invalid_request_error", str(e)) from e
        if list(files) != ["file"] or not texts.keys() <= {"upload_path", "file_name"}:
            raise error(400, "invalid_request_error", "One file is needed, called file.")
        return self._kept(files["file"])

    def _kept(self, data: bytes) -> Reply:
        if not data.startswith(_PICTURES):
            raise error(400, "invalid_request_error", "Only jpeg, png, gif and webp can be uploaded.")
        link = self.linked(f"up-{len(self.files)}.png", data)
        file = {
            "file_id": f"file_{len(self.files)}",
            "file_url": link,
            "download_url": link,
            "mime_type": "image/png",
            "file_size": len(data),
            "expires_at": "2026-11-23T00:00:00+08:00",
        }
        return said({"success": True, "code": 200, "msg": "File uploaded successfully", "data": file})

    # --- how it may go

    def play_no_id(self, wanted: Wanted) -> Reply:
        return said({"object": "image.generation.task", "status": "pending"})

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"id": [7], "status": {"0": None}})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "invalid_request_error", "Something about this is not right.", 400).reply

    def play_too_large(self, wanted: Wanted) -> Reply:
        return error(413, "request_too_large_error", "The request is too large.").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "authentication_error", "Invalid API key.", 401).reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "permission_error", "The key may not use this model.").reply

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        return error(402, "insufficient_quota", "Insufficient credits.", "insufficient_quota").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return error(429, "rate_limit_error", "Too many requests.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, "not_found_error", f"The model {wanted.model} does not exist.", "model_not_found").reply

    def play_paid_unknown(self, wanted: Wanted) -> Reply:
        return error(409, "invalid_request_error", "The outcome is not known.", "paid_outcome_unknown").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        self.taken_on(wanted, "ok")
        return error(500, "", "Internal error.").reply

    def play_upstream(self, wanted: Wanted) -> Reply:
        self.taken_on(wanted, "ok")
        return error(502, "upstream_error", "The upstream failed.").reply

    def play_unavailable(self, wanted: Wanted) -> Reply:
        self.taken_on(wanted, "ok")
        return error(503, "service_unavailable", "The service is busy.").reply


class EvolinkLegacyService(TaskService):
    NAME = "evolink"
    MODES = (
        Mode("ok", _K.OK, "a link in data", 1),
        Mode("in a list", _K.OK, "a link in the first of a list", 1),
        Mode("base64", _K.OK, "the picture itself in data", 1),
        Mode("jpeg", _K.OK, "a JPEG behind a link that ends in .png", 1),
        Mode("empty", _K.NO_IMAGE, "an answer with nothing in data", 1),
        Mode("lapsed", _K.NO_IMAGE, "a link that leads nowhere any more", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("policy", _K.BLOCKED, "400 content_policy_violation"),
        Mode("invalid", _K.INVALID_REQUEST, "400"),
        Mode("wrong key", _K.AUTH, "401"),
        Mode("nothing left", _K.QUOTA, "402"),
        Mode("too fast", _K.RATE_LIMITED, "429"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after drawing", 1),
        *TRANSPORT,
    )

    def play_cut(self, wanted: Wanted) -> Reply:
        return Reply(cut=True)

    def route(self, call: Call) -> Reply:
        if file := self.file(call):
            return file
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "authentication_error", "Invalid API key.")
        if call.method == "GET" and call.route == "/v1/credits":
            return said({"success": True, "data": {"user": {"remaining_credits": 1234.5}}})
        if call.method != "POST" or call.route != "/v1/images/generate":
            raise error(404, "not_found_error", f"There is no {call.method} {call.route}.")
        return self.played(self._checked(_read_json(call)))

    def _checked(self, body: Any) -> Wanted:
        if wrong := next(problems(body, _LEGACY), ""):
            raise error(400, "invalid_request_error", wrong)
        if body["model"] not in _MODELS:
            raise error(404, "not_found_error", f"The model {body['model']} does not exist.", "model_not_found")
        width_px, height_px = map(int, body.get("resolution", "1024x1024").split("x"))
        return Wanted(body["model"], width_px, height_px, body["prompt"])

    def _linked(self, data: bytes) -> str:
        return self.linked(f"{len(self.files)}.png", data)

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return said({"data": {"url": self._linked(wanted.drawn())}})

    def play_in_a_list(self, wanted: Wanted) -> Reply:
        return said({"data": [{"url": self._linked(wanted.drawn())}]})

    def play_base64(self, wanted: Wanted) -> Reply:
        return said({"data": {"b64_json": base64.b64encode(wanted.drawn()).decode()}})

    def play_jpeg(self, wanted: Wanted) -> Reply:
        return said({"data": {"url": self._linked(wanted.drawn("JPEG"))}})

    def play_empty(self, wanted: Wanted) -> Reply:
        return said({"data": {}})

    def play_lapsed(self, wanted: Wanted) -> Reply:
        return said({"data": {"url": f"{self.url}/files/too-old.png?sig=secret"}})

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return said({"data": {"url": self._linked(b"#" * 5000)}})

    def play_smaller(self, wanted: Wanted) -> Reply:
        return said({"data": {"url": self._linked(wanted.drawn(share=2))}})

    def play_policy(self, wanted: Wanted) -> Reply:
        return error(400, "invalid_request_error", "Prompt was blocked.", "content_policy_violation").reply

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "invalid_request_error", "Something about this is not right.").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "authentication_error", "Invalid API key.").reply

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        return error(402, "insufficient_quota", "Insufficient credits.").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return error(429, "rate_limit_error", "Too many requests.").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "", "Internal error.").reply


def _read_json(call: Call) -> Any:
    try:
        return call.json()
    except ValueError:
        raise error(400, "invalid_request_error", "The body is no JSON.") from None


def error(status: int, kind: str, message: str, code: str | int | None = None) -> Refused:
    """`code` is a number on one of their pages and a word on another; both are sent."""
    inner = {"code": code or status, "message": message, "type": kind, "param": None, "request_id": "req_1"}
    return Refused(said({"error": inner}, status))


_WORDS = (
    json_set("no model", ["model"], ...),
    json_set("a model that is gone", ["model"], "gemini-2.5-flash-image-preview"),
    json_set("a model that is a number", ["model"], 2),
    json_set("no prompt", ["prompt"], ...),
    json_set("an empty prompt", ["prompt"], " "),
    json_set("a prompt that is too long", ["prompt"], "fox " * 501),
    json_set("a prompt that is a list", ["prompt"], ["a fox"]),
)
MUTATIONS = (
    *json_mutations("Authorization"),
    *_WORDS,
    header_set("the key without its scheme", "Authorization", KEY),
    json_set("4k in small letters", ["quality"], "4k"),
    json_set("a quality in pixels", ["quality"], "4096x4096"),
    json_set("a size in pixels", ["size"], "4096x4096"),
    json_set("an unknown ratio", ["size"], "7:5"),
    json_set("the older form's field", ["resolution"], "3840x2160"),
    json_set("a callback over plain http", ["callback_url"], "http://pod.example/hooks"),
    json_set("a callback into a network of one's own", ["callback_url"], "https://192.168.1.2/hooks"),
    json_set("an address that is none", ["image_urls"], ["fox.png"]),
    json_set("fifteen pictures", ["image_urls"], ["https://example.com/fox.png"] * 15),
    json_set("parameters that are a list", ["model_params"], []),
)
LEGACY_MUTATIONS = (
    *json_mutations("Authorization"),
    *_WORDS,
    json_set("a size by name", ["resolution"], "4K"),
    json_set("GIF", ["format"], "gif"),
    json_set("the newer form's field", ["quality"], "4K"),
)

SERVICE = EvolinkService
