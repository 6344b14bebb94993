"""Files that must be on the disk before anyone is told: copied, hashed on the way, synced, read back."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Checked:
    """What was written. MD5 is there for printers who ask for it; nothing of ours trusts it."""

    bytes: int
    sha256: str
    md5: str


def copied(source: Path, target: Path) -> Checked:
    """Copies, hashes what it writes, and returns when the bytes are on the disk. An existing target is an error."""
    with source.open("rb") as reader, target.open("xb") as writer:
        sha, md5, size = hashlib.sha256(), hashlib.md5(usedforsecurity=False), 0
        while chunk := reader.read(CHUNK_BYTES):
            writer.write(chunk)
            sha.update(chunk)
            md5.update(chunk)
            size += len(chunk)
        writer.flush()
        os.fsync(writer.fileno())
    return Checked(size, sha.hexdigest(), md5.hexdigest())


def written(data: bytes, target: Path) -> Checked:
    with target.open("xb") as writer:
        writer.write(data)
        writer.flush()
        os.fsync(writer.fileno())
    sha256, md5 = hashlib.sha256(data).hexdigest(), hashlib.md5(data, usedforsecurity=False).hexdigest()
    return Checked(len(data), sha256, md5)


def sync_folder(folder: Path) -> None:
    """Makes names durable: a rename is only on the disk once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def verified(folder: Path, sums: str) -> list[str]:
    """Everything in the folder that differs from its list of checksums, in words; empty when all is as written."""
    listed = _listed(folder / sums)
    if listed is None:
        return [f"{sums} is missing or unreadable"]
    present = {p.name for p in folder.iterdir()} - {sums}
    missing = [f"{name} is missing" for name in sorted(set(listed) - present)]
    added = [f"{name} was added" for name in sorted(present - set(listed))]
    changed = [
        f"{name} has changed" for name in sorted(present & set(listed)) if _sha256(folder / name) != listed[name]
    ]
    return missing + added + changed


def _listed(path: Path) -> dict[str, str] | None:
    """{name: SHA-256} from lines of hash, two spaces, name."""
    try:
        rows = [line.split("  ", 1) for line in path.read_text(encoding="utf-8").splitlines()]
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return {row[1]: row[0] for row in rows} if rows and all(len(row) == 2 for row in rows) else None


def checked(path: Path) -> Checked:
    """What a file of ours is, before it is sent."""
    sha, md5, size = hashlib.sha256(), hashlib.md5(usedforsecurity=False), 0
    with path.open("rb") as reader:
        while chunk := reader.read(CHUNK_BYTES):
            sha.update(chunk)
            md5.update(chunk)
            size += len(chunk)
    return Checked(size, sha.hexdigest(), md5.hexdigest())


def md5_of(path: Path) -> str:
    """For partners who compare what they fetched; nothing of ours trusts it."""
    with path.open("rb") as reader:
        return hashlib.file_digest(reader, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _sha256(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()
