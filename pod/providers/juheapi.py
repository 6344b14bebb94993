"""JuheAPI's gateway ("Wisdom Gate"): Google's ``generateContent`` at another address, paid by the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pod.http import Reply
from pod.model.errors import NotConfigured
from pod.providers.answers import read_json, refusal, text_at
from pod.providers.base import Outcome, ProviderFactory
from pod.providers.generate_content import GenerateContent
from pod.providers.models import load_models
from pod.providers.remote import Outside, RemoteSettings, address_setting, client_to, key_setting, model_setting

MODELS = load_models("juheapi")
MODEL = "gemini-3.1-flash-image-preview"
BASE_URL = "https://api.wisgate.ai"

_STYLES: Mapping[str, tuple[str, str]] = {
    "goog": ("x-goog-api-key", "{key}"),
    "bearer": ("Authorization", "Bearer {key}"),
    "raw": ("Authorization", "{key}"),
}
"""Their quick start, their reference and their older pages each show another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JuheApiSettings(RemoteSettings):
    api_key: str = key_setting("Key of the JuheAPI gateway.")
    auth_style: str = field(
        default="goog", metadata={"help": "How the key is sent: goog (x-goog-api-key), bearer, or raw."}
    )
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class JuheApi(GenerateContent):
    name = "juheapi"

    def __init__(self, settings: JuheApiSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        client = client_to(settings.base_url, outside, headers=_authorisation(settings), secrets=(settings.api_key,))
        super().__init__(MODELS, settings, client, outside)

    def _path(self, model: str) -> str:
        return f"/v1beta/models/{model}:generateContent"

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v1/models")

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        """How an error is told is not described: as Google tells it, as OpenAI does, or as ``{code, msg}``."""
        answer = read_json(reply)
        told = text_at(answer, "msg")
        if not told:
            return super()._refused(reply, look=look)
        return refusal(self.reading.kind(reply, look=look), reply, said=told, provider_code=text_at(answer, "code"))


def _authorisation(settings: JuheApiSettings) -> Mapping[str, str]:
    if settings.auth_style not in _STYLES:
        raise NotConfigured(
            "setting_wrong",
            f"POD_JUHEAPI_AUTH_STYLE cannot be “{settings.auth_style}”.",
            f"Use one of {', '.join(_STYLES)}.",
        )
    header, value = _STYLES[settings.auth_style]
    return {header: value.format(key=settings.api_key)}


PROVIDER = ProviderFactory(
    "juheapi", JuheApiSettings, JuheApi, "Google’s image models through JuheAPI’s gateway, at one price a picture."
)
