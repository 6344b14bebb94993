"""One key, one request, one effect: whoever repeats it, whenever, and however many at once."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from pod.model.caller import Role
from pod.services import repeats
from pod.store import schema
from tests.web.shop import a_brief, a_picture, an_order, assert_problem, sent

KEY = {"Idempotency-Key": "0d9c5a0e-7f1b-4c58-9a51-2a8f3c5d7e90"}
DESIGNS, ORDERS, UPLOADS = "/api/v1/designs", "/api/v1/orders", "/api/v1/uploads"


def stored(shop):
    with shop.services.store.reading() as tx:
        return tx.bench.all(sa.select(schema.idempotency))


def number_of(shop, table):
    with shop.services.store.reading() as tx:
        return tx.bench.connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def same(first, again):
    """`again` is the answer that was given before, to the letter."""
    assert (again.status_code, again.data) == (first.status_code, first.data), again.text
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"


def test_the_same_design_again_is_the_same_answer_long_after(shop, shopper):
    first = shopper.post(DESIGNS, json=a_brief(), headers=KEY)
    shop.services.runner.drain()
    shop.watch.ahead += timedelta(days=6)
    same(first, shopper.post(DESIGNS, json=a_brief(), headers=KEY))
    assert number_of(shop, schema.designs) == 1
    assert number_of(shop, schema.ledger) == 1


def test_the_same_upload_again_is_one_upload(shop, shopper):
    first = shopper.post(UPLOADS, **sent(a_picture()), headers=KEY)
    same(first, shopper.post(UPLOADS, **sent(a_picture()), headers=KEY))
    assert_problem(shopper.post(UPLOADS, **sent(a_picture(300)), headers=KEY), 422, "idempotency_mismatch")
    assert number_of(shop, schema.uploads) == 1


def test_a_repeated_upload_has_a_link_that_opens(shop, shopper):
    shopper.post(UPLOADS, **sent(a_picture()), headers=KEY)
    shop.watch.ahead += timedelta(days=1)
    again = shopper.post(UPLOADS, **sent(a_picture()), headers=KEY)
    assert shopper.get(again.json["file"]["url"]).status_code == 200


@pytest.mark.parametrize(("verb", "body"), [("choose", {"candidate": 1}), ("edits", {"lettering": "READ MORE"})])
def test_the_same_change_again_is_one_version(shop, shopper, verb, body):
    design = shop.proofed()
    address = f"{design['links']['self']}/{verb}"
    before = number_of(shop, schema.versions)
    first = shopper.post(address, json=body, headers=KEY)
    assert first.status_code == 202, first.text
    same(first, shopper.post(address, json=body, headers=KEY))
    assert number_of(shop, schema.versions) == before + 1


def test_the_same_key_on_another_design_is_another_request(shop, shopper):
    one, other = shop.design(), shop.design()
    assert shopper.post(f"{DESIGNS}/{one}/choose", json={"candidate": 1}, headers=KEY).status_code == 202
    answer = shopper.post(f"{DESIGNS}/{other}/choose", json={"candidate": 1}, headers=KEY)
    assert_problem(answer, 422, "idempotency_mismatch")


@pytest.fixture
def order(shop):
    return an_order(shop.approved()["current_version_id"])


def test_the_same_order_again_is_the_answer_that_was_given_whatever_has_become_of_it(shop, shopper, order):
    first = shopper.post(ORDERS, json=order, headers=KEY)
    shopper.post(f"{first.json['links']['self']}/hold", json={"reason": "wait"}, headers=shop.key())
    same(first, shopper.post(ORDERS, json=order, headers=KEY))


def test_the_same_reprint_again_is_one_order(shop, shopper, order):
    taken = shopper.post(ORDERS, json=order).json
    address, key = f"{taken['links']['self']}/reprint", shop.key()
    first = shopper.post(address, json={"reason": "smudged"}, headers=KEY | key)
    assert first.status_code == 201
    same(first, shopper.post(address, json={"reason": "smudged"}, headers=KEY | key))
    assert number_of(shop, schema.orders) == 2
    assert shopper.post(address, json={"reason": "smudged"}, headers=key).status_code == 201
    assert number_of(shop, schema.orders) == 3


def test_a_reprint_that_was_cut_off_before_its_answer_was_kept_is_one_order(shop, shopper, order, monkeypatch):
    """The process ended between the effect and the answer: the second arrival finds what the first has made."""
    taken, key = shopper.post(ORDERS, json=order).json, shop.key()
    address = f"{taken['links']['self']}/reprint"
    with monkeypatch.context() as cut:
        cut.setattr(repeats, "finish", lambda *_: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            shopper.post(address, json={"reason": "smudged"}, headers=KEY | key)
    assert_problem(shopper.post(address, json={"reason": "smudged"}, headers=KEY | key), 409, "in_progress")
    shop.watch.ahead += repeats.CUT_OFF_AFTER + timedelta(seconds=1)
    assert shopper.post(address, json={"reason": "smudged"}, headers=KEY | key).status_code == 201
    assert number_of(shop, schema.orders) == 2


def test_while_the_first_is_at_work_the_second_is_told_to_wait(shop, shopper, order, monkeypatch):
    begun, go_on, place = threading.Event(), threading.Event(), shop.services.orders.place

    def slow(*args):
        begun.set()
        assert go_on.wait(30)
        return place(*args)

    monkeypatch.setattr(shop.services.orders, "place", slow)
    answers = []
    first = threading.Thread(target=lambda: answers.append(shop.browser().post(ORDERS, json=order, headers=KEY)))
    first.start()
    assert begun.wait(30)
    waiting = shopper.post(ORDERS, json=order, headers=KEY)
    assert_problem(waiting, 409, "in_progress")
    assert waiting.headers["Retry-After"] == "2"
    assert_problem(shopper.post(ORDERS, json={**order, "external_ref": "x"}, headers=KEY), 422, "idempotency_mismatch")
    go_on.set()
    first.join()
    same(answers[0], shopper.post(ORDERS, json=order, headers=KEY))


@pytest.mark.parametrize("refusal", [{"product": "spaceship"}, {"colour": "red"}, {"artwork": "0" * 32}])
def test_what_was_refused_is_not_kept_and_may_come_better(shop, shopper, refusal):
    assert shopper.post(DESIGNS, json=a_brief(**refusal), headers=KEY).status_code in (404, 422)
    assert stored(shop) == []
    assert shopper.post(DESIGNS, json=a_brief(), headers=KEY).status_code == 202


def test_a_change_that_came_too_early_may_come_again(shop, shopper):
    address = f"{DESIGNS}/{shop.design()}"
    assert_problem(shopper.post(f"{address}/edits", json={"lettering": "A"}, headers=KEY), 409, "No candidate")
    shopper.post(f"{address}/choose", json={"candidate": 1})
    answer = shopper.post(f"{address}/edits", json={"lettering": "B"}, headers=KEY)
    assert "idempotency" not in answer.text


def test_a_fault_of_ours_leaves_the_key_free(shop, shopper, order, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(shop.services.orders, "place", lambda *_: 1 / 0)
        assert_problem(shopper.post(ORDERS, json=order, headers=KEY), 500)
    assert stored(shop) == []
    assert shopper.post(ORDERS, json=order, headers=KEY).status_code == 201


def test_who_asks_too_often_uses_up_no_key(open_shop):
    shop = open_shop(POD_DAILY_PER_VISITOR="1")
    browser = shop.browser()
    browser.post(DESIGNS, json=a_brief())
    assert_problem(browser.post(DESIGNS, json=a_brief(), headers=KEY), 429)
    assert stored(shop) == []


def test_a_key_is_its_callers_own(shop, shopper):
    """A shopper, two programs of the shop and another tenant's: nobody gets another's design for the same key."""
    callers = [{}, shop.key(), shop.key(), shop.key(Role.ADMIN), shop.key(tenant="other")]
    answers = [shopper.post(DESIGNS, json=a_brief(), headers=KEY | who) for who in callers]
    assert {a.status_code for a in answers} == {202}
    assert len({a.json["id"] for a in answers}) == len(callers)


def test_the_key_of_a_shopper_cannot_be_guessed(shop, shopper):
    """Shoppers share one name: a short key would be another shopper's as well, and the answer holds a link."""
    assert_problem(shopper.post(DESIGNS, json=a_brief(), headers={"Idempotency-Key": "order-1"}), 422, "16")
    answer = shopper.post(DESIGNS, json=a_brief(), headers={"Idempotency-Key": "order-1"} | shop.key())
    assert answer.status_code == 202


