"""A list of names: a design for each row, linked to the one that they were made from, made once whatever happens."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from pod.jobs.claim import run_one
from pod.model.caller import Caller, Role
from pod.model.design import DesignState
from pod.model.errors import InputRefused, NotAllowed, NotFound, Problems
from pod.model.gangsheet import GangAsked
from pod.model.job import Lane
from pod.model.personal import RowState
from pod.model.proof import ApprovalRole
from pod.services.gangsheets import Gangs, PieceWanted
from pod.services.words import read_names
from tests.services.bench import KEY, OPERATOR, SHOPPER, VIEWER, Bench, copied, open_bench

OTHER = Caller("other", "user:olaf", Role.OPERATOR)
NAMES = b"words,name,sku,quantity\nOLIVIA,,,2\nTHE MILLERS,millers,sticker-4in/4in/white,1\n"


class Crash(BaseException):
    """The process is gone: nothing catches this."""


@pytest.fixture(scope="module")
def lettered_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lettered")
    bench = open_bench(folder, approvals="shop")
    design = bench.proofed(lettering="READ ON")
    assert design.state is DesignState.PROOF_READY, design.reason
    bench.approvals.approve(OPERATOR, design.id, ApprovalRole.SHOP)
    bench.store.checkpoint()
    bench.store.close()
    return folder


@pytest.fixture
def lettered(lettered_folder, tmp_path):
    bench = open_bench(copied(lettered_folder, tmp_path / "shop"), approvals="shop")
    yield bench
    bench.store.close()


def begun(bench: Bench, table: bytes = NAMES, key: str = KEY):
    design = bench.designs.page(OPERATOR, state=DesignState.APPROVED).items[0]
    return bench.rosters.begin_once(OPERATOR, design.id, table, key)[0], design


def gone_through(bench: Bench, roster, passes: int = 6):
    """The list's job alone: print files take seconds."""
    for _ in range(passes):
        while run_one(bench.store, bench.work(), Lane.UPKEEP, "bench"):
            pass
        bench.clock.forward(3)
    return bench.rosters.show(OPERATOR, roster.id).rows


def test_each_row_becomes_a_design_of_its_own_with_print_files_and_a_proof(lettered):
    roster, parent = begun(lettered)
    charged = list(lettered.studio.charged)
    lettered.run()
    rows = lettered.rosters.show(VIEWER, roster.id).rows
    assert [(r.row, r.words, r.state, r.quantity) for r in rows] == [
        (2, "OLIVIA", RowState.READY, 2),
        (3, "THE MILLERS", RowState.READY, 1),
    ]
    assert lettered.studio.charged == charged
    original = lettered.designs.version(OPERATOR, parent.id, parent.current_version_id)
    for row in rows:
        version = lettered.designs.version(OPERATOR, row.design, row.version)
        assert version.recipe.lettering.text == row.words
        assert version.recipe.artwork.sha256 == original.recipe.artwork.sha256
        assert lettered.ledger(lettered.designs.get(OPERATOR, row.design)) == []
        files, proofs = lettered.designs.files(OPERATOR, row.design)
        assert files
        assert proofs
        with lettered.store.reading() as tx:
            made = tx.personal.get("main", row.design)
        assert (made.parent_id, made.version_id) == (parent.id, original.id)
    assert lettered.design(parent).current_version_id == original.id
    assert gone_on_a_sheet(lettered, roster, rows) == [("0002-olivia", 2), ("millers", 1)]


def gone_on_a_sheet(bench: Bench, roster, rows):
    """Approved together, and put on a gang sheet as often as they are wanted."""
    assert bench.rosters.approve(OPERATOR, roster.id) == 2
    assert {r.state for r in bench.rosters.show(OPERATOR, roster.id).rows} == {RowState.APPROVED}
    assert bench.rosters.approve(OPERATOR, roster.id) == 0
    pieces = [PieceWanted(r.version, "", r.quantity, r.name) for r in rows]
    sheets = Gangs(bench.tools).ask(OPERATOR, GangAsked("22in-roll", 558.8, 3048.0), pieces, ())
    return [(p.name, p.copies) for p in sheets.asked.pieces]


