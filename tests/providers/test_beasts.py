"""Animals by their own body: great reptiles, who lies around what, what is on a back, and what fills an outline."""

from __future__ import annotations

import pytest
from shapely.geometry import box

from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.doing import IDLE, Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.masks import gum_bubble
from pod.providers.embedded.characters.species import SPECIES, STANDS_FOR
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.coils import COILERS, coiled_about
from pod.providers.embedded.gallery.many_heads import MANY_HEADS
from pod.providers.embedded.laden import is_in_its_element
from pod.providers.embedded.ornamental import ORNAMENT_MARKS, animal_first, in_ornament
from pod.providers.embedded.retold import retold
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


def test_a_tyrannosaur_has_jaws_a_heavy_tail_and_short_arms():
    species = SPECIES[STANDS_FOR["T-Rex"]]
    assert (species.nose, species.tail, species.arms) == ("side jaws", "tyrant", "claw")
    left, _, right, _ = character(species.name).silhouette.bounds
    assert left < 120  # the tail reaches as far as that
    assert right > 840  # and the jaws


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("stegosaurus eating a taco", "stegosaurus"),
        ("velociraptor drinking coffee", "velociraptor"),
        ("brachiosaurus wearing a scarf", "brachiosaurus"),
    ],
)
def test_a_dinosaur_that_does_something_does_it_with_its_own_body(library, sentence, who):
    understood = read(sentence, library)
    assert cast(understood, library, "badge", 1, needs_subject=True).hero.name == who
    assert understood.heroes[0].can_be_character == who


@pytest.mark.parametrize(("hero", "own"), [("coiled snake", False), ("dragon", True)])
def test_who_is_long_lies_behind_and_before_what_it_is_around(hero, own):
    around = coiled_about(character(hero) if own else thing(hero), thing("lighthouse"))
    assert hero in COILERS
    assert around.name == hero
    left, top, right, low = around.silhouette.bounds
    middle = box(left + 0.4 * (right - left), top, left + 0.6 * (right - left), low)
    assert around.silhouette.intersection(middle).bounds[3] == pytest.approx(low, abs=60)


def test_what_somebody_is_curled_around_is_in_no_hand(library):
    assert read("dragon curled around a stack of books", library).doing.holds == ""
    assert read("dragon with a stack of books", library).doing.holds == "book"


@pytest.mark.parametrize("sentence", ["hedgehog with a strawberry on its back", "fox with a bird on its back"])
def test_a_load_is_on_a_back_and_no_head(library, sentence):
    understood = read(sentence, library)
    upright = character(understood.heroes[0].can_be_character)
    shown = cast(understood, library, "badge", 1, needs_subject=True).hero
    left, top, right, low = shown.silhouette.bounds
    tall, wide = (
        upright.silhouette.bounds[3] - upright.silhouette.bounds[1],
        upright.silhouette.bounds[2] - upright.silhouette.bounds[0],
    )
    assert (right - left) / (low - top) > wide / tall


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("mandala elephant", "elephant mandalaornament"),
        ("a tribal turtle", "a sea turtle tribalornament"),
        ("tribal tattoo of a wolf", "wolf tribalornament"),
        ("a celtic knot dragon", "a dragon celticornament"),
        ("elephant mandala", "elephant mandalaornament"),
        ("elephant covered in flowers", "elephant folkornament"),
        ("a mandala with a lotus", "a mandala with a lotus"),
        ("rainbow unicorn", "rainbow unicorn"),
        ("cat in a galaxy print shirt", "cat in a galaxy print shirt"),
    ],
)
def test_an_ornament_is_heard_before_or_behind_an_animal(said, told):
    assert " ".join(animal_first(said).split()) == told


@pytest.mark.parametrize("mark", sorted(ORNAMENT_MARKS))
def test_an_ornament_stays_in_the_outline_of_its_animal(mark):
    fox = character("fox")
    filled = in_ornament(fox, ("fox", mark))
    assert filled.drawing != fox.drawing
    assert filled.silhouette.area == pytest.approx(_fitted_area(fox), rel=0.2)


def _fitted_area(one) -> float:
    left, top, right, low = one.silhouette.bounds
    return one.silhouette.area * (1024 / max(right - left, low - top)) ** 2


def test_without_a_word_for_it_nobody_is_filled():
    fox = character("fox")
    assert in_ornament(fox, ("fox",)) is fox


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("knight mouse", "mouse in knight armour"),
        ("a welsh dragon", "a red dragon"),
        ("royal portrait of a pug", "a pug in a general uniform"),
        ("kraken attacking a ship", "kraken and ship"),
        ("hen with eggs", "hen sitting on a nest with eggs"),
        ("stag with flowers in its antlers", "stag wearing a flower crown"),
        ("cow blowing a bubblegum bubble", "cow with a gum bubble"),
        ("white crane in the reeds", "white crane bird in the reeds"),
        ("construction crane", "construction crane"),
        ("crane at a construction site", "crane at a construction site"),
        ("baby dragon hatching", "baby dragon hatching from an egg"),
        ("snake with flowers", "snake coiled around flowers"),
    ],
)
def test_animals_are_retold_plainly(said, told):
    assert retold(said).strip() == told


@pytest.mark.parametrize(
    ("sentence", "worn"),
    [
        ("sugar skull cat", "sugar skull"),
        ("steampunk owl", "steampunk hat"),
        ("cyberpunk fox", "neon visor"),
        ("zombie cat", "zombie face"),
        ("victorian cat", "victorian gown"),
        ("alien cat", "antennae"),
    ],
)
def test_a_kind_of_people_is_seen_on_an_animal(library, sentence, worn):
    assert worn in read(sentence, library).doing.wears or worn in read(retold(sentence), library).doing.wears


def test_a_gum_bubble_is_before_every_face():
    assert WARDROBE["gum bubble"].draw is gum_bubble
    plain, blown = character("giraffe"), character("giraffe", Doing(wears=("gum bubble",)))
    assert plain.drawing != blown.drawing


@pytest.mark.parametrize(
    ("label", "doing", "as_pictured"),
    [
        ("dolphin", Doing(action="jumping"), True),
        ("dolphin", Doing(action="jumping", wears=("sunglasses",)), False),
        ("bat", Doing(wears=("wings",)), True),
        ("bat", IDLE, False),
        ("fox", Doing(action="jumping"), False),
    ],
)
def test_who_is_in_its_element_needs_no_arms(label, doing, as_pictured):
    assert is_in_its_element(label, doing) is as_pictured


@pytest.mark.parametrize("name", MANY_HEADS)
def test_beasts_of_three_heads_are_wider_than_those_of_one(name):
    many, one = thing(name).silhouette.bounds, character("black labrador").silhouette.bounds
    assert (many[2] - many[0]) / (many[3] - many[1]) > (one[2] - one[0]) / (one[3] - one[1])


def test_several_who_sleep_lie_beside_each_other(library):
    understood = read("two foxes curled up sleeping", library)
    left, top, right, low = cast(understood, library, "badge", 1, needs_subject=True).hero.silhouette.bounds
    assert right - left > 2 * (low - top)
