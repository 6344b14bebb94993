"""The signing key that the first start makes for itself."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from pod.model.errors import NotConfigured
from pod.settings.checks import MIN_SECRET_BYTES


def kept_key(data_dir: Path) -> str:
    """In a file that only its owner can read. Published by a link: another process sees it whole or not at all."""
    path = data_dir / "secret.key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _publish(path, secrets.token_hex(32))
        key = path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as e:
        raise NotConfigured(
            "data_dir_not_writable",
            f"The data folder {data_dir} cannot be written: {e.strerror}.",
            "Set POD_DATA_DIR to a folder that this user may write.",
        ) from e
    if len(key.encode()) < MIN_SECRET_BYTES:
        raise NotConfigured(
            "weak_secret",
            f"{path} has {len(key.encode())} bytes where the signing key has {MIN_SECRET_BYTES} or more.",
            "Restore the file, or remove it: the next start makes a new key, and everyone signs in again.",
        )
    return key


def _publish(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, path)
        except FileExistsError:
            return  # another process was first: its key is the key
    finally:
        beside.unlink(missing_ok=True)
