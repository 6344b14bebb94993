"""The OpenAPI document, the catalogue, health; and the server process."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from datetime import timedelta

import pytest

from pod.cli.output import EXIT_CODES
from pod.model.caller import Role
from pod.web import problems
from pod.web.auth import LEVELS
from tests.servers.pod import ROOT, serving
from tests.web.shop import a_brief, a_picture, assert_problem, sent

HTTP_METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def document(shopper):
    return shopper.get("/api/openapi.json").json


def operations(document):
    return [(path, method, op) for path, ops in document["paths"].items() for method, op in ops.items()]


def references(value):
    """Every ``$ref`` under `value`."""
    if isinstance(value, dict):
        yield from ([value["$ref"]] if isinstance(value.get("$ref"), str) else [])
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from references(part)


def test_the_document_is_openapi_3_1_and_stands_on_its_own(document):
    assert document["openapi"].startswith("3.1.")
    assert {"title", "version"} <= document["info"].keys()
    for ref in references(document):
        here = document
        for step in ref.removeprefix("#/").split("/"):
            here = here[step]


def test_every_operation_has_an_id_a_summary_and_answers(document):
    ids = [op["operationId"] for _, _, op in operations(document)]
    assert len(ids) == len(set(ids))
    for path, method, op in operations(document):
        assert method in HTTP_METHODS
        assert op["responses"], (path, method)
        assert op["x-allowed"] in LEVELS
        wanted = {p.strip("{}") for p in path.split("/") if p.startswith("{")}
        assert wanted == {p["name"] for p in op.get("parameters", ()) if p["in"] == "path"}, path


def test_every_route_of_the_api_is_in_the_document(shop, document):
    for rule in shop.app.url_map.iter_rules():
        if rule.rule.startswith("/api/v1"):
            path = rule.rule.replace("<", "{").replace(">", "}")
            for method in rule.methods & {m.upper() for m in HTTP_METHODS}:
                assert method.lower() in document["paths"][path], (path, method)


def test_what_only_the_shop_may_do_asks_for_a_key_in_the_document(document):
    paid = document["paths"]["/api/v1/orders/{order_id}/mark-paid"]["post"]
    asked = document["paths"]["/api/v1/designs"]["post"]
    assert paid["security"] == [{"api_key": []}]
    assert {} in asked["security"]
    assert document["components"]["securitySchemes"]["api_key"]["scheme"] == "bearer"


def test_every_address_in_the_guide_is_in_the_document(document):
    guide = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    named = {re.sub(r"\$[A-Z]+", "*", path) for path in re.findall(r"\$POD(/api/v1/[\w/$-]+)", guide)}
    known = {re.sub(r"\{\w+\}", "*", path) for path in document["paths"]}
    assert len(named) >= 10
    assert named <= known


def test_every_kind_of_error_has_a_status():
    assert EXIT_CODES.keys() - {"usage"} <= problems.STATUS.keys()


def test_the_catalogue_says_what_can_be_ordered(shopper):
    tee = shopper.get("/api/v1/products/tee").json
    assert "tee/M/navy" in [v["sku"] for v in tee["variants"]]
    assert tee["areas"][0]["width_px"] > 1000
    assert [p["sku"] for p in shopper.get("/api/v1/products").json["items"]].count("tee") == 1
    assert len(shopper.get("/api/v1/styles").json["items"]) >= 6


def test_adapters_say_whether_they_are_ready(shop, shopper):
    key = shop.key(Role.VIEWER)
    providers = {p["name"]: p["state"] for p in shopper.get("/api/v1/providers", headers=key).json["items"]}
    assert providers["embedded"] == "ready"
    assert providers["gemini"] == "not set up"
    assert "manual" in [p["name"] for p in shopper.get("/api/v1/partners", headers=key).json["items"]]


def test_every_picture_drawn_is_in_the_ledger(shop, shopper):
    design_id = shop.drawn()
    book = shopper.get(f"/api/v1/ledger?design={design_id}", headers=shop.key()).json
    assert [(r["provider"], r["state"]) for r in book["items"]] == [("embedded", "settled")]
    assert book["spent_today"] == {"amount": "0.00", "currency": "USD"}


def test_a_pod_without_a_runner_lives_and_is_not_ready(shopper):
    assert shopper.get("/healthz").status_code == 200
    answer = shopper.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["parts"] == {"database": True, "files": True, "disk": True, "runner": False}
    assert answer.headers["Retry-After"]


def test_a_pod_with_a_runner_is_ready(shop, shopper):
    shop.services.runner.start()
    assert shopper.get("/readyz").json == {
        "status": "ready",
        "parts": {"database": True, "files": True, "disk": True, "runner": True},
    }


def test_a_disk_that_fills_up_stops_uploads_before_it_stops_the_shop(shop, shopper, monkeypatch):
    shop.services.runner.start()
    monkeypatch.setattr(shop.services.files, "free_bytes", lambda: 900_000_000)
    refused = shopper.post("/api/v1/uploads", **sent(a_picture()))
    assert_problem(refused, 503, "no_room")
    assert refused.headers["Retry-After"]
    assert shopper.post("/api/v1/designs", json=a_brief()).status_code == 202
    assert shopper.get("/readyz").status_code == 200
    monkeypatch.setattr(shop.services.files, "free_bytes", lambda: 100_000_000)
    assert shopper.get("/readyz").json["parts"]["disk"] is False


def test_the_numbers_say_how_many_jobs_wait(shop, shopper):
    shopper.post("/api/v1/designs", json={"subject": "a fox", "product": "tee", "candidates": 3})
    text = shopper.get("/metrics", headers=shop.key()).text
    assert 'pod_jobs{lane="model",state="ready"} 3' in text
    assert "pod_spent_today_usd 0.000000" in text


def test_the_numbers_are_in_the_form_that_prometheus_reads(shop, shopper):
    shopper.post("/api/v1/designs", json=a_brief())
    answer = shopper.get("/metrics", headers=shop.key(Role.METRICS))
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    sample = re.compile(r"(pod_[a-z_]+)(\{[a-z]+=\"[^\"\\\n]*\"(,[a-z]+=\"[^\"\\\n]*\")*\})? -?[0-9.]+")
    announced = set()
    for line in answer.text.splitlines():
        if line.startswith("# TYPE "):
            announced.add(line.split()[2])
        else:
            found = sample.fullmatch(line)
            assert found, line
            assert found[1] in announced
    assert {"pod_info", "pod_free_disk_bytes", "pod_jobs", "pod_oldest_ready_job_seconds"} <= announced


def test_a_long_queue_is_no_promise_to_a_shopper_and_no_limit_to_the_shop(shop, shopper):
    shopper.post("/api/v1/designs", json=a_brief())
    shop.watch.ahead += timedelta(minutes=6)
    refused = shopper.post("/api/v1/designs", json=a_brief())
    assert_problem(refused, 503, "queue_full")
    assert refused.headers["Retry-After"] == "120"
    assert shopper.post("/api/v1/designs", json=a_brief(), headers=shop.key()).status_code == 202


@pytest.fixture
def served(tmp_path):
    with serving(tmp_path) as pod:
        yield pod.process, pod.address, pod.said


def test_the_server_says_its_address_once_it_answers_and_stops_when_told(served):
    process, address, said = served
    with urllib.request.urlopen(f"{address}/readyz", timeout=10) as answer:
        assert json.load(answer)["status"] == "ready"
    assert "admin" in said
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0


def test_a_port_that_is_taken_is_named(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "pod", "serve", "--port", str(port)],
            env={**os.environ, "POD_DATA_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 7
    assert f"port {port}" in done.stderr
