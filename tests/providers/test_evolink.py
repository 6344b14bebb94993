"""Evolink: the contract in both dialects, keys that are never paid twice, uploads, and callbacks that are only hints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.errors import NotConfigured
from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.evolink import PROVIDER, EvolinkSettings, evolink
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.evolink import KEY, LEGACY_MUTATIONS, MUTATIONS, EvolinkLegacyService, EvolinkService
from tests.servers.imageservice import Reply, drawing

CALLBACK = "https://pod.example/webhooks/evolink/a-word-that-nobody-guesses"


class TestEvolink(RemoteProviderContract):
    server, mutations, secret = EvolinkService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: EvolinkService, outside: Outside) -> Provider:
        return evolink(EvolinkSettings(api_key=KEY, base_url=service.url, files_url=service.url), outside)

    def with_model(self, service: EvolinkService, outside: Outside, model: str) -> Provider:
        named = {"model": model} if model else {}
        return evolink(EvolinkSettings(api_key=KEY, base_url=service.url, files_url=service.url, **named), outside)

    def calling_back(self, service: EvolinkService) -> Provider:
        self.service = service
        settings = EvolinkSettings(api_key=KEY, base_url=service.url, files_url=service.url, callback_url=CALLBACK)
        return evolink(settings, self.outside())

    # --- keys

    @pytest.mark.parametrize("lost", ["cut", "internal", "upstream", "unavailable"])
    def test_an_answer_that_was_lost_is_asked_for_under_the_same_key_and_paid_once(self, provider, lost):
        request = self.request(provider)
        self.service.play(lost)
        assert provider.submit(request, "row-9").kind is OutcomeKind.UNKNOWN
        outcome = self.finished(provider, request, "row-9")
        assert outcome.kind is OutcomeKind.OK
        assert (len(self.service.charged), self.service.replayed) == (1, 1)

    def test_a_key_that_stood_for_another_request_has_an_unknown_outcome(self, provider):
        self.finished(provider, self.request(provider, "a fox"), "row-9")
        assert self.finished(provider, self.request(provider, "an owl"), "row-9").kind is OutcomeKind.UNKNOWN
        assert len(self.service.charged) == 1

    def test_an_edit_whose_answer_was_lost_is_asked_for_with_the_same_addresses_and_paid_once(self, provider):
        request = replace(self.request(provider), references=(drawing(64, 64, "a fox"),))
        request = replace(request, addresses=provider.put_up(request))
        self.service.play("cut")
        assert provider.edit(request, "make it blue", "row-9").kind is OutcomeKind.UNKNOWN
        outcome = self.polled(provider, provider.edit(request, "make it blue", "row-9"))
        assert outcome.kind is OutcomeKind.OK, outcome.reason
        assert (len(self.service.charged), self.service.replayed) == (1, 1)

    def test_control_pictures_that_are_put_up_anew_are_another_request(self, provider):
        request = replace(self.request(provider), references=(drawing(64, 64, "a fox"),))
        self.service.play("cut")
        provider.edit(request, "make it blue", "row-9")
        assert self.polled(provider, provider.edit(request, "make it blue", "row-9")).kind is OutcomeKind.UNKNOWN
        assert len(self.service.charged) == 1

    # --- tasks

    @pytest.mark.parametrize("failure", ["timed out", "quota later", "throttled later", "model away", "policy"])
    def test_a_task_that_failed_is_over(self, provider, failure):
        self.service.play(failure)
        assert self.finished(provider, self.request(provider)).ended

    def test_what_is_booked_are_the_credits_that_were_used(self, provider):
        assert self.finished(provider, self.request(provider)).cost.micros == 31_029

    # --- uploads

    def test_pictures_are_uploaded_before_an_edit_is_asked_for(self, provider):
        fox, owl = drawing(64, 64, "fox"), drawing(64, 64, "owl", "JPEG")
        request = replace(self.request(provider), references=(fox, owl))
        assert self.polled(provider, provider.edit(request, "make it blue", "row-1")).kind is OutcomeKind.OK
        links = self.service.paid_calls()[-1].json()["image_urls"]
        assert [self.service.uploaded(link) for link in links] == [fox, owl]

    def test_where_an_upload_fails_nothing_has_been_asked_for(self, provider, monkeypatch):
        monkeypatch.setattr(self.service, "_upload_stream", lambda _: Reply(500))
        request = replace(self.request(provider), references=(drawing(64, 64, "fox"),))
        assert provider.edit(request, "make it blue", "row-1").kind is OutcomeKind.UNAVAILABLE
        assert self.service.charged == []

    # --- callbacks

    def test_a_callback_is_asked_for_and_names_the_task_to_look_at(self, service):
        provider = self.calling_back(service)
        answer = provider.submit(self.request(provider), "row-1")
        assert isinstance(answer, Pending)
        assert service.paid_calls()[-1].json()["callback_url"] == CALLBACK
        told = provider.read_callback({}, service.callback(answer.task_id.partition("|")[0]))
        assert told
        assert answer.task_id.startswith(told)

    @pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"id": []}', b'{"id": null}', b"[" * 100_000])
    def test_a_callback_that_cannot_be_read_means_nothing(self, service, body):
        assert self.calling_back(service).read_callback({}, body) is None

    def test_nobody_calls_back_who_was_not_asked_to(self, provider):
        self.finished(provider, self.request(provider))
        assert "callback_url" not in self.service.paid_calls()[-1].json()
        assert provider.read_callback({}, b'{"id": "task-1"}') is None

    def test_the_address_that_is_called_is_a_secret(self, service):
        assert CALLBACK not in repr(EvolinkSettings(api_key=KEY, callback_url=CALLBACK))

    def test_a_dialect_that_there_is_not_cannot_be_configured(self):
        with pytest.raises(NotConfigured, match="POD_EVOLINK_DIALECT"):
            evolink(EvolinkSettings(api_key=KEY, dialect="esperanto"))


class TestEvolinkLegacy(RemoteProviderContract):
    server, mutations, secret = EvolinkLegacyService, LEGACY_MUTATIONS, KEY
    dialect = "legacy_sync"

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: EvolinkLegacyService, outside: Outside) -> Provider:
        return evolink(EvolinkSettings(api_key=KEY, base_url=service.url, dialect="legacy_sync"), outside)

    def with_model(self, service: EvolinkLegacyService, outside: Outside, model: str) -> Provider:
        named = {"model": model} if model else {}
        return evolink(EvolinkSettings(api_key=KEY, base_url=service.url, dialect="legacy_sync", **named), outside)

    def test_it_is_asked_for_pixels(self, provider):
        self.finished(provider, self.request(provider))
        assert self.service.paid_calls()[-1].json()["resolution"] == "1024x1024"
