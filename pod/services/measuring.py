"""What a partner would make of a line: whether it can, how large the art comes out, from where, how soon, and for what.

Nothing is ordered. A partner that does not answer is passed over for now; one that refuses is passed over for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fulfillment.base import HandOffOrder, Partner, Quote
from fulfillment.fitting import AREA_DIFFERS, shrink_percent
from pod.model.caller import Caller
from pod.model.errors import PartnerFailed, PodError, Unavailable
from pod.model.handoff import HandOff
from pod.model.money import Money
from pod.model.order import Order, OrderItem
from pod.model.routing import Candidate, Days, Group, House, LineMeasured, RoutingRules
from pod.services.choosing import Grouping, ruled_out
from pod.services.freshness import missing_at
from pod.services.handoffjobs import new_handoff
from pod.services.ownprints import OwnPrints
from pod.services.partnercare import PartnerCare
from pod.services.payloads import Line, Payloads
from pod.services.prices import whole_quote
from pod.services.toolbox import Toolbox


class Measuring:
    """Of one order, at one moment: a question that was asked is not asked again."""

    def __init__(self, tools: Toolbox, me: Caller, order: Order) -> None:
        self._tools, self._me, self._order = tools, me, order
        self._payloads, self._own, self._care = Payloads(tools), OwnPrints(tools), PartnerCare(tools)
        self._lines: dict[tuple[str, str], tuple[Line, ...]] = {}
        rules = tools.routing.of(order.tenant_id)
        # what an operator has named gets it, whatever the rules would give it by themselves
        self._rules = replace(rules, never=()) if order.partner else rules
        self._asked: dict[tuple[str, tuple[str, ...]], Quote | PodError] = {}

    @property
    def rules(self) -> RoutingRules:
        return self._rules

    def lines(self, items: Sequence[OrderItem], refused: set[tuple[str, str]]) -> tuple[LineMeasured, ...]:
        """`refused` are (partner, line) that were tried and are known to have come to nothing."""
        alone = len(items) <= max(1, self._rules.lines_priced_alone)
        partners = self._tools.partners.values()
        return tuple(
            LineMeasured(
                item.id, tuple(self._candidate(p, item, (p.name, item.id) in refused, alone) for p in partners)
            )
            for item in items
        )

    def priced(self, grouping: Grouping) -> tuple[Group, ...]:
        return tuple(self._group(self._tools.partners[name], item_ids) for name, item_ids in grouping)

    def _group(self, partner: Partner, item_ids: tuple[str, ...]) -> Group:
        told = self._quote(partner, item_ids)
        if isinstance(told, PodError):
            return Group(partner.name, item_ids)
        return Group(partner.name, item_ids, told.total, told.days)

    def _candidate(self, partner: Partner, item: OrderItem, refused: bool, priced: bool) -> Candidate:
        found = Candidate(partner.name)
        if refused:
            return replace(found, unfit=("it has refused this line already",))
        if closed := self._care.not_asked(partner.name):
            return replace(found, unfit=(closed,), away=True)
        try:
            unfit = self._unfit(partner, item)
            told = self._quote(partner, (item.id,)) if priced and not unfit else None
        except Unavailable:
            raise
        except PartnerFailed as e:
            return replace(found, unfit=(str(e),), away=True)
        except PodError as e:
            return replace(found, unfit=(str(e),))
        if isinstance(told, PodError):
            return replace(found, unfit=(str(told),), away=isinstance(told, PartnerFailed))
        shrunk = 0.0 if unfit else self._shrunk(partner, item)
        found = replace(found, unfit=unfit, shrink_percent=round(shrunk, 1))
        return ruled_out(self._at_house(found, told), self._rules)

    def _unfit(self, partner: Partner, item: OrderItem) -> tuple[str, ...]:
        """What this partner would refuse. Files for its own areas are made only where all else is well."""
        if missing := missing_at(self._tools, partner.name, [item.variant]):
            return tuple(missing)
        bare = self._payloads.lines(self._order, self._draft(partner, (item.id,)))
        wrong = [e for e in partner.validate(self._told(partner, bare)) if e.code != AREA_DIFFERS]
        if wrong:
            return tuple(str(e) for e in wrong)
        with self._care.asking(partner.name):
            lines = self._lines[partner.name, item.id] = self._own.for_partner(partner, bare)
        wrong = partner.validate(self._told(partner, lines))
        return (*self._own.speaks_against(lines), *(str(e) for e in wrong))

    def _shrunk(self, partner: Partner, item: OrderItem) -> float:
        """In per cent: what an own print was measured to depart by, and what a file that fills its area loses there."""
        lines = self._lines[partner.name, item.id]
        made = [-own.departure.change * 100 for line in lines for own in line.printed]
        laid = [shrink_percent(file) for told in self._told(partner, lines).items for file in told.files]
        return max([0.0, *made, *laid])

    def _at_house(self, found: Candidate, told: Quote | None) -> Candidate:
        """Where it is made and how long that takes: what the quote says goes before what the rules know."""
        house = self._rules.houses.get(found.partner, House())
        made_in = (told.made_in if told else ()) or house.made_in
        nearness = self._rules.nearness(made_in, self._order.ship_to.country)
        days: Days | None = (told.days if told else None) or house.days.get(nearness)
        price: Money | None = told.total if told else None
        note = told.note if told else ""
        return replace(found, made_in=made_in, nearness=nearness, days=days, price=price, note=note)

    def _quote(self, partner: Partner, item_ids: tuple[str, ...]) -> Quote | PodError:
        key = (partner.name, item_ids)
        if key not in self._asked:
            self._asked[key] = self._quoted(partner, item_ids)
        return self._asked[key]

    def _quoted(self, partner: Partner, item_ids: tuple[str, ...]) -> Quote | PodError:
        wait = self._care.wait_for(partner.name)
        if wait and wait.failing:
            # an order has more questions than one: it would wait for ever for the turn of the next
            return PartnerFailed("partner_failing", wait.why, "It is asked again in a while.")
        if wait:
            # one that is only busy is waited for: another is not better for that
            raise Unavailable("partner_busy", wait.why, "It is asked in a moment.")
        try:
            with self._care.asking(partner.name):
                return whole_quote(self._tools, partner, self._payload(partner, item_ids))
        except Unavailable:
            raise
        except PodError as e:
            return e

    def _payload(self, partner: Partner, item_ids: tuple[str, ...]) -> HandOffOrder:
        return self._told(partner, [line for item_id in item_ids for line in self._lines[partner.name, item_id]])

    def _told(self, partner: Partner, lines: Sequence[Line]) -> HandOffOrder:
        """As it would be sent; its reference is nobody's."""
        draft = self._draft(partner, tuple(line.item.id for line in lines))
        return self._payloads.payload(partner, self._order, draft, lines)

    def _draft(self, partner: Partner, item_ids: tuple[str, ...]) -> HandOff:
        return new_handoff(self._me, self._order, partner.name, item_ids, self._tools.clock.now())
