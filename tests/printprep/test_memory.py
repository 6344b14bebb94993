"""What a print file costs in memory, measured on a process that does nothing else: never the sheet, never the picture."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pod.imaging.png import encode_png

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, sys
from dataclasses import replace
from pathlib import Path
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, prepare
from pod.store.catalogue import FileCatalogue
from datetime import UTC, datetime

source, folder, width, height, times = Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:6])
shop = FileCatalogue(templates_dir())
tee = shop.product("tee")
area = replace(tee.areas[0], width_mm=width / 300 * 25.4, height_mm=height / 300 * 25.4, px=(width, height))
recipe = Recipe(ArtworkLayer("a", "0" * 64, 1, 1), "tee", tee.cloths[0].name, (Placement("front"),), PREP_VERSION)
status, peaks = Path("/proc/self/status"), []
for _ in range(times):
    prepare(recipe, replace(tee, areas=(area,)), shop.process("dtg"), Master(source), folder, formats=tuple(sys.argv[6:]),
            when=datetime(2026, 1, 1, tzinfo=UTC))
    peaks.append(int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024)
print(json.dumps(peaks))
"""
pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from Linux's /proc")


def peaks_mb(source: Path, folder: Path, size_px: tuple[int, int], *formats: str, times: int = 1) -> list[float]:
    command = [sys.executable, "-c", SCRIPT, str(source), str(folder), *map(str, size_px), str(times), *formats]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=240
    )
    return list(json.loads(done.stdout))


def noisy(path: Path, side_px: int) -> Path:
    ramp = np.arange(side_px, dtype=np.uint8)[:, None, None] + np.zeros((1, side_px, 3), np.uint8)
    grain = np.random.default_rng(4).integers(0, 40, (side_px, side_px, 3), dtype=np.uint8)
    path.write_bytes(encode_png(ramp // 2 + grain))
    return path


def cut_out(path: Path, side_px: int) -> Path:
    y, x = np.ogrid[:side_px, :side_px]
    alpha = (np.hypot(x - side_px / 2, y - side_px / 2) < side_px / 2).astype(np.uint8) * 255
    grain = np.random.default_rng(4).integers(90, 130, (side_px, side_px, 3), dtype=np.uint8)
    path.write_bytes(encode_png(np.dstack([grain, alpha])))
    return path


def jpeg(path: Path, side_px: int) -> Path:
    with Image.open(noisy(path, side_px)) as picture:
        picture.save(path, "JPEG", quality=90)
    return path


@pytest.mark.parametrize(
    ("draw", "formats"),
    [(noisy, ("png",)), (cut_out, ("png", "pdf")), (jpeg, ("png",))],
    ids=["opaque", "alpha", "JPEG"],
)
def test_a_4k_picture_becomes_a_large_sheet_in_150_mb(draw, formats, tmp_path):
    """The picture is 50 to 67 MB and the sheet 97 MB; Python with the libraries is close to 100."""
    (peak,) = peaks_mb(draw(tmp_path / "a.png", 4096), tmp_path, (4500, 5400), *formats)
    assert peak <= 150


def test_one_file_after_the_other_takes_no_more_memory(tmp_path):
    peaks = peaks_mb(noisy(tmp_path / "a.png", 700), tmp_path, (800, 900), "png", times=40)
    assert peaks[-1] - peaks[9] < 3
