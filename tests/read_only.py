"""Folders that cannot be written and disks that are full: the real ones, by mounts of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

_BIND = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


@contextmanager
def mounted_read_only(folder: Path) -> Iterator[Sequence[str]]:
    """Words to put before a command for which `folder` cannot be written: root by a mount, others by permission."""
    if os.geteuid() == 0:
        _need_mounts()
        yield ("unshare", "-m", "sh", "-c", _BIND, str(folder))
        return
    folder.chmod(0o500)
    try:
        yield ()
    finally:
        folder.chmod(0o700)


def small_disk(folder: Path, size_kb: int) -> Sequence[str]:
    """Words to put before a command for which `folder` is a disk of its own with `size_kb` kilobytes."""
    _need_mounts()
    return ("unshare", "-m", "sh", "-c", f'mount -t tmpfs -o size={size_kb}k tmpfs "$0" && exec "$@"', str(folder))


def _need_mounts() -> None:
    if not _mounts_work():
        pytest.skip("mounts of one's own need root and `unshare`, and a system that lets them")


@cache
def _mounts_work() -> bool:
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        ["unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /tmp"], capture_output=True, check=False, timeout=20
    )
    return tried.returncode == 0
