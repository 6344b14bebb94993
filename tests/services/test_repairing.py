"""The ladder, rung by rung, by real adapters against test servers that return bad pictures and count what they charge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pytest

from pod.http import any_address
from pod.model.artwork import MendKind
from pod.model.budget import Budgets
from pod.model.design import Candidate, CandidateState, Design, DesignState
from pod.model.errors import Conflict, NotAllowed, TooManyRequests
from pod.model.listing import Needs
from pod.model.money import Money
from pod.model.repair import Repair, Way, left_in
from pod.providers.base import Frame, Provider
from pod.providers.gemini import Gemini, GeminiSettings
from pod.providers.remote import Outside
from pod.providers.stability import Stability, StabilitySettings
from pod.services import asking, repairing
from pod.services.books import Books
from pod.services.generation import Generation
from pod.services.redrawing import Redrawing
from tests.doubles.studio import Fault, Studio, StudioSettings
from tests.servers.gemini import KEY as GEMINI_KEY
from tests.servers.gemini import GeminiService
from tests.servers.shortcomings import drawn_as
from tests.servers.stability import KEY as STABILITY_KEY
from tests.servers.stability import StabilityService
from tests.services.bench import OPERATOR, SHOPPER, Bench

WHILE_S = 900


@dataclass
class Shop:
    """Gemini draws and edits; Stability draws; what this machine draws is a studio's disc, for nothing."""

    bench: Bench
    gemini: GeminiService
    stability: StabilityService

    def drawn(self, *forms: str, elsewhere: tuple[str, ...] = (), **changes: object) -> Design:
        self.gemini.returns(*forms)
        self.stability.returns(*elsewhere)
        design = self.bench.drawn(**changes)
        self.bench.wait(WHILE_S)  # for a turn: the service bears only so many calls a minute
        return self.bench.design(design)

    def candidate(self, design: Design) -> Candidate:
        return self.bench.candidate(design)

    def steps(self, design: Design) -> list[tuple[Way, bool]]:
        return [(step.way, step.kept) for step in self.candidate(design).repairs]

    @property
    def charged(self) -> tuple[int, int]:
        return len(self.gemini.charged), len(self.stability.charged)

    def drew(self, design: Design) -> str:
        return self.bench.designs.artwork(OPERATOR, self.candidate(design).artwork_id).provenance.provider


def small(provider: Provider) -> Provider:
    """Its smallest size is enough here."""
    provider._models = tuple(
        replace(m, frames=tuple(f for f in m.frames if f.size == min(m.frames, key=_area).size))
        for m in provider._models
        if m.frames
    )
    return provider


def _area(frame: Frame) -> int:
    return frame.width_px * frame.height_px


class LocalStudio(Studio):
    """What draws with this machine's own processor."""

    @property
    def capabilities(self):
        return replace(super().capabilities, local_cpu=True)


@pytest.fixture
def open_shop(open_a_bench, tmp_path) -> Iterator[Callable[..., Shop]]:
    with ExitStack() as running:

        def opening(*, local: bool = True, only: str = "", **choices: object) -> Shop:
            gemini, stability = running.enter_context(GeminiService()), running.enter_context(StabilityService())
            outside = Outside(links=any_address)
            made: Mapping[str, Provider] = {
                "gemini": small(Gemini(GeminiSettings(api_key=GEMINI_KEY, base_url=gemini.url), outside)),
                "stability": Stability(StabilitySettings(api_key=STABILITY_KEY, base_url=stability.url), outside),
                "local": LocalStudio(StudioSettings(str(tmp_path / "local")), name="local", price=Money(0)),
            }
            bench = open_a_bench(**{"repairs": 2, **choices})
            left_out = set() if local else {"local"}
            bench.tools.providers = {n: p for n, p in made.items() if n not in left_out and only in ("", n)}
            return Shop(bench, gemini, stability)

        yield opening


def states(shop: Shop, design: Design) -> list[tuple[str, str]]:
    return [(row.provider, row.state.value) for row in shop.bench.ledger(design)]


# --- no rung


def test_a_picture_that_is_in_order_is_asked_for_once(open_shop):
    shop = open_shop()
    design = shop.drawn("whole")
    assert (shop.steps(design), shop.charged) == ([], (1, 0))
    assert design.state is DesignState.ARTWORK_READY


def test_what_costs_nothing_to_mend_is_mended_and_not_asked_for_again(open_shop):
    shop = open_shop()
    design = shop.drawn()  # the server's usual disc, off the middle on a white ground
    assert left_in(shop.candidate(design).findings) == {}
    assert (shop.steps(design), shop.charged) == ([], (1, 0))


