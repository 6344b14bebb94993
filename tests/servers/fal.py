"""fal.ai's queue as its documentation describes it (asynchronous inference, model errors, request errors; fal.ai/docs,
2026), with the models of Google and FLUX that are asked through it: our test server.

The real queue takes a wrong body and lets the request fail; here it is refused at once, in the same words.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import uuid
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pod.providers.base import OutcomeKind
from tests.servers.generate_content import FOURTEEN_RATIOS, TEN_RATIOS
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    Mode,
    Refused,
    Reply,
    header_set,
    json_mutations,
    json_set,
    path_set,
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

KEY = "fal-key-id:fal-key-secret"
_K = OutcomeKind

_SIZES = {"0.5K": "512", "1K": "1K", "2K": "2K", "4K": "4K"}
_NAMED = {
    "square_hd": (1024, 1024), "square": (512, 512), "portrait_4_3": (768, 1024), "portrait_16_9": (576, 1024),
    "landscape_4_3": (1024, 768), "landscape_16_9": (1024, 576),
}  # fmt: skip


def _words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _from_one_to_four(value: Any) -> bool:
    return isinstance(value, int) and 1 <= value <= 4


def _side(value: Any) -> bool:
    return isinstance(value, int) and 64 <= value <= 2048 and value % 16 == 0


def _image_size(value: Any) -> bool:
    return value in tuple(_NAMED) or not list(problems(value, {"width!": _side, "height!": _side}))


_ANY = {
    "prompt!": _words,
    "num_images": _from_one_to_four,
    "seed": int,
    "output_format": ("png", "jpeg", "webp"),
    "sync_mode": bool,
}
_BANANA = _ANY | {
    "resolution": ("1K", "2K", "4K"),
    "safety_tolerance": ("1", "2", "3", "4", "5", "6"),
    "limit_generations": bool,
    "enable_web_search": bool,
}
_TWO = _BANANA | {"aspect_ratio": ("auto", *FOURTEEN_RATIOS), "resolution": tuple(_SIZES)}
_PRO = _BANANA | {"aspect_ratio": ("auto", *TEN_RATIOS)}
_PICTURES: Mapping[str, Any] = {"image_urls!": [str]}
_MODELS: Mapping[str, Mapping[str, Any]] = {
    "fal-ai/nano-banana-2": _TWO,
    "fal-ai/nano-banana-2/edit": _TWO | _PICTURES,
    "fal-ai/nano-banana-pro": _PRO,
    "fal-ai/nano-banana-pro/edit": _PRO | _PICTURES,
    "fal-ai/flux/dev": _ANY
    | {
        "image_size": _image_size,
        "num_inference_steps": int,
        "guidance_scale": lambda v: isinstance(v, (int, float)) and 1 <= v <= 20,
        "enable_safety_checker": bool,
        "acceleration": ("none", "regular", "high"),
        "output_format": ("png", "jpeg"),
    },
}
_DATA_URL = re.compile(r"data:image/(?:png|jpeg|webp);base64,([A-Za-z0-9+/]+=*)")
_MAGIC = (b"\x89PNG", b"\xff\xd8", b"RIFF")


class FalService(TaskService):
    NAME = "fal"
    MODES = (
        Mode("ok", _K.OK, "queued, at work, completed with a link", 1),
        Mode("unknown status", _K.OK, "a status that nobody knows yet, before COMPLETED", 1),
        Mode("jpeg", _K.OK, "a JPEG behind a link that ends in .png", 1),
        Mode("data url", _K.OK, "the picture itself in the answer", 1),
        Mode("empty", _K.NO_IMAGE, "completed without a picture", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("nsfw", _K.BLOCKED, "a black picture, and has_nsfw_concepts beside it", 1),
        Mode("policy", _K.BLOCKED, "completed with 422 content_policy_violation"),
        Mode("no media", _K.NO_IMAGE, "completed with 422 no_media_generated"),
        Mode("not taken", _K.INVALID_REQUEST, "completed with 422 image_load_error"),
        Mode("unknown error", _K.INVALID_REQUEST, "completed with 422 and a type that nobody knows yet"),
        Mode("timed out", _K.UNAVAILABLE, "completed with 504 request_timeout, which is not billed"),
        Mode("runner failed", _K.UNAVAILABLE, "completed with 503 runner_disconnected, which is not billed"),
        Mode("downstream", _K.UNAVAILABLE, "completed with 500 downstream_service_error, which is not billed"),
        Mode("no id", _K.UNKNOWN, "taken on, and the answer names no request", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("invalid", _K.INVALID_REQUEST, "422 at the door"),
        Mode("wrong key", _K.AUTH, "401"),
        Mode("forbidden", _K.AUTH, "403"),
        Mode("balance", _K.QUOTA, "403: the user is locked, the balance exhausted"),
        Mode("too fast", _K.RATE_LIMITED, "429 with Retry-After"),
        Mode("gone", _K.MODEL_GONE, "404: there is no such application"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after taking it on", 1),
        *TRANSPORT,
    )
    _REQUEST = re.compile(r"/(fal-ai/[\w.-]+)/requests/([\w-]+)(/status)?")
    """By the application's name: its subpath is used for asking, not for looking."""

    def __init__(self) -> None:
        super().__init__()
        self.signing = _key("first")

    def route(self, call: Call) -> Reply:
        if call.method == "GET" and call.route == "/.well-known/jwks.json":
            return said({"keys": [{"kty": "RSA", "n": "AQAB"}, _published(self.signing)]})
        if file := self.file(call):
            return file
        if call.header("Authorization") != f"Key {KEY}":
            raise error(401, "Authentication is required to access this application.")
        match = self._REQUEST.fullmatch(call.route)
        if call.method == "GET" and match:
            return self._looked(*match.groups())
        if call.method == "POST" and call.route.lstrip("/") in _MODELS:
            return self.played(self._checked(call.route.lstrip("/"), call))
        raise error(404, f"Application '{call.route.lstrip('/')}' not found")

    def _checked(self, model: str, call: Call) -> Wanted:
        body = _read_json(call)
        if wrong := next(problems(body, _MODELS[model]), ""):
            raise refusal(422, "value_error", wrong)
        if "fal_webhook" in call.query and not is_public_https(call.query["fal_webhook"]):
            raise error(400, "fal_webhook is not a valid URL.")
        pictures = body.get("image_urls", [])
        if "image_urls!" in _MODELS[model] and not (pictures and all(map(_is_picture, pictures))):
            raise refusal(422, "file_download_error", "The image could not be loaded.", "image_urls")
        words = f"{body['prompt']}|{body.get('seed')}|{pictures}"
        if "image_size" in _MODELS[model]:
            size = body.get("image_size", "landscape_4_3")
            sides = _NAMED[size] if isinstance(size, str) else (size["width"], size["height"])
            return Wanted(model, *sides, words)
        ratio = body.get("aspect_ratio", "auto")
        return googles(model, _SIZES[body.get("resolution", "1K")], "1:1" if ratio == "auto" else ratio, words)

    # --- callbacks

    def exchange_keys(self) -> None:
        self.signing = _key("second")

    def callback(self, name: str, at_s: int) -> tuple[dict[str, str], bytes]:
        """What is sent to the address in `fal_webhook` when a request is over, signed at that time."""
        body = json.dumps({"request_id": name, "gateway_request_id": name, "status": "OK", "payload": {}}).encode()
        signed = "\n".join((name, "user-1", str(at_s), hashlib.sha256(body).hexdigest())).encode()
        headers = {"Request-Id": name, "User-Id": "user-1", "Timestamp": str(at_s)}
        headers["Signature"] = self.signing.sign(signed).hex()
        return {f"X-Fal-Webhook-{header}": value for header, value in headers.items()}, body

    # --- requests

    def taken_on(self, wanted: Wanted, mode: str) -> Reply:
        name = str(uuid.UUID(int=len(self.tasks) + 1))
        self.tasks[name] = Task(name, mode, wanted)
        there = f"{self.url}/{_application(wanted.model)}/requests/{name}"
        return said(
            {
                "status": "IN_QUEUE",
                "request_id": name,
                "response_url": there,
                "status_url": f"{there}/status",
                "cancel_url": f"{there}/cancel",
                "queue_position": 0,
            }
        )

    def _looked(self, application: str, name: str, status: str | None) -> Reply:
        task = self.tasks.get(name)
        if task is None or application != _application(task.wanted.model):
            raise error(404, "Request not found")
        if status:
            task.steps += 1
            return self._status(task)
        if task.steps <= 2:
            raise error(400, "Request is still in progress")
        return _FAILURES[task.mode].reply if task.mode in _FAILURES else self._result(task)

    def _status(self, task: Task) -> Reply:
        about = {"request_id": task.id, "response_url": f"{self.url}/x", "logs": None}
        if task.steps <= 2:
            word = "BREWING" if task.mode == "unknown status" else ("IN_QUEUE", "IN_PROGRESS")[task.steps - 1]
            return said({"status": word, "queue_position": 0, **about}, 202)
        wrong = {"error": "The request failed.", "error_type": _TYPES[task.mode]} if task.mode in _TYPES else {}
        return said({"status": "COMPLETED", "metrics": {"inference_time": 3.7}, **about, **wrong})

    def _result(self, task: Task) -> Reply:
        pictures = [] if task.mode == "empty" else [self._picture(task)]
        beside = {"has_nsfw_concepts": [True]} if task.mode == "nsfw" else {}
        return said({"images": pictures, "description": "", **beside})

    def _picture(self, task: Task) -> Mapping[str, Any]:
        wanted = task.wanted
        form, share = {"jpeg": ("JPEG", 1), "smaller": ("PNG", 2)}.get(task.mode, ("PNG", 1))
        data = b"#" * 5000 if task.mode == "not a picture" else wanted.drawn(form, share=share)
        link = self.linked(f"{task.id}.png", data)
        if task.mode == "data url":
            link = f"data:image/png;base64,{base64.b64encode(data).decode()}"
        size = {"width": wanted.width_px, "height": wanted.height_px, "file_size": len(data)}
        return {"url": link, "content_type": "image/png", "file_name": "output.png", **size}

    # --- how it may go

    def play_no_id(self, wanted: Wanted) -> Reply:
        return said({"status": "IN_QUEUE"})

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said(["queued", {"request_id": [7]}])

    def play_invalid(self, wanted: Wanted) -> Reply:
        return refusal(422, "value_error", "field required", "prompt").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "Authentication is required to access this application.").reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "Cannot access this application.").reply

    def play_balance(self, wanted: Wanted) -> Reply:
        return error(403, "User is locked. Reason: Exhausted balance. Top up your balance.").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return Refused(said({"detail": "Too many requests."}, 429, Retry_After="20")).reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, f"Application '{wanted.model}' not found").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "Internal Server Error").reply


