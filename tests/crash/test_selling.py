"""Orders from the shop's message to the parcel, over all partners' test servers, while Pod is killed again and again.

`make torture-orders` is the long run of it. Beside it stand two controls that leave out one thing each, and double orders.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.driver import Driver, started
from tests.crash.selling import Selling, open_selling
from tests.crash.selling_torture import CONTROLS, KILLS_A_SHOP, Bought, Shop, sold, table
from tests.services.bench import copied

pytestmark = pytest.mark.crash

KILLS = int(os.environ.get("POD_TORTURE_KILLS", "20"))
ORDERS = int(os.environ.get("POD_TORTURE_ORDERS", "60"))
SEED = int(os.environ.get("POD_TORTURE_SEED", "7"))
CONTROL_SHOPS = 5
"""So many may pass by chance."""


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


def test_killed_at_any_time_every_order_is_made_and_sent_once(driver, tmp_path, approved_template):
    kills, bought = 0, list[Bought]()
    for shop in itertools.count():
        more, ended = sold(driver, approved_template, tmp_path / str(shop), SEED + shop, KILLS - kills)
        wrong = [b for b in ended if b.lost or b.doubled or b.unknown or b.stuck]
        assert wrong == [], f"seed {SEED + shop}"
        kills, bought = kills + more, bought + ended
        shutil.rmtree(tmp_path / str(shop))
        if kills >= KILLS and len(bought) >= ORDERS:
            break
    sys.stdout.write("\n".join(["", f"{kills} kills, {len(bought)} orders, from seed {SEED}", *table(bought), ""]))
    reasons = Counter(b.held for b in bought if b.held)
    sys.stdout.write("".join(f"  {times} asked: {why}\n" for why, times in reasons.most_common()))


@pytest.mark.parametrize("left_out", CONTROLS)
def test_control_a_shop_that_leaves_it_out_doubles_orders_in_the_same_torture(
    driver,
    tmp_path,
    approved_template,
    left_out,
):
    shops = (
        _controlled(driver, approved_template, tmp_path / str(n), n, CONTROLS[left_out]) for n in range(CONTROL_SHOPS)
    )
    assert any(doubled for doubled in shops)


def _controlled(driver: Driver, template: Path, folder: Path, n: int, shop: Shop) -> int:
    kills, bought = sold(driver, template, folder, SEED + n, KILLS_A_SHOP, shop)
    doubled = sum(b.doubled for b in bought)
    sys.stdout.write(f"\ncontrol: {kills} kills, {len(bought)} orders, {doubled} doubled\n")
    return doubled


def test_a_shop_that_was_looked_into_takes_no_papers_from_another(tmp_path, approved_template, open_a_bench):
    sold_there = Selling("http://127.0.0.1:9", {"shopify": "http://127.0.0.1:9"}, partners=())
    open_selling(copied(approved_template, tmp_path / "looked-into"), sold_there).store.close()
    shop, papers = open_a_bench(copied(approved_template, tmp_path / "another")), list[str]()
    submit = shop.printshop.submit
    shop.printshop.submit = lambda payload: papers.extend(d.name for d in payload.documents) or submit(payload)
    shop.sent()
    assert papers == ["packing-slip.pdf", "job-ticket-1.pdf"]
