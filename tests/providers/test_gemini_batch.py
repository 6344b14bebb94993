"""Gemini in batches: the contract, and that a batch is found again by its name."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest

from pod.model.money import Money
from pod.providers.base import OutcomeKind, Pending, Provider
from pod.providers.gemini import MODELS as DIRECT
from pod.providers.gemini_batch import PROVIDER, GeminiBatch, GeminiBatchSettings
from pod.providers.remote import Outside
from tests.contracts.remote_contract import NOW, RemoteProviderContract
from tests.servers.gemini import KEY
from tests.servers.gemini_batch import MUTATIONS, GeminiBatchService, signed
from tests.servers.published import misfits, published

SIGNING = base64.b64encode(b"a signing key of thirty-two bytes").decode()


class TestGeminiBatch(RemoteProviderContract):
    server, mutations, secret = GeminiBatchService, MUTATIONS, KEY
    # what stands in there is the caller's own
    takes = (
        "an unknown field in batch/inputConfig/requests/requests/0/metadata",
        "a list for batch/inputConfig/requests/requests/0/metadata/key",
    )

    @pytest.fixture
    def factory(self):
        return PROVIDER

    def adapter(self, service: GeminiBatchService, outside: Outside, **settings: str) -> Provider:
        secret = f"whsec_{SIGNING}"
        own = GeminiBatchSettings(api_key=KEY, webhook_secret=secret, base_url=service.url, **settings)
        return GeminiBatch(own, outside)

    def genuine_callback(self, provider: Provider, task_id: str):
        body = json.dumps({"type": "batch.succeeded", "data": {"id": task_id}}).encode()
        signed = b"msg_1.1795000000." + body
        signature = base64.b64encode(hmac.new(base64.b64decode(SIGNING), signed, hashlib.sha256).digest()).decode()
        headers = {"webhook-id": "msg_1", "webhook-timestamp": "1795000000", "webhook-signature": f"v1,{signature}"}
        return headers, body

    def test_a_batch_whose_answer_was_lost_is_found_by_its_name_and_not_paid_for_again(self, provider):
        self.service.play("cut")
        assert provider.submit(self.request(provider), "row-9").kind is OutcomeKind.UNKNOWN
        found = provider.find("row-9")
        assert isinstance(found, Pending)
        outcome = self.polled(provider, found)
        assert outcome.kind is OutcomeKind.OK
        assert len(self.service.charged) == 1

    def test_a_batch_that_is_over_may_be_asked_for_anew(self, provider):
        self.service.play("expired")
        assert self.finished(provider, self.request(provider)).ended

    def test_news_of_a_batch_names_it_by_its_id_or_with_its_collection(self, provider):
        own = f"whsec_{SIGNING}"
        task = provider.submit(self.request(provider), "row-1").task_id.partition("|")[0]
        for name in (task, f"batches/{task}"):
            body = self.service.delivery(name, NOW)[1]
            assert provider.read_callback(signed(body, "msg_1", NOW, own)[0], body) == task

    def test_it_costs_half(self, provider):
        whole = {m.id: m.price.micros for m in DIRECT}
        assert all(m.price == Money(round(whole[m.id] / 2)) for m in provider.models)

    def test_what_is_sent_fits_the_published_schema(self, provider):
        document = published("gemini-v1beta-*.openapi.json")
        self.finished(provider, self.request(provider))
        body = self.service.paid_calls()[-1].json()
        assert misfits(document, "BatchGenerateContentRequest", body, in_path="model") == []
