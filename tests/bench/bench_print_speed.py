"""Pictures of 4096 × 4096 px to 4500 × 5400 RGBA PNG at 300 ppi: photographs with a little and with much grain, flat art
and a photograph cut out, both with alpha.

Everybody reads the same PNG (Pillow's, level 1) from disk, resamples with Lanczos of three lobes (premultiplied where
there is alpha), places it in the middle at the same size (the ink of every picture reaches to its edges), and writes a PNG
with a resolution tag. Pod also finds the ink's box and places by it, looks for faults, carries a profile and lets colour
run on beside the ink; the others do not. libvips and sharp are shown at their defaults and at the fastest setting whose file is no more than 1.3 times
Pillow's.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

from pod.drawing import Transform, rasterise
from pod.model.geometry import Box
from pod.model.product import Background, Fit, PrintArea
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, prepare
from pod.printprep.source import FileRows, PictureInFile, bands
from pod.store.catalogue import FileCatalogue
from tests.bench import print_musts
from tests.bench.rows import Row, Said, Work
from tests.drawing.samples import badge

TITLE = "Print files: 4096 px pictures to 4500 × 5400 px, beside others"

NOTE = """\
The floor of an opaque picture, counted: 24 to 40 MB of PNG inflate to 50 MB of lines; their row filters are undone; 18 and
20 million pixels pass seven taps of Lanczos, across and down; 24 million pixels, 97 MB, are filtered and deflated, and 33
to 52 MB written. *read* and *read and resampled* show how far that gets each before anything is written: what is left of
*to PNG* is filtering, deflating, writing, and in Pod the looking as well. ISA-L inflates and deflates, resampling is a
product of small matrices whose sums are exact. Pod holds neither the picture (50 MB; 67 MB with alpha) nor the sheet (97
MB): bands of rows go from the file through the resampler into the file, decoding and resampling in one thread, looking
and deflating in another. A picture with alpha is gone through twice, the first time for the box of its ink, and decoded
once: its rows wait on disk. So do a JPEG's, whose decoder gives it only as a whole. One deflate stream serves PNG and PDF
where the sheet is opaque, and is copied from the one file into the other. The colour that runs on under alpha 0 is a
thousandth of a file. Libraries alone take about 92 MB."""

_MADE_IN, _PICTURE = "POD_BENCH_MADE_IN", "picture.png"
SIDE_PX, SHEET_PX, SAFE_PX = 4096, (4500, 5400), 75
VERDICTS = print_musts.table
BATCH = "100 pictures of 1024 px to 1000 × 1200 PNG, one after the other"
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
const {side, beside, above, png} = JSON.parse(asked);
sharp(input).resize(side, side, {kernel: 'lanczos3', fit: 'fill'}).ensureAlpha()
  .extend({top: above, bottom: above, left: beside, right: beside, background: {r: 0, g: 0, b: 0, alpha: 0}})
  .withMetadata({density: 300}).png(png).toFile(output).catch(e => { console.error(e); process.exit(1); });
"""


@dataclass(frozen=True)
class _Task:
    """`fastest` is how libvips and sharp write the file that is made fastest, and no more than 1.3 times Pillow's."""

    make: Callable[[Path], None]
    vips_fastest: dict[str, object]
    sharp_fastest: dict[str, object]
    has_alpha: bool = False


_PHOTO_FASTEST = {"compression": 2, "filter": "sub"}, {"compressionLevel": 2, "adaptiveFiltering": True}


def _tasks() -> dict[str, _Task]:
    return {
        "photo with little grain to PNG": _Task(partial(_picture, 4.0), *_PHOTO_FASTEST),
        "noisy photo to PNG": _Task(partial(_picture, 12.0), *_PHOTO_FASTEST),
        "flat art with alpha to PNG": _Task(_emblem, {"compression": 2}, {"compressionLevel": 2}, has_alpha=True),
        "cut-out photo with alpha to PNG": _Task(_cut_out, *_PHOTO_FASTEST, has_alpha=True),
    }


