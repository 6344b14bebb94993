"""Google's ``generateContent`` form: the request and how its answer is read. Direct, through Vertex, and at gateways that
imitate it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from pod.http import Reply
from pod.imaging.load import sniff
from pod.model.money import Money
from pod.providers.answers import (
    Reading,
    answered,
    delivered,
    found,
    lifted,
    read_json,
    refusal,
    text_at,
)
from pod.providers.base import Frame, Model, Outcome, OutcomeKind, Pending
from pod.providers.models import cost_of_tokens
from pod.providers.remote import Order, Remote

_K = OutcomeKind

READING = Reading(
    words={
        # an error's own reason tells more than its status: a wrong key is a 400 INVALID_ARGUMENT
        "API_KEY_INVALID": _K.AUTH,
        "MODEL_CAPACITY_EXHAUSTED": _K.RATE_LIMITED,
        "QUOTA_USED_UP": _K.QUOTA,
        "INVALID_ARGUMENT": _K.INVALID_REQUEST,
        "FAILED_PRECONDITION": _K.AUTH,  # billing is off, or the region is blocked
        "UNAUTHENTICATED": _K.AUTH,
        "PERMISSION_DENIED": _K.AUTH,
        "NOT_FOUND": _K.MODEL_GONE,
        "RESOURCE_EXHAUSTED": _K.RATE_LIMITED,
        # "overloaded": said before anything is drawn
        "UNAVAILABLE": _K.UNAVAILABLE,
        "INTERNAL": _K.UNKNOWN,
        "DEADLINE_EXCEEDED": _K.UNKNOWN,
    }
)

_FINISHED: Mapping[str, tuple[OutcomeKind, str, str]] = {
    **dict.fromkeys(
        ("SAFETY", "IMAGE_SAFETY", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT", "BLOCKLIST", "SPII"),
        (_K.BLOCKED, "output", "What was drawn was held back by the service's content rules."),
    ),
    **dict.fromkeys(
        ("RECITATION", "IMAGE_RECITATION"),
        (_K.BLOCKED, "copyright", "What was drawn is too close to an existing work. Describe it in other words."),
    ),
    "MAX_TOKENS": (_K.NO_IMAGE, "", "The answer was cut off before the picture was complete."),
}
"""`finishReason`: outcome, stage, sentence. Whatever else stands there without a picture is just no picture."""

_NO_PICTURE = (_K.NO_IMAGE, "", "It answered without a picture")
_USED_UP = re.compile(r"PerDay|FreeTier", re.IGNORECASE)
_DURATION = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,9})?)s")


class Google(Remote):
    """How Google's services refuse, whatever they were asked for."""

    reading = READING

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        error = _error(read_json(reply))
        words = tuple(_error_words(error))
        kind = self.reading.kind(reply, *words, look=look)
        delay_s = _retry_delay_s(error)
        until = self._outside.now() + timedelta(seconds=delay_s) if delay_s is not None else None
        code = words[0] if words else ""
        return refusal(kind, reply, said=text_at(error, "message"), until=until, provider_code=code)


class GenerateContent(Google):
    """`_path(model)` is where a model is asked."""

    def _path(self, model: str) -> str:
        raise NotImplementedError

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", self._path(order.model.id), json=body(order), lift=True)
        return self._read(reply, order.model, order.frame)

    def _read(self, reply: Reply, model: Model, frame: Frame) -> Outcome:
        answer = read_json(reply)
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        return read_answer(answer, reply, model, frame)


def body(order: Order) -> dict[str, Any]:
    """One picture: what is to be changed or looked at first, then what is to be drawn."""
    parts = [_inline(picture) for picture in order.request.references]
    config: dict[str, Any] = {"aspectRatio": order.frame.ratio}
    if order.model.options.get("image_size", True):
        config["imageSize"] = order.frame.size
    return {
        "contents": [{"role": "user", "parts": [*parts, {"text": order.text}]}],
        # with TEXT beside it the model may answer in words alone
        "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": config},
    }


def _inline(picture: bytes) -> dict[str, Any]:
    # a declared type that is not the real one is a 400
    return {"inlineData": {"mimeType": sniff(picture), "data": base64.b64encode(picture).decode("ascii")}}


