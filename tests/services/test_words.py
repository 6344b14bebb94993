"""Other words on a finished design: the picture stays to the pixel, nothing is drawn, nothing is paid."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from pod.model.design import DesignState
from pod.model.errors import Conflict, InputRefused
from pod.model.proof import ApprovalRole
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from pod.services.words import tried
from tests.doubles.studio import PRICE
from tests.printprep.test_held_words import outside, seen
from tests.services.bench import KEY, OPERATOR, SHOPPER, Bench, copied, open_bench

WHO = {"studio": "a photo-model's picture", "embedded": "a design drawn here"}


@pytest.fixture(scope="module")
def lettered_folder(tmp_path_factory, data_dir):
    """A shop with two approved designs that say READ ON: one painted by an image service, one drawn by the designer."""
    folder = tmp_path_factory.mktemp("lettered")
    bench = opened(folder, data_dir)
    for provider in WHO:
        design = bench.drawn(provider=provider, subject="a fox reading a book", lettering="READ ON")
        bench.designs.choose(SHOPPER, design.id, 1)
        bench.run()
        assert bench.design(design).state is DesignState.PROOF_READY, bench.design(design).reason
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
    bench.store.checkpoint()
    bench.store.close()
    return folder


def opened(folder, data_dir) -> Bench:
    return open_bench(folder, more_providers={"embedded": Embedded(EmbeddedSettings(str(data_dir)))})


@pytest.fixture
def lettered(lettered_folder, tmp_path, data_dir):
    bench = opened(copied(lettered_folder, tmp_path / "shop"), data_dir)
    yield bench
    bench.store.close()


def by(bench: Bench, provider: str):
    return next(d for d in bench.designs.page(OPERATOR).items if d.brief.provider == provider)


def printed(bench: Bench, design, version_id: str) -> tuple[np.ndarray, int]:
    files, _ = bench.designs.files(SHOPPER, design.id, version_id)
    front = next(f for f in files if (f.area, f.format) == ("front", "png"))
    picture = Image.open(io.BytesIO(bench.files.open(front.file)))
    return np.asarray(picture.convert("RGBA")), round(front.output_ppi)


@pytest.mark.parametrize("provider", WHO, ids=WHO.values())
def test_the_print_differs_from_the_one_before_in_its_words_alone(lettered, provider):
    design = by(lettered, provider)
    changed = lettered.words.change(SHOPPER, design.id, "THE MILLERS OF LEEDS")
    lettered.run()
    assert lettered.design(design).state is DesignState.PROOF_READY
    old, new = changed.before.recipe, changed.version.recipe
    assert (old.artwork, new.artwork) == (new.artwork, old.artwork)
    assert lettered.designs.versions(SHOPPER, design.id)[0].recipe_sha256 == changed.before.recipe_sha256
    before, ppi = printed(lettered, design, changed.before.id)
    after, _ = printed(lettered, design, changed.version.id)
    [laid] = changed.laid
    assert ppi > 200
    places = (printed_at(lettered, changed.before), laid.box_mm)
    rest = [outside(seen(picture), *places, ppi=ppi) for picture in (before, after)]
    assert np.array_equal(*rest)
    assert (rest[0][..., 3] > 0).sum() > 0.1 * rest[0][..., 3].size, "the picture itself"
    assert not np.array_equal(before, after)


def printed_at(bench, version):
    """Where the words before were printed."""
    return tried(bench.tools, version.recipe, [version.recipe.lettering])[0][0].box_mm


@pytest.mark.parametrize("provider", WHO, ids=WHO.values())
def test_nothing_is_drawn_and_nothing_is_booked(lettered, provider):
    design, charged = by(lettered, provider), list(lettered.studio.charged)
    booked = lettered.ledger(design)
    lettered.words.change(SHOPPER, design.id, "SLEEP IN")
    lettered.run()
    assert (lettered.ledger(design), lettered.studio.charged) == (booked, charged)
    assert lettered.spent() == PRICE


def test_the_new_words_need_a_yes_of_their_own_and_the_version_before_stays(lettered):
    design = by(lettered, "studio")
    changed = lettered.words.change(SHOPPER, design.id, "SLEEP IN")
    lettered.run()
    assert lettered.designs.approvals(SHOPPER, changed.version.id) == []
    [yes] = lettered.designs.approvals(SHOPPER, changed.before.id)
    assert yes.recipe_sha256 == changed.before.recipe_sha256
    assert [v.recipe.lettering.text for v in lettered.designs.versions(SHOPPER, design.id)] == ["READ ON", "SLEEP IN"]


def test_the_same_key_is_the_same_change(lettered):
    design = by(lettered, "studio")
    first = lettered.words.change(SHOPPER, design.id, "SLEEP IN", idempotency_key=KEY)
    again = lettered.words.change(SHOPPER, design.id, "SLEEP IN", idempotency_key=KEY)
    assert (again.version.id, again.before.id, again.new) == (first.version.id, first.before.id, False)
    with pytest.raises(InputRefused, match="another request"):
        lettered.words.change(SHOPPER, design.id, "SLEEP ON", idempotency_key=KEY)


def test_the_first_words_again_print_the_first_files_again(lettered):
    design = by(lettered, "embedded")
    first = lettered.words.change(SHOPPER, design.id, "SLEEP IN")
    lettered.run()
    back = lettered.words.change(SHOPPER, design.id, "READ ON")
    lettered.run()
    assert back.version.recipe_sha256 == first.before.recipe_sha256
    files = [lettered.designs.files(SHOPPER, design.id, v)[0] for v in (first.before.id, back.version.id)]
    assert [f.file.sha256 for f in files[0]] == [f.file.sha256 for f in files[1]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "words_empty"),
        ("Mickey Mouse", "screened_character"),
        ("ᚠ", "lettering_no_glyph"),
        ("\N{FOX FACE}", "lettering_emoji"),
        ("W" * 10_000, "lettering_too_long"),
        ("W" * 90, "lettering_too_long"),
    ],
)
def test_what_cannot_be_set_is_refused_and_the_design_stays(lettered, words, code):
    design = by(lettered, "studio")
    with pytest.raises(InputRefused) as refused:
        lettered.words.change(SHOPPER, design.id, words)
    assert refused.value.code == code
    assert refused.value.hint
    assert lettered.design(design).revision == design.revision


def test_letters_that_would_fill_in_are_refused_with_both_measures(lettered):
    design = by(lettered, "studio")
    with pytest.raises(InputRefused, match="mm high") as refused:
        lettered.words.change(SHOPPER, design.id, "W" * 34)
    assert (refused.value.code, refused.value.details["required"]) == ("words_too_small", 1.5)
    assert 0.5 < refused.value.details["measured"] < 1.5


def test_letters_that_are_painted_in_a_picture_are_no_type_and_an_edit_is_offered(proof):
    design = proof.proofed()
    with pytest.raises(InputRefused, match="painted") as refused:
        proof.words.change(SHOPPER, design.id, "SLEEP IN")
    assert (refused.value.code, "edit" in refused.value.hint) == ("no_live_text", True)


def test_a_design_that_is_not_there_yet_has_no_words_to_change(bench):
    design = bench.asked()
    with pytest.raises(Conflict, match="No candidate"):
        bench.words.change(SHOPPER, design.id, "SLEEP IN")
