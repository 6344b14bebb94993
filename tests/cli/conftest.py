"""A folder to run commands in, and things to run them on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.pictures import a_badge
from tests.terminal import Said, main_here, pod


@pytest.fixture
def environ(tmp_path: Path, data_dir: Path) -> dict[str, str]:
    """An empty data folder, with the checkout's motifs."""
    return {"POD_DATA_DIR": str(tmp_path / "data"), "POD_EMBEDDED_DATA_DIR": str(data_dir)}


@pytest.fixture
def run(tmp_path: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """``run("check", "a.png", exit_code=3)`` in an empty folder."""
    return partial(main_here, monkeypatch, cwd=tmp_path, **environ)


@pytest.fixture
def run_apart(tmp_path: Path, environ: dict[str, str]) -> Callable[..., Said]:
    """The same in a process of its own."""
    return partial(pod, cwd=tmp_path, **environ)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that passes every check."""
    path = tmp_path / "badge.png"
    path.write_bytes(a_badge())
    return path


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory, data_dir: Path) -> Path:
    """The folder that one `pod design` filled."""
    folder = tmp_path_factory.mktemp("drawn")
    pod(
        "design", "a fox reading a book under the moon", "--seed", "7", "--lettering", "READ ON", "--out", "fox",
        cwd=folder, POD_EMBEDDED_DATA_DIR=str(data_dir),
    )  # fmt: skip
    return folder / "fox"
