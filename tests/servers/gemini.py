"""Google's generateContent, direct and on Vertex, as ai.google.dev describes it (July 2026): our test server."""

from __future__ import annotations

import base64
import re
from typing import Any, NamedTuple

from pod.providers.base import OutcomeKind
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Mutation,
    Refused,
    Reply,
    drawing,
    json_mutations,
    json_set,
    path_set,
    problems,
    said,
)

KEY = "AIza-test-key"
_K = OutcomeKind

_TEN = {
    "1:1": (1024, 1024), "2:3": (848, 1264), "3:2": (1264, 848), "3:4": (896, 1200), "4:3": (1200, 896),
    "4:5": (928, 1152), "5:4": (1152, 928), "9:16": (768, 1376), "16:9": (1376, 768), "21:9": (1584, 672),
}  # fmt: skip
_FOURTEEN = {**_TEN, "1:4": (512, 2048), "4:1": (2048, 512), "1:8": (384, 3072), "8:1": (3072, 384)}
_SMALL_UPRIGHT = {
    "1:1": (512, 512), "2:3": (424, 632), "3:4": (448, 600), "4:5": (464, 576), "9:16": (384, 688), "9:21": (336, 792),
    "1:4": (256, 1024), "1:8": (192, 1536),
}  # fmt: skip
_SMALL = _SMALL_UPRIGHT | {":".join(r.split(":")[::-1]): (h, w) for r, (w, h) in _SMALL_UPRIGHT.items()}
_TIMES = {"1K": 1, "2K": 2, "4K": 4}
"""Pixels at 1K; 2K and 4K are two and four times as wide."""

_MODELS = {
    "gemini-nano-banana-2.1": (("1K", "2K", "4K"), _FOURTEEN),
    "gemini-3.1-flash-image": (("512", "1K", "2K", "4K"), _FOURTEEN),
    "gemini-3-pro-image": (("1K", "2K", "4K"), _TEN),
    "gemini-3.1-flash-lite-image": (("1K",), _FOURTEEN),
}
_TOKENS = {"512": 747, "1K": 1120, "2K": 1680, "4K": 2520}


def _is_base64(value: Any) -> bool:
    try:
        return bool(base64.b64decode(value, validate=True))
    except (TypeError, ValueError):
        return False


_PART = {
    "text": str,
    "inlineData": {
        "mimeType!": ("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"),
        "data!": _is_base64,
    },
}
REQUEST = {
    "contents!": [{"role": ("user", "model"), "parts!": [_PART]}],
    "generationConfig": {
        "responseModalities": [("TEXT", "IMAGE")],
        "imageConfig": {"aspectRatio": tuple(_FOURTEEN), "imageSize": ("512", "1K", "2K", "4K")},
        "thinkingConfig": {"thinkingLevel": ("minimal", "medium", "high"), "includeThoughts": bool},
        "candidateCount": int,
        "seed": int,
    },
    "systemInstruction": {"parts!": [_PART]},
    "safetySettings": [{"category!": str, "threshold!": str}],
}
_MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/webp": b"RIFF"}


class Wanted(NamedTuple):
    model: str
    size: str
    ratio: str
    words: str

    @property
    def pixels(self) -> tuple[int, int]:
        if self.size == "512":
            return _SMALL[self.ratio]
        width_px, height_px = _FOURTEEN[self.ratio]
        return width_px * _TIMES[self.size], height_px * _TIMES[self.size]


