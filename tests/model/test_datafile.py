"""Data files are read whole: each wrong field is noted with its place, and none of them stops the reading."""

from __future__ import annotations

from datetime import date

import pytest

from pod.model.datafile import Reader, read_toml, refuse
from pod.model.errors import Problems
from pod.model.product import Fit


def reader(**raw) -> Reader:
    return Reader(raw, "file.toml", [])


def places(r: Reader) -> list[str]:
    return [where.removeprefix("file.toml: ") for where, _ in r.notes]


def test_right_fields_are_read_as_they_are():
    r = reader(a="x", b=2, c=3, d=True, e=date(2026, 11, 20), f="cover", g=["x", "y"], h=[3, 4], i={"navy": "#212642"})
    read = (r.text("a"), r.number("b"), r.whole("c"), r.flag("d", default=False), r.day("e"))
    assert read == ("x", 2.0, 3, True, date(2026, 11, 20))
    assert (r.choice("f", Fit, Fit.CONTAIN), r.texts("g"), r.pair("h")) == (Fit.COVER, ("x", "y"), (3, 4))
    assert r.colours("i") == {"navy": "#212642"}
    r.done()
    assert r.notes == []


def test_absent_fields_take_their_default_or_are_noted():
    r = reader()
    assert (r.text("a", ""), r.number("b", 1.5), r.flag("c", default=True), r.pair("d")) == ("", 1.5, True, None)
    r.text("e")
    r.number("f")
    r.texts("g")
    r.day("h")
    assert places(r) == ["e", "f", "g", "h"]


def test_wrong_kinds_and_values_are_noted_all_together():
    r = reader(a=1, b="2", c=2.5, d="yes", e="last year", f="squeeze", g=[], h=[0, 1], i={"x": "navy"}, j=True, k=-1)
    r.text("a")
    r.number("b")
    r.whole("c")
    r.flag("d", default=False)
    r.day("e")
    r.choice("f", Fit, Fit.CONTAIN)
    r.texts("g")
    r.pair("h")
    r.colours("i")
    r.number("j")  # true is no number, though Python counts with it
    r.number("k")
    assert places(r) == ["a", "b", "c", "d", "e", "f", "g", "h", "i.x", "j", "k"]


def test_a_misspelt_field_is_noted_with_the_nearest_name():
    r = reader(bleeed_mm=3)
    r.number("bleed_mm", 0.0)
    r.done()
    assert places(r) == ["bleeed_mm"]
    assert r.notes[0][1].hint == "Did you mean bleed_mm?"


@pytest.mark.parametrize("data", [b"a = ", b"\xff\xfe", b"a = 1\na = 2\n"])
def test_a_file_that_is_no_toml_is_noted_by_name(tmp_path, data):
    (tmp_path / "x.toml").write_bytes(data)
    notes = []
    assert read_toml(tmp_path / "x.toml", notes) is None
    assert [where for where, _ in notes] == ["x.toml"]


def test_nothing_noted_is_nothing_refused():
    refuse([], "files")
    r = reader()
    r.text("a")
    with pytest.raises(Problems, match=r"1 thing\(s\) wrong in the files"):
        refuse(r.notes, "files")
