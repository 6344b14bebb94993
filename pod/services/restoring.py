"""After the restore of a backup: what may have been sent or bought since is looked for before anything leaves.

Our books then end at the backup, while partners, shops and image services have gone on. A hand-off's name follows from what it
hands off, so an order that comes in once more asks its partner for the name that it had, and is taken for what it is. What
stands at a partner and in no book of ours is found by the comparison that is asked for at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from fulfillment.base import Capability, Partner, PartnerOrder, payload_sha256
from fulfillment.shops.listings import OnShelf
from pod.model.caller import Caller
from pod.model.design import Design
from pod.model.editbatch import EditBatch
from pod.model.errors import Conflict, InputRefused, PodError
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Job, JobOutcome, Later, NeedsHuman
from pod.model.ledger import LedgerRow
from pod.model.order import Order, OrderState
from pod.model.publication import Publication, PublicationState
from pod.model.restore import Restore
from pod.services.handoffsteps import held_here
from pod.services.news import told_of
from pod.services.ownprints import OwnPrints
from pod.services.payloads import Payloads
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_administer

_H = HandOffState
_NOT_SENT = (_H.WAITING, _H.PREPARED)
_LOOK_AGAIN_S = 60.0


class Restoring:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def begin(self, caller: Caller, backed_up_at: datetime) -> Restore:
        """Notes that the data are those of a backup. From now on everything is looked for before it is sent or bought."""
        must_administer(caller)
        now = self._tools.clock.now()
        if backed_up_at > now:
            raise InputRefused(
                "backup_of_tomorrow",
                f"The backup was taken at {backed_up_at:%Y-%m-%d %H:%M}, and now is {now:%Y-%m-%d %H:%M}.",
                "Set this machine's clock right first.",
            )
        restore = Restore(caller.tenant_id, now, backed_up_at, caller.actor)
        with self._tools.store.writing() as tx:
            tx.restores.note(restore)
        return restore


def not_looked_for(restore: Restore, handoff: HandOff, now: datetime) -> bool:
    """Whether it may have been sent before the restore, and nobody has looked."""
    return handoff.state in _NOT_SENT and _perhaps_since(restore, handoff, now)


def may_have_left(restore: Restore, handoff: HandOff, now: datetime) -> bool:
    """As `not_looked_for`, of what was held, or refused, when the backup was taken, too: it may have been let go since."""
    state = handoff.held_from or handoff.state
    return state in (*_NOT_SENT, _H.REJECTED) and _perhaps_since(restore, handoff, now)


def _perhaps_since(restore: Restore, handoff: HandOff, now: datetime) -> bool:
    looked = handoff.looked_at is not None and handoff.looked_at >= restore.restored_at
    return restore.watches(now) and not looked


def not_looked_for_in_shop(restore: Restore, publication: Publication, now: datetime) -> bool:
    """Whether the shop may have it otherwise since the backup, and nobody has looked."""
    looked = publication.looked_at is not None and publication.looked_at >= restore.restored_at
    return restore.watches(now) and not looked


def newer_in_shop(restore: Restore, publication: Publication, there: OnShelf | None) -> str:
    """Why a person has to say yes before the shop's listing is changed; "" where it is no newer than our books."""
    # shops write whole seconds
    if there is None or there.changed_at < restore.backed_up_at.replace(microsecond=0):
        return ""
    going = publication.state is PublicationState.WITHDRAWING
    again = "take it off sale again" if going else "publish it again to put what is here in its place"
    return (
        f"{publication.shop} changed its listing at {there.changed_at:%Y-%m-%d %H:%M} UTC, and the backup that was restored is of"
        f" {restore.backed_up_at:%Y-%m-%d %H:%M} UTC: what stands there is newer, and was left as it is."
        f" Look at it there; then {again}, or leave it."
    )


def bought_perhaps(restore: Restore | None, design: Design, rows: Sequence[LedgerRow], now: datetime) -> bool:
    """Whether a picture that was asked for before the restore may have been bought since its backup, in no book of ours."""
    return restore is not None and restore.watches(now) and not rows and design.created_at < restore.restored_at


