"""``/edits/batches`` over HTTP: accepted once, looked at as JSON and as a table, asked for again, and for the shop alone."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from pod.model.job import Lane
from tests.web.shop import a_picture, sent

BATCHES = "/api/v1/edits/batches"
KEY = {"Idempotency-Key": "0f4ad1c0-7d0e-4a53"}


@pytest.fixture
def asked(shop, shopper):
    ids = [shopper.post("/api/v1/uploads", **sent(a_picture(400 + n, 400))).json["id"] for n in range(2)]
    return {"instruction": "add a drop shadow", "uploads": ids, "product": "sticker-4in"}


def test_a_batch_is_accepted_once_and_reported_as_json_and_as_a_table(shop, shopper, asked):
    operator = shop.key()
    first, again = (shopper.post(BATCHES, json=asked, headers={**operator, **KEY}) for _ in range(2))
    assert (first.status_code, first.json["pictures"], again.json["id"]) == (202, 2, first.json["id"])
    where = first.json["links"]
    assert shopper.get(where["self"], headers=operator).json["counts"]["waiting"] == 2
    _go_through(shop)
    shown = shopper.get(where["self"], headers=operator).json
    assert (shown["counts"]["done"], shown["next_poll_s"]) == (2, 0.0)
    table = shopper.get(where["report"], headers=operator)
    assert "attachment" in table.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["state"], row["design"]) for row in rows] == [("done", i["design"]) for i in shown["items"]]
    assert shopper.get(f"/api/v1/designs/{rows[0]['design']}").json["current_version_id"] == rows[0]["version"]
    assert shopper.post(where["retry"], headers=operator).status_code == 409


def _go_through(shop):
    """Pictures only, no print files."""
    for _ in range(6):
        shop.services.runner.run_until(lambda: True, (Lane.UPKEEP, Lane.MODEL), 60)
        shop.watch.ahead += timedelta(seconds=3)


def test_it_is_for_the_shops_people_and_says_all_that_is_wrong(shop, shopper, asked):
    assert shopper.post(BATCHES, json=asked).status_code in (401, 403)
    wrong = shopper.post(BATCHES, json={"instruction": "", "product": "tee"}, headers=shop.key())
    assert wrong.status_code == 422
    assert {p["where"] for p in wrong.json["problems"]} == {"instruction", "uploads"}
    assert shopper.get(f"{BATCHES}/{'0' * 32}", headers=shop.key()).status_code == 404
