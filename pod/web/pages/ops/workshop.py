"""The job table and the ledger."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.ledger import LedgerState
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell, watched
from pod.web.pages.repairs import rule_name

DAYS = 30
"""As long as a style's wording stays the same, more or less."""


@ops.get("/jobs")
@allow("viewer")
def jobs() -> Response:
    shown = services().queue.lanes(caller()), services().queue.parked(caller()), services().runner.at_work
    return watched("ops/jobs.html", shown)


@ops.post("/jobs/<int:job_id>/retry")
@allow("operator")
def retry_job(job_id: int) -> ResponseReturnValue:
    services().queue.retry(caller(), job_id)
    tell("ops_jobs.retried", number=job_id)
    return redirect(url_for("ops.jobs"), 303)


@ops.get("/ledger")
@allow("viewer")
def ledger() -> Response:
    args = request.args
    shown = services().books.spending(
        caller(), design_id=args.get("design", ""), state=args.get("state", ""), cursor=args.get("cursor", "")
    )
    return watched("ops/ledger.html", shown, states=LedgerState, state=args.get("state", ""))


@ops.get("/ledger/turnouts")
@allow("viewer")
def turnouts() -> Response:
    shown = services().statistics.turnouts(caller(), days=DAYS)
    return watched("ops/turnouts.html", shown, rule_name=rule_name)


@ops.post("/ledger/<row_id>/<any(charged, not_charged, repeat):answer>")
@allow("operator")
def answer_call(row_id: str, answer: str) -> ResponseReturnValue:
    """What has become of a call whose answer was lost."""
    if answer == "repeat":
        services().books.repeat(caller(), row_id)
    else:
        services().books.settle(caller(), row_id, charged=answer == "charged")
    tell(f"ops_ledger.said.{answer}")
    return redirect(url_for("ops.ledger"), 303)