@pytest.mark.parametrize("crashes", ["before the commit", "after the commit"])
def test_a_job_that_was_cut_off_goes_on_and_makes_no_row_twice(lettered, crashes):
    roster, _ = begun(lettered, b"words\nA\nB\nC\n")
    kicks = []

    class Fails:
        def kick(self, job_id, lane):
            kicks.append(job_id)
            if len(kicks) == 2:
                raise Crash

    before = lettered.tools.dispatcher
    if crashes == "after the commit":
        lettered.tools.dispatcher = Fails()
    else:
        lettered.tools.store = _breaking(lettered.store, at=2)
    with pytest.raises(Crash):
        run_one(lettered.store, lettered.work(), Lane.UPKEEP, "bench")
    lettered.tools.dispatcher, lettered.tools.store = before, lettered.store
    lettered.clock.forward(3600)
    rows = gone_through(lettered, roster)
    assert [row.words for row in rows if row.design] == ["A", "B", "C"]
    assert lettered.designs.page(OPERATOR).counts[DesignState.PREPARING] == 3


def _breaking(store, at):
    """The store whose `at`-th writing transaction of a row ends with its process, its rows written and not committed."""

    class Breaking:
        def __init__(self):
            self.count = 0

        def __getattr__(self, name):
            return getattr(store, name)

        def writing(self):
            return self._writing()

        @contextmanager
        def _writing(self):
            self.count += 1
            with store.writing() as tx:
                yield tx
                if self.count == at:
                    raise Crash

    return Breaking()


def test_a_long_list_leaves_room_for_whoever_waits_for_a_single_proof(lettered):
    table = "words\n" + "".join(f"NAME {n}\n" for n in range(30))
    roster, _ = begun(lettered, table.encode())
    rows = gone_through(lettered, roster)
    assert sum(row.state is RowState.PREPARING for row in rows) == 8
    assert sum(row.state is RowState.WAITING for row in rows) == 22


def test_the_same_key_is_the_same_list_and_another_list_under_it_is_refused(lettered):
    first, design = begun(lettered)
    again, new = lettered.rosters.begin_once(OPERATOR, design.id, NAMES, KEY)
    assert (again.id, new) == (first.id, False)
    with pytest.raises(InputRefused, match="another request"):
        lettered.rosters.begin_once(OPERATOR, design.id, b"words\nELSE\n", KEY)


def test_everything_wrong_with_any_row_is_said_at_once_and_nothing_is_made(lettered):
    table = f"words,sku\nOLIVIA,tee/m/white\nMickey Mouse,\n{'W' * 34},\nᚠ,\n".encode()
    with pytest.raises(Problems) as refused:
        begun(lettered, table)
    assert [(where, e.code) for where, e in refused.value.problems] == [
        ("row 2, sku", "unknown_variant"),
        ("row 3, words", "screened_character"),
        ("row 4, words", "words_too_small"),
        ("row 5, words", "lettering_no_glyph"),
    ]
    assert all(e.hint for _, e in refused.value.problems)
    assert len(lettered.designs.page(OPERATOR).items) == 1


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (b"words\nOLIVIA\nHello, World\n", "Row 3 has more cells than there are columns: .* comma in quotes"),
        (b"words;sku\nHello; World;x\n", "Row 2 has .* semicolon in quotes"),
        (b"words,words,quantity\nOLIVIA,OLIVER,3\n", "more than one column words"),
    ],
)
def test_no_words_are_cut_at_a_separator_of_their_own_or_taken_from_another_column(table, told):
    with pytest.raises(InputRefused, match=told):
        read_names(table)


def test_words_in_quotes_and_empty_cells_at_the_end_are_as_a_spreadsheet_writes_them():
    assert [line.words for line in read_names(b'words\n"Hello, World",,\nOLIVIA,\n')] == ["Hello, World", "OLIVIA"]


def test_only_operators_begin_a_list_and_nobody_sees_another_shops(lettered):
    roster, design = begun(lettered)
    with pytest.raises(NotAllowed):
        lettered.rosters.begin_once(SHOPPER, design.id, NAMES, "")
    with pytest.raises(NotAllowed):
        lettered.rosters.show(SHOPPER, roster.id)
    with pytest.raises(NotFound):
        lettered.rosters.show(OTHER, roster.id)
    assert [r.id for r in lettered.rosters.of_design(VIEWER, design.id)] == [roster.id]
