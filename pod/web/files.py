"""Files reach the outside by signed addresses that expire: ``/files/<signed>``.

The signature covers the file's key, its media type, its download name and when it ends. An address stays the same for
some hours, so that a page that is polled does not load its pictures again.
"""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from flask import Blueprint, Flask, Response, request, send_file, url_for
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wsgi import wrap_file

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
    return _sent(key, left_s, mimetype=media_type, as_attachment=download, download_name=name or None)


@files.get("/files/<signed>/<name>")
@allow("anyone")
def show_to_partner(signed: str, name: str) -> Response:
    """A print file as a partner fetches it: for weeks, without a cookie, its content's hash in the path."""
    linked = services().links.read(signed, name)
    if linked is None:
        raise _no_file()
    left_s = linked.ends - services().clock.now().timestamp()
    if left_s <= 0:
        raise Gone("link_expired", "This link has expired.", "Hand the order off again: it gets a new one.")
    return _sent(linked.sha256, left_s, mimetype=linked.media_type)


def _sent(key: str, left_s: float, **how: Any) -> Response:
    _forget_odd_ranges()
    path = services().files.path(key)
    response = send_file(path, etag=key, conditional=True, **how)
    if response.status_code == HTTPStatus.PARTIAL_CONTENT:
        _send_as_file(response, path)
    response.headers["Cache-Control"] = f"private, max-age={int(left_s)}, immutable"
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _send_as_file(response: Response, path: Path) -> None:
    """Hands a part to the server as it gets a whole file. Piece by piece it would hold a thread until it is read: eight
    slow readers of large parts, and nobody else is answered.
    """
    wanted, in_pieces = response.content_range, cast("Any", response.response)
    in_pieces.close()
    part = _Part(path.open("rb"), wanted.start or 0, wanted.stop or 0)
    response.response = wrap_file(request.environ, cast("IO[bytes]", part))


class _Part:
    """The stretch of a file from `start` up to `stop`, as a file of its own."""

    def __init__(self, file: BinaryIO, start: int, stop: int) -> None:
        self._file, self._start, self._stop = file, start, stop
        self._file.seek(start)

    def read(self, size: int = -1) -> bytes:
        left = self._stop - self._file.tell()
        return self._file.read(left if size < 0 else min(size, left))

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        begin = {os.SEEK_SET: self._start, os.SEEK_CUR: self._file.tell(), os.SEEK_END: self._stop}[whence]
        return self._file.seek(begin + offset) - self._start

    def tell(self) -> int:
        return self._file.tell() - self._start

    def close(self) -> None:
        self._file.close()


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