# --- rung by rung


def test_first_whoever_drew_it_is_given_it_and_told_what_to_change(open_shop):
    shop = open_shop()
    design = shop.drawn("cut", "whole")
    assert (shop.steps(design), shop.charged) == ([(Way.EDIT, True)], (2, 0))
    [step] = shop.candidate(design).repairs
    assert step.reasons == ("cut_by_edge",)
    assert step.left["cut_by_edge"].endswith("%")
    assert (step.found, step.worse, step.outcome) == ({}, (), "better")
    first, second = shop.gemini.paid_calls()
    assert b"inlineData" not in first.body
    assert b"inlineData" in second.body
    assert "Zoom out and complete the subject" in second.body.decode()
    assert left_in(shop.candidate(design).findings) == {}
    assert states(shop, design) == [("gemini", "settled")] * 2


def test_then_it_draws_another_with_the_rule_said_more_strongly(open_shop):
    shop = open_shop()
    design = shop.drawn("cut", "cut", "whole")
    assert shop.steps(design) == [(Way.EDIT, False), (Way.REROLL, True)]
    assert shop.charged == (3, 0)
    third = shop.gemini.paid_calls()[-1].body.decode()
    assert "Show the complete subject from end to end" in third
    assert "inlineData" not in third
    seeds = {step.seed for step in shop.candidate(design).repairs}
    assert len(seeds | {shop.candidate(design).seed}) == 3
    assert shop.candidate(design).prompt.slots["stronger"].startswith("Show the complete subject")


def test_what_cannot_be_edited_away_goes_to_the_next_drawing_and_then_to_another_service(open_shop):
    shop = open_shop()
    design = shop.drawn("blank", "blank", elsewhere=("whole",))
    assert shop.steps(design) == [(Way.REROLL, False), (Way.ELSEWHERE, True)]
    assert (shop.charged, shop.drew(design)) == ((2, 1), "stability")
    assert states(shop, design) == [("gemini", "settled"), ("gemini", "settled"), ("stability", "settled")]


def test_then_this_machine_draws_it_for_nothing(open_shop):
    shop = open_shop()
    design = shop.drawn("blank", "blank", elsewhere=("blank",))
    assert [way for way, _ in shop.steps(design)] == [Way.REROLL, Way.ELSEWHERE, Way.EMBEDDED]
    assert (shop.charged, shop.drew(design)) == ((2, 1), "local")
    assert (design.state, shop.candidate(design).findings.blocked) == (DesignState.ARTWORK_READY, ())


def test_at_last_a_person_has_it_with_a_sentence_and_it_stands_in_the_queue(open_shop):
    shop = open_shop(local=False)
    design = shop.drawn("blank", "blank", elsewhere=("blank",))
    assert design.state is DesignState.WAITING_CUSTOMER
    assert "2 more times" in design.reason
    assert "another sentence" in design.reason
    with shop.bench.store.reading() as tx:
        [waiting] = tx.designs.page("main", needs=Needs.REPAIR).items
    assert waiting.id == design.id
    assert shop.charged == (2, 1)


@pytest.mark.parametrize(
    ("came", "ways", "charged", "drew"),
    [
        (["signed"], [], 1, "gemini"),
        (["slab", "signed"], [Way.EDIT], 2, "gemini"),
        (["slab", "slab", "signed"], [Way.EDIT, Way.REROLL], 3, "gemini"),
        (["slab", "slab", "slab"], [Way.EDIT, Way.REROLL, Way.EMBEDDED], 3, "local"),
    ],
    ids=["mended here", "edited", "drawn again", "drawn here"],
)
def test_no_rung_is_climbed_while_a_lower_one_does_and_none_is_paid_beyond_the_second(
    open_shop, came, ways, charged, drew
):
    """Another service would be the third to be paid: this machine comes before it then. Each name in a corner is erased."""
    shop = open_shop()
    design = shop.drawn(*came)
    assert [way for way, _ in shop.steps(design)] == ways
    assert [kept for _, kept in shop.steps(design)] == [way is ways[-1] for way in ways]
    assert (shop.charged, shop.drew(design)) == ((charged, 0), drew)
    assert (design.state, left_in(shop.candidate(design).findings)) == (DesignState.ARTWORK_READY, {})
    artwork = shop.bench.designs.artwork(OPERATOR, shop.candidate(design).artwork_id)
    erased = MendKind.ERASE_MARKS in {step.kind for step in artwork.mending}
    assert erased == (drew == "gemini")


