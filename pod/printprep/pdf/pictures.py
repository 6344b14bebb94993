"""Pictures of a page: lossless Flate with PNG's predictors (ISO 32000-2, 7.4.4.4), and plates of one bit a pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pikepdf
from isal import isal_zlib
from numpy.typing import NDArray
from pikepdf import Dictionary, Name, Stream

_LEVEL = 2


@dataclass(frozen=True, slots=True)
class PackedPicture:
    """A picture as `RowPacker` packs it, in pieces. No `alpha`: nothing in it is see-through."""

    width_px: int
    height_px: int
    colour: tuple[bytes, ...]
    alpha: tuple[bytes, ...] = ()


def add_picture(pdf: pikepdf.Pdf, picture: PackedPicture, channels: int, space: pikepdf.Object) -> pikepdf.Object:
    """The picture in `space`, its alpha as a soft mask."""
    image = _packed_rows(pdf, picture, picture.colour, channels, space)
    if picture.alpha:
        image.SMask = _packed_rows(pdf, picture, picture.alpha, 1, Name.DeviceGray)
    return image


def add_plate(pdf: pikepdf.Pdf, mask: NDArray[np.bool_], space: pikepdf.Object) -> pikepdf.Object:
    """One bit for each pixel: all of the ink, or none. In a Separation 1 is full ink (8.6.6.4)."""
    bits = np.packbits(mask, axis=1)
    stream = Stream(pdf, b"")
    stream.write(isal_zlib.compress(bits.tobytes(), _LEVEL), filter=Name.FlateDecode)
    return _named(pdf, stream, mask.shape[1], mask.shape[0], 1, space)


def _packed_rows(
    pdf: pikepdf.Pdf, picture: PackedPicture, pieces: tuple[bytes, ...], channels: int, space: pikepdf.Object
) -> pikepdf.Object:
    stream = Stream(pdf, b"")
    stream.write(
        b"".join(pieces),
        filter=Name.FlateDecode,
        decode_parms=Dictionary(Predictor=15, Colors=channels, BitsPerComponent=8, Columns=picture.width_px),
    )
    return _named(pdf, stream, picture.width_px, picture.height_px, 8, space)


def _named(
    pdf: pikepdf.Pdf, stream: Stream, width_px: int, height_px: int, bits: int, space: pikepdf.Object
) -> pikepdf.Object:
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent, stream.ColorSpace = width_px, height_px, bits, space
    return pdf.make_indirect(stream)
