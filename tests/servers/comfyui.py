"""ComfyUI's server, as server.py, execution.py and nodes.py of comfyanonymous/ComfyUI and docs.comfy.org describe it.

A graph of nodes is checked and queued under the id that the caller gave, and drawn; its history tells what came of it, and
is gone after a restart. It has no key: it belongs behind a wall. It costs nothing. Our test server.

A task goes on by one step each time that its history is looked at: waiting, running, over.
"""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from PIL import Image

from pod.providers.base import OutcomeKind
from tests.servers.comfyui_nodes import CHECKPOINTS, NODES, Link, bad_link, out_of_range
from tests.servers.forms import read_form
from tests.servers.imageservice import (
    Call,
    ImageService,
    Mode,
    Mutation,
    Refused,
    Reply,
    any_object,
    drawing,
    json_mutations,
    json_set,
    problems,
    said,
)

_K = OutcomeKind

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NODE = {"class_type!": str, "inputs": any_object, "_meta": any_object}
ENVELOPE = {
    "prompt!": any_object,
    "client_id": str,
    "prompt_id": lambda v: isinstance(v, str) and _UUID.fullmatch(v) is not None,
    "number": int,
    "front": bool,
    "extra_data": any_object,
}


class Wanted(NamedTuple):
    prompt_id: str
    saved_by: str
    width_px: int
    height_px: int
    words: str

    @property
    def picture(self) -> bytes:
        return drawing(self.width_px, self.height_px, self.words)


@dataclass(slots=True)
class Task:
    wanted: Wanted
    mode: str
    looks: int = 0

    @property
    def over(self) -> bool:
        return self.looks > 2


