"""Decisions of screening and a shop's own words, on both databases: nothing is lost, nothing is another tenant's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pod.model.brief import DesignBrief
from pod.model.caller import Caller, Role
from pod.model.errors import NotFound
from pod.model.screening import Hit, HouseWord, HouseWords, Rule, Screening, Verdict
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock

ADA = Caller("main", "user:ada", Role.OPERATOR, "page")
OTHER = Caller("other", "user:eve", Role.OPERATOR, "page")
REFUSED = Screening(
    "a" * 32,
    "main",
    "Mickey Mouse\nhello",
    "5" * 64,
    Verdict.REFUSED,
    "0123456789ab",
    (Hit("Mickey Mouse", "character", "is protected"),),
    "shopper",
    datetime(2026, 11, 26, 9, tzinfo=UTC),
    brief=DesignBrief("Mickey Mouse", "tee-classic", lettering="hello", palette=("#123456",)),
)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'pod.db'}" if sqlite else request.getfixturevalue("postgres_url")
    store = SqlStore(url, HandClock())
    store.migrate()
    yield store
    store.close()


def test_a_decision_comes_back_as_it_was_and_the_same_one_is_kept_once(store):
    with store.writing() as tx:
        assert tx.screenings.keep(REFUSED)
        assert not tx.screenings.keep(replace(REFUSED, sentence="another"))
    with store.reading() as tx:
        assert tx.screenings.get("main", REFUSED.id) == REFUSED
        assert tx.screenings.page("main").items == (REFUSED,)
        assert tx.screenings.page("main").counts == {"refused": 1}
        assert tx.screenings.page("main", state="passed").items == ()


def test_a_decision_is_its_tenants(store):
    with store.writing() as tx:
        tx.screenings.keep(REFUSED)
        tx.screenings.keep(replace(REFUSED, id="b" * 32, verdict=Verdict.OVERRULED))
    with store.reading() as tx:
        assert tx.screenings.page("other").items == ()
        assert tx.screenings.overruled("main", [REFUSED.sentence_sha256, "6" * 64]) == {REFUSED.sentence_sha256}
        assert not tx.screenings.overruled("other", [REFUSED.sentence_sha256])
        with pytest.raises(NotFound):
            tx.screenings.get("other", REFUSED.id)


def test_a_refusal_alone_lets_nothing_through(store):
    with store.writing() as tx:
        tx.screenings.keep(REFUSED)
        assert not tx.screenings.overruled("main", [REFUSED.sentence_sha256])


def test_a_shops_words_are_set_changed_and_dropped_and_each_time_it_is_written_down(store):
    with store.writing() as tx:
        tx.screenings.set_word(ADA, HouseWord("acme", instead="a shop"), Rule.REFUSE)
        tx.screenings.set_word(ADA, HouseWord("snoopy", why="licensed"), Rule.ALLOW)
        assert tx.screenings.house("main") == HouseWords(
            (HouseWord("acme", instead="a shop"),), (HouseWord("snoopy", why="licensed"),)
        )
        assert tx.screenings.house("other") == HouseWords()
        tx.screenings.set_word(ADA, HouseWord("acme", why="now licensed"), Rule.ALLOW)
        assert tx.screenings.house("main").refused == ()
        assert not tx.screenings.drop_word(OTHER, "acme")
        assert tx.screenings.drop_word(ADA, "acme")
        rows = tx.designs.history("main", "screening")
    assert [(row.became, row.note) for row in rows] == [
        ("refuse", "acme"),
        ("allow", "snoopy"),
        ("allow", "acme"),
        ("dropped", "acme"),
    ]
    assert {row.actor for row in rows} == {"user:ada"}


def test_services_outside_are_asked_until_a_tenant_says_otherwise(store):
    with store.writing() as tx:
        assert tx.screenings.asks_outside("main")
        tx.screenings.set_asks_outside(ADA, allowed=False)
        tx.screenings.set_asks_outside(ADA, allowed=False)
        assert not tx.screenings.asks_outside("main")
        assert tx.screenings.asks_outside("other")
        tx.screenings.set_asks_outside(ADA, allowed=True)
        assert tx.screenings.asks_outside("main")
        rows = tx.designs.history("main", "screening")
    assert [(row.came_from, row.became) for row in rows] == [("asked", "forbidden"), ("forbidden", "asked")]
