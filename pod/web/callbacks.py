"""Where image services say that there is news of a task. The address is the secret; a signature is asked for besides, where
the service has one."""

from __future__ import annotations

import hmac

from flask import Blueprint, Flask, request

from pod.model.errors import NotFound
from pod.web.auth import allow
from pod.web.context import services
from pod.web.csrf import from_programs
from pod.web.limits import CALLBACKS, limited

callbacks = Blueprint("callbacks", __name__)

_MAX_BYTES = 256 * 1024
"""They hold ids, states and links."""


def install(app: Flask) -> None:
    app.register_blueprint(callbacks)


@callbacks.post("/callbacks/<provider>/<secret>")
@allow("anyone")
@from_programs
@limited(CALLBACKS)
def hear(provider: str, secret: str) -> tuple[str, int]:
    expected = services().settings.callback_secret(provider)
    if not hmac.compare_digest(secret.encode("utf-8", "replace"), expected.encode()):
        raise NotFound("no_page", "There is nothing at this address.", "See `pod providers` for the right one.")
    request.max_content_length = _MAX_BYTES
    # the bytes as they came: that is what is signed
    services().callbacks.hear(provider, dict(request.headers), request.get_data(cache=False))
    return "", 204
