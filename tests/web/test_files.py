"""Signed addresses: good for one file and some hours, and for nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pod.web.files import file_url
from tests.web.shop import a_picture, assert_problem


@pytest.fixture
def address(shop):
    ref = shop.services.files.put(a_picture(), "image/png")
    with shop.app.test_request_context():
        return file_url(ref)


def test_a_file_comes_as_it_is_and_may_do_nothing(shopper, address):
    answer = shopper.get(address)
    assert answer.data == a_picture()
    assert answer.mimetype == "image/png"
    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"].startswith("private, max-age=")


def test_a_second_look_and_a_part_of_it_cost_less(shopper, address):
    etag = shopper.get(address).headers["ETag"]
    assert shopper.get(address, headers={"If-None-Match": etag}).status_code == 304
    part = shopper.get(address, headers={"Range": "bytes=1-3"})
    assert (part.status_code, part.data) == (206, b"PNG")


def test_an_address_ends_within_twelve_hours(shop, shopper, address):
    shop.watch.ahead += timedelta(hours=5, minutes=59)
    assert shopper.get(address).status_code == 200
    shop.watch.ahead += timedelta(hours=6, minutes=2)
    assert_problem(shopper.get(address), 410, "expired")


def test_a_changed_address_opens_nothing(shopper, address):
    for place in (len("/files/") + 3, -1):
        changed = list(address)
        changed[place] = "A" if changed[place] != "A" else "B"
        assert_problem(shopper.get("".join(changed)), 404, "no such file")


def test_an_address_signed_by_another_pod_opens_nothing(open_shop, shopper, address, monkeypatch):
    other = open_shop(POD_SECRET_KEY="another secret of thirty-two bytes or more")
    assert_problem(other.browser().get(address), 404)
    assert shopper.get(address).status_code == 200


def test_a_file_that_has_been_erased_is_missed_in_a_sentence(shop, shopper, address):
    [blob] = [p for p in (shop.services.settings.files_dir / "blobs").rglob("*") if p.is_file()]
    blob.unlink()
    assert_problem(shopper.get(address), 404, "not in the store")


def test_a_download_has_its_name_in_any_script(shop, shopper):
    ref = shop.services.files.put(a_picture(), "image/png")
    with shop.app.test_request_context():
        address = file_url(ref, name="été-front.png", download=True)
    assert "%C3%A9t%C3%A9-front.png" in shopper.get(address).headers["Content-Disposition"]