def read_answer(answer: Any, reply: Reply, model: Model, frame: Frame) -> Outcome:
    about: dict[str, Any] = {"model": model.id, "request_id": text_at(answer, "responseId")}
    blocked = text_at(answer, "promptFeedback", "blockReason")
    picture = next(reversed(list(_pictures(answer))), "")
    spent = cost(answer, model, frame, drawn=bool(picture))
    if blocked:
        sentence = "It does not draw this: the wording is against the service's content rules."
        return answered(_K.BLOCKED, sentence, stage="prompt", provider_code=blocked, cost=spent, **about)
    if not isinstance(found(answer, "candidates"), list):
        return answered(_K.UNKNOWN, "Its answer cannot be read", **about)
    reason = text_at(answer, "candidates", 0, "finishReason")
    kind, stage, sentence = _FINISHED.get(reason, _NO_PICTURE)
    if kind is _K.BLOCKED or not picture:
        told = _words(answer) if kind is _K.NO_IMAGE else ""
        said = f"{sentence}: “{told}”" if told else sentence
        return answered(kind, said, stage=stage, provider_code=reason, cost=spent, **about)
    return delivered(lifted(reply, picture), frame, cost=spent, provider_code=reason, **about)


def _pictures(answer: Any) -> Iterator[str]:
    """In the order in which they came; drafts of the model's thinking are not to be shown or kept."""
    for part in _parts(answer):
        data = text_at(part, "inlineData", "data")
        if data and not found(part, "thought"):
            yield data


def _words(answer: Any) -> str:
    return " ".join(text_at(part, "text") for part in _parts(answer) if not found(part, "thought")).strip()[:160]


def _parts(answer: Any) -> Iterator[Any]:
    for candidate in found(answer, "candidates") or ():
        yield from found(candidate, "content", "parts") or ()


def cost(answer: Any, model: Model, frame: Frame, *, drawn: bool) -> Money:
    """From the tokens that were counted; without their details, or where pictures have a price of their own, the picture's
    list price and the other tokens."""
    usage = found(answer, "usageMetadata")
    listed = model.prices.get(frame.size, model.price) if drawn else Money(0)
    written, image = _count(usage, "candidatesTokenCount"), _image_tokens(usage)
    text = (written - image if image else 0) + _count(usage, "thoughtsTokenCount")
    around = cost_of_tokens(model, {"text": text, "input": _count(usage, "promptTokenCount")})
    picture = cost_of_tokens(model, {"image": image}) if image and "image" in model.rates else listed
    return picture + around


def _image_tokens(usage: Any) -> int:
    details = found(usage, "candidatesTokensDetails")
    rows = details if isinstance(details, list) else ()
    return sum(_count(row, "tokenCount") for row in rows if text_at(row, "modality") == "IMAGE")


def _count(value: Any, key: str) -> int:
    number = found(value, key)
    return number if isinstance(number, int) and number > 0 else 0


# --- errors


def _error(answer: Any) -> Any:
    """Sometimes the whole body is a list with one element."""
    return found(answer, 0, "error") or found(answer, "error")


def _error_words(error: Any) -> Iterator[str]:
    details = found(error, "details")
    for detail in details if isinstance(details, list) else ():
        if _is_used_up(detail):
            yield "QUOTA_USED_UP"
        if reason := text_at(detail, "reason"):
            yield reason
    if status := text_at(error, "status"):
        yield status


def _is_used_up(detail: Any) -> bool:
    """A quota of a day, of the free tier or of nothing does not come back by waiting."""
    violations = found(detail, "violations")
    return any(
        bool(_USED_UP.search(text_at(v, "quotaId"))) or text_at(v, "quotaValue") == "0"
        for v in (violations if isinstance(violations, list) else ())
    )


def _retry_delay_s(error: Any) -> float | None:
    """A duration as protobuf writes it: "37s", "0.5s"."""
    details = found(error, "details")
    told = (text_at(d, "retryDelay") for d in (details if isinstance(details, list) else ()))
    match = next((m for m in map(_DURATION.fullmatch, told) if m), None)
    return float(match[1]) if match else None
