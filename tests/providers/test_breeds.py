"""Breeds, coats and the young: each is heard by the names that shoppers give it, and shows its own coat."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shapely import box

from pod.drawing.display import Canvas
from pod.drawing.raster import rasterise
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.bodies import torso
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import _dressed, _on_the_wing, character
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, LINE, Pen
from pod.providers.embedded.characters.species import SPECIES, Species
from pod.providers.embedded.gallery.fishes import FISHES
from pod.providers.embedded.gallery.horses import STABLE
from pod.providers.embedded.gallery.reptiles import REPTILES
from pod.providers.embedded.known import is_known_by_its_coat
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read

COATS = {name: species for name, species in SPECIES.items() if species.coat}


def torso_of(species: Species) -> bytes:
    canvas = Canvas(BOX, BOX)
    torso(Pen(canvas, species))
    return rasterise(canvas.drawing(), 96).tobytes()


@pytest.mark.parametrize("name", COATS)
def test_a_coat_is_seen_on_the_body(name):
    assert torso_of(COATS[name]) != torso_of(replace(COATS[name], coat=()))


def test_clothes_cover_the_coat():
    dalmatian = SPECIES["dalmatian"]
    assert not _dressed(dalmatian, Doing(wears=("army shirt",))).coat
    assert _dressed(SPECIES["fox"], Doing(costume="dalmatian")).coat == dalmatian.coat


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("golden retreiver", "golden retriever"),
        ("chocolate lab puppy", "chocolate labrador"),
        ("a labrador on a beach", "yellow labrador"),
        ("yorkie with a bow", "yorkshire terrier"),
        ("two pomeranians", "pomeranian"),
        ("pitbull mom", "pit bull"),
        ("st bernard in the snow", "saint bernard"),
        ("my frenchie", "french bulldog"),
        ("a wiener dog in a scarf", "dachshund"),
        ("blue heeler on a farm", "cattle dog"),
        ("my cardigan corgi", "corgi"),
        ("irish setter running", "irish setter"),
        ("a papillon with a bow", "papillon"),
        ("black cockapoo", "black doodle"),
        ("fluffy ginger cat", "orange fluffy cat"),
        ("devon rex", "devon rex"),
        ("leopard gecko on a log", "leopard gecko"),
        ("jersey cow in a field", "jersey cow"),
        ("buff orpington hens", "buff orpington"),
        ("valais blacknose sheep", "black faced sheep"),
        ("sun conure", "conure"),
        ("brown and white dog", "brown and white dog"),
        ("black and white cat", "tuxedo cat"),
        ("grey and white kitten", "grey and white cat"),
        ("tabby asleep", "tabby cat"),
        ("tortie cat", "tortoiseshell cat"),
        ("maine coon wearing a crown", "maine coon"),
        ("lop eared bunny in a basket", "lop rabbit"),
        ("rabbit with floppy ears", "lop rabbit"),
        ("a fawn in a meadow", "fawn"),
        ("a duckling in a puddle", "duck"),
        ("black bear in the woods", "black bear"),
        ("medusa drinking coffee", "medusa"),
        ("unicorn with a rainbow mane", "rainbow unicorn"),
        ("zebra with rainbow stripes", "rainbow zebra"),
        ("a scarlet macaw in the jungle", "macaw"),
        ("rooster crowing", "rooster"),
        ("cute monster", "friendly monster"),
        ("red eyed tree frog", "tree frog"),
        ("a bull with a nose ring", "bull"),
        ("bighorn sheep on a cliff", "ram sheep"),
    ],
)
def test_a_breed_is_heard_by_the_names_that_people_give_it(library, text, who):
    understood = read(text, library)
    assert understood.heroes[0].can_be_character == who
    assert understood.companions == ()


@pytest.mark.parametrize("name", [name for name, species in SPECIES.items() if species.nose.startswith("side ")])
def test_a_bird_from_the_side_looks_at_whoever_stands_at_its_right(name):
    half = SPECIES[name].head[0]
    beak = box(BOX / 2 + half + LINE, HEAD_Y - 40, 2 * BOX, HEAD_Y + 80)
    behind = box(-BOX, HEAD_Y - 40, BOX / 2 - half - LINE, HEAD_Y + 80)
    shape = character(name).silhouette
    assert shape.intersection(beak).area > 500
    if SPECIES[name].body in ("perched", "afloat"):
        assert shape.intersection(beak).area > shape.intersection(behind).area


def test_a_bird_that_flies_has_wings_of_its_own_and_a_hen_does_not():
    crow, hen = (SPECIES[name] for name in ("raven", "hen"))
    assert _on_the_wing(crow, Doing(wears=("wings", "scarf")))[1].wears == ("scarf",)
    assert _on_the_wing(hen, Doing(wears=("wings",)))[1].wears == ("wings",)


@pytest.mark.parametrize(
    ("text", "young"),
    [("mother hen with two chicks", "chick"), ("a cow with her calf", "calf"), ("a bear and her cub", "bear")],
)
def test_the_young_of_an_animal_are_its_own(library, text, young):
    pieces = cast(read(text, library), library, "badge", 2, needs_subject=True).pieces
    assert pieces[-1].name == young


@pytest.mark.parametrize(
    ("text", "young", "partner"),
    [
        ("lion and lamb", 0, "lamb"),
        ("sheep with her lamb", 1, ""),
        ("horse and foal", 1, ""),
        ("cat with two kittens", 2, ""),
    ],
)
def test_young_are_those_of_their_own_kind(library, text, young, partner):
    understood = read(text, library)
    assert understood.young == young
    assert (understood.partner.label if understood.partner else "") == partner


def test_a_baby_on_its_mothers_back_looks_over_her_shoulder(library):
    sentence = "a koala mom with baby on her back"
    left, top, right, bottom = cast(
        read(sentence, library), library, "badge", 2, needs_subject=True
    ).hero.silhouette.bounds
    alone = character("koala").silhouette.bounds
    assert (right - left) / (bottom - top) > 1.1 * (alone[2] - alone[0]) / (alone[3] - alone[1])
    assert read(sentence, library).doing.on_head == ""


def test_a_lab_is_a_dog_unless_somebody_works_in_it(library):
    assert not read("black lab puppy", library).scene
    assert read("a frog in a lab", library).scene == "laboratory"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("black sheep", True),
        ("rainbow unicorn", True),
        ("a crow", True),
        ("calico cat", True),
        ("corgi", False),
        ("a tree", False),
    ],
)
def test_who_is_known_by_a_coat_is_not_drawn_in_outlines(library, text, known):
    assert is_known_by_its_coat(read(text, library)) is known


@pytest.mark.parametrize("name", [name for name, species in SPECIES.items() if species.lift])
def test_a_long_neck_lifts_the_head_and_what_is_worn_on_it(name):
    bare, hatted = (character(name, done).silhouette.bounds[1] for done in (Doing(), Doing(wears=("top hat",))))
    assert bare < HEAD_Y - SPECIES[name].lift
    assert hatted <= bare


@pytest.mark.parametrize("names", [FISHES, STABLE, REPTILES], ids=["fishes", "horses", "reptiles"])
def test_no_two_kinds_of_the_gallery_look_the_same(names):
    assert len({rasterise(thing(name).drawing, 64).tobytes() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a black stallion in the rain", "black horse"),
        ("paint horse running", "pinto horse"),
        ("corgi butt", "corgi butt"),
        ("a goldfish", "goldfish"),
        ("leaping bass", "largemouth bass"),
        ("clownfish in coral", "clownfish"),
        ("snake and dagger", "snake and dagger"),
        ("sea turtles swimming", "sea turtle"),
        ("long neck dinosaur eating leaves", "brachiosaurus"),
        ("nessie", "loch ness monster"),
        ("peacock feather", "peacock feather"),
        ("whale shark", "whale shark"),
        ("hermit crab on a beach", "hermit crab"),
        ("puffer fish", "blowfish"),
    ],
)
def test_a_kind_is_heard_by_the_names_that_people_give_it(library, text, what):
    understood = read(text, library)
    assert what in {understood.heroes[0].label, *(choice.label for choice in understood.companions)}
    assert not understood.hero_colour


@pytest.mark.parametrize(
    ("text", "who", "skin"),
    [("unicorn pug", "pug", "unicorn"), ("mermaid cat", "cat", "mermaid"), ("dinosaur corgi", "corgi", "dinosaur")],
)
def test_a_pet_named_after_a_creature_of_tales_wears_its_skin(library, text, who, skin):
    understood = read(text, library)
    assert understood.heroes[0].can_be_character == who
    assert understood.doing.costume == skin
    assert understood.companions == ()


def test_a_cat_that_is_a_mermaid_keeps_its_head_and_has_a_tail():
    cat, purrmaid = SPECIES["cat"], _dressed(SPECIES["cat"], Doing(costume="mermaid"))
    assert (purrmaid.ears, purrmaid.head) == (cat.ears, cat.head)
    assert purrmaid.body == "mermaid"


@pytest.mark.parametrize(
    ("text", "worn"),
    [
        ("shih tzu with a pink bow", ("ribbon",)),
        ("three yorkies in bows", ("ribbon",)),
        ("a fox with a bow and arrow", ()),
        ("christmas wreath with a red bow", ()),
    ],
)
def test_a_bow_is_worn_unless_it_is_shot_with_or_there_already(library, text, worn):
    assert read(text, library).doing.wears == worn


def test_a_stag_with_a_flower_crown_has_flowers_in_its_antlers():
    crowned, bare = (character("deer", Doing(wears=worn)).silhouette for worn in (("flower crown",), ()))
    above = box(-BOX, -BOX, 2 * BOX, HEAD_Y - 200)
    assert crowned.intersection(above).area > 1.3 * bare.intersection(above).area


@pytest.mark.parametrize(
    ("text", "hero", "partner"),
    [
        ("my dog Bella, a brown and white spaniel", "spaniel", ""),
        ("our dog Otis the beagle", "beagle", ""),
        ("my cat Milo, a grey tabby", "tabby cat", ""),
        ("a dog and a pug", "dog", "pug"),
        ("a cat and a siamese cat", "cat", "siamese cat"),
    ],
)
def test_a_pet_and_its_breed_are_one_and_two_pets_are_two(library, text, hero, partner):
    understood = read(text, library)
    assert understood.heroes[0].label == hero
    assert (understood.partner.label if understood.partner else "") == partner
