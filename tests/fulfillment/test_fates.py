"""Whatever goes wrong at a partner: one order, one charge, and a state that says what is next."""

from __future__ import annotations

import pytest

from pod.model.handoff import HandOffState
from pod.model.order import OrderItem
from pod.paths import templates_dir
from pod.services.filelinks import FileLinks
from tests.contracts.remote_partner_contract import TO, hasty
from tests.fulfillment.fates import SETTINGS, STICKER, OneSizeForAll
from tests.servers.filehost import FileHost
from tests.services.bench import OPERATOR, SHOPPER, copied, open_bench
from tests.services.conftest import approved_template, proofed_template  # noqa: F401 - fixtures

STEPS, STEP_S = 20, 60


class Hosted(FileLinks):
    """Addresses at a host of files on loopback, which really hands them out."""

    def __init__(self, host: FileHost, clock, files) -> None:
        super().__init__(host.url, "k" * 32, clock)
        self._host, self._stored = host, files

    def address(self, sha256, extension):
        media_type = {"png": "image/png", "pdf": "application/pdf"}[extension]
        return self._host.put(f"{sha256}.{extension}", self._stored.path(sha256).read_bytes(), media_type)


@pytest.fixture(scope="module")
def shop(approved_template, tmp_path_factory, files):  # noqa: F811
    bench = open_bench(copied(approved_template, tmp_path_factory.mktemp("fates") / "shop"))
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr("pod.services.handoff.drawn_papers", lambda *_: ())  # nobody here reads them
    bench.tools.catalogue = OneSizeForAll(templates_dir())
    bench.tools.links = Hosted(files, bench.clock, bench.files)
    yield bench
    monkeypatch.undo()
    bench.store.close()


CASES = [(name, fault) for name, setting in SETTINGS.items() for fault in setting.fates]


@pytest.mark.parametrize(("name", "fault"), CASES, ids=[f"{name}-{fault}" for name, fault in CASES])
def test_a_mishap_ends_as_the_table_says_with_one_order_and_one_charge(shop, tmp_path, name, fault):
    setting = SETTINGS[name]
    with setting.server(tmp_path) as server:
        adapter = setting.adapter(setting.address(server), tmp_path)
        shop.tools.partners[name] = adapter
        if "hang" in fault:
            hasty(adapter)
        server.faults.append(fault)
        handoff = played(shop, server, name, fault, setting.fates[fault])
        assert (handoff.state, handoff.reason) == (setting.fates[fault], handoff.reason)
        assert list(server.faults) == [], "it struck"
        live = [o for o in server.orders if server.state(o) not in ("canceled", "Cancelled")]
        assert len(live) == (handoff.state is not HandOffState.REJECTED)
        assert len(server.charges) <= 1


def played(shop, server, name, fault, expected):
    """A new order, paid, and twenty minutes of everybody's time."""
    _, version = shop.approved()
    item = OrderItem("", version.id, STICKER.sku, "sticker-4in/4in/white", 2)
    external_ref = f"{name}-{fault}".replace(" ", "-").replace(":", "")
    order, _ = shop.orders.place(SHOPPER, external_ref, TO, [item], name)
    shop.orders.mark_paid(OPERATOR, order.id)
    for _ in range(STEPS):
        shop.run()
        server.work()
        if shop.handoff(order).state is expected:
            break
        shop.clock.forward(STEP_S)
        server.clock.advance(STEP_S)
    # and what it is then, it stays
    server.clock.advance(STEP_S)
    shop.clock.forward(STEP_S)
    shop.run()
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM jobs")  # nobody asks after it any more
    return shop.handoff(order)
