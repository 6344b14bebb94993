"""JuheAPI: Google's contract behind another address, and three ways to send a key."""

from __future__ import annotations

import pytest

from pod.model.errors import NotConfigured
from pod.providers.base import OutcomeKind, Provider
from pod.providers.juheapi import PROVIDER, JuheApi, JuheApiSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.juheapi import KEY, MUTATIONS, STYLES, JuheApiService
from tests.servers.published import misfits, published


class TestJuheApi(RemoteProviderContract):
    server, mutations, secret = JuheApiService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: JuheApiService, outside: Outside, **settings: str) -> Provider:
        return JuheApi(JuheApiSettings(api_key=KEY, base_url=service.url, **settings), outside)

    def test_what_is_sent_fits_the_schema_that_google_publishes(self, provider):
        document = published("gemini-v1beta-*.openapi.json")
        self.finished(provider, self.request(provider))
        body = self.service.paid_calls()[-1].json()
        assert misfits(document, "GenerateContentRequest", body, in_path="model") == []

    @pytest.mark.parametrize("style", STYLES)
    def test_a_key_is_sent_as_the_account_takes_it(self, service, style):
        self.service, service.style = service, style
        settings = JuheApiSettings(api_key=KEY, base_url=service.url, auth_style=style)
        provider = JuheApi(settings, self.outside())
        assert provider.check_key() == ""
        assert self.finished(provider, self.request(provider)).kind is OutcomeKind.OK

    def test_a_key_that_is_sent_in_another_way_is_refused_and_said(self, service, provider):
        service.style = "bearer"
        assert "POD_JUHEAPI_" in provider.check_key()
        assert self.finished(provider, self.request(provider)).kind is OutcomeKind.AUTH

    def test_a_way_that_there_is_not_cannot_be_configured(self):
        with pytest.raises(NotConfigured, match="POD_JUHEAPI_AUTH_STYLE"):
            JuheApi(JuheApiSettings(api_key=KEY, auth_style="basic"))

    def test_a_picture_costs_its_price_whatever_tokens_are_counted(self, provider):
        outcome = self.finished(provider, self.request(provider))
        assert outcome.cost.micros == 58_000
