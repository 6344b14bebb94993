"""The provider contract on a service that has tasks, keys, edits, callbacks and retired models: the suite tests itself."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from pod.providers.base import OutcomeKind, Provider
from tests.contracts.provider_contract import ProviderContract
from tests.providers.scripted import PROVIDER, Scripted, ScriptedSettings


class TestScripted(ProviderContract):
    gives = frozenset(OutcomeKind)

    @pytest.fixture
    def factory(self):
        return PROVIDER

    @pytest.fixture
    def provider(self):
        return Scripted(ScriptedSettings("s3cret"))

    @contextmanager
    def unreachable(self, provider):
        provider.away = True
        yield provider

    def provoked(self, provider: Provider, kind: OutcomeKind) -> Provider:
        provider.script.append(kind)
        return provider

    def genuine_callback(self, provider: Provider, task_id: str):
        body = task_id.encode()
        return {"X-Signature": provider.signature(body)}, body

    def charges(self, provider: Provider) -> int:
        return len(provider.charged)
