"""The shopper's pages as a browser without scripts sees them: forms that post, and answers that lose nothing."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from flask.testing import FlaskClient
from lxml.html import FormElement, HtmlElement

import prompts
from pod.model.caller import DEFAULT_TENANT, Role, system_caller
from pod.model.design import CandidateState, DesignState
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.handoff import HandOffState
from pod.model.product import Kind
from pod.model.shipment import Shipment
from pod.web.pages import wording
from tests.web.shop import NOTHING_FOUND, SENTENCE, Shop, a_brief, a_picture, an_order

HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> {{ 7*7 }} '-alert(1)-'"
ADDRESS = {"name": "Ada Planted", "line1": "7 Secret Street", "city": "London", "country": "GB", "email": "a@b.example"}
UNKNOWN = "0" * 32
HTML = {"Accept": "text/html"}


@dataclass
class Tab:
    """A browser's tab that runs no scripts. `status` and `headers` are those of the page that is shown."""

    client: FlaskClient
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    address: str = ""
    html: str = ""

    def open(self, address: str, **arguments: Any) -> Tab:
        headers = {**HTML, **arguments.pop("headers", {})}
        return self._shown(self.client.get(address, headers=headers, follow_redirects=True, **arguments))

    def _shown(self, answer: Any) -> Tab:
        self.status, self.headers, self.html = answer.status_code, dict(answer.headers), answer.text
        self.address = answer.request.full_path.rstrip("?")
        return self

    @property
    def page(self) -> HtmlElement:
        return lxml.html.fromstring(self.html)

    @property
    def text(self) -> str:
        """What can be read, without scripts and without runs of blanks."""
        page = self.page
        for script in page.xpath("//script|//noscript"):
            script.drop_tree()
        return " ".join(page.text_content().split())

    def form(self, ending: str, button: str = "", part: str = "") -> FormElement:
        """The form that posts to an address with this ending: the one whose button has this value, or in this part."""
        forms = self.part(part).xpath(".//form") if part else self.page.forms
        found = [f for f in forms if (f.get("action") or "").endswith(ending)]
        fitting = [f for f in found if not button or f.xpath(f".//button[@value='{button}']")]
        assert fitting, f"no form posts to …{ending} in {[f.get('action') for f in self.page.forms]}"
        return fitting[0]

    def send(self, ending: str, *, button: str = "", press: str = "", part: str = "", **typed: Any) -> Tab:
        """Fills in `typed` and submits, as pressing the button does: by its value (`button`) or its name (`press`)."""
        form = self.form(ending, button, part)
        values = {**dict(form.form_values()), **_chosen(form)}
        pressed = form.xpath(f".//button[@value='{button}']" if button else f".//button[@name='{press}']")
        if not button and not press and len(form.xpath(".//button")) == 1:
            pressed = form.xpath(".//button")
        if pressed and pressed[0].get("name"):
            values[pressed[0].get("name")] = pressed[0].get("value")
        multipart = form.get("enctype") == "multipart/form-data"
        return self._shown(
            self.client.post(
                form.get("action"),
                data={**values, **typed},
                content_type="multipart/form-data" if multipart else None,
                headers=HTML,
                follow_redirects=True,
            )
        )

    def typed(self, name: str) -> str:
        """What stands in a field."""
        [found] = self.page.xpath(f"//*[@name='{name}'][not(@type='radio')]")
        return str(found.value or "")

    def chosen(self, name: str) -> str:
        return str(self.page.xpath(f"//input[@type='radio'][@name='{name}'][@checked]/@value")[0])

    def wrong(self, name: str) -> str:
        """The sentence beside a field, "" where there is none. The field must name it."""
        found = self.page.xpath(f"//*[@id='{name}-wrong']")
        if not found:
            return ""
        if fields := self.page.xpath(f"//*[@name='{name}'][not(@type='radio')]"):
            assert f"{name}-wrong" in (fields[0].get("aria-describedby") or ""), f"{name} does not say what is wrong"
            assert fields[0].get("aria-invalid") == "true"
        return " ".join(found[0].text_content().split())

    def part(self, name: str) -> HtmlElement:
        [found] = self.page.xpath(f"//*[@data-part='{name}']")
        return found


def _chosen(form: FormElement) -> dict[str, str]:
    """lxml takes an empty value for none at all."""
    return {r.get("name"): r.get("value") for r in form.xpath(".//input[@type='radio'][@checked]")}


class Here:
    """Image work in this very process."""

    def call(self, work: Callable[[Any], Any], argument: Any, **_: Any) -> Any:
        return work(argument)


