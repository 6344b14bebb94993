"""A character put together: what surrounds it, the body in its pose, head, clothes, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas, Drawing, Fill, Stroke
from pod.drawing.paths import Point, Transform
from pod.drawing.shapes import circle
from pod.providers.embedded.characters import astride, errands, fours, fowl
from pod.providers.embedded.characters.action import NO_ACTION, Action, nothing
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.astride import Back
from pod.providers.embedded.characters.athletic import draw_athlete, dressed_for, facing, stance_for
from pod.providers.embedded.characters.bodies import (
    TIPS,
    Pose,
    arms,
    foot_ink,
    legs,
    mittens,
    neck,
    tail,
    tattoos,
    torso,
)
from pod.providers.embedded.characters.build import Stance
from pod.providers.embedded.characters.busts import bust
from pod.providers.embedded.characters.curled import SLEPT_ON, curled, curls_up
from pod.providers.embedded.characters.doing import IDLE, IN_THE_LAP, Doing
from pod.providers.embedded.characters.faces import face, head
from pod.providers.embedded.characters.fours import goes_on_fours, on_all_fours
from pod.providers.embedded.characters.gestures import STEPS
from pod.providers.embedded.characters.grip import (
    balance,
    in_ink,
    in_paws,
    is_lifted,
    lay_across,
    prop_drawing,
    thing_at,
)
from pod.providers.embedded.characters.heads import behind_head, ears
from pod.providers.embedded.characters.known_by import told_apart
from pod.providers.embedded.characters.looks import looking
from pod.providers.embedded.characters.marks import MARKS, ON_A_HOOD
from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, MIDDLE_X, Pen
from pod.providers.embedded.characters.perches import mount, seat
from pod.providers.embedded.characters.props import PROPS, held_motif
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.species import ALIASES, SPECIES, Species
from pod.providers.embedded.characters.stage import Stage
from pod.providers.embedded.characters.stunts import IN_THE_AIR, TILT, number_on_the_chest
from pod.providers.embedded.characters.wardrobe import AROUND, BARE, FASTENED, WARDROBE, Layer
from pod.providers.embedded.dyes import set_off
from pod.providers.embedded.silhouettes import without_pinholes


@dataclass(frozen=True, slots=True)
class Figure:
    """`drawing` in a 1024 box; `silhouette` is the area it covers, gaps that are too small to show filled."""

    name: str
    drawing: Drawing
    silhouette: BaseGeometry
    natural: bool = True
    one_way: bool = False
    """Never mirrored: with a number on it."""


_JUGGLED: tuple[Point, ...] = ((100.0, 260.0), (310.0, -20.0), (714.0, -20.0), (924.0, 260.0))
_BALLS = ("#d9503f", "#f3bf4b", "#3f978f", "#8a6cc0")
"""Inks of what is juggled, where nothing else is said."""

ON_THE_GROUND = Stage(Pose())

_IN_A_BEAK = 230.0

_LAP: Point = (MIDDLE_X, 880.0)
_ON_A_KNEE: Point = (MIDDLE_X + 170, 900.0)
"""Of who has something before the body as well."""
_LAP_SIZE = 420.0

_FEET: Point = (MIDDLE_X, 1000.0)
"""Around what a figure leans."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures of the motif sets for what is held, balanced, ridden or sat on and is nothing of our own."""

    held: Drawing | None = None
    on_head: Drawing | None = None
    ridden: Drawing | None = None
    seat: Drawing | None = None
    saddle: float = 0.0
    """How far down the back is of what is ridden, as a share of its height; 0 where its top is ridden."""

    back: Back | None = None
    """Of what is ridden astride."""


NO_PICTURES = Pictures()


