"""``/uploads``, ``/checks``, ``/preflights``: a customer's own picture, and what is wrong with a file."""

from __future__ import annotations

import base64
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.file import FileStorage
from flask_openapi3.models.tag import Tag
from pydantic import ConfigDict, Field, field_validator

from pod.model.account import Upload
from pod.web.api.shapes import Answer, Asked, FileOut, FindingsOut, IdempotencyHeader, PreflightOut, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import replayed
from pod.web.limits import UPLOADS, WORK, limited, slow

api = APIBlueprint("pictures", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="pictures")])


class FileAsked(Asked):
    # a form's texts that look like numbers arrive as numbers
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    file: FileStorage = Field(description="PNG, JPEG, WebP or TIFF, at most 25 MB and 50 megapixels.")

    @field_validator("file")
    @classmethod
    def _is_file(cls, value: object) -> object:
        if isinstance(value, str):
            raise ValueError("send it as a file of a multipart form, not as text")
        return value


class PreflightAsked(FileAsked):
    file: FileStorage = Field(description="A print file: PNG, JPEG, WebP, TIFF or PDF, at most 25 MB.")
    product: Word = Field(examples=["tee"])
    area: Word = Field("", description="The product's first print area where empty.")
    cloth: Word = ""
    marked: bool = Field(default=False, description="Send a picture of the file as well, with the places marked.")


class UploadOut(Answer):
    id: str = Field(description="For `artwork` or `reference` of `POST /designs`.")
    name: str
    width_px: int
    height_px: int
    file: FileOut

    @classmethod
    def of(cls, upload: Upload) -> Self:
        return cls(
            id=upload.id,
            name=upload.name,
            width_px=upload.width_px,
            height_px=upload.height_px,
            file=FileOut.of(upload.file),
        )


@api.post("/uploads", responses={201: UploadOut})
@allow("customer")
@limited(UPLOADS)
@slow
def upload_picture(header: IdempotencyHeader, form: FileAsked) -> Response:
    """Takes your own picture and writes it anew: pixels only, none of the file's tags."""
    made, new = services().pictures.upload_once(caller(), form.file.read(), form.file.filename or "", header.key)
    response = answered(UploadOut.of(made), 201)
    return response if new else replayed(response)


@api.post("/checks", responses={200: FindingsOut})
@allow("anyone")
@limited(WORK)
@slow
def check_picture(form: FileAsked) -> Response:
    """Composition: centre, margins, cut edges, painted grounds, specks. Nothing is kept."""
    return answered(FindingsOut.of(services().pictures.check(form.file.read())))


@api.post("/preflights", responses={200: PreflightOut})
@allow("anyone")
@limited(WORK)
@slow
def preflight_file(form: PreflightAsked) -> Response:
    """Whether a file can be printed on a product's area as it is. Nothing is kept."""
    found, picture = services().pictures.preflight(
        form.file.read(), form.product, form.area, form.cloth, marked=form.marked
    )
    shown = base64.b64encode(picture).decode()
    return answered(PreflightOut(**FindingsOut.of(found).model_dump(), marked_png=shown))
