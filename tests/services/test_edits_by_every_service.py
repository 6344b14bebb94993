"""An edit from the verb to its version, by every adapter that edits, against its strict test server that counts what it charges."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from pod.jobs.claim import run_one
from pod.model.design import CandidateState
from pod.model.geometry import Box
from pod.model.job import Lane
from pod.services.editing import Wish
from tests.contracts.outcomes import contracts
from tests.services.bench import OPERATOR, SHOPPER

PART = Box(0.3, 0.3, 0.4, 0.4)
SMALL_PX = 1_700_000
EDITING_MODELS = {"ideogram": "ideogram-v3"}
"""Where the usual model makes no edits and another one of the same adapter does."""


def adapter_of(contract, service):
    """Set up as its own contract does it; its smallest sizes are enough here."""
    provider = contract.with_model(service, contract.outside(), EDITING_MODELS.get(service.NAME, ""))
    provider._models = tuple(
        replace(m, frames=tuple(f for f in m.frames if f.width_px * f.height_px <= SMALL_PX) or m.frames)
        for m in provider._models
    )
    return provider


EDITORS = [kind for kind in contracts() if kind.dialect != "legacy_sync"]


@pytest.mark.parametrize("kind", EDITORS, ids=[kind.title() for kind in EDITORS])
def test_an_edit_is_sent_with_its_picture_paid_once_and_becomes_the_next_version(kind, with_a_proof, tmp_path):
    contract = kind()
    contract.folder = tmp_path
    with kind.server() as service:
        provider = adapter_of(contract, service)
        if not provider.capabilities.edits:
            pytest.skip("this service makes no edits")
        bench = with_a_proof()
        bench.tools.providers = {provider.name: provider}
        design = bench.proofed()
        part = PART if provider.capabilities.masks else None
        bench.edits.ask(SHOPPER, design.id, Wish("give it a hat", region=part))
        drawn(bench, design)
        edited = bench.design(design).candidates[-1]
        assert edited.state is CandidateState.READY, edited.reason
        assert len(service.charged) == (not kind.free)
        assert [row.provider for row in bench.ledger(design)][-1] == provider.name
        assert bench.states(design) == ["settled", "settled"]
        artwork = bench.designs.artwork(OPERATOR, edited.artwork_id)
        assert (artwork.provenance.provider, len(bench.designs.versions(OPERATOR, design.id))) == (provider.name, 2)
        assert pictures_in(service) >= 1 + (part is not None)


def drawn(bench, design):
    """Pictures only, however often the service has to be asked about its task."""
    for _ in range(20):
        while run_one(bench.store, bench.work(), Lane.MODEL, "bench"):
            pass
        if not bench.design(design).edit_at_work:
            return
        bench.clock.forward(61)


def pictures_in(service) -> int:
    """How many PNGs have arrived, as they are or as base64."""
    head = b"\x89PNG\r\n\x1a\n"
    written = base64.b64encode(head)[:10]
    return sum(call.body.count(head) + call.body.count(written) for call in service.calls)
