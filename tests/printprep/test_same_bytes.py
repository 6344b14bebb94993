"""The same version gives the same bytes: in another process, another place, another time zone, with another hash seed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import hashlib, json, sys
from pathlib import Path
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
    assert len(one) == 22  # six areas as PNG, PDF and proof; two of them from a picture as well
    assert one == two


def test_the_sums_are_of_the_files_and_differ_where_the_files_do(tmp_path):
    """The check above can fail: another picture has another sum."""
    from tests.printprep.prints import AREAS, f_master, made

    product, area = AREAS[0]
    small = made(product, area, f_master(vector=False, side_px=512), tmp_path / "a", formats=("png",))["png"]
    large = made(product, area, f_master(vector=False, side_px=700), tmp_path / "b", formats=("png",))["png"]
    sums = {hashlib.sha256(p.path.read_bytes()).hexdigest() for p in (small, large)}
    assert len(sums) == 2