class ComfyUiService(ImageService):
    """`drawn` are the tasks that it has taken on: the same id twice is two of them. Nothing is ever charged for."""

    NAME = "comfyui"
    MODES = (
        Mode("ok", _K.OK, "waiting, running, then a picture that is fetched from /view"),
        Mode("with a preview", _K.OK, "previews and a picture in the history; only one of them is of the type output"),
        Mode("empty history", _K.NO_IMAGE, "it has succeeded, without outputs: all of them were dropped"),
        Mode("odd shapes", _K.NO_IMAGE, "a history of another shape than any that is described"),
        Mode("truncated", _K.NO_IMAGE, "a picture that breaks off"),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture"),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for"),
        Mode("model missing", _K.MODEL_GONE, "400: the checkpoint is not in the list (value_not_in_list)"),
        Mode("invalid", _K.INVALID_REQUEST, "400: the graph does not pass, with a type that is not known"),
        Mode("out of memory", _K.INVALID_REQUEST, "execution_error: the size does not fit into video memory"),
        Mode("execution error", _K.UNAVAILABLE, "execution_error in a node, for a reason of its own"),
        Mode("interrupted", _K.UNAVAILABLE, "execution_interrupted: somebody has stopped it"),
        Mode("restarted", _K.UNAVAILABLE, "a restart: it stands in no history and in no queue any more"),
        Mode("file gone", _K.UNAVAILABLE, "404 from /view"),
        Mode("crashed", _K.UNKNOWN, "500 with a page of aiohttp, after the graph was taken on"),
        Mode("cut", _K.UNKNOWN, "the graph is taken on, and the line is cut before the answer"),
        Mode("hang", _K.UNKNOWN, "the graph is taken on, and nobody answers"),
        Mode("no json", _K.UNKNOWN, "the graph is taken on, and the answer is not JSON"),
        Mode("bad gateway", _K.UNKNOWN, "a proxy on the way answers 502 with a page of HTML"),
        Mode("moved", _K.UNAVAILABLE, "a redirect to elsewhere, which is not followed"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Wanted] = []
        self.tasks: dict[str, Task] = {}
        self.uploads: dict[str, bytes] = {}
        self._files: dict[tuple[str, str, str], bytes] = {}

    def restart(self) -> None:
        """Queue and history are gone; files stay."""
        self.tasks.clear()

    def paid_calls(self) -> list[Call]:
        return [call for call in self.calls if call.method == "POST" and _route(call) == "/prompt"]

    def route(self, call: Call) -> Reply:
        path = _route(call)
        known: dict[tuple[str, str], Callable[[Call], Reply]] = {
            ("POST", "/prompt"): self._prompt,
            ("GET", "/prompt"): lambda _: said({"exec_info": {"queue_remaining": len(self._waiting())}}),
            ("GET", "/queue"): self._queue,
            ("POST", "/queue"): self._dequeue,
            ("POST", "/interrupt"): lambda _: Reply(200),
            ("GET", "/view"): self._view,
            ("POST", "/upload/image"): self._upload,
            ("GET", "/system_stats"): lambda _: said({"system": {"comfyui_version": "0.3.75"}, "devices": []}),
            ("GET", "/models/checkpoints"): lambda _: said(list(CHECKPOINTS)),
        }
        if (call.method, path) in known:
            return known[call.method, path](call)
        if call.method == "GET" and path.startswith("/history/"):
            return self._history(path.rpartition("/")[2])
        if call.method == "GET" and (kind := path.removeprefix("/object_info/")) in NODES:
            needs = {name: [list(rule), {}] for name, rule in NODES[kind].needs.items() if isinstance(rule, tuple)}
            return said({kind: {"input": {"required": needs}, "output": list(NODES[kind].gives)}})
        raise Refused(Reply(404, b"404: Not Found", {"Content-Type": "text/plain; charset=utf-8"}))

    # --- a graph is taken on

    def _prompt(self, call: Call) -> Reply:
        try:
            body = call.json()
        except ValueError as e:
            raise Refused(Reply(500, b"500 Internal Server Error", {"Content-Type": "text/plain"})) from e
        if wrong := next(problems(body, ENVELOPE), ""):
            raise refused("no_prompt" if "prompt is missing" in wrong else "invalid_prompt", wrong)
        graph = body["prompt"]
        saved_by = self._checked(graph)
        width_px, height_px = self._sides(graph, saved_by)
        prompt_id = body.get("prompt_id", f"{len(self.drawn):08x}-0000-4000-8000-000000000000")
        return self.played(Wanted(prompt_id, saved_by, width_px, height_px, self._told(graph)))

    def _checked(self, graph: Mapping[str, Any]) -> str:
        """The node whose pictures are kept, or shown."""
        for name, node in graph.items():
            if next(problems(node, _NODE), ""):
                raise refused("invalid_prompt", f"Node '{name}' is not as a node has to be.")
            if node["class_type"] not in NODES:
                raise refused("missing_node_type", f"Node '{node['class_type']}' not found.")
        wrong = {name: list(self._node_errors(graph, node)) for name, node in graph.items()}
        errors = {
            name: {"errors": found, "dependent_outputs": [], "class_type": graph[name]["class_type"]}
            for name, found in wrong.items()
            if found
        }
        if errors:
            raise refused("prompt_outputs_failed_validation", "Prompt outputs failed validation", errors)
        shown = sorted(graph, key=lambda name: NODES[graph[name]["class_type"]].shows != "output")
        if not shown or not NODES[graph[shown[0]]["class_type"]].shows:
            raise refused("prompt_no_outputs", "Prompt has no outputs")
        return shown[0]

    def _node_errors(self, graph: Mapping[str, Any], node: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        kind, inputs = NODES[node["class_type"]], node.get("inputs", {})
        for name in kind.needs:
            if name not in inputs:
                yield _error("required_input_missing", "Required input is missing", name)
        for name, value in inputs.items():
            rule = {**kind.needs, **kind.may}.get(name)
            if rule is None:
                yield _error("exception_during_validation", "There is no such input", name)
            elif word := self._misfit(graph, rule, value):
                yield _error(word, word.replace("_", " ").capitalize(), f"{name}: {value!r}"[:200])

    def _misfit(self, graph: Mapping[str, Any], rule: Any, value: Any) -> str:
        if isinstance(rule, Link):
            return bad_link(graph, rule, value)
        if rule == "an uploaded file":
            return "" if value in tuple(self.uploads) else "custom_validation_failed"
        if isinstance(rule, tuple):
            return "" if value in rule else "value_not_in_list"
        if isinstance(rule, type):
            return "" if isinstance(value, rule) else "invalid_input_type"
        return out_of_range(rule, value)

    def _sides(self, graph: Mapping[str, Any], name: str) -> tuple[int, int]:
        """The pixels that come of it, back along its links to where a size is said."""
        node, inputs = graph[name]["class_type"], graph[name]["inputs"]
        if node == "LoadImage":
            with Image.open(io.BytesIO(self.uploads[inputs["image"]])) as picture:
                return picture.size
        if "width" in inputs:
            return inputs["width"], inputs["height"]
        before = next(k for k in ("images", "image", "samples", "latent_image", "pixels") if k in inputs)
        width_px, height_px = self._sides(graph, inputs[before][0])
        times = 4 if node == "ImageUpscaleWithModel" else 1
        return width_px * times, height_px * times

    def _told(self, graph: Mapping[str, Any]) -> str:
        """What the picture depends on: the name that it is saved under is none of it."""
        used = {n: {k: v for k, v in g["inputs"].items() if k != "filename_prefix"} for n, g in graph.items()}
        pictures = [str(zlib.crc32(data)) for name, data in self.uploads.items() if name in json.dumps(used)]
        return json.dumps(used, sort_keys=True) + "|".join(pictures)

    # --- and asked about

    def _waiting(self) -> list[Task]:
        return [task for task in self.tasks.values() if not task.over]

    def _history(self, prompt_id: str) -> Reply:
        task = self.tasks.get(prompt_id)
        if task is None:
            return said({})
        task.looks += 1
        if task.mode == "restarted":
            self.restart()
            return said({})
        return said({prompt_id: self._entry(task)} if task.over else {})

    def _queue(self, call: Call) -> Reply:
        rows = [(n, task) for n, task in enumerate(self._waiting())]
        shown = [[n, task.wanted.prompt_id, {}, {}, [task.wanted.saved_by]] for n, task in rows]
        running = [row for row, (_, task) in zip(shown, rows, strict=True) if task.looks > 1]
        return said({"queue_running": running, "queue_pending": [row for row in shown if row not in running]})

    def _dequeue(self, call: Call) -> Reply:
        for prompt_id in call.json().get("delete", ()):
            self.tasks.pop(prompt_id, None)
        return Reply(200)

    def _entry(self, task: Task) -> Any:
        if task.mode == "odd shapes":
            return [1, "two"]
        failed = _FAILURES.get(task.mode)
        messages = [["execution_start", {"prompt_id": task.wanted.prompt_id}]]
        status = {"status_str": "error", "completed": False, "messages": [*messages, failed]} if failed else _SUCCESS
        outputs = {} if failed or task.mode == "empty history" else self._outputs(task)
        return {"prompt": [], "outputs": outputs, "status": status, "meta": {}}

    def _outputs(self, task: Task) -> dict[str, Any]:
        wanted, picture = task.wanted, task.wanted.picture
        name = f"pod_{self.drawn.index(wanted) + 1:05}_.png"
        data = {
            "truncated": picture[: len(picture) // 2],
            "not a picture": b"#" * 5000,
            "smaller": drawing(wanted.width_px // 2, wanted.height_px // 2, wanted.words),
        }.get(task.mode, picture)
        if task.mode != "file gone":
            self._files["output", "", name] = data
        saved = {wanted.saved_by: {"images": [{"filename": name, "subfolder": "", "type": "output"}]}}
        if task.mode != "with a preview":
            return saved
        self._files["temp", "", "preview.png"] = drawing(64, 64, "preview")
        return {"99": {"images": [{"filename": "preview.png", "subfolder": "", "type": "temp"}]}, **saved}

    def _view(self, call: Call) -> Reply:
        name = call.query.get("filename", "")
        if not name:
            raise Refused(Reply(400))
        if name.startswith("/") or ".." in name:
            raise Refused(Reply(403))
        data = self._files.get((call.query.get("type", "output"), call.query.get("subfolder", ""), name))
        if data is None:
            raise Refused(Reply(404))
        return Reply(200, data, {"Content-Type": "image/png", "Content-Disposition": f'filename="{name}"'})

    def _upload(self, call: Call) -> Reply:
        """Another file of the same name is kept beside the first, under a name that only the answer tells."""
        try:
            form = {f.name: f for f in read_form(call)}
        except ValueError as e:
            raise Refused(Reply(400)) from e
        image = form.get("image")
        if image is None or not image.file_name or set(form) - {"image", "overwrite", "subfolder", "type"}:
            raise Refused(Reply(400))
        overwrite = "overwrite" in form and form["overwrite"].text in ("true", "1")
        folder = form["subfolder"].text if "subfolder" in form else ""
        stem, dot, ending = image.file_name.rpartition(".")
        names = (f"{stem} ({n}){dot}{ending}" if n else image.file_name for n in range(1000))
        free = (n for n in names if overwrite or self.uploads.get(_placed(folder, n), image.data) == image.data)
        name = next(free)
        self.uploads[_placed(folder, name)] = image.data
        return said({"name": name, "subfolder": folder, "type": "input"})

    # --- how it may go

    def _taken(self, wanted: Wanted, mode: str) -> Reply:
        self.drawn.append(wanted)
        self.tasks[wanted.prompt_id] = Task(wanted, mode)
        return said({"prompt_id": wanted.prompt_id, "number": len(self.drawn), "node_errors": {}})

    def play_ok(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "ok")

    def play_with_a_preview(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "with a preview")

    def play_empty_history(self, wanted: Wanted) -> Reply:
        """Such a 200 may name the nodes that were dropped."""
        taken = json.loads(self._taken(wanted, "empty history").body)
        dropped = {"errors": [_error("value_not_in_list", "Value not in list", "")], "dependent_outputs": ["9"]}
        return said({**taken, "node_errors": {"9": dropped}})

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "odd shapes")

    def play_truncated(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "truncated")

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "not a picture")

    def play_smaller(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "smaller")

    def play_model_missing(self, wanted: Wanted) -> Reply:
        missing = _error("value_not_in_list", "Value not in list", "ckpt_name: 'sd3.5_large.safetensors' not in []")
        node = {"errors": [missing], "dependent_outputs": ["9"], "class_type": "CheckpointLoaderSimple"}
        return refused("prompt_outputs_failed_validation", "Prompt outputs failed validation", {"4": node}).reply

    def play_invalid(self, wanted: Wanted) -> Reply:
        return refused("brand_new_word", "Something about this graph is not right.").reply

    def play_out_of_memory(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "out of memory")

    def play_execution_error(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "execution error")

    def play_interrupted(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "interrupted")

    def play_restarted(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "restarted")

    def play_file_gone(self, wanted: Wanted) -> Reply:
        return self._taken(wanted, "file gone")

    def play_crashed(self, wanted: Wanted) -> Reply:
        self._taken(wanted, "ok")
        return Reply(500, b"500 Internal Server Error\n\nServer got itself in trouble", {"Content-Type": "text/plain"})

    def play_cut(self, wanted: Wanted) -> Reply:
        self._taken(wanted, "ok")
        return super().play_cut(wanted)

    def play_hang(self, wanted: Wanted) -> Reply:
        self._taken(wanted, "ok")
        return super().play_hang(wanted)

    def play_no_json(self, wanted: Wanted) -> Reply:
        self._taken(wanted, "ok")
        return super().play_no_json(wanted)


_SUCCESS = {"status_str": "success", "completed": True, "messages": []}
_FAILURES: Mapping[str, list[Any]] = {
    "out of memory": [
        "execution_error",
        {
            "node_id": "3",
            "node_type": "KSampler",
            "exception_type": "torch.OutOfMemoryError",
            "exception_message": "Allocation on device 0 would exceed allowed memory.",
        },
    ],
    "execution error": [
        "execution_error",
        {
            "node_id": "8",
            "node_type": "VAEDecode",
            "exception_type": "RuntimeError",
            "exception_message": "Input type (c10::Half) and bias type (float) should be the same",
        },
    ],
    "interrupted": ["execution_interrupted", {"node_id": "3", "node_type": "KSampler", "executed": []}],
}


def _route(call: Call) -> str:
    """Every path is there a second time under /api."""
    return call.route.removeprefix("/api") if call.route.startswith("/api/") else call.route


def _placed(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _error(kind: str, message: str, details: str) -> dict[str, Any]:
    return {"type": kind, "message": message, "details": details, "extra_info": {}}


def refused(kind: str, message: str, node_errors: Mapping[str, Any] | None = None) -> Refused:
    return Refused(said({"error": _error(kind, message, ""), "node_errors": dict(node_errors or {})}, 400))


# --- graphs that were changed on their way


def node_set(name: str, kinds: str, inner: str, value: Any) -> Mutation:
    """The graph with another value at an input of its first node of one of these kinds; `...` takes the input away."""

    def change(call: Call) -> Call:
        body = call.json()
        node = next(n for n in body["prompt"].values() if n["class_type"] in kinds.split())
        if value is ...:
            del node["inputs"][inner]
        else:
            node["inputs"][inner] = value
        return call.with_json(body)

    return Mutation(name, change)


def without(name: str, kind: str) -> Mutation:
    def change(call: Call) -> Call:
        body = call.json()
        body["prompt"] = {n: node for n, node in body["prompt"].items() if node["class_type"] != kind}
        return call.with_json(body)

    return Mutation(name, change)


_LATENT = "EmptySD3LatentImage EmptyLatentImage"
_KEYLESS = ("no key", "another key", "GET")
MUTATIONS = (
    *(m for m in json_mutations("Authorization") if m.name not in _KEYLESS),
    json_set("no graph", ["prompt"], ...),
    json_set("an empty graph", ["prompt"], {}),
    json_set("a graph that is text", ["prompt"], "a fox"),
    json_set("an id that is none", ["prompt_id"], "row-1"),
    without("no node that saves", "SaveImage"),
    without("a link that leads nowhere", "VAEDecode"),
    node_set("a checkpoint that is not there", "CheckpointLoaderSimple", "ckpt_name", "dreamy.safetensors"),
    node_set("an unknown input", "KSampler", "temperature", 1),
    node_set("no seed", "KSampler", "seed", ...),
    node_set("a seed below zero", "KSampler", "seed", -1),
    node_set("no steps", "KSampler", "steps", 0),
    node_set("steps as text", "KSampler", "steps", "28"),
    node_set("an unknown sampler", "KSampler", "sampler_name", "Euler"),
    node_set("an unknown schedule", "KSampler", "scheduler", "never"),
    node_set("more noise than all", "KSampler", "denoise", 1.5),
    node_set("a model for a latent", "KSampler", "latent_image", ["4", 0]),
    node_set("a text that is a number", "CLIPTextEncode", "text", 7),
    node_set("a side too long", _LATENT, "width", 20_000),
    node_set("a side off the grid", _LATENT, "height", 1001),
    node_set("no picture", _LATENT, "batch_size", 0),
    node_set("a link that is no list", "SaveImage", "images", "8"),
)

SERVICE = ComfyUiService
