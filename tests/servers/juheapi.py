"""JuheAPI's gateway ("Wisdom Gate"), as wisdom-docs.juheapi.com and wisgate.ai describe it: our test server.

Google's ``generateContent`` behind another address. Their pages contradict each other on how the key is sent: `style` is
which of the three the account takes. It is paid by the picture, so an answer without one costs nothing. Error bodies are
not described anywhere: they come in Google's form, in OpenAI's and as ``{code, msg}``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pod.providers.base import OutcomeKind
from tests.servers.gemini import BODY_MUTATIONS, GENERATING, GeminiService
from tests.servers.generate_content import Wanted
from tests.servers.imageservice import Call, Mode, Refused, Reply, header_set, json_mutations, path_set, said

KEY = "sk-wisdom-test-key"
STYLES = {
    "goog": ("x-goog-api-key", KEY),
    "bearer": ("Authorization", f"Bearer {KEY}"),
    "raw": ("Authorization", KEY),
}
_K = OutcomeKind

_DRAWN_IN_VAIN = ("truncated", "not a picture")
_OLD_NAMES = {
    "gemini-3.1-flash-image-preview": "gemini-3.1-flash-image",
    "gemini-3-pro-image-preview": "gemini-3-pro-image",
}
"""Switched off at Google, and still the live names here."""


class JuheApiService(GeminiService):
    NAME = "juheapi"
    MODES = (
        *(
            replace(m, charged=0) if m.outcome in (_K.NO_IMAGE, _K.BLOCKED) and m.name not in _DRAWN_IN_VAIN else m
            for m in GENERATING
        ),
        Mode("key in other words", _K.AUTH, "401 with a body as OpenAI has it"),
        Mode("balance", _K.QUOTA, "402 with {code, msg}"),
        Mode("throttled", _K.RATE_LIMITED, "429 with {code, msg}"),
        Mode("bare", _K.INVALID_REQUEST, "400 with a line of text"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.style = "goog"

    def route(self, call: Call) -> Reply:
        if call.method == "GET" and call.route == "/v1/models":
            self.check_auth(call)
            return said({"object": "list", "data": [{"id": name, "object": "model"} for name in _OLD_NAMES]})
        return super().route(call)

    def check_auth(self, call: Call) -> None:
        header, value = STYLES[self.style]
        if call.header(header) != value:
            raise _openai(401, "Invalid token", "invalid_api_key")

    def checked(self, model: str, body: Any) -> Wanted:
        return super().checked(_OLD_NAMES.get(model, model), body)

    def play_key_in_other_words(self, wanted: Wanted) -> Reply:
        return _openai(401, "Invalid token", "invalid_api_key").reply

    def play_balance(self, wanted: Wanted) -> Reply:
        return said({"code": 402, "msg": "Insufficient balance, please top up."}, 402)

    def play_throttled(self, wanted: Wanted) -> Reply:
        return said({"code": 429, "msg": "Too many requests."}, 429)

    def play_bare(self, wanted: Wanted) -> Reply:
        return Reply(400, b"bad request", {"Content-Type": "text/plain"})


def _openai(status: int, message: str, code: str) -> Refused:
    return Refused(said({"error": {"message": message, "type": "invalid_request_error", "code": code}}, status))


MUTATIONS = (
    *json_mutations("x-goog-api-key"),
    header_set("a key that is cut off", "x-goog-api-key", KEY[:-1]),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    *BODY_MUTATIONS,
)

SERVICE = JuheApiService
