"""Google's image models (``:generateContent``), as ai.google.dev/gemini-api describes them in 2026: our test server.

A blocked picture is an answer with 200, and the tokens up to there are billed. Whether PNG or JPEG comes is Google's choice.
"""

from __future__ import annotations

import re
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.generate_content import (
    MODELS,
    Wanted,
    answered,
    candidate,
    checked,
    error,
    error_info,
    inline,
    invalid,
    known,
    quota_failure,
    read_json,
    result,
    retry_info,
)
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Reply,
    drawing,
    header_set,
    json_mutations,
    json_set,
    path_set,
    said,
)

KEY = "AIza-test-key"
_K = OutcomeKind

GENERATING = (
    Mode("ok", _K.OK, "a PNG", 1),
    Mode("ok jpeg", _K.OK, "a JPEG", 1),
    Mode("another type", _K.OK, "a JPEG that is said to be a PNG", 1),
    Mode("thoughts", _K.OK, "two drafts marked as thoughts, words, and the picture last", 1),
    Mode("two pictures", _K.OK, "two pictures, of which the last is meant", 1),
    Mode("unknown finish", _K.OK, "a picture, and a finishReason that nobody has heard of", 1),
    Mode("no token details", _K.OK, "a picture whose tokens are not told apart", 1),
    Mode("text only", _K.NO_IMAGE, "words and no picture, finished as if all were well", 1),
    Mode("nothing said", _K.NO_IMAGE, "a candidate without any content", 1),
    Mode("no image", _K.NO_IMAGE, "finishReason NO_IMAGE", 1, play="finished"),
    Mode("image other", _K.NO_IMAGE, "finishReason IMAGE_OTHER", 1, play="finished"),
    Mode("odd finish", _K.NO_IMAGE, "a finishReason that nobody has heard of", 1, play="finished"),
    Mode("max tokens", _K.NO_IMAGE, "finishReason MAX_TOKENS: cut short", 1, play="finished"),
    Mode("image safety", _K.BLOCKED, "finishReason IMAGE_SAFETY", 1, play="finished"),
    Mode("prohibited", _K.BLOCKED, "finishReason IMAGE_PROHIBITED_CONTENT", 1, play="finished"),
    Mode("recitation", _K.BLOCKED, "finishReason IMAGE_RECITATION", 1, play="finished"),
    Mode("personal data", _K.BLOCKED, "finishReason SPII", 1, play="finished"),
    Mode(
        "prompt blocked", _K.BLOCKED, "no candidates, promptFeedback.blockReason PROHIBITED_CONTENT", 1, play="blocked"
    ),
    Mode("odd block", _K.BLOCKED, "a blockReason that nobody has heard of", 1, play="blocked"),
    Mode("truncated", _K.NO_IMAGE, "base64 that breaks off", 1),
    Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
    Mode("smaller", _K.WRONG_SIZE, "1K instead of 4K, and half of any other size, without a word", 1),
    Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
    Mode("invalid", _K.INVALID_REQUEST, "400 INVALID_ARGUMENT"),
    Mode("gone", _K.MODEL_GONE, "404 NOT_FOUND: the model has been switched off"),
    Mode("retry later", _K.RATE_LIMITED, "429 with RetryInfo: 37 seconds"),
    Mode("no hint", _K.RATE_LIMITED, "429 without details"),
    Mode("in a list", _K.RATE_LIMITED, "429 in a list of one"),
    Mode("at capacity", _K.RATE_LIMITED, "429 with ErrorInfo MODEL_CAPACITY_EXHAUSTED"),
    Mode("daily quota", _K.QUOTA, "429 for the quota of the day"),
    Mode("no quota at all", _K.QUOTA, "429 for a quota of nothing: the account has no paid tier"),
    Mode("overloaded", _K.UNAVAILABLE, "503 UNAVAILABLE, before anything is drawn"),
    Mode("internal", _K.UNKNOWN, "500 INTERNAL, perhaps after drawing", 1),
    Mode("deadline", _K.UNKNOWN, "504 DEADLINE_EXCEEDED, perhaps after drawing", 1),
    *TRANSPORT,
)
"""What may go wrong wherever ``generateContent`` is spoken."""

