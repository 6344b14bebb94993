"""A disk that is really full: a sentence, nothing half written, nothing lost, and the work goes on once there is room."""

from __future__ import annotations

import hashlib
import signal
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.serving import Running, serving
from tests.pictures import a_badge
from tests.read_only import small_disk
from tests.terminal import pod

FILLER_STEP = 64 * 1024


def fill(disk: Path) -> Path:
    """A file that takes every block there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        step = FILLER_STEP
        while step:
            try:
                step = step if file.write(b"x" * step) == step else 0
            except OSError:
                step //= 2
    return filler


def blobs(disk: Path) -> list[Path]:
    return [p for p in (disk / "files" / "blobs").rglob("*") if p.is_file()]


def no_half_file(disk: Path) -> None:
    assert len(blobs(disk)) >= 3, "artwork, drawing and preview"
    for path in blobs(disk):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
    assert list((disk / "files" / "work").iterdir()) == []


@pytest.fixture
def server(tmp_path, environ):
    data = tmp_path / "data"
    data.mkdir()
    with serving(cwd=tmp_path, before=small_disk(data, 48_000), **environ) as running:
        yield running


def inside(server: Running, tmp_path: Path) -> Path:
    """The data folder as the server sees it, whose mount nobody else has."""
    return Path(f"/proc/{server.process.pid}/root") / str(tmp_path / "data").lstrip("/")


def test_a_server_whose_disk_fills_up_refuses_in_words_and_goes_on_when_there_is_room(server, tmp_path):
    disk = inside(server, tmp_path)
    brief = {"subject": "a fox", "product": "tee", "candidates": 1, "seed": 1}
    accepted = server.post("/api/v1/designs", brief).json()["id"]
    filler = fill(disk)

    for answer, code, hint in (
        (
            server.post("/api/v1/uploads", files={"file": ("a.png", a_badge(), "image/png")}),
            "no_room",
            "Try again later",
        ),
        (server.post("/api/v1/designs", brief), "disk_full", "Make room"),
    ):
        assert answer.status_code == 503, answer.text
        assert answer.headers["Content-Type"].startswith("application/problem+json")
        assert answer.json()["code"] == code
        assert hint in answer.json()["hint"]
    assert server.get("/healthz").status_code == 200
    assert server.get(f"/api/v1/designs/{accepted}").status_code == 200
    assert "Traceback" not in server.log.read_text(encoding="utf-8")

    filler.unlink()
    done = server.wait_for(f"/api/v1/designs/{accepted}", lambda d: d["state"] not in ("briefed", "generating"))
    assert [c["state"] for c in done["candidates"]] == ["ready"], "what was accepted is drawn, not failed"
    no_half_file(disk)
    assert server.post("/api/v1/designs", brief).status_code == 202
    assert server.signal_group(signal.SIGTERM) == 0


@pytest.mark.parametrize(
    ("args", "size_kb"),
    [
        (("check", "badge.png", "--repair", "small/mended.png"), 16),
        (("prepare", "badge.png", "--product", "sticker-4in", "--out", "small/o"), 24),
        (("design", "a fox", "--seed", "7", "--out", "small/o"), 200),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_command_whose_output_does_not_fit_leaves_nothing_of_it(picture, tmp_path, environ, args, size_kb):
    small = tmp_path / "small"
    small.mkdir()
    listing = tmp_path / "left.txt"
    before = (
        *small_disk(small, size_kb),
        "sh",
        "-c",
        '"$@"; code=$?; find "$0" -type f > "$0/../left.txt"; exit $code',
        str(small),
    )
    told = pod(*args, "--json", cwd=tmp_path, exit_code=3, before=before, **environ).json["error"]
    assert told["code"] == "cannot_write"
    assert "No space left" in told["message"]
    assert "make room" in told["hint"]
    for left in map(Path, listing.read_text().split()):
        assert not left.name.endswith(".partial"), left


def test_a_command_without_room_for_its_own_state_says_so(tmp_path, environ):
    small = tmp_path / "small"
    small.mkdir()
    said = pod(
        "design", "a fox", "--seed", "7", "--out", "o",
        cwd=tmp_path, exit_code=7, before=small_disk(small, 700), TMPDIR=str(small), **environ,
    )  # fmt: skip
    assert "disk is full" in said.errors
    assert not (tmp_path / "o" / "artwork.png").exists()


def test_the_same_command_with_room_works(picture, tmp_path, environ):
    """The control: what failed above failed for want of room."""
    small = tmp_path / "small"
    small.mkdir()
    keep = ("sh", "-c", '"$@" && cp "$0/mended.png" "$0/../kept.png"', str(small))
    pod(
        "check", "badge.png", "--repair", "small/mended.png",
        cwd=tmp_path, before=(*small_disk(small, 4000), *keep), **environ,
    )  # fmt: skip
    with Image.open(tmp_path / "kept.png") as picture_there:
        picture_there.load()
