"""Stable Diffusion in this very process, through the diffusers library on this machine's own graphics card.

Neither the library nor the weights come with Pod: `pip install torch diffusers transformers accelerate`, and accept the
weights' licence where they are fetched. A model is loaded at the first picture and kept; one picture is drawn at a time.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from pod.imaging.load import load_picture
from pod.model.errors import InputRefused
from pod.model.money import Money
from pod.providers.answers import Answered, answered, answers, delivered
from pod.providers.base import Capabilities, Model, Outcome, OutcomeKind, Pending, ProviderFactory, ProviderRequest
from pod.providers.models import capabilities_of, chosen_first, frame_of, load_models, usable
from pod.providers.remote import Order, model_setting, whole

_K = OutcomeKind

MODELS = load_models("diffusers")
MODEL = "stable-diffusion-3.5-large"

_FREE = Money(0)
_NEEDED = ("torch", "diffusers", "transformers")
_INSTALL = "run pip install torch diffusers transformers accelerate in Pod's environment"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffusersSettings:
    weights: str = field(metadata={"help": "Folder with the model's weights as diffusers saves them."})
    model: str = model_setting(MODEL)
    device: str = field(default="cuda", metadata={"help": "Where it draws: cuda, mps or cpu, as torch calls them."})
    offload: str = field(
        default="yes", metadata={"help": "yes keeps on the card only what is at work: slower, and half the memory."}
    )
    steps: str = field(default="", metadata={"help": "How many steps a picture takes; without it, the model's own."})
    t5: str = field(default="yes", metadata={"help": "no leaves out the third text encoder, which takes 10 GB."})


class Diffusers:
    """Its `submit` answers at once. Drawing again gives the same picture and costs nothing."""

    name = "diffusers"

    def __init__(self, settings: DiffusersSettings) -> None:
        self._settings = settings
        self._models = chosen_first(MODELS, settings.model, datetime.now(UTC).date(), "POD_DIFFUSERS_MODEL")
        self._steps = whole(settings.steps, "POD_DIFFUSERS_STEPS") if settings.steps else 0
        self._lock = threading.Lock()
        self._loaded: Mapping[bool, Any] = {}

    @property
    def models(self) -> tuple[Model, ...]:
        return self._models

    @property
    def capabilities(self) -> Capabilities:
        model = self._models[0]
        return replace(
            capabilities_of(model),
            self_hosted=True,
            idempotent=True,
            finds_by_key=True,
            prompt_family=model.options["family"],
            parallel=1,
        )

    def estimate(self, request: ProviderRequest) -> Money:
        """Nothing: it is this machine's own time."""
        del request
        return _FREE

    @answers
    def submit(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        return self._drawn(self._order(request, key, ""))

    @answers
    def edit(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending:
        if not request.references:
            raise Answered(answered(_K.INVALID_REQUEST, "An edit needs the picture that is to be changed."))
        return self._drawn(self._order(request, key, instruction))

    def poll(self, task_id: str) -> Outcome | Pending:
        return answered(_K.INVALID_REQUEST, f"diffusers answers at once; there is no task “{task_id}”.")

    def find(self, key: str) -> Outcome | Pending | None:
        """None: nothing outlives a call that did not return, so it may be made again."""
        del key
        return None

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        del headers, body
        return None

    def check_key(self) -> str:
        missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
        if missing:
            return f"Not installed: {', '.join(missing)}; {_INSTALL}."
        if not (Path(self._settings.weights) / "model_index.json").is_file():
            return f"There are no weights in {self._settings.weights}; see POD_DIFFUSERS_WEIGHTS in the settings."
        return ""

    def _order(self, request: ProviderRequest, key: str, instruction: str) -> Order:
        model = usable(self._models, request.model, datetime.now(UTC).date())
        if len(request.references) > model.references or request.mask:
            sentence = f"{model.id} takes {model.references} picture along and no mask."
            raise Answered(answered(_K.INVALID_REQUEST, sentence))
        return Order(request, model, frame_of(model, request), key, instruction)

    def _drawn(self, order: Order) -> Outcome:
        if wrong := self.check_key():
            return answered(_K.UNAVAILABLE, wrong, model=order.model.id)
        try:
            with self._lock:
                image = self._painted(order)
        except InputRefused as e:
            return answered(_K.INVALID_REQUEST, str(e), model=order.model.id)
        except Exception as e:  # noqa: BLE001 - what torch and its drivers raise is anything; nothing was paid
            no_memory = type(e).__name__ == "OutOfMemoryError"
            kind = _K.INVALID_REQUEST if no_memory else _K.UNAVAILABLE
            return answered(kind, f"{type(e).__name__}: {e}", provider_code=type(e).__name__, model=order.model.id)
        stream = io.BytesIO()
        image.save(stream, "PNG", compress_level=1)
        return delivered(stream.getvalue(), order.frame, model=order.model.id, cost=_FREE)

    def _painted(self, order: Order) -> Image.Image:
        torch = importlib.import_module("torch")
        options, references = order.model.options, order.request.references
        # a generator of the processor's own draws the same numbers on every card
        generator = torch.Generator("cpu").manual_seed(order.request.seed % 2**63)
        asked: dict[str, Any] = {
            "prompt": order.description,
            "negative_prompt": order.request.prompt.negative or None,
            "width": order.frame.width_px,
            "height": order.frame.height_px,
            "num_inference_steps": self._steps or options["steps"],
            "guidance_scale": options["guidance"],
            "generator": generator,
        }
        if references:
            sides = (order.frame.width_px, order.frame.height_px)
            asked |= {"image": _on_white(references[0]).resize(sides), "strength": options["strength"]}
        image: Image.Image = self._pipeline(changes=bool(references))(**asked).images[0]
        return image

    def _pipeline(self, *, changes: bool) -> Any:
        """The model, loaded once; the one that changes a picture shares its parts."""
        if not self._loaded:
            library = importlib.import_module("diffusers")
            draws = self._load(library.AutoPipelineForText2Image)
            self._loaded = {False: draws, True: library.AutoPipelineForImage2Image.from_pipe(draws)}
            for pipeline in self._loaded.values():
                pipeline.set_progress_bar_config(disable=True)
        return self._loaded[changes]

    def _load(self, kind: Any) -> Any:
        torch = importlib.import_module("torch")
        settings, on_card = self._settings, self._settings.device != "cpu"
        left_out = {} if settings.t5 == "yes" else {"text_encoder_3": None, "tokenizer_3": None}
        dtype = torch.bfloat16 if on_card else torch.float32
        # from this machine alone: weights are fetched by a person, who accepts their licence
        pipeline = kind.from_pretrained(settings.weights, torch_dtype=dtype, local_files_only=True, **left_out)
        if on_card and settings.offload == "yes":
            pipeline.enable_model_cpu_offload(device=settings.device)
            return pipeline
        return pipeline.to(settings.device)


def _on_white(picture: bytes) -> Image.Image:
    pixels = load_picture(picture).pixels.astype(np.float32)
    alpha = pixels[..., 3:] / 255
    return Image.fromarray(np.rint(pixels[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8))


PROVIDER = ProviderFactory(
    "diffusers", DiffusersSettings, Diffusers, "Stable Diffusion in this process, on your own graphics card."
)