def _key(name: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())


def _published(key: Ed25519PrivateKey) -> Mapping[str, str]:
    public = base64.urlsafe_b64encode(key.public_key().public_bytes_raw()).rstrip(b"=").decode()
    return {"kty": "OKP", "crv": "Ed25519", "kid": "1", "use": "sig", "alg": "EdDSA", "x": public}


def _application(model: str) -> str:
    return "/".join(model.split("/")[:2])


def _is_picture(link: str) -> bool:
    """A public address, or the picture itself."""
    match = _DATA_URL.fullmatch(link)
    return base64.b64decode(match[1]).startswith(_MAGIC) if match else is_public_https(link)


def _read_json(call: Call) -> Any:
    try:
        return call.json()
    except ValueError:
        raise refusal(422, "json_invalid", "JSON decode error") from None


def error(status: int, detail: str, error_type: str = "") -> Refused:
    """A request error: one sentence, and its kind where it has one, in the body and in a header."""
    if not error_type:
        return Refused(said({"detail": detail}, status))
    return Refused(said({"detail": detail, "error_type": error_type}, status, X_Fal_Error_Type=error_type))


def refusal(status: int, kind: str, message: str, field: str = "body") -> Refused:
    """A model's error: a list of what is wrong, each with its kind."""
    wrong = {"loc": ["body", field], "msg": message, "type": kind, "url": f"https://docs.fal.ai/errors#{kind}"}
    return Refused(said({"detail": [wrong]}, status, X_Fal_Retryable="false"))


