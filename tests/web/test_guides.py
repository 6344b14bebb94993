"""A picture as a guide, over the API and on the page: it reaches the image service, is shown again, and is refused in words."""

from __future__ import annotations

import io

import pytest

from tests.servers.openai import KEY, OpenAiService
from tests.services.bench import SHOPPER
from tests.web.shop import SENTENCE, a_brief, a_picture, sent
from tests.web.test_shopper_pages import Tab

ASKED = {"POD_PROVIDERS": "openai", "POD_OPENAI_MODEL": "gpt-image-1-mini", "POD_DAILY_BUDGET": "5"}


@pytest.fixture
def service():
    with OpenAiService() as service:
        yield service


@pytest.fixture
def shop(open_shop, service):
    """One whose image service takes pictures along."""
    return open_shop(**ASKED, POD_OPENAI_API_KEY=KEY, POD_OPENAI_BASE_URL=service.url)


def uploaded(browser) -> str:
    return str(browser.post("/api/v1/uploads", **sent(a_picture(600, 600))).json["id"])


def test_a_design_is_drawn_after_an_upload_and_paid_for_once_under_its_key(shop, shopper, service):
    body, key = a_brief(reference=uploaded(shopper)), {"Idempotency-Key": "0f4ad1c0-7d0e-4a53"}
    made, again = (shopper.post("/api/v1/designs", json=body, headers=key) for _ in range(2))
    assert (made.status_code, again.json["id"]) == (202, made.json["id"])
    shop.services.runner.drain()
    [candidate] = shopper.get(made.json["links"]["self"]).json["candidates"]
    assert candidate["state"] == "ready", candidate["reason"]
    [call] = service.paid_calls()
    assert call.route == "/v1/images/edits"
    assert b"attached picture is a guide" in call.body
    assert len(service.charged) == 1


def test_where_nobody_takes_a_picture_along_the_answer_says_what_to_do(open_shop):
    shop = open_shop()
    browser = shop.browser()
    answer = browser.post("/api/v1/designs", json=a_brief(reference=uploaded(browser)))
    assert answer.status_code >= 400
    assert answer.json["code"] == "no_guide"
    assert "takes no pictures along" in answer.json["detail"]
    assert "use_as" not in browser.get("/").text, "and the page does not offer it"


def test_a_guide_of_nobody_and_one_beside_an_own_picture_are_refused(shop, shopper):
    assert shopper.post("/api/v1/designs", json=a_brief(reference="0" * 32)).status_code == 404
    both = uploaded(shopper)
    answer = shopper.post("/api/v1/designs", json=a_brief(reference=both, artwork=both))
    assert answer.status_code == 422
    assert "the one or the other" in answer.text


def test_on_the_page_a_picture_is_used_as_a_guide_and_kept_where_something_else_is_wrong(shop):
    tab = Tab(shop.browser())
    tab.open("/")
    refused = tab.send("/", subject="", use_as="guide", file=(io.BytesIO(a_picture(600, 600)), "fox.png"))
    assert tab.page.xpath("//input[@name='use_as'][@value='guide'][@checked]"), refused
    assert "fox.png" in tab.page.xpath("//*[@class='upload']//img/@alt")[0]
    tab.send("/", subject=SENTENCE, product="tee")
    [made] = shop.browser().get("/api/v1/designs", headers=shop.key()).json["items"]
    brief = shop.services.designs.get(SHOPPER, made["id"]).brief
    assert (brief.upload_id, bool(brief.reference_id), len(brief.reference_sha256)) == ("", True, 64)
    assert tab.open(f"/?from={made['id']}").page.xpath("//input[@name='use_as'][@value='guide'][@checked]")
