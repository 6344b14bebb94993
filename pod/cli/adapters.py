"""`pod providers` and `pod partners`: what is set up, and what the others lack."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from pod.bootstrap import Found, found_partners, found_providers
from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, table


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
    _list("providers", found_providers(os.environ), as_json)


def partners(as_json: JsonOption = False) -> None:
    """Fulfillment partners, and what the others lack."""
    _list("partners", found_partners(os.environ), as_json)


def _list(title: str, found: Sequence[Found], as_json: bool) -> None:
    if as_json:
        rows = [{"name": a.name, "state": a.state, "summary": a.summary, "reason": a.reason} for a in found]
        print_json({title: rows})
        return
    table(
        title.capitalize(), ("name", "state", "what it is"), ((a.name, a.state, a.reason or a.summary) for a in found)
    )