_FAILURES: Mapping[str, Refused] = {
    "policy": refusal(422, "content_policy_violation", "The content was flagged by a content checker.", "prompt"),
    "no media": refusal(422, "no_media_generated", "The model made no picture.", "prompt"),
    "not taken": refusal(422, "image_load_error", "The image could not be loaded.", "image_urls"),
    "unknown error": refusal(422, "brand_new_word", "Something about this is not right."),
    "timed out": error(504, "Request timed out", "request_timeout"),
    "runner failed": error(503, "Runner disconnected", "runner_disconnected"),
    "downstream": refusal(500, "downstream_service_error", "A service behind the model failed."),
}
_TYPES = {"timed out": "request_timeout", "runner failed": "runner_disconnected"}
"""Failures of the queue itself, which a look at the status says too."""

MUTATIONS = (
    *json_mutations("Authorization"),
    header_set("the key as a bearer", "Authorization", f"Bearer {KEY}"),
    path_set("a model that is gone", "/fal-ai/", "/fal-ai/old-"),
    path_set("a callback that is not https", "fal_webhook=https", "fal_webhook=http"),
    path_set("a model of nobody", "/fal-ai/", "/nobody/"),
    json_set("no prompt", ["prompt"], ...),
    json_set("an empty prompt", ["prompt"], " "),
    json_set("a prompt that is a list", ["prompt"], ["a fox"]),
    json_set("4k in small letters", ["resolution"], "4k"),
    json_set("a size in pixels", ["resolution"], "4096x4096"),
    json_set("an unknown ratio", ["aspect_ratio"], "7:5"),
    json_set("a ratio with an x", ["aspect_ratio"], "1x1"),
    json_set("GIF", ["output_format"], "gif"),
    json_set("no pictures", ["num_images"], 0),
    json_set("five pictures", ["num_images"], 5),
    json_set("a seed that is a word", ["seed"], "lucky"),
    json_set("a tolerance without end", ["safety_tolerance"], "7"),
    json_set("pictures for a model that only draws", ["image_urls"], ["https://example.com/a.png"]),
    json_set("an unknown size", ["image_size"], "poster"),
)

SERVICE = FalService
