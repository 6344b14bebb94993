"""Stability's hosted models: the contract, and blocks that come as a picture."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from pod.providers.base import OutcomeKind, Pending, Provider, ProviderRequest
from pod.providers.remote import Outside
from pod.providers.stability import PROVIDER, Stability, StabilitySettings
from tests.contracts.provider_contract import a_prompt
from tests.contracts.remote_contract import HASTY, NOW, PATIENT, RemoteProviderContract
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

    # --- making larger

    def enlarging(self, model: str, width_px: int = 512, height_px: int = 640):
        picture = drawing(width_px, height_px, "fox", "JPEG")
        return ProviderRequest(a_prompt("a fox"), 7, 0, 0, model=model, references=(picture,))

    @pytest.mark.parametrize(
        ("model", "sides"),
        [("upscale-fast", (2048, 2560)), ("upscale-conservative", (1832, 2290)), ("upscale-creative", (1832, 2290))],
    )
    def test_a_picture_is_made_larger_by_each_upscaler_for_its_price(self, provider, model, sides):
        request = self.enlarging(model)
        outcome = self.polled(provider, provider.enlarge(request, "row-1"))
        assert (outcome.kind, outcome.model) == (OutcomeKind.OK, model), outcome.reason
        with Image.open(io.BytesIO(outcome.picture.data)) as larger:
            assert larger.size == sides
        assert outcome.cost == provider.estimate(request)
        assert len(self.service.charged) == 1

    def test_only_those_that_take_words_are_told_any(self, provider):
        told = {}
        for model in ("upscale-fast", "upscale-conservative"):
            provider.enlarge(self.enlarging(model), "row-1")
            told[model], _ = named_form(self.service.paid_calls()[-1])
        assert told["upscale-fast"] == {"output_format": "png"}
        assert told["upscale-conservative"]["prompt"].startswith("a fox")

    def test_a_task_of_the_creative_upscaler_is_waited_for(self, provider):
        pending = provider.enlarge(self.enlarging("upscale-creative"), "row-1")
        assert isinstance(pending, Pending)
        assert provider.poll(pending.task_id) == pending
        assert provider.poll(pending.task_id).kind is OutcomeKind.OK

    @pytest.mark.parametrize("model", ["upscale-fast", "upscale-magic", ""])
    def test_what_cannot_be_made_larger_is_refused_before_anything_is_sent(self, provider, model):
        outcome = provider.enlarge(self.enlarging(model, 1200, 1200), "row-1")
        assert outcome.kind is OutcomeKind.INVALID_REQUEST
        assert self.service.calls == []

    def test_whatever_happens_to_the_fast_upscaler_comes_to_the_outcome_of_a_drawing(self, service, mode):
        provider = self.adapter(service, self.outside(HASTY if mode.name == "hang" else PATIENT))
        service.play(mode.name)
        outcome = provider.enlarge(self.enlarging("upscale-fast"), "row-1")
        assert (outcome.kind, len(service.charged)) == (mode.outcome, mode.charged), outcome.reason
        service._gone.set()
