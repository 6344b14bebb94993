"""`pod orders`: what was ordered, where it goes, and an operator's word over it, on the shop's own data folder."""

from __future__ import annotations

import pytest

from pod.bootstrap import build
from pod.model.caller import DEFAULT_TENANT
from pod.model.order import Order
from pod.model.readdress import AddressState
from pod.settings import Settings
from tests.contracts.store_contract import OPERATOR, a_design, a_handoff, a_version, an_order
from tests.contracts.store_routing import a_routing


@pytest.fixture
def order(environ) -> Order:
    """An order that has been routed, written as it stands in a shop."""
    services = build(Settings.from_env(environ))
    design = a_design()
    version = a_version(design)
    order = an_order(version)
    with services.store.writing() as tx:
        tx.designs.add(design)
        tx.designs.add_version(DEFAULT_TENANT, version)
        tx.orders.add(order)
        tx.orders.add_routing(a_routing(order))
    services.close()
    return order


def test_orders_are_listed_with_where_they_go(run, order):
    assert order.external_ref in run("orders", "list").out
    (row,) = run("orders", "list", "--json").json["orders"]
    assert row["order"]["id"] == order.id


def test_an_order_is_shown_with_every_measure_and_why(run, order):
    said = run("orders", "show", order.external_ref).out
    for words in ("northern: it is best", "near", "3–9", "It is too far.", "no price is known"):
        assert words in said
    (route,) = run("orders", "show", order.id, "--json").json["routes"]
    assert route["lines"][0]["candidates"][0]["partner"] == "northern"


def test_an_operator_routes_with_a_reason_and_what_cannot_be_is_refused(run, order):
    run("orders", "route", order.external_ref, "--to", "together", "--reason", "The buyer has asked for it.")
    shown = run("orders", "show", order.id, "--json").json["order"]
    assert shown["keep"] == "together"
    refused = run("orders", "route", order.id, "--to", "eastern", "--reason", "because", exit_code=3)
    assert "no partner “eastern”" in refused.errors


def test_what_a_partner_does_not_answer_is_decided_by_an_operator(run, order, environ):
    services = build(Settings.from_env(environ))
    with services.store.writing() as tx:
        handoff = a_handoff(order)
        tx.orders.add_handoff(handoff)
        change = tx.address_changes.ask(handoff, order.ship_to, OPERATOR)
        tx.address_changes.move(change, AddressState.UNANSWERED, OPERATOR, "It does not answer.")
    services.close()
    assert "not answered yet. It does not answer." in " ".join(run("orders", "show", order.id).out.split())
    decide = ("orders", "decide-address", order.external_ref, "--handoff", handoff.reference, "--decision", "former")
    assert "the address that its partner has" in run(*decide, "--reason", "said so on the phone").errors
    assert run("orders", "decide-address", order.id, "--handoff", "job0", "--decision", "former", exit_code=3).errors


def test_what_can_still_be_undone_is_shown_asked_and_done(run, order):
    assert run("orders", "options", order.id, "--json").json["options"] == []
    to = ("--name", "A. Reader", "--line1", "2 Other Street", "--city", "Leeds", "--country", "GB")
    moved = run("orders", "address", order.external_ref, *to, "--postcode", "LS2 2AB", "--json").json["order"]
    assert (moved["ship_to"]["line1"], moved["ship_to"]["postcode"]) == ("2 Other Street", "LS2 2AB")
    refused = run("orders", "address", order.id, *to[:4], "--city", "", "--country", "England", exit_code=3)
    assert "has no town" in refused.errors
    assert "“England” is not a country code" in refused.errors
    assert run("orders", "cancel", order.id, "--reason", "no more", "--json").json["order"]["state"] == "cancelled"
    assert "no longer be changed" in run("orders", "address", order.id, *to, exit_code=3).errors
