"""`pod shops` and `pod shop-orders`: where customers buy, and what they have bought there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pod.bootstrap import found_shops
from pod.cli.accounts import TERMINAL, opened
from pod.cli.adapters import list_adapters, own_settings
from pod.cli.files import read_file
from pod.cli.output import JsonOption, note, print_json, table
from pod.model.errors import InputRefused
from pod.model.publication import Publication, PublicationState
from pod.model.shoporder import IntakeState, TakenOrder
from pod.services.listings import Words

shops = typer.Typer(
    rich_markup_mode=None, help="Shops that orders come from, and what the others lack. Puts designs on sale there."
)

DesignArgument = Annotated[str, typer.Argument(help="The design's 32 letters and digits.")]
ShopArgument = Annotated[str, typer.Argument(help="The shop's name, as `pod shops` lists it.")]


@shops.callback(invoke_without_command=True)
def list_shops(context: typer.Context, as_json: JsonOption = False) -> None:
    """Shops that orders come from, and what the others lack. Puts designs on sale there."""
    if context.invoked_subcommand:
        return
    list_adapters("shops", found_shops(os.environ, own_settings().webhook_address), as_json)


@shops.command()
def publish(
    design: DesignArgument,
    shop: ShopArgument,
    title: Annotated[str, typer.Option(help="Made from the template where it is not said, as are the next two.")] = "",
    paragraph: Annotated[list[str] | None, typer.Option(help="Of the description; once for each.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Once for each.")] = None,
    with_design: Annotated[
        list[str] | None, typer.Option("--with", help="Another approved design in the same product; once for each.")
    ] = None,
    on_sale: Annotated[bool, typer.Option("--on-sale", help="At once; otherwise it is a draft in the shop.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Puts an approved design on sale, or brings what is on sale to what it is now. The worker does it."""
    words = Words(title, tuple(paragraph or ()), tuple(tag or ()), tuple(with_design or ()), on_sale)
    with opened() as pod:
        wanted = pod.publishing.publish(TERMINAL, design, shop, words)
    _show([wanted], as_json)


@shops.command()
def withdraw(design: DesignArgument, shop: ShopArgument, as_json: JsonOption = False) -> None:
    """Takes a design off sale; the product stays in the shop."""
    with opened() as pod:
        wanted = pod.publishing.withdraw(TERMINAL, design, shop)
    _show([wanted], as_json)


@shops.command()
def publications(
    state: Annotated[str, typer.Option(help=f"Only these: {', '.join(PublicationState)}.")] = "",
    as_json: JsonOption = False,
) -> None:
    """What is on sale where, and what was not taken."""
    if state and state not in list(PublicationState):
        known = ", ".join(PublicationState)
        raise InputRefused("unknown_state", f"There is no state “{state}”.", f"Use {known}.")
    with opened() as pod:
        found = pod.publishing.page(TERMINAL, state=state, limit=200)
    _show(found.items, as_json)


def _show(found: Sequence[Publication], as_json: bool) -> None:
    if as_json:
        print_json({"publications": found})
        return
    rows = (
        (p.shop, p.design_id, p.state.value, f"{p.done}/{len(p.listing.variants)}", p.listing.title, p.reason)
        for p in found
    )
    table("Publications", ("shop", "design", "state", "skus", "title", "what about it"), rows)


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
