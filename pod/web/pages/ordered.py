"""An order by its link: where it stands, and what is wrong with it when it has come."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request, url_for

from pod.model.claim import ClaimKind
from pod.model.errors import InputRefused, PodError
from pod.model.order import OrderState
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import UPLOADS, limited
from pod.web.pages import ordershown
from pod.web.pages.forms import Wrong
from pod.web.pages.shopper import pages
from pod.web.problems import STATUS
from pod.web.strings import text

_CLAIMABLE = (OrderState.IN_PROGRESS, OrderState.DONE)
_FIELDS = ("kind", "words", "pictures")


@pages.get("/o/<order_id>")
@allow("link")
def order(order_id: str) -> Response:
    return _page(order_id)


@pages.post("/o/<order_id>/claims")
@allow("link")
@limited(UPLOADS)
def report(order_id: str) -> Response:
    try:
        pictures = [file.read() for file in request.files.getlist("pictures") if file.filename]
        items = request.form.getlist("item")
        services().claims.report(
            caller(), order_id, _kind(), request.form.get("words", ""), item_ids=items, pictures=pictures
        )
    except PodError as e:
        return _page(order_id, e)
    return make_response(redirect(url_for("pages.order", order_id=order_id, told=1, _anchor="claims"), 303))


def _kind() -> ClaimKind:
    try:
        return ClaimKind(request.form.get("kind", ""))
    except ValueError as e:
        raise InputRefused("kind", text("order_claim.no_kind"), text("order_claim.no_kind_hint"), field="kind") from e


def _page(order_id: str, error: PodError | None = None) -> Response:
    found = services().orders.get(caller(), order_id)
    page = render_template(
        "shopper/order.html",
        o=ordershown.order(found),
        address=services().settings.public_url.rstrip("/") + url_for("pages.order", order_id=order_id),
        claims=services().claims.of_order(caller(), order_id),
        kinds=tuple(ClaimKind) if found.state in _CLAIMABLE else (),
        told="told" in request.args,
        wrong=Wrong.of(error, _FIELDS) if error else Wrong(),
        typed=request.form if error else {},
    )
    return make_response(page, STATUS[error.kind] if error else 200)
