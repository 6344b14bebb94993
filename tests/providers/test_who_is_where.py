"""Who is on, in, under, out of and from what, what is worn as a costume, and things that play a part."""

from __future__ import annotations

import pytest

from pod.providers.embedded.characters.costumes import COSTUMES, SUITS
from pod.providers.embedded.characters.doing import ON_THE_NOSE, Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.coils import coiled_about
from pod.providers.embedded.glassware import in_a_glass
from pod.providers.embedded.placing import hung_from, looking_out, placed_so, sipping
from pod.providers.embedded.retold import retold
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.viewed import VIEWED_WORDS


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("butterfly on a dog's nose", "dog with butterfly on its nose"),
        ("frog on a man's head", "man with frog on its head"),
        ("sloth hanging on a branch", "sloth hanging from a branch"),
        ("koala clinging to a branch", "koala hugging a tree"),
        ("opossum hanging from a tree by its tail", "opossum hanging by its tail"),
        ("man kayaking with his dog", "man and his dog in a kayak"),
        ("pink flamingo on a pool float", "pink flamingo in a swim ring"),
        ("mouse on a wedge of cheese", "mouse on a cheese"),
        ("bee on a flower", "bee on a daisy"),
        ("dragon curled around a stack of dice", "dragon curled around dice"),
        ("dog in the back of an old red truck", "dog in a red truckbed"),
        ("dog with its head out of a car window", "dog in a carwindow"),
        ("cat riding in a motorcycle sidecar", "cat in a sidecar"),
        ("rabbit coming out of a magician's hat", "rabbit in a conjurerhat"),
        ("rabbit with a magician's hat", "rabbit with a magician's hat"),
        ("kitten tangled in pink yarn", "kitten wearing a pink yarntangle"),
        ("pug in an astronaut suit", "pug wearing a spacesuit"),
        ("cat in a chef outfit", "cat dressed as a chef"),
        ("corgi dressed as santa", "corgi wearing a santasuit and santa hat"),
        ("cat dressed as a banana", "cat wearing a bananasuit"),
        ("dachshund dressed as a hot dog", "dachshund in a hot dog bun"),
        ("pug dressed as a hot dog", "pug wearing a hotdogsuit"),
        ("viking skull", "skull wearing a viking helmet and crossed axes"),
        ("skull electrician", "skull wearing a hard hat and crossed lightning bolts"),
        ("cactus cowboy", "cactus with arms and legs wearing a cowboy hat and bandana"),
        ("pirate skull", "pirate skull"),
        ("king cake", "king cake"),
        ("cat on a lap while knitting", "woman knitting with cat in her lap"),
        ("sea turtle swimming over coral", "sea turtle swimming in a coral reef"),
        ("chef skull with knives", "skull wearing a chef hat and crossed kitchen knives"),
        ("chef skull with a rose", "skull wearing a chef hat with a rose"),
        ("toadstool with a frog under it", "a frog under a toadstool"),
        ("girl on a swing under a tree", "girl on a treeswing"),
        ("bigfoot carrying a surfboard", "bigfoot carrying a carriedboard"),
        ("rose in a wolf's mouth", "wolf with rose in its mouth"),
        ("buffalo in a field of flowers", "buffalo in a field of flowers"),
        ("frog in a pink flower", "frog in a pink flowercup"),
        ("frog in a flower pot", "frog in a flower pot"),
        ("ocean waves in a coffee cup", "oceancup"),
        ("forest in a jar", "forestjar"),
        ("fairy in a jar", "fairy in a jar"),
        ("heart in my hands", "heart on cuppedpalms"),
        ("hands holding a seedling", "a seedling on cuppedpalms"),
        ("hummingbird drinking from a purple flower", "hummingbird at a purple hibiscus"),
        ("kitten dressed as a bumblebee", "kitten dressed as a bee"),
    ],
)
def test_it_is_said_plainly(said, plainly):
    assert retold(said).strip() == plainly


