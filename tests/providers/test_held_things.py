"""Things in, on and out of each other: flowers with a thing, heaps in what holds them, stacks, and parts in a colour of their own."""

from __future__ import annotations

import pytest

from pod.providers.embedded.abloom import at_its_foot, out_of_it
from pod.providers.embedded.arranging import arranged
from pod.providers.embedded.bites import with_a_bite
from pod.providers.embedded.casting import cast
from pod.providers.embedded.heaps import HOLD_HEAPS, heap_of, heaped, mates_of, stacked
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.painted import painted
from pod.providers.embedded.retold import retold
from pod.providers.embedded.subjects import visible_shares
from pod.providers.embedded.things import thing
from pod.providers.embedded.voice import read_picture, voice_of


def _read(sentence, library):
    return read_picture(voice_of(sentence, library), library)


def _drawn(sentence, library):
    return cast(_read(sentence, library), library, "minimal", 0, needs_subject=True).hero


def _high(subject):
    left, top, right, bottom = subject.silhouette.bounds
    return (bottom - top) / (right - left)


@pytest.mark.parametrize(
    ("sentence", "thing_with_flowers"),
    [
        ("typewriter with daisies", "typewriter"),
        ("vintage camera with flowers coming out", "camera"),
        ("crescent moon with roses", "crescent moon"),
        ("cross with lilies", "golden cross"),
        ("candle with lavender", "candle"),
        ("saxophone and roses", "saxophone"),
    ],
)
def test_flowers_lie_around_a_thing_that_has_no_roots(library, sentence, thing_with_flowers):
    understood = _read(sentence, library)
    assert understood.heroes[0].label == thing_with_flowers
    alone, flowers = thing("red heart"), thing("bouquet of daisy")
    with_flowers = arranged(alone, [flowers], understood, "with")
    assert len(with_flowers.drawing.items) > len(alone.drawing.items) + 30


def test_flowers_that_are_said_in_a_colour_have_it_and_their_leaves_do_not():
    inks = at_its_foot(thing("red heart"), ["rose"], ink_of("blue", ())).drawing.inks()
    plain = at_its_foot(thing("red heart"), ["rose"]).drawing.inks()
    assert set(plain) - set(inks)
    assert "#4f9a5c" in inks


def test_as_many_flowers_as_were_said_stand_in_a_jug():
    three, seven = (out_of_it(thing("porcelain jug"), ["poppy"], count=n) for n in (3, 7))
    assert len(three.drawing.items) < len(seven.drawing.items)


def test_what_grows_out_of_a_thing_is_above_it():
    assert _high(out_of_it(thing("jar of jam"), ["wildflowers"])) > 0.9


@pytest.mark.parametrize(
    ("sentence", "inside", "heap"),
    [
        ("a blue bowl full of lemons", "bowl", 5),
        ("bucket of apples", "bucket", 5),
        ("mug full of pencils", "mug", 5),
        ("six eggs in a basket", "basket", 6),
        ("bird nest with three blue eggs", "nest", 3),
        ("peaches in a brown paper bag", "paper bag", 5),
        ("box of donuts", "box", 5),
        ("wooden crate of oranges", "crate", 5),
        ("basket of yarn", "basket", 5),
        ("lemon in a bowl", "bowl", 0),
        ("three kittens in a basket", "basket", 0),
    ],
)
def test_what_is_in_a_vessel_is_a_heap_of_it(library, sentence, inside, heap):
    understood = _read(sentence, library)
    assert understood.doing.inside == inside
    assert heap_of(understood.heroes[0], understood.doing, understood.words) == heap


def test_a_picture_of_the_whole_is_not_taken_apart(library):
    for sentence, label in (
        ("bowl of fruit", "bowl of fruit"),
        ("jar of cookies", "cookie jar"),
        ("pho bowl with chopsticks", "chopsticks"),
    ):
        understood = _read(sentence, library)
        assert not understood.doing.inside
        assert label == "chopsticks" or understood.heroes[0].label == label


def test_two_kinds_lie_in_one_basket(library):
    understood = _read("lemons and limes in a basket", library)
    assert [mate.label for mate in mates_of(understood)] == ["lime and slices"]


def test_what_is_long_stands_in_its_jar_and_what_is_round_lies():
    assert _high(heaped([thing("whisk")], 3)) > 0.8
    assert _high(heaped([thing("whole orange")], 5)) < 0.9


def test_every_vessel_that_holds_a_heap_can_be_said(library):
    said = {_read(f"pears in a {vessel}", library).doing.inside for vessel in HOLD_HEAPS}
    assert said >= HOLD_HEAPS - {"teacup", "wagon"}


def test_a_stack_is_as_high_as_its_number():
    assert _high(stacked(thing("jar of jam"), 5)) > _high(stacked(thing("jar of jam"), 3)) > _high(thing("jar of jam"))


def test_a_stack_is_one_pile(library):
    assert _high(_drawn("stack of vintage suitcases", library)) > 1.5


