"""The REST interface of AUTOMATIC1111's web UI and of Forge, as modules/api/api.py and models.py of both describe it.

It runs on the shop's own machine behind HTTP Basic (``--api-auth``), draws one picture at a time and costs nothing; what
was not delivered cannot be fetched later. Our test server.
"""

from __future__ import annotations

import base64
import io
import json
import zlib
from typing import Any, NamedTuple

from PIL import Image

from pod.providers.base import OutcomeKind
from tests.servers.forms import method_set
from tests.servers.imageservice import (
    Call,
    ImageService,
    Mode,
    Refused,
    Reply,
    drawing,
    json_mutations,
    json_set,
    problems,
    said,
)

USER, PASSWORD = "painter", "a1111-test-password"
_K = OutcomeKind

CHECKPOINTS = (
    "sd3.5_large.safetensors",
    "sd3.5_large_turbo.safetensors",
    "sd3.5_medium.safetensors",
    "sd_xl_base_1.0.safetensors",
)
_SAMPLERS = ("Euler", "Euler a", "DPM++ 2M", "DPM++ SDE", "DPM++ 2M SDE", "Heun", "LMS", "DDIM", "UniPC", "LCM")
_SCHEDULERS = ("Automatic", "Uniform", "Karras", "Exponential", "SGM Uniform", "Simple", "Normal", "DDIM", "Beta")
_UPSCALERS = ("None", "Lanczos", "Nearest", "R-ESRGAN 4x+", "R-ESRGAN 4x+ Anime6B", "Latent")
_MEMORY_PX = 2048 * 2048
"""More than that does not fit into this machine's video memory."""


def _whole(low: int, high: int) -> Any:
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high


def _number(low: float, high: float) -> Any:
    return lambda v: isinstance(v, (int, float)) and not isinstance(v, bool) and low <= v <= high


