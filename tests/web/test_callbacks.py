"""Callbacks of image services over HTTP: a genuine one brings the next look forward, and nothing else changes anything.

The real adapters speak with their test servers; the jobs run when a test says so.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import sqlite3
import time

import pytest

from pod.http import any_address
from pod.model.caller import DEFAULT_TENANT
from pod.model.ledger import LedgerState
from pod.providers.evolink import EvolinkSettings, evolink
from pod.providers.remote import Outside
from pod.settings.adapters import adapter_settings
from pod.web.limits import CALLBACKS
from tests.servers import evolink as evolinks
from tests.servers import fal as fals
from tests.servers import gemini as geminis
from tests.servers.evolink import EvolinkService
from tests.servers.fal import FalService
from tests.servers.gemini_batch import GeminiBatchService
from tests.servers.imageservice import Reply
from tests.web.shop import a_brief, assert_problem

SIGNING = base64.b64encode(b"a signing key of thirty-two bytes").decode()
SMALL = "gemini-3.1-flash-lite-image"
NEVER_BY_ITSELF_S = 3000.0


class Called:
    """A shop with one service that calls back, and one design under way there."""

    def __init__(self, shop, service, name):
        self.shop, self.service, self.name = shop, service, name
        self.address = shop.services.settings.callback_address(name).removeprefix("https://shop.example")

    def ask(self):
        answer = self.shop.browser().post("/api/v1/designs", json=a_brief(provider=self.name))
        assert answer.status_code == 202, answer.text
        self.design_id = answer.json["id"]
        self.shop.services.runner.drain()
        assert self.row.state is LedgerState.SUBMITTED, self.row
        return self

    @property
    def row(self):
        with self.shop.services.store.reading() as tx:
            (row,) = tx.ledger.page(DEFAULT_TENANT, design_id=self.design_id).items
            return row

    @property
    def task(self):
        return self.row.task_id.partition("|")[0]

    @property
    def looks(self):
        """How often the service has been asked about its task."""
        return sum(call.method == "GET" and call.route.endswith(self.task) for call in self.service.calls)

    def call(self, body, headers=None, address=None, **more):
        """The delivery's answer, after every job that it made due."""
        answer = self.shop.browser().post(address or self.address, data=body, headers=headers, **more)
        self.shop.services.runner.drain()
        return answer


@pytest.fixture
def unsigned(open_shop):
    """Evolink, which signs nothing. Asked about by itself only after most of an hour."""
    with EvolinkService() as service:
        own = {"POD_EVOLINK_API_KEY": evolinks.KEY, "POD_EVOLINK_BASE_URL": service.url, "POD_EVOLINK_MODEL": SMALL}
        shop = open_shop(**own, **a_shop_with("evolink"))
        settings = adapter_settings("evolink", EvolinkSettings, own, shop.services.settings.callback_address("evolink"))
        adapter = evolink(settings, Outside(links=any_address, link_schemes=("http",)))
        adapter.poll_s = NEVER_BY_ITSELF_S
        shop.services.generation._tools.providers["evolink"] = adapter
        yield Called(shop, service, "evolink")


@pytest.fixture
def signed(open_shop):
    """Gemini's batches, which are signed, as the start put them together. Asked about by itself after a minute."""
    with GeminiBatchService() as service:
        own = {
            "POD_GEMINI_BATCH_API_KEY": geminis.KEY,
            "POD_GEMINI_BATCH_WEBHOOK_SECRET": f"whsec_{SIGNING}",
            "POD_GEMINI_BATCH_BASE_URL": service.url,
            "POD_GEMINI_BATCH_MODEL": SMALL,
        }
        yield Called(open_shop(**own, **a_shop_with("gemini_batch")), service, "gemini_batch")


def a_shop_with(name):
    return {"POD_PROVIDERS": name, "POD_DAILY_BUDGET": "100", "POD_PUBLIC_URL": "https://shop.example"}


def delivery(task, kind="batch.succeeded", number=1):
    """The body and headers of a delivery that Google signs."""
    body = json.dumps({"type": kind, "data": {"id": task}}).encode()
    content = b".".join((f"msg_{number}".encode(), b"1795000000", body))
    signature = base64.b64encode(hmac.new(base64.b64decode(SIGNING), content, hashlib.sha256).digest()).decode()
    stamped = {"webhook-id": f"msg_{number}", "webhook-timestamp": "1795000000"}
    return body, {**stamped, "webhook-signature": f"v1,{signature}"}


