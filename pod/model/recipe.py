"""A recipe: everything that is needed to make a version's print files again, without a model call.

It is JSON with a schema version, hashed over its canonical form (sorted keys, no spaces). Print files can be erased and
made again; recipes and masters outlive them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pod.model.artwork import LetteringSlot, MendKind, MendStep, Questions, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.product import BlackInk, Fit, Wrap
from pod.model.repair import Repair, Way
from pod.model.typed import mistyped

RECIPE_SCHEMA = 1

_USUAL = {"wrap": Wrap.MIRROR, "black": BlackInk.PRINT}
"""A placement's choices where nobody chose."""

_USUALLY_NOT_ASKED = ("flat_inks", "wordless")

_USUAL_TYPE: Mapping[str, object] = {
    "layout": LetteringLayout.AS_PLANNED,
    "effect": LetteringEffect.PLAIN,
    "stand_ins": (),
    "line_fonts": (),
    "tracking_em": 0.0,
}
"""The same of its lettering."""


@dataclass(frozen=True, slots=True)
class ArtworkLayer:
    """The master picture by hash, and its size so that frame units can be resolved without opening it.

    `reference_sha256` is the picture that it was drawn after, where a person gave one.
    """

    artwork_id: str
    sha256: str
    width_px: int
    height_px: int
    vector_sha256: str = ""
    reference_sha256: str = ""


@dataclass(frozen=True, slots=True)
class LetteringLayer:
    """Type set over wordless artwork: exactly `text`, in `font`, in `slot`, in `ink`. An outline of 0 draws none.

    `stand_ins` are the faces of what `font` cannot draw, `line_fonts` those of each line where lines have their own.
    `outline_ink` is the second ink, of an outline as of an effect; "" lets the effect choose.
    `placed_by` are the words by which the artwork was placed, where these have taken their place: the artwork stays where it
    was printed with them, to the pixel.
    """

    text: str
    font: str
    slot: LetteringSlot
    ink: str
    outline_ink: str = ""
    outline_mm: float = 0.0
    layout: LetteringLayout = LetteringLayout.AS_PLANNED
    effect: LetteringEffect = LetteringEffect.PLAIN
    stand_ins: tuple[str, ...] = ()
    line_fonts: tuple[str, ...] = ()
    tracking_em: float = 0.0
    placed_by: LetteringLayer | None = None

    @property
    def look(self) -> LetteringLook:
        """As it was chosen."""
        return LetteringLook(self.font, self.layout, self.effect)


@dataclass(frozen=True, slots=True)
class Placement:
    """The version's art on one print area: where its ink box lands inside the trim, in millimetres from its corner.

    `box_mm` None means: let `fit` decide when the print file is made, and the decision is stored with the print file.
    `wrap` is for areas that go round an edge, `black` for black cloth.
    """

    area: str
    fit: Fit = Fit.CONTAIN
    box_mm: Box | None = None
    wrap: Wrap = Wrap.MIRROR
    black: BlackInk = BlackInk.PRINT


