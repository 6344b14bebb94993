"""`pod serve` and `pod worker`: running Pod until it is told to stop."""

from __future__ import annotations

import os
import signal
from typing import Annotated

import typer

from pod.bootstrap import build
from pod.cli.output import note, say
from pod.cli.setup import fetch_or_go_without
from pod.settings import Settings
from pod.web.app import create_app
from pod.web.serve import serve as serve_app


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)] = 8080,
    setup: Annotated[
        bool, typer.Option("--setup", help="Fetch missing motif packages first; start without them if that fails.")
    ] = False,
) -> None:
    """Web pages, API and the worker in one process.

    Runs until Ctrl-C or SIGTERM. The first start makes the user “admin” and prints the password.
    """
    settings = Settings.from_env(os.environ)
    if setup:
        fetch_or_go_without()
    services = build(settings)
    try:
        services.runner.start()
        password = services.accounts.ensure_first_admin()
        if password:
            say(
                f"First start: operations sign-in is “admin” with the password “{password}”"
                f" (also in {services.settings.first_password_file})."
            )
        serve_app(create_app(services), host, port, announce=say)
        note("Stopping. What is being drawn is finished first; Ctrl-C again does not wait.")
    finally:
        services.close()


def worker() -> None:
    """Runs jobs without serving pages.

    Refuses where a server or another worker is at work on the same data folder.
    """
    services = build(Settings.from_env(os.environ))
    told_to_stop = _told_to_stop()
    try:
        services.runner.start()
        note("Working. Ctrl-C gives back what is unfinished and stops.")
        os.read(told_to_stop, 1)
    finally:
        services.close()


def _told_to_stop() -> int:
    """A file descriptor that can be read once SIGTERM or SIGINT has come.

    The system may give a signal to any thread, and does not wake the main one then: one that waits for a lock would wait
    for ever. A byte in a pipe wakes it whichever thread was interrupted.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    return reader
