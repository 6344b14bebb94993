"""Pictures with one defect each, made on a good file."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from pod.imaging.plain import PRESS_PROFILE
from tests.imaging import files
from tests.imaging.test_input_colour import DISPLAY_P3
from tests.printprep.foreign import (
    AREA,
    DTG,
    FULL,
    PAPER,
    art,
    as_png,
    full,
)  # fmt: skip

WHITE = "#ffffff"


@dataclass(frozen=True)
class Defect:
    """`make` gives the file; `rule` is who finds it; `placed` whether it has a place."""

    make: Callable[[], bytes]
    rule: str
    severity: str = "blocked"
    area: object = FULL
    process: object = PAPER
    cloth_rgb: str = ""
    placed: bool = False


def picture(change: Callable[[np.ndarray], None], *, base=art, **options) -> Callable[[], bytes]:
    def make() -> bytes:
        pixels = base()
        change(pixels)
        return as_png(pixels, **options)

    return make


def _unchanged(_pixels: np.ndarray) -> None:
    """For defects that lie beside the pixels."""


def inked(where: tuple, colour: tuple[int, ...] = (200, 40, 30, 255)) -> Callable[[np.ndarray], None]:
    return lambda pixels: pixels.__setitem__(where, colour)


def _glow(pixels: np.ndarray) -> None:
    pixels[180:230, 200:500] = (200, 40, 30, 120)


def _white_letters(pixels: np.ndarray) -> None:
    pixels[pixels[..., 3] > 0] = (250, 250, 250, 255)


def guide_box(inset_px: int, colour: tuple[int, int, int], width_px: int = 2) -> Callable[[np.ndarray], None]:
    def draw(pixels: np.ndarray) -> None:
        height, width = pixels.shape[:2]
        a, b = inset_px, inset_px + width_px
        for where in (
            np.s_[a:b, a : width - a],
            np.s_[height - b : height - a, a : width - a],
            np.s_[a : height - a, a:b],
            np.s_[a : height - a, width - b : width - a],
        ):
            pixels[where] = (*colour, 255)

    return draw


def _crosses(pixels: np.ndarray) -> None:
    height, width = pixels.shape[:2]
    trim = round(3 / 25.4 * 300)
    for y in (trim, height - trim):
        for x in (trim, width - trim):
            pixels[y - 1 : y + 1, max(0, x - 30) : x + 30] = (0, 255, 255, 255)
            pixels[max(0, y - 30) : y + 30, x - 1 : x + 1] = (0, 255, 255, 255)


def tiff(levels: np.ndarray, photometric: int, **options) -> Callable[[], bytes]:
    """With the right resolution tag, so that nothing else is wrong with it."""

    def make() -> bytes:
        data = files.tiff(levels, photometric, **options)
        return data.replace(b"", b"")

    return make


def _inks(*level: int) -> np.ndarray:
    width, height = FULL.size_px
    return np.full((height, width, 4), level, np.uint8)


def _trim_only() -> bytes:
    return as_png(full(replace(FULL, bleed_mm=0)))


PICTURES: dict[str, Defect] = {
    "wrong size": Defect(lambda: as_png(full(replace(FULL, width_mm=50))), "wrong_size"),
    "no bleed": Defect(_trim_only, "missing_bleed"),
    "no profile": Defect(picture(_unchanged, icc=None), "untagged_colour", "choose", AREA, DTG),
    "a wide profile": Defect(picture(_unchanged, icc=DISPLAY_P3), "converted_colour", "choose", AREA, DTG),
    "a profile that is none": Defect(picture(_unchanged, icc=b"x" * 300), "unusable_profile", "choose", AREA, DTG),
    "a wrong resolution tag": Defect(picture(_unchanged, dpi=72), "resolution_tag", "choose", AREA, DTG),
    "art in the margin": Defect(picture(inked(np.s_[:60, 200:400])), "outside_safe", "choose", AREA, DTG, placed=True),
    "a box of ground": Defect(
        picture(inked(np.s_[:, :], (90, 90, 90, 255))), "opaque_box", "choose", replace(AREA, safe_mm=0), DTG
    ),
    "a glow": Defect(picture(_glow), "soft_alpha", "choose", AREA, DTG, placed=True),
    "a hairline": Defect(picture(inked(np.s_[100:103, 100:600])), "thin_lines", "choose", AREA, DTG, placed=True),
    "a narrow gap": Defect(
        picture(inked(np.s_[400:405, 200:500], (0, 0, 0, 0))), "narrow_gaps", "choose", AREA, DTG, placed=True
    ),
    "dust": Defect(picture(inked(np.s_[100:104, 600:604])), "specks", "choose", AREA, DTG, placed=True),
    "a hole in the ground": Defect(
        picture(inked(np.s_[500:520, 300:320], (30, 60, 90, 0)), base=full), "transparent_ground", placed=True
    ),
    "a white edge": Defect(
        picture(inked(np.s_[:, -1], (255, 255, 255, 255)), base=full), "white_hairline", placed=True
    ),
    "white on white": Defect(picture(_white_letters), "invisible_on_cloth", "blocked", AREA, DTG, WHITE, placed=True),
    "half of it white on white": Defect(
        picture(inked(np.s_[240:540, 120:500], (252, 252, 252, 255))),
        "invisible_on_cloth",
        "choose",
        AREA,
        DTG,
        WHITE,
        placed=True,
    ),
    "magenta guides at the trim": Defect(
        picture(guide_box(35, (255, 0, 255)), base=full), "template_guides", placed=True
    ),
    "press-magenta guides in the safe area": Defect(
        picture(guide_box(71, (230, 0, 126)), base=full), "template_guides", placed=True
    ),
    "cyan crosses at the corners": Defect(picture(_crosses, base=full), "template_guides", placed=True),
    "16 bits": Defect(
        lambda: files.png(full().astype(np.uint16) * 257, {b"sRGB": b"\0", **_phys()}), "sixteen_bits", "choose"
    ),
    "lying on its side": Defect(lambda: _turned(), "turned", "choose"),
    "inks without a profile": Defect(lambda: cmyk_tiff((60, 40, 20, 0), b""), "untagged_inks", "choose"),
    "too much ink": Defect(
        lambda: cmyk_tiff((255, 230, 230, 200), PRESS_PROFILE.read_bytes()), "over_ink", "choose", placed=True
    ),
}


def _phys() -> dict[bytes, bytes]:
    return {b"pHYs": b"\0\0\x2e\x23\0\0\x2e\x23\x01"}


def _turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return as_png(np.ascontiguousarray(np.rot90(full(), 1)), exif=exif)


def cmyk_tiff(ink: tuple[int, int, int, int], icc: bytes) -> bytes:
    stream = io.BytesIO()
    image = Image.frombytes("CMYK", FULL.size_px, _inks(*ink).tobytes())
    image.save(stream, "TIFF", dpi=(300, 300), compression="tiff_lzw", **({"icc_profile": icc} if icc else {}))
    return stream.getvalue()
