"""Where a character can be: in something that hides its lower half, or sitting on something. Original art."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import holders, perches, seats, spots, vessels
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.carriers import CARRIERS
from pod.providers.embedded.characters.haunts import HAUNTS
from pod.providers.embedded.characters.stage import ANYWHERE, Stage
from pod.providers.embedded.characters.stunts import BEAM, FINISH

_SOAK, _IN, _ON = Pose("none", "none"), Pose("rim", "none"), Pose("rest", "sit")

_HUGS = frozenset({"hugging", "hugs", "hug", "climbing", "climbs", "clinging"})
_CLIMBS = frozenset({"climbing", "climbs", "climbed", "up", "conquering", "summiting", "scaling"})
_ABDUCTED = frozenset({"abducted", "kidnapped", "beamed", "taken"})
_INSIDE = frozenset({"in", "inside", "into", "within"})
_RESTS = frozenset({"on", "in", "upon"})
_AT = frozenset({"at", "behind"})
_WRAPPED = frozenset({"in", "under", "inside", "into", "with", "out", "from"})
_PUSHES = frozenset({"pushing", "pushes", "push", "with", "behind", "mowing", "mows", "walking", "the"})
_HIDES = frozenset({"behind", "hiding", "peeking", "from", "in"})
_GUARDS = frozenset({"guarding", "guards", "hoarding", "hoards", "on", "protecting", "sleeping", "over", "collecting"})
_BATHES = frozenset({"taking", "takes", "having", "in", "inside", "enjoying", "needs"})

_INTO_OR_ON = frozenset({*_INSIDE, "on", "upon", "atop"})

_FURNITURE: Mapping[str, Stage] = {
    "rocking chair": Stage(_ON, seats.rocker_back, seats.rocker_front, ("rocking chair", "rocker"), _INTO_OR_ON),
    "bean bag": Stage(_ON, seats.bean_bag, words=("bean bag", "beanbag", "bean bag chair"), leads=_INTO_OR_ON),
    "armchair": Stage(
        _ON,
        seats.armchair_back,
        seats.armchair_front,
        ("armchair", "arm chair", "recliner", "easy chair", "comfy chair", "chair"),
        _INTO_OR_ON,
    ),
    "beach chair": Stage(
        _ON,
        seats.deck_chair_back,
        seats.deck_chair_front,
        ("beach chair", "deck chair", "deckchair", "sun lounger", "lawn chair", "camping chair"),
        _INTO_OR_ON,
    ),
    "park bench": Stage(_ON, seats.bench_back, seats.bench_seat, ("park bench", "bench")),
    "bar stool": Stage(_ON, seats.stool, words=("bar stool", "barstool", "stool")),
    "bed": Stage(
        _IN, seats.bed_back, seats.bed_cover, ("bed", "his bed", "her bed", "cozy bed", "four poster bed"), _INTO_OR_ON
    ),
    "desk": Stage(_IN, front=seats.desk, words=("desk", "office desk", "work desk", "office", "work"), leads=_AT),
    "table": Stage(_IN, front=seats.table, words=("table", "dinner table", "kitchen table", "restaurant"), leads=_AT),
    "sleigh": Stage(_IN, front=seats.sleigh, words=("sleigh", "santa's sleigh"), leads=_INTO_OR_ON | {"riding"}),
    "wheelbarrow": Stage(_IN, front=seats.tub_of_a_barrow, words=("wheelbarrow",), leads=_INTO_OR_ON),
    "snow globe": Stage(
        Pose("rest", "sit"), seats.globe_behind, seats.globe_front, ("snow globe", "snowglobe"), _INSIDE
    ),
    "bird cage": Stage(
        Pose("rest", "sit"),
        seats.cage_behind,
        seats.cage_bars,
        ("bird cage", "birdcage", "cage", "jail", "prison"),
        _INSIDE | {"behind"},
    ),
    "stocking": Stage(
        _IN, front=seats.stocking, words=("stocking", "christmas stocking", "sock", "socks"), leads=_INSIDE
    ),
    "hula hoop": Stage(
        Pose("juggle", "stand"),
        seats.hoop_behind,
        seats.hoop_front,
        ("hula hoop", "hula hooping"),
        ANYWHERE,
    ),
    "jump rope": Stage(
        Pose("balance", "stand"),
        seats.rope_behind,
        words=("jump rope", "skipping rope", "jumping rope"),
        leads=frozenset({"with", "playing", "doing", "using", "jumping", "skipping", "on", "and"}),
    ),
    "pogo stick": Stage(
        Pose("hold", "stand"),
        seats.pogo_behind,
        seats.pogo_front,
        ("pogo stick", "pogo"),
        frozenset({"with", "on", "riding", "jumping", "hopping", "bouncing"}),
    ),
}

_SWIMS = (
    *(f"floating on {whose} {back}" for whose in ("its", "his", "her", "their") for back in ("back", "backs")),
    *(
        f"{does} {where} {whose} {water}"
        for does in ("swimming", "floating", "bathing", "paddling", "splashing", "swims")
        for where in ("in", "across", "through")
        for whose in ("a", "the")
        for water in ("lake", "river", "sea", "ocean", "stream", "lagoon", "fjord")
    ),
)
"""In open water: “fishing in a river” stands on its bank."""

NOOKS: Mapping[str, Stage] = {
    "hot spring": Stage(
        _SOAK,
        spots.spring_behind,
        spots.spring_front,
        ("hot spring", "hot springs", "onsen", "hot tub", "jacuzzi", "thermal bath"),
    ),
    "swim": Stage(_SOAK, holders.water_behind, holders.water, _SWIMS, ANYWHERE),
    "pool": Stage(
        _SOAK,
        holders.water_behind,
        holders.water,
        ("pool", "pond", "swimming pool", "paddling pool", "lake", "river", "stream", "creek"),
    ),
    "water": Stage(
        _SOAK,
        holders.water_behind,
        holders.water,
        ("water", "the water"),
        frozenset({"on", "floating", "swimming", "in", "through"}),
    ),
    "puddle": Stage(
        Pose("juggle", "stand"),
        front=holders.puddle,
        words=("puddle", "puddles", "rain puddle", "mud puddle"),
        leads=frozenset({"in", "into", "through", "on", "over", "with"}),
    ),
    "hamster ball": Stage(Pose("rest", "sit"), seats.ball_behind, seats.ball_front, ("hamsterball", "bubble"), _INSIDE),
    "hamster wheel": Stage(
        Pose("balance", "stand"),
        holders.wheel_behind,
        holders.wheel_front,
        ("wheel", "hamster wheel", "running wheel", "exercise wheel"),
        frozenset({"in", "on", "inside"}),
    ),
    "rock face": Stage(
        Pose("raise", "stand"),
        front=perches.peak,
        words=("rock climbing", "rock climber", "mountain climbing", "bouldering"),
        leads=ANYWHERE,
    ),
    "couch": Stage(_ON, holders.couch_back, holders.couch_arms, ("couch", "sofa", "settee"), _INTO_OR_ON | _RESTS),
    "bathtub": Stage(
        _IN, front=spots.bathtub, words=("bathtub", "bath tub", "bath", "bubble bath", "tub"), leads=_BATHES
    ),
    "teacup": Stage(_IN, front=spots.teacup, words=("teacup", "tea cup", "cup", "coffee cup")),
    "mug": Stage(_IN, front=vessels.mug, words=("mug", "coffee mug", "tin mug", "enamel mug")),
    "bowl": Stage(
        _IN,
        front=vessels.plain_bowl,
        words=("bowl", "mixing bowl", "fruit bowl", "salad bowl", "wooden bowl"),
        leads=_INSIDE,
    ),
    "noodle bowl": Stage(
        _IN,
        spots.noodles_behind,
        spots.bowl,
        ("ramen bowl", "noodle bowl", "soup bowl", "ramen", "noodles", "soup", "pho"),
        _INSIDE,
    ),
    "taco": Stage(_IN, spots.shell_behind, spots.taco_shell, ("taco", "taco shell", "tortilla"), _INSIDE),
    "cereal bowl": Stage(_IN, spots.spoon_behind, spots.cereal_bowl, ("cereal bowl", "cereal"), _INSIDE),
    "box": Stage(_IN, front=spots.box, words=("box", "cardboard box", "shoe box", "shoebox", "parcel")),
    "basket": Stage(_IN, front=spots.basket, words=("basket", "picnic basket", "laundry basket")),
    "bucket": Stage(_IN, front=vessels.bucket, words=("bucket", "pail", "tin bucket", "tin pail"), leads=_INSIDE),
    "paper bag": Stage(
        _IN,
        front=vessels.paper_bag,
        words=("paper bag", "brown bag", "brown paper bag", "grocery bag", "shopping bag", "lunch bag"),
        leads=_INSIDE,
    ),
    "barrel": Stage(
        _IN, front=vessels.barrel, words=("barrel", "wine barrel", "whiskey barrel", "rain barrel"), leads=_INSIDE
    ),
    "crate": Stage(
        _IN, front=vessels.crate, words=("crate", "wooden crate", "wooden box", "fruit crate", "planter box")
    ),
    "nest": Stage(_IN, front=vessels.nest, words=("nest", "bird nest", "bird's nest", "birds nest"), leads=_INTO_OR_ON),
    "suitcase": Stage(
        _IN, vessels.suitcase_lid, vessels.suitcase, ("suitcase", "trunk", "luggage", "vintage suitcase"), _INSIDE
    ),
    "plate": Stage(_ON, vessels.plate, words=("plate", "dish"), leads=_INTO_OR_ON),
    "rubber boot": Stage(
        _IN,
        front=vessels.rubber_boot,
        words=(
            "wellington boot",
            "wellington",
            "welly",
            "wellie",
            "rain boot",
            "rubber boot",
            "gumboot",
        ),
        leads=_INSIDE | {"out"},
    ),
    "jar": Stage(
        _IN, front=holders.jar, words=("jar", "mason jar", "glass jar", "cookie jar", "bottle", "glass bottle")
    ),
    "light bulb": Stage(_IN, front=holders.bulb_foot, words=("light bulb", "lightbulb", "bulb"), leads=_INSIDE),
    "vase": Stage(_IN, front=holders.vase, words=("vase", "urn", "pitcher")),
    "teapot": Stage(_IN, front=holders.teapot, words=("teapot", "tea pot")),
    "watering can": Stage(_IN, front=holders.watering_can, words=("watering can",), leads=_INSIDE),
    "easter egg": Stage(
        _IN,
        front=holders.easter_shell,
        words=("easter egg", "painted egg", "decorated egg"),
        leads=frozenset({*_INSIDE, "of", "from", "out"}),
    ),
    "egg": Stage(
        _IN,
        front=holders.eggshell,
        words=("egg", "eggshell", "dragon egg", "dinosaur egg"),
        leads=frozenset({*_INSIDE, "of", "from"}),
    ),
    "bun": Stage(
        _IN,
        holders.bun_behind,
        holders.bun,
        ("bun", "hot dog bun", "hotdog bun", "hot dog roll", "sandwich", "burrito"),
    ),
    "window": Stage(
        _IN,
        holders.window_behind,
        holders.window_sill,
        ("window", "window sill", "windowsill"),
        frozenset({"out", "in", "on", "at", "through", "from", "inside"}),
    ),
    "pocket": Stage(
        _IN,
        front=holders.pocket,
        words=("pocket", "shirt pocket", "jeans pocket", "breast pocket", "a pocket"),
        leads=_INSIDE | {"out", "from", "of"},
    ),
    "wagon": Stage(_IN, front=holders.wagon, words=("wagon", "red wagon", "cart")),
    "swing": Stage(
        Pose("rest", "sit"), holders.swing_ropes, holders.swing_seat, ("swing", "tree swing", "tire swing", "swings")
    ),
    "tree with a swing": Stage(
        Pose("rest", "sit"), holders.tree_and_ropes, holders.swing_seat, ("treeswing",), frozenset({"on", "in"})
    ),
    "flower pot": Stage(_IN, front=spots.flower_pot, words=("flower pot", "flowerpot", "pot", "plant pot")),
    "hanging pot": Stage(
        _IN,
        holders.hanging_ropes,
        holders.hanging_pot,
        ("hanging pot", "hanging basket", "hanging planter", "macrame", "macrame hanger", "plant hanger"),
    ),
    "trash can": Stage(
        _IN,
        front=perches.trash_can,
        words=("trash can", "trashcan", "dumpster", "garbage can", "bin", "dustbin", "garbage", "trash"),
    ),
    "hammock": Stage(_IN, front=spots.hammock, words=("hammock",)),
    "tree hammock": Stage(_IN, spots.hammock_trees, spots.hammock, ("tree hammock",)),
    "swim ring": Stage(
        _SOAK,
        spots.float_back,
        spots.swim_ring,
        ("swim ring", "pool float", "inner tube", "rubber ring", "lifebuoy"),
    ),
    "crescent moon": Stage(_ON, spots.moon_seat, words=("crescent moon", "moon", "the moon")),
    "mushroom": Stage(_ON, spots.mushroom_seat, words=("mushroom", "toadstool")),
    "pile of books": Stage(_ON, spots.book_pile, words=("pile of books", "stack of books", "books")),
    "cloud": Stage(_ON, spots.cloud_seat, words=("cloud", "clouds", "cloud nine")),
    "tree stump": Stage(_ON, spots.stump, words=("tree stump", "stump", "log", "tree trunk")),
    "branch": Stage(
        _ON,
        spots.branch,
        words=(
            "branch",
            "twig",
            *(
                f"{kind} branch"
                for kind in (
                    "pine",
                    "cherry",
                    "oak",
                    "bare",
                    "birch",
                    "fir",
                    "maple",
                    "apple",
                    "willow",
                    "cherry blossom",
                    "snowy",
                    "snowy pine",
                )
            ),
            "tree limb",
            "tree branch",
            "tree",
            "perch",
        ),
    ),
    "wire": Stage(
        _ON,
        spots.wire,
        words=("wire", "power line", "power lines", "telephone wire", "telephone line", "electric wire"),
    ),
    "stone": Stage(
        _ON,
        spots.stone,
        words=(
            "stone",
            "rock",
            "boulder",
            "mountain top",
            "cliff",
            "rocky cliff",
            "cliff edge",
            "ledge",
            "rocks",
        ),
    ),
    "ice floe": Stage(
        _ON, spots.ice_floe, words=("ice floe", "floe", "iceberg", "piece of ice", "sheet of ice", "melting ice")
    ),
    "ball": Stage(Pose("balance", "sit"), spots.ball, words=("ball", "beach ball", "circus ball")),
    "throne": Stage(_ON, spots.throne_back, spots.throne_seat, words=("throne",)),
    **_FURNITURE,
    "hollow pumpkin": Stage(
        _IN,
        spots.pumpkin_lid,
        spots.hollow_pumpkin,
        ("pumpkin", "carved pumpkin", "hollow pumpkin", "jack o lantern", "jack-o-lantern"),
        _INSIDE,
    ),
    "pumpkin": Stage(_ON, spots.pumpkin, words=("pumpkin",)),
    "hugged tree": Stage(
        Pose("hold", "sit"),
        perches.tree_behind,
        perches.tree_front,
        (
            "tree",
            "trees",
            "tree trunk",
            "trunk",
            *(f"{kind} tree" for kind in ("eucalyptus", "gum", "oak", "palm", "pine", "birch", "fir")),
        ),
        _HUGS,
    ),
    "hanging branch": Stage(
        Pose("hang", "stand"),
        perches.branch_above,
        words=("branch", "tree branch", "tree", "vine", "rope", "bar", "clothesline"),
        leads=frozenset({"from", "off"}),
    ),
    "ladder": Stage(Pose("balance", "stand"), perches.ladder_behind, words=("ladder", "wall"), leads=_CLIMBS),
    "peak": Stage(
        Pose("raise", "stand"),
        front=perches.peak,
        words=("mountain", "mountains", "peak", "summit", "cliff", "everest", "rock", "rocks", "boulder", "volcano"),
        leads=_CLIMBS,
    ),
    "beam": Stage(
        Pose("balance", "sit"), perches.beam_behind, words=("ufo", "flying saucer", "aliens", "alien"), leads=_ABDUCTED
    ),
    "lily pad": Stage(_ON, perches.lily_pad, words=("lily pad", "lilypad", "lily pads", "waterlily", "water lily")),
    "leaf": Stage(_ON, perches.broad_leaf, words=("leaf", "big leaf", "banana leaf", "tropical leaf", "tea leaf")),
    "under a tree": Stage(
        Pose("rest", "sit"),
        holders.shade_tree,
        words=("tree", "oak tree", "oak", "pear tree", "palm tree", "willow tree", "maple tree"),
        leads=frozenset({"under", "beneath", "below", "underneath"}),
    ),
    "trampoline": Stage(
        Pose("juggle", "stand"), holders.trampoline_behind, words=("trampoline",), leads=frozenset({"on", "jumping"})
    ),
    "under a blanket": Stage(
        _IN,
        seats.bed_back,
        seats.bed_cover,
        ("blanket", "blankets", "quilt", "duvet", "covers"),
        frozenset({"under", "beneath", "underneath"}),
    ),
    "blanket": Stage(
        _SOAK, front=perches.blanket, words=("blanket", "blankets", "quilt", "duvet", "towel"), leads=_WRAPPED
    ),
    "pushed wheelbarrow": Stage(_IN, front=perches.wheelbarrow, words=("wheelbarrow",), leads=_PUSHES),
    "shopping cart": Stage(_IN, front=perches.pushcart, words=("shopping cart", "shopping trolley"), leads=_PUSHES),
    "stroller": Stage(_IN, front=perches.stroller, words=("stroller", "pram", "baby carriage", "buggy"), leads=_PUSHES),
    "lawn mower": Stage(_IN, front=perches.mower, words=("lawn mower", "lawnmower", "mower", "lawn"), leads=_PUSHES),
    "boot": Stage(_IN, front=perches.boot, words=("boot", "cowboy boot", "shoe", "sneaker"), leads=_INSIDE | {"out"}),
    "bush": Stage(_SOAK, front=perches.bush_front, words=("bush", "bushes", "hedge", "shrub"), leads=_HIDES),
    "leaf pile": Stage(
        _SOAK,
        front=perches.leaf_pile,
        words=("leaves", "leaf pile", "autumn leaves", "fall leaves", "fallen leaves"),
        leads=_INSIDE | _HIDES | {"through"},
    ),
    "tree trunk": Stage(Pose("rest", "sit"), front=perches.trunk_front, words=("tree", "tree trunk"), leads=_HIDES),
    "hoard": Stage(
        _ON,
        front=perches.hoard,
        words=("treasure", "gold", "hoard", "gold coins", "shiny things", "shiny rocks", "coins", "jewels", "gems"),
        leads=_GUARDS,
    ),
    "hill": Stage(_ON, spots.hill, words=("hill", "meadow", "grass")),
    "finish line": FINISH,
    "balance beam": BEAM,
    **HAUNTS,
    **CARRIERS,
}
"""Where a character can be, by name."""

HELD_IN = frozenset({"couch", "park bench", "crescent moon", "cloud", "leaf", "plate", "bird cage", "under a tree"}) | {
    name for name, stage in NOOKS.items() if stage.pose == _IN
}
"""Those that hide the lower half, and seats for two: they hold several."""