@pytest.fixture
def published(open_shop):
    """fal, which signs with keys that it publishes, as the start put it together. Asked about by itself only after most of an hour."""
    with FalService() as service:
        own = {"POD_FAL_API_KEY": fals.KEY, "POD_FAL_BASE_URL": service.url, "POD_FAL_KEYS_URL": service.url}
        shop = open_shop(POD_FAL_MODEL="fal-ai/flux/dev", **own, **a_shop_with("fal"))
        shop.services.generation._tools.providers["fal"].poll_s = NEVER_BY_ITSELF_S
        yield Called(shop, service, "fal")


def everything(shop):
    """All that the database holds of jobs, calls and events."""
    path = shop.services.settings.data_dir / "pod.db"
    with sqlite3.connect(path) as database:
        return [database.execute(f"SELECT * FROM {name}").fetchall() for name in ("jobs", "ledger", "inbox")]


# --- no signature: the address is the secret


def test_a_callback_brings_the_look_forward_and_the_picture_is_there(unsigned):
    unsigned.ask()
    unsigned.shop.services.runner.drain()
    assert unsigned.looks == 0
    told = unsigned.service.callback(unsigned.task)
    assert unsigned.call(told).status_code == 204
    assert (unsigned.looks, unsigned.row.state) == (1, LedgerState.SETTLED)
    settled = everything(unsigned.shop)
    assert unsigned.call(told).status_code == 204, "late, and once more"
    assert everything(unsigned.shop) == settled
    assert len(unsigned.service.charged) == 1


def test_what_a_callback_says_of_the_task_is_not_believed(unsigned):
    """Failed, it says; the service itself says otherwise."""
    unsigned.ask()
    unsigned.service.callback(unsigned.task)
    assert unsigned.call(json.dumps({"id": unsigned.task, "status": "failed"})).status_code == 204
    assert unsigned.row.state is LedgerState.SETTLED


def test_news_that_comes_in_the_wrong_order_is_only_a_look_each(unsigned):
    unsigned.ask()
    for status in ("completed", "processing", "completed", "pending"):
        assert unsigned.call(json.dumps({"id": unsigned.task, "status": status})).status_code == 204
    assert unsigned.looks == 3
    assert len(unsigned.service.charged) == 1


def test_a_wrong_address_is_answered_404_and_changes_nothing(unsigned):
    unsigned.ask()
    told, before = unsigned.service.callback(unsigned.task), everything(unsigned.shop)
    for secret in ("", "x", "0" * 32, "%C3%BC", f"{unsigned.address.rpartition('/')[2]}0"):
        assert_problem(unsigned.call(told, address=f"/callbacks/evolink/{secret}"), 404)
    assert everything(unsigned.shop) == before
    assert unsigned.looks == 0


def test_one_services_address_is_not_anothers(unsigned, signed):
    assert unsigned.address.rpartition("/")[2] != signed.address.rpartition("/")[2]
    elsewhere = f"/callbacks/gemini_batch/{unsigned.address.rpartition('/')[2]}"
    assert_problem(unsigned.call(b"{}", address=elsewhere), 404, "no_page")


def test_a_task_that_nobody_asked_for_changes_nothing(unsigned):
    unsigned.ask()
    before = everything(unsigned.shop)
    for task in ("task-unified-1", "a\x00b", "\ud800", "%", "x" * 300):
        assert_problem(unsigned.call(json.dumps({"id": task})), 404, "unknown_task")
    for unreadable in (b"", b"{", b'{"id": ""}', b'{"id": []}', b"[" * 100_000):
        assert_problem(unsigned.call(unreadable), 401, "callback_not_genuine")
    assert everything(unsigned.shop) == before


def test_a_callback_that_overtook_our_own_note_of_the_task_may_come_again(unsigned):
    """Its first delivery finds no such task; it is not kept as heard."""
    early = json.dumps({"id": "task-unified-1795000000-00000000", "status": "completed"})
    assert_problem(unsigned.call(early), 404, "unknown_task")
    unsigned.ask()
    assert unsigned.task == "task-unified-1795000000-00000000"
    assert unsigned.call(early).status_code == 204
    assert unsigned.looks == 1


def test_a_service_that_is_not_asked_here_has_nothing_to_say(unsigned):
    secret = unsigned.shop.services.settings.callback_secret("fal")
    assert_problem(unsigned.call(b"{}", address=f"/callbacks/fal/{secret}"), 404, "unknown_provider")


