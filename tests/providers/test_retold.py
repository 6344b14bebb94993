"""What is said in a roundabout way is read as what it says plainly; what several fly in; what is on an animal's coat; two colours."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from pod.providers.embedded.characters.doing import IDLE
from pod.providers.embedded.dressing import seated
from pod.providers.embedded.fabrics import fabric_asked
from pod.providers.embedded.groups import with_young
from pod.providers.embedded.retold import retold
from pod.providers.embedded.rows import pair as row_of
from pod.providers.embedded.rows import strewn
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import read_picture, voice_of


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("ginger cat and grey cat with tails making a heart", "two cats, one orange, one grey, in love"),
        ("black cat and white cat", "black cat and white cat"),
        ("five sunflowers in a blue jug", "blue jug with five sunflowers on top"),
        ("taco cat", "cat in a taco"),
        ("abstract one line face", "line face"),
        ("monstera leaf minimalist line art", "slitted leaf minimalist line art"),
        ("monstera leaf in a pot", "monstera plant in a pot"),
        ("old sailing ship in a bottle", "ship in a bottle"),
        ("fire breathing dragon", "dragon breathing fire"),
        ("orca jumping in front of the full moon", "orca breaching in front of the full moon"),
        ("dolphin jumping out of a cup", "dolphin jumping out of a cup"),
        ("steam train crossing a bridge in the mountains", "steam train on a viaduct"),
        ("reindeer with tangled lights", "reindeer in christmas lights"),
        ("cat wrapped in christmas lights", "cat in christmas lights"),
        ("papa bear plaid", "bear in a flannel shirt"),
        ("papa bear", "papa bear"),
        ("crane flying red sun japanese", "crane bird and a red disc of the sun"),
        ("wolf in front of a red sun", "wolf and a red disc of the sun"),
        ("japanese wave with red sun", "japanese wave with red sun"),
        ("deer with flowers in antlers", "deer wearing a flower crown"),
        ("squirrel in a hole in a tree", "squirrel in a hollow tree"),
        ("skull with lightning bolts", "skull with three lightning bolts"),
        ("8 ball flames", "8 ball with flames"),
        ("phoenix rising from flames", "phoenix rising from flames"),
        ("horse girl with braids", "girl with a horse with braids"),
        ("abstract line art face of a woman with flowers", "line face with flowers"),
        ("minimalist woman face", "line face with leaves"),
        ("solar system with planets in a row", "line of planets"),
        ("kittens in a row", "kittens in a row"),
        ("celestial sun and moon", "celestial face"),
        ("sun and moon tarot", "sun and moon tarot"),
        ("sound wave of i love you", "voice waveform of i love you"),
        ("checkerboard with red hearts", "checkered hearts in black and white and red"),
        ("woodland animals in the forest", "a fox and a deer and an owl in the forest"),
        ("kayaking in alaska", "man kayaking in alaska"),
        ("man kayaking in alaska", "man kayaking in alaska"),
        ("cowboy riding into the sunset", "cowboy riding a horse into the sunset"),
        ("great white shark under water", "great white shark underwater"),
        ("sailing into the sunset", "sailboat into the sunset"),
        ("sunset beach wedding couple", "bride and groom at the beach at sunset"),
        ("swing under a tree", "tree with a swing"),
        ("oil painting of a farm", "a farm"),
        ("rainbow mushrooms pattern", "colourful mushrooms pattern"),
        ("wildflowers growing out of hiking boots", "boot with flowers growing out of it"),
        ("bear in a hammock between two pine trees", "bear in a tree hammock"),
        ("dachshund in a hot dog costume", "dachshund in a hot dog bun"),
        ("book stack with teacup and a sleeping cat", "cat sleeping on a stack of books with teacup"),
        ("retro sun with waves and palm", "retro sunset with waves and palm tree"),
        ("snowman family of three", "snow family"),
        ("family of four snowmen", "snow family of four"),
        ("gamer girl", "girl playing video games"),
        ("gamer girl with pink headset", "girl with a gamepad and with pink headset"),
        ("two wild horses galloping", "two brown horses galloping"),
        ("black horse running in the snow", "black horse running in the snow"),
        ("strawberry cow", "pink cow holding a strawberry"),
        ("daisy chain border", "border of daisies"),
        ("cute mummy with a candy bag", "cute wrapped mummy with a candy bag"),
        ("cherry blossom tree by a lake with mount fuji", "cherry blossom tree in front of mount fuji"),
        ("sea otter holding hands with another otter", "two sea otters holding hands"),
        ("fox sharing a coat with another bear", "fox sharing a coat with another bear"),
        ("tulips in a row all colors", "tulips in a row in different colours"),
        ("pug burrito", "pug in a hot dog bun"),
        ("astronaut cat floating with planets", "astronaut cat in space with planets"),
        ("animals gathered around a campfire", "bear and fox and rabbit around a campfire"),
        ("family around a dinner table", "mum and dad and girl around a table"),
        ("cat burglar", "burglar cat"),
        ("sunset sailing trip with dolphins", "sunset sailboat with dolphins"),
        ("show jumping girl on a bay horse", "show jumper"),
        ("girl jumping a fence on her horse", "show jumper"),
        ("cat shooting lasers from its eyes", "cat with laser eyes"),
        ("grizzly bear fishing salmon", "grizzly bear with a salmon in its mouth"),
        ("barrel racing girl on a brown horse", "barrel racer"),
        ("coquette pink bow", "ribbon bow, pink"),
        ("hair bow", "ribbon bow"),
        ("eagle with american flag", "eagle in front of the american flag"),
        ("school bus full of kids", "kids in a school bus"),
        ("dentist tooth fairy", "fairy holding a tooth"),
        ("electrician bolt", "electrician with lightning"),
        ("gift for a math teacher", "gift for a teacher at the blackboard"),
        ("math teacher life", "math teacher life"),
        ("pizza rat", "rat holding a pizza"),
        ("emperor penguin and chick", "penguin and chick"),
        ("koala in eucalyptus tree", "koala in a tree"),
        ("tango couple", "couple dancing"),
        ("cat dressed up as a pumpkin", "cat wearing a pumpkinsuit"),
        ("wolf in sheep's clothing", "wolf in a sheep costume"),
        ("vampire cat with a cape", "cat in a vampire cape"),
        ("zombie hand coming out of the ground", "zombie hand"),
        ("my boyfriend plays bass guitar", "man playing the bass guitar"),
        ("coffee bean heart", "heart made of coffee beans"),
        ("running with scissors skeleton", "skeleton running with scissors"),
        ("shamrock gnome", "gnome holding a shamrock"),
        ("reindeer with lights tangled in antlers", "reindeer with lights in its antlers"),
        ("kids lemonade stand", "kids at a lemonade stand"),
        ("bride and groom skeletons", "two skeletons getting married"),
        ("cat bride and groom", "two cats getting married"),
        ("sharks pattern navy", "sharks pattern in navy"),
        ("kite surfing at sunset", "man surfing and holding a kite at sunset"),
        ("mountain biker at sunset", "rider riding a mountain bike at sunset"),
        ("army helicopter", "green helicopter"),
        ("mama llama baby llama", "llama with its cub"),
        ("blue eyed husky portrait", "husky with blue eyes portrait"),
        ("white horse jumping over a fence", "fence jumping white horse"),
        ("three little ducks in a row wearing rain boots", "three ducks in red boots"),
        ("5 yellow ducks in a row", "file of five ducks"),
        ("two ducks on a pond", "two ducks on a pond"),
        ("christmas tree in the back of a blue pickup truck", "a blue pickup truck with a christmas tree"),
        ("nurse with stethoscope and a heart", "nurse with a stethoscope holding a heart"),
        ("lighthouse at night with stormy waves", "lighthouse at night on the stormy sea"),
        ("elephant family", "two elephants with a baby"),
        ("mountain bike rider", "rider riding a mountain bike"),
        ("couple camping under the stars", "couple camping with a tent under the stars"),
        ("red truck on a steep hill", "red truck down a hill"),
        ("snowy mountain with a gondola", "snowy mountain with a ski gondola"),
        ("desert road with a motorcycle", "a motorcycle on a desert road"),
        ("apple orchard with a ladder", "apple tree with a ladder"),
        ("whale swimming through the stars", "whale in space"),
        ("galaxy with a whale", "a whale in space"),
        ("mars rover on a red planet", "mars rover on mars"),
        ("cat sitting on the moon", "cat sitting on a crescent moon"),
        ("little farm with cows and chickens", "cows and chickens on a farm"),
        ("autumn farm with pumpkins", "autumn day with pumpkins"),
        ("summer picnic in the park", "picnic basket in the park"),
        ("steep street with a cable car, san francisco", "steep street with a tram, san francisco"),
        ("girls softball team with bats", "girls softball team with baseball bats"),
        ("horseback rider in the hills", "rider riding a horse in the hills"),
        ("4 leaf clover", "lucky clover"),
        ("three tier cake", "tier cake"),
        ("two little bears and a mama bear", "mama bear with two babies"),
        ("mama bear and two baby bears", "mama bear with two babies"),
        ("four elephants walking family mum dad and two babies", "two elephants walking with two babies"),
        ("rose bouquet in a mason jar", "roses in a mason jar"),
        ("mushroom forest", "mushrooms in a forest"),
        ("sunset with palm trees and a surfer", "a surfer on a palm beach at sunset"),
        ("day of the dead skull with roses", "sugar skull with roses"),
        ("gift for my sister who loves cats", "gift for my sister who loves cats"),
        ("old typewriter with flowers growing out of it", "old typewriter with wildflowers on top"),
        ("roses growing out of a skull", "skull with roses on top"),
        ("ramen bowl with chopsticks and a cat inside", "a cat in a ramen bowl with chopsticks"),
        ("penguin family of four with scarves", "two penguins with two babies with scarves"),
        ("family of three foxes", "two foxes with a baby"),
        ("smith family of four", "smith family of four"),
        ("two flamingos making a heart", "heartnecked flamingo"),
        ("carpenter tools crossed hammer and saw", "hammer and saw crossed"),
        ("bowling ball hitting the pins", "bowling strike"),
        ("monstera in a terracotta pot", "monstera plant in a terracotta pot"),
        ("blue hydrangeas in a mason jar", "blue hydrangeas in a mason jar"),
        ("sunflower in a blue mason jar", "sunflowers in a mason jar"),
        ("orca jumping out of the sea at sunset", "orca breaching at sunset"),
        ("five ducklings following their mother", "duck with five ducklings"),
        ("gift for a nurse, heart with stethoscope", "gift for a nurse, stethoscope heart"),
        ("nurse life stethoscope in a heart shape", "nurse life stethoscope heart"),
        ("chef frying an egg", "chef holding a frying pan"),
        ("horse jumping over a fence", "fence jumping brown horse"),
        ("gray horse jumping a fence", "fence jumping grey horse"),
        ("horse jumping over a fence with rider", "show jumper"),
        ("mountain bike going down a hill, pine trees", "man riding a mountain bike going down a hill"),
        ("mtb rider on a trail", "rider riding a mountain bike on a trail"),
        ("firefighter dad with a helmet and axe", "firefighter dad with axe"),
        ("firefighter helmet and crossed axes", "firefighter fire helmet and crossed axes"),
        ("ballet dancer in a swan dress", "ballet dancer in a white tutu"),
        ("grandpa with a fishing rod and a big trout", "grandpa fishing with a big trout"),
        ("grandpa with a big trout", "grandpa holding a rainbow trout"),
        ("beekeeper with bees and a jar of honey", "beekeeper with honey jar and bees"),
        ("boy fishing for stars on the moon", "boy sitting on a crescent moon with a star rod"),
        ("cat fishing for stars", "cat with a star rod"),
        ("girl gamer", "girl playing video games"),
        ("sloth rock climbing", "sloth climbing a rock wall"),
        ("a rider on a horse", "a rider on a horse"),
        ("four bears", "four bears"),
    ],
)
def test_it_is_retold_plainly(said, plainly):
    assert retold(said).strip() == plainly


def test_a_saying_shows_what_it_names_whatever_else_it_says(library):
    voice = voice_of("you had me at pizza", library)
    assert voice.lines == ("you had me at pizza",)
    assert read_picture(voice, library).heroes[0].label == "pizza"


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("wrestling mom in blue and gold", ("wrestling mom",)),
        ("will run for tacos", ("will run for tacos",)),
        ("my bees knees need tea", ("my bees knees need tea",)),
        ("volleyball grandma", ("volleyball grandma",)),
        ("i'm a cat mom", ("i'm a cat mom",)),
        ("electrician by day gamer by night", ("electrician by day gamer by night",)),
        ("running club oslo", ("running club oslo",)),
        ("plant one on me cactus", ("plant one on me",)),
        ("hope you dance", ("hope you dance",)),
        ("they call me papa fishing rod", ("they call me papa",)),
        ("the best dads fix things wrench and screwdriver", ("the best dads fix things",)),
        ("happy anniversary 25 years two rings", ("happy anniversary", "25 years")),
        ("bee keeper club of vermont", ("bee keeper club of vermont",)),
        ("salt life with shark", ("salt life",)),
    ],
)
def test_who_somebody_is_and_what_they_would_do_is_lettered(library, sentence, lines):
    assert voice_of(sentence, library).lines == lines


def test_planets_are_in_space_and_over_no_land(library):
    understood = read("saturn with rings and stars", library)
    assert (understood.scene, understood.night) == ("", False)
    assert read("a fox under the stars", library).scene == "night"


@pytest.mark.parametrize("holder", ["teacup", "bowl", "basket"])
def test_what_is_in_a_cup_is_half_below_its_rim(holder):
    """And no wider than it: a whale in a teacup hovers over none."""
    whale = thing("blue whale")
    alone = whale.silhouette.bounds
    both = seated(whale, replace(IDLE, inside=holder)).silhouette.bounds
    empty = seated(thing("thimble"), replace(IDLE, inside=holder)).silhouette.bounds
    assert both[2] - both[0] <= 1.02 * (empty[2] - empty[0])
    assert both[3] - both[1] < (empty[3] - empty[1]) + (alone[3] - alone[1])


@pytest.mark.parametrize(
    ("sentence", "hero", "beside"),
    [
        ("teacher apple with pencil and ruler", "red apple", {"pencil", "straight ruler"}),
        ("bible and coffee", "bible", {"cup of coffee"}),
        ("mountain bike and pine trees", "mountain bike", {"evergreen tree"}),
    ],
)
def test_the_second_and_third_thing_are_found(library, sentence, hero, beside):
    understood = read(sentence, library)
    assert understood.heroes[0].label == hero
    assert {c.label for c in understood.companions} == beside


@pytest.mark.parametrize(
    ("sentence", "hero", "count", "young"),
    [
        ("two little bears and a mama bear", "bear", 1, 2),
        ("four elephants walking family mum dad and two babies", "elephant", 2, 2),
        ("solar system with all the planets", "solar system", 1, 0),
        ("4 leaf clover", "four leaf clover", 1, 0),
    ],
)
def test_how_many_there_are_then(library, sentence, hero, count, young):
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count, understood.young) == (hero, count, young)


@pytest.mark.parametrize("count", range(3, 13))
def test_what_flies_hides_nobody_of_its_kind(count):
    """Each has its own place: together they cover as much as all of them apart."""
    one = thing("hot air balloon")
    several = strewn(one, count, upright=True)
    apart = row_of(one, count)
    assert len(several.drawing.items) >= len(apart.drawing.items) - count
    pieces = list(getattr(several.silhouette, "geoms", [several.silhouette]))
    assert len(pieces) == count
    assert all(a.distance(b) > 0 for a, b in itertools.combinations(pieces, 2))


def test_young_stand_before_their_parents_and_are_half_as_high():
    one = thing("lighthouse")
    parents = row_of(one, 2)
    whole = with_young(parents, [one, one])
    wide, high = (whole.silhouette.bounds[i + 2] - whole.silhouette.bounds[i] for i in (0, 1))
    before = (parents.silhouette.bounds[i + 2] - parents.silhouette.bounds[i] for i in (0, 1))
    assert wide / high == pytest.approx(next(before) / next(before), rel=0.1)
    assert len(whole.drawing.items) > 3 * len(one.drawing.items)


@pytest.mark.parametrize(
    ("sentence", "surface", "rest"),
    [
        ("black and white zebra stripes with gold hearts", "zebra", "gold hearts"),
        ("leopard print with red roses", "leopard", "red roses"),
        ("tiger stripes", "tiger", ""),
        ("leopard print pattern", "leopard", ""),
    ],
)
def test_what_is_on_a_coat_keeps_its_colour(sentence, surface, rest):
    fabric = fabric_asked(sentence)
    assert fabric is not None
    assert (fabric.name, fabric.rest, fabric.behind) == (surface, rest, bool(rest))


@pytest.mark.parametrize(
    ("sentence", "colour"),
    [
        ("blue and white lighthouse", "blue"),
        ("lighthouse in a storm, blue and white", "blue"),
        ("a white lighthouse", "white"),
        ("lighthouse in a storm", ""),
        ("a gold heart", "gold"),
    ],
)
def test_of_two_colours_the_one_that_is_not_white_is_its_own(library, sentence, colour):
    assert read(sentence, library).hero_colour == colour


def test_an_orange_fish_is_no_orange(library):
    understood = read("dolphin with orange fish", library)
    assert understood.doing.holds == ""
    assert ("fish", "orange") in understood.tints
    assert "clownfish" in {one.label for one in read("sea turtle with orange fish", library).companions}
