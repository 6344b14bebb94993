"""OpenRouter's chat completions with pictures, as openrouter.ai/docs describes them (image generation, errors and
debugging; November 2026): our test server. What a call has cost stands in its answer.
"""

from __future__ import annotations

import base64
import re
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.generate_content import FOURTEEN_RATIOS, TEN_RATIOS
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Refused,
    Reply,
    json_mutations,
    json_set,
    problems,
    said,
)
from tests.servers.tasks import Wanted, googles

KEY = "sk-or-v1-test-key"
_K = OutcomeKind

_SIZES = {"0.5K": "512", "1K": "1K", "2K": "2K", "4K": "4K"}
_FLASH = (("1K", "2K", "4K", "0.5K"), FOURTEEN_RATIOS)
_MODELS = {
    "google/gemini-nano-banana-2.1": (("1K", "2K", "4K"), FOURTEEN_RATIOS),
    "google/gemini-3.1-flash-image": _FLASH,
    "google/gemini-3.1-flash-image-preview": _FLASH,
    "google/gemini-3-pro-image": (("1K", "2K", "4K"), TEN_RATIOS),
    "google/gemini-3-pro-image-preview": (("1K", "2K", "4K"), TEN_RATIOS),
}
_DATA_URL = re.compile(r"data:(image/(?:png|jpeg|webp|gif));base64,([A-Za-z0-9+/]+=*)")
_MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/webp": b"RIFF", "image/gif": b"GIF8"}
_DOLLARS = {"1K": 0.067, "2K": 0.101, "4K": 0.151, "0.5K": 0.045}


def _is_picture(value: Any) -> bool:
    match = _DATA_URL.fullmatch(value) if isinstance(value, str) else None
    return match is not None and base64.b64decode(match[2]).startswith(_MAGIC[match[1]])


def _is_content(value: Any) -> bool:
    """Words, or a list of words and pictures."""
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, list) and bool(value) and all(_is_part(part) for part in value)


def _is_part(part: Any) -> bool:
    shapes = (
        {"type!": ("text",), "text!": str},
        {"type!": ("image_url",), "image_url!": {"url!": _is_picture, "detail": ("auto", "low", "high")}},
    )
    return any(not list(problems(part, shape)) for shape in shapes)


REQUEST = {
    "model!": str,
    "messages!": [{"role!": ("user", "system", "assistant"), "content!": _is_content}],
    "modalities": lambda v: v in (["image", "text"], ["text", "image"], ["image"]),
    "image_config": {"aspect_ratio": FOURTEEN_RATIOS, "image_size": tuple(_SIZES)},
    "stream": (False,),
    "max_tokens": int,
    "seed": int,
    "user": str,
    "usage": {"include": bool},
    "provider": {"order": [str], "allow_fallbacks": bool, "data_collection": ("allow", "deny")},
}