def test_a_name_on_an_own_picture_is_the_persons_and_stays(open_shop):
    shop = open_shop()
    upload = shop.bench.pictures.upload(SHOPPER, drawn_as("signed", 900, 900), "mine.png")
    design = shop.drawn(upload_id=upload.id, subject="")
    artwork = shop.bench.designs.artwork(OPERATOR, shop.candidate(design).artwork_id)
    assert not artwork.asked.wordless
    assert MendKind.ERASE_MARKS not in {step.kind for step in artwork.mending}
    assert "stray_words" in left_in(shop.candidate(design).findings)


# --- what it may cost


@pytest.mark.parametrize(("repairs", "charged"), [(0, (1, 0)), (1, (2, 0)), (2, (2, 1))])
def test_no_more_better_pictures_are_paid_for_than_the_shop_allows(open_shop, repairs, charged):
    shop = open_shop(repairs=repairs)
    shop.gemini.returns(*["blank"] * 9)
    shop.stability.returns(*["blank"] * 9)
    design = shop.drawn()
    assert shop.charged == charged
    assert shop.drew(design) == "local", "what costs nothing is tried in any case"


def test_control_a_ladder_that_asks_until_it_is_good_is_charged_without_an_end(open_shop, monkeypatch):
    monkeypatch.setattr(repairing, "_next", _naive)
    monkeypatch.setattr(asking, "paid_repairs", lambda *_: 0)
    shop = open_shop(only="gemini")
    shop.gemini.returns(*["blank"] * 6, "whole")
    shop.drawn()
    assert shop.charged == (7, 0)


def _naive(tools, tx, me, candidate) -> Repair | None:
    if not candidate.findings.blocked:
        return None
    step = repairing._step(candidate, Way.REROLL, ("blank",), candidate.prompt)
    return replace(step, among=("gemini",))


def test_a_budget_that_does_not_hold_it_is_kept_to_and_said(open_shop):
    shop = open_shop(only="gemini")
    shop.gemini.returns("cut")
    design = shop.bench.asked()
    [row] = shop.bench.ledger(design)
    shop.bench.tools.budgets = Budgets(row.estimate)
    shop.bench.run()
    steps = shop.candidate(design).repairs
    assert [(s.way, s.kept, s.after) for s in steps] == [(Way.EDIT, False, ""), (Way.REROLL, False, "")]
    assert all("does not hold another picture" in s.outcome for s in steps)
    assert (shop.candidate(design).state, shop.charged) == (CandidateState.READY, (1, 0))


def test_a_brief_that_names_its_service_goes_to_no_other(open_shop):
    shop = open_shop()
    design = shop.drawn("blank", "blank", provider="gemini")
    assert shop.steps(design) == [(Way.REROLL, False)]
    assert shop.charged == (2, 0)


# --- which picture stays


def test_a_picture_in_which_another_check_got_worse_does_not_take_the_others_place(open_shop):
    shop = open_shop(only="gemini", repairs=1)
    design = shop.drawn("cut", "slab")
    [step] = shop.candidate(design).repairs
    assert (step.kept, step.worse) == (False, ("black_slab",))
    assert "cut_by_edge" in left_in(shop.candidate(design).findings)
    artwork = shop.bench.designs.artwork(OPERATOR, shop.candidate(design).artwork_id)
    assert artwork.id == step.before != step.after
    assert shop.bench.files.verify(shop.bench.designs.artwork(OPERATOR, step.after).file), (
        "it was paid for, and is kept"
    )


def test_one_that_prints_takes_the_place_of_one_that_does_not_whatever_else_it_has(open_shop):
    shop = open_shop(only="gemini", repairs=1)
    design = shop.drawn("slab", "scene")
    [step] = shop.candidate(design).repairs
    assert (step.kept, step.outcome) == (True, "it prints, and the other did not")
    assert "ground_not_flat" in step.worse


def test_every_step_and_what_was_asked_stand_in_the_recipe(open_shop):
    shop = open_shop(only="gemini")
    design = shop.drawn("cut", "whole")
    recipe = shop.bench.designs.choose(SHOPPER, design.id, 1).recipe
    [step] = recipe.repairs
    assert (step.way, step.kept) == (Way.EDIT, True)
    assert recipe.asked.ground == shop.candidate(design).prompt.key_rgb
    assert (recipe.asked.cloth_rgb, recipe.asked.palette) == ("#ffffff", ())
    assert recipe.asked.width_mm > 80
    assert type(recipe).from_json(recipe.to_json()) == recipe


