"""Ideogram 3.0 as its published OpenAPI document describes it (developer.ideogram.ai, 2026): our test server.

Every request is a multipart form. A picture comes as a link that lapses; without a ground from a door of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from pod.providers.base import OutcomeKind
from tests.servers.forms import form_mutations, form_set, named_form
from tests.servers.imageservice import TRANSPORT, Call, Mode, Mutation, Refused, Reply, drawing, said
from tests.servers.tasks import TaskService

KEY = "ideogram-test-key"
_K = OutcomeKind

_RATIOS = {
    "1x1": (1024, 1024), "1x2": (704, 1408), "1x3": (512, 1536), "9x16": (736, 1312), "10x16": (800, 1280),
    "2x3": (832, 1248), "3x4": (864, 1152), "4x5": (896, 1120),
}  # fmt: skip
_ALL_RATIOS = _RATIOS | {"x".join(reversed(r.split("x"))): (h, w) for r, (w, h) in _RATIOS.items()}
_UPRIGHT = {
    512: (1536,), 576: (1408, 1472, 1536), 640: (1344, 1408, 1472, 1536), 704: (1152, 1216, 1280, 1344, 1408, 1472),
    736: (1312,), 768: (1088, 1216, 1280, 1344), 800: (1280,), 832: (960, 1024, 1088, 1152, 1216, 1248),
    864: (1152,), 896: (960, 1024, 1088, 1120, 1152), 960: (1024, 1088),
}  # fmt: skip
_RESOLUTIONS = {"1024x1024"} | {f"{a}x{b}" for w, hs in _UPRIGHT.items() for h in hs for a, b in ((w, h), (h, w))}
_FACTORS = {"X1": 1, "X2": 2, "X4": 4}
_FIELDS = frozenset(
    ("prompt", "seed", "resolution", "aspect_ratio", "rendering_speed", "magic_prompt", "negative_prompt", "num_images")
)
_STYLED = frozenset(("style_codes", "style_type", "style_preset", "color_palette"))
_SPEEDS = ("FLASH", "TURBO", "DEFAULT", "QUALITY")
_RULES = {
    "prompt": r"(?s).*\S.*",
    "seed": r"[0-9]{1,10}",
    "resolution": "|".join(sorted(_RESOLUTIONS)),
    "aspect_ratio": "|".join(_ALL_RATIOS),
    "rendering_speed": "|".join(_SPEEDS),
    "magic_prompt": "AUTO|ON|OFF",
    "negative_prompt": r"(?s).*",
    "num_images": "[1-8]",
    "upscale_factor": "|".join(_FACTORS),
    "style_type": "AUTO|GENERAL|REALISTIC|DESIGN|FICTION",
    "style_preset": "[A-Z0-9_]+",
    "style_codes": r"[0-9A-F]{8}",
    "color_palette": r"\{.*\}",
    "image_weight": "[1-9][0-9]?|100",
}
_PICTURES = (b"\x89PNG", b"\xff\xd8", b"RIFF")
_DOORS = {
    "/v1/ideogram-v3/generate": _FIELDS | _STYLED,
    "/v1/ideogram-v3/generate-transparent": _FIELDS - {"resolution"} | {"upscale_factor"},
    "/v1/ideogram-v3/remix": _FIELDS | _STYLED | {"image_weight"},
}
_LARGEST_BYTES = 10_000_000


class Wanted(NamedTuple):
    width_px: int
    height_px: int
    factor: int
    clear: bool
    seed: int
    words: str

    def drawn(self, form: str = "PNG", *, share: int = 1, clear: bool = True) -> bytes:
        width_px, height_px = (side * self.factor // share for side in (self.width_px, self.height_px))
        return drawing(width_px, height_px, f"{self.words}|{self.seed}", form, clear=self.clear and clear)


class IdeogramService(TaskService):
    NAME = "ideogram"
    MODES = (
        Mode("ok", _K.OK, "a link to a PNG", 1),
        Mode("jpeg", _K.OK, "a JPEG behind a link that ends in .png", 1),
        Mode("unsafe picture", _K.BLOCKED, "200 with is_image_safe false and no link", 1),
        Mode("unsafe words", _K.BLOCKED, "422: the prompt failed the safety check"),
        Mode("empty", _K.NO_IMAGE, "an empty list of pictures", 1),
        Mode("no link", _K.NO_IMAGE, "a picture that is called safe, without a link", 1),
        Mode("lapsed", _K.NO_IMAGE, "a link that leads nowhere any more", 1),
        Mode("not a picture", _K.NO_IMAGE, "bytes that are no picture", 1),
        Mode("smaller", _K.WRONG_SIZE, "half the size that was asked for", 1),
        Mode("odd shapes", _K.UNKNOWN, "JSON of another shape than any that is described", 1),
        Mode("invalid", _K.INVALID_REQUEST, "400 with a word"),
        Mode("wrong key", _K.AUTH, "401"),
        Mode("forbidden", _K.AUTH, "403"),
        Mode("too fast", _K.RATE_LIMITED, "429"),
        Mode("internal", _K.UNKNOWN, "500, perhaps after drawing", 1),
        *TRANSPORT,
    )

    def play_cut(self, wanted: Wanted) -> Reply:
        return Reply(cut=True)

    def route(self, call: Call) -> Reply:
        if file := self.file(call):
            return file
        if call.header("Api-Key") != KEY:
            raise error(401, "Not authorized.")
        if call.method == "GET" and call.route == "/models":
            return said({"models": []})
        if call.method == "POST" and call.route in _DOORS:
            return self.played(self._checked(call))
        raise error(404, f"There is no {call.method} {call.route}.")

    def _checked(self, call: Call) -> Wanted:
        told, files = _read(call)
        door = call.route
        picture = files.pop("image", b"") if door.endswith("remix") else None
        clear = door.endswith("transparent")
        if wrong := _wrong(door, told, files):
            raise error(400, wrong)
        if picture is not None and not (picture.startswith(_PICTURES) and len(picture) <= _LARGEST_BYTES):
            raise error(400, "image must be a JPEG, PNG or WebP file of at most 10MB.")
        width_px, height_px = _ALL_RATIOS[told.get("aspect_ratio", "1x1")]
        if "resolution" in told:
            width_px, height_px = map(int, told["resolution"].split("x"))
        words = f"{told['prompt']}|{hash(picture)}"
        factor = _FACTORS[told.get("upscale_factor", "X1")]
        return Wanted(width_px, height_px, factor, clear, int(told.get("seed", "0")), words)

    # --- how it may go

    def _answer(self, wanted: Wanted, data: bytes) -> Reply:
        return _said(wanted, url=self.linked(f"{len(self.files)}.png", data))

    def play_ok(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, wanted.drawn())

    def play_jpeg(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, wanted.drawn("JPEG", clear=False))

    def play_unsafe_picture(self, wanted: Wanted) -> Reply:
        return _said(wanted, url=None, is_image_safe=False)

    def play_unsafe_words(self, wanted: Wanted) -> Reply:
        return error(422, "Prompt failed the safety check.").reply

    def play_empty(self, wanted: Wanted) -> Reply:
        return said({"created": "2026-11-20T12:00:00Z", "data": []})

    def play_no_link(self, wanted: Wanted) -> Reply:
        return _said(wanted)

    def play_lapsed(self, wanted: Wanted) -> Reply:
        return _said(wanted, url=f"{self.url}/files/gone.png?exp=1&sig=secret")

    def play_not_a_picture(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, b"#" * 5000)

    def play_smaller(self, wanted: Wanted) -> Reply:
        return self._answer(wanted, wanted.drawn(share=2))

    def play_odd_shapes(self, wanted: Wanted) -> Reply:
        return said({"created": 7, "data": "a picture"})

    def play_invalid(self, wanted: Wanted) -> Reply:
        return error(400, "Invalid input provided.").reply

    def play_wrong_key(self, wanted: Wanted) -> Reply:
        return error(401, "Not authorized to generate an image.").reply

    def play_forbidden(self, wanted: Wanted) -> Reply:
        return error(403, "Not authorized to generate an image.").reply

    def play_too_fast(self, wanted: Wanted) -> Reply:
        return error(429, "Too many requests.").reply

    def play_internal(self, wanted: Wanted) -> Reply:
        return error(500, "Internal server error.").reply


def _read(call: Call) -> tuple[dict[str, str], dict[str, bytes]]:
    try:
        return named_form(call)
    except ValueError as e:
        raise error(400, str(e)) from e


def _wrong(door: str, told: Mapping[str, str], files: Mapping[str, bytes]) -> str:
    """The first thing that is wrong with a form's fields; "" where nothing is."""
    wrong = [f"{name} is not known here." for name in (*told, *files) if name not in _DOORS[door]]
    wrong += [f"{n} cannot be {v[:40]}." for n, v in told.items() if n in _RULES and not re.fullmatch(_RULES[n], v)]
    if "prompt" not in told:
        wrong.append("prompt is missing.")
    if "resolution" in told and "aspect_ratio" in told:
        wrong.append("resolution and aspect_ratio cannot be used together.")
    if door.endswith("transparent") and told.get("rendering_speed") == "FLASH":
        wrong.append("rendering_speed=FLASH is not supported for transparent backgrounds.")
    return next(iter(wrong), "")


