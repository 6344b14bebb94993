"""``/gang-sheets``: approved print files on as few sheets as they need."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from flask import Response, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from pod.model.errors import InputRefused
from pod.model.gangsheet import GangAsked, GangSheets, SheetMade
from pod.model.listing import Page
from pod.printprep.gang import SHEETS, SheetSize
from pod.services.gangsheets import PieceWanted, sheet_size
from pod.web.api.shapes import Answer, Asked, FileOut, IdempotencyHeader, Listing, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import answered_once
from pod.web.limits import WORK, limited

api = APIBlueprint("gang_sheets", __name__, url_prefix="/api/v1/gang-sheets", abp_tags=[Tag(name="gang sheets")])

_MOST = 500
Millimetres = Annotated[float, Field(gt=0, le=5080, allow_inf_nan=False)]
Margin = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class PieceAsked(Asked):
    version_id: Word = Field(description="An approved version.")
    area: Word = Field("", description="All areas that it is printed on where empty.")
    copies: int = Field(1, ge=1, le=2000)


class SheetsAsked(Asked):
    """`sheet` is one that is sold; `width_mm` and `height_mm` are one of your own."""

    pieces: list[PieceAsked] = Field(default_factory=list, max_length=_MOST)
    orders: list[Word] = Field(
        default_factory=list, max_length=_MOST, description="Paid orders, of which every line is printed."
    )
    sheet: Word = Field("", description=f"One of {', '.join(SHEETS)}.", examples=["22in-roll"])
    width_mm: Millimetres | None = None
    height_mm: Millimetres | None = None
    roll: bool = Field(default=False, description="Cut off where the pieces end, at `height_mm` at most.")
    gap_mm: Margin = 3.0
    margin_mm: Margin = 5.0
    ppi: int = Field(300, ge=30, le=1200)
    rotate: bool = Field(default=True, description="Whether pieces may be turned.")
    nest: bool = Field(default=False, description="By the pieces' true shapes, for stickers.")
    labels: bool = Field(default=False, description="Job, copy and position under each piece.")
    cut: Literal["none", "crop", "box", "contour"] = "none"
    max_sheets: int = Field(0, ge=0, le=1000, description="0 is as many as are needed.")
    formats: list[Literal["png", "pdf"]] = Field(["png", "pdf"], min_length=1, max_length=2)

    def value(self) -> GangAsked:
        size = self._size()
        return GangAsked(
            pieces=(),
            width_mm=size.width_mm,
            height_mm=size.height_mm,
            roll=size.roll,
            gap_mm=self.gap_mm,
            margin_mm=self.margin_mm,
            ppi=self.ppi,
            may_turn=self.rotate,
            nested=self.nest,
            labels=self.labels,
            cut=self.cut,
            most_sheets=self.max_sheets,
            formats=tuple(dict.fromkeys(self.formats)),
        )

    def _size(self) -> SheetSize:
        own = self.width_mm and self.height_mm
        if bool(self.sheet) == bool(own):
            raise InputRefused(
                "which_sheet",
                "Say either which sheet to use, or its size.",
                "Send `sheet`, or `width_mm` and `height_mm`.",
            )
        if self.width_mm and self.height_mm:
            return SheetSize(self.width_mm, self.height_mm, roll=self.roll)
        return sheet_size(self.sheet)


class SheetOut(Answer):
    number: int
    width_mm: float
    height_mm: float = Field(description="Of a roll, what is used of it.")
    pieces: int
    fill: float = Field(description="The share of the sheet that pieces cover.")
    files: dict[str, FileOut]

    @classmethod
    def of(cls, sheet: SheetMade) -> Self:
        return cls(
            number=sheet.number,
            width_mm=round(sheet.width_mm, 2),
            height_mm=round(sheet.height_mm, 2),
            pieces=sheet.pieces,
            fill=round(sheet.fill, 4),
            files={f: FileOut.of(ref, f"gang-sheet-{sheet.number}.{f}") for f, ref in sheet.files},
        )


class LeftOut(Answer):
    name: str
    copies: int
    why: str


class SheetsOut(Answer):
    id: str
    state: str = Field(examples=["made"], description="queued, made or failed.")
    reason: str = Field(description="Why it failed, and what to do.")
    created_at: datetime
    pieces: int = Field(description="All copies together.")
    sheets: tuple[SheetOut, ...]
    left: tuple[LeftOut, ...] = Field(description="Copies that found no place.")
    links: dict[str, str]

    @classmethod
    def of(cls, made: GangSheets) -> Self:
        return cls(
            id=made.id,
            state=made.state.value,
            reason=made.reason,
            created_at=made.created_at,
            pieces=sum(piece.copies for piece in made.asked.pieces),
            sheets=tuple(SheetOut.of(sheet) for sheet in made.sheets),
            left=tuple(LeftOut(name=left.name, copies=left.copies, why=left.why) for left in made.left),
            links={"self": url_for("gang_sheets.show_gang_sheets", sheets_id=made.id)},
        )


class SheetsListed(Answer):
    items: tuple[SheetsOut, ...]
    next_cursor: str

    @classmethod
    def of(cls, page: Page[GangSheets]) -> Self:
        return cls(items=tuple(SheetsOut.of(made) for made in page.items), next_cursor=page.next_cursor)


class SheetsPath(BaseModel):
    sheets_id: Word


@api.post("", responses={202: SheetsOut})
@allow("operator")
@limited(WORK)
def ask_for_gang_sheets(header: IdempotencyHeader, body: SheetsAsked) -> Response:
    """Puts print files of approved versions and paid orders on sheets. A job makes them; they are kept for a month."""

    def ask() -> tuple[int, dict[str, Any]]:
        pieces = [PieceWanted(p.version_id, p.area, p.copies) for p in body.pieces]
        made = services().gangs.ask(caller(), body.value(), pieces, body.orders)
        return 202, SheetsOut.of(made).model_dump(mode="json")

    return answered_once(header.key, body.model_dump(), ask)


@api.get("", responses={200: SheetsListed})
@allow("viewer")
def list_gang_sheets(query: Listing) -> Response:
    """Gang sheets of the last month, newest first."""
    return answered(SheetsListed.of(services().gangs.page(caller(), cursor=query.cursor, limit=query.limit)))


@api.get("/<sheets_id>", responses={200: SheetsOut})
@allow("operator")
def show_gang_sheets(path: SheetsPath) -> Response:
    """How far they are, and the sheets once they are made."""
    return answered(SheetsOut.of(services().gangs.get(caller(), path.sheets_id)))
