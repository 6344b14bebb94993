"""What a character can ride: how it sits or stands there, and the words that ask for it."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import boards, cabs, vehicles
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.stage import Stage

_STAND = Pose("balance", "stand")
_DRIVES = Pose("none", "none")
_LOOK_OUT = Pose("rim", "none")

_WAVES = tuple(
    f"{does} {which}"
    for does in ("riding", "rides", "catching", "surfing")
    for which in ("a wave", "a big wave", "the wave", "waves", "the waves", "a huge wave", "a giant wave", "big waves")
)

RIDES: Mapping[str, Stage] = {
    "skateboard": Stage(
        _STAND,
        front=boards.skateboard,
        words=("skateboard", "longboard", "skateboarding", "skating board", "skate"),
    ),
    "surfboard": Stage(
        _STAND,
        boards.wave_behind,
        boards.surf_front,
        ("surfboard", "surf board", "surfing", "surf", "surfs", "surfer", "paddleboard", *_WAVES),
    ),
    "snowboard": Stage(_STAND, front=boards.snowboard, words=("snowboard", "snowboarding", "snowboarder")),
    "skis": Stage(_STAND, front=boards.skis, words=("skis", "skiing", "ski", "skier")),
    "roller skates": Stage(
        Pose("balance", "stand"),
        front=boards.roller_skates,
        words=(
            "roller skates",
            "rollerskates",
            "roller skating",
            "rollerblades",
            "roller derby",
            "inline skates",
        ),
    ),
    "ice skates": Stage(
        Pose("balance", "stand"),
        front=boards.ice_skates,
        words=("ice skates", "ice skating", "ice skate", "figure skating"),
    ),
    "motor scooter": Stage(
        Pose("steer", "astride"),
        vehicles.moped_behind,
        vehicles.moped_front,
        ("motor scooter", "scooter", "vespa", "moped"),
    ),
    "kick scooter": Stage(
        Pose("steer", "stand"), boards.kick_scooter, boards.scooter_bar, ("kick scooter", "e-scooter")
    ),
    "bicycle with sunflowers": Stage(
        Pose("steer", "astride"), vehicles.bicycle_behind, vehicles.with_sunflowers, ("sunflower basket bike",)
    ),
    "bicycle with flowers": Stage(
        Pose("steer", "astride"), vehicles.bicycle_behind, vehicles.with_flowers, ("flower basket bike",)
    ),
    "bicycle": Stage(
        Pose("steer", "astride"),
        vehicles.bicycle_behind,
        vehicles.bicycle_front,
        (
            "bicycle",
            "bike",
            "cycling",
            "bicycling",
            "cycles",
            "tricycle",
            "mountain bike",
            "mountain biking",
            "mountain biker",
            "bmx rider",
            "tandem",
            "biking",
            "bmx",
            "cyclist",
        ),
    ),
    "unicycle": Stage(Pose("balance", "astride"), vehicles.unicycle_behind, vehicles.unicycle_front, ("unicycle",)),
    "motorcycle": Stage(
        Pose("steer", "astride"),
        vehicles.motorcycle_behind,
        vehicles.motorcycle_front,
        ("motorcycle", "motorbike", "chopper", "motocross", "biker", "dirt bike"),
    ),
    "broom": Stage(Pose("rest", "astride"), front=vehicles.broom, words=("broom", "broomstick")),
    "sled": Stage(Pose("rest", "sit"), front=vehicles.sled, words=("sled", "sledge", "toboggan", "sledding")),
    "wheelchair": Stage(
        Pose("rest", "sit"), vehicles.wheelchair_behind, vehicles.wheelchair_front, ("wheelchair", "wheel chair")
    ),
    "tractor": Stage(Pose("steer", "astride"), cabs.tractor_behind, cabs.tractor_front, ("tractor", "tractors")),
    "ride-on mower": Stage(
        Pose("steer", "astride"),
        cabs.mower_behind,
        cabs.mower_front,
        ("ride on mower", "riding mower", "ride-on mower"),
    ),
    "bus": Stage(
        _DRIVES, cabs.bus_behind, cabs.bus_front, ("bus", "school bus", "coach", "minibus", "double decker bus")
    ),
    "fire engine": Stage(
        _DRIVES, cabs.fire_engine_behind, cabs.fire_engine_front, ("fire engine", "fire truck", "firetruck")
    ),
    "train": Stage(_DRIVES, cabs.train_behind, cabs.train_front, ("train", "steam train", "locomotive", "tram")),
    "van": Stage(
        _DRIVES,
        cabs.van_behind,
        cabs.van_front,
        ("van", "camper van", "campervan", "camper", "motorhome", "rv", "minivan"),
    ),
    "lorry": Stage(_DRIVES, cabs.lorry_behind, cabs.lorry_front, ("lorry", "truck", "pickup truck", "semi truck")),
    "car": Stage(
        Pose("none", "none"),
        front=vehicles.car,
        words=("car", "convertible", "automobile", "taxi", "race car", "racing car", "driving", "jeep"),
    ),
    "rowing boat": Stage(
        _LOOK_OUT,
        front=vehicles.oars,
        words=("rowing", "rowing boat", "rowboat", "rowing a boat", "rower", "paddling a boat"),
    ),
    "kayak in rapids": Stage(
        _LOOK_OUT,
        vehicles.rapids_behind,
        vehicles.kayak_in_rapids,
        ("rapids", "the rapids", "white water", "whitewater"),
    ),
    "kayak": Stage(_LOOK_OUT, front=vehicles.kayak, words=("kayak", "kayaking", "kayaks", "sea kayak")),
    "boat": Stage(
        _LOOK_OUT,
        front=vehicles.boat,
        words=(
            "boat",
            "canoe",
            "sailing",
            "sailing boat",
            "sailing ship",
            "sailboat",
            "canoeing",
            "gondola",
            "ship",
            "raft",
        ),
    ),
    "rocket": Stage(
        _LOOK_OUT, front=vehicles.rocket, words=("rocket", "rocket ship", "rocketship", "spaceship", "space ship")
    ),
    "flying saucer": Stage(_LOOK_OUT, vehicles.ufo_dome, vehicles.ufo, ("flying saucer", "ufo", "saucer")),
    "hot air balloon": Stage(
        _LOOK_OUT, vehicles.balloon_behind, vehicles.balloon_basket, ("hot air balloon", "hot-air balloon")
    ),
    "airplane": Stage(_LOOK_OUT, front=vehicles.plane, words=("airplane", "aeroplane", "plane", "biplane", "pilot")),
}
"""What can be ridden, by name, in the order in which a sentence is searched."""

CARRY_TWO = frozenset(
    {"boat", "kayak", "kayak in rapids", "rowing boat", "hot air balloon", "sled", "rocket", "airplane", "car", "bus"}
)
"""What two are in together; of the others each has its own."""