@pytest.mark.parametrize(("length", "status"), [(15, 422), (16, 202), (255, 202), (256, 422)])
def test_a_key_has_a_length(shopper, length, status):
    assert shopper.post(DESIGNS, json=a_brief(), headers={"Idempotency-Key": "k" * length}).status_code == status


def test_what_is_kept_of_an_answer_is_nobodys_name(shop, shopper, order):
    key = shop.key()
    ask = [
        (DESIGNS, {"json": a_brief(lettering="MY CANARY")}),
        (ORDERS, {"json": order}),
        (UPLOADS, {"data": {"file": (sent(a_picture())["data"]["file"][0], "Anna Planted.png")}}),
    ]
    for n, (address, body) in enumerate(ask):
        answer = shopper.post(address, **body, headers={"Idempotency-Key": f"key {n}"} | key)
        assert answer.status_code in (201, 202), answer.text
    kept = repr([dict(row) for row in stored(shop)])
    assert [word for word in ("Planted", "Secret Street", "CANARY") if word in kept] == []
    assert len(stored(shop)) == 3


def test_a_word_that_is_screened_today_was_drawn_yesterday(shop, shopper, monkeypatch):
    first = shopper.post(DESIGNS, json=a_brief(), headers=KEY)
    monkeypatch.setattr("pod.services.designs.completed", lambda *_: pytest.fail("read again"))
    same(first, shopper.post(DESIGNS, json=a_brief(), headers=KEY))


