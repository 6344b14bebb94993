"""The log: one line of JSON for a request, with ids and times; and nothing in it that is nobody's business."""

from __future__ import annotations

import io
import json
import logging
import re
import sys
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
import structlog

from pod.logs import log_as_json, log_for_people
from pod.model.caller import Role
from pod.store import schema
from tests.web.shop import OWNER, SENTENCE, a_brief, a_picture, an_order, sent

CANARIES = {
    "sentence": "quetzalcoatl-canary",
    "lettering": "LETTERCANARY",
    "name": "Nanette Canary",
    "street": "9 Canary Wharf",
    "mail": "canary@example.org",
    "password": "hunter canary two",
    "search": "searchcanary",
    "cookie": "cookiecanary",
    "bearer": "pod_deadbeef_" + "c" * 64,
    "idempotency": "idempotencycanary",
    "file": "filecanary.png",
    "query": "querycanary",
}


class Log(io.StringIO):
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.getvalue().splitlines()]

    def of(self, event: str) -> list[dict]:
        return [line for line in self.lines() if line["event"] == event]


@pytest.fixture
def log() -> Iterator[Log]:
    """What a server would have written, down to the last detail."""
    written, before = Log(), list(logging.root.handlers)
    log_as_json(written, logging.DEBUG)
    yield written
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
    logging.root.handlers[:] = before


def test_a_request_is_one_line_with_its_number_and_its_time(shop, shopper, log):
    answer = shopper.get("/api/v1/products")
    [line] = log.of("http.request")
    assert line["request_id"] == answer.headers["X-Correlation-Id"]
    assert {
        "method": "GET",
        "route": "/api/v1/products",
        "status": 200,
        "tenant": "main",
        "role": "shopper",
    }.items() <= line.items()
    assert line["bytes"] == len(answer.data)
    assert line["duration_ms"] >= 0
    assert line["level"] == "info"


def test_a_refusal_says_its_code_and_a_program_its_key(shop, log):
    key = shop.key(Role.VIEWER)
    shop.browser().post(f"/api/v1/orders/{'0' * 32}/mark-paid", headers=key)
    [line] = log.of("http.request")
    assert (line["status"], line["code"], line["order_id"]) == (403, "not_allowed", "0" * 32)
    assert line["key"] == key["Authorization"].split("_")[1]


def test_a_line_of_the_next_request_holds_nothing_of_the_last(shop, log):
    shop.browser().get("/api/v1/orders", headers=shop.key(Role.ADMIN, "other"))
    shop.browser().get("/api/v1/nothing")
    shop.browser().get("/api/v1/orders", headers={"Authorization": "Bearer wrong"})
    first, *others = log.of("http.request")
    assert (first["tenant"], first["role"]) == ("other", "admin")
    assert [(line.get("tenant"), line.get("role"), line.get("key")) for line in others] == [
        ("main", "shopper", None),
        (None, None, None),
    ]


def test_a_signed_address_is_logged_as_its_rule(shop, shopper, log):
    made = shopper.post("/api/v1/uploads", **sent(a_picture())).json
    shopper.get(made["file"]["url"])
    assert log.of("http.request")[-1]["route"] == "/files/<signed>"
    assert made["file"]["url"].removeprefix("/files/") not in log.getvalue()


def test_a_line_cannot_be_forged_by_what_is_asked(shop, shopper, log):
    shopper.get("/api/v1/designs/%0a%7b%22event%22:%22http.request%22%7d?q=%0a{}")
    assert len(log.lines()) == len(log.of("http.request")) == 1


