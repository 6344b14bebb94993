"""Imagen on Vertex AI (``:predict``), as cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api describes it.

What its filters hold back is missing from the answer without a word, unless a reason was asked for. Our test server.
"""

from __future__ import annotations

import base64
import re
from typing import Any, NamedTuple

from pod.providers.base import OutcomeKind
from tests.servers.generate_content import error, read_json
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Reply,
    drawing,
    json_mutations,
    json_set,
    path_set,
    problems,
    said,
)

TOKEN = "ya29.imagen-test-token"
_K = OutcomeKind

_AT_1K = {
    "1:1": (1024, 1024), "3:4": (896, 1280), "4:3": (1280, 896), "9:16": (768, 1408), "16:9": (1408, 768),
}  # fmt: skip
"""2K is twice as wide and twice as high."""

_MODELS = {
    "imagen-4.0-generate-001": ("1K", "2K"),
    "imagen-4.0-ultra-generate-001": ("1K", "2K"),
    "imagen-4.0-fast-generate-001": (),
    "imagen-3.0-generate-002": (),
}
"""The sizes that may be named; the others draw 1K and refuse the field."""


def _from_one_to_four(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 4


PREDICT = {
    "instances!": [{"prompt!": lambda v: isinstance(v, str) and v.strip() != ""}],
    "parameters": {
        "sampleCount": _from_one_to_four,
        "aspectRatio": tuple(_AT_1K),
        "sampleImageSize": ("1K", "2K"),
        "personGeneration": ("dont_allow", "allow_adult", "allow_all"),
        "safetySetting": ("block_low_and_above", "block_medium_and_above", "block_only_high", "block_none"),
        "includeRaiReason": bool,
        "includeSafetyAttributes": bool,
        "addWatermark": bool,
        "seed": lambda v: isinstance(v, int) and not isinstance(v, bool) and 1 <= v <= 2_147_483_647,
        "enhancePrompt": bool,
        "language": str,
        "outputOptions": {
            "mimeType": ("image/png", "image/jpeg"),
            "compressionQuality": lambda v: isinstance(v, int) and 0 <= v <= 100,
        },
    },
}


class Wanted(NamedTuple):
    model: str
    size: str
    ratio: str
    count: int
    form: str
    reasons: bool
    words: str

    @property
    def pixels(self) -> tuple[int, int]:
        times = 2 if self.size == "2K" else 1
        width_px, height_px = _AT_1K[self.ratio]
        return width_px * times, height_px * times


class ImagenService(ImageService):
    NAME = "imagen"
    MODES = (
        Mode("ok", _K.OK, "a PNG", 1),
        Mode("ok jpeg", _K.OK, "a JPEG, whatever was asked for", 1),
        Mode("filtered", _K.BLOCKED, "200 without predictions: everything was filtered, without a word"),
        Mode("empty list", _K.BLOCKED, "200 with an empty list of predictions"),
        Mode("with a reason", _K.BLOCKED, "a prediction with raiFilteredReason and no picture"),
        Mode("truncated", _K.NO_IMAGE, "base64 that breaks off", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the sides that were asked for", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("invalid", _K.INVALID_REQUEST, "400 INVALID_ARGUMENT"),
        Mode("billing off", _K.AUTH, "400 FAILED_PRECONDITION: billing is off"),
        Mode("token lapsed", _K.AUTH, "401 UNAUTHENTICATED: the token has lapsed"),
        Mode("forbidden", _K.AUTH, "403 PERMISSION_DENIED"),
        Mode("busy", _K.RATE_LIMITED, "429 RESOURCE_EXHAUSTED"),
        Mode("overloaded", _K.UNAVAILABLE, "503 UNAVAILABLE, before anything is drawn"),
        Mode("internal", _K.UNKNOWN, "500 INTERNAL, perhaps after drawing", 1),
        Mode("gone", _K.MODEL_GONE, "404 NOT_FOUND: the model has been switched off"),
        *TRANSPORT,
    )
    _PATH = re.compile(
        r"/v1/projects/shop-1/locations/(?:us-central1|europe-west4)/publishers/google/models/([\w.-]+):(\w+)"
    )

    def __init__(self) -> None:
        super().__init__()
        self.token = TOKEN

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != f"Bearer {self.token}":
            raise error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        if call.method == "GET" and (model := re.fullmatch(r"/v1/publishers/google/models/([\w.-]+)", call.route)):
            self._known(model[1])
            return said({"name": f"publishers/google/models/{model[1]}"})
        match = self._PATH.fullmatch(call.route)
        if call.method == "POST" and match and match[2] == "predict":
            return self.played(self._checked(match[1], read_json(call)))
        raise error(404, "NOT_FOUND", f"There is no {call.method} {call.route}.")

    def paid_calls(self) -> list[Call]:
        return [call for call in self.calls if call.route.endswith(":predict")]

    def _known(self, model: str) -> None:
        if model not in _MODELS:
            raise error(404, "NOT_FOUND", f"Publisher Model `{model}` was not found.")

    def _checked(self, model: str, body: Any) -> Wanted:
        self._known(model)
        if wrong := next(problems(body, PREDICT), ""):
            raise error(400, "INVALID_ARGUMENT", wrong)
        if len(body["instances"]) != 1:
            raise error(400, "INVALID_ARGUMENT", "Exactly one instance is expected.")
        told = body.get("parameters", {})
        if "seed" in told and told.get("addWatermark", True):
            raise error(400, "INVALID_ARGUMENT", "Seed is not supported when watermark is enabled.")
        if "sampleImageSize" in told and told["sampleImageSize"] not in _MODELS[model]:
            raise error(400, "INVALID_ARGUMENT", f"{model} does not support sampleImageSize.")
        options = told.get("outputOptions", {})
        if "compressionQuality" in options and options.get("mimeType") != "image/jpeg":
            raise error(400, "INVALID_ARGUMENT", "compressionQuality needs image/jpeg.")
        return Wanted(
            model,
            told.get("sampleImageSize", "1K"),
            told.get("aspectRatio", "1:1"),
            told.get("sampleCount", 4),
            options.get("mimeType", "image/png").rpartition("/")[2].upper(),
            told.get("includeRaiReason", False),
            f"{body['instances'][0]['prompt']}|{told.get('seed', '')}",
        )

    def played(self, wanted: Wanted) -> Reply:
        """Every picture is charged for, and without a count there are four."""
        before = len(self.charged)
        reply = super().played(wanted)
        self.charged += self.charged[before:] * (wanted.count - 1)
        return reply

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return answer(wanted)

    def play_ok_jpeg(self, wanted: Wanted) -> Reply:
        return answer(wanted._replace(form="JPEG"))

    def play_filtered(self, wanted: Wanted) -> Reply:
        return said({})

    def play_empty_list(self, wanted: Wanted) -> Reply:
        return said({"predictions": []})

    def play_with_a_reason(self, wanted: Wanted) -> Reply:
        """Without `includeRaiReason` there is none."""
        reason = "Unable to show generated images. All images were filtered out. Support codes: 56562880"
        return said({"predictions": [{"raiFilteredReason": reason}]} if wanted.reasons else {})

    def play_truncated(self, wanted: Wanted) -> Reply:
        whole = _picture(wanted)
        return answer(wanted, whole[: len(whole) // 2 - 1])

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return answer(wanted, base64.b64encode(b"#" * 5000).decode())

    def play_smaller(self, wanted: Wanted) -> Reply:
        width_px, height_px = wanted.pixels
        small = drawing(width_px // 2, height_px // 2, wanted.words, wanted.form)
        return answer(wanted, base64.b64encode(small).decode())

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"predictions": "plenty", "deployedModelId": [1]})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "INVALID_ARGUMENT", "Request contains an invalid argument.").reply

    def play_billing_off(self, wanted: Wanted) -> Reply:
        return error(400, "FAILED_PRECONDITION", "Billing is not enabled for this project.").reply

    def play_token_lapsed(self, wanted: Wanted) -> Reply:
        return error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.").reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "PERMISSION_DENIED", "Permission 'aiplatform.endpoints.predict' denied.").reply

    def play_busy(self, wanted: Wanted) -> Reply:
        return error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for online_prediction_requests_per_base_model.").reply

    def play_overloaded(self, wanted: Wanted) -> Reply:
        return error(503, "UNAVAILABLE", "The service is currently unavailable.").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "INTERNAL", "Internal error encountered.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, "NOT_FOUND", f"Publisher Model `{wanted.model}` was not found.").reply


def _picture(wanted: Wanted) -> str:
    return base64.b64encode(drawing(*wanted.pixels, wanted.words, wanted.form)).decode()


def answer(wanted: Wanted, data: str = "") -> Reply:
    one = {"mimeType": f"image/{wanted.form.lower()}", "bytesBase64Encoded": data or _picture(wanted)}
    return said({"predictions": [one] * wanted.count})


_TOLD = "parameters"
MUTATIONS = (
    *json_mutations("Authorization"),
    path_set("another project", "shop-1", "shop-2"),
    path_set("a model that is gone", "/models/", "/models/imagegeneration-"),
    path_set("a verb of Gemini", ":predict", ":generateContent"),
    json_set("no instances", ["instances"], ...),
    json_set("two instances", ["instances"], [{"prompt": "a fox"}, {"prompt": "an owl"}]),
    json_set("an instance that is text", ["instances"], ["a fox"]),
    json_set("an empty prompt", ["instances", 0, "prompt"], ""),
    json_set("an unknown field of the instance", ["instances", 0, "negative"], "text"),
    json_set("no picture", [_TOLD, "sampleCount"], 0),
    json_set("five pictures", [_TOLD, "sampleCount"], 5),
    json_set("a count that is text", [_TOLD, "sampleCount"], "1"),
    json_set("an unknown ratio", [_TOLD, "aspectRatio"], "2:3"),
    json_set("4K", [_TOLD, "sampleImageSize"], "4K"),
    json_set("2k in small letters", [_TOLD, "sampleImageSize"], "2k"),
    json_set("Gemini's name for the size", [_TOLD, "imageSize"], "2K"),
    json_set("capitals for people", [_TOLD, "personGeneration"], "DONT_ALLOW"),
    json_set("a seed of nothing", [_TOLD, "seed"], 0),
    json_set("an unknown parameter", [_TOLD, "steps"], 28),
    json_set("WebP", [_TOLD, "outputOptions"], {"mimeType": "image/webp"}),
)

SERVICE = ImagenService
