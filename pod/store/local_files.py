"""A content-addressed store in a local folder: ``blobs/ab/cd/<sha256>``.

A file is written beside its final place, fsynced and renamed, and the folder is fsynced: after a crash or on a full disk
the final name never shows half a file (POSIX rename). Nothing is ever overwritten.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pod.failpoints import fail_at
from pod.model.artwork import FileRef
from pod.model.errors import NotFound, PodError, Unavailable

_KEY = re.compile(r"^[0-9a-f]{64}$")
_CHUNK = 1024 * 1024
_STALE_S = 24 * 3600


class LocalFiles:
    def __init__(self, root: Path) -> None:
        self._blobs = root / "blobs"
        self._work = root / "work"
        with _sentences(root):
            self._blobs.mkdir(parents=True, exist_ok=True)
            self._work.mkdir(parents=True, exist_ok=True)

    def put(self, data: bytes, media_type: str) -> FileRef:
        ref = FileRef(hashlib.sha256(data).hexdigest(), len(data), media_type)
        target = self._place(ref.key)
        if not target.exists():
            with self._beside(target) as beside:
                _write(beside, data)
                self._publish(beside, target)
        return ref

    def put_file(self, path: Path, media_type: str) -> FileRef:
        ref = FileRef(_sha256(path), path.stat().st_size, media_type)
        target = self._place(ref.key)
        if not target.exists():
            with self._beside(target) as beside:
                shutil.copyfile(path, beside)
                _sync(beside)
                self._publish(beside, target)
        return ref

    def open(self, ref: FileRef | str) -> bytes:
        data = self.path(ref).read_bytes()
        if isinstance(ref, FileRef) and len(data) != ref.bytes:
            raise _missing(ref.key, f"it has {len(data)} bytes instead of {ref.bytes}")
        return data

    def path(self, ref: FileRef | str) -> Path:
        place = self._place(ref if isinstance(ref, str) else ref.key)
        if not place.exists():
            raise _missing(place.name, "it is not in the store")
        return place

    def verify(self, ref: FileRef) -> bool:
        place = self._place(ref.key)
        return place.exists() and place.stat().st_size == ref.bytes and _sha256(place) == ref.sha256

    def exists(self, ref: FileRef | str) -> bool:
        return self._place(ref if isinstance(ref, str) else ref.key).exists()

    @contextmanager
    def workspace(self) -> Iterator[Path]:
        with _sentences(self._work):
            folder = Path(tempfile.mkdtemp(dir=self._work))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> int:
        """Removes what crashed writes left behind more than a day ago; returns how many."""
        limit = time.time() - _STALE_S
        stale = [p for p in (*self._work.iterdir(), *self._blobs.rglob(".*.part")) if p.stat().st_mtime < limit]
        for path in stale:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        return len(stale)

    def _place(self, key: str) -> Path:
        if not _KEY.match(key):
            raise _missing(key[:80], "that is not a file's key")
        return self._blobs / key[:2] / key[2:4] / key

    @contextmanager
    def _beside(self, target: Path) -> Iterator[Path]:
        with _sentences(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
            os.close(handle)
            beside = Path(name)
            try:
                yield beside
            finally:
                beside.unlink(missing_ok=True)

    def _publish(self, beside: Path, target: Path) -> None:
        fail_at("file_before_rename")
        os.replace(beside, target)  # noqa: PTH105 - the call whose atomicity is meant
        _sync(target.parent)
        fail_at("file_after_rename")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _missing(key: str, why: str) -> NotFound:
    return NotFound("no_file", f"The file {key} cannot be read: {why}.", "Make it again from its recipe.", key=key)


@contextmanager
def _sentences(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        raise _in_words(e, folder) from e


def _in_words(e: OSError, folder: Path) -> PodError:
    if e.errno in (errno.ENOSPC, errno.EDQUOT):
        free = shutil.disk_usage(_existing(folder)).free
        return Unavailable(
            "disk_full",
            f"The disk is full ({free / 1e6:.0f} MB free); nothing was kept half.",
            "Make room in the data folder, then try again.",
        )
    return Unavailable(
        "folder_not_writable",
        f"{folder} cannot be written ({e.strerror}).",
        "Give the data folder's owner the right to write, or set POD_DATA_DIR.",
    )


def _existing(folder: Path) -> Path:
    return next(p for p in (folder, *folder.parents) if p.exists())
