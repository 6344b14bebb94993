"""The API under ``/api/v1``: one file per resource."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi3.openapi import OpenAPI

from pod.web.auth import allow


def install(app: OpenAPI) -> None:
    app.add_url_rule("/api/openapi.json", "openapi", allow("anyone")(lambda: _document(app)))


def _document(app: OpenAPI) -> Response:
    return jsonify(app.api_doc)
