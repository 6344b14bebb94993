"""The API asked thousands of things that its document allows, and things that it does not, by somebody who only has the document.

A small dose of this runs with every `make test`, the same cases each time; `make fuzz` runs ``POD_FUZZ_CASES`` new ones.
Whatever is asked: no fault of ours, no status, header or body that the document does not name, and nothing accepted that
it forbids.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
import structlog
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.parameters import ParameterLocation

from pod.bootstrap import build
from pod.logs import log_for_people
from pod.model.caller import Role
from pod.settings import Settings
from pod.web.app import create_app
from tests.servers.pod import CHECKOUT_DATA
from tests.web.shop import Shop, Watch, a_picture, an_order, sent

ASKED_FOR = int(os.environ.get("POD_FUZZ_CASES", "0"))
SMALL_DOSE = 400
FRESH_AFTER = 150
"""Cases, until the things that are there have been deleted, cancelled and rejected often enough."""

CALLERS = ["operator", "operator", "operator", "nobody", "nobody", "viewer", "other tenant"]

load_all_checks()
ALWAYS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]


@dataclass
class Fuzzed:
    """A shop with things in it, and what has been answered so far."""

    shop: Shop
    schema: Any
    keys: dict[str, dict[str, str]]
    names: dict[str, list[str]] = field(default_factory=dict)
    asked: int = 0
    answered: Counter = field(default_factory=Counter)

    def stocked(self) -> dict[str, list[str]]:
        """Ids of things in several states, made anew from time to time."""
        if self.asked % FRESH_AFTER == 0:
            approved, proofed, drawn = self.shop.approved(), self.shop.proofed(), self.shop.design()
            version = approved["current_version_id"]
            order = self.shop.browser().post("/api/v1/orders", json=an_order(version, external_ref=approved["id"]))
            upload = self.shop.browser().post("/api/v1/uploads", **sent(a_picture()))
            self.names = {
                "design_id": [approved["id"], proofed["id"], drawn],
                "order_id": [order.json["id"]],
                "version_id": [version, proofed["current_version_id"]],
                "artwork": [upload.json["id"]],
                "sku": ["tee", "mug-11oz"],
                "product": ["tee"],
                "variant": ["tee/M/navy"],
                "cloth": ["navy"],
                "candidate": [1],
                "partner": ["manual"],
                "country": ["GB"],
                "quantity": [1],
                "file": [a_picture()],
                "area": ["front"],
                "subject": ["a fox"],
                "lettering": ["", "READ ON"],
                "style": ["", "badge"],
                "candidates": [1],
                "placements": [[]],
                "palette": [""],
                "provider": ["", "embedded"],
                "role": ["shopper", "shop"],
                "reason": ["too big"],
                "instruction": [None],
            }
        self.asked += 1
        return self.names


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory):
    folders = {"POD_DATA_DIR": str(tmp_path_factory.mktemp("shop")), "POD_EMBEDDED_DATA_DIR": str(CHECKOUT_DATA)}
    services = build(Settings.from_env({**folders, "POD_DAILY_PER_VISITOR": "9999999"}), clock=Watch())
    app = create_app(services)
    for limiter in app.extensions["limiter"]:
        limiter.enabled = False
    shop = Shop(services, app, Watch())
    keys = {
        "nobody": {},
        "operator": shop.key(),
        "viewer": shop.key(Role.VIEWER),
        "other tenant": shop.key(tenant="other"),
    }
    log_for_people(sys.stderr)
    yield Fuzzed(shop, schemathesis.openapi.from_wsgi("/api/openapi.json", app), keys)
    structlog.reset_defaults()
    services.close()


def _true(value: Any, names: dict[str, list[Any]], draw: Any) -> Any:
    """`value` with things that are there in place of most that are not."""
    if isinstance(value, dict):
        return {name: _true_part(name, part, names, draw) for name, part in value.items()}
    if isinstance(value, list):
        return [_true(part, names, draw) for part in value[:20]]
    return value


def _true_part(name: str, part: Any, names: dict[str, list[Any]], draw: Any) -> Any:
    if name in names and draw(st.integers(0, 9)):
        return draw(st.sampled_from(names[name]))
    return _true(part, names, draw)


def _case(draw: Any, operation: Any, fuzzed: Fuzzed) -> tuple[Case, dict[str, str], list[str]]:
    mode = draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    case = draw(operation.as_strategy(mode))
    checks = list(ALWAYS)
    if draw(st.integers(0, 3)):
        names = fuzzed.stocked()
        case.path_parameters = _true(case.path_parameters or {}, names, draw)
        if isinstance(case.body, dict):
            case.body = _true(case.body, names, draw)
    elif _has_a_wrong_body(case):
        checks.append("negative_data_rejection")
    return case, fuzzed.keys[draw(st.sampled_from(CALLERS))], checks


def _has_a_wrong_body(case: Case) -> bool:
    """A query that is wrong in theory may be right once it is written down; a body stays as it is."""
    body = case.meta.components.get(ParameterLocation.BODY) if case.meta else None
    return body is not None and body.mode is GenerationMode.NEGATIVE


def test_whatever_is_asked_is_answered_as_the_document_says(fuzzed, monkeypatch):
    # nobody draws what is asked for here, and a queue that is too long is another test's matter
    monkeypatch.setattr("pod.services.toolbox._LONGEST_WAIT_S", float("inf"))
    operations = [found.ok() for found in fuzzed.schema.get_all_operations()]
    each = max(1, (ASKED_FOR or SMALL_DOSE) // len(operations))
    for operation in operations:
        _ask(fuzzed, operation, each)
    assert sum(fuzzed.answered.values()) >= each * len(operations) * 0.9
    assert {status // 100 for _, status in fuzzed.answered} == {2, 4}
    sys.stdout.write(_told(fuzzed))


def _ask(fuzzed: Fuzzed, operation: Any, cases: int) -> None:
    @settings(
        max_examples=cases,
        derandomize=not ASKED_FOR,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        case, key, checks = _case(data.draw, operation, fuzzed)
        response = case.call(headers={**(case.headers or {}), **key})
        fuzzed.answered[operation.label, response.status_code] += 1
        case.validate_response(response, checks=[CHECKS.get_one(name) for name in checks])

    ask()


def _told(fuzzed: Fuzzed) -> str:
    """How often what was answered, for whoever runs it long."""
    lines = [f"{sum(fuzzed.answered.values())} cases"]
    for label in sorted({label for label, _ in fuzzed.answered}):
        codes = {status: n for (found, status), n in sorted(fuzzed.answered.items()) if found == label}
        lines.append(f"{label}: {', '.join(f'{n} × {status}' for status, n in codes.items())}")
    return "\n".join(lines)
