"""A plain signed message, as Standard Webhooks has it: believed when it is signed and fresh, and never otherwise."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime

import pytest

from fulfillment.shops.plain import Plain, PlainSettings
from pod.model.errors import InputRefused, Problems
from pod.model.shoporder import NewsKind, Payment, ShopLine

KEY = b"0123456789abcdef0123456789abcdef"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
ORDER = {
    "id": "1001",
    "paid": True,
    "changed_at": "2026-11-26T10:00:00+01:00",
    "ship_to": {"name": "A. Reader", "line1": "1 Long Street", "city": "London", "country": "gb", "postcode": "N1 1AA"},
    "lines": [{"id": "7", "sku": "tee/M/navy", "quantity": 2, "design": "0123456789abcdef0123456789abcdef"}],
}


@pytest.fixture
def shop() -> Plain:
    return Plain(PlainSettings(secret=SECRET), lambda: NOW)


def signed(raw: bytes, key: bytes = KEY, event: str = "msg_1", at: datetime = NOW) -> dict[str, str]:
    """Made as the standard says, and not by what is under test."""
    sent_at = str(int(at.timestamp()))
    mac = hmac.new(key, b".".join([event.encode(), sent_at.encode(), raw]), hashlib.sha256).digest()
    return {
        "Webhook-Id": event,
        "Webhook-Timestamp": sent_at,
        "Webhook-Signature": "v1," + base64.b64encode(mac).decode(),
    }


def body(**changes: object) -> bytes:
    return json.dumps({**ORDER, **changes}).encode()


def test_a_signed_order_is_read_whole(shop):
    [news] = shop.read_webhook(signed(body()), body())
    assert (news.event_id, news.kind, news.order_ids) == ("msg_1", NewsKind.ORDER, ("1001",))
    assert news.order.lines == (ShopLine("7", "tee/M/navy", 2, "", ORDER["lines"][0]["design"]),)
    assert (news.order.payment, news.order.changed_at, news.order.ship_to.country) == (Payment.PAID, NOW, "GB")


def test_the_standards_own_example_is_genuine():
    """https://github.com/standard-webhooks/standard-webhooks, spec: the example of its reference libraries."""
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    then = datetime.fromtimestamp(1614265330, UTC)
    shop = Plain(PlainSettings(secret="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), lambda: then)
    with pytest.raises(Problems, match="cannot be read"):
        shop.read_webhook(headers, b'{"test": 2432232314}')
    assert shop.read_webhook(headers, b'{"test": 2432232315}') is None


@pytest.mark.parametrize(
    "change",
    [
        {"Webhook-Signature": ""},
        {"Webhook-Signature": "v1,AAAA"},
        {"Webhook-Id": "msg_2"},
        {"Webhook-Id": ""},
        {"Webhook-Timestamp": str(int(NOW.timestamp()) + 1)},
        {"Webhook-Timestamp": "yesterday"},
    ],
)
def test_what_was_not_signed_as_it_stands_is_not_genuine(shop, change):
    assert shop.read_webhook(signed(body()) | change, body()) is None


def test_a_changed_body_or_another_key_is_not_genuine(shop):
    assert shop.read_webhook(signed(body()), body(paid=False)) is None
    assert shop.read_webhook(signed(body(), b"another key of thirty-two bytes!"), body()) is None


@pytest.mark.parametrize("seconds", [-301, 301])
def test_an_old_recording_is_not_genuine(shop, seconds):
    at = datetime.fromtimestamp(NOW.timestamp() + seconds, UTC)
    assert shop.read_webhook(signed(body(), at=at), body()) is None


def test_both_secrets_are_good_while_one_is_changed():
    other = b"the secret that was there before"
    shop = Plain(PlainSettings(secret=SECRET, old_secret="whsec_" + base64.b64encode(other).decode()), lambda: NOW)
    assert shop.read_webhook(signed(body(), other), body())
    assert shop.read_webhook(signed(body()), body())


def test_one_good_signature_among_several_is_enough(shop):
    headers = signed(body())
    headers["Webhook-Signature"] = "v1,AAAA v1a,zzzz " + headers["Webhook-Signature"]
    assert shop.read_webhook(headers, body())


def test_everything_that_is_wrong_with_an_order_is_said_at_once(shop):
    raw = body(id="", paid="yes", changed_at="2026-11-26", lines=[{"sku": "", "quantity": 0}, {"quantity": True}])
    with pytest.raises(Problems) as refused:
        shop.read_webhook(signed(raw), raw)
    assert [where for where, _ in refused.value.problems] == ["lines[1]", "lines[2]", "id", "paid", "changed_at"]


@pytest.mark.parametrize("raw", [b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_refused_in_words(shop, raw):
    with pytest.raises(InputRefused, match="not a JSON object"):
        shop.read_webhook(signed(raw), raw)


def test_a_short_secret_is_remarked_on():
    assert "4 bytes" in Plain(PlainSettings(secret="whsec_" + base64.b64encode(b"weak").decode())).check_key()
    assert Plain(PlainSettings(secret=SECRET)).check_key() == ""


def test_a_line_may_bring_its_buyers_own_words(shop):
    raw = body(lines=[{"id": "7", "sku": "tee/M/navy", "quantity": 1, "words": "OLIVIA"}])
    [news] = shop.read_webhook(signed(raw), raw)
    assert news.order.lines[0].lettering == "OLIVIA"
