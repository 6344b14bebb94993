"""`pod setup`: the motif packages and two typefaces, once, by exact version and integrity hash."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from pod.cli.output import note, progress, say
from pod.model.errors import PodError
from pod.providers.embedded.packages import fetch_packages, packages_missing, packages_ready
from pod.providers.embedded.provider import EmbeddedSettings
from pod.providers.embedded.typefaces import fetch_typefaces, typefaces_ready
from pod.settings.adapters import adapter_settings


def setup(
    quiet_when_done: Annotated[
        bool, typer.Option("--quiet-when-done", help="Say nothing when there is nothing to do.")
    ] = False,
) -> None:
    """Fetches the motif packages and two typefaces, once.

    By exact version and integrity hash, through the system's npm or one installed beside Pod.
    """
    folder = motif_folder(os.environ)
    if packages_ready(folder) and typefaces_ready():
        fetch_packages(folder)  # renews the credits
        if not quiet_when_done:
            say(f"The motif packages are in {folder}.")
        return
    _fetch(folder)
    say(f"Motif packages fetched into {folder} and checked.")


def fetch_or_go_without() -> None:
    """For a start that must not fail: without the packages Pod draws with what it has, and says so."""
    folder = motif_folder(os.environ)
    if packages_ready(folder) and typefaces_ready():
        return
    try:
        _fetch(folder)
    except PodError as e:
        note(str(e))
        note(f"Going on without: `pod setup` fetches what is missing. {packages_missing(folder)}")


def motif_folder(environ: Mapping[str, str]) -> Path:
    """The folder of the motif packages, as the embedded provider will look for it."""
    return Path(adapter_settings("embedded", EmbeddedSettings, environ).data_dir).absolute()


def _fetch(folder: Path) -> None:
    with progress("fetching motif packages") as steps:
        try:
            fetch_typefaces(steps.show)
        except PodError as e:  # others stand in for them
            note(str(e))
        fetch_packages(folder, steps.show)
