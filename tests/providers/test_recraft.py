"""Recraft: the contract, and SVG that is read, cleaned and painted here."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from pod.drawing import read_svg
from pod.providers.base import OutcomeKind, Provider, ProviderRequest
from pod.providers.recraft import PROVIDER, Recraft, RecraftSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.recraft import KEY, MUTATIONS, RecraftService


class TestRecraft(RemoteProviderContract):
    server, mutations, secret = RecraftService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: RecraftService, outside: Outside) -> Provider:
        return self.with_model(service, outside, "")

    def with_model(self, service: RecraftService, outside: Outside, model: str) -> Provider:
        named = {"model": model} if model else {}
        return Recraft(RecraftSettings(api_key=KEY, base_url=service.url, **named), outside)

    def cut_out(self, provider: Provider) -> ProviderRequest:
        """A request whose ground will be cut out."""
        request = self.request(provider)
        return replace(request, prompt=replace(request.prompt, key_rgb="#ffffff", inks=("#ff8800", "#112233")))

    def test_the_vector_is_one_that_prints_and_looks_like_the_picture(self, provider):
        picture = self.picture(provider, self.request(provider))
        drawing = read_svg(picture.vector.decode())
        with Image.open(io.BytesIO(picture.data)) as png:
            colours = {"#{:02x}{:02x}{:02x}".format(*rgb[:3]) for n, rgb in png.getcolors(1 << 20) if n > 1000}
        assert colours == set(drawing.inks()) == set(picture.palette)

    def test_what_could_do_harm_is_left_out_and_said(self, provider):
        self.service.play("hostile svg")
        picture = self.picture(provider, self.request(provider))
        assert not any(word in picture.vector for word in (b"script", b"elsewhere", b"passwd", b"onload"))
        assert "script, image, foreignObject" in picture.notes[0]

    def test_a_ground_that_would_be_cut_out_is_left_away(self, provider):
        picture = self.picture(provider, self.cut_out(provider))
        with Image.open(io.BytesIO(picture.data)) as png:
            assert (png.mode, png.getpixel((0, 0))[3], png.getchannel("A").getextrema()) == ("RGBA", 0, (0, 255))
        assert b"#ffffff" not in picture.vector

    def test_a_brief_s_colours_and_ground_are_named(self, provider):
        self.finished(provider, self.cut_out(provider))
        controls = self.service.paid_calls()[-1].json()["controls"]
        assert controls == {
            "colors": [{"rgb": [255, 136, 0]}, {"rgb": [17, 34, 51]}],
            "background_color": {"rgb": [255, 255, 255]},
        }

    def test_a_model_that_draws_pixels_gives_no_vector(self, service):
        self.service = service
        provider = self.with_model(service, self.outside(), "recraftv4_1")
        picture = self.picture(provider, self.request(provider))
        assert (picture.vector, provider.capabilities.vector) == (None, False)

    def test_entities_that_unfold_are_refused(self, provider):
        self.service.play("entities")
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.NO_IMAGE
        assert "cannot be used" in outcome.reason
