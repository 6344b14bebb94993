"""The same version gives the same bytes: in another process, another place, another time zone, with another hash seed."""

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
import hashlib, json, sys
from dataclasses import replace
from pathlib import Path
from pod.model.product import PdfStandard, SoftAlpha
from pod.printprep import proof
from tests.printprep.prints import AREAS, SHOP, f_master, made
sums = {}
for product, area in AREAS:
    for vector in (True, False) if area.name == "front" and product.sku in ("tee", "sticker-4in") else (True,):
        folder = Path(sys.argv[1]) / f"{product.sku}-{area.name}-{vector}"
        folder.mkdir(parents=True)
        for format_, prepared in made(product, area, f_master(vector=vector), folder).items():
            data = prepared.path.read_bytes()
            sums[f"{folder.name} {format_}"] = hashlib.sha256(data).hexdigest()
            if vector and format_ == "png":
                cloth, process = product.cloths[-1], SHOP.process(product.process)
                picture = proof(data, product, area, cloth, process, width_px=400)
                sums[f"{folder.name} proof"] = hashlib.sha256(picture).hexdigest()
tee = SHOP.product("tee")
small = replace(tee.areas[0], width_mm=60, height_mm=80, safe_mm=2, px=None)
for_press = {
    "flat": replace(small, pdf=PdfStandard.X1A, marks=True),
    "inks": replace(small, colour="cmyk"),
    "white": replace(small, white="White", soft_alpha=SoftAlpha.HALFTONE, cut="CutContour", cut_offset_mm=2, marks=True),
}
for name, area in for_press.items():
    folder = Path(sys.argv[1]) / name
    files = made(tee, area, f_master(vector=False, side_px=700), folder, formats=("pdf", "tiff"), cloth="black")
    sums |= {f"{name} {f}": hashlib.sha256(p.path.read_bytes()).hexdigest() for f, p in files.items()}
print(json.dumps(sums))
"""


def sums_from(folder: Path, **environment: str) -> dict[str, str]:
    command = [sys.executable, "-c", SCRIPT, str(folder)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=folder.parent, env=variables, timeout=280
    )
    return json.loads(done.stdout)


@pytest.mark.timeout(600)
def test_two_processes_write_the_same_files(tmp_path):
    one = sums_from(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC")
    two = sums_from(tmp_path / "somewhere else", PYTHONHASHSEED="77", TZ="Pacific/Kiritimati")
    # each area as PNG, PDF and proof, two of them from a picture as well, and what is made for a press
    assert len(one) == 3 * len(AREAS) + 2 * 2 + 2 * 3
    assert one == two


def test_the_sums_are_of_the_files_and_differ_where_the_files_do(tmp_path):
    """The check above can fail: another picture has another sum."""
    product, area = AREAS[0]
    small = made(product, area, f_master(vector=False, side_px=512), tmp_path / "a", formats=("png",))["png"]
    large = made(product, area, f_master(vector=False, side_px=700), tmp_path / "b", formats=("png",))["png"]
    sums = {hashlib.sha256(p.path.read_bytes()).hexdigest() for p in (small, large)}
    assert len(sums) == 2
