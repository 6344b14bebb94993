"""OpenAI's image models: the contract, clear grounds, masks."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from pod.providers.base import OutcomeKind, Provider
from pod.providers.openai import PROVIDER, OpenAi, OpenAiSettings
from pod.providers.remote import Outside
from tests.contracts.provider_contract import a_prompt
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.forms import read_form
from tests.servers.imageservice import drawing, sent
from tests.servers.openai import EDIT_MUTATIONS, KEY, MUTATIONS, OpenAiService
from tests.servers.published import misfits, published


class TestOpenAi(RemoteProviderContract):
    server, mutations, secret = OpenAiService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: OpenAiService, outside: Outside, **settings: str) -> Provider:
        return OpenAi(OpenAiSettings(api_key=KEY, base_url=service.url, **settings), outside)

    def test_what_is_sent_fits_the_published_schema(self, provider):
        document = published("openai-images-*.openapi.json")
        self.finished(provider, self.request(provider))
        assert misfits(document, "CreateImageRequest", self.service.paid_calls()[-1].json()) == []

    # --- a clear ground

    def cut_out(self, provider: Provider):
        """A request whose ground will be cut out, as `prompts.compose` makes it."""
        green = "The entire background is one perfectly flat, uniform #00FF00 from edge to edge."
        prompt = a_prompt("a fox", ground=green)
        prompt = replace(prompt, key_rgb="#00ff00", text=f"Draw a fox. {green}")
        return replace(self.request(provider), prompt=prompt)

    def test_a_ground_that_is_cut_out_anyway_is_left_away_by_a_model_that_can(self, service):
        self.service = service
        provider = self.with_model(service, self.outside(), "gpt-image-1.5")
        picture = self.picture(provider, self.cut_out(provider))
        with Image.open(io.BytesIO(picture.data)) as png:
            assert png.getchannel("A").getextrema()[0] == 0
        sent = service.paid_calls()[-1].json()
        assert sent["background"] == "transparent"
        assert "#00FF00" not in sent["prompt"]
        assert picture.notes == ()

    def test_an_opaque_picture_where_a_clear_one_was_asked_for_is_taken_and_said(self, service, monkeypatch):
        self.service = service
        provider = self.with_model(service, self.outside(), "gpt-image-1.5")
        monkeypatch.setattr(service, "play_ok", lambda w: OpenAiService.play_ok(service, w._replace(clear=False)))
        picture = self.picture(provider, self.cut_out(provider))
        assert any("opaque" in note for note in picture.notes)

    def test_a_model_that_cannot_is_asked_for_the_flat_ground(self, provider):
        self.finished(provider, self.cut_out(provider))
        sent = self.service.paid_calls()[-1].json()
        assert (sent["background"], "#00FF00" in sent["prompt"]) == ("opaque", True)

    # --- masks

    def test_a_mask_goes_along_with_the_picture_that_it_belongs_to(self, provider):
        picture, mask = drawing(1024, 1024, "fox"), drawing(1024, 1024, "mask", clear=True)
        request = replace(self.request(provider), references=(picture,), mask=mask)
        assert provider.edit(request, "make it blue", "row-1").kind is OutcomeKind.OK
        form = [(f.name, f.data) for f in read_form(self.service.paid_calls()[-1])]
        assert [data for name, data in form if name in ("image[]", "mask")] == [picture, mask]
        assert dict(form)["prompt"] == b"make it blue"

    def test_a_mask_of_another_size_is_refused(self, provider):
        picture, mask = drawing(1024, 1024, "fox"), drawing(512, 512, "mask", clear=True)
        request = replace(self.request(provider), references=(picture,), mask=mask)
        assert provider.edit(request, "make it blue", "row-1").kind is OutcomeKind.INVALID_REQUEST

    def test_what_one_is_to_wait_is_read_to_the_millisecond(self, provider):
        self.service.play("too fast")
        outcome = self.finished(provider, self.request(provider))
        assert (outcome.until - self.outside().now()).total_seconds() == 2.5

    def test_an_edit_that_was_changed_on_its_way_is_refused_and_costs_nothing(self, provider):
        request = replace(self.request(provider), references=(drawing(256, 256, "fox"),))
        provider.edit(request, "make it blue", "row-1")
        call, paid = sent(self.service.paid_calls()[-1]), len(self.service.charged)
        assert [m.name for m in EDIT_MUTATIONS if self.service.send(m.change(call)) < 400] == []
        assert len(self.service.charged) == paid
        assert self.service.send(call) < 400, "unchanged, it is taken"

    def test_an_edit_fits_the_published_form(self, provider):
        document = published("openai-images-*.openapi.json")
        request = replace(self.request(provider), references=(drawing(256, 256, "fox"),))
        provider.edit(request, "make it blue", "row-1")
        schema = document["components"]["schemas"]["CreateImageEditRequest"]["properties"]
        names = {f.name.removesuffix("[]") for f in read_form(self.service.paid_calls()[-1])}
        assert names <= schema.keys()
