"""Batches of edits, each with what has become of its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pod.model.editbatch import EditBatch


class EditBatches(Protocol):
    def add(self, batch: EditBatch) -> None: ...

    def get(self, tenant_id: str, batch_id: str) -> EditBatch: ...

    def newest(self, tenant_id: str, limit: int) -> Sequence[EditBatch]: ...

    def save(self, batch: EditBatch) -> EditBatch:
        """Compare-and-set on the revision that `batch` has; what is returned has the next."""
        ...
