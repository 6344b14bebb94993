"""Signed addresses: good for one file and some hours, and for nothing else."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest

from pod.web import files
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


WHOLE = a_picture()


@pytest.mark.parametrize(
    ("wanted", "status", "part"),
    [
        ("bytes=0-0", 206, WHOLE[:1]),
        ("bytes=-4", 206, WHOLE[-4:]),
        ("bytes=8-", 206, WHOLE[8:]),
        (f"bytes=0-{10**30}", 206, WHOLE),
        ("bytes=0-0,2-3", 200, WHOLE),
        (f"bytes={10**6}-", 416, b""),
        ("bytes=5-1", 200, WHOLE),
        ("bytes=-0", 200, WHOLE),
        ("bytes=a-b", 200, WHOLE),
        ("lines=1-2", 200, WHOLE),
        ("", 200, WHOLE),
    ],
)
def test_a_part_of_a_file_is_that_part_or_the_whole_or_a_refusal(shopper, address, wanted, status, part):
    answer = shopper.get(address, headers={"Range": wanted})
    assert answer.status_code == status
    if status == 416:
        assert_problem(answer, 416, "range")
        assert answer.headers["Content-Range"] == f"bytes */{len(WHOLE)}"
    else:
        assert answer.data == part


def test_a_part_of_a_file_that_has_changed_meanwhile_is_the_whole(shopper, address):
    etag = shopper.get(address).headers["ETag"]
    same = shopper.get(address, headers={"Range": "bytes=0-3", "If-Range": etag})
    other = shopper.get(address, headers={"Range": "bytes=0-3", "If-Range": '"another"'})
    assert (same.status_code, len(same.data)) == (206, 4)
    assert (other.status_code, other.data) == (200, WHOLE)


def test_looking_at_the_head_sends_no_body_and_the_same_headers(shopper, address):
    head, whole = shopper.head(address), shopper.get(address)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Cache-Control", "Content-Security-Policy"):
        assert head.headers[name] == whole.headers[name]


def test_a_file_is_got_and_nothing_else(shopper, address):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = shopper.open(address, method=method)
        assert_problem(answer, 405)
        assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    "path", ["../../../etc/passwd", "..%2f..%2fsecret.key", "%2e%2e/secret.key", "blobs", ".", "a" * 5000, "%00", "%ff"]
)
def test_no_path_leads_to_a_file(shopper, path):
    answer = shopper.get(f"/files/{path}")
    assert_problem(answer, 404)


def test_an_address_of_another_kind_opens_nothing(shop, shopper):
    """One that an older Pod has signed, or that was signed for something else."""
    for claims in (["0" * 64], "0" * 64, {"key": "0" * 64}, ["0" * 64, "image/png", "", False, "soon"]):
        with shop.app.test_request_context():
            signed = files._signer().dumps(claims)
        assert_problem(shopper.get(f"/files/{signed}"), 404, "no_file")


def test_what_comes_back_is_what_our_decoder_says_it_is(shop, shopper):
    """A page in disguise: the door for pictures takes pixels, and they leave as the picture they are."""
    page = b"<html><script>alert(1)</script>"
    disguised = io.BytesIO(a_picture() + page)
    made = shopper.post("/api/v1/uploads", data={"file": (disguised, "evil.html", "text/html")})
    answer = shopper.get(made.json["file"]["url"])
    assert (answer.mimetype, answer.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert page not in answer.data
    assert "html" not in answer.headers.get("Content-Disposition", "")


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
        for letter in "ABCDQz9-_":
            changed = list(address)
            if changed[place] != letter:
                changed[place] = letter
                assert_problem(shopper.get("".join(changed)), 404)


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
