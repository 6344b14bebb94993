"""Google's Imagen through Vertex AI. The Gemini API has it no more; here it is for projects that still use it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pod.http import Reply
from pod.providers.answers import answered, delivered, found, lifted, read_json, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import Order, model_setting
from pod.providers.vertex import InProject, ProjectSettings

_K = OutcomeKind

MODELS = load_models("imagen")
MODEL = "imagen-4.0-generate-001"

_SEEDS = 2_147_483_647


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagenSettings(ProjectSettings):
    location: str = field(default="us-central1", metadata={"help": "The region where the model runs."})
    model: str = model_setting(MODEL)


class Imagen(InProject):
    name = "imagen"
    own_models = MODELS

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, prompt_family="short")

    def _ask(self, order: Order) -> Outcome | Pending:
        path = f"{self._publisher}/models/{order.model.id}:predict"
        return self._read(self._client.send("POST", path, json=body(order), lift=True), order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", f"/v1/publishers/google/models/{self.models[0].id}")

    def _read(self, reply: Reply, order: Order) -> Outcome:
        answer, model = read_json(reply), order.model
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        predictions = found(answer, "predictions")
        if not isinstance(answer, dict) or not isinstance(predictions, list | None):
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=model.id)
        picture = text_at(predictions, 0, "bytesBase64Encoded")
        if not picture:
            # what the filters hold back is missing from the answer, mostly without a word
            why = text_at(predictions, 0, "raiFilteredReason")
            sentence = why or "What was drawn was held back by the service's content rules"
            return answered(_K.BLOCKED, sentence, stage="output", model=model.id)
        cost = model.prices[order.frame.size]
        return delivered(lifted(reply, picture), order.frame, model=model.id, cost=cost)


def body(order: Order) -> dict[str, Any]:
    """Without a count four are drawn, and paid for. A seed is taken only where no watermark is put in."""
    parameters: dict[str, Any] = {
        "sampleCount": 1,
        "aspectRatio": order.frame.ratio,
        "personGeneration": "allow_adult",
        "includeRaiReason": True,
        "addWatermark": False,
        "seed": order.request.seed % _SEEDS + 1,
        "enhancePrompt": False,
        "outputOptions": {"mimeType": "image/png"},
    }
    if order.model.options.get("image_size", True):
        parameters["sampleImageSize"] = order.frame.size
    return {"instances": [{"prompt": order.text}], "parameters": parameters}


PROVIDER = ProviderFactory("imagen", ImagenSettings, Imagen, "Google’s Imagen through Vertex AI, while it lasts.")
