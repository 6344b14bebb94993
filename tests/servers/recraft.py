"""Recraft's API, as recraft.ai/docs/api-reference (endpoints, appendix, error-handling; 2026) describes it: our test server.

Vector models answer with SVG. What is refused may be told as plain text as well as JSON; links are good for a day and need
no key.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zlib
from typing import Any, NamedTuple

from PIL import Image

from pod.providers.base import OutcomeKind
from tests.servers.forms import read_form
from tests.servers.imageservice import (
    TRANSPORT,
    Call,
    ImageService,
    Mode,
    Refused,
    Reply,
    drawing,
    header_set,
    json_mutations,
    json_set,
    path_set,
    problems,
    said,
)

KEY = "recraft-test-key"
_K = OutcomeKind

_V4 = {
    "1:1": (1024, 1024), "2:1": (1536, 768), "1:2": (768, 1536), "3:2": (1280, 832), "2:3": (832, 1280),
    "4:3": (1216, 896), "3:4": (896, 1216), "5:4": (1152, 896), "4:5": (896, 1152), "6:10": (832, 1344),
    "14:10": (1280, 896), "10:14": (896, 1280), "16:9": (1344, 768), "9:16": (768, 1344),
}  # fmt: skip
_PRO = {ratio: (width_px * 2, height_px * 2) for ratio, (width_px, height_px) in _V4.items()}
_V3 = {
    "1:1": (1024, 1024), "2:1": (2048, 1024), "1:2": (1024, 2048), "3:2": (1536, 1024), "2:3": (1024, 1536),
    "4:3": (1365, 1024), "3:4": (1024, 1365), "5:4": (1280, 1024), "4:5": (1024, 1280), "6:10": (1024, 1707),
    "14:10": (1434, 1024), "10:14": (1024, 1434), "16:9": (1820, 1024), "9:16": (1024, 1820),
}  # fmt: skip
MODELS = {
    **dict.fromkeys(("recraftv4_1", "recraftv4_1_utility", "recraftv4_1_flash", "recraftv4"), _V4),
    **dict.fromkeys(("recraftv4_1_vector", "recraftv4_1_utility_vector", "recraftv4_vector"), _V4),
    **dict.fromkeys(("recraftv4_1_pro", "recraftv4_1_utility_pro", "recraftv4_pro"), _PRO),
    **dict.fromkeys(("recraftv4_1_pro_vector", "recraftv4_1_utility_pro_vector", "recraftv4_pro_vector"), _PRO),
    **dict.fromkeys(("recraftv3", "recraftv3_vector"), _V3),
}


def _colour(value: Any) -> bool:
    rgb = value.get("rgb") if isinstance(value, dict) and set(value) == {"rgb"} else None
    return isinstance(rgb, list) and len(rgb) == 3 and all(isinstance(c, int) and 0 <= c <= 255 for c in rgb)


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 6


def _id(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value) is not None


ANY = {
    "prompt!": lambda v: isinstance(v, str) and v.strip() != "",
    "model": str,
    "n": _count,
    "size": str,
    "style_id": _id,
    "response_format": ("url", "b64_json"),
    "controls": {"colors": [_colour], "background_color": _colour},
}
ONLY_V3 = {
    **ANY,
    "style": str,
    "substyle": str,
    "negative_prompt": str,
    "text_layout": [lambda v: isinstance(v, dict) and set(v) == {"text", "bbox"}],
    "controls": {
        **ANY["controls"],
        "artistic_level": (0, 1, 2, 3, 4, 5),
        "no_text": bool,
    },
}
_LONGEST = {"recraftv3": 1000, "recraftv3_vector": 1000}


class Wanted(NamedTuple):
    model: str
    width_px: int
    height_px: int
    count: int
    inline: bool
    words: str

    @property
    def vector(self) -> bool:
        return self.model.endswith("_vector")

    def file(self, nth: int = 0) -> bytes:
        told = f"{self.words}|{nth}"
        draw = svg if self.vector else drawing
        return draw(self.width_px, self.height_px, told)


class RecraftService(ImageService):
    NAME = "recraft"
    MODES = (
        Mode("ok", _K.OK, "an SVG, or a PNG from a model that draws pixels", 1),
        Mode("hostile svg", _K.OK, "an SVG with a script, a handler, a foreign object and links to elsewhere", 1),
        Mode("entities", _K.NO_IMAGE, "an SVG whose entities unfold to gigabytes", 1),
        Mode("empty", _K.NO_IMAGE, "an empty list of pictures", 1),
        Mode("truncated", _K.NO_IMAGE, "base64 that breaks off, or a file that does", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("another ratio", _K.WRONG_SIZE, "half as wide as was asked for", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("invalid", _K.INVALID_REQUEST, "400 as JSON, with a word that is not known"),
        Mode("invalid in words", _K.INVALID_REQUEST, "400 as plain text"),
        Mode("wrong key", _K.AUTH, "401 as plain text: request unauthorized"),
        Mode("nothing left", _K.QUOTA, "402: no units left"),
        Mode("too fast", _K.RATE_LIMITED, "429: the rate of the account is used up"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after drawing", 1),
        Mode("gone", _K.MODEL_GONE, "404 as plain text"),
        *TRANSPORT,
    )

    def __init__(self) -> None:
        super().__init__()
        self._files: dict[str, bytes] = {}

    def route(self, call: Call) -> Reply:
        if call.method == "GET" and call.route in self._files:
            return Reply(200, self._files[call.route])
        if call.header("Authorization") != f"Bearer {KEY}":
            raise plain(401, "request unauthorized")
        if call.method == "GET" and call.route == "/v1/users/me":
            return said({"id": "u-1", "email": "shop@example.com", "name": "Shop", "credits": 4000})
        if call.method == "POST" and call.route in ("/v1/images/generations", "/v1/images/generations/vector"):
            return self.played(self._checked(call))
        if call.method == "POST" and call.route == "/v1/images/imageToImage":
            return self.played(self._changed(call))
        raise plain(404, "404 page not found")

    def played(self, wanted: Wanted) -> Reply:
        before = len(self.charged)
        reply = super().played(wanted)
        self.charged += self.charged[before:] * (wanted.count - 1)
        return reply

    # --- requests

    def _checked(self, call: Call) -> Wanted:
        if call.header("Content-Type").partition(";")[0] != "application/json":
            raise plain(415, "unsupported media type")
        try:
            body = call.json()
        except ValueError as e:
            raise plain(400, f"invalid JSON: {e}") from e
        wanted = self._wanted(body, "")
        if call.route.endswith("/vector") and not wanted.vector:
            raise refused(f"{wanted.model} is no vector model")
        return wanted

    def _wanted(self, body: Any, picture: str, sides: tuple[int, int] | None = None) -> Wanted:
        model = body.get("model", "recraftv4_1") if isinstance(body, dict) else ""
        if not isinstance(model, str) or model not in MODELS:
            raise refused(f"model {model!r} is not one of {sorted(MODELS)}")
        if wrong := next(problems(body, ONLY_V3 if model.startswith("recraftv3") else ANY), ""):
            raise refused(wrong)
        if len(body["prompt"]) > _LONGEST.get(model, 10_000):
            raise refused("prompt is too long")
        return Wanted(
            model,
            *(sides or _sides(model, body.get("size", "1:1"))),
            body.get("n", 1),
            body.get("response_format", "url") == "b64_json",
            f"{body['prompt']}|{body.get('controls', '')}|{body.get('negative_prompt', '')}|{picture}",
        )

    def _changed(self, call: Call) -> Wanted:
        """A form with the picture that is to be changed, and how much; what comes has its ratio."""
        try:
            form = read_form(call)
        except ValueError as e:
            raise plain(400, str(e)) from e
        files = [f for f in form if f.file_name]
        text = {f.name: f.text for f in form if not f.file_name}
        if [f.name for f in files] != ["image"] or len(files[0].data) >= 5_000_000:
            raise refused("exactly one image of less than 5 MB is needed")
        if not re.fullmatch(r"(0(\.[0-9]+)?|1(\.0+)?)", text.pop("strength", "")):
            raise refused("strength must be between 0 and 1")
        if "size" in text:
            raise refused('Unknown name "size"')
        picture = _opened(files[0].data)
        body: dict[str, Any] = {name: int(value) if name == "n" else value for name, value in text.items()}
        table = MODELS.get(body.get("model", "recraftv3"), _V3).values()
        ratio = picture.width / picture.height
        sides = min(table, key=lambda s: abs(s[0] / s[1] - ratio))
        return self._wanted({"model": "recraftv3", **body}, str(zlib.crc32(picture.tobytes())), sides)

    # --- answers

    def _answer(self, wanted: Wanted, *files: bytes) -> Reply:
        files = files or tuple(wanted.file(n) for n in range(wanted.count))
        shown = [{"image_id": f"i-{n}", **self._given(wanted, data)} for n, data in enumerate(files)]
        return said({"created": 1790000000, "credits": 80 * wanted.count, "data": shown})

    def _given(self, wanted: Wanted, data: bytes) -> dict[str, str]:
        if wanted.inline:
            return {"b64_json": base64.b64encode(data).decode()}
        path = f"/signed/{hashlib.sha256(data).hexdigest()[:32]}"
        self._files[path] = data
        return {"url": self.url + path}

    def play_ok(self, wanted: Wanted) -> Reply:
        return self._answer(wanted)

    def play_hostile_svg(self, wanted: Wanted) -> Reply:
        if not wanted.vector:
            return self._answer(wanted)
        return self._answer(wanted, wanted.file().replace(b"<path", _HOSTILE + b"<path", 1))

    def play_entities(self, wanted: Wanted) -> Reply:
        lines = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
        bomb = (
            f'<!DOCTYPE svg [<!ENTITY e0 "ha">{lines}]><svg xmlns="http://www.w3.org/2000/svg"><text>&e9;</text></svg>'
        )
        return self._answer(wanted, bomb.encode())

    def play_empty(self, wanted: Wanted) -> Reply:
        return said({"created": 1790000000, "credits": 80, "data": []})

    def play_truncated(self, wanted: Wanted) -> Reply:
        whole = wanted.file()
        return self._answer(wanted, whole[: len(whole) // 2])

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, b"#" * 5000)

    def play_another_ratio(self, wanted: Wanted) -> Reply:
        return self._answer(wanted._replace(width_px=wanted.width_px // 2))

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"created": "yesterday", "data": "a picture"})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return said({"code": "brand_new_word", "message": "Something about this is not right."}, 400)

    def play_invalid_in_words(self, wanted: Wanted) -> Reply:
        return plain(400, "the prompt cannot be drawn").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return plain(401, "request unauthorized").reply

    def play_nothing_left(self, wanted: Wanted) -> Reply:
        return plain(402, "not enough units").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return plain(429, "too many requests").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return plain(500, "internal error").reply

    def play_gone(self, wanted: Wanted) -> Reply:
        return plain(404, "404 page not found").reply


_HOSTILE = (
    b'<script>fetch("https://elsewhere.invalid/")</script>'
    b'<image href="https://elsewhere.invalid/pixel.png" width="9" height="9"/>'
    b'<image href="file:///etc/passwd" width="9" height="9"/>'
    b'<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml">hello</body></foreignObject>'
    b'<rect width="9" height="9" onload="alert(1)" onclick="alert(2)" style="fill:url(https://elsewhere.invalid/#a)"/>'
)


def svg(width_px: int, height_px: int, told: str) -> bytes:
    """Flat shapes whose places and colours depend on what was told; the same for the same words."""
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
    colours = [digest[n : n + 3].hex() for n in range(0, 9, 3)]
    x, y = (side // 5 + digest[9 + n] * side // 1024 for n, side in enumerate((width_px, height_px)))
    half_w, half_h = width_px // 2, height_px // 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" height="{height_px}"'
        f' viewBox="0 0 {width_px} {height_px}" preserveAspectRatio="none">'
        f'<path d="M0 0H{width_px}V{height_px}H0Z" fill="rgb(255,255,255)"/>'
        f'<path d="M{x} {y}h{half_w}v{half_h}h-{half_w}Z" fill="#{colours[0]}"/>'
        f'<path d="M{x} {y}C{x + half_w} {y} {x} {y + half_h} {x + half_w} {y + half_h}Z" fill="#{colours[1]}"/>'
        f'<circle cx="{x + half_w // 2}" cy="{y + half_h // 2}" r="{half_w // 4}" fill="#{colours[2]}"/></svg>'
    ).encode()


def _sides(model: str, size: str) -> tuple[int, int]:
    """By ratio, or in the pixels of the model's own table."""
    table = MODELS[model]
    exact = {f"{w}x{h}": (w, h) for w, h in table.values()}
    if size not in {**table, **exact}:
        raise refused(f"size {size!r} is not supported by {model}")
    return {**table, **exact}[size]


