"""What a request for OpenAI's images may hold, by the schema of openai/openai-openapi (v2.3.0, August 2026) and the sizes of
their image guide.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from PIL import Image

from tests.servers.forms import Field, read_form
from tests.servers.imageservice import Call, Refused, drawing, problems, said

_THREE_SIZES = ("1024x1024", "1536x1024", "1024x1536")
_QUALITIES = ("low", "medium", "high", "auto")


class _Family(NamedTuple):
    qualities: tuple[str, ...]
    any_size: bool
    fidelity: bool


_ONE = _Family(_QUALITIES, any_size=False, fidelity=True)
_TWO = _Family(_QUALITIES, any_size=True, fidelity=False)
_TWO_FIVE = _Family((*_QUALITIES, "xhigh", "max"), any_size=True, fidelity=False)
MODELS = {
    "gpt-image-1.5": _ONE,
    "gpt-image-1-mini": _ONE._replace(fidelity=False),
    "chatgpt-image-latest": _ONE,
    "gpt-image-2": _TWO,
    "gpt-image-2-2026-04-21": _TWO,
    "gpt-image-2.5-flare": _TWO_FIVE,
    "gpt-image-2.5-flare-2026-09-08": _TWO_FIVE,
    "gpt-image-2.5-sunburst": _TWO_FIVE,
    "gpt-image-2.5-sunburst-2026-09-08": _TWO_FIVE,
}
"""Those that answer in November 2026."""

_TOKENS = {"low": 272, "medium": 1056, "high": 4160, "auto": 4160, "xhigh": 6240, "max": 8320}
"""For a megapixel. Their guide has a table for three sizes; in between it is ours."""

_LONGEST_PROMPT = 32_000
_MOST_PICTURES = 16
_PICTURE_BYTES, _MASK_BYTES = 50_000_000, 4_000_000
PICTURE_TOKENS = 1024
_DATA_URL = re.compile(r"data:image/(?:png|jpeg|webp);base64,(.+)", re.DOTALL)

Rule = Callable[[Any], bool]


def _words(value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= _LONGEST_PROMPT


def _whole(low: int, high: int) -> Rule:
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high


def _or_none(rule: Any) -> Rule:
    return lambda v: v is None or not list(problems(v, rule))


def _no(value: Any) -> bool:
    return value in (None, False)


COMMON: Mapping[str, Any] = {
    "model": _or_none(str),
    "n": _or_none(_whole(1, 10)),
    "size": _or_none(str),
    "quality": _or_none(str),
    "output_format": _or_none(("png", "jpeg", "webp")),
    "output_compression": _or_none(_whole(0, 100)),
    "background": _or_none(("transparent", "opaque", "auto")),
    "user": str,
    "stream": _no,
}
GENERATE: Mapping[str, Any] = {"prompt!": _words, **COMMON, "moderation": _or_none(("auto", "low"))}
EDIT_FORM: Mapping[str, Any] = {"prompt!": _words, **COMMON, "input_fidelity": _or_none(("high", "low"))}
_PICTURE = {"image_url!": lambda v: isinstance(v, str) and len(v) <= 20_971_520}
EDIT_JSON: Mapping[str, Any] = {
    **EDIT_FORM,
    "moderation": _or_none(("auto", "low")),
    "images!": [_PICTURE],
    "mask": _PICTURE,
}
_NUMBERS = ("n", "output_compression")


class Wanted(NamedTuple):
    model: str
    width_px: int
    height_px: int
    quality: str
    form: str
    clear: bool
    count: int
    pictures: int
    words: str

    def drawn(self, nth: int = 0, *, share: int = 1) -> bytes:
        sides = self.width_px // share, self.height_px // share
        return drawing(*sides, f"{self.words}|{nth}", self.form.upper(), clear=self.clear)

    @property
    def tokens(self) -> int:
        megapixels = self.width_px * self.height_px / 1_048_576
        return round(_TOKENS[self.quality] * min(max(megapixels, 1.0), 1.5))


def edit(call: Call) -> Wanted:
    if call.header("Content-Type").startswith("multipart/form-data"):
        return _edit_by_form(call)
    body = read_json(call)
    if wrong := next(problems(body, EDIT_JSON), ""):
        raise invalid(wrong)
    pictures = [_opened(_linked(one["image_url"]), _PICTURE_BYTES) for one in body["images"]]
    mask = _opened(_linked(body["mask"]["image_url"]), _MASK_BYTES) if "mask" in body else None
    return checked(body, EDIT_JSON, pictures, mask, usual_size="auto")


def _edit_by_form(call: Call) -> Wanted:
    """One picture is ``image``, several are ``image[]``."""
    try:
        form = read_form(call)
    except ValueError as e:
        raise invalid(str(e)) from e
    files = [f for f in form if f.file_name]
    texts = [f for f in form if not f.file_name]
    if strange := {f.name for f in files} - {"image", "image[]", "mask"}:
        raise invalid(f"Unknown parameter: '{min(strange)}'.")
    if len({f.name for f in texts}) < len(texts) or sum(f.name == "image" for f in files) > 1:
        raise invalid("Duplicate parameter. Use image[] to send several pictures.")
    pictures = [_opened(f.data, _PICTURE_BYTES) for f in files if f.name != "mask"]
    masks = [_opened(f.data, _MASK_BYTES) for f in files if f.name == "mask"]
    if len(masks) > 1:
        raise invalid("Duplicate parameter: 'mask'.")
    mask = masks[0] if masks else None
    return checked(_from_form(texts), EDIT_FORM, pictures, mask, usual_size="1024x1024")


def checked(
    body: Any,
    shape: Mapping[str, Any],
    pictures: Iterable[Image.Image] | None = None,
    mask: Image.Image | None = None,
    usual_size: str = "auto",
) -> Wanted:
    if wrong := next(problems(body, shape), ""):
        raise invalid(wrong)
    along = list(pictures or ())
    if pictures is not None and not 1 <= len(along) <= _MOST_PICTURES:
        raise invalid(f"Between one and {_MOST_PICTURES} pictures are needed, not {len(along)}.")
    if mask is not None:
        _check_mask(mask, along[0])
    # without a model it is dall-e-2, or gpt-image-1.5 for an edit
    model = known(body.get("model") or ("dall-e-2" if pictures is None else "gpt-image-1.5"))
    _check_choices(model, body)
    sides = _sides(MODELS[model], body.get("size") or usual_size, along)
    crcs = [zlib.crc32(p.tobytes()) for p in (*along, *([mask] if mask else ()))]
    return Wanted(
        model,
        *sides,
        body.get("quality") or "auto",
        body.get("output_format") or "png",
        body.get("background") == "transparent",
        body.get("n") or 1,
        len(along),
        "|".join(map(str, (body["prompt"], *crcs))),
    )


def read_json(call: Call) -> Any:
    if call.header("Content-Type").partition(";")[0].strip() != "application/json":
        raise invalid("The request's Content-Type must be application/json.")
    try:
        return call.json()
    except ValueError as e:
        raise invalid(f"We could not parse the JSON body of your request. {e}") from e


def _from_form(texts: Iterable[Field]) -> dict[str, Any]:
    """In a form, numbers are text."""
    read: dict[str, Any] = {f.name: f.text for f in texts}
    for name in _NUMBERS:
        if re.fullmatch(r"\d{1,3}", read.get(name, "")):
            read[name] = int(read[name])
    return read


def known(model: str) -> str:
    if model not in MODELS:
        raise gone(model, 404)
    return model


def _check_choices(model: str, body: Mapping[str, Any]) -> None:
    family = MODELS[model]
    if (body.get("quality") or "auto") not in family.qualities:
        raise invalid(f"Invalid value: '{body['quality']}'. {model} takes {', '.join(family.qualities)}.")
    form = body.get("output_format") or "png"
    if body.get("background") == "transparent" and form == "jpeg":
        raise invalid("Transparent background is not supported for JPEG output format.")
    if body.get("output_compression") is not None and form == "png" and body["output_compression"] != 100:
        raise invalid("Compression less than 100 is not supported for PNG output format.")
    if body.get("input_fidelity") is not None and not family.fidelity:
        raise invalid(f"The model '{model}' does not support the 'input_fidelity' parameter.")


def _sides(family: _Family, size: str, pictures: list[Image.Image]) -> tuple[int, int]:
    if size == "auto":
        wanted = pictures[0].width / pictures[0].height if pictures else 1.0
        size = min(_THREE_SIZES, key=lambda s: abs(int(s[:4]) / int(s[5:]) - wanted))
    match = re.fullmatch(r"([1-9]\d{1,4})x([1-9]\d{1,4})", size)
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if size not in _THREE_SIZES and not (family.any_size and _drawable(*sides)):
        raise invalid(f"Invalid value: '{size}'. It is not a size of this model.")
    return sides


def _drawable(width_px: int, height_px: int) -> bool:
    return (
        width_px % 16 == height_px % 16 == 0
        and 0 < max(width_px, height_px) <= 3840
        and max(width_px, height_px) <= 3 * min(width_px, height_px)
        and 655_360 <= width_px * height_px <= 8_294_400
    )


def _linked(url: str) -> bytes:
    """Only what is in the link itself: nothing is fetched from anywhere."""
    match = _DATA_URL.fullmatch(url)
    try:
        return base64.b64decode(match[1], validate=True) if match else b""
    except binascii.Error as e:
        raise invalid("Invalid base64 in image_url.") from e


def _opened(data: bytes, most_bytes: int) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data))
        picture.load()
    except OSError as e:
        raise error(400, "invalid_image_file", "The image data you provided does not represent a valid image.") from e
    if picture.format not in ("PNG", "JPEG", "WEBP") or len(data) >= most_bytes:
        raise error(400, "invalid_image_file", f"A PNG, JPEG or WebP below {most_bytes} bytes is needed.")
    return picture


def _check_mask(mask: Image.Image, picture: Image.Image) -> None:
    if mask.format != "PNG" or mask.size != picture.size:
        raise error(400, "invalid_mask_image_format", f"A PNG mask of {picture.size} is needed, not {mask.size}.")
    if "A" not in mask.getbands() or mask.getchannel("A").getextrema()[0] != 0:
        raise error(400, "invalid_mask_image_format", "The mask has no transparent pixels that say where to edit.")


# --- refusals


def error(status: int, code: str | None, message: str, kind: str = "invalid_request_error", **more: Any) -> Refused:
    told = {"message": message, "type": kind, "param": None, "code": code, **more}
    return Refused(said({"error": told}, status, x_request_id="req_7f3b"))


def invalid(words: str) -> Refused:
    return error(400, "unknown_parameter" if "Unknown" in words else "invalid_value", words)


def gone(model: str, status: int) -> Refused:
    return error(status, "model_not_found", f"The model '{model}' does not exist.")
