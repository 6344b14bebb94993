"""`pod shops` and `pod shop-orders`: where customers buy, and what they have bought there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from pod.bootstrap import found_shops
from pod.cli.accounts import TERMINAL, opened
from pod.cli.adapters import list_adapters, own_settings
from pod.cli.files import read_file
from pod.cli.output import JsonOption, note, print_json, table
from pod.model.errors import InputRefused
from pod.model.shoporder import IntakeState, TakenOrder


def shops(as_json: JsonOption = False) -> None:
    """Shops that orders come from, and what the others lack."""
    list_adapters("shops", found_shops(os.environ, own_settings().webhook_address), as_json)


def shop_orders(
    state: Annotated[str, typer.Option(help=f"Only these: {', '.join(IntakeState)}.")] = "",
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE.csv", help="Take the orders of a CSV file first.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """What was bought in shops, and which of it needs a repair."""
    if state and state not in list(IntakeState):
        raise InputRefused("unknown_state", f"There is no state “{state}”.", f"Use {', '.join(IntakeState)}.")
    with opened() as pod:
        taken = pod.intake.take_file(TERMINAL, read_file(take)) if take else ()
        page = pod.shopdesk.page(TERMINAL, state=state, limit=200)
    if take:
        note(f"{len(taken)} orders of {take.name} are taken in by the worker.")
    if as_json:
        print_json({"shop_orders": page.items, "counts": page.counts})
        return
    table("Shop orders", ("shop", "number", "state", "payment", "what about it"), map(_row, page.items))


def _row(taken: TakenOrder) -> tuple[str, ...]:
    about = "; ".join(trouble.message for trouble in taken.troubles) or taken.note
    return (taken.shop, taken.order.number, taken.state.value, taken.order.payment.value, about)