class OpenRouterService(ImageService):
    NAME = "openrouter"
    MODES = (
        Mode("ok", _K.OK, "a PNG as a data URL", 1),
        Mode("ok jpeg", _K.OK, "a JPEG, with words beside it", 1),
        Mode("no cost", _K.OK, "a picture, and nothing about what it has cost", 1),
        Mode("unknown finish", _K.OK, "a picture with a finish reason that nobody knows yet", 1),
        Mode("text only", _K.NO_IMAGE, "a sentence instead of a picture", 1),
        Mode("no pictures", _K.NO_IMAGE, "an empty list of pictures", 1),
        Mode("truncated", _K.NO_IMAGE, "base64 that breaks off", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture, said to be a PNG", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("filtered", _K.BLOCKED, "finish_reason content_filter after drawing", 1),
        Mode("flagged", _K.BLOCKED, "403 whose metadata says which words were flagged"),
        Mode("forbidden", _K.AUTH, "403 without metadata: the key may not do this"),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("failed inside", _K.UNKNOWN, "200 with an error in it: the model had begun", 1),
        Mode("failed choice", _K.UNKNOWN, "200 with an error in the choice", 1),
        Mode("invalid", _K.INVALID_REQUEST, "400"),
        Mode("wrong key", _K.AUTH, "401 User not found."),
        Mode("nothing left", _K.QUOTA, "402: insufficient credits"),
        Mode("too fast", _K.RATE_LIMITED, "429 with Retry-After"),
        Mode("gone", _K.MODEL_GONE, "404: there are no endpoints for the model"),
        Mode("timed out", _K.UNKNOWN, "408, perhaps after drawing", 1),
        Mode("upstream", _K.UNKNOWN, "502: the provider behind it answered nonsense", 1),
        Mode("nobody", _K.UNAVAILABLE, "503: no provider meets the requirements"),
        *TRANSPORT,
    )

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "User not found.")
        if call.method == "GET" and call.route == "/api/v1/key":
            return said({"data": {"label": "sk-or-v1-tes...key", "limit": 100, "limit_remaining": 74.5, "usage": 25.5}})
        if call.method == "GET" and call.route == "/api/v1/credits":
            return said({"data": {"total_credits": 100, "total_usage": 25.5}})
        if call.method == "POST" and call.route == "/api/v1/chat/completions":
            return self.played(self._checked(_read_json(call)))
        raise error(404, f"There is no {call.method} {call.route}.")

    def _checked(self, body: Any) -> Wanted:
        if wrong := next(problems(body, REQUEST), ""):
            raise error(400, wrong)
        if body["model"] not in _MODELS:
            raise error(404, f"No endpoints found for {body['model']}.")
        if "image" not in body.get("modalities", ()):
            raise error(400, "This model was not asked for images: set modalities.")
        if not body["messages"]:
            raise error(400, "Input must have at least 1 message.")
        image = body.get("image_config", {})
        size, ratio = image.get("image_size", "1K"), image.get("aspect_ratio", "1:1")
        sizes, ratios = _MODELS[body["model"]]
        if size not in sizes or ratio not in ratios:
            raise error(400, f"{body['model']} does not draw {size} at {ratio}.")
        self._dollars = _DOLLARS[size]
        return googles(body["model"], _SIZES[size], ratio, str(body["messages"]))

    # --- how it may go

    def _answer(self, wanted: Wanted, *pictures: bytes, finish: str = "stop", media_type: str = "image/png") -> Reply:
        urls = [f"data:{media_type};base64,{base64.b64encode(p).decode()}" for p in pictures]
        return self._said(wanted, *urls, finish=finish)

    def _said(self, wanted: Wanted, *urls: str, finish: str = "stop", words: str = "", cost: bool = True) -> Reply:
        images = [{"type": "image_url", "image_url": {"url": url}, "index": n} for n, url in enumerate(urls)]
        usage = {"prompt_tokens": 31, "completion_tokens": 1290, "total_tokens": 1321}
        message = {"role": "assistant", "content": words, "refusal": None, "images": images}
        return said(
            {
                "id": "gen-1795000000-abc",
                "provider": "Google AI Studio",
                "model": wanted.model,
                "object": "chat.completion",
                "choices": [
                    {"index": 0, "finish_reason": finish, "native_finish_reason": finish.upper(), "message": message}
                ],
                **({"usage": {**usage, "cost": self._dollars}} if cost else {}),
            }
        )

    def play_ok(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, wanted.drawn())

    def play_ok_jpeg(self, wanted: Wanted) -> Reply:
        data = base64.b64encode(wanted.drawn("JPEG")).decode()
        return self._said(wanted, f"data:image/jpeg;base64,{data}", words="Here is your fox.")

    def play_no_cost(self, wanted: Wanted) -> Reply:
        data = base64.b64encode(wanted.drawn()).decode()
        return self._said(wanted, f"data:image/png;base64,{data}", cost=False)

    def play_unknown_finish(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, wanted.drawn(), finish="done_and_dusted")

    def play_text_only(self, wanted: Wanted) -> Reply:
        return self._said(wanted, words="I would rather describe the fox.")

    def play_no_pictures(self, wanted: Wanted) -> Reply:
        return self._said(wanted)

    def play_truncated(self, wanted: Wanted) -> Reply:
        data = base64.b64encode(wanted.drawn("JPEG")).decode()
        return self._said(wanted, f"data:image/jpeg;base64,{data[: len(data) // 2 - 1]}")

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, b"#" * 5000)

    def play_smaller(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, wanted.drawn(share=2))

    def play_filtered(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, finish="content_filter")

    def play_flagged(self, wanted: Wanted) -> Reply:
        metadata = {
            "reasons": ["violence"],
            "flagged_input": "a fox...",
            "provider_name": "Google",
            "model_slug": wanted.model,
        }
        return error(403, "Your input was flagged.", metadata=metadata).reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "Key limit exceeded for this model.").reply

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"choices": {"0": [None]}, "usage": "much"})

    def play_failed_inside(self, wanted: Wanted) -> Reply:
        return said({"error": {"code": 502, "message": "Provider returned error"}})

    def play_failed_choice(self, wanted: Wanted) -> Reply:
        message = {"role": "assistant", "content": ""}
        wrong = {"code": 502, "message": "Upstream error from Google"}
        return said({"id": "gen-2", "choices": [{"finish_reason": "error", "message": message, "error": wrong}]})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "Provider returned error", metadata={"provider_name": "Google", "raw": "{}"}).reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "User not found.").reply

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        return error(402, "Insufficient credits. Add more to continue.").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return error(429, "Rate limit exceeded.", Retry_After="30").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, f"No endpoints found for {wanted.model}.").reply

    def play_timed_out(self, wanted: Wanted) -> Reply:
        return error(408, "Your request timed out.").reply

    def play_upstream(self, wanted: Wanted) -> Reply:
        return error(502, "Provider returned an invalid response.").reply

    def play_nobody(self, wanted: Wanted) -> Reply:
        return error(503, "There is no available model provider that meets your routing requirements.").reply


