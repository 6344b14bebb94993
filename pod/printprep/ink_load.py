"""Total ink: how much of all inks together lies on one place (Ghent Workgroup 2022: the mean over any 15 mm square)."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.imaging.press import PressProfile, most_ink
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box
from pod.model.product import ProcessLimits
from pod.printprep.fit import Sheet
from pod.printprep.places import placed

Pixels = NDArray[np.uint8]

_SQUARE_MM = 15.0
_LOOK_PX = 1200
_PLATES = ("Cyan", "Magenta", "Yellow", "Black")
_PLATE_PPI = 100
_GHOSTSCRIPT_S = 30


def ink_limit_percent(process: ProcessLimits, press: PressProfile | None) -> int:
    """The process's own limit, else what the press profile never exceeds; 0 where neither says."""
    return process.max_ink_percent or (most_ink(press) if press else 0)


def ink_findings(inks: Pixels | None, sheet: Sheet, process: ProcessLimits, press: PressProfile | None) -> Findings:
    """Not measured where the inks cannot be had (None), or nobody says how much may lie on one place."""
    limit = ink_limit_percent(process, press)
    return Findings((), ("over_ink",)) if inks is None or not limit else Findings(tuple(_over_ink(inks, sheet, limit)))


def _over_ink(inks: Pixels, sheet: Sheet, limit_percent: int) -> Iterator[Finding]:
    """`inks` is height × width × inks, 255 for full; `sheet` has the size of the picture in which the place is marked."""
    height, width = inks.shape[:2]
    factor = min(1.0, _LOOK_PX / max(width, height))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    percent = cv2.resize(inks, size, interpolation=cv2.INTER_AREA).astype(np.float32).sum(axis=2) * (100 / 255)
    px_per_mm = size[0] / (sheet.area.width_mm + 2 * sheet.area.bleed_mm)
    side = tuple(max(1, min(round(_SQUARE_MM * px_per_mm), px)) for px in size)
    mean = cv2.blur(percent, side, borderType=cv2.BORDER_REFLECT_101)
    _, most, _, (x, y) = cv2.minMaxLoc(mean)
    if most <= limit_percent + 0.5:
        return
    found = Finding(
        "over_ink",
        Severity.CHOOSE,
        "So much ink lies on one place that it may not dry, and set off on the next sheet.",
        f"{most:.0f} % ink",
        f"at most {limit_percent} %",
        way_out="Convert it with a press profile that limits ink, or send it as sRGB.",
    )
    box = Box(x - side[0] / 2, y - side[1] / 2, side[0], side[1])
    yield placed(found, [box], sheet, scale=size[0] / sheet.width_px)


def plates_of(pdf: bytes) -> Pixels | None:
    """The first page's four process plates within its bleed, by Ghostscript; None where that is not at hand."""
    program = shutil.which("gs")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.pdf")
        page.write_bytes(pdf)
        command = (
            program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dFirstPage=1", "-dLastPage=1", "-dUseBleedBox",
            "-dUsePDFX3Profile", "-sDEVICE=tiffsep", f"-r{_PLATE_PPI}", "-o", str(Path(folder, "plate.tif")), str(page),
        )  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_GHOSTSCRIPT_S)  # noqa: S603 - -dSAFER, no shell
            return np.dstack([_plate(Path(folder, f"plate({name}).tif")) for name in _PLATES])
        except (subprocess.SubprocessError, OSError):
            return None


def _plate(path: Path) -> Pixels:
    """A plate is drawn as on film: black is full ink."""
    with Image.open(path) as film:
        return 255 - np.asarray(film.convert("L"))
