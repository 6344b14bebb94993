"""Google's image models through Vertex AI: the same requests, in a project of one's own, under an access token."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from pod.http import Client, Reply
from pod.providers.answers import Answered, answered
from pod.providers.base import OutcomeKind, ProviderFactory
from pod.providers.gemini import MODEL
from pod.providers.generate_content import GenerateContent
from pod.providers.models import load_models
from pod.providers.remote import MAX_ANSWER_BYTES, Outside, RemoteSettings, address_setting, model_setting

MODELS = load_models("vertex", "gemini.toml")
_FILE_HELP = "File with an access token, read before every call: such a token lives an hour, keep it fresh."


@dataclass(frozen=True, slots=True, kw_only=True)
class VertexSettings(RemoteSettings):
    project: str = field(metadata={"help": "Id of the Google Cloud project that pays."})
    token_path: str = field(metadata={"help": _FILE_HELP})
    location: str = field(default="global", metadata={"help": "Where the model runs: global, or a region."})
    model: str = model_setting(MODEL)
    base_url: str = address_setting("")


class Vertex(GenerateContent):
    name = "vertex"

    def __init__(self, settings: VertexSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        self._token_path = Path(settings.token_path)
        self._publisher = (
            f"/v1/projects/{quote(settings.project)}/locations/{quote(settings.location)}/publishers/google"
        )
        client = Client(
            settings.base_url or _address(settings.location),
            token=self._token,
            timeouts=outside.timeouts,
            max_bytes=MAX_ANSWER_BYTES,
            clock=outside.now,
        )
        super().__init__(MODELS, settings, client, outside)

    def _path(self, model: str) -> str:
        return f"{self._publisher}/models/{model}:generateContent"

    def _look_at_account(self) -> Reply:
        # counting tokens is free, and asks for the same right as drawing
        words = {"contents": [{"role": "user", "parts": [{"text": "a fox"}]}]}
        return self._client.send("POST", f"{self._publisher}/models/{self.models[0].id}:countTokens", json=words)

    def _token(self) -> str:
        try:
            token = self._token_path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as e:
            why = e.strerror if isinstance(e, OSError) else "it is no token"
            sentence = f"The access token in {self._token_path} cannot be read: {why}."
            raise Answered(answered(OutcomeKind.AUTH, sentence)) from e
        if not token:
            raise Answered(answered(OutcomeKind.AUTH, f"There is no access token in {self._token_path}."))
        return token


def _address(location: str) -> str:
    region = "" if location == "global" else f"{location}-"
    return f"https://{region}aiplatform.googleapis.com"


PROVIDER = ProviderFactory(
    "vertex", VertexSettings, Vertex, "Google’s image models through Vertex AI, in a project of your own."
)
