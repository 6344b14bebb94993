"""Imagen on Vertex: the contract, and that one picture is one picture."""

from __future__ import annotations

import pytest

from pod.providers.base import OutcomeKind, Provider
from pod.providers.imagen import PROVIDER, Imagen, ImagenSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.imagen import MUTATIONS, TOKEN, ImagenService


class TestImagen(RemoteProviderContract):
    server, mutations, secret = ImagenService, MUTATIONS, TOKEN

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: ImagenService, outside: Outside) -> Provider:
        return self.with_model(service, outside, "")

    def with_model(self, service: ImagenService, outside: Outside, model: str) -> Provider:
        named = {"model": model} if model else {}
        token_path = str(self.secret_file(TOKEN))
        settings = ImagenSettings(project="shop-1", token_path=token_path, base_url=service.url, **named)
        return Imagen(settings, outside)

    def test_what_the_filters_said_is_passed_on(self, provider):
        self.service.play("with a reason")
        outcome = self.finished(provider, self.request(provider))
        assert (outcome.kind, outcome.stage) == (OutcomeKind.BLOCKED, "output")
        assert "56562880" in outcome.reason

    def test_what_was_left_out_without_a_word_is_a_block_and_is_said(self, provider):
        self.service.play("filtered")
        assert "content rules" in self.finished(provider, self.request(provider)).reason