def rows() -> Iterator[Row]:
    for name, task in _tasks().items():
        for who, work in _ways(task).items():
            yield f"{name}: {who}", partial(_ready, task.make, work)
    for name, make, area in _PAGES:
        for formats in (("png",), ("png", "pdf")):
            told = " and ".join(f.upper() for f in formats)
            yield f"{name}: {told}", partial(_ready, make, partial(_by_pod, area=area, formats=formats))
    for stage, ways in _stages().items():
        for who, work in ways.items():
            yield f"noisy photo, {stage}: {who}", partial(_ready, partial(_picture, 12.0), work)
    yield "JPEG to PNG", partial(_ready, _jpeg, _by_pod)
    yield BATCH, partial(_ready, _small_picture, _batch)


def _ways(task: _Task) -> dict[str, Callable[[Path, Path], None]]:
    """First Pod, to which the others are compared."""
    alpha = task.has_alpha
    ways: dict[str, Callable[[Path, Path], None]] = {"Pod": _by_pod, "plain Pillow": partial(_by_pillow, alpha=alpha)}
    if find_spec("pyvips"):
        ways["libvips"] = partial(_by_vips, alpha=alpha)
        ways["libvips, fastest"] = partial(_by_vips, alpha=alpha, **task.vips_fastest)
    if shutil.which("npm"):
        ways["sharp"] = partial(_by_sharp, alpha=alpha, png={})
        ways["sharp, fastest"] = partial(_by_sharp, alpha=alpha, png=task.sharp_fastest)
    return ways


def _stages() -> dict[str, dict[str, Callable[[Path, Path], object]]]:
    """The same picture as far as each stage, its rows thrown away."""
    vips = find_spec("pyvips") is not None
    return {
        "read": {"Pod": _read_by_pod} | ({"libvips": _read_by_vips} if vips else {}),
        "read and resampled": {"Pod": _resampled_by_pod} | ({"libvips": _resampled_by_vips} if vips else {}),
    }


def _ready(make: Callable[[Path], None], work: Callable[[Path, Path], object]) -> Work:
    """The picture is made beforehand, by a process that then gives way to a fresh one: what that took is not the work's."""
    if _MADE_IN not in os.environ:
        made_in = tempfile.mkdtemp(prefix="bench-")
        make(Path(made_in) / _PICTURE)
        os.execve(
            sys.executable, [sys.executable, "-m", "tests.bench", *sys.argv[1:]], {**os.environ, _MADE_IN: made_in}
        )
    folder = Path(os.environ[_MADE_IN])
    if isinstance(work, partial) and work.func is _by_sharp:
        _install_sharp()
    return partial(_in_folder, folder, folder / _PICTURE, work)


def _in_folder(folder: Path, source: Path, work: Callable[[Path, Path], object]) -> Said:
    try:
        said = work(source, folder)
        size = sum(file.stat().st_size for file in folder.glob("front.*"))
        return said if isinstance(said, Said) else Said(f"{size / 1e6:.2f} MB")
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


def _emblem(path: Path) -> None:
    """Its ink from edge to edge of the picture: Pod places by the ink, the others by the picture."""
    drawn = badge()
    ink = drawn.ink_box()
    assert ink is not None
    to_edges = Transform.scale(drawn.width / ink.width, drawn.height / ink.height)
    filling = drawn.transformed(Transform.move(-ink.left, -ink.top).then(to_edges))
    Image.fromarray(rasterise(filling, SIDE_PX)).save(path, compress_level=1)


def _jpeg(path: Path) -> None:
    """A service's, whatever the file is called."""
    _picture(4.0, path)
    with Image.open(path) as picture:
        picture.save(path, "JPEG", quality=92)


def _small_picture(path: Path) -> None:
    _picture(8.0, path, 1024)


def _cut_out(path: Path) -> None:
    """The picture as a disc with a smooth edge, which reaches to the picture's."""
    _picture(4.0, path)
    y, x = np.ogrid[:SIDE_PX, :SIDE_PX]
    middle = (SIDE_PX - 1) / 2
    alpha = np.clip(SIDE_PX / 2 - np.hypot(x - middle, y - middle) + 0.5, 0, 1) * 255
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


