"""What a character can wear, on which part of the body, and the words that ask for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pod.providers.embedded.characters import garments, hats
from pod.providers.embedded.characters.pen import Pen


class Layer(StrEnum):
    """From back to front."""

    BACK = "back"
    FEET = "feet"
    BODY = "body"
    NECK = "neck"
    EYES = "eyes"
    HANDS = "hands"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Worn:
    """`words` ask for it outright; `jobs` are who wears it."""

    layer: Layer
    draw: Callable[[Pen], None]
    words: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()


def _in_its_pose(_: Pen) -> None:
    """Drawn with the arms, which are in another place in every pose (`bodies.mittens`)."""


WARDROBE: Mapping[str, Worn] = {
    "party hat": Worn(Layer.HEAD, hats.party_hat, ("party hat", "birthday hat"), ("birthday",)),
    "sombrero": Worn(Layer.HEAD, hats.sombrero, ("sombrero", "mexican hat"), ("mariachi",)),
    "pilgrim hat": Worn(Layer.HEAD, hats.pilgrim_hat, ("pilgrim hat",), ("pilgrim", "thanksgiving")),
    "top hat": Worn(Layer.HEAD, hats.top_hat, ("top hat",), ("gentleman", "magician")),
    "striped hat": Worn(
        Layer.HEAD,
        hats.striped_hat,
        ("uncle sam hat", "stars and stripes hat"),
        ("patriotic", "fourth of july", "4th of july", "independence day", "uncle sam", "merica", "american flag"),
    ),
    "wizard hat": Worn(
        Layer.HEAD, hats.wizard_hat, ("wizard hat",), ("wizard", "sorcerer", "mage", "merlin", "magician")
    ),
    "witch hat": Worn(Layer.HEAD, hats.witch_hat, ("witch hat", "witch's hat"), ("witch", "witchy", "halloween")),
    "crown": Worn(Layer.HEAD, hats.crown, ("crown", "tiara"), ("king", "queen", "prince", "princess", "royal")),
    "santa hat": Worn(
        Layer.HEAD, hats.santa_hat, ("santa hat", "christmas hat"), ("santa", "christmas", "xmas", "elf")
    ),
    "cowboy hat": Worn(
        Layer.HEAD, hats.cowboy_hat, ("cowboy hat", "western hat"), ("cowboy", "cowgirl", "sheriff", "rodeo", "rancher")
    ),
    "beanie": Worn(
        Layer.HEAD,
        hats.beanie,
        ("beanie", "woolly hat", "bobble hat", "winter hat", "knitted hat"),
        ("skier", "snowboarder", "hipster", "skiing", "snowboarding"),
    ),
    "cap": Worn(
        Layer.HEAD, hats.cap, ("cap", "baseball cap"), ("skater", "trucker", "coach", "umpire", "mailman", "rapper")
    ),
    "flower crown": Worn(
        Layer.HEAD,
        hats.flower_crown,
        (
            "flower crown",
            "flowers in its hair",
            "flowers in her hair",
            "flowers in hair",
            "flowers in its antlers",
            "flowers in his antlers",
            "flowers in its mane",
            "flowers in her mane",
            "flowers in its horns",
            "flowers in its beard",
            "flowers in its fur",
            "flower wreath",
            "flowers on its head",
        ),
        ("hippie", "boho", "fairy", "bride"),
    ),
    "graduation cap": Worn(
        Layer.HEAD,
        hats.graduation_cap,
        ("graduation cap", "mortarboard"),
        ("graduate", "graduation", "professor", "graduating", "phd", "scholar"),
    ),
    "chef hat": Worn(
        Layer.HEAD,
        hats.chef_hat,
        ("chef hat", "chef's hat"),
        ("chef", "baker", "cook", "cooking", "baking", "pizzaiolo"),
    ),
    "straw hat": Worn(
        Layer.HEAD,
        hats.straw_hat,
        ("straw hat", "sun hat", "sunhat"),
        ("gardener", "farmer", "gardening", "farming", "fisherman", "beekeeper"),
    ),
    "pirate hat": Worn(Layer.HEAD, hats.pirate_hat, ("pirate hat",), ("pirate", "captain", "buccaneer")),
    "viking helmet": Worn(Layer.HEAD, hats.viking_helmet, ("viking helmet",), ("viking", "norse")),
    "football helmet": Worn(Layer.HEAD, hats.football_helmet, ("football helmet", "gridiron helmet", "hockey helmet")),
    "crash helmet": Worn(
        Layer.HEAD,
        hats.crash_helmet,
        ("motorcycle helmet", "racing helmet", "crash helmet", "bike helmet", "bicycle helmet", "ski helmet", "helmet"),
    ),
    "hard hat": Worn(
        Layer.HEAD,
        hats.hard_hat,
        ("hard hat",),
        ("builder", "construction", "firefighter", "miner", "engineer"),
    ),
    "ribbon": Worn(Layer.HEAD, hats.ribbon, ("hair bow", "ribbon", "bow on its head"), ("ballerina",)),
    "headphones": Worn(
        Layer.HEAD,
        hats.headphones,
        ("headphones", "headphone", "earphones"),
        ("dj", "lo-fi", "lofi", "music", "techno", "podcaster"),
    ),
    "mittens": Worn(Layer.HANDS, _in_its_pose, ("mittens", "mitten")),
    "earmuffs": Worn(Layer.HEAD, hats.earmuffs, ("earmuffs", "ear muffs")),
    "monocle": Worn(Layer.EYES, garments.monocle, ("monocle",)),
    "pearls": Worn(Layer.NECK, garments.pearls, ("necklace", "pearl necklace", "pearls", "string of pearls")),
    "sunglasses": Worn(
        Layer.EYES, garments.sunglasses, ("sunglasses", "shades", "aviators"), ("rockstar", "cool", "beach")
    ),
    "glasses": Worn(
        Layer.EYES,
        garments.glasses,
        ("glasses", "spectacles", "goggles"),
        (
            "nerd",
            "nerdy",
            "geeky",
            "librarian",
            "professor",
            "teacher",
            "scientist",
            "bookworm",
            "hipster",
            "accountant",
        ),
    ),
    "mask": Worn(Layer.EYES, garments.eye_mask, (), ("superhero", "hero", "ninja", "bandit", "wrestler")),
    "eye patch": Worn(Layer.EYES, garments.eye_patch, ("eye patch", "eyepatch"), ("pirate",)),
    "scarf": Worn(Layer.NECK, garments.scarf, ("scarf", "shawl"), ("winter", "christmas carol", "snowy", "skiing")),
    "bow tie": Worn(
        Layer.NECK,
        garments.bow_tie,
        ("bow tie", "bowtie", "tuxedo", "dinner jacket"),
        ("gentleman", "waiter", "butler", "groom", "magician", "conductor"),
    ),
    "necktie": Worn(
        Layer.NECK, garments.necktie, ("tie", "necktie", "suit"), ("businessman", "lawyer", "boss", "banker", "office")
    ),
    "bandana": Worn(
        Layer.NECK,
        garments.bandana,
        ("bandana", "neckerchief", "bandanna"),
        ("cowboy", "cowgirl", "scout", "biker", "hiker", "camper"),
    ),
    "stethoscope": Worn(
        Layer.NECK,
        garments.stethoscope,
        ("stethoscope",),
        ("nurse", "doctor", "vet", "veterinarian", "surgeon", "physician", "medic", "paramedic", "emt"),
    ),
    "apron": Worn(
        Layer.BODY,
        garments.apron,
        ("apron",),
        ("barista", "baker", "baking", "chef", "cook", "cooking", "gardener", "waiter", "bakery", "butcher"),
    ),
    "sweater": Worn(
        Layer.BODY,
        garments.sweater,
        ("sweater", "jumper", "pullover", "cardigan", "hoodie", "jersey", "poncho", "turtleneck", "vest", "knitwear"),
        (),
    ),
    "raincoat": Worn(
        Layer.BODY, garments.raincoat, ("raincoat", "rain coat", "rain jacket", "yellow coat", "coat", "jacket")
    ),
    "tutu": Worn(Layer.BODY, garments.tutu, ("tutu", "skirt", "dress"), ("ballerina", "ballet")),
    "overalls": Worn(
        Layer.BODY,
        garments.overalls,
        ("overalls", "dungarees", "jeans"),
        ("farmer", "mechanic", "plumber", "carpenter", "handyman"),
    ),
    "slippers": Worn(Layer.FEET, garments.slippers, ("slippers", "bunny slippers", "fluffy slippers")),
    "life jacket": Worn(Layer.BODY, garments.life_jacket, ("life jacket", "life vest")),
    "boots": Worn(
        Layer.FEET,
        garments.boots,
        (
            "rain boots",
            "boots",
            "shoes",
            "running shoes",
            "sneakers",
            "trainers",
            "wellies",
            "wellingtons",
            "cowboy boots",
        ),
        (),
    ),
    "fairy lights": Worn(
        Layer.BODY,
        garments.fairy_lights,
        ("christmas lights", "fairy lights", "string lights", "xmas lights", "tangled in lights"),
    ),
    "cape": Worn(Layer.BACK, garments.cape, ("cape", "cloak"), ("superhero", "hero", "vampire", "dracula")),
    "wings": Worn(Layer.BACK, garments.wings, ("wings", "angel wings"), ("angel", "winged", "cupid", "flying")),
    "space suit": Worn(
        Layer.BODY,
        garments.space_suit,
        ("space suit", "spacesuit", "space helmet"),
        ("astronaut", "cosmonaut", "spaceman", "nasa"),
    ),
}
"""What can be worn, by name, in the order in which a sentence is searched."""

FASTENED: Mapping[str, Callable[[Pen], None]] = {"cape": garments.cape_knot, "space suit": garments.dome_front}
"""What of it shows in front of the face."""

AROUND: Mapping[str, Callable[[Pen], None]] = {"space suit": garments.dome_back}
"""What of it lies between body and head."""
