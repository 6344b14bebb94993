"""A recipe is a file: what somebody else wrote into it is refused by name, or is the recipe it says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from pod.model.artwork import LetteringSlot, MendKind, MendStep, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout
from pod.model.product import Wrap
from pod.model.recipe import ArtworkLayer, LetteringLayer, Placement, Recipe

WHOLE = Recipe(
    artwork=ArtworkLayer("a", "0" * 64, 4096, 4096, "1" * 64),
    product="tee",
    cloth="navy",
    placements=(Placement("front"), Placement("back", box_mm=Box(1, 2, 3.5, 4)), Placement("side", wrap=Wrap.IMAGE)),
    prep_version="1",
    mending=(MendStep(next(iter(MendKind)), {"x": 1.5, "colour": "#fff"}),),
    lettering=LetteringLayer(
        "Hi",
        "anton",
        LetteringSlot("below", SlotKind.BLOCK, Box(0, 1, 1, 0.2)),
        "#111111",
        layout=LetteringLayout.STACKED,
        effect=LetteringEffect.BLOCK,
        stand_ins=("noto-sans",),
        line_fonts=("anton",),
        tracking_em=0.02,
    ),
)


def test_a_recipe_comes_back_as_it_was_written():
    assert Recipe.from_json(WHOLE.to_json()) == WHOLE


def test_a_recipe_from_before_there_was_a_choice_of_wrap_keeps_its_hash():
    """Approvals bind the hash of a recipe: what is read and written again has to be the same text."""
    raw = json.loads(WHOLE.to_json())
    raw["placements"] = [{"area": "front", "box_mm": None, "fit": "contain"}]
    before = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    read = Recipe.from_json(before)
    assert read.placements == (Placement("front", wrap=Wrap.MIRROR),)
    assert read.to_json() == before


def test_a_recipe_from_before_there_were_layouts_and_effects_keeps_its_hash():
    plain = replace(WHOLE, lettering=LetteringLayer("Hi", "anton", WHOLE.lettering.slot, "#111111"))
    written = json.loads(plain.to_json())["lettering"]
    assert set(written) == {"text", "font", "slot", "ink", "outline_ink", "outline_mm"}
    assert Recipe.from_json(plain.to_json()) == plain


def _places(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for key, value in inside:
        yield from _places(value, (*path, key))


PLACES = list(_places(json.loads(WHOLE.to_json())))
STRANGE = [None, -1, 2.5, "x", "", True, [], {}, [1], {"a": 1}, float("nan")]


def _changed(path: tuple[Any, ...], value: Any) -> str:
    raw = [json.loads(WHOLE.to_json())]
    holder: Any = raw
    for key in (0, *path)[:-1]:
        holder = holder[key]
    holder[(0, *path)[-1]] = copy.deepcopy(value)
    return json.dumps(raw[0])


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)) or "all of it")
def test_a_recipe_with_something_strange_in_it_is_refused_or_is_what_it_says(path):
    for value in STRANGE:
        text = _changed(path, value)
        read = _read_or_refused(text)
        if isinstance(read, InputRefused):
            assert read.code in ("recipe_unreadable", "recipe_schema")
            assert read.hint
        else:
            assert json.loads(read.to_json()) == json.loads(text), f"{path} = {value!r}"


def _read_or_refused(text: str) -> Recipe | InputRefused:
    try:
        return Recipe.from_json(text)
    except InputRefused as e:
        return e


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"x"', "[" * 100_000, "\x00"])
def test_what_is_no_recipe_is_refused(text):
    with pytest.raises(InputRefused) as refused:
        Recipe.from_json(text)
    assert refused.value.code == "recipe_unreadable"


def test_a_recipe_of_another_schema_is_refused_with_both_numbers():
    with pytest.raises(InputRefused, match="schema 99; this Pod reads schema 1"):
        Recipe.from_json(_changed(("schema",), 99))


def test_every_field_of_the_wrong_type_is_named_at_once():
    raw = json.loads(WHOLE.to_json())
    raw["artwork"]["width_px"], raw["cloth"] = "wide", 5
    with pytest.raises(InputRefused, match=r"artwork\.width_px is 'wide'; cloth is 5"):
        Recipe.from_json(json.dumps(raw))
