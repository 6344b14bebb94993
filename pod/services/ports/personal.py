"""The port of designs with other words, and of the lists of names that they were made for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pod.model.personal import PersonalDesign, PersonalOffer, Roster


class Personal(Protocol):
    def add(self, made: PersonalDesign) -> bool:
        """False where there is one for the same place of the same batch."""
        ...

    def made_for(self, tenant_id: str, batch: str, place: str) -> PersonalDesign | None: ...

    def of_batch(self, tenant_id: str, batch: str) -> Sequence[PersonalDesign]:
        """Oldest first."""
        ...

    def get(self, tenant_id: str, design_id: str) -> PersonalDesign | None:
        """None for a design that was not made from another."""
        ...

    def offer(self, tenant_id: str, design_id: str) -> PersonalOffer | None:
        """None for a design whose words are not its buyers'."""
        ...

    def set_offer(self, offer: PersonalOffer) -> None:
        """In place of the one before, if there is one."""
        ...

    def drop_offer(self, tenant_id: str, design_id: str) -> None: ...

    def add_roster(self, roster: Roster) -> None: ...

    def roster(self, tenant_id: str, roster_id: str) -> Roster: ...

    def rosters_of(self, tenant_id: str, design_id: str) -> Sequence[Roster]:
        """Newest first."""
        ...

    def save_roster(self, roster: Roster) -> None: ...
