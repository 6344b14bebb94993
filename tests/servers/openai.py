"""OpenAI's images API as its published schema (v2.3.0, August 2026) and its guide describe it: our test server."""

from __future__ import annotations

import base64
import email
import re
from typing import Any, NamedTuple

from pod.providers.base import OutcomeKind
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Refused,
    Reply,
    drawing,
    json_mutations,
    json_set,
    problems,
    said,
)

KEY = "sk-test-key"
_K = OutcomeKind

_TWO = ("gpt-image-2", "gpt-image-2-2026-04-21", "gpt-image-2.5-flare", "gpt-image-2.5-sunburst")
_ONE = ("gpt-image-1.5", "gpt-image-1-mini")
_ONE_SIZES = ("auto", "1024x1024", "1536x1024", "1024x1536")


def _from_one_to_ten(value: Any) -> bool:
    return isinstance(value, int) and 1 <= value <= 10


FIELDS = {
    "prompt!": lambda v: isinstance(v, str) and 0 < len(v) <= 32_000,
    "model": str,
    "n": _from_one_to_ten,
    "size": lambda v: isinstance(v, str) and (v == "auto" or re.fullmatch(r"[0-9]{2,4}x[0-9]{2,4}", v) is not None),
    "quality": ("auto", "low", "medium", "high", "xhigh", "max"),
    "output_format": ("png", "jpeg", "webp"),
    "output_compression": lambda v: isinstance(v, int) and 0 <= v <= 100,
    "background": ("transparent", "opaque", "auto"),
    "moderation": ("auto", "low"),
    "stream": (False,),
    "user": str,
}


class Wanted(NamedTuple):
    model: str
    width_px: int
    height_px: int
    clear: bool
    words: str


class OpenAiService(ImageService):
    NAME = "openai"
    MODES = (
        Mode("ok", _K.OK, "a PNG", 1),
        Mode("no usage", _K.OK, "a picture, and nothing about tokens", 1),
        Mode("empty", _K.NO_IMAGE, "an empty list of pictures", 1),
        Mode("truncated", _K.NO_IMAGE, "base64 that breaks off", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("moderation", _K.BLOCKED, "400 moderation_blocked, not charged for"),
        Mode("old moderation", _K.BLOCKED, "400 content_policy_violation, the older word"),
        Mode("invalid", _K.INVALID_REQUEST, "400 with a word that is not known"),
        Mode("wrong key", _K.AUTH, "401 invalid_api_key"),
        Mode("not verified", _K.AUTH, "403: the organisation has to be verified"),
        Mode("nothing left", _K.QUOTA, "429 insufficient_quota, which no waiting helps"),
        Mode("too fast", _K.RATE_LIMITED, "429 rate_limit_exceeded with retry-after-ms"),
        Mode("conflict", _K.UNAVAILABLE, "409: taken by another request"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after drawing", 1),
        Mode("gone", _K.MODEL_GONE, "404 model_not_found"),
        *TRANSPORT,
    )

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "Incorrect API key provided.", "invalid_api_key")
        if call.method == "GET" and call.route.startswith("/v1/models/"):
            self._known(call.route.rpartition("/")[2])
            return said({"id": call.route.rpartition("/")[2], "object": "model"})
        if call.method == "POST" and call.route == "/v1/images/generations":
            return self.played(self._checked(read_json(call), ""))
        if call.method == "POST" and call.route == "/v1/images/edits":
            return self.played(self._checked_edit(call))
        raise error(404, f"Invalid URL ({call.method} {call.route})", "unknown_url")

    def _known(self, model: str) -> None:
        if model not in (*_TWO, *_ONE):
            raise error(404, f"The model `{model}` does not exist.", "model_not_found")

    def _checked(self, body: Any, pictures: str) -> Wanted:
        if wrong := next(problems(body, FIELDS), ""):
            raise error(400, wrong, "invalid_value")
        model = body.get("model", "dall-e-2")
        self._known(model)
        clear = body.get("background") == "transparent"
        if clear and (model in _TWO or body.get("output_format", "png") == "jpeg"):
            raise error(400, "Transparent background is not supported for this model or format.", "invalid_value")
        width_px, height_px = self._size(model, body.get("size", "auto"))
        return Wanted(model, width_px, height_px, clear, f"{body['prompt']}|{pictures}")

    def _size(self, model: str, size: str) -> tuple[int, int]:
        width_px, height_px = (1024, 1024) if size == "auto" else map(int, size.split("x"))
        good = (
            size in _ONE_SIZES
            if model in _ONE
            else width_px % 16 == height_px % 16 == 0
            and max(width_px, height_px) <= 3840
            and 655_360 <= width_px * height_px <= 8_294_400
            and max(width_px, height_px) <= 3 * min(width_px, height_px)
        )
        if not good:
            raise error(400, f"Invalid size '{size}'.", "invalid_value")
        return width_px, height_px

    def _checked_edit(self, call: Call) -> Wanted:
        form = multipart(call)
        pictures = [data for name, data in form if name in ("image", "image[]")]
        masks = [data for name, data in form if name == "mask"]
        text = {name: data.decode() for name, data in form if name not in ("image", "image[]", "mask")}
        kinds = (b"\x89PNG", b"\xff\xd8", b"RIFF")
        if not 1 <= len(pictures) <= 16 or not all(p.startswith(kinds) for p in pictures):
            raise error(400, "Invalid image.", "invalid_image_file")
        if masks and (len(masks) > 1 or not masks[0].startswith(b"\x89PNG") or masks[0][16:24] != pictures[0][16:24]):
            raise error(400, "Invalid mask image format - mask size does not match image size", "invalid_value")
        numbers = {name: int(value) if name in ("n", "output_compression") else value for name, value in text.items()}
        return self._checked(numbers, "|".join(str(hash(p)) for p in (*pictures, *masks)))

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return answer(wanted)

    def play_no_usage(self, wanted: Wanted) -> Reply:
        return said({"created": 1, "data": [{"b64_json": _picture(wanted)}]})

    def play_empty(self, wanted: Wanted) -> Reply:
        return answer(wanted, data=[])

    def play_truncated(self, wanted: Wanted) -> Reply:
        whole = _picture(wanted)
        return answer(wanted, data=[{"b64_json": whole[: len(whole) // 2 - 1]}])

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return answer(wanted, data=[{"b64_json": base64.b64encode(b"#" * 5000).decode()}])

    def play_smaller(self, wanted: Wanted) -> Reply:
        half = wanted._replace(width_px=wanted.width_px // 2, height_px=wanted.height_px // 2)
        return answer(half)

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"data": "a picture", "usage": [1]})

    def play_moderation(self, wanted: Wanted) -> Reply:
        message = "Your request was rejected by the safety system."
        return error(400, message, "moderation_blocked", "image_generation_user_error").reply

    def play_old_moderation(self, wanted: Wanted) -> Reply:
        return error(400, "Your prompt may contain text that is not allowed.", "content_policy_violation").reply

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "Something about this is not right.", "brand_new_word").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "Incorrect API key provided.", "invalid_api_key").reply

    def play_not_verified(self, wanted: Wanted) -> Reply:
        return error(403, "Your organization must be verified to use this model.", "").reply

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        return error(429, "You exceeded your current quota.", "insufficient_quota", "insufficient_quota").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        reply = error(429, "Rate limit reached for images per minute.", "rate_limit_exceeded", "requests").reply
        return Reply(reply.status, reply.body, {**reply.headers, "retry-after-ms": "2500"})

    def play_conflict(self, wanted: Wanted) -> Reply:
        return error(409, "The resource is locked.", "conflict").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "The server had an error while processing your request.", "", "server_error").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, f"The model `{wanted.model}` does not exist.", "model_not_found").reply


