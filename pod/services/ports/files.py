"""Files, and the data that comes with Pod."""

from __future__ import annotations

from collections.abc import Container, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from pod.model.artwork import FileRef
from pod.model.product import ProcessLimits, Product


class Files(Protocol):
    """A content-addressed store. A file is written beside, fsynced, renamed; it is never overwritten."""

    def put(self, data: bytes, media_type: str) -> FileRef: ...

    def put_file(self, path: Path, media_type: str) -> FileRef:
        """Takes the file's content; `path` may be removed afterwards."""
        ...

    def open(self, ref: FileRef | str) -> bytes:
        """The bytes of a ref or key. Missing or of another length: `NotFound`."""
        ...

    def path(self, ref: FileRef | str) -> Path:
        """A readable local path; a remote store downloads to its cache first."""
        ...

    def verify(self, ref: FileRef) -> bool:
        """Reads it whole and compares size and SHA-256: done before a file leaves for a partner."""
        ...

    def exists(self, ref: FileRef | str) -> bool: ...

    def workspace(self) -> AbstractContextManager[Path]:
        """A temporary folder on the store's own file system, removed afterwards."""
        ...

    def sweep(self, in_use: Container[str]) -> int:
        """Removes what crashed writes left behind, and files that are not in use; nothing younger than a day. How many."""
        ...

    def free_bytes(self) -> int:
        """How much more can be kept."""
        ...


class Catalogue(Protocol):
    """Products and processes from the data files, checked when they are loaded."""

    def products(self) -> Sequence[Product]: ...

    def product(self, sku: str) -> Product:
        """`InputRefused("unknown_product")` names the nearest SKUs."""
        ...

    def process(self, name: str) -> ProcessLimits: ...
