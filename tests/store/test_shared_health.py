"""What several Pods on one machine know of the image services: commands, each with a state folder of its own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pod.cli.workshop import workshop
from pod.model.caller import system_caller
from pod.model.health import Pace
from pod.store.sql import SqlStore
from tests.contracts.store_contract import NOON, HandClock

ME = system_caller("main", "generate")
THREE_A_MINUTE = Pace(parallel=3, per_minute=3)


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def two(tmp_path, clock):
    """Two Pods with a database each, and one that they share."""
    pods = []
    for name in ("one", "two"):
        shared = SqlStore(f"sqlite:///{tmp_path / 'commands.db'}", clock)
        pods.append(SqlStore(f"sqlite:///{tmp_path / name}.db", clock, shared))
        for store in (shared, pods[-1]):
            store.migrate()
    yield pods
    for pod in pods:
        pod.close()


def turn(pod) -> float:
    with pod.writing() as tx:
        return tx.health.take_turn("evolink", THREE_A_MINUTE)


def test_a_services_turns_of_a_minute_are_those_of_both_together(two, clock):
    one, other = two
    assert [turn(one), turn(other), turn(one)] == [0, 0, 0]
    assert 0 < turn(other) <= 20
    clock.forward(20)
    assert turn(other) == 0
    assert turn(one) > 0


def test_control_each_alone_gives_all_of_them(tmp_path, clock):
    pods = [SqlStore(f"sqlite:///{tmp_path / name}.db", clock) for name in ("one", "two")]
    for pod in pods:
        pod.migrate()
    assert [turn(pod) for pod in pods * 3] == [0] * 6
    for pod in pods:
        pod.close()


def test_what_one_has_learnt_the_other_knows(two):
    one, other = two
    with one.writing() as tx:
        tx.health.change("evolink", lambda health: health.blocked(NOON + timedelta(minutes=5), "5 failures in a row"))
        tx.health.bury(ME, "evolink", "old-model", "It is gone.")
    with other.reading() as tx:
        assert tx.health.of(["evolink"])["evolink"].why == "5 failures in a row"
        assert tx.health.dead() == {("evolink", "old-model"): "It is gone."}
    with other.writing() as tx:
        assert tx.health.revive("evolink") == 1
    with one.reading() as tx:
        assert tx.health.dead() == {}


@pytest.mark.parametrize(("providers", "kept"), [("evolink,embedded", True), ("embedded", False)])
def test_commands_keep_it_in_the_data_folder_where_a_service_outside_is_asked(tmp_path, monkeypatch, providers, kept):
    monkeypatch.setenv("POD_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("POD_PROVIDERS", providers)
    monkeypatch.setenv("POD_EVOLINK_API_KEY", "key")
    with workshop() as first, first.store.writing() as tx:
        tx.health.bury(ME, "evolink", "old-model", "It is gone.")
    with workshop() as second, second.store.reading() as tx:
        assert bool(tx.health.dead()) == kept
    assert (tmp_path / "data" / "commands.db").exists() == kept
