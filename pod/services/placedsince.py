"""After the restore of a backup: which lines of an order are at a partner already, under a name that no book of ours has.

An order is split by what holds on the day, so that its parts since the backup may have been others than those of today. A part's
name follows from its lines: the names of all parts that there may have been are asked for at each partner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, combinations

from fulfillment.base import Capability, Partner, PartnerOrder
from pod.model.caller import Caller
from pod.model.errors import PodError
from pod.model.handoff import HANDOFF_PREFIX, HandOff
from pod.model.order import Order
from pod.model.restore import Restore
from pod.services.handoffjobs import new_handoff
from pod.services.news import NOT_MADE
from pod.services.partnercare import PartnerCare
from pod.services.restoring import was_there_before
from pod.services.toolbox import Toolbox

MOST_LINES = 10
"""A thousand parts. Their names are made here, and cost nothing."""

MOST_ASKED = 120
"""So many names are asked for one by one: those of four lines at six partners. More are looked for in the partner's list."""

_LISTED_BEFORE = timedelta(days=1)
"""How much further back than the backup a list is read: a partner's clock is not ours."""


def placed_since(
    tools: Toolbox,
    restore: Restore | None,
    me: Caller,
    order: Order,
    going: Sequence[HandOff],
    so_far: int,
    able: AbstractSet[str],
) -> str:
    """Why a person has to say where lines of `going` are made: a partner has some of them under a name that they would not have
    now, or may have, and cannot be asked. `able` are those that make any of them. "" where nobody has any; `PartnerFailed` where
    one does not say.
    """
    if restore is None or not restore.watches(tools.clock.now()):
        return ""
    search = _Search(
        tools, restore, me, order, tuple(i.id for i in order.items if any(i.id in h.item_ids for h in going))
    )
    going_as = {h.reference for h in going}
    # what somebody has looked for, and said where it goes, is not doubted again
    with tools.store.reading() as tx:
        doubted = order.wish is None and was_there_before(tx, order, order.id, restore)
    for partner in tools.partners.values():
        sentence = search.surely(partner, so_far, going_as) or (search.perhaps(partner, so_far) if doubted else "")
        if sentence:
            return sentence
    never_routed = doubted and so_far == 0
    return search.folder_doubt(going, able - {h.partner for h in going}) if never_routed else ""


@dataclass(frozen=True, slots=True)
class Traces:
    """Of an order at the partners: sentences of those that have some of it, and of those that may, as nobody can be asked; and
    the names of those that do not answer, or cannot, as they are not set up (any more)."""

    has: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.has or self.doubts or self.silent)


def traces_of(tools: Toolbox, restore: Restore | None, me: Caller, order: Order, *, doubted: bool) -> Traces:
    """Of an order without a hand-off: every partner is asked, and one that does not answer keeps no other from it. `doubted`:
    what cannot be asked for counts. However long ago the restore was: who asks began to while it was watched."""
    if restore is None:
        return Traces()
    search, care = _Search(tools, restore, me, order, tuple(i.id for i in order.items)), PartnerCare(tools)
    has, doubts = list[str](), list[str]()
    silent = [order.partner] if order.partner and order.partner not in tools.partners else []
    for partner in tools.partners.values():
        if care.not_asked(partner.name):
            silent.append(partner.name)
            continue
        try:
            with care.asking(partner.name):
                surely = search.surely(partner, 0, frozenset())
                perhaps = "" if surely or not doubted else search.perhaps(partner, 0) or search.taken_out(partner)
        except PodError:
            silent.append(partner.name)
            continue
        has += filter(None, [surely])
        doubts += filter(None, [perhaps])
    return Traces(tuple(has), tuple(doubts), tuple(silent))


