"""What any store must do with uploaded pictures: they stay as long as a design needs them, whatever for."""

from __future__ import annotations

from dataclasses import replace

from pod.model.account import Upload
from pod.model.design import DesignState
from pod.services.ports import Store
from tests.contracts.store_contract import NOON, OPERATOR, a_design, a_file


class UploadsContract:
    def test_a_guide_is_in_use_until_the_last_design_that_was_drawn_after_it_is_put_away(self, store: Store) -> None:
        guide = Upload("u-guide", "main", a_file("guide"), 10, 20, "fox.jpg", NOON)
        first, second = (
            replace(made, brief=replace(made.brief, reference_id=guide.id)) for made in (a_design(), a_design())
        )
        with store.writing() as tx:
            tx.uploads.add(guide)
            assert tx.designs.files_in_use() == {guide.file.key}, "no design has taken it yet"
            for design in (first, second):
                tx.designs.add(design)
            tx.designs.move(first, DesignState.ARCHIVED, OPERATOR)
            assert tx.designs.files_in_use() == {guide.file.key}
            tx.designs.move(second, DesignState.ARCHIVED, OPERATOR)
            assert tx.designs.files_in_use() == set()
