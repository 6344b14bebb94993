"""Asking, choosing, changing, approving: what was approved is what is bound, and an edit withdraws it."""

from __future__ import annotations

import pytest

import prompts
from pod.model.brief import DesignBrief
from pod.model.caller import Caller, Role
from pod.model.design import DesignState
from pod.model.errors import (
    ChecksBlocked,
    Conflict,
    InputRefused,
    NotAllowed,
    NotFound,
    Problems,
    ProviderFailed,
    TooMuchWork,
)
from pod.model.product import Wrap
from pod.model.proof import ApprovalRole
from pod.services.approving import NEEDED
from tests.doubles.studio import Fault
from tests.services.bench import BRIEF, KEY, OPERATOR, SHOPPER, VIEWER
from tests.web.shop import a_picture

OTHER = Caller("other", "shopper", Role.SHOPPER)


# --- asking


def test_everything_that_is_wrong_with_a_brief_is_said_at_once_and_nothing_is_kept(bench):
    with pytest.raises(Problems) as refused:
        bench.asked(subject="", product="spaceship", candidates=99, style="none-such")
    assert {where for where, _ in refused.value.problems} == {"subject", "product", "candidates", "style"}
    assert bench.designs.page(OPERATOR).items == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda bench, words: bench.asked(lettering=words),
        lambda bench, words: bench.designs.edit(SHOPPER, bench.proofed().id, lettering=words),
    ],
    ids=["a design", "an edit"],
)
def test_words_without_end_are_refused_before_anybody_screens_them(proof, monkeypatch, ask):
    monkeypatch.setattr(prompts, "screen", lambda _: pytest.fail("screened"))
    with pytest.raises(InputRefused, match="120000 characters"):
        ask(proof, "a " * 60_000)


def test_the_same_key_is_the_same_design_drawn_and_paid_for_once(bench):
    first = bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    bench.run()
    again, new = bench.designs.request_once(SHOPPER, BRIEF, KEY)
    bench.run()
    assert (again.id, new) == (first.id, False)
    assert len(bench.studio.charged) == 1


def test_the_same_key_with_another_brief_is_refused(bench):
    bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    with pytest.raises(InputRefused) as refused:
        bench.designs.request_design(SHOPPER, DesignBrief("a boat", "sticker-4in"), idempotency_key=KEY)
    assert refused.value.code == "idempotency_mismatch"
    assert len(bench.designs.page(OPERATOR).items) == 1


def test_a_key_belongs_to_whoever_sends_it(bench):
    mine = bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    for stranger in (OPERATOR, OTHER):
        assert bench.designs.request_design(stranger, BRIEF, idempotency_key=KEY).id != mine.id


def test_a_refused_request_leaves_its_key_free(bench):
    bench.tools.providers = {}
    with pytest.raises(ProviderFailed):
        bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    bench.tools.providers = {bench.studio.name: bench.studio}
    assert bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)


def test_an_own_picture_is_written_anew_and_becomes_the_artwork_for_nothing(bench):
    upload = bench.pictures.upload(SHOPPER, a_picture(700, 700), "../../../etc/passwd")
    assert upload.name == "passwd"
    design = bench.drawn(subject="", upload_id=upload.id, candidates=4)
    assert (design.state, len(design.candidates)) == (DesignState.ARTWORK_READY, 1)
    assert bench.studio.asked == []
    assert bench.ledger(design) == []
    with pytest.raises(NotFound):
        bench.designs.request_design(OTHER, DesignBrief("", "sticker-4in", upload_id=upload.id))


def test_what_is_no_picture_is_not_taken(bench):
    with pytest.raises(InputRefused):
        bench.pictures.upload(SHOPPER, b"a letter", "mine.png")
    with pytest.raises(NotFound):
        bench.asked(subject="", upload_id="no-such-upload")


# --- choosing and changing


def test_choosing_makes_a_version_its_print_files_and_the_proof_drawn_from_them(proof):
    design = proof.proofed()
    assert design.state is DesignState.PROOF_READY, design.reason
    files, proofs = proof.designs.files(SHOPPER, design.id)
    assert {f.format for f in files} == {"png", "pdf"}
    assert [p.print_file_sha256 for p in proofs] == [f.file.sha256 for f in files if f.format == "png"]
    assert all(proof.files.verify(f.file) for f in files)


