"""A private PostgreSQL cluster from the system's own binaries: on a Unix socket, in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL is not installed here (`make system` installs it where the system lets it)"


def binaries() -> Path | None:
    """The folder of the newest installed server, as Debian, Red Hat, Homebrew or PATH have it."""
    found = [p for pattern in ("lib/postgresql/*/bin", "pgsql-*/bin") for p in Path("/usr").glob(pattern)]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    found = [p for p in found if (p / "initdb").exists() and (p / "pg_ctl").exists()]
    return max(found, key=lambda p: [int(n) for n in p.parent.name.split(".") if n.isdigit()], default=None)


@contextmanager
def cluster() -> Iterator[str]:
    """Its address as ``postgresql://…/postgres``. initdb refuses root, so root runs it as another user."""
    programs = binaries()
    assert programs is not None, MISSING
    # not pytest's own temporary folder: its parents are closed to other users, and a socket's path must be short
    home = Path(tempfile.mkdtemp(prefix="pod-pg-"))
    user = _other_user() if os.geteuid() == 0 else None
    if user:
        os.chown(home, user.pw_uid, user.pw_gid)
    data = home / "data"

    def run(*command: str) -> None:
        as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        done = subprocess.run(
            command, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, **as_user
        )
        assert done.returncode == 0, done.stdout + done.stderr

    try:
        run(str(programs / "initdb"), "-D", str(data), "-U", "pod", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=60"
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield f"postgresql://pod@/postgres?host={home}"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _other_user() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise AssertionError("neither postgres nor nobody is a user here: run the tests as an ordinary user")
