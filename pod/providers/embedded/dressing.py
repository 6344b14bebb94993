"""Things dressed like somebody: a pineapple in sunglasses, a cactus in a hat. Only what goes on a head or before eyes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shapely.geometry import Point
from shapely.ops import polylabel

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Transform, polygons_of
from pod.drawing.shapes import circle
from pod.providers.embedded.characters.action import NO_ACTION
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.faces import face
from pod.providers.embedded.characters.figure import (
    NO_PICTURES,
    ON_THE_GROUND,
    Figure,
    Pictures,
    carried,
    silhouette_of,
)
from pod.providers.embedded.characters.grip import in_ink
from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, INK, LINE, MIDDLE_X, Pen, blob, limb
from pod.providers.embedded.characters.props import held_motif
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.species import Species
from pod.providers.embedded.characters.stage import Stage
from pod.providers.embedded.characters.wardrobe import WARDROBE, Layer
from pod.providers.embedded.glassware import in_a_bulb, in_a_glass, in_a_jar
from pod.providers.embedded.heaps import HOLD_HEAPS
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing

_GLOVE, _SHOE = "#fdfbf6", "#d9503f"
_SIZE, _WIDE = 760.0, 980.0
_HANGS_AT = 96.0
"""How high the branch is that a thing hangs from."""
_WINGS_Y = 700.0
_GLASSES_BELOW_TOP, _FACE_BELOW_TOP, _BELOW_A_HOLE = 0.42, 0.56, 0.76
"""Shares of its height at which a thing wears glasses, and at which it has a face."""

_FLOOR = {"sit": 960.0, "stand": 1030.0, "astride": 920.0, "none": 940.0}
"""Where the lowest point of a thing is, by the pose that a character would take there."""

_NOBODY = Species("thing", "#ffffff", "#ffffff", "#ffffff", (200, 200), (26, 90, 0), body="thing")

_ON_A_HEAD = (Layer.EYES, Layer.HEAD)


FACE_WORDS = frozenset(
    [
        "face",
        "smiling",
        "smiley",
        "kawaii",
        "happy",
        "sleepy",
        "grumpy",
        "laughing",
        "chibi",
        "faces",
        "eyes",
        "besties",
        "smile",
        "smiles",
        "grin",
        "shy",
        "blushing",
        "cheerful",
        "lonely",
        "embarrassed",
        "melancholy",
        "goofy",
        "silly",
    ]
)
"""Words that give a thing a face."""


CUTE_WORDS = frozenset({"cute", "adorable"})
"""Words that give one to food and plants."""

DEAR_WORDS = CUTE_WORDS | {"chibi", "kawaii"}
"""Words for which one of our own is shown rather than a picture of the sets."""


LIMB_WORDS = frozenset(
    [
        "legs",
        "arms",
        "feet",
        "hands",
        "walking",
        "walks",
        "running",
        "runs",
        "jogging",
        "strutting",
        "skipping",
        "dancing",
        "dances",
        "jumping",
        "playing",
        "plays",
        "lifting",
        "hugging",
        "waving",
        "fiving",
        "high-five",
    ]
)
"""Words that give it arms and legs as well."""


def at_one(doing: Doing, held: Drawing | None = None) -> Stage | None:
    """What several are behind together, a chess board, a sink, with what they make there."""
    action = ACTIONS.get(doing.action, NO_ACTION)
    if action.pose.legs != "none" or action.pose.arms == "crawl" or doing.action == "sleeping":
        return None  # a bed would hide them: each lies as it does alone

    def front(pen: Pen) -> None:
        action.front(pen)
        if held is not None and action.hand:
            for spot in (action.hand, *action.more):
                held_motif(pen, held, spot, action.size)
        action.over(pen)

    return Stage(action.pose, action.behind, front)


_HOLDING = tuple(
    stage for name, stage in NOOKS.items() if name in (HOLD_HEAPS - {"plate", "jar"}) | {"bathtub", "rubber boot"}
)
_HIDDEN, _IN_THE_RIM = 0.36, 0.84
"""Shares of what is in a cup that is below its rim, and of the rim's width that it may have."""


