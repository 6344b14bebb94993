"""What requests and answers are made of, whatever the resource."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Self

from flask import Response, jsonify, make_response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from pod.model.artwork import FileRef
from pod.model.findings import Finding, Findings
from pod.model.geometry import Box
from pod.model.money import Money
from pod.web.files import file_url


def _storable(text: str) -> str:
    """Lone surrogates are no text, and no database keeps a NUL."""
    if "\0" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("the text holds characters that cannot be written down")
    return text


Text = Annotated[str, AfterValidator(_storable)]

Word = Annotated[str, Field(max_length=200), AfterValidator(_storable)]
"""A name, an id, what somebody searches for."""

Words = Annotated[str, Field(max_length=500), AfterValidator(_storable)]
"""What is set in type or told to a person. No slot holds as many; screening a hundred thousand would take a minute."""


class Read(BaseModel):
    """What is read from every request of its kind: the library asks for the schema each time, so it is kept."""

    @classmethod
    def model_json_schema(cls, *how: Any, **exactly: Any) -> dict[str, Any]:
        return super().model_json_schema(*how, **exactly) if how or exactly else _plain_schema(cls)


@cache
def _plain_schema(model: type[Read]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


class Asked(Read):
    """A request's body or query. A field that nobody knows is refused: a misspelt one must not pass in silence."""

    model_config = ConfigDict(extra="forbid")


class Answer(BaseModel):
    """What goes out. Values of the model become answers by `of`, each in one place."""

    model_config = ConfigDict(frozen=True)


def answered(answer: Answer, status: int = 200) -> Response:
    return make_response(jsonify(answer.model_dump(mode="json")), status)


class IdempotencyHeader(Read):
    key: Text = Field(
        "",
        alias="Idempotency-Key",
        description="The same key again gets the same answer and does nothing again. 1 to 255 characters; without an "
        "API key at least 16: use a UUID.",
    )


class ComparedHeader(Read):
    known: str = Field("", alias="If-None-Match", description="The `ETag` of the answer that is there already.")


class Listing(Asked):
    q: Word = Field("", description="Words to look for.")
    cursor: Word = Field("", description="`next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=200)


class BoxOut(Answer):
    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, box: Box) -> Self:
        return cls(left=box.left, top=box.top, width=box.width, height=box.height)


class MoneyOut(Answer):
    amount: str = Field(examples=["24.90"])
    currency: str = Field(examples=["USD"])

    @classmethod
    def of(cls, money: Money) -> Self:
        amount, currency = str(money).split(" ")
        return cls(amount=amount, currency=currency)


class FindingOut(Answer):
    """One measured fact. `severity`: fixed (we changed it), choose (it prints, but look), blocked (it cannot print)."""

    rule: str = Field(examples=["off_centre"])
    severity: str = Field(examples=["fixed"])
    message: str
    measured: str = Field(examples=["7.1 %"])
    required: str = Field(examples=["2 %"])
    after: str = ""
    way_out: str = ""
    where_px: BoxOut | None = Field(None, description="The worst place in the picture that was checked.")
    where_mm: BoxOut | None = Field(None, description="The same place on the print, from its trim's left upper corner.")
    also_px: tuple[BoxOut, ...] = Field((), description="Further places of the same kind.")

    @classmethod
    def of(cls, found: Finding) -> Self:
        return cls(
            rule=found.rule,
            severity=found.severity.value,
            message=found.message,
            measured=found.measured,
            required=found.required,
            after=found.after,
            way_out=found.way_out,
            where_px=BoxOut.of(found.where_px) if found.where_px else None,
            where_mm=BoxOut.of(found.where_mm) if found.where_mm else None,
            also_px=tuple(BoxOut.of(box) for box in found.also_px),
        )


class FindingsOut(Answer):
    verdict: str = Field(examples=["ready"], description="ready, fixed, choose or blocked: the worst of the findings.")
    findings: tuple[FindingOut, ...]
    not_measured: tuple[str, ...] = Field(description="What could not be measured; silence is no pass.")

    @classmethod
    def of(cls, findings: Findings) -> Self:
        return cls(
            verdict=findings.verdict,
            findings=tuple(FindingOut.of(f) for f in findings.found),
            not_measured=findings.not_measured,
        )


class PreflightOut(FindingsOut):
    marked_png: str = Field("", description="Base64: the file with the places marked, where `marked` asked for it.")


class FileOut(Answer):
    """A file and where it is got from; the address expires within twelve hours."""

    sha256: str
    bytes: int
    media_type: str = Field(examples=["image/png"])
    url: str

    @classmethod
    def of(cls, ref: FileRef, name: str = "") -> Self:
        url = file_url(ref, name=name, download=bool(name))
        return cls(sha256=ref.sha256, bytes=ref.bytes, media_type=ref.media_type, url=url)
