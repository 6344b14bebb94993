"""A person of the shop at the operations pages, and what they find there."""

from __future__ import annotations

import html
import re

from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import DesignState
from pod.model.order import OrderItem, ShipTo
from pod.model.proof import ApprovalRole

OPERATOR = Caller(DEFAULT_TENANT, "user:ada", Role.OPERATOR)
PASSWORD = "correct horse battery"
UNKNOWN = "0" * 32
HOSTILE = "\"><script>alert(1)</script>'{{7*7}}"
HTML = {"Accept": "text/html"}


class Desk:
    """A browser at the operations pages: it follows forms as a person does."""

    def __init__(self, shop, role=Role.OPERATOR):
        self.shop, self.browser = shop, shop.browser()
        self.browser.set_cookie("sid", shop.services.accounts.sign_in(role.value, PASSWORD, "page 127.0.0.1")[0])

    def get(self, address, status=200, **arguments):
        answer = self.browser.get(address, headers={**HTML, **arguments.pop("headers", {})}, **arguments)
        assert answer.status_code == status, f"{address}: {answer.status_code}\n{said(answer)}"
        return answer

    def post(self, address, status=303, token=True, **form):
        if token:
            form["csrf_token"] = self.token()
        answer = self.browser.post(address, data=form, headers=HTML)
        assert answer.status_code == status, f"{address}: {answer.status_code}\n{said(answer)}"
        return answer

    def token(self):
        return re.search(
            r'name="csrf-token" content="([^"]+)"', self.browser.get("/ops/sign-in", follow_redirects=True).text
        )[1]

    def act(self, kind, word, *picks, status=303, **form):
        return self.post(f"/ops/{kind}/act/{word}", status, pick=list(picks), **form)

    def told(self, answer):
        """What the next page says after a form has been answered."""
        return said(self.get(answer.headers["Location"]))


def said(answer):
    """The text of a page, without its tags."""
    text = re.sub(r"<script.*?</script>|<[^>]+>", " ", answer.get_data(as_text=True), flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", text))


def approved_by_both(shop, **asked):
    shown = shop.approved(**asked)
    if shop.services.designs.get(OPERATOR, shown["id"]).state is DesignState.PROOF_READY:
        shop.services.approvals.approve(OPERATOR, shown["id"], ApprovalRole.SHOP)
    return shown["current_version_id"]


def order_of(shop, external_ref="shop-1001", quantity=2, to=None, **asked):
    """An order of the template's design, or of another that is made now."""
    approved = shop.services.designs.page(OPERATOR, state=DesignState.APPROVED).items
    version_id = approved_by_both(shop, **asked) if asked else approved[-1].current_version_id
    line = OrderItem("", version_id, "tee", "tee/M/navy", quantity)
    address = to or ShipTo("Ada Planted", "7 Secret Street", "London", "GB", email="ada@planted.example")
    return shop.services.orders.place(OPERATOR, external_ref, address, [line])[0]


def pick(thing):
    return f"{thing.id}:{thing.revision}"


def design_of(shop, shown):
    return shop.services.designs.get(OPERATOR, shown["id"])
