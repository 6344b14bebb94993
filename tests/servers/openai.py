"""OpenAI's images (``/v1/images``), as openai/openai-openapi (v2.3.0, August 2026) and their image guide describe them: our
test server.

DALL·E and gpt-image-1 are switched off. What is left always answers in base64 and refuses the fields of the older ones; the
form of an edit and its JSON do not have the same fields. Streams are not served here.
"""

from __future__ import annotations

import base64
import re
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.forms import file_set, form_mutations, form_set
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Mutation,
    Reply,
    drawing,
    header_set,
    json_mutations,
    json_set,
    path_set,
    said,
)
from tests.servers.openai_requests import (
    GENERATE,
    MODELS,
    PICTURE_TOKENS,
    Wanted,
    checked,
    edit,
    error,
    gone,
    known,
    read_json,
)

KEY = "sk-openai-test-key"
_K = OutcomeKind


class OpenAiService(ImageService):
    NAME = "openai"
    MODES = (
        Mode("ok", _K.OK, "a picture in base64", 1),
        Mode("terse", _K.OK, "a picture, and nothing said of size, quality or ground", 1),
        Mode("no usage", _K.OK, "a picture, and nothing about tokens", 1),
        Mode("other words", _K.OK, "a picture, whose size and quality are echoed in words that are not described", 1),
        Mode("empty", _K.NO_IMAGE, "an empty list of pictures", 1),
        Mode("truncated", _K.NO_IMAGE, "base64 that breaks off", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the sides that were asked for", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("moderation", _K.BLOCKED, "400 moderation_blocked, with its stage"),
        Mode("policy", _K.BLOCKED, "400 content_policy_violation, the older word"),
        Mode("invalid", _K.INVALID_REQUEST, "400 with a code that is not known"),
        Mode("gone", _K.MODEL_GONE, "404 model_not_found"),
        Mode("gone as 400", _K.MODEL_GONE, "400 model_not_found"),
        Mode("wrong key", _K.AUTH, "401 invalid_api_key"),
        Mode("not verified", _K.AUTH, "403: the organisation must be verified"),
        Mode("too fast", _K.RATE_LIMITED, "429 rate_limit_exceeded, with retry-after and retry-after-ms"),
        Mode("too fast by seconds", _K.RATE_LIMITED, "429 rate_limit_exceeded, with retry-after"),
        Mode("nothing left", _K.QUOTA, "429 insufficient_quota"),
        Mode("conflict", _K.UNAVAILABLE, "409: taken by another request"),
        Mode("overloaded", _K.UNKNOWN, "503, which does not say whether anything was drawn"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after drawing", 1),
        Mode("timed out", _K.UNKNOWN, "504 from the edge, perhaps after drawing", 1),
        *TRANSPORT,
    )

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "invalid_api_key", "Incorrect API key provided.")
        if call.method == "GET" and call.route == "/v1/models":
            return said({"object": "list", "data": [_described(name) for name in MODELS]})
        if call.method == "GET" and (model := re.fullmatch(r"/v1/models/([\w.-]+)", call.route)):
            return said(_described(known(model[1])))
        if call.method == "POST" and call.route == "/v1/images/generations":
            return self.played(checked(read_json(call), GENERATE))
        if call.method == "POST" and call.route == "/v1/images/edits":
            return self.played(edit(call))
        raise error(404, "unknown_url", f"Invalid URL ({call.method} {call.route})")

    def played(self, wanted: Wanted) -> Reply:
        paid = len(self.charged)
        reply = super().played(wanted)
        self.charged += self.charged[paid:] * (wanted.count - 1)
        return reply

    # --- requests

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return _answer(wanted)

    def play_terse(self, wanted: Wanted) -> Reply:
        return said({n: v for n, v in _answered(wanted).items() if n in ("created", "data", "usage")})

    def play_no_usage(self, wanted: Wanted) -> Reply:
        return said({n: v for n, v in _answered(wanted).items() if n != "usage"})

    def play_other_words(self, wanted: Wanted) -> Reply:
        return said(_answered(wanted) | {"size": "rather large", "quality": "splendid", "background": "see below"})

    def play_empty(self, wanted: Wanted) -> Reply:
        return said(_answered(wanted) | {"data": []})

    def play_truncated(self, wanted: Wanted) -> Reply:
        whole = base64.b64encode(wanted.drawn()).decode()
        return said(_answered(wanted) | {"data": [{"b64_json": whole[: len(whole) // 2 - 1]}]})

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return _answer(wanted, b"#" * 5000)

    def play_smaller(self, wanted: Wanted) -> Reply:
        return _answer(wanted, wanted.drawn(share=2))

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"created": "yesterday", "data": {"0": "a picture"}, "usage": 7})

    def play_moderation(self, wanted: Wanted) -> Reply:
        words = "Your request was rejected by the safety system. If you believe this is an error, contact us."
        details = {"moderation_stage": "input", "categories": ["violence"]}
        return error(400, "moderation_blocked", words, "image_generation_user_error", moderation_details=details).reply

    def play_policy(self, wanted: Wanted) -> Reply:
        return error(
            400, "content_policy_violation", "Your request was rejected as a result of our safety system."
        ).reply

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "brand_new_word", "Something about this is not right.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return gone(wanted.model, 404).reply

    def play_gone_as_400(self, wanted: Wanted) -> Reply:
        return gone(wanted.model, 400).reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "invalid_api_key", "Incorrect API key provided.").reply

    def play_not_verified(self, wanted: Wanted) -> Reply:
        return error(403, None, f"Your organization must be verified to use the model `{wanted.model}`.").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return _too_fast(retry_after="3", retry_after_ms="2500")

    def play_too_fast_by_seconds(self, wanted: Wanted) -> Reply:
        return _too_fast(retry_after="20")

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        words = "You exceeded your current quota, please check your plan and billing details."
        return error(429, "insufficient_quota", words, "insufficient_quota").reply

    def play_conflict(self, wanted: Wanted) -> Reply:
        return error(409, None, "The resource is in use by another request.").reply

    def play_overloaded(self, wanted: Wanted) -> Reply:
        return error(503, None, "The engine is currently overloaded, please try again later.", "server_error").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        words = "The server had an error while processing your request. Sorry about that!"
        return error(500, None, words, "server_error").reply

    def play_timed_out(self, wanted: Wanted) -> Reply:
        return Reply(504, b"upstream request timeout", {"Content-Type": "text/plain"})


# --- answers


def _answered(wanted: Wanted, *files: bytes) -> dict[str, Any]:
    shown = files or tuple(wanted.drawn(n) for n in range(wanted.count))
    text, image, out = 8 + len(wanted.words) // 4, PICTURE_TOKENS * wanted.pictures, wanted.tokens * wanted.count
    return {
        "created": 1790000000,
        "background": "transparent" if wanted.clear else "opaque",
        "output_format": wanted.form,
        "size": f"{wanted.width_px}x{wanted.height_px}",
        "quality": "high" if wanted.quality == "auto" else wanted.quality,
        "data": [{"b64_json": base64.b64encode(data).decode()} for data in shown],
        "usage": {
            "input_tokens": text + image,
            "output_tokens": out,
            "total_tokens": text + image + out,
            "input_tokens_details": {"text_tokens": text, "image_tokens": image},
        },
    }


def _answer(wanted: Wanted, *files: bytes) -> Reply:
    return said(_answered(wanted, *files), x_request_id="req_7f3a")


def _described(model: str) -> dict[str, Any]:
    return {"id": model, "object": "model", "created": 1790000000, "owned_by": "system", "shutdown_date": None}


def _too_fast(**headers: str) -> Reply:
    told = {"message": "Rate limit reached for images per minute.", "type": "input-images", "param": None}
    return said({"error": told | {"code": "rate_limit_exceeded"}}, 429, **headers)


# --- requests that were changed on their way

MUTATIONS = (
    *json_mutations("Authorization"),
    header_set("a key without its scheme", "Authorization", KEY),
    header_set("a form", "Content-Type", "application/x-www-form-urlencoded"),
    path_set("another version", "/v1/", "/v2/"),
    path_set("variations", "/generations", "/variations"),
    json_set("no prompt", ["prompt"], ...),
    json_set("an empty prompt", ["prompt"], ""),
    json_set("a prompt that is a list", ["prompt"], ["a fox"]),
    json_set("a prompt that is too long", ["prompt"], "fox " * 8001),
    json_set("no model, which is DALL·E", ["model"], ...),
    json_set("a model that is gone", ["model"], "dall-e-3"),
    json_set("an unknown model", ["model"], "gpt-image-9"),
    json_set("no picture", ["n"], 0),
    json_set("eleven pictures", ["n"], 11),
    json_set("a count that is text", ["n"], "1"),
    json_set("a ratio", ["size"], "1:1"),
    json_set("a size by name", ["size"], "4K"),
    json_set("a size in capitals", ["size"], "1024X1024"),
    json_set("a side that 16 does not divide", ["size"], "1030x1024"),
    json_set("a size beyond all", ["size"], "4096x4096"),
    json_set("a strip", ["size"], "3840x640"),
    json_set("DALL·E's quality", ["quality"], "hd"),
    json_set("a quality in capitals", ["quality"], "HIGH"),
    json_set("DALL·E's response format", ["response_format"], "b64_json"),
    json_set("DALL·E's style", ["style"], "vivid"),
    json_set("SVG", ["output_format"], "svg"),
    json_set("a ground by colour", ["background"], "white"),
    json_set("an unknown moderation", ["moderation"], "none"),
    json_set("a seed", ["seed"], 7),
    json_set("an exclusion", ["negative_prompt"], "text"),
)


EDIT_MUTATIONS: tuple[Mutation, ...] = (
    *form_mutations("Authorization"),
    form_set("no prompt", "prompt", None),
    form_set("an empty prompt", "prompt", ""),
    form_set("DALL·E", "model", "dall-e-3"),
    form_set("a moderation, which only its JSON has", "moderation", "low"),
    form_set("DALL·E's response format", "response_format", "b64_json"),
    form_set("a size by name", "size", "4K"),
    form_set("no picture asked for", "n", "0"),
    form_set("a fidelity that is none", "input_fidelity", "perfect"),
    form_set("a strength", "strength", "0.5"),
    file_set("a picture that is none", "image", b"#" * 500),
    file_set("a mask of another size", "mask", drawing(128, 128, "x", clear=True)),
    file_set("a mask without alpha", "mask", drawing(1024, 1024, "x")),
    file_set("a file of another name", "picture", drawing(128, 128, "x")),
)

SERVICE = OpenAiService
