"""Google's ``generateContent`` on the wire: which models there are, what a request may hold, what an answer looks like.

From the Generative Language API's description (v1beta, revision 20251218) for fields and words, from
ai.google.dev/gemini-api/docs/image-generation (July 2026) for ratios, sizes and pixels, and from the lifecycle page for what
has been switched off. The test servers that speak it are beside this file.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from PIL import Image

from tests.servers.imageservice import Call, Refused, drawing, problems, said

TEN_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
FOURTEEN_RATIOS = (*TEN_RATIOS, "1:4", "4:1", "1:8", "8:1")

_AT_1K = {
    "1:1": (1024, 1024), "2:3": (848, 1264), "3:4": (896, 1200), "4:5": (928, 1152), "9:16": (768, 1376),
    "21:9": (1584, 672), "1:4": (512, 2048), "1:8": (384, 3072),
}  # fmt: skip
_AT_512 = {
    "1:1": (512, 512), "2:3": (424, 632), "3:4": (448, 600), "4:5": (464, 576), "9:16": (384, 688),
    "21:9": (792, 336), "1:4": (256, 1024), "1:8": (192, 1536),
}  # fmt: skip
_TIMES = {"1K": 1, "2K": 2, "4K": 4}


class GoogleModel(NamedTuple):
    """`tokens` is what a picture of each size is billed as; sizes that are not in it are refused."""

    tokens: Mapping[str, int]
    ratios: tuple[str, ...]
    levels: tuple[str, ...]
    """How hard it can be told to think."""


MODELS = {
    "gemini-nano-banana-2.1": GoogleModel(
        {"1K": 1120, "2K": 1680, "4K": 3766}, FOURTEEN_RATIOS, ("minimal", "medium", "high")
    ),
    "gemini-3.1-flash-image": GoogleModel(
        {"512": 747, "1K": 1120, "2K": 1680, "4K": 2520}, FOURTEEN_RATIOS, ("minimal", "high")
    ),
    "gemini-3.1-flash-lite-image": GoogleModel({"1K": 1120}, FOURTEEN_RATIOS, ("minimal", "high")),
    "gemini-3-pro-image": GoogleModel({"1K": 1120, "2K": 1120, "4K": 2000}, TEN_RATIOS, ()),
}
"""Those that answer in November 2026; the previews, Gemini 2.5 and Imagen are switched off."""

MOST_PICTURES = 14
INPUT_PICTURE_TOKENS = 1120
THOUGHT_TOKENS = 412
_LONGEST_PROMPT_TOKENS = 131_072
_MOST_BYTES = 100_000_000
_INPUT_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}


class Wanted(NamedTuple):
    """A picture as it was asked for; `pictures` came along, and `may_talk` is whether words will do for an answer."""

    model: str
    size: str
    ratio: str
    words: str
    pictures: int = 0
    may_talk: bool = False
    form: str = "PNG"

    @property
    def pixels(self) -> tuple[int, int]:
        table, times = (_AT_512, 1) if self.size == "512" else (_AT_1K, _TIMES[self.size])
        width, _, height = self.ratio.partition(":")
        upright = table.get(self.ratio) or table[f"{height}:{width}"][::-1]
        return upright[0] * times, upright[1] * times

    def drawn(self, *, share: int = 1) -> bytes:
        width_px, height_px = self.pixels
        return drawing(width_px // share, height_px // share, self.words, self.form)


# --- requests


def _base64(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(base64.b64decode(value, validate=True))
    except binascii.Error:
        return False


def _number(low: float, high: float) -> Any:
    return lambda v: isinstance(v, int | float) and not isinstance(v, bool) and low <= v <= high


def _whole(low: int, high: int) -> Any:
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high


PART = {
    "text": str,
    "inlineData": {"mimeType!": tuple(_INPUT_FORMATS), "data!": _base64},
    "fileData": {"mimeType": str, "fileUri!": str},
    "thought": bool,
    "thoughtSignature": _base64,
}
CONTENT = {"role": ("user", "model"), "parts!": [PART]}
_CATEGORIES = (
    "HARM_CATEGORY_HARASSMENT", "HARM_CATEGORY_HATE_SPEECH", "HARM_CATEGORY_SEXUALLY_EXPLICIT",
    "HARM_CATEGORY_DANGEROUS_CONTENT", "HARM_CATEGORY_CIVIC_INTEGRITY",
)  # fmt: skip
_THRESHOLDS = ("BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF")
_LEVELS = ("minimal", "low", "medium", "high")
IMAGE_CONFIG: Mapping[str, Any] = {"aspectRatio": str, "imageSize": str}
GENERATION_CONFIG: Mapping[str, Any] = {
    "candidateCount": (1,),
    "stopSequences": [str],
    "maxOutputTokens": _whole(1, 32_768),
    "temperature": _number(0, 2),
    "topP": _number(0, 1),
    "topK": _whole(1, 1000),
    "seed": _whole(-(2**31), 2**31 - 1),
    "presencePenalty": _number(-2, 2),
    "frequencyPenalty": _number(-2, 2),
    "responseModalities": [("TEXT", "IMAGE")],
    # the description writes the levels in capitals, the guide in small letters; both are taken
    "thinkingConfig": {"includeThoughts": bool, "thinkingLevel": (*_LEVELS, *(level.upper() for level in _LEVELS))},
    "imageConfig": IMAGE_CONFIG,
}
REQUEST: Mapping[str, Any] = {
    "model": str,
    "contents!": [CONTENT],
    "systemInstruction": {"role": str, "parts!": [{"text!": str}]},
    "safetySettings": [{"category!": _CATEGORIES, "threshold!": _THRESHOLDS}],
    "generationConfig": GENERATION_CONFIG,
}


def read_json(call: Call) -> Any:
    """Field names may be written with underscores as well."""
    if call.header("Content-Type").partition(";")[0].strip() != "application/json":
        raise invalid("The request's Content-Type must be application/json.")
    if len(call.body) > _MOST_BYTES:
        raise error(413, "INVALID_ARGUMENT", f"Request payload size exceeds the limit: {_MOST_BYTES} bytes.")
    try:
        body = call.json()
    except ValueError as e:
        raise invalid(f"Invalid JSON payload received. {e}") from e
    if b"\\ud" in call.body.lower() and any(_half_a_character(text) for text in _texts(body)):
        raise invalid("Invalid JSON payload received. A string is not valid UTF-8.")
    return _camel(body)


def _half_a_character(text: str) -> bool:
    return re.search("[\ud800-\udfff]", text) is not None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


def _camel(value: Any) -> Any:
    """Without what is the caller's own: `metadata` comes back as it was sent."""
    if isinstance(value, list):
        return [_camel(one) for one in value]
    if not isinstance(value, dict):
        return value
    named = {re.sub(r"(?<=[a-z])_([a-z])", lambda m: m[1].upper(), name): inner for name, inner in value.items()}
    return {name: inner if name == "metadata" else _camel(inner) for name, inner in named.items()}


