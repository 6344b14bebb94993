"""Google's image models ("Nano Banana"), asked directly; the answer holds the picture."""

from __future__ import annotations

from dataclasses import dataclass, field

from pod.http import Client, Reply
from pod.providers.base import ProviderFactory
from pod.providers.generate_content import GenerateContent
from pod.providers.models import load_models
from pod.providers.remote import MAX_ANSWER_BYTES, Outside, RemoteSettings, address_setting, model_setting

MODELS = load_models("gemini")
MODEL = "gemini-nano-banana-2.1"
BASE_URL = "https://generativelanguage.googleapis.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeminiSettings(RemoteSettings):
    api_key: str = field(repr=False, metadata={"help": "Key of the Gemini API.", "secret": True})
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class Gemini(GenerateContent):
    name = "gemini"

    def __init__(self, settings: GeminiSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        super().__init__(MODELS, settings, google_client(settings.base_url, settings.api_key, outside), outside)

    def _path(self, model: str) -> str:
        return f"/v1beta/models/{model}:generateContent"

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", f"/v1beta/models/{self.models[0].id}")


def google_client(base_url: str, api_key: str, outside: Outside) -> Client:
    return Client(
        base_url,
        # as a query parameter the key would stand in every log on the way
        headers={"x-goog-api-key": api_key},
        secrets=(api_key,),
        timeouts=outside.timeouts,
        max_bytes=MAX_ANSWER_BYTES,
        clock=outside.now,
    )


PROVIDER = ProviderFactory(
    "gemini", GeminiSettings, Gemini, "Google’s image models, Nano Banana and its successors, at up to 4K."
)