def character(name: str, doing: Doing = IDLE, pictures: Pictures = NO_PICTURES) -> Figure:
    """The species by name or alias (KeyError for another), at what it is doing."""
    species = _dressed(looking(SPECIES[ALIASES.get(name, name)], doing.looks), doing)
    if ACTIONS.get(doing.action, NO_ACTION).barefoot and species.arms == "sleeve":
        species = replace(species, feet=species.base)
    if doing.action in ("portrait", "by the tail"):
        species = replace(species, tail="")
    doing = told_apart(species, _in_its_own(species, doing))
    species, doing = _on_the_wing(species, doing)
    if stance := stance_for(species, doing, laden=pictures != NO_PICTURES):
        return _at_a_sport(species, doing, stance)
    canvas, body = Canvas(BOX, BOX), Canvas(BOX, BOX)
    action = ACTIONS.get(doing.action, NO_ACTION)
    stage = staged(species, doing, pictures)
    in_ink(Pen(canvas, species), stage.behind, doing.ink_for(doing.rides or doing.inside))
    _somebody(Pen(body, species), replace(doing, mood=doing.mood or action.mood), pictures, stage, action)
    lean = action.lean if _is_free(doing, pictures) else TILT if _is_airborne(doing) else 0.0
    canvas.place(body.drawing(), Transform.rotate(lean, _FEET) if lean else Transform())
    drawing = canvas.drawing()
    numbered = any(name.endswith("jersey") for name in doing.wears)
    area = silhouette_of(drawing)
    if doing.action == "portrait" and _is_free(doing, pictures):
        drawing, area = bust(drawing, area)
    return Figure(species.name, drawing, area, one_way=numbered)


def _at_a_sport(species: Species, doing: Doing, stance: Stance) -> Figure:
    canvas = Canvas(BOX, BOX)
    dressed = dressed_for(doing, stance)

    draw_athlete(Pen(canvas, species), dressed, stance, behind_head, lambda pen: _head(pen, dressed))
    turned = Canvas(BOX, BOX)
    turned.place(canvas.drawing(), facing(doing).then(Transform.rotate(stance.lean, _FEET)))
    drawing = turned.drawing()
    return Figure(species.name, drawing, silhouette_of(drawing), one_way=bool(doing.number))


def ridden_character(name: str) -> Drawing:
    """One of our own as it is ridden."""
    canvas = Canvas(BOX, BOX)
    on_all_fours(Pen(canvas, SPECIES[ALIASES.get(name, name)]), lambda pen: _head(pen, IDLE))
    return canvas.drawing()


def _somebody(pen: Pen, doing: Doing, pictures: Pictures, stage: Stage, action: Action) -> None:
    if _lies(pen.species, doing, stage):
        in_ink(pen, stage.front, doing.ink_for(doing.rides or doing.inside))
        curled(pen, lambda head: _head(head, doing), action.over)
        return
    if action.on_fours and _is_free(doing, pictures) and _shows_its_coat(pen.species, doing):
        fours.AT.get(doing.action, fours.bounding)(pen, lambda head: _head(head, doing))
        _hold(pen, doing, pictures.held, action)
        return
    pose = _pose(stage, doing, action, holding=pictures.held is not None)
    _wear(pen, doing, Layer.BACK)
    _body(pen, pose, doing)
    _raised(pen, lambda up: _head(up, doing), turn=_tilt(doing))
    _raised(pen, lambda up: balance(up, doing, pictures.on_head))
    in_ink(pen, stage.front, doing.ink_for(doing.rides or doing.inside))
    _hold(pen, doing, pictures.held, action)
    if doing.on_head == IN_THE_LAP and pictures.on_head is not None and not action.needs_hands:
        held_motif(pen, pictures.on_head, _LAP, _LAP_SIZE)
    arms(_bare_handed(pen, doing), pose)
    if "mittens" in doing.wears:
        mittens(pen, pose)
    if "tattoos" in doing.wears and pen.species.arms == "sleeve":
        tattoos(pen, pose)
    if _is_free(doing, pictures) or action.anywhere:
        action.over(pen)
    if doing.on_head == IN_THE_LAP and pictures.on_head is not None and action.needs_hands:
        held_motif(pen, pictures.on_head, _ON_A_KNEE, _LAP_SIZE)


def _lies(species: Species, doing: Doing, stage: Stage) -> bool:
    """Asleep on something, or on the ground; in a bed or a hammock a head looks out as it does by day."""
    return doing.action == "sleeping" and stage.pose.legs in ("sit", "curled") and curls_up(species)


_ON_A_HEAD = frozenset({Layer.EYES, Layer.HEAD})


def _shows_its_coat(species: Species, doing: Doing) -> bool:
    """Four legs, and nothing worn on them: a dog in a raincoat runs upright, for it to be seen. So does who has something in hand."""
    in_hand = bool(doing.holds and not ACTIONS[doing.action].hand) or bool(doing.gesture)
    return goes_on_fours(species) and not (
        doing.costume or in_hand or any(WARDROBE[name].layer not in _ON_A_HEAD for name in doing.wears)
    )


