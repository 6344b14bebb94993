"""Google's generateContent on Vertex AI: the direct one's answers behind other paths and a bearer token."""

from __future__ import annotations

import re

from tests.servers.gemini import BODY_MUTATIONS, GeminiService, error, read_json
from tests.servers.imageservice import Call, Reply, json_mutations, path_set, said

TOKEN = "ya29.test-token"


class VertexService(GeminiService):
    NAME = "vertex"
    MODES = GeminiService.MODES
    _VERTEX = re.compile(r"/v1/projects/shop-1/locations/global/publishers/google/models/([\w.-]+):(\w+)")

    def __init__(self) -> None:
        super().__init__()
        self.token = TOKEN

    def route(self, call: Call) -> Reply:
        if call.header("Authorization") != f"Bearer {self.token}":
            raise error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        match = self._VERTEX.fullmatch(call.route)
        if call.method == "POST" and match and match[2] == "countTokens":
            self._known(match[1])
            return said({"totalTokens": 3})
        if call.method == "POST" and match and match[2] == "generateContent":
            return self.played(self.checked(match[1], read_json(call)))
        raise error(404, "NOT_FOUND", f"There is no {call.method} {call.route}.")


MUTATIONS = (
    *json_mutations("Authorization"),
    path_set("another project", "shop-1", "shop-2"),
    path_set("a model that is gone", "/models/", "/models/gemini-2.5-flash-image-of-old-"),
    *BODY_MUTATIONS,
)

SERVICE = VertexService
