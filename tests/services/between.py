"""Something is done at one point of a hand-off's job, chosen by its number: every meeting of the two can be played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.services.bench import Bench


class Between:
    """Calls `act` at the point number `at` of the hand-off's job: before and after each of its transactions, and before and
    after each call to the partner. No transaction of the job is open at any of them."""

    def __init__(self, bench: Bench, monkeypatch: pytest.MonkeyPatch, at: int, act: Callable[[], object]) -> None:
        self.passed, self.at, self.act = 0, at, act
        self.at_work = False
        store, shop = bench.store, bench.printshop
        monkeypatch.setattr(bench.handoffs, "advance", self._within(bench.handoffs.advance))
        monkeypatch.setattr(store, "writing", self._around_transaction(store.writing))
        for name in ("find", "submit", "confirm", "cancel", "change_address"):
            monkeypatch.setattr(shop, name, self._around(getattr(shop, name)))

    def point(self) -> None:
        self.passed += self.at_work
        if self.at_work and self.passed == self.at:
            self.at_work = False  # what is done now is done by somebody else
            self.act()
            self.at_work = True

    def _within(self, advance: Callable[..., Any]) -> Callable[..., Any]:
        def advancing(job: Any) -> Any:
            self.at_work = True
            try:
                return advance(job)
            finally:
                self.at_work = False

        return advancing

    def _around_transaction(self, begin: Callable[[], Any]) -> Callable[[], Any]:
        @contextmanager
        def writing() -> Iterator[Any]:
            self.point()
            with begin() as tx:
                yield tx
            self.point()

        return writing

    def _around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any) -> Any:
            self.point()
            said = call(*args)
            self.point()
            return said

        return called
