"""`pod setup`, `serve`, `worker`, `key`, `doctor`: putting Pod up, running it, and asking what is wrong."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import Annotated

import typer

from pod.bootstrap import build
from pod.cli.doctor import examine
from pod.cli.output import note, print_json, progress, say, table
from pod.cli.pictures import JsonOption
from pod.model.caller import Role
from pod.model.errors import InputRefused, NotConfigured
from pod.providers.embedded.packages import fetch_packages, packages_ready
from pod.settings import Settings
from pod.web.app import create_app
from pod.web.serve import serve as serve_app

_KEY_ROLES = (Role.VIEWER.value, Role.OPERATOR.value, Role.ADMIN.value)


def register(app: typer.Typer) -> None:
    for command in (setup, serve, worker, key, doctor):
        app.command()(command)


def setup(
    quiet_when_done: Annotated[
        bool, typer.Option("--quiet-when-done", help="Say nothing when there is nothing to do.")
    ] = False,
) -> None:
    """Fetches the motif packages by exact version and integrity hash, once."""
    data_dir = Path(os.environ.get("POD_EMBEDDED_DATA_DIR") or os.environ.get("POD_DATA_DIR") or "var")
    if packages_ready(data_dir):
        if not quiet_when_done:
            say(f"The motif packages are in {data_dir}.")
        return
    with progress("fetching motif packages") as steps:
        fetch_packages(data_dir, steps.show)
    say(f"Motif packages fetched into {data_dir} and checked.")


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8080,
) -> None:
    """Web pages, API and the worker in one process."""
    services = build(Settings.from_env(os.environ))
    password = services.accounts.ensure_first_admin()
    if password:
        say(
            f"First start: operations sign-in is “admin” with the password “{password}” (also in {services.settings.first_password_file})."
        )
    services.runner.start()
    try:
        serve_app(create_app(services), host, port, announce=say)
    finally:
        services.close()


def worker() -> None:
    """Runs jobs without serving pages; refuses when a server already works on this data folder."""
    services = build(Settings.from_env(os.environ))
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    services.runner.start()
    note("Working. Ctrl-C gives back what is unfinished and stops.")
    try:
        stop.wait()
    finally:
        services.close()


def key(
    name: Annotated[str, typer.Argument(help="What the key is for, so that it can be told from others.")],
    role: Annotated[str, typer.Option(help="What it may do: viewer, operator or admin.")] = Role.OPERATOR.value,
) -> None:
    """Makes an API key for a program and prints it, this once: only its hash is kept."""
    if role not in _KEY_ROLES:
        raise InputRefused("unknown_role", f"There is no role “{role}” for a key.", f"Use {', '.join(_KEY_ROLES)}.")
    services = build(Settings.from_env(os.environ))
    try:
        say(services.accounts.add_api_key(name, Role(role)))
    finally:
        services.close()


def doctor(as_json: JsonOption = False) -> None:
    """Every setting with where it came from, every part with its state, and all that is wrong, at once."""
    report = examine(os.environ)
    if as_json:
        print_json(report)
    else:
        table("Settings", ("variable", "value", "from"), ((s.name, s.value, s.source) for s in report.settings))
        table("Parts", ("part", "state", "detail"), ((p.name, p.state, p.detail) for p in report.parts))
        for problem in report.problems:
            say(f"wrong: {problem}")
    if report.problems:
        raise NotConfigured(
            "doctor_found_problems", f"{len(report.problems)} things are wrong.", "Each line above says what to set."
        )
