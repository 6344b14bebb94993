"""What is done at home, at a trade and for a crowd: ironing, forging, knitting, a leap through a hoop on fire. Rows of actions."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from pod.providers.embedded.characters import deeds, effects, feats, workplaces
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.moods import JOLLY, SCREAMING

_WHOSE = ("the", "her", "his", "its", "some", "my", "their")
_GROWING = ("plants", "flowers", "garden", "houseplants", "plant", "roses", "sunflowers", "vegetables")
_TEETH = ("teeth", "tooth", "fangs")
_CHOPPED = (
    "vegetables",
    "veggies",
    "carrots",
    "a carrot",
    "food",
    "a salad",
    "up vegetables",
    "the vegetables",
    "onions",
    "tomatoes",
    "herbs",
    "mushrooms",
    "an onion",
)
_CHOPS = tuple(f"{cuts} {what}" for cuts in ("chopping", "chops", "slicing", "cutting", "dicing") for what in _CHOPPED)
_PICKED = tuple(
    f"{some}{fruit}" for some in ("", "an ", "some ", "red ") for fruit in ("apples", "apple", "peaches", "cherries")
)
_KNITTED = tuple(
    f"{does} {which}{what}"
    for does in ("knitting", "crocheting")
    for which in ("a ", "a red ", "a long ", "a tiny ", "its own ", "her own ", "")
    for what in ("scarf", "sweater", "jumper", "sock", "socks", "hat", "blanket", "mittens")
)
"""What is on the needles is drawn there, and is neither worn nor laid beside."""

_METAL = ("a sword", "iron", "metal", "steel", "hot iron", "on an anvil", "at an anvil")
_JAWS = ("mouth", "mouths", "beak", "bill", "jaws", "teeth")

_PIPES = ("with a smoking pipe", "with a pipe", "with his pipe", "with a tobacco pipe", "with pipe", "pipe smoking")

CHORES: Mapping[str, Action] = {
    "grilling": Action(
        (*forms("grill"), "barbecuing", "bbqing", "barbequing", "flipping burgers", "at the grill", "at the bbq"),
        Pose("wave", "stand"),
        front=workplaces.kettle_grill,
        over=workplaces.turner,
        hand=(330.0, 800.0),
        more=((600.0, 800.0),),
        size=230.0,
    ),
    "knitting": Action(
        ("knitting", "knits", *forms("crochet"), *_KNITTED),
        Pose("fists", "sit"),
        over=deeds.needlework,
        anywhere=True,
    ),
    "sawing": Action(
        ("sawing", *(f"sawing {what}" for what in ("wood", "a log", "logs", "a plank", "a board", "timber"))),
        Pose("reach", "stand"),
        deeds.log_on_a_trestle,
        over=deeds.saw,
    ),
    "forging": Action(
        (
            "forging",
            "forging a sword",
            "forging swords",
            "smithing",
            *(f"hammering {what}" for what in _METAL),
            "working at an anvil",
            "at an anvil",
            "at the anvil",
            "at the forge",
        ),
        Pose("wave", "stand"),
        deeds.anvil,
        deeds.raised_hammer,
    ),
    "vacuuming": Action((*forms("vacuum", "hoover"), "vacuum cleaning"), Pose("pole", "stand"), deeds.vacuum_cleaner),
    "watering": Action(
        forms("water", after=(*_GROWING, *(f"{whose} {what}" for whose in ("a", *_WHOSE) for what in _GROWING))),
        Pose("reach", "stand"),
        front=deeds.can_over_flowers,
    ),
    "ironing": Action(
        (*forms("iron", after=("clothes", "a shirt", "shirts", "the laundry")), "doing the ironing"),
        Pose("hold", "none"),
        front=deeds.ironing_board,
        over=deeds.flat_iron,
    ),
    "laundry": Action(
        (
            *forms("hang", after=("laundry", "the laundry", "washing", "out the washing", "out laundry", "up laundry")),
            *forms("do", after=("laundry", "the laundry", "her laundry", "his laundry")),
            "hanging up the washing",
            "drying laundry",
        ),
        Pose("overhead", "stand"),
        deeds.washing_line,
    ),
    "tossing pizza": Action(
        forms("toss", "spin", "throw", after=("a pizza", "pizza", "pizza dough", "pizzas", "dough")),
        Pose("wave", "stand"),
        front=deeds.dough_in_the_air,
    ),
    "burning hoop": Action(
        forms(
            "jump",
            "leap",
            after=tuple(
                f"through {which}"
                for which in ("a ring of fire", "a hoop of fire", "a flaming hoop", "a burning hoop", "a fire hoop")
            ),
        ),
        Pose("juggle", "leap"),
        deeds.burning_hoop,
    ),
    "pull up": Action(
        (
            *(f"doing {which}" for which in ("a pull up", "pull ups", "pullups", "a pullup", "chin ups", "a chin up")),
            *("pull ups", "pullups", "pull-ups", "chin ups", "doing pull-ups", "doing a pull-up"),
        ),
        Pose("overhead", "stand"),
        deeds.pull_up_bar,
    ),
    "cartwheel": Action(
        ("cartwheel", "cartwheels", "doing a cartwheel", "doing cartwheels", "cartwheeling"),
        Pose("juggle", "leap"),
        deeds.wheeling,
        lean=150,
        mood=JOLLY,
    ),
    "chest": Action(
        forms("beat", "thump", "pound", after=("its chest", "his chest", "her chest", "their chests")),
        Pose("fists", "stand"),
        effects.floor,
        over=deeds.drumming_on_the_chest,
        mood=SCREAMING,
    ),
    "belly slide": Action(
        (
            *forms("slide", after=("on its belly", "on his belly", "on her belly", "on their bellies", "on ice")),
            "belly sliding",
        ),
        Pose("juggle", "leap"),
        deeds.snow_behind,
        lean=74,
        mood=JOLLY,
    ),
    "pipe": Action(
        (*forms("smoke", "puff", after=("a pipe", "his pipe", "its pipe", "on a pipe")), *_PIPES),
        Pose("mouth", "sit"),
        over=deeds.tobacco_pipe,
        anywhere=True,
    ),
    "teeth": Action(
        forms("brush", after=(*_TEETH, *(f"{whose} {what}" for whose in _WHOSE for what in _TEETH))),
        Pose("mouth", "sit"),
        over=deeds.brushing,
        anywhere=True,
    ),
    "in the mouth": Action(
        (
            *(f"{where} {whose} {what}" for where, whose, what in product(("in", "between"), _WHOSE, _JAWS)),
            *forms("chew", "gnaw"),
            *forms("chew", "gnaw", after=("on", "up")),
        ),
        Pose("rest", "stand"),
        hand=(512.0, 580.0),
        size=380.0,
        anywhere=True,
        across=True,
    ),
    "chopping food": Action(
        _CHOPS + forms("peel", after=("potatoes", "carrots", "vegetables")),
        Pose("hold", "none"),
        front=feats.chopping_board,
        over=feats.kitchen_knife,
    ),
    "rolling dough": Action(
        forms("roll", "knead", after=("dough", "the dough", "out dough", "bread", "bread dough", "pastry")),
        Pose("rim", "none"),
        front=feats.dough_and_pin,
    ),
    "pottery": Action(
        (
            *forms("make", "throw", after=("pottery", "a pot", "pots", "ceramics", "a clay pot")),
            *(f"{what} on a wheel" for what in ("pottery throwing", "throwing pottery", "making pottery", "pottery")),
            *("pottery throwing", "doing pottery", "pottery class", "at a pottery wheel", "at the pottery wheel"),
            *("sculpting clay", "working with clay", "on a pottery wheel", "potter"),
        ),
        Pose("rim", "none"),
        front=feats.potters_wheel,
    ),
    "picking fruit": Action(
        forms("pick", "harvest", after=_PICKED),
        Pose("wave", "stand"),
        feats.fruit_tree,
        feats.basket,
    ),
    "shaving": Action(
        ("shaving", "shaves", "shaving his face", "shaving his beard"),
        Pose("mouth", "sit"),
        over=feats.lather_and_razor,
        anywhere=True,
    ),
    "push up": Action(
        (
            *("push ups", "pushups", "push-ups", "a push up", "a pushup", "doing push ups", "doing pushups"),
            *("planking", "doing a plank", "doing planks"),
        ),
        Pose("push", "stand"),
        feats.ground_below,
        lean=60,
    ),
    "splits": Action(
        ("doing the splits", "the splits", "doing splits", "gymnastics", "gymnast", "doing gymnastics"),
        Pose("juggle", "split"),
        feats.on_the_ground,
        mood=JOLLY,
    ),
    "kicking high": Action(
        (
            *("karate", "kung fu", "taekwondo", "martial arts", "doing karate", "doing kung fu", "karate kicking"),
            *("doing martial arts", "a karate kick", "karate kick", "tai chi", "doing tai chi", "kickbox"),
        ),
        Pose("guard", "high kick"),
        feats.struck,
        barefoot=True,
    ),
    "yawning": Action(
        ("yawning", "yawns", "yawn"), Pose("mouth", "sit"), over=feats.yawned, mood=SCREAMING, anywhere=True
    ),
    "begging": Action(("begging", "begs", "pleading"), Pose("press", "sit"), anywhere=True, empty=True),
    "paw": Action(
        (
            *(f"{gives} {what}" for gives in ("giving", "gives") for what in ("a paw", "paw", "its paw", "his paw")),
            *("paw up", "raised paw", "raising a paw", "one paw up", "paw raised", "offering a paw", "giving her paw"),
            *("shaking hands", "shaking paws", "shaking a paw", "shakes hands"),
        ),
        Pose("reach", "sit"),
        empty=True,
    ),
    "milking": Action(
        ("milking",),
        Pose("reach", "stand"),
        over=feats.milk_pail,
        hand=(1150.0, 720.0),
        size=640.0,
    ),
    "proposing": Action(
        (*forms("propose"), "popping the question", "on one knee", "down on one knee", "asking for her hand"),
        Pose("reach", "kneel"),
        effects.floor,
        deeds.ring_box,
    ),
}
"""By name."""
