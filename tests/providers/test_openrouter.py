"""OpenRouter: the contract, the real charge, and who is to blame for a refusal."""

from __future__ import annotations

import pytest

from pod.providers.base import OutcomeKind, Provider
from pod.providers.openrouter import PROVIDER, OpenRouter, OpenRouterSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.openrouter import KEY, MUTATIONS, OpenRouterService


class TestOpenRouter(RemoteProviderContract):
    server, mutations, secret = OpenRouterService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: OpenRouterService, outside: Outside) -> Provider:
        return OpenRouter(OpenRouterSettings(api_key=KEY, base_url=service.url), outside)

    def with_model(self, service: OpenRouterService, outside: Outside, model: str) -> Provider:
        settings = OpenRouterSettings(api_key=KEY, base_url=service.url, **({"model": model} if model else {}))
        return OpenRouter(settings, outside)

    def test_what_is_booked_is_what_the_answer_says(self, provider):
        assert self.finished(provider, self.request(provider)).cost.micros == 67_000

    def test_without_a_word_about_it_the_list_price_is_booked(self, provider):
        self.service.play("no cost")
        assert self.finished(provider, self.request(provider)).cost.micros == 33_600

    def test_a_flagged_prompt_says_why_and_where(self, provider):
        self.service.play("flagged")
        outcome = self.finished(provider, self.request(provider))
        assert (outcome.kind, outcome.stage, outcome.provider_code) == (OutcomeKind.BLOCKED, "prompt", "violence")

    def test_what_it_says_instead_of_drawing_is_passed_on(self, provider):
        self.service.play("text only")
        assert "rather describe the fox" in self.finished(provider, self.request(provider)).reason
