"""A sheet of a gigabyte of pixels, made in a process of its own that says what it needed."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.printprep.gang.pictures import DISC, shaped

WIDTH_PX, HEIGHT_PX = 6600, 36000
# VmHWM and not ru_maxrss, in which a child inherits the peak of the process that started it (proc(5))
_CHILD = """
import json, re, sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from pod.paths import templates_dir
from pod.printprep.gang import SHEETS, Setup, Wanted, gang
from pod.store.catalogue import FileCatalogue

folder = Path(sys.argv[1])
wanted = [Wanted(path.stem, path.read_bytes, 9) for path in sorted(folder.glob("*.png"))]
limits = FileCatalogue(templates_dir()).process("sticker")
(folder / "out").mkdir()
made = gang(wanted, Setup(SHEETS["22x120in"], labels=True), limits, folder / "out", when=datetime(2026, 1, 1, tzinfo=UTC))
peak_kib = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
print(json.dumps({"peak_mb": peak_kib * 1024 / 1e6, "files": [str(f) for f in made.files], "fill": made.fill}))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_ten_feet_of_film_at_300_dpi_need_less_than_300_mb(tmp_path: Path) -> None:
    """Two shirts' fronts of 12 × 15 in, nine of each."""
    for name, width, height in (("front", 3200, 4500), ("back", 3300, 3000)):
        coarse = shaped(DISC, width // 4, height // 4)
        Image.fromarray(np.kron(coarse, np.ones((4, 4, 1), dtype=np.uint8))).save(
            tmp_path / f"{name}.png", compress_level=1, dpi=(300, 300)
        )
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path)], capture_output=True, text=True, check=True, timeout=280
    )
    said = json.loads(done.stdout)
    sheet, page = map(Path, said["files"])
    with sheet.open("rb") as png:
        assert struct.unpack(">II", png.read(24)[16:]) == (WIDTH_PX, HEIGHT_PX)
    assert page.stat().st_size < sheet.stat().st_size, "every picture is in the page once"
    assert said["fill"] > 0.8
    assert WIDTH_PX * HEIGHT_PX * 4 / 1e6 > 900
    assert said["peak_mb"] < 300
