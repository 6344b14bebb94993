"""Bad input gets a sentence with a way out, never a trace, and nothing is made of it."""

from __future__ import annotations

import io

import pytest

from tests.web.shop import a_brief, a_picture, an_order, assert_problem, sent

DOORS = ["/api/v1/uploads", "/api/v1/checks"]


@pytest.mark.parametrize(
    ("wrong", "where", "words"),
    [
        ({"subject": ""}, "subject", "There is no sentence yet."),
        ({"product": "spaceship"}, "product", "spaceship"),
        ({"cloth": "plaid"}, "cloth", "plaid"),
        ({"style": "blurry"}, "style", "blurry"),
        ({"provider": "nobody"}, "provider", "nobody"),
        ({"candidates": 0}, "candidates", "0 candidates"),
        ({"candidates": 1000}, "candidates", "1000 candidates"),
        ({"candidates": "many"}, "candidates", "integer"),
        ({"placements": ["knee"]}, "placements", "knee"),
        ({"palette": ["#12"]}, "palette", "#12"),
        ({"seed": -1}, "seed", "greater"),
        ({"subject": "a\0b"}, "subject", "written down"),
        ({"subject": "a\ud800b"}, "subject", "written down"),
        ({"subject": None}, "subject", "string"),
        ({"colour": "red"}, "colour", "not permitted"),
    ],
)
def test_a_brief_that_cannot_be_drawn_is_refused_by_field(shop, shopper, wrong, where, words):
    body = assert_problem(shopper.post("/api/v1/designs", json=a_brief(**wrong)), 422, words)
    assert where in [line["where"] for line in body["problems"]]
    assert shopper.get("/api/v1/designs", headers=shop.key()).json["items"] == []


def test_everything_wrong_with_a_request_is_said_at_once(shopper):
    body = assert_problem(shopper.post("/api/v1/designs", json={"subject": "", "product": "x", "style": "y"}), 422)
    assert [line["where"] for line in body["problems"]] == ["subject", "style", "product"]
    assert all(line["message"] for line in body["problems"])


@pytest.mark.parametrize("data", ["{", "", "[]", "null", '"text"', "[" * 100_000, b"\xff\xfe"])
def test_what_is_no_json_object_is_refused(shopper, data):
    answer = shopper.post("/api/v1/designs", data=data, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert_problem(answer, answer.status_code)


def test_another_media_type_is_named(shopper):
    assert_problem(shopper.post("/api/v1/designs", data="a=b", content_type="text/plain"), 415, "application/json")


def test_json_of_a_pictures_size_is_not_parsed(shopper):
    answer = shopper.post("/api/v1/designs", json=a_brief(subject="x" * 300_000))
    assert_problem(answer, 413, "256 kB")


def test_a_text_in_place_of_a_file_is_refused(shopper):
    answer = shopper.post("/api/v1/checks", data={"file": "text"}, content_type="multipart/form-data")
    assert_problem(answer, 422, "multipart")


def test_no_file_at_all_is_refused(shopper):
    assert_problem(shopper.post("/api/v1/uploads", data={}, content_type="multipart/form-data"), 422, "file")


@pytest.mark.parametrize("door", [*DOORS, "/api/v1/preflights"])
def test_more_than_the_limit_is_not_even_read(shopper, door):
    data = io.BytesIO(b"\0" * (27 * 1024 * 1024))
    answer = shopper.post(door, data={"file": (data, "big.png")}, content_type="multipart/form-data")
    assert_problem(answer, 413, "25 MB")


def test_an_upload_is_written_anew_without_its_tags(shop, shopper):
    made = shopper.post("/api/v1/uploads", **sent(a_picture(640, 480)))
    assert (made.status_code, made.json["width_px"], made.json["height_px"]) == (201, 640, 480)
    assert shopper.get(made.json["file"]["url"]).data.startswith(b"\x89PNG")


def test_a_picture_is_checked_and_not_kept(shop, shopper):
    blobs = shop.services.settings.files_dir / "blobs"
    answer = shopper.post("/api/v1/checks", **sent(a_picture()))
    assert answer.status_code == 200
    assert answer.json["verdict"] in ("ready", "fixed", "choose", "blocked")
    assert list(blobs.rglob("*.*")) == [path for path in blobs.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"product": "spaceship"}, "spaceship"), ({"product": "tee", "area": "knee"}, "knee"), ({}, "product")],
)
def test_a_preflight_for_nothing_we_make_is_refused(shopper, fields, words):
    assert_problem(shopper.post("/api/v1/preflights", **sent(a_picture(), **fields)), 422, words)


def changed(order, **line):
    return {**order, "items": [{**order["items"][0], **line}]}


