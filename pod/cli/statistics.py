"""`pod stats`: how pictures turn out."""

from __future__ import annotations

from typing import Annotated

import typer

from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, table
from pod.model.turnout import FEW, LEAST_RATE, Turnout

_COLUMNS = ("pictures", "passed first time", "repairs", "paid for pictures not used")


def stats(
    days: Annotated[int, typer.Option(help="How far back.", min=1, max=366)] = 30,
    as_json: JsonOption = False,
) -> None:
    """How many pictures could be used as they came, by style, model and fault."""
    with opened() as pod:
        found = pod.statistics.turnouts(TERMINAL, days=days)
    if as_json:
        print_json({"days": days, "styles": found.styles, "models": found.models, "faults": found.faults})
        return
    if not found.styles:
        note(f"Nothing has been drawn in the last {days} days.")
        return
    table("Styles", ("style", *_COLUMNS), map(_row, found.styles))
    table("Models", ("model", *_COLUMNS), map(_row, found.models))
    if found.faults:
        rows = ((f.rule, str(f.pictures), str(f.repairs), str(f.mended), str(f.rejected)) for f in found.faults)
        table("What was found", ("fault", "pictures", "repairs", "rid of it", "paid for pictures not used"), rows)
    for one in found.poor:
        note(f"{one.name}: under {LEAST_RATE:.0%} of at least {FEW} pictures could be used as they came. Look at it.")


def _row(one: Turnout) -> tuple[str, ...]:
    return one.name, str(one.pictures), f"{one.rate:.0%}", str(one.repairs), str(one.rejected)
