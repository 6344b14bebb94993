"""Blackletter and college letters: by which words they are had, and what they leave to others."""

from __future__ import annotations

import importlib
from dataclasses import replace

import pytest

from pod.lettering import font_named, fonts, letter, set_type
from pod.lettering.choices import choices
from pod.lettering.shaping import stem
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box

PLACE = LetteringSlot("field", SlotKind.BLOCK, Box(0.05, 0.05, 0.9, 0.3), max_lines=1)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("gothic", "unifraktur-cook"),
        ("Old English", "unifraktur-cook"),
        ("blackletter", "unifraktur-cook"),
        ("college", "graduate"),
        ("varsity", "graduate"),
        ("stencil", "black-ops-one"),
    ],
)
def test_each_is_had_by_the_words_that_people_use(said, name):
    assert font_named(said).name == name


@pytest.mark.parametrize("name", ["unifraktur-cook", "graduate"])
def test_what_they_lack_is_set_in_another_face_and_nothing_is_lost(name):
    setting = set_type(letter("Łódź Crew", PLACE, font=name))
    assert setting.lines == ("Łódź Crew",)
    layer = letter("Łódź Crew", PLACE, font=name)
    assert layer.font == name
    assert layer.stand_ins


def test_who_has_a_part_of_latin_only_says_so():
    scripts = {face.name: face.scripts for face in choices().faces}
    assert scripts["graduate"] == ("Western Latin",)
    assert scripts["anton"][0] == "Latin"


def test_a_light_face_has_its_strokes_wider_by_what_its_row_says():
    face = font_named("graduate")
    assert stem(face) - stem(replace(face, bold_em=0.0)) == pytest.approx(face.bold_em, rel=0.3)


def test_a_design_that_was_planned_with_one_is_set_where_it_is_not_installed(monkeypatch):
    there = tuple(face for face in fonts() if face.role not in ("blackletter", "collegiate"))
    monkeypatch.setattr(importlib.import_module("pod.lettering.fonts"), "fonts", lambda: there)
    assert font_named("collegiate").role == "slab"
    assert font_named("blackletter").role == "serif"
    with pytest.raises(InputRefused):
        font_named("unifraktur-cook")