def _is_free(doing: Doing, pictures: Pictures) -> bool:
    """On legs of its own: in, on and astride nothing."""
    return not (doing.rides or doing.inside or pictures.ridden or pictures.seat)


def _is_airborne(doing: Doing) -> bool:
    return doing.action in ("jumping", "clearing") and doing.rides in IN_THE_AIR


def staged(species: Species, doing: Doing, pictures: Pictures) -> Stage:
    """What surrounds somebody: the place where they are before what their action needs."""
    action = ACTIONS.get(doing.action, NO_ACTION)
    if _is_airborne(doing):
        return IN_THE_AIR[doing.rides]
    if doing.action == "sleeping" and curls_up(species) and (_is_free(doing, pictures) or doing.inside in SLEPT_ON):
        return Stage(Pose("none", "curled"), front=SLEPT_ON.get(doing.inside, nothing))
    if action is not NO_ACTION and _is_free(doing, pictures):
        return Stage(action.pose, action.behind, action.front)
    if doing.inside in _LIKE_GROUND and not doing.rides and action.pose.legs in STEPS:
        nook = NOOKS[doing.inside]
        below = nook.behind if action.behind is errands.mat else _both(nook.behind, action.behind)
        return Stage(action.pose, below, _both(nook.front, action.front))
    return RIDES.get(doing.rides) or NOOKS.get(doing.inside) or carried(pictures)


_LIKE_GROUND = frozenset({"under a tree", "under a fir", "lily pad", "leaf", "hill", "rock"})
"""Where somebody does as they do on the ground: yoga on a lily pad, a dance under a tree."""


def _both(first: Callable[[Pen], None], then: Callable[[Pen], None]) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        first(pen)
        then(pen)

    return draw


def carried(pictures: Pictures) -> Stage:
    """On the back of whatever is ridden, on top of whatever is sat on, or on the ground."""
    ridden, back = pictures.ridden, pictures.back
    if ridden and back:
        return Stage(Pose("steer", "astride"), lambda pen: astride.under(pen, ridden, back), astride.leg)
    if ridden:
        return Stage(Pose("rest", "none"), front=lambda pen: mount(pen, ridden, pictures.saddle))
    if below := pictures.seat:
        return Stage(Pose("rest", "sit"), lambda pen: seat(pen, below))
    return ON_THE_GROUND


def _dressed(species: Species, doing: Doing) -> Species:
    """In what covers the whole torso the body is that garment's; in a space suit a tail is inside it."""
    if species.body != "plush":
        return species
    if doing.costume:
        return _disguised(species, doing.costume)
    if "space suit" in doing.wears:
        return replace(species, torso="#f3f4f8", feet="#d3d9e6", tail="", belly=False, coat=())
    shod = next((ink for name, ink in _SHOD.items() if name in doing.wears), "")
    species = replace(species, feet=doing.ink_for("sneakers") or shod) if shod else species
    if "tattoos" in doing.wears and species.arms == "sleeve":
        return replace(species, torso=species.base, belly=False)
    sleeves = next((doing.ink_for(n) or WARDROBE[n].sleeves for n in doing.wears if WARDROBE[n].sleeves), "")
    if not sleeves:
        return species
    if sleeves == BARE:
        return replace(species, torso=species.base, feet=species.base, coat=())
    arms = "sleeve" if species.arms == "paw" else species.arms
    return replace(species, torso=sleeves, feet=species.feet or foot_ink(species), arms=arms, belly=False, coat=())


def _bare_handed(pen: Pen, doing: Doing) -> Pen:
    """Paws in front are of one ink with those behind, unless these are in shoes."""
    if not _SHOD.keys() & set(doing.wears):
        return pen
    return Pen(pen.canvas, replace(pen.species, feet=SPECIES[pen.species.name].feet))


_SHOD = {"sneakers": "#d9503f", "boots": "#f3bf4b"}
"""Feet that walk, run and jump in shoes are of their ink."""

_HOOD = 1.2
"""How much wider a hood is than the head in it."""


def _hood(pen: Pen, costume: str) -> None:
    """The head of what somebody is dressed up as, around their own."""
    worn = SPECIES[ALIASES.get(costume, costume)]
    rx, ry = pen.species.head
    outer = Pen(pen.canvas, replace(worn, head=(rx * _HOOD, ry * _HOOD)))
    behind_head(outer)
    ears(outer)
    head(outer)
    for mark in worn.marks:
        if mark in ON_A_HOOD and mark in MARKS:
            MARKS[mark](outer)