def checked(model: str, body: Any, shape: Mapping[str, Any] = REQUEST) -> Wanted:
    """The picture that a request asks for, or a refusal that names what is wrong with it."""
    known(model)
    if wrong := list(problems(body, shape)):
        raise invalid("Invalid JSON payload received. " + "; ".join(wrong))
    if body.get("model", f"models/{model}") != f"models/{model}":
        raise invalid(f"The request is for models/{model} by its path, and for {body['model']} by its body.")
    said_to = body.get("generationConfig", {})
    words, pictures = _read_contents(body["contents"])
    modalities = said_to.get("responseModalities") or ["TEXT", "IMAGE"]
    if "IMAGE" not in modalities:
        raise invalid("The requested combination of response modalities is not supported by the model.")
    level = said_to.get("thinkingConfig", {}).get("thinkingLevel", "")
    if level and level.lower() not in MODELS[model].levels:
        raise invalid(f"Thinking level {level} is not supported for this model.")
    size, ratio = _frame(model, said_to.get("imageConfig", {}), pictures)
    crcs = [zlib.crc32(p.tobytes()) for p in pictures]
    form = said_to.get("imageConfig", {}).get("imageOutputOptions", {}).get("mimeType", "image/png")
    told = "|".join(map(str, (*words, *crcs)))
    return Wanted(model, size, ratio, told, len(pictures), "TEXT" in modalities, form.rpartition("/")[2].upper())


def known(model: str) -> None:
    if model not in MODELS:
        raise error(
            404,
            "NOT_FOUND",
            f"models/{model} is not found for API version v1beta, or is not supported for this method.",
        )


def _frame(model: str, config: Mapping[str, Any], pictures: list[Image.Image]) -> tuple[str, str]:
    """Its size and ratio: without a word, those of the last picture that came along, or a square."""
    row = MODELS[model]
    size, ratio = config.get("imageSize", "1K"), config.get("aspectRatio") or _nearest(row.ratios, pictures)
    if size not in row.tokens:
        raise invalid(f"Image size {size!r} is not supported by {model}; use one of {', '.join(row.tokens)}.")
    if ratio not in row.ratios:
        raise invalid(f"Aspect ratio {ratio!r} is not supported by {model}; use one of {', '.join(row.ratios)}.")
    return size, ratio


