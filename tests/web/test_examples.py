"""The examples of the API document: answers that were once given, true to their schemas, and still what is answered.

``pytest tests/web/test_examples.py --update-expected`` asks everything once and writes them anew.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from fulfillment.printful import Printful, PrintfulSettings
from fulfillment.shops.shopify import Shopify, ShopifySettings
from pod.jobs.claim import run_one
from pod.model.caller import Role
from pod.model.design import DesignState
from pod.model.job import Lane
from pod.model.readdress import AddressState
from pod.web.api import document as made
from tests.services.bench import OPERATOR
from tests.web.shop import NOTHING_FOUND, a_brief, a_picture, an_order, break_offload, sent

KEPT_OF_A_LIST = 2


@pytest.fixture
def document(shopper) -> dict[str, Any]:
    return shopper.get("/api/openapi.json").json


def operations(document):
    return [(path, method, op) for path, found in document["paths"].items() for method, op in found.items()]


def test_an_independent_validator_finds_nothing_wrong_with_the_document(document):
    validate(document)


def test_every_operation_says_what_it_does_and_how_it_fails(document):
    for path, method, op in operations(document):
        assert op["summary"].endswith((".", "?")), (path, method, op.get("summary"))
        assert "default" not in op["responses"]
        failures = {code for code in op["responses"] if int(code) >= 400}
        assert {"401", "422", "500", "503"} <= failures
        assert all(op["responses"][code] == {"$ref": f"#/components/responses/{code}"} for code in failures)
    for code, told in document["components"]["responses"].items():
        example = told["content"]["application/problem+json"]["example"]
        assert example["status"] == int(code)
        assert checked(document, "#/components/schemas/Problem", example) == []


def test_every_operation_has_an_example_that_fits_its_schema(document):
    for path, method, op in operations(document):
        for code, answer in op["responses"].items():
            for kind, content in answer.get("content", {}).items():
                if kind == "application/json":
                    assert "example" in content, (path, method, code)
                    assert checked(document, content["schema"]["$ref"], content["example"]) == [], (path, method, code)
        for kind, content in op.get("requestBody", {}).get("content", {}).items():
            if kind == "application/json":
                assert checked(document, content["schema"]["$ref"], content["example"]) == [], (path, method)
        for parameter in op.get("parameters", ()):
            if parameter["required"]:
                assert parameter["example"], (path, parameter["name"])


def checked(document, ref, value):
    """What is wrong with `value` as the schema at `ref`."""
    whole = {**document["components"], "$ref": ref.replace("#/components/", "#/")}
    moved = json.loads(json.dumps(whole).replace("#/components/", "#/"))
    return [error.message for error in OAS31Validator(moved).iter_errors(value)]


def test_the_examples_are_what_is_answered_today(request, shop):
    """Recorded anew, every answer has the fields of its example and no others."""
    now = Recorder(shop).everything()
    if request.config.getoption("--update-expected"):
        made._EXAMPLES.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    kept = json.loads(made._EXAMPLES.read_text(encoding="utf-8"))
    assert {op: shape(found) for op, found in kept.items()} == {op: shape(found) for op, found in now.items()}


def test_examples_name_no_place_and_no_person():
    text = Path(made._EXAMPLES).read_text(encoding="utf-8")
    assert "Planted" not in text
    assert "/tmp" not in text
    assert str(Path.home()) not in text


def shape(value):
    """The names of all fields; of a list, those of its first part; of a thing that may be absent, whether it is."""
    if isinstance(value, dict):
        return {name: shape(part) for name, part in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__ if value is None else ""


class Recorder:
    """Asks the shop everything once, in the order of the job, and keeps what was asked and answered."""

    def __init__(self, shop) -> None:
        self.shop, self.browser = shop, shop.browser()
        self.key, self.kept = shop.key(Role.ADMIN), dict[str, Any]()
        document = self.browser.get("/api/openapi.json").json
        self.ids = {(path, method): op["operationId"] for path, method, op in operations(document)}

    def ask(self, method, template, names=None, body=None, **more):
        address = template.format(**(names or {}))
        answer = self.browser.open(f"/api/v1{address}", method=method, json=body, headers=self.key, **more)
        assert answer.status_code < 300, (method, address, answer.text)
        found = {"request": body} if body is not None else {}
        if answer.is_json:
            found[str(answer.status_code)] = shortened(answer.json)
        self.kept.setdefault(self.ids[f"/api/v1{template}", method.lower()], {}).update(found)
        return answer.json if answer.is_json else None

    def everything(self):
        self.kept["parameters"] = {}
        for name in ("styles", "lettering", "products", "providers", "partners"):
            self.ask("GET", f"/{name}")
        self.ask("GET", "/products/{sku}", {"sku": "tee"})
        self.ask("POST", "/uploads", **sent(a_picture()))
        self.ask("POST", "/checks", **sent(a_picture()))
        self.ask("POST", "/preflights", **sent(a_picture(), product="tee", area="front"))
        asked = self.ask("POST", "/designs", body=a_brief(lettering="READ ON", candidates=2))
        self.shop.services.runner.drain()
        drawn = {"design_id": asked["id"]}
        self.ask("POST", "/designs/{design_id}/choose", drawn, {"candidate": 1})
        self.ask("DELETE", "/designs/{design_id}", drawn)
        mend = break_offload(self.shop.services.generation)
        self.ask("POST", "/designs/{design_id}/retry", {"design_id": self.shop.drawn()})
        mend()
        version_id = self.designs()
        self.publications()
        self.mockups()
        self.orders(version_id)
        self.shop_orders(version_id)
        self.gang_sheets(version_id)
        self.screenings()
        self.batches()
        self.names()
        self.ask("GET", "/ledger")
        self.ask("GET", "/statistics")
        return self.kept

    def designs(self):
        shown = self.shop.proofed()
        here = {"design_id": shown["id"]}
        self.ask("POST", "/designs/{design_id}/reject", here, {"reason": "The moon should be smaller."})
        self.ask("POST", "/designs/{design_id}/looks", here, {"lettering": "READ MORE"})
        edited = self.ask("POST", "/designs/{design_id}/edits", here, {"lettering": "READ MORE"})
        self.ask("POST", "/designs/{design_id}/words", here, {"words": "SLEEP IN"})
        self.ask("POST", "/designs/{design_id}/restore", here, {"version": shown["current_version_id"]})
        self.ask("POST", "/designs/{design_id}/edits", here, {"instruction": "add a drop shadow"})
        runner = self.shop.services.runner
        while run_one(self.shop.services.store, runner._tasks, Lane.MODEL, "examples"):
            """The picture alone: print files take seconds."""
        edited = self.ask("POST", "/designs/{design_id}/edits", here, {"lettering": "READ MORE"})
        self.shop._print_set(shown["id"], edited["version"]["id"], DesignState.PROOF_READY, NOTHING_FOUND)
        self.ask("POST", "/designs/{design_id}/approve", here, {"role": "shopper"})
        for address in ("", "/versions", "/files", "/edits"):
            self.ask("GET", f"/designs/{{design_id}}{address}", here)
        self.ask("GET", "/designs")
        self.kept["parameters"] |= {**here, "sku": "tee"}
        return edited["version"]["id"]

    def publications(self):
        """In a shop that nobody reaches: the answers do not wait for it."""
        known = ShopifySettings(domain="fox.myshopify.com", token="t", secret="s", base_url="http://127.0.0.1:9")
        self.shop.services.publishing._shops = {"shopify": Shopify(known).listings}
        here = {"design_id": self.kept["parameters"]["design_id"]}
        asked = {"shop": "shopify", "title": "A fox under the moon", "tags": ["fox", "moon"], "on_sale": True}
        self.ask("POST", "/designs/{design_id}/publications", here, asked)
        self.ask("GET", "/designs/{design_id}/publications", here)
        self.ask("DELETE", "/designs/{design_id}/publications/{shop}", {**here, "shop": "shopify"})

    def mockups(self):
        """At a partner that nobody reaches: the answer does not wait for it."""
        printful = Printful(PrintfulSettings(token="t", base_url="http://127.0.0.1:9"))
        tools = self.shop.services.mockups._tools
        partners, tools.partners = tools.partners, {"printful": printful}
        here = {"design_id": self.kept["parameters"]["design_id"]}
        self.ask("POST", "/designs/{design_id}/mockups", here, {"size": "M"})
        self.ask("GET", "/designs/{design_id}/mockups", here)
        tools.partners = partners

    def orders(self, version_id):
        address = {
            "name": "A. Reader",
            "line1": "1 Long Street",
            "city": "London",
            "postcode": "N1 1AA",
            "country": "GB",
        }
        asked = an_order(version_id, ship_to=address)
        order = self.ask("POST", "/orders", body=asked)
        self.ask("POST", "/orders", body=asked)
        here = {"order_id": order["id"]}
        for verb, body in (
            ("hold", {"reason": "The address lacks a number."}),
            ("release", None),
            ("address", {"ship_to": address | {"line1": "2 Long Street"}}),
            ("route", {"to": "manual", "reason": "Our own press has room today."}),
            ("mark-paid", None),
            ("hand-off", None),
            ("reprint", {"reason": "The first one was smudged."}),
        ):
            self.ask("POST", f"/orders/{{order_id}}/{verb}", here, body)
        self.claims(here)
        self.ask("GET", "/orders/{order_id}/routes", here)
        self.ask("GET", "/orders/{order_id}/options", here)
        self.unanswered(here)
        self.ask("POST", "/orders/{order_id}/cancel", here, {"reason": "The customer has changed their mind."})
        self.ask("GET", "/orders/{order_id}", here)
        self.ask("GET", "/orders")
        self.kept["parameters"] |= here

    def unanswered(self, order):
        with self.shop.services.store.writing() as tx:
            [handoff] = tx.orders.handoffs(OPERATOR.tenant_id, order["order_id"])
            was = tx.orders.get(OPERATOR.tenant_id, order["order_id"]).ship_to
            change = tx.address_changes.ask(handoff, was, OPERATOR)
            tx.address_changes.move(change, AddressState.UNANSWERED, OPERATOR, "It does not answer.")
        decided = {"reference": handoff.reference, "decision": "former", "reason": "They said so on the phone."}
        self.ask("POST", "/orders/{order_id}/address-decision", order, decided)

    def claims(self, order):
        self.shop.services.runner.drain()

        def reported(words):
            return self.ask("POST", "/orders/{order_id}/claims", order, {"kind": "damaged", "words": words})["id"]

        here = {"claim_id": reported("A corner is torn.")}
        for verb, body in (
            ("hand-on", None),
            ("refuse", {"answer": "It is a crease, not a tear."}),
            ("reopen", None),
            ("refund", {"amount": "12.50", "currency": "GBP", "payer": "shop"}),
        ):
            self.ask("POST", f"/claims/{{claim_id}}/{verb}", here, body)
        self.ask("POST", "/claims/{claim_id}/reprint", {"claim_id": reported("It is torn.")}, {"payer": "customer"})
        self.ask("GET", "/orders/{order_id}/claims", order)
        self.ask("GET", "/claims")
        self.kept["parameters"] |= here

    def shop_orders(self, version_id):
        to = "A. Reader,1 Long Street,London,N1 1AA,GB"
        rows = (f"{number},tee/M/navy,1,{to}" for number in ("2041", "2042"))
        file = "\n".join(("order,sku,quantity,name,line1,city,postcode,country", *rows)).encode()
        self.ask("POST", "/shop-orders/import", data={"file": (io.BytesIO(file), "orders.csv")})
        self.shop.services.runner.drain()
        here = {"shop": "csv", "shop_order": "2041"}
        self.ask("GET", "/shop-orders")
        self.ask("POST", "/shop-orders/{shop}/{shop_order}/repair", here, {"line": "1", "version_id": version_id})
        self.ask(
            "POST", "/shop-orders/{shop}/{shop_order}/leave", {**here, "shop_order": "2042"}, {"reason": "Sold out."}
        )
        self.shop.services.runner.drain()
        placed = self.ask("GET", "/shop-orders/{shop}/{shop_order}", here)
        self.browser.post(f"{placed['links']['order']}/cancel", json={"reason": ""}, headers=self.key)
        self.ask("POST", "/shop-orders/{shop}/{shop_order}/take-anew", here)
        self.kept["parameters"] |= here

    def batches(self):
        """Of one picture, in a shop whose designer cannot give it a hat."""
        design_id = self.kept["parameters"]["design_id"]
        asked = {"instruction": "give it a hat", "designs": [design_id]}
        here = {"batch_id": self.ask("POST", "/edits/batches", body=asked)["id"]}
        while run_one(self.shop.services.store, self.shop.services.runner._tasks, Lane.UPKEEP, "examples"):
            """It is refused at once."""
        self.ask("GET", "/edits/batches/{batch_id}", here)
        self.ask("GET", "/edits/batches/{batch_id}/report.csv", here)
        self.ask("POST", "/edits/batches/{batch_id}/retry", here)
        self.kept["parameters"] |= here

    def names(self):
        """Two rows, whose print files are not waited for."""
        here = {"design_id": self.kept["parameters"]["design_id"]}
        self.ask("POST", "/designs/{design_id}/personal", here, {"cover": "pattern"})
        self.ask("GET", "/designs/{design_id}/personal", here)
        self.ask("DELETE", "/designs/{design_id}/personal", here)
        table = {"file": (io.BytesIO(b"words,quantity\nOLIVIA,2\nMAX,1\n"), "names.csv")}
        list_ = {"names_id": self.ask("POST", "/designs/{design_id}/names", here, data=table)["id"]}
        while run_one(self.shop.services.store, self.shop.services.runner._tasks, Lane.UPKEEP, "examples"):
            """A design for each of them."""
        self.ask("GET", "/names/{names_id}", list_)
        self.ask("GET", "/names/{names_id}/report.csv", list_)
        self.ask("POST", "/names/{names_id}/approve", list_)
        self.ask("POST", "/names/{names_id}/retry", list_)
        self.kept["parameters"] |= list_

    def gang_sheets(self, version_id):
        asked = {"pieces": [{"version_id": version_id, "copies": 12}], "sheet": "22in-roll", "labels": True}
        made = self.ask("POST", "/gang-sheets", body=asked)
        here = {"sheets_id": made["id"]}
        self.ask("GET", "/gang-sheets/{sheets_id}", here)
        self.ask("GET", "/gang-sheets")
        self.kept["parameters"] |= here

    def screenings(self):
        refused = self.browser.post("/api/v1/designs", json=a_brief(subject="Mickey Mouse on the moon")).json
        here = {"screening_id": refused["decision"]}
        self.ask("POST", "/screenings/{screening_id}/overrule", here, {"reason": "Licensed for this shop."})
        self.ask("GET", "/screenings")
        self.kept["parameters"] |= here


def shortened(value):
    """Long lists are cut: an example shows what a thing looks like, not how many there are."""
    if isinstance(value, dict):
        return {name: shortened(part) for name, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value[:KEPT_OF_A_LIST]]
    return value