def _sunk(subject: Subject, stage: Stage) -> Placed:
    """Half out of what holds it, and no wider than that."""
    canvas = Canvas(BOX, BOX)
    stage.front(Pen(canvas, _NOBODY))
    left, rim, right, _ = silhouette_of(canvas.drawing()).bounds
    placed = place_standing(subject, MIDDLE_X, 0, _IN_THE_RIM * (right - left), _SIZE)
    _, top, _, bottom = placed.area.bounds
    low = rim + _HIDDEN * (bottom - top)
    return place_standing(subject, MIDDLE_X, low, _IN_THE_RIM * (right - left), _SIZE)


def seated(subject: Subject, doing: Doing, pictures: Pictures = NO_PICTURES) -> Subject:
    """The thing on what it rides, or in what it is in: where a character would have its body."""
    stage = RIDES.get(doing.rides) or NOOKS.get(doing.inside) or at_one(doing, pictures.held) or carried(pictures)
    if stage is ON_THE_GROUND:
        return subject
    if stage is NOOKS["light bulb"]:
        return in_a_bulb(subject, doing.ink_for(doing.inside))
    if stage is NOOKS["wine glass"]:
        return in_a_glass(subject, doing.ink_for(doing.inside))
    if stage is NOOKS["jar"]:
        return in_a_jar(subject, doing.ink_for(doing.inside))
    canvas = Canvas(BOX, BOX)
    pen = Pen(canvas, _NOBODY)
    placed = place_standing(subject, MIDDLE_X, _FLOOR[stage.pose.legs], _WIDE, _SIZE)
    if stage.pose.arms == "hang":
        placed = _hung(subject)
    elif stage in _HOLDING:
        placed = _sunk(subject, stage)
    ink = doing.ink_for(doing.rides or doing.inside)
    in_ink(pen, stage.behind, ink)
    canvas.fill(placed.outline(LINE), INK)
    canvas.place(placed.drawing)
    in_ink(pen, stage.front, ink)
    drawing = canvas.drawing()
    return Figure(subject.name, drawing, silhouette_of(drawing))


def _hung(subject: Subject) -> Placed:
    """Head down from what it hangs from, as a bat does."""
    placed = place(subject, MIDDLE_X, 0, _SIZE, turn=180)
    top = placed.area.bounds[1]
    return place(subject, MIDDLE_X, _HANGS_AT - top, _SIZE, turn=180)


def _as_it_is(_: str) -> str:
    return ""


def dressed(
    subject: Subject,
    wears: Sequence[str],
    *,
    with_face: bool = False,
    limbs: bool = False,
    mood: str = "",
    ink_for: Callable[[str], str] = _as_it_is,
) -> Subject:
    """The thing with what of `wears` it can wear, each in the ink that was said, with a face and with arms and legs where asked;
    itself where that is nothing."""
    worn = [name for layer in _ON_A_HEAD for name in wears if WARDROBE[name].layer is layer]
    tied = [name for name in wears if name in _UNDER_A_CHIN]
    at_its_back = [name for name in wears if name in _AT_A_BACK]
    if not worn and not tied and not with_face and not at_its_back:
        return subject
    canvas, eyes_at = Canvas(BOX, BOX), _GLASSES_BELOW_TOP if worn else _FACE_BELOW_TOP
    placed = place(subject, MIDDLE_X, 0, _SIZE)
    left, top, right, bottom = placed.area.bounds
    placed = place(subject, MIDDLE_X, HEAD_Y + (bottom - top) * (0.5 - eyes_at), _SIZE)
    if with_face and not placed.area.contains(Point(MIDDLE_X, HEAD_Y)):  # below the hole of a doughnut
        placed = place(subject, MIDDLE_X, HEAD_Y + (bottom - top) * (0.5 - _BELOW_A_HOLE), _SIZE)
    half = _half_head(right - left)
    if not worn:
        placed, half = _face_to_front(subject, placed)
    behind, garments = Canvas(BOX, BOX), Canvas(BOX, BOX)
    for name in at_its_back:
        in_ink(Pen(behind, _wearer(right - left, (bottom - top) * eyes_at)), WARDROBE[name].draw, ink_for(name))
    low = placed.area.centroid.y - _WINGS_Y
    wide = 1.0 if "wings" in wears else (right - left) / _CAPE
    spread = Transform.move(-MIDDLE_X, 0).then(Transform.scale(wide, 1)).then(Transform.move(MIDDLE_X, low))
    canvas.place(behind.drawing(), spread)
    if limbs:
        _limbs(Pen(canvas, _NOBODY), placed)
    canvas.place(placed.drawing)
    pen = Pen(garments, _wearer_of(half, (bottom - top) * eyes_at))
    if with_face and placed.area.contains(Point(MIDDLE_X, HEAD_Y)):  # not in the hole of a doughnut
        face(pen, mood)
    for name in worn:
        in_ink(pen, WARDROBE[name].draw, ink_for(name))
    canvas.place(garments.drawing())
    canvas.place(_tied(tied, half, ink_for), Transform.move(0, HEAD_Y + _CHIN * (bottom - top) - _KNOT_Y))
    area = silhouette_of(canvas.drawing())
    return Figure(subject.name, canvas.drawing(), area, subject.natural)