def test_inks_that_a_person_chose_are_asked_about_and_a_styles_own_are_not(open_shop):
    shop = open_shop(only="gemini")
    chosen = shop.drawn("whole", palette=("#283c8c", "#e6b43c"))
    assert left_in(shop.candidate(chosen).findings) == {}
    others = shop.drawn("whole", palette=("#d2392b", "#1c1c1c"))
    assert left_in(shop.candidate(others).findings) == {"off_palette": "100 %"}
    assert shop.steps(others) == [], "it is shown, and somebody may like it"


def test_a_flat_drawing_in_inks_a_little_off_is_drawn_in_the_chosen_ones_for_nothing(open_shop):
    shop = open_shop(only="gemini")
    design = shop.drawn("whole", palette=("#3a4ea6", "#eec864"))
    assert left_in(shop.candidate(design).findings) == {}
    assert shop.charged == (1, 0)
    recipe = shop.bench.designs.choose(SHOPPER, design.id, 1).recipe
    assert recipe.asked.flat_inks
    [step] = [step for step in recipe.mending if step.kind is MendKind.QUANTISE]
    assert {pair.split(">")[1] for pair in str(step.values["inks"]).split()} <= {"#3a4ea6", "#eec864"}


# --- whatever becomes of a call


@pytest.mark.parametrize(
    ("mode", "charged", "state"), [("cut", 2, "unknown"), ("image safety", 2, "settled"), ("invalid", 2, "released")]
)
def test_a_repair_without_a_picture_leaves_the_one_that_is_there(open_shop, mode, charged, state):
    shop = open_shop(only="gemini", repairs=1)
    shop.gemini.play("ok", mode)
    design = shop.drawn("cut")
    candidate = shop.candidate(design)
    assert (candidate.state, shop.charged[0]) == (CandidateState.READY, charged)
    assert (candidate.repairs[0].after, candidate.repairs[0].kept) == ("", False)
    assert candidate.repairs[0].outcome
    assert states(shop, design)[1] == ("gemini", state)


def test_a_lost_repair_is_not_repeated_even_where_lost_pictures_are(open_shop):
    shop = open_shop(only="gemini", repairs=1, on_unknown="repeat")
    shop.gemini.play("ok", "cut")
    design = shop.drawn("cut")
    assert states(shop, design) == [("gemini", "settled"), ("gemini", "unknown")]
    assert shop.charged == (2, 0)


@pytest.mark.parametrize(("at", "charged"), [("ledger_after_intent", 1), ("model_after_answer", 2)])
def test_a_repair_that_broke_off_is_asked_about_and_never_paid_twice(open_shop, monkeypatch, at, charged):
    """The service that draws here cannot be asked about a call: it counts as paid, and is not made again."""
    shop = open_shop(only="gemini", repairs=1)
    passed = []

    def dies_in_the_repair(point: str) -> None:
        passed.append(point)
        if point == at and passed.count(at) == 2:
            raise RuntimeError("killed")

    monkeypatch.setattr("pod.services.generation.fail_at", dies_in_the_repair)
    design = shop.drawn("cut", "whole")
    shop.bench.wait(600)
    assert shop.charged == (charged, 0)
    candidate = shop.candidate(design)
    assert (candidate.state, states(shop, design)) == (
        CandidateState.READY,
        [("gemini", "settled"), ("gemini", "unknown")],
    )
    assert "cut_by_edge" in left_in(candidate.findings)


def test_a_repair_that_can_be_looked_up_is_found_after_it_broke_off(open_a_bench, monkeypatch):
    bench = open_a_bench(studio={"finds_by_key": True})
    monkeypatch.setattr("tests.doubles.studio._drawing", _cut_then_whole())
    bench.studio.submits.extend([None, Fault.CRASH, None])
    design = bench.drawn()
    bench.wait(600)
    assert [row.state.value for row in bench.ledger(design)].count("settled") == 2
    assert len(bench.studio.charged) == 2
    assert [step.kept for step in bench.candidate(design).repairs] == [True]


def _cut_then_whole() -> Callable[..., bytes]:
    forms = iter(["cut", "whole", "whole"])
    return lambda request: drawn_as(next(forms), request.width_px, request.height_px)


