"""Style sheets, scripts and small pictures carry a hash of their content in their address, so a browser keeps them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

_FOR_EVER = "public, max-age=31536000, immutable"


def install(app: Flask) -> None:
    folder = Path(app.static_folder or "")

    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and (version := _version(folder / values["filename"])):
            values["v"] = version

    app.url_default_functions.setdefault(None, []).append(add_version)
    app.after_request(_keep)


def _version(path: Path) -> str:
    """ "" for a file that is not there: its address then answers 404 like any other."""
    try:
        return _hash(path, path.stat().st_mtime_ns)
    except OSError:
        return ""


@cache
def _hash(path: Path, _changed_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _keep(response: Response) -> Response:
    """Only under an address that changes with the content; what modules import by plain name is asked for again."""
    if request.endpoint == "static" and request.args.get("v") and response.status_code == 200:
        response.headers["Cache-Control"] = _FOR_EVER
    return response
