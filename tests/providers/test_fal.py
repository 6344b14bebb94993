"""fal's queue: the contract, how a request ends, and models that are sized in two ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.fal import PROVIDER, Fal, FalSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.fal import KEY, MUTATIONS, FalService, error
from tests.servers.imageservice import Reply, drawing


class TestFal(RemoteProviderContract):
    server, mutations, secret = FalService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: FalService, outside: Outside) -> Provider:
        return Fal(FalSettings(api_key=KEY, base_url=service.url), outside)

    def with_model(self, service: FalService, outside: Outside, model: str) -> Provider:
        return Fal(FalSettings(api_key=KEY, base_url=service.url, **({"model": model} if model else {})), outside)

    @pytest.mark.parametrize("failure", ["timed out", "runner failed", "downstream"])
    def test_a_request_that_failed_over_there_is_over_and_may_be_asked_for_anew(self, provider, failure):
        self.service.play(failure)
        assert self.finished(provider, self.request(provider)).ended

    def test_a_proxy_that_fails_while_the_result_is_fetched_has_ended_nothing(self, provider, monkeypatch):
        task = provider.submit(self.request(provider), "row-1").task_id
        for _ in range(2):
            provider.poll(task)
        monkeypatch.setattr(self.service, "_result", lambda _: Reply(502, b"<html>Bad Gateway</html>"))
        outcome = provider.poll(task)
        assert (outcome.kind, outcome.ended) == (OutcomeKind.UNAVAILABLE, False)
        monkeypatch.undo()
        assert provider.poll(task).kind is OutcomeKind.OK

    @pytest.mark.parametrize("wrong", [error(404, "Request not found"), error(401, "Authentication is required")])
    def test_a_look_that_is_refused_has_ended_nothing(self, provider, monkeypatch, wrong):
        task = provider.submit(self.request(provider), "row-1").task_id
        for _ in range(2):
            provider.poll(task)
        monkeypatch.setattr(self.service, "_result", lambda _: wrong.reply)
        answer = provider.poll(task)
        assert isinstance(answer, Pending) or not answer.ended
        monkeypatch.undo()
        assert provider.poll(task).kind is OutcomeKind.OK

    def test_an_edit_goes_to_the_model_that_changes_pictures_and_is_asked_about_by_its_application(self, provider):
        request = replace(self.request(provider), references=(drawing(64, 64, "fox"),))
        outcome = self.polled(provider, provider.edit(request, "make it blue", "row-1"))
        assert self.service.paid_calls()[-1].route == "/fal-ai/nano-banana-2/edit"
        assert self.service.calls[-2].route.startswith("/fal-ai/nano-banana-2/requests/")
        assert outcome.model == "fal-ai/nano-banana-2"

    def test_flux_is_asked_for_pixels_with_a_seed(self, service):
        self.service = service
        provider = self.with_model(service, self.outside(), "flux-dev")
        assert provider.capabilities.seed
        self.finished(provider, self.request(provider, seed=11))
        sent = service.paid_calls()[-1].json()
        assert (sent["image_size"], sent["seed"]) == ({"width": 1024, "height": 1024}, 11)

    def test_every_size_of_flux_is_drawn(self, service):
        self.service = service
        self.test_every_size_that_it_names_is_delivered(self.with_model(service, self.outside(), "flux-dev"))

    def test_an_account_that_is_used_up_is_no_wrong_key(self, provider):
        self.service.play("balance", "forbidden")
        kinds = [self.finished(provider, self.request(provider)).kind for _ in range(2)]
        assert kinds == [OutcomeKind.QUOTA, OutcomeKind.AUTH]

    def test_a_wrong_key_is_told_apart_from_a_request_that_there_is_not(self, service, provider):
        assert provider.check_key() == ""
        wrong = Fal(FalSettings(api_key="not-the-key", base_url=service.url), self.outside())
        assert "does not accept the key" in wrong.check_key()
