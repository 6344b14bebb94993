"""Gang sheets by the service: approved files only, all problems at once, made once, kept for a month."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image

from pod.jobs.claim import run_one
from pod.model.errors import NotAllowed, Problems, TooMuchWork
from pod.model.gangsheet import GangAsked, GangState
from pod.model.job import Lane
from pod.services.gangsheets import KEPT, Gangs, PieceWanted
from pod.services.upkeep import Upkeep
from pod.store.backup import back_up
from tests.services.bench import OPERATOR, SHOPPER, VIEWER, place_of

SHEET = GangAsked((), 330.0, 480.0, gap_mm=3.0)


@pytest.fixture
def gangs(shop):
    return Gangs(shop.tools)


def ask(shop, gangs, *, copies=6, asked=SHEET, orders=()):
    _, version = shop.approved()
    return gangs.ask(OPERATOR, asked, [PieceWanted(version.id, "", copies)] if copies else [], orders)


def test_copies_of_an_approved_file_are_put_on_sheets_pixel_by_pixel(shop, gangs):
    asked = ask(shop, gangs)
    assert gangs.get(VIEWER, asked.id).state is GangState.QUEUED
    shop.run()
    made = gangs.get(VIEWER, asked.id)
    assert (made.state, made.left, [s.pieces for s in made.sheets]) == (GangState.MADE, (), [6])
    files = dict(made.sheets[0].files)
    with Image.open(io.BytesIO(shop.files.open(files["png"]))) as sheet:
        assert sheet.size == (3898, 5670)
        ink = sum(sheet.getchannel("A").histogram()[129:])
    _, version = shop.approved()
    with shop.store.reading() as tx:
        png = next(f for f in tx.designs.print_files("main", version.id) if f.format == "png")
    with Image.open(io.BytesIO(shop.files.open(png.file))) as piece:
        assert ink == 6 * sum(piece.getchannel("A").histogram()[129:])
    assert shop.files.open(files["pdf"]).startswith(b"%PDF-")


def test_every_line_of_a_paid_order_is_put_on_them_in_its_quantity(shop, gangs):
    order = shop.paid()
    asked = ask(shop, gangs, copies=0, orders=[order.id, order.id])
    assert [(p.name, p.copies) for p in asked.asked.pieces] == [("shop-1 1", 2)]
    shop.run()
    assert gangs.get(VIEWER, asked.id).state is GangState.MADE


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_made(proof):
    gangs, design = Gangs(proof.tools), proof.proofed()
    pieces = [
        PieceWanted(design.current_version_id),
        PieceWanted("nowhere"),
        PieceWanted(design.current_version_id, "back"),
    ]
    with pytest.raises(Problems) as refused:
        gangs.ask(OPERATOR, GangAsked((), 330.0, 480.0, gap_mm=500.0), pieces, ["no-order"])
    codes = [e.code for _, e in refused.value.problems]
    assert codes == ["no_order", "not_approved", "no_version", "not_approved", "no_print_file", "gap_size"]
    assert list(gangs.page(VIEWER).items) == []


def test_an_order_that_is_not_paid_is_not_printed(shop, gangs):
    with pytest.raises(Problems, match="cannot be made") as refused:
        ask(shop, gangs, copies=0, orders=[shop.placed().id])
    assert [e.code for _, e in refused.value.problems] == ["not_paid"]


def test_only_operators_ask_and_only_the_shops_people_look(shop, gangs):
    _, version = shop.approved()
    with pytest.raises(NotAllowed):
        gangs.ask(VIEWER, SHEET, [PieceWanted(version.id)], [])
    with pytest.raises(NotAllowed):
        gangs.page(SHOPPER)


def test_what_is_too_large_for_the_sheet_has_failed_with_the_way_out(shop, gangs):
    asked = ask(shop, gangs, asked=GangAsked((), 90.0, 90.0))
    shop.run()
    failed = gangs.get(VIEWER, asked.id)
    assert (failed.state, failed.sheets) == (GangState.FAILED, ())
    assert "larger" in failed.reason or "too" in failed.reason


def test_work_that_reached_its_limit_is_tried_once_more_and_then_has_failed(shop, gangs):
    asked = ask(shop, gangs)
    shop.offload.breaks.extend(TooMuchWork("too_much", "It took too long.", "Ask for fewer.") for _ in range(2))
    run_one(shop.store, shop.work(), Lane.RENDER, "bench")
    assert gangs.get(VIEWER, asked.id).state is GangState.QUEUED
    shop.wait(600)
    assert (gangs.get(VIEWER, asked.id).state, gangs.get(VIEWER, asked.id).reason) == (
        GangState.FAILED,
        "It took too long. Ask for fewer.",
    )


def test_a_print_file_that_is_damaged_is_put_on_no_sheet(shop, gangs):
    asked = ask(shop, gangs)
    _, version = shop.approved()
    with shop.store.reading() as tx:
        png = next(f for f in tx.designs.print_files("main", version.id) if f.format == "png")
    path = shop.files.path(png.file)
    whole = path.read_bytes()
    path.chmod(0o600)
    path.unlink()
    path.write_bytes(whole[:-1] + b"?")
    shop.run()
    assert "missing or damaged" in gangs.get(VIEWER, asked.id).reason


def test_the_same_sheets_again_are_the_same_bytes(shop, gangs):
    asked = [ask(shop, gangs) for _ in range(2)]
    shop.run()
    first, second = (gangs.get(VIEWER, a.id).sheets[0].files for a in asked)
    assert first == second


def test_they_are_kept_for_a_month_with_their_files(shop, gangs):
    asked = ask(shop, gangs)
    shop.run()
    keys = {ref.key for _, ref in gangs.get(VIEWER, asked.id).sheets[0].files}
    for passed, kept in ((KEPT - timedelta(days=1), True), (timedelta(days=2), False)):
        shop.clock.forward(passed.total_seconds())
        Upkeep(shop.tools).schedule()
        shop.run()
        with shop.store.reading() as tx:
            assert (keys <= tx.gang_sheets.files_in_use()) is kept
    assert list(gangs.page(VIEWER).items) == []


def test_a_backup_holds_the_sheets_that_are_kept(shop, gangs, tmp_path):
    asked = ask(shop, gangs)
    shop.run()
    back_up(place_of(tmp_path / "shop"), tmp_path / "backups", shop.clock)
    copied = {path.name for path in (tmp_path / "backups").rglob("*") if path.is_file()}
    sheets = gangs.get(OPERATOR, asked.id).sheets
    assert {ref.key for sheet in sheets for _, ref in sheet.files} <= copied
