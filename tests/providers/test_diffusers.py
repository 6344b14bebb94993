"""diffusers, where it is not there: what is missing is said. With the library, `make test-diffusers` plays the contract."""

from __future__ import annotations

import importlib.util

import pytest

from pod.model.errors import NotConfigured
from pod.providers.base import OutcomeKind, ProviderRequest
from pod.providers.diffusers import Diffusers, DiffusersSettings
from tests.contracts.provider_contract import a_prompt


@pytest.fixture
def installed(monkeypatch):
    """Whether the packages are there is asked of the import system; here it says what a test wants."""

    def say(*names: str) -> None:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: object() if name in names else None)

    return say


def test_packages_that_are_missing_are_named_with_the_way_to_get_them(installed, tmp_path):
    installed("torch")
    provider = Diffusers(DiffusersSettings(weights=str(tmp_path)))
    assert "diffusers, transformers" in provider.check_key()
    assert "pip install" in provider.check_key()
    outcome = provider.submit(ProviderRequest(a_prompt("a fox"), 7, 1024, 1024), "row-1")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNAVAILABLE, provider.check_key())


def test_weights_that_are_not_there_are_said(installed, tmp_path):
    installed("torch", "diffusers", "transformers")
    assert str(tmp_path) in Diffusers(DiffusersSettings(weights=str(tmp_path))).check_key()


@pytest.mark.parametrize(("name", "value"), [("steps", "many"), ("model", "no-such-model")])
def test_a_setting_that_cannot_be_is_refused_by_its_name(name, value):
    with pytest.raises(NotConfigured, match=f"POD_DIFFUSERS_{name.upper()}"):
        Diffusers(DiffusersSettings(weights="w", **{name: value}))