def _side(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 64 <= value <= 8192 and value % 8 == 0


_SEED = _whole(-1, 2**32 - 1)
DRAWING = {
    "prompt": str,
    "negative_prompt": str,
    "styles": [str],
    "seed": _SEED,
    "subseed": _SEED,
    "sampler_name": str,
    "scheduler": str,
    "batch_size": _whole(1, 8),
    "n_iter": _whole(1, 100),
    "steps": _whole(1, 150),
    "cfg_scale": _number(0, 30),
    "distilled_cfg_scale": _number(0, 30),
    "width": _side,
    "height": _side,
    "restore_faces": bool,
    "tiling": bool,
    "denoising_strength": _number(0, 1),
    "override_settings": {"sd_model_checkpoint": str, "samples_format": ("png", "jpg", "webp"), "forge_preset": str},
    "override_settings_restore_afterwards": bool,
    "send_images": bool,
    "save_images": bool,
    "do_not_save_samples": bool,
    "do_not_save_grid": bool,
    "alwayson_scripts": {},
    "force_task_id": str,
}
TXT2IMG = {
    **DRAWING,
    "enable_hr": bool,
    "hr_scale": _number(1, 4),
    "hr_upscaler": _UPSCALERS,
    "hr_second_pass_steps": _whole(0, 150),
    "hr_resize_x": _whole(0, 8192),
    "hr_resize_y": _whole(0, 8192),
}
IMG2IMG = {
    **DRAWING,
    "init_images": [str],
    "resize_mode": _whole(0, 3),
    "mask": str,
    "mask_blur": _whole(0, 64),
    "inpainting_fill": _whole(0, 3),
    "inpaint_full_res": bool,
    "inpainting_mask_invert": _whole(0, 1),
    "include_init_images": bool,
}
EXTRA = {
    "image!": str,
    "resize_mode": (0, 1),
    "upscaling_resize": _number(1, 8),
    "upscaler_1": _UPSCALERS,
    "upscaler_2": _UPSCALERS,
    "extras_upscaler_2_visibility": _number(0, 1),
}


class Wanted(NamedTuple):
    width_px: int
    height_px: int
    seed: int
    checkpoint: str
    count: int
    form: str
    shown: bool
    words: str

    def picture(self, nth: int = 0) -> bytes:
        return drawing(self.width_px, self.height_px, f"{self.words}|{self.seed + nth}", self.form)


class A1111Service(ImageService):
    """`drawn` are the pictures that it has had work with; nothing is ever charged for."""

    NAME = "a1111"
    MODES = (
        Mode("ok", _K.OK, "a PNG"),
        Mode("ok jpeg", _K.OK, "a JPEG: the server's samples_format decides"),
        Mode("grid", _K.OK, "a grid of all pictures first, then the picture; index_of_first_image says so"),
        Mode("no info", _K.OK, "a picture, and an info that is no JSON"),
        Mode("empty", _K.NO_IMAGE, "an empty list of pictures"),
        Mode("truncated", _K.NO_IMAGE, "base64 that breaks off"),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture"),
        Mode("odd shapes", _K.NO_IMAGE, "JSON of another shape than any that is described"),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for"),
        Mode("another checkpoint", _K.MODEL_GONE, "the checkpoint is not there: it draws with the one that is loaded"),
        Mode("out of memory", _K.INVALID_REQUEST, "500 OutOfMemoryError: this size does not fit into video memory"),
        Mode("out of memory at Forge", _K.INVALID_REQUEST, "the same in FastAPI's form, as Forge has it"),
        Mode("sampler gone", _K.INVALID_REQUEST, "400: sampler not found"),
        Mode("validation", _K.INVALID_REQUEST, "422 with a list of what is wrong"),
        Mode("wrong password", _K.AUTH, "401 from HTTP Basic"),
        Mode("api off", _K.UNAVAILABLE, "404: started without --api"),
        Mode("crashed", _K.UNAVAILABLE, "500 as plain text, as Forge has it: the picture is lost and was free"),
        Mode("starting", _K.UNAVAILABLE, "503 from a proxy while it loads its model"),
        Mode("cut", _K.UNAVAILABLE, "the line is cut: the picture is lost and was free"),
        Mode("hang", _K.UNAVAILABLE, "another job holds the lock and nobody answers"),
        Mode("no json", _K.UNAVAILABLE, "an answer arrives that is not JSON"),
        Mode("bad gateway", _K.UNAVAILABLE, "a proxy on the way answers 502 with a page of HTML"),
        Mode("moved", _K.UNAVAILABLE, "a redirect to elsewhere, which is not followed"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Wanted] = []
        self.loaded = CHECKPOINTS[0]

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != basic(USER, PASSWORD):
            raise detail(401, "Incorrect username or password", WWW_Authenticate="Basic")
        known = {
            ("POST", "/sdapi/v1/txt2img"): self._txt2img,
            ("POST", "/sdapi/v1/img2img"): self._img2img,
            ("POST", "/sdapi/v1/extra-single-image"): self._extra,
            ("GET", "/sdapi/v1/sd-models"): self._checkpoints,
            ("GET", "/sdapi/v1/progress"): self._progress,
            ("GET", "/sdapi/v1/options"): lambda _: said({"sd_model_checkpoint": self.loaded}),
            ("POST", "/sdapi/v1/interrupt"): lambda _: said({}),
        }
        paths = {path for _, path in known}
        if (call.method, call.route) not in known:
            raise detail(405, "Method Not Allowed") if call.route in paths else detail(404, "Not Found")
        return known[call.method, call.route](call)

    def paid_calls(self) -> list[Call]:
        return [call for call in self.calls if call.route.endswith(("2img", "extra-single-image"))]

    # --- requests

    def _txt2img(self, call: Call) -> Reply:
        return self._drawn(checked(call, TXT2IMG), "")

    def _img2img(self, call: Call) -> Reply:
        body = checked(call, IMG2IMG)
        if not body.get("init_images"):
            raise detail(404, "Init image not found")
        pictures = [_opened(text) for text in body["init_images"]]
        if "mask" in body:
            pictures.append(_opened(body["mask"]))
        return self._drawn(body, "|".join(str(zlib.crc32(p.tobytes())) for p in pictures))

    def _drawn(self, body: dict[str, Any], pictures: str) -> Reply:
        if body.get("sampler_name", "Euler") not in _SAMPLERS:
            raise detail(400, "Sampler not found")
        if body.get("scheduler", "Automatic") not in _SCHEDULERS:
            raise detail(400, "Scheduler not found")
        times = body.get("hr_scale", 2) if body.get("enable_hr") else 1
        width_px, height_px = (round(body.get(side, 512) * times) for side in ("width", "height"))
        if width_px * height_px > _MEMORY_PX:
            raise Refused(self.play_out_of_memory(None))
        settings = body.get("override_settings", {})
        self.loaded = _checkpoint(settings.get("sd_model_checkpoint", self.loaded)) or self.loaded
        wanted = Wanted(
            width_px,
            height_px,
            body.get("seed", -1),
            self.loaded,
            body.get("batch_size", 1) * body.get("n_iter", 1),
            {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}[settings.get("samples_format", "png")],
            body.get("send_images", True),
            f"{body.get('prompt', '')}|{body.get('negative_prompt', '')}|{pictures}",
        )
        self.drawn.append(wanted)
        return self.played(wanted)

    def _extra(self, call: Call) -> Reply:
        """Without an upscaler the picture is only stretched, if at all."""
        body = checked(call, EXTRA)
        picture = _opened(body["image"])
        times = body.get("upscaling_resize", 2) if body.get("upscaler_1", "None") != "None" else 1
        out = io.BytesIO()
        picture.resize((round(picture.width * times), round(picture.height * times))).save(out, "PNG")
        return said({"html_info": "", "image": base64.b64encode(out.getvalue()).decode()})

    def _checkpoints(self, call: Call) -> Reply:
        rows = [(name.rpartition(".")[0], name) for name in CHECKPOINTS]
        return said([{"title": f"{n} [a1b2c3d4e5]", "model_name": m, "filename": f"/models/{n}"} for m, n in rows])

    def _progress(self, call: Call) -> Reply:
        state = {"job": "", "job_count": 0, "sampling_step": 0, "sampling_steps": 0, "interrupted": False}
        return said({"progress": 0.0, "eta_relative": 0.0, "state": state, "current_image": None, "textinfo": None})

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return answer(wanted)

    def play_ok_jpeg(self, wanted: Wanted) -> Reply:
        return answer(wanted._replace(form="JPEG"))

    def play_grid(self, wanted: Wanted) -> Reply:
        grid = drawing(wanted.width_px * 2, wanted.height_px, "grid")
        return answer(wanted, [grid, wanted.picture()], index_of_first_image=1)

    def play_no_info(self, wanted: Wanted) -> Reply:
        return said({"images": [encoded(wanted.picture())], "parameters": {}, "info": "fox, Steps: 28"})

    def play_empty(self, wanted: Wanted) -> Reply:
        return answer(wanted, [])

    def play_truncated(self, wanted: Wanted) -> Reply:
        whole = encoded(wanted.picture())
        return said({"images": [whole[: len(whole) // 2 - 1]], "parameters": {}, "info": _info(wanted)})

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return answer(wanted, [b"#" * 5000])

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"images": {"0": 1}, "info": [7]})

    def play_smaller(self, wanted: Wanted) -> Reply:
        return answer(wanted._replace(width_px=wanted.width_px // 2, height_px=wanted.height_px // 2))

    def play_another_checkpoint(self, wanted: Wanted) -> Reply:
        return answer(wanted._replace(checkpoint="v1-5-pruned-emaonly.safetensors"))

    def play_out_of_memory(self, wanted: Wanted | None) -> Reply:
        words = "CUDA out of memory. Tried to allocate 9.00 GiB. GPU 0 has a total capacity of 23.68 GiB"
        return said({"error": "OutOfMemoryError", "detail": "", "body": "", "errors": words}, 500)

    def play_out_of_memory_at_Forge(self, wanted: Wanted) -> Reply:  # noqa: N802 - its own name
        return detail(500, "CUDA out of memory.").reply

    def play_sampler_gone(self, wanted: Wanted) -> Reply:
        return detail(400, "Sampler not found").reply

    def play_validation(self, wanted: Wanted) -> Reply:
        return detail(422, [{"loc": ["body", "steps"], "msg": "value is not a valid integer"}]).reply

    def play_wrong_password(self, wanted: Wanted) -> Reply:
        return detail(401, "Incorrect username or password", WWW_Authenticate="Basic").reply

    def play_api_off(self, wanted: Wanted) -> Reply:
        return detail(404, "Not Found").reply

    def play_crashed(self, wanted: Wanted) -> Reply:
        return Reply(500, b"Internal Server Error", {"Content-Type": "text/plain; charset=utf-8"})

    def play_starting(self, wanted: Wanted) -> Reply:
        return Reply(503, b"Service Unavailable", {"Content-Type": "text/plain"})


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def checked(call: Call, shape: dict[str, Any]) -> dict[str, Any]:
    try:
        body = call.json()
    except ValueError as e:
        raise detail(422, [{"loc": ["body"], "msg": f"JSON decode error: {e}"}]) from e
    if wrong := list(problems(body, shape)):
        raise detail(422, [{"loc": ["body"], "msg": words} for words in wrong])
    if not body:
        # the real one draws its defaults: 512 x 512 of nothing, which no shop has asked for
        raise detail(422, [{"loc": ["body"], "msg": "nothing was asked for"}])
    return body


def _checkpoint(name: str) -> str:
    """By its file's name, with or without its ending or its hash; "" for one that is not there, which draws all the same."""
    bare = name.partition(" [")[0]
    return next((c for c in CHECKPOINTS if bare in (c, c.rpartition(".")[0])), "")


def _opened(text: str) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(base64.b64decode(text.partition(";base64,")[2] or text, validate=True)))
        picture.load()
    except (OSError, ValueError) as e:
        raise detail(500, "Invalid encoded image") from e
    return picture


def encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


def _info(wanted: Wanted, **beside: Any) -> str:
    """A JSON text inside the JSON, as it really is."""
    seeds = [wanted.seed + n for n in range(wanted.count)]
    told = {
        "seed": wanted.seed,
        "all_seeds": seeds,
        "width": wanted.width_px,
        "height": wanted.height_px,
        "sd_model_name": wanted.checkpoint.rpartition(".")[0],
        "index_of_first_image": 1 if wanted.count > 1 else 0,
    }
    return json.dumps({**told, **beside})


def answer(wanted: Wanted, pictures: list[bytes] | None = None, **beside: Any) -> Reply:
    """Where several were asked for, a grid of them comes first."""
    if pictures is None:
        pictures = [wanted.picture(n) for n in range(wanted.count)]
        pictures = [drawing(wanted.width_px * 2, wanted.height_px * 2, "grid")] * (wanted.count > 1) + pictures
    shown = [encoded(p) for p in pictures] if wanted.shown else []
    return said({"images": shown, "parameters": {}, "info": _info(wanted, **beside)})


def detail(status: int, words: Any, **headers: str) -> Refused:
    """FastAPI's form of an error."""
    return Refused(said({"detail": words}, status, **headers))


MUTATIONS = (
    *(m for m in json_mutations("Authorization") if m.name != "GET"),
    method_set("DELETE"),
    json_set("a width off the grid", ["width"], 1023),
    json_set("a width that is text", ["width"], "1024"),
    json_set("a side too short", ["height"], 32),
    json_set("more than fits into memory", ["width"], 8192),
    json_set("no steps", ["steps"], 0),
    json_set("steps with a point", ["steps"], 28.5),
    json_set("guidance as text", ["cfg_scale"], "strong"),
    json_set("an unknown sampler", ["sampler_name"], "Eulerish"),
    json_set("an unknown schedule", ["scheduler"], "Never"),
    json_set("no picture", ["batch_size"], 0),
    json_set("a seed too large", ["seed"], 2**32),
    json_set("a prompt that is a list", ["prompt"], ["a fox"]),
    json_set("an unknown setting", ["override_settings"], {"sd_model": "sd3.5_large"}),
    json_set("a picture to start from", ["init_images"], []),
)

SERVICE = A1111Service
