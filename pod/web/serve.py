"""The server process: waitress with a few threads, stopped by SIGTERM or Ctrl-C without cutting an answer off."""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from flask import Flask
from waitress.server import create_server

from pod.model.errors import NotConfigured

THREADS = 8
_CONNECTIONS = 800
"""Five hundred pages that wait keep a connection each, between two polls as well."""

_FILES = 4096
"""Open at once: a connection that downloads holds two."""

_BACKLOG = 64
_IDLE_S = 30


def serve(app: Flask, host: str, port: int, announce: Callable[[str], object] = lambda _: None) -> None:
    """Serves until SIGTERM or SIGINT. `announce` gets the address, once the socket takes connections."""
    _allow_open_files()
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=THREADS,
            connection_limit=_CONNECTIONS,
            # select() knows no file beyond the 1024th
            asyncore_use_poll=True,
            backlog=_BACKLOG,
            channel_timeout=_IDLE_S,
            # a little over Flask's own limit, so that the refusal is ours and in words
            max_request_body_size=32 * 1024 * 1024,
            ident="pod",
            # Flask believes them only where POD_PROXIES says how many are ours
            clear_untrusted_proxy_headers=False,
        )
    except (OSError, ValueError) as e:  # waitress has a ValueError of its own for a host that is none
        raise NotConfigured(
            "cannot_listen",
            f"Nothing can listen on {host} port {port} ({getattr(e, 'strerror', '') or e}).",
            "Stop what listens there, or choose others with --host and --port.",
        ) from e
    _stop_by_signals()
    announce(f"Pod is at http://{_name(host)}:{_port(server)}")
    try:
        server.run()
    finally:
        server.close()


def _allow_open_files() -> None:
    """As many as we need, where the system lets us have them; a fresh shell often allows 1024."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
    if now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def _port(server: Any) -> int:
    """The port that was bound; a name with several addresses makes several sockets."""
    listening = getattr(server, "effective_listen", None)
    return int(listening[0][1] if listening else server.effective_port)


def _name(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _stop_by_signals() -> None:
    """SIGTERM ends waitress's loop as Ctrl-C does: it catches `SystemExit`, finishes what runs and returns.

    Nothing is put back afterwards: the process ends, and a second signal must not cut that short.
    """
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)


def _stop(_number: int, _frame: FrameType | None) -> None:
    # make passes SIGTERM on to a process that has had it already; a second Ctrl-C is a person who will not wait
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    raise SystemExit(0)
