"""What any store must do with batches of edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.editbatch import BatchItem, EditBatch, Sweep
from pod.model.errors import Conflict, NotFound
from pod.model.ledger import LedgerState
from pod.services.ports import Store
from tests.contracts.store_contract import NOON, OPERATOR, a_ledger_row


def a_batch(mark: str = "1", **changes: object) -> EditBatch:
    items = (BatchItem(upload_id="u1"), BatchItem(design_id="d1", candidate=2, tries=1, over=True))
    whole = EditBatch(f"b{mark}", "main", "key:shop", NOON, Sweep("a hat", "tee", "studio"), items)
    return replace(whole, **changes)  # type: ignore[arg-type]


class BatchesContract:
    def test_where_pictures_were_put_up_is_written_down_once_and_the_row_stays_what_it_is(self, store: Store) -> None:
        with store.writing() as tx:
            row = tx.ledger.reserve(a_ledger_row())
            noted = tx.ledger.put_up(row, "https://files.example/1")
            assert (noted.state, tx.ledger.get("main", row.id)) == (row.state, noted)
            with pytest.raises(Conflict):
                tx.ledger.put_up(row, "https://files.example/2")
            sent = tx.ledger.move(noted, LedgerState.SUBMITTING, OPERATOR)
            assert tx.ledger.get("main", row.id).sent_along == sent.sent_along == "https://files.example/1"

    def test_a_batch_comes_back_as_it_was_put_in_and_only_to_its_shop(self, store: Store) -> None:
        with store.writing() as tx:
            tx.edit_batches.add(a_batch())
        with store.reading() as tx:
            assert tx.edit_batches.get("main", "b1") == a_batch()
            with pytest.raises(NotFound):
                tx.edit_batches.get("other", "b1")

    def test_of_two_who_save_a_batch_one_is_refused(self, store: Store) -> None:
        with store.writing() as tx:
            tx.edit_batches.add(a_batch())
            saved = tx.edit_batches.save(a_batch(items=()))
            assert tx.edit_batches.get("main", "b1") == saved
            with pytest.raises(Conflict):
                tx.edit_batches.save(a_batch())

    def test_the_newest_batches_come_first_and_not_more_than_are_asked_for(self, store: Store) -> None:
        with store.writing() as tx:
            for n in range(3):
                tx.edit_batches.add(a_batch(str(n), created_at=NOON + timedelta(minutes=n)))
            assert [batch.id for batch in tx.edit_batches.newest("main", 2)] == ["b2", "b1"]
            assert tx.edit_batches.newest("other", 2) == []
