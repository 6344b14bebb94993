"""Art of Pod's own for what people ask for, by subject. A new thing is a row in the table of its module, nothing else:
it answers to its own name, and to what ``data/gallery.toml`` says of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pod.providers.embedded.gallery.abroad import ABROAD
from pod.providers.embedded.gallery.afloat import AFLOAT
from pod.providers.embedded.gallery.aircraft import AIRCRAFT
from pod.providers.embedded.gallery.baking import BAKING
from pod.providers.embedded.gallery.beasts import BEASTS
from pod.providers.embedded.gallery.bench import BENCH
from pod.providers.embedded.gallery.boats import BOATS
from pod.providers.embedded.gallery.boho import BOHO
from pod.providers.embedded.gallery.bones import BONES
from pod.providers.embedded.gallery.boughs import BOUGHS
from pod.providers.embedded.gallery.buildings import BUILDINGS
from pod.providers.embedded.gallery.cars import CARS
from pod.providers.embedded.gallery.citrus import CITRUS
from pod.providers.embedded.gallery.clothing import CLOTHING
from pod.providers.embedded.gallery.confections import CONFECTIONS
from pod.providers.embedded.gallery.countertop import COUNTERTOP
from pod.providers.embedded.gallery.courting import COURTING
from pod.providers.embedded.gallery.crafts import CRAFTS
from pod.providers.embedded.gallery.creatures import CREATURES
from pod.providers.embedded.gallery.crossed import CROSSED
from pod.providers.embedded.gallery.cups import CUPS
from pod.providers.embedded.gallery.cycles import CYCLES
from pod.providers.embedded.gallery.doers import DOERS
from pod.providers.embedded.gallery.emblems import EMBLEMS
from pod.providers.embedded.gallery.fads import FADS
from pod.providers.embedded.gallery.fancies import FANCIES
from pod.providers.embedded.gallery.faraway import FARAWAY
from pod.providers.embedded.gallery.favourites import FAVOURITES
from pod.providers.embedded.gallery.feasts import FEASTS
from pod.providers.embedded.gallery.festivities import FESTIVITIES
from pod.providers.embedded.gallery.finds import FINDS
from pod.providers.embedded.gallery.fishes import FISHES
from pod.providers.embedded.gallery.flags import FLAGS
from pod.providers.embedded.gallery.flash import FLASH
from pod.providers.embedded.gallery.flowers import BLOSSOMS, BOUQUETS
from pod.providers.embedded.gallery.folk import FOLK
from pod.providers.embedded.gallery.fossils import FOSSILS
from pod.providers.embedded.gallery.gamehearts import GAME_HEARTS
from pod.providers.embedded.gallery.gathered import GATHERED
from pod.providers.embedded.gallery.glasses import GLASSES
from pod.providers.embedded.gallery.gorgons import GORGONS
from pod.providers.embedded.gallery.hands import HANDS
from pod.providers.embedded.gallery.holidays import HOLIDAYS
from pod.providers.embedded.gallery.homely import HOMELY
from pod.providers.embedded.gallery.horses import STABLE
from pod.providers.embedded.gallery.ices import ICES
from pod.providers.embedded.gallery.keepsakes import KEEPSAKES
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.gallery.kitchens import HERBS, KITCHENS
from pod.providers.embedded.gallery.landmarks import LANDMARKS
from pod.providers.embedded.gallery.larder import GREENERY, LARDER
from pod.providers.embedded.gallery.leisure import LEISURE
from pod.providers.embedded.gallery.loads import LOADS
from pod.providers.embedded.gallery.machines import MACHINES
from pod.providers.embedded.gallery.many_heads import MANY_HEADS
from pod.providers.embedded.gallery.market import MARKET
from pod.providers.embedded.gallery.mementoes import MEMENTOES
from pod.providers.embedded.gallery.memorials import MEMORIALS
from pod.providers.embedded.gallery.monuments import MONUMENTS
from pod.providers.embedded.gallery.mystic import MYSTIC
from pod.providers.embedded.gallery.nursery import NURSERY
from pod.providers.embedded.gallery.outdoors import OUTDOORS
from pod.providers.embedded.gallery.patched import PATCHED
from pod.providers.embedded.gallery.plants import PLANTS
from pod.providers.embedded.gallery.porch import PORCH
from pod.providers.embedded.gallery.potted import JARS, POTTED
from pod.providers.embedded.gallery.prints import PRINTS
from pod.providers.embedded.gallery.produce import PRODUCE
from pod.providers.embedded.gallery.ramen import RAMEN
from pod.providers.embedded.gallery.reptiles import REPTILES
from pod.providers.embedded.gallery.riders import RIDERS
from pod.providers.embedded.gallery.rivercraft import RIVERCRAFT
from pod.providers.embedded.gallery.savoury import SAVOURY
from pod.providers.embedded.gallery.signs import SIGNS
from pod.providers.embedded.gallery.skies import SKIES
from pod.providers.embedded.gallery.snails import SNAILS
from pod.providers.embedded.gallery.snowmen import SNOWMEN
from pod.providers.embedded.gallery.sounds import SOUNDS
from pod.providers.embedded.gallery.spires import SPIRES
from pod.providers.embedded.gallery.stall import STALL
from pod.providers.embedded.gallery.sundries import SUNDRIES
from pod.providers.embedded.gallery.sweets import SWEETS
from pod.providers.embedded.gallery.tables import NOTIONS, TABLES
from pod.providers.embedded.gallery.tattoos import TATTOOS
from pod.providers.embedded.gallery.transport import TRANSPORT
from pod.providers.embedded.gallery.trees import LEAFY, TREES
from pod.providers.embedded.gallery.unearthed import PICKED, UNEARTHED
from pod.providers.embedded.gallery.vases import BORDERS, VASES
from pod.providers.embedded.gallery.wall_art import WALL_ART
from pod.providers.embedded.gallery.whales import WHALES
from pod.providers.embedded.gallery.wildlife import WILDLIFE
from pod.providers.embedded.gallery.wreaths import WREATHS
from pod.providers.embedded.gallery.yard import YARD

FLORA = (
    BLOSSOMS.keys() | BOUQUETS.keys() | SPIRES.keys() | PLANTS.keys() | GREENERY.keys() | HERBS.keys() | PICKED.keys()
)
"""What can stand in a vase or a pot."""

CRAFT: Mapping[str, Draw] = {**CARS, **CYCLES, **BOATS, **AIRCRAFT}

SIGHTLY = (
    BUILDINGS.keys()
    | YARD.keys()
    | LANDMARKS.keys()
    | FARAWAY.keys()
    | ABROAD.keys()
    | MONUMENTS.keys()
    | RIVERCRAFT.keys()
    | MACHINES.keys()
    | TRANSPORT.keys()
    | CRAFT.keys()
    | TREES.keys()
    | OUTDOORS.keys()
)
"""What may stand in a landscape."""

GRAND = (
    BUILDINGS.keys()
    | YARD.keys()
    | LANDMARKS.keys()
    | (FARAWAY.keys() - {"cuckoo clock"})
    | ABROAD.keys()
    | MONUMENTS.keys()
    | TREES.keys()
    | {
        "waterfall",
        "volcano",
        "cave",
        "lookout tower",
        "bell tower",
        "striped lighthouse",
        "hammock between palms",
        "picket fence",
        "fence with flowers",
        "lemonade stand",
    }
)
"""What stands behind somebody rather than at their feet."""

EDIBLE = (
    BAKING.keys()
    | LARDER.keys()
    | STALL.keys()
    | TABLES.keys()
    | KITCHENS.keys()
    | SWEETS.keys()
    | PRODUCE.keys()
    | SAVOURY.keys()
    | ICES.keys()
    | CONFECTIONS.keys()
    | CITRUS.keys()
    | GLASSES.keys()
    | (CUPS.keys() - {"coffee mug", "tiki mug"})
)
ANIMATE = (
    RIDERS.keys()
    | CREATURES.keys()
    | BEASTS.keys()
    | FISHES.keys()
    | REPTILES.keys()
    | STABLE.keys()
    | WHALES.keys()
    | WILDLIFE.keys()
    | MANY_HEADS.keys()
    | SNAILS.keys()
    | COURTING.keys()
    | DOERS.keys()
)

GALLERY: Mapping[str, Draw] = {
    **BLOSSOMS,
    **BOUQUETS,
    **SPIRES,
    **PLANTS,
    **TREES,
    **LEAFY,
    **POTTED,
    **WREATHS,
    **VASES,
    **BORDERS,
    **BUILDINGS,
    **YARD,
    **LANDMARKS,
    **FARAWAY,
    **ABROAD,
    **MACHINES,
    **TRANSPORT,
    **CRAFT,
    **OUTDOORS,
    **MEMENTOES,
    **MEMORIALS,
    **SIGNS,
    **MYSTIC,
    **LOADS,
    **GATHERED,
    **CRAFTS,
    **FLASH,
    **STALL,
    **PORCH,
    **PATCHED,
    **NURSERY,
    **TABLES,
    **NOTIONS,
    **UNEARTHED,
    **PICKED,
    **HOLIDAYS,
    **COUNTERTOP,
    **KITCHENS,
    **HERBS,
    **BENCH,
    **LARDER,
    **GREENERY,
    **BAKING,
    **SWEETS,
    **PRINTS,
    **FEASTS,
    **BOHO,
    **FESTIVITIES,
    **MONUMENTS,
    **RIVERCRAFT,
    **FAVOURITES,
    **KEEPSAKES,
    **MARKET,
    **FLAGS,
    **WILDLIFE,
    **FOSSILS,
    **MANY_HEADS,
    **SNAILS,
    **COURTING,
    **PRODUCE,
    **SAVOURY,
    **ICES,
    **CONFECTIONS,
    **CITRUS,
    **GLASSES,
    **CUPS,
    **CLOTHING,
    **HOMELY,
    **SUNDRIES,
    **CROSSED,
    **BONES,
    **FANCIES,
    **EMBLEMS,
    **LEISURE,
    **SOUNDS,
    **SKIES,
    **SNOWMEN,
    **FINDS,
    **GORGONS,
    **HANDS,
    **TATTOOS,
    **AFLOAT,
    **FOLK,
    **GAME_HEARTS,
    **FADS,
    **RIDERS,
    **BOUGHS,
    **DOERS,
    **CREATURES,
    **BEASTS,
    **FISHES,
    **RAMEN,
    **REPTILES,
    **STABLE,
    **WHALES,
    **WALL_ART,
}

_TABLE = Path(__file__).parent.parent / "data" / "gallery.toml"


_BORN = {
    "january": "carnation",
    "february": "violet",
    "march": "daffodil",
    "april": "daisy",
    "may": "lily of the valley",
    "june": "bouquet of rose",
    "july": "larkspur",
    "august": "poppy",
    "september": "aster",
    "october": "marigold",
    "november": "chrysanthemum",
    "december": "holly",
}
"""The flowers of the months as they are listed in English-speaking countries."""


def _read() -> tuple[dict[str, dict[str, list[str]]], dict[str, list[str]]]:
    """What things are called by theme, and who is at home in which scenery."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return table, table.pop("homes")


