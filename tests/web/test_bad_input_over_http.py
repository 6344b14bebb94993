"""Bad input over HTTP: every case of the tables gets a sentence with a code and a way out, and nothing is made or left."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from pod.model.caller import Role
from tests.bad_input import DRAWN_SENTENCES, REFUSED_SENTENCES, brief
from tests.pictures import LARGE_PRINTS, ODD, REFUSED, UPRIGHT_PX
from tests.printprep import bad_files
from tests.web.shop import Shop, assert_problem, sent


def leftovers(shop: Shop) -> list[Path]:
    """Files that are not whole and published: there are none, whatever was refused."""
    root = shop.services.settings.files_dir
    return [
        p for p in root.rglob("*") if p.is_file() and (p.name.endswith(".part") or "work" in p.relative_to(root).parts)
    ]


def still_serves(shop: Shop) -> None:
    assert shop.browser().get("/healthz").status_code == 200
    assert shop.browser().get("/api/v1/products").status_code == 200
    assert leftovers(shop) == []


@pytest.mark.parametrize("case", REFUSED_SENTENCES)
def test_a_sentence_that_cannot_be_drawn_makes_nothing(shop, shopper, case):
    changes, where, code = REFUSED_SENTENCES[case]
    body = assert_problem(shopper.post("/api/v1/designs", json=brief(**changes)), 422)
    told = {line["where"]: line["code"] for line in body["problems"]} or {where: body["code"]}
    assert told == {where: code}
    assert body["hint"] or body["problems"][0]["hint"]
    assert shopper.get("/api/v1/designs", headers=shop.key(Role.VIEWER)).json["items"] == []
    still_serves(shop)


@pytest.mark.parametrize("case", DRAWN_SENTENCES)
def test_a_sentence_that_is_only_odd_is_taken(shop, shopper, case):
    answer = shopper.post("/api/v1/designs", json=brief(subject=DRAWN_SENTENCES[case]))
    assert answer.status_code == 202, answer.text
    shown = shopper.get(f"/api/v1/designs/{answer.json['id']}").json
    assert shown["subject"] == DRAWN_SENTENCES[case], "kept as it was typed"


DOORS = ("/api/v1/uploads", "/api/v1/checks", "/api/v1/preflights")


@pytest.mark.parametrize(
    ("door", "case"),
    [(door, case) for door in DOORS for case in REFUSED if not ("preflights" in door and case in LARGE_PRINTS)],
)
def test_a_file_that_is_no_usable_picture_makes_nothing(shop, shopper, door, case):
    data, code = REFUSED[case]
    fields = {"product": "tee"} if door.endswith("preflights") else {}
    body = assert_problem(shopper.post(door, **sent(data, **fields)), 422)
    assert body["code"] == code
    assert body["detail"]
    assert body["hint"]
    assert [p for p in (shop.services.settings.files_dir / "blobs").rglob("*") if p.is_file()] == []
    still_serves(shop)


@pytest.mark.parametrize(
    "case", ["a page that unfolds", "a locked page", "a page tree that is a ring", "a TIFF that unfolds"]
)
def test_a_print_file_that_cannot_be_used_is_refused(shop, shopper, case):
    make, code = bad_files.REFUSED[case]
    body = assert_problem(shopper.post("/api/v1/preflights", **sent(make(), product="tee")), 422)
    assert body["code"] == code
    assert body["hint"]
    still_serves(shop)


def test_a_print_file_comes_back_with_its_places_marked_where_that_is_asked_for(shopper):
    data = bad_files.good_files()["TIFF"]
    plain = shopper.post("/api/v1/preflights", **sent(data, product="tee")).json
    marked = shopper.post("/api/v1/preflights", **sent(data, product="tee", marked="true")).json
    assert plain["marked_png"] == ""
    assert marked["findings"] == plain["findings"]
    assert next(f for f in marked["findings"] if f["rule"] == "outside_safe")["where_mm"]
    with Image.open(io.BytesIO(base64.b64decode(marked["marked_png"]))) as picture:
        picture.load()
        assert picture.format == "PNG"


@pytest.mark.parametrize("case", ODD)
def test_a_picture_that_is_only_odd_is_taken_upright(shopper, case):
    made = shopper.post("/api/v1/uploads", **sent(ODD[case]))
    assert made.status_code == 201, made.text
    assert (made.json["width_px"], made.json["height_px"]) == UPRIGHT_PX[case]
