"""Files reach the outside by signed addresses that expire: ``/files/<signed>``.

The signature covers the file's key, its media type, its download name and when it ends. An address stays the same for
some hours, so that a page that is polled does not load its pictures again.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from flask import Blueprint, Flask, Response, request, send_file, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from pod.model.artwork import FileRef
from pod.model.errors import NotFound
from pod.web.auth import allow
from pod.web.context import services
from pod.web.problems import Gone

SLOT = timedelta(hours=6)
"""Addresses change on this beat, and live for one beat to two."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"

files = Blueprint("files", __name__)


def install(app: Flask) -> None:
    app.register_blueprint(files)
    app.jinja_env.globals["file_url"] = file_url


def file_url(ref: FileRef, *, name: str = "", download: bool = False) -> str:
    """Where a browser gets `ref` from; `name` is what it is saved as."""
    claims = [ref.key, ref.media_type, name, download, int(_end_of_slot(services().clock.now()).timestamp())]
    return url_for("files.show", signed=_signer().dumps(claims))


def address_period() -> str:
    """Another whenever addresses change, by time or by the key that signs them: part of the ETag of answers that hold some."""
    key = hashlib.sha256(f"period:{services().settings.secret_key}".encode()).hexdigest()
    return f"{_slot(services().clock.now())}{key[:6]}"


def _slot(now: datetime) -> int:
    return int(now.timestamp() // SLOT.total_seconds())


def _end_of_slot(now: datetime) -> datetime:
    return datetime.fromtimestamp((_slot(now) + 2) * SLOT.total_seconds(), UTC)


def _signer() -> URLSafeSerializer:
    # 48 bytes fill 64 characters of base64 to the last bit: an address has one spelling
    digest = {"digest_method": hashlib.sha384}
    return URLSafeSerializer(services().settings.secret_key, salt="pod.files", signer_kwargs=digest)


@files.get("/files/<signed>")
@allow("anyone")
def show(signed: str) -> Response:
    key, media_type, name, download, ends = _claims(signed)
    left_s = ends - services().clock.now().timestamp()
    if left_s <= 0:
        raise Gone("link_expired", "This link has expired.", "Open the design again: it holds a new one.")
    _forget_odd_ranges()
    response = send_file(
        services().files.path(key),
        mimetype=media_type,
        as_attachment=download,
        download_name=name or None,
        etag=key,
        conditional=True,
    )
    response.headers["Cache-Control"] = f"private, max-age={int(left_s)}, immutable"
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _forget_odd_ranges() -> None:
    """A part that cannot be understood, or several at once, may be answered with the whole (RFC 9110, 14.2)."""
    wanted = request.range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        request.environ.pop("HTTP_RANGE", None)


def _claims(signed: str) -> tuple[str, str, str, bool, int]:
    try:
        claims: Any = _signer().loads(signed)
    except BadSignature as e:
        raise _no_file() from e
    # another release may have signed something else
    if not isinstance(claims, list) or [type(claim) for claim in claims] != [str, str, str, bool, int]:
        raise _no_file()
    return cast("tuple[str, str, str, bool, int]", tuple(claims))


def _no_file() -> NotFound:
    return NotFound("no_file", "There is no such file.", "Take the link from its design again.")
