"""The Evolink gateway: the contract, keys, links, uploads, and the older guide's form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.http import is_public
from pod.model.errors import NotConfigured
from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.evolink import PROVIDER, Evolink, EvolinkSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import RemoteProviderContract
from tests.servers.evolink import KEY, LEGACY_MUTATIONS, MUTATIONS, EvolinkLegacyService, EvolinkService


class TestEvolink(RemoteProviderContract):
    server, mutations, secret = EvolinkService, MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: EvolinkService, outside: Outside, **settings: str) -> Provider:
        own = {"base_url": service.url, "files_url": service.url}
        return Evolink(EvolinkSettings(api_key=KEY, **{**own, **settings}), outside)

    # --- keys

    @pytest.mark.parametrize("lost", ["cut", "internal", "upstream", "unavailable"])
    def test_a_task_whose_answer_was_lost_is_had_again_by_its_key_and_paid_once(self, provider, lost):
        self.service.play(lost)
        request = self.request(provider)
        assert provider.submit(request, "row-9").kind is OutcomeKind.UNKNOWN
        assert self.finished(provider, request, "row-9").kind is OutcomeKind.OK
        assert len(self.service.charged) == 1

    def test_the_same_key_for_something_else_is_never_taken_for_a_refusal(self, provider):
        self.finished(provider, self.request(provider), "row-9")
        other = self.finished(provider, self.request(provider, "a bear"), "row-9")
        assert other.kind is OutcomeKind.UNKNOWN

    @pytest.mark.parametrize(("way", "ended"), [("upstream failed", True), ("policy", True), ("too fast", False)])
    def test_only_a_task_that_is_over_says_that_it_is(self, provider, way, ended):
        self.service.play(way)
        assert self.finished(provider, self.request(provider)).ended is ended

    # --- links

    def test_a_link_to_another_host_is_not_followed(self, service):
        self.service = service
        elsewhere = replace(self.outside(), link_schemes=("https",))
        provider = self.adapter(service, elsewhere)
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.UNAVAILABLE
        assert "is not fetched" in outcome.reason

    def test_a_link_into_the_own_network_is_not_followed(self, service):
        self.service = service
        provider = self.adapter(service, replace(self.outside(), links=is_public))
        outcome = self.finished(provider, self.request(provider))
        assert outcome.kind is OutcomeKind.UNAVAILABLE
        assert "must not be reached" in outcome.reason
        assert not [call for call in service.calls if call.route.startswith("/files/")]

    def test_a_task_that_is_not_visible_yet_is_looked_for_again(self, provider):
        answer = provider.submit(self.request(provider), "row-9")
        name, task = self.service.tasks.popitem()
        assert provider.poll(answer.task_id).kind is OutcomeKind.UNAVAILABLE
        self.service.tasks[name] = task
        assert self.polled(provider, answer).kind is OutcomeKind.OK

    # --- pictures along

    def test_a_picture_along_is_uploaded_and_named_by_its_link(self, provider):
        made = self.picture(provider, self.request(provider))
        request = replace(self.request(provider), references=(made.data,))
        assert isinstance(provider.edit(request, "make it blue", "row-9"), Pending)
        body = self.service.paid_calls()[-1].json()
        assert body["prompt"] == "make it blue"
        assert [self.service.uploaded(link) for link in body["image_urls"]] == [made.data]

    def test_a_picture_along_that_is_too_heavy_is_refused_before_anything_is_sent(self, provider):
        request = replace(self.request(provider), references=(b"\x89PNG" + b"\0" * 20_000_000,))
        outcome = provider.edit(request, "make it blue", "row-9")
        assert outcome.kind is OutcomeKind.INVALID_REQUEST
        assert "20.0 MB" in outcome.reason
        assert self.service.calls == []

    def test_a_form_that_there_is_not_cannot_be_configured(self, service):
        with pytest.raises(NotConfigured, match="POD_EVOLINK_DIALECT"):
            self.adapter(service, self.outside(), dialect="sync")


class TestEvolinkOfOlderGuides(RemoteProviderContract):
    """The form that answers at once, with proxies that know no other."""

    server, mutations, secret = EvolinkLegacyService, LEGACY_MUTATIONS, KEY

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: EvolinkLegacyService, outside: Outside, **settings: str) -> Provider:
        own = {"base_url": service.url, "dialect": "legacy_sync"}
        return Evolink(EvolinkSettings(api_key=KEY, **{**own, **settings}), outside)
