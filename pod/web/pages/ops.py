"""The shop's own pages under ``/ops``: the queue, designs, orders, hand-offs. Behind a log-in."""

from __future__ import annotations

from flask import Blueprint

ops = Blueprint("ops", __name__, url_prefix="/ops")
