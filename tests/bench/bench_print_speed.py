"""One opaque picture of 4096 × 4096 px, once with a little and once with much grain, to 4500 × 5400 RGBA PNG at 300 ppi.

Everybody reads the same PNG (Pillow's, level 1) from disk, resamples with Lanczos of three lobes to 4500 × 4500, places
it in the middle, and writes a PNG with a resolution tag. Pod also looks for faults, carries a profile and lets colour
run on beside the ink; the others do not. libvips and sharp are shown at their defaults and at the fastest setting whose
file is no more than 1.3 times Pillow's.
"""

from __future__ import annotations

import ctypes
import gc
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

from pod.model.product import Background, Fit, PrintArea
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, prepare
from pod.store.catalogue import FileCatalogue
from tests.bench.rows import Row, Said, Work

TITLE = "Print files: an opaque 4096 px picture to 4500 × 5400 px, beside others"

NOTE = """\
The floor, counted: 24 to 40 MB of PNG inflate to 50 MB of lines (0.12 CPU s with ISA-L); their row filters are undone
(0.06 s); 18 and 20 million pixels pass seven taps of Lanczos, across and down (0.30 s in Pillow, 0.52 s in libvips); 24
million pixels, 97 MB, are filtered and deflated (0.20 s) and 33 to 52 MB written (0.05 s): about 0.75 s, if nothing is
copied and nothing looked at. Pod holds neither the picture (50 MB) nor the sheet (97 MB): bands of 64 rows go from the
file through the resampler into the file, decoding and resampling in one thread, looking and deflating in another. One
deflate stream serves PNG and PDF where the sheet is opaque. Libraries alone take about 97 MB, and what
this bench leaves behind is in the peaks (`tests/printprep/test_memory.py` measures without it: under 150 MB)."""

SIDE_PX, SHEET_PX = 4096, (4500, 5400)
SHOP = FileCatalogue(templates_dir())
TEE = SHOP.product("tee")
AREA = replace(TEE.areas[0], width_mm=381.0, height_mm=457.2, px=SHEET_PX)
WHEN = datetime(2026, 1, 1, tzinfo=UTC)

_FULL = replace(AREA, background=Background.FULL, fit=Fit.COVER)
_SMALL = replace(AREA, width_mm=84.667, height_mm=101.6, px=(1000, 1200))
_SHARP = "0.35.5"

_SHARP_SCRIPT = """
const sharp = require('sharp');
const [input, output, asked] = process.argv.slice(1);
const {side, margin, png} = JSON.parse(asked);
sharp(input).resize(side, side, {kernel: 'lanczos3', fit: 'fill'}).ensureAlpha()
  .extend({top: margin, bottom: margin, background: {r: 0, g: 0, b: 0, alpha: 0}})
  .withMetadata({density: 300}).png(png).toFile(output).catch(e => { console.error(e); process.exit(1); });
"""


def rows() -> Iterator[Row]:
    for name, grain in (("photo with little grain", 4.0), ("noisy photo", 12.0)):
        picture = partial(_picture, grain)
        for who, work in _ways().items():
            yield f"{name} to PNG: {who}", partial(_ready, picture, work)
    for name, make, area in (("opaque", partial(_picture, 4.0), _FULL), ("cut-out", _cut_out, AREA)):
        for formats in (("png",), ("png", "pdf")):
            told = " and ".join(f.upper() for f in formats)
            yield f"{name} picture: {told}", partial(_ready, make, partial(_by_pod, area=area, formats=formats))
    yield "100 pictures of 1024 px to 1000 × 1200 PNG, one after the other", partial(_ready, _small_picture, _batch)


def _ways() -> dict[str, Callable[[Path, Path], None]]:
    """First Pod, to which the others are compared."""
    ways: dict[str, Callable[[Path, Path], None]] = {"Pod": _by_pod, "plain Pillow": _by_pillow}
    if find_spec("pyvips"):
        ways["libvips"] = _by_vips
        ways["libvips, Sub filter, level 2"] = partial(_by_vips, compression=2, filter="sub")
    if shutil.which("npm"):
        ways["sharp"] = partial(_by_sharp, png={})
        ways["sharp, level 2, all filters"] = partial(_by_sharp, png={"compressionLevel": 2, "adaptiveFiltering": True})
    return ways


