"""fal's queue: the contract, how a request ends, and models that are sized in two ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.errors import Unavailable
from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.fal import PROVIDER, Fal, FalSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import NOW, RemoteProviderContract
from tests.servers.fal import KEY, MUTATIONS, FalService, error
from tests.servers.imageservice import Reply, drawing

CALLBACK = "https://pod.example/callbacks/fal/a-word-that-nobody-guesses"
NOW_S = int(NOW.timestamp())


class TestFal(RemoteProviderContract):
    server, mutations, secret = FalService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: FalService, outside: Outside, **more: str) -> Provider:
        own = FalSettings(api_key=KEY, base_url=service.url, keys_url=service.url, **{"callback_url": CALLBACK, **more})
        return Fal(own, outside)

    def genuine_callback(self, provider: Provider, task_id: str):
        return self.service.callback(task_id, NOW_S)

    # --- callbacks

    def test_the_address_that_is_called_goes_along_with_every_request(self, provider):
        self.finished(provider, self.request(provider))
        assert self.service.paid_calls()[-1].query == {"fal_webhook": CALLBACK}

    def test_who_has_no_address_is_not_called_and_believes_no_callback(self, service):
        self.service = service
        provider = self.adapter(service, self.outside(), callback_url="")
        self.finished(provider, self.request(provider))
        assert service.paid_calls()[-1].query == {}
        assert provider.read_callback(*service.callback("task-1", NOW_S)) is None

    @pytest.mark.parametrize(("late_s", "believed"), [(-301, False), (-300, True), (300, True), (301, False)])
    def test_a_callback_is_believed_for_five_minutes(self, provider, late_s, believed):
        told = provider.read_callback(*self.service.callback("task-1", NOW_S + late_s))
        assert (told == "task-1") == believed

    def test_the_user_and_the_request_in_the_headers_are_signed_too(self, provider):
        headers, body = self.service.callback("task-1", NOW_S)
        for header in ("X-Fal-Webhook-User-Id", "X-Fal-Webhook-Request-Id"):
            assert provider.read_callback({**headers, header: "another"}, body) is None

    def test_keys_are_fetched_once_and_anew_when_they_were_exchanged(self, service):
        self.service = service
        later = [NOW]
        provider = self.adapter(service, replace(self.outside(), now=lambda: later[-1]))
        assert provider.read_callback(*service.callback("task-1", NOW_S)) == "task-1"
        assert provider.read_callback(*service.callback("task-2", NOW_S)) == "task-2"
        assert len(service.calls) == 1
        service.exchange_keys()
        later.append(NOW + timedelta(seconds=90))
        assert provider.read_callback(*service.callback("task-3", NOW_S + 90)) == "task-3"
        assert len(service.calls) == 2

    def test_what_is_forged_does_not_make_us_ask_for_keys_without_end(self, provider):
        forged, body = self.service.callback("task-1", NOW_S)
        forged["X-Fal-Webhook-Signature"] = "00" * 64
        assert [provider.read_callback(forged, body) for _ in range(20)] == [None] * 20
        assert len(self.service.calls) == 1

    @pytest.mark.parametrize("published", [Reply(503), Reply(200, b"{"), Reply(200, b'{"keys": [{"kty": "OKP"}]}')])
    def test_where_the_keys_cannot_be_had_it_is_to_be_sent_again(self, provider, monkeypatch, published):
        monkeypatch.setattr(self.service, "route", lambda _: published)
        for _ in range(3):
            with pytest.raises(Unavailable, match="cannot be fetched"):
                provider.read_callback(*self.service.callback("task-1", NOW_S))
        assert len(self.service.calls) == 1

    # --- requests

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
