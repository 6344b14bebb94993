"""The test servers of partners are as strict as the partners themselves, and fail as they fail."""

from __future__ import annotations

import pytest

from tests.servers.imageservice import json_set, places
from tests.servers.partner import EFFECTS, LATE_S
from tests.servers.samples import (
    BENCHES,
    Bench,
    ask,
    give_up_on,
)


@pytest.fixture(params=BENCHES)
def bench(request: pytest.FixtureRequest) -> Bench:
    return BENCHES[request.param]


def test_a_good_order_is_taken_and_twenty_changed_ones_are_not(bench, files):
    order = bench.order(f"{files.url}/front.png")
    with bench.make() as server:
        taken = [m.name for m in bench.mutations if server.send(m.change(order)) < 400]
        assert taken == []
        assert (server.orders, server.charges) == ({}, [])
        assert len({m.name for m in bench.mutations}) == len(bench.mutations) >= 20
        assert server.send(order) < 400
        assert len(server.orders) == 1


@pytest.mark.parametrize("fault", EFFECTS)
def test_every_fault_is_seen_and_what_it_says_of_the_order_is_so(bench, files, fault):
    order = bench.order(f"{files.url}/front.png")
    with bench.make() as server:
        server.faults.append(fault)
        effect = EFFECTS[fault]
        if effect.reply.hang:
            give_up_on(server, order)
        elif effect.reply.cut:
            with pytest.raises(ConnectionError):
                ask(server, order)
        else:
            assert ask(server, order)[0] == effect.reply.status
        assert len(server.orders) == (effect.done == "now")
        server.clock.advance(LATE_S)
        assert len(server.orders) == (effect.done != "never")
        assert not server.faults
        server._gone.set()


def test_a_fault_that_there_is_not_is_refused(bench):
    server = bench.make()
    for fault in ("frobnicate", "create: frobnicate", "sing: cut after"):
        with pytest.raises(ValueError, match="no fault"):
            server.faults.append(fault)


def test_a_field_that_is_unknown_is_refused_wherever_it_stands(bench, files):
    order = bench.order(f"{files.url}/front.png")
    objects = [path for path, value in places(order.json()) if isinstance(value, dict)]
    changed = [json_set("", [*path, "frobnicate"], 1).change(order) for path in objects]
    with bench.make() as server:
        assert [path for path, call in zip(objects, changed, strict=True) if server.send(call) < 400] == []
    assert len(objects) >= 4


def test_a_value_of_another_kind_is_refused_wherever_it_stands(bench, files):
    order = bench.order(f"{files.url}/front.png")
    leaves = [path for path, value in places(order.json()) if not isinstance(value, dict | list)]
    changed = [json_set("", path, [[]]).change(order) for path in leaves]
    with bench.make() as server:
        assert [path for path, call in zip(leaves, changed, strict=True) if server.send(call) < 400] == []
    assert len(leaves) >= 12