def test_a_candidate_that_is_not_ready_cannot_be_chosen(bench):
    bench.studio.submits.append(Fault.EMPTY)
    design = bench.drawn(candidates=2)
    failed = next(c.n for c in design.candidates if c.state == "failed")
    with pytest.raises(Conflict, match="failed"):
        bench.designs.choose(SHOPPER, design.id, failed)
    with pytest.raises(NotFound):
        bench.designs.choose(SHOPPER, design.id, 9)


def test_nothing_is_chosen_while_candidates_are_being_drawn(bench):
    design = bench.asked()
    with pytest.raises(Conflict):
        bench.designs.choose(SHOPPER, design.id, 1)
    with pytest.raises(Conflict, match="No candidate has been chosen"):
        bench.designs.edit(SHOPPER, design.id, lettering="HI")


def test_other_words_make_a_new_version_over_the_same_picture(proof):
    design = proof.proofed()
    before = proof.designs.version(SHOPPER, design.id, design.current_version_id)
    after = proof.designs.edit(SHOPPER, design.id, lettering="HELLO")
    proof.run()
    assert (after.n, after.recipe.artwork) == (2, before.recipe.artwork)
    assert after.recipe.lettering is not None
    assert after.recipe.lettering.text == "HELLO"
    assert len(proof.studio.charged) == 1
    old, new = (proof.designs.files(SHOPPER, design.id, v.id)[0] for v in (before, after))
    assert {f.file.sha256 for f in old}.isdisjoint({f.file.sha256 for f in new})


def test_what_goes_round_a_canvas_is_in_the_recipe_and_stays_until_it_is_changed(bench):
    design = bench.drawn(product="canvas-12x12", wrap=Wrap.IMAGE)
    assert bench.designs.get(SHOPPER, design.id).brief.wrap is Wrap.IMAGE
    first = bench.designs.choose(SHOPPER, design.id, 1)
    worded = bench.designs.edit(SHOPPER, design.id, lettering="HELLO")
    turned = bench.designs.edit(SHOPPER, design.id, wrap=Wrap.COLOUR)
    assert [v.recipe.placements[0].wrap for v in (first, worded, turned)] == [Wrap.IMAGE, Wrap.IMAGE, Wrap.COLOUR]
    assert bench.designs.edit(SHOPPER, design.id, wrap=Wrap.COLOUR) == turned
    assert bench.designs.recipe_for(SHOPPER, design.id, 1).wrap is Wrap.COLOUR
    assert bench.designs.edit(SHOPPER, design.id, wrap=Wrap.MIRROR).recipe.wrap is Wrap.MIRROR


def test_what_has_no_edge_is_not_begun_with_a_wrap(bench):
    with pytest.raises(Problems) as refused:
        bench.asked(product="tee", wrap=Wrap.COLOUR, cloth="plaid")
    assert [(where, e.code) for where, e in refused.value.problems] == [("cloth", "unknown_cloth"), ("wrap", "no_wrap")]


def test_an_edit_overtakes_print_files_that_are_still_being_made(bench):
    design = bench.drawn()
    first = bench.designs.choose(SHOPPER, design.id, 1)
    second = bench.designs.edit(SHOPPER, design.id, lettering="HELLO")
    assert bench.design(design).state is DesignState.PREPARING
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY
    assert bench.design(design).current_version_id == second.id
    assert bench.designs.files(SHOPPER, design.id, first.id) == ([], [])
    assert bench.designs.files(SHOPPER, design.id, second.id)[0]


