"""What makes a kind of somebody of anyone: sugar skulls, zombies, knights, generals, aliens, gnomes."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters import hats, masks, regalia, snakes
from pod.providers.embedded.characters.garb import Layer, Worn


def _crowns(flower: str, flowers: str) -> tuple[str, ...]:
    """A wreath of one kind, and how else it is said."""
    return f"{flower} crown", f"{flower} flower crown", f"crown of {flowers}"


GUISES: Mapping[str, Worn] = {
    "sugar skull": Worn(
        Layer.EYES,
        masks.sugar_skull,
        ("sugar skull makeup", "sugar skull face", "skull makeup", "calavera makeup"),
        ("sugar skull", "day of the dead", "dia de los muertos", "dia de muertos", "calavera", "catrina"),
    ),
    "zombie face": Worn(Layer.EYES, regalia.zombie_face, ("zombie face",), ("zombie", "undead")),
    "fangs": Worn(Layer.EYES, regalia.vampire_fangs, ("vampire fangs", "vampire teeth"), ("vampire", "dracula")),
    "spiky mohawk": Worn(Layer.HEAD, regalia.mohawk, ("mohawk",), ("punk", "punk rock")),
    "general's coat": Worn(
        Layer.BODY,
        regalia.general_coat,
        *(
            ("general's uniform", "generals uniform", "general uniform", "military uniform", "napoleon uniform"),
            ("general", "napoleon", "royal portrait", "aristocrat", "colonel"),
        ),
        sleeves=regalia.NAVY,
    ),
    "victorian gown": Worn(
        Layer.BODY, regalia.victorian_gown, ("victorian dress", "victorian gown"), ("victorian",), sleeves=regalia.PLUM
    ),
    "feathered hat": Worn(Layer.HEAD, regalia.feathered_hat, ("feathered hat", "victorian hat"), ("victorian lady",)),
    "knight's armour": Worn(
        Layer.BODY,
        regalia.breastplate,
        ("armour", "armor", "suit of armour", "suit of armor", "knight armour", "knight armor", "breastplate"),
        ("knight",),
        sleeves=regalia.STEEL,
    ),
    "knight's helmet": Worn(
        Layer.HEAD,
        regalia.open_helmet,
        ("knight helmet", "knight's helmet", "knight armour", "knight armor"),
        ("knight",),
    ),
    "sunflower crown": Worn(
        Layer.HEAD,
        hats.crown_of_flowers(("#f7bf2f",), "#6b4226"),
        (*_crowns("sunflower", "sunflowers"), "sunflower headband"),
    ),
    "daisy crown": Worn(
        Layer.HEAD, hats.crown_of_flowers(("#fffdf6",), "#f3bf4b"), (*_crowns("daisy", "daisies"), "daisy chain crown")
    ),
    "rose crown": Worn(Layer.HEAD, hats.crown_of_flowers(("#d94a55",), "#8f2436"), _crowns("rose", "roses")),
    "gum bubble": Worn(Layer.EYES, masks.gum_bubble, ("gum bubble",)),
    "bee antennae": Worn(Layer.HEAD, masks.bee_antennae, ("beesuit", "bee antennae")),
    "fedora": Worn(Layer.HEAD, regalia.fedora, ("fedora", "fedora hat", "trilby", "gangster hat")),
    "devil horns": Worn(Layer.HEAD, regalia.devil_horns, ("devil horns", "demon horns")),
    "gnome hat": Worn(Layer.HEAD, regalia.gnome_hat, ("gnome hat",)),
    "mummy wraps": Worn(Layer.EYES, regalia.mummy_wraps, ("mummy bandages",)),
    "mummy body": Worn(Layer.BODY, regalia.mummy_body, ("mummy bandages",), sleeves="#f1e8d2"),
    "striped socks": Worn(Layer.FEET, masks.striped_socks, ("footsocks",)),
    "antennae": Worn(Layer.HEAD, masks.antennae, ("alien antennae", "antennae", "antenna headband")),
    "skeleton suit": Worn(
        Layer.BODY, masks.skeleton_suit, ("skeleton suit", "skeleton costume", "skeleton onesie"), sleeves="#2b2930"
    ),
    "skull paint": Worn(Layer.EYES, masks.skull_paint, ("skeleton suit", "skull face paint", "skeleton makeup")),
    "neck snake": Worn(Layer.NECK, snakes.neck_snake, ("necksnake",)),
    "yarn tangle": Worn(Layer.BODY, snakes.tangle, ("yarntangle",)),
    "glass dome": Worn(Layer.HEAD, masks.glass_dome, ("glass dome",)),
    "steampunk hat": Worn(Layer.HEAD, masks.steampunk_hat, ("steampunk hat", "hat with goggles"), ("steampunk",)),
    "neon visor": Worn(Layer.EYES, masks.neon_visor, ("visor", "cyber visor", "neon visor"), ("cyberpunk", "cyborg")),
}
