"""AUTOMATIC1111's web UI and Forge on a machine of one's own: a picture costs nothing and comes with the answer.

One is drawn at a time; what was not delivered cannot be fetched later. Since it was free, it is asked for again.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from typing import Any

from pod.http import Reply, Timeouts
from pod.model.money import Money
from pod.providers.answers import Reading, answered, delivered, found, lifted, read_json, refusal, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import Order, Outside, Remote, RemoteSettings, client_to, model_setting, pace_setting

_K = OutcomeKind

MODELS = load_models("a1111")
MODEL = "sd3.5_large"

_FREE = Money(0)
_NO_MEMORY = "out of memory"
_PATIENT = Timeouts(connect_s=5.0, read_s=600.0, total_s=620.0)
"""The call is held until the picture is drawn, and others may be drawn before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class A1111Settings(RemoteSettings):
    base_url: str = field(metadata={"help": "Address of the web UI, started with --api: https, or http on loopback."})
    user: str = field(default="", metadata={"help": "User name, where it was started with --api-auth."})
    password: str = field(default="", repr=False, metadata={"help": "Password for that name.", "secret": True})
    model: str = model_setting(MODEL)
    checkpoint: str = field(
        default="", metadata={"help": "Name of the model's checkpoint there, where it is not the model's own."}
    )
    parallel: str = pace_setting("1")


class A1111(Remote):
    name = "a1111"
    reading = Reading(
        words={
            _NO_MEMORY: _K.INVALID_REQUEST,  # and will be at this size
            "Init image not found": _K.INVALID_REQUEST,
        },
        # 404: it was started without --api
        statuses={404: _K.UNAVAILABLE},
    )

    def __init__(self, settings: A1111Settings, outside: Outside | None = None) -> None:
        outside = outside or Outside(_PATIENT)
        self._checkpoint = settings.checkpoint
        headers = _basic(settings.user, settings.password) if settings.user else {}
        client = client_to(settings.base_url, outside, headers=headers, secrets=(settings.password, *headers.values()))
        super().__init__(MODELS, settings, client, outside)

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, prompt_family=self.models[0].options["family"], self_hosted=True)

    def _ask(self, order: Order) -> Outcome | Pending:
        path = "/sdapi/v1/img2img" if order.request.references else "/sdapi/v1/txt2img"
        return self._read(self._client.send("POST", path, json=self._body(order), lift=True), order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/sdapi/v1/sd-models")

    def _body(self, order: Order) -> dict[str, Any]:
        options, prompt = order.model.options, order.request.prompt
        asked: dict[str, Any] = {
            "prompt": order.description,
            "negative_prompt": prompt.negative,
            "width": order.frame.width_px,
            "height": order.frame.height_px,
            "steps": options["steps"],
            "cfg_scale": options["cfg_scale"],
            "sampler_name": options["sampler"],
            "scheduler": options["scheduler"],
            "seed": order.request.seed % 2**32,
            "batch_size": 1,
            "n_iter": 1,
            "send_images": True,
            "save_images": False,
            "override_settings": {"sd_model_checkpoint": self._checkpoint_of(order), "samples_format": "png"},
            "override_settings_restore_afterwards": False,
            "force_task_id": order.key,
        }
        pictures = [base64.b64encode(picture).decode("ascii") for picture in order.request.references]
        changed = {"init_images": pictures, "denoising_strength": options["denoising_strength"]}
        return asked | changed if pictures else asked

    def _checkpoint_of(self, order: Order) -> str:
        own = self._checkpoint if order.model is self.models[0] else ""
        return own or f"{order.model.id}.safetensors"

    def _read(self, reply: Reply, order: Order) -> Outcome:
        answer, model = read_json(reply), order.model.id
        if not 200 <= reply.status < 300 or not isinstance(answer, dict):
            return self._refused(reply)
        info = _info(answer)
        wanted, drew = _bare(self._checkpoint_of(order)), text_at(info, "sd_model_name")
        if drew and drew != wanted:
            # a checkpoint that is not there is no error: it draws with the one that is loaded
            return answered(_K.MODEL_GONE, f"The checkpoint {wanted} is not there; {drew} drew instead", model=model)
        first = found(info, "index_of_first_image")
        picture = text_at(answer, "images", first if isinstance(first, int) else 0)
        if not picture:
            return answered(_K.NO_IMAGE, "It answered without a picture", model=model, cost=_FREE)
        return delivered(lifted(reply, picture), order.frame, model=model, cost=_FREE)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        """What was lost was free, so whatever is not known may be asked for again, as a look may."""
        del look
        answer = read_json(reply)
        said = _said(answer)
        word = _NO_MEMORY if _NO_MEMORY in said else said
        return refusal(
            self.reading.kind(reply, word, look=True), reply, said=said, provider_code=text_at(answer, "error")
        )


def _basic(user: str, password: str) -> dict[str, str]:
    name = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
    return {"Authorization": f"Basic {name}"}


def _info(answer: Any) -> Any:
    """A JSON text inside the JSON; None where it is none."""
    try:
        return json.loads(text_at(answer, "info"))
    except (ValueError, RecursionError):
        return None


def _bare(checkpoint: str) -> str:
    """A checkpoint's name as an answer tells it: without its hash and its ending."""
    return checkpoint.partition(" [")[0].removesuffix(".safetensors").removesuffix(".ckpt")


def _said(answer: Any) -> str:
    """A1111 has ``{error, detail, errors}``, Forge FastAPI's ``{detail}``, a sentence or a list of what is wrong."""
    detail = found(answer, "detail")
    listed = [text_at(one, "msg") for one in detail] if isinstance(detail, list) else []
    return text_at(answer, "errors") or text_at(answer, "detail") or "; ".join(filter(None, listed))


PROVIDER = ProviderFactory("a1111", A1111Settings, A1111, "AUTOMATIC1111’s web UI or Forge, on a machine of your own.")
