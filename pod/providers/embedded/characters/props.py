"""What a character can hold: in both paws before its belly, or in one raised paw; and the words that ask for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pod.drawing.display import Drawing, Fill
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, star
from pod.providers.embedded.characters import carrying, kit, playing, tools
from pod.providers.embedded.characters.bodies import RAISED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f"
_MUG, _MUG_SHADE = "#d95f52", "#bd4c43"
"""Bellies and muzzles are as light as china."""


@dataclass(frozen=True, slots=True)
class Prop:
    """`arms` is the pose that holds it. `words` put it into the paws."""

    arms: str
    draw: Callable[[Pen], None]
    words: tuple[str, ...] = ()


IN_PAWS = (MIDDLE_X, 782.0)
"""The middle of what is held in both paws."""

HELD_SIZE = 350.0
"""How large a picture of the motif sets is held."""


_LONG, _LENGTH = 1.7, 470.0
"""What is so many times as wide as high is held by its middle, and its ends are seen beside the paws."""


def size_in_paws(picture: Drawing) -> float:
    box = picture.ink_box()
    return _LENGTH if box.width > _LONG * box.height else HELD_SIZE


def held_motif(pen: Pen, picture: Drawing, middle: tuple[float, float] = IN_PAWS, size: float = HELD_SIZE) -> None:
    """Any picture of the sets, brought to the size of a thing in two paws."""
    box = picture.ink_box()
    scale = size / max(box.width, box.height)
    (x, y) = box.centre
    brought = picture.transformed(Transform.move(-x, -y).then(Transform.scale(scale)).then(Transform.move(*middle)))
    for item in brought.items:
        if isinstance(item, Fill) and item.opacity >= _SOLID:
            pen.canvas.stroke(item.path, INK, LINE)
    pen.canvas.place(brought)


_SOLID = 0.4
"""Opacity from which a part is lined, so that a glass is told from the coat that it is held before."""


def _cup(pen: Pen) -> None:
    cup(pen, MIDDLE_X, 792, 1.0)
    for x, lift in ((482, 0), (522, -16)):
        steam = Path((("M", (x, 690 + lift)), ("C", (x - 22, 668 + lift, x + 24, 654 + lift, x + 2, 628 + lift))))
        pen.canvas.stroke(steam, _CREAM, 12, 0.95)


def cup(pen: Pen, x: float, y: float, k: float) -> None:
    """A mug with a heart on it, `k` times its size in two paws."""
    to = Transform.scale(k).then(Transform.move(x, y))
    handle = Path.parse("M84 -50C156 -66 156 36 78 22").transformed(to)
    pen.canvas.stroke(handle, INK, (24 + 2 * LINE) * k)
    pen.canvas.stroke(handle, _MUG, 24 * k)
    pen.part(Path.parse("M-92 -80Q0 -104 92 -80L72 70Q0 92 -72 70Z").transformed(to), _MUG)
    pen.canvas.fill(Path.parse("M34 -84L92 -80L72 70Q58 76 40 79Z").transformed(to), _MUG_SHADE)
    pen.canvas.fill(oval(0, -80, 92, 24).transformed(to), _MUG_SHADE)
    pen.canvas.fill(oval(0, -79, 76, 17).transformed(to), "#7b4a2d")
    pen.canvas.fill(heart(0, -6, 52).transformed(to), _CREAM)


def _book(pen: Pen) -> None:
    pen.part(Path.parse("M352 716Q432 690 512 726Q592 690 672 716L672 862Q592 838 512 872Q432 838 352 862Z"), "#3f6f8f")
    for page, paper in (
        ("M368 706Q440 684 512 716L512 856Q440 826 368 846Z", "#fdf6e6"),
        ("M656 706Q584 684 512 716L512 856Q584 826 656 846Z", "#f3e8d0"),
    ):
        pen.part(Path.parse(page), paper)  # with a line around it: bellies are as light as paper
    for row in range(4):
        y = 736 + row * 26
        for side in SIDES:
            line = (
                ("M", (MIDDLE_X + side * 122, y)),
                ("Q", (MIDDLE_X + side * 70, y - 12, MIDDLE_X + side * 24, y + 12)),
            )
            pen.canvas.stroke(Path(line), "#b9a98d", 7)


def _newspaper(pen: Pen) -> None:
    pen.part(Path.parse("M346 690L506 706L506 880L346 858Z"), "#f6f1e4")
    pen.part(Path.parse("M678 690L518 706L518 880L678 858Z"), "#e9e2d0")
    for side in SIDES:
        x = MIDDLE_X + side * 92
        pen.canvas.fill(rounded_rect(x - 56, 724, 112, 46, 4), "#a9a294")
        for k in range(3):
            pen.canvas.fill(rounded_rect(x - 56, 788 + 22 * k, 112 - 24 * (k == 2), 9, 4), "#b9b2a2")


def _flower(pen: Pen) -> None:
    pen.canvas.stroke(Path.parse("M512 872C508 820 514 790 512 740"), INK, 34)
    pen.canvas.stroke(Path.parse("M512 872C508 820 514 790 512 740"), "#4f8a56", 16)
    pen.part(leaf(512, 836, 80, 26, 62), "#5f9d63")
    for i in range(6):
        pen.canvas.fill(circle(*polar(512, 700, 46, 60 * i), 36 + LINE), INK)
    for i in range(6):
        pen.canvas.fill(circle(*polar(512, 700, 46, 60 * i), 36), "#f7b5c4" if i % 2 else "#f28da8")
    pen.canvas.fill(circle(512, 700, 32), "#f6cf62")


def _heart(pen: Pen) -> None:
    pen.part(heart(MIDDLE_X, 778, 200), "#e5637a")
    pen.canvas.fill(oval(MIDDLE_X - 44, 738, 22, 13, -35), "#ffffff", 0.65)


def _loot_bag(pen: Pen) -> None:
    """Tied at the neck, a sign for money on it."""
    pen.part(Path.parse("M470 700Q450 660 474 640L550 640Q574 660 554 700Z"), "#b98a4f")
    pen.part(Path.parse("M470 700C390 740 366 830 400 872Q512 904 624 872C658 830 634 740 554 700Z"), "#c99a5c")
    pen.canvas.stroke(Path.parse("M462 702Q512 716 562 702"), INK, 16)
    pen.canvas.stroke(
        Path.parse("M548 762C520 742 478 752 480 780C482 806 544 800 546 830C548 858 500 866 474 846"), INK, 15
    )
    pen.canvas.stroke(Path.parse("M512 736L512 876"), INK, 12)


def _orange(pen: Pen) -> None:
    orange(pen, MIDDLE_X, 782, 86)


def orange(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), "#f0912f")
    pen.canvas.fill(circle(x - r * 0.14, y - r * 0.14, r * 0.74), "#f7a94a")
    pen.part(leaf(x, y - r * 0.9, r * 0.92, r * 0.32, 58), "#5f9d63")


def _gamepad(pen: Pen) -> None:
    shape = "M400 722Q512 704 624 722C676 734 694 862 652 868C618 872 604 824 576 820L448 820C420 824 406 872 372 868C330 862 348 734 400 722Z"
    pen.part(Path.parse(shape), "#4b4f63")
    pen.canvas.fill(rounded_rect(398, 760, 62, 20, 6), "#d9dbe6")
    pen.canvas.fill(rounded_rect(419, 739, 20, 62, 6), "#d9dbe6")
    for x, y, colour in ((592, 744, "#f2c14e"), (592, 788, "#e06a6a"), (570, 766, "#6fb7d8"), (614, 766, "#7cc47a")):
        pen.canvas.fill(circle(x, y, 12), colour)


def _laptop(pen: Pen) -> None:
    pen.part(rounded_rect(380, 690, 264, 172, 20), "#c3ccd8")
    pen.canvas.fill(heart(MIDDLE_X, 778, 54), _CREAM)
    pen.part(rounded_rect(352, 852, 320, 30, 14), "#9aa5b5")


def _camera(pen: Pen) -> None:
    pen.part(rounded_rect(388, 712, 248, 160, 28), "#474b5e")
    pen.part(rounded_rect(470, 690, 84, 34, 10), "#474b5e")
    pen.canvas.fill(rounded_rect(388, 750, 248, 40, 0), "#e0763f")
    pen.part(circle(MIDDLE_X, 796, 60), "#d9dee8")
    pen.canvas.fill(circle(MIDDLE_X, 796, 40), "#2f3a55")
    pen.canvas.fill(circle(MIDDLE_X - 14, 782, 12), "#a9c4f0")


_BUNCH = ((-96.0, -330.0, "#f3bf4b"), (100.0, -340.0, "#5aa7c7"), (6.0, -430.0, "#e0564a"))


def _balloon(pen: Pen) -> None:
    _balloons(pen, ((40.0, -390.0, "#e0564a"),), 1.45)


_HEART = "M0 150C-60 90 -170 30 -170 -66C-170 -150 -50 -170 0 -84C50 -170 170 -150 170 -66C170 30 60 90 0 150Z"


def _heart_balloon(pen: Pen) -> None:
    x0, y0 = RAISED[0], RAISED[1] - 10
    x, y = x0 + 30, y0 - 400
    pen.canvas.stroke(Path((("M", (x, y + 150)), ("Q", (x + 10, y0 - 90, x0, y0)))), INK, 9)
    to = Transform.scale(1.1).then(Transform.move(x, y))
    pen.part(Path.lines([(x - 20, y + 184), (x + 20, y + 184), (x, y + 148)]), _RED)
    pen.part(Path.parse(_HEART).transformed(to), _RED)
    pen.canvas.fill(oval(x - 84, y - 84, 26, 38, 30), "#ffffff", 0.75)


def _balloons(pen: Pen, bunch: Sequence[tuple[float, float, str]] = _BUNCH, size: float = 1.0) -> None:
    x0, y0 = RAISED[0], RAISED[1] - 10
    for dx, dy, _ in bunch:
        string = Path((("M", (x0 + dx, y0 + dy + 120 * size)), ("Q", (x0 + dx * 0.8, y0 - 90, x0, y0))))
        pen.canvas.stroke(string, INK, 8)
    for dx, dy, ink in bunch:
        x, y = x0 + dx, y0 + dy
        foot = y + 114 * size
        pen.part(Path.lines([(x - 18, foot + 18), (x + 18, foot + 18), (x, foot - 10)]), ink)
        pen.part(oval(x, y, 92 * size, 114 * size), ink)
        pen.canvas.fill(oval(x - 34 * size, y - 44 * size, 18 * size, 30 * size, 24), "#ffffff", 0.75)


def _pom_poms(pen: Pen) -> None:
    """One in each raised hand."""
    for side in SIDES:
        x, y = at(side, 330, 240)
        pen.part(star(x, y, 150, 15, 0.72), _RED)
        pen.canvas.fill(star(x, y, 96, 13, 0.6, turn=14), _CREAM)
        pen.canvas.fill(star(x, y, 46, 11, 0.6), _RED)


def _flag(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x, y + 70), (x, y - 330)], 13, 13), _WOOD)
    pen.part(
        Path.parse("M0 0C60 -40 110 40 190 0L190 130C110 170 60 90 0 130Z").transformed(
            Transform.move(x + 10, y - 320)
        ),
        _RED,
    )
    pen.canvas.fill(star(x + 104, y - 256, 42), _CREAM)


def _wand(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x - 14, y + 66), (x + 50, y - 190)], 13, 11), "#6b4a8f")
    pen.part(star(x + 58, y - 232, 84), "#f8d05c")
    for dx, dy, r in ((-80, -210, 20), (160, -290, 24), (150, -150, 16)):
        pen.canvas.fill(star(x + dx, y + dy, r, 4, 0.3), "#f8d05c")


def _umbrella(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x, y + 110), (x, y - 250)], 12, 12), _WOOD)
    canopy = "M-250 0C-240 -170 -120 -250 0 -250C120 -250 240 -170 250 0Q208 -36 166 0Q124 -36 83 0Q42 -36 0 0Q-42 -36 -83 0Q-124 -36 -166 0Q-208 -36 -250 0Z"
    pen.part(Path.parse(canopy).transformed(Transform.move(x - 60, y - 240)), "#e0763f")
    segment = "M-83 0C-76 -120 -40 -210 0 -250C40 -210 76 -120 83 0Q42 -36 0 0Q-42 -36 -83 0Z"
    pen.canvas.fill(Path.parse(segment).transformed(Transform.move(x - 60, y - 240)), "#f6c795")


def _fishing_rod(pen: Pen) -> None:
    x, y = RAISED
    rod = curve((x - 20, y + 80), (x + 40, y - 140), (x + 110, y - 280), (x + 190, y - 330))
    pen.part(limb(rod, 13, 7), _WOOD)
    pen.canvas.stroke(Path.lines([(x + 190, y - 330), (x + 190, y + 60)], closed=False), INK, 6)
    pen.part(
        Path.parse(
            "M0 0C44 20 56 74 24 110C52 128 56 150 50 168C24 162 8 156 0 146C-8 156 -24 162 -50 168C-56 150 -52 128 -24 110C-56 74 -44 20 0 0Z"
        ).transformed(Transform.move(x + 190, y + 40)),
        "#5aa7c7",
    )
    pen.canvas.fill(circle(x + 176, y + 84, 9), INK)


def _sword(pen: Pen) -> None:
    x, y = RAISED
    pen.part(
        Path.lines([(x - 26, y - 60), (x - 26, y - 300), (x, y - 360), (x + 26, y - 300), (x + 26, y - 60)]), "#d5dce6"
    )
    pen.part(rounded_rect(x - 84, y - 70, 168, 32, 14), _GOLD)
    pen.part(limb([(x, y - 40), (x, y + 60)], 18, 18), "#6d4224")


def _microphone(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x - 6, y + 70), (x - 30, y - 90)], 20, 26), "#474b5e")
    pen.part(circle(x - 40, y - 136, 58), "#aeb7c4")
    for k in (-1, 0, 1):
        pen.canvas.stroke(
            Path.lines([(x - 84, y - 136 + 26 * k), (x + 4, y - 136 + 26 * k)], closed=False), "#7b8595", 7
        )


def _brush(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x + 10, y + 90), (x - 10, y - 130)], 12, 15), _WOOD)
    pen.part(rounded_rect(x - 34, y - 190, 46, 60, 8), "#c3ccd8")
    pen.part(leaf(x - 12, y - 184, 124, 40, -4), _RED)


def _dumbbell(pen: Pen) -> None:
    x, y = RAISED
    pen.part(rounded_rect(x - 130, y - 74, 260, 32, 14), "#9aa5b5")
    for side in SIDES:
        pen.part(rounded_rect(x + side * 132 - 34, y - 126, 68, 136, 22), "#474b5e")


_POURED = (
    *("latte art", "latte", "coffee", "tea", "milk", "hot chocolate", "cocoa", "cream"),
    *("a coffee", "a cup", "a latte", "a cup of coffee", "a cup of tea", "some tea", "some coffee"),
)
_PAINTED = ("a picture", "pictures", "a portrait", "a landscape", "a masterpiece", "a painting", "on a canvas")

PROPS: Mapping[str, Prop] = {
    "watering can": Prop("hold", tools.watering_can, ("watering can", "watering", "waters")),
    "cup": Prop(
        "hold",
        _cup,
        (
            "coffee",
            "tea",
            "latte",
            "espresso",
            "cocoa",
            "cafe",
            "café",
            "mug",
            "cappuccino",
            "cup",
            "cups",
            "caffeine",
            "matcha",
            "mugs",
        ),
    ),
    "newspaper": Prop("hold", _newspaper, ("newspaper", "newspapers")),
    "book": Prop(
        "hold",
        _book,
        (
            "book",
            "books",
            "reading",
            "reads",
            "read",
            "library",
            "bookworm",
            "studying",
            "novel",
            "poetry",
        ),
    ),
    "flower": Prop("hold", _flower, ("flower", "flowers", "gardening", "garden", "bouquet")),
    "flower basket": Prop(
        "hold", carrying.flower_basket, ("basket of flowers", "basket full of flowers", "flower basket")
    ),
    "ladder": Prop("raise", carrying.ladder, ("ladder", "step ladder")),
    "carried board": Prop("hold", carrying.board, ("carriedboard",)),
    "orange": Prop("hold", _orange, ("orange", "mandarin", "tangerine", "fruit", "yuzu")),
    "loot bag": Prop("hold", _loot_bag, ("loot", "money bag", "bag of money", "loot bag", "sack of money")),
    "gamepad": Prop("hold", _gamepad, ("gamer", "gaming", "game", "games", "controller", "console", "gamepad")),
    "guitar": Prop("hold", playing.guitar, ("guitar", "ukulele", "lute")),
    "electric guitar": Prop("hold", playing.electric_guitar, ("electric guitar", "bass guitar", "guitar solo")),
    "banjo": Prop("hold", playing.banjo, ("banjo", "bluegrass")),
    "harp": Prop("hold", playing.harp, ("harp", "lyre", "harpist")),
    "sign": Prop("hold", kit.placard, ("sign", "placard", "cardboard sign", "protest sign", "blank sign")),
    "trumpet": Prop("raise", playing.trumpet, ("trumpet", "cornet", "bugle", "trumpeter")),
    "flute": Prop("raise", playing.flute, ("flute", "piccolo", "flautist", "recorder", "clarinet", "oboe")),
    "saxophone": Prop("hold", playing.saxophone, ("saxophone", "sax", "saxophonist")),
    "accordion": Prop("hold", playing.accordion, ("accordion", "concertina", "squeezebox")),
    "violin": Prop("raise", playing.violin, ("violin", "fiddle", "viola", "violinist")),
    "pouring": Prop(
        "raise",
        playing.jug_over_a_cup,
        tuple(f"{does} {what}" for does in ("pouring", "pours") for what in _POURED),
    ),
    "canvas": Prop(
        "raise",
        playing.canvas_and_brush,
        (*(f"{does} {what}" for does in ("painting", "paints") for what in _PAINTED), "easel"),
    ),
    "laptop": Prop("hold", _laptop, ("laptop", "coding", "programming", "computer")),
    "camera": Prop("hold", _camera, ("camera", "photography")),
    "heart balloon": Prop(
        "raise",
        _heart_balloon,
        tuple(
            f"{colour}heart{joined}balloon"
            for colour in ("", "red ", "pink ")
            for joined in (" ", " shaped ", "-shaped ")
        ),
    ),
    "balloons": Prop("raise", _balloons, ("balloons",)),
    "balloon": Prop("raise", _balloon, ("balloon", "baloon")),
    "pom poms": Prop("overhead", _pom_poms, ("pom poms", "pompoms", "pom pom", "cheerleading")),
    "flag": Prop("raise", _flag, ("flag", "flags")),
    "wand": Prop(
        "raise",
        _wand,
        (
            "wand",
            "wizard",
            "magic",
            "fairy",
        ),
    ),
    "umbrella": Prop("raise", _umbrella, ("umbrella", "parasol")),
    "star rod": Prop("raise", tools.star_rod, ("star rod",)),
    "fishing rod": Prop("raise", _fishing_rod, ("fishing", "fishing rod")),
    "sword": Prop("raise", _sword, ("sword", "knight", "warrior", "katana", "viking")),
    "microphone": Prop(
        "raise",
        _microphone,
        (
            "microphone",
            "singing",
            "karaoke",
        ),
    ),
    "paint brush": Prop(
        "raise",
        _brush,
        (
            "painting",
            "paintbrush",
        ),
    ),
    "dumbbell": Prop(
        "raise", _dumbbell, ("dumbbell", "barbell", "gym", "weightlifting", "weights", "lifting", "workout")
    ),
    "magnifying glass": Prop("raise", tools.magnifying_glass, ("magnifying glass", "magnifier")),
    "drum": Prop("hold", tools.drum, ("drum", "drums", "drumming")),
    "spatula": Prop(
        "raise",
        tools.spatula,
        ("spatula", "grill", "grilling", "grills", "bbq", "barbecue", "barbecuing", "flipping"),
    ),
    "axe": Prop("raise", tools.axe, ("axe", "hatchet", "lumberjack", "woodcutter", "ax")),
    "wrench": Prop(
        "raise",
        tools.wrench,
        (
            "wrench",
            "workshop",
            "fixing",
            "fixes",
            "repairs",
            "tools",
            "garage",
            "spanner",
        ),
    ),
    "present": Prop("hold", tools.present, ("present", "gift", "presents", "gifts", "parcel")),
    "beer": Prop("hold", tools.beer, ("beer", "beers", "pint", "ale", "lager", "brewer", "stein")),
    "knitting": Prop("hold", tools.knitting, ("knitting", "knits", "crocheting", "crochet", "knitter")),
    "trash bag": Prop("hold", tools.trash_bag, ("garbage", "trash", "rubbish")),
    "first aid kit": Prop("hold", kit.first_aid_kit, ("first aid kit", "first-aid kit", "medical kit", "medkit")),
    "calculator": Prop("hold", kit.calculator, ("calculator",)),
    "gavel": Prop("raise", kit.gavel, ("gavel",)),
    "welding torch": Prop("raise", kit.welding_torch, ("welding torch", "blowtorch", "welding")),
    "screwdriver": Prop("raise", kit.screwdriver, ("screwdriver",)),
    "light bulb tool": Prop("raise", kit.light_bulb, ("light bulb", "lightbulb", "bulb")),
    "plunger tool": Prop("raise", kit.plunger, ("plunger",)),
    "scissors tool": Prop("raise", kit.scissors, ("scissors", "shears")),
    "comb": Prop("raise", kit.comb, ("comb", "hairbrush")),
    "red card": Prop("raise", tools.red_card, ("red card", "penalty card")),
    "yellow card": Prop("raise", tools.yellow_card, ("yellow card",)),
    "letter": Prop("hold", kit.letter, ("letter", "letters", "mail", "envelope", "love letter")),
    "rolling pin": Prop("raise", kit.rolling_pin, ("rolling pin",)),
    "frying pan": Prop("raise", kit.frying_pan, ("frying pan", "skillet")),
    "hammer tool": Prop("raise", kit.hammer, ("hammer", "hammering")),
    "briefcase tool": Prop("hold", kit.briefcase, ("briefcase",)),
    "tray": Prop("raise", kit.tray, ("tray", "tray of drinks")),
    "clipboard": Prop("hold", kit.clipboard, ("clipboard", "checklist")),
    "toothbrush tool": Prop(
        "raise", kit.toothbrush, ("toothbrush", "brushing its teeth", "brushing his teeth", "brushing her teeth")
    ),
    "fire hose": Prop("raise", kit.fire_hose, ("fire hose", "garden hose", "hose")),
    "lasso": Prop("raise", kit.lasso, ("lasso", "lassoing")),
    "paddle": Prop("raise", kit.paddle, ("paddle", "oar")),
    "racket": Prop(
        "raise",
        kit.racket,
        ("tennis racket", "racket", "playing tennis", "plays tennis", "tennis playing", "badminton", "pickleball"),
    ),
    "baseball bat": Prop(
        "raise",
        kit.bat,
        (
            "baseball bat",
            "playing baseball",
            "plays baseball",
            "playing softball",
            "cricket bat",
            "playing cricket",
            "plays cricket",
        ),
    ),
    "golf club tool": Prop("raise", kit.golf_club, ("golf club", "playing golf", "plays golf")),
    "cello": Prop("hold", kit.cello, ("cello",)),
    "piano keys": Prop("hold", kit.keyboard, ("piano", "synthesizer", "keyboard")),
    "crook": Prop("raise", kit.crook, ("crook", "walking stick", "staff", "cane")),
    "bamboo": Prop("raise", kit.bamboo, ("bamboo",)),
    "stick": Prop("hold", kit.stick, ("stick", "sticks")),
    "kite": Prop("raise", kit.kite, ("kite", "kites", "flying a kite")),
    "baby": Prop("hold", kit.baby, ("baby", "newborn", "infant")),
    "ball": Prop("hold", kit.ball, ("ball", "beach ball")),
    "steering wheel": Prop("hold", kit.steering_wheel, ("steering wheel",)),
    "phone": Prop("hold", kit.phone, ("phone", "smartphone", "cell phone", "selfie", "texting", "scrolling")),
    "heart": Prop("hold", _heart, ("love", "loves", "heart", "valentine", "hug", "hugs", "hugging", "loving")),
}
"""What can be held, by name, in the order in which a sentence is searched."""
