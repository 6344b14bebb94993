"""JSON with pictures in it, fed in pieces: what comes out is what the whole text says."""

from __future__ import annotations

import base64
import json
import random

import pytest

from pod.http.lifting import LONG_CHARS, Lifter

PICTURE = random.Random(7).randbytes(3 * LONG_CHARS)
LONG = base64.b64encode(PICTURE).decode()
SHORT = base64.b64encode(PICTURE[:100]).decode()


def lifted(text: str, *, pieces: int = 1) -> Lifter:
    """Fed in so many bytes at a time; 0 is all at once."""
    lifter, data = Lifter(), text.encode()
    for at in range(0, len(data), pieces or len(data)):
        lifter.feed(data[at : at + (pieces or len(data))])
    return lifter


ANSWER = json.dumps(
    {
        'a \\ "quoted" key': ["\\", '\\\\"', LONG, {"again": LONG}],
        "words": "fox “moon” \u2028 \\u",
        "short": SHORT,
        "n": 1.5,
    }
)


@pytest.mark.parametrize("pieces", [0, 1, 2, 3, 7, 4096])
def test_however_it_arrives_the_rest_is_the_same_json_and_the_pictures_are_whole(pieces):
    lifter = lifted(ANSWER, pieces=pieces)
    found, plain = json.loads(lifter.text()), json.loads(ANSWER)
    *before, first, inner = found.pop('a \\ "quoted" key')
    *plain_before, _, _ = plain.pop('a \\ "quoted" key')
    assert (before, found) == (plain_before, plain)
    assert [lifter.picture(name) for name in (first, inner["again"], found["short"])] == [
        PICTURE,
        PICTURE,
        PICTURE[:100],
    ]
    assert len(lifter.text()) < LONG_CHARS


@pytest.mark.parametrize(
    "written",
    [
        LONG.replace("/", "\\/"),
        "\\n".join(LONG[n : n + 76] for n in range(0, len(LONG), 76)),
        "\\r\\n".join(LONG[n : n + 76] for n in range(0, len(LONG), 76)),
        f"data:image/png;base64,{LONG}",
    ],
    ids=["escaped slashes", "lines", "lines of a mail", "data address"],
)
@pytest.mark.parametrize("pieces", [0, 5])
def test_base64_may_be_written_as_services_write_it(written, pieces):
    lifter = lifted(f'{{"p": "{written}"}}', pieces=pieces)
    assert lifter.picture(json.loads(lifter.text())["p"]) == PICTURE


@pytest.mark.parametrize(
    "value",
    [
        LONG[:-3],
        LONG[:-1],
        f"{LONG[:-8]}!!!!{LONG[-4:]}",
        "x" * (2 * LONG_CHARS + 1),
        "word " * LONG_CHARS,
        SHORT[:-1],
        "ä",
    ],
)
def test_what_is_no_whole_base64_is_said_to_be_damaged(value):
    lifter = lifted(json.dumps({"p": value}, ensure_ascii=False))
    with pytest.raises(ValueError, match="damaged"):
        lifter.picture(json.loads(lifter.text())["p"])


@pytest.mark.parametrize("name", ["lifted:0", "lifted:2", "lifted:99999999999999999999"])
def test_a_name_that_the_service_made_up_itself_stands_for_nothing(name):
    lifter = lifted(json.dumps({"p": LONG}))
    with pytest.raises(ValueError, match="damaged"):
        lifter.picture(name)


def test_an_answer_that_breaks_off_is_no_json():
    lifter = lifted(ANSWER[: len(ANSWER) // 2])
    with pytest.raises(ValueError):
        json.loads(lifter.text())
