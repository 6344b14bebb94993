"""`pod mockups`: a design as a partner draws it on its own products, in the shop's own data."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pod.cli.accounts import TERMINAL, opened
from pod.cli.files import staged
from pod.cli.output import JsonOption, note, print_json, table
from pod.model.mockup import Mockup
from pod.services.mockups import MockupWish

mockups = typer.Typer(no_args_is_help=True, help="Has a partner draw a design on its products.")

_Design = Annotated[str, typer.Argument(metavar="DESIGN", help="Its id.")]


@mockups.command()
def ask(
    design: _Design,
    partner: Annotated[str, typer.Option(help="The one that draws, where only one does.")] = "",
    version: Annotated[str, typer.Option(help="The id of a version; the current one where empty.")] = "",
    size: Annotated[str, typer.Option(help="The first that the partner sells where empty.")] = "",
    area: Annotated[list[str] | None, typer.Option(help="Every one that is printed where none is named.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Asks for one of each area. The worker does the rest; what was asked for before is not asked for again unless it failed."""
    with opened() as pod:
        found = pod.mockups.ask(TERMINAL, design, MockupWish(version, partner, size, tuple(area or ())))
    _shown(found, as_json=as_json)


@mockups.command("list")
def list_mockups(
    design: _Design,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the pictures that are there.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Those of all versions, the oldest first, and how far each is."""
    with opened() as pod:
        found = pod.mockups.of_design(TERMINAL, design)
        drawn = [(m, pod.files.path(m.picture)) for m in found if m.picture]
        if out:
            with staged(out) as folder:
                for mockup, path in drawn:
                    shutil.copyfile(path, folder / f"{mockup.partner}-{mockup.area}-{mockup.id[:8]}.png")
            note(f"Pictures saved in {out}: {len(drawn)}.")
    _shown(found, as_json=as_json)


def _shown(found: Sequence[Mockup], *, as_json: bool) -> None:
    if as_json:
        print_json({"mockups": found})
        return
    columns = ("id", "partner", "area", "variant", "state", "what about it")
    table("Mock-ups", columns, ((m.id, m.partner, m.area, m.variant, m.state.value, m.reason) for m in found))
