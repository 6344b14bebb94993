"""The pages: registered here by those who draw them."""

from __future__ import annotations

from flask import Flask

from pod.bootstrap import Services


def register(app: Flask, services: Services) -> None:
    """No page yet."""
