"""What athletes are known by: a pitch, a swing, a save, a dive, a lunge; and what hangs or sprays. Rows of actions."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import effects, gear
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose

_A_BALL = ("a baseball", "the baseball", "a fastball", "a softball", "a curveball")
_HOSES = ("a hose", "a fire hose", "a water hose", "the hose", "hose", "a garden hose", "fire hose")
_WHAT_BURNS = ("fire", "fires", "a fire", "the fire", "flames", "wildfires")

ATHLETES: Mapping[str, Action] = {
    "pitching": Action(
        (*forms("pitch", "throw", after=_A_BALL), "winding up", "baseball pitching"),
        Pose("throw", "wind up"),
        gear.mound,
        over=gear.pitched,
        lean=-5,
    ),
    "batting": Action(
        (
            *("playing baseball", "plays baseball", "playing softball", "plays softball"),
            *(
                "swinging a bat",
                "swinging a baseball bat",
                "up to bat",
                "at bat",
                "hitting a home run",
                "hitting a baseball",
            ),
            "hitting a homerun",
        ),
        Pose("swing", "stride"),
        gear.plate_and_ball,
        gear.bat_over_the_shoulder,
        lean=4,
    ),
    "behind the plate": Action(
        ("catching a baseball", "catches a baseball", "behind the plate", "behind home plate"),
        Pose("reach", "squat"),
        gear.infield,
        gear.chest_protector,
        gear.mitt_held_out,
    ),
    "saving a puck": Action(
        ("hockey goalie", "playing goalie", "in goal", "saving the puck", "stopping the puck", "blocking the puck"),
        Pose("sway", "stand"),
        gear.hockey_net,
        gear.leg_pads,
        gear.glove_and_puck,
    ),
    "diving for a ball": Action(
        (
            *("diving for the ball", "dives for the ball", "saving a goal", "saving a penalty"),
            *("diving save", "making a diving save"),
        ),
        Pose("stretched", "leap"),
        gear.goal,
        gear.ball_in_both_hands,
        gear.keepers_gloves,
        lean=62,
    ),
    "tennis": Action(
        (
            *(
                "playing tennis",
                "plays tennis",
                "tennis playing",
                "badminton",
                "playing badminton",
                "playing pickleball",
            ),
            *("plays pickleball", "playing padel", "playing squash", "serving an ace", "swinging a tennis racket"),
        ),
        Pose("throw", "stride"),
        gear.ball_that_comes,
        over=gear.swung_racket,
    ),
    "table tennis": Action(
        (
            "playing ping pong",
            "plays ping pong",
            "ping pong",
            "playing table tennis",
            "table tennis",
            "plays table tennis",
        ),
        Pose("throw", "stride"),
        effects.floor,
        over=gear.paddled_ball,
    ),
    "golf": Action(
        (
            "playing golf",
            "plays golf",
            "golfing",
            "golfs",
            "swinging a golf club",
            "teeing off",
            "putting on the green",
        ),
        Pose("address", "stand"),
        gear.green,
        gear.club_at_the_ball,
    ),
    "fencing": Action(("fencing", "doing fencing"), Pose("lunge", "stride"), effects.floor, gear.foil),
    "rowing": Action(
        (
            *("rowing", "rows a boat", "rowing a boat", "rowing in a boat", "rowing down the river", "sculling"),
            *("rowing on a lake", "in a rowing boat", "in a rowboat", "in a row boat"),
        ),
        Pose("rim", "none"),
        front=gear.boat_and_oars,
        over=gear.oars,
    ),
    "paddle boarding": Action(
        (
            "paddle boarding",
            "paddleboarding",
            "paddleboards",
            "on a paddle board",
            "on a paddleboard",
            "stand up paddling",
        ),
        Pose("pole", "stand"),
        gear.board_on_water,
        gear.long_paddle,
    ),
    "on the back": Action(
        tuple(f"floating on {whose} back" for whose in ("its", "his", "her", "their", "a")),
        Pose("hold", "sit"),
        gear.open_water,
        lean=-84,
    ),
    "diving in": Action(
        (
            *forms(
                "dive", after=("into a pool", "into the pool", "into water", "into the water", "off a diving board")
            ),
            *("diving off a board", "high diving", "springboard diving", "platform diving"),
        ),
        Pose("stretched", "stand"),
        gear.pool_and_board,
        lean=150,
    ),
    "hosing": Action(
        (
            *forms("carry", "hold", "use", "aim", after=_HOSES),
            *forms("fight", "extinguish", "put out", after=_WHAT_BURNS),
            *("putting out a fire", "putting out the fire", "putting out fires", "with a hose", "with a fire hose"),
            *("with hose", "with fire hose", "spraying a hose", "sprays a hose", "spraying a fire hose"),
        ),
        Pose("push", "stand"),
        gear.long_hose,
        over=gear.jet_from_a_nozzle,
    ),
    "hurdling": Action(
        ("hurdling", "jumping hurdles", "jumping over hurdles", "running hurdles", "clearing a hurdle"),
        Pose("run", "leap"),
        effects.floor,
    ),
    "javelin": Action(
        ("throwing a javelin", "throwing the javelin", "throws a javelin", "javelin throwing"),
        Pose("throw", "stride"),
        effects.floor,
    ),
    "pole vault": Action(("pole vaulting", "pole vaults"), Pose("pole", "leap"), effects.floor),
    "lacrosse": Action(("playing lacrosse", "plays lacrosse"), Pose("pole", "stride"), effects.floor),
    "jackhammer": Action(
        ("with a jackhammer", "jackhammering", "using a jackhammer", "operating a jackhammer", "drilling the road"),
        Pose("jackhammer", "stand"),
        front=gear.jackhammer,
        over=gear.shaken_ground,
    ),
    "upside down": Action(
        (
            *("hanging upside down", "hangs upside down", "hanging upside-down", "hanging by its feet"),
            *("hanging upside down from a branch", "hanging upside down on a branch", "upside down on a branch"),
        ),
        Pose("rest", "stand"),
        gear.branch_at_the_feet,
        lean=180,
    ),
    "by the tail": Action(
        tuple(f"{does} by {whose} tail" for does in ("hanging", "hangs") for whose in ("its", "his", "her", "the")),
        Pose("juggle", "stand"),
        gear.tail_on_a_branch,
        lean=180,
    ),
}
"""By name."""
