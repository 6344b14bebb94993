"""The API under ``/api/v1``: one file per resource, and the OpenAPI document that is made of them."""

from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from pod.web.api import (
    catalogue,
    claims,
    designs,
    document,
    editbatches,
    edits,
    gang_sheets,
    ledger,
    mockups,
    names,
    orders,
    personal,
    pictures,
    publications,
    reading,
    screening,
    shop_orders,
    statistics,
    words,
)

_ROOT = "/api/v1/"


def install(app: OpenAPI) -> None:
    for part in (
        designs,
        editbatches,
        edits,
        words,
        personal,
        names,
        orders,
        claims,
        shop_orders,
        gang_sheets,
        publications,
        mockups,
        pictures,
        catalogue,
        ledger,
        statistics,
        screening,
    ):
        app.register_api(part.api)
    reading.install(app, _ROOT)
    document.install(app)
