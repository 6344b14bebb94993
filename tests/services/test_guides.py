"""A picture as a guide: it really goes along, belongs to the recipe, is part of what a key stands for, and is never paid twice."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from pod.imaging.colour import parse_hex
from pod.imaging.load import sniff
from pod.model.brief import DesignBrief
from pod.model.caller import Caller, Role
from pod.model.design import CandidateState, DesignState
from pod.model.errors import InputRefused, NotFound, Problems, ProviderFailed, TooManyRequests, TooMuchWork
from pod.model.money import Money
from pod.model.recipe import Recipe
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from pod.services.editing import Wish, origin_of
from pod.services.imageservices import ImageServices
from pod.services.sentpictures import GuideTask, as_sent, guide_picture
from tests.doubles.studio import PRICE, Fault, Studio, StudioSettings
from tests.services.bench import BRIEF, KEY, OPERATOR, SHOPPER
from tests.web.shop import a_picture

GUIDES = {"studio": {"guides": True}}
OTHER = Caller("other", "shopper", Role.SHOPPER)


def uploaded(bench, width=600, height=400, name="guide.png"):
    return bench.pictures.upload(SHOPPER, a_picture(width, height), name)


@pytest.fixture
def guided(open_a_bench):
    return open_a_bench(**GUIDES)


def test_the_picture_goes_along_in_the_shape_of_what_is_drawn_and_the_prompt_says_what_it_is_for(guided):
    upload = uploaded(guided)
    design = guided.drawn(reference_id=upload.id)
    assert design.state is DesignState.ARTWORK_READY, design.reason
    [given] = guided.studio.given
    with Image.open(io.BytesIO(given)) as picture:
        assert (picture.size, picture.mode) == ((800, 800), "RGB")
        ground = design.candidates[0].prompt.key_rgb
        assert picture.getpixel((400, 5)) == parse_hex(ground), "what is left of the frame is ground"
    assert "attached picture is a guide" in design.candidates[0].prompt.text
    assert guided.states(design) == ["settled"]
    assert len(guided.studio.charged) == 1


def test_brief_artwork_and_recipe_keep_its_hash_and_a_recipe_without_one_keeps_its_text(guided):
    upload = uploaded(guided)
    design, plain = guided.drawn(reference_id=upload.id), guided.drawn()
    recipe = guided.designs.recipe_for(SHOPPER, design.id, 1)
    sha256 = upload.file.sha256
    artwork = guided.designs.artwork(SHOPPER, design.candidates[0].artwork_id)
    assert (design.brief.reference_sha256, artwork.provenance.reference_sha256) == (sha256, sha256)
    assert recipe.artwork.reference_sha256 == sha256
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert "reference_sha256" not in guided.designs.recipe_for(SHOPPER, plain.id, 1).to_json()
    assert plain.candidates[0].prompt.fingerprint != design.candidates[0].prompt.fingerprint


def test_an_edit_is_given_the_picture_that_it_changes_and_not_the_guide(open_a_bench):
    bench = open_a_bench(studio={"edits": True, "guides": True})
    upload = uploaded(bench)
    design = bench.proofed(reference_id=upload.id)
    bench.edits.ask(SHOPPER, design.id, Wish("give it a hat"))
    bench.run()
    guide, changed = bench.studio.given
    assert guide != changed
    edited = bench.design(design).candidates[-1]
    assert edited.state is CandidateState.READY, edited.reason
    assert "guide" not in edited.prompt.text
    artwork = bench.designs.artwork(SHOPPER, edited.artwork_id)
    assert artwork.provenance.reference_sha256 == upload.file.sha256, "it still goes back to it"
    brought = bench.edits.bring_in(
        SHOPPER,
        bench.designs.version(SHOPPER, design.id, bench.design(design).current_version_id).recipe,
        bench.files.open(artwork.file),
        None,
        origin_of(bench.design(design), artwork),
    )
    there = bench.designs.version(SHOPPER, brought.id, brought.current_version_id).recipe
    assert there.artwork.reference_sha256 == upload.file.sha256


def test_the_same_key_and_picture_are_the_same_design_and_another_picture_is_another_call(guided):
    first = guided.designs.request_once(SHOPPER, _with(uploaded(guided)), KEY)
    guided.run()
    again = guided.designs.request_once(SHOPPER, _with(uploaded(guided, name="sent again.png")), KEY)
    assert (again[0].id, again[1]) == (first[0].id, False)
    other = _with(uploaded(guided, 300, 300))
    with pytest.raises(InputRefused, match="used for another request"):
        guided.designs.request_once(SHOPPER, other, KEY)
    guided.designs.request_once(SHOPPER, other, f"{KEY}-other")
    guided.run()
    assert len(guided.studio.charged) == 2
    assert len(set(guided.studio.given)) == 2


def _with(upload):
    return DesignBrief(BRIEF.subject, BRIEF.product, style=BRIEF.style, candidates=1, seed=7, reference_id=upload.id)


def test_a_brief_without_a_guide_is_asked_for_as_it_was_before_there_were_any(guided):
    """A key of last week, from before the update, still stands for its design."""
    guided.designs.request_once(SHOPPER, BRIEF, KEY)
    with guided.store.reading() as tx:
        kept = tx.idempotency.answer(SHOPPER.tenant_id, SHOPPER.actor, KEY)
    assert kept.request_sha256 == "4e30853a158d8f8c76804bbf972d94e17ff052dcef6544fa142af3ceb1d0f41a"


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        ({}, "studio: takes no pictures along"),
        ({"provider": "embedded"}, "embedded: takes no pictures along"),
    ],
)
def test_where_nobody_takes_a_picture_along_it_is_said_before_anything_is_paid(open_a_bench, data_dir, choices, why):
    bench = open_a_bench(more_providers={"embedded": Embedded(EmbeddedSettings(str(data_dir)))})
    with pytest.raises(ProviderFailed) as refused:
        bench.asked(reference_id=uploaded(bench).id, **choices)
    assert refused.value.code == "no_guide"
    assert why in refused.value.message
    assert "Leave the picture out" in refused.value.hint
    assert (bench.designs.page(OPERATOR).items, bench.studio.asked) == ((), [])


def test_only_a_service_that_takes_it_along_is_asked_however_early_another_stands(open_a_bench, tmp_path):
    bench = open_a_bench()
    able = Studio(StudioSettings(str(tmp_path / "able")), name="able", guides=True)
    bench.tools.providers = {**bench.tools.providers, "able": able}
    design = bench.drawn(reference_id=uploaded(bench).id)
    assert [row.provider for row in bench.ledger(design)] == ["able"]
    assert (len(able.charged), bench.studio.asked) == (1, [])


@pytest.mark.parametrize(
    ("wrong", "where"), [({"subject": ""}, "subject"), ({"upload_id": "taken as it is"}, "reference")]
)
def test_a_guide_needs_a_sentence_and_goes_with_no_picture_of_ones_own(guided, wrong, where):
    with pytest.raises(Problems) as refused:
        guided.asked(reference_id=uploaded(guided).id, **wrong)
    assert where in {name for name, _ in refused.value.problems}


def test_a_guide_of_another_shop_or_of_nobody_is_not_there(guided):
    upload = uploaded(guided)
    with pytest.raises(NotFound):
        guided.designs.request_design(OTHER, _with(upload))
    with pytest.raises(NotFound):
        guided.asked(reference_id="no-such-upload")


def test_a_lost_answer_is_not_asked_for_again_and_counts_as_paid(guided):
    guided.studio.submits.append(Fault.ANSWER_LOST)
    design = guided.drawn(reference_id=uploaded(guided).id)
    guided.wait(3600)
    assert (guided.states(design), len(guided.studio.charged)) == (["unknown"], 1)


def test_where_the_guide_cannot_be_read_nobody_is_asked_and_nothing_is_owed(guided):
    upload = uploaded(guided)
    guided.offload.breaks.append(TooMuchWork("too_much_work", "It needs too much."))
    design = guided.drawn(reference_id=upload.id)
    assert (guided.states(design), guided.studio.asked) == (["released"], [])
    guided.wait(60)
    assert guided.design(design).state is DesignState.ARTWORK_READY
    assert guided.states(design) == ["released", "settled"]


def test_a_budget_is_asked_before_a_guide_is_sent(open_a_bench):
    bench = open_a_bench(budget=Money(PRICE.micros // 2), **GUIDES)
    with pytest.raises(TooManyRequests):
        bench.asked(reference_id=uploaded(bench).id)
    assert (bench.studio.given, bench.designs.page(OPERATOR).items) == ([], ())


@pytest.mark.parametrize(("choices", "able"), [({}, False), (GUIDES, True)])
def test_a_page_offers_a_guide_only_where_somebody_takes_one(open_a_bench, choices, able):
    bench = open_a_bench(**choices)
    assert ImageServices(bench.tools).take_guides(SHOPPER) is able
    with bench.store.writing() as tx:
        tx.screenings.set_asks_outside(OPERATOR, allowed=False)
    assert not ImageServices(bench.tools).take_guides(SHOPPER), "a shop that asks nobody outside"


# --- the picture itself


@pytest.mark.parametrize(("frame", "box"), [((800, 800), (0, 133, 800, 667)), ((400, 800), (0, 267, 400, 533))])
def test_a_guide_stands_whole_in_the_middle_of_the_frame(tmp_path, frame, box):
    (tmp_path / "guide.png").write_bytes(as_png(np.full((400, 600, 4), (10, 20, 30, 255), np.uint8)))
    with Image.open(io.BytesIO(guide_picture(GuideTask(tmp_path / "guide.png", "#00ff00", *frame)))) as sent:
        assert sent.size == frame
        found = Image.eval(sent.getchannel("G"), lambda v: 255 * (v < 128)).getbbox()
    assert found == pytest.approx(box, abs=2)


def test_what_is_too_heavy_for_a_service_is_sent_as_webp(tmp_path):
    noise = np.random.default_rng(7).integers(0, 256, (1500, 1500, 4), np.uint8)
    noise[..., 3] = 255
    light, heavy = (as_sent(pixels, "") for pixels in (noise[:200, :200], noise))
    assert (sniff(light), sniff(heavy)) == ("image/png", "image/webp")
    assert len(heavy) <= 4_000_000


def as_png(pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()