def test_no_canary_leaves_by_the_log(shop, shopper, log):
    """The whole job with a secret or a private thing in every place that takes one, then every address with all of them."""
    brief = a_brief(subject=f"{SENTENCE} {CANARIES['sentence']}", lettering=CANARIES["lettering"])
    asked = shopper.post("/api/v1/designs", json=brief, headers={"Idempotency-Key": CANARIES["idempotency"] * 2})
    assert asked.status_code == 202
    shop.services.runner.drain()
    version_id = shop.approved()["current_version_id"]
    order = an_order(version_id)
    order["ship_to"] |= {"name": CANARIES["name"], "line1": CANARIES["street"], "email": CANARIES["mail"]}
    taken = shopper.post("/api/v1/orders", json=order)
    assert taken.status_code == 201
    key = shop.key(Role.ADMIN)
    shopper.post(f"{taken.json['links']['self']}/mark-paid", headers=key)
    shop.services.runner.drain()
    shop.services.accounts.add_user(OWNER, "someone", CANARIES["password"], Role.OPERATOR)
    token, _ = shop.services.accounts.sign_in("someone", CANARIES["password"])
    shopper.post("/api/v1/uploads", data={"file": (io.BytesIO(a_picture()), CANARIES["file"])})

    for rule in shop.app.url_map.iter_rules():
        address = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule)
        address = re.sub(r"<[^>]+>", CANARIES["query"], address)
        for method in rule.methods:
            _ask_with_canaries(shop, method, address, token, key)

    text = log.getvalue()
    assert len(log.of("http.request")) > 100
    assert log.of("job.ended")
    secrets = [*CANARIES.values(), token, key["Authorization"].removeprefix("Bearer ")]
    assert [secret for secret in secrets if secret in text] == []


def _ask_with_canaries(shop, method, address, token, key):
    query = {"q": CANARIES["search"], CANARIES["query"]: CANARIES["query"]}
    headers = {"Idempotency-Key": CANARIES["idempotency"], "Referer": f"http://localhost/{CANARIES['query']}"}
    signed_in = shop.browser()
    signed_in.set_cookie("sid", token)
    signed_in.set_cookie("other", CANARIES["cookie"])
    body = dict.fromkeys(("subject", "external_ref", "reason", "password", "name"), CANARIES["street"])
    signed_in.open(address, method=method, query_string=query, json=body, headers=headers)
    browser = shop.browser()
    browser.open(address, method=method, query_string=query, json=body, headers=headers | key)
    wrong = {"Authorization": f"Bearer {CANARIES['bearer']}"}
    browser.open(address, method=method, query_string=query, data=body, headers=headers | wrong)


def test_a_statement_that_fails_keeps_what_it_carried_to_itself(shop, shopper, log, monkeypatch):
    def broken(*_, **__):
        with shop.services.store.writing() as tx:
            row = {"order_id": "none", "tenant_id": "main", "actor": "shopper", "created_at": 1}
            tx.bench.connection.execute(sa.insert(schema.addresses).values(**row, body={"name": CANARIES["name"]}))

    monkeypatch.setattr(shop.services.orders, "place", broken)
    version_id = shop.approved()["current_version_id"]
    assert shopper.post("/api/v1/orders", json=an_order(version_id)).status_code == 500
    [line] = log.of("web.unexpected")
    assert "IntegrityError" in line["trace"]
    assert CANARIES["name"] not in log.getvalue()


def test_a_secret_that_is_logged_by_mistake_is_blotted_out(log):
    said = structlog.get_logger()
    key = "pod_0a1b2c3d_" + "d" * 64
    said.info("mistake", password="p1", nested={"token": "p2", "list": [f"key {key}"]}, Authorization="p3")
    said.info("mistake", url="postgresql://pod:p4@db/pod", header="Bearer p5.p6", plain="kept")
    logging.getLogger("library").warning("called with Bearer %s", "p7")
    text = log.getvalue()
    assert [secret for secret in ("p1", "p2", "p3", "p4", "p5", "p6", "p7", key) if secret in text] == []
    assert log.lines()[1]["plain"] == "kept"
    assert log.lines()[2]["logger"] == "library"


def test_what_a_library_warns_of_is_a_line_like_ours(log):
    try:
        raise OSError("planted")
    except OSError:
        logging.getLogger("waitress").exception("Exception while serving")
    [line] = log.lines()
    assert (line["event"], line["level"], line["logger"]) == ("Exception while serving", "error", "waitress")
    assert "planted" in line["exception"]


def test_a_person_at_a_terminal_reads_sentences(capsys):
    log_for_people(sys.stderr)
    structlog.get_logger().warning("job.lost_lease", job_id=7)
    structlog.get_logger().info("nothing to see")
    structlog.reset_defaults()
    said = capsys.readouterr().err
    assert "job.lost_lease" in said
    assert "job_id=7" in said
    assert "nothing to see" not in said
