"""A Pod of its own for one command: the same services as a server, on a state folder that goes when the command ends.

A command never touches the database of a running server; what it makes is in its output folder, recipe included.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pod.bootstrap import Services, build
from pod.cli.files import make_folder
from pod.cli.setup import motif_folder
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.settings import Settings
from pod.settings.reading import data_dir_of, database_in
from pod.store.catalogue import FileCatalogue

CLI_CALLER = Caller(DEFAULT_TENANT, "cli", Role.OPERATOR)

_OF_THE_SERVER = ("POD_DATA_DIR", "POD_DATABASE_URL", "POD_FILES_URL", "POD_MANUAL_FOLDER", "POD_EMBEDDED_DATA_DIR")
"""Where a server keeps its state: a command has its own, and takes only the motif packages."""


@contextmanager
def workshop(
    handoff_folder: Path | None = None, catalogue: FileCatalogue | None = None, state: Path | None = None
) -> Iterator[Services]:
    """Services on a temporary state folder; motif packages come from the real data folder. `catalogue` may know a
    product of this command's own; `state` is a folder that stays, for work that is gone on with."""
    with _folder(state) as folder:
        own = {"POD_DATA_DIR": folder, "POD_EMBEDDED_DATA_DIR": str(motif_folder(os.environ))}
        if handoff_folder:
            own["POD_MANUAL_FOLDER"] = str(handoff_folder.absolute())
        settings = Settings.from_env(_without_server(os.environ) | own)
        services = build(settings, catalogue=catalogue, known=_known(settings, os.environ))
        try:
            yield services
        finally:
            services.close()


@contextmanager
def _folder(state: Path | None) -> Iterator[str]:
    if state:
        make_folder(state)
        yield str(state)
        return
    with tempfile.TemporaryDirectory(prefix="pod-", ignore_cleanup_errors=True) as folder:
        yield folder


def _known(settings: Settings, environ: Mapping[str, str]) -> str:
    """Where commands keep together what they know of the image services, beside a server's state: how often each was asked
    in the last minute, and which are not to be asked. Of what this machine draws itself there is nothing to know."""
    folder = data_dir_of(environ)
    if set(settings.providers) <= {"embedded"} or not _may_write(folder):
        return ""
    return database_in(folder, "commands.db")


def _may_write(folder: Path) -> bool:
    """Where it may not, a command knows only what it has learnt itself."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _without_server(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if name.removesuffix("_FILE") not in _OF_THE_SERVER}