def read_json(call: Call) -> Any:
    try:
        return call.json()
    except ValueError:
        raise error(400, "We could not parse the JSON body of your request.", "") from None


def multipart(call: Call) -> list[tuple[str, bytes]]:
    """Names and contents of a form, read by the standard library's mail parser."""
    head = f"Content-Type: {call.header('Content-Type')}\r\n\r\n".encode()
    message = email.message_from_bytes(head + call.body)
    if not message.is_multipart():
        raise error(400, "The body is no multipart form.", "")
    names = [part.get_param("name", header="content-disposition") for part in message.get_payload()]
    return [(str(n), p.get_payload(decode=True)) for n, p in zip(names, message.get_payload(), strict=True)]


def _picture(wanted: Wanted) -> str:
    data = drawing(wanted.width_px, wanted.height_px, wanted.words, clear=wanted.clear)
    return base64.b64encode(data).decode()


def answer(wanted: Wanted, data: Any = None) -> Reply:
    pictures = [{"b64_json": _picture(wanted)}] if data is None else data
    drawn = wanted.width_px * wanted.height_px * 6240 // (2880 * 2880)
    usage = {
        "input_tokens": 24,
        "output_tokens": drawn,
        "total_tokens": drawn + 24,
        "input_tokens_details": {"text_tokens": 24, "image_tokens": 0},
    }
    return said(
        {"created": 1790000000, "output_format": "png", "data": pictures, "usage": usage}, 200, x_request_id="req_1"
    )


def error(status: int, message: str, code: str, kind: str = "invalid_request_error") -> Refused:
    return Refused(said({"error": {"message": message, "type": kind, "param": None, "code": code or None}}, status))


MUTATIONS = (
    *json_mutations("Authorization"),
    json_set("no model, which means dall-e-2", ["model"], ...),
    json_set("dall-e-3", ["model"], "dall-e-3"),
    json_set("response_format", ["response_format"], "b64_json"),
    json_set("style", ["style"], "vivid"),
    json_set("no prompt", ["prompt"], ...),
    json_set("an empty prompt", ["prompt"], ""),
    json_set("a prompt that is too long", ["prompt"], "fox " * 8001),
    json_set("a size by name", ["size"], "4K"),
    json_set("a size off the grid", ["size"], "1000x1000"),
    json_set("a size too long", ["size"], "3840x1024"),
    json_set("a size too large", ["size"], "3840x3840"),
    json_set("a size too small", ["size"], "512x512"),
    json_set("no picture", ["n"], 0),
    json_set("eleven pictures", ["n"], 11),
    json_set("an unknown quality", ["quality"], "hd"),
    json_set("GIF", ["output_format"], "gif"),
    json_set("transparent where it cannot be", ["background"], "transparent"),
    json_set("no moderation", ["moderation"], "none"),
    json_set("streamed", ["stream"], "yes"),
)

SERVICE = OpenAiService