@pytest.mark.parametrize(
    ("sentence", "hero", "doing"),
    [
        ("butterfly on a dog's nose", "dog", {"on_head": ON_THE_NOSE}),
        ("seal with a ball on its nose", "seal", {"on_head": "ball"}),
        ("monkey hanging by its tail", "monkey", {"action": "by the tail"}),
        ("two dogs in a truck bed", "dog", {"inside": "truck bed"}),
        ("dog in a sidecar", "dog", {"inside": "sidecar"}),
        ("bunny popping out of an easter egg", "rabbit face", {"inside": "easter egg"}),
        ("cat peeking out of a paper bag", "cat", {"inside": "paper bag"}),
        ("cat under the christmas tree", "cat", {"inside": "under a fir"}),
        ("panda hugging a bamboo", "panda", {"inside": "hugged bamboo"}),
        ("fairy in a flower", "fairy", {"inside": "flower"}),
        ("chihuahua in a purse", "chihuahua", {"inside": "handbag"}),
        ("panda on a tree swing", "panda", {"inside": "tree with a swing"}),
        ("donkey with a basket of flowers", "donkey", {"holds": "flower basket"}),
        ("firefighter carrying a ladder", "man", {"holds": "ladder"}),
        ("rabbit in a garden eating a carrot", "rabbit", {"holds": "", "action": "eating"}),
        ("cat in a wine glass", "cat", {"inside": "wine glass"}),
        ("cat dressed as a ghost", "cat", {"wears": ("ghost costume",)}),
        ("pug in a astronaut suit", "pug", {"wears": ("space suit",)}),
        ("boy with a snake around his neck", "boy", {"wears": ("neck snake",)}),
        ("pizza slice ninja", "pizza", {"wears": ("mask", "headband"), "holds": "sword"}),
    ],
)
def test_it_is_seen_where_it_was_said_to_be(library, sentence, hero, doing):
    understood = read(sentence, library)
    assert understood.heroes[0].label == hero
    assert {key: getattr(understood.doing, key) for key in doing} == doing
    assert understood.companions == ()


@pytest.mark.parametrize("name", SUITS)
def test_a_costume_changes_whoever_wears_it_and_leaves_the_face(name):
    worn, bare = character("cat", Doing(wears=(name,))), character("cat")
    assert worn.drawing.items != bare.drawing.items
    assert WARDROBE[name].sleeves in worn.drawing.inks()
    assert set(bare.drawing.inks()) & set(worn.drawing.inks())


def test_every_costume_is_asked_for_by_one_word():
    words = [word for suit in SUITS.values() for word in suit.words]
    assert len(set(words)) == len(words) == len(COSTUMES)


def test_a_beak_is_in_the_flower_that_a_bird_drinks_from():
    bird, flower = thing("goldfish"), thing("daisy")
    alone = sipping(bird, flower).silhouette
    assert alone.geom_type == "Polygon"  # they touch


def test_who_is_in_a_thing_looks_out_of_it_and_is_in_the_crown_of_a_tree():
    fox = character("fox")
    boxed, treed = looking_out(fox, thing("straw beehive")), looking_out(fox, thing("apple tree"))
    assert len(boxed.drawing.items) > len(fox.drawing.items)
    assert len(treed.drawing.items) > len(fox.drawing.items)


def test_what_is_clear_shows_who_is_in_it():
    fox, ball = character("fox"), thing("terrarium")
    left, top, right, bottom = looking_out(fox, ball).silhouette.bounds
    assert (right - left) / (bottom - top) == pytest.approx(_ratio(ball), rel=0.02)


def _ratio(one):
    left, top, right, bottom = one.silhouette.bounds
    return (right - left) / (bottom - top)


def test_in_says_something_only_of_what_it_leads_to():
    assert placed_so(("bear", "in", "beehive"), "in") is looking_out
    assert placed_so(("bear", "in", "scarf", "cup"), "with") is None
    assert placed_so(("bear", "in", "scarf", "cup")) is None


def test_what_hangs_is_below_on_a_thread():
    whole = hung_from(thing("bauble"), thing("bare tree")).silhouette
    assert whole.geom_type == "Polygon"


def test_a_sword_stands_upright_in_the_coils():
    dragon = character("dragon")
    left, top, right, bottom = coiled_about(dragon, thing("long sword")).silhouette.bounds
    assert bottom - top > right - left


@pytest.mark.parametrize(
    ("sentence", "wreath"),
    [
        ("dog inside a wreath of sunflowers", "circlet of sunflowers"),
        ("bunny in a daisy wreath", "circlet of daisies"),
        ("cat in a christmas wreath", "holly wreath"),
    ],
)
def test_a_wreath_is_around_whoever_is_in_it(library, sentence, wreath):
    understood = read(sentence, library)
    assert [one.label for one in understood.companions] == [wreath]
    left, top, right, bottom = looking_out(character("fox"), thing(wreath)).silhouette.bounds
    assert (right - left) / (bottom - top) == pytest.approx(_ratio(thing(wreath)), rel=0.05)


@pytest.mark.parametrize(("word", "name"), VIEWED_WORDS.items())
def test_a_view_in_a_vessel_is_one_picture(library, word, name):
    understood = read(word, library)
    assert [choice.label for choice in understood.heroes] == [name]
    assert thing(name).silhouette.geom_type == "Polygon"


def test_a_fish_in_a_glass_is_seen_whole():
    fish = thing("koi fish")
    assert set(fish.drawing.inks()) <= set(in_a_glass(fish).drawing.inks())