@dataclass(frozen=True, slots=True)
class _Search:
    tools: Toolbox
    restore: Restore
    me: Caller
    order: Order
    lines: tuple[str, ...]

    def surely(self, partner: Partner, so_far: int, going_as: AbstractSet[str]) -> str:
        names = self._names(partner, so_far) - going_as if len(self.lines) <= MOST_LINES else frozenset[str]()
        found = self._asked(partner, names) if len(names) <= MOST_ASKED else self._in_list(partner, names)
        if not found:
            return ""
        return (
            f"{partner.name} has {', '.join(sorted(found))} of it since the backup of {self._backup}."
            f" Choose {partner.name} for it and release it; or cancel it there, and then here."
        )

    def perhaps(self, partner: Partner, so_far: int) -> str:
        """Where there are more parts than can be looked for."""
        if len(self.lines) <= MOST_LINES and len(self._names(partner, so_far)) <= MOST_ASKED:
            return ""
        live = self._live(partner)
        if live is None:
            return (
                f"Since the backup of {self._backup} this order of {len(self.lines)} lines may have gone to {partner.name} in more"
                f" parts than can be asked for. Ask {partner.name}; then choose where it goes, and release it."
            )
        strange = self._strange(partner, live) if len(self.lines) > MOST_LINES else ()
        if not strange:
            return ""
        return (
            f"{partner.name} has {', '.join(strange[:20])} since the backup of {self._backup}, which are in no book here, and some of"
            f" this order of {len(self.lines)} lines may be among them. Look there; then choose where it goes, and release it."
        )

    def folder_doubt(self, going: Sequence[HandOff], others: AbstractSet[str]) -> str:
        """What is there by the name that it has today was placed as it is today, and lies in no other's folder."""
        partners = self.tools.partners
        doubts = list(filter(None, (self.taken_out(p) for p in partners.values() if p.name in others)))
        if not doubts or any(self._asked(partners[h.partner], {h.reference}) for h in going):
            return ""
        return f"{' '.join(doubts)} Then choose where it goes, and release it."

    def taken_out(self, partner: Partner) -> str:
        """Where nobody can be asked: what is in no folder may have been, and its name with it."""
        if partner.capability is not Capability.WRITE_ONLY or self.order.partner not in ("", partner.name):
            return ""
        return (
            f"{partner.name} has nothing of it in its folder, which does not remember what was taken out of it: it may have been"
            f" made since the backup of {self._backup}. Ask {partner.name}."
        )

    def _strange(self, partner: Partner, live: Sequence[PartnerOrder]) -> list[str]:
        """Hand-offs by their name, and none of ours."""
        named = sorted({order.reference for order in live if order.reference.startswith(HANDOFF_PREFIX)})
        with self.tools.store.reading() as tx:
            return [name for name in named if not tx.orders.handoff_at(partner.name, name, "")]

    def _names(self, partner: Partner, so_far: int) -> frozenset[str]:
        """Of every part of the lines, as whichever hand-off of the order."""
        now, numbers = self.tools.clock.now(), range(so_far + len(self.tools.partners) + 1)
        parts = list(_parts(self.lines))
        return frozenset(
            new_handoff(self.me, self.order, partner.name, part, now, nth).reference
            for part in parts
            for nth in numbers
        )

    def _asked(self, partner: Partner, names: AbstractSet[str]) -> set[str]:
        found = ((name, partner.find(name)) for name in names)
        return {name for name, order in found if order and order.state not in NOT_MADE}

    def _in_list(self, partner: Partner, names: AbstractSet[str]) -> set[str]:
        return {order.reference for order in self._live(partner) or ()}.intersection(names)

    def _live(self, partner: Partner) -> Sequence[PartnerOrder] | None:
        """What it is making, or has made, since the backup; None where it has no list."""
        listed = partner.recent(self.restore.backed_up_at - _LISTED_BEFORE)
        return None if listed is None else [order for order in listed if order.state not in NOT_MADE]

    @property
    def _backup(self) -> str:
        return f"{self.restore.backed_up_at:%Y-%m-%d %H:%M} UTC"


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All of them first, and single lines last."""
    return chain.from_iterable(combinations(lines, size) for size in range(len(lines), 0, -1))
