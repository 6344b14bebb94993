"""Bad files: a sentence or findings, never anything else, and within the limits of the child that looks at them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pod.jobs.child import ChildOffload
from pod.model.errors import InputRefused
from pod.model.findings import Findings
from pod.printprep import preflight, preflight_marked
from tests.printprep.bad_files import GOOD_KINDS, JUDGED, REFUSED, SMALL, good_files
from tests.printprep.childwork import said_of
from tests.printprep.foreign import AREA, DTG, PAPER, as_png, full


def answered(data: bytes, area=SMALL) -> Findings | InputRefused:
    """What is said of a file. Anything else that is raised fails the test."""
    try:
        return preflight(data, area, PAPER)
    except InputRefused as e:
        return e


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused_in_a_sentence(case):
    make, code = REFUSED[case]
    error = answered(make())
    assert isinstance(error, InputRefused), error
    assert error.code == code
    assert error.message.endswith(".")
    assert error.hint.endswith(".")


@pytest.mark.parametrize("case", JUDGED)
def test_what_is_only_odd_is_judged(case):
    make, rule = JUDGED[case]
    found = answered(make())
    assert isinstance(found, Findings), found
    assert not rule or rule in {f.rule for f in found.found}


@pytest.mark.parametrize("kind", GOOD_KINDS)
def test_a_file_cut_short_at_any_tenth_is_no_surprise(kind):
    whole = good_files()[kind]
    said = [answered(whole[: len(whole) * tenth // 10]) for tenth in range(10)]
    assert isinstance(said[0], InputRefused)
    assert isinstance(answered(whole), Findings)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "WebP", "PDF"])
def test_the_bytes_decide_and_not_the_name(kind):
    """Nothing here ever sees a name; what starts like one kind and goes on like another is damaged."""
    png = good_files()["PNG"]
    assert isinstance(answered(good_files()[kind][:12] + png[12:]), InputRefused)


@pytest.mark.parametrize(
    "change",
    [
        {"width_mm": math.nan},
        {"height_mm": math.inf},
        {"width_mm": 0.0},
        {"height_mm": -80.0},
        {"bleed_mm": -3.0},
        {"bleed_mm": math.nan},
        {"safe_mm": -1.0},
        {"safe_mm": 30.0},
    ],
    ids=lambda change: "{} {}".format(*next(iter(change.items()))),
)
def test_an_impossible_area_is_refused(change):
    with pytest.raises(InputRefused) as refused:
        preflight(as_png(full()), replace(AREA, **change), DTG)
    assert refused.value.code == "area_impossible"


def test_a_file_that_cannot_be_shown_has_no_marked_picture():
    found, picture = preflight_marked(JUDGED["forms in forms without end"][0](), SMALL, PAPER)
    assert picture is None
    assert {"pixels", "page_content"} <= set(found.not_measured)


# --- mutations


@pytest.fixture(scope="module")
def child() -> Iterator[ChildOffload]:
    offload = ChildOffload(preload=("tests.printprep.childwork",))
    yield offload
    offload.abandon()


@st.composite
def spoiled(draw: st.DrawFn, kind: str) -> bytes:
    """A good file with a few bytes changed, lost, repeated or put in."""
    data = bytearray(good_files()[kind])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        some = draw(st.binary(min_size=1, max_size=8))
        how = draw(st.sampled_from(("change", "lose", "put in", "repeat")))
        match how:
            case "change":
                data[at : at + len(some)] = some
            case "lose":
                del data[at : at + draw(st.integers(1, 200))]
            case "put in":
                data[at:at] = some
            case "repeat":
                data[at:at] = data[max(0, at - 40) : at]
    return bytes(data)


@pytest.mark.parametrize("kind", GOOD_KINDS)
def test_changed_bytes_give_findings_or_a_refusal_within_the_childs_limits(child, kind):
    @settings(max_examples=3, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(spoiled(kind), min_size=4, max_size=4))
    def check(spoiled_files: list[bytes]) -> None:
        words = child.call(said_of, (spoiled_files, SMALL, PAPER), timeout_s=60.0, memory_mb=1024)
        assert len(words) == len(spoiled_files)
        assert all(words)

    check()