def _nearest(ratios: tuple[str, ...], pictures: list[Image.Image]) -> str:
    if not pictures:
        return "1:1"
    wanted = pictures[-1].width / pictures[-1].height

    def off(ratio: str) -> float:
        width, _, height = ratio.partition(":")
        return abs(int(width) / int(height) - wanted)

    return min(ratios, key=off)


def _read_contents(contents: list[Any]) -> tuple[list[str], list[Image.Image]]:
    if not contents or not all(content["parts"] for content in contents):
        raise invalid("contents.parts must not be empty.")
    if contents[-1].get("role", "user") != "user":
        raise invalid("Please ensure that the last turn is the user's.")
    words, pictures = list[str](), list[Image.Image]()
    for content in contents:
        for part in content["parts"]:
            if sum(kind in part for kind in ("text", "inlineData", "fileData")) != 1:
                raise invalid("contents.parts.data: required oneof field 'data' must have one initialized field.")
            if "fileData" in part:
                raise error(403, "PERMISSION_DENIED", "You do not have permission to access the File.")
            if content.get("role") == "model" and "inlineData" in part and "thoughtSignature" not in part:
                raise invalid("Image part is missing a thought_signature.")
            words += [part["text"]] if part.get("text", "").strip() else []
            pictures += [_opened(part["inlineData"])] if "inlineData" in part else []
    if not words and not pictures:
        raise invalid("The model input cannot be empty.")
    if len(pictures) > MOST_PICTURES or sum(map(len, words)) > 4 * _LONGEST_PROMPT_TOKENS:
        raise invalid("The input exceeds the maximum that this model takes.")
    return words, pictures


def _opened(blob: Mapping[str, str]) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(base64.b64decode(blob["data"])))
        picture.load()
    except OSError as e:
        raise invalid("Unable to process input image. Please retry or report.") from e
    if picture.format != _INPUT_FORMATS[blob["mimeType"]]:
        raise invalid(f"The image is {picture.format}, and is declared as {blob['mimeType']}.")
    return picture


# --- answers


def inline(data: bytes, mime: str = "image/png", **more: Any) -> dict[str, Any]:
    """A part that is a picture; what type it says is not always its own."""
    return {"inlineData": {"mimeType": mime, "data": base64.b64encode(data).decode()}, **more}


def candidate(*parts: Mapping[str, Any], finish: str = "STOP", **more: Any) -> dict[str, Any]:
    return {"index": 0, "finishReason": finish, "content": {"role": "model", "parts": list(parts)}, **more}


def result(wanted: Wanted, *parts: Mapping[str, Any], finish: str = "STOP", **more: Any) -> dict[str, Any]:
    """A whole answer; a picture among its parts is billed by its size, anything else as a few words."""
    image = MODELS[wanted.model].tokens[wanted.size] if any("inlineData" in p for p in parts) else 0
    return answered(wanted, image, candidates=[candidate(*parts, finish=finish, **more)])


def answered(wanted: Wanted, image_tokens: int = 0, **fields: Any) -> dict[str, Any]:
    prompt = 7 + len(wanted.words) // 4 + INPUT_PICTURE_TOKENS * wanted.pictures
    usage: dict[str, Any] = {
        "promptTokenCount": prompt,
        "thoughtsTokenCount": THOUGHT_TOKENS,
        "totalTokenCount": prompt + THOUGHT_TOKENS + image_tokens,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": prompt}],
    }
    if image_tokens:
        usage["candidatesTokenCount"] = image_tokens
        usage["candidatesTokensDetails"] = [{"modality": "IMAGE", "tokenCount": image_tokens}]
    name = f"r-{zlib.crc32(wanted.words.encode('utf-8', 'surrogatepass')):08x}"
    return {**fields, "usageMetadata": usage, "modelVersion": wanted.model, "responseId": name}


def error(status: int, name: str, message: str, *details: Mapping[str, Any]) -> Refused:
    told: dict[str, Any] = {"code": status, "message": message, "status": name}
    return Refused(said({"error": told | ({"details": list(details)} if details else {})}, status))


def invalid(message: str) -> Refused:
    return error(400, "INVALID_ARGUMENT", message)


def retry_info(delay: str) -> dict[str, Any]:
    return {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay}


def quota_failure(quota_id: str, **more: Any) -> dict[str, Any]:
    violation = {
        "quotaMetric": "generativelanguage.googleapis.com/generate_requests_per_model",
        "quotaId": quota_id,
        "quotaDimensions": {"model": "gemini-nano-banana-2.1", "location": "global"},
        **more,
    }
    return {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [violation]}


def error_info(reason: str) -> dict[str, Any]:
    return {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": reason,
        "domain": "googleapis.com",
        "metadata": {"service": "generativelanguage.googleapis.com"},
    }
