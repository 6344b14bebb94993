"""Where partners and shops say that there is news of an order. The address holds a secret; where the sender signs, its adapter checks
the signature on the raw bytes as well."""

from __future__ import annotations

import hmac

from flask import Blueprint, Flask, request

from pod.model.errors import NotFound
from pod.web.auth import allow
from pod.web.context import services
from pod.web.csrf import from_programs
from pod.web.limits import CALLBACKS, limited

webhooks = Blueprint("webhooks", __name__)

_MAX_BYTES = 1024 * 1024
"""Some hold the whole order."""


def install(app: Flask) -> None:
    app.register_blueprint(webhooks)


@webhooks.post("/webhooks/<name>/<token>")
@allow("anyone")
@from_programs
@limited(CALLBACKS)
def hear(name: str, token: str) -> tuple[str, int]:
    """200 and nothing else: some partners take any other answer for a failure."""
    expected = services().settings.webhook_secret(name)
    if not hmac.compare_digest(token.encode("utf-8", "replace"), expected.encode()):
        raise NotFound(
            "no_page", "There is nothing at this address.", "See `pod partners` and `pod shops` for the right one."
        )
    request.max_content_length = _MAX_BYTES
    # the bytes as they came: that is what is signed
    desk = services().intake if name in services().intake.names else services().partnernews
    desk.hear(name, dict(request.headers), request.get_data(cache=False))
    return "", 200
