"""Black art on black cloth: printed, or left out so that the cloth shows, as the shopper chooses."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pod.model.design import DesignState
from pod.model.errors import InputRefused
from pod.model.product import BlackInk
from pod.model.recipe import Recipe
from pod.paths import templates_dir
from pod.services.recipes import offers_black
from pod.store.catalogue import FileCatalogue
from tests.services.bench import SHOPPER, open_bench


class Coarse(FileCatalogue):
    """The tee at a resolution that takes no time."""

    def product(self, sku):
        product = super().product(sku)
        return replace(
            product, areas=tuple(replace(a, px=None, target_ppi=60, min_ppi=30, partners=()) for a in product.areas)
        )


def ring():
    """White, in a black outline."""
    picture = Image.new("RGBA", (900, 900))
    ImageDraw.Draw(picture).ellipse((60, 60, 840, 840), fill="white", outline="black", width=120)
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    bench = open_bench(tmp_path_factory.mktemp("black"))
    bench.tools.catalogue = Coarse(templates_dir())
    yield bench
    bench.store.close()


@pytest.fixture(scope="module")
def printed(bench):
    """The design in black, as it is printed by itself."""
    upload = bench.pictures.upload(SHOPPER, ring(), "ring.png")
    design = bench.drawn(product="tee", cloth="black", subject="", style="", upload_id=upload.id)
    bench.designs.choose(SHOPPER, design.id, 1)
    bench.run()
    design = bench.design(design)
    assert design.state is DesignState.PROOF_READY, design.reason
    return design


def file_of(bench, design, version_id=""):
    files, _ = bench.designs.files(SHOPPER, design.id, version_id)
    made = next(f for f in files if f.format == "png")
    with Image.open(io.BytesIO(bench.files.open(made.file))) as picture:
        return made, np.asarray(picture)


def black_px(pixels):
    return int(((pixels[..., 3] > 128) & (pixels[..., :3].max(axis=2) < 20)).sum())


def test_black_is_printed_unless_it_is_asked_for_and_then_left_out_of_a_new_version(bench, printed):
    before, with_black = file_of(bench, printed, printed.current_version_id)
    version = bench.designs.edit(SHOPPER, printed.id, black=BlackInk.CLOTH)
    bench.run()
    made, without = file_of(bench, printed, version.id)
    assert black_px(with_black) > 50_000
    assert black_px(without) == 0
    assert (without[..., 3] > 128).sum() == pytest.approx(
        (with_black[..., 3] > 128).sum() - black_px(with_black), rel=0.02
    )
    assert "black_removed" in {f.rule for f in made.findings.found} - {f.rule for f in before.findings.found}
    assert bench.designs.edit(SHOPPER, printed.id, black=BlackInk.CLOTH).id == version.id, "the same wish is no version"

    white = bench.designs.edit(SHOPPER, printed.id, cloth="white")
    assert white.recipe.black is BlackInk.PRINT, "on white cloth there is nothing to leave out"
    bench.run()


def test_it_is_offered_on_black_garments_only_and_refused_elsewhere(bench, printed):
    offered = {
        f"{p.sku}/{c.name}"
        for p in FileCatalogue(templates_dir()).products()
        for c in p.cloths
        if offers_black(p, [a.name for a in p.areas], c.name)
    }
    assert {name.partition("/")[2] for name in offered} == {"black"}
    assert {"tee/black", "hoodie/black", "tank/black"} <= offered
    assert not {name for name in offered if name.startswith(("mug", "cap", "poster", "phone", "sticker"))}
    with pytest.raises(InputRefused, match="Unisex T-shirt in navy is printed with its black") as refused:
        bench.designs.edit(SHOPPER, printed.id, cloth="navy", black=BlackInk.CLOTH)
    assert refused.value.code == "no_black_choice"


def test_a_recipe_from_before_the_choice_keeps_its_text_and_its_hash(bench, printed):
    recipe = bench.designs.version(SHOPPER, printed.id, printed.current_version_id).recipe
    plain = replace(recipe, placements=tuple(replace(p, black=BlackInk.PRINT) for p in recipe.placements))
    assert "black" not in json.loads(plain.to_json())["placements"][0]
    assert Recipe.from_json(plain.to_json()) == plain
    chosen = replace(plain, placements=tuple(replace(p, black=BlackInk.CLOTH) for p in plain.placements))
    assert Recipe.from_json(chosen.to_json()) == chosen
    assert chosen.sha256 != plain.sha256
