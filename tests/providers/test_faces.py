"""Faces by a sentence's own words, and how those of npm packages come into the environment."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import tarfile
import zlib
from dataclasses import replace

import pytest

from pod.lettering import choices, font_named, forget_fonts
from pod.model.errors import InputRefused, Unavailable
from pod.providers.embedded.designer import draw
from pod.providers.embedded.faces import face_asked
from pod.providers.embedded.layouts.room import Asked
from pod.providers.embedded.sayings import cased
from pod.providers.embedded.typefaces import TYPEFACES, typefaces_ready, unpacked_woff, wheel_of

LETTERS = Asked(letters=9)


@pytest.mark.parametrize(
    ("said", "rest", "kind"),
    [
        ("a skull in old english letters", "a skull  ", "blackletter"),
        ("gothic raven", "gothic raven", "blackletter"),
        ("an old english sheepdog", "an old english sheepdog", ""),
        ("varsity bulldog", "varsity bulldog", "collegiate"),
        ("a tiger with stencil lettering", "a tiger  ", "stencil"),
        ("a fox", "a fox", ""),
    ],
)
def test_a_sentence_asks_for_a_kind_and_nothing_else_of_it_is_lost(said, rest, kind):
    assert face_asked(said) == (rest, kind)


def test_every_place_for_words_has_the_face_that_was_asked_for(data_dir):
    for seed in range(4):
        design = draw("a skull in old english letters", data_dir=data_dir, seed=seed, room=LETTERS)
        assert {slot.font for slot in design.slots} == {"blackletter"}
        assert not [note for note in design.notes if "letters" in note]


def test_a_team_has_college_letters(data_dir):
    design = draw("varsity bulldog", data_dir=data_dir, seed=0, room=LETTERS)
    assert (design.layout, design.slots[0].font) == ("varsity", "collegiate")


def test_words_in_blackletter_begin_with_capitals_and_go_on_without():
    assert cased("don’t hail the night", "blackletter") == "Don’t Hail The Night"


# --- from npm


def _woff(**tables: bytes) -> bytes:
    """A WOFF file whose tables are in the order given, packed where that makes them smaller."""
    at, entries, packed = 44 + 20 * len(tables), [], b""
    for tag, data in sorted(tables.items()):
        small = min((zlib.compress(data), data), key=len)
        entries.append(struct.pack(">4s4I", tag.encode(), at + len(packed), len(small), len(data), 7))
        packed += small + bytes(-len(small) % 4)
    head = struct.pack(">4sIIHH", b"wOFF", 0x00010000, at + len(packed), len(tables), 0)
    return head + bytes(44 - len(head)) + b"".join(entries) + packed


def _tarball(path, face, **members: bytes):
    with tarfile.open(path, "w:gz") as archive:
        for name, data in zip(face.package.keep, members.values(), strict=False):
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def test_a_woff_file_is_unpacked_table_by_table():
    tables = {"cmap": bytes(300), "head": b"abcde", "name": bytes(range(200))}
    font = unpacked_woff(_woff(**tables))
    assert struct.unpack(">I4H", font[:12]) == (0x00010000, 3, 32, 1, 16)
    for n, (tag, data) in enumerate(sorted(tables.items())):
        read, checksum, offset, length = struct.unpack(">4s3I", font[12 + 16 * n : 28 + 16 * n])
        assert (read, checksum, offset % 4) == (tag.encode(), 7, 0)
        assert font[offset : offset + length] == data


def test_what_is_no_woff_file_is_refused():
    with pytest.raises(ValueError, match="WOFF"):
        unpacked_woff(b"OTTO" + bytes(60))


def test_a_face_becomes_a_package_that_pip_installs_and_that_names_version_and_licence(tmp_path):
    face = replace(TYPEFACES[0], module="pod_face_planted")
    tarball = _tarball(tmp_path / "x.tgz", face, woff=_woff(head=b"abcd"), licence=b"Open Font Licence")
    wheel = wheel_of(face, tarball, tmp_path)
    there = tmp_path / "there"
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", there, wheel]
    subprocess.run(command, check=True, timeout=120)
    assert (there / face.module / face.file).read_bytes() == unpacked_woff(_woff(head=b"abcd"))
    (info,) = there.glob("*.dist-info")
    told = (info / "METADATA").read_text()
    assert f"Version: {face.package.version}" in told
    assert "License-Expression: OFL-1.1" in told
    assert (info / "licenses/LICENSE").read_text() == "Open Font Licence"


def test_the_same_tarball_makes_the_same_bytes(tmp_path):
    face = TYPEFACES[1]
    tarball = _tarball(tmp_path / "x.tgz", face, woff=_woff(head=b"abcd"), licence=b"OFL")
    first, again = (wheel_of(face, tarball, tmp_path).read_bytes() for _ in range(2))
    assert first == again


def test_a_package_without_its_licence_is_not_used(tmp_path):
    with pytest.raises(Unavailable):
        wheel_of(TYPEFACES[0], _tarball(tmp_path / "x.tgz", TYPEFACES[0], woff=_woff(head=b"abcd")), tmp_path)


def test_the_set_up_has_installed_them():
    assert typefaces_ready()


def test_a_face_that_is_installed_while_the_process_runs_is_used_in_it(monkeypatch):
    """Whoever sets up and serves in one process sets small pictures and print files in the same face."""
    with monkeypatch.context() as without:
        without.setattr(sys.modules["pod.lettering.fonts"], "is_installed", lambda module: False)
        forget_fonts()
        assert font_named("blackletter").name != "unifraktur-cook"
        with pytest.raises(InputRefused, match="not installed here") as refused:
            font_named("UnifrakturCook")
        assert "pod setup" in refused.value.hint
        assert "gothic" not in {mood for choice in choices().faces for mood in choice.moods}
    forget_fonts()
    assert font_named("blackletter").name == "unifraktur-cook"
    assert "gothic" in {mood for choice in choices().faces for mood in choice.moods}
