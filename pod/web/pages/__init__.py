"""The pages people see: the shopper's, and the shop's own behind a log-in. Words stand in the string catalogue."""

from __future__ import annotations

from flask import Flask

from pod.web.pages import ops, ordered, shopper

__all__ = ["install", "ordered"]


def install(app: Flask) -> None:
    app.register_blueprint(shopper.pages)
    app.register_blueprint(ops.ops)
