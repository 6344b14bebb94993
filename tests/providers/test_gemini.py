"""Gemini, asked directly: the contract, and what is special about its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.providers.base import Provider
from pod.providers.gemini import PROVIDER, Gemini, GeminiSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import NOW, RemoteProviderContract
from tests.servers.gemini import KEY, MUTATIONS, GeminiService
from tests.servers.published import misfits, published


class TestGemini(RemoteProviderContract):
    server, mutations, secret = GeminiService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: GeminiService, outside: Outside, **settings: str) -> Provider:
        return Gemini(GeminiSettings(api_key=KEY, base_url=service.url, **settings), outside)

    def test_what_is_sent_fits_the_published_schema(self, provider):
        document = published("gemini-v1beta-*.openapi.json")
        made = self.picture(provider, self.request(provider))
        provider.edit(replace(self.request(provider), references=(made.data,)), "make it blue", "row-1")
        for call in self.service.paid_calls():
            assert misfits(document, "GenerateContentRequest", call.json(), in_path="model") == []

    def test_the_key_never_stands_in_an_address(self, provider):
        provider.check_key()
        self.finished(provider, self.request(provider))
        assert not [call.path for call in self.service.calls if KEY in call.path]

    def test_a_wait_that_is_asked_for_is_kept(self, provider):
        self.service.play("retry later")
        outcome = self.finished(provider, self.request(provider))
        assert outcome.until == NOW + timedelta(seconds=37)

    def test_what_it_says_instead_of_drawing_is_passed_on(self, provider):
        self.service.play("text only")
        assert "rather describe the fox" in self.finished(provider, self.request(provider)).reason