def _read_by_pod(source: Path, folder: Path) -> Said:
    rows = sum(len(band) for band in bands(_rows_of(source)))
    return Said(f"{rows} rows")


def _resampled_by_pod(source: Path, folder: Path) -> Said:
    picture, side = _rows_of(source), SHEET_PX[0]
    whole = Box(0, 0, SIDE_PX, SIDE_PX)
    strips = FileRows(picture, whole, 3).strips(side, side, Box(0, 0, side, side), None)
    return Said(f"{sum(map(len, strips))} rows")


def _rows_of(source: Path) -> PictureInFile:
    picture = PictureInFile.of(source, max_pixels=SIDE_PX * SIDE_PX)
    assert picture is not None
    return picture


# --- others


def _by_pillow(source: Path, folder: Path, *, alpha: bool) -> None:
    side = _side_px(alpha=alpha)
    with Image.open(source) as art:
        small = art.resize((side, side), Image.Resampling.LANCZOS)
    sheet = Image.new("RGBA", SHEET_PX)
    sheet.paste(small, ((SHEET_PX[0] - side) // 2, (SHEET_PX[1] - side) // 2))
    sheet.save(folder / "front.png", dpi=(300, 300))


def _by_vips(source: Path, folder: Path, *, alpha: bool, **png: object) -> None:
    import pyvips  # only where it is installed

    side = _side_px(alpha=alpha)
    art = pyvips.Image.new_from_file(str(source), access="sequential")
    if alpha:
        sheet = art.premultiply().resize(side / art.width, kernel="lanczos3").unpremultiply().rint().cast("uchar")
    else:
        sheet = art.resize(side / art.width, kernel="lanczos3").bandjoin(255)
    sheet = sheet.embed((SHEET_PX[0] - side) // 2, (SHEET_PX[1] - side) // 2, *SHEET_PX, extend="black")
    sheet.copy(xres=300 / 25.4, yres=300 / 25.4).pngsave(str(folder / "front.png"), **png)


def _read_by_vips(source: Path, folder: Path) -> Said:
    import pyvips  # only where it is installed

    art = pyvips.Image.new_from_file(str(source), access="sequential")
    art.rawsave("/dev/null")
    return Said(f"{art.height} rows")


def _resampled_by_vips(source: Path, folder: Path) -> Said:
    import pyvips  # only where it is installed

    art = pyvips.Image.new_from_file(str(source), access="sequential")
    made = art.resize(SHEET_PX[0] / art.width, kernel="lanczos3")
    made.rawsave("/dev/null")
    return Said(f"{made.height} rows")


def _side_px(*, alpha: bool) -> int:
    """A cut-out keeps clear of the edge."""
    return SHEET_PX[0] - (2 * SAFE_PX if alpha else 0)


def _sharp_home() -> Path:
    return Path(tempfile.gettempdir()) / f"bench-sharp-{_SHARP}"


def _install_sharp() -> None:
    """Into a folder for temporary files, once: it is part of nothing."""
    home = _sharp_home()
    if not (home / "node_modules" / "sharp").is_dir():
        home.mkdir(exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(home), f"sharp@{_SHARP}"]
        subprocess.run(command, check=True)


def _by_sharp(source: Path, folder: Path, *, alpha: bool, png: dict[str, object]) -> None:
    side = _side_px(alpha=alpha)
    asked = {"side": side, "beside": (SHEET_PX[0] - side) // 2, "above": (SHEET_PX[1] - side) // 2, "png": png}
    command = ["node", "-e", _SHARP_SCRIPT, str(source), str(folder / "front.png"), json.dumps(asked)]
    subprocess.run(command, check=True, cwd=_sharp_home())


_PAGES: tuple[tuple[str, Callable[[Path], None], PrintArea], ...] = (
    ("opaque picture", partial(_picture, 4.0), replace(_FULL, fit=Fit.CONTAIN)),
    ("opaque picture, enlarged", partial(_picture, 4.0), _FULL),
    ("cut-out picture", _cut_out, AREA),
    ("flat art", _emblem, AREA),
)
"""What is made into PNG alone, and into PNG and PDF."""
