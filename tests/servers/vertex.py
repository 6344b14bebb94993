"""Google's image models on Vertex AI (``:generateContent`` in a project), as cloud.google.com/vertex-ai/generative-ai/docs
describes them: our test server.

The same request as at the Gemini API under a token that lapses, with a role in every turn and a few fields more: the file's
type can be chosen, and people. The models are the same; prompts may be blocked for two reasons more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.gemini import BODY_MUTATIONS, GENERATING, GeminiService
from tests.servers.generate_content import (
    CONTENT,
    GENERATION_CONFIG,
    IMAGE_CONFIG,
    REQUEST,
    Wanted,
    answered,
    checked,
    error,
    error_info,
    invalid,
    known,
    read_json,
)
from tests.servers.imageservice import Call, Mode, Refused, Reply, json_mutations, json_set, path_set, problems, said

TOKEN = "ya29.vertex-test-token"
PROJECT = "shop-1"
_LOCATIONS = "global|us-central1|europe-west4"
_PATH = re.compile(
    rf"/v1(?:beta1)?/projects/{PROJECT}/locations/(?:{_LOCATIONS})/publishers/google/models/([\w.-]+):(\w+)"
)
_K = OutcomeKind


def _quality(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


_IMAGE = {
    **IMAGE_CONFIG,
    "personGeneration": ("ALLOW_ALL", "ALLOW_ADULT", "ALLOW_NONE"),
    "imageOutputOptions": {"mimeType": ("image/png", "image/jpeg"), "compressionQuality": _quality},
}
_SAFETY = REQUEST["safetySettings"][0] | {"method": ("SEVERITY", "PROBABILITY")}
_CONTENT = {**{n: s for n, s in CONTENT.items() if n != "role"}, "role!": ("user", "model")}
_REQUEST: Mapping[str, Any] = {
    **REQUEST,
    "contents!": [_CONTENT],
    "safetySettings": [_SAFETY],
    "generationConfig": GENERATION_CONFIG | {"imageConfig": _IMAGE},
    "labels": lambda v: isinstance(v, dict) and all(re.fullmatch("[a-z0-9_-]{0,63}", str(x)) for x in v.values()),
}


class VertexService(GeminiService):
    NAME = "vertex"
    MODES = (
        *GENERATING,
        Mode("model armor", _K.BLOCKED, "promptFeedback.blockReason MODEL_ARMOR", 1),
        Mode("jailbreak", _K.BLOCKED, "promptFeedback.blockReason JAILBREAK", 1),
        Mode("token lapsed", _K.AUTH, "401 UNAUTHENTICATED: the token has lapsed"),
        Mode("billing off", _K.AUTH, "403 PERMISSION_DENIED with ErrorInfo BILLING_DISABLED"),
        Mode("forbidden", _K.AUTH, "403 PERMISSION_DENIED: the account may not predict"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.token = TOKEN

    def route(self, call: Call) -> Reply:
        self.check_auth(call)
        if call.method == "GET" and (model := re.fullmatch(r"/v1/publishers/google/models/([\w.-]+)", call.route)):
            known(model[1])
            return said({"name": f"publishers/google/models/{model[1]}", "launchStage": "GA"})
        match = _PATH.fullmatch(call.route)
        if call.method == "POST" and match and match[2] == "generateContent":
            return self.played(self.checked(match[1], read_json(call)))
        if call.method == "POST" and match and match[2] == "countTokens":
            return _counted(match[1], read_json(call))
        raise error(404, "NOT_FOUND", f"There is no {call.method} {call.route}.")

    def check_auth(self, call: Call) -> None:
        if call.header("Authorization") != f"Bearer {self.token}":
            raise _lapsed()

    def checked(self, model: str, body: Any) -> Wanted:
        return checked(model, body, _REQUEST)

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return super().play_ok_jpeg(wanted) if wanted.form == "JPEG" else super().play_ok(wanted)

    def play_model_armor(self, wanted: Wanted) -> Reply:
        return said(answered(wanted, promptFeedback={"blockReason": "MODEL_ARMOR"}))

    def play_jailbreak(self, wanted: Wanted) -> Reply:
        return said(answered(wanted, promptFeedback={"blockReason": "JAILBREAK"}))

    def play_token_lapsed(self, wanted: Wanted) -> Reply:
        return _lapsed().reply

    def play_billing_off(self, wanted: Wanted) -> Reply:
        words = "This API method requires billing to be enabled."
        return error(403, "PERMISSION_DENIED", words, error_info("BILLING_DISABLED")).reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        words = "Permission 'aiplatform.endpoints.predict' denied on resource."
        return error(403, "PERMISSION_DENIED", words, error_info("IAM_PERMISSION_DENIED")).reply


def _counted(model: str, body: Any) -> Reply:
    """Costs nothing."""
    known(model)
    if wrong := next(problems(body, {"contents!": [_CONTENT]}), ""):
        raise invalid(wrong)
    return said({"totalTokens": 7, "totalBillableCharacters": 24})


def _lapsed() -> Refused:
    words = "Request had invalid authentication credentials. Expected OAuth 2 access token."
    return error(401, "UNAUTHENTICATED", words, error_info("ACCESS_TOKEN_EXPIRED"))


_IMAGE_AT = ("generationConfig", "imageConfig")
MUTATIONS = (
    *json_mutations("Authorization"),
    path_set("another project", PROJECT, "shop-2"),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    path_set("another publisher", "/google/", "/anthropic/"),
    path_set("a verb of Imagen", ":generateContent", ":predict"),
    json_set("no role", ["contents", 0, "role"], ...),
    json_set("the output type as its library writes it", _IMAGE_AT, {"outputMimeType": "image/png"}),
    json_set("WebP", _IMAGE_AT, {"imageOutputOptions": {"mimeType": "image/webp"}}),
    json_set(
        "a quality beyond all", _IMAGE_AT, {"imageOutputOptions": {"mimeType": "image/jpeg", "compressionQuality": 101}}
    ),
    json_set("people in small letters", _IMAGE_AT, {"personGeneration": "allow_all"}),
    json_set("labels that are a list", ["labels"], ["pod"]),
    *BODY_MUTATIONS,
)

SERVICE = VertexService