def test_no_cookie_and_no_origin_is_looked_at(unsigned):
    unsigned.ask()
    foreign = {"Origin": "https://api.evolink.example", "Sec-Fetch-Site": "cross-site"}
    assert unsigned.call(unsigned.service.callback(unsigned.task), foreign).status_code == 204


def test_it_is_no_place_to_send_much_to_or_often(unsigned):
    assert_problem(unsigned.call(b"x" * 300_000), 413)
    browser = unsigned.shop.browser()
    codes = [browser.post("/callbacks/evolink/guess").status_code for _ in range(int(CALLBACKS.split()[0]))]
    assert set(codes[:-1]) == {404}
    assert codes[-1] == 429


# --- signed


def test_a_signed_callback_brings_one_look_forward_however_often_it_comes(signed):
    signed.ask()
    body, headers = delivery(signed.task)
    for _ in range(3):
        assert signed.call(body, headers).status_code == 204
    assert signed.looks == 1
    assert signed.call(*delivery(signed.task, "batch.expired", 2)).status_code == 204
    assert (signed.looks, signed.row.state) == (2, LedgerState.SETTLED)
    assert len(signed.service.charged) == 1


def test_a_forged_one_is_answered_401_and_changes_nothing(signed):
    signed.ask()
    body, headers = delivery(signed.task)
    before = everything(signed.shop)
    for forged in ((body, {}), (body + b" ", headers), (body, {**headers, "webhook-id": "msg_2"})):
        assert_problem(signed.call(*forged), 401, "callback_not_genuine")
    assert everything(signed.shop) == before
    assert signed.looks == 0


def test_a_genuine_signature_at_the_wrong_address_is_worth_nothing(signed):
    signed.ask()
    body, headers = delivery(signed.task)
    assert_problem(signed.call(body, headers, address="/callbacks/gemini_batch/guess"), 404)
    assert signed.looks == 0


def test_the_task_is_asked_about_without_any_callback(signed):
    signed.ask()
    with sqlite3.connect(signed.shop.services.settings.data_dir / "pod.db") as database:
        database.execute("UPDATE jobs SET run_at = 0")
    signed.shop.services.runner.drain()
    assert signed.looks == 1


# --- the address


def test_without_https_there_is_no_address_to_call(open_shop):
    with EvolinkService() as service:
        shop = open_shop(
            POD_EVOLINK_API_KEY=evolinks.KEY,
            POD_EVOLINK_BASE_URL=service.url,
            POD_EVOLINK_MODEL=SMALL,
            POD_PROVIDERS="evolink",
            POD_DAILY_BUDGET="100",
        )
        called = Called(shop, service, "evolink").ask()
        assert called.address == ""
        assert "callback_url" not in service.paid_calls()[-1].json()


def test_what_the_start_put_together_gives_the_address_to_the_service(open_shop):
    with EvolinkService() as service:
        own = {"POD_EVOLINK_API_KEY": evolinks.KEY, "POD_EVOLINK_BASE_URL": service.url, "POD_EVOLINK_MODEL": SMALL}
        called = Called(open_shop(**own, **a_shop_with("evolink")), service, "evolink").ask()
        assert service.paid_calls()[-1].json()["callback_url"] == f"https://shop.example{called.address}"


# --- signed with keys that are published


def test_a_callback_signed_with_a_published_key_brings_the_look_forward(published):
    published.ask()
    assert published.service.paid_calls()[-1].query["fal_webhook"].endswith(published.address)
    for _ in range(3):
        headers, body = published.service.callback(published.task, round(time.time()))
        assert published.call(body, headers).status_code == 204
    asked = [call for call in published.service.calls if call.route.endswith("/status")]
    assert len(asked) == 1, "the same delivery, three times"
    assert published.row.state is LedgerState.SUBMITTED


def test_a_forged_one_is_refused_and_one_that_cannot_be_checked_now_is_to_come_again(published, monkeypatch):
    published.ask()
    before = everything(published.shop)
    headers, body = published.service.callback(published.task, round(time.time()))
    monkeypatch.setattr(published.service, "route", lambda _: Reply(503))
    assert_problem(published.call(body, headers), 503, "callback_keys_away")
    monkeypatch.undo()
    assert_problem(published.call(body), 401, "callback_not_genuine")
    assert_problem(published.call(body, {**headers, "X-Fal-Webhook-Timestamp": "1795000000"}), 401)
    assert everything(published.shop) == before
