"""What is done in sports, games and dances. Rows of actions."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import effects, errands, pastimes, workplaces
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.gestures import WAVED
from pod.providers.embedded.characters.moods import SLEEPY

_BOWS = (
    *("with a bow and arrow", "with bow and arrow", "holding a bow and arrow", "with a compound bow", "drawing a bow"),
    *("hunter with a bow", "hunting with a bow", "elf with a bow", "archer with a bow", "aiming a bow"),
)

SPORTS: Mapping[str, Action] = {
    "yoga": Action(
        ("yoga", "yogi", "pilates", "yoga pose", "tree pose", "yoga mat"),
        Pose("joined", "lotus"),
        errands.mat,
    ),
    "meditating": Action(
        ("meditating", "meditation", "meditates", "lotus position", "lotus pose"),
        Pose("palms", "lotus"),
        errands.mat,
        mood=SLEEPY,
    ),
    "ballet": Action(
        ("ballerina", "ballet", "pirouette", "pirouetting", "twirling"), Pose("joined", "point"), effects.floor
    ),
    "kicking": Action(forms("kick", "dribble"), Pose("sway", "kick"), effects.floor, hand=(960.0, 730.0), size=200.0),
    "soccer": Action(
        ("playing soccer", "plays soccer", "soccer playing"),
        Pose("sway", "kick"),
        effects.floor,
        errands.football_at_the_foot,
    ),
    "throwing": Action(forms("throw", "toss", "pitch"), Pose("throw", "stride"), hand=(930.0, 330.0), size=240.0),
    "catching": Action(
        ("catching", "catches", "reaching for", "grabbing"),
        Pose("wave", "stride"),
        effects.floor,
        hand=(906.0, 310.0),
        size=250.0,
    ),
    "boxing": Action(
        ("boxing", "kickboxing", "punching", "boxing gloves", "boxing glove"),
        Pose("fists", "stand"),
        effects.floor,
        over=errands.boxing_gloves,
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
            "racing",
            "having a race",
            "running a race",
        ),
        Pose("run", "run"),
        effects.dust,
        lean=7,
        on_fours=True,
    ),
    "chasing": Action(
        (*forms("chase", "fetch"), "running after", "playing fetch", "playing fetch with"),
        Pose("run", "run"),
        effects.dust,
        lean=7,
        hand=(1140.0, 870.0),
        size=360.0,
        on_fours=True,
    ),
    "herding": Action(
        ("herding", "herds", "rounding up"),
        Pose("run", "run"),
        effects.dust,
        lean=7,
        hand=(1120.0, 640.0),
        size=340.0,
        more=((1400.0, 760.0), (1160.0, 900.0)),
        on_fours=True,
    ),
    "hiking": Action(
        (*forms("hike", "trek"), "backpacking", "hiker", "hikers", "trekking", "mountaineering"),
        Pose("reach", "stride"),
        errands.rucksack,
        errands.walking_stick,
    ),
    "skipping": Action(
        ("skipping", "strolling", "marching", "strutting", "prancing", "walking", "walks"),
        Pose("run", "stride"),
        effects.floor,
    ),
    "striding": Action((), Pose("run", "stride")),
    "walking together": Action((), Pose("rest", "stride")),
    "clearing": Action(
        ("jumping over", "jumps over", "leaping over", "leaps over", "hopping over", "jumping a fence"),
        Pose("juggle", "leap"),
        lean=-10,
        on_fours=True,
    ),
    "jumping": Action(
        (*forms("jump", "leap"), "hopping", "bouncing"), Pose("juggle", "leap"), effects.below_a_jump, on_fours=True
    ),
    "swimming": Action(
        ("swimming", "swims", "swimmer", "doing laps"), Pose("crawl", "none"), effects.water, effects.swell
    ),
    "dancing": Action(
        (*forms("dance", "boogie", "twerk"), "disco dancing"),
        Pose("sway", "dance"),
        effects.notes,
        lean=-4,
        hand=WAVED,
        size=420.0,
    ),
    "dancing together": Action((), Pose("sway", "dance")),
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
        ("playing basketball", "plays basketball", "shooting hoops"),
        Pose("wave", "stand"),
        errands.hoop,
        errands.basketball_in_the_air,
    ),
    "barbell": Action(
        (
            "lifting weights",
            "lifts weights",
            "weightlifting",
            "weight lifting",
            "weightlifter",
            "powerlifting",
            "bicep curls",
            "deadlifting",
            "pumping iron",
            "working out",
            "bench pressing",
            "crossfit",
            *forms("lift", after=("a barbell", "barbells", "a weight", "heavy weights")),
        ),
        Pose("overhead", "stand"),
        front=errands.barbell,
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
    "flexing": Action(
        ("flexing", "flexes", "muscular", "buff", "swole", "ripped", "bodybuilder", "bodybuilding", "flexing muscles"),
        Pose("flex", "stand"),
    ),
    "archery": Action(
        (
            "shooting an arrow",
            "shooting arrows",
            "shoots an arrow",
            "archery",
            "aiming an arrow",
            "shooting a bow",
            *_BOWS,
        ),
        Pose("reach", "stand"),
        effects.floor,
        errands.drawn_bow,
    ),
    "balancing": Action(forms("balance"), Pose("balance", "sit"), hand=(512.0, 90.0), size=260.0),
}
"""By name."""