def _in_skin(pen: Pen, doing: Doing) -> Pen:
    """For parts that are those of the costume, where one is worn."""
    worn = SPECIES.get(ALIASES.get(doing.costume, doing.costume)) if pen.species.body == "plush" else None
    return Pen(pen.canvas, worn) if worn else pen


def _disguised(species: Species, costume: str) -> Species:
    """A head and face of its own in the skin of another."""
    worn = SPECIES[ALIASES.get(costume, costume)]
    if worn.body != species.body:  # a cat that is a mermaid keeps its head
        return replace(species, body=worn.body, torso=worn.torso or worn.base, feet=worn.feet, coat=())
    rx, ry = species.head
    skin = worn.torso or worn.base
    return replace(
        species,
        torso=skin,
        feet=worn.feet or foot_ink(worn),
        head=(rx * 0.86, ry * 0.84),
        ears="none",
        arms="sleeve",
        belly=False,
        coat=worn.coat,
    )


_LIKE_A_RABBIT = "long"


def _in_its_own(species: Species, doing: Doing) -> Doing:
    """With what it is never seen without, unless it wears something else there."""
    if species.ears == _LIKE_A_RABBIT:
        doing = replace(doing, wears=tuple(name for name in doing.wears if name != "bunny ears"))
    taken = {WARDROBE[name].layer for name in doing.wears}
    own = tuple(name for name in species.wears if WARDROBE[name].layer not in taken)
    return replace(doing, wears=(*doing.wears, *own)) if own else doing


def _on_the_wing(species: Species, doing: Doing) -> tuple[Species, Doing]:
    """A bird that flies has wings of its own."""
    if "wings" not in doing.wears or species.body not in fowl.CAN_FLY:
        return species, doing
    return replace(species, body="flying"), replace(doing, wears=tuple(name for name in doing.wears if name != "wings"))


def _pose(stage: Stage, doing: Doing, action: Action, *, holding: bool) -> Pose:
    """Legs as the place asks for; arms as what is held asks for, unless they steer or are at something else."""
    if stage.pose.arms == "hang" and action.hand and (doing.holds or holding):
        return replace(stage.pose, arms="hang and sip")
    if stage.pose.arms == "steer" or action.hand:
        return stage.pose
    if action.anywhere and not (doing.holds or holding):
        return replace(stage.pose, arms=action.pose.arms)
    if stage.pose.arms == "hang":
        return replace(stage.pose, arms="hang by one") if doing.holds or holding else stage.pose
    if doing.juggles:
        return replace(stage.pose, arms="juggle")
    if doing.gesture:
        return replace(stage.pose, arms=doing.gesture)
    if doing.cheers and not doing.holds and not holding:
        stands = stage is ON_THE_GROUND
        return Pose("juggle", "stand" if stands else stage.pose.legs)
    if doing.holds or holding:
        both = "raise" if is_lifted(doing) else "hold"
        held_by = PROPS[doing.holds].arms if doing.holds else both
        return replace(stage.pose, arms=both if held_by == "hold" else held_by)
    return stage.pose


_BELOW_THE_HEM = 88.0


def _shod_in_the_air(pen: Pen, doing: Doing) -> None:
    """A ghost has no feet; its boots look out from under the sheet."""
    canvas = Canvas(BOX, BOX)
    _wear(Pen(canvas, pen.species), doing, Layer.FEET)
    pen.canvas.place(canvas.drawing(), Transform.move(0, _BELOW_THE_HEM))


def _body(pen: Pen, pose: Pose, doing: Doing) -> None:
    _raised(pen, behind_head, turn=_tilt(doing))
    tail(_in_skin(pen, doing))
    legs(pen, pose)
    if pen.species.body == "ghost":
        _shod_in_the_air(pen, doing)
    torso(pen)
    neck(pen)
    if pose.legs == "sit" and pen.species.body == "plush":
        _wear(pen, doing, Layer.FEET)
    shod = next((name for name in ("boots", "sneakers") if name in doing.wears), "")
    if shod and pen.species.body in fowl.BODIES:
        in_ink(pen, fowl.boots, set_off(doing.ink_for(shod), pen.species.torso or pen.species.base))
    for layer in (Layer.BODY, Layer.NECK):
        _wear(pen, doing, layer)
    _each(pen, doing, AROUND)


