"""AtlasCloud: the contract, and predictions that are not to be seen at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.providers.atlascloud import PROVIDER, AtlasCloud, AtlasCloudSettings
from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.atlascloud import KEY, MUTATIONS, AtlasCloudService
from tests.servers.imageservice import drawing


class TestAtlasCloud(RemoteProviderContract):
    server, mutations, secret = AtlasCloudService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: AtlasCloudService, outside: Outside) -> Provider:
        return AtlasCloud(AtlasCloudSettings(api_key=KEY, base_url=f"{service.url}/api/v1"), outside)

    def with_model(self, service: AtlasCloudService, outside: Outside, model: str) -> Provider:
        named = {"model": model} if model else {}
        return AtlasCloud(AtlasCloudSettings(api_key=KEY, base_url=f"{service.url}/api/v1", **named), outside)

    def test_a_prediction_that_is_not_to_be_seen_yet_is_waited_for_and_not_asked_for_again(self, provider):
        self.service.play("not visible yet")
        answer = provider.submit(self.request(provider), "row-1")
        assert isinstance(provider.poll(answer.task_id), Pending)
        assert isinstance(provider.poll(answer.task_id), Pending)
        assert self.polled(provider, answer).kind is OutcomeKind.OK
        assert len(self.service.paid_calls()) == 1

    def test_a_prediction_that_failed_may_be_asked_for_anew(self, provider):
        self.service.play("failed")
        outcome = self.finished(provider, self.request(provider))
        assert outcome.ended
        assert outcome.reason == "The model could not make a picture."

    def test_an_edit_goes_to_the_model_that_changes_pictures(self, provider):
        request = replace(self.request(provider), references=(drawing(64, 64, "fox"), drawing(64, 64, "owl")))
        outcome = self.polled(provider, provider.edit(request, "make it blue", "row-1"))
        sent = self.service.paid_calls()[-1].json()
        assert (sent["model"], len(sent["images"])) == ("google/nano-banana-2/edit", 2)
        assert outcome.model == "google/nano-banana-2/text-to-image"

    def test_a_wrong_key_is_told_apart_from_a_prediction_that_there_is_not(self, service, provider):
        assert provider.check_key() == ""
        settings = AtlasCloudSettings(api_key="not-the-key", base_url=f"{service.url}/api/v1")
        assert "does not accept the key" in AtlasCloud(settings, self.outside()).check_key()
