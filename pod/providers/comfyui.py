"""ComfyUI on a machine of one's own: a graph of nodes is queued under an id of ours, and its history is looked at.

The id is made of our key and of what is to come of it, so that a graph whose answer was lost is found again. A restart
forgets what was queued; since nothing was paid, it is asked for anew.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pod.http import Reply
from pod.imaging.load import sniff
from pod.model.money import Money
from pod.providers.answers import Answered, Reading, answered, answers, delivered, found, read_json, refusal, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import Order, Outside, Remote, RemoteSettings, Ticket, client_to, model_setting

_K = OutcomeKind

MODELS = load_models("comfyui")
MODEL = "sd3.5_large"

_FREE = Money(0)
_POLL_S = 2.0
_OURS = uuid.UUID("6f0c7b9e-5b0e-4f43-9a53-4a1d7a9f3c11")
"""The namespace of our ids: any will do, as long as it stays."""

_ENDED: Mapping[str, tuple[OutcomeKind, str]] = {
    "execution_interrupted": (_K.UNAVAILABLE, "Somebody has stopped it"),
    "execution_error": (_K.UNAVAILABLE, "A node has failed"),
}
_NO_MEMORY = "OutOfMemoryError"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComfyUiSettings(RemoteSettings):
    base_url: str = field(
        metadata={"help": "Address of ComfyUI: https, or http on loopback. It has no key of its own."}
    )
    proxy_token: str = field(
        default="", repr=False, metadata={"help": "Bearer token of a proxy in front of it, if any.", "secret": True}
    )
    model: str = model_setting(MODEL)
    checkpoint: str = field(
        default="", metadata={"help": "Name of the model's checkpoint there, where it is not the model's own."}
    )


class ComfyUi(Remote):
    name = "comfyui"
    reading = Reading(words={"checkpoint_missing": _K.MODEL_GONE})

    def __init__(self, settings: ComfyUiSettings, outside: Outside | None = None) -> None:
        outside = outside or Outside()
        self._checkpoint = settings.checkpoint
        client = client_to(
            settings.base_url,
            outside,
            headers={"Authorization": f"Bearer {settings.proxy_token}"} if settings.proxy_token else {},
            secrets=(settings.proxy_token,),
        )
        super().__init__(MODELS, settings, client, outside)

    @property
    def capabilities(self) -> Capabilities:
        return replace(
            super().capabilities, prompt_family=self.models[0].options["family"], self_hosted=True, finds_by_key=True
        )

    @answers
    def poll(self, task_id: str) -> Outcome | Pending:
        ticket = Ticket.read(task_id, self.models)
        entry = self._entry(ticket.task)
        if entry is None and ticket.task in self._queued():
            return Pending(task_id, _POLL_S)
        # it may have ended between the two looks
        entry = entry if entry is not None else self._entry(ticket.task)
        if entry is None:
            return _over(ticket, _K.UNAVAILABLE, "It was forgotten, as in a restart")
        return self._come_to(ticket, entry)

    @answers
    def find(self, key: str) -> Outcome | Pending | None:
        """Its id tells what is to come of it, so every line of every table is tried: the queue first, then the history."""
        tickets = [Ticket(_id(key, m.id, f.size, f.ratio), m, f) for m in self.models for f in m.frames]
        queued = self._queued()
        known = (t for t in tickets if t.task in queued or self._entry(t.task) is not None)
        ticket = next(known, None)
        return Pending(str(ticket), 0.0) if ticket else None

    def _ask(self, order: Order) -> Outcome | Pending:
        frame = order.frame
        ticket = Ticket(_id(order.key, order.model.id, frame.size, frame.ratio), order.model, frame)
        files = [self._uploaded(picture) for picture in order.request.references]
        mask = self._uploaded(order.request.mask) if order.request.mask else ""
        asked = {"prompt": graph(order, self._checkpoint_of(order), files, mask), "prompt_id": ticket.task}
        reply = self._client.send("POST", "/prompt", json=asked)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        if text_at(read_json(reply), "prompt_id") != ticket.task:
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=order.model.id)
        return Pending(str(ticket), _POLL_S)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/system_stats")

    def _checkpoint_of(self, order: Order) -> str:
        own = self._checkpoint if order.model is self.models[0] else ""
        return own or f"{order.model.id}.safetensors"

    def _uploaded(self, picture: bytes) -> str:
        """Its name there, which may be another than the one that was given."""
        name = f"pod-{hashlib.sha256(picture).hexdigest()[:16]}"
        reply = self._client.send("POST", "/upload/image", parts=[("image", (name, picture, sniff(picture)))])
        answer = read_json(reply)
        there, folder = text_at(answer, "name"), text_at(answer, "subfolder")
        if not 200 <= reply.status < 300 or not there:
            raise Answered(self._refused(reply, look=True))
        return f"{folder}/{there}" if folder else there

    def _looked(self, path: str) -> Any:
        reply = self._client.send("GET", path)
        answer = read_json(reply)
        if not 200 <= reply.status < 300 or not isinstance(answer, dict):
            raise Answered(self._look_refused(reply))
        return answer

    def _entry(self, task: str) -> Any:
        """What the history says of a task that is over; None of one that is not, or is not known."""
        return self._looked(f"/history/{task}").get(task)

    def _queued(self) -> frozenset[str]:
        queue = self._looked("/queue")
        rows = (found(queue, part) for part in ("queue_running", "queue_pending"))
        return frozenset(text_at(row, 1) for part in rows for row in (part if isinstance(part, list) else ()))

    def _come_to(self, ticket: Ticket, entry: Any) -> Outcome:
        for word, about in _messages(entry):
            if word in _ENDED:
                return _failed(ticket, word, about)
        file = next(_files(found(entry, "outputs")), None)
        if file is None:
            return _over(ticket, _K.NO_IMAGE, "It has ended without a picture")
        reply = self._client.send("GET", "/view", params=file)
        if reply.status == 404:
            return _over(ticket, _K.UNAVAILABLE, "Its picture is not there any more")
        if not 200 <= reply.status < 300:
            return self._look_refused(reply)
        return delivered(reply.body, ticket.frame, model=ticket.model.id, cost=_FREE)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        answer = read_json(reply)
        errors = list(_node_errors(answer))
        words = [word for word, _ in errors] + [text_at(answer, "error", "type")]
        said = "; ".join(s for s in (text_at(answer, "error", "message"), *(s for _, s in errors)) if s)
        return refusal(self.reading.kind(reply, *words, look=look), reply, said=said, provider_code=words[0])


def _id(key: str, *line: str) -> str:
    return str(uuid.uuid5(_OURS, "|".join((key, *line))))


def _over(ticket: Ticket, kind: OutcomeKind, sentence: str, code: str = "") -> Outcome:
    return answered(kind, sentence, provider_code=code, model=ticket.model.id, cost=_FREE, ended=True)


def _failed(ticket: Ticket, word: str, about: Any) -> Outcome:
    kind, sentence = _ENDED[word]
    exception = text_at(about, "exception_type")
    if exception.endswith(_NO_MEMORY):
        kind = _K.INVALID_REQUEST  # and will be at this size
    said = text_at(about, "exception_message")
    node = text_at(about, "node_type")
    return _over(ticket, kind, f"{sentence} ({node}): {said}" if said else sentence, exception or word)


def _messages(entry: Any) -> Iterator[tuple[str, Any]]:
    told = found(entry, "status", "messages")
    for message in told if isinstance(told, list) else ():
        yield text_at(message, 0), found(message, 1)


def _files(outputs: Any) -> Iterator[dict[str, str]]:
    """Those that were saved; previews are of another type."""
    for shown in outputs.values() if isinstance(outputs, dict) else ():
        images = found(shown, "images")
        for image in images if isinstance(images, list) else ():
            if text_at(image, "type") == "output" and text_at(image, "filename"):
                yield {name: text_at(image, name) for name in ("filename", "subfolder", "type")}


def _node_errors(answer: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with each node: a word and a sentence."""
    nodes = found(answer, "node_errors")
    for node in nodes.values() if isinstance(nodes, dict) else ():
        loads = text_at(node, "class_type").startswith("CheckpointLoader")
        errors = found(node, "errors")
        for error in errors if isinstance(errors, list) else ():
            word = text_at(error, "type")
            missing = loads and word == "value_not_in_list"
            yield "checkpoint_missing" if missing else word, f"{text_at(error, 'message')}: {text_at(error, 'details')}"


