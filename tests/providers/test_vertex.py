"""Gemini through Vertex AI: the contract, and tokens that lapse."""

from __future__ import annotations

import pytest

from pod.providers.base import OutcomeKind, Provider
from pod.providers.remote import Outside
from pod.providers.vertex import PROVIDER, Vertex, VertexSettings
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.vertex import MUTATIONS, TOKEN, VertexService


class TestVertex(RemoteProviderContract):
    server, mutations, secret = VertexService, MUTATIONS, TOKEN

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: VertexService, outside: Outside, **settings: str) -> Provider:
        self.token_path = self.secret_file(TOKEN)
        own = VertexSettings(project="shop-1", token_path=str(self.token_path), base_url=service.url, **settings)
        return Vertex(own, outside)

    def test_a_token_that_was_renewed_is_used_from_the_next_call_on(self, provider):
        self.service.token = "ya29.renewed"
        assert self.finished(provider, self.request(provider)).kind is OutcomeKind.AUTH
        self.token_path.write_text("ya29.renewed")
        assert self.finished(provider, self.request(provider)).kind is OutcomeKind.OK

    def test_a_token_that_is_not_there_is_said_and_nothing_is_sent(self, provider):
        self.token_path.unlink()
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.AUTH
        assert str(self.token_path) in outcome.reason
        assert provider.check_key() == outcome.reason
        assert self.service.calls == []
