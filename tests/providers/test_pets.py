"""Animals as persons and as portraits: what they wear where, what they sit on, and heads cut into facets."""

from __future__ import annotations

import pytest
from shapely.ops import unary_union

from pod.drawing.display import Canvas, Fill
from pod.imaging.colour import oklch
from pod.providers.embedded.arranging import are_in_one
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.layouts.facets import BUILDS, draw_head
from pod.providers.embedded.rows import pair
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("who", "hat"), [("pirate", "pirate hat"), ("witch", "witch hat"), ("viking", "viking helmet")]
)
def test_whoever_is_dressed_as_somebody_known_by_a_hat_wears_the_hat_and_no_skin(library, who, hat):
    doing = read(f"pug dressed as a {who}", library).doing
    assert hat in doing.wears
    assert doing.costume == ""


def test_a_shark_is_still_a_skin_to_be_in(library):
    assert read("dog dressed as a shark", library).doing.costume == "shark"


@pytest.mark.parametrize(
    ("sentence", "worn"),
    [("barn owl on a witch hat", False), ("owl in a witch hat", True), ("an owl with a witch hat on", True)],
)
def test_a_hat_that_somebody_is_on_is_not_on_their_head(library, sentence, worn):
    assert ("witch hat" in read(sentence, library).doing.wears) is worn


@pytest.mark.parametrize("boots", ["rubber boots", "rain boots", "gumboots", "wellies"])
def test_boots_by_any_name_are_on_feet(library, boots):
    doing = read(f"a chicken with {boots}", library).doing
    assert "boots" in doing.wears
    assert doing.held_at < 0


@pytest.mark.parametrize("bird", [name for name, s in SPECIES.items() if s.body in ("perched", "yard")][:4])
def test_a_bird_in_boots_has_them_at_its_feet(bird):
    shod = character(bird, Doing(wears=("boots",), inks=(("boots", "#3366cc"),)))
    _, top, _, low = shod.silhouette.bounds
    blue = [i.path.geometry() for i in shod.drawing.items if isinstance(i, Fill) and _is_blue(str(i.paint))]
    assert len(blue) >= 2
    assert all(boot.bounds[1] > top + 0.75 * (low - top) for boot in blue)


def _is_blue(ink: str) -> bool:
    _, chroma, hue = oklch(ink)
    return chroma > 0.08 and 230 < hue < 290


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ("a snail on a leaf", "leaf"),
        ("tree frog on a big leaf", "leaf"),
        ("a cardinal on a maple leaf", ""),
        ("a koala eating a leaf", ""),
    ],
)
def test_a_leaf_is_laid_flat_under_whoever_sits_on_it(library, sentence, inside):
    assert read(sentence, library).doing.inside == inside


def test_several_share_one_leaf(library):
    assert are_in_one(read("five ladybugs on a leaf", library))


def test_two_beaks_that_meet_have_air_between_them():
    bird = character("hummingbird")
    apart = pair(bird, 2).silhouette
    assert len(getattr(apart, "geoms", [apart])) == 2


@pytest.mark.parametrize("name", BUILDS)
def test_a_head_in_facets_is_alike_on_both_sides_and_shows_the_two_colours_said(name):
    canvas = Canvas(1000, 1000)
    draw_head(canvas, name, ("#00a19a", "#c9690c"), 500, 600)
    fills = [i for i in canvas.drawing().items if isinstance(i, Fill)]
    left, _, right, _ = unary_union([i.path.geometry() for i in fills]).bounds
    assert left + right == pytest.approx(1000)
    hues = [hue for _, chroma, hue in (oklch(str(i.paint)) for i in fills) if chroma > 0.05]
    assert sum(170 < hue < 215 for hue in hues) > 12
    assert sum(30 < hue < 80 for hue in hues) > 12