_TILTED = 15.0
"""Degrees by which a head is tilted by somebody who listens."""


def _tilt(doing: Doing) -> float:
    return _TILTED if doing.action == "head tilt" else 0.0


def _raised(pen: Pen, draw: Callable[[Pen], None], *, turn: float = 0.0) -> None:
    """A head, and what is on and behind it, as high as the neck is long, tilted by `turn` degrees."""
    if not (pen.species.lift or turn):
        draw(pen)
        return
    canvas = Canvas(BOX, BOX)
    draw(Pen(canvas, pen.species))
    neck = (MIDDLE_X, HEAD_Y + pen.species.head[1])
    pen.canvas.place(canvas.drawing(), Transform.rotate(turn, neck).then(Transform.move(0, -pen.species.lift)))


def _head(pen: Pen, doing: Doing) -> None:
    if doing.costume and pen.species.body == "plush":
        _hood(pen, doing.costume)
    ears(pen)
    head(pen)
    face(pen, doing.mood)
    for layer in (Layer.EYES, Layer.HEAD):
        _wear(pen, doing, layer)
    _each(pen, doing, FASTENED)


def _wear(pen: Pen, doing: Doing, layer: Layer) -> None:
    for name in doing.wears:
        if WARDROBE[name].layer is layer:
            in_ink(pen, WARDROBE[name].draw, set_off(doing.ink_for(name), pen.species.torso or pen.species.base))
            if name.endswith("jersey"):
                number_on_the_chest(pen, doing.number or "1", "#fdfbf6")


def _each(pen: Pen, doing: Doing, pieces: Mapping[str, Callable[[Pen], None]]) -> None:
    for name in doing.wears:
        if name in pieces:
            pieces[name](pen)


def _hold(pen: Pen, doing: Doing, picture: Drawing | None, action: Action) -> None:
    """One thing in the paws or where the action has it, one at each tip of an octopus, several in the air over a juggler."""
    if doing.rides and RIDES[doing.rides].pose.arms == "steer":
        return
    if doing.juggles:
        for k, spot in enumerate((*_JUGGLED, *(TIPS[:2] if pen.species.arms == "tentacle" else ()))):
            if doing.holds or picture is not None:
                thing_at(pen, doing, picture, spot, 170)
            else:
                pen.part(circle(*spot, 80), _BALLS[k % len(_BALLS)])
    elif _is_at_a_beak(pen.species, action) and (doing.holds or picture is not None):
        thing_at(pen, doing, picture, _beak_tip(pen), _IN_A_BEAK)
    elif action.across and (doing.holds or picture is not None):
        lay_across(pen, picture or prop_drawing(pen.species, doing.holds), action)
    elif action.hand and (doing.holds or picture is not None):
        for spot in (action.hand, *action.more):
            thing_at(pen, doing, picture, spot, action.size)
    elif pen.species.arms == "tentacle" and doing.action != "hugging":
        for x, y in TIPS if doing.holds or picture else ():
            thing_at(pen, doing, picture, (x, y - 40), 190)
    else:
        in_paws(pen, doing, picture)


def _is_at_a_beak(species: Species, action: Action) -> bool:
    """A bird that is seen from the side eats, drinks and carries with what it has before it."""
    return species.nose.startswith("side") and action.hand is not None and action.hand[0] == MIDDLE_X


def _beak_tip(pen: Pen) -> Point:
    canvas = Canvas(BOX, BOX)
    _head(Pen(canvas, pen.species), IDLE)
    right = silhouette_of(canvas.drawing()).bounds[2]
    return right - 10, HEAD_Y + 70 - pen.species.lift


_SOLID = 0.4
"""Opacity from which a part belongs to the outline."""


def silhouette_of(drawing: Drawing) -> BaseGeometry:
    """Everything drawn, as one area. A part's own outline hugs its fill and needs no counting, and a glow belongs to no outline."""
    areas = [
        item.path.geometry(evenodd=item.evenodd)
        for item in drawing.items
        if isinstance(item, Fill) and item.opacity >= _SOLID
    ]
    areas += [
        shapes.LineString(ring).buffer(item.width / 2)
        for item in drawing.items
        if isinstance(item, Stroke) and item.path.commands[-1][0] != "Z"
        for ring in item.path.rings()
        if len(ring) > 1
    ]
    return without_pinholes(unary_union(areas).buffer(2).buffer(-2))