def test_an_order_that_cannot_be_taken_is_refused_by_line(shop, shopper):
    order = an_order(shop.approved()["current_version_id"])
    for wrong, where, words in [
        (changed(order, quantity=0), "items[1]", "quantity of 0"),
        (changed(order, quantity=-3), "items[1]", "quantity of -3"),
        (changed(order, quantity=10_001), "items[1]", "10001"),
        (changed(order, quantity="x"), "items.0.quantity", "integer"),
        (changed(order, variant="tee/XXXXL/navy"), "items[1]", "XXXXL"),
        (changed(order, variant="tee/M/black"), "items[1]", "black"),
        (changed(order, sku="mug-11oz"), "items[1]", "mug-11oz"),
        (changed(order, version_id="0" * 32), "items[1]", "no such version"),
        ({**order, "items": []}, "items", "at least one"),
        ({**order, "external_ref": ""}, "external_ref", "reference"),
        ({**order, "partner": "nobody"}, "partner", "nobody"),
        ({**order, "ship_to": {**order["ship_to"], "city": " "}}, "ship_to.city", "city"),
        ({**order, "ship_to": {**order["ship_to"], "country": "Britain"}}, "ship_to.country", "Britain"),
        ({**order, "ship_to": {"name": "A"}}, "ship_to.line1", "required"),
        ({**order, "gift": True}, "gift", "not permitted"),
    ]:
        body = assert_problem(shopper.post("/api/v1/orders", json=wrong), 422, words)
        assert where in [line["where"] for line in body["problems"]], body
    assert shopper.get("/api/v1/orders", headers=shop.key()).json["items"] == []


def test_a_version_nobody_approved_cannot_be_ordered(shop, shopper):
    order = an_order(shop.proofed()["current_version_id"])
    assert_problem(shopper.post("/api/v1/orders", json=order), 422, "not been approved")


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/designs/unknown", 404),
        ("GET", "/api/v1/designs/..%2f..%2fetc", 404),
        ("GET", "/api/v1/orders/unknown", 404),
        ("GET", "/api/v1/products/unknown", 404),
        ("PUT", "/api/v1/designs", 405),
        ("GET", "/files/nonsense", 404),
    ],
)
def test_what_is_not_there_is_a_problem_too(shopper, method, address, status):
    assert_problem(shopper.open(address, method=method), status)


@pytest.mark.parametrize(
    ("method", "address", "answers"),
    [
        ("PUT", "/api/v1/designs", {"GET", "HEAD", "POST", "OPTIONS"}),
        ("POST", f"/api/v1/designs/{'0' * 32}", {"GET", "HEAD", "DELETE", "OPTIONS"}),
        ("GET", f"/api/v1/orders/{'0' * 32}/mark-paid", {"POST", "OPTIONS"}),
        ("BREW", "/api/v1/products", {"GET", "HEAD", "OPTIONS"}),
        ("DELETE", "/healthz", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_another_method_is_told_which_there_are(shopper, method, address, answers):
    answer = shopper.open(address, method=method)
    assert_problem(answer, 405, "method")
    assert set(answer.headers["Allow"].split(", ")) == answers


def test_asking_for_the_methods_allows_no_other_site_anything(shopper):
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = shopper.options("/api/v1/designs", headers=asked)
    assert (answer.status_code, answer.data) == (200, b"")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("tail", ["%00", "%ff", "%ed%a0%80", "a" * 5000, "..", "%2e%2e%2f", "'%20OR%201=1", "🦊"])
@pytest.mark.parametrize("place", ["designs", "orders", "products"])
def test_an_id_that_is_none_is_refused_like_any_other(shop, place, tail):
    answer = shop.browser().get(f"/api/v1/{place}/{tail}", headers=shop.key())
    assert answer.status_code in (404, 422), answer.text
    assert_problem(answer, answer.status_code)


def test_a_person_gets_a_page_and_a_program_gets_json(shopper):
    page = shopper.get("/nothing", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.status_code == 404
    assert page.mimetype in ("text/html", "text/plain")
    assert "There is nothing at this address" in page.text
    assert_problem(shopper.get("/nothing", headers={"Accept": "*/*"}), 404)
    assert_problem(shopper.get("/api/v1/nothing", headers={"Accept": "text/html"}), 404)


def test_a_fault_of_ours_gives_a_number_and_no_trace(shop, shopper, monkeypatch, capsys):
    def broken(*_, **__):
        raise RuntimeError("planted: /secret/path")

    monkeypatch.setattr(shop.services.catalogue, "products", broken)
    answer = shopper.get("/api/v1/products")
    body = assert_problem(answer, 500, "unexpected")
    assert "planted" not in answer.text
    assert body["correlation_id"] == answer.headers["X-Correlation-Id"]
    logged = capsys.readouterr().out
    assert "planted" in logged
    assert body["correlation_id"] in logged
