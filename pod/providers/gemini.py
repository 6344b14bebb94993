"""Google's image models ("Nano Banana"), asked directly; the answer holds the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pod.http import Reply
from pod.providers.base import ProviderFactory
from pod.providers.generate_content import GenerateContent
from pod.providers.models import load_models
from pod.providers.remote import Outside, RemoteSettings, address_setting, client_to, key_setting, model_setting

MODELS = load_models("gemini")
MODEL = "gemini-nano-banana-2.1"
BASE_URL = "https://generativelanguage.googleapis.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeminiSettings(RemoteSettings):
    api_key: str = key_setting("Key of the Gemini API.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class Gemini(GenerateContent):
    name = "gemini"

    def __init__(self, settings: GeminiSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        client = client_to(settings.base_url, outside, **google_key(settings.api_key))
        super().__init__(MODELS, settings, client, outside)

    def _path(self, model: str) -> str:
        return f"/v1beta/models/{model}:generateContent"

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", f"/v1beta/models/{self.models[0].id}")


def google_key(api_key: str) -> dict[str, Any]:
    """As a query parameter it would stand in every log on the way."""
    return {"headers": {"x-goog-api-key": api_key}, "secrets": (api_key,)}


PROVIDER = ProviderFactory(
    "gemini", GeminiSettings, Gemini, "Google’s image models, Nano Banana and its successors, at up to 4K."
)
