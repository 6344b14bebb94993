"""Where partners send their news, and where they fetch print files: to strangers there is nothing at either address."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest

from fulfillment.base import HandOffFile
from pod.model.geometry import Box, Size
from tests.doubles.printshop import SIGNATURE, Printshop, PrintshopSettings
from tests.web.shop import a_picture, assert_problem

BODY = json.dumps({"event": "e1", "reference": "job0000"}).encode()


@pytest.fixture
def shop_with_printshop(open_shop, tmp_path):
    shop = open_shop(POD_PUBLIC_URL="https://shop.example")
    shop.services.partnernews._tools.partners["printshop"] = Printshop(PrintshopSettings(str(tmp_path / "printshop")))
    return shop


@pytest.fixture
def address(shop_with_printshop):
    return shop_with_printshop.services.settings.webhook_address("printshop").removeprefix("https://shop.example")


def test_a_genuine_message_is_answered_200_at_the_secret_address(shop_with_printshop, address):
    answer = shop_with_printshop.browser().post(address, data=BODY, headers={"X-Printshop": SIGNATURE})
    assert (answer.status_code, answer.data) == (200, b"")


def test_a_wrong_signature_is_401_and_a_wrong_address_404(shop_with_printshop, address):
    browser = shop_with_printshop.browser()
    assert_problem(browser.post(address, data=BODY), 401, "message_not_genuine")
    guessed = f"{address[:-1]}{'0' if address[-1] != '0' else '1'}"
    assert_problem(browser.post(guessed, data=BODY, headers={"X-Printshop": SIGNATURE}), 404, "no_page")
    assert browser.get(address).status_code == 405


def test_the_address_of_one_partner_is_none_of_another(shop_with_printshop, address):
    other = address.replace("/printshop/", "/prodigi/")
    answer = shop_with_printshop.browser().post(other, data=BODY, headers={"X-Printshop": SIGNATURE})
    assert_problem(answer, 404, "no_page")


def test_a_message_that_is_too_large_is_not_read(shop_with_printshop, address):
    answer = shop_with_printshop.browser().post(address, data=b" " * 1_100_000, headers={"X-Printshop": SIGNATURE})
    assert answer.status_code == 413


def test_there_is_an_address_only_where_partners_can_call(open_shop):
    assert open_shop().services.settings.webhook_address("prodigi") == ""


# --- files for partners


@pytest.fixture
def file(shop):
    data = a_picture()
    ref = shop.services.files.put(data, "image/png")
    return HandOffFile("front", "png", ref.sha256, len(data), 8, 8, 300.0, Size(1, 1), 0.0, Box(0, 0, 1, 1), "srgb")


@pytest.fixture
def path(shop, file):
    return shop.services.links.address(file.sha256, file.format).removeprefix("http://127.0.0.1:8080")


def test_a_partner_gets_the_file_without_a_cookie_for_weeks(shop, file, path):
    stranger = shop.browser()
    for days in (0, 40):
        shop.watch.ahead = timedelta(days=days)
        answer = stranger.get(path)
        assert (answer.status_code, answer.mimetype) == (200, "image/png")
        assert hashlib.sha256(answer.data).hexdigest() == file.sha256
        assert "Set-Cookie" not in answer.headers
    assert stranger.head(path).status_code == 200


@pytest.mark.parametrize("odd", ["bytes=0-3,6-9", "lines=1-2"])
def test_a_partner_that_asks_for_odd_parts_gets_the_whole_and_for_one_part_that_part(shop, file, path, odd):
    stranger = shop.browser()
    whole = stranger.get(path, headers={"Range": odd})
    assert (whole.status_code, len(whole.data)) == (200, file.bytes)
    part = stranger.get(path, headers={"Range": "bytes=2-5"})
    assert (part.status_code, part.data) == (206, whole.data[2:6])


def test_a_partners_address_ends(shop, path):
    shop.watch.ahead = timedelta(days=46)
    assert_problem(shop.browser().get(path), 410, "link_expired")


def test_an_address_is_good_for_its_own_file_only(shop, path):
    other = shop.services.files.put(b"a secret", "image/png")
    _, _, signed, name = path.split("/")
    last = "B" if signed.endswith("A") else "A"
    for wrong in (f"/files/{signed}/{other.sha256}.png", f"/files/{signed[:-1]}{last}/{name}", f"/files/x/{name}"):
        assert_problem(shop.browser().get(wrong), 404, "no_file")
