"""What is done at home, at a trade and for a crowd: ironing, forging, knitting, a leap through a hoop on fire. Rows of actions."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from pod.providers.embedded.characters import deeds, effects
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.moods import JOLLY, SCREAMING

_WHOSE = ("the", "her", "his", "its", "some", "my", "their")
_GROWING = ("plants", "flowers", "garden", "houseplants", "plant", "roses", "sunflowers", "vegetables")
_TEETH = ("teeth", "tooth", "fangs")
_JAWS = ("mouth", "mouths", "beak", "bill", "jaws", "teeth")

CHORES: Mapping[str, Action] = {
    "knitting": Action(
        (
            "knitting",
            "knits",
            *forms("crochet"),
            "knitting a scarf",
            "knitting a sweater",
            "knitting a jumper",
            "knitting a sock",
        ),
        Pose("fists", "sit"),
        front=deeds.needlework,
        anywhere=True,
    ),
    "sawing": Action(("sawing",), Pose("reach", "stand"), deeds.log_on_a_trestle, over=deeds.saw),
    "forging": Action(
        ("hammering", "forging", "smithing", "working at an anvil", "at an anvil", "at the anvil", "at the forge"),
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
        (*forms("iron", after=("clothes", "a shirt", "shirts", "the laundry")), "ironing", "doing the ironing"),
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
        (*forms("smoke", "puff", after=("a pipe", "his pipe", "its pipe", "on a pipe")), "with a smoking pipe"),
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
        hand=(512.0, 524.0),
        size=330.0,
        anywhere=True,
        across=True,
    ),
    "proposing": Action(
        (*forms("propose"), "popping the question", "on one knee", "down on one knee", "asking for her hand"),
        Pose("reach", "kneel"),
        effects.floor,
        deeds.ring_box,
    ),
}
"""By name."""