@dataclass(frozen=True, slots=True)
class Recipe:
    """`asked` is what the artwork was checked for, `mending` what was mended then, `repairs` how often it was drawn again."""

    artwork: ArtworkLayer
    product: str
    cloth: str
    placements: tuple[Placement, ...]
    prep_version: str
    mending: tuple[MendStep, ...] = ()
    lettering: LetteringLayer | None = None
    schema: int = RECIPE_SCHEMA
    asked: Questions | None = None
    repairs: tuple[Repair, ...] = ()

    def to_json(self) -> str:
        """Canonical JSON: the same recipe is the same text, whatever order it was built in."""
        written = asdict(self)
        # a recipe from before there was a choice keeps its text, and so its hash
        for placement in written["placements"]:
            for name, usual in _USUAL.items():
                if placement[name] is usual:
                    del placement[name]
        if not self.artwork.reference_sha256:
            del written["artwork"]["reference_sha256"]
        for repair in written["repairs"]:
            if not repair["asked_by"]:
                del repair["asked_by"]
        for name in _USUALLY_NOT_ASKED:
            if self.asked and not getattr(self.asked, name):
                del written["asked"][name]
        for name in ("asked", "repairs"):
            if not written[name]:
                del written[name]
        if self.lettering:
            _as_before_there_was_a_choice(written["lettering"])
        return json.dumps(written, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def areas(self) -> tuple[str, ...]:
        """The names of the print areas that are printed."""
        return tuple(placement.area for placement in self.placements)

    @property
    def wrap(self) -> Wrap:
        """What goes round the edges: one choice for every area that has any."""
        return next((p.wrap for p in self.placements if p.wrap is not Wrap.MIRROR), Wrap.MIRROR)

    @property
    def black(self) -> BlackInk:
        """What becomes of black on black cloth: one choice for every area."""
        return next((p.black for p in self.placements if p.black is not BlackInk.PRINT), BlackInk.PRINT)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @staticmethod
    def from_json(text: str) -> Recipe:
        """The recipe that `text` describes; an unknown schema or a missing field is refused by name."""
        try:
            raw = json.loads(text)
            if raw["schema"] != RECIPE_SCHEMA:
                raise InputRefused(
                    "recipe_schema",
                    f"This recipe has schema {raw['schema']}; this Pod reads schema {RECIPE_SCHEMA}.",
                    "Update Pod, or make the version again from its design.",
                )
            read = _recipe(raw)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as e:
            raise _unreadable(f"{type(e).__name__}: {e}"[:200]) from e
        wrong = "; ".join(mistyped(read, Recipe))
        if wrong:
            raise _unreadable(wrong[:500])
        return read


def _as_before_there_was_a_choice(lettering: dict[str, Any]) -> None:
    """All choices of how it is set are written, or none; words that are the first in their place name none before them."""
    if all(lettering[name] == usual for name, usual in _USUAL_TYPE.items()):
        for name in _USUAL_TYPE:
            del lettering[name]
    if lettering["placed_by"] is None:
        del lettering["placed_by"]
    else:
        _as_before_there_was_a_choice(lettering["placed_by"])


def _unreadable(why: str) -> InputRefused:
    return InputRefused(
        "recipe_unreadable",
        f"This is not a recipe that Pod wrote ({why}).",
        "Use the recipe.json that `pod design` or `pod make` wrote.",
    )


def _recipe(raw: dict[str, Any]) -> Recipe:
    return Recipe(
        artwork=ArtworkLayer(**raw["artwork"]),
        product=raw["product"],
        cloth=raw["cloth"],
        placements=tuple(_placement(p) for p in _listed(raw["placements"])),
        prep_version=raw["prep_version"],
        mending=tuple(MendStep(**{**m, "kind": MendKind(m["kind"])}) for m in _listed(raw["mending"])),
        lettering=None if raw["lettering"] is None else _lettering(raw["lettering"]),
        schema=raw["schema"],
        asked=_questions(raw["asked"]) if raw.get("asked") else None,
        repairs=tuple(_repair(r) for r in _listed(raw.get("repairs", []))),
    )


def _questions(raw: dict[str, Any]) -> Questions:
    return Questions(**{**raw, "palette": tuple(_listed(raw["palette"]))})


def _repair(raw: dict[str, Any]) -> Repair:
    lists = {name: tuple(_listed(raw[name])) for name in ("reasons", "among", "worse")}
    return Repair(**{**raw, **lists, "way": Way(raw["way"])})


def _listed(raw: Any) -> list[Any]:
    if not isinstance(raw, list):
        raise TypeError(f"{raw!r} is not a list")
    return raw


def _placement(raw: dict[str, Any]) -> Placement:
    box = None if raw["box_mm"] is None else Box(**raw["box_mm"])
    wrap, black = Wrap(raw.get("wrap", Wrap.MIRROR)), BlackInk(raw.get("black", BlackInk.PRINT))
    return Placement(raw["area"], Fit(raw["fit"]), box, wrap, black)


def slot_from_dict(raw: Mapping[str, Any]) -> LetteringSlot:
    """A lettering slot from the plain dict that `dataclasses.asdict` makes of it."""
    return LetteringSlot(**{**raw, "kind": SlotKind(raw["kind"]), "box": Box(**raw["box"])})


def _lettering(raw: dict[str, Any]) -> LetteringLayer:
    first = raw.get("placed_by")
    chosen = {
        "slot": slot_from_dict(raw["slot"]),
        "layout": LetteringLayout(raw.get("layout", LetteringLayout.AS_PLANNED)),
        "effect": LetteringEffect(raw.get("effect", LetteringEffect.PLAIN)),
        "stand_ins": tuple(_listed(raw.get("stand_ins", []))),
        "placed_by": None if first is None else _lettering(first),
        "line_fonts": tuple(_listed(raw.get("line_fonts", []))),
    }
    return LetteringLayer(**{**raw, **chosen})
