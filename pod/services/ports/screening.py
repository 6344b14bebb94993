"""What screening needs from the store: decisions, which are kept for ever, and a shop's own words and rules."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from pod.model.caller import Caller
from pod.model.listing import Page
from pod.model.screening import HouseWord, HouseWords, Rule, Screening


class Screenings(Protocol):
    """A change of a word or a rule is a history row of ``screening``."""

    def keep(self, screening: Screening) -> bool:
        """False when this decision is kept already: its id names sentence, verdict and lists."""
        ...

    def get(self, tenant_id: str, screening_id: str) -> Screening: ...

    def overruled(self, tenant_id: str, sentences_sha256: Collection[str]) -> frozenset[str]:
        """Those of the sentences that an operator has let through."""
        ...

    def unsay(self, tenant_id: str, screening_ids: Collection[str]) -> None:
        """Takes the sentence out of these decisions, and of all others about the same one. That there was a decision stays."""
        ...

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Screening]: ...

    def house(self, tenant_id: str) -> HouseWords: ...

    def set_word(self, caller: Caller, word: HouseWord, rule: Rule) -> None:
        """A word that is there already is changed."""
        ...

    def drop_word(self, caller: Caller, words: str) -> bool:
        """False when the shop has no such word."""
        ...

    def asks_outside(self, tenant_id: str) -> bool:
        """Whether image services outside may be asked; they may where nobody has said anything."""
        ...

    def set_asks_outside(self, caller: Caller, *, allowed: bool) -> None: ...