def _opened(data: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data))
        picture.load()
    except OSError as e:
        raise refused("image cannot be read") from e
    small_or_large = min(picture.size) < 256 or max(picture.size) > 4096 or picture.width * picture.height > 16_000_000
    if picture.format not in ("PNG", "JPEG", "WEBP") or small_or_large:
        raise refused("image must be a PNG, JPEG or WebP of 256 to 4096 pixels a side")
    return picture


def plain(status: int, words: str) -> Refused:
    return Refused(Reply(status, words.encode(), {"Content-Type": "text/plain; charset=utf-8"}))


def refused(words: str) -> Refused:
    """Which word stands in `code` is not written anywhere."""
    return Refused(said({"code": "invalid_request", "message": words}, 400))


MUTATIONS = (
    *json_mutations("Authorization"),
    header_set("a form", "Content-Type", "multipart/form-data; boundary=x"),
    path_set("another version", "/v1/", "/v2/"),
    json_set("no prompt", ["prompt"], ...),
    json_set("an empty prompt", ["prompt"], " "),
    json_set("a prompt that is too long", ["prompt"], "fox " * 2501),
    json_set("an unknown model", ["model"], "recraftv9_vector"),
    json_set("a model of another house", ["model"], "dall-e-3"),
    json_set("no picture", ["n"], 0),
    json_set("seven pictures", ["n"], 7),
    json_set("a size off the table", ["size"], "1000x1000"),
    json_set("a size by name", ["size"], "4K"),
    json_set("a ratio with an x", ["size"], "1x1"),
    json_set("an unknown format", ["response_format"], "svg"),
    json_set("a seed", ["seed"], 7),
    json_set("a colour with four parts", ["controls"], {"colors": [{"rgb": [1, 2, 3, 4]}]}),
    json_set("a colour out of range", ["controls"], {"colors": [{"rgb": [256, 0, 0]}]}),
    json_set("a colour as hex", ["controls"], {"background_color": "#ffffff"}),
    json_set("an unknown control", ["controls"], {"gradient": False}),
    json_set("a style id that is none", ["style_id"], "flat"),
    json_set("words for a model without a place for them", ["text_layout"], "FOX"),
)

SERVICE = RecraftService
