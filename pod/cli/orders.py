"""`pod orders`: what was ordered, where it goes and why, and an operator's word over that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from pod.bootstrap import Services
from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, say, table
from pod.model.errors import InputRefused, NotFound
from pod.model.handoff import HandOff
from pod.model.order import Order, OrderState
from pod.model.routing import Candidate, Routing, Way
from pod.model.states import in_words
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
        handoffs = pod.orders.handoffs(TERMINAL, order.id)
        routings = pod.routes.of(TERMINAL, order.id)
    if as_json:
        print_json({"order": order, "handoffs": handoffs, "routes": routings})
        return
    say(f"{order.external_ref} ({order.id}) is {in_words(order.state)}. {order.reason}".strip())
    table("Hand-offs", ("reference", "partner", "state", "lines", "what about it"), map(_handoff, handoffs))
    for routing in routings:
        _say_why(routing)


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
