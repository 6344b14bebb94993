"""Opening a design to its buyers' own words: what it says itself is a sample from then on."""

from __future__ import annotations

from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.personal import Cover, PersonalOffer
from pod.services.designs import Designs
from pod.services.toolbox import Toolbox, must_look, must_operate
from pod.services.words.changing import current_version, live_words


class Offers:
    def __init__(self, tools: Toolbox, designs: Designs) -> None:
        self._tools, self._designs = tools, designs

    def open(self, caller: Caller, design_id: str, cover: Cover) -> PersonalOffer:
        """Lines of shops' orders bring the words. `InputRefused` for a design without words that are set in type."""
        must_operate(caller)
        live_words(current_version(self._designs, caller, self._designs.get(caller, design_id)).recipe)
        offer = PersonalOffer(design_id, caller.tenant_id, cover, caller.actor, self._tools.clock.now())
        with self._tools.store.writing() as tx:
            tx.personal.set_offer(offer)
            design = tx.designs.get(caller.tenant_id, design_id)
            tx.designs.note(design, caller, f"open to buyers' words, a yes to {_WHOSE[cover]}")
        return offer

    def get(self, caller: Caller, design_id: str) -> PersonalOffer:
        must_look(caller)
        self._designs.get(caller, design_id)
        with self._tools.store.reading() as tx:
            offer = tx.personal.offer(caller.tenant_id, design_id)
        if offer is None:
            raise NotFound("not_open", "This design is not open to its buyers' words.", "Open it first.")
        return offer

    def close(self, caller: Caller, design_id: str) -> None:
        """Orders that come from now on are sold what it says. What was set for a buyer stays."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            design = tx.designs.get(caller.tenant_id, design_id)
            if tx.personal.offer(caller.tenant_id, design_id):
                tx.personal.drop_offer(caller.tenant_id, design_id)
                tx.designs.note(design, caller, "no longer open to buyers' words")


_WHOSE = {Cover.EACH: "each of them", Cover.PATTERN: "the pattern covers what is within its measures"}
