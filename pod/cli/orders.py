"""`pod orders`: what was ordered, where it goes and why, and an operator's word over that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from pod.bootstrap import Services
from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, say, table
from pod.model.errors import InputRefused, NotFound
from pod.model.handoff import HandOff
from pod.model.order import Order, OrderState, ShipTo
from pod.model.readdress import AddressDecision
from pod.model.recall import Chance, May
from pod.model.routing import Candidate, Routing, Way
from pod.model.states import in_words
from pod.services.recalling import HandOffOpen
from pod.services.routing import WAYS

orders = typer.Typer(no_args_is_help=True, help="What was ordered, where it goes, and why.")

_Reference = Annotated[str, typer.Argument(metavar="ORDER", help="Its id, or the reference that it was ordered under.")]


@orders.command("list")
def list_orders(
    state: Annotated[str, typer.Option(help=f"Only these: {', '.join(OrderState)}.")] = "",
    as_json: JsonOption = False,
) -> None:
    """The newest orders, with their partners."""
    if state and state not in list(OrderState):
        raise InputRefused("unknown_state", f"There is no state “{state}”.", f"Use {', '.join(OrderState)}.")
    with opened() as pod:
        found = pod.orders.page(TERMINAL, state=state, limit=200).items
        rows = [(order, pod.orders.handoffs(TERMINAL, order.id)) for order in found]
    if as_json:
        print_json({"orders": [{"order": order, "handoffs": handoffs} for order, handoffs in rows]})
        return
    table(
        "Orders",
        ("order", "reference", "state", "where"),
        ((order.id, order.external_ref, in_words(order.state), _where(order, handoffs)) for order, handoffs in rows),
    )


@orders.command()
def show(reference: _Reference, as_json: JsonOption = False) -> None:
    """One order: its hand-offs, and why they went where they went."""
    with opened() as pod:
        order = _named(pod, reference)
        shown = pod.recalling.of_order(TERMINAL, order.id)
        routings = pod.routes.of(TERMINAL, order.id)
    handoffs = [one.handoff for one in shown]
    if as_json:
        print_json({"order": order, "handoffs": handoffs, "options": shown, "routes": routings})
        return
    say(f"{order.external_ref} ({order.id}) is {in_words(order.state)}. {order.reason}".strip())
    table("Hand-offs", ("reference", "partner", "state", "lines", "what about it"), map(_handoff, handoffs))
    _say_what_is_open(shown)
    for routing in routings:
        _say_why(routing)


@orders.command()
def options(reference: _Reference, as_json: JsonOption = False) -> None:
    """Asks each partner whether it still takes a cancel, and another address. Nothing is changed by asking."""
    with opened() as pod:
        order = _named(pod, reference)
        shown = pod.recalling.asked(TERMINAL, order.id)
    _answer(order, shown, "", as_json=as_json)


@orders.command()
def cancel(
    reference: _Reference,
    reason: Annotated[str, typer.Option(help="Why. It is kept with the order.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Ends what has not left, and asks the partners for the rest; they may refuse."""
    with opened() as pod:
        order = pod.orders.cancel(TERMINAL, _named(pod, reference).id, reason)
        shown = pod.recalling.of_order(TERMINAL, order.id)
    _answer(order, shown, f"{order.external_ref} is {in_words(order.state)}.", as_json=as_json)


