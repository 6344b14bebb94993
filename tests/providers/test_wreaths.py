"""A wreath that is the picture is drawn by its flowers; one around somebody stays a frame."""

from __future__ import annotations

import pytest

from pod.providers.embedded.figures import figures_of, repeats
from pod.providers.embedded.gallery.wreaths import WREATHS
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.wreathed import _CALLED, wreathed


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("wreath of peonies", "circlet of peonies"),
        ("a daisy wreath", "circlet of daisies"),
        ("summer wildflower wreath", "circlet of wildflowers"),
        ("wreath of red roses", "circlet of roses"),
        ("lavender wreath", "circlet of lavender"),
        ("sunflower wreath with bees", "circlet of sunflowers"),
        ("laurel wreath", "circlet of leaves"),
    ],
)
def test_a_wreath_of_flowers_is_drawn_as_one(library, said, label):
    understood = read(said, library)
    assert understood.heroes[0].label == label
    assert repeats("wreath", understood)


@pytest.mark.parametrize("said", ["rose wreath around a heart", "christmas wreath"])
def test_a_wreath_around_something_is_none(said):
    assert wreathed(said) == said


def test_a_floral_wreath_around_somebody_is_a_frame_and_no_bouquet(library):
    understood = read("fox in a floral wreath", library)
    assert understood.heroes[0].label.startswith("fox")
    assert not understood.companions
    assert "flowers" in figures_of(understood)


def test_every_wreath_that_can_be_said_is_drawn():
    assert {f"circlet of {of}" for of in _CALLED.values()} <= WREATHS.keys()


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("pink peonies in a vase", "peonies in a vase"),
        ("blue vase with daisies", "vase of daisies"),
        ("vase of tulips", "tulips in a vase"),
        ("border of daisies", "border of daisies"),
        ("tulip border", "border of tulips"),
    ],
)
def test_flowers_stand_in_the_vase_or_the_border_that_is_said(library, said, label):
    assert read(said, library).heroes[0].label == label


@pytest.mark.parametrize("name", sorted(WREATHS))
def test_a_wreath_is_open_in_its_middle(name):
    shown = thing(name).silhouette
    assert not shown.contains(shown.envelope.centroid)