_CAPE = 440.0
"""How wide a thing is behind which a cape shows on both sides."""

_AT_A_BACK = frozenset({"wings", "cape", "vampire cape"})
_UNDER_A_CHIN = frozenset({"bow tie", "scarf", "bandana"})
_CHIN, _KNOT_Y = 0.26, 640.0
"""Below the eyes, as a share of a thing's height; and where a character has it."""


def _tied(names: Sequence[str], half: float, ink_for: Callable[[str], str]) -> Drawing:
    """What is around a neck, on what has none."""
    canvas = Canvas(BOX, BOX)
    for name in names:
        in_ink(Pen(canvas, _wearer_of(half, 200)), WARDROBE[name].draw, ink_for(name))
    return canvas.drawing()


def _limbs(pen: Pen, placed: Placed) -> None:
    """Thin ones, with gloves and shoes, as in old cartoons: one arm up, one down."""
    left, top, right, bottom = placed.area.bounds
    width, middle = right - left, top + 0.58 * (bottom - top)
    for side, lift in ((-1.0, 60.0), (1.0, -130.0)):
        shoulder = (MIDDLE_X + side * 0.3 * width, middle)
        hand = (MIDDLE_X + side * (0.5 * width + 110), middle + lift)
        pen.canvas.fill(limb([shoulder, (hand[0] - side * 20, middle + 0.4 * lift + 40), hand], 20, 18), INK)
        pen.part(circle(*hand, 46), _GLOVE)
        hip, foot = (MIDDLE_X + side * 0.15 * width, bottom - 80), (MIDDLE_X + side * (0.15 * width + 14), bottom + 130)
        pen.canvas.fill(limb([hip, foot], 20, 18), INK)
        pen.part(blob(foot[0] + side * 34, foot[1] + 16, 78, 38, 2.6), _SHOE)


_MOST_HALF, _NEAR_ENOUGH = 300.0, 8.0
_INSIDE = 1.1
"""Half a head, as a share of the largest disc that the thing has room for: cheeks end a little before it does."""


def _face_to_front(subject: Subject, placed: Placed) -> tuple[Placed, float]:
    """Where there is most room for a face, so that no handle, stalk or straw pushes it off: the thing moved so that the face
    is there, and half the width of the head that fits."""
    largest = max(polygons_of(placed.area), key=lambda part: part.area)
    spot = polylabel(largest, _NEAR_ENOUGH)
    centre_x, centre_y = _middle(placed)
    moved = place(subject, MIDDLE_X + centre_x - spot.x, HEAD_Y + centre_y - spot.y, _SIZE)
    return moved, min(_INSIDE * spot.distance(largest.boundary), _MOST_HALF)


def _middle(placed: Placed) -> tuple[float, float]:
    left, top, right, bottom = placed.area.bounds
    return (left + right) / 2, (top + bottom) / 2


def _half_head(width: float) -> float:
    return min(0.44 * width, _MOST_HALF)


def _wearer(width: float, above_eyes: float) -> Species:
    """A head as wide as the thing and as high above its eyes, for hats and glasses to fit."""
    return _wearer_of(_half_head(width), above_eyes)


def _wearer_of(half: float, above_eyes: float) -> Species:
    return Species("thing", "#ffffff", "#ffffff", "#ffffff", (half, above_eyes * 1.1), (26, half * 0.42, 0))