@orders.command()
def address(
    reference: _Reference,
    name: Annotated[str, typer.Option(help="Who gets it.")],
    line1: Annotated[str, typer.Option(help="Street and number.")],
    city: Annotated[str, typer.Option(help="Town.")],
    country: Annotated[str, typer.Option(help="Country, as two letters.")],
    postcode: Annotated[str, typer.Option(help="Postcode.")] = "",
    line2: Annotated[str, typer.Option(help="What else stands in the address.")] = "",
    region: Annotated[str, typer.Option(help="State or region.")] = "",
    email: Annotated[str, typer.Option(help="Mail address.")] = "",
    phone: Annotated[str, typer.Option(help="Phone number.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Sends it elsewhere: the whole new address. What has left is asked for at its partner, which may refuse."""
    to = ShipTo(name, line1, city, country, postcode, line2, region, email, phone)
    with opened() as pod:
        order = pod.addresses.change(TERMINAL, _named(pod, reference).id, to)
        shown = pod.recalling.of_order(TERMINAL, order.id)
    said = f"{order.external_ref} goes to the new address, as far as its partners take it."
    _answer(order, shown, said, as_json=as_json)


@orders.command("decide-address")
def decide_address(
    reference: _Reference,
    handoff: Annotated[str, typer.Option(help="The reference of the hand-off whose partner does not answer.")],
    decision: Annotated[
        AddressDecision, typer.Option(help="Ask its partner again, or let it go to the address that the partner has.")
    ],
    reason: Annotated[str, typer.Option(help="Why. It is kept with the hand-off.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Your word about another address that a partner has refused, or says nothing about. The order stays held."""
    with opened() as pod:
        order = pod.addresses.decide(TERMINAL, _named(pod, reference).id, handoff, decision, reason)
        shown = pod.recalling.of_order(TERMINAL, order.id)
    _answer(order, shown, f"{order.external_ref}: {_DECIDED[decision]}", as_json=as_json)


@orders.command()
def route(
    reference: _Reference,
    to: Annotated[str, typer.Option(help=f"A partner, or one of {', '.join(WAYS)}.")],
    reason: Annotated[str, typer.Option(help="Why the rules do not fit here. It is kept with the order.")],
    as_json: JsonOption = False,
) -> None:
    """Sends what no partner is making yet to another one, or has it split or kept together."""
    with opened() as pod:
        order = pod.routes.choose(TERMINAL, _named(pod, reference).id, to, reason)
    if as_json:
        print_json({"order": order})
        return
    note(f"{order.external_ref}: the worker decides anew where it goes. See `pod orders show {order.id}`.")


def _named(pod: Services, reference: str) -> Order:
    try:
        return pod.orders.get(TERMINAL, reference)
    except NotFound:
        found = [o for o in pod.orders.page(TERMINAL, q=reference).items if o.external_ref == reference]
        if len(found) != 1:
            raise
        return found[0]


def _where(order: Order, handoffs: Sequence[HandOff]) -> str:
    live = [f"{h.partner}: {in_words(h.state)}" for h in handoffs if not h.refused]
    return "; ".join(live) or order.partner or "chosen when it is paid"


def _handoff(handoff: HandOff) -> tuple[str, ...]:
    lines = str(len(handoff.item_ids))
    return (handoff.reference, handoff.partner, in_words(handoff.state), lines, handoff.reason)


_SAID: Mapping[Chance, str] = {
    Chance.YES: "can be done {why}",
    Chance.ANEW: "can be done {why}: it is withdrawn and sent once more",
    Chance.MAYBE: "may be done {why}",
    Chance.NO: "too late: {why}",
    Chance.REQUESTED: "asked for, not answered yet. {why}",
    Chance.REFUSED: "refused: {why}",
    Chance.DONE: "done. {why}",
}


_DECIDED: Mapping[AddressDecision, str] = {
    AddressDecision.ASK_AGAIN: "its partner is asked about the address again.",
    AddressDecision.FORMER: "it goes to the address that its partner has.",
}


def _answer(order: Order, shown: Sequence[HandOffOpen], said: str, *, as_json: bool) -> None:
    """The order as it is now, and what is still open of it."""
    if as_json:
        print_json({"order": order, "options": shown})
        return
    if said:
        note(said)
    _say_what_is_open(shown)


def _say_what_is_open(shown: Sequence[HandOffOpen]) -> None:
    table("Still open", ("reference", "cancel", "another address", "by"), map(_open, shown))


def _open(shown: HandOffOpen) -> tuple[str, ...]:
    by = shown.not_asked or (f"{shown.handoff.partner} itself" if shown.asked else "what is on record")
    return shown.handoff.reference, _said(shown.open.cancel), _said(shown.open.address), by


def _said(may: May) -> str:
    return _SAID[may.chance].format(why=may.why).strip()


def _say_why(routing: Routing) -> None:
    say(f"Decided {routing.created_at:%Y-%m-%d %H:%M} UTC by {routing.actor}: {routing.reason}")
    say(routing.why or "Nobody could make it then.")
    table("Ways", ("way", "all weighed", "why"), map(_way, routing.ways))
    table("Measured", ("line", "partner", "art", "from", "days", "price", "against it"), _measured(routing))


def _way(way: Way) -> tuple[str, ...]:
    groups = ", ".join(f"{g.partner} ({len(g.item_ids)} lines: {g.price or 'no price'})" for g in way.groups)
    return groups, str(way.score or "unknown"), way.why_not or "taken"


def _measured(routing: Routing) -> Iterator[tuple[str, ...]]:
    for n, line in enumerate(routing.lines, 1):
        yield from ((str(n), *_candidate(one)) for one in line.candidates)


def _candidate(one: Candidate) -> tuple[str, ...]:
    if one.unfit:
        return one.partner, "", "", "", "", " ".join(one.unfit)
    art = f"{one.shrink_percent:g}% smaller" if one.shrink_percent else "as approved"
    days = f"{one.days[0]}–{one.days[1]}" if one.days else "unknown"
    return one.partner, art, one.nearness.value, days, str(one.price or "unknown"), one.note