# --- the graph


def graph(order: Order, checkpoint: str, files: list[str], mask: str) -> dict[str, Any]:
    """In the API's form: nodes by name, an input that leads to another node's output as [name, number]."""
    options, frame, prompt = order.model.options, order.frame, order.request.prompt
    encoders = options["encoders"]
    clip = ["clip", 0] if encoders else ["checkpoint", 1]
    nodes = {
        "checkpoint": _node("CheckpointLoaderSimple", ckpt_name=checkpoint),
        "wanted": _node("CLIPTextEncode", text=order.description, clip=clip),
        "unwanted": _node("CLIPTextEncode", text=prompt.negative, clip=clip),
        "empty": _node(options["latent"], width=frame.width_px, height=frame.height_px, batch_size=1),
        "drawn": _node(
            "KSampler",
            model=["checkpoint", 0],
            seed=order.request.seed % 2**64,
            steps=options["steps"],
            cfg=options["cfg"],
            sampler_name=options["sampler"],
            scheduler=options["scheduler"],
            positive=["wanted", 0],
            negative=["unwanted", 0],
            latent_image=["empty", 0],
            denoise=1.0,
        ),
        "picture": _node("VAEDecode", samples=["drawn", 0], vae=["checkpoint", 2]),
        "saved": _node("SaveImage", images=["picture", 0], filename_prefix="pod"),
    }
    if encoders:
        names = {f"clip_name{n}": name for n, name in enumerate(encoders, 1)}
        nodes["clip"] = _node("TripleCLIPLoader", **names)
    return _drawn_after(nodes, order, files[0], mask) if files else nodes


def _drawn_after(nodes: dict[str, Any], order: Order, file: str, mask: str) -> dict[str, Any]:
    """With a picture for a beginning instead of nothing; where there is a mask, only its clear part changes."""
    del nodes["empty"]
    frame, sampler = order.frame, nodes["drawn"]["inputs"]
    sides = {"width": frame.width_px, "height": frame.height_px, "upscale_method": "lanczos", "crop": "center"}
    nodes["given"] = _node("LoadImage", image=file)
    nodes["scaled"] = _node("ImageScale", image=["given", 0], **sides)
    nodes["begun"] = _node("VAEEncode", pixels=["scaled", 0], vae=["checkpoint", 2])
    sampler["latent_image"] = ["begun", 0]
    sampler["denoise"] = order.model.options["denoise"]
    if mask:
        # their mask is one where the picture is clear, which is what ours says
        nodes["mask"] = _node("LoadImage", image=mask)
        nodes["held"] = _node("SetLatentNoiseMask", samples=["begun", 0], mask=["mask", 1])
        sampler["latent_image"] = ["held", 0]
    return nodes


def _node(kind: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs}


PROVIDER = ProviderFactory("comfyui", ComfyUiSettings, ComfyUi, "ComfyUI, on a machine of your own.")
