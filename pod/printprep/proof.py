"""The proof: a print file's own picture on its product, in its cloth colour, where it will be printed.

Mock-ups are drawn in millimetres and scaled once, so the art stands within a pixel of its place.
"""

from __future__ import annotations

from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.model.product import Cloth, PrintArea, ProcessLimits, Product
from pod.printprep.fit import MAX_SHEET_PX, Sheet
from pod.printprep.master import MAX_MASTER_BYTES
from pod.printprep.mockups import mockup_of
from pod.printprep.mockups.stage import Pixels


def proof(
    print_png: bytes, product: Product, area: PrintArea, cloth: Cloth, process: ProcessLimits, *, width_px: int = 1200
) -> bytes:
    """A PNG, `width_px` wide, of `area`'s print file on `product` in `cloth`."""
    art = load_picture(print_png, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_SHEET_PX).pixels
    picture = mockup_of(product, area).picture(_trimmed(art, area), area, cloth, process, width_px)
    return encode_png(picture)


def _trimmed(art: Pixels, area: PrintArea) -> Pixels:
    """The bleed is cut off: it is not seen on the product."""
    trim = Sheet(area, art.shape[1], art.shape[0]).trim_px
    return art[int(trim.top) : int(trim.bottom), int(trim.left) : int(trim.right)]
