"""Stability's hosted images (v2beta), as platform.stability.ai/docs/api-reference describes them (2026): our test server.

Stable Diffusion 3.5 answers at once, as bytes or as JSON, whichever is asked for; two upscalers as well; the creative one
gives an id and answers 202 to the first look.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PIL import Image, ImageFilter

from pod.providers.base import OutcomeKind
from tests.servers.forms import Field, file_set, form_mutations, form_set, read_form
from tests.servers.imageservice import TRANSPORT, Call, ImageService, Mode, Refused, Reply, drawing, header_set, said

KEY = "sk-stability-test-key"
_K = OutcomeKind

RATIOS = {
    "1:1": (1024, 1024), "16:9": (1344, 768), "9:16": (768, 1344), "21:9": (1536, 640), "9:21": (640, 1536),
    "2:3": (832, 1216), "3:2": (1216, 832), "4:5": (896, 1088), "5:4": (1088, 896),
}  # fmt: skip
"""About a megapixel; their page names the ratios, these are the sides that come."""

_MODELS = ("sd3.5-large", "sd3.5-large-turbo", "sd3.5-medium")
_PRESETS = (
    "3d-model", "analog-film", "anime", "cinematic", "comic-book", "digital-art", "enhance", "fantasy-art", "isometric",
    "line-art", "low-poly", "modeling-compound", "neon-punk", "origami", "photographic", "pixel-art", "tile-texture",
)  # fmt: skip
_TYPES = {"image/*": "", "application/json": "json"}
_MAX_BODY_BYTES = 10 * 1024 * 1024


def _one_of(*words: str) -> Callable[[str], bool]:
    return lambda text: text in words


def _between(low: float, high: float) -> Callable[[str], bool]:
    def rule(text: str) -> bool:
        return re.fullmatch(r"[0-9]{1,10}(\.[0-9]+)?", text) is not None and low <= float(text) <= high

    return rule


def _whole(high: int) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(r"[0-9]{1,10}", text) is not None and int(text) <= high


def _words(text: str) -> bool:
    return 1 <= len(text) <= 10_000


_SEED = _whole(4_294_967_294)
SD3 = {
    "prompt": _words,
    "model": _one_of(*_MODELS),
    "mode": _one_of("text-to-image", "image-to-image"),
    "aspect_ratio": _one_of(*RATIOS),
    "strength": _between(0, 1),
    "seed": _SEED,
    "cfg_scale": _between(1, 10),
    "negative_prompt": _words,
    "style_preset": _one_of(*_PRESETS),
    "output_format": _one_of("png", "jpeg"),
}
FAST = {"output_format": _one_of("png", "jpeg", "webp")}
CONSERVATIVE = {
    **FAST,
    "prompt": _words,
    "negative_prompt": _words,
    "seed": _SEED,
    "creativity": _between(0.2, 0.5),
}
CREATIVE = {**CONSERVATIVE, "creativity": _between(0.1, 0.5), "style_preset": _one_of(*_PRESETS)}
_UPSCALERS = {"fast": FAST, "conservative": CONSERVATIVE, "creative": CREATIVE}
_UPSCALED_PX = 4_194_304


class Wanted(NamedTuple):
    model: str
    width_px: int
    height_px: int
    words: str
    form: str
    json: bool
    enlarges: Image.Image | None = None

    @property
    def picture(self) -> bytes:
        if self.enlarges is None:
            return drawing(self.width_px, self.height_px, self.words, self.form)
        larger = self.enlarges.resize((self.width_px, self.height_px), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        (larger.convert("RGB") if self.form == "JPEG" else larger).save(out, self.form)
        return out.getvalue()


class StabilityService(ImageService):
    NAME = "stability"
    MODES = (
        Mode("ok", _K.OK, "a picture", 1),
        Mode("unknown finish", _K.OK, "a picture with a finish reason that nobody knows yet", 1),
        Mode(
            "filtered", _K.BLOCKED, "200 CONTENT_FILTERED and a blurred picture; whether it is charged is not said", 1
        ),
        Mode("redrawn", _K.OK, "a picture; where one was to be enlarged, it shows something else", 1),
        Mode("truncated", _K.NO_IMAGE, "a picture that breaks off", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the sides that this ratio has", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("moderation", _K.BLOCKED, "403 content_moderation: the prompt is flagged"),
        Mode("invalid", _K.INVALID_REQUEST, "400 bad_request with two errors"),
        Mode("too large", _K.INVALID_REQUEST, "413: the form is larger than 10 MiB"),
        Mode("unprocessable", _K.INVALID_REQUEST, "422 with a name that is not known"),
        Mode("wrong key", _K.AUTH, "401 unauthorized"),
        Mode("nothing left", _K.QUOTA, "402: not enough credits"),
        Mode("too fast", _K.RATE_LIMITED, "429: more than 150 requests in 10 seconds, then a minute of nothing"),
        Mode("internal", _K.UNAVAILABLE, "500 internal_error; calls that fail are free"),
        Mode("gone", _K.MODEL_GONE, "404 not_found: the model is not served any more"),
        *TRANSPORT,
    )

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, Wanted] = {}
        self._looked: set[str] = set()

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != f"Bearer {KEY}":
            raise error(401, "unauthorized", "missing or invalid authorization header")
        if call.method == "GET" and call.route == "/v1/user/balance":
            return said({"credits": 1000.0})
        if call.method == "GET" and (task := re.fullmatch(r"/v2beta/(?:results|.*creative/result)/(\w+)", call.route)):
            return self._result(call, task[1])
        if call.method == "POST" and call.route == "/v2beta/stable-image/generate/sd3":
            return self.played(self._sd3(call))
        upscale = re.fullmatch(r"/v2beta/stable-image/upscale/(fast|conservative|creative)", call.route)
        if call.method == "POST" and upscale:
            return self._upscaled(call, upscale[1])
        raise error(404, "not_found", f"{call.method} {call.route} not found")

    # --- requests

    def _sd3(self, call: Call) -> Wanted:
        text, picture = checked_form(call, SD3, ("prompt",))
        model = text.get("model", "sd3.5-large")
        if text.get("mode") == "image-to-image":
            if picture is None or "strength" not in text or "aspect_ratio" in text:
                raise error(400, "bad_request", "image-to-image takes an image and a strength, and no aspect_ratio")
            sides = _nearest(picture)
        elif picture is not None or "strength" in text:
            raise error(400, "bad_request", "image and strength: only with mode image-to-image")
        else:
            sides = RATIOS[text.get("aspect_ratio", "1:1")]
        return _wanted(call, model, sides, text, picture)

    def _upscaled(self, call: Call, which: str) -> Reply:
        needed = () if which == "fast" else ("prompt",)
        text, picture = checked_form(call, _UPSCALERS[which], needed)
        if picture is None:
            raise error(400, "bad_request", "image: required")
        width_px, height_px = picture.size
        if not (width_px * height_px <= 1_048_576 and min(width_px, height_px) >= 32):
            raise error(400, "bad_request", f"image: {width_px} x {height_px} is not in the range that is taken")
        times = 4.0 if which == "fast" else (_UPSCALED_PX / (width_px * height_px)) ** 0.5
        sides = round(width_px * times), round(height_px * times)
        wanted = _wanted(call, which, sides, text, picture, check_accept=which != "creative")
        return self.played(wanted._replace(enlarges=picture))

    def _taken_on(self, wanted: Wanted) -> Reply:
        task = f"{len(self._tasks) + 1:064x}"
        self._tasks[task] = wanted
        return said({"id": task})

    def _result(self, call: Call, task: str) -> Reply:
        if task not in self._tasks:
            raise error(404, "not_found", f"id: {task}")
        if task not in self._looked:
            self._looked.add(task)
            return said({"id": task, "status": "in-progress"}, 202)
        return answer(self._tasks[task]._replace(json=accepted(call) == "json"))

    # --- how it may go

    def play_ok(self, wanted: Wanted) -> Reply:
        return self._taken_on(wanted) if wanted.model == "creative" else answer(wanted)

    def play_unknown_finish(self, wanted: Wanted) -> Reply:
        return answer(wanted, finish="MARVELLOUS")

    def play_redrawn(self, wanted: Wanted) -> Reply:
        return answer(wanted._replace(enlarges=None))

    def play_filtered(self, wanted: Wanted) -> Reply:
        with Image.open(io.BytesIO(wanted.picture)) as drawn:
            blurred = drawn.convert("L").filter(ImageFilter.BoxBlur(60))
        out = io.BytesIO()
        blurred.save(out, wanted.form)
        return answer(wanted, out.getvalue(), finish="CONTENT_FILTERED")

    def play_truncated(self, wanted: Wanted) -> Reply:
        return answer(wanted, wanted.picture[: len(wanted.picture) // 2])

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return answer(wanted, b"#" * 5000)

    def play_smaller(self, wanted: Wanted) -> Reply:
        return answer(wanted._replace(width_px=wanted.width_px // 2, height_px=wanted.height_px // 2))

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"image": {"0": [1]}, "finish_reason": 7, "seed": "many"})

    def play_moderation(self, wanted: Wanted) -> Reply:
        return error(403, "content_moderation", "Your request was flagged by our content moderation system.").reply

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "bad_request", "some-field: is required", "another-field: is not").reply

    def play_too_large(self, wanted: Wanted) -> Reply:
        return error(413, "payload_too_large", "payload size is too large, limit is 10MiB").reply

    def play_unprocessable(self, wanted: Wanted) -> Reply:
        return error(422, "brand_new_word", "Your request was well-formed, but rejected.").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "unauthorized", "The key has been revoked.").reply

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        return error(402, "payment_required", "You lack sufficient credits to make this request.").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return error(429, "rate_limit_exceeded", "You have exceeded the rate limit of 150 requests.").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "internal_error", "An unexpected server error has occurred.").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return error(404, "not_found", f"The model {wanted.model} does not exist.").reply


def checked_form(
    call: Call, shape: Mapping[str, Callable[[str], bool]], needed: tuple[str, ...]
) -> tuple[dict[str, str], Image.Image | None]:
    """A form's texts, and the picture in its field `image`; every other field is refused. They need a form even where
    no file is sent."""
    if len(call.body) > _MAX_BODY_BYTES:
        raise error(413, "payload_too_large", "payload size is too large, limit is 10MiB")
    try:
        form = read_form(call)
    except ValueError as e:
        raise error(400, "bad_request", f"content-type: must be multipart/form-data. {e}") from e
    files = [f for f in form if f.file_name and f.name != "none"]
    texts = {f.name: f.text for f in form if not f.file_name and f.name != "none"}
    wrong = [
        *(f"{name}: unknown field" for name in texts if name not in shape),
        *(
            f"{name}: {value[:40]!r} is not allowed"
            for name, value in texts.items()
            if name in shape and not shape[name](value)
        ),
        *(f"{name}: required" for name in needed if name not in texts),
        *(f"{f.name}: unknown file" for f in files if f.name != "image"),
    ]
    if wrong or len(files) > 1 or len(texts) + len(files) != sum(f.name != "none" for f in form):
        raise error(400, "bad_request", *(wrong or ["a field was sent twice"]))
    return texts, _opened(files[0]) if files else None


def _opened(file: Field) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(file.data))
        picture.load()
    except OSError as e:
        raise error(400, "bad_request", "image: invalid image") from e
    if picture.format not in ("PNG", "JPEG", "WEBP") or min(picture.size) < 64:
        raise error(400, "bad_request", "image: must be a PNG, JPEG or WebP of at least 64 pixels a side")
    return picture


def _nearest(picture: Image.Image) -> tuple[int, int]:
    ratio = picture.width / picture.height
    return min(RATIOS.values(), key=lambda sides: abs(sides[0] / sides[1] - ratio))


def _wanted(
    call: Call,
    model: str,
    sides: tuple[int, int],
    text: Mapping[str, str],
    picture: Image.Image | None,
    *,
    check_accept: bool = True,
) -> Wanted:
    told = "|".join([*(f"{k}={text[k]}" for k in sorted(text)), str(zlib.crc32(picture.tobytes())) if picture else ""])
    as_json = accepted(call) == "json" if check_accept else True
    return Wanted(model, *sides, told, text.get("output_format", "png").upper(), as_json)


def accepted(call: Call) -> str:
    kind = call.header("Accept")
    if kind not in _TYPES:
        raise error(400, "bad_request", "accept: must be one of image/*, application/json")
    return _TYPES[kind]


def answer(wanted: Wanted, data: bytes | None = None, finish: str = "SUCCESS") -> Reply:
    """As bytes with headers, or as JSON."""
    picture = wanted.picture if data is None else data
    if wanted.json:
        return said({"image": base64.b64encode(picture).decode(), "finish_reason": finish, "seed": 343940597})
    told = {"finish-reason": finish, "seed": "343940597", "Content-Type": f"image/{wanted.form.lower()}"}
    return Reply(200, picture, told)


def error(status: int, name: str, *errors: str) -> Refused:
    return Refused(said({"id": "9160aa70222a8b4d", "name": name, "errors": list(errors)}, status))


MUTATIONS = (
    *form_mutations("Authorization"),
    header_set("an answer in a form that there is not", "Accept", "text/html"),
    form_set("no prompt", "prompt", None),
    form_set("an empty prompt", "prompt", ""),
    form_set("a prompt that is too long", "prompt", "fox " * 2501),
    form_set("an older model", "model", "stable-diffusion-xl-1024-v1-0"),
    form_set("an unknown mode", "mode", "painting"),
    form_set("image-to-image without an image", "mode", "image-to-image"),
    form_set("an unknown ratio", "aspect_ratio", "3:4"),
    form_set("a ratio with an x", "aspect_ratio", "1x1"),
    form_set("a strength without an image", "strength", "0.5"),
    form_set("a seed too large", "seed", "4294967295"),
    form_set("a seed below zero", "seed", "-1"),
    form_set("a width in pixels", "width", "1024"),
    form_set("WebP", "output_format", "webp"),
    form_set("guidance out of range", "cfg_scale", "20"),
    form_set("an unknown preset", "style_preset", "vector"),
    file_set("an image for text-to-image", "image", drawing(128, 128, "x")),
)

SERVICE = StabilityService