def _said(wanted: Wanted, **about: Any) -> Reply:
    size = f"{wanted.width_px}x{wanted.height_px}"
    picture = {"prompt": wanted.words, "resolution": size, "is_image_safe": True, "seed": wanted.seed, **about}
    if wanted.factor > 1:
        picture["upscaled_resolution"] = f"{wanted.width_px * wanted.factor}x{wanted.height_px * wanted.factor}"
    return said({"created": "2026-11-20T12:00:00Z", "data": [picture]})


def error(status: int, words: str) -> Refused:
    return Refused(said({"error": words}, status))


MUTATIONS: tuple[Mutation, ...] = (
    *form_mutations("Api-Key"),
    form_set("no prompt", "prompt", None),
    form_set("an empty prompt", "prompt", " "),
    form_set("a ratio with a colon", "aspect_ratio", "1:1"),
    form_set("an unknown ratio", "aspect_ratio", "7x5"),
    form_set("a size by name", "resolution", "4K"),
    form_set("a size in pixels beside the ratio", "resolution", "4096x4096"),
    form_set("a speed in small letters", "rendering_speed", "quality"),
    form_set("an unknown speed", "rendering_speed", "LIGHTNING"),
    form_set("magic in small letters", "magic_prompt", "off"),
    form_set("no pictures", "num_images", "0"),
    form_set("nine pictures", "num_images", "9"),
    form_set("a seed that is a word", "seed", "lucky"),
    form_set("a negative seed", "seed", "-1"),
    form_set("an unknown style", "style_type", "VECTOR"),
    form_set("a factor as a number", "upscale_factor", "4"),
    form_set("a picture here", "image", "a picture"),
)

SERVICE = IdeogramService
