"""The image services as the shop's people see them: which are passed over, which of their models are gone, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.model.caller import Caller
from pod.model.errors import InputRefused
from pod.model.health import Health
from pod.providers.base import Capabilities
from pod.services.toolbox import Toolbox, must_look, must_operate


@dataclass(frozen=True, slots=True)
class Standing:
    """`gone` are models that are not asked any more, each with what was said when it was gone."""

    health: Health
    gone: Mapping[str, str]


class ImageServices:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def standing(self, caller: Caller) -> tuple[Standing, ...]:
        """Of every service that is asked here, in the shop's order."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            health, dead = tx.health.of(list(self._tools.providers)), tx.health.dead()
        return tuple(
            Standing(health[name], {model: why for (owner, model), why in dead.items() if owner == name})
            for name in self._tools.providers
        )

    def take_guides(self, caller: Caller) -> bool:
        """Whether this shop can have something drawn after a picture."""
        return any(can.references for can in self._asked(caller))

    def change_parts(self, caller: Caller) -> bool:
        """Whether it can have a part of a picture drawn anew."""
        return any(can.edits and not can.redraws for can in self._asked(caller))

    def _asked(self, caller: Caller) -> list[Capabilities]:
        """What those can that this shop asks."""
        with self._tools.store.reading() as tx:
            outside = tx.screenings.asks_outside(caller.tenant_id)
        able = (p.capabilities for p in self._tools.providers.values())
        return [can for can in able if outside or can.local_cpu or can.self_hosted]

    def ask_again(self, caller: Caller, provider: str) -> int:
        """The service is asked as if nothing had been: its circuit is closed, and its models count as there. How many
        models were gone."""
        must_operate(caller)
        if provider not in self._tools.providers:
            known = ", ".join(self._tools.providers)
            raise InputRefused("unknown_provider", f"No provider {provider} is asked here.", f"There are: {known}.")
        with self._tools.store.writing() as tx:
            tx.health.change(provider, lambda health: health.well())
            return tx.health.revive(provider)
