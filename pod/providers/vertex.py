"""Google's image models through Vertex AI: the same requests, in a project of one's own, under an access token."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from pod.http import Reply
from pod.providers.answers import Answered, answered
from pod.providers.base import Model, OutcomeKind, ProviderFactory
from pod.providers.gemini import MODEL
from pod.providers.generate_content import GenerateContent, Google
from pod.providers.models import load_models
from pod.providers.remote import Outside, RemoteSettings, address_setting, client_to, model_setting

MODELS = load_models("vertex", "gemini.toml")
ACCESS_HELP = "File with an access token, read before every call: such a token lives an hour, keep it fresh."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSettings(RemoteSettings):
    project: str = field(metadata={"help": "Id of the Google Cloud project that pays."})
    token_path: str = field(metadata={"help": ACCESS_HELP})
    location: str = ""
    base_url: str = address_setting("")


@dataclass(frozen=True, slots=True, kw_only=True)
class VertexSettings(ProjectSettings):
    location: str = field(default="global", metadata={"help": "Where the model runs: global, or a region."})
    model: str = model_setting(MODEL)


class InProject(Google):
    """Google's own models as a project finds them, `own_models` among them."""

    own_models: ClassVar[tuple[Model, ...]]

    def __init__(self, settings: ProjectSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        where = f"/v1/projects/{quote(settings.project)}/locations/{quote(settings.location)}"
        self._publisher = f"{where}/publishers/google"
        address = settings.base_url or _address(settings.location)
        client = client_to(address, outside, token=partial(_token, Path(settings.token_path)))
        super().__init__(self.own_models, settings, client, outside)


class Vertex(InProject, GenerateContent):
    name = "vertex"
    own_models = MODELS

    def _path(self, model: str) -> str:
        return f"{self._publisher}/models/{model}:generateContent"

    def _look_at_account(self) -> Reply:
        # counting tokens is free, and asks for the same right as drawing
        words = {"contents": [{"role": "user", "parts": [{"text": "a fox"}]}]}
        return self._client.send("POST", f"{self._publisher}/models/{self.models[0].id}:countTokens", json=words)


def _token(path: Path) -> str:
    try:
        token = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as e:
        why = e.strerror if isinstance(e, OSError) else "it is no token"
        raise Answered(answered(OutcomeKind.AUTH, f"The access token in {path} cannot be read: {why}.")) from e
    if not token:
        raise Answered(answered(OutcomeKind.AUTH, f"There is no access token in {path}."))
    return token


def _address(location: str) -> str:
    region = "" if location == "global" else f"{location}-"
    return f"https://{region}aiplatform.googleapis.com"


PROVIDER = ProviderFactory(
    "vertex", VertexSettings, Vertex, "Google’s image models through Vertex AI, in a project of your own."
)
