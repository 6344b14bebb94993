"""Pictograms: which words they answer, what becomes of them, and what an older folder without them still does."""

from __future__ import annotations

import json
import shutil

import pytest
from shapely.geometry import Point, Polygon, box

from pod.drawing.display import Fill
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.designer import draw
from pod.providers.embedded.flatten import BOX
from pod.providers.embedded.glyphs import KEY, glyphs
from pod.providers.embedded.keywords import KeywordIndex, index_of, scene_words
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.packages import BASE, PACKAGES, packages_missing, packages_ready
from pod.providers.embedded.pictograms import LIGHT, inked_lines, inked_solid
from pod.providers.embedded.understanding import read
from pod.providers.embedded.words import tokens

SETS = {package.folder: package for package in PACKAGES if package.folder not in BASE}
RED = "#d9503f"


@pytest.fixture
def older(data_dir, tmp_path):
    """A data folder that was set up before the pictograms came."""
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in BASE:
        (packages / name).symlink_to(data_dir / "packages" / name)
    stamp = json.loads((data_dir / "packages/stamp.json").read_text(encoding="utf-8"))
    kept = {folder: pinned for folder, pinned in stamp.items() if folder in BASE}
    (packages / "stamp.json").write_text(json.dumps(kept), encoding="utf-8")
    return tmp_path


def layers(drawing) -> list[tuple[str, float]]:
    """Ink and area of each layer from below, in thousands of square units."""
    return [(f.paint, round(f.path.geometry().area / 1000)) for f in drawing.items if isinstance(f, Fill)]


def test_every_pictogram_is_in_its_set(data_dir):
    names = {
        folder: json.loads((data_dir / "packages" / folder / "icons.json").read_text(encoding="utf-8"))["icons"]
        for folder in SETS
    }
    endings = {"ph": ("-duotone", "-thin")}
    lacking = [
        glyph.label
        for glyph in glyphs().values()
        for ending in endings.get(glyph.set_name, ("",))
        if glyph.icon + ending not in names[glyph.set_name]
    ]
    assert lacking == []


def test_no_set_asks_for_attribution_on_the_product_or_for_the_same_licence():
    assert {package.licence for package in SETS.values()} <= {"Apache-2.0", "MIT", "CC0-1.0"}


def test_every_pictogram_is_reached_by_a_word_of_its_own(library):
    index = index_of(library)
    reached = {index.exact(tokens(word)) for glyph in glyphs().values() for word in (glyph.label, *glyph.words)}
    assert set(glyphs()) - reached == set()


def test_a_word_stands_once_in_the_table_and_is_no_place():
    said = [word for glyph in glyphs().values() for word in (glyph.label, *glyph.words)]
    assert len(said) >= 550
    assert sorted({word for word in said if said.count(word) > 1}) == []
    assert not set(said) & set(scene_words())


def test_a_pictogram_never_takes_a_word_that_had_a_picture(library, older):
    before, now = KeywordIndex(MotifLibrary(older)), index_of(library)
    words = [tokens(word) for glyph in glyphs().values() for word in (glyph.label, *glyph.words)]
    taken = [said for said in words if before.exact(said) and now.exact(said) != before.exact(said)]
    assert taken == []


def test_every_pictogram_of_the_table_is_reached_by_its_own_name(library):
    index = index_of(library)
    unreached = [glyph.label for glyph in glyphs().values() if not index.exact(tokens(glyph.label))]
    assert unreached == []


@pytest.mark.parametrize(
    ("text", "hero", "beside"),
    [
        ("a toaster with wings", "toaster", ()),
        ("an anvil and a hammer", "anvil", ("hammer",)),
        ("a paint bucket and a hammer", "paint bucket", ("hammer",)),
        ("vintage diving helmet", "diving helmet", ()),
        ("moth around a beach ball", "moth", ("beach ball",)),
    ],
)
def test_things_of_the_long_tail_are_drawn(library, text, hero, beside):
    found = read(text, library)
    assert found.heroes[0].label == hero
    assert tuple(c.label for c in found.companions) == beside