def test_two_edits_of_the_same_version_never_lose_one_of_them(proof, monkeypatch):
    """The second was made from what the first has replaced: it would undo it without anybody having asked for that."""
    design = proof.proofed()
    at_work = proof.designs._next_version

    def overtaken(caller, seen, recipe, n):
        monkeypatch.undo()
        proof.designs.edit(OPERATOR, design.id, lettering="FIRST")
        return at_work(caller, seen, recipe, n)

    monkeypatch.setattr(proof.designs, "_next_version", overtaken)
    with pytest.raises(Conflict, match="changed by someone else"):
        proof.designs.edit(SHOPPER, design.id, lettering="SECOND")
    versions = proof.designs.versions(SHOPPER, design.id)
    assert [v.recipe.lettering.text if v.recipe.lettering else "" for v in versions] == ["", "FIRST"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cloth": "plaid"}, "plaid"),
        ({"wrap": Wrap.IMAGE}, "no edge that a picture goes round"),
        ({"lettering": "drink Pepsi"}, "“Pepsi” is a protected brand"),
        ({"lettering": "RIDE \N{FOX FACE}"}, "Emoji are pictures"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_with_the_way_out(proof, changes, said):
    design = proof.proofed()
    with pytest.raises(InputRefused, match=said) as refused:
        proof.designs.edit(SHOPPER, design.id, **changes)
    assert refused.value.hint
    assert proof.design(design) == design


# --- print files that fail


def test_print_files_that_broke_off_are_made_again(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.offload.breaks.append(TooMuchWork("too_much_work", "It needs too much."))
    bench.run()
    assert bench.design(design).state is DesignState.PREPARING
    bench.wait(60)
    assert bench.design(design).state is DesignState.PROOF_READY


def test_print_files_that_cannot_be_made_end_in_a_sentence_and_can_be_tried_again(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.offload.breaks.extend([TooMuchWork("too_much_work", "It needs too much.")] * 2)
    bench.wait(60)
    failed = bench.design(design)
    assert (failed.state, failed.reason) == (DesignState.FAILED, "It needs too much.")
    again = bench.designs.try_again(SHOPPER, design.id)
    assert again.state is DesignState.PREPARING
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY
    assert len(bench.studio.charged) == 1


def test_a_design_whose_print_files_failed_can_be_changed_instead(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.offload.breaks.append(InputRefused("blank", "There is nothing to print."))
    bench.run()
    assert bench.design(design).state is DesignState.FAILED
    bench.designs.edit(SHOPPER, design.id, lettering="HELLO")
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY


def test_a_fault_of_ours_in_preparation_ends_in_failed_and_not_in_waiting_for_ever(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.offload.breaks.extend([KeyError("planted-secret-4711")] * 6)
    bench.wait(7200)
    failed = bench.design(design)
    assert failed.state is DesignState.FAILED
    assert "did not foresee" in failed.reason
    assert "planted-secret" not in failed.reason
    assert len(bench.parked()) == 1
    bench.designs.try_again(SHOPPER, design.id)
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY


def test_a_failure_of_a_version_that_was_overtaken_touches_nothing(bench, monkeypatch):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)

    def overtaken(*args, **limits):
        monkeypatch.undo()
        bench.designs.edit(SHOPPER, design.id, lettering="HELLO")
        raise InputRefused("blank", "There is nothing to print.")

    monkeypatch.setattr(bench.offload, "call", overtaken)
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY


def test_a_master_that_is_gone_is_said_and_nothing_is_proofed(bench):
    design = bench.drawn()
    artwork = bench.designs.artwork(SHOPPER, bench.candidate(design).artwork_id)
    bench.files.path(artwork.file).unlink()
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.run()
    assert bench.design(design).state is DesignState.FAILED
    assert "cannot be read" in bench.design(design).reason


def test_art_that_cannot_print_waits_for_the_customer_and_is_never_proofed(bench):
    """A picture so small that no printer would take it: the sentence and the choice, instead of a print."""
    upload = bench.pictures.upload(SHOPPER, a_picture(60, 60), "tiny.png")
    design = bench.drawn(subject="", upload_id=upload.id)
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.run()
    waiting = bench.design(design)
    assert waiting.state is DesignState.WAITING_CUSTOMER
    assert waiting.reason
    with pytest.raises(Conflict, match="waiting customer"):
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)


# --- approving


def test_an_approval_binds_artwork_recipe_and_every_print_file(proof):
    design = proof.proofed()
    approval = proof.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    version = proof.designs.version(SHOPPER, design.id, design.current_version_id)
    files, _ = proof.designs.files(SHOPPER, design.id)
    assert approval.artwork_sha256 == version.recipe.artwork.sha256
    assert approval.recipe_sha256 == version.recipe.sha256
    assert dict(approval.print_files) == {f"{f.area}.{f.format}": f.file.sha256 for f in files}
    assert proof.design(design).state is DesignState.APPROVED


def test_the_same_yes_twice_is_one_and_the_first_one_stands(proof):
    design = proof.proofed()
    first = proof.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    proof.clock.forward(60)
    assert proof.approvals.approve(OPERATOR, design.id, ApprovalRole.SHOPPER) == first


def test_a_yes_to_another_proof_than_the_one_that_was_seen_is_none(proof):
    design = proof.proofed()
    seen = design.current_version_id
    proof.designs.edit(OPERATOR, design.id, lettering="SURPRISE")
    proof.run()
    with pytest.raises(Conflict, match="changed since you looked") as refused:
        proof.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER, version_id=seen)
    assert refused.value.hint
    assert proof.design(design).state is DesignState.PROOF_READY
    now = proof.design(design).current_version_id
    assert proof.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER, version_id=now)


def test_an_edit_withdraws_the_approval_and_the_new_version_needs_its_own(shop):
    design, version = shop.approved()
    shop.designs.edit(SHOPPER, design.id, lettering="HELLO")
    assert shop.design(design).state is DesignState.PREPARING
    shop.run()
    assert shop.design(design).state is DesignState.PROOF_READY
    assert shop.designs.approvals(SHOPPER, shop.design(design).current_version_id) == []
    assert [a.version_id for a in shop.designs.approvals(SHOPPER, version.id)] == [version.id]


@pytest.mark.parametrize("setting", NEEDED)
def test_a_design_is_approved_when_everybody_whose_yes_is_needed_has_given_it(with_a_proof, setting):
    bench = with_a_proof(approvals=setting)
    design = bench.proofed()
    needed = sorted(NEEDED[setting])
    for role in needed:
        assert bench.design(design).state is DesignState.PROOF_READY
        bench.approvals.approve(OPERATOR, design.id, role)
    assert bench.design(design).state is DesignState.APPROVED


def test_a_shopper_cannot_say_yes_for_the_shop(with_a_proof):
    bench = with_a_proof(approvals="both")
    design = bench.proofed()
    with pytest.raises(NotAllowed):
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOP)


def test_nothing_is_approved_before_there_is_a_proof(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    with pytest.raises(Conflict, match="preparing"):
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)


def test_a_version_without_print_files_cannot_be_approved(proof):
    design = proof.proofed()
    with proof.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM print_files")
    with pytest.raises(ChecksBlocked):
        proof.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)


