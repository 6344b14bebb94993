"""What any store must do with gang sheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.artwork import FileRef
from pod.model.errors import Conflict, IllegalMove, NotFound
from pod.model.gangsheet import GangAsked, GangPiece, GangSheets, GangState, PieceLeft, SheetMade
from tests.contracts.store_contract import NOON, OPERATOR

QUEUED = GangSheets(
    "g1", "main", GangState.QUEUED, GangAsked((GangPiece("S-1 1", "v1", "front", 3),), 558.8, 5080.0, roll=True), NOON, "user:ada"
)  # fmt: skip
SHEET = SheetMade(1, 558.8, 120.5, 3, 0.5, (("png", FileRef("a" * 64, 12, "image/png")),))


class GangSheetsContract:
    def test_gang_sheets_come_back_as_they_were_and_to_their_tenant_only(self, store):
        with store.writing() as tx:
            tx.gang_sheets.add(QUEUED)
        with store.reading() as tx:
            assert tx.gang_sheets.get("main", "g1") == QUEUED
            assert tx.gang_sheets.page("main").items == (QUEUED,)
            assert tx.gang_sheets.page("others").items == ()
            with pytest.raises(NotFound):
                tx.gang_sheets.get("others", "g1")

    def test_gang_sheets_are_made_once_whoever_is_second(self, store):
        with store.writing() as tx:
            tx.gang_sheets.add(QUEUED)
            left = (PieceLeft("S-1 1", 1, "no room"),)
            made = tx.gang_sheets.move(QUEUED, GangState.MADE, OPERATOR, sheets=(SHEET,), left=left)
        with store.reading() as tx:
            assert tx.gang_sheets.get("main", "g1") == made
            assert tx.gang_sheets.files_in_use() == {"a" * 64}
            assert [h.became for h in tx.designs.history("main", "g1")] == ["made"]
        with pytest.raises(Conflict), store.writing() as tx:
            tx.gang_sheets.move(QUEUED, GangState.FAILED, OPERATOR, reason="late")
        with pytest.raises(IllegalMove), store.writing() as tx:
            tx.gang_sheets.move(made, GangState.FAILED, OPERATOR)

    def test_gang_sheets_are_listed_newest_first_and_forgotten_when_they_are_old(self, store):
        later = replace(QUEUED, id="g2", created_at=NOON + timedelta(days=2))
        with store.writing() as tx:
            tx.gang_sheets.add(QUEUED)
            tx.gang_sheets.add(later)
        with store.reading() as tx:
            first = tx.gang_sheets.page("main", limit=1)
            assert first.items == (later,)
            assert tx.gang_sheets.page("main", cursor=first.next_cursor).items == (QUEUED,)
        with store.writing() as tx:
            assert tx.gang_sheets.forget(NOON + timedelta(days=1)) == 1
            assert tx.gang_sheets.page("main").items == (later,)
