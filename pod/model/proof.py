"""The proof a person looks at, and the approval that binds it to hashes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.artwork import FileRef
from pod.model.findings import Findings


@dataclass(frozen=True, slots=True)
class Proof:
    """A print file's own picture on its product. `print_file_sha256` names the file it was drawn from.

    `shown` is the same picture made light for pages; rows that were written before there was one have none.
    """

    id: str
    version_id: str
    area: str
    picture: FileRef
    print_file_sha256: str
    cloth: str
    findings: Findings = Findings()
    shown: FileRef | None = None

    @property
    def light(self) -> FileRef:
        return self.shown or self.picture


class ApprovalRole(StrEnum):
    SHOPPER = "shopper"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class Approval:
    """Someone said yes to exactly these bytes. Compared again at hand-off; a difference is never printed."""

    version_id: str
    role: ApprovalRole
    actor: str
    at: datetime
    artwork_sha256: str
    recipe_sha256: str
    print_files: tuple[tuple[str, str], ...]
    """(area and format as ``front.png``, SHA-256), sorted."""