GENERATING = (
    Mode("ok", _K.OK, "a PNG", 1),
    Mode("ok jpeg", _K.OK, "a JPEG, which nobody asked for", 1),
    Mode("thoughts", _K.OK, "two drafts of its thinking, then the picture", 1),
    Mode("unknown finish", _K.OK, "a picture with a finish reason that nobody knows yet", 1),
    Mode("text only", _K.NO_IMAGE, "a sentence instead of a picture", 1),
    Mode("no image", _K.NO_IMAGE, "NO_IMAGE", 1),
    Mode("odd finish", _K.NO_IMAGE, "no picture, and a finish reason that nobody knows yet", 1),
    Mode("max tokens", _K.NO_IMAGE, "MAX_TOKENS: cut off before the picture was complete", 1),
    Mode("truncated", _K.NO_IMAGE, "base64 that breaks off", 1),
    Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture, said to be a PNG", 1),
    Mode("image safety", _K.BLOCKED, "IMAGE_SAFETY after drawing, prompt and thinking charged", 1),
    Mode("prohibited", _K.BLOCKED, "IMAGE_PROHIBITED_CONTENT after drawing", 1),
    Mode("recitation", _K.BLOCKED, "IMAGE_RECITATION: too close to an existing work", 1),
    Mode("prompt blocked", _K.BLOCKED, "the prompt itself is blocked; no candidates"),
    Mode("silently 1K", _K.WRONG_SIZE, "1K is delivered where 4K was asked for, without a word", 1),
    Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
    Mode("invalid", _K.INVALID_REQUEST, "400 INVALID_ARGUMENT"),
    Mode("wrong key", _K.AUTH, "a wrong key, which is a 400 with the reason API_KEY_INVALID"),
    Mode("billing off", _K.AUTH, "400 FAILED_PRECONDITION: billing is off, or the region is blocked"),
    Mode("forbidden", _K.AUTH, "403 PERMISSION_DENIED"),
    Mode("retry later", _K.RATE_LIMITED, "429 with a delay of 37 s"),
    Mode("busy", _K.RATE_LIMITED, "429 without details"),
    Mode("wrapped", _K.RATE_LIMITED, "the error in a list of one"),
    Mode("day is over", _K.QUOTA, "429 for a quota of the day"),
    Mode("overloaded", _K.UNAVAILABLE, "503 UNAVAILABLE, before anything is drawn"),
    Mode("internal", _K.UNKNOWN, "500 INTERNAL, perhaps after drawing", 1),
    Mode("deadline", _K.UNKNOWN, "504 DEADLINE_EXCEEDED, perhaps after drawing", 1),
    Mode("gone", _K.MODEL_GONE, "404: the model has been switched off"),
    *TRANSPORT,
)


