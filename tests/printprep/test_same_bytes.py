"""The same version gives the same bytes: in another process, place and time zone, at another time, with other threads and
another hash seed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.printprep.prints import AREAS, f_master, made

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import hashlib, json, sys, time
shift_s = float(sys.argv[2])
now = time.time
time.time = lambda: now() + shift_s
from dataclasses import replace
from pathlib import Path
import cv2
cv2.setNumThreads(int(sys.argv[3]))
from pod.model.product import Fit, PdfStandard, SoftAlpha
from pod.printprep import proof
from tests.printprep.prints import AREAS, SHOP, f_master, made, photo_master
sums = {}

def add(name, product, area, master, **options):
    folder = Path(sys.argv[1]) / name
    folder.mkdir(parents=True)
    for format_, prepared in made(product, area, master, folder, **options).items():
        data = prepared.path.read_bytes()
        sums[f"{name} {format_}"] = hashlib.sha256(data).hexdigest()
        if format_ == "png" and master.vector:
            process = SHOP.process(product.process)
            picture = proof(data, product, area, product.cloths[-1], process, width_px=400)
            sums[f"{name} proof"] = hashlib.sha256(picture).hexdigest()

for product, area in AREAS:
    if f"{product.sku} {area.name}" not in ("tee front", "sticker-4in front", "mug-11oz wrap", "business-card front"):
        continue
    add(f"{product.sku}-{area.name} of paths", product, area, f_master(vector=True))
    if area.name == "front" and product.sku in ("tee", "sticker-4in"):
        add(f"{product.sku} of a picture", product, area, f_master(vector=False))
poster = SHOP.product("poster-18x24")
small = replace(poster.areas[0], width_mm=76.2, height_mm=101.6)
for fit in Fit:
    add(f"photo, {fit.value}", poster, small, photo_master(1200, 1500), fit=fit)
    add(f"enlarged photo, {fit.value}", poster, small, photo_master(600, 800), fit=fit)
tee = SHOP.product("tee")
shirt = replace(tee.areas[0], width_mm=60, height_mm=80, safe_mm=2, px=None)
for_press = {
    "flat": replace(shirt, pdf=PdfStandard.X1A, marks=True),
    "inks": replace(shirt, colour="cmyk"),
    "white": replace(shirt, white="White", soft_alpha=SoftAlpha.HALFTONE, cut="CutContour", cut_offset_mm=2, marks=True),
}
for name, area in for_press.items():
    folder = Path(sys.argv[1]) / name
    files = made(tee, area, f_master(vector=False, side_px=700), folder, formats=("pdf", "tiff"), cloth="black")
    sums |= {f"{name} {f}": hashlib.sha256(p.path.read_bytes()).hexdigest() for f, p in files.items()}
print(json.dumps(sums))
"""


def sums_from(folder: Path, *, clock_s: float, threads: int, **environment: str) -> dict[str, str]:
    command = [sys.executable, "-c", SCRIPT, str(folder), str(clock_s), str(threads)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=folder.parent, env=variables, timeout=280
    )
    return json.loads(done.stdout)


@pytest.mark.timeout(600)
def test_two_processes_write_the_same_files(tmp_path):
    """Scenario 17: their clocks are three years apart."""
    one = sums_from(tmp_path / "one", clock_s=0, threads=1, PYTHONHASHSEED="1", TZ="UTC")
    elsewhere = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "OMP_NUM_THREADS": "1", "LC_ALL": "C"}
    two = sums_from(tmp_path / "somewhere else", clock_s=1e8, threads=4, **elsewhere)
    # four areas as PNG, PDF and proof, two of them from a picture as well; six photos; three areas made for a press
    assert len(one) == 4 * 3 + 2 * 2 + 6 * 2 + 3 * 2
    assert one == two


def test_the_sums_are_of_the_files_and_differ_where_the_files_do(tmp_path):
    """The check above can fail: another picture has another sum."""
    product, area = AREAS[0]
    small = made(product, area, f_master(vector=False, side_px=512), tmp_path / "a", formats=("png",))["png"]
    large = made(product, area, f_master(vector=False, side_px=700), tmp_path / "b", formats=("png",))["png"]
    sums = {hashlib.sha256(p.path.read_bytes()).hexdigest() for p in (small, large)}
    assert len(sums) == 2