def batch_begun_perhaps(restore: Restore | None, batch: EditBatch, now: datetime) -> str:
    """Why the pictures of a batch that are not begun here may have been, since the backup; "" where they were not."""
    asked_at = batch.asked_again_at or batch.created_at
    if restore is None or not restore.watches(now) or asked_at >= restore.restored_at:
        return ""
    return (
        f"Restored from a backup of {restore.backed_up_at:%Y-%m-%d %H:%M} UTC: it may have been drawn and paid for since."
        " Look with the image service; then try the batch again, or leave it."
    )


def bought_since(restore: Restore | None, row: LedgerRow) -> bool:
    """Whether a call that was announced before the restore may have been made since its backup."""
    return restore is not None and row.created_at < restore.restored_at


class AfterRestore:
    """A step of a hand-off's job that comes before all others."""

    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._payloads, self._own = Payloads(tools), OwnPrints(tools)

    def look(self, job: Job, me: Caller, handoff: HandOff, restore: Restore) -> JobOutcome:
        """Asks the partner for its name: what is there is ours, and what is not is checked and sent as ever."""
        wait_s = restore.shops_are_read_s(self._tools.clock.now())
        if wait_s > 0:
            return Later(wait_s, "the shops are read first")
        try:
            partner = self._partner(handoff)
            found = partner.find(handoff.reference)
            expected = self._expected(partner, handoff) if found else ""
        except PodError as e:
            return Later(_LOOK_AGAIN_S, str(e))
        with self._tools.fenced(job) as tx:
            order = tx.orders.lock(handoff.tenant_id, handoff.order_id)
            why = f"restored from a backup of {restore.backed_up_at:%Y-%m-%d %H:%M} UTC: it may have been sent since"
            unknown = tx.orders.move_handoff(handoff, _H.UNKNOWN, me, why)
            if found is None:
                return self._not_there(tx, me, unknown, partner, restore)
            if not found.is_of(expected):
                return self._held(tx, me, unknown, f"{partner.name} has another order under this reference. Call them.")
            return self._adopted(tx, me, order, replace(unknown, payload_sha256=expected), found)

    def _expected(self, partner: Partner, handoff: HandOff) -> str:
        with self._tools.store.reading() as tx:
            order = tx.orders.get(handoff.tenant_id, handoff.order_id)
        lines = self._own.for_partner(partner, self._payloads.lines(order, handoff))
        return payload_sha256(self._payloads.payload(partner, order, handoff, lines))

    def _partner(self, handoff: HandOff) -> Partner:
        partner = self._tools.partners.get(handoff.partner)
        if partner is None:
            raise Conflict(
                "partner_not_set_up",
                f"The partner {handoff.partner} is not set up (any more), and may have this order.",
                "Set it up again; see `pod partners`.",
            )
        return partner

    def _adopted(self, tx: Tx, me: Caller, order: Order, unknown: HandOff, found: PartnerOrder) -> JobOutcome:
        if order.state is OrderState.PAID:
            tx.orders.move(order, OrderState.IN_PROGRESS, me)
        told_of(tx, me, unknown, found)
        return Later(0.0, "found at its partner")

    def _not_there(self, tx: Tx, me: Caller, unknown: HandOff, partner: Partner, restore: Restore) -> JobOutcome:
        now = self._tools.clock.now()
        looked = tx.orders.move_handoff(unknown, _H.WAITING, me, "its partner knows nothing of it", looked_at=now)
        if partner.capability is Capability.WRITE_ONLY and was_there_before(tx, looked, looked.order_id, restore):
            return self._held(tx, me, looked, perhaps_made(partner.name))
        return Later(0.0, "not there")

    def _held(self, tx: Tx, me: Caller, handoff: HandOff, reason: str) -> JobOutcome:
        held_here(tx, me, handoff, reason, self._tools.clock.now())
        return NeedsHuman(reason)


def perhaps_made(partner: str) -> str:
    """What a person is asked of a hand-off that is in no folder."""
    return (
        "It may have been made since the backup that was restored, and a folder does not remember what was taken out of it."
        f" Ask {partner}; then hand it off, or cancel it."
    )


def was_there_before(tx: Tx, begun: Order | HandOff, order_id: str, restore: Restore) -> bool:
    """Whether it was known, here or in its shop, before the restore: only what comes in later is surely new."""
    sold = tx.shops.placed_as(begun.tenant_id, order_id)
    return begun.created_at < restore.restored_at or (sold is not None and sold.order.changed_at < restore.restored_at)
