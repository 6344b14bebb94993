"""Recraft: true SVG. What comes is read into a drawing of ours, and only that is kept and printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pod.drawing import Drawing, rasterise, write_svg
from pod.drawing.display import Fill
from pod.drawing.foreign import read_foreign_svg
from pod.http import Reply
from pod.imaging.colour import parse_hex, srgb_icc
from pod.imaging.png import encode_png
from pod.model.errors import InputRefused
from pod.providers.answers import Reading, answered, delivered, found, lifted, read_json, refusal, text_at
from pod.providers.base import Capabilities, Frame, Outcome, OutcomeKind, Pending, Picture, ProviderFactory
from pod.providers.models import load_models
from pod.providers.remote import (
    Keyed,
    KeyedSettings,
    Order,
    address_setting,
    key_setting,
    model_setting,
)

_K = OutcomeKind

MODELS = load_models("recraft")
MODEL = "recraftv4_1_vector"
BASE_URL = "https://external.api.recraft.ai"

_RATIO_OFF = 0.02
_WHOLE_FRAME = 0.99
_PPI = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecraftSettings(KeyedSettings):
    api_key: str = key_setting("Token of the Recraft API.")
    model: str = model_setting(MODEL)
    base_url: str = address_setting(BASE_URL)


class Recraft(Keyed):
    name = "recraft"
    own_models = MODELS
    reading = Reading(statuses={404: _K.MODEL_GONE})

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, vector=self.models[0].options["vector"], prompt_family="short")

    def _ask(self, order: Order) -> Outcome | Pending:
        reply = self._client.send("POST", "/v1/images/generations", json=fields(order), lift=True)
        return self._read(reply, order)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v1/users/me")

    def _read(self, reply: Reply, order: Order) -> Outcome:
        if not 200 <= reply.status < 300:
            return self._refused(reply)
        answer, model = read_json(reply), order.model
        if not isinstance(found(answer, "data"), list):
            return answered(_K.UNKNOWN, "Its answer cannot be read", model=model.id)
        about: dict[str, Any] = {"model": model.id, "cost": model.prices[order.frame.size]}
        picture = text_at(answer, "data", 0, "b64_json")
        if not picture:
            return answered(_K.NO_IMAGE, "It answered without a picture", **about)
        data = lifted(reply, picture)
        return drawn(data, order, about) if model.options["vector"] else delivered(data, order.frame, **about)

    def _refused(self, reply: Reply, *, look: bool = False) -> Outcome:
        """As JSON, or as a line of text."""
        answer = read_json(reply)
        code = text_at(answer, "code")
        kind = self.reading.kind(reply, code, look=look)
        return refusal(kind, reply, said=text_at(answer, "message"), provider_code=code)


def fields(order: Order) -> dict[str, Any]:
    """There is no field for a seed, and none for what is not wanted. Colours are named where the brief names them."""
    prompt = order.request.prompt
    colours = {"colors": [_rgb(ink) for ink in prompt.inks]} if prompt.inks else {}
    ground = {"background_color": _rgb(prompt.key_rgb)} if prompt.key_rgb else {}
    return {
        "prompt": order.text,
        "model": order.model.id,
        "n": 1,
        "size": order.frame.ratio,
        "response_format": "b64_json",
        **({"controls": {**colours, **ground}} if colours or ground else {}),
    }


def _rgb(colour: str) -> dict[str, list[int]]:
    return {"rgb": list(parse_hex(colour))}


def drawn(data: bytes, order: Order, about: Mapping[str, Any]) -> Outcome:
    """The SVG as a drawing, written and painted anew. A ground that would be cut out is left away."""
    try:
        drawing, left_out = read_foreign_svg(data)
    except InputRefused as e:
        return answered(_K.NO_IMAGE, str(e), **about)
    free = _without_ground(drawing) if order.request.prompt.key_rgb else drawing
    if not free.items:
        return answered(_K.NO_IMAGE, "The SVG that came is blank", **about)
    wrong = _wrong_ratio(drawing, order.frame)
    told = f"Left out of the SVG that came: {', '.join(left_out)}." if left_out else ""
    pixels = rasterise(free, order.frame.width_px)
    picture = Picture(
        data=encode_png(pixels, ppi=_PPI, icc=srgb_icc()),
        vector=write_svg(free).encode(),
        palette=free.inks()[:12],
        notes=tuple(filter(None, (told, wrong))),
        facts={"delivered": f"SVG, {len(drawing.items)} shapes"},
    )
    return Outcome(_K.WRONG_SIZE if wrong else _K.OK, picture, reason=wrong, **about)


def _wrong_ratio(drawing: Drawing, frame: Frame) -> str:
    came, wanted = drawing.width / drawing.height, frame.width_px / frame.height_px
    if abs(came / wanted - 1) <= _RATIO_OFF:
        return ""
    return f"A ratio of {wanted:.2f} was asked for, {came:.2f} was delivered."


def _without_ground(drawing: Drawing) -> Drawing:
    """Without the flat sheets that lie under everything and fill the whole frame."""
    items = list(drawing.items)
    while items and isinstance(items[0], Fill) and _is_ground(items[0], drawing):
        del items[0]
    return replace(drawing, items=tuple(items))


def _is_ground(item: Fill, drawing: Drawing) -> bool:
    box, slack = item.path.bounds(), (1 - _WHOLE_FRAME) * drawing.width
    fills = (
        max(box.left, box.top) <= slack and box.right >= drawing.width - slack and box.bottom >= drawing.height - slack
    )
    return fills and isinstance(item.paint, str) and item.path.geometry().area >= _WHOLE_FRAME * box.width * box.height


PROVIDER = ProviderFactory("recraft", RecraftSettings, Recraft, "Recraft’s models, which draw true SVG.")