def test_one_that_can_be_held_is_held(library):
    found = read("a frog holding a walkie talkie", library)
    assert (found.heroes[0].label, found.held and found.held.label) == ("frog", "walkie talkie")


@pytest.mark.parametrize(
    "text", ["football fan", "iron man", "paper crane", "tank top", "screw it", "barrel racing", "dance till dawn"]
)
def test_a_word_that_mostly_means_something_else_is_no_pictogram(library, text):
    found = read(text, library)
    assert not [c for c in (*found.heroes[:1], *found.companions) if c.codepoints.startswith(KEY)]


def test_a_solid_shape_gets_a_line_a_light_hollow_a_body_and_a_shade():
    ring = box(200, 200, 800, 800).difference(box(400, 400, 600, 600))
    line, hollow, body, shade = layers(inked_solid(ring, RED))
    assert (line[0], hollow[0], body[0]) == (INK, LIGHT, RED)
    assert line[1] > 600 * 600 / 1000, "the line reaches around the whole, hollow included"
    assert (hollow[1], body[1]) == (32, 320)
    assert 0 < shade[1] < body[1] / 4


def test_of_open_work_the_gaps_stay_open():
    ring = box(200, 200, 800, 800).difference(box(400, 400, 600, 600))
    whole = inked_solid(ring, RED, open_work=True)
    assert LIGHT not in whole.inks()
    assert not any(f.path.geometry().contains(Point(512, 512)) for f in whole.items if isinstance(f, Fill))


def test_a_lined_picture_is_light_where_nothing_says_that_it_is_solid():
    frame = box(100, 100, 900, 900).difference(box(130, 130, 870, 870))
    inside, body, _, lines = layers(inked_lines(box(130, 130, 870, 500), frame, RED))
    assert (inside, body[0], lines) == ((LIGHT, 640), RED, (INK, 92))


def test_a_picture_that_fills_its_box_is_made_small_enough_for_its_line():
    drawing = inked_solid(Polygon([(0, 0), (BOX, 0), (BOX, BOX), (0, BOX)]), RED)
    ink = drawing.ink_box()
    assert min(ink.left, ink.top) >= 0
    assert max(ink.right, ink.bottom) <= BOX


def test_a_pictogram_is_read_once_and_then_kept(data_dir, tmp_path, monkeypatch):
    (tmp_path / "packages").symlink_to(data_dir / "packages")
    first = MotifLibrary(tmp_path).motif(f"{KEY}coat rack")
    monkeypatch.setattr("pod.providers.embedded.motifs.draw_glyph", lambda *_: pytest.fail("drawn again"))
    again = MotifLibrary(tmp_path).motif(f"{KEY}coat rack")
    assert first.drawing == again.drawing
    assert first.credit == "coat rack — Material Design Icons, Pictogrammers, Apache-2.0"


def test_a_folder_of_before_draws_what_it_drew_and_says_what_is_missing(older):
    library = MotifLibrary(older)
    assert library.ready
    assert not library.pictograms()
    assert not packages_ready(older)
    assert "newer sets" in packages_missing(older)
    assert read("a fox under the moon", library).heroes[0].label == "fox"
    assert read("vintage tattoo machine", library).heroes == (), "a slot machine is none"
    assert read("fox with a tattoo machine", library).unknown == ("tattoo machine",)
    notes = draw("fox with a tattoo machine", data_dir=older, seed=1).notes
    assert notes[0] == "No picture was found for “tattoo machine”."
    assert "Run pod setup" in notes[1]


def test_setting_up_again_fetches_only_what_is_missing(older, monkeypatch, data_dir):
    from pod.providers.embedded import packages as module

    asked = []

    def packed(_npm, package, folder):
        asked.append(package.folder)
        return folder

    def install(_tarball, package, target):
        shutil.copytree(data_dir / "packages" / package.folder, target / package.folder)

    for name, does in (("_npm_command", lambda _: ("npm",)), ("_packed", packed), ("_install", install)):
        monkeypatch.setattr(module, name, does)
    monkeypatch.setattr(module, "_verify", lambda *_: None)
    module.fetch_packages(older)
    assert asked == list(SETS)
    assert MotifLibrary(older).pictograms()
