"""What a character can wear, on which part of the body, and the words that ask for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.providers.embedded.characters import (
    caps,
    errands,
    garments,
    gear,
    gowns,
    hair,
    hats,
    headgear,
    uniforms,
)
from pod.providers.embedded.characters.costumes import HOODS, SUITS, TOPS
from pod.providers.embedded.characters.garb import BARE as BARE
from pod.providers.embedded.characters.garb import Layer as Layer
from pod.providers.embedded.characters.garb import Worn as Worn
from pod.providers.embedded.characters.guises import GUISES
from pod.providers.embedded.characters.pen import Pen


def _in_its_pose(_: Pen) -> None:
    """Drawn with the arms, which are in another place in every pose (`bodies.mittens`)."""


WARDROBE: Mapping[str, Worn] = {
    "party hat": Worn(
        Layer.HEAD, hats.party_hat, ("party hat", "birthday hat"), ("birthday", "new year's", "new years", "new year")
    ),
    "sombrero": Worn(Layer.HEAD, hats.sombrero, ("sombrero", "mexican hat"), ("mariachi",)),
    "pilgrim hat": Worn(Layer.HEAD, hats.pilgrim_hat, ("pilgrim hat",), ("pilgrim", "thanksgiving")),
    "top hat": Worn(Layer.HEAD, hats.top_hat, ("top hat", "hat"), ("gentleman",)),
    "striped hat": Worn(
        Layer.HEAD,
        hats.striped_hat,
        ("uncle sam hat", "stars and stripes hat"),
        ("patriotic", "fourth of july", "4th of july", "independence day", "uncle sam", "merica"),
    ),
    "wizard hat": Worn(
        Layer.HEAD,
        hats.wizard_hat,
        ("wizard hat",),
        (
            "wizard",
            "sorcerer",
            "mage",
            "merlin",
        ),
    ),
    "witch hat": Worn(Layer.HEAD, hats.witch_hat, ("witch hat", "witch's hat"), ("witch", "witchy", "halloween")),
    "crown": Worn(Layer.HEAD, hats.crown, ("crown", "tiara"), ("prince", "princess", "royal")),
    "santa hat": Worn(
        Layer.HEAD, hats.santa_hat, ("santa hat", "christmas hat"), ("santa", "christmas", "xmas", "elf")
    ),
    "cowboy hat": Worn(Layer.HEAD, hats.cowboy_hat, ("cowboy hat", "western hat"), ("rodeo",)),
    "beanie": Worn(
        Layer.HEAD,
        hats.beanie,
        ("beanie", "woolly hat", "bobble hat", "winter hat", "knitted hat"),
        ("skier", "snowboarder", "hipster", "skiing", "snowboarding"),
    ),
    "cap": Worn(Layer.HEAD, hats.cap, ("cap", "baseball cap")),
    "flower behind the ear": Worn(
        Layer.HEAD,
        hats.flower_behind_the_ear,
        tuple(f"flower behind {whose} ear" for whose in ("her", "his", "its", "one", "an", "the")),
    ),
    "crown of thorns": Worn(
        Layer.HEAD, hats.crown_of_thorns, ("crown of thorns", "thorn crown", "crown made of thorns")
    ),
    "antler lights": Worn(
        Layer.HEAD,
        hats.antler_lights,
        tuple(
            f"{kind}lights {on} {whose}antlers"
            for kind in ("", "christmas ", "string ", "fairy ")
            for on in ("in", "on", "around")
            for whose in ("its ", "the ", "his ", "her ", "")
        ),
    ),
    "laser eyes": Worn(Layer.EYES, garments.laser_eyes, ("laser eyes", "lazer eyes", "laser beam eyes")),
    "flower crown": Worn(
        Layer.HEAD,
        hats.flower_crown,
        (
            "flower crown",
            "wildflower crown",
            "floral crown",
            "crown of flowers",
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
        (
            "graduation",
            "graduating",
            "phd",
        ),
    ),
    "chef hat": Worn(
        Layer.HEAD,
        hats.chef_hat,
        ("chef hat", "chef's hat"),
        (
            "cooking",
            "baking",
        ),
    ),
    "straw hat": Worn(
        Layer.HEAD,
        hats.straw_hat,
        ("straw hat", "sun hat", "sunhat"),
        (
            "gardening",
            "farming",
        ),
    ),
    "pirate hat": Worn(Layer.HEAD, hats.pirate_hat, ("pirate hat",), ("pirate captain", "pirate", "buccaneer")),
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
        ("construction",),
    ),
    "ribbon": Worn(Layer.HEAD, hats.ribbon, ("hair bow", "ribbon", "bow on its head", "bow", "bows"), ()),
    "headphones": Worn(
        Layer.HEAD,
        hats.headphones,
        ("headphones", "headphone", "earphones", "headset", "gaming headset"),
        ("dj", "lo-fi", "lofi", "music", "techno", "podcaster"),
    ),
    "mittens": Worn(Layer.HANDS, _in_its_pose, ("mittens", "mitten")),
    "earmuffs": Worn(Layer.HEAD, hats.earmuffs, ("earmuffs", "ear muffs")),
    **SUITS,
    **GUISES,
    "monocle": Worn(Layer.EYES, garments.monocle, ("monocle",)),
    "pearls": Worn(Layer.NECK, garments.pearls, ("necklace", "pearl necklace", "pearls", "string of pearls")),
    "gold chain": Worn(
        Layer.NECK,
        garments.gold_chain,
        (
            "gold chain",
            "golden chain",
            "gold chains",
            "chain necklace",
            "gold necklace",
            "bling",
            "gold medallion",
            "chain",
        ),
        ("rapper", "gangster"),
    ),
    "sunglasses": Worn(
        Layer.EYES,
        garments.sunglasses,
        ("sunglasses", "shades", "aviators"),
        ("cool", "beach", "sunbathing"),
    ),
    "glasses": Worn(
        Layer.EYES,
        garments.glasses,
        ("glasses", "spectacles", "goggles"),
        (
            "nerd",
            "nerdy",
            "geeky",
            "bookworm",
            "hipster",
        ),
    ),
    "mask": Worn(
        Layer.EYES, garments.eye_mask, ("eye mask", "bandit mask", "superhero mask"), ("hero", "bandit", "wrestler")
    ),
    "eye patch": Worn(Layer.EYES, garments.eye_patch, ("eye patch", "eyepatch"), ("pirate captain", "pirate")),
    "scarf": Worn(Layer.NECK, garments.scarf, ("scarf", "scarves", "shawl"), ("winter", "christmas carol", "skiing")),
    "collar": Worn(Layer.NECK, garments.collar, ("collar", "dog collar")),
    "bow tie": Worn(
        Layer.NECK,
        garments.bow_tie,
        ("bow tie", "bowtie", "tuxedo", "dinner jacket"),
        (
            "gentleman",
            "groom",
        ),
    ),
    "necktie": Worn(Layer.NECK, garments.necktie, ("tie", "necktie", "suit"), ("boss", "office")),
    "bandana": Worn(
        Layer.NECK,
        garments.bandana,
        ("bandana", "neckerchief", "bandanna"),
        ("scout", "biker", "hiker", "camper"),
    ),
    "whistle": Worn(Layer.NECK, gear.whistle, ("whistle",)),
    "stethoscope": Worn(
        Layer.NECK,
        garments.stethoscope,
        ("stethoscope",),
        (),
    ),
    "apron": Worn(
        Layer.BODY,
        garments.apron,
        ("apron",),
        (
            "baking",
            "cooking",
            "bakery",
        ),
    ),
    "christmas sweater": Worn(
        Layer.BODY,
        garments.christmas_sweater,
        (
            "christmas sweater",
            "ugly sweater",
            "ugly christmas sweater",
            "christmas jumper",
            "holiday sweater",
            "xmas jumper",
        ),
        sleeves="#c2372f",
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
    "kilt": Worn(Layer.BODY, garments.kilt, ("kilt", "tartan kilt", "scottish kilt")),
    "leotard": Worn(Layer.BODY, garments.leotard, ("leotard", "gymnastics leotard"), sleeves="#7d4fb0"),
    "tutu": Worn(Layer.BODY, garments.tutu, ("tutu", "ballet dress"), ("ballet",)),
    "flamenco dress": Worn(
        Layer.BODY, gowns.flamenco, ("flamenco dress", "ruffled dress", "frilly dress"), sleeves=gowns.FLAMENCO
    ),
    "gown": Worn(
        Layer.BODY,
        gowns.gown,
        (
            "gown",
            "ball gown",
            "ballgown",
            "prom dress",
            "evening gown",
            "evening dress",
            "long dress",
            "princess dress",
        ),
        sleeves=gowns.GOWN,
    ),
    "dress": Worn(
        Layer.BODY,
        gowns.dress,
        ("dress", "sundress", "summer dress", "party dress", "frock", "pinafore", "polka dot dress"),
        sleeves=gowns.DRESS,
    ),
    "skirt": Worn(Layer.BODY, gowns.skirt, ("skirt", "mini skirt", "long skirt")),
    "grass skirt": Worn(Layer.BODY, gowns.grass_skirt, ("grass skirt", "hula skirt", "lei"), sleeves=BARE),
    "coin belt": Worn(Layer.BODY, gowns.coins, ("belly dance costume",)),
    "earrings": Worn(Layer.EYES, gowns.earrings, ("earrings", "hoop earrings", "gold hoops", "big hoops")),
    "moustache": Worn(
        Layer.EYES,
        gowns.moustache,
        ("moustache", "mustache", "handlebar moustache", "handlebar mustache", "fake moustache"),
    ),
    "cigar": Worn(Layer.EYES, gowns.cigar, ("smoking a cigar", "cigar", "smoking cigars")),
    "surgical mask": Worn(
        Layer.EYES, gowns.surgical_mask, ("surgical mask", "face mask", "medical mask", "scrubs and mask")
    ),
    "hearing aid": Worn(Layer.EYES, gowns.hearing_aid, ("hearing aid", "hearing aids", "cochlear implant")),
    "tattoos": Worn(
        Layer.BODY,
        gowns.vest_top,
        ("tattoos", "tattooed", "tattoo sleeve", "sleeve tattoos", "anchor tattoo", "arm tattoo"),
    ),
    "vet cone": Worn(
        Layer.BACK,
        gowns.vet_cone,
        ("cone of shame", "vet cone", "recovery cone", "vet collar", "buster collar", "elizabethan collar"),
    ),
    "hair flower": Worn(
        Layer.EYES, gowns.flower_in_hair, ("flower in her hair", "rose in her hair", "flower behind her ear")
    ),
    "overalls": Worn(
        Layer.BODY,
        garments.overalls,
        ("overalls", "dungarees", "jeans"),
        (),
    ),
    "slippers": Worn(Layer.FEET, garments.slippers, ("slippers", "bunny slippers", "fluffy slippers")),
    "life jacket": Worn(Layer.BODY, garments.life_jacket, ("life jacket", "life vest")),
    "boots": Worn(
        Layer.FEET,
        garments.boots,
        (
            "rain boots",
            "rainboots",
            "rubber boots",
            "gumboots",
            "wellington boots",
            "boots",
            "wellies",
            "wellingtons",
        ),
        (),
    ),
    "cowboy boots": Worn(Layer.FEET, garments.cowboy_boots, ("cowboy boots", "cowgirl boots", "western boots")),
    "sneakers": Worn(
        Layer.FEET,
        garments.sneakers,
        ("shoes", "running shoes", "sneakers", "trainers", "tennis shoes", "red shoes", "high tops", "gym shoes"),
    ),
    "bee suit": Worn(
        Layer.BODY,
        uniforms.bee_suit,
        (
            "beesuit",
            "bee costume",
            "bee suit",
            "bumblebee costume",
            "dressed as a bee",
            "dressed like a bee",
            "bee outfit",
        ),
        sleeves="#f3bf4b",
    ),
    "bee veil": Worn(Layer.HEAD, headgear.bee_veil, ("beekeeper hat", "beekeeper veil", "beekeeping hat")),
    "fairy lights": Worn(
        Layer.BODY,
        garments.fairy_lights,
        ("christmas lights", "fairy lights", "string lights", "xmas lights", "tangled in lights"),
    ),
    "cape": Worn(Layer.BACK, garments.cape, ("cape", "cloak"), ("hero",)),
    "vampire cape": Worn(
        Layer.BACK,
        garments.vampire_cape,
        ("vampire cape", "dracula cape", "vampire cloak"),
        ("vampire", "dracula", "count"),
    ),
    "wings": Worn(Layer.BACK, garments.wings, ("wings", "angel wings"), ("angel", "winged", "cupid", "flying")),
    "space suit": Worn(
        Layer.BODY,
        garments.space_suit,
        ("space suit", "spacesuit", "space helmet"),
        ("astronaut", "cosmonaut", "spaceman", "nasa"),
    ),
    "medic cap": Worn(Layer.HEAD, headgear.badged_cap("#f4f1ea", headgear.cross), ("medic cap",)),
    "mail cap": Worn(Layer.HEAD, headgear.peaked_cap("#3f6f9f", headgear.letter_mark), ("mail cap",)),
    "police cap": Worn(Layer.HEAD, headgear.peaked_cap("#2f4a78", headgear.gold_star), ("police cap", "police hat")),
    "navy peaked cap": Worn(Layer.HEAD, headgear.peaked_cap("#2f4a78", headgear.wings_mark, "#d9a441"), ("pilot cap",)),
    "white peaked cap": Worn(
        Layer.HEAD, headgear.peaked_cap("#fdfbf5", headgear.anchor_mark, "#2f4a78"), ("captain hat", "captain's hat")
    ),
    "sailor cap": Worn(Layer.HEAD, headgear.sailor_cap, ("sailor hat", "sailor cap")),
    "red cap": Worn(
        Layer.HEAD, headgear.badged_cap("#d9503f", headgear.no_mark), ("red cap", "trucker hat", "trucker cap")
    ),
    "blue cap": Worn(Layer.HEAD, headgear.badged_cap("#3f6f9f", headgear.no_mark), ("blue cap",)),
    "army cap": Worn(Layer.HEAD, headgear.badged_cap("#6b7a45", headgear.gold_star), ("army cap", "army hat")),
    "fire helmet": Worn(Layer.HEAD, headgear.fire_helmet, ("fire helmet", "firefighter helmet", "fireman hat")),
    "nurse cap": Worn(Layer.HEAD, headgear.nurse_cap, ("nurse cap", "nurse hat")),
    "mining helmet": Worn(Layer.HEAD, headgear.mining_helmet, ("headlamp", "mining helmet"), ("caver", "spelunker")),
    "ball helmet": Worn(Layer.HEAD, headgear.ball_helmet, ("football helmet", "racing helmet", "bike helmet")),
    "welding mask": Worn(Layer.HEAD, headgear.welding_mask, ("welding mask", "welding helmet")),
    "judge's wig": Worn(Layer.HEAD, headgear.judges_wig, ("judge's wig", "powdered wig", "white wig")),
    "shower cap": Worn(Layer.HEAD, caps.shower_cap, ("shower cap", "bath cap")),
    "nightcap": Worn(
        Layer.HEAD, caps.nightcap, ("nightcap", "night cap", "sleeping cap", "stocking cap", "bed cap", "pajama hat")
    ),
    "bowler hat": Worn(Layer.HEAD, caps.bowler, ("bowler hat", "bowler", "derby hat"), ("charlie chaplin",)),
    "flat cap": Worn(Layer.HEAD, caps.flat_cap, ("flat cap", "flatcap", "tweed cap", "newsboy cap", "paperboy cap")),
    "beret": Worn(Layer.HEAD, headgear.beret, ("beret",), ("parisian", "frenchman", "frenchwoman")),
    "flying helmet": Worn(Layer.HEAD, headgear.flying_helmet, ("flying helmet", "aviator hat", "aviator goggles")),
    "bunny ears": Worn(Layer.HEAD, headgear.bunny_ears, ("bunny ears", "rabbit ears", "easter hat"), ("easter",)),
    "clover hat": Worn(
        Layer.HEAD, headgear.clover_hat, ("leprechaun hat", "green top hat"), ("st patrick's", "st patricks", "paddy's")
    ),
    "clown wig": Worn(Layer.HEAD, headgear.clown_wig, ("clown wig",)),
    "deerstalker": Worn(Layer.HEAD, headgear.deerstalker, ("deerstalker", "detective hat")),
    "headband": Worn(Layer.HEAD, headgear.headband, ("headband", "sweatband"), ("aerobics", "jogging")),
    "topknot": Worn(Layer.HEAD, headgear.topknot, ("topknot", "top knot", "man bun")),
    "veil": Worn(Layer.HEAD, headgear.veil, ("nun's veil", "habit")),
    "hijab": Worn(
        Layer.HEAD,
        hair.hijab,
        ("hijab", "headscarf", "head scarf", "muslim woman", "muslim girl", "muslim mom", "hijabi"),
    ),
    "turban": Worn(Layer.HEAD, hair.turban, ("turban", "head wrap", "headwrap")),
    "bridal veil": Worn(Layer.BACK, hair.bridal_veil, ("veil", "bridal veil", "wedding veil")),
    "backpack": Worn(
        Layer.BACK, errands.pack, ("backpack", "backpacks", "rucksack", "rucksacks", "school bag", "knapsack")
    ),
    "halo": Worn(Layer.HEAD, headgear.halo, ("halo",), ("angel", "angelic")),
    "swim cap": Worn(Layer.HEAD, gear.swim_cap, ("swim cap", "swimming cap", "bathing cap")),
    "diving mask": Worn(Layer.EYES, headgear.diving_mask, ("diving mask", "snorkel", "swim goggles", "scuba mask")),
    "clown nose": Worn(Layer.EYES, headgear.clown_nose, ("clown nose", "red nose")),
    "police uniform": Worn(
        Layer.BODY, uniforms.shirt("#3f5f9f", tie="#26324f"), ("police uniform",), sleeves="#3f5f9f"
    ),
    "navy uniform": Worn(
        Layer.BODY, uniforms.shirt("#2f4a78", badge=False, tie="#c63d3f"), ("uniform",), sleeves="#2f4a78"
    ),
    "sheriff shirt": Worn(Layer.BODY, uniforms.shirt("#b08a58"), ("sheriff badge", "sheriff star"), sleeves="#b08a58"),
    "army shirt": Worn(Layer.BODY, uniforms.shirt("#7f8f55", badge=False), ("camouflage", "camo"), sleeves="#7f8f55"),
    "scrubs": Worn(Layer.BODY, uniforms.scrubs, ("scrubs",), sleeves="#4fa5a0"),
    "lab coat": Worn(Layer.BODY, uniforms.lab_coat, ("lab coat", "white coat"), sleeves="#f7f5ef"),
    "barber coat": Worn(Layer.BODY, uniforms.barber_coat, ("barber coat",), sleeves="#f7f5ef"),
    "turnout coat": Worn(
        Layer.BODY, uniforms.turnout_coat, ("turnout coat", "bunker gear", "turnout gear"), sleeves="#b98a4b"
    ),
    "hi-vis vest": Worn(Layer.BODY, uniforms.hi_vis_vest, ("hi-vis vest", "safety vest", "high vis vest")),
    "striped shirt": Worn(Layer.BODY, uniforms.striped_shirt, ("striped shirt",), sleeves="#fdfbf5"),
    "red jersey": Worn(Layer.BODY, uniforms.jersey("#f3bf4b"), ("football jersey",), sleeves="#c63d3f"),
    "blue jersey": Worn(Layer.BODY, uniforms.jersey("#fdfbf5"), ("soccer jersey",), sleeves="#3f6fb0"),
    "orange jersey": Worn(Layer.BODY, uniforms.jersey("#3d3a48"), ("basketball jersey",), sleeves="#e8763a"),
    "white shirt": Worn(
        Layer.BODY, uniforms.shirt("#f7f5ef", badge=False), ("white shirt", "polo shirt"), sleeves="#f7f5ef"
    ),
    "robe": Worn(Layer.BODY, uniforms.robe, ("robe", "judge's robe"), sleeves="#3a3947"),
    "karate suit": Worn(Layer.BODY, uniforms.gi, ("karate gi", "gi"), sleeves="#fbf4e6"),
    "kimono": Worn(Layer.BODY, uniforms.kimono, ("kimono", "kimonos", "yukata"), sleeves="#c8405a"),
    "tool belt": Worn(Layer.BODY, uniforms.tool_belt, ("tool belt",)),
    "life vest": Worn(Layer.BODY, uniforms.life_vest, ("life vest", "life jacket")),
    "red trunks": Worn(Layer.BODY, uniforms.red_trunks, ("swim trunks", "swimming trunks", "whistle")),
    "mawashi": Worn(Layer.BODY, uniforms.mawashi, ("mawashi", "sumo belt"), sleeves=BARE),
    "suit": Worn(Layer.BODY, uniforms.suit, ("business suit", "suit", "tuxedo", "tux", "blazer"), sleeves="#454b63"),
    "waistcoat": Worn(Layer.BODY, uniforms.vest, ("waistcoat",)),
    "clown ruff": Worn(Layer.BODY, uniforms.clown_ruff, ("clown suit",), sleeves="#f6e3a1"),
    "hero suit": Worn(Layer.BODY, uniforms.hero_emblem, ("superhero suit", "superhero costume"), sleeves="#3f5fa8"),
    "wet suit": Worn(Layer.BODY, uniforms.wet_suit, ("wet suit", "wetsuit"), sleeves="#39404f"),
    "sailor collar": Worn(Layer.BODY, uniforms.sailor_collar, ("sailor suit",), sleeves="#fdfbf5"),
    "pajamas": Worn(Layer.BODY, uniforms.pajamas, ("pajamas", "pyjamas", "pjs", "nightgown"), sleeves="#8fb5d8"),
    "flowered shirt": Worn(
        Layer.BODY,
        uniforms.flowered_shirt,
        ("hawaiian shirt", "flowered shirt", "aloha shirt"),
        ("tourist",),
        "#2f9aa5",
    ),
    "leather jacket": Worn(
        Layer.BODY, uniforms.leather_jacket, ("leather jacket", "denim jacket", "biker jacket"), sleeves="#3d3a48"
    ),
    "flannel shirt": Worn(
        Layer.BODY, uniforms.flannel, ("flannel shirt", "flannel", "plaid shirt", "checked shirt"), sleeves="#b8453c"
    ),
    "bathrobe": Worn(Layer.BODY, uniforms.bathrobe, ("bathrobe", "dressing gown", "bath robe"), sleeves="#f3d9e0"),
    "mail bag": Worn(Layer.BODY, uniforms.mail_bag, ("mail bag", "messenger bag"), sleeves="#6f9fc4"),
}
"""What can be worn, by name, in the order in which a sentence is searched."""

FASTENED: Mapping[str, Callable[[Pen], None]] = {
    "cape": garments.cape_knot,
    "vampire cape": garments.vampire_clasp,
    "vet cone": gowns.cone_band,
    "bridal veil": hair.bridal_wreath,
    "backpack": errands.straps,
    "bee suit": headgear.feelers,
    "space suit": garments.dome_front,
    **TOPS,
}
"""What of it shows in front of the face."""

AROUND: Mapping[str, Callable[[Pen], None]] = {"space suit": garments.dome_back, **HOODS}
"""What of it lies between body and head."""