class TestManyAtOnce:
    """Eight arrivals of one request, held at the door and let in together. On both databases."""

    ARRIVALS = 8

    def together(self, shop, ask):
        door, answers = threading.Barrier(self.ARRIVALS), []

        def arrive():
            browser = shop.browser()
            door.wait(30)
            answers.append(ask(browser))

        threads = [threading.Thread(target=arrive) for _ in range(self.ARRIVALS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    @pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
    def any_shop(self, request, open_shop):
        if request.param == "sqlite":
            return open_shop()
        return open_shop(POD_DATABASE_URL=request.getfixturevalue("postgres_url"))

    def test_are_one_design(self, any_shop):
        answers = self.together(any_shop, lambda b: b.post(DESIGNS, json=a_brief(), headers=KEY))
        assert {a.status_code for a in answers} == {202}
        assert len({a.data for a in answers}) == 1
        assert ["Idempotent-Replayed" in a.headers for a in answers].count(False) == 1
        assert number_of(any_shop, schema.designs) == number_of(any_shop, schema.jobs) == 1

    def test_without_a_key_are_as_many_designs(self, any_shop):
        """The control: what makes them one is the key."""
        self.together(any_shop, lambda b: b.post(DESIGNS, json=a_brief()))
        assert number_of(any_shop, schema.designs) == self.ARRIVALS

    def test_are_one_order_and_the_others_wait_or_get_its_answer(self, any_shop):
        order = an_order(any_shop.approved()["current_version_id"])
        answers = self.together(any_shop, lambda b: b.post(ORDERS, json=order, headers=KEY))
        assert {a.status_code for a in answers} <= {201, 409}
        assert len({a.data for a in answers if a.status_code == 201}) == 1
        assert number_of(any_shop, schema.orders) == 1

    def test_orders_with_one_reference_and_no_key_are_one_order(self, any_shop):
        order = an_order(any_shop.approved()["current_version_id"])
        answers = self.together(any_shop, lambda b: b.post(ORDERS, json=order))
        assert sorted(a.status_code for a in answers)[-1] <= 409
        assert {a.status_code for a in answers} <= {200, 201, 409}
        assert number_of(any_shop, schema.orders) == 1
