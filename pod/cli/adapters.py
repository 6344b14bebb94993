"""`pod providers` and `pod partners`: what is set up, and what the others lack."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from pod.bootstrap import Found, found_partners, found_providers
from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, say, table
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


def partners(as_json: JsonOption = False) -> None:
    """Fulfillment partners, and what the others lack."""
    list_adapters("partners", found_partners(os.environ, own_settings().webhook_address), as_json)


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
