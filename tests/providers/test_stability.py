"""Stability's hosted models: the contract, and blocks that come as a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.providers.base import OutcomeKind, Provider
from pod.providers.remote import Outside
from pod.providers.stability import PROVIDER, Stability, StabilitySettings
from tests.contracts.remote_contract import NOW, RemoteProviderContract
from tests.servers.forms import named_form
from tests.servers.imageservice import drawing
from tests.servers.stability import KEY, MUTATIONS, StabilityService


class TestStability(RemoteProviderContract):
    server, mutations, secret = StabilityService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: StabilityService, outside: Outside) -> Provider:
        return self.with_model(service, outside, "")

    def with_model(self, service: StabilityService, outside: Outside, model: str) -> Provider:
        named = {"model": model} if model else {}
        return Stability(StabilitySettings(api_key=KEY, base_url=service.url, **named), outside)

    def test_a_blurred_picture_is_a_block_and_is_not_kept(self, provider):
        self.service.play("filtered")
        outcome = self.finished(provider, self.request(provider))
        assert (outcome.kind, outcome.picture, outcome.stage) == (OutcomeKind.BLOCKED, None, "output")
        assert outcome.provider_code == "CONTENT_FILTERED"

    def test_all_errors_that_they_name_are_passed_on(self, provider):
        self.service.play("invalid")
        assert (
            "some-field: is required, another-field: is not" in self.finished(provider, self.request(provider)).reason
        )

    def test_too_many_requests_are_a_minute_of_nothing(self, provider):
        self.service.play("too fast")
        assert self.finished(provider, self.request(provider)).until == NOW + timedelta(seconds=60)

    def test_what_is_not_wanted_goes_into_the_field_that_there_is_for_it(self, provider):
        request = self.request(provider)
        request = replace(request, prompt=replace(request.prompt, negative="photo, mockup"))
        self.finished(provider, request)
        texts, _ = named_form(self.service.paid_calls()[-1])
        assert texts["negative_prompt"] == "photo, mockup"

    def test_drawn_after_a_picture_it_names_no_ratio(self, provider):
        request = replace(self.request(provider), references=(drawing(1024, 1024, "fox"),))
        assert self.finished(provider, request).kind is OutcomeKind.OK
        texts, files = named_form(self.service.paid_calls()[-1])
        assert (texts["mode"], texts["strength"], texts.get("aspect_ratio")) == ("image-to-image", "0.6", None)
        assert files["image"] == request.references[0]
