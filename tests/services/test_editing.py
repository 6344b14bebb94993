"""Edits: read by rule, never paid twice, measured against the picture before, and undone for nothing."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pod.drawing import read_svg
from pod.jobs.claim import run_one
from pod.model.caller import Caller, Role
from pod.model.design import CandidateState, DesignState
from pod.model.edit import Edit, TouchKind
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, ProviderFailed, TooManyRequests, TooMuchWork
from pod.model.job import Lane
from pod.model.money import Money
from pod.model.product import Wrap
from pod.model.proof import ApprovalRole
from pod.providers.base import OutcomeKind
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from pod.services.asking import cannot_edit
from pod.services.books import Books
from pod.services.editing import Wish
from tests.doubles.studio import PRICE, Fault
from tests.services.bench import KEY, OPERATOR, SHOPPER

HAT = Wish("give it a hat")
OTHER = Caller("other", "shopper", Role.SHOPPER)
EDITS = {"studio": {"edits": True}}


@pytest.fixture
def editor(with_a_proof):
    """A shop with a proofed design, whose image service makes edits."""
    return with_a_proof(**EDITS)


def ask(bench, wish=HAT, caller=SHOPPER, **how):
    return bench.edits.ask(caller, bench.proofed().id, wish, **how)


def draw(bench):
    """Pictures only: print files are not the point of most tests here."""
    while run_one(bench.store, bench.work(), Lane.MODEL, "bench"):
        pass


def edited(bench, wish=HAT, *, of=None):
    """The design, its edit's candidate and that one's artwork, once that is drawn."""
    design = of or bench.proofed()
    bench.edits.ask(SHOPPER, design.id, wish)
    draw(bench)
    design = bench.design(design)
    candidate = design.candidates[-1]
    artwork = bench.designs.artwork(SHOPPER, candidate.artwork_id) if candidate.artwork_id else None
    return design, candidate, artwork


def now(bench, design):
    return bench.designs.version(SHOPPER, design.id, bench.design(design).current_version_id)


# --- what no model is asked about


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("change the words to “GOOD NIGHT”", "GOOD NIGHT"), ("make it say 'hello'", "hello")],
)
def test_words_that_are_asked_for_in_a_sentence_are_set_and_nothing_is_drawn(editor, sentence, words):
    made = ask(editor, Wish(sentence))
    assert made.version is not None
    assert made.version.recipe.lettering.text == words
    assert (editor.studio.told, len(editor.studio.charged)) == ([], 1)


def test_a_cloth_that_is_asked_for_in_a_sentence_is_taken_and_nothing_is_drawn(open_a_bench):
    bench = open_a_bench(**EDITS)
    design = bench.drawn(product="tee", cloth="white")
    bench.designs.choose(SHOPPER, design.id, 1)
    made = bench.edits.ask(SHOPPER, design.id, Wish("change the shirt to navy and the words to HELLO"))
    assert (made.version.recipe.cloth, made.version.recipe.lettering.text) == ("navy", "HELLO")
    with pytest.raises(InputRefused, match="does not come in"):
        bench.edits.ask(SHOPPER, design.id, Wish("change the shirt to crimson"))
    assert bench.studio.told == []
    assert len(bench.ledger(design)) == 1


def test_a_shadow_is_drawn_here_and_costs_nothing(editor):
    design, candidate, artwork = edited(editor, Wish("add a drop shadow"))
    assert design.state is DesignState.PREPARING
    assert candidate.state is CandidateState.READY
    assert (editor.studio.told, len(editor.studio.charged), len(editor.ledger(design))) == ([], 1, 1)
    assert artwork.provenance.provider == editor.studio.name
    assert artwork.change.registered
    assert 0 < artwork.change.changed < 0.2
    assert (now(editor, design).n, now(editor, design).recipe.artwork.artwork_id) == (2, artwork.id)


def test_a_background_that_is_gone_already_is_said_to_be(editor):
    design, candidate, _ = edited(editor, Wish("remove the background"))
    assert (candidate.state, candidate.outcome) == (CandidateState.FAILED, "no_ground")
    assert design.state is DesignState.PROOF_READY
    assert now(editor, design).n == 1


# --- what is drawn


def test_what_has_to_be_drawn_is_drawn_from_the_picture_and_becomes_the_next_version(editor):
    before = editor.proofed()
    design, candidate, artwork = edited(editor)
    assert (design.state, now(editor, design).n) == (DesignState.PREPARING, 2)
    assert now(editor, design).recipe.artwork.artwork_id == artwork.id
    assert [row.state.value for row in editor.ledger(design)] == ["settled", "settled"]
    assert editor.spent() == Money(2 * PRICE.micros)
    [told], [given] = editor.studio.told, editor.studio.given
    assert told.startswith("Give it a hat.")
    with Image.open(io.BytesIO(given)) as picture:
        assert picture.mode == "RGB", "what is clear is no black and no checkerboard to a service"
        assert picture.size == (800, 800)
    assert design.drawings == before.candidates
    assert candidate.edit.instruction == "give it a hat"


def test_the_change_is_measured_and_shown_beside_the_picture_before(editor):
    _, _, artwork = edited(editor)
    change = artwork.change
    assert change.registered
    assert change.shift == pytest.approx(0, abs=0.001)
    assert change.scale == pytest.approx(1, abs=0.001)
    assert change.elsewhere < 0.001
    assert (change.region.left, change.region.top) == pytest.approx((0.4, 0.4), abs=0.01)
    assert (change.region.width, change.region.height) == pytest.approx((0.2, 0.1), abs=0.01)
    with Image.open(io.BytesIO(editor.files.open(artwork.beside))) as shown:
        assert shown.width == 2 * shown.height + 16
    with editor.store.reading() as tx:
        assert artwork.beside.key in tx.designs.files_in_use(), "the sweep leaves it"


def test_a_picture_that_moved_though_nobody_asked_is_found_out(with_a_proof):
    bench = with_a_proof(studio={"edits": True, "drift_px": (24, 0)})
    _, candidate, artwork = edited(bench)
    assert artwork.change.shift_right == pytest.approx(0.03, abs=0.001)
    found = {f.rule: f for f in candidate.findings.found}
    assert found["edit_shift"].measured == "3.0 %"
    assert found["edit_shift"].way_out


def test_a_picture_that_was_edited_can_be_edited_again(editor):
    first, _, _ = edited(editor)
    design, candidate, _ = edited(editor, Wish("now a scarf"), of=first)
    assert now(editor, design).n == 3
    assert len(editor.studio.charged) == 3
    one, other = editor.studio.given
    assert one != other
    assert candidate.edit.root == 1


def test_words_and_cloth_of_the_same_sentence_come_with_the_picture(open_a_bench):
    bench = open_a_bench(**EDITS)
    design = bench.drawn(product="tee", cloth="white", lettering="READ ON")
    bench.designs.choose(SHOPPER, design.id, 1)
    edited(bench, Wish("give it a hat and change the shirt to navy"), of=design)
    recipe = now(bench, design).recipe
    assert (recipe.cloth, recipe.lettering.text) == ("navy", "READ ON")
    assert bench.studio.told[0].startswith("Give it a hat.")
    assert "navy" not in bench.studio.told[0]


# --- never twice


def test_the_same_key_is_the_same_edit_paid_for_once(editor):
    first = ask(editor, idempotency_key=KEY)
    again = ask(editor, idempotency_key=KEY)
    draw(editor)
    later = editor.edits.ask(SHOPPER, first.candidate.design_id, HAT, idempotency_key=KEY)
    assert (first.new, again.new, later.new) == (True, False, False)
    assert first.candidate.n == again.candidate.n == later.candidate.n == 2
    assert len(editor.studio.told) == 1
    with pytest.raises(InputRefused, match="used for another request"):
        editor.edits.ask(SHOPPER, first.candidate.design_id, Wish("give it a scarf"), idempotency_key=KEY)


def test_the_same_key_is_the_same_change_of_words(editor):
    first = ask(editor, Wish(lettering="HELLO"), idempotency_key=KEY)
    again = editor.edits.ask(SHOPPER, first.version.design_id, Wish(lettering="HELLO"), idempotency_key=KEY)
    assert (again.version, again.new) == (first.version, False)


def test_while_one_edit_is_drawn_no_second_is_begun(editor):
    ask(editor)
    with pytest.raises(Conflict, match="being drawn already"):
        ask(editor)
    draw(editor)
    assert len(editor.studio.told) == 1


def test_where_the_picture_that_is_to_be_changed_cannot_be_read_nobody_is_asked_and_nothing_is_owed(editor):
    editor.offload.breaks.append(TooMuchWork("too_much_work", "It needs too much."))
    design, candidate, _ = edited(editor)
    assert candidate.state is CandidateState.DRAWING
    assert (editor.states(design), editor.studio.told) == (["settled", "released"], [])
    editor.clock.forward(60)
    draw(editor)
    assert editor.design(design).candidates[-1].state is CandidateState.READY
    assert editor.states(design) == ["settled", "released", "settled"]
    assert len(editor.studio.charged) == 2


def test_a_lost_answer_is_not_asked_for_again_by_a_shopper_and_an_operator_may(editor):
    editor.studio.submits.append(Fault.ANSWER_LOST)
    design, candidate, _ = edited(editor)
    assert (candidate.state, candidate.outcome) == (CandidateState.FAILED, OutcomeKind.UNKNOWN.value)
    assert (design.state, now(editor, design).n) == (DesignState.PROOF_READY, 1)
    assert editor.states(design) == ["settled", "unknown"]
    with pytest.raises(NotAllowed, match="may have been paid"):
        ask(editor)
    assert ask(editor, caller=OPERATOR).candidate.n == 3
    draw(editor)
    assert sorted(editor.states(design)) == ["settled", "settled", "unknown"]
    assert now(editor, design).n == 2


def test_a_budget_that_does_not_hold_the_edit_refuses_it_before_anything_is_kept(with_a_proof):
    bench = with_a_proof(budget=Money(PRICE.micros * 3 // 2), **EDITS)
    design = bench.proofed()
    with pytest.raises(TooManyRequests, match="does not hold another picture"):
        ask(bench)
    assert bench.design(design).candidates == design.candidates
    assert len(bench.ledger(design)) == 1


# --- refusals


def test_where_nobody_edits_the_way_out_is_said_before_anything_is_kept(proof):
    design = proof.proofed()
    with pytest.raises(ProviderFailed) as refused:
        ask(proof)
    assert refused.value.code == "no_editor"
    assert "makes no edits" in refused.value.details["why"]
    assert "another sentence" in refused.value.hint
    assert proof.design(design).candidates == design.candidates


def test_a_block_leaves_the_design_as_it_was_and_says_why(editor):
    editor.studio.submits.append(OutcomeKind.BLOCKED)
    design, candidate, _ = edited(editor)
    assert candidate.state is CandidateState.FAILED
    assert "refused to draw" in candidate.reason
    assert (design.state, now(editor, design).n) == (DesignState.PROOF_READY, 1)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish("make it drink Pepsi"), "Pepsi"),
        (Wish("change the words to “Pepsi”"), "Pepsi"),
        (Wish("x" * 501), "501 characters"),
        (Wish("give it a hat", wrap=Wrap.IMAGE), "by itself"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_before_anything_is_spent(editor, wish, said):
    with pytest.raises(InputRefused, match=said):
        ask(editor, wish)
    assert editor.studio.told == []
    assert len(editor.proofed().candidates) == 1


def test_a_design_of_another_shop_cannot_be_edited(editor):
    with pytest.raises(NotFound):
        ask(editor, caller=OTHER)


# --- approvals and undoing


def test_an_edit_needs_its_own_approval(open_a_shop):
    bench = open_a_shop(**EDITS)
    design, approved = bench.approved()
    bench.edits.ask(SHOPPER, design.id, HAT)
    assert bench.design(design).state is DesignState.APPROVED, "until it is drawn nothing has changed"
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY
    with pytest.raises(Conflict, match="changed since"):
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER, version_id=approved.id)
    assert bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER).version_id == now(bench, design).id


def test_any_number_of_steps_is_undone_with_the_same_bytes_and_for_nothing(editor):
    design, _, _ = edited(editor)
    first = editor.designs.versions(SHOPPER, design.id)[0]
    edited(editor, Wish("add a drop shadow"), of=design)
    editor.edits.ask(SHOPPER, design.id, Wish(lettering="HELLO"))
    paid, rows = len(editor.studio.charged), len(editor.ledger(design))
    back = editor.designs.go_back(SHOPPER, design.id, first.id)
    editor.run()
    assert (back.n, back.recipe_sha256) == (5, first.recipe_sha256)
    assert (len(editor.studio.charged), len(editor.ledger(design))) == (paid, rows)
    old, new = (editor.designs.files(SHOPPER, design.id, v.id)[0] for v in (first, back))
    assert [(f.area, f.format, f.file) for f in new] == [(f.area, f.format, f.file) for f in old]
    assert editor.design(design).state is DesignState.PROOF_READY, "and it needs its own yes"


def test_going_back_makes_files_again_that_are_gone(editor):
    design, _, _ = edited(editor, Wish(lettering="HELLO"))
    first = editor.designs.versions(SHOPPER, design.id)[0]
    lost = editor.designs.files(SHOPPER, design.id, first.id)[0][0]
    editor.files.path(lost.file).unlink()
    editor.designs.go_back(SHOPPER, design.id, first.id)
    editor.run()
    files = editor.designs.files(SHOPPER, design.id)[0]
    assert editor.design(design).state is DesignState.PROOF_READY
    assert all(editor.files.verify(f.file) for f in files)


def test_what_was_changed_while_the_edit_was_drawn_stays(editor):
    design = editor.proofed()
    ask(editor)
    editor.designs.edit(SHOPPER, design.id, lettering="HELLO")
    draw(editor)
    recipe = now(editor, design).recipe
    assert (now(editor, design).n, recipe.lettering.text) == (3, "HELLO")
    assert recipe.artwork.artwork_id == editor.design(design).candidates[-1].artwork_id


def test_a_name_that_only_subject_and_change_together_make_is_refused(with_a_proof):
    bench = with_a_proof(**EDITS)
    design = bench.drawn(subject="a red fox and a mickey")
    bench.designs.choose(SHOPPER, design.id, 1)
    with pytest.raises(InputRefused) as refused:
        bench.edits.ask(SHOPPER, design.id, Wish("mouse ears on its head"))
    assert refused.value.details["field"] == "instruction"
    with pytest.raises(InputRefused):
        bench.edits.ask(SHOPPER, design.id, Wish("Pepsi " + "x" * 493))
    assert bench.studio.told == []


# --- what can be drawn again from its recipe


@pytest.fixture
def drawn_here(open_a_bench, data_dir):
    """A design by the embedded designer, in a shop whose image service would edit it for money."""
    embedded = Embedded(EmbeddedSettings(str(data_dir)))
    bench = open_a_bench(**EDITS, more_providers={"embedded": embedded})
    design = bench.drawn(provider="embedded", subject="a fox reading a book", seed=7)
    bench.designs.choose(SHOPPER, design.id, 1)
    return bench, bench.design(design)


def test_a_colour_is_drawn_from_the_recipe_and_no_service_is_asked(drawn_here):
    bench, design = drawn_here
    design, candidate, artwork = edited(bench, Wish("make the fox blue"), of=design)
    assert candidate.state is CandidateState.READY, candidate.reason
    assert (bench.studio.told, bench.studio.charged, bench.spent()) == ([], [], Money(0))
    assert artwork.vector is not None
    assert artwork.change.registered
    assert artwork.change.shift < 0.001
    assert artwork.change.elsewhere < 0.01
    assert now(bench, design).n == 2


def test_edits_of_a_recipe_add_up(drawn_here):
    bench, design = drawn_here
    first, _, blue = edited(bench, Wish("make the fox blue and add an outline"), of=design)
    second, candidate, both = edited(bench, Wish("make it sleepy"), of=first)
    assert candidate.state is CandidateState.READY, candidate.reason
    assert candidate.edit.told == "make the fox blue; make it sleepy"
    assert [t.kind for t in candidate.edit.touches] == [TouchKind.OUTLINE]
    blues = set(read_svg(bench.files.open(blue.vector).decode()).inks())
    assert blues == set(read_svg(bench.files.open(both.vector).decode()).inks())
    assert both.change.changed < 0.1, "only the face is another"
    assert second.state is DesignState.PREPARING


def test_what_no_recipe_can_say_is_refused_where_only_the_designer_is(drawn_here):
    bench, design = drawn_here
    with pytest.raises(ProviderFailed) as refused:
        bench.edits.ask(SHOPPER, design.id, HAT)
    assert "changes colour, mood and style of what it has drawn itself" in refused.value.details["why"]


def test_what_an_earlier_model_drew_is_not_drawn_again_as_if_nothing_were_different(drawn_here, monkeypatch):
    bench, design = drawn_here
    monkeypatch.setattr("pod.providers.embedded.provider.MODEL", "embedded-99")
    with pytest.raises(ProviderFailed) as refused:
        bench.edits.ask(SHOPPER, design.id, Wish("make the fox blue"))
    assert "an earlier version of our designer" in refused.value.hint
    assert now(bench, design).n == 1


@pytest.mark.parametrize(
    ("told", "drawn_by", "asked", "why"),
    [
        ("make it blue", "embedded", "studio", "embedded can do that by itself"),
        ("make it blue", "embedded", "embedded", ""),
        ("make it blue", "studio", "studio", ""),
        (
            "make it blue",
            "studio",
            "embedded",
            "changes colour, mood and style of what it has drawn itself, and nothing else",
        ),
        ("give it a hat", "embedded", "studio", ""),
        ("give it a hat", "upload", "studio", ""),
        (
            "give it a hat",
            "embedded",
            "embedded",
            "changes colour, mood and style of what it has drawn itself, and nothing else",
        ),
    ],
)
def test_who_is_asked_for_an_edit(open_a_bench, data_dir, told, drawn_by, asked, why):
    bench = open_a_bench(**EDITS, more_providers={"embedded": Embedded(EmbeddedSettings(str(data_dir)))})
    edit = Edit("v", told, drawn_by=drawn_by, told=told, redraws="blue" in told)
    assert cannot_edit(bench.tools.providers[asked], edit, bench.tools.providers) == why


def test_an_operator_books_a_lost_edit_and_has_it_drawn_again(editor):
    editor.studio.submits.append(Fault.ANSWER_LOST)
    design, _, _ = edited(editor)
    with pytest.raises(NotAllowed, match="may have been paid"):
        editor.designs.try_again(SHOPPER, design.id)
    [lost] = [row for row in editor.ledger(design) if row.state.value == "unknown"]
    Books(editor.tools, editor.designs).repeat(OPERATOR, lost.id)
    assert editor.design(design).state is DesignState.PROOF_READY
    draw(editor)
    assert now(editor, design).n == 2
    assert editor.states(design) == ["settled"] * 3