_CALLED, _AT_HOME = _read()


def _ways_to_say(flower: str) -> tuple[str, str]:
    return f"bunch of {flower}", f"{flower} bouquet"


def _ways_in_a_jar(flowers: str) -> tuple[str, ...]:
    """Flowers in a preserving jar, whichever is said first."""
    jars = ("mason jar", "jar", "glass jar")
    return tuple(
        phrase
        for jar in jars
        for phrase in (
            f"{flowers} in a {jar}",
            f"{jar} of {flowers}",
            f"{jar} with {flowers}",
            f"{jar} full of {flowers}",
        )
    )


def _ways_to_ask(month: str) -> tuple[str, ...]:
    """A birth flower by its month."""
    return tuple(f"{month} {what}" for what in ("birth flower", "birth month flower", "flower")) + tuple(
        f"birth flower {of} {month}" for of in ("of", "for")
    )


def _called() -> dict[str, str]:
    own = {name: name for name in GALLERY}
    tied = {phrase: bouquet for bouquet in BOUQUETS for phrase in _ways_to_say(bouquet.removeprefix("bouquet of "))}
    jarred = {phrase: jar for jar in JARS for phrase in _ways_in_a_jar(jar.removeprefix("mason jar of "))}
    vased = {vase.replace(" of ", " with "): vase for vase in VASES if vase.startswith("vase of ")}
    born = {phrase: name for month, name in _BORN.items() for phrase in _ways_to_ask(month)}
    told = {phrase: name for theme in _CALLED.values() for name, phrases in theme.items() for phrase in phrases}
    return own | tied | jarred | vased | born | told


NAMES: Mapping[str, str] = _called()
"""Phrase → the thing that it names."""

HOMES: Mapping[str, str] = {name: scene for scene, names in _AT_HOME.items() for name in names}
"""Thing → the scenery that it stands in where the sentence names none."""
