"""The list of what was erased: it grows only, names nobody, and is read by who has the key."""

from __future__ import annotations

import stat

import pytest

from pod.model.erasure import Forgotten, Stage, of_order
from pod.model.errors import Unavailable
from pod.store.erased_list import FileErasedList, bring_together
from tests.contracts.store_contract import NOON

KEY = "k" * 64


@pytest.fixture
def listed(tmp_path):
    return FileErasedList(tmp_path / "beside" / "pod-erased.list", KEY)


def test_what_is_added_is_there_for_who_has_the_key_and_for_nobody_else(listed):
    marks = {listed.mark(thing) for thing in of_order("main", "o1", "shop-1", Stage.ERASED)}
    listed.add(marks, NOON)
    assert FileErasedList(listed.path, KEY).all() == marks
    other = FileErasedList(listed.path, "x" * 64)
    assert (other.all(), other.of_other_keys, listed.of_other_keys) == (frozenset(), 2, 0)
    assert stat.S_IMODE(listed.path.stat().st_mode) == 0o600


def test_no_two_things_have_one_mark(listed):
    things = [
        Forgotten(stage, tenant, kind, name)
        for stage in Stage
        for tenant in ("main", "other")
        for kind in ("order", "reference")
        for name in ("1", "11")
    ]
    assert len({listed.mark(thing) for thing in things}) == len(things)


def test_what_stands_there_is_not_added_again_whatever_its_key(listed):
    former = FileErasedList(listed.path, "x" * 64)
    mark = former.mark(Forgotten(Stage.ERASED, "main", "order", "o1"))
    for _ in range(2):
        former.add([mark], NOON)
        listed.add([mark], NOON)
    assert (len(listed.path.read_text().splitlines()), listed.of_other_keys) == (1, 1)


def test_a_line_that_was_cut_off_is_no_mark_and_swallows_none(listed):
    first, second = (listed.mark(thing) for thing in of_order("main", "o1", "shop-1", Stage.ERASED))
    listed.add([first], NOON)
    whole = listed.path.read_bytes()
    listed.path.write_bytes(whole + whole[:20])
    listed.add([second], NOON)
    assert listed.all() == {first, second}


def test_a_list_that_is_not_there_is_empty_and_nothing_to_add_makes_none(listed):
    listed.add([], NOON)
    assert listed.all() == frozenset()
    assert not listed.path.exists()


def test_lists_are_brought_together_without_repeats(listed, tmp_path):
    first, second = (listed.mark(thing) for thing in of_order("main", "o1", "shop-1", Stage.ERASED))
    other = FileErasedList(tmp_path / "backups" / "erased.list", KEY)
    listed.add([first], NOON)
    other.add([first, second], NOON)
    for _ in range(2):
        bring_together(listed.path, [other.path, tmp_path / "not there"])
        assert listed.all() == {first, second}
        assert len(listed.path.read_text().splitlines()) == 2


def test_one_that_cannot_be_read_or_written_says_which_setting_it_is(tmp_path):
    listed = FileErasedList(tmp_path, KEY)
    with pytest.raises(Unavailable, match="POD_ERASED_LIST"):
        listed.all()
    with pytest.raises(Unavailable, match="POD_ERASED_LIST"):
        listed.add(["a" * 64], NOON)