_FINISHED = {
    "no image": "NO_IMAGE",
    "image other": "IMAGE_OTHER",
    "odd finish": "PAINT_RAN_OUT",
    "max tokens": "MAX_TOKENS",
    "image safety": "IMAGE_SAFETY",
    "prohibited": "IMAGE_PROHIBITED_CONTENT",
    "recitation": "IMAGE_RECITATION",
    "personal data": "SPII",
}
_BLOCKED = {"prompt blocked": "PROHIBITED_CONTENT", "odd block": "BAD_WEATHER"}


class GeminiService(ImageService):
    NAME = "gemini"
    MODES = (
        *GENERATING,
        Mode("wrong key", _K.AUTH, "400 with ErrorInfo API_KEY_INVALID"),
        Mode("billing off", _K.AUTH, "400 FAILED_PRECONDITION: billing is off, or the country is not served"),
        Mode("forbidden", _K.AUTH, "403 PERMISSION_DENIED"),
    )

    def route(self, call: Call) -> Reply:
        self.check_auth(call)
        if call.method == "GET" and call.route == "/v1beta/models":
            return said({"models": [_described(name) for name in MODELS]})
        match = re.fullmatch(r"/v1(?:beta)?/models/([\w.-]+)(?::(\w+))?", call.route)
        if call.method == "GET" and match and not match[2]:
            known(match[1])
            return said(_described(match[1]))
        if call.method == "POST" and match and match[2] == "generateContent":
            return self.played(self.checked(match[1], read_json(call)))
        raise error(404, "NOT_FOUND", f"There is no {call.method} {call.route}.")

    def paid_calls(self) -> list[Call]:
        return [call for call in self.calls if call.route.endswith(":generateContent")]

    def check_auth(self, call: Call) -> None:
        key = call.header("x-goog-api-key") or call.query.get("key", "")
        if not key:
            raise error(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers. Please use API Key.")
        if key != KEY:
            raise _wrong_key()

    def checked(self, model: str, body: Any) -> Wanted:
        return checked(model, body)

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return picture(wanted)

    def play_ok_jpeg(self, wanted: Wanted) -> Reply:
        return picture(wanted._replace(form="JPEG"))

    def play_another_type(self, wanted: Wanted) -> Reply:
        return said(result(wanted, inline(wanted._replace(form="JPEG").drawn(), "image/png")))

    def play_thoughts(self, wanted: Wanted) -> Reply:
        drafts = [drawing(256, 256, f"draft {n}") for n in range(2)]
        return said(
            result(
                wanted,
                {"text": "First the outlines.", "thought": True},
                *(inline(draft, thought=True) for draft in drafts),
                {"text": "Here it is."},
                inline(wanted.drawn(), thoughtSignature="c2ln"),
            )
        )

    def play_two_pictures(self, wanted: Wanted) -> Reply:
        return said(result(wanted, inline(drawing(256, 256, "another")), inline(wanted.drawn())))

    def play_unknown_finish(self, wanted: Wanted) -> Reply:
        return said(result(wanted, inline(wanted.drawn()), finish="MARVELLOUS"))

    def play_no_token_details(self, wanted: Wanted) -> Reply:
        body = result(wanted, inline(wanted.drawn()))
        for name in ("promptTokensDetails", "candidatesTokensDetails"):
            del body["usageMetadata"][name]
        return said(body)

    def play_text_only(self, wanted: Wanted) -> Reply:
        return said(result(wanted, {"text": "I would rather describe the fox to you."}))

    def play_nothing_said(self, wanted: Wanted) -> Reply:
        return said(answered(wanted, candidates=[{"index": 0, "finishReason": "STOP"}]))

    def play_finished(self, wanted: Wanted) -> Reply:
        ended = candidate(finish=_FINISHED[self.playing], finishMessage="Unable to show the generated image.")
        del ended["content"]["parts"]
        return said(answered(wanted, candidates=[ended]))

    def play_blocked(self, wanted: Wanted) -> Reply:
        return said(answered(wanted, promptFeedback={"blockReason": _BLOCKED[self.playing]}))

    def play_truncated(self, wanted: Wanted) -> Reply:
        part = inline(wanted.drawn())
        whole = part["inlineData"]["data"]
        part["inlineData"]["data"] = whole[: len(whole) // 2 - 1]
        return said(result(wanted, part))

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return said(result(wanted, inline(b"#" * 5000)))

    def play_smaller(self, wanted: Wanted) -> Reply:
        return said(result(wanted, inline(wanted.drawn(share=4 if wanted.size == "4K" else 2))))

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"candidates": "one", "usageMetadata": [], "modelVersion": {"name": 3}})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return invalid("Request contains an invalid argument.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, "NOT_FOUND", f"models/{wanted.model} is not found for API version v1beta.").reply

    def play_retry_later(self, wanted: Wanted) -> Reply:
        per_minute = quota_failure("GenerateRequestsPerMinutePerProjectPerModel")
        return _exhausted("You exceeded your current quota.", per_minute, retry_info("37s"))

    def play_no_hint(self, wanted: Wanted) -> Reply:
        return _exhausted("Resource has been exhausted (e.g. check quota).")

    def play_in_a_list(self, wanted: Wanted) -> Reply:
        told = {"code": 429, "message": "Resource has been exhausted.", "status": "RESOURCE_EXHAUSTED"}
        return said([{"error": told | {"details": [retry_info("0.5s")]}}], 429)

    def play_at_capacity(self, wanted: Wanted) -> Reply:
        return _exhausted("No capacity available for the model.", error_info("MODEL_CAPACITY_EXHAUSTED"))

    def play_daily_quota(self, wanted: Wanted) -> Reply:
        per_day = quota_failure("GenerateRequestsPerDayPerProjectPerModel", quotaValue="1000")
        return _exhausted("You exceeded your current quota.", per_day, retry_info("41s"))

    def play_no_quota_at_all(self, wanted: Wanted) -> Reply:
        free = quota_failure("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", quotaValue="0")
        return _exhausted("Quota exceeded, limit: 0.", free, retry_info("12s"))

    def play_overloaded(self, wanted: Wanted) -> Reply:
        return error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "INTERNAL", "An internal error has occurred.").reply

    def play_deadline(self, wanted: Wanted) -> Reply:
        return error(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return _wrong_key().reply

    def play_billing_off(self, wanted: Wanted) -> Reply:
        return error(400, "FAILED_PRECONDITION", "Gemini API free tier is not available in your country.").reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "PERMISSION_DENIED", "Your API key was reported as leaked. Please use another.").reply


