"""The port of print files for partners' own areas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pod.model.caller import Caller
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.proof import ApprovalRole


class OwnPrints(Protocol):
    def add(self, caller: Caller, made: Sequence[OwnPrint]) -> None:
        """One of the same version, area and `prep_version` that is there already stays, and the new one is left out."""
        ...

    def of(self, tenant_id: str, version_id: str) -> Sequence[OwnPrint]:
        """Oldest first."""
        ...

    def approve(self, caller: Caller, approval: OwnApproval) -> bool:
        """Whether it was news: the first yes of a role stands."""
        ...

    def approvals(self, tenant_id: str, version_id: str) -> Sequence[OwnApproval]: ...

    def without_yes(self, tenant_id: str, version_ids: Sequence[str], role: ApprovalRole) -> set[str]:
        """Of these versions those with an own print that needs a yes of its own, and has none of this role."""
        ...
