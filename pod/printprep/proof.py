"""Proofs: a print file's own picture on its product, in its cloth.

Mock-ups are drawn in millimetres and scaled once, so a proof is true to the print file within a millimetre.
"""

from __future__ import annotations

import math

import numpy as np

from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.model.geometry import MM_PER_INCH
from pod.model.product import Cloth, PrintArea, ProcessLimits, Product
from pod.printprep.fit import MAX_SHEET_PX
from pod.printprep.master import MAX_MASTER_BYTES
from pod.printprep.mockups import mockup_of
from pod.printprep.mockups.stage import Pixels

PROOF_PX = 1200

_FINER = 2.0
"""Art is drawn this many times finer than the picture that it is resampled to."""

_WHITE, _BLACK = Cloth("white", "#ffffff"), Cloth("black", "#000000")


def proof(
    print_png: bytes,
    product: Product,
    area: PrintArea,
    cloth: Cloth,
    process: ProcessLimits,
    *,
    width_px: int = PROOF_PX,
) -> bytes:
    """A PNG, `width_px` wide, of `area`'s print file on `product` in `cloth`."""
    return encode_png(on_product(print_pixels(print_png), product, area, cloth, process, width_px=width_px))


def print_pixels(print_png: bytes) -> Pixels:
    return load_picture(print_png, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_SHEET_PX).pixels


def on_product(
    art: Pixels | None, product: Product, area: PrintArea, cloth: Cloth, process: ProcessLimits, *, width_px: int
) -> Pixels:
    """`art`, a print file's pixels with its bleed, on the product, as RGB. None shows the product empty."""
    seen = np.zeros((4, 4, 4), dtype=np.uint8) if art is None else art
    as_it_lies = area.facing(seen.shape[1], seen.shape[0])
    return mockup_of(product, area).picture(seen, as_it_lies, cloth, process, width_px)


def as_layer(art: Pixels, product: Product, area: PrintArea, process: ProcessLimits, *, width_px: int) -> Pixels:
    """The art alone, where `on_product` shows it, as RGBA: laid over the empty product in any cloth it makes the same
    picture.

    Found by looking through it: what differs between white and black cloth is what the art does not cover (Smith and
    Blinn, "Blue Screen Matting", SIGGRAPH 1996).
    """

    def seen(on: Cloth, what: Pixels | None) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return on_product(what, product, area, on, process, width_px=width_px).astype(np.float32)

    white, black, bare_white, bare_black = seen(_WHITE, art), seen(_BLACK, art), seen(_WHITE, None), seen(_BLACK, None)
    apart = (bare_white - bare_black).sum(axis=2)
    through = np.where(apart > 1, (white - black).sum(axis=2) / np.maximum(apart, 1), 0).clip(0, 1)
    # where the cloth is not seen at all, whatever differs from the empty product is the art
    unseen = (apart <= 1) & (np.abs(white - bare_white).max(axis=2) < 1)
    cover = np.where(unseen, 0, 1 - through)[..., None]
    colour = (white - (1 - cover) * bare_white) / np.maximum(cover, 1 / 255)
    return np.dstack([np.rint(colour.clip(0, 255)), np.rint(cover * 255)]).astype(np.uint8)


def enough_ppi(product: Product, area: PrintArea, *, width_px: int) -> int:
    """The resolution at which art is drawn for a picture `width_px` wide: what is finer would not be seen."""
    scene_mm = mockup_of(product, area).width_mm(area)
    return min(area.target_ppi, math.ceil(_FINER * MM_PER_INCH * width_px / scene_mm))
