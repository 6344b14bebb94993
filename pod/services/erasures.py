"""What was erased is remembered outside of what backups hold: the restore of an older one is told, before anything is shown."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.caller import Caller
from pod.model.clock import Clock
from pod.model.erasure import Forgotten
from pod.services.ports import ErasedList, Tx


@dataclass(frozen=True, slots=True)
class Memory:
    """The list, and the rows that say what of it holds for these data."""

    listed: ErasedList
    clock: Clock

    def note(self, tx: Tx, caller: Caller, *things: Forgotten) -> None:
        """On the list first: what is there and in no row is erased again, and what is in a row only would come back."""
        marks = {self.listed.mark(thing) for thing in things}
        new = {mark for mark in marks if not tx.erasures.has(mark)}
        self.listed.add(new, self.clock.now())
        tx.erasures.note(caller, new)

    def knows(self, tx: Tx, thing: Forgotten) -> bool:
        return tx.erasures.has(self.listed.mark(thing))
