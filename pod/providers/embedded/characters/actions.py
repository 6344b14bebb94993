"""What somebody is doing with arms and legs: running, waving, kicking; with what is drawn around them for it. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pod.drawing.paths import Point
from pod.providers.embedded.characters import effects, errands, pastimes, workplaces
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.moods import JOLLY, SCREAMING, SLEEPY
from pod.providers.embedded.characters.pen import Pen


def _nothing(_: Pen) -> None:
    """Nothing there."""


@dataclass(frozen=True, slots=True)
class Action:
    """`words` ask for it, outright. `behind` stands still behind somebody, `front` is before the body and under the arms, `over`
    is before all. The figure leans by `lean` degrees. What is held is at `hand`, `size` units large, and as often again as there are `more` places; without one it is in both
    paws; an `empty` action is none with something in hand. Where somebody sits in or on something only an `anywhere` action is seen, and only its arms."""

    words: tuple[str, ...]
    pose: Pose
    behind: Callable[[Pen], None] = _nothing
    front: Callable[[Pen], None] = _nothing
    over: Callable[[Pen], None] = _nothing
    lean: float = 0.0
    mood: str = ""
    hand: Point | None = None
    size: float = 190.0
    more: tuple[Point, ...] = ()
    anywhere: bool = False
    empty: bool = False

    @property
    def needs_hands(self) -> bool:
        """For something of its own: a pirate who digs has no sword out."""
        return self.hand is not None or self.front is not _nothing or self.over is not _nothing


NO_ACTION = Action((), Pose())


def _forms(*verbs: str, after: tuple[str, ...] = ()) -> tuple[str, ...]:
    """“kick” → kicking, kicks; each also before what `after` says."""
    said = tuple(form for verb in verbs for form in (_ing(verb), _third(verb)))
    return said if not after else tuple(f"{form} {what}" for form in said for what in after)


def _ing(verb: str) -> str:
    return f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing"


def _third(verb: str) -> str:
    return f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"


_BUBBLES = ("bubbles", "a bubble", "soap bubbles")
_CANDLES = ("candles", "out candles", "out the candles", "out birthday candles", "out a candle", "out her candles")
_PICTURES = ("photos", "a photo", "pictures", "a picture", "photographs", "a photograph", "a snapshot")

ACTIONS: Mapping[str, Action] = {
    "bubbles": Action(
        _forms("blow", "make", after=_BUBBLES), Pose("mouth", "sit"), front=errands.bubble_wand, anywhere=True
    ),
    "candles": Action(_forms("blow", after=_CANDLES), Pose("hold", "sit"), front=errands.cake),
    "photographing": Action(
        (*_forms("take", "snap", after=_PICTURES), "photographing"),
        Pose("fists", "sit"),
        front=errands.camera_before_the_face,
        anywhere=True,
    ),
    "yoga": Action(
        ("yoga", "yogi", "pilates", "stretching", "yoga pose", "tree pose", "yoga mat"),
        Pose("joined", "lotus"),
        errands.mat,
    ),
    "meditating": Action(
        ("meditating", "meditation", "meditates", "lotus position", "lotus pose"),
        Pose("knees", "lotus"),
        errands.mat,
        mood=SLEEPY,
    ),
    "ballet": Action(
        ("ballerina", "ballet", "pirouette", "pirouetting", "twirling"), Pose("joined", "point"), effects.floor
    ),
    "sleeping": Action(
        ("sleeping", "sleeps", "asleep", "napping", "naps", "snoozing", "dozing", "snoring", "taking a nap"),
        Pose("none", "none"),
        effects.pillow,
        effects.blanket,
        effects.snores,
        mood=SLEEPY,
        anywhere=True,
    ),
    "kicking": Action(_forms("kick", "dribble"), Pose("sway", "kick"), effects.floor, hand=(960.0, 730.0), size=200.0),
    "soccer": Action(
        ("playing soccer", "plays soccer", "soccer playing"),
        Pose("sway", "kick"),
        effects.floor,
        errands.football_at_the_foot,
    ),
    "throwing": Action(_forms("throw", "toss", "pitch"), Pose("throw", "stride"), hand=(930.0, 330.0), size=240.0),
    "catching": Action(
        ("catching", "catches", "reaching for", "grabbing"),
        Pose("wave", "stride"),
        effects.floor,
        hand=(906.0, 310.0),
        size=250.0,
    ),
    "digging": Action(
        (
            "digging",
            "digs",
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
        (*_forms("sweep", "clean"), "housework", "mopping", "tidying"),
        Pose("pole", "stand"),
        effects.floor,
        errands.mop,
    ),
    "boxing": Action(
        ("boxing", "kickboxing", "punching", "boxing gloves", "boxing glove"),
        Pose("fists", "stand"),
        effects.floor,
        over=errands.boxing_gloves,
    ),
    "saluting": Action(("saluting", "salutes", "salute"), Pose("salute", "stand"), effects.floor, anywhere=True),
    "waving": Action(
        ("waving", "waving hello", "waving goodbye", "saying hi"),
        Pose("wave", "stand"),
        over=effects.waved,
        anywhere=True,
        empty=True,
    ),
    "running": Action(
        (
            "running",
            "runs",
            "jogging",
            "jogs",
            "sprinting",
            "jogger",
            "runner",
            "marathon",
            "sprinter",
        ),
        Pose("run", "run"),
        effects.dust,
        lean=7,
    ),
    "chasing": Action(
        (*_forms("chase", "fetch"), "running after", "playing fetch", "playing fetch with"),
        Pose("run", "run"),
        effects.dust,
        lean=7,
        hand=(1140.0, 870.0),
        size=360.0,
    ),
    "herding": Action(
        ("herding", "herds", "rounding up"),
        Pose("run", "run"),
        effects.dust,
        lean=7,
        hand=(1120.0, 640.0),
        size=340.0,
        more=((1400.0, 760.0), (1160.0, 900.0)),
    ),
    "hugging": Action(
        ("hugging", "hugs", "cuddling", "embracing", "snuggling", "giving a hug", "giving hugs"), Pose("hold", "sit")
    ),
    "hiking": Action(
        (*_forms("hike", "trek"), "backpacking", "hiker", "trekking", "mountaineering"),
        Pose("reach", "stride"),
        errands.rucksack,
        errands.walking_stick,
    ),
    "skipping": Action(
        ("skipping", "strolling", "marching", "strutting", "prancing", "walking", "walks"),
        Pose("run", "stride"),
        effects.floor,
    ),
    "clearing": Action(
        ("jumping over", "jumps over", "leaping over", "leaps over", "hopping over", "jumping a fence"),
        Pose("juggle", "leap"),
        lean=-10,
    ),
    "jumping": Action((*_forms("jump", "leap"), "hopping", "bouncing"), Pose("juggle", "leap"), effects.below_a_jump),
    "swimming": Action(
        ("swimming", "swims", "swimmer", "doing laps"), Pose("crawl", "none"), effects.water, effects.swell
    ),
    "dancing": Action(
        (*_forms("dance", "boogie", "twerk"), "disco dancing"),
        Pose("sway", "dance"),
        effects.notes,
        lean=-4,
    ),
    "pool": Action(
        ("playing pool", "plays pool", "shooting pool", "billiards", "snooker", "playing billiards"),
        Pose("rim", "none"),
        front=errands.pool_table,
    ),
    "hockey": Action(
        ("playing hockey", "plays hockey", "playing ice hockey", "hockey playing", "field hockey"),
        Pose("pole", "stand"),
        effects.ice,
        errands.hockey_stick,
    ),
    "volleyball": Action(
        ("playing volleyball", "plays volleyball", "beach volleyball"),
        Pose("overhead", "stand"),
        errands.volleyball_above,
    ),
    "basketball": Action(
        ("playing basketball", "plays basketball", "shooting hoops", "dunking", "dunking a basketball", "slam dunk"),
        Pose("wave", "stand"),
        errands.hoop,
        errands.basketball_in_the_air,
    ),
    "barbell": Action(
        ("lifting weights", "lifts weights", "weightlifting", "weight lifting", "weightlifter", "powerlifting"),
        Pose("overhead", "stand"),
        front=errands.barbell,
    ),
    "marshmallows": Action(
        _forms("roast", "toast", after=("marshmallows", "a marshmallow", "marshmallow", "smores", "s'mores")),
        Pose("reach", "sit"),
        front=errands.marshmallow_over_a_fire,
    ),
    "haircut": Action(
        ("getting a haircut", "haircut", "getting his hair cut", "getting her hair cut", "getting groomed"),
        Pose("none", "sit"),
        errands.mirror,
        errands.cutting_cape,
        errands.comb_and_scissors,
    ),
    "egg painting": Action(
        _forms("paint", "decorate", after=("eggs", "an egg", "easter eggs", "an easter egg")),
        Pose("mouth", "sit"),
        front=errands.egg_and_brush,
    ),
    "drawing": Action(
        (*_forms("draw", "sketch", "doodle"), "writing", "writes", "journaling", "doing homework"),
        Pose("fists", "none"),
        front=errands.paper_on_a_desk,
        over=errands.pencil,
    ),
    "dishes": Action(
        _forms("wash", "do", "scrub", after=("dishes", "the dishes", "the washing up", "plates")),
        Pose("rim", "none"),
        front=errands.sink,
    ),
    "teaching": Action(
        ("teaching", "teaches", "giving a lecture", "lecturing"), Pose("reach", "stand"), errands.blackboard
    ),
    "shopping": Action(
        ("shopping", "shopping spree", "buying groceries"), Pose("hips", "stand"), front=errands.shopping_bags
    ),
    "howling": Action(("howling", "howls", "howl"), Pose("knees", "sit"), workplaces.rock, lean=-12, mood=SCREAMING),
    "djing": Action(
        ("djing", "dj", "deejay", "spinning records", "mixing records", "playing a dj set"),
        Pose("rim", "none"),
        front=workplaces.decks,
        over=effects.notes,
    ),
    "cooking": Action(
        (*_forms("cook"), "making soup", "making dinner", "making pasta", "making breakfast"),
        Pose("reach", "none"),
        front=workplaces.ladle,
        over=workplaces.pot_on_a_stove,
        hand=(430.0, 712.0),
        size=260.0,
    ),
    "casting": Action(
        (*_forms("cast", after=("a spell", "spells", "magic")), "doing magic", "performing magic"),
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
        _forms("eat", "devour", "munch", "nibble", "bite", "lick", "taste", "slurp"),
        Pose("fists", "sit"),
        hand=(512.0, 640.0),
        size=240.0,
        anywhere=True,
    ),
    "drinking": Action(
        ("drinking", "drinks", "sipping", "sips"),
        Pose("fists", "sit"),
        hand=(512.0, 650.0),
        size=220.0,
        anywhere=True,
    ),
    "climbing": Action(
        (
            *(
                "climbing a wall",
                "climbing a rock wall",
                "rock climbing",
                "rock climber",
                "climbing wall",
                "bouldering",
            ),
            *("climbs a rock wall", "wall climbing"),
        ),
        Pose("overhead", "leap"),
        workplaces.climbing_wall,
    ),
    "breakdancing": Action(
        (
            "breakdancing",
            "breakdancer",
            "break dancer",
            "street dancer",
            "hip hop dancer",
            "break dancing",
            "breakdance",
            "headstand",
            "handstand",
            "doing a handstand",
        ),
        Pose("overhead", "leap"),
        lean=172,
    ),
    "football": Action(
        ("playing football", "plays football", "football playing", "playing american football"),
        Pose("throw", "stride"),
        effects.floor,
        errands.pigskin,
    ),
    "gardening": Action(
        (*_forms("garden", "plant", "weed"), "gardener", "planting flowers", "planting seeds", "tending her garden"),
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
        _forms("spray", "squirt", "spout", after=("water", "a hose")),
        Pose("sway", "stand"),
        effects.floor,
        over=effects.jet,
    ),
    "chopping": Action(
        ("chopping wood", "chops wood", "splitting logs", "splitting wood", "chopping logs", "cutting wood"),
        Pose("wave", "stand"),
        effects.floor,
        workplaces.chopped_log,
        workplaces.raised_axe,
    ),
    "feeding": Action(
        ("feeding", "feeds", "petting", "pets", "stroking", "whispering to", "grooming", "milking"),
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
    "cards": Action(
        ("playing cards", "plays cards", "playing poker", "plays poker", "card playing", "poker playing"),
        Pose("hold", "sit"),
        front=pastimes.hand_of_cards,
        anywhere=True,
    ),
    "chess": Action(
        ("playing chess", "plays chess", "chess playing"), Pose("reach", "none"), front=pastimes.chess_board
    ),
    "darts": Action(
        ("playing darts", "plays darts", "throwing darts"), Pose("wave", "stand"), pastimes.dart_board, pastimes.dart
    ),
    "bowling": Action(
        ("bowling", "bowls", "going bowling", "playing ten pin"),
        Pose("reach", "stride"),
        pastimes.bowling_lane,
        pastimes.bowling_ball,
    ),
    "flipping": Action(
        ("flipping", "flips", "frying"),
        Pose("wave", "stand"),
        front=pastimes.tossing_pan,
        hand=(950.0, 200.0),
        size=250.0,
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
    "flexing": Action(
        ("flexing", "flexes", "muscular", "buff", "swole", "ripped", "bodybuilder", "bodybuilding", "flexing muscles"),
        Pose("flex", "stand"),
    ),
    "shushing": Action(
        ("shushing", "shhh", "shh", "saying shh"), Pose("mouth", "sit"), over=pastimes.finger, anywhere=True
    ),
    "archery": Action(
        ("shooting an arrow", "shooting arrows", "shoots an arrow", "archery", "aiming an arrow", "shooting a bow"),
        Pose("reach", "stand"),
        effects.floor,
        errands.drawn_bow,
    ),
    "kiss": Action(
        ("blowing a kiss", "blowing kisses", "blows a kiss"),
        Pose("mouth", "sit"),
        over=errands.blown_hearts,
        anywhere=True,
    ),
    "balancing": Action(_forms("balance"), Pose("balance", "sit"), hand=(512.0, 90.0), size=260.0),
}
"""By name; the first whose words are said counts, the longest words before the others."""

PHRASES: Sequence[tuple[tuple[str, ...], str]] = sorted(
    ((tuple(said.split()), name) for name, action in ACTIONS.items() for said in action.words),
    key=lambda phrase: -len(phrase[0]),
)
"""What asks for an action, word by word, and its name: the longest first."""