class GeminiService(ImageService):
    NAME = "gemini"
    MODES = GENERATING
    _PATH = re.compile(r"/v1(?:beta)?/models/([\w.-]+)(?::(\w+))?")

    def route(self, call: Call) -> Reply:
        self.check_auth(call)
        match = self._PATH.fullmatch(call.route)
        if match and call.method == "GET" and not match[2]:
            self._known(match[1])
            return said({"name": f"models/{match[1]}"})
        if match and call.method == "POST" and match[2] == "generateContent":
            return self.played(self.checked(match[1], read_json(call)))
        raise error(404, "NOT_FOUND", f"There is no {call.method} {call.route}.")

    def check_auth(self, call: Call) -> None:
        if call.header("x-goog-api-key") != KEY:
            info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
            raise error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", info)

    def _known(self, model: str) -> None:
        if model not in _MODELS:
            raise error(404, "NOT_FOUND", f"models/{model} is not found for API version v1beta.")

    def checked(self, model: str, body: Any) -> Wanted:
        self._known(model)
        wrong = next(problems(body, REQUEST), "")
        if wrong:
            raise error(400, "INVALID_ARGUMENT", f"Invalid JSON payload received. {wrong}")
        parts = [part for content in body["contents"] for part in content["parts"]]
        config = body.get("generationConfig", {})
        image = config.get("imageConfig", {})
        self._check_parts(parts)
        if "IMAGE" not in config.get("responseModalities", []):
            raise error(400, "INVALID_ARGUMENT", "This model only answers with images.")
        sizes, ratios = _MODELS[model]
        size, ratio = image.get("imageSize", "1K"), image.get("aspectRatio", "1:1")
        if size not in sizes or ratio not in ratios:
            raise error(400, "INVALID_ARGUMENT", f"{model} does not draw {size} at {ratio}.")
        told = "|".join(
            [*(p.get("text", "") for p in parts), *(p["inlineData"]["data"][:999] for p in parts if "inlineData" in p)]
        )
        return Wanted(model, size, ratio, told)

    def _check_parts(self, parts: list[dict[str, Any]]) -> None:
        if not any(part.get("text", "").strip() for part in parts):
            raise error(400, "INVALID_ARGUMENT", "contents.parts must not be empty.")
        pictures = [part["inlineData"] for part in parts if "inlineData" in part]
        if len(pictures) > 14:
            raise error(400, "INVALID_ARGUMENT", "At most 14 images.")
        for picture in pictures:
            if not base64.b64decode(picture["data"]).startswith(_MAGIC.get(picture["mimeType"], b"")):
                raise error(400, "INVALID_ARGUMENT", "Provided image is not valid.")

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return answer(wanted, inline(drawing(*wanted.pixels, wanted.words)))

    def play_ok_jpeg(self, wanted: Wanted) -> Reply:
        return answer(wanted, inline(drawing(*wanted.pixels, wanted.words, "JPEG"), "image/jpeg"))

    def play_thoughts(self, wanted: Wanted) -> Reply:
        draft = {"thought": True} | inline(drawing(64, 64, "draft"))
        final = inline(drawing(*wanted.pixels, wanted.words)) | {"thoughtSignature": "c2ln"}
        return answer(wanted, draft, {"thought": True, "text": "a fox, then"}, draft, final)

    def play_unknown_finish(self, wanted: Wanted) -> Reply:
        return answer(wanted, inline(drawing(*wanted.pixels, wanted.words)), finish="DONE_AND_DUSTED")

    def play_text_only(self, wanted: Wanted) -> Reply:
        return answer(wanted, {"text": "I would rather describe the fox."})

    def play_no_image(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="NO_IMAGE")

    def play_odd_finish(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="OUT_OF_CRAYONS")

    def play_max_tokens(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="MAX_TOKENS")

    def play_truncated(self, wanted: Wanted) -> Reply:
        part = inline(drawing(*wanted.pixels, wanted.words, "JPEG"))
        part["inlineData"]["data"] = part["inlineData"]["data"][: len(part["inlineData"]["data"]) // 2 - 1]
        return answer(wanted, part)

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return answer(wanted, inline(b"#" * 5000))

    def play_image_safety(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="IMAGE_SAFETY")

    def play_prohibited(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="IMAGE_PROHIBITED_CONTENT", finishMessage="Unable to show the generated image.")

    def play_recitation(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="IMAGE_RECITATION")

    def play_prompt_blocked(self, wanted: Wanted) -> Reply:
        return said({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "modelVersion": wanted.model})

    def play_silently_1K(self, wanted: Wanted) -> Reply:  # noqa: N802 - the size's own name
        width_px, height_px = (side // 2 for side in wanted.pixels)
        return answer(wanted._replace(size="1K"), inline(drawing(width_px, height_px, wanted.words)))

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"candidates": {"0": [None]}, "usageMetadata": "much"})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "INVALID_ARGUMENT", "Request contains an invalid argument.").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
        return error(400, "INVALID_ARGUMENT", "API key expired.", info).reply

    def play_billing_off(self, wanted: Wanted) -> Reply:
        return error(400, "FAILED_PRECONDITION", "User location is not supported for the API use.").reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "PERMISSION_DENIED", "The caller does not have permission.").reply

    def play_retry_later(self, wanted: Wanted) -> Reply:
        return _too_many("GenerateRequestsPerMinutePerProjectPerModel", "37s").reply

    def play_busy(self, wanted: Wanted) -> Reply:
        return error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).").reply

    def play_wrapped(self, wanted: Wanted) -> Reply:
        inner = error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted.").reply
        return Reply(429, b"[" + inner.body + b"]", inner.headers)

    def play_day_is_over(self, wanted: Wanted) -> Reply:
        return _too_many("GenerateRequestsPerDayPerProjectPerModel", "3600s").reply

    def play_overloaded(self, wanted: Wanted) -> Reply:
        return error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "INTERNAL", "An internal error has occurred.").reply

    def play_deadline(self, wanted: Wanted) -> Reply:
        return error(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, "NOT_FOUND", f"models/{wanted.model} is not found for API version v1beta.").reply


