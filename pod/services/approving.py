"""Whose yes a version needs, and whether it has it: asked when it is approved, ordered and handed off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.model.proof import Approval, ApprovalRole

NEEDED: Mapping[str, frozenset[ApprovalRole]] = {
    "shopper": frozenset({ApprovalRole.SHOPPER}),
    "shop": frozenset({ApprovalRole.SHOP}),
    "both": frozenset({ApprovalRole.SHOPPER, ApprovalRole.SHOP}),
}
"""`POD_APPROVALS` to the roles that must have said yes."""


def missing_approvals(setting: str, given: Sequence[Approval]) -> tuple[ApprovalRole, ...]:
    return tuple(sorted(NEEDED[setting] - {approval.role for approval in given}))