def _read_json(call: Call) -> Any:
    try:
        return call.json()
    except ValueError:
        raise error(400, "The body is no JSON.") from None


def error(code: int, message: str, metadata: Any = None, **headers: str) -> Refused:
    inner = {"code": code, "message": message} | ({"metadata": metadata} if metadata else {})
    return Refused(said({"error": inner, "user_id": "user_1"}, code, **headers))


MUTATIONS = (
    *json_mutations("Authorization"),
    json_set("no model", ["model"], ...),
    json_set("a model that is gone", ["model"], "google/gemini-2.5-flash-image-preview"),
    json_set("a model without its maker", ["model"], "gemini-3.1-flash-image"),
    json_set("no messages", ["messages"], ...),
    json_set("an empty list of messages", ["messages"], []),
    json_set("messages that are text", ["messages"], "a fox"),
    json_set("an unknown role", ["messages", 0, "role"], "painter"),
    json_set("empty words", ["messages", 0, "content"], " "),
    json_set("a part of no kind", ["messages", 0, "content"], [{"text": "a fox"}]),
    json_set(
        "a picture that is none",
        ["messages", 0, "content"],
        [{"type": "image_url", "image_url": {"url": "data:image/png;base64,R0lGODlh"}}],
    ),
    json_set("words only", ["modalities"], ["text"]),
    json_set("no modalities", ["modalities"], ...),
    json_set("4k in small letters", ["image_config", "image_size"], "4k"),
    json_set("a size in pixels", ["image_config", "image_size"], "4096x4096"),
    json_set("an unknown ratio", ["image_config", "aspect_ratio"], "7:5"),
    json_set("a ratio with an x", ["image_config", "aspect_ratio"], "1x1"),
    json_set("Google's own spelling", ["image_config", "imageSize"], "4K"),
    json_set("streamed", ["stream"], "yes"),
)

SERVICE = OpenRouterService
