"""How pictures turned out, counted: tables first, then from what a shop has really drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.errors import NotAllowed
from pod.model.money import Money
from pod.services.turnouts import Drawn, turned_out
from tests.doubles.studio import PRICE
from tests.servers.shortcomings import drawn_as
from tests.services.bench import OPERATOR, SHOPPER

CUT = ("cut_by_edge",)


def drawn(
    style: str = "badge", faults=(), left=(), repairs: int = 0, rejected: int = 0, model: str = "gemini m"
) -> Drawn:
    return Drawn(style, model, faults, left, repairs, Money(rejected))


def test_a_picture_that_came_with_a_fault_has_not_passed_however_it_ended():
    found = turned_out(30, [drawn(), drawn(faults=CUT, repairs=1, rejected=40), drawn(faults=CUT, left=CUT, repairs=2)])
    [style] = found.styles
    assert (style.pictures, style.passed, style.repairs, style.rejected) == (3, 1, 3, Money(40))
    assert style.rate == pytest.approx(1 / 3)
    [fault] = found.faults
    assert (fault.rule, fault.pictures, fault.repairs, fault.mended, fault.rejected) == (*CUT, 2, 3, 1, Money(40))


def test_the_most_drawn_come_first_and_each_model_is_counted_by_itself():
    found = turned_out(30, [drawn("a"), drawn("b"), drawn("b", model="stability s")])
    assert [one.name for one in found.styles] == ["b", "a"]
    assert [(one.name, one.pictures) for one in found.models] == [("gemini m", 2), ("stability s", 1)]


@pytest.mark.parametrize(("passed", "failed", "poor"), [(11, 9, True), (12, 8, False), (0, 19, False), (0, 20, True)])
def test_a_style_under_sixty_per_cent_of_twenty_pictures_is_poor(passed, failed, poor):
    found = turned_out(30, [drawn()] * passed + [drawn(faults=CUT)] * failed)
    assert bool(found.poor) is poor


def test_one_that_is_like_another_could_be_used_and_is_counted_as_found():
    found = turned_out(30, [drawn(), replace(drawn(), alike=True)])
    assert found.styles[0].passed == 2
    [fault] = found.faults
    assert (fault.rule, fault.pictures, fault.mended) == ("alike", 1, 0)


def test_a_shop_counts_what_of_one_brief_is_alike(bench, monkeypatch):
    monkeypatch.setattr(
        "tests.doubles.studio._drawing", lambda request: drawn_as("whole", request.width_px, request.height_px)
    )
    bench.drawn(candidates=2)
    assert {f.rule: f.pictures for f in bench.statistics.turnouts(OPERATOR).faults} == {"alike": 1}


def test_nothing_drawn_is_nothing_counted():
    found = turned_out(30, [])
    assert (found.styles, found.models, found.faults, found.poor) == ((), (), (), ())


def test_a_shop_counts_its_drawings_with_their_repairs_and_what_they_cost(open_a_bench, monkeypatch):
    forms = iter(["cut", "whole", "whole", "blank", "blank"])
    monkeypatch.setattr(
        "tests.doubles.studio._drawing", lambda request: drawn_as(next(forms), request.width_px, request.height_px)
    )
    bench = open_a_bench()
    for seed in range(3):
        bench.drawn(seed=seed)
    found = bench.statistics.turnouts(OPERATOR)
    [style], [model] = found.styles, found.models
    assert (style.name, style.pictures, style.passed, style.repairs) == ("minimal", 3, 1, 2)
    assert model.name == "studio studio-1"
    # the picture that was cut off, and both that are empty
    assert style.rejected == Money(3 * PRICE.micros)
    assert {f.rule: (f.pictures, f.mended) for f in found.faults} == {"cut_by_edge": (1, 1), "blank": (1, 0)}
    bench.clock.forward(40 * 86_400)
    assert bench.statistics.turnouts(OPERATOR).styles == ()
    assert bench.statistics.turnouts(OPERATOR, days=60).styles == found.styles


def test_shoppers_see_none_of_it(bench):
    with pytest.raises(NotAllowed):
        bench.statistics.turnouts(SHOPPER)


def test_a_page_that_is_looked_at_all_day_counts_anew_every_quarter_of_an_hour(bench, monkeypatch):
    statistics, counted = bench.statistics, []
    monkeypatch.setattr(
        type(statistics), "turnouts", lambda *_: counted.append(1) or turned_out(30, [drawn(faults=CUT)] * 20)
    )
    for wait_s, times in ((0, 1), (899, 1), (2, 2)):
        bench.clock.forward(wait_s)
        assert [one.name for one in statistics.poor_styles(OPERATOR)] == ["badge"]
        assert len(counted) == times
    with pytest.raises(NotAllowed):
        statistics.poor_styles(SHOPPER)
