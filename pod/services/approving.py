"""A person's yes, no or question to a version; whose yes it needs, and whether it has it: asked again when it is ordered and
handed off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.design import Design, DesignState
from pod.model.errors import ChecksBlocked, Conflict, InputRefused
from pod.model.ownarea import OwnApproval
from pod.model.proof import Approval, ApprovalRole
from pod.model.states import in_words
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, design_as_seen, must_operate

NEEDED: Mapping[str, frozenset[ApprovalRole]] = {
    "shopper": frozenset({ApprovalRole.SHOPPER}),
    "shop": frozenset({ApprovalRole.SHOP}),
    "both": frozenset({ApprovalRole.SHOPPER, ApprovalRole.SHOP}),
}
"""`POD_APPROVALS` to the roles that must have said yes."""

RETURNABLE = (DesignState.ARTWORK_READY, DesignState.PROOF_READY)
"""Where a person may ask the customer; while print files are made, only the checks may."""


class Approvals:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def approve(
        self,
        caller: Caller,
        design_id: str,
        role: ApprovalRole,
        *,
        version_id: str = "",
        own_prints: Sequence[str] | None = None,
        seen: int | None = None,
    ) -> Approval:
        """Binds this person's yes to the hashes of artwork, recipe and print files, as they are now.

        `version_id` is the version whose proof was looked at: a yes to another one is none. `own_prints` are those of its
        proofs for partners' own areas that were looked at; None is all that there are. The same yes again changes nothing.
        """
        if role is ApprovalRole.SHOP:
            must_operate(caller)
        with self._tools.store.writing() as tx:
            design = design_as_seen(tx, caller, design_id, seen)
            _approvable(design, version_id)
            approval = self._approval(tx, caller, design, role)
            before = tx.designs.approvals(caller.tenant_id, approval.version_id)
            tx.designs.add_approval(caller.tenant_id, approval)
            own = _yes_to_own_prints(tx, caller, approval, own_prints)
            given = tx.designs.approvals(caller.tenant_id, approval.version_id)
            note = f"approved by {approval.role}"
            if design.state is DesignState.PROOF_READY and not missing_approvals(self._tools.approvals, given):
                tx.designs.move(design, DesignState.APPROVED, caller, note)
            elif own or len(given) > len(before):
                tx.designs.note(design, caller, note)
            fail_at("approve_before_commit")
        return next(a for a in given if a.role is role)

    def _approval(self, tx: Tx, caller: Caller, design: Design, role: ApprovalRole) -> Approval:
        version = tx.designs.version(caller.tenant_id, design.current_version_id)
        files = tx.designs.print_files(caller.tenant_id, version.id)
        blocked = [f for file in files for f in file.findings.blocked]
        if not files or blocked:
            raise ChecksBlocked(
                "nothing_to_approve",
                blocked[0].message if blocked else "There are no print files yet.",
                "Change the words, the cloth or the product.",
            )
        return Approval(
            version_id=version.id,
            role=role,
            actor=caller.actor,
            at=self._tools.clock.now(),
            artwork_sha256=version.recipe.artwork.sha256,
            recipe_sha256=version.recipe_sha256,
            print_files=tuple(sorted((f"{f.area}.{f.format}", f.file.sha256) for f in files)),
        )

    def reject(self, caller: Caller, design_id: str, reason: str, *, seen: int | None = None) -> Design:
        if not reason.strip():
            raise InputRefused(
                "no_reason", "A rejection needs a reason: the customer reads it.", "Say what should be different."
            )
        with self._tools.store.writing() as tx:
            design = design_as_seen(tx, caller, design_id, seen)
            return tx.designs.move(design, DesignState.REJECTED, caller, reason.strip()[:500])

    def send_back(self, caller: Caller, design_id: str, question: str, *, seen: int | None = None) -> Design:
        """Asks the customer; whatever they choose comes back as a new version and a new proof."""
        must_operate(caller)
        if not question.strip():
            raise InputRefused(
                "no_reason", "Sending it back needs a question: the customer reads it.", "Say what they should decide."
            )
        with self._tools.store.writing() as tx:
            design = design_as_seen(tx, caller, design_id, seen)
            if design.state not in RETURNABLE:
                raise Conflict(
                    "not_returnable",
                    f"A design that is {in_words(design.state)} cannot be sent back.",
                    "Send it back when its artwork or its proof is there.",
                )
            return tx.designs.move(design, DesignState.WAITING_CUSTOMER, caller, question.strip()[:500])

    def take_back(self, caller: Caller, design_id: str, *, seen: int | None = None) -> Design:
        """Asks the customer nothing any more: the design is again where the question found it."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            design = design_as_seen(tx, caller, design_id, seen)
            if design.state is not DesignState.WAITING_CUSTOMER:
                raise Conflict(
                    "not_waiting", f"The design is {in_words(design.state)}: nobody has been asked.", "Nothing to do."
                )
            files = tx.designs.print_files(caller.tenant_id, design.current_version_id)
            blocked = [f for file in files for f in file.findings.blocked]
            if blocked:
                raise ChecksBlocked(
                    "still_blocked", f"A check has stopped it: {blocked[0].message}", "Only the customer can change it."
                )
            back = DesignState.PROOF_READY if files else DesignState.ARTWORK_READY
            return tx.designs.move(design, back, caller, "the question was taken back")


def _yes_to_own_prints(tx: Tx, caller: Caller, approval: Approval, seen: Sequence[str] | None) -> int:
    """How many were new. Those without a proof are covered by the approval itself."""
    proofs = [o for o in tx.own_prints.of(caller.tenant_id, approval.version_id) if o.proof]
    said = [OwnApproval(o.version_id, approval.role, o.id, o.hashes) for o in proofs if seen is None or o.id in seen]
    return sum(tx.own_prints.approve(caller, yes) for yes in said)


def missing_approvals(setting: str, given: Sequence[Approval | OwnApproval]) -> tuple[ApprovalRole, ...]:
    return tuple(sorted(NEEDED[setting] - {approval.role for approval in given}))


def _approvable(design: Design, version_id: str) -> None:
    if design.state not in (DesignState.PROOF_READY, DesignState.APPROVED):
        raise Conflict(
            "no_proof",
            f"A design that is {in_words(design.state)} cannot be approved.",
            "Approve when its proof is there.",
        )
    if version_id and version_id != design.current_version_id:
        raise Conflict(
            "other_version",
            "The design has been changed since you looked at this proof.",
            "Look at the new proof, then approve that.",
        )