def read_json(call: Call) -> Any:
    try:
        return call.json()
    except ValueError:
        raise error(400, "INVALID_ARGUMENT", "Invalid JSON payload received.") from None


def inline(data: bytes, media_type: str = "image/png") -> dict[str, Any]:
    return {"inlineData": {"mimeType": media_type, "data": base64.b64encode(data).decode()}}


def result(wanted: Wanted, *parts: dict[str, Any], finish: str = "STOP", **beside: Any) -> dict[str, Any]:
    """The answer's JSON. What was drawn is counted in tokens, thinking always."""
    image = _TOKENS[wanted.size] if any("inlineData" in p and not p.get("thought") for p in parts) else 0
    usage = {"promptTokenCount": 31, "candidatesTokenCount": image, "thoughtsTokenCount": 412}
    return {
        "candidates": [
            {"index": 0, "content": {"role": "model", "parts": list(parts)}, "finishReason": finish, **beside}
        ],
        "usageMetadata": {**usage, "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": image}]},
        "modelVersion": wanted.model,
        "responseId": f"r-{abs(hash(wanted)) % 10**8}",
    }


def answer(wanted: Wanted, *parts: dict[str, Any], finish: str = "STOP", **beside: Any) -> Reply:
    return said(result(wanted, *parts, finish=finish, **beside))


def error(code: int, status: str, message: str, *details: dict[str, Any]) -> Refused:
    return Refused(said({"error": {"code": code, "message": message, "status": status, "details": details}}, code))


def _too_many(quota: str, delay: str) -> Refused:
    failure = {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{"quotaMetric": "generativelanguage.googleapis.com/requests", "quotaId": quota}],
    }
    wait = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay}
    return error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota", failure, wait)


_IMAGE = ("generationConfig", "imageConfig")

BODY_MUTATIONS: tuple[Mutation, ...] = (
    json_set("4k in small letters", [*_IMAGE, "imageSize"], "4k"),
    json_set("a size in pixels", [*_IMAGE, "imageSize"], "4096x4096"),
    json_set("512px", [*_IMAGE, "imageSize"], "512px"),
    json_set("a size that is a number", [*_IMAGE, "imageSize"], 4),
    json_set("an unknown ratio", [*_IMAGE, "aspectRatio"], "7:5"),
    json_set("a ratio with an x", [*_IMAGE, "aspectRatio"], "1x1"),
    json_set("a field of Vertex", [*_IMAGE, "outputMimeType"], "image/png"),
    json_set("personGeneration", [*_IMAGE, "personGeneration"], "DONT_ALLOW"),
    json_set("responseFormat", ["generationConfig", "responseFormat"], {"image": {}}),
    json_set("an unknown modality", ["generationConfig", "responseModalities"], ["PICTURE"]),
    json_set("words only", ["generationConfig", "responseModalities"], ["TEXT"]),
    json_set("no contents", ["contents"], ...),
    json_set("contents that are text", ["contents"], "a fox"),
    json_set("an unknown role", ["contents", 0, "role"], "painter"),
    json_set("no parts", ["contents", 0, "parts"], []),
    json_set("empty words", ["contents", 0, "parts"], [{"text": " "}]),
    json_set("a picture that is none", ["contents", 0, "parts"], [inline(b"GIF89a"), {"text": "a fox"}]),
    json_set("fifteen pictures", ["contents", 0, "parts"], [inline(drawing(16, 16, "x"))] * 15 + [{"text": "a fox"}]),
)
MUTATIONS = (
    *json_mutations("x-goog-api-key"),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    *BODY_MUTATIONS,
)

SERVICE = GeminiService