def test_an_own_picture_is_never_drawn_anew(open_shop):
    shop = open_shop()
    upload = shop.bench.pictures.upload(SHOPPER, drawn_as("slab", 900, 900), "mine.png")
    design = shop.drawn(upload_id=upload.id, subject="")
    assert (shop.steps(design), shop.charged) == ([], (0, 0))
    assert shop.candidate(design).findings.blocked


def test_a_job_that_is_put_aside_leaves_the_picture_that_is_there(open_shop, monkeypatch):
    shop = open_shop(only="gemini")
    first_call = Generation._first_call

    def breaks(generation, tx, me, design, candidate, *more):
        if candidate.repair:
            raise RuntimeError("planted")
        return first_call(generation, tx, me, design, candidate, *more)

    monkeypatch.setattr(Generation, "_first_call", breaks)
    design = shop.drawn("cut")
    shop.bench.wait(36_000)
    candidate = shop.candidate(design)
    assert (candidate.state, shop.charged) == (CandidateState.READY, (1, 0))
    assert not candidate.repairs[-1].under_way
    assert shop.bench.parked() != []


def test_a_lost_repair_is_booked_by_a_person_and_not_repeated(open_shop):
    shop = open_shop(only="gemini", repairs=1)
    shop.gemini.play("ok", "cut")
    design = shop.drawn("cut")
    lost = shop.bench.ledger(design)[1]
    books = Books(shop.bench.tools, shop.bench.designs)
    with pytest.raises(Conflict) as refused:
        books.repeat(OPERATOR, lost.id)
    assert refused.value.code == "picture_is_there"
    assert books.settle(OPERATOR, lost.id, charged=True).state.value == "settled"


# --- when a person asks


def blocked(open_shop: Callable[..., Shop], **choices: object) -> tuple[Shop, Design]:
    """A drawing that came black, and that the shop does not ask for again by itself."""
    shop = open_shop(**{"only": "gemini", "repairs": 0, **choices})
    design = shop.drawn("blank")
    assert (design.state, shop.charged) == (DesignState.WAITING_CUSTOMER, (1, 0))
    return shop, design


def test_an_operator_has_a_blocked_picture_drawn_once_more_and_once_for_each_click(open_shop):
    shop, design = blocked(open_shop)
    shop.gemini.returns("whole")
    redrawing = Redrawing(shop.bench.tools)
    redrawing.redraw(OPERATOR, design.id, seen=design.revision)
    assert states(shop, design) == [("gemini", "settled"), ("gemini", "reserved")], "before anybody is asked"
    for seen in (None, design.revision):
        with pytest.raises(Conflict):
            redrawing.redraw(OPERATOR, design.id, seen=seen)
    shop.bench.run()
    shop.bench.wait(WHILE_S)
    assert shop.charged == (2, 0)
    assert shop.bench.design(design).state is DesignState.ARTWORK_READY
    [step] = shop.candidate(design).repairs
    assert (step.kept, step.asked_by) == (True, OPERATOR.actor)
    with pytest.raises(Conflict) as refused:
        redrawing.redraw(OPERATOR, design.id)
    assert refused.value.code == "nothing_blocked"


def test_each_time_that_a_person_asks_one_more_is_paid_for_and_no_second_by_itself(open_shop):
    shop, design = blocked(open_shop)
    for asked in (1, 2):
        shop.gemini.returns("blank")
        Redrawing(shop.bench.tools).redraw(OPERATOR, design.id)
        shop.bench.run()
        shop.bench.wait(WHILE_S)
        assert shop.charged == (1 + asked, 0)
    assert [step.way for step in shop.candidate(design).repairs] == [Way.REROLL, Way.REROLL]
    assert shop.bench.design(design).state is DesignState.WAITING_CUSTOMER


def test_what_the_budget_does_not_hold_is_not_asked_for_and_nothing_changes(open_shop):
    shop, design = blocked(open_shop)
    shop.bench.tools.budgets = Budgets(shop.bench.ledger(design)[0].estimate)
    with pytest.raises(TooManyRequests):
        Redrawing(shop.bench.tools).redraw(OPERATOR, design.id)
    shop.bench.run()
    assert shop.bench.design(design).state is DesignState.WAITING_CUSTOMER
    assert (shop.candidate(design).repairs, shop.charged) == ((), (1, 0))
    assert states(shop, design) == [("gemini", "settled")]


def test_a_shopper_has_nothing_drawn_at_the_shops_cost(open_shop):
    shop, design = blocked(open_shop)
    with pytest.raises(NotAllowed):
        Redrawing(shop.bench.tools).redraw(SHOPPER, design.id)
