"""A sheet of a gigabyte of pixels, made in a process of its own that says what it needed."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pod.drawing import Canvas, page_of
from pod.drawing.shapes import rect
from pod.imaging.png import PngWriter
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
copies, white = int(sys.argv[2]), sys.argv[3]
wanted = [Wanted(path.stem, path.read_bytes, copies) for path in sorted(folder.glob("*.p*"))]
limits = FileCatalogue(templates_dir()).process("sticker")
(folder / "out").mkdir()
setup = Setup(SHEETS["22x120in"], labels=True, white=white)
made = gang(wanted, setup, limits, folder / "out", when=datetime(2026, 1, 1, tzinfo=UTC))
peak_kib = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
print(json.dumps({"peak_mb": peak_kib * 1024 / 1e6, "files": [str(f) for f in made.files], "fill": made.fill}))
"""


@pytest.fixture
def ganged_apart(tmp_path: Path) -> Callable[..., dict]:
    """What a process of its own says, that put every file of the folder on sheets of 22 × 120 in."""
    if not Path("/proc/self/status").exists():
        pytest.skip("the peak is read from /proc")

    def run(copies: int, white: str = "") -> dict:
        command = [sys.executable, "-c", _CHILD, str(tmp_path), str(copies), white]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=280).stdout)

    return run


def test_ten_feet_of_film_at_300_dpi_need_less_than_300_mb(ganged_apart, tmp_path: Path) -> None:
    """Two shirts' fronts of 12 × 15 in, nine of each."""
    for name, width, height in (("front", 3200, 4500), ("back", 3300, 3000)):
        coarse = shaped(DISC, width // 4, height // 4)
        Image.fromarray(np.kron(coarse, np.ones((4, 4, 1), dtype=np.uint8))).save(
            tmp_path / f"{name}.png", compress_level=1, dpi=(300, 300)
        )
    said = ganged_apart(9)
    sheet, page = map(Path, said["files"])
    with sheet.open("rb") as png:
        assert struct.unpack(">II", png.read(24)[16:]) == (WIDTH_PX, HEIGHT_PX)
    assert page.stat().st_size < sheet.stat().st_size, "every picture is in the page once"
    assert said["fill"] > 0.8
    assert WIDTH_PX * HEIGHT_PX * 4 / 1e6 > 900
    assert said["peak_mb"] < 300


def test_a_single_piece_larger_than_that_is_never_in_memory_whole(ganged_apart, tmp_path: Path) -> None:
    """A banner of 200 MB of pixels with its white plate, and a page beside it."""
    width, height = 6000, 8500
    with (tmp_path / "banner.png").open("wb") as stream:
        writer = PngWriter(stream, width, height, 4, ppi=300)
        for n in range(0, height, 500):
            strip = np.zeros((500, width, 4), dtype=np.uint8)
            strip[50:450, 200:-200] = (n % 251, 40, 30, 255)
            writer.write(strip)
        writer.close()
    drawing = Canvas(1400, 400)
    drawing.fill(rect(20, 20, 1360, 360), "#c8281e")
    (tmp_path / "page.pdf").write_bytes(page_of(drawing.drawing()))
    said = ganged_apart(1, "White")
    assert len(said["files"]) == 2, "both on one sheet, as PNG and PDF"
    assert width * height * 4 / 1e6 > 200
    assert said["peak_mb"] < 300