@pytest.fixture(autouse=True)
def small_and_here(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawings of 512 pixels, drawn at once: what the pages do with them is the same. The journeys draw them in full."""
    monkeypatch.setattr("pod.providers.embedded.provider.SIDE_PX", 512)
    shop.services.designs._tools.offload = Here()


@pytest.fixture
def tab(shop: Shop) -> Tab:
    return Tab(shop.browser())


def designs(shop: Shop) -> list[dict[str, Any]]:
    return list(shop.browser().get("/api/v1/designs", headers=shop.key()).json["items"])


# --- the whole job


def test_the_whole_job_needs_no_script(shop, tab):
    tab.open("/").send("/", subject=SENTENCE, product="tee", **{"cloth-tee": "navy"})
    assert (tab.status, tab.address[:3]) == (200, "/d/")
    assert tab.page.xpath("//noscript/meta[@http-equiv='refresh']"), "a waiting page loads again by itself"
    shop.services.runner.drain()

    tab.open(tab.address)
    assert len(tab.page.xpath("//button[@name='candidate'][contains(@class, 'primary')]")) == 4
    assert not tab.page.xpath("//noscript/meta"), "a page that waits for a person does not"
    tab.send("/choose", button="2")
    shop.services.runner.drain()

    tab.open(tab.address).send("/change", lettering="ÉTÉ & SUN 2026", cloth="black")
    assert tab.typed("lettering") == "ÉTÉ & SUN 2026"
    shop.services.runner.drain()

    tab.open(tab.address)
    [proof] = tab.page.xpath("//img[@id='proof']")
    assert "Unisex T-shirt in black" in proof.get("alt")
    assert "ÉTÉ & SUN 2026" in proof.get("alt")
    assert re.search(r"\d\d\.\d × \d\d\.\d cm on the front", tab.text)
    tab.send("/approve")

    tab.send("/order", size="M", quantity="2", **ADDRESS)
    assert tab.address.startswith("/o/")
    assert "We have your order" in tab.text
    assert "2 × Unisex T-shirt" in tab.text
    assert "black, size M" in tab.text
    assert "$48.00" in tab.text
    assert "Secret Street" not in tab.html


# --- a new design


def test_a_form_that_is_sent_twice_is_one_design(shop, tab):
    tab.open("/")
    form = Tab(tab.client, html=tab.html)
    first = tab.send("/", subject=SENTENCE).address
    assert form.send("/", subject=SENTENCE).address == first
    assert len(designs(shop)) == 1


def test_a_form_that_is_gone_back_to_and_changed_is_another_design(shop, tab):
    tab.open("/")
    form = Tab(tab.client, html=tab.html)
    first = tab.send("/", subject=SENTENCE).address
    assert form.send("/", subject="a badger in a boat").address != first
    assert len(designs(shop)) == 2


def test_every_form_that_is_handed_out_has_a_key_of_its_own(tab):
    assert tab.open("/").typed("key") != tab.open("/").typed("key")


def test_everything_wrong_is_said_at_once_beside_its_field_and_nothing_typed_is_lost(shop, tab):
    long = "x" * 501
    tab.open("/").send("/", subject=long, product="tote", style="blurry", lettering="KEPT", **{"cloth-tote": "plaid"})
    assert tab.status == 422
    assert "501" in tab.wrong("subject")
    assert "plaid" in tab.wrong("cloth")
    assert "blurry" in tab.wrong("style")
    assert (tab.typed("subject"), tab.typed("lettering"), tab.chosen("product")) == (long, "KEPT", "tote")
    assert tab.page.xpath("//*[@autofocus]/@name") == ["subject"]
    assert designs(shop) == []


@pytest.mark.parametrize(("subject", "words"), [("", "no sentence yet"), ("x" * 10_000, "10000"), ("\0\ud800", "")])
def test_a_sentence_that_cannot_be_read_is_answered_with_a_sentence(tab, subject, words):
    tab.open("/").send("/", subject=subject.encode("utf-8", "replace").decode())
    assert tab.status in (200, 422)
    assert words in tab.wrong("subject")


def test_a_protected_name_is_named_and_a_wording_that_passes_is_one_press_away(shop, tab):
    tab.open("/").send("/", subject="mickey mouse on a bicycle", lettering="HELLO")
    assert "mickey mouse" in tab.wrong("subject")
    assert tab.typed("subject") == "mickey mouse on a bicycle"
    tab.send("/", press="use")
    assert tab.address.startswith("/d/"), tab.text
    [made] = designs(shop)
    assert "mickey" not in made["subject"]
    assert made["subject"].endswith("on a bicycle")
    assert made["lettering"] == "HELLO"


def test_a_protected_name_in_the_words_is_said_beside_the_words(tab):
    tab.open("/").send("/", subject=SENTENCE, lettering="MICKEY MOUSE")
    assert "MICKEY MOUSE" in tab.wrong("lettering")
    assert tab.wrong("subject") == ""
    tab.send("/", press="use_lettering")
    assert tab.address.startswith("/d/"), tab.text


def test_a_picture_that_was_sent_is_kept_while_the_rest_is_put_right(shop, tab):
    tab.open("/").send("/", product="tee", style="blurry", file=(io.BytesIO(a_picture()), "mine.png"))
    assert tab.status == 422
    assert tab.page.xpath("//img[contains(@alt, 'mine.png')]")
    tab.send("/", style="")
    assert "Your own picture" in tab.text
    shop.services.runner.drain()
    assert len(tab.open(tab.address).page.xpath("//button[@name='candidate']")) == 1


def test_a_file_that_is_no_picture_is_refused_beside_its_field(tab):
    tab.open("/").send("/", subject=SENTENCE, file=(io.BytesIO(b"a letter"), "letter.docx"))
    assert tab.status == 422
    assert "PNG, JPEG, WebP or TIFF" in tab.wrong("file")
    assert tab.typed("subject") == SENTENCE


def test_a_picture_that_was_sent_can_be_taken_away_again(tab):
    tab.open("/").send("/", style="blurry", file=(io.BytesIO(a_picture()), "mine.png"))
    tab.send("/", subject=SENTENCE, remove_upload="1", style="")
    assert SENTENCE in tab.text


def test_the_cloth_of_one_product_is_not_lost_by_looking_at_another(tab):
    tab.open("/").send("/", subject="", product="tote", **{"cloth-tee": "red", "cloth-tote": "black"})
    assert (tab.chosen("cloth-tee"), tab.chosen("cloth-tote")) == ("red", "black")


def test_an_example_fills_the_sentence_in(tab):
    [example, *_] = tab.open("/").page.xpath("//a[@data-fill]")
    assert tab.open(example.get("href")).typed("subject") == example.text_content()


def test_every_product_is_shown_with_its_picture_its_colours_and_its_price(shop, tab):
    tab.open("/")
    for product in shop.services.catalogue.products():
        if not product.listed:
            assert not tab.page.xpath(f"//*[@data-product='{product.sku}']"), "made for a marketplace"
            continue
        [card] = tab.page.xpath(f"//*[@data-product='{product.sku}']")
        assert product.name in card.text_content()
        assert "$" in card.xpath(".//*[@class='price']")[0].text_content()
        assert card.xpath(".//img/@src") == [f"/pictures/{product.sku}/{product.cloths[0].name}.webp"]
        if len(product.cloths) > 1:
            names = [" ".join(c.text_content().split()) for c in card.xpath(".//*[@class='cloth']")]
            assert names == [c.name for c in product.cloths]


def test_products_stand_on_shelves_by_kind_and_only_the_chosen_ones_is_open(shop, tab):
    """What is closed loads no picture."""
    tab.open("/").send("/", subject="", product="mug-15oz")
    shelves = tab.page.xpath("//details[contains(@class, 'shelf')]")
    assert len(shelves) == len(Kind)
    [opened] = [s for s in shelves if "open" in s.attrib]
    assert "mug-15oz" in opened.xpath(".//@data-product")
    assert {shop.services.catalogue.product(sku).kind for sku in opened.xpath(".//@data-product")} == {Kind.MUGS}
    eager = tab.page.xpath("//details[contains(@class, 'shelf')]//img[@loading='eager']")
    assert [image.xpath("ancestor::*[@data-product]/@data-product") for image in eager] == [["mug-15oz"]]


@pytest.mark.parametrize("sku", ["hoodie", "canvas-12x16", "sticker-sheet"])
def test_a_products_picture_is_drawn(tab, sku):
    tab.open("/")
    picture = tab.client.get(tab.page.xpath(f"//*[@data-product='{sku}']//img/@src")[0])
    assert (picture.status_code, picture.mimetype) == (200, "image/webp")


def test_every_style_is_offered_with_a_picture_and_letting_it_choose_is_the_start(tab):
    tab.open("/")
    assert tab.chosen("style") == ""
    for style in prompts.styles():
        [card] = tab.page.xpath(f"//label[.//input[@name='style'][@value='{style.name}']]")
        assert style.title in card.text_content()
        assert card.xpath(".//img/@src"), f"{style.name} has no picture: run python -m tests.example_pictures"
        assert tab.client.get(card.xpath(".//img/@src")[0]).status_code == 200


# --- a design


def drawn(shop: Shop, **asked: Any) -> str:
    return f"/d/{shop.design(**asked)}"


def test_a_drawing_is_described_in_words_for_those_who_cannot_see_it(shop, tab):
    tab.open(f"/d/{shop.drawn(style='retro-sunset')}")
    [alt] = tab.page.xpath("//li[@data-part='candidate-1']//img/@alt")
    assert "fox" in alt
    assert "Retro sunset" in alt
    assert re.search(r"Main colours: \w+, \w+", alt)


def test_a_design_that_is_changed_is_a_new_version_and_the_old_one_can_be_gone_back_to(shop, tab):
    shown = shop.proofed(lettering="READ ON")
    first = shown["current_version_id"]
    tab.open(f"/d/{shown['id']}").send("/change", lettering="READ MORE", cloth="red")
    assert "Version 2" in tab.part("versions").text_content()
    tab.send("/back", button=first)
    assert tab.typed("lettering") == "READ ON"
    assert tab.chosen("cloth") == "navy"
    versions = tab.client.get(f"/api/v1/designs/{shown['id']}/versions").json["items"]
    assert [v["lettering"] for v in versions] == ["READ ON", "READ MORE", "READ ON"]


def test_an_older_version_can_be_looked_at_and_is_not_taken_for_the_newest(shop, tab):
    shown = shop.proofed(lettering="READ ON")
    tab.open(f"/d/{shown['id']}").send("/change", lettering="READ MORE")
    tab.open(f"/d/{shown['id']}?version={shown['current_version_id']}")
    assert "Version 1 (not the newest)" in tab.text
    assert not [f for f in tab.page.forms if f.get("action").endswith("/approve")]


def test_a_version_of_another_design_is_not_there(shop, tab):
    theirs, ours = shop.proofed(), drawn(shop)
    assert tab.open(f"{ours}?version={theirs['current_version_id']}").status == 404


def test_sending_the_same_change_again_makes_no_version(shop, tab):
    shown = shop.proofed(lettering="READ ON")
    tab.open(f"/d/{shown['id']}").send("/change")
    assert len(tab.client.get(f"/api/v1/designs/{shown['id']}/versions").json["items"]) == 1


def test_what_goes_round_a_canvas_is_chosen_on_its_page_and_kept_in_the_recipe(shop, tab):
    shown = shop.proofed(product="canvas-12x12", cloth="white")
    tab.open(f"/d/{shown['id']}")
    assert tab.chosen("wrap") == "mirror"
    assert "Round the edge: mirrored" in tab.part("decide").text_content()
    tab.send("/change", wrap="colour")
    assert tab.chosen("wrap") == "colour"
    versions = tab.client.get(f"/api/v1/designs/{shown['id']}/versions").json["items"]
    assert [v["wrap"] for v in versions] == ["mirror", "colour"]
    tab.send("/change", wrap="folded")
    assert (tab.status, tab.chosen("wrap")) == (422, "colour")
    assert "Choose one of the three" in tab.wrong("wrap")


def test_a_product_without_an_edge_offers_no_wrap(shop, tab):
    tab.open(f"/d/{shop.proofed()['id']}")
    assert not tab.page.xpath("//input[@name='wrap']")
    tab.send("/change", wrap="image")
    assert tab.status == 422
    assert "has no edge" in tab.wrong("wrap")


def test_words_that_cannot_be_set_are_refused_beside_them_and_stay_as_typed(shop, tab):
    shown = shop.proofed(lettering="READ ON")
    tab.open(f"/d/{shown['id']}").send("/change", lettering="SUN 🌞")
    assert tab.status == 422
    assert "Emoji" in tab.wrong("lettering")
    assert tab.typed("lettering") == "SUN 🌞"
    assert tab.client.get(f"/api/v1/designs/{shown['id']}").json["version"]["lettering"] == "READ ON"


def test_another_drawing_takes_the_words_and_the_cloth_with_it(shop, tab):
    design_id = shop.drawn(candidates=2, lettering="READ ON")
    tab.open(f"/d/{design_id}").send("/choose", button="1")
    shop.services.runner.drain()
    tab.open(f"/d/{design_id}").send("/change", lettering="READ MORE", cloth="red")
    shop.services.runner.drain()
    tab.open(f"/d/{design_id}").send("/choose", button="2")
    assert (tab.typed("lettering"), tab.chosen("cloth")) == ("READ MORE", "red")


def test_choosing_twice_is_choosing_once(shop, tab):
    tab.open(drawn(shop))
    twice = Tab(tab.client, html=tab.html)
    assert tab.send("/choose", button="1").status == 200
    assert twice.send("/choose", button="1").status == 200
    assert len(tab.client.get(f"/api/v1/designs/{tab.address[3:]}/versions").json["items"]) == 1


def test_a_yes_to_a_proof_that_has_been_replaced_is_refused(shop, tab):
    """Two tabs: one changes the words, the other says yes to what it still shows."""
    shown = shop.proofed(lettering="READ ON")
    address = f"/d/{shown['id']}"
    tab.open(address)
    other = Tab(shop.browser()).open(address).send("/change", lettering="READ MORE")
    newer = tab.client.get(f"/api/v1/designs/{shown['id']}").json["current_version_id"]
    shop._print_set(shown["id"], newer, DesignState.PROOF_READY, NOTHING_FOUND)
    assert other.open(address).part("decide").xpath(".//button[@id='approve']")
    tab.send("/approve")
    assert tab.status == 409
    assert "changed since you looked" in tab.part("problem").text_content()
    assert tab.client.get(f"/api/v1/designs/{shown['id']}").json["state"] == "proof_ready"


def test_saying_yes_twice_is_one_yes(shop, tab):
    address = f"/d/{shop.proofed()['id']}"
    tab.open(address)
    twice = Tab(tab.client, html=tab.html)
    assert tab.send("/approve").status == twice.send("/approve").status == 200


def test_where_the_shop_approves_as_well_that_is_said(open_shop):
    shop = open_shop(POD_APPROVALS="both")
    tab = Tab(shop.browser()).open(f"/d/{shop.proofed()['id']}").send("/approve")
    assert "The shop looks at it too" in tab.text


FINDINGS = Findings(
    (
        Finding("off_centre", Severity.FIXED, "It was left of centre.", "7.1 %", "2 %", after="0.0 %"),
        Finding("thin_lines", Severity.CHOOSE, "Some lines are thin.", "0.2 mm", "0.35 mm", way_out="Print it larger."),
        Finding("invisible_on_cloth", Severity.BLOCKED, "It cannot be seen.", "99 %", "95 %", way_out="Other cloth."),
    ),
    ("words_in_the_drawing",),
)


LEVELS = ("Cannot print", "Please look", "Fixed")


def found_at(shop: Shop, findings: Findings) -> str:
    """The address of a design whose print file has these findings, as preparing leaves it."""
    design_id = shop.design()
    version = shop.browser().post(f"/api/v1/designs/{design_id}/choose", json={"candidate": 1}).json["id"]
    shop._print_set(design_id, version, DesignState.WAITING_CUSTOMER, findings)
    return f"/d/{design_id}"


def test_findings_say_what_was_seen_what_was_done_and_the_way_out_the_worst_first(shop, tab):
    tab.open(found_at(shop, FINDINGS))
    lines = [
        " ".join(li.text_content().split()) for li in tab.part("findings").xpath(".//li[contains(@class, 'finding')]")
    ]
    order = [next(n for n, word in enumerate(LEVELS) if line.startswith(word)) for line in lines]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}
    assert "Cannot print It cannot be seen. Measured: 99 %. Wanted: 95 %. Other cloth." in lines
    assert "Please look Some lines are thin. Measured: 0.2 mm. Wanted: 0.35 mm. Print it larger." in lines
    assert "Fixed It was left of centre. Before: 7.1 %. Now: 0.0 %." in lines
    assert "letters are hidden" in tab.part("findings").text_content()


def test_what_cannot_print_cannot_be_approved(shop, tab):
    tab.open(found_at(shop, FINDINGS))
    assert "It cannot be seen." in tab.part("status").text_content()
    assert not [f for f in tab.page.forms if f.get("action").endswith("/approve")]


class Broken:
    """Image work that does not work."""

    def call(self, *_: Any, **__: Any) -> Any:
        raise InputRefused("too_much_work", "This picture needs more than 20 s.", "Use a simpler one.")


@pytest.fixture
def broken(shop: Shop) -> Callable[[], Callable[[], None]]:
    """Breaks the image work; what it returns mends it."""
    tools = shop.services.designs._tools
    working = tools.offload

    def breaking() -> Callable[[], None]:
        tools.offload = Broken()
        return lambda: setattr(tools, "offload", working)

    return breaking


def test_a_drawing_that_failed_says_why_and_is_tried_again_at_no_cost(shop, tab, broken):
    mend = broken()
    design_id = shop.drawn()
    tab.open(f"/d/{design_id}")
    assert "more than 20 s" in tab.text
    assert "It costs nothing." in tab.text
    mend()
    tab.send("/retry")
    shop.services.runner.drain()
    assert tab.open(f"/d/{design_id}").send("/choose", button="1").status == 200


def test_one_failed_drawing_beside_good_ones_is_tried_again_alone(shop, tab):
    design_id = shop.drawn(candidates=2)
    with shop.services.store.writing() as tx:
        design = tx.designs.get(DEFAULT_TENANT, design_id)
        lost = replace(design.candidates[1], state=CandidateState.DRAWING)
        tx.designs.bench.connection.exec_driver_sql(
            "UPDATE candidates SET state = 'drawing' WHERE design_id = ? AND n = 2", (design_id,)
        )
        tx.designs.move_candidate(DEFAULT_TENANT, lost, CandidateState.FAILED, reason="The service did not answer.")
    tab.open(f"/d/{design_id}")
    assert "The service did not answer." in tab.part("candidate-2").text_content()
    assert tab.part("candidate-1").xpath(".//button[@name='candidate']")
    tab.send("/retry")
    shop.services.runner.drain()
    states = [c["state"] for c in tab.client.get(f"/api/v1/designs/{design_id}").json["candidates"]]
    assert states == ["ready", "ready"]


def test_print_files_that_failed_are_prepared_again(shop, tab, broken):
    address = drawn(shop)
    mend = broken()
    tab.open(address).send("/choose", button="1")
    shop.services.runner.drain()
    assert "That did not work." in tab.open(address).text
    mend()
    tab.send("/retry")
    shop.services.runner.drain()
    assert tab.open(address).page.xpath("//img[@id='proof']")


def test_trying_again_where_nothing_failed_changes_nothing(shop, tab):
    address = drawn(shop)
    tab.open(address)
    token = tab.page.xpath("//input[@name='csrf_token']/@value")[0]
    answer = tab.client.post(f"{address}/retry", data={"csrf_token": token})
    assert answer.status_code == 409
    assert tab.client.get(f"/api/v1/designs/{address[3:]}").json["state"] == "artwork_ready"


def test_a_design_that_the_image_service_refused_says_so_and_offers_another_sentence(shop, tab):
    design_id = shop.browser().post("/api/v1/designs", json=a_brief(lettering="KEPT")).json["id"]
    with shop.services.store.writing() as tx:
        design = tx.designs.get(DEFAULT_TENANT, design_id)
        tx.designs.move(design, DesignState.REFUSED, system_caller(DEFAULT_TENANT, "generate"), "It was refused.")
    tab.open(f"/d/{design_id}")
    assert "It was refused." in tab.text
    assert "Nothing was charged." in tab.text
    [link] = tab.part("status").xpath(".//a/@href")
    tab.open(link)
    assert (tab.typed("subject"), tab.typed("lettering")) == (SENTENCE, "KEPT")


def test_what_the_shop_sent_back_says_why(shop, tab):
    shown = shop.proofed()
    shop.services.approvals.reject(system_caller(DEFAULT_TENANT, "shop"), shown["id"], "The moon is too big.")
    assert "The moon is too big." in tab.open(f"/d/{shown['id']}").text


def test_changing_the_sentence_starts_with_everything_filled_in(shop, tab):
    design_id = shop.drawn(style="badge", lettering="READ ON", product="tee", cloth="red")
    [link] = tab.open(f"/d/{design_id}").part("foot").xpath(".//a[contains(@href, 'from=')]/@href")
    tab.open(link)
    assert (tab.typed("subject"), tab.typed("lettering")) == (SENTENCE, "READ ON")
    assert (tab.chosen("product"), tab.chosen("cloth-tee"), tab.chosen("style")) == ("tee", "red", "badge")


def test_more_like_this_asks_again_with_other_seeds(shop, tab):
    design_id = shop.drawn(lettering="READ ON")
    tab.open(f"/d/{design_id}")
    again = Tab(tab.client, html=tab.html)
    tab.send("/again", part="foot")
    assert tab.address not in ("", f"/d/{design_id}")
    assert again.send("/again", part="foot").address == tab.address, "pressed twice it is one more design"
    with shop.services.store.reading() as tx:
        old, new = (tx.designs.get(DEFAULT_TENANT, address) for address in (design_id, tab.address[3:]))
    assert replace(new.brief, seed=None) == replace(old.brief, seed=None)
    assert new.brief.seed != old.brief.seed


def test_more_like_one_drawing_keeps_its_style(shop, tab):
    design_id = shop.drawn(candidates=2)
    tab.open(f"/d/{design_id}")
    tab.send("/again", button="2")
    with shop.services.store.reading() as tx:
        old, new = (tx.designs.get(DEFAULT_TENANT, address) for address in (design_id, tab.address[3:]))
        drawn = tx.designs.artwork(DEFAULT_TENANT, old.candidates[1].artwork_id)
    assert new.brief.style == wording.style_shown(old.candidates[1], drawn)
    assert drawn.facts["layout"] in prompts.style(new.brief.style).layouts


@pytest.mark.parametrize(
    ("layout", "slots", "shown"),
    [
        ("low_poly", {"layouts": ""}, "low-poly"),
        ("badge", {"layouts": ""}, "badge"),
        ("night", {"layouts": ""}, ""),
        ("badge", {"layouts": "low_poly"}, "low-poly"),
        (None, {}, "low-poly"),
    ],
)
def test_a_drawing_is_called_by_the_style_that_it_is_in_and_not_by_one_that_was_only_tried(shop, layout, slots, shown):
    design_id = shop.drawn()
    with shop.services.store.reading() as tx:
        [candidate] = tx.designs.get(DEFAULT_TENANT, design_id).candidates
        artwork = tx.designs.artwork(DEFAULT_TENANT, candidate.artwork_id)
    tried = replace(candidate, prompt=replace(candidate.prompt, style="low-poly", slots=slots))
    drawn = replace(artwork, facts={"layout": layout} if layout else {})
    assert wording.style_shown(tried, drawn) == shown


def test_a_deleted_design_is_gone_and_says_what_to_do(shop, tab):
    address = drawn(shop)
    tab.open(address).send("/delete")
    assert "has been deleted" in tab.text
    assert tab.open(address).status == 410
    assert "This design has been deleted." in tab.text
    assert tab.page.xpath("//main//a[@href='/']")
    for step in ("choose", "change", "approve", "again", "order", "retry", "back", "delete"):
        token = tab.page.xpath("//meta[@name='csrf-token']/@content")[0]
        assert tab.client.post(f"{address}/{step}", data={"csrf_token": token}, headers=HTML).status_code == 410, step


# --- an order


def approved(shop: Shop, **asked: Any) -> dict[str, Any]:
    return shop.approved(**asked)


def test_everything_wrong_with_an_order_is_said_at_once_and_nothing_typed_is_lost(shop, tab):
    tab.open(f"/d/{approved(shop)['id']}").send("/order", quantity="0", name="Ada", phone="123", city="", country="")
    assert tab.status == 422
    assert "S, M, L" in tab.wrong("size")
    assert "0" in tab.wrong("quantity")
    assert "no street" in tab.wrong("line1")
    assert "no town" in tab.wrong("city")
    assert tab.wrong("country")
    assert "e-mail" in tab.wrong("email")
    assert (tab.typed("name"), tab.typed("phone"), tab.typed("quantity")) == ("Ada", "123", "0")


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "many", "", "99999999999999999999", "10001"])
def test_a_quantity_that_cannot_be_ordered_is_refused(shop, tab, quantity):
    tab.open(f"/d/{approved(shop)['id']}").send("/order", size="M", quantity=quantity, **ADDRESS)
    assert tab.status == 422
    assert tab.wrong("quantity")


def test_an_order_form_that_is_sent_twice_is_one_order(shop, tab):
    tab.open(f"/d/{approved(shop)['id']}")
    twice = Tab(tab.client, html=tab.html)
    first = tab.send("/order", size="M", quantity="1", **ADDRESS).address
    assert twice.send("/order", size="M", quantity="1", **ADDRESS).address == first
    assert len(tab.client.get("/api/v1/orders", headers=shop.key()).json["items"]) == 1


def test_the_same_order_form_with_another_address_is_no_second_order(shop, tab):
    tab.open(f"/d/{approved(shop)['id']}")
    twice = Tab(tab.client, html=tab.html)
    tab.send("/order", size="M", quantity="1", **ADDRESS)
    twice.send("/order", size="M", quantity="1", **{**ADDRESS, "line1": "8 Other Street"})
    assert twice.status == 409
    assert twice.typed("line1") == "8 Other Street"
    assert len(tab.client.get("/api/v1/orders", headers=shop.key()).json["items"]) == 1


def test_nobody_makes_up_the_number_of_an_order(shop, tab):
    shown = approved(shop)
    shop.browser().post("/api/v1/orders", json=an_order(shown["current_version_id"]))
    tab.open(f"/d/{shown['id']}").send("/order", size="M", quantity="2", token="shop-1001", **ADDRESS)
    assert tab.status == 422
    assert "Load the page again" in tab.text


def test_what_was_not_approved_is_not_ordered(shop, tab):
    shown = approved(shop)
    tab.open(f"/d/{shown['id']}")
    form = Tab(tab.client, html=tab.html)
    tab.send("/change", lettering="OTHER WORDS")
    newer = tab.client.get(f"/api/v1/designs/{shown['id']}").json["current_version_id"]
    form.send("/order", size="M", quantity="1", version=newer, **ADDRESS)
    assert form.status == 422
    assert "not been approved" in form.text


def test_the_guess_of_a_country_is_the_browsers_own(shop, tab):
    address = f"/d/{approved(shop)['id']}"
    tab.open(address, headers={"Accept-Language": "de-AT,de;q=0.9"})
    assert tab.typed("country") == "AT"
    tab.open(address, headers={"Accept-Language": "en"})
    assert tab.typed("country") == ""


@pytest.fixture
def ordered(shop: Shop) -> dict[str, Any]:
    shown = shop.approved(lettering="READ ON")
    return dict(shop.browser().post("/api/v1/orders", json=an_order(shown["current_version_id"])).json)


def step_of(tab: Tab) -> str:
    [now] = tab.page.xpath("//li[@aria-current='step']")
    return " ".join(now.text_content().split())


def test_an_order_says_where_it_stands_in_words_and_what_comes_next(shop, tab, ordered):
    address, orders = f"/o/{ordered['id']}", shop.services.orders
    me = system_caller(DEFAULT_TENANT, "shop")
    assert "Nothing is made before that." in tab.open(address).text
    assert step_of(tab) == "Received"
    orders.mark_paid(me, ordered["id"])
    assert step_of(tab.open(address)) == "Paid"
    [handoff] = orders.handoffs(me, ordered["id"])
    with shop.services.store.writing() as tx:
        for state in (HandOffState.PREPARED, HandOffState.SENDING, HandOffState.ACCEPTED):
            handoff = tx.orders.move_handoff(handoff, state, me)
    assert step_of(tab.open(address)) == "Being made"
    with shop.services.store.writing() as tx:
        tx.orders.move_handoff(handoff, HandOffState.SHIPPED, me)
        parcel = Shipment("s1", handoff.reference, "Royal Mail", "RM 123", handoff.item_ids)
        tx.orders.add_shipment(DEFAULT_TENANT, parcel)
    assert step_of(tab.open(address)) == "On its way"
    assert "Royal Mail, number RM 123" in tab.text
    orders.hold(me, ordered["id"], "The address has no house number.")
    assert "The shop says: The address has no house number." in tab.open(address).text


def test_an_order_can_be_placed_again_but_for_the_address(shop, tab, ordered):
    [link] = tab.open(f"/o/{ordered['id']}").page.xpath("//a[contains(@href, '#order')]/@href")
    tab.open(link.split("#")[0])
    assert (tab.typed("quantity"), tab.page.xpath("//select[@name='size']")[0].value) == ("2", "M")
    assert tab.typed("line1") == ""
    tab.send("/order", **ADDRESS)
    assert tab.address not in ("", f"/o/{ordered['id']}")
    assert "We have your order" in tab.text


def test_an_order_whose_design_was_deleted_still_says_where_it_stands(shop, tab, ordered):
    [design] = designs(shop)
    tab.open(f"/d/{design['id']}").send("/delete")
    assert "We have your order" in tab.open(f"/o/{ordered['id']}").text
    assert not tab.page.xpath("//a[contains(@href, '#order')]")


def test_a_bare_link_shows_no_address_to_anybody(shop, tab, ordered):
    assert "Secret Street" not in tab.open(f"/o/{ordered['id']}").html
    assert "Ada Planted" not in tab.html
    assert "Secret Street" not in tab.open(f"/o/{ordered['id']}", headers=shop.key()).html


# --- strangers, and too much


def test_no_step_is_taken_for_a_page_of_another_site(shop, tab, ordered):
    [design] = designs(shop)
    for rule in shop.app.url_map.iter_rules():
        if rule.endpoint.startswith("pages.") and "POST" in rule.methods:
            answer = tab.client.post(rule.rule.replace("<design_id>", design["id"]), data={"candidate": "1"})
            assert answer.status_code == 403, rule.rule
    assert designs(shop)[0]["revision"] == design["revision"]


def test_another_tenants_key_finds_no_page(shop, tab, ordered):
    [design] = designs(shop)
    foreign = shop.key(Role.ADMIN, tenant="other")
    for address in (f"/d/{design['id']}", f"/o/{ordered['id']}", f"/?from={design['id']}"):
        assert tab.client.get(address, headers=foreign).status_code == 404


@pytest.mark.parametrize("address", [f"/d/{UNKNOWN}", f"/o/{UNKNOWN}", f"/?from={UNKNOWN}", "/d/x", "/o/'--"])
def test_what_is_not_there_is_a_page_with_a_way_out(tab, address):
    tab.open(address)
    assert tab.status == 404
    assert "What you can do" in tab.text
    assert tab.page.xpath("//main//a[@href='/']")


def test_what_people_type_is_shown_and_never_run(shop, tab):
    """In the sentence, in the words, in a file's name, in a query."""
    design_id = shop.drawn(subject=f"a fox {HOSTILE}", lettering="<b>A</b> & 'B'")
    tab.open(f"/d/{design_id}")
    assert " ".join(HOSTILE.split()) in tab.text
    assert_harmless(tab)
    assert_harmless(tab.open("/", query_string={"subject": HOSTILE}))
    assert tab.typed("subject") == HOSTILE
    assert_harmless(tab.send("/", subject="", style="blurry", file=(io.BytesIO(a_picture()), "<img src=x>.png")))
    assert "<img src=x>.png" in tab.page.xpath("//*[@class='upload']//img/@alt")[0]
    assert_harmless(tab.send("/", subject=HOSTILE, product=HOSTILE, style=HOSTILE, lettering=HOSTILE))
    assert_harmless(tab.open(f"/d/{design_id}", query_string={"size": HOSTILE, "quantity": HOSTILE}))


def assert_harmless(tab: Tab) -> None:
    assert {s.get("type") for s in tab.page.xpath("//script")} <= {"module", "application/json"}
    assert not tab.page.xpath("//img[@onerror]|//img[@src='x']|//b[text()='A']")
    assert not tab.page.xpath("//@*[starts-with(name(), 'on')]|//@style")
    assert "49" not in "".join(tab.page.xpath("//h1//text()"))


def test_words_for_scripts_cannot_close_their_block(tab):
    [block] = tab.open("/").page.xpath("//script[@id='strings']")
    assert "<" not in block.text


def test_too_many_designs_are_answered_with_what_was_typed_and_when_to_go_on(tab):
    tab.open("/")
    page = tab.html
    for _ in range(30):
        tab.html = page
        assert tab.send("/", subject="").status == 422
    tab.html = page
    tab.send("/", subject=SENTENCE, lettering="KEPT")
    assert tab.status == 429
    assert re.search(r"Wait \d+ seconds", tab.text)
    assert 1 <= int(tab.headers["Retry-After"]) <= 60
    assert (tab.typed("subject"), tab.typed("lettering")) == (SENTENCE, "KEPT")


def test_too_many_orders_keep_the_address(shop, tab):
    tab.open(f"/d/{approved(shop)['id']}")
    page = tab.html
    for _ in range(30):
        tab.html = page
        tab.send("/order", size="", **ADDRESS)
    tab.html = page
    tab.send("/order", size="M", **ADDRESS)
    assert tab.status == 429
    assert tab.typed("line1") == "7 Secret Street"


# --- how pages are made


def every_page(shop: Shop, tab: Tab) -> Iterator[str]:
    """The pages in their states, one after the other in the tab."""
    shown = shop.approved(lettering="READ ON")
    order = shop.browser().post("/api/v1/orders", json=an_order(shown["current_version_id"])).json["id"]
    waiting = shop.browser().post("/api/v1/designs", json=a_brief(candidates=4)).json["id"]
    picked = shop.drawn(candidates=2)
    addresses = {
        "home": "/",
        "drawing": f"/d/{waiting}",
        "picking": f"/d/{picked}",
        "blocked": found_at(shop, FINDINGS),
        "deciding": f"/d/{shop.proofed()['id']}",
        "ordering": f"/d/{shown['id']}",
        "order": f"/o/{order}",
        "missing": f"/d/{UNKNOWN}",
    }
    for name, address in addresses.items():
        tab.open(address)
        yield name
    tab.open("/").send("/", subject="", style="blurry", product="x")
    yield "home refused"
    tab.open(f"/d/{shown['id']}").send("/order")
    yield "order refused"


def test_every_page_can_be_read_by_those_who_do_not_see_it_and_styles_nothing_inline(shop, tab):
    for name in every_page(shop, tab):
        page = tab.page
        assert page.get("lang") == "en", name
        assert page.findtext(".//title").strip(), name
        assert len(page.xpath("//h1")) == 1, name
        levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4")]
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (name, levels)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (name, sorted(i for i in ids if ids.count(i) > 1))
        for ref in " ".join(page.xpath("//@aria-describedby|//@aria-labelledby|//label/@for")).split():
            assert ref in ids, (name, ref)
        assert not page.xpath("//img[not(@alt)]"), name
        for control in page.xpath("//input[not(@type='hidden')]|//select|//textarea"):
            assert name_of(control), (name, lxml.html.tostring(control))
        for control in page.xpath("//button|//a"):
            assert name_of(control), (name, lxml.html.tostring(control))
        assert all(f.xpath("./legend") for f in page.xpath("//fieldset")), name
        assert len(page.xpath("//*[@autofocus]")) <= 1, name
        assert "None" not in tab.text, name
        assert not page.xpath("//@style|//style|//@*[starts-with(name(), 'on')]"), name


def name_of(control: HtmlElement) -> str:
    labels = control.xpath(f"//label[@for='{control.get('id')}']|ancestor::label") if control.tag != "a" else []
    images = control.xpath(".//img/@alt")
    return " ".join(
        [control.get("aria-label") or "", control.text_content(), *images, *(x.text_content() for x in labels)]
    ).strip()


def test_style_sheets_and_scripts_are_kept_until_they_change(tab):
    for address in tab.open("/").page.xpath("//link[@rel='stylesheet']/@href|//script/@src"):
        assert "v=" in address
        assert "immutable" in tab.client.get(address).headers["Cache-Control"]
    plain = tab.client.get("/static/pages.js")
    assert plain.headers["Cache-Control"] == "no-cache"
    again = tab.client.get("/static/pages.js", headers={"If-None-Match": plain.headers["ETag"]})
    assert again.status_code == 304


def test_pictures_of_products_are_drawn_once_and_kept(shop, tab):
    first = tab.client.get("/pictures/tee/front/navy.webp")
    assert first.mimetype == "image/webp"
    assert "max-age=86400" in first.headers["Cache-Control"]
    shop.services.designs._tools.offload = Broken()
    again = tab.client.get("/pictures/tee/front/navy.webp", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["spaceship/navy", "tee/plaid", "tee/knee/navy", "tee/front/plaid"])
def test_a_picture_of_what_is_not_sold_is_not_there(tab, address):
    assert tab.client.get(f"/pictures/{address}.webp").status_code == 404


def test_links_to_a_proof_last_as_long_as_the_page_says(shop, tab):
    tab.open(f"/d/{shop.proofed()['id']}")
    [proof] = tab.page.xpath("//img[@id='proof']/@src")
    assert tab.client.get(proof).status_code == 200
    shop.watch.ahead += timedelta(hours=13)
    assert tab.client.get(proof).status_code == 410
