"""Screening in the flow: what is kept of each decision, a shop's own words, an overrule, and a shop that asks nobody outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
import requests

from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import CandidateState
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, ProviderFailed
from pod.model.screening import HouseWords, Verdict
from pod.providers.base import Capabilities, OutcomeKind
from pod.providers.gemini import Gemini, GeminiSettings
from pod.providers.remote import Outside
from pod.services.houserules import Rules
from tests.doubles.studio import Studio, StudioSettings
from tests.services.bench import BRIEF, KEY, OPERATOR, SHOPPER, VIEWER

ADMIN = Caller(DEFAULT_TENANT, "user:root", Role.ADMIN)
MICKEY = "Mickey Mouse on the moon"


@pytest.fixture
def rules(bench):
    return Rules(bench.tools, bench.designs)


def refused(bench, **changes) -> InputRefused:
    with pytest.raises(InputRefused) as error:
        bench.asked(**changes)
    return error.value


def decisions(rules, verdict=""):
    return rules.decisions(OPERATOR, verdict=verdict).items


# --- what is kept


def test_a_refusal_is_kept_with_its_sentence_its_words_and_its_lists(bench, rules):
    error = refused(bench, subject=MICKEY, lettering="hello")
    (kept,) = decisions(rules)
    assert (kept.verdict, kept.sentence, kept.actor) == (Verdict.REFUSED, f"{MICKEY}\nhello", "shopper")
    assert [(hit.words, hit.category) for hit in kept.hits] == [("Mickey Mouse", "character")]
    assert len(kept.list_version) == 12
    assert len(kept.sentence_sha256) == 64
    assert error.details["decision"] == kept.id
    assert kept.brief == replace(BRIEF, subject=MICKEY, lettering="hello")


def test_the_same_sentence_refused_a_hundred_times_is_one_decision(bench, rules):
    assert len({refused(bench, subject=MICKEY).details["decision"] for _ in range(3)}) == 1
    assert len(decisions(rules)) == 1


def test_what_passes_is_kept_with_the_design_that_goes_on(bench, rules):
    design = bench.asked()
    (kept,) = decisions(rules)
    assert (kept.verdict, kept.design_id, kept.hits) == (Verdict.PASSED, design.id, ())


def test_a_refused_sentence_reserves_nothing_and_makes_no_design(bench):
    refused(bench, subject=MICKEY)
    assert bench.designs.page(OPERATOR).items == ()
    assert bench.spent().micros == 0


def test_words_of_an_edit_are_decided_about_as_well(proof):
    rules, design = Rules(proof.tools, proof.designs), proof.proofed()
    with pytest.raises(InputRefused, match="Pepsi"):
        proof.designs.edit(SHOPPER, design.id, lettering="drink Pepsi")
    proof.designs.edit(SHOPPER, design.id, lettering="drink tea")
    kept = {d.sentence: d for d in decisions(rules)}
    assert [(kept[s].verdict, kept[s].design_id) for s in ("drink Pepsi", "drink tea")] == [
        (Verdict.REFUSED, design.id),
        (Verdict.PASSED, design.id),
    ]


def test_decisions_are_for_the_shops_people(rules):
    assert rules.decisions(VIEWER).items == ()
    for look in (rules.decisions, rules.rules):
        with pytest.raises(NotAllowed):
            look(SHOPPER)
    with pytest.raises(InputRefused, match="passed, refused, overruled"):
        rules.decisions(VIEWER, verdict="maybe")


# --- an operator decides


def test_an_overruled_sentence_goes_on_as_it_was_asked_for_and_both_decisions_stay(bench, rules):
    decision = refused(bench, subject=MICKEY, lettering="hello", style="badge").details["decision"]
    design = rules.overrule(OPERATOR, decision, "a licensed fan club")
    assert (design.brief.subject, design.brief.lettering, design.brief.style) == (MICKEY, "hello", "badge")
    bench.run()
    assert bench.candidate(design).state is CandidateState.READY
    by = {d.verdict: d for d in decisions(rules)}
    assert set(by) == set(Verdict)
    assert (by[Verdict.OVERRULED].actor, by[Verdict.OVERRULED].reason) == ("user:ada", "a licensed fan club")
    assert (by[Verdict.PASSED].design_id, len(by[Verdict.PASSED].hits)) == (design.id, 1)


def test_overruling_twice_is_one_design_and_one_decision(bench, rules):
    decision = refused(bench, subject=MICKEY).details["decision"]
    first, again = (rules.overrule(OPERATOR, decision, "licensed") for _ in range(2))
    assert first.id == again.id
    assert len(decisions(rules, "overruled")) == 1


def test_an_overrule_lets_that_sentence_through_to_the_letter_and_no_other(bench, rules):
    rules.overrule(OPERATOR, refused(bench, subject=MICKEY).details["decision"], "licensed")
    assert bench.asked(subject=f"  {MICKEY} ").brief.subject
    refused(bench, subject=f"{MICKEY} again")
    refused(bench, subject=MICKEY, lettering="Pepsi")


def test_overruled_words_of_an_edit_are_set(proof):
    rules, design = Rules(proof.tools, proof.designs), proof.proofed()
    with pytest.raises(InputRefused) as error:
        proof.designs.edit(SHOPPER, design.id, lettering="drink Pepsi")
    again = rules.overrule(OPERATOR, error.value.details["decision"], "the bottler's own party")
    version = proof.designs.version(OPERATOR, design.id, again.current_version_id)
    assert version.recipe.lettering.text == "drink Pepsi"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_is_overruled_without_a_reason(bench, rules, reason):
    decision = refused(bench, subject=MICKEY).details["decision"]
    with pytest.raises(InputRefused) as error:
        rules.overrule(OPERATOR, decision, reason)
    assert error.value.code == "no_reason"
    assert decisions(rules, "overruled") == ()


def test_only_a_refusal_of_ones_own_shop_can_be_overruled_and_only_by_operators(bench, rules):
    decision = refused(bench, subject=MICKEY).details["decision"]
    for caller in (SHOPPER, VIEWER):
        with pytest.raises(NotAllowed):
            rules.overrule(caller, decision, "please")
    with pytest.raises(NotFound):
        rules.overrule(replace(OPERATOR, tenant_id="other"), decision, "not mine")
    rules.overrule(OPERATOR, decision, "licensed")
    with pytest.raises(Conflict):
        rules.overrule(OPERATOR, decisions(rules, "overruled")[0].id, "again")


# --- a shop's own words


def test_a_shops_own_word_is_refused_there_with_its_own_offer_and_names_its_list(bench, rules):
    ours = decisions_version(bench, rules)
    rules.refuse_word(OPERATOR, "Acme Corp", "a shop of your own")
    error = refused(bench, subject="the acme-corp tower")
    assert (error.code, error.details["rewording"]) == ("screened_house", "a shop of your own tower")
    assert decisions(rules, "refused")[0].list_version.startswith(f"{ours}-")
    rules.drop_word(OPERATOR, "Acme Corp")
    assert bench.asked(subject="the acme-corp tower").id


def decisions_version(bench, rules) -> str:
    bench.asked()
    return decisions(rules)[0].list_version


def test_a_licensed_name_passes_and_says_why(bench, rules):
    rules.allow_word(OPERATOR, "the Gruffalo", "licensed until 2028")
    assert bench.asked(subject="the Gruffalo in a wood").id
    assert rules.rules(VIEWER).words.allowed[0].why == "licensed until 2028"
    refused(bench, subject="the Gruffalo and Snoopy")


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda rules: rules.allow_word(OPERATOR, "swastika", "it is art"), "not_allowable"),
        (lambda rules: rules.allow_word(OPERATOR, "snoopy", " "), "no_reason"),
        (lambda rules: rules.refuse_word(OPERATOR, "x"), "house_word"),
        (lambda rules: rules.refuse_word(OPERATOR, "1234"), "house_word"),
        (lambda rules: rules.refuse_word(OPERATOR, "a" * 65), "house_word"),
        (lambda rules: rules.refuse_word(OPERATOR, "acme", "a better acme"), "instead_refused"),
        (lambda rules: rules.refuse_word(OPERATOR, "acme", "Mickey Mouse"), "instead_refused"),
    ],
)
def test_a_word_that_makes_no_sense_is_refused_and_nothing_changes(rules, ask, code):
    with pytest.raises(InputRefused) as error:
        ask(rules)
    assert error.value.code == code
    assert rules.rules(VIEWER).words == HouseWords()


def test_another_tenant_knows_nothing_of_a_shops_words(bench, rules):
    rules.refuse_word(OPERATOR, "acme")
    other = replace(SHOPPER, tenant_id="other")
    assert bench.designs.request_design(other, replace(BRIEF, subject="the acme tower"), idempotency_key=KEY).id


def test_trying_a_sentence_keeps_nothing(rules):
    assert [e.details["words"] for e in rules.tried(VIEWER, "Pepsi at night")] == ["Pepsi"]
    assert rules.tried(VIEWER, "tea at night") == ()
    assert decisions(rules) == ()


# --- nobody outside is asked


class OwnMachine(Studio):
    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, self_hosted=True)


@pytest.fixture
def calls(monkeypatch) -> list[str]:
    """Every request that would leave this process, refused at the last moment."""
    left: list[str] = []

    def send(_self, request, **_):
        left.append(request.url)
        raise requests.ConnectionError("nobody is there")

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    return left


@pytest.fixture
def with_gemini(open_a_bench, tmp_path):
    gemini = Gemini(GeminiSettings(api_key="k", base_url="http://127.0.0.1:9"), Outside())
    own = OwnMachine(StudioSettings(str(tmp_path / "own")), name="own")
    return open_a_bench(more_providers={"gemini": gemini, "own": own})


def test_a_shop_that_forbids_services_outside_has_its_pictures_drawn_on_its_own_machines(with_gemini, calls):
    bench = with_gemini
    Rules(bench.tools, bench.designs).ask_outside(ADMIN, allowed=False)
    design = bench.drawn()
    assert [row.provider for row in bench.ledger(design)] == ["own"]
    assert bench.studio.asked == []
    assert calls == []


def test_and_where_it_forbids_nothing_they_are_asked_in_the_shops_order(with_gemini, calls):
    bench = with_gemini
    bench.studio.submits.append(OutcomeKind.MODEL_GONE)
    bench.drawn()
    assert len(bench.studio.asked) == 1
    assert calls


@pytest.mark.parametrize("wanted", ["gemini", "studio"])
def test_a_service_outside_that_is_asked_for_by_name_is_refused_and_says_why(with_gemini, calls, wanted):
    bench = with_gemini
    Rules(bench.tools, bench.designs).ask_outside(ADMIN, allowed=False)
    with pytest.raises(ProviderFailed, match=f"{wanted}: this shop asks no service outside"):
        bench.asked(provider=wanted)
    assert (bench.studio.asked, calls) == ([], [])


def test_another_tenant_may_still_ask_outside(with_gemini, calls):
    bench = with_gemini
    Rules(bench.tools, bench.designs).ask_outside(replace(ADMIN, tenant_id="other"), allowed=False)
    bench.drawn()
    assert len(bench.studio.asked) == 1


def test_what_was_reserved_outside_moves_home_when_it_is_forbidden_before_it_was_sent(with_gemini, calls):
    bench = with_gemini
    design = bench.asked()
    assert bench.states(design) == ["reserved"]
    Rules(bench.tools, bench.designs).ask_outside(ADMIN, allowed=False)
    bench.run()
    assert [(row.provider, row.state.value) for row in bench.ledger(design)] == [
        ("studio", "released"),
        ("own", "settled"),
    ]
    assert (bench.studio.asked, calls) == ([], [])


def test_only_administrators_say_whether_sentences_may_leave_the_house(rules):
    with pytest.raises(NotAllowed):
        rules.ask_outside(OPERATOR, allowed=False)