def picture(wanted: Wanted) -> Reply:
    return said(result(wanted, inline(wanted.drawn(), f"image/{wanted.form.lower()}", thoughtSignature="c2ln")))


def _exhausted(message: str, *details: Any) -> Reply:
    return error(429, "RESOURCE_EXHAUSTED", message, *details).reply


def _wrong_key() -> Any:
    return error(
        400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", error_info("API_KEY_INVALID")
    )


def _described(model: str) -> dict[str, Any]:
    return {
        "name": f"models/{model}",
        "baseModelId": model,
        "version": "001",
        "displayName": model,
        "inputTokenLimit": 131_072,
        "outputTokenLimit": 32_768,
        "supportedGenerationMethods": ["generateContent", "countTokens", "batchGenerateContent"],
    }


_TOLD = "generationConfig"
_PARTS = ("contents", 0, "parts")
BODY_MUTATIONS = (
    json_set("no contents", ["contents"], ...),
    json_set("empty contents", ["contents"], []),
    json_set("contents that are text", ["contents"], "a fox"),
    json_set("no parts", _PARTS, ...),
    json_set("empty parts", _PARTS, []),
    json_set("an empty part", _PARTS, [{}]),
    json_set("an empty prompt", _PARTS, [{"text": " "}]),
    json_set("a prompt that is a number", _PARTS, [{"text": 7}]),
    json_set(
        "a part of two kinds", _PARTS, [{"text": "a fox", "inlineData": {"mimeType": "image/png", "data": "AAAA"}}]
    ),
    json_set("a part of OpenAI's", _PARTS, [{"type": "text", "text": "a fox"}]),
    json_set("a part of an unknown kind", _PARTS, [{"image": "a fox"}]),
    json_set("a picture that is none", _PARTS, [{"inlineData": {"mimeType": "image/png", "data": "AAAA"}}]),
    json_set("a picture not in base64", _PARTS, [{"inlineData": {"mimeType": "image/png", "data": "?"}}]),
    json_set("a picture of a type not taken", _PARTS, [{"inlineData": {"mimeType": "image/gif", "data": "AAAA"}}]),
    json_set("a file that is not there", _PARTS, [{"fileData": {"fileUri": "files/none", "mimeType": "image/png"}}]),
    json_set("a role of OpenAI's", ["contents", 0, "role"], "assistant"),
    json_set("the model's turn last", ["contents", 0, "role"], "model"),
    json_set("4k in small letters", [_TOLD, "imageConfig"], {"imageSize": "4k"}),
    json_set("512px", [_TOLD, "imageConfig"], {"imageSize": "512px"}),
    json_set("a size in pixels", [_TOLD, "imageConfig"], {"imageSize": "3840x2160"}),
    json_set("a size that is a number", [_TOLD, "imageConfig"], {"imageSize": 4}),
    json_set("an unknown ratio", [_TOLD, "imageConfig"], {"aspectRatio": "7:3"}),
    json_set("a ratio with an x", [_TOLD, "imageConfig"], {"aspectRatio": "1x1"}),
    json_set("an unknown field of the image", [_TOLD, "imageConfig"], {"width": 1024}),
    json_set("modalities in small letters", [_TOLD, "responseModalities"], ["image"]),
    json_set("a film", [_TOLD, "responseModalities"], ["VIDEO"]),
    json_set("words alone", [_TOLD, "responseModalities"], ["TEXT"]),
    json_set("four candidates", [_TOLD, "candidateCount"], 4),
    json_set("an unknown field of the settings", [_TOLD, "negativePrompt"], "text"),
    json_set("an unknown level of thought", [_TOLD, "thinkingConfig"], {"thinkingLevel": "extreme"}),
    json_set(
        "an unknown threshold", ["safetySettings"], [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "NONE"}]
    ),
    json_set("a threshold for nothing", ["safetySettings"], [{"threshold": "BLOCK_NONE"}]),
    json_set("a count as at OpenAI", ["n"], 1),
)
"""What is refused wherever ``generateContent`` is spoken."""

MUTATIONS = (
    *json_mutations("x-goog-api-key"),
    header_set("a key that is cut off", "x-goog-api-key", KEY[:-1]),
    header_set("a form", "Content-Type", "application/x-www-form-urlencoded"),
    path_set("another version", "/v1beta/", "/v2/"),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    path_set("a verb of Imagen", ":generateContent", ":predict"),
    json_set("Vertex' people", [_TOLD, "imageConfig"], {"personGeneration": "ALLOW_ALL"}),
    json_set("Vertex' output type", [_TOLD, "imageConfig"], {"outputMimeType": "image/png"}),
    json_set("Vertex' output options", [_TOLD, "imageConfig"], {"imageOutputOptions": {"mimeType": "image/png"}}),
    json_set("the newer spelling", [_TOLD, "responseFormat"], {"image": {"imageSize": "1K"}}),
    *BODY_MUTATIONS,
)

SERVICE = GeminiService
