"""A list of names on the operations pages: looked at first, made once, approved at once, and taken away as one file."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest

from pod.jobs.claim import run_one
from pod.model.caller import Role
from pod.model.design import DesignState
from pod.model.job import Lane
from pod.web.auth import WATCHING
from pod.web.pages.ops.names import MOST_BYTES
from tests.web.ops.desk import HTML, PASSWORD, Desk, said
from tests.web.shop import NOTHING_FOUND, OWNER

NAMES = b'words,name,quantity\r\nOLIVIA,,2\r\n"ANNA\r\nMAY",may,\r\n'


@pytest.fixture
def design_id(shop) -> str:
    return shop.proofed(lettering="READ ON")["id"]


@pytest.fixture
def desk(shop) -> Desk:
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    return Desk(shop)


def looked_at(desk: Desk, design_id: str, table: bytes, status: int = 200):
    return desk.post(f"/ops/designs/{design_id}/names", status, file=(io.BytesIO(table), "names.csv"))


def hidden(page) -> dict[str, str]:
    """What the second step sends: the list as the page has kept it."""
    text = page.get_data(as_text=True)
    table = re.search(r'<textarea name="table" hidden[^>]*>(.*?)</textarea>', text, re.DOTALL)
    key = re.search(r'name="key" value="([^"]+)"', text)
    # a browser sends the ends of lines in its own way
    return {"step": "begin", "key": key[1], "table": html.unescape(table[1]).replace("\n", "\r\n")}


def begun(shop, desk: Desk, design_id: str) -> str:
    answer = desk.post(f"/ops/designs/{design_id}/names", **hidden(looked_at(desk, design_id, NAMES)))
    while run_one(shop.services.store, shop.services.runner._tasks, Lane.UPKEEP, "test"):
        """Designs alone: print files take seconds."""
    return answer.headers["Location"]


def rows_of(shop, here: str):
    return shop.services.rosters.show(OWNER, here.rsplit("/", 1)[1]).rows


def test_a_list_is_looked_at_before_anything_is_made_and_made_once_however_often_it_is_sent(shop, desk, design_id):
    assert "No list has been made of this design." in said(desk.get(f"/ops/designs/{design_id}/names"))
    page = looked_at(desk, design_id, NAMES)
    assert "All 2 rows can be set. Nothing has been made yet." in said(page)
    assert "ANNA / MAY" in said(page)
    assert shop.services.rosters.of_design(OWNER, design_id) == []
    first, again = (desk.post(f"/ops/designs/{design_id}/names", **hidden(page)) for _ in range(2))
    assert first.headers["Location"] == again.headers["Location"]
    [roster] = shop.services.rosters.of_design(OWNER, design_id)
    assert [(line.words, line.name, line.quantity) for line in roster.lines] == [
        ("OLIVIA", "0002-olivia", 2),
        ("ANNA\nMAY", "may", 1),
    ]
    assert "2 designs are being made." in desk.told(again)
    assert "List of 2 names" in said(desk.get(f"/ops/designs/{design_id}/names"))


def test_everything_that_is_wrong_is_said_at_once_by_row_and_column(shop, desk, design_id):
    page = looked_at(desk, design_id, b"words,quantity\nOLIVIA,none\n,1\n", 422)
    text = said(page)
    assert "row 2, quantity “none” is no quantity. Write a number from 1 to 10000." in text
    assert "row 3, words There are no words." in text
    page = looked_at(desk, design_id, "words\nMickey Mouse\nᚠᚢ\n".encode(), 422)
    assert said(page).count("row 2, words") == said(page).count("row 3, words") == 1
    assert shop.services.rosters.of_design(OWNER, design_id) == []


@pytest.mark.parametrize(
    ("table", "told"),
    [(b"", "No list was chosen."), (b"words\n" + b"A\n" * (MOST_BYTES // 2), "too large for this page")],
)
def test_no_list_and_one_that_is_too_large_are_refused_with_a_way_out(desk, design_id, table, told):
    assert told in said(looked_at(desk, design_id, table, 422))


def test_a_design_without_words_that_are_type_says_so(shop, desk):
    wordless = shop.proofed()["id"]
    assert "no words that are set in type" in said(looked_at(desk, wordless, NAMES, 422))
    assert "Lists of names" not in said(desk.get(f"/ops/designs/{wordless}"))


def test_its_rows_are_followed_approved_and_taken_away_as_one_zip_or_put_on_one_sheet(shop, desk, design_id):
    here = begun(shop, desk, design_id)
    assert "Being made 2" in said(desk.get(here))
    watching = {WATCHING: "1", "If-None-Match": desk.get(here).headers["ETag"]}
    for row in rows_of(shop, here):
        shop._print_set(row.design, row.version, DesignState.PROOF_READY, NOTHING_FOUND)
    assert desk.get(here, headers=watching).status_code == 200, "it has news"
    assert "No row is approved yet" in said(desk.post(f"{here}/sheets", 422, sheet="22in-roll"))
    assert "2 rows have the shop’s approval now." in desk.told(
        desk.post(f"{here}/approve", seen=shown_ready(desk, here))
    )
    for row in rows_of(shop, here):
        assert shop.browser().post(f"/api/v1/designs/{row.design}/approve", json={}).status_code == 200
    packed = desk.get(f"{here}/files.zip")
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["0002-olivia.png", "may.png"]
        [file] = shop.services.designs.files(OWNER, rows_of(shop, here)[0].design)[0]
        assert archive.read("0002-olivia.png") == shop.services.files.path(file.file.key).read_bytes()
    assert desk.get(f"{here}/files.zip").data == packed.data, "the same files are the same bytes"
    assert desk.get(f"{here}/report.csv").text.splitlines()[0].startswith("row,words,name")
    desk.post(f"{here}/sheets", sheet="22in-roll")
    [sheets] = shop.services.gangs.page(OWNER).items
    assert [(piece.name, piece.copies) for piece in sheets.asked.pieces] == [("0002-olivia", 2), ("may", 1)]


def shown_ready(desk: Desk, here: str) -> str:
    """What the page's button says yes to."""
    return re.search(r'name="seen" value="([^"]*)"', desk.get(here).get_data(as_text=True))[1]


def test_a_row_whose_proof_came_after_the_page_was_shown_waits_for_another_look(shop, desk, design_id):
    here = begun(shop, desk, design_id)
    first, second = rows_of(shop, here)
    shop._print_set(first.design, first.version, DesignState.PROOF_READY, NOTHING_FOUND)
    seen = shown_ready(desk, here)
    shop._print_set(second.design, second.version, DesignState.PROOF_READY, NOTHING_FOUND)
    assert "1 rows have the shop’s approval now." in desk.told(desk.post(f"{here}/approve", seen=seen))
    approved = [shop.services.designs.approvals(OWNER, row.version) for row in (first, second)]
    assert [len(given) for given in approved] == [1, 0]


def test_who_may_only_look_sees_how_far_it_is_and_begins_nothing(shop, desk, design_id):
    here = begun(shop, desk, design_id)
    shop.services.accounts.add_user(OWNER, "viewer", PASSWORD, Role.VIEWER)
    viewer = Desk(shop, Role.VIEWER)
    assert "Look at it first" not in said(viewer.get(f"/ops/designs/{design_id}/names"))
    assert "Being made 2" in said(viewer.get(here))
    for address in (f"/ops/designs/{design_id}/names", *(f"{here}/{act}" for act in ("approve", "retry", "sheets"))):
        viewer.post(address, 403)
        assert desk.browser.post(address, data={}, headers=HTML).status_code == 403, "without a token"
