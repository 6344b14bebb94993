"""A Pod of its own for one command: the same services as a server, on a state folder that goes when the command ends.

A command never touches the database of a running server; what it makes is in its output folder, recipe included.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pod.bootstrap import Services, build
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.settings import Settings

CLI_CALLER = Caller(DEFAULT_TENANT, "cli", Role.OPERATOR)


@contextmanager
def workshop(handoff_folder: Path | None = None) -> Iterator[Services]:
    """Services on a temporary state folder; motif packages come from the real data folder."""
    environ = dict(os.environ)
    data_dir = environ.get("POD_DATA_DIR", "var")
    environ.setdefault("POD_EMBEDDED_DATA_DIR", str(Path(data_dir).absolute()))
    for inherited in ("POD_DATABASE_URL", "POD_FILES_URL"):
        environ.pop(inherited, None)
    with tempfile.TemporaryDirectory(prefix="pod-", ignore_cleanup_errors=True) as folder:
        environ["POD_DATA_DIR"] = folder
        if handoff_folder:
            environ["POD_MANUAL_FOLDER"] = str(handoff_folder.absolute())
        services = build(Settings.from_env(environ))
        try:
            yield services
        finally:
            services.close()