@pytest.mark.parametrize(
    ("label", "words", "ink"),
    [
        ("potted monstera", ("monstera", "in", "a", "white", "pot"), "white"),
        ("planet saturn", ("saturn", "with", "pink", "rings"), "pink"),
        ("head of medusa", ("medusa", "with", "purple", "snakes"), "purple"),
        ("snake plant", ("snake", "plant", "in", "a", "yellow", "pot"), "yellow"),
    ],
)
def test_a_part_has_the_colour_right_before_it(label, words, ink):
    plain, coloured = thing(label), painted(thing(label), label, words)
    changed = set(coloured.drawing.inks()) - set(plain.drawing.inks())
    assert changed
    assert visible_shares(coloured.drawing).keys() & changed
    assert painted(plain, label, (ink, *words[1:2])) is plain


@pytest.mark.parametrize(
    ("sentence", "colour"),
    [
        ("mint green bicycle", "seafoam"),
        ("sage green teapot", "celadon"),
        ("navy blue kettle", "navy"),
        ("burnt orange kettle", "rust"),
        ("sky blue teapot", "azure"),
        ("hot pink kettle", "fuchsia"),
    ],
)
def test_a_shade_is_a_colour_of_its_own(library, sentence, colour):
    assert _read(sentence, library).hero_colour == colour


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("d20 dice", "d20"),
        ("rugby ball", "rugby ball"),
        ("scissors and measuring tape", "scissors"),
        ("soccer ball and boots", "soccer ball"),
        ("matcha whisk", "bamboo whisk"),
        ("engagement ring in a box", "ring in a box"),
        ("goldfish in a plastic bag", "goldfish in a bag"),
        ("hands holding a bunch of wildflowers", "hand with wildflowers"),
        ("thyme", "thyme"),
        ("cake on a cake stand", "cake on a cake stand"),
    ],
)
def test_a_thing_is_itself_and_no_near_relative(library, sentence, label):
    assert _read(sentence, library).heroes[0].label == label


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("bouquet of lavender and daisies", 2),
        ("roses and lilies bouquet", 2),
        ("bouquet of poppies, cornflowers and daisies", 3),
    ],
)
def test_all_kinds_that_are_said_are_in_one_bunch(library, sentence, kinds):
    understood = _read(sentence, library)
    one_kind = thing("bouquet of rose").drawing.inks()
    assert understood.heroes[0].label.startswith(("bouquet of", "lavender bunch"))
    assert len(set(_drawn(sentence, library).drawing.inks()) - set(one_kind)) >= kinds


def test_a_pattern_repeats_what_it_shows_in_every_colour_that_is_said(library):
    shown = cast(_read("pink, orange and yellow daisies pattern", library), library, "pattern", 0, needs_subject=True)
    assert len({frozenset(piece.drawing.inks()) for piece in shown.pieces}) == 3
    plain = cast(_read("daisies pattern", library), library, "pattern", 0, needs_subject=True)
    assert len(plain.pieces) == 1


def test_what_is_worn_is_told_from_the_coat_under_it(library):
    duck, boots = (set(_drawn(f"yellow duck{what}", library).drawing.inks()) for what in ("", " in yellow wellies"))
    assert boots - duck


def test_food_lacks_what_was_bitten_off(library):
    understood = _read("peach with a bite", library)
    whole = thing("whole orange")
    bitten = with_a_bite(whole, understood.heroes[0], understood.words)
    assert bitten.silhouette.area < 0.97 * whole.silhouette.area
    assert with_a_bite(whole, understood.heroes[0], ("peach",)) is whole


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [("crystal ball with a galaxy inside", "crystal ball"), ("wine glass with a fish in it", "wine glass")],
)
def test_what_is_inside_a_thing_lies_within_its_outline(library, sentence, inside):
    understood = _read(sentence, library)
    assert understood.heroes[0].label == inside
    whole, content = thing("jar of jam"), thing("whole orange")
    shown = arranged(whole, [content], understood, "with")
    assert _high(shown) == pytest.approx(_high(whole), rel=0.02)


@pytest.mark.parametrize(
    ("sentence", "retold_as"),
    [
        ("santa hat on a cactus", "cactus wearing a santa hat"),
        ("sled with presents", "sled with presents on top"),
        ("tea cup with a whale inside", "a whale in a teacup"),
        ("open book with a castle coming out", "open book with a castle on top"),
        ("vase of roses and daisies", "ceramic vase and roses and daisies on top"),
        ("tower of five turtles", "stack of five turtles"),
        ("puzzle pieces in four colours", "four colourful puzzle pieces"),
        ("bird nest with three blue eggs", "three blue eggs in a nest"),
        ("pho bowl with chopsticks", "pho bowl with chopsticks"),
        ("a gift box with ribbons", "a gift box with ribbons"),
    ],
)
def test_what_holds_what_is_said_plainly(sentence, retold_as):
    assert retold(sentence).strip() == retold_as
