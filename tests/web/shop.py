"""A whole Pod on an empty folder, asked through Flask's test client; its jobs run when a test says so."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from flask.testing import FlaskClient
from flask_openapi3 import OpenAPI
from PIL import Image
from werkzeug.test import TestResponse

from pod.bootstrap import Services
from pod.model.caller import DEFAULT_TENANT, Caller, Role, system_caller
from pod.model.design import DesignState
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box, Size
from pod.model.printfile import PrintFile
from pod.model.proof import Proof

NOTHING_FOUND = Findings()
OWNER = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
TOO_SMALL = Finding(
    "text_too_small", Severity.BLOCKED, "The letters are 1.1 mm high.", "1.1 mm", "2 mm", way_out="Make them larger."
)
SENTENCE = "a fox reading a book under the moon"


class Watch:
    """A clock that a test can put forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Shop:
    services: Services
    app: OpenAPI
    watch: Watch

    def browser(self) -> FlaskClient:
        return self.app.test_client()

    def key(self, role: Role = Role.OPERATOR, tenant: str = DEFAULT_TENANT) -> dict[str, str]:
        """The header of a new API key."""
        text = self.services.accounts.add_api_key(Caller(tenant, "cli", Role.ADMIN), "a program", role)
        return {"Authorization": f"Bearer {text}"}

    def signed_in(self, role: Role = Role.OPERATOR) -> FlaskClient:
        """A browser with the session of a new user."""
        name, password = f"{role}.{id(self)}", "correct horse battery"
        self.services.accounts.add_user(OWNER, name, password, role)
        token, _ = self.services.accounts.sign_in(name, password)
        browser = self.browser()
        browser.set_cookie("sid", token)
        return browser

    def design(self, **asked: Any) -> str:
        """The id of a design with its one candidate: a small picture of one's own, which takes no time to draw."""
        upload = self.browser().post("/api/v1/uploads", **sent(a_picture()))
        return self.drawn(subject="", artwork=upload.json["id"], **asked)

    def drawn(self, **asked: Any) -> str:
        """The id of a design whose one candidate has been drawn."""
        answer = self.browser().post("/api/v1/designs", json=a_brief(**asked))
        assert answer.status_code == 202, answer.text
        self.services.runner.drain()
        return str(answer.json["id"])

    def proofed(self, **asked: Any) -> dict[str, Any]:
        """A design with its proof, as the API shows it."""
        return self._with_print_set(DesignState.PROOF_READY, Findings(), **asked)

    def stopped(self, **asked: Any) -> dict[str, Any]:
        """A design that preflight has stopped."""
        return self._with_print_set(DesignState.WAITING_CUSTOMER, Findings((TOO_SMALL,)), **asked)

    def _with_print_set(self, state: DesignState, findings: Findings, **asked: Any) -> dict[str, Any]:
        address = f"/api/v1/designs/{self.design(**asked)}"
        chosen = self.browser().post(f"{address}/choose", json={"candidate": 1})
        assert chosen.status_code == 202, chosen.text
        self._print_set(address.rsplit("/", 1)[1], chosen.json["id"], state, findings)
        return dict(self.browser().get(address).json)

    def _print_set(self, design_id: str, version_id: str, state: DesignState, findings: Findings) -> None:
        """Stands in for the job that prepares print files, which takes seconds: the journeys run the real one."""
        png = self.services.files.put(a_picture(), "image/png")
        box, trim = Box(76.2, 101.6, 152.4, 203.2), Size(304.8, 406.4)
        made = PrintFile(
            "f" + version_id[1:],
            version_id,
            "front",
            "png",
            png,
            3600,
            4800,
            trim,
            0.0,
            box,
            300,
            300,
            "srgb",
            "t",
            findings,
        )
        proof = Proof("p" + version_id[1:], version_id, "front", png, png.sha256, "navy")
        with self.services.store.writing() as tx:
            design = tx.designs.get(DEFAULT_TENANT, design_id)
            tx.designs.add_print_set(DEFAULT_TENANT, version_id, [replace(made, findings=findings)], [proof])
            reason = " ".join(f.message for f in findings.blocked)
            tx.designs.move(design, state, system_caller(DEFAULT_TENANT, "prepare"), reason)

    def approved(self, **asked: Any) -> dict[str, Any]:
        shown = self.proofed(**asked)
        assert self.browser().post(f"/api/v1/designs/{shown['id']}/approve", json={}).status_code == 200
        return shown


class Failing:
    """An offload that refuses everything it is given, until it is put away."""

    def call(self, *_: Any, **__: Any) -> Any:
        raise InputRefused("planted", "The picture is too much.", "Make it smaller.")


def break_offload(verbs: Any) -> Callable[[], None]:
    """The verbs' image work fails from now on; what is returned mends it."""
    real = verbs._tools.offload
    verbs._tools.offload = Failing()
    return lambda: setattr(verbs._tools, "offload", real)


def a_brief(**changes: Any) -> dict[str, Any]:
    return {"subject": SENTENCE, "product": "tee", "cloth": "navy", "candidates": 1, "seed": 7, **changes}


def an_order(version_id: str, **changes: Any) -> dict[str, Any]:
    address = {"name": "Ada Planted", "line1": "7 Secret Street", "city": "London", "country": "GB"}
    line = {"version_id": version_id, "sku": "tee", "variant": "tee/M/navy", "quantity": 2}
    return {"external_ref": "shop-1001", "ship_to": address, "items": [line], **changes}


def a_picture(width_px: int = 400, height_px: int = 400) -> bytes:
    made = io.BytesIO()
    picture = Image.new("RGBA", (width_px, height_px), (0, 0, 0, 0))
    picture.paste((200, 30, 30, 255), (width_px // 4, height_px // 4, width_px * 3 // 4, height_px * 3 // 4))
    picture.save(made, "PNG")
    return made.getvalue()


def sent(data: bytes, **fields: str) -> dict[str, Any]:
    """The keyword arguments of a multipart call."""
    return {"data": {"file": (io.BytesIO(data), "mine.png"), **fields}, "content_type": "multipart/form-data"}


def assert_problem(answer: TestResponse, status: int, *words: str) -> dict[str, Any]:
    """`answer` is problem+json with that status, and says every one of `words`."""
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    body = dict(answer.json)
    assert {"type", "title", "status", "detail", "code", "hint", "problems"} <= body.keys()
    assert body["status"] == status
    assert body["detail"]
    assert "Traceback" not in answer.text
    for word in words:
        assert word in answer.get_data(as_text=True) or word in repr(body), f"{word} is missing in {body}"
    return body
