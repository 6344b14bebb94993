"""`pod providers` and `pod partners`: what is set up, and what the others lack."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from pod.bootstrap import Found, found_partners, found_providers
from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, say, table
from pod.model.freshness import Stock
from pod.services.freshness import PartnerStanding
from pod.settings import Settings


def providers(
    again: Annotated[
        str, typer.Option(metavar="NAME", help="Ask this one again: it was passed over, or a model of it was gone.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Image providers, and what the others lack."""
    if again:
        with opened() as pod:
            revived = pod.imageservices.ask_again(TERMINAL, again)
        note(f"{again} is asked again." + (f" Models that were gone: {revived}." if revived else ""))
    list_adapters("providers", found_providers(os.environ, own_settings().callback_address), as_json)


def partners(
    again: Annotated[
        str, typer.Option(metavar="NAME", help="Ask this one again now: for orders, and for its sizes and stock.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Fulfillment partners, and what the others lack."""
    found, read = found_partners(os.environ, own_settings().webhook_address), _read(again)
    if as_json:
        print_json({"partners": [{**_row(one), **read.get(one.name, {})} for one in found]})
        return
    list_adapters("partners", found, as_json)
    rows = [(name, *map(str, told.values())) for name, told in read.items() if told["variants"] or told["not_asked"]]
    if rows:
        table("What they said last", ("name", *_COLUMNS), rows)


_COLUMNS = ("variants", "read", "not verified", "out of stock", "made no more", "changed areas", "not asked")


def _read(again: str) -> dict[str, dict[str, Any]]:
    """What is known of the partners of a shop that there is; a list alone makes none."""
    if not again and not own_settings().data_dir.exists():
        return {}
    with opened() as pod:
        if again:
            pod.freshness.ask_again(TERMINAL, again)
            note(f"{again} is asked again by the worker.")
        return {one.name: _said(one) for one in pod.freshness.standing(TERMINAL)}


def _said(one: PartnerStanding) -> dict[str, Any]:
    return {
        "variants": len(one.offers),
        "read": f"{one.seen_at:%Y-%m-%d}" if one.seen_at else "",
        "not_verified": len(one.not_verified),
        "out_of_stock": len(one.of_stock(Stock.OUT)),
        "discontinued": len(one.of_stock(Stock.GONE)),
        "changed": len(one.changed),
        "not_asked": f"until {one.health.blocked_until:%H:%M} UTC: {one.health.why}" if one.closed else "",
    }


def own_settings() -> Settings:
    """With the signing key where there are addresses that it goes into: for a list alone none is made."""
    settings = Settings.from_env(os.environ)
    return settings.with_kept_key() if settings.takes_callbacks else settings


def list_adapters(title: str, found: Sequence[Found], as_json: bool) -> None:
    if as_json:
        print_json({title: [_row(a) for a in found]})
        return
    table(
        title.capitalize(), ("name", "state", "what it is"), ((a.name, a.state, a.reason or a.summary) for a in found)
    )
    for adapter in found:
        if adapter.callback_url:
            say(f"{adapter.name} may call back at {adapter.callback_url}")


def _row(found: Found) -> dict[str, str]:
    row = {"name": found.name, "state": found.state, "summary": found.summary, "reason": found.reason}
    return {**row, "callback_url": found.callback_url} if found.callback_url else row
