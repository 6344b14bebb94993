"""AUTOMATIC1111 and Forge: the contract, and checkpoints that are not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.providers.a1111 import A1111, PROVIDER, A1111Settings
from pod.providers.base import OutcomeKind, Provider
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.a1111 import MUTATIONS, PASSWORD, USER, A1111Service
from tests.servers.imageservice import drawing


class TestA1111(RemoteProviderContract):
    server, mutations, secret = A1111Service, MUTATIONS, PASSWORD
    free = True

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: A1111Service, outside: Outside) -> Provider:
        return self.set_up(service, outside)

    def with_model(self, service: A1111Service, outside: Outside, model: str) -> Provider:
        return self.set_up(service, outside, **({"model": model} if model else {}))

    def set_up(self, service: A1111Service, outside: Outside, **more: str) -> Provider:
        return A1111(A1111Settings(base_url=service.url, user=USER, password=PASSWORD, **more), outside)

    def test_a_checkpoint_under_another_name_is_asked_for_by_that_name(self, service):
        self.service = service
        provider = self.set_up(service, self.outside(), checkpoint="sd3.5_medium.safetensors [a1b2c3d4e5]")
        assert self.finished(provider, self.request(provider)).kind is OutcomeKind.OK
        assert service.loaded == "sd3.5_medium.safetensors"

    def test_what_another_checkpoint_drew_is_not_taken(self, service):
        self.service = service
        provider = self.set_up(service, self.outside(), checkpoint="own_2.safetensors")
        outcome = self.finished(provider, self.request(provider))
        assert (outcome.kind, outcome.picture) == (OutcomeKind.MODEL_GONE, None)
        assert "own_2" in outcome.reason

    def test_what_does_not_fit_into_memory_is_said_in_its_words(self, provider):
        self.service.play("out of memory")
        assert "CUDA out of memory" in self.finished(provider, self.request(provider)).reason

    def test_it_draws_after_a_picture(self, provider):
        request = replace(self.request(provider), references=(drawing(1024, 1024, "fox"),))
        assert self.finished(provider, request).kind is OutcomeKind.OK
        call = self.service.paid_calls()[-1]
        assert call.route == "/sdapi/v1/img2img"
        assert call.json()["denoising_strength"] == 0.6