def _ready(make: Callable[[Path], None], work: Callable[[Path, Path], object]) -> Work:
    """The picture is made beforehand, and what that took is given back: it is not the work's."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    source = folder / "picture.png"
    make(source)
    _give_back_memory()
    if isinstance(work, partial) and work.func is _by_sharp:
        _install_sharp()
    return partial(_in_folder, folder, source, work)


def _give_back_memory() -> None:
    gc.collect()
    if sys.platform == "linux" and platform.libc_ver()[0] == "glibc":
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def _in_folder(folder: Path, source: Path, work: Callable[[Path, Path], object]) -> Said:
    try:
        said = work(source, folder)
        size = sum(file.stat().st_size for file in folder.glob("front.*"))
        return said if isinstance(said, Said) else Said(f"{size / 1e6:.1f} MB")
    finally:
        shutil.rmtree(folder)


# --- pictures


def _picture(grain: float, path: Path, side_px: int = SIDE_PX) -> None:
    """Soft shapes under grain, opaque to its edges."""
    y, x = np.mgrid[0:side_px, 0:side_px].astype(np.float32)
    noise = np.random.default_rng(3)
    pixels = np.empty((side_px, side_px, 3), dtype=np.uint8)
    for channel, (a, b) in enumerate(((310, 170), (190, 420), (530, 260))):
        level = 128 + 90 * np.sin(x / a + y / b) + noise.normal(0, grain, (side_px, side_px))
        pixels[..., channel] = np.clip(level, 0, 255)
    Image.fromarray(pixels).save(path, compress_level=1)


def _small_picture(path: Path) -> None:
    _picture(8.0, path, 1024)


def _cut_out(path: Path) -> None:
    """The picture as a disc with a smooth edge."""
    _picture(4.0, path)
    y, x = np.ogrid[:SIDE_PX, :SIDE_PX]
    middle = (SIDE_PX - 1) / 2
    alpha = np.clip(0.46 * SIDE_PX - np.hypot(x - middle, y - middle) + 0.5, 0, 1) * 255
    with Image.open(path) as picture:
        pixels = np.dstack([np.asarray(picture), alpha.astype(np.uint8)])
    Image.fromarray(pixels).save(path, compress_level=1)


# --- Pod


def _by_pod(source: Path, folder: Path, *, area: PrintArea = AREA, formats: tuple[str, ...] = ("png",)) -> None:
    layer = ArtworkLayer("a", "0" * 64, SIDE_PX, SIDE_PX)
    recipe = Recipe(layer, "tee", "navy", (Placement("front", area.fit),), PREP_VERSION)
    product, process = replace(TEE, areas=(area,)), SHOP.process(TEE.process)
    prepare(recipe, product, process, Master(source), folder, formats=formats, title="bench", when=WHEN)


def _batch(source: Path, folder: Path) -> Said:
    after = dict[int, float]()
    for n in range(1, 101):
        _by_pod(source, folder, area=_SMALL)
        after[n] = _peak_mb()
    return Said(f"peak after 1, 10, 100 files: {after[1]:.0f}, {after[10]:.0f}, {after[100]:.0f} MB")


def _peak_mb() -> float:
    text = Path("/proc/self/status").read_text() if Path("/proc/self/status").exists() else "VmHWM: 0"
    return int(text.split("VmHWM:")[1].split()[0]) / 1024


# --- others


def _by_pillow(source: Path, folder: Path) -> None:
    side = SHEET_PX[0]
    with Image.open(source) as art:
        small = art.resize((side, side), Image.Resampling.LANCZOS)
    sheet = Image.new("RGBA", SHEET_PX)
    sheet.paste(small, (0, (SHEET_PX[1] - side) // 2))
    sheet.save(folder / "front.png", dpi=(300, 300))


def _by_vips(source: Path, folder: Path, **png: object) -> None:
    import pyvips  # only where it is installed

    side = SHEET_PX[0]
    art = pyvips.Image.new_from_file(str(source), access="sequential")
    sheet = art.resize(side / art.width, kernel="lanczos3").bandjoin(255)
    sheet = sheet.embed(0, (SHEET_PX[1] - side) // 2, *SHEET_PX, extend="black")
    sheet.copy(xres=300 / 25.4, yres=300 / 25.4).pngsave(str(folder / "front.png"), **png)


def _sharp_home() -> Path:
    return Path(tempfile.gettempdir()) / f"bench-sharp-{_SHARP}"


def _install_sharp() -> None:
    """Into a folder for temporary files, once: it is part of nothing."""
    home = _sharp_home()
    if not (home / "node_modules" / "sharp").is_dir():
        home.mkdir(exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(home), f"sharp@{_SHARP}"]
        subprocess.run(command, check=True)


def _by_sharp(source: Path, folder: Path, *, png: dict[str, object]) -> None:
    asked = {"side": SHEET_PX[0], "margin": (SHEET_PX[1] - SHEET_PX[0]) // 2, "png": png}
    command = ["node", "-e", _SHARP_SCRIPT, str(source), str(folder / "front.png"), json.dumps(asked)]
    subprocess.run(command, check=True, cwd=_sharp_home())
