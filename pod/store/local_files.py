"""A content-addressed store in a local folder: ``blobs/ab/cd/<sha256>``.

A file is written beside its final place, fsynced and renamed, and the folder is fsynced: after a crash or on a full disk
the final name never shows half a file (POSIX rename). Nothing is ever overwritten.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import shutil
import tempfile
import time
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pod.failpoints import fail_at
from pod.model.artwork import FileRef
from pod.model.errors import NotFound, PodError, Unavailable
from pod.store.disk import sync

_KEY = re.compile(r"[0-9a-f]{64}")
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
        if not self._is_whole(ref):
            self._keep(io.BytesIO(data), media_type)
        return ref

    def put_file(self, path: Path, media_type: str) -> FileRef:
        with path.open("rb") as source:
            return self._keep(source, media_type)

    def open(self, ref: FileRef | str) -> bytes:
        place = self.path(ref)
        try:
            data = place.read_bytes()
        except OSError as e:
            raise _missing(place.name, e.strerror or "it cannot be read") from e
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

    def free_bytes(self) -> int:
        return shutil.disk_usage(self._blobs).free

    def sweep(self, in_use: Container[str]) -> int:
        """A file is written before any row names it: only what nobody has touched for a day can be known to be forgotten."""
        stale = [p for p in (*self._work.iterdir(), *self._blobs.glob(".*.part")) if _is_stale(p)]
        for path in stale:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        forgotten = [p for p in self._blobs.glob("??/??/*") if p.name not in in_use and _is_stale(p)]
        return len(stale) + sum(self._put_away(path) for path in forgotten)

    def _put_away(self, blob: Path) -> bool:
        """Out of its place first, then looked at again: somebody may have stored the same bytes at this very moment."""
        aside = self._work / f"swept-{blob.name}"
        blob.replace(aside)
        if not _is_stale(aside):
            aside.replace(blob)
            return False
        aside.unlink()
        return True

    def _place(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise _missing(key[:80], "that is not a file's key")
        return self._blobs / key[:2] / key[2:4] / key

    def _keep(self, source: BinaryIO, media_type: str) -> FileRef:
        """Copies and hashes in one pass, so that the name fits the very bytes that were written."""
        with _sentences(self._blobs), self._beside() as (beside, file):
            digest, size = hashlib.sha256(), 0
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                size += file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
            ref = FileRef(digest.hexdigest(), size, media_type)
            if not self._is_whole(ref):
                self._publish(beside, self._place(ref.key))
        return ref

    def _is_whole(self, ref: FileRef) -> bool:
        """There with its full length. A damaged disk's short file is written again; `verify` looks at every byte.

        Touched, so that a sweep takes it for new: whoever stores it again is about to name it in a row.
        """
        place = self._place(ref.key)
        try:
            os.utime(place)
            return place.stat().st_size == ref.bytes
        except FileNotFoundError:
            return False

    @contextmanager
    def _beside(self) -> Iterator[tuple[Path, BinaryIO]]:
        """A file of no name yet, on the blobs' own file system."""
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._blobs)
        try:
            with os.fdopen(handle, "wb") as file:
                yield Path(name), file
        finally:
            Path(name).unlink(missing_ok=True)

    def _publish(self, beside: Path, target: Path) -> None:
        # a new folder's own name must survive a power loss as well, or its files are lost with it
        for folder in (target.parent.parent, target.parent):
            if not folder.exists():
                folder.mkdir(exist_ok=True)
                sync(folder.parent)
        fail_at("file_before_rename")
        os.replace(beside, target)  # noqa: PTH105 - the call whose atomicity is meant
        sync(target.parent)
        fail_at("file_after_rename")


def _is_stale(path: Path) -> bool:
    """Not touched for a day; what another process has removed meanwhile is nobody's business."""
    try:
        return path.stat().st_mtime < time.time() - _STALE_S
    except FileNotFoundError:
        return False


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
