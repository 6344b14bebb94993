"""`pod screening`: words of the shop's own, single sentences, decisions, and whether sentences leave the house."""

from __future__ import annotations

import pytest

from pod.bootstrap import build
from pod.model.brief import DesignBrief
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import InputRefused
from pod.settings import Settings

SHOPPER = Caller(DEFAULT_TENANT, "shopper", Role.SHOPPER)


@pytest.fixture
def services(environ, run):
    """The data folder that commands work on, opened while they do: as by a running server."""
    services = build(Settings.from_env(environ))
    yield services
    services.close()


def test_a_word_is_added_tried_listed_and_dropped(run, services):
    assert "refused from now on" in run("screening", "add", "Acme Corp", "--instead", "a shop of your own").out
    tried = run("screening", "test", "the acme-corp tower", exit_code=3)
    assert "This would pass: “a shop of your own tower”." in tried.out
    run("screening", "allow", "snoopy", "--why", "licensed until 2028")
    assert run("screening", "test", "Snoopy asleep").out == "This passes.\n"
    assert run("screening", "list", "--json").json == {
        "words": [
            {"words": "Acme Corp", "rule": "refuse", "note": "a shop of your own"},
            {"words": "snoopy", "rule": "allow", "note": "licensed until 2028"},
        ],
        "asks_outside": True,
    }
    run("screening", "drop", "Acme Corp")
    assert run("screening", "test", "the acme-corp tower", "--json").json == {"refused": []}


def test_a_refused_sentence_is_listed_and_let_through_with_a_reason(run, services):
    with pytest.raises(InputRefused):
        services.designs.request_design(SHOPPER, DesignBrief("Mickey Mouse on the moon", "tee", candidates=1))
    (decision,) = run("screening", "decisions", "--verdict", "refused", "--json").json["decisions"]
    assert decision["hits"][0]["words"] == "Mickey Mouse"
    assert "needs a reason" in run("screening", "overrule", decision["id"], exit_code=3).errors
    said = run("screening", "overrule", decision["id"], "--reason", "a licensed fan club").out
    (design,) = services.designs.page(Caller(DEFAULT_TENANT, "cli", Role.ADMIN)).items
    assert design.id in said


def test_services_outside_are_forbidden_and_allowed(run, services):
    assert "forbidden" in run("screening", "outside", "--forbid").out
    assert run("screening", "list", "--json").json["asks_outside"] is False
    assert "asked" in run("screening", "outside", "--allow").out
