"""A person's yes, no or question to a version; whose yes it needs, and whether it has it: asked again when it is ordered and
handed off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import ChecksBlocked, Conflict, InputRefused, PodError
from pod.model.ownarea import OwnApproval
from pod.model.proof import Approval, ApprovalRole
from pod.model.states import in_words
from pod.services.intakejobs import wake_its_order
from pod.services.messages.announcing import ask_customer
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
        proofs for partners' own areas that were looked at; None is all that there are. The same yes again changes nothing,
        but for own prints that have come since, which may be of an older version: orders keep the one that they were taken
        with.
        """
        if role is ApprovalRole.SHOP:
            must_operate(caller)
        with self._tools.store.writing() as tx:
            wake_its_order(tx, caller.tenant_id, design_id)
            design = design_as_seen(tx, caller, design_id, seen)
            version = _looked_at(tx, design, version_id)
            before = tx.designs.approvals(caller.tenant_id, version.id)
            if all(a.role is not role for a in before):
                _approvable(design, version)
                tx.designs.add_approval(caller.tenant_id, self._approval(tx, caller, version, role))
            own = _yes_to_own_prints(tx, caller, version, role, own_prints)
            if not own and version.id != design.current_version_id:
                raise _other_version()
            given = tx.designs.approvals(caller.tenant_id, version.id)
            note = f"approved by {role}"
            if design.state is DesignState.PROOF_READY and not missing_approvals(self._tools.approvals, given):
                tx.designs.move(design, DesignState.APPROVED, caller, note)
            elif own or len(given) > len(before):
                tx.designs.note(design, caller, note)
            fail_at("approve_before_commit")
        return next(a for a in given if a.role is role)

    def _approval(self, tx: Tx, caller: Caller, version: Version, role: ApprovalRole) -> Approval:
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
            wake_its_order(tx, caller.tenant_id, design_id)
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
            asked = tx.designs.move(design, DesignState.WAITING_CUSTOMER, caller, question.strip()[:500])
            ask_customer(tx, asked)
            return asked

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


def _looked_at(tx: Tx, design: Design, version_id: str) -> Version:
    """The version that is named, else the current one."""
    wanted = version_id or design.current_version_id
    if not wanted:
        raise _no_proof(design)
    version = tx.designs.versions_named(design.tenant_id, [wanted]).get(wanted)
    if version is None or version.design_id != design.id:
        raise _other_version()
    return version


def _yes_to_own_prints(tx: Tx, caller: Caller, version: Version, role: ApprovalRole, seen: Sequence[str] | None) -> int:
    """How many were new. Those without a proof are covered by the approval itself."""
    proofs = [o for o in tx.own_prints.of(caller.tenant_id, version.id) if o.proof and (seen is None or o.id in seen)]
    return sum(tx.own_prints.approve(caller, OwnApproval(version.id, role, o.id, o.hashes)) for o in proofs)


def missing_approvals(setting: str, given: Sequence[Approval | OwnApproval]) -> tuple[ApprovalRole, ...]:
    return tuple(sorted(NEEDED[setting] - {approval.role for approval in given}))


def why_not_approved(tx: Tx, caller: Caller, version: Version, setting: str) -> Iterator[PodError]:
    """Nothing when everybody whose yes is needed has given it, and it is not overtaken: an edit withdraws the approvals before
    it."""
    missing = missing_approvals(setting, tx.designs.approvals(caller.tenant_id, version.id))
    design = tx.designs.get(caller.tenant_id, version.design_id)
    if design.state is DesignState.ARCHIVED:
        yield InputRefused(
            "design_deleted", "The design was deleted.", "Choose another design, or pay back what was bought of it."
        )
    elif missing:
        yield InputRefused(
            "not_approved",
            f"This version has not been approved by the {' and the '.join(missing)}.",
            "Approve its proof, then order.",
        )
    elif design.current_version_id != version.id:
        yield InputRefused(
            "approval_withdrawn",
            f"The design has been changed since version {version.n} was approved.",
            "Order its newest version, once that is approved.",
        )
    elif design.state is not DesignState.APPROVED:
        yield InputRefused(
            "not_approved",
            f"The design is {design.state.replace('_', ' ')}, not approved.",
            "Approve its proof, then order.",
        )


def _approvable(design: Design, version: Version) -> None:
    if design.state not in (DesignState.PROOF_READY, DesignState.APPROVED):
        raise _no_proof(design)
    if version.id != design.current_version_id:
        raise _other_version()


def _other_version() -> Conflict:
    return Conflict(
        "other_version",
        "The design has been changed since you looked at this proof.",
        "Look at the new proof, then approve that.",
    )


def _no_proof(design: Design) -> Conflict:
    return Conflict(
        "no_proof",
        f"A design that is {in_words(design.state)} cannot be approved.",
        "Approve when its proof is there.",
    )
