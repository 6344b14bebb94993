"""Logs: what happened, with ids as fields and how long it took. Never a secret, a street address or a whole prompt.

A server writes one JSON object a line to standard error; a command says only what went wrong, for a person to read.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

_SECRET_NAMES = frozenset(
    {"api_key", "authorization", "cookie", "csrf_token", "password", "secret", "secret_key", "signature", "token"}
)
_SECRET_SHAPES = re.compile(
    r"pod_[0-9a-f]{8}_[0-9a-f]{64}"  # our API keys
    r"|(?<=Bearer )\S+|(?<=Basic )\S+"
    r"|(?<=://)[^\s/@]+:[^\s@]+(?=@)"  # name and password in an address
)
_HIDDEN = "…"

_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def log_as_json(stream: TextIO, level: int = logging.INFO) -> None:
    """Everything of ours from `level` on, and warnings of the libraries, as lines of JSON."""
    last = (without_secrets, structlog.processors.JSONRenderer(default=str))
    structlog.configure(
        processors=[*_SHARED, *last],
        logger_factory=structlog.PrintLoggerFactory(stream),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_SHARED, structlog.processors.format_exc_info],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def log_for_people(stream: TextIO, level: int = logging.WARNING) -> None:
    structlog.configure(
        processors=[*_SHARED, without_secrets, structlog.dev.ConsoleRenderer(colors=False)],
        logger_factory=structlog.PrintLoggerFactory(stream),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )


def without_secrets(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """The last look at a line: a secret that somebody logs by mistake does not leave."""
    return {name: _HIDDEN if name.lower() in _SECRET_NAMES else _blotted(value) for name, value in event.items()}


def _blotted(value: Any) -> Any:
    if isinstance(value, str):
        return _SECRET_SHAPES.sub(_HIDDEN, value)
    if isinstance(value, Mapping):
        return without_secrets(None, "", dict(value))
    if isinstance(value, list | tuple):
        return [_blotted(part) for part in value]
    return value
