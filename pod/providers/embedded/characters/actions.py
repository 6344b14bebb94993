"""What somebody is doing with arms and legs: sleeping, waving, painting; and every sport and game (`sports`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.providers.embedded.characters import effects, errands, pastimes, workplaces
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.aloft import ALOFT_ACTIONS
from pod.providers.embedded.characters.athletes import ATHLETES
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.bouts import BOUTS
from pod.providers.embedded.characters.chores import CHORES
from pod.providers.embedded.characters.moods import JOLLY, SCREAMING, SLEEPY
from pod.providers.embedded.characters.play import PLAY
from pod.providers.embedded.characters.pursuits import PURSUITS
from pod.providers.embedded.characters.sports import SPORTS
from pod.providers.embedded.characters.stunts import STUNTS

_AT_A_BOARD = (
    *("teaching", "teaches", "giving a lecture", "lecturing"),
    *(
        f"{where} {which} {board}"
        for where in ("at", "writing on", "in front of")
        for which in ("a", "the")
        for board in ("blackboard", "chalkboard", "whiteboard", "board")
    ),
)
_BUBBLES = ("bubbles", "a bubble", "soap bubbles")
_CANDLES = ("candles", "out candles", "out the candles", "out birthday candles", "out a candle", "out her candles")
_PICTURES = ("photos", "a photo", "pictures", "a picture", "photographs", "a photograph", "a snapshot")

ACTIONS: Mapping[str, Action] = {
    **SPORTS,
    **CHORES,
    **ALOFT_ACTIONS,
    **STUNTS,
    **ATHLETES,
    **PURSUITS,
    **BOUTS,
    **PLAY,
    "bubbles": Action(
        forms("blow", "make", after=_BUBBLES), Pose("mouth", "sit"), front=errands.bubble_wand, anywhere=True
    ),
    "candles": Action(forms("blow", after=_CANDLES), Pose("hold", "sit"), front=errands.cake),
    "photographing": Action(
        (*forms("take", "snap", after=_PICTURES), "photographing"),
        Pose("fists", "sit"),
        front=errands.camera_before_the_face,
        anywhere=True,
    ),
    "sleeping": Action(
        (
            "sleeping",
            "sleeps",
            "asleep",
            "napping",
            "naps",
            "snoozing",
            "dozing",
            "snoring",
            "taking a nap",
            "hibernating",
            "hibernates",
        ),
        Pose("none", "none"),
        effects.pillow,
        effects.blanket,
        effects.snores,
        mood=SLEEPY,
        anywhere=True,
    ),
    "digging": Action(
        (
            "digging",
            "digs",
            "burying",
            "buries",
            "digging a hole",
            "digs a hole",
            "digging holes",
            "digging a tunnel",
            "shovelling",
            "shoveling",
            "shoveling snow",
            "shovelling snow",
        ),
        Pose("pole", "stand"),
        effects.floor,
        errands.shovel,
    ),
    "sweeping": Action(
        (*forms("sweep", "clean"), "housework", "mopping", "tidying"),
        Pose("pole", "stand"),
        effects.floor,
        errands.mop,
    ),
    "saluting": Action(("saluting", "salutes", "salute"), Pose("salute", "stand"), effects.floor, anywhere=True),
    "waving": Action(
        ("waving", "waving hello", "waving goodbye", "saying hi"),
        Pose("wave", "stand"),
        over=effects.waved,
        anywhere=True,
        empty=True,
    ),
    "waving it": Action((), Pose("wave", "stand"), hand=(930.0, 300.0), size=420.0, anywhere=True),
    "cup aside": Action((), Pose("raise", "sit"), hand=(880.0, 520.0), size=330.0, anywhere=True),
    "hugging": Action(
        ("hugging", "hugs", "cuddling", "embracing", "snuggling", "giving a hug", "giving hugs"), Pose("hold", "sit")
    ),
    "marshmallows": Action(
        forms("roast", "toast", after=("marshmallows", "a marshmallow", "marshmallow", "smores", "s'mores")),
        Pose("reach", "sit"),
        front=errands.marshmallow_over_a_fire,
    ),
    "roasting": Action(
        ("roasting", "roasts", "toasting"),
        Pose("reach", "sit"),
        front=errands.stick_over_a_fire,
        hand=(1090.0, 560.0),
        size=260.0,
    ),
    "haircut": Action(
        ("getting a haircut", "haircut", "getting his hair cut", "getting her hair cut", "getting groomed"),
        Pose("none", "sit"),
        errands.mirror,
        errands.cutting_cape,
        errands.comb_and_scissors,
    ),
    "egg painting": Action(
        forms("paint", "decorate", after=("eggs", "an egg", "easter eggs", "an easter egg")),
        Pose("mouth", "sit"),
        front=errands.egg_and_brush,
    ),
    "drawing": Action(
        (*forms("draw", "sketch", "doodle"), "writing", "writes", "journaling", "doing homework"),
        Pose("fists", "none"),
        front=errands.paper_on_a_desk,
        over=errands.pencil,
    ),
    "dishes": Action(
        forms("wash", "do", "scrub", after=("dishes", "the dishes", "the washing up", "plates")),
        Pose("rim", "none"),
        front=errands.sink,
    ),
    "teaching": Action(_AT_A_BOARD, Pose("reach", "stand"), errands.blackboard, errands.pointer),
    "shopping": Action(
        ("shopping", "shopping spree", "buying groceries"), Pose("hips", "stand"), front=errands.shopping_bags
    ),
    "stretching": Action(("stretching", "stretches", "having a stretch"), Pose("juggle", "stand"), on_fours=True),
    "belly up": Action(
        (
            *(
                f"{lies} on {whose} back"
                for lies in ("lying", "laying", "lies", "rolling")
                for whose in ("its", "his", "her")
            ),
            *(
                "belly up",
                "rolling over",
                "rolls over",
                "playing dead",
                "plays dead",
                "belly rub",
                "belly rubs",
                "tummy rub",
            ),
        ),
        Pose("juggle", "sit"),
        on_fours=True,
    ),
    "head tilt": Action(
        ("head tilt", "head tilted", "tilting its head", "tilting his head", "tilting her head", "tilted head"),
        Pose("rest", "sit"),
    ),
    "portrait": Action(("headshot", "head and shoulders", "head only"), Pose("rest", "sit")),
    "howling": Action(("howling", "howls", "howl"), Pose("knees", "sit"), workplaces.rock, lean=-12, mood=SCREAMING),
    "djing": Action(
        ("djing", "dj", "deejay", "spinning records", "mixing records", "playing a dj set"),
        Pose("rim", "none"),
        front=workplaces.decks,
        over=effects.notes,
    ),
    "cooking": Action(
        (*forms("cook"), "making soup", "making dinner", "making pasta", "making breakfast"),
        Pose("reach", "none"),
        front=workplaces.ladle,
        over=workplaces.pot_on_a_stove,
        hand=(430.0, 712.0),
        size=260.0,
    ),
    "casting": Action(
        (*forms("cast", after=("a spell", "spells", "magic")), "doing magic", "performing magic"),
        Pose("wave", "stand"),
        effects.floor,
        workplaces.sparkling_wand,
    ),
    "drumming": Action(
        ("playing drums", "plays drums", "playing the drums", "plays the drums", "drumming", "drums", "drummer"),
        Pose("juggle", "none"),
        effects.notes,
        front=workplaces.drum_kit,
        over=workplaces.drum_sticks,
    ),
    "piano": Action(
        (
            "playing piano",
            "playing the piano",
            "plays piano",
            "plays the piano",
            "playing a piano",
            "playing a grand piano",
        ),
        Pose("rim", "none"),
        effects.notes,
        front=workplaces.piano,
    ),
    "eating": Action(
        (*forms("eat", "devour", "munch", "nibble", "bite", "lick", "taste", "slurp"),),
        Pose("fists", "sit"),
        hand=(512.0, 640.0),
        size=290.0,
        anywhere=True,
    ),
    "drinking": Action(
        ("drinking", "drinks", "sipping", "sips"),
        Pose("fists", "sit"),
        hand=(512.0, 690.0),
        size=370.0,
        anywhere=True,
    ),
    "gardening": Action(
        (
            *forms("garden"),
            "planting",
            "weeding",
            "gardener",
            "planting flowers",
            "planting seeds",
            "tending her garden",
        ),
        Pose("reach", "none"),
        front=workplaces.flower_bed,
    ),
    "playing": Action(
        ("playing with", "plays with", "batting", "batting at", "pawing", "pawing at"),
        Pose("reach", "sit"),
        hand=(900.0, 900.0),
        size=320.0,
    ),
    "spraying": Action(
        forms("spray", "squirt", "spout", after=("water",)),
        Pose("sway", "stand"),
        effects.floor,
        over=effects.jet,
    ),
    "chopping": Action(
        (
            "chopping wood",
            "chops wood",
            "chopping firewood",
            "splitting firewood",
            "splitting logs",
            "splitting wood",
            "chopping down a tree",
            "felling a tree",
            "chopping logs",
            "cutting wood",
        ),
        Pose("wave", "stand"),
        effects.floor,
        workplaces.chopped_log,
        workplaces.raised_axe,
    ),
    "feeding": Action(
        ("feeding", "feeds", "petting", "pets", "stroking", "whispering to", "grooming"),
        Pose("reach", "stand"),
        hand=(1150.0, 780.0),
        size=560.0,
    ),
    "selfie": Action(
        ("taking a selfie", "taking selfies", "takes a selfie", "selfie", "taking a selfie with"),
        Pose("wave", "sit"),
        front=errands.phone_at_arms_length,
        anywhere=True,
    ),
    "painting": Action(
        (
            *(
                "painting a",
                "painting an",
                "painting the",
                "paints a",
                "paints the",
                "painting at an easel",
                "painting",
            ),
            *("painting flowers", "painting pictures", "painting her", "painting his"),
        ),
        Pose("fists", "sit"),
        errands.easel,
        over=errands.brush_in_hand,
        hand=(1060.0, 560.0),
        size=330.0,
    ),
    "flipping": Action(
        ("flipping", "flips", "frying"),
        Pose("wave", "stand"),
        front=pastimes.tossing_pan,
        hand=(960.0, 60.0),
        size=280.0,
    ),
    "praying": Action(("praying", "prays", "namaste", "in prayer"), Pose("press", "sit"), mood=SLEEPY, anywhere=True),
    "thumbs up": Action(
        ("thumbs up", "a thumbs up", "thumb up"), Pose("wave", "stand"), over=pastimes.thumb_up, anywhere=True
    ),
    "peace sign": Action(
        ("peace sign", "a peace sign", "peace signs", "victory sign", "two fingers"),
        Pose("wave", "stand"),
        over=pastimes.two_fingers,
        anywhere=True,
    ),
    "celebrating": Action(
        ("celebrating", "celebrates", "partying", "cheering"), Pose("juggle", "stand"), pastimes.confetti, mood=JOLLY
    ),
    "trick or treat": Action(
        ("trick or treating", "trick or treat", "trick-or-treating"),
        Pose("reach", "stride"),
        effects.floor,
        pastimes.treat_bucket,
    ),
    "pulling a wagon": Action(
        (
            "pulling a wagon",
            "pulling a red wagon",
            "pulling a cart",
            "pulls a wagon",
            "pulling his wagon",
            "pulling her wagon",
        ),
        Pose("reach", "stride"),
        errands.wagon_in_tow,
    ),
    "shushing": Action(
        ("shushing", "shhh", "shh", "saying shh"), Pose("mouth", "sit"), over=pastimes.finger, anywhere=True
    ),
    "kiss": Action(
        ("blowing a kiss", "blowing kisses", "blows a kiss"),
        Pose("mouth", "sit"),
        over=errands.blown_hearts,
        anywhere=True,
    ),
}
"""By name; the first whose words are said counts, the longest words before the others."""

PHRASES: Sequence[tuple[tuple[str, ...], str]] = sorted(
    ((tuple(said.split()), name) for name, action in ACTIONS.items() for said in action.words),
    key=lambda phrase: -len(phrase[0]),
)
"""What asks for an action, word by word, and its name: the longest first."""
