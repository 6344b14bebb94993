"""What the shop's people see of the image services, and how they have one asked again."""

from __future__ import annotations

import pytest

from pod.model.errors import InputRefused, NotAllowed
from pod.model.health import FAILURES_IN_A_ROW
from pod.providers.base import OutcomeKind
from pod.services.imageservices import ImageServices
from tests.doubles.studio import MODEL
from tests.services.bench import OPERATOR, SHOPPER, VIEWER


@pytest.fixture
def gone(bench):
    """A shop whose one service has said that its model is gone."""
    bench.studio.submits.append(OutcomeKind.MODEL_GONE)
    bench.drawn()
    return bench


def test_a_model_that_is_gone_is_shown_with_what_was_said(gone):
    [standing] = ImageServices(gone.tools).standing(VIEWER)
    assert standing.health.provider == "studio"
    assert standing.gone == {MODEL: "So it was scripted."}


def test_an_operator_may_have_it_asked_again(gone):
    services = ImageServices(gone.tools)
    assert services.ask_again(OPERATOR, "studio") == 1
    assert services.standing(OPERATOR)[0].gone == {}
    gone.studio.submits.append(OutcomeKind.NO_IMAGE)
    gone.drawn(seed=8)
    assert len(gone.studio.asked) == 2


def test_an_open_circuit_is_closed_by_the_same_word(bench):
    bench.studio.submits.extend([OutcomeKind.AUTH] * FAILURES_IN_A_ROW)
    for seed in range(FAILURES_IN_A_ROW):
        bench.drawn(seed=seed)
    services = ImageServices(bench.tools)
    assert services.standing(OPERATOR)[0].health.blocked_s(bench.clock.now()) > 0
    assert services.ask_again(OPERATOR, "studio") == 0
    assert services.standing(OPERATOR)[0].health.blocked_s(bench.clock.now()) == 0


def test_only_the_shops_people_see_or_change_it(gone):
    services = ImageServices(gone.tools)
    for act in (lambda: services.standing(SHOPPER), lambda: services.ask_again(VIEWER, "studio")):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(InputRefused, match="No provider nobody"):
        services.ask_again(OPERATOR, "nobody")
