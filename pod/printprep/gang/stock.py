"""What lies on a gang sheet's page, each piece once: its picture, and its white plate.

Each stands in a file of its own, opened: qpdf takes it from there when it writes the page, so that the pieces of a sheet
are never in memory together.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pikepdf
from pikepdf import Name

from pod.imaging.flat import least_alpha
from pod.imaging.png import RowPacker
from pod.model.geometry import MM_PER_INCH
from pod.printprep.gang.pages import FinishedPage, layers_of, page_form
from pod.printprep.gang.spool import STRIP_ROWS, Pixels, Spool
from pod.printprep.pdf.apart import Packed, PackedRows, save
from pod.printprep.pdf.inks import Inks
from pod.printprep.pdf.pictures import PackedPicture, add_picture, add_plate
from pod.printprep.pdf.plates import announce
from pod.printprep.underbase import white_strips

_ANY_SPACE = Name.DeviceGray
"""Until it is on its page, which has one object for each colour space."""


@contextmanager
def stock(beside: Path) -> Iterator[Stock]:
    with TemporaryDirectory(dir=beside.parent) as folder, ExitStack() as opened:
        yield Stock(Path(folder), opened)


@dataclass(frozen=True, slots=True)
class Stock:
    """Gives XObjects to a page; its files are there until the page is written."""

    _folder: Path
    _opened: ExitStack

    def picture(self, sheet: pikepdf.Pdf, spool: Spool, name: str, inks: Inks, space: pikepdf.Object) -> pikepdf.Object:
        packed = _packed(spool, name, inks, self._folder)
        image = self._made(sheet, lambda alone: add_picture(alone, packed, inks.channels, _ANY_SPACE), packed.apart)
        image.ColorSpace = space
        return image

    def page(self, sheet: pikepdf.Pdf, data: bytes, page: FinishedPage) -> pikepdf.Object:
        """The page as a form, its layers made known to the sheet."""
        source = self._opened.enter_context(pikepdf.open(io.BytesIO(data)))
        for layer in layers_of(source):
            announce(sheet, sheet.copy_foreign(layer))
        return sheet.copy_foreign(source.make_indirect(page_form(source, page)))

    def white(
        self, sheet: pikepdf.Pdf, spool: Spool, name: str, space: pikepdf.Object, *, ppi: int, choke_mm: float
    ) -> pikepdf.Object:
        size_px = spool.size_px(name)
        strips = white_strips(
            lambda first, last: spool.rows(name, first, last)[..., 3],
            size_px,
            choke_mm=choke_mm,
            px_per_mm=ppi / MM_PER_INCH,
        )
        plate = self._made(sheet, lambda alone: add_plate(alone, size_px, strips, _ANY_SPACE))
        plate.ColorSpace = space
        return plate

    def _made(
        self, sheet: pikepdf.Pdf, make: Callable[[pikepdf.Pdf], pikepdf.Object], apart: Sequence[Packed] = ()
    ) -> pikepdf.Object:
        path = self._folder / f"{len(list(self._folder.iterdir()))}.pdf"
        with pikepdf.new() as alone:
            alone.Root.Piece = make(alone)
            save(alone, path, apart, recompress_flate=False)
        return sheet.copy_foreign(self._opened.enter_context(pikepdf.open(path)).Root.Piece)


def _packed(spool: Spool, name: str, inks: Inks, folder: Path) -> PackedPicture:
    """The piece's pixels in the page's colours; alpha only where it has any."""
    width, height = spool.size_px(name)
    colour, alpha = RowPacker(width, inks.channels), RowPacker(width, 1)
    seen, covers, opaque = PackedRows(folder), PackedRows(folder), True
    for rows in _strips(spool, name):
        inked, cover = inks.split(rows)
        seen.add_all(colour.add(inked))
        covers.add_all(alpha.add(np.asarray(rows[..., 3:] if cover is None else cover[..., None])))
        opaque = opaque and least_alpha(rows) == 255
    seen.add_all(colour.finish())
    covers.add_all(alpha.finish())
    return PackedPicture(width, height, seen, None if opaque else covers)


def _strips(spool: Spool, name: str) -> Iterator[Pixels]:
    height = spool.size_px(name)[1]
    for top in range(0, height, STRIP_ROWS):
        yield spool.rows(name, top, min(top + STRIP_ROWS, height))
