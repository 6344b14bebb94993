"""The wheel: everything that is needed is in it, nothing else is, and it runs from an empty folder without a checkout."""

from __future__ import annotations

import base64
import email
import hashlib
import os
import re
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.serving import serving
from tests.terminal import pod

ROOT = Path(__file__).resolve().parent.parent.parent
ADDED = {"app.py", "pod/providers/embedded/node.txt"}
"""What lies elsewhere in the checkout."""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content alone; its requirements are those of the environment that tests run in."""
    folder = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(folder),
        str(wheel),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def run(installed: Path, tmp_path: Path, data_dir: Path):
    """A command of the installed Pod, in an empty folder: the installation goes before the checkout."""
    return partial(pod, cwd=tmp_path, PYTHONPATH=str(installed), POD_EMBEDDED_DATA_DIR=str(data_dir))


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def ours() -> set[str]:
    """What belongs into it: every file of the packages, and the templates inside `pod`."""
    found = set()
    for folder in ("pod", "prompts", "fulfillment", "templates"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                name = path.relative_to(ROOT).as_posix()
                found.add(f"pod/{name}" if folder == "templates" else name)
    return found | ADDED


def test_it_holds_every_file_of_the_packages_and_nothing_else(wheel):
    packed = {name for name in names(wheel) if ".dist-info/" not in name}
    assert packed == ours()
    assert not any(name.startswith(("tests/", "var/", "docs/", "requirements/")) for name in packed)


@pytest.mark.parametrize(
    "pattern",
    [
        "pod/templates/products/tee.toml",
        "pod/templates/processes/dtg.toml",
        "pod/templates/web/base.html",
        "pod/web/static/base.css",
        "pod/store/migrations/versions/v0001_first.py",
        "pod/providers/embedded/data/aliases.toml",
        "pod/providers/embedded/node.txt",
        "pod/printprep/profiles/ISOcoated_v2_300_bas.icc",
        "pod/printprep/profiles/ISOcoated_v2_300_bas.txt",
        "prompts/styles/badge.toml",
        "prompts/lists/brands.toml",
        "prompts/words/colours.toml",
    ],
)
def test_what_is_no_python_is_in_it_too(wheel, pattern):
    assert pattern in names(wheel)


def test_its_record_fits_its_files(wheel):
    with zipfile.ZipFile(wheel) as archive:
        [record] = [n for n in archive.namelist() if n.endswith(".dist-info/RECORD")]
        for line in archive.read(record).decode().splitlines():
            name, digest, size = line.rsplit(",", 2)
            if name == record:
                continue
            data = archive.read(name)
            assert len(data) == int(size)
            assert base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode() == digest.removeprefix(
                "sha256="
            )


def test_it_says_what_it_needs(wheel):
    with zipfile.ZipFile(wheel) as archive:
        [name] = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
        told = email.message_from_bytes(archive.read(name))
    lines = (line.strip() for line in (ROOT / "requirements" / "run.in").read_text().splitlines())
    wanted = {line for line in lines if line and not line.startswith(("#", "hatchling", "editables"))}
    needed = {"".join(text.split()) for text in told.get_all("Requires-Dist")}
    assert len(needed) == len(wanted)
    assert set(map(package_of, needed)) == set(map(package_of, wanted))
    assert told["Requires-Python"] == ">=3.11"
    assert told["License-Expression"] == "MIT"


def package_of(requirement: str) -> str:
    return re.split(r"[<>=!~ ]", requirement)[0]


def test_what_runs_is_the_installation_and_not_the_checkout(installed, tmp_path):
    script = "import pod, prompts, fulfillment; print(*(m.__file__ for m in (pod, prompts, fulfillment)), sep='\\n')"
    environ = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True
    )
    assert all(Path(line).is_relative_to(installed) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("command", "word"), [("products", "tee"), ("styles", "badge"), ("providers", "embedded"), ("partners", "manual")]
)
def test_it_knows_what_there_is(run, command, word):
    assert word in run(command).out


def test_it_does_the_whole_job(run, tmp_path):
    report = run("make", "a fox", "--product", "sticker-4in", "--seed", "7", "--out", "made", "--json").json
    assert Path(report["handoff"]).parent == Path("made/handoff")
    with Image.open(tmp_path / "made" / "sticker-4in-front.png") as png:
        png.load()
        assert png.size == (1200, 1200)


def test_it_serves_its_pages_with_their_style(installed, tmp_path, data_dir):
    with serving(cwd=tmp_path, PYTHONPATH=str(installed), POD_EMBEDDED_DATA_DIR=str(data_dir)) as server:
        page = server.get("/")
        assert page.status_code == 200
        assert "/static/base.css" in page.text
        assert server.get("/static/base.css").text == (ROOT / "pod" / "web" / "static" / "base.css").read_text("utf-8")
        assert [p["sku"] for p in server.get("/api/v1/products").json()["items"]]
        assert server.get("/api/openapi.json").json()["info"]["title"] == "Pod"
        assert (tmp_path / "var" / "pod.db").is_file()
