"""Layouts by name: how each is drawn, what its hero may stand on, and the words that ask for it."""

from collections.abc import Mapping

from pod.providers.embedded.layouts.badge import badge, crest, field_grounds, patch
from pod.providers.embedded.layouts.base import Draft, Layout, Plan, Sketch, finish
from pod.providers.embedded.layouts.block import woodcut
from pod.providers.embedded.layouts.boho import boho, boho_grounds
from pod.providers.embedded.layouts.botanical import mandala, mandala_grounds, wreath
from pod.providers.embedded.layouts.cells import (
    block_grounds,
    blocks,
    pane_grounds,
    panes,
    stitch_grounds,
    stitches,
)
from pod.providers.embedded.layouts.deco import deco, deco_grounds
from pod.providers.embedded.layouts.drafts import (
    blueprint,
    chalk,
    neon,
    paper_grounds,
    shade_grounds,
    silhouette,
    slate_grounds,
    wall_grounds,
)
from pod.providers.embedded.layouts.pop import arch_grounds, arches, burst, burst_grounds, low_poly
from pod.providers.embedded.layouts.quiet import line_art, minimal, plain_grounds, typographic
from pod.providers.embedded.layouts.repeats import (
    echo_grounds,
    echoes,
    pattern,
    pattern_grounds,
    phases,
    phases_grounds,
    quad,
    quad_grounds,
)
from pod.providers.embedded.layouts.retro import (
    checker,
    checker_grounds,
    halftone,
    halftone_grounds,
    neon_grounds,
    record,
    record_grounds,
    synthwave,
)
from pod.providers.embedded.layouts.scene import card, moonlit_grounds, poster, scene, stamp
from pod.providers.embedded.layouts.sticker import sticker, sticker_grounds
from pod.providers.embedded.layouts.sunset import land_grounds, sunset
from pod.providers.embedded.layouts.surface import surface, surface_grounds
from pod.providers.embedded.layouts.teams import (
    arch,
    banner,
    matchbox,
    monogram,
    monogram_grounds,
    nameplate,
    pennant,
    team_grounds,
    varsity,
)
from pod.providers.embedded.layouts.wash import wash, wash_grounds


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LAYOUTS: Mapping[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "badge",
            badge,
            field_grounds,
            tones=True,
            words=_words("club est brewery crew team ranger roastery school academy company"),
            named_by=_words("badge emblem logo seal"),
            font="slab",
        ),
        Layout(
            "crest",
            crest,
            field_grounds,
            tones=True,
            words=_words("club team est society league guild family"),
            named_by=_words("crest shield badge emblem logo"),
            font="slab",
        ),
        Layout(
            "patch",
            patch,
            field_grounds,
            tones=True,
            words=_words("scout camp crew mission expedition rescue squad outdoors"),
            named_by=_words("patch badge hexagon logo emblem"),
            font="slab",
        ),
        Layout(
            "sunset",
            sunset,
            land_grounds,
            tones=True,
            words=_words("retro 80s 1980s synthwave surf surfing vintage"),
            named_by=_words("sunset sunrise"),
            palettes=_words(
                "retro seventies mustard harvest ocean candy desert midnight berry festive campus press lavender neon nautical autumn blush terracotta cherry carnival pastel americana"
            ),
            needs_subject=False,
        ),
        Layout(
            "sticker",
            sticker,
            sticker_grounds,
            words=_words("cute chibi cartoon baby adorable funny happy"),
            named_by=_words("sticker stickers kawaii"),
            font="round",
        ),
        Layout(
            "scene",
            scene,
            moonlit_grounds,
            words=_words("night moon forest stars woods magical dreamy mystic witchy"),
            font="slab",
        ),
        Layout(
            "card",
            card,
            moonlit_grounds,
            words=_words("mystic witchy magic fortune zodiac moon"),
            named_by=_words("tarot"),
            font="slab",
        ),
        Layout(
            "stamp", stamp, moonlit_grounds, words=_words("travel postcard letter"), named_by=_words("stamp postage")
        ),
        Layout(
            "poster",
            poster,
            moonlit_grounds,
            words=_words("park national travel hiking trail camping"),
            named_by=_words("poster"),
        ),
        Layout(
            "wreath",
            wreath,
            words=_words("floral flowers wildflowers cottagecore wedding garden"),
            named_by=_words("wreath botanical"),
            font="script",
        ),
        Layout(
            "mandala",
            mandala,
            mandala_grounds,
            words=_words("symmetric yoga boho zen"),
            named_by=_words("mandala"),
            needs_subject=False,
            font="script",
        ),
        Layout(
            "arches",
            arches,
            arch_grounds,
            words=_words("boho 70s seventies groovy hippie peace love mom mama pride"),
            named_by=_words("rainbow-arch"),
            font="script",
        ),
        Layout("burst", burst, burst_grounds, words=_words("comic pop super boom wow party hero fun crazy wild")),
        Layout(
            "low_poly",
            low_poly,
            named_by=_words("geometric polygon polygonal low-poly lowpoly faceted origami"),
        ),
        Layout(
            "minimal",
            minimal,
            plain_grounds,
            tones=True,
            outlines=True,
            words=_words("simple modern clean"),
            named_by=_words("minimal minimalist"),
        ),
        Layout(
            "line_art",
            line_art,
            words=_words("drawing ink tattoo"),
            named_by=_words("lineart line-art outline sketch"),
            needs_subject=False,
        ),
        Layout(
            "woodcut",
            woodcut,
            font="slab",
            words=_words("old craft tavern"),
            named_by=_words("woodcut linocut engraving"),
        ),
        Layout(
            "pattern",
            pattern,
            pattern_grounds,
            named_by=_words("pattern seamless repeating tileable allover wallpaper"),
            font="round",
        ),
        Layout(
            "quad",
            quad,
            quad_grounds,
            words=_words("pop art comic crazy funny"),
            named_by=_words("popart warhol"),
            font="slab",
        ),
        Layout(
            "phases",
            phases,
            phases_grounds,
            words=_words("witchy mystic moon lunar celestial night magic boho moth"),
            named_by=_words("phases"),
            font="script",
        ),
        Layout(
            "echoes",
            echoes,
            echo_grounds,
            words=_words("psychedelic groovy trippy wild"),
            palettes=_words("seventies ocean cherry citrus carnival terracotta mint"),
            named_by=_words("topographic topo contour"),
        ),
        Layout(
            "synthwave",
            synthwave,
            neon_grounds,
            words=_words("80s 1980s arcade neon laser"),
            named_by=_words("synthwave retrowave outrun vaporwave"),
            palettes=_words("neon midnight lavender berry carnival"),
            needs_subject=False,
            font="slab",
        ),
        Layout(
            "checker",
            checker,
            checker_grounds,
            words=_words("70s seventies groovy hippie flower retro skate daisies"),
            named_by=_words("checkerboard checkered checker"),
            font="round",
        ),
        Layout(
            "halftone",
            halftone,
            halftone_grounds,
            words=_words("comic pop grunge punk skate street"),
            named_by=_words("halftone"),
        ),
        Layout(
            "record",
            record,
            record_grounds,
            words=_words("music vinyl dj jazz band rock soul disco"),
            named_by=_words("record"),
            font="slab",
        ),
        Layout(
            "varsity",
            varsity,
            team_grounds,
            words=_words("team coach champion league basketball hockey soccer baseball football gym college"),
            named_by=_words("varsity collegiate athletic"),
            font="collegiate",
        ),
        Layout(
            "pennant",
            pennant,
            team_grounds,
            words=_words("team fan fans college university league championship"),
            named_by=_words("pennant"),
            font="slab",
        ),
        Layout("monogram", monogram, monogram_grounds, named_by=_words("monogram initial initials"), font="script"),
        Layout(
            "nameplate",
            nameplate,
            team_grounds,
            words=_words("named name birthday baby dog cat puppy kitten"),
            named_by=_words("nameplate"),
            font="round",
        ),
        Layout(
            "banner",
            banner,
            team_grounds,
            words=_words("world's best greatest proud champion king queen award"),
            named_by=_words("banner ribbon"),
            font="slab",
        ),
        Layout(
            "arch",
            arch,
            team_grounds,
            words=_words("club family reunion trip crew company summer since est"),
            named_by=_words("arch"),
            font="slab",
        ),
        Layout(
            "matchbox",
            matchbox,
            team_grounds,
            words=_words("vintage old label tavern circus brewery hot"),
            named_by=_words("matchbox label"),
            font="slab",
        ),
        Layout(
            "typographic",
            typographic,
            words=_words("quote text typography typographic saying words slogan"),
            needs_subject=False,
        ),
        Layout("blocks", blocks, block_grounds, named_by=_words("pixelart pixel"), font="slab"),
        Layout("panes", panes, pane_grounds, named_by=_words("stainedglass"), needs_subject=False, font="script"),
        Layout("deco", deco, deco_grounds, named_by=_words("artdeco")),
        Layout("boho", boho, boho_grounds, named_by=_words("boho bohemian"), font="script"),
        Layout("wash", wash, wash_grounds, named_by=_words("watercolor watercolour"), font="script"),
        Layout("stitches", stitches, stitch_grounds, named_by=_words("crossstitch"), font="script"),
        Layout("blueprint", blueprint, paper_grounds, named_by=_words("bluedraft"), font="condensed"),
        Layout("neon", neon, wall_grounds, named_by=_words("neontube"), font="script"),
        Layout("chalk", chalk, slate_grounds, named_by=_words("chalkdrawing"), font="script"),
        Layout("silhouette", silhouette, shade_grounds, named_by=_words("silhouette silhouettes")),
        Layout("surface", surface, surface_grounds, needs_subject=False, font="round"),
    )
}


def build(name: str, plan: Plan) -> Sketch:
    """The plan drawn by the layout of that name, fitted and centred; words go below where it keeps no place for them."""
    draft = Draft()
    LAYOUTS[name].build(plan, draft)
    if not draft.slots:
        draft.below(LAYOUTS[name].font, plan.letters)
    return finish(draft)


__all__ = ["LAYOUTS", "Draft", "Layout", "Plan", "Sketch", "build", "finish"]
