"""Pictures and plates of a page: lossless Flate with PNG's predictors (ISO 32000-2, 7.4.4.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Stream

from pod.imaging.png import RowPacker
from pod.printprep.pdf.apart import Packed

Mask = NDArray[np.bool_]

_ROWS = 256


@dataclass(frozen=True, slots=True)
class PackedPicture:
    """A picture as `RowPacker` packs it. No `alpha`: nothing in it is see-through."""

    width_px: int
    height_px: int
    colour: Packed
    alpha: Packed | None = None

    @property
    def apart(self) -> tuple[Packed, ...]:
        """What has to be there when the page is saved."""
        return (self.colour,) if self.alpha is None else (self.colour, self.alpha)


def add_picture(pdf: pikepdf.Pdf, picture: PackedPicture, channels: int, space: pikepdf.Object) -> pikepdf.Object:
    """The picture in `space`, its alpha as a soft mask."""
    size_px = picture.width_px, picture.height_px
    image = _packed_rows(pdf, size_px, picture.colour.name, channels, space)
    if picture.alpha is not None:
        image.SMask = _packed_rows(pdf, size_px, picture.alpha.name, 1, Name.DeviceGray)
    return image


def add_plate(
    pdf: pikepdf.Pdf, size_px: tuple[int, int], strips: Iterable[Mask], space: pikepdf.Object
) -> pikepdf.Object:
    """All of the ink, or none: where there is none nothing is painted (8.9.6.4), so that the plate covers nothing beside it.

    Eight bits for what needs one: printers' checks ask more than twice the resolution of a one-bit picture.
    """
    packer = RowPacker(size_px[0], 1)
    packed = list[bytes]()
    for strip in strips:
        for top in range(0, len(strip), _ROWS):
            packed += packer.add(np.where(strip[top : top + _ROWS, :, None], np.uint8(255), np.uint8(0)))
    packed += packer.finish()
    plate = _packed_rows(pdf, size_px, b"".join(packed), 1, space)
    plate.Mask = Array([0, 0])
    return plate


def _packed_rows(
    pdf: pikepdf.Pdf, size_px: tuple[int, int], packed: bytes, channels: int, space: pikepdf.Object
) -> pikepdf.Object:
    width_px, height_px = size_px
    stream = Stream(pdf, b"")
    stream.write(
        packed,
        filter=Name.FlateDecode,
        decode_parms=Dictionary(Predictor=15, Colors=channels, BitsPerComponent=8, Columns=width_px),
    )
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width_px, height_px, 8
    stream.ColorSpace = space
    return pdf.make_indirect(stream)