# --- rejecting and deleting


def test_a_rejection_keeps_its_reason_and_another_choice_takes_it_up_again(bench):
    design = bench.proofed(candidates=2)
    with pytest.raises(InputRefused, match="reason"):
        bench.approvals.reject(OPERATOR, design.id, " ")
    rejected = bench.approvals.reject(OPERATOR, design.id, "the moon is too small")
    assert (rejected.state, rejected.reason) == (DesignState.REJECTED, "the moon is too small")
    bench.designs.choose(SHOPPER, design.id, 2)
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY


@pytest.mark.parametrize("verb", ["choose", "edit", "approve", "try_again", "reject"])
def test_a_deleted_design_takes_nothing_any_more(proof, verb):
    design = proof.proofed()
    proof.designs.delete(SHOPPER, design.id)
    verbs = {
        "choose": lambda: proof.designs.choose(SHOPPER, design.id, 1),
        "edit": lambda: proof.designs.edit(SHOPPER, design.id, lettering="HI"),
        "approve": lambda: proof.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER),
        "try_again": lambda: proof.designs.try_again(SHOPPER, design.id),
        "reject": lambda: proof.approvals.reject(OPERATOR, design.id, "no"),
    }
    with pytest.raises(Conflict):
        verbs[verb]()
    assert proof.design(design).state is DesignState.ARCHIVED


def test_a_design_that_is_deleted_while_it_is_prepared_stays_deleted(bench):
    design = bench.drawn()
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.designs.delete(SHOPPER, design.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARCHIVED
    assert bench.parked() == []


def test_every_move_is_in_the_history_with_who_and_when(shop):
    design, _ = shop.approved()
    became = [(h.became, h.actor) for h in shop.designs.history(VIEWER, design.id)]
    assert became == [
        ("generating", "job:generate"),
        ("artwork_ready", "job:generate"),
        ("preparing", "shopper"),
        ("proof_ready", "job:prepare"),
        ("approved", "shopper"),
    ]
    with pytest.raises(NotAllowed):
        shop.designs.history(SHOPPER, design.id)


def test_another_tenant_finds_nothing_to_act_on(shop):
    design, _ = shop.approved()
    for act in (
        lambda: shop.designs.get(OTHER, design.id),
        lambda: shop.designs.choose(OTHER, design.id, 1),
        lambda: shop.designs.edit(OTHER, design.id, lettering="HI"),
        lambda: shop.designs.delete(OTHER, design.id),
        lambda: shop.designs.try_again(OTHER, design.id),
    ):
        with pytest.raises(NotFound):
            act()
