"""What any store must do with mock-ups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.artwork import FileRef
from pod.model.caller import Caller, Role
from pod.model.design import DesignState
from pod.model.errors import Conflict, IllegalMove, NotFound
from pod.model.mockup import Mockup, MockupState, mockup_id
from tests.contracts.store_contract import OPERATOR, a_design, a_version

DRAWER = Caller("main", "job:mock_up", Role.SYSTEM)


def a_mockup(version_id, at, area="front"):
    named = (version_id, "printful", area, "tee/M/navy")
    return Mockup(mockup_id("main", *named), "main", *named, at, OPERATOR.actor)


class MockupsContract:
    def _asked(self, store, clock, area="front"):
        design = a_design()
        version = a_version(design)
        with store.writing() as tx:
            tx.designs.add(design)
            tx.designs.add_version("main", version)
            return design, tx.mockups.add(a_mockup(version.id, clock.now(), area), OPERATOR)

    def test_mockups_come_back_as_they_were_and_to_their_tenant_only(self, store, clock):
        _, asked = self._asked(store, clock)
        with store.reading() as tx:
            assert tx.mockups.get("main", asked.id) == asked
            assert list(tx.mockups.of_version("main", asked.version_id)) == [asked]
            assert list(tx.mockups.of_version("others", asked.version_id)) == []
            with pytest.raises(NotFound):
                tx.mockups.get("others", asked.id)

    def test_there_is_one_mockup_for_each_version_area_and_variant(self, store, clock):
        _, asked = self._asked(store, clock)
        again = replace(asked, actor="user:bob", asked_at=clock.now() + timedelta(hours=1))
        with store.writing() as tx:
            assert tx.mockups.add(again, OPERATOR) == asked
            other = tx.mockups.add(a_mockup(asked.version_id, again.asked_at, "back"), OPERATOR)
            assert list(tx.mockups.of_version("main", asked.version_id)) == [asked, other]

    def test_a_mockup_moves_as_the_table_says_and_by_one_worker(self, store, clock):
        _, asked = self._asked(store, clock)
        with store.writing() as tx:
            asking = tx.mockups.move(asked, MockupState.ASKING, DRAWER, asks=1)
            drawing = tx.mockups.move(asking, MockupState.DRAWING, DRAWER, task_id="597")
        with store.reading() as tx:
            assert tx.mockups.get("main", asked.id) == drawing
            assert (drawing.asks, drawing.task_id, drawing.revision) == (1, "597", 3)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.mockups.move(asking, MockupState.FAILED, DRAWER, "late")
        with pytest.raises(IllegalMove), store.writing() as tx:
            tx.mockups.move(drawing, MockupState.ASKED, DRAWER)

    def test_a_mockup_that_is_drawn_is_known_by_its_partners_task(self, store, clock):
        _, asked = self._asked(store, clock)
        with store.writing() as tx:
            asking = tx.mockups.move(asked, MockupState.ASKING, DRAWER)
            assert tx.mockups.drawing("printful", "") is None
            drawing = tx.mockups.move(asking, MockupState.DRAWING, DRAWER, task_id="597")
            assert tx.mockups.drawing("printful", "597") == drawing
            assert (tx.mockups.drawing("printful", "598"), tx.mockups.drawing("prodigi", "597")) == (None, None)
            tx.mockups.move(drawing, MockupState.FAILED, DRAWER)
            assert tx.mockups.drawing("printful", "597") is None

    def test_the_picture_of_a_mockup_is_in_use_until_its_design_is_put_away(self, store, clock):
        design, asked = self._asked(store, clock)
        picture = FileRef("7" * 64, 12, "image/png")
        with store.writing() as tx:
            asking = tx.mockups.move(asked, MockupState.ASKING, DRAWER)
            drawing = tx.mockups.move(asking, MockupState.DRAWING, DRAWER)
            tx.mockups.move(drawing, MockupState.DRAWN, DRAWER, picture=picture, drawn_at=clock.now())
        with store.writing() as tx:
            assert picture.key in tx.designs.files_in_use()
            tx.designs.move(tx.designs.get("main", design.id), DesignState.ARCHIVED, OPERATOR)
            assert picture.key not in tx.designs.files_in_use()
