"""`pod erase` takes a customer out of the data folder and says who else has their address."""

from __future__ import annotations

from dataclasses import replace

from pod.bootstrap import build
from pod.model.caller import system_caller
from pod.model.order import OrderItem
from pod.settings import Settings
from pod.web.app import create_app
from tests.services.bench import ADDRESS
from tests.web.shop import Shop, Watch

SYSTEM = system_caller("main", "test")


def addresses(folder, environ):
    services = build(Settings.from_env({**environ, "POD_DATA_DIR": str(folder)}))
    kept = {o.external_ref: o.ship_to.line1 for o in services.orders.page(SYSTEM).items}
    services.close()
    return kept


def test_a_customer_is_erased_and_nobody_else_is_and_stays_erased_when_a_backup_is_brought_back(run, environ, tmp_path):
    services = build(Settings.from_env({"POD_DATA_DIR": str(tmp_path / "data"), **environ}))
    design = Shop(services, create_app(services), Watch()).approved()
    item = OrderItem("", design["current_version_id"], "tee", "tee/M/navy", 1)
    for ref, line1 in (("a-1", "7 Secret Street"), ("a-2", "8 Secret Street")):
        order, _ = services.orders.place(SYSTEM, ref, replace(ADDRESS, line1=line1), [item])
        services.orders.cancel(SYSTEM, order.id)
    services.close()
    made = run("backup", "backups").out.strip()
    report = run("erase", "--customer", "7 Secret Street, LS1 4AB", "--json").json
    assert [(o["external_ref"], o["state"]) for o in report["orders"]] == [("a-1", "erased")]
    assert addresses(tmp_path / "data", environ) == {"a-1": "(erased)", "a-2": "8 Secret Street"}
    assert "Nothing here is theirs." in run("erase", "--customer", "nobody@home.example").out
    said = run("restore", made, POD_DATA_DIR=str(tmp_path / "new"))
    assert "Erased since that backup, and so erased again: 1." in said.errors
    assert addresses(tmp_path / "new", environ) == {"a-1": "(erased)", "a-2": "8 Secret Street"}
    assert "Secret" not in (tmp_path / "pod-erased.list").read_text()
