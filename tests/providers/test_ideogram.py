"""Ideogram: the contract, pictures without a ground, and edits from a picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.providers.base import OutcomeKind, Provider
from pod.providers.ideogram import PROVIDER, Ideogram, IdeogramSettings
from pod.providers.remote import Outside
from tests.contracts.provider_contract import a_prompt
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.forms import named_form
from tests.servers.ideogram import KEY, MUTATIONS, IdeogramService
from tests.servers.imageservice import drawing
from tests.servers.published import form_misfits, published


class TestIdeogram(RemoteProviderContract):
    server, mutations, secret = IdeogramService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: IdeogramService, outside: Outside) -> Provider:
        return Ideogram(IdeogramSettings(api_key=KEY, base_url=service.url), outside)

    def with_model(self, service: IdeogramService, outside: Outside, model: str) -> Provider:
        settings = IdeogramSettings(api_key=KEY, base_url=service.url, **({"model": model} if model else {}))
        return Ideogram(settings, outside)

    def form(self) -> dict[str, str]:
        return named_form(self.service.paid_calls()[-1])[0]

    def test_what_is_sent_fits_the_published_schema(self, service):
        document = published("ideogram-v3*.openapi.yml")
        self.service = service
        for model in ("ideogram-v3-transparent", "ideogram-v3"):
            provider = self.with_model(service, self.outside(), model)
            self.finished(provider, self.request(provider))
        request = replace(self.request(provider), references=(drawing(1024, 1024, "fox"),))
        provider.edit(request, "make it blue", "row-1")
        for call in service.paid_calls():
            texts, files = named_form(call)
            numbers = {name: int(texts[name]) for name in ("seed", "num_images")}
            form = {**texts, **numbers, **dict.fromkeys(files, "a file")}
            assert form_misfits(document, call.route, form) == []

    def test_a_picture_without_a_ground_is_not_asked_for_with_one(self, provider):
        green = "The entire background is one perfectly flat, uniform #00FF00 from edge to edge."
        prompt = replace(a_prompt("a fox", ground=green), text=f"Draw a fox. {green}", key_rgb="#00ff00")
        assert self.picture(provider, replace(self.request(provider), prompt=prompt)).notes == ()
        assert self.form()["prompt"] == "Draw a fox."
        assert self.service.paid_calls()[-1].route.endswith("/generate-transparent")

    def test_an_opaque_picture_where_a_clear_one_was_asked_for_is_taken_and_said(self, provider):
        self.service.play("jpeg")
        assert any("opaque" in note for note in self.picture(provider, self.request(provider)).notes)

    def test_the_prompt_is_never_written_anew_over_there(self, provider):
        self.finished(provider, self.request(provider))
        assert (self.form()["magic_prompt"], self.form()["num_images"]) == ("OFF", "1")

    def test_a_seed_beyond_theirs_is_brought_into_their_range(self, provider):
        self.finished(provider, self.request(provider, seed=2**31 + 7))
        assert self.form()["seed"] == "7"

    def test_an_edit_starts_from_the_picture(self, service):
        self.service = service
        provider = self.with_model(service, self.outside(), "ideogram-v3")
        picture = drawing(1024, 1024, "fox")
        request = replace(self.request(provider), references=(picture,))
        outcome = provider.edit(request, "make it blue", "row-1")
        assert outcome.kind is OutcomeKind.OK, outcome.reason
        text, files = named_form(service.paid_calls()[-1])
        assert (text["prompt"], files) == ("make it blue", {"image": picture})

    def test_a_link_to_elsewhere_is_not_followed_and_the_picture_is_paid_for(self, provider, monkeypatch):
        monkeypatch.setattr(self.service, "linked", lambda *_: "http://localhost.invalid/fox.png")
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.NO_IMAGE
        assert outcome.cost.micros == 90_000
