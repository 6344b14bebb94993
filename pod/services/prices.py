"""Prices of partners who say only on an order what a product costs: kept from the last order, and part of the next quote."""

from __future__ import annotations

from dataclasses import replace

from fulfillment.base import HandOffOrder, Partner, PartnerOrder, Quote
from pod.model.caller import Caller
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox


def whole_quote(tools: Toolbox, partner: Partner, order: HandOffOrder) -> Quote:
    """What the partner asks for it, with what its products cost the last time where it names the shipping only."""
    told = partner.quote(order)
    if told.cost or not told.shipping:
        return told
    variants = [item.variant for item in order.items]
    with tools.store.reading() as tx:
        known = {o.variant: o.price for o in tx.offers.of_variants(variants) if o.partner == partner.name}
    prices = [price.times(item.quantity) for item in order.items if (price := known.get(item.variant))]
    if len(prices) < len(order.items) or any(price.currency != told.shipping.currency for price in prices):
        return told
    return replace(told, cost=sum(prices[1:], prices[0]), note="What it makes, at the price of the last order.")


def remember_prices(tx: Tx, me: Caller, partner: str, variants: dict[int, str], found: PartnerOrder) -> None:
    """`variants` by the line of the hand-off."""
    tx.offers.priced(me, partner, {variants[n]: price for n, price in found.each.items() if n in variants})
