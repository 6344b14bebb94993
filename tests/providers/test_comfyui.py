"""ComfyUI: the contract, and graphs that are found again by their id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.comfyui import PROVIDER, ComfyUi, ComfyUiSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.comfyui import MUTATIONS, ComfyUiService
from tests.servers.imageservice import drawing

TOKEN = "proxy-test-token"


class TestComfyUi(RemoteProviderContract):
    server, mutations, secret = ComfyUiService, MUTATIONS, TOKEN
    free = True

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: ComfyUiService, outside: Outside) -> Provider:
        return self.set_up(service, outside)

    def with_model(self, service: ComfyUiService, outside: Outside, model: str) -> Provider:
        return self.set_up(service, outside, **({"model": model} if model else {}))

    def set_up(self, service: ComfyUiService, outside: Outside, **more: str) -> Provider:
        return ComfyUi(ComfyUiSettings(base_url=service.url, proxy_token=TOKEN, **more), outside)

    @pytest.mark.parametrize("lost", ["cut", "crashed", "no json"])
    def test_a_graph_whose_answer_was_lost_is_found_and_not_drawn_again(self, provider, lost):
        self.service.play(lost)
        assert provider.submit(self.request(provider), "row-9").kind is OutcomeKind.UNKNOWN
        found = provider.find("row-9")
        assert isinstance(found, Pending)
        assert self.polled(provider, found).kind is OutcomeKind.OK
        assert len(self.service.drawn) == 1

    def test_it_is_found_after_it_has_been_drawn_as_well(self, provider):
        made = self.finished(provider, self.request(provider), "row-9")
        assert self.service._waiting() == []
        assert self.polled(provider, provider.find("row-9")).picture == made.picture

    def test_what_a_restart_has_forgotten_may_be_asked_for_anew(self, provider):
        self.service.play("restarted")
        outcome = self.finished(provider, self.request(provider))
        assert outcome.ended
        assert "restart" in outcome.reason

    def test_a_graph_that_ends_between_two_looks_is_not_taken_for_forgotten(self, provider, monkeypatch):
        pending = provider.submit(self.request(provider), "row-9")
        task = next(iter(self.service.tasks.values()))
        seen = self.service._queue

        def ends_meanwhile(call):
            task.looks = 9
            return seen(call)

        monkeypatch.setattr(self.service, "_queue", ends_meanwhile)
        assert provider.poll(pending.task_id).kind is OutcomeKind.OK

    def test_the_token_of_a_proxy_goes_along(self, provider):
        self.finished(provider, self.request(provider))
        assert {call.header("Authorization") for call in self.service.calls} == {f"Bearer {TOKEN}"}

    def test_a_checkpoint_that_is_not_there_is_said_by_its_name(self, service):
        self.service = service
        provider = self.set_up(service, self.outside(), checkpoint="own_2.safetensors")
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.MODEL_GONE
        assert "own_2.safetensors" in outcome.reason

    def test_only_the_clear_part_of_a_mask_may_change(self, provider):
        picture, mask = drawing(1024, 1024, "fox"), drawing(1024, 1024, "mask", clear=True)
        request = replace(self.request(provider), references=(picture,), mask=mask)
        assert self.polled(provider, provider.edit(request, "make it blue", "row-1")).kind is OutcomeKind.OK
        nodes = self.service.paid_calls()[-1].json()["prompt"]
        held = nodes[nodes["drawn"]["inputs"]["latent_image"][0]]
        assert held["class_type"] == "SetLatentNoiseMask"
        assert self.service.uploads[nodes[held["inputs"]["mask"][0]]["inputs"]["image"]] == mask
        assert nodes["wanted"]["inputs"]["text"].endswith("make it blue")
