"""Every free repair on made artwork, as the sheet shows it."""

from __future__ import annotations

import pytest

from pod.model.artwork import MendKind
from pod.model.findings import Severity
from tests.composition.rungs import Rung, rungs


@pytest.fixture(scope="module")
def shown() -> tuple[Rung, ...]:
    return tuple(rungs(9000))


def test_every_free_repair_is_shown(shown):
    assert {rung.kind for rung in shown} == set(MendKind)


def test_a_made_fault_is_mended_by_the_step_that_is_for_it(shown):
    for rung in shown:
        _, mended = rung.mended()
        assert rung.kind in {step.kind for step in mended.steps}, rung.shows
        [told] = [finding for finding in mended.findings.found if finding.rule == rung.shows]
        assert (told.severity, bool(told.after)) == (Severity.FIXED, True)
